"""The rows behind a failed test, put where a person finds them."""

import re
from pathlib import Path
from typing import Any

import duckdb

from ingest.as_json import as_json
from ingest.build import Results, sentence

_ROWS = 1000


def write_failures(database: Path, results: Results) -> list[dict[str, Any]]:
    """Writes the rows of each failed test as CSV beside the failed build; one entry per node that failed.

    An entry has name, kind, message and, for a test whose query can be run, rows (how many), file and the
    first row. The list itself is kept as failures.json.
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
    return {"rows": len(found), "file": str(file), "first": first}
