"""The load inside a refresh: into the build's own copy, with the journal of the runs before."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime

import duckdb
import polars as pl

from ingest import journal
from ingest.load import LoadOutcome, create_database, insert_rows, load
from ingest.project import Warehouse
from ingest.survey import Survey
from ingest.warehouse import damaged
from schemas.validate import WrongShape
from schemas.vocabulary import RESULT_KIND


def load_into(
    warehouse: Warehouse, found: Survey, processes: int, progress: Callable[[int, int], None]
) -> LoadOutcome:
    """Loads a survey into the build and closes it, so that dbt can open it."""
    parts = warehouse.build_folder / "parts"
    try:
        connection = create_database(warehouse.build)
    except duckdb.Error as error:
        raise damaged(warehouse, error) from None
    with connection:
        outcome = load(connection, found, parts, processes, progress)
        _copy_journal(connection, warehouse)
        connection.execute("checkpoint")
    return outcome


def _copy_journal(connection: duckdb.DuckDBPyConnection, warehouse: Warehouse) -> None:
    """Copies the finished refreshes that the database does not know yet into raw.

    A line that somebody wrote by hand and that fits no row stays where it is, in the journal.
    """
    known = {row[0] for row in connection.execute("select refresh_id from raw.refreshes").fetchall()}
    rows: list[dict[str, object]] = []
    results: list[dict[str, object]] = []
    for entry, done in journal.read_ends(warehouse.journal):
        if entry.refresh_id in known:
            continue
        known.add(entry.refresh_id)
        row: dict[str, object] = {name: getattr(entry, name) for name in journal.Entry.__dataclass_fields__}
        try:
            row["started_at"] = datetime.fromisoformat(entry.started_at)
            row["finished_at"] = datetime.fromisoformat(entry.finished_at)
            results += [
                {"refresh_id": entry.refresh_id, **dict(zip(_RESULT, each, strict=True))}
                for each in done
                if each[1] in RESULT_KIND
            ]
        except (TypeError, ValueError, IndexError):
            continue
        rows.append(row)
    for table, found in (("refreshes", rows), ("refresh_results", results)):
        try:
            insert_rows(connection, warehouse.build_folder, table, found)
        except _UNFIT:
            for each in found:  # one of them is unfit: the others are taken singly
                with suppress(*_UNFIT):
                    insert_rows(connection, warehouse.build_folder, table, [each])


_RESULT = ("unique_id", "kind", "status", "seconds", "failures")
_UNFIT = (TypeError, ValueError, WrongShape, pl.exceptions.PolarsError)
