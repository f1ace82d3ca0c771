"""What bare points are: of an index, or of percentages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.prose.figure import Figure

if TYPE_CHECKING:
    from ingest.prose.en.walk import Walk

RATES = frozenset({"rate", "rates", "ratio", "share", "index", "percentage", "proportion"})
_MARGINS = frozenset({"margin", "margins", "error"})  # told in percent too: "a margin of error of 3 points"


def settle_points(walk: Walk, f: Figure) -> None:
    """ "1 point" beside percentages is a percentage point, unless it is an index that moves."""
    if f.unit != "index_point":
        return
    if f.kind == "contribution":
        f.unit = "percentage_point"
        return
    words = walk.g.low[f.measure[0] : f.measure[1]].split() if f.measure else []
    if any(walk.g.lex.subjects.get(w.removesuffix("'s")) == "index_point" for w in words):
        return
    if _is_again(walk, f):
        return
    if words and (words[-1] in RATES or words[-1] in _MARGINS):  # "the rate dropped by 0.6 points"
        f.unit = "percentage_point"
        return
    if any(rule == "change_then_level" and target.shape == "N" for _, target, rule, *_ in f.links):
        return
    if any(x.unit in ("percent", "percentage_point") and x is not f for x in walk.figures):
        f.unit = "percentage_point"


def _is_again(walk: Walk, f: Figure) -> bool:
    """ "Losing 5.8%, or | 2,070 points": what a rate of change says again is points of the index itself."""
    k = next(j for j, x in enumerate(walk.figures) if x is f)
    again = [j for j in (k, k + 1) if 0 < j < len(walk.figures) and walk.gaps[j] in ("1", ",1", "<")]
    return any(walk.figures[j - (j == k)].kind == "change_rate" for j in again)
