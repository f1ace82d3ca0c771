"""The oracle itself against the worked numbers of DESIGN §6 and §7, before it judges anybody."""

from decimal import Decimal
from fractions import Fraction

import pytest

from tests.oracle.derive import baseline
from tests.oracle.intervals import EVERYTHING, Interval
from tests.oracle.policy import Figure, bounds

D = Decimal


def closed(lower: str, upper: str) -> Interval:
    return Interval(Fraction(lower), Fraction(upper))


def test_unhedged_numerals() -> None:
    assert bounds(Figure(D(5739), "count", "NONE")).strict == closed("5739", "5739")
    assert bounds(Figure(D(100), "count", "NONE", D(1), D(100))).strict == closed("100", "100")
    thousands = bounds(Figure(D(87000), "count", "NONE", D(1), D(1000)))
    assert thousands.conventional == thousands.strict == closed("86500", "87500")
    assert bounds(Figure(D(10), "percent", "NONE", D(1), D(10))).strict == closed("9.5", "10.5")
    money = bounds(Figure(D("450e9"), "CNY", "NONE", D("1e9"), D("1e10"), has_scale_word=True))
    assert money.conventional == closed("449.5e9", "450.5e9")
    assert money.strict == closed("445e9", "455e9")


def test_hedged_numerals() -> None:
    over = bounds(Figure(D(410000), "count", "GT", D(1), D(10000)))
    assert over.conventional == Interval(Fraction(410000), Fraction(420000), True, True)
    assert over.strict == Interval(Fraction(410000), None, True)
    nearly = bounds(Figure(D(400), "count", "NEARLY", D(1), D(100)))
    assert nearly.conventional == Interval(Fraction(350), Fraction(400), False, True)
    about = bounds(Figure(D("10e9"), "CNY", "ABOUT", D("1e9"), D("1e10"), has_scale_word=True))
    assert about.conventional == closed("5e9", "15e9")
    assert about.strict == EVERYTHING
    plain = bounds(Figure(D(5739), "count", "ABOUT"))
    assert plain.conventional == closed("5737", "5741")
    half = bounds(Figure(D(50), "percent", "GT", None, None, flags="fraction"))
    assert half.conventional == Interval(Fraction(50), Fraction(60), True, True)


@pytest.mark.parametrize(
    ("level", "rate", "lower", "upper"),
    [
        (Figure(D(5739), "count", "NONE"), Figure(D(33), "percent", "GT"), 4283, 4315),
        (
            Figure(D(410000), "count", "GT", D(1), D(10000)),
            Figure(D(52), "percent", "NONE"),
            268853,
            277227,
        ),
        (
            Figure(D(4069), "count", "NONE"),
            Figure(D("24.8"), "percent", "NONE", D("0.1"), D("0.1")),
            3260,
            3261,
        ),
    ],
)
def test_baselines_of_the_design(level: Figure, rate: Figure, lower: int, upper: int) -> None:
    implied = baseline(bounds(level).conventional, rate=bounds(rate).conventional)
    assert implied.whole_numbers() == Interval(Fraction(lower), Fraction(upper))


def test_a_baseline_of_two_open_hedges_has_no_strict_interval() -> None:
    jobs = bounds(Figure(D(1050000), "count", "GT", D(10000), D(10000), has_scale_word=True))
    rate = bounds(Figure(D(36), "percent", "GT"))
    assert baseline(jobs.strict, rate=rate.strict) == EVERYTHING
    assert baseline(jobs.conventional, rate=rate.conventional).whole_numbers() == Interval(
        Fraction(766424), Fraction(779411)
    )
