"""The rows behind a failed test, put where a person finds them."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb

from ingest.as_json import as_json
from ingest.build import Results, sentence

_ROWS = 1000


def write_failures(database: Path, results: Results) -> list[dict[str, Any]]:
    """Writes the rows of each failed test as CSV beside the failed build; one entry per node that failed.

    An entry has name, kind, message and, for a test whose query can be run, rows (how many), file, the first
    row and the claims behind it. The list itself is kept as failures.json.
    """
    folder = database.parent
    entries: list[dict[str, Any]] = []
    try:
        connection = duckdb.connect(database, read_only=True)
    except duckdb.Error:
        connection = None
    for node in results.bad:
        entry: dict[str, Any] = {
            "name": node.name,
            "kind": node.kind,
            "message": sentence(node.message) or None,
        }
        if connection and node.kind == "test" and node.compiled:
            entry |= _rows(connection, node.name, node.compiled, folder)
        entries.append(entry)
    if connection:
        connection.close()
    (folder / "failures.json").write_text(as_json(entries, indent=1))
    return entries


def _rows(connection: duckdb.DuckDBPyConnection, name: str, query: str, folder: Path) -> dict[str, Any]:
    file = folder / f"{re.sub(r'[^A-Za-z0-9_-]', '_', name)[:100]}.csv"
    try:
        cursor = connection.execute(query)
        names = [column[0] for column in cursor.description or []]
        found = cursor.fetchmany(_ROWS)
    except duckdb.Error:
        return {}
    import csv

    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(names)
        writer.writerows(found)
    first = dict(zip(names, found[0], strict=True)) if found else None
    return {
        "rows": len(found),
        "file": str(file),
        "first": first,
        "claims": _claims(connection, first) if first else [],
    }


def advice(entries: list[dict[str, Any]]) -> str:
    """The report and sentence behind the first failing row, and what to do; empty where none is known."""
    claims: list[dict[str, Any]] = next((entry["claims"] for entry in entries if entry.get("claims")), [])
    if not claims:
        return ""
    first, more = claims[0], len(claims) - 1
    others = f" (and {more} more, in failures.json)" if more else ""
    place = first["shelf_path"].rsplit("/", 1)[0]
    return (
        f" The failing row stands on “{first['value_text']}” in {first['shelf_path']}: “{first['sentence']}”"
        f"{others}. Until this fault is reported and mended, take {place} off the shelf, or reject claim "
        f"{first['claim_id']} in the seed claim_decisions.csv."
    )


def _claims(connection: duckdb.DuckDBPyConnection, row: dict[str, Any]) -> list[dict[str, Any]]:
    """The claims that a failing row names, or that stand in the build beside an id that it names."""
    ids = {key: value for key, value in row.items() if key.endswith("_id") and isinstance(value, str)}
    found = {value for key, value in ids.items() if key.endswith("claim_id")}
    tables = connection.execute(
        "select schema_name, table_name, list(column_name) from duckdb_columns() "
        "where database_name = current_database() and schema_name in ('staging', 'baselines', 'marts') "
        "group by all order by all"
    ).fetchall()
    # A claim that stands beside the id is what the row is about; level_claim_id and such only lead there.
    if not found:
        found = _beside(connection, tables, ids, lambda column: column in ("claim_id", "lead_claim_id"))
    if not found:
        found = _beside(connection, tables, ids, lambda column: column.endswith("claim_id"))
    cursor = connection.execute(
        """
        select claims.claim_id, max(documents.shelf_path), max(claims.value_text), max(claims.sentence)
        from raw.claims as claims
        inner join raw.documents as documents on claims.reading_id = documents.reading_id
        where list_contains(?, claims.claim_id)
        group by claims.claim_id order by 2, 1
        """,
        [sorted(found)],
    )
    names = ("claim_id", "shelf_path", "value_text", "sentence")
    return [dict(zip(names, each, strict=True)) for each in cursor.fetchall()]


def _beside(
    connection: duckdb.DuckDBPyConnection,
    tables: list[tuple[str, str, list[str]]],
    ids: dict[str, str],
    is_claim: Callable[[str], bool],
) -> set[str]:
    """The claims in the columns that `is_claim` takes, of the rows that have one of the ids."""
    found: set[str] = set()
    for schema, table, columns in tables:
        claims = ", ".join(filter(is_claim, columns))
        places = [
            (column, value) for key, value in ids.items() for column in {key, "derived_id"} & {*columns}
        ]
        for column, value in places if claims else ():
            select = f"select {claims} from {schema}.{table} where {column} = ?"
            found.update(
                claim for row in connection.execute(select, [value]).fetchall() for claim in row if claim
            )
    return found
