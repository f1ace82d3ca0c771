"""`figures query`: SQL on the published warehouse, read-only."""

import csv
import sys
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, Any

import click

from ingest.as_json import as_json as to_json
from ingest.cli import options
from ingest.errors import ConfigError
from ingest.project import Warehouse
from ingest.warehouse import open_published

if TYPE_CHECKING:
    import duckdb

_BATCH = 10_000  # rows fetched at a time, and rows that decide how wide the columns of a table are

# Statements that read or write other files. DuckDB's own lock leaves them the published file and its log.
_ELSEWHERE = {"COPY", "COPY_DATABASE", "EXPORT", "ATTACH", "PREPARE", "EXECUTE", "LOAD"}
_NOTHING_ELSE = (
    "A query reads the published warehouse and nothing else: to keep its answer, write "
    "figures query … --format csv > answer.csv; to join other files, open the warehouse read-only in DuckDB."
)

Row = tuple[Any, ...]


@click.command("query")
@click.argument("sql")
@click.option(
    "--format", "form", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True
)
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@options.warehouse
def command(sql: str, form: str, as_json: bool, warehouse: Warehouse) -> None:
    """Run SQL on the published warehouse; - reads it from standard input.

    The warehouse is opened read-only, and no other file is: to keep an answer, send it to a file with
    --format csv > answer.csv. The tables to ask stand in the schema marts.
    """
    import duckdb

    if sql == "-":
        sql = sys.stdin.read()
    if not sql.strip():
        raise ConfigError("There is no query: give one, such as “select * from marts.report_summary”.")
    write = _WRITERS["json" if as_json else form]
    with open_published(warehouse) as connection:
        try:
            names = _ask(connection, sql)
            first = connection.fetchmany(_BATCH) if names else []
            write(names, first, chain.from_iterable(iter(lambda: connection.fetchmany(_BATCH), [])))
            sys.stdout.flush()  # a reader that has gone is noticed here, not when Python ends
        except duckdb.Error as error:
            raise ConfigError(_sentence(error)) from None


def _ask(connection: "duckdb.DuckDBPyConnection", sql: str) -> list[str]:
    """Runs the query and leaves its rows to be fetched; the names of the columns, each given once."""
    statements = connection.extract_statements(sql)
    if not statements:
        raise ConfigError("There is no query, only a comment.")
    for statement in statements:
        kind, words = statement.type.name, statement.query.lower().split()
        if kind in _ELSEWHERE or (kind == "EXPLAIN" and "copy" in words):
            raise ConfigError(_NOTHING_ELSE)
    *before, last = statements
    answers = [
        each for each in statements if "QUERY_RESULT" in {kind.name for kind in each.expected_result_type}
    ]
    if len(answers) > 1:
        raise ConfigError(
            f"These are {len(answers)} queries, and one is answered at a time: ask each by itself."
        )
    for statement in before:
        connection.execute(statement)
    lossy = []
    select = _without_end(last.query)
    if last.type.name == "SELECT":
        # Python makes 420 days of 14 months, and the year 9999 of infinity; DuckDB's own words are exact.
        found = connection.execute(f"describe {select}").fetchall()
        lossy = [any(word in kind for word in ("INTERVAL", "DATE", "TIME")) for _, kind, *_ in found]
    if any(lossy):
        columns = ", ".join(
            f"cast(#{n} as varchar)" if is_lossy else f"#{n}" for n, is_lossy in enumerate(lossy, 1)
        )
        connection.execute(f"select {columns} from (\n{select}\n)")
        return _distinct([name for name, *_ in found])
    connection.execute(last)
    return _distinct([column[0] for column in connection.description or []])


def _without_end(query: str) -> str:
    """The query without the semicolon, and the comments around it, that may end it."""
    import duckdb

    for start, kind in reversed(duckdb.tokenize(query)):
        if kind.name != "comment" and query[start] != ";":
            return query
        query = query[:start]
    return query


def _distinct(names: list[str]) -> list[str]:
    """A name that stands twice gets a number, as DuckDB gives one to the columns of a table."""
    result: list[str] = []
    for name in names:
        number, given = 0, name
        while given in result:
            number += 1
            given = f"{name}_{number}"
        result.append(given)
    return result


def _json(names: list[str], first: list[Row], rest: Iterator[Row]) -> None:
    """One array; a row a line, so that a long answer can be read as it comes."""
    before = "["
    for row in chain(first, rest):
        sys.stdout.write(before + to_json(dict(zip(names, row, strict=True))))
        before = ",\n"
    sys.stdout.write("]\n" if before != "[" else "[]\n")


def _csv(names: list[str], first: list[Row], rest: Iterator[Row]) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([_nested(value) for value in row] for row in chain(first, rest))


def _table(names: list[str], first: list[Row], rest: Iterator[Row]) -> None:
    """Columns set apart by two spaces; numbers to the right. The same in a pipe as on a screen."""
    cells = [[_cell(value) for value in row] for row in first]
    widths = [max([_width(name), *(_width(row[i]) for row in cells)]) for i, name in enumerate(names)]
    right = [any(isinstance(row[i], int | float) for row in first) for i in range(len(names))]
    later = ([_cell(value) for value in row] for row in rest)
    count = -2  # the two lines of the head
    for line in chain([names, ["─" * width for width in widths]], cells, later):
        padded = [
            " " * (width - _width(cell)) + cell if is_right else cell + " " * (width - _width(cell))
            for cell, width, is_right in zip(line, widths, right, strict=True)
        ]
        sys.stdout.write("  ".join(padded).rstrip() + "\n")
        count += 1
    sys.stdout.write(f"({count:,} row{'' if count == 1 else 's'})\n")


def _cell(value: object) -> str:
    value = _nested(value)
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return f"{value:.0f}"
    return " ".join(value.split()) if isinstance(value, str) else str(value)


def _nested(value: object) -> object:
    """Lists, structs, maps and bytes as they stand in JSON; anything else as it is."""
    if isinstance(value, dict | list | tuple):
        return to_json(value)
    return to_json(value)[1:-1].replace("\\\\", "\\") if isinstance(value, bytes) else value


def _width(text: str) -> int:
    """Columns on a terminal: Chinese characters take two."""
    from unicodedata import east_asian_width

    return len(text) if text.isascii() else sum(2 if east_asian_width(c) in "WF" else 1 for c in text)


def _sentence(error: Exception) -> str:
    """DuckDB's message as one line, with what a person can do about the two usual mistakes."""
    said = " ".join(str(error).split("LINE 1:")[0].split())
    if "attached in read-only mode" in said and 'database "figures"' in said:
        return "The published warehouse is read-only; only “figures refresh” changes it."
    if said.startswith("Permission Error") or "configuration has been locked" in said:
        return _NOTHING_ELSE
    tables = "select table_name from duckdb_tables() where schema_name = 'marts'"
    return f"{said} (the tables are listed by: {tables})"


_WRITERS = {"json": _json, "csv": _csv, "table": _table}
