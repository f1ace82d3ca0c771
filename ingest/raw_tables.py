"""The tables of the schema `raw` in DuckDB, made from the pandera models: one truth for one schema."""

import polars as pl

from schemas.tables import TABLES

_SQL_TYPE = {
    pl.String: "varchar",
    pl.Int64: "bigint",
    pl.Float64: "double",
    pl.Boolean: "boolean",
    pl.Date: "date",
    pl.Datetime: "timestamp",
}


def columns(table: str) -> dict[str, pl.DataType]:
    """Name and polars type of each column of a raw table, in order."""
    schema = TABLES[table].to_schema()
    return {name: column.dtype.type for name, column in schema.columns.items()}


def raw_ddl() -> list[str]:
    """Statements that make the schema `raw` and each of its tables where they are missing.

    Keys are kept by the load (it adds only what is not there), not by an index, which would cost a large
    warehouse more than the tables themselves.
    """
    statements = ["create schema if not exists raw"]
    for table, model in TABLES.items():
        schema = model.to_schema()
        lines = [
            f"{name} {sql_type(column.dtype.type)}{'' if column.nullable else ' not null'}"
            for name, column in schema.columns.items()
        ]
        statements.append(f"create table if not exists raw.{table} (\n    " + ",\n    ".join(lines) + "\n)")
    return statements


def sql_type(dtype: pl.DataType) -> str:
    """The DuckDB type of a polars type; KeyError for one that no raw table uses."""
    if isinstance(dtype, pl.Decimal):
        return f"decimal({dtype.precision}, {dtype.scale})"
    return _SQL_TYPE[dtype.base_type()]
