"""Lists of figures: one scale and unit for all of them, and "respectively"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ingest.prose.en import clauses as cl
from ingest.prose.figure import Figure

if TYPE_CHECKING:
    from ingest.prose.en.walk import Walk

_LIST_GAP = re.compile(r",?[&1]?e?\Z|t\Z")


def share_scales(walk: Walk) -> None:
    """ "212 million, 131 million and 257 million tonnes", "from 25 to 20 million tonnes": the last tells all."""
    for k in range(len(walk.figures) - 2, -1, -1):
        f, following = walk.figures[k], walk.figures[k + 1]
        if f.shape != "N" or f.unit is not None or not _LIST_GAP.match(walk.gaps[k + 1]):
            continue
        if (following.shape == "N" and following.unit is not None) or following.shape in "RP":
            f.unit, f.unit_status, f.shape = following.unit, "inherited", following.shape
            if walk.roles[k] == cl.CHANGE and f.shape == "R":
                f.kind = "change_rate"
        if walk.gaps[k + 1] == "t" and not f.scaled and following.factor != 1 and f.value < 1000:
            _scale(f, following)


def _scale(f: Figure, like: Figure) -> None:
    f.value *= like.factor
    if f.last_place is not None and f.nonzero_place is not None:
        f.last_place, f.nonzero_place = f.last_place * like.factor, f.nonzero_place * like.factor
    f.scaled, f.factor = True, like.factor


class Respectively:
    """Pairs the last list before "respectively" with the list before it."""

    def __init__(self, walk: Walk) -> None:
        self.walk = walk
        self.figures, self.tags, self.gaps, self.roles = walk.figures, walk.tags, walk.gaps, walk.roles

    def pair(self) -> None:
        """Pair the last list before "respectively" with the list before it: figures, or periods."""
        if "r" not in self.tags:
            return
        runs: list[list[int]] = []
        for k, f in enumerate(self.figures):
            if k and runs and re.fullmatch(r",?&?|,", self.gaps[k]) and self.figures[k - 1].shape == f.shape:
                runs[-1].append(k)
            else:
                runs.append([k])
        many = [r for r in runs if len(r) > 1]
        if len(many) == 2 and len(many[0]) == len(many[1]):
            for a, b in zip(many[0], many[1], strict=True):
                fa, fb = self.figures[a], self.figures[b]
                if fa.kind in ("change_rate", "change_amount", "points") and fb.shape == "N":
                    fa.links = [x for x in fa.links if x[0] not in ("growth_of", "growth_from")]
                    fa.link("growth_of", fb, "respectively")
                fb.links = [x for x in fb.links if x[0] != "compared_with"]
        for run in many:
            role = self.roles[run[0]]
            for k in run[1:]:
                f, first = self.figures[k], self.figures[run[0]]
                if role == cl.CHANGE and f.shape in "RN":
                    f.kind, f.direction = first.kind, first.direction
                    self.roles[k] = cl.CHANGE
