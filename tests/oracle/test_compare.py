"""The judge of intervals itself, on numbers worked out by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.oracle.compare import difference
from tests.oracle.intervals import Interval


@pytest.mark.parametrize(
    ("lower", "exact", "right"),
    [
        # 1,100,000 / 1.3595 = 809,121.0004: no whole number below 809,122 is inside.
        (809122, Fraction(2_200_000_000, 2719), True),
        (809121, Fraction(2_200_000_000, 2719), False),
        # 809,121 and a fraction that no double can hold is 809,121.
        (809121, Fraction(809121) + Fraction(1, 10**9), True),
    ],
)
def test_l1_a_count_begins_at_the_least_whole_number_inside(lower: int, exact: Fraction, right: bool) -> None:
    upper = Fraction(900_000)
    found = difference(Interval(Fraction(lower), upper), Interval(exact, upper), discrete=True, derived=True)
    assert (found == "") is right


@pytest.mark.parametrize(("off", "right"), [(Fraction(1, 10**15), True), (Fraction(1, 10**14), False)])
def test_l1_a_derived_end_cuts_off_no_more_than_the_last_digits_of_a_double(
    off: Fraction, right: bool
) -> None:
    exact = Interval(Fraction(10**8) * (1 - off), None)
    assert (difference(Interval(Fraction(10**8), None), exact, derived=True) == "") is right
