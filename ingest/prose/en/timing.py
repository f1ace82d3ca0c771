"""Which period each figure belongs to, and which it is compared with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ingest.prose.en.ahead import is_of_another_clause
from ingest.prose.en.dating import Dating, right_behind
from ingest.prose.en.items import Items
from ingest.prose.en.lists import zip_periods
from ingest.prose.en.periods import Period
from ingest.prose.en.related_times import earlier_by_rule, next_of, undated_before, years_before
from ingest.prose.figure import Figure, Memory
from ingest.prose.periods import earlier, first_day
from ingest.prose.text import Sentence

if TYPE_CHECKING:
    from ingest.prose.en.walk import Walk

_BASE = re.compile(r"[xon5eEsijpq&BY]{0,8}?(?:(?P<rule>B)|,(?P<late>B)(?=[,;z&]|\Z))")
_BASE_NOUN = re.compile(
    r",?(?:r,?)?[xon5eEispqY]{0,9}?(?P<opener>[cgfO])(?:[nefx]{0,5}|n?e?x{1,3}o)(?P<period>Y)"
    r"|(?P<below>[pq])(?:[Ee]x{0,2}[no]?)?(?P<then>Y)|e(?P<the>Y)xx?"
)
# "; compared with March 2019, they rose", "the increase on 2016 was"
_CLAUSE_BASE = re.compile(r"(?:;&?ce?n?(?=Y,[^,;]*\Z)|[ij][cfO]e?(?=Yv[nt]?e?\Z))(?P<base>Y)")
_COORDINATED = re.compile(r"[^YB;zNRPM<>]*[,&][^YB;zNRPM<>]*")
_FROM_THEN = re.compile(r"x{0,3}(?:[nO]?e?Y)?,?[fc][ne]{0,2}(?P<then>Y)")
_BASE_OF_MULTIPLE = re.compile(
    r"[excgos5z]{0,5}[no]?(Y)"
)  # "twice the 2015 level", "twice as many as in 2021"


def remember_period(it: Items, s: Sentence, memory: Memory) -> None:
    """Keep the period of a sentence or heading without figures for what follows."""
    for tag, found in zip(it.tags, it.data, strict=True):
        if tag == "Y" and found.code and found.stated and "-" not in found.code[7:8]:
            memory.period = found.code


_LASTING = re.compile(
    r"\d{4}(?:-[QS]?\d+|-\d\d-01/P\d+[MY])?\Z"
)  # a period that later sentences share, not a day
_YS = re.compile("Y")
_SAME = re.compile(r"\b(?:same|corresponding|equivalent|comparable) \w+ (?:of|in) \Z")
_YEAR_BEFORE = re.compile(  # "In the year before, 138,540 cars were sold": what follows is of that year
    r"(?:in )?(?:(?:a|one|the) (?:year|quarter|month) (?:earlier|before|ago|previously)"
    r"|the previous (?:year|quarter|month))\b"
)
_INITIAL_BASE = re.compile(r"(?P<word>c)e?n?Y,")


def assign_periods(walk: Walk) -> None:
    """Fill period, period_basis and base_period of every figure of a sentence."""
    it, tags = walk.it, walk.tags
    bases = _bases(walk)
    used = {at for at, _ in bases.values() if at >= 0}
    periods = [m.start() for m in _YS.finditer(tags) if m.start() not in used and it.data[m.start()].code]
    before = _YEAR_BEFORE.match(walk.g.low, walk.s.start, walk.s.end) if "B" in tags[:2] else None
    before_rule = it.data[tags.index("B")].base if before is not None else None
    dating = Dating(walk, periods)
    for k, f in enumerate(walk.figures):
        found = dating.period_of(k)
        if found is not None and not is_of_another_clause(walk, k, found):
            data: Period = it.data[found]
            f.period, f.period_basis = data.code, "stated"
            f.flags.update(data.flags)
            _ends_of_span(walk, k, f, data)
            if "since" in data.flags and f.kind == "level" and re.search(r"Y,z[^,]*\Z", walk.gaps[k]):
                f.period = data.start_code  # "has tripled since 1970, when it stood at | 27 billion"
                f.flags -= set(data.flags)
            if data.start_code and f.kind == "average_rate":
                f.base_period = data.start_code
            elif data.start_code and f.kind in (
                "change_rate",
                "change_amount",
                "points",
                "multiple",
            ):
                f.base_period = data.start_code
                if "/" in (data.code or "") and data.code and not data.code.endswith(".."):
                    f.period = str(int(data.start_code) + int(data.code.split("/P")[1][:-1]) - 1)
        elif (inherited := walk.g.current_period(walk.memory)) is not None:
            f.period, f.period_basis = inherited, "inherited"
            if before_rule is not None and f.kind in ("level", "share", "duration"):
                f.period, f.period_basis = earlier(inherited, before_rule), "stated"
        elif walk.g.context.reference_period:
            f.period, f.period_basis = walk.g.context.reference_period, "document"
    if len(periods) > 1 and len(walk.figures) > 1:
        zip_periods(walk, periods)
    _follow_links(walk)
    earlier_by_rule(walk)
    for k, f in enumerate(walk.figures):
        at, rule = bases.get(k, (-1, None))
        if at >= 0:
            data = it.data[at]
            f.base_period = data.start_code or data.code
            words = walk.g.low[it.starts[at] - 25 : it.starts[at]] if it.starts[at] > 25 else ""
            if _SAME.search(words) and len(f.base_period or "") == 4 and f.period and f.base_period:
                f.base_period += f.period[4:]  # "the same period of 2017" of the first half of 2018
        elif rule is not None:
            f.base_rule = rule
            f.base_period = earlier(f.period, rule)
    years_before(walk)
    _settle_bases(walk)
    undated_before(walk)
    next_of(walk)
    _keep(walk, dating.shared)


def _bases(walk: Walk) -> dict[int, tuple[int, str | None]]:
    """Of each change: (item of the base period, None) or (-1, rule)."""
    it = walk.it
    found: dict[int, tuple[int, str | None]] = {}
    initial = _INITIAL_BASE.match(walk.tags)
    initial_rule = it.data[0].base if walk.tags.startswith("B,") else None
    for k, f in enumerate(walk.figures):
        if f.kind not in (
            "change_rate",
            "change_amount",
            "points",
            "multiple",
            "average_rate",
        ):
            continue
        at, after, gap = it.figures[k], walk.afters[k], walk.gaps[k]
        beyond = walk.behind_at[k]
        m = _BASE_NOUN.match(after)
        b = _BASE.match(after)
        if m is not None and (b is None or m.end() < b.end()):
            name = "period" if m["period"] else "then" if m["then"] else "the"
            found[k] = (beyond + m.start(name), None)
            continue
        if b is not None:
            found[k] = (-1, it.data[beyond + b.start("rule" if b["rule"] else "late")].base)
        elif f.kind == "multiple" and f.direction is None and (t := _BASE_OF_MULTIPLE.match(after)):
            found[k] = (beyond + t.start(1), None)  # "tripled in 2018" is about 2018
        elif (later := _behind_level(walk, k)) is not None:
            found[k] = (later, None)
        elif "B" in gap:
            found[k] = (-1, it.data[at - len(gap) + gap.rindex("B")].base)
        elif clause := _CLAUSE_BASE.search(gap):
            found[k] = (at - len(gap) + clause.start("base"), None)
        elif initial is not None:
            found[k] = (initial.end() - 2, None)
        elif initial_rule is not None:
            found[k] = (-1, initial_rule)
    for k in range(
        len(walk.figures) - 2, -1, -1
    ):  # "rose 3% and fell 2% from a year earlier": one base for both
        f, following = walk.figures[k], walk.figures[k + 1]
        both = k not in found and k + 1 in found and f.kind == following.kind == "change_rate"
        if both and _COORDINATED.fullmatch(walk.gaps[k + 1]):
            found[k] = found[k + 1]
    return found


def _behind_level(walk: Walk, k: int) -> int | None:
    """The base behind the level that a change leads to: "tripled to 16.5 GW in 2020 | from 2019"."""
    f = walk.figures[k]
    for j in range(k + 1, len(walk.figures)):
        if any(role == "growth_of" and target is walk.figures[j] for role, target, *_ in f.links):
            m = _FROM_THEN.match(walk.afters[j])
            return None if m is None else walk.behind_at[j] + m.start("then")
    return None


def _ends_of_span(walk: Walk, k: int, f: Figure, data: Period) -> None:
    """The ends of a span: "from 25 to 20 million between 2016 and 2017"."""
    if not data.start_code or "/P" not in (data.code or "") or f.kind not in ("level", "share"):
        return
    group = walk.groups[k]
    if group is None or group.earlier is None or group.level is None:
        return
    last = str(int(data.start_code) + int((data.code or "").split("/P")[1][:-1]) - 1)
    f.period = data.start_code if f is group.earlier else last
    f.flags -= set(data.flags)


def _follow_links(walk: Walk) -> None:
    """A change has the period of the level that it changes; one that states another is of another level."""
    for k, f in enumerate(walk.figures):
        at = right_behind(walk, k) if f.kind == "change_rate" and f.period_basis == "stated" else None
        if at is not None and walk.it.data[at].code == f.period:
            f.links = [
                x
                for x in f.links
                if x[0] != "growth_of" or x[2] != "level_then_change" or x[1].period in (None, f.period)
            ]
        for role, target, *_ in f.links:
            if role == "growth_of" and target.period is not None and f.period_basis != "stated":
                f.period, f.period_basis = target.period, target.period_basis
                f.flags |= target.flags & {"end_of_period", "cumulative"}
            elif role == "growth_of" and target in walk.figures and target.period is not None:
                f.period = target.period


def _settle_bases(walk: Walk) -> None:
    for f in walk.figures:
        for role, target, *_ in f.links:
            unset = f.base_period is None and f.base_rule is None
            if role == "growth_from" and unset and target.period != f.period:
                f.base_period = target.period
            elif role == "growth_of" and unset:
                for other_role, other, *_ in target.links:
                    if other_role == "compared_with" and other.period != target.period:
                        f.base_period = other.period
        if f.kind in ("change_rate", "change_amount") and f.base_period is None and f.base_rule is None:
            mate = next(
                (o for o in walk.figures if o is not f and o.base_period and _same_target(o, f)),
                None,
            )
            if mate is not None:
                f.base_period = mate.base_period
            elif f.period is not None and len(f.period) == 4:
                f.base_period = earlier(f.period, "year")
        if f.base_period is None and f.base_rule is None and _within_year(walk, f):
            f.base_period = earlier(f.period, "year")
        if f.base_rule and f.base_period:
            _earlier_levels(f)
        elif f.flags & {"since"}:
            _start_of_change(f)


def _within_year(walk: Walk, f: Figure) -> bool:
    """ "doubled in 2021 to 6.6 million" is on the year before; "has doubled" and "in ten years" are not."""
    if f.kind != "multiple" or not f.direction or len(f.period or "") != 4:
        return False
    k = walk.figures.index(f)
    levels = [walk.figures.index(t) for r, t, *_ in f.links if r == "growth_of" and t in walk.figures]
    dated = any(right_behind(walk, j) is not None for j in (k, *levels))
    return dated and "H" not in walk.gaps[k] and "D" not in walk.tags[walk.it.figures[k] :]


def _same_target(a: Figure, b: Figure) -> bool:
    return any(
        r == "growth_of" and any(r2 == r and t2 is t for r2, t2, *_ in b.links) for r, t, *_ in a.links
    )


def _start_of_change(f: Figure) -> None:
    """ "has halved since 1990, from 65 to 29": the level that a change starts from is of its base period."""
    for role, target, *_ in f.links:
        if role == "growth_from" and f.base_period and target.period == f.period:
            target.period, target.period_basis = f.base_period, "stated"
            target.flags -= {"cumulative", "since"}


def _earlier_levels(f: Figure) -> None:
    """The earlier level that a change starts from holds at the base period, unless the text dates it."""
    level = next((t for r, t, *_ in f.links if r == "growth_of"), None)
    for role, target, *_ in f.links:
        if role == "growth_from" and (level is None or target.period == level.period):
            target.period, target.period_basis = f.base_period, "stated"


def _keep(walk: Walk, periods: list[int]) -> None:
    if periods:
        data = walk.it.data[periods[0]]
        published = walk.g.context.published_on
        to_come = published is not None and first_day(data.code) > published.isoformat()
        if data.stated and _LASTING.match(data.code) and not to_come:
            walk.memory.period = data.code
