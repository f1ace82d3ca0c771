"""What each change is compared with: the base that its words name, or that its period implies."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from ingest.prose.en.dating import right_behind
from ingest.prose.en.periods import Period
from ingest.prose.figure import Figure
from ingest.prose.periods import earlier, first_day
from ingest.prose.regex import regex

if TYPE_CHECKING:
    from ingest.prose.en.walk import Walk

_BASE = regex(r"[xon5eEsijpq&BY]{0,8}?(?:(?P<rule>B)|,(?P<late>B)(?=[,;z&]|\Z))")
_BASE_NOUN = regex(
    r",?(?:r,?)?[xon5eEispqY]{0,9}?(?P<opener>[cgfO])(?:k?[nOeEfx]{0,5}|n?e?x{1,3}o)(?:Y[on]e?(?=Y))?(?P<period>Y)"
    r"|(?P<below>[pq])(?:gn?)?(?:[Ee]x{0,2}[no]?)?(?P<then>Y)|e(?P<the>Y)xx?"
)
# "; compared with March 2019, they rose", "the increase on 2016 was"
_CLAUSE_BASE = regex(
    r"(?:[;:]&?ce?n?(?=Y(?:,|[ekEx])[^,;]*\Z)|[ij][cfO]e?(?=Yv[nt]?e?\Z)|[ij],?[cfO]e?(?=Y,?o\Z))(?P<base>Y)"
)
_AND_OTHER_BY = regex(r",?&?e?x+(?:[on]e?x+)*b")
_COORDINATED = regex(r"[^YB;zNRPM<>]*[,&][^YB;zNRPM<>]*")
_FROM_THEN = regex(r"x{0,3}(?:[nO]?e?Y)?,?[fc][ne]{0,2}(?P<then>Y)")
_LEVEL_BASE = regex(r"x{0,3}(?:[nO]?e?Y)?,?(?P<rule>B)")  # "to 30 million compared with a year ago"
_BASE_OF_MULTIPLE = regex(
    r"[excgos5zkHA]{0,6}[no]?([YB])"
)  # "twice the 2015 level", "twice as many as in 2021", "as a year before"
# "Compared with the same quarter of 2017, …"
_INITIAL_BASE = regex(r"ce?n?(?:Y[on]e?|e?x{1,3}[on]e?)?(?P<base>Y)(?:,|(?=[kex]))")
_DATES_IT = regex(r"[ij]?B")
_HALF_THE = regex(r"o?[eE]x{0,2}(?P<head>x)A?[no]?e?(?P<then>Y)")
_CHANGED = ("change_rate", "change_amount", "points", "multiple")
_YEARS_OF_BASE = regex(r"[xon5eEpqij]{0,5}[cgfO](?P<years>D)")
_YEARS_BEHIND = regex(r"x{0,3}(?P<years>D)")
_AGO = regex(r"\s(?:earlier|before|ago|previously)\b")
_A_YEAR_LATER = regex(r"\s(?:(?:a|one) year (?:later|afterwards)|the (?:next|following) year)\b(?!'| than)")
_IN_YEARS = regex(r"(?:[ono][eE]?x{1,3})?n(?P<years>D)")  # "an increase of 207 million | in two years"
_OVER_YEARS = regex(
    r"[On]e?(?P<years>D)te?Y[^;zNRPM]*\Z"
)  # "over the five years to 2018, prices rose by | 12%"
_MOST_YEARS = 200
_BETWEEN = regex(r"between \w+ \d{4} and ")
_FOLLOWS = regex(r"\b(?P<word>after|following|having)\s(?:[a-z]+\s){0,3}\Z")
_WORDS_BEFORE = 40  # characters in which such a word is looked for


@lru_cache(maxsize=1)
def _other_base(spans: frozenset[str]) -> re.Pattern[str]:
    """A change over "the decade", or against something that is no period, is not one on the year before."""
    return regex(
        r"\s(?:(?:more|less|fewer|higher|lower|up|down)\s)?"
        r"(?:(?:over|in|within|during|through)\s(?:(?:the|a|this|that|its|past|last|about)\s)*(?:\w+\s)?"
        rf"(?:{'|'.join(sorted(spans))})\b|(?:compared (?:to|with)|relative to|versus|than)\s)"
    )


def follows(walk: Walk, k: int) -> bool:
    """True for "up 8.5%, following | 8.2% a month earlier": what came before, not what it is held against."""
    f = walk.figures[k]
    m = _FOLLOWS.search(walk.low, max(0, f.start - _WORDS_BEFORE), f.start) if k else None
    return m is not None and (m["word"] != "having" or walk.afters[k].startswith("B"))


def find_bases(walk: Walk) -> dict[int, tuple[int, str | None]]:
    """Of each change: (item of the base period, None) or (-1, rule)."""
    it = walk.it
    found: dict[int, tuple[int, str | None]] = {}
    initial = _INITIAL_BASE.match(walk.tags)
    initial_rule = it.data[0].base if walk.tags.startswith("B,") else None
    for k, f in enumerate(walk.figures):
        half = _HALF_THE.match(walk.afters[k]) if "fraction" in f.flags else None
        if half is not None and walk._item_word(walk.behind_at[k] + half.start("head")) in walk.lex.pointers:
            found[k] = (walk.behind_at[k] + half.start("then"), None)  # "half the figure of May 2016"
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
        was_before = walk.roles[k] in ("earlier", "from") or follows(walk, k)
        if _DATES_IT.match(after) and was_before:
            continue  # "compared with | 8.2% a month earlier": the words date it
        if m is not None and (b is None or m.end() < b.end()):
            base = beyond + m.start("period" if m["period"] else "then" if m["then"] else "the")
            opener = beyond + m.start("opener") if m["opener"] else base
            average = walk.low.startswith("on average", it.starts[opener])  # "rise 5% on average next year"
            if (
                "since" not in it.data[base].flags and not average
            ):  # "gained 2% against the dollar | since January"
                found[k] = (base, None)
                continue
        if b is not None:
            found[k] = (-1, it.data[beyond + b.start("rule" if b["rule"] else "late")].base)
        elif f.kind == "multiple" and f.direction is None and (t := _BASE_OF_MULTIPLE.match(after)):
            then = it.data[beyond + t.start(1)]  # "tripled in 2018" is about 2018
            found[k] = (-1, then.base) if t[1] == "B" else (beyond + t.start(1), None)
        elif (later := _behind_level(walk, k)) is not None:
            found[k] = later
        elif (adjective := _by_adjective(walk, k)) is not None:
            found[k] = (-1, adjective)
        elif clause := _CLAUSE_BASE.search(gap):
            found[k] = (at - len(gap) + clause.start("base"), None)
        elif "B" in gap:
            found[k] = (-1, it.data[at - len(gap) + gap.rindex("B")].base)
        elif k and _AND_OTHER_BY.fullmatch(gap) and _CLAUSE_BASE.search(walk.gaps[k - 1]) and k - 1 in found:
            found[k] = found[k - 1]  # "; compared with 2017, exports grew by 8% and imports by | 6%"
        elif initial is not None:
            found[k] = (initial.start("base"), None)
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


def _by_adjective(walk: Walk, k: int) -> str | None:
    """The rule of "an annual increase of | 2.5%", "a monthly | 0.5%", "a | 1.7% annual rise"."""
    it, at, trigger = walk.it, walk.it.figures[k], walk.triggers[k]
    beside = [at - 1, at + 1]
    if trigger >= 0 and walk.tags[trigger] in "ij":
        beside += [trigger - 1, trigger - 2]
    for j in beside:
        if 0 <= j < len(it.tags) and it.tags[j] == "x":
            rule = walk.lex.base_adjectives.get(walk.low[it.starts[j] : it.ends[j]])
            if rule is not None and (j != at + 1 or walk.tags[j + 1 : j + 2] in ("i", "j")):
                return rule
    return None


def _behind_level(walk: Walk, k: int) -> tuple[int, str | None] | None:
    """The base behind the level that a change leads to: "tripled to 16.5 GW in 2020 | from 2019"."""
    f = walk.figures[k]
    for j in range(k + 1, len(walk.figures)):
        if any(role == "growth_of" and target is walk.figures[j] for role, target, *_ in f.links):
            m = _FROM_THEN.match(walk.afters[j])
            if m is not None:
                return walk.behind_at[j] + m.start("then"), None
            b = _LEVEL_BASE.match(walk.afters[j])
            return None if b is None else (-1, walk.it.data[walk.behind_at[j] + b.start("rule")].base)
    return None


def from_month_to_month(f: Figure, data: Period, opener: str) -> None:
    """ "3% from September to November" leads from month to month; "43,000 down on" such a span leans on it.

    A span is the base of figures of spans as long: the rolling quarters of labour statistics.
    """
    if opener != "f" or "cumulative" not in data.flags or data.code is None:
        return
    if _length(f.period) == _length(data.code):
        return
    f.base_period, f.period = _ends(data.code)
    f.period_basis = "stated"


def between_months(walk: Walk, k: int, data: Period, words: str) -> None:
    """ "grew by 1.3% between December 2017 and December 2018, to 46.1 million": from month to month."""
    f, code = walk.figures[k], data.code or ""
    if _BETWEEN.match(words) is None or not code.endswith("M"):
        return
    first, last = _ends(code)
    group = walk.groups[k]
    if f.kind in _CHANGED:
        f.base_period, f.period = first, last
    elif group is not None and f is group.level and group.changes:
        f.period = last
    f.flags -= {"cumulative"} if f.period == last else set()


def _ends(code: str) -> tuple[str, str]:
    """The first and the last month of so many months."""
    first = first_day(code)
    n = int(first[:4]) * 12 + int(first[5:7]) - 1 + _length(code) - 1
    return first[:7], f"{n // 12}-{n % 12 + 1:02d}"


def _length(code: str | None) -> int:
    """The months of a code of months, a quarter or a half-year; 0 for any other."""
    if code is None:
        return 0
    if "-Q" in code or "-S" in code:
        return 3 if "-Q" in code else 6
    return int(code.partition("/P")[2][:-1]) if code.endswith("M") else 0


def years_after(walk: Walk) -> None:
    """ "was 81% in 2016 and climbed to 83% | a year later": a year behind the figure that it rose from."""
    for k, f in enumerate(walk.figures):
        if k == 0 or walk.roles[k] not in ("to", "level", "share"):
            continue
        m = _A_YEAR_LATER.match(walk.low, f.outer_end, walk.s.end)
        if m is not None:
            then = walk.figures[k - 1].period
            dated = then is not None and "/" not in then
            f.period = f"{int(then[:4]) + 1}{then[4:]}" if dated and then is not None else None
            f.period_basis = "stated" if dated else None


def years_before(walk: Walk) -> None:
    """ "300 more than five years earlier", "from 4.1 million ten years ago", "up 300 in two years"."""
    if "D" not in walk.tags:
        return
    for k, f in enumerate(walk.figures):
        is_base = f.kind in _CHANGED and walk.roles[k] == "change"
        within = _IN_YEARS.match(walk.tags, walk.behind_at[k]) if is_base else None
        within = within or (_OVER_YEARS.search(walk.tags, 0, walk.it.figures[k]) if is_base else None)
        m = within or (_YEARS_OF_BASE if is_base else _YEARS_BEHIND).match(walk.tags, walk.behind_at[k])
        if m is None or not (is_base or walk.roles[k] in ("earlier", "from")):
            continue
        lasting = walk.it.data[m.start("years")]
        if lasting.unit != "year" or lasting.value % 1 or lasting.qualifier != "NONE":
            continue
        if within is None and _AGO.match(walk.low, walk.it.ends[m.start("years")], walk.s.end) is None:
            continue
        base = f.period
        for _ in range(min(int(lasting.value), _MOST_YEARS)):
            base = earlier(base, "year")
        if is_base:
            f.base_period = base
        elif base is not None:
            f.period, f.period_basis = base, "stated"


def settle_bases(walk: Walk) -> None:
    for f in walk.figures:
        for role, target, *_ in f.links:
            unset = f.base_period is None and f.base_rule is None
            if role == "growth_from" and unset and target.period != f.period:
                f.base_period = target.period
            elif role == "growth_of" and unset:
                for other_role, other, *_ in target.links:
                    then = other.period or ""
                    if other_role == "compared_with" and then != target.period and "/.." not in then:
                        f.base_period = other.period
        if f.kind in ("change_rate", "change_amount") and f.base_period is None and f.base_rule is None:
            mate = next(
                (
                    o
                    for j, o in enumerate(walk.figures)
                    if o is not f and o.base_period and _same_target(o, f) and not _turned_to(walk, f, j)
                ),
                None,
            )
            if mate is not None:
                f.base_period = mate.base_period
            elif _is_a_year(f.period) and not _other_base(walk.lex.spans).match(walk.low, f.outer_end):
                f.base_period = earlier(f.period, "year")
        if f.base_period is None and f.base_rule is None and _within_year(walk, f):
            f.base_period = earlier(f.period, "year")
        if f.base_rule and f.base_period:
            _earlier_levels(f)
        elif f.flags & {"since"}:
            _start_of_change(f)


def _is_a_year(code: str | None) -> bool:
    """True for a year of the calendar, a financial year, or twelve months."""
    return code is not None and (len(code) == len("2018") or code.endswith(("/P1Y", "/P12M")))


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


def _turned_to(walk: Walk, f: Figure, j: int) -> bool:
    """True for "a rise of | 1.0bn, yet it was still 20% below 2018": the base is that of a later clause."""
    k = walk.figures.index(f)
    return k < j and any(re.search("[z;]", gap) is not None for gap in walk.gaps[k + 1 : j + 1])


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
