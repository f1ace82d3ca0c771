"""Units that the words right around a number tell, before its role is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.prose.figure import Figure
from ingest.prose.regex import regex

if TYPE_CHECKING:
    from ingest.prose.en.walk import Walk

_WHO = (" who ", " whose ")
_NEAR = 5  # words
_HELPING = ("v", "H", "p", "y")
_IN_BRACKETS = regex(r"(>?[,&]{1,2})(p|xb)?e?x{1,3}<")


def count_per_many(walk: Walk) -> None:
    """Give "per 1,000 births" to the figure in front of it, "for every 100 persons" to the one behind it."""
    for position, code, span, behind in walk.it.rates:
        near = [(k, at) for k, at in enumerate(walk.it.figures) if (at < position) == behind]
        if near:
            f = walk.figures[near[-1 if behind else 0][0]]
            if f.unit is None and f.shape == "N":
                f.unit, f.unit_span = code, span


def persons_who(walk: Walk) -> None:
    """Count persons in "410 of the | 28,000 who sat the exam"."""
    for f in walk.figures:
        if f.shape == "N" and f.unit is None and walk.low.startswith(_WHO, f.end):
            f.unit, f.unit_status = "person", "inferred"


def unit_of_fate(walk: Walk, k: int, f: Figure) -> bool:
    """Count persons in "another | 27 died", "| 14 were injured", "killed at least | 61"."""
    before = walk.low[walk.s.start : f.outer_start].split()[-1:]
    behind = [w.strip(".,;:)") for w in walk.low[f.outer_end : walk.s.end].split()[:_NEAR]]
    done = next((w for w in behind if not _goes_before(walk, w)), "")
    if done not in walk.lex.fates and walk.lex.fates.isdisjoint(before):
        return False
    f.unit, f.unit_status = "person", "inferred"
    return True


def _goes_before(walk: Walk, word: str) -> bool:
    """True for a word that stands between so many and what befell them: "were", "have been", "others"."""
    entry = walk.lex.singles.get(word)
    return word in walk.lex.share_words["others"] or (entry is not None and entry.tag in _HELPING)


def durations_to(walk: Walk) -> None:
    """Give the end of "from 10 hours | to four" the unit of its start."""
    for k in range(1, len(walk.figures)):
        f, start, at = walk.figures[k], walk.figures[k - 1], walk.it.figures[k]
        bare = f.shape == "N" and f.unit is None and not f.scaled and start.shape == "D"
        if bare and walk.tags[at - 3 : at] == "fDt" and walk.tags[at + 1 : at + 2] not in ("x", "i", "j"):
            f.shape, f.kind = start.shape, start.kind
            f.unit, f.unit_status = start.unit, "inherited"


def percents_in_lists(walk: Walk) -> None:
    """Give the percent sign to "7.3%, ahead of Africa (| 6.5)", "Spain (4.5%), Italy (| 3.2)"."""
    for k in range(1, len(walk.figures)):
        f, before = walk.figures[k], walk.figures[k - 1]
        if f.shape != "N" or f.unit is not None or before.unit != "percent" or before.shape != "R":
            continue
        begin, at = walk.it.figures[k - 1] + 1, walk.it.figures[k]
        gap = _IN_BRACKETS.fullmatch(walk.tags, begin, at)
        if gap is None or f.scaled or walk.tags[at + 1 : at + 2] != ">":
            continue
        if gap[1][0] == ">" or gap[2] is not None:
            f.shape, f.unit, f.unit_status = "R", "percent", "inherited"
