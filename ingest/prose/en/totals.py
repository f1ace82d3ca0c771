"""Parts and shares "of the total": which figure said before is that total."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ingest.prose.en.items import Items
from ingest.prose.figure import Figure

if TYPE_CHECKING:
    from ingest.prose.en.walk import Walk


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
        if part is None and self.walk.aside is not None:  # "traffic, which makes up a fifth of the total"
            part, whole = None, self.whole
        elif part is None and (said_part := self._part_before(k)) is not None:
            f.kind = "share"  # "3,100 of them about noise, 35% | of the total"
            f.link("expresses", said_part[0], "level_then_share")
            f.link("share_of", said_part[1], "share_of_total")
            return
        elif (
            part is None and "a" not in self.walk.gaps[k] and not self._opens_taking(k) and self.walk.gaps[k]
        ):
            return
        elif part is None:  # "Domestic visitors made up 71% of the total.": of the one level said before
            said = [x for x in self.figures[:k] if x.shape == "N"]
            whole = self.antecedent if not said else said[0] if len(said) == 1 else None
        else:
            told = next((t for r, t, *_ in part.links if r == "part_of"), None) if part is not None else None
            if told is not None:
                f.kind = "share"
                f.link("share_of", told, "share_of_total")
                return
            known = [x for x in (self.antecedent, *self.figures[:k]) if x is not None and x.shape == "N"]
            levels = [x for x in known if part is not None and x.kind == "level" and x.value > part.value]
            whole = next((x for x in reversed(levels) if part and self._is_of_one_thing(x, part)), None)
        if whole is None:
            return
        f.kind = "share"
        f.link("share_of", whole, "share_of_total")
        if part is not None:
            part.link("part_of", whole, "share_of_total", "unknown", "of the total")

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
        nouns = [x.noun or self._noun(x) for x in (whole, part)]
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
