"""Units that the words right around a number tell, before its role is asked for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ingest.prose.en.walk import Walk

_WHO = (" who ", " whose ")
_IN_BRACKETS = re.compile(r"(>?[,&]{1,2})(p|xb)?e?x{1,3}<")


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
