"""Periods of another clause: what was spent ahead of an election in 2019 was not spent in 2019."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.prose.en.clauses import EARLIER, FROM
from ingest.prose.figure import OBSERVED
from ingest.prose.periods import first_day
from ingest.prose.regex import regex

if TYPE_CHECKING:
    from ingest.prose.en.walk import Walk

_TO_COME = frozenset({"will", "would", "could", "may", "might", "to", "should"})
_NOW = regex(r"\s(?:now|today|at present|currently|at the moment)\b")
_APART = regex("[,;z]")
_CLAUSE = regex("[,;&z]")
_AND_TO = regex(r"&[^,;]*(?:[mSt]|A[^,;]*N)[^,;]*\Z")
_OF_WHICH_WILL = regex(r",w[^;]*m[^;]*\Z")
_LATER_WILL = regex(r",[mS][^,;NRPM]*\Z")


def is_of_another_clause(walk: Walk, k: int, period: int) -> bool:
    """True where a period ahead of publication, or of what "will" be, stands apart from a figure of the past.

    `period` is the item of the period that would date figure k.
    """
    tags, at = walk.tags, walk.it.figures[k]
    first, last = (period, at) if period < at else (at, period)
    between = tags[first + 1 : last]
    published, code = walk.g.context.published_on, walk.it.data[period].code
    to_come = published is not None and code is not None and first_day(code) > published.isoformat()
    earlier = walk.roles[k] in (EARLIER, FROM) or walk.gaps[k].endswith(",f")
    if to_come and earlier and _NOW.match(walk.low, walk.figures[k].outer_end):
        return True  # "could reach 9% next year, from | 7% now"
    if walk.figures[k].status not in OBSERVED:
        return False
    if to_come and period > at and _AND_TO.search(between):
        return True  # "employs 2,300 and plans to hire 150 by the end of | 2019"
    if period > at and _OF_WHICH_WILL.search(between):
        return True  # "holds 1,140 branches, of which 210 will close by | 2026"
    if _APART.search(between) is None:
        return False
    if period > at and _LATER_WILL.search(between) and _is_past(walk, at):
        return True  # "the model, of which 40,000 were sold early, will ship on | Sept. 21"
    if ";" in between and period < at:
        own = tags[max((m.end() for m in _CLAUSE.finditer(tags, 0, period)), default=0) : period]
        if "m" in own:
            return True  # "will ship on | Sept. 21; the cheaper model starts at $749"
    return to_come and _is_past(walk, at)


def _is_past(walk: Walk, at: int) -> bool:
    """True where a verb of the figure's own clause tells what was: "spent", "had", "opened"."""
    tags = walk.tags
    start = max((m.end() for m in _CLAUSE.finditer(tags, 0, at)), default=0)
    behind = _CLAUSE.search(tags, at)
    end = behind.start() if behind is not None else len(tags)
    verbs = [j for j in range(start, end) if tags[j] in "udvHA23mS"]
    return any(is_past_word(walk, j) for j in verbs) and all(_word(walk, j) not in _TO_COME for j in verbs)


def is_past_word(walk: Walk, item: int) -> bool:
    """True for "spent", "had", "opened"; a participle looks the same."""
    word = _word(walk, item)
    return word in walk.lex.pasts or word.endswith("ed")


def _word(walk: Walk, item: int) -> str:
    return walk.low[walk.it.starts[item] : walk.it.ends[item]].split()[0]
