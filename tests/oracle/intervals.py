"""Exact intervals of rational numbers with open, closed and unbounded ends.

An unbounded end is None and counts as open. No float enters: a bound that is compared with the marts is
compared exactly, and the marts' doubles are judged by their distance from it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction

Number = Fraction | int


@dataclass(frozen=True, slots=True)
class Interval:
    """All x with lower ≤ x ≤ upper, an end left out where it is open."""

    lower: Fraction | None
    upper: Fraction | None
    lower_open: bool = False
    upper_open: bool = False

    def __post_init__(self) -> None:
        if self.lower is None:
            object.__setattr__(self, "lower_open", True)
        if self.upper is None:
            object.__setattr__(self, "upper_open", True)

    @property
    def is_empty(self) -> bool:
        if self.lower is None or self.upper is None:
            return False
        return self.lower > self.upper or (self.lower == self.upper and (self.lower_open or self.upper_open))

    @property
    def says_nothing(self) -> bool:
        """True where both ends are unbounded, or only the sign of a quantity that has one is left."""
        return self.upper is None and (self.lower is None or self.lower == 0)

    def __contains__(self, x: Number) -> bool:
        above = self.lower is None or x > self.lower or (x == self.lower and not self.lower_open)
        below = self.upper is None or x < self.upper or (x == self.upper and not self.upper_open)
        return above and below

    def __neg__(self) -> Interval:
        return Interval(
            None if self.upper is None else -self.upper,
            None if self.lower is None else -self.lower,
            self.upper_open,
            self.lower_open,
        )

    def __add__(self, other: Interval) -> Interval:
        return Interval(
            None if self.lower is None or other.lower is None else self.lower + other.lower,
            None if self.upper is None or other.upper is None else self.upper + other.upper,
            self.lower_open or other.lower_open,
            self.upper_open or other.upper_open,
        )

    def __sub__(self, other: Interval) -> Interval:
        return self + (-other)

    def scaled(self, factor: Number) -> Interval:
        """The interval times a positive number."""
        if factor <= 0:
            raise ValueError("scaled() takes a positive factor")
        return Interval(
            None if self.lower is None else self.lower * factor,
            None if self.upper is None else self.upper * factor,
            self.lower_open,
            self.upper_open,
        )

    def times(self, other: Interval) -> Interval:
        """The product of two quantities that cannot be negative; an unknown lower end counts as zero."""
        a, b = self.not_negative(), other.not_negative()
        assert a.lower is not None and b.lower is not None
        return Interval(
            a.lower * b.lower,
            None if a.upper is None or b.upper is None else a.upper * b.upper,
            a.lower_open or b.lower_open,
            a.upper_open or b.upper_open,
        )

    def over(self, other: Interval) -> Interval:
        """The quotient of a quantity that cannot be negative by a positive one."""
        a, b = self.not_negative(), other.not_negative()
        assert a.lower is not None and b.lower is not None
        lower = Fraction(0) if b.upper is None else a.lower / b.upper
        upper = None if a.upper is None or b.lower == 0 else a.upper / b.lower
        return Interval(lower, upper, a.lower_open or b.upper_open, a.upper_open or b.lower_open)

    def not_negative(self) -> Interval:
        """The part of the interval that is zero or more."""
        if self.lower is None or self.lower < 0:
            return Interval(Fraction(0), self.upper, False, self.upper_open)
        return self

    def meet(self, other: Interval) -> Interval:
        """The intersection; empty where the two contradict each other."""
        lower, lower_open = self.lower, self.lower_open
        if other.lower is not None and (lower is None or other.lower > lower):
            lower, lower_open = other.lower, other.lower_open
        elif other.lower is not None and other.lower == lower:
            lower_open = lower_open or other.lower_open
        upper, upper_open = self.upper, self.upper_open
        if other.upper is not None and (upper is None or other.upper < upper):
            upper, upper_open = other.upper, other.upper_open
        elif other.upper is not None and other.upper == upper:
            upper_open = upper_open or other.upper_open
        return Interval(lower, upper, lower_open, upper_open)

    def overlaps(self, other: Interval) -> bool:
        return not self.meet(other).is_empty

    def includes(self, other: Interval) -> bool:
        """True where no point of other lies outside."""
        return self.meet(other) == other

    def whole_numbers(self) -> Interval:
        """The hull of the whole numbers inside, closed where bounded."""
        lower = self.lower
        if lower is not None:
            lower = Fraction(math.floor(lower) + 1 if self.lower_open else math.ceil(lower))
        upper = self.upper
        if upper is not None:
            upper = Fraction(math.ceil(upper) - 1 if self.upper_open else math.floor(upper))
        return Interval(lower, upper)


EVERYTHING = Interval(None, None)


def point(x: Number) -> Interval:
    return Interval(Fraction(x), Fraction(x))
