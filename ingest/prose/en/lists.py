"""Lists of figures: one scale and unit for all of them, and "respectively"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ingest.prose.en import clauses as cl
from ingest.prose.figure import Figure
from ingest.prose.regex import regex

if TYPE_CHECKING:
    from ingest.prose.en.walk import Walk

_LIST_GAP = regex(r"(?:,?&|,|1)?e?\Z|t\Z")  # not ", or": that says the same again
_JOINED = regex(r"x*,?&?e?")
_LED_TO = regex(r"r[^&;NRP]*t[ve]?\Z")
_MOST_PERCENT = 1000
_SIZE = 10


def share_scales(walk: Walk) -> None:
    """The last of a list tells scale and unit of all: "from 25 to 20 million tonnes"."""
    for k in range(len(walk.figures) - 2, -1, -1):
        f, following = walk.figures[k], walk.figures[k + 1]
        if f.shape == following.shape == "N" and walk.gaps[k + 1] == "c" and _is_of_one_scale(f, following):
            scale_like(f, following)
        listed = _LIST_GAP.match(walk.gaps[k + 1])
        if f.shape == following.shape == "R" and listed and walk.behind[k + 1] and walk.roles[k] == cl.LEVEL:
            f.kind, f.direction = (
                following.kind,
                following.direction,
            )  # "16% and 2% more"
            walk.roles[k], f.links = cl.CHANGE, []
        if f.shape != "N" or f.unit is not None or not listed:
            continue
        if following.shape == "N" and following.unit is None and "t" not in walk.gaps[k + 1]:
            if following.noun is None:
                following.noun = walk.g.measures.counted(walk.it, walk.it.figures[k + 1])
            if f.noun is None and following.noun is not None and walk.tags[walk.it.figures[k] + 1] in ",&":
                f.noun = following.noun
        alike = following.shape == "N" or (
            following.shape in "RP"
            and f.value < _MOST_PERCENT  # "198,873, 10.4% of the total" are contracts
            and ("1" not in walk.gaps[k + 1] or f.value < following.value <= f.value + 1)
            and not (f.scaled or (following.direction is not None and walk.gaps[k + 1] == ","))
        )
        if following.shape == "R" and ("fraction" in following.flags or following.hedge is not None):
            continue  # "to 7,175, about three in five of them": a figure of its own
        if alike and (following.unit is not None or following.shape in "RP"):
            f.unit, f.unit_status, f.shape = (
                following.unit,
                "inherited",
                following.shape,
            )
            if walk.roles[k] == cl.CHANGE and f.shape == "R":
                f.kind = "change_rate"
                if walk.roles[k + 1] == cl.LEVEL:  # "up 4.1 and 6.8 percent"
                    walk.roles[k + 1], following.kind, following.direction = cl.CHANGE, f.kind, f.direction
        if walk.gaps[k + 1] == "t" and not f.scaled and following.factor != 1 and f.value < 1000:
            scale_like(f, following)
    for k, f in enumerate(walk.figures):  # "contributing 1.0, 0.9 and 0.7 percentage points"
        if f.shape != "P":
            continue
        held = k > 0 and walk.figures[k - 1].kind == "contribution" and _LIST_GAP.match(walk.gaps[k])
        if f.kind in ("level", "points") and (walk.gaps[k].endswith("C") or held):
            f.kind, f.direction, walk.roles[k] = "contribution", "down" if f.value < 0 else "up", cl.LEVEL
            f.value = abs(f.value)


def _is_of_one_scale(f: Figure, following: Figure) -> bool:
    """True for "2.31 | against 2.18 million": no scale of its own, and a number of the same size."""
    if f.scaled or following.factor == 1 or f.unit is not None:
        return False
    scaled = f.value * following.factor
    return following.value < scaled * _SIZE and scaled < following.value * _SIZE


def scale_like(f: Figure, like: Figure) -> None:
    """Give a figure the scale of another."""
    f.value *= like.factor
    if f.last_place is not None and f.nonzero_place is not None:
        f.last_place, f.nonzero_place = (
            f.last_place * like.factor,
            f.nonzero_place * like.factor,
        )
    f.scaled, f.factor = True, like.factor


def runs_of(walk: Walk) -> list[list[int]]:
    """Figures of one shape joined by commas and "and" alone, as lists of indices."""
    runs: list[list[int]] = []
    for k, f in enumerate(walk.figures):
        joined = k and walk.figures[k - 1].shape == f.shape and _JOINED.fullmatch(walk.gaps[k])
        if joined and ("x" not in walk.gaps[k] or walk.figures[k - 1].unit is None):
            runs[-1].append(k)
        else:
            runs.append([k])
    return [r for r in runs if len(r) > 1]


def zip_periods(walk: Walk, periods: list[int]) -> None:
    """One period for each figure: "$6.4 million and $5.9 million in 2019 and 2018"."""
    lists: list[list[int]] = []
    for j in periods:
        if lists and set(walk.tags[lists[-1][-1] + 1 : j]) <= set(",&"):
            lists[-1].append(j)
        else:
            lists.append([j])
    for run in runs_of(walk):
        first = walk.it.figures[run[0]]
        fitting = [x for x in lists if len(x) == len(run)]
        if not fitting:
            continue
        nearest = min(fitting, key=lambda x: abs(x[0] - first))
        codes = _aligned([walk.it.data[j].code for j in nearest])
        for k, code in zip(run, codes, strict=True):
            f = walk.figures[k]
            f.period, f.period_basis = code, "stated"
            f.links = [x for x in f.links if x[0] != "compared_with"]
    if "r" not in walk.tags:
        return
    for f in walk.figures:  # what follows a zipped list in the same sentence has its periods too
        f.flags.discard("cumulative")


def _aligned(codes: list[str]) -> list[str]:
    """ "September 30, 2019 and 2018": the bare year takes the day or span of the first."""
    head = codes[0]
    if len(head) > 4 and all(len(c) == 4 for c in codes[1:]):
        shift = int(head[:4]) - int(codes[1])
        if "/P1Y" in head and shift == 0:  # a financial year is named by the year in which it ends
            return [f"{int(head[:4])}{head[4:]}"] + [f"{int(c) - 1}{head[4:]}" for c in codes[1:]]
        return [head] + [f"{c}{head[4:]}" for c in codes[1:]]
    return codes


class Respectively:
    """Pairs the last list before "respectively" with the list before it, and with a list of subjects."""

    def __init__(self, walk: Walk) -> None:
        self.walk, self.figures, self.roles = walk, walk.figures, walk.roles

    def _pair_with_before(self) -> bool:
        """ "101.9% of GDP, or 2.4 trillion, up from 98.4% and 2.3 trillion, respectively"."""
        f = self.figures
        for k in range(len(f) - 3):
            one, other, of_one, of_other = f[k : k + 4]
            listed = self.roles[k + 2] == cl.FROM and re.fullmatch(r"[,;]?&e?", self.walk.gaps[k + 3])
            shapes = one.shape == of_one.shape != other.shape == of_other.shape
            if not (listed and shapes and "r" in self.walk.afters[k + 3][:3]):
                continue
            for level, before in ((one, of_one), (other, of_other)):
                level.links = [x for x in level.links if x[0] != "compared_with"]
                level.link("compared_with", before, "respectively")
            self.roles[k + 3] = cl.FROM
            return True
        return False

    def pair(self) -> None:
        """Tie changes and levels one to one."""
        many = runs_of(self.walk)
        if "r" not in self.walk.tags:
            many = [run for run in many if self._is_unsaid(run)]
        if "r" in self.walk.tags and self._pair_with_before():
            return
        if not many:
            return
        for run in many:
            first = self.figures[run[0]]
            for k in run[1:]:
                if self.roles[run[0]] == cl.CHANGE and self.roles[k] != cl.CHANGE:
                    self.figures[k].kind, self.figures[k].direction = (
                        first.kind,
                        first.direction,
                    )
                    self.roles[k] = cl.CHANGE
        later = next((run for run in many if "r" in self.walk.afters[run[-1]][:3]), many[-1] if many else [])
        before = [run for run in many if run[-1] < later[0] and len(run) == len(later)] if later else []
        pairs = (
            before[-1]
            if before
            else (self._levels_before(later) or self._changes_before(later))
            if later
            else []
        )
        if not pairs and later and (levels := self._levels_behind(later, many)):
            pairs, later = later, levels
        if not pairs and later and (changes := self._changes_behind(later, many)):
            pairs, later = later, changes
        if not pairs:
            for k in later:  # each is of another level: none is better than one for all
                self.figures[k].links = [x for x in self.figures[k].links if x[0] != "growth_of"]
            return
        for a, b in zip(pairs, later, strict=True):
            one, other = self.figures[a], self.figures[b]
            change, level = (one, other) if self.roles[a] == cl.CHANGE else (other, one)
            if (self.roles[a] == cl.CHANGE) != (self.roles[b] == cl.CHANGE) and level.shape == "N":
                change.links = [x for x in change.links if x[0] not in ("growth_of", "growth_from")]
                level.links = [x for x in level.links if x[0] != "compared_with"]
                change.link("growth_of", level, "respectively")
                for f in (*self.figures,):
                    if f is not change:
                        f.links = [x for x in f.links if not (x[0] == "growth_of" and x[1] is level)]

    def _levels_before(self, changes: list[int]) -> list[int]:
        """ "Wind supplied 31 TWh and solar 11 TWh, 12% and 9% more, respectively": as many levels before."""
        first = changes[0] - len(changes)
        before = list(range(max(first, 0), changes[0]))
        levels = all(self.figures[k].shape == "N" and self.roles[k] in (cl.LEVEL, cl.TO) for k in before)
        return before if levels and first >= 0 and self.roles[changes[0]] == cl.CHANGE else []

    def _levels_behind(self, changes: list[int], many: list[list[int]]) -> list[int]:
        """ "fell by 1.7% and 4.2%, respectively, to | 3.4 and 19.8 million": as many levels behind."""
        if any(self.roles[k] != cl.CHANGE for k in changes):
            return []
        for run in many:
            alike = run[0] == changes[-1] + 1 and len(run) == len(changes)
            if alike and _LED_TO.search(self.walk.gaps[run[0]]) and self.figures[run[0]].shape == "N":
                return run
        return []

    def _changes_behind(self, levels: list[int], many: list[list[int]]) -> list[int]:
        """ "recorded 14 million and 3 million stays respectively, which means changes of | +3% and -2%"."""
        for run in many:
            alike = run[0] > levels[-1] and len(run) == len(levels) and self.figures[run[0]].shape == "R"
            moved = [self.figures[k] for k in run if self.roles[k] == cl.CHANGE]
            if alike and moved:
                for k in run:
                    self.figures[k].kind, self.roles[k] = moved[0].kind, cl.CHANGE
                return run
        return []

    def _changes_before(self, levels: list[int]) -> list[int]:
        """ "A grew 4% and B fell 2%, to 6.1 and 0.8 million, respectively": as many changes before."""
        before = [k for k in range(levels[0]) if self.figures[k].kind == "change_rate"]
        listed = all(self.figures[k].shape == "N" for k in levels) and len(before) == levels[0] == len(levels)
        return before if listed else []

    def _is_unsaid(self, run: list[int]) -> bool:
        """ "Exports stood at 2.2 and imports at 2.9, up | 4% and 6%": respectively goes without saying."""
        if len(run) != 2 or self.walk.gaps[run[1]] != "&":
            return False
        if (
            self.roles[run[0]] != cl.CHANGE
        ):  # "sales in Asia and Europe climbed 5% and 7%, reaching | 3.1 and 4.2"
            return len(self._changes_before(run)) == 2 and self.walk.gaps[1] == "&"
        gap = self.walk.gaps[run[0]]
        moved = gap.endswith(("p", "q", "pb", "qb")) and "v" not in gap  # not "; their shares were up | 4%"
        return moved and len(self._levels_before(run)) == run[0] == 2

    def subjects(self) -> None:
        """ "Rice, coffee and pepper shipments changed by …, respectively": one subject for each figure."""
        for run in runs_of(self.walk):
            first = self.walk.it.figures[run[0]]
            tags = self.walk.tags
            verb = next((j for j in range(first - 1, 0, -1) if tags[j] in "vudA23C"), 0)
            start = verb
            while start > 0 and tags[start - 1] in "x,&oen":
                start -= 1
            pieces: list[list[int]] = [[]]
            for j in range(start, verb):
                if tags[j] in ",&":
                    pieces.append([])
                else:
                    pieces[-1].append(j)
            pieces = [p for p in pieces if p]
            if len(pieces) == len(run) and all(p for p in pieces):
                for k, piece in zip(run, pieces, strict=True):
                    it = self.walk.it
                    span = self.walk.g.measures.trim(it.starts[piece[0]], it.ends[piece[-1]])
                    if span is not None:
                        self.figures[k].measure = span
                        self.figures[k].flags.discard("elided_subject")
