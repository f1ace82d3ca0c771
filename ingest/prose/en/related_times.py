"""Periods that a figure has by another: "from 4 a year earlier", "from 4 in the first", "and 1.9% next"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.prose.en.bases import follows
from ingest.prose.en.dating import right_behind
from ingest.prose.en.marks import MARK
from ingest.prose.en.period_forms import ORDINALS
from ingest.prose.en.periods import Period
from ingest.prose.periods import earlier, first_day, last_month
from ingest.prose.regex import regex

if TYPE_CHECKING:
    from ingest.prose.en.walk import Walk

_IN_THE_FIRST = regex(r"\sin the (first|second|third)\b(?!\s(?:quarter|half|\w+ months))")
# "from 4 in May | a year earlier", "the 46,165 | it delivered a year earlier"
_THEN = regex(r"[ij]?(?:x{0,2}Z?[ek]x{0,2}H?[Av])?[xno]{0,3}(B)")
_A_YEAR = regex(r"\d{4}")
_MOST_YEARS_ON = 3
_WHEN = regex(r"(?P<then>[YB]),?(?P<when>z)[^,;:YBz]*\Z")
_A_RULE = regex(r",?(B)")
_BEFORE = ("from", "earlier")
_SAME_OF = regex(r"[nOo]?(?:e?x{1,2}[on]e?)?(?P<year>Y)")  # "from 1,639 | in the same quarter of 2022"
_SAME = regex(r"(?:in |at |for |of )?the (?:same|corresponding|equivalent|comparable) \w+ (?:of|in) ")
_THAN_IN_THE = regex(r"\s\w+ than in the (first|second|third)(?=[,.;:)]|\s(?:and|but)\b|\Z)")
_PREVIOUS = regex(r"(?:the )?(?P<which>previous|prior|last) (?P<unit>year|quarter|month)\b")
_NEXT = regex(r"\snext(?=[,.;)]|\s(?:and|but|after|from|against)\b|\Z)")


def earlier_by_rule(walk: Walk) -> None:
    """The phrase dates the level and the base: "from $2.63 billion a year earlier"."""
    if "B" not in walk.tags:
        return
    for k, f in enumerate(walk.figures):
        behind = k  # "from $2.4 billion, or $2.21, | a year ago"
        if walk.afters[k] == ",1" and _A_RULE.match("".join(walk.afters[k + 1 : k + 2])):
            behind = k + 1
        m = (_THEN if behind == k else _A_RULE).match(walk.afters[behind])
        if (
            m is None
            or f.kind
            not in ("level", "share", "rank", "change_rate", "change_amount", "points", "average_rate")
            or not (
                walk.roles[k] in ("earlier", "from")
                or f.shape == "K"
                or _is_of_before(walk, k, m.start(1))
                or follows(walk, k)
            )
        ):
            continue
        if f.shape == "K" and not walk.gaps[k].endswith("f"):
            continue
        rule = walk.it.data[walk.behind_at[behind] + m.start(1)].base
        after = follows(walk, k)
        base = earlier(walk.figures[k - 1].period if after else f.period, rule)
        if base is None:
            continue
        f.period, f.period_basis = base, "stated" if after else f.period_basis
        if behind != k:
            walk.figures[behind].period = base
        if walk.gaps[k + 1 : k + 2] == ["<"] and walk.afters[k + 1].startswith(">B"):
            walk.figures[k + 1].period = base  # "from 60.9% (215.8 billion euros) a year earlier"
        for other in walk.figures:
            for role, target, *_ in other.links:
                if role == "growth_from" and target is f:
                    other.base_period = base


def when_then(walk: Walk) -> None:
    """ "the worst day since 1998, when they sank | 25%", "than a year earlier, when it was | 4": of then."""
    if "z" not in walk.tags:
        return
    for k, f in enumerate(walk.figures):
        m = _WHEN.search(walk.gaps[k])
        if m is None or right_behind(walk, k) is not None:
            continue
        first = walk.it.figures[k] - len(walk.gaps[k])
        opens = first + m.start("when")
        if walk.low[walk.it.starts[opens] : walk.it.ends[opens]] != "when":
            continue
        data = walk.it.data[first + m.start("then")]
        now = walk.figures[k - 1].period if k else None
        code = earlier(now, data.base) if m["then"] == "B" else data.then or data.start_code or data.code
        if code is None or "/.." in code:
            continue
        for x in [f, *(target for role, target, *_ in f.links if role == "growth_of")]:
            x.period, x.period_basis = code, "stated"  # "when they fell | 6% to 7.7 million"


def same_of(walk: Walk) -> None:
    """The same part of an earlier year: "from 1,639 in the same quarter of 2022" beside the third of 2023."""
    for k, f in enumerate(walk.figures):
        m = _SAME_OF.match(walk.afters[k]) if walk.roles[k] in (*_BEFORE, "to") else None
        if m is None or _SAME.match(walk.g.low, walk.it.starts[walk.behind_at[k]]) is None:
            continue
        now = next((x for x in walk.figures for r, t, *_ in x.links if r == "compared_with" and t is f), None)
        if walk.roles[k] == "to":  # "from 7.3 in the first nine months of 2017 to 7.8 | in the same of 2018"
            now = next((x for role, x, *_ in f.links if role == "compared_with"), None)
        code = walk.it.data[walk.behind_at[k] + m.start("year")].code
        if now is None or code is None or len(code) != 4:
            continue
        if now.period is not None:
            f.period, f.period_basis = code + now.period[4:], "stated"
            for x in walk.figures:
                x.period = f.period if ("growth_of", f) in [y[:2] for y in x.links] else x.period
        else:
            f.period = f.period_basis = None  # which quarter of that year is not said


def before_it(walk: Walk, at: int, code: str | None, now: str | None) -> str | None:
    """The code of what came before: "in the second half of 2018, 5% more than | in the first" is of 2018.

    A quarter or month without a year is the last one before publication, which may be later than what is
    held against it.
    """
    data = walk.it.data[at]
    if code is None or now is None or not data.stated or "since" in data.flags or code != data.code:
        return code
    if last_month(code) < last_month(now) or _A_YEAR.search(walk.low, walk.it.starts[at], data.end):
        return code
    for _ in range(_MOST_YEARS_ON):
        code = earlier(code, "year")
        if code is None or last_month(code) < last_month(now):
            return code
    return None


def before_now(walk: Walk) -> None:
    """Date what a level is held against before that level."""
    for f in walk.figures:
        for role, target, *_ in f.links:
            if role not in ("compared_with", "growth_from") or target not in walk.figures:
                continue
            at = right_behind(walk, walk.figures.index(target))
            if at is not None and f.period_basis == "stated":
                target.period = before_it(walk, at, target.period, f.period)


def undated_before(walk: Walk) -> None:
    """An earlier level without a date is of no period that the text says: "rose to 5 in May from 4".

    "to 5 in the second quarter from 4 in the first" says it; two forecasts are of one period.
    """
    for k, f in enumerate(walk.figures):
        after = follows(walk, k)
        if (
            not (walk.roles[k] in _BEFORE or after)
            or f.status in ("forecast", "target")
            or right_behind(walk, k) is not None
        ):
            continue
        now = next((x for x in walk.figures for r, t, *_ in x.links if r == "compared_with" and t is f), None)
        now = walk.figures[k - 1] if after and now is None else now
        first = _IN_THE_FIRST.match(walk.low, f.outer_end)
        if after and now is not None and f.period is None and first is not None:
            f.period, f.period_basis = now.period, "stated"  # "after | 0.6% in the third"
        if now is None or now.period != f.period or now.period is None:
            continue
        f.base_period = None
        if first is not None and now.period is not None and "-Q" in now.period:
            f.period = f"{now.period[:4]}-Q{ORDINALS[first[1]]}"
        else:
            f.period = f.period_basis = None


def of_financial_year(said: Period, now: str | None) -> str | None:
    """The financial year before, where "last year" stands beside one: not the calendar year of it."""
    relative = not said.stated and said.code is not None and len(said.code) == 4
    return earlier(now, "year") if relative and now is not None and now.endswith("/P1Y") else None


def last_financial_year(walk: Walk) -> None:
    """ "115 million tonnes in 2018-19 as against 112 million last year": the season before.

    So is "up from 4.4 percent last quarter", told in the quarter after, the one before.
    """
    for f in walk.figures:
        for role, target, *_ in f.links:
            if role not in ("compared_with", "growth_from") or target not in walk.figures:
                continue
            at = right_behind(walk, walk.figures.index(target))
            if at is None:
                continue
            if (before := of_financial_year(walk.it.data[at], f.period)) is not None:
                target.period = before
                f.base_period = before if role == "growth_from" else f.base_period
            elif f.period is not None and (m := _PREVIOUS.match(walk.low, walk.it.starts[at])) is not None:
                same = target.period is not None and first_day(target.period) == first_day(f.period)
                if same or m["which"] != "last":  # leans on what it is held against, not on publication
                    target.period = earlier(f.period, m["unit"])


def than_in_the_first(walk: Walk) -> None:
    """ "19.8 billion in the second quarter, 0.9% less | than in the first": of the same year."""
    for f in walk.figures:
        m = _THAN_IN_THE.match(walk.low, f.outer_end, walk.s.end) if f.base_period is None else None
        if m is None or f.period is None or f.period[5:6] not in ("Q", "S"):
            continue
        if ORDINALS[m[1]] < int(f.period[6]):
            f.base_period = f"{f.period[:6]}{ORDINALS[m[1]]}"


def previous_of(walk: Walk) -> None:
    """ "0.4% in May after a 0.6% rise | the previous month": leans on the text, not on its publication."""
    for k, f in enumerate(walk.figures):
        at = right_behind(walk, k)
        m = _PREVIOUS.match(walk.low, walk.it.starts[at]) if at is not None else None
        if at is None or m is None or m["which"] == "last" or f.period != walk.it.data[at].code:
            continue
        now = walk.figures[k - 1].period if k else walk.g.current_period(walk.memory)
        f.period = earlier(now, m["unit"])
        f.period_basis = "stated" if f.period is not None else None


def next_of(walk: Walk) -> None:
    """ "2.3% this year and 1.9% next": the year after that of the figure before."""
    for k, f in enumerate(walk.figures):
        if k == 0 or _NEXT.match(walk.g.low, f.outer_end, walk.s.end) is None:
            continue
        told = [x.period for j, x in enumerate(walk.figures[:k]) if walk.roles[j] != MARK]
        before = told[-1] if told else None
        known = before is not None and len(before) == 4
        f.period = str(int(before) + 1) if known and before is not None else None
        f.period_basis = "stated" if known else None
        if f.base_period is not None:
            f.base_period = before if known else None


def _is_of_before(walk: Walk, k: int, start: int) -> bool:
    """ "it was 4.2% a year earlier": the words stand right behind a level."""
    at = walk.behind_at[k] + start
    words = walk.g.low[walk.it.starts[at] : walk.it.ends[at]]
    return walk.roles[k] == "level" and start == 0 and words.endswith(("earlier", "ago", "before"))
