"""Rows of a query as dictionaries."""

from typing import Any

import duckdb

Row = dict[str, Any]


def rows(connection: duckdb.DuckDBPyConnection, query: str, *values: object) -> list[Row]:
    """Every row, keyed by column."""
    cursor = connection.execute(query, list(values))
    names = [column[0] for column in cursor.description or []]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def row(connection: duckdb.DuckDBPyConnection, query: str, *values: object) -> Row | None:
    """The first row, if there is one."""
    found = rows(connection, query, *values)
    return found[0] if found else None
