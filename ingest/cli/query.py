"""`figures query`: SQL on the published warehouse, read-only."""

import csv
import sys
from typing import Any

import click

from ingest.as_json import as_json as to_json
from ingest.cli import options
from ingest.errors import ConfigError
from ingest.project import Warehouse
from ingest.warehouse import open_published


@click.command("query")
@click.argument("sql")
@click.option(
    "--format", "form", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True
)
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@options.warehouse
def command(sql: str, form: str, as_json: bool, warehouse: Warehouse) -> None:
    """Run SQL on the published warehouse; - reads it from standard input.

    The warehouse is opened read-only; a query may still copy its answer to a file. The tables to ask stand in
    the schema marts.
    """
    import duckdb

    if sql == "-":
        sql = sys.stdin.read()
    if not sql.strip():
        raise ConfigError("There is no query: give one, such as “select * from marts.report_summary”.")
    with open_published(warehouse) as connection:
        try:
            connection.execute(sql)
            names = [column[0] for column in connection.description or []]
            rows = connection.fetchall() if names else []
        except duckdb.Error as error:
            raise ConfigError(_sentence(error)) from None
    if as_json or form == "json":
        click.echo(to_json([dict(zip(names, row, strict=True)) for row in rows]))
    elif form == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(names)
        writer.writerows(rows)
    else:
        _table(names, rows)


def _table(names: list[str], rows: list[tuple[Any, ...]]) -> None:
    """Columns set apart by two spaces; numbers to the right. The same in a pipe as on a screen."""
    cells = [[_cell(value) for value in row] for row in rows]
    widths = [max([_width(name), *(_width(row[i]) for row in cells)]) for i, name in enumerate(names)]
    right = [any(isinstance(row[i], int | float) for row in rows) for i in range(len(names))]
    lines = [names, ["─" * width for width in widths], *cells]
    for line in lines:
        padded = [
            " " * (width - _width(cell)) + cell if is_right else cell + " " * (width - _width(cell))
            for cell, width, is_right in zip(line, widths, right, strict=True)
        ]
        click.echo("  ".join(padded).rstrip())
    click.echo(f"({len(rows):,} row{'' if len(rows) == 1 else 's'})")


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return f"{value:.0f}"
    return " ".join(str(value).split()) if isinstance(value, str) else str(value)


def _width(text: str) -> int:
    """Columns on a terminal: Chinese characters take two."""
    from unicodedata import east_asian_width

    return len(text) if text.isascii() else sum(2 if east_asian_width(c) in "WF" else 1 for c in text)


def _sentence(error: Exception) -> str:
    """DuckDB's message as one line, with what a person can do about the two usual mistakes."""
    said = " ".join(str(error).split("LINE 1:")[0].split())
    if "attached in read-only mode" in said and 'database "figures"' in said:
        return "The published warehouse is read-only; only “figures refresh” changes it."
    tables = "select table_name from duckdb_tables() where schema_name = 'marts'"
    return f"{said} (the tables are listed by: {tables})"
