"""What a hedged number means: the table of DESIGN §6, written out once more and by another hand."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from tests.oracle.intervals import EVERYTHING, Interval, point

PERCENTAGES = {"percent", "percentage_point", "basis_point"}
COUNTS = {"count", "person"}


@dataclass(frozen=True, slots=True)
class Figure:
    """What of a raw claim decides its bounds. Amounts are exact; the direction is not applied here."""

    value: Decimal
    unit: str
    qualifier: str
    last_place: Decimal | None = Decimal(1)
    last_nonzero_place: Decimal | None = Decimal(1)
    has_scale_word: bool = False
    value_upper: Decimal | None = None
    flags: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """The two readings of one figure; EVERYTHING where a reading says nothing."""

    conventional: Interval
    strict: Interval


def bounds(figure: Figure) -> Reading:
    """Both intervals of a figure, in its printed unit."""
    v = Fraction(figure.value)
    if "fraction" in figure.flags.split():
        return _of_fraction(figure, v)
    assert figure.last_place is not None and figure.last_nonzero_place is not None
    last, nonzero = Fraction(figure.last_place), Fraction(figure.last_nonzero_place)
    q = figure.qualifier
    if q == "EXACT":
        return Reading(point(v), point(v))
    if q == "NONE":
        return _unhedged(figure, v, last, nonzero)
    if q == "RANGE":
        assert figure.value_upper is not None
        stated = Interval(v, Fraction(figure.value_upper))
        return Reading(stated, stated)
    u = nonzero
    h = u / 2
    if q == "ABOUT":
        # 5,739 printed in full beside an "about" cannot claim the half of a unit.
        plain_integer = last == nonzero == 1 and not figure.has_scale_word
        width = 2 * u if plain_integer else h
        around = Interval(v - width, v + width)
        # What is printed as positive is a size; "about 1 point" of a rise is no fall.
        return Reading(around.not_negative() if v > 0 else around, EVERYTHING)
    if q == "NEARLY" and v < 10 * u:  # one significant digit
        return Reading(Interval(v - h, v, False, True), Interval(Fraction(0), v, False, True))
    strict, conventional = {
        "GT": (Interval(v, None, True), Interval(v, v + u, True, True)),
        "GE": (Interval(v, None), Interval(v, v + u, False, True)),
        "LT": (Interval(Fraction(0), v, False, True), Interval(v - u, v, False, True)),
        "LE": (Interval(Fraction(0), v), Interval(v - u, v, True, False)),
        "NEARLY": (Interval(Fraction(0), v, False, True), Interval(v - u, v, False, True)),
        "ODD": (Interval(v, v + u, True, True), Interval(v, v + u, True, True)),
    }[q]
    if q in {"LT", "LE", "NEARLY"}:
        conventional = conventional.not_negative()
    return Reading(conventional, strict)


def _unhedged(figure: Figure, v: Fraction, last: Fraction, nonzero: Fraction) -> Reading:
    if figure.unit in PERCENTAGES:
        return _both(v, last, last)
    if figure.unit in COUNTS and not figure.has_scale_word:
        if last >= 1 and nonzero < 1000:
            return Reading(point(v), point(v))
        return _both(v, nonzero, nonzero)
    return _both(v, last, nonzero)


def _both(v: Fraction, conventional_u: Fraction, strict_u: Fraction) -> Reading:
    return Reading(
        Interval(v - conventional_u / 2, v + conventional_u / 2), Interval(v - strict_u / 2, v + strict_u / 2)
    )


def _of_fraction(figure: Figure, v: Fraction) -> Reading:
    """A third, one in five; "more than half" is the one hedge on a fraction that the table names."""
    if figure.qualifier == "GT":
        return Reading(Interval(v, v + 10, True, True), Interval(v, None, True))
    return Reading(Interval(v - Fraction(5, 2), v + Fraction(5, 2)), EVERYTHING)
