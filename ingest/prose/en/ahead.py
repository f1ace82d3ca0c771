"""Periods of another clause: what was spent ahead of an election in 2019 was not spent in 2019."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ingest.prose.en.clauses import EARLIER, FROM
from ingest.prose.periods import first_day

if TYPE_CHECKING:
    from ingest.prose.en.walk import Walk

_KNOWN = frozenset({"actual", "preliminary", "estimate"})
_TO_COME = frozenset({"will", "would", "could", "may", "might", "to", "should"})
_CLAUSE = re.compile("[,;&z]")
_LATER_WILL = re.compile(r",[mS][^,;NRPM]*\Z")


def is_of_another_clause(walk: Walk, k: int, period: int) -> bool:
    """True where a period ahead of publication, or of what "will" be, stands apart from a figure of the past.

    `period` is the item of the period that would date figure k.
    """
    tags, at = walk.tags, walk.it.figures[k]
    first, last = (period, at) if period < at else (at, period)
    between = tags[first + 1 : last]
    if ("," not in between and ";" not in between) or walk.figures[k].status not in _KNOWN:
        return False
    if period > at and _LATER_WILL.search(between) and _is_past(walk, at):
        return True  # "the model, of which 40,000 were sold early, will ship on | Sept. 21"
    published, code = walk.g.context.published_on, walk.it.data[period].code
    if published is None or code is None or first_day(code) <= published.isoformat():
        return False
    return _is_past(walk, at)


def _is_past(walk: Walk, at: int) -> bool:
    """True where a verb of the figure's own clause tells what was: "spent", "had", "opened"."""
    tags = walk.tags
    if walk.roles[walk.it.figures.index(at)] in (EARLIER, FROM):
        return True
    start = max((m.end() for m in _CLAUSE.finditer(tags, 0, at)), default=0)
    behind = _CLAUSE.search(tags, at)
    end = behind.start() if behind is not None else len(tags)
    verbs = [j for j in range(start, end) if tags[j] in "udvHA23mS"]
    words = {walk.low[walk.it.starts[j] : walk.it.ends[j]].split()[0] for j in verbs}
    past = any(word in walk.lex.pasts or word.endswith("ed") for word in words)
    return past and _TO_COME.isdisjoint(words)
