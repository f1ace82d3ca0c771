"""A level of before that a clause of its own tells: "In 2012 the toll was | 2,310"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.prose.en import clauses as cl
from ingest.prose.en.turn import Turn
from ingest.prose.figure import Figure
from ingest.prose.regex import regex

if TYPE_CHECKING:
    from ingest.prose.en.walk import Walk

# "; in 2011 the figure had been | 12.1%", "In 2012 it was | 2,310", "A year earlier, | 20,100 were started"
_THEN = regex(
    r"(?:\A|(?P<goes_on>;)&?)[nO]?e?(?P<time>[YB]),?(?:(?P<said>(?:e?(?P<noun>[xs8])|k)(?P<had>H)?v[nt]?)|)e?\Z"
)
_MEANT = ("rule", "target", "forecast")
_WERE = ("v", "A", "H")


def was_then(walk: Walk, t: Turn) -> Figure | None:
    """The level told last, where the figure is what that came to at a time before."""
    if t.role not in (cl.LEVEL, cl.SHARE) or not (t.k == 0 or ";" in t.gap):
        return None
    m, memory = _THEN.search(t.gap), walk.memory
    if m is None:
        return None
    told = memory.share if t.f.shape == "R" and memory.share is not None else memory.told
    told = told if memory.antecedent_sentence == walk.s.number - 1 else None
    level = _told_here(walk, t.k) if m["goes_on"] else told if t.k == 0 else None
    meant = level is not None and (level.status in _MEANT or any(s in _MEANT for _, s in walk.it.statuses))
    if level is None or meant or level.shape != t.f.shape or t.f.unit not in (None, level.unit):
        return None
    start = t.at - len(t.gap)
    if m["said"] is None:  # a bare number of what was counted
        if m["time"] != "B" or t.after[:1] not in _WERE or t.f.unit is not None:
            return None
    elif m["noun"] and not _points(walk, level, walk.g.measures.word(walk.it, start + m.start("noun"))):
        return None
    if t.after[:1] == "x" and t.f.shape == "N" and not _counts_the_same(walk, t, level):
        return None
    had = m["had"] is not None and walk.g.measures.word(walk.it, start + m.start("had")) == "had"
    before = m["time"] == "B" or had or _is_before(walk, start + m.start("time"), level)
    return level if before else None


def _told_here(walk: Walk, k: int) -> Figure | None:
    """The last level that the sentence tells before figure k: "33.2%, up 1.4 points; in 2013 it was"."""
    stated = (*cl.NOW, cl.SHARE)
    return next((walk.figures[j] for j in range(k - 1, -1, -1) if walk.roles[j] in stated), None)


def _counts_the_same(walk: Walk, t: Turn, level: Figure) -> bool:
    """False for "3.2 million trips. In 2012 there were | 410 crashes"."""
    noun = walk.g.measures.counted(walk.it, t.at)
    if noun is None or level.measure is None:
        return noun is None
    head = walk.low[noun[0] : noun[1]].split()[-1]
    return head in walk.low[level.measure[0] : level.measure[1]].split()


def _points(walk: Walk, level: Figure, word: str) -> bool:
    """True for "the figure"; "the share" points to a share, "the rate" to what was called one."""
    if word in walk.lex.pointers or (level.kind == "share" and word in walk.lex.share_words["proportion"]):
        return True
    return level.measure is not None and word in walk.low[level.measure[0] : level.measure[1]].split()


def _is_before(walk: Walk, item: int, level: Figure) -> bool:
    """True where the period at an item is of an earlier year than the level."""
    own = [x.code for x, tag in zip(walk.it.data[:item], walk.tags[:item], strict=True) if tag == "Y"]
    published = walk.g.context.published_on
    of_level = own[-1] if level in walk.figures and own else level.period or walk.memory.period
    if of_level is None and published is not None:
        of_level = str(published.year)
    code = walk.it.data[item].code
    return code is not None and of_level is not None and code[:4] < of_level[:4]
