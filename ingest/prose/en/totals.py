"""Parts and shares "of the total": which figure said before is that total."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ingest.prose.en.items import Items
from ingest.prose.figure import Figure

if TYPE_CHECKING:
    from ingest.prose.en.walk import Walk


_BOUNDS = ("GT", "GE", "LT", "LE")  # "farms of 50 hectares and over made up 22% of the total"


class Totals:
    """The part of the parts that looks for the total."""

    walk: Walk
    it: Items
    figures: list[Figure]
    whole: Figure | None
    antecedent: Figure | None

    def _share_of_total(self, k: int, f: Figure) -> None:
        """ "6.8 million nights, or 28% | of the total": of the larger figure of one thing said before."""
        if f.shape != "R":
            self._part_of_total(k, f)
            return
        part = next((t for r, t, *_ in f.links if r == "expresses"), None)
        gap = self.walk.gaps[k]
        if part is not None:
            whole = self._total_of(k, part)
        elif self.walk.aside is not None:  # "traffic, which makes up a fifth of the total"
            whole = self.whole
        elif (said := self._part_before(k)) is not None:  # "3,100 of them about noise, 35% | of the total"
            f.link("expresses", said[0], "level_then_share")
            whole = said[1]
        elif (
            not gap or "a" in gap or gap.endswith("x,n") or self._opens_taking(k)
        ):  # "Domestic visitors made up 71% of the total."
            levels = [x for x in self.figures[:k] if x.shape == "N" and x.qualifier not in _BOUNDS]
            whole = self.antecedent if not levels else levels[0] if len(levels) == 1 else None
        else:
            return
        if whole is None:
            return
        f.kind = "share"
        f.link("share_of", whole, "share_of_total")
        if part is not None and not any(role == "part_of" for role, *_ in part.links):
            part.link("part_of", whole, "share_of_total", "unknown", "of the total")

    def _total_of(self, k: int, part: Figure) -> Figure | None:
        """What a part said before figure k is of: as the text says, or the last larger level of one thing."""
        told = next((t for r, t, *_ in part.links if r == "part_of"), None)
        if told is not None:
            return told
        before = self.walk.memory.antecedent_sentence == self.walk.s.number - 1
        said = [x for x in self.walk.memory.levels_before if before and self._is_no_balance(x)]
        if len(said) > 1:
            said = [x for x in said if x.unit in ("count", "person")]  # named alike; money is not told apart
        known = [x for x in (*said, *self.figures[:k]) if x.shape == "N"]
        levels = [x for x in known if x.kind == "level" and x.value > part.value]
        return next((x for x in reversed(levels) if self._is_of_one_thing(x, part)), None)

    def _is_no_balance(self, x: Figure) -> bool:
        """False for a surplus: "exports were 12 billion, 18% of the total" is not of that."""
        words = self.walk.low[x.measure[0] : x.measure[1]].split() if x.measure is not None else []
        return self.walk.lex.share_words["balance"].isdisjoint(words)

    def _part_of_total(self, k: int, f: Figure) -> None:
        """ "Funding came to £22 billion; banks got 16 billion | of the total": of the one such level."""
        known = [x for x in (self.antecedent, *self.figures[:k]) if x is not None and x.shape == "N"]
        known = [x for x in known if x.kind == "level" and x.value > f.value]
        known = [x for x in known if x.unit == f.unit or (f.unit is None and f.scaled and x.scaled)]
        named = self.walk.tags[self.walk.behind_at[k] + 1 :][:1] in ("x", "s")  # "of the total profit"
        if f.shape == "N" and f.kind == "level" and len(known) == 1 and not named:
            f.link("part_of", known[0], "share_of_total", "partial", "of the total")

    def _opens_taking(self, k: int) -> bool:
        """True for "China bought 79% | of the total": the sentence opens with who took it."""
        return k == 0 and re.fullmatch(r"[eE]?x{1,4}[A23H]", self.walk.gaps[0]) is not None

    def _part_before(self, k: int) -> tuple[Figure, Figure] | None:
        """The part right before figure k, with its whole."""
        last = self.figures[k - 1] if k else None
        if last is None or last.shape != "N" or not self.walk.gaps[k].endswith((",", ",Zv")):
            return None
        return next(((last, t) for r, t, *_ in last.links if r == "part_of"), None)

    def _is_of_one_thing(self, whole: Figure, part: Figure) -> bool:
        """True for two figures of one unit; of what is counted, with one noun: "guest nights"."""
        if whole.unit not in (None, "count", "person") or part.unit not in (None, "count", "person"):
            return whole.unit == part.unit
        nouns = [x.noun or self._noun(x) or x.measure for x in (whole, part)]
        said = {self.walk.g.low[n[0] : n[1]] for n in nouns if n is not None}
        return len(said) == 1 and None not in nouns

    def _head(self, f: Figure) -> str | None:
        """The last word of the noun that a figure counts: "2,890 fires" of the total of "4,820 fires"."""
        noun = f.noun or self._noun(f)
        return None if noun is None else self.walk.g.low[noun[0] : noun[1]].split()[-1]

    def _noun(self, f: Figure) -> tuple[int, int] | None:
        """Where the noun stands that a figure of this sentence counts; of one said before it is f.noun."""
        if f not in self.figures:
            return None
        return self.walk.g.measures.counted(self.it, self.it.figures[self.figures.index(f)])
