"""Small random reports of levels and their changes; see `systems` for what a system is."""

from __future__ import annotations

import random
from fractions import Fraction
from typing import Any

from tests.oracle import derive
from tests.oracle.compare import clearly_overlaps
from tests.oracle.intervals import Interval, point
from tests.oracle.policy import COUNTS
from tests.oracle.writer import BOTH, UNITS, System, Writer, a_level


def baseline_system(rng: random.Random, number: int) -> System:
    """A level and its change by rate, amount, both, multiple or points; often the earlier level too."""
    w = Writer(rng, number, "grown")
    method = rng.choice(["rate", "rate", "rate", "amount", "both", "multiple", "points"])
    unit = "percent" if method == "points" else rng.choice(UNITS)
    base = Fraction(rng.randint(300, 700), 10) if method == "points" else a_level(rng, unit)
    growth = Fraction(rng.choice([-1, 1, 1]) * rng.randint(5, 450), 1000)
    if method == "multiple":
        growth = Fraction(rng.randint(3, 40), 10)
    level_truth = base * (1 + growth) if method == "points" else Fraction(round(base * (1 + growth)))
    if level_truth == base:
        level_truth += 1
    direction = "up" if level_truth > base else "down"
    # A rate as a level is a percentage of its own kind: the kind keeps it apart from shares and changes.
    level = w.figure(level_truth, unit)
    changes: dict[str, str] = {}
    change = {"direction": direction, "base_period": "2016"}
    if method in {"rate", "both"}:
        changes["rate"] = w.figure(abs(level_truth / base - 1) * 100, "percent", "change_rate", **change)
    if method in {"amount", "both"}:
        changes["amount"] = w.figure(abs(level_truth - base), unit, "change_amount", **change)
    if method == "multiple":
        changes["multiple"] = w.figure(level_truth / base, "ratio", "multiple", **change)
    if method == "points":
        changes["points"] = w.figure(abs(level_truth - base), "percentage_point", "points", **change)
    for claim in changes.values():
        w.report.link(claim, "growth_of", level)
    w.expected.baselines[level] = {
        "method": method,
        "discrete": unit in COUNTS,
        **{r: _implied(w, level, changes, direction, r) for r in BOTH},
    }
    system = w.system()
    if rng.random() < 0.6:
        earlier = Writer(rng, number, "grown", published_on="2017-06-30")
        earlier.report.slug += "-earlier"
        moved = base * rng.choice([1, 1, 1, Fraction(9, 10), Fraction(3, 2), 10])
        published = earlier.figure(moved, unit, time_period="2016")
        system.reports.append(earlier.report)
        system.expected.bounds[published] = earlier.reading(published)
        system.expected.baselines[level]["published"] = earlier.reading(published)
    return system


def _implied(w: Writer, level: str, changes: dict[str, str], direction: str, reading: str) -> Interval:
    of = lambda claim: getattr(w.reading(claim), reading)  # noqa: E731
    if "multiple" in changes:
        return derive.baseline_of_multiple(of(level), of(changes["multiple"]))
    if "points" in changes:
        return derive.baseline_of_points(of(level), derive.signed(of(changes["points"]), direction))
    signed = {name: derive.signed(of(claim), direction) for name, claim in changes.items()}
    return derive.baseline(of(level), rate=signed.get("rate"), amount=signed.get("amount"))


def between_system(rng: random.Random, number: int) -> System:
    """Both levels and the change between them, in one text; sometimes the change is false."""
    w = Writer(rng, number, "between")
    unit = rng.choice(UNITS)
    old_truth = a_level(rng, unit)
    new_truth = Fraction(
        round(old_truth * Fraction(rng.choice([-1, 1, 1]) * rng.randint(10, 600) + 1000, 1000))
    )
    method = rng.choice(["rate", "rate", "amount", "multiple"])
    new, old = w.figure(new_truth, unit), w.figure(old_truth, unit, time_period="2016")
    down = new_truth < old_truth
    change: dict[str, Any] = {"direction": "down" if down else "up", "base_period": "2016"}
    false = rng.choice([1, 1, 1, Fraction(5, 4), 3, Fraction(1, 3)])
    if method == "rate":
        truth, kind, of = abs(new_truth / old_truth - 1) * 100, "change_rate", "percent"
        if down and truth * false >= 100:
            false = 1
    elif method == "amount":
        truth, kind, of = abs(new_truth - old_truth), "change_amount", unit
    else:
        truth, kind, of = new_truth / old_truth, "multiple", "ratio"
    claim = w.figure(max(truth, Fraction(1, 2)) * false, of, kind, **change)
    w.report.link(claim, "growth_of", new)
    w.report.link(claim, "growth_from", old)
    w.report.link(new, "compared_with", old)
    first, second = w.reading(new).conventional, w.reading(old).conventional
    expected = {
        "rate": lambda: (first.over(second) - point(1)).scaled(100),
        "amount": lambda: first - second,
        "multiple": lambda: first.over(second),
    }[method]()
    printed = w.reading(claim).conventional
    observed = printed if method == "multiple" else derive.signed(printed, change["direction"])
    w.expected.changes[claim] = {
        "method": method,
        "conventional": expected,
        "holds": clearly_overlaps(expected, observed, False),
    }
    return w.system()


