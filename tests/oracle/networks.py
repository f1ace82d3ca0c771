"""Reports whose figures hang together: nested sums, growth from printed earlier levels, shares, amounts.

Every figure is printed around one hidden truth, on the side that its hedge claims, so that all relations hold
together; a `false` network has one figure far off. What the relations imply of each level is the business of
`hull`.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from tests.oracle import derive
from tests.oracle.hull import Relations
from tests.oracle.intervals import Interval
from tests.oracle.writer import Writer
from tests.pipeline.raw_rows import Report

HEDGES = ["NONE", "NONE", "GT", "GE", "LT", "NEARLY", "ABOUT", "ABOUT", "RANGE"]


@dataclass
class Network:
    """A report, its levels' relations and true values, and the claim that is false, if one is."""

    report: Report
    relations: Relations
    truth: dict[str, int]
    false_claim: str | None


def truthful(rng: random.Random, truth: int) -> dict[str, Any]:
    """A whole number as printed with a hedge that is true of it, in two or three digits or in full."""
    hedge = rng.choice(HEDGES)
    ten = 10 ** max(0, len(str(truth)) - rng.choice([2, 2, 3]))
    if hedge == "NONE":
        # A count is taken for exact below thousands, so it is printed in full or in thousands.
        ten = 1000 if truth >= 20_000 and rng.random() < 0.5 else 1
    down, up = truth // ten * ten, -(-truth // ten) * ten
    nearest = (truth + ten // 2) // ten * ten
    number = {"GT": down, "GE": down, "RANGE": down, "LT": up, "NEARLY": up}.get(hedge, nearest)
    if number == truth and hedge in {"GT", "LT", "NEARLY"}:
        hedge = "GE" if hedge == "GT" else "LE"
    upper = Decimal(number + ten) if hedge == "RANGE" else None
    return {"printed": f"{number:,}", "qualifier": hedge, "value_upper": upper}


class Net:
    """Writes a network: truths by name, claims by name."""

    def __init__(self, rng: random.Random, number: int, false: bool) -> None:
        self.rng = rng
        self.w = Writer(rng, number, "net")
        self.false = false
        self.truth: dict[str, int] = {}
        self.claim: dict[str, str] = {}
        self.relations = Relations()

    def level(self, name: str, truth: int, **given: Any) -> str:
        claim = self.w.figure(
            truth,
            "count",
            name=f" {name}",
            as_printed=truthful(self.rng, max(2, truth)),
            **given,
        )
        self.truth[claim] = truth
        self.relations.levels[claim] = self.w.reading(claim).conventional
        return claim

    def percent(self, truth: Fraction, kind: str, name: str, **given: Any) -> tuple[str, Interval]:
        """A rate or share, unhedged, with one or two decimals."""
        places = self.rng.choice([1, 1, 2])
        shown = f"{float(abs(truth)):.{places}f}%"
        printed = {"printed": shown, "qualifier": "NONE", "value_upper": None}
        claim = self.w.figure(abs(truth), "percent", kind, f" {name}", as_printed=printed, **given)
        direction = given.get("direction")
        return claim, derive.signed(self.w.reading(claim).conventional, direction)

    def cut(self, whole: str, depth: int) -> None:
        """Parts of a level that add up to it; one of them may be cut again."""
        truth = self.truth[whole]
        count = self.rng.randint(2, 4)
        marks = sorted(self.rng.sample(range(truth // 10, truth), count - 1))
        sizes = [b - a for a, b in zip([0, *marks], [*marks, truth], strict=True)]
        if min(sizes) < 30:
            return
        parts = [self.level(f"{len(self.truth)}", size) for size in sizes]
        for part in parts:
            self.w.report.link(part, "part_of", whole, "exhaustive")
        self.relations.adds_up(whole, parts)
        if depth:
            self.cut(self.rng.choice(parts), depth - 1)

    def grow(self, new: str) -> None:
        """The earlier level printed beside a level, with the rate, the amount or both between them."""
        truth = self.truth[new]
        old_truth = max(30, round(truth / (1 + self.rng.uniform(-0.3, 0.5))))
        if old_truth == truth:
            return
        name = self.w.report.claims[[c["claim_id"] for c in self.w.report.claims].index(new)]["measure"]
        old = self.level(name.split()[-1], old_truth, time_period="2016")
        self.w.report.link(new, "compared_with", old)
        change = {"direction": "up" if truth > old_truth else "down", "base_period": "2016"}
        rate, interval = self.percent(
            (Fraction(truth, old_truth) - 1) * 100, "change_rate", name.split()[-1], **change
        )
        self.w.report.link(rate, "growth_of", new)
        self.w.report.link(rate, "growth_from", old)
        self.relations.multiple(new, old, derive.growth_factor(interval))

    def share(self, part: str, whole: str) -> None:
        """The share of a part in a whole, both printed."""
        truth = Fraction(self.truth[part], self.truth[whole]) * 100
        if truth < 2:
            return
        claim, interval = self.percent(truth, "share", f"share {len(self.truth)}")
        self.w.report.link(claim, "share_of", whole)
        self.w.report.link(claim, "expresses", part)
        self.relations.multiple(part, whole, interval.scaled(derive.PERCENT))


def network(rng: random.Random, number: int) -> Network:
    """One whole with parts, and some growth and shares about it."""
    net = Net(rng, number, false=rng.random() < 0.2)
    whole = net.level("all", rng.randint(2_000, 900_000))
    net.cut(whole, depth=rng.randint(0, 1))
    parts = [claim for claim in net.truth if claim != whole]
    for claim in rng.sample([whole, *parts], min(2, len(parts))):
        net.grow(claim)
    if parts and rng.random() < 0.5:
        net.share(rng.choice(parts), whole)
    false_claim = None
    if net.false and parts:
        false_claim = rng.choice([whole, *parts])
        _falsify(net, false_claim)
    return Network(net.w.report, net.relations, net.truth, false_claim)


def _falsify(net: Net, claim: str) -> None:
    """Print a level ten times too large, digits and all."""
    row = next(c for c in net.w.report.claims if c["claim_id"] == claim)
    for name in ("value", "value_upper", "last_nonzero_place"):
        if row[name] is not None:
            row[name] *= 10
    stated = net.relations.levels[claim]
    net.relations.levels[claim] = stated.scaled(10)


def networks(count: int, seed: int) -> list[Network]:
    rng = random.Random(seed)
    return [network(rng, n) for n in range(count)]
