"""A frame of raw rows in; the accepted rows and, for every other, what a model expected of it out.

A row that breaks a rule is refused by itself. A frame of the wrong shape (a column missing, too many or of
another type) is refused whole, since then no row of it can be trusted.
"""

from dataclasses import dataclass

import pandera.polars as pa
import polars as pl
from pandera.errors import SchemaErrors

from schemas.base import ID32, SHA256
from schemas.decisions import DAY, DECISIONS
from schemas.tables import TABLES

_ROW = "__row__"
_PATTERNS = {ID32: "32 hex digits", SHA256: "64 hex digits", r"^[a-z]{2}$": "a two-letter code such as en"}
_PATTERNS[DAY] = "a day such as 2026-11-22"


class WrongShape(Exception):
    """A batch was refused whole; the message names the table and what is wrong with its columns."""


@dataclass(frozen=True)
class Refused:
    """One rule that one row breaks."""

    index: int  # row of the frame, from 0
    column: str  # the column at fault; the rule's name where it is about several
    found: str
    expected: str
    code: str  # name of the rule, one word


def validate(table: str, frame: pl.DataFrame) -> tuple[pl.DataFrame, list[Refused]]:
    """The accepted rows of a frame and the rules that the others break, in the order of the rows.

    `table` is a key of TABLES or DECISIONS; the frame has exactly its columns. WrongShape where it has not.
    """
    schema = {**TABLES, **DECISIONS}[table].to_schema()
    _check_shape(table, frame, schema)
    try:
        # collected, since pandera passes bad values of a LazyFrame silently; lazy, to hear of all rows
        schema.validate(frame, lazy=True)
    except SchemaErrors as errors:
        cases = errors.failure_cases
    else:
        return frame, []
    if cases["index"].is_null().any():
        raise WrongShape(f"The batch of {table} was refused whole: {_first_shape_fault(cases)}.")
    refused = [
        _refused(frame, schema, case) for case in cases.sort("index", "column", "check").iter_rows(named=True)
    ]
    bad = pl.Series([r.index for r in refused]).unique()
    accepted = frame.with_row_index(_ROW).filter(~pl.col(_ROW).is_in(bad.implode())).drop(_ROW)
    return accepted, refused


def _check_shape(table: str, frame: pl.DataFrame, schema: pa.DataFrameSchema) -> None:
    wanted = {name: column.dtype.type for name, column in schema.columns.items()}
    faults = [f"the column {name} is missing" for name in wanted if name not in frame.columns]
    faults += [f"the column {name} is unknown" for name in frame.columns if name not in wanted]
    faults += [
        f"the column {name} holds {found} where {wanted[name]} is expected"
        for name, found in frame.schema.items()
        if name in wanted and found != wanted[name]
    ]
    if not faults and frame.columns != list(wanted):
        faults = ["its columns are not in the order of the table"]
    if faults:
        raise WrongShape(f"The batch of {table} was refused whole: {'; '.join(faults)}.")


def _first_shape_fault(cases: pl.DataFrame) -> str:
    case = cases.filter(pl.col("index").is_null()).row(0, named=True)
    return f"{case['column']} {case['check']} ({case['failure_case']})"


def _refused(frame: pl.DataFrame, schema: pa.DataFrameSchema, case: dict[str, object]) -> Refused:
    index, column, check = int(str(case["index"])), str(case["column"]), str(case["check"])
    if column not in frame.columns:  # a rule about several columns goes by its sentence
        return Refused(index, "row", "columns that contradict each other", check, "columns_disagree")
    value = frame[column][index]
    found = "nothing" if value is None else f"“{_cut(str(value))}”"
    code = check.split("(")[0]
    statistics: dict[str, object] = next(
        (c.statistics for c in schema.columns[column].checks if c.name == code), {}
    )
    return Refused(index, column, found, _expected(code, statistics), code)


def _expected(code: str, statistics: dict[str, object]) -> str:
    """What a rule of pandera's asks for, in words."""
    if code == "isin":
        allowed = statistics["allowed_values"]
        return "one of " + ", ".join(map(str, allowed))  # type: ignore[call-overload]
    if code == "str_matches":
        pattern = str(statistics["pattern"])
        return _PATTERNS.get(pattern, f"a text of the form {_cut(pattern)}")
    words = {
        "not_nullable": "a value",
        "field_uniqueness": "a value that no other row has",
        "greater_than": f"more than {statistics.get('min_value')}",
        "greater_than_or_equal_to": f"at least {statistics.get('min_value')}",
    }
    return words.get(code, code)


def _cut(text: str, limit: int = 80) -> str:
    return text if len(text) <= limit else text[: limit - 1] + "…"
