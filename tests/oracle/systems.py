"""Small random reports, each about a thing of its own, with what exact arithmetic expects of the marts.

A system is one or two reports whose figures touch no other system, so that thousands of them fit one build.
The figures are drawn around a hidden truth; `false` systems have one figure moved far away.
"""

from __future__ import annotations

import random
from fractions import Fraction
from typing import Any

from tests.oracle import derive
from tests.oracle.changes import (
    baseline_system,
    basis_system,
    between_system,
    chain_system,
    forward_system,
)
from tests.oracle.compare import clearly_overlaps
from tests.oracle.policy import COUNTS
from tests.oracle.writer import BOTH, UNITS, Expected, System, Writer, a_level
from tests.pipeline.raw_rows import Report


def bounds_system(rng: random.Random, number: int) -> System:
    """A handful of figures of every kind, alone."""
    w = Writer(rng, number, "alone")
    for n in range(6):
        unit = rng.choice(UNITS)
        w.figure(a_level(rng, unit), unit, name=f" no {n}")
    w.figure(Fraction(rng.randint(10, 999), 10), "percent", "share", " share")
    w.figure(Fraction(rng.randint(10, 999), 10), "percent", "change_rate", " rate", direction="down")
    w.figure(Fraction(rng.randint(5, 90), 10), "percentage_point", "points", " points")
    w.figure(Fraction(rng.randint(11, 60), 10), "ratio", "multiple", " multiple")
    return w.system()


def parts_system(rng: random.Random, number: int) -> System:
    """A whole and its parts: closed, open or unsaid; sometimes one figure is far off."""
    w = Writer(rng, number, "split")
    unit = rng.choice(UNITS)
    coverage = rng.choice(["exhaustive", "exhaustive", "partial", "unknown"])
    count = rng.randint(2, 4)
    parts = [a_level(rng, unit) for _ in range(count)]
    top = max(parts)
    parts = [max(p, top // 20) for p in parts]
    rest = Fraction(0)
    if coverage != "exhaustive" and rng.random() < 0.6:
        rest = Fraction(rng.randint(1, int(sum(parts))))
    false = rng.random() < 0.25
    factor = rng.choice([Fraction(1, 3), 3, 10, 1000]) if false else 1
    whole = w.figure((sum(parts) + rest) * factor, unit)
    claims = [w.figure(p, unit, name=f" part {n}") for n, p in enumerate(parts)]
    for claim in claims:
        w.report.link(claim, "part_of", whole, coverage)
    expected: dict[str, Any] = {"coverage": coverage, "parts": claims, "discrete": unit in COUNTS}
    exact = [w.reading(c).conventional for c in [whole, *claims]]
    expected["touching"] = clearly_overlaps(exact[0], derive.total(exact[1:]), False) is None
    for reading in BOTH:
        whole_interval = getattr(w.reading(whole), reading)
        intervals = [getattr(w.reading(c), reading) for c in claims]
        expected[reading] = derive.total(intervals)
        expected[f"{reading}_verdict"] = derive.verdict_of_sum(
            whole_interval, intervals, coverage == "exhaustive"
        )
        expected[f"{reading}_remainder"] = derive.remainder(whole_interval, intervals)
    w.expected.sums[whole] = expected
    return w.system()


def share_system(rng: random.Random, number: int) -> System:
    """A share with its whole, its part, or both."""
    w = Writer(rng, number, "shared")
    unit = rng.choice(UNITS)
    whole_truth = a_level(rng, unit)
    share_truth = Fraction(rng.randint(50, 900), 1000)
    printed_share = share_truth * 100
    missing = rng.choice(["none", "none", "part", "whole"])
    if missing == "none" and rng.random() < 0.3:
        printed_share = Fraction(rng.randint(50, 950), 10)
    share = w.figure(printed_share, "percent", "share", " among them")
    expected: dict[str, Any] = {"missing": missing, "share": share, "discrete": unit in COUNTS}
    if missing != "whole":
        expected["whole"] = w.figure(whole_truth, unit)
        w.report.link(share, "share_of", expected["whole"])
    if missing != "part":
        expected["part"] = w.figure(whole_truth * share_truth, unit, name=" among them")
        w.report.link(share, "expresses", expected["part"])
    for reading in BOTH:
        share_interval = getattr(w.reading(share), reading)
        of = lambda name, reading=reading: getattr(w.reading(expected[name]), reading)  # noqa: E731
        if missing == "part":
            expected[reading] = derive.part(of("whole"), share_interval)
        elif missing == "whole":
            expected[reading] = derive.whole(of("part"), share_interval)
        else:
            expected[reading] = derive.part(of("whole"), share_interval)
    if missing == "none":
        ratio = w.reading(expected["part"]).conventional.over(w.reading(expected["whole"]).conventional)
        expected["meets"] = clearly_overlaps(ratio.scaled(100), w.reading(share).conventional, False)
    w.expected.shares[share] = expected
    return w.system()


ORGANISATIONS = ["Office A", "Office B", "Office C"]


def dated_system(rng: random.Random, number: int) -> System:
    """One thing counted by one to three organisations, printed by several publishers on several days."""
    truth, unit = a_level(rng, "count"), "count"
    reports: list[Report] = []
    statements: list[dict[str, Any]] = []
    expected = Expected()
    orgs = rng.sample(ORGANISATIONS, rng.choice([1, 1, 2, 3]))
    for n in range(rng.randint(1, 5)):
        org, day = rng.choice(orgs), f"2018-0{rng.randint(1, 4)}-15"
        publisher = rng.choice([org, org, f"Paper {n}"])
        w = Writer(rng, number, "dated", publisher=publisher, compiling_org=org, published_on=day)
        w.report.slug += f"-{n}"
        moved = truth * rng.choice([1, 1, 1, Fraction(101, 100), Fraction(3, 2)])
        claim = w.figure(Fraction(round(moved)), unit)
        expected.bounds |= w.expected.bounds
        statements.append({"org": org, "day": day, "interval": w.reading(claim).conventional, "claim": claim})
        reports.append(w.report)
    expected.observations[f"dated {number}"] = statements
    return System(reports, expected)


FAMILIES = [
    bounds_system, baseline_system, baseline_system, parts_system, share_system, between_system, dated_system,
    basis_system, forward_system, chain_system,
]  # fmt: skip


def systems(count: int, seed: int) -> list[System]:
    """That many systems, the same for the same seed."""
    rng = random.Random(seed)
    return [FAMILIES[n % len(FAMILIES)](rng, n) for n in range(count)]
