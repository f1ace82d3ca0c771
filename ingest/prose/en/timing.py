"""Which period each figure belongs to, and which it is compared with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ingest.prose.en.ahead import is_of_another_clause
from ingest.prose.en.bases import (
    between_months,
    find_bases,
    from_month_to_month,
    settle_bases,
    years_after,
    years_before,
)
from ingest.prose.en.clauses import EARLIER
from ingest.prose.en.dating import Dating, right_behind
from ingest.prose.en.lists import zip_periods
from ingest.prose.en.periods import Period
from ingest.prose.en.related_times import (
    before_it,
    before_now,
    earlier_by_rule,
    last_financial_year,
    next_of,
    of_financial_year,
    previous_of,
    same_of,
    than_in_the_first,
    undated_before,
    when_then,
)
from ingest.prose.en.scenes import inherited, keep, settle_years_of_scene
from ingest.prose.figure import Figure
from ingest.prose.periods import earlier, last_month
from ingest.prose.regex import regex

if TYPE_CHECKING:
    from ingest.prose.en.walk import Walk


_WAS = regex(r"\b(?:had|was|were)\b")
_YS = regex("Y")
_SAME = regex(r"\b(?:same|corresponding|equivalent|comparable) \w+ (?:of|in) \d{4}\Z")
_LONGEST_SAME = 25
_YEAR_BEFORE = regex(  # "In the year before, 138,540 cars were sold": what follows is of that year
    r"(?:in )?(?:(?:a|one|the) (?:year|quarter|month) (?:earlier|before|ago|previously)"
    r"|the previous (?:year|quarter|month)"
    r"|the (?:same|corresponding) \w+ (?:(?:of|in) )?(?:last year|the (?:previous|prior) year)"
    r"|the (?:same|corresponding) \w+ a year earlier)\b"
)


def assign_periods(walk: Walk) -> None:
    """Fill period, period_basis and base_period of every figure of a sentence."""
    it, tags = walk.it, walk.tags
    bases = find_bases(walk)
    used = {at for at, _ in bases.values() if at >= 0}
    unused = [m.start() for m in _YS.finditer(tags) if m.start() not in used]
    settle_years_of_scene(walk, unused)
    periods = [j for j in unused if it.data[j].code]
    before = _YEAR_BEFORE.match(walk.g.low, walk.s.start, walk.s.end) if "B" in tags[:2] else None
    before_rule = it.data[tags.index("B")].base if before is not None else None
    dating = Dating(walk, periods)
    for k, f in enumerate(walk.figures):
        found = dating.period_of(k)
        if found is not None and not is_of_another_clause(walk, k, found):
            _date(walk, k, f, found)
        elif (scene := inherited(walk, f)) is not None:
            f.period, f.period_basis = scene, "inherited"
            if before_rule is not None and f.kind in ("level", "share", "duration"):
                f.period, f.period_basis = earlier(scene, before_rule), "stated"
        elif walk.g.context.reference_period:
            f.period, f.period_basis = walk.g.context.reference_period, "document"
    if len(periods) > 1 and len(walk.figures) > 1:
        zip_periods(walk, periods)
    _follow_links(walk)
    earlier_by_rule(walk)
    previous_of(walk)
    when_then(walk)
    same_of(walk)
    for k, f in enumerate(walk.figures):
        at, rule = bases.get(k, (-1, None))
        if at >= 0:
            data = it.data[at]
            f.base_period = of_financial_year(data, f.period) or data.start_code or data.code
            f.base_period = before_it(walk, at, f.base_period, f.period)
            same = _SAME.search(walk.g.low, max(0, it.starts[at] - _LONGEST_SAME), data.end) is not None
            if same and f.base_period and len(f.base_period) == 4:
                part = f.period and f.period[4:]  # "the same period of 2017" of the first half of 2018
                f.base_period = f.base_period + part if part is not None else None
            if f.kind != "level":
                from_month_to_month(f, data, tags[at - 1 : at])
        elif rule is not None:
            f.base_rule = rule
            f.base_period = earlier(f.period, rule)
    years_before(walk)
    years_after(walk)
    settle_bases(walk)
    than_in_the_first(walk)
    undated_before(walk)
    before_now(walk)
    last_financial_year(walk)
    next_of(walk)
    keep(walk, dating.shared)


def _date(walk: Walk, k: int, f: Figure, found: int) -> None:
    """Date a figure by the period at an item; a change over a span has its base there too."""
    data: Period = walk.it.data[found]
    f.period, f.period_basis = data.code, "stated"
    f.flags.update(data.flags)
    if f.status in ("forecast", "target"):
        f.period = _to_come(walk, k, found)
    _ends_of_span(walk, k, f, data)
    between_months(walk, k, data, walk.low[walk.it.starts[found] : data.end])
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
            f.period = _last_year(data.code)


def _to_come(walk: Walk, k: int, found: int) -> str | None:
    """The period at an item, of what is foretold: "plans to raise 1 million by | March" is the next March."""
    data: Period = walk.it.data[found]
    code, published = data.code, walk.g.context.published_on
    start, end = walk.it.starts[found], walk.it.ends[found]
    if code is None or published is None or len(code) != len("2019-03") or not code[5:].isdigit():
        return code
    named = any(c.isdigit() for c in walk.low[start:end])
    past = _WAS.search(walk.low, walk.s.start, walk.figures[k].start) is not None
    if named or past or walk.tags[found - 1 : found] != "b" or code[:7] >= published.isoformat()[:7]:
        return code
    return f"{int(code[:4]) + 1}{code[4:]}"


def _last_year(code: str) -> str:
    """The last year of a span of years: 2017 of 2012-01-01/P6Y."""
    return str(last_month(code) // 12)


def _ends_of_span(walk: Walk, k: int, f: Figure, data: Period) -> None:
    """The ends of a span: "from 25 to 20 million between 2016 and 2017"."""
    if not data.start_code or "/P" not in (data.code or "") or f.kind not in ("level", "share"):
        return
    group = walk.groups[k]
    if group is None or group.level is None or not (group.earlier or (f is group.level and group.changes)):
        return
    f.period = data.start_code if f is group.earlier else _last_year(data.code or "")
    f.flags -= set(data.flags)


def _follow_links(walk: Walk) -> None:
    """A change has the period of the level that it changes; one that states another is of another level."""
    for k, f in enumerate(walk.figures):
        at = right_behind(walk, k) if f.kind == "change_rate" and f.period_basis == "stated" else None
        if at is not None and walk.it.data[at].code == f.period and "since" not in f.flags:
            f.links = [
                x
                for x in f.links
                if x[0] != "growth_of" or x[2] != "level_then_change" or x[1].period in (None, f.period)
            ]
        for level in _levels_left(walk, k):
            _start_anew(f, level)
        for role, target, *_ in f.links:
            if role == "growth_of" and target.period is not None and f.period_basis != "stated":
                f.period, f.period_basis = target.period, target.period_basis
                f.flags |= target.flags & {"end_of_period", "cumulative"}
            elif role == "growth_of" and target in walk.figures and target.period is not None:
                f.period = target.period
            elif role == "part_of" and _has_time_of_whole(walk, k, target):
                f.period, f.period_basis = target.period, target.period_basis


def _levels_left(walk: Walk, k: int) -> list[Figure]:
    """The levels that change k is tied to by its words, and that stood at an earlier time than it."""
    f = walk.figures[k]
    of = [target for role, target, *_ in f.links if role == "growth_of"]
    if of:
        return [level for level in of if _ends_apart(walk, k, level)]
    begun = [target for role, target, *_ in f.links if role == "growth_from"]
    if not begun or f.period is None or f.period_basis != "stated":
        return []
    reached = [x for x in walk.figures[:k] if ("compared_with", begun[0]) in [link[:2] for link in x.links]]
    return [x for x in reached if x.period is not None and last_month(x.period) < last_month(f.period)]


def _start_anew(f: Figure, level: Figure) -> None:
    """ "from 41 in 2000 to 22 in 2019, before rising by | 2 in 2020": from the 22 of the year before."""
    began = any(role == "growth_from" for role, *_ in f.links)
    f.links = [x for x in f.links if x[0] != "growth_from" and x[:2] != ("growth_of", level)]
    if began and earlier(f.period, "year") == level.period:
        f.link("growth_from", level, "level_then_change")


def _ends_apart(walk: Walk, k: int, level: Figure) -> bool:
    """True for "rose 5% in 2017 and to | 3 million in 2018": each has a time of its own, with another end."""
    if level not in walk.figures:
        return False
    at, then = right_behind(walk, k), right_behind(walk, walk.figures.index(level))
    if at is None or then is None or at == then:
        return False
    of_change, of_level = walk.it.data[at], walk.it.data[then]
    if None in (of_change.code, of_level.code) or "since" in of_change.flags:
        return False
    own = walk.figures[k].period == of_change.code
    return own and last_month(of_change.code) != last_month(of_level.code)


def _has_time_of_whole(walk: Walk, k: int, whole: Figure) -> bool:
    """True where the text dates the whole alone: "Of the 454 million at the end of 2019, 383 million …"."""
    f = walk.figures[k]
    if whole.period_basis != "stated" or f.period == whole.period or right_behind(walk, k) is not None:
        return False
    was_before = whole in walk.figures and walk.roles[walk.figures.index(whole)] == EARLIER
    return f.period_basis != "stated" or was_before
