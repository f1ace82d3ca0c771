"""Small random reports, each about a thing of its own, with what exact arithmetic expects of the marts.

A system is one or two reports whose figures touch no other system, so that thousands of them fit one build.
The figures are drawn around a hidden truth; `false` systems have one figure moved far away.
"""

from __future__ import annotations

import random
from fractions import Fraction
from typing import Any

from tests.oracle import derive
from tests.oracle.compare import clearly_overlaps
from tests.oracle.intervals import Interval, point
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
    basis_system, forward_system,
]  # fmt: skip


def systems(count: int, seed: int) -> list[System]:
    """That many systems, the same for the same seed."""
    rng = random.Random(seed)
    return [FAMILIES[n % len(FAMILIES)](rng, n) for n in range(count)]
