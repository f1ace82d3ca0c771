"""What follows from linked figures (DESIGN §7), exactly. Percentages come as printed: 33 for 33%."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from tests.oracle.intervals import EVERYTHING, Interval, point

PERCENT = Fraction(1, 100)


def signed(change: Interval, direction: str | None) -> Interval:
    """A fall is printed positive with the direction down."""
    return -change if direction == "down" else change


def growth_factor(rate: Interval) -> Interval:
    """1 + g of a signed rate in percent; what cannot be negative cannot fall by more than all of it."""
    return (point(1) + rate.scaled(PERCENT)).not_negative()


def baseline(level: Interval, *, rate: Interval | None = None, amount: Interval | None = None) -> Interval:
    """The earlier level that a level and its signed change imply; both changes intersect."""
    implied = EVERYTHING
    if rate is not None:
        implied = implied.meet(level.over(growth_factor(rate)))
    if amount is not None:
        implied = implied.meet(level - amount)
    return informative(implied)


def baseline_of_multiple(level: Interval, multiple: Interval) -> Interval:
    """The earlier level where the text gives the ratio new to old."""
    return informative(level.over(multiple))


def baseline_of_points(rate_level: Interval, points: Interval) -> Interval:
    """The earlier rate where the text gives its change in points, signed, in the unit of the rate."""
    return informative(rate_level - points)


def grown(earlier: Interval, rate: Interval) -> Interval:
    """The current level that an earlier level and a signed rate imply."""
    return informative(earlier.times(growth_factor(rate)))


def part(whole: Interval, share: Interval) -> Interval:
    return informative(whole.times(share.scaled(PERCENT)))


def whole(part_level: Interval, share: Interval) -> Interval:
    return informative(part_level.over(share.scaled(PERCENT)))


def remainder(whole_level: Interval, parts: Sequence[Interval]) -> Interval:
    """What the named parts of an open list leave of the whole; it cannot be negative."""
    return (whole_level - total(parts)).not_negative()


def total(parts: Sequence[Interval]) -> Interval:
    result = point(0)
    for one in parts:
        result = result + one
    return result


def informative(interval: Interval) -> Interval:
    """An interval that says nothing has no ends at all."""
    return EVERYTHING if interval.says_nothing else interval


def verdict_of_sum(whole_level: Interval, parts: Sequence[Interval], exhaustive: bool) -> str:
    """holds, remainder or violated (DESIGN §5, reconciliations)."""
    expected = total(parts)
    if whole_level.overlaps(expected):
        return "holds"
    if exhaustive:
        return "violated"
    exceeds = (
        expected.lower is not None and whole_level.upper is not None and expected.lower >= whole_level.upper
    )
    return "violated" if exceeds else "remainder"
