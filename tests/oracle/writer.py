"""Figures printed at random around a truth, and what is expected of the marts that are built of them."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Any

from tests.oracle.policy import COUNTS, Figure, Reading, bounds
from tests.pipeline.raw_rows import Report

HEDGES = ["NONE"] * 5 + ["GT", "GT", "GE", "LT", "LE", "NEARLY", "ABOUT", "ABOUT", "ODD", "EXACT", "RANGE"]
UNITS = ["count", "count", "person", "CNY", "USD", "m2"]
BOTH = ("conventional", "strict")


@dataclass
class Expected:
    """What one system promises; keys are claim ids."""

    bounds: dict[str, Reading] = field(default_factory=dict)
    baselines: dict[str, dict[str, Any]] = field(default_factory=dict)  # by level claim
    sums: dict[str, dict[str, Any]] = field(default_factory=dict)  # by whole claim
    shares: dict[str, dict[str, Any]] = field(default_factory=dict)  # by share claim
    changes: dict[str, dict[str, Any]] = field(default_factory=dict)  # by change claim
    currents: dict[str, dict[str, Any]] = field(default_factory=dict)  # by earlier level
    chains: dict[str, dict[str, Any]] = field(default_factory=dict)  # by entity: the level at the end
    refusals: dict[str, dict[str, Any]] = field(default_factory=dict)  # by level claim: what may be derived
    observations: dict[str, list[dict[str, Any]]] = field(default_factory=dict)  # by entity: what was stated


@dataclass
class System:
    reports: list[Report]
    expected: Expected


def figure_of(report: Report) -> Figure:
    """The figure that the report printed last."""
    row = report.claims[-1]
    names = set(Figure.__dataclass_fields__) & set(row)
    return Figure(**{name: row[name] for name in names})


def numeral_near(rng: random.Random, truth: Fraction, unit: str, kind: str) -> dict[str, Any]:
    """The truth as a report would print it: text and hedge; not always true, since that is not promised."""
    value = Decimal(truth.numerator) / Decimal(truth.denominator)
    hedge = rng.choice(HEDGES)
    if unit in {"percent", "percentage_point", "ratio"} or kind == "multiple":
        places = rng.choice([0, 1, 1, 2]) if unit != "ratio" else 1
        if hedge == "EXACT":
            hedge = "NONE"
        text = f"{value:.{places}f}"
        if Decimal(text) == 0:
            text, hedge = "0.5", "NONE"
        suffix = "%" if unit == "percent" else ""
        upper = Decimal(text) + Decimal(rng.randint(1, 9)).scaleb(-places)
        return _hedged(hedge, text + suffix, upper)
    scale = next((s for s in ("trillion", "billion", "million") if value >= Decimal(_SCALES[s])), None)
    if scale and rng.random() < 0.8:
        places = rng.choice([0, 1, 1, 2, 2, 3])
        text = f"{value / _SCALES[scale]:.{places}f}"
        upper = (Decimal(text) + Decimal(rng.randint(1, 9)).scaleb(-places)) * _SCALES[scale]
        return _hedged(hedge, f"{text} {scale}", upper)
    digits = len(str(int(value)))
    keep = rng.choice([1, 2, 3, digits, digits, digits])
    ten = 10 ** max(0, digits - keep)
    number = max(ten, round(int(value) / ten) * ten)
    return _hedged(hedge, f"{number:,}", Decimal(number + ten * rng.randint(1, 9)))


_SCALES = {"million": 10**6, "billion": 10**9, "trillion": 10**12}


def _hedged(hedge: str, text: str, upper: Decimal) -> dict[str, Any]:
    return {"printed": text, "qualifier": hedge, "value_upper": upper if hedge == "RANGE" else None}


class Writer:
    """Writes figures into a report and keeps their exact readings."""

    def __init__(self, rng: random.Random, number: int, family: str, **report: Any) -> None:
        self.rng = rng
        self.measure = f"{family} things {number}"
        self.report = Report(f"{family}-{number}", entity=f"{family} {number}", **report)
        self.expected = Expected()

    def figure(
        self, truth: Fraction | float, unit: str, kind: str = "level", name: str = "", **given: Any
    ) -> str:
        printed = numeral_near(self.rng, Fraction(truth), unit, kind) | given.pop("as_printed", {})
        text = printed.pop("printed")
        # One sentence: parts that stand in several may be several ways to cut one whole.
        given = {"sentence_no": 1, "unit": unit, "kind": kind} | printed | given
        claim = self.report.claim(text, self.measure + name, **given)
        self.expected.bounds[claim] = bounds(figure_of(self.report))
        return claim

    def reading(self, claim: str) -> Reading:
        return self.expected.bounds[claim]

    def system(self) -> System:
        return System([self.report], self.expected)


def a_level(rng: random.Random, unit: str) -> Fraction:
    """A true level over many magnitudes, whole."""
    top = rng.choice([10**3, 10**4, 10**5, 10**6] if unit in COUNTS else [10**5, 10**8, 10**10, 10**12])
    return Fraction(rng.randint(max(120, top // 50), top))
