"""A shelf, loaded as a refresh does but without building or publishing."""

from pathlib import Path

from ingest.load import LoadOutcome, create_database, load
from ingest.survey import survey


def load_shelf(shelf: Path, database: Path, processes: int = 1) -> LoadOutcome:
    """Loads a whole shelf into the raw tables of a DuckDB file, made where it is missing."""
    with create_database(database) as connection:
        return load(connection, survey(shelf), database.parent / f"{database.name}.parts", processes)