BASES = [
    "as_reported", "as_reported", "not_stated", "not_stated", "real", "constant_prices", "like_for_like",
    "constant_currency", "seasonally_adjusted", "other_currency", "as_reported real",
    "constant_prices same_scope",
]  # fmt: skip
# What always grows in volume (DESIGN §7), and what only sounds like it.
MEASURES = [("gross domestic product", True), ("industrial value added", True), ("retail sales", False)]


def basis_system(rng: random.Random, number: int) -> System:
    """A level with one change whose basis, kind, sign or status may forbid any baseline."""
    w = Writer(rng, number, "based")
    basis, status, spoiled = (
        rng.choice(BASES),
        "actual",
        rng.choice(["", "", "", "ambiguous", "negative", "unit"]),
    )
    in_volume = False
    if rng.random() < 0.3:
        w.measure, in_volume = rng.choice(MEASURES)
        spoiled = ""
    elif rng.random() < 0.2:
        status = rng.choice(["preliminary", "estimate", "forecast"])
    truth = a_level(rng, "CNY") * 1000
    level = w.figure(
        truth, "CNY", claim_status=status,
        as_printed={"printed": "-14.2 million", "qualifier": "NONE", "value_upper": None}
        if spoiled == "negative" else {},
    )  # fmt: skip
    change = {"direction": "up", "base_period": "2016", "price_basis": basis, "claim_status": status}
    if spoiled == "ambiguous":
        claim = w.figure(Fraction(3, 2), "ratio", "multiple", flags="ambiguous_multiple", **change)
    elif spoiled == "unit":
        claim = w.figure(truth / 9, "USD", "change_amount", **change)
    else:
        claim = w.figure(Fraction(rng.randint(20, 300), 10), "percent", "change_rate", **change)
    w.report.link(claim, "growth_of", level)
    comparable = basis in {"as_reported", "not_stated"}
    derives = comparable and not spoiled and not (in_volume and basis == "not_stated")
    w.expected.refusals[level] = {
        "derives": derives,
        "why": f"{basis} {status} {spoiled} {w.measure if in_volume else ''}".strip(),
        "assumed": basis == "not_stated",
        "obs_status": {"forecast": "F"}.get(status, "E"),
    }
    return w.system()


def forward_system(rng: random.Random, number: int) -> System:
    """An earlier level with the change that starts from it, and no level of the change's own period."""
    w = Writer(rng, number, "forward")
    unit = rng.choice(UNITS)
    old_truth = a_level(rng, unit)
    old = w.figure(old_truth, unit, time_period="2016")
    down = rng.random() < 0.3
    change: dict[str, Any] = {"direction": "down" if down else "up", "base_period": "2016"}
    by_rate = rng.random() < 0.6
    if by_rate:
        claim = w.figure(Fraction(rng.randint(10, 600), 10), "percent", "change_rate", **change)
    else:
        claim = w.figure(Fraction(round(old_truth / rng.randint(3, 30))), unit, "change_amount", **change)
    w.report.link(claim, "growth_from", old)
    expected: dict[str, Any] = {"discrete": unit in COUNTS}
    for reading in BOTH:
        step = derive.signed(getattr(w.reading(claim), reading), change["direction"])
        earlier = getattr(w.reading(old), reading)
        expected[reading] = derive.grown(earlier, step) if by_rate else derive.informative(earlier + step)
    w.expected.currents[old] = expected
    return w.system()


def chain_system(rng: random.Random, number: int) -> System:
    """One level, and the rates of one to three years that lead on from it or back before it."""
    w = Writer(rng, number, "chained", published_on="2021-06-30")
    unit, steps, forward = rng.choice(["CNY", "USD"]), rng.randint(1, 3), rng.random() < 0.5
    level = w.figure(a_level(rng, unit), unit, time_period="2017")
    implied = {reading: getattr(w.reading(level), reading) for reading in BOTH}
    for step in range(steps):
        year = 2018 + step if forward else 2017 - step
        rate = w.figure(
            Fraction(rng.randint(10, 300), 10), "percent", "change_rate",
            direction=rng.choice(["up", "up", "down"]), time_period=str(year), base_period=str(year - 1),
        )  # fmt: skip
        direction = w.report.claims[-1]["direction"]
        for reading in BOTH:
            change = derive.signed(getattr(w.reading(rate), reading), direction)
            implied[reading] = (
                derive.grown(implied[reading], change)
                if forward
                else derive.baseline(implied[reading], rate=change)
            )
    reached = str(2017 + steps if forward else 2017 - steps)
    w.expected.chains[f"chained {number}"] = {"discrete": False, "time_period": reached, **implied}
    return w.system()
