"""The closing summary of a refresh, asked of the marts of a finished build."""

from pathlib import Path
from typing import Any

import duckdb


def summarise(database: Path) -> dict[str, Any]:
    with duckdb.connect(database, read_only=True) as connection:
        return {"documents": connection.execute("select count(*) from raw.documents").fetchone()[0]}
