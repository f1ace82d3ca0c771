"""Generated figures written out as a statistical communiqué would print them.

The generator's own texts only hold the places of its figures. These are for the reader: periods in words,
growth with its direction, parts after their whole, so that what it finds is near what the generator meant.
"""

from collections.abc import Iterator
from typing import Any

import polars as pl

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_QUARTERS = ("first", "second", "third", "fourth")
_KINDS = ("domestic", "foreign", "public", "private")  # what the parts of a whole are


def texts(claims: pl.DataFrame) -> Iterator[tuple[str, str]]:
    """The reading_id and the text of each report of the generator's raw.claims."""
    rows = claims.select(
        "reading_id", "sentence_no", "kind", "qualifier", "value_text", "hedge_text", "unit_text", "unit",
        "direction", "entity", "measure", "time_period", "base_period", "price_basis", "claim_status",
    )  # fmt: skip
    for (reading_id,), report in rows.group_by("reading_id", maintain_order=True):
        sentences = report.partition_by("sentence_no", maintain_order=True)
        yield str(reading_id), "\n".join(_sentence(s.to_dicts()) for s in sentences) + "\n"


def _sentence(figures: list[dict[str, Any]]) -> str:
    """What a report says of one thing: its level, and what it says of that level."""
    first, *others = figures
    has = "is expected to have" if first["claim_status"] == "forecast" else "had"
    measure = f"a share of {first['measure']}" if first["unit"] == "percent" else first["measure"]
    said = f"In {_period(first['time_period'])}, {first['entity']} {has} {measure} of {_number(first)}"
    if any(figure["kind"] == "share" for figure in others):
        return f"{said}{_share(first, others)}."
    if any(" part " in figure["measure"] for figure in others):
        return f"{said}{_parts(first, others)}."
    return said + "".join(_words(first, figure) for figure in others) + "."


def _words(first: dict[str, Any], figure: dict[str, Any]) -> str:
    kind, number = figure["kind"], _number(figure)
    if kind in {"change_rate", "points"}:
        change = "increase" if figure["direction"] == "up" else "decrease"
        article = "a real" if figure["price_basis"] == "real" else "an" if change == "increase" else "a"
        return f", {article} {change} of {number}"
    if kind == "change_amount":
        return f", or {number}"
    if kind == "multiple":
        return f", {number} times as much as in {_period(figure['base_period'])}"
    return f" from {number} in {_period(figure['time_period'])}"


def _share(first: dict[str, Any], figures: list[dict[str, Any]]) -> str:
    share, level = sorted(figures, key=lambda figure: str(figure["kind"]), reverse=True)
    return f", including {_number(level)} foreign {first['measure']}, or {_number(share)} of the total"


def _parts(first: dict[str, Any], figures: list[dict[str, Any]]) -> str:
    listed = [
        f"{_number(figure)} {kind} {first['measure']}" for figure, kind in zip(figures, _KINDS, strict=False)
    ]
    return f", including {', '.join(listed[:-1])} and {listed[-1]}"


def _number(figure: dict[str, Any]) -> str:
    """The numeral with its hedge and its unit; where the measure is what is counted, that is the unit."""
    hedge = "" if figure["qualifier"] == "RANGE" else figure["hedge_text"]
    unit = "" if figure["unit"] in {"percent", "count", "person", "ratio"} else figure["unit_text"]
    return " ".join(word for word in (hedge, figure["value_text"], unit) if word)


def _period(period: str) -> str:
    """A year, quarter or month as prose names it."""
    year, _, rest = period.partition("-")
    if not rest:
        return year
    if rest.startswith("Q"):
        return f"the {_QUARTERS[int(rest[1]) - 1]} quarter of {year}"
    return f"{_MONTHS[int(rest) - 1]} {year}"
