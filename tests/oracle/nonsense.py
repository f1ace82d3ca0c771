"""Reports that no one would write: every kind of claim with every period, sign and link that there is.

A reader that errs writes such rows. Whatever they are, the marts must build and no data test may fail: a test
that a sentence can break stops every refresh of the shelf.
"""

from __future__ import annotations

import random
from decimal import Decimal
from typing import Any

from schemas.vocabulary import (
    CLAIM_STATUS,
    COVERAGE,
    FLAGS,
    KIND,
    LINK_ROLE,
    PRICE_BASIS,
    QUALIFIER,
)
from tests.pipeline.raw_rows import Report

NUMERALS = [
    "0",
    "1",
    "3",
    "7",
    "10",
    "87",
    "100",
    "5,739",
    "87,000",
    "0.0",
    "0.5",
    "12.4",
    "99.9",
    "1.5 million",
]
NUMERALS += ["67 billion", "22.28 trillion", "100.0", "250"]
UNITS = [
    "count",
    "person",
    "CNY",
    "USD",
    "percent",
    "percentage_point",
    "basis_point",
    "ratio",
    "t",
    "CNY/person",
]
PERIODS = [
    "2016",
    "2017",
    "2018",
    "2017-Q3",
    "2017-Q4",
    "2016-Q3",
    "2017-S1",
    "2017-12",
    "2017-11",
    "2017-03-15",
]
PERIODS += ["2017-01-01/P9M", "2016-01-01/P9M", "2014/..", "2016-04-01/P1Y"]
MEASURES = ["boats", "net revenue", "gross domestic product", "exports", "growth", "staff"]
PUBLISHERS = ["Office A", "Office B", "Paper"]


def nonsense(count: int, seed: int) -> list[Report]:
    """That many reports of a handful of claims, linked at random; the same for the same seed."""
    rng = random.Random(seed)
    return [_report(rng, number) for number in range(count)]


def _report(rng: random.Random, number: int) -> Report:
    # few names and places, so that figures of different reports meet
    report = Report(
        f"nonsense-{number}",
        published_on=f"201{rng.randint(8, 9)}-0{rng.randint(1, 4)}-15",
        publisher=rng.choice(PUBLISHERS),
        compiling_org=rng.choice([None, None, "Office A"]),
        ref_area=rng.choice(["CN", "NO", None]),
        entity=rng.choice([None, f"Company {number % 40}"]),
    )
    claims = [_claim(rng, report) for _ in range(rng.randint(2, 7))]
    linked = set()
    for _ in range(rng.randint(1, 2 * len(claims))):
        claim, target = rng.sample(claims, 2)
        role = rng.choice(list(LINK_ROLE))
        if (claim, role, target) not in linked:
            linked.add((claim, role, target))
            report.link(claim, role, target, rng.choice(list(COVERAGE)) if role == "part_of" else None)
    return report


def _claim(rng: random.Random, report: Report) -> str:
    kind = rng.choice(["level", "level", "level", "change_rate", *KIND])
    numeral = rng.choice(NUMERALS)
    unit = (
        rng.choice(UNITS)
        if kind in {"level", "change_amount", "difference"} or rng.random() < 0.1
        else "percent"
    )
    qualifier = rng.choice(["NONE", "NONE", *QUALIFIER])
    given: dict[str, Any] = {}
    if rng.random() < 0.05:
        given |= {"unit": None, "unit_status": "lost"}
    claim = report.claim(
        numeral,
        rng.choice([*MEASURES, None]),
        **{
            "kind": kind,
            "unit": unit,
            "qualifier": qualifier,
            "sentence_no": 1,
            "direction": rng.choice(["up", "down", "up", None]),
            "time_period": rng.choice([*PERIODS, None]),
            "base_period": rng.choice([*PERIODS, None, None]),
            "price_basis": rng.choice(["not_stated"] * 9 + list(PRICE_BASIS)),
            "claim_status": rng.choice(["actual"] * 9 + list(CLAIM_STATUS)),
            "flags": rng.choice(["", "", "", *FLAGS]),
        }
        | given,
    )
    row = report.claims[-1]
    if rng.random() < 0.1:
        row["value"] = -row["value"]
    if qualifier == "RANGE":
        row["value_upper"] = row["value"] + Decimal(rng.randint(-1, 9))
    return claim
