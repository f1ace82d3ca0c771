"""Gaps between two things at one time: "£85m over budget", "below the average", "exceeded it by 4%"."""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.prose.en.items import Items
from ingest.prose.en.words import Entry, Lexicon
from ingest.prose.figure import Figure
from ingest.prose.regex import regex
from ingest.prose.text import Sentence

_FROM_AVERAGE = regex(r"(?P<word>[pqx])g?[neE]*x{0,3}[YDX]?(?P<nouns>x{1,3})(?!x)")
_AVERAGES = frozenset(["average", "averages", "mean", "median", "norm"])
_UP = ("above", "over", "ahead of", "beyond")
REVISED = frozenset(["revised", "preliminary", "final"])
_GOES_ON = regex(r"[,&][^;]*b\Z")  # "… by 11% and the average by 4%"


_GAP_OF = regex(r"\b(?:gap|difference) of (?:\w+ )?\Z")


class Differences:
    """The part of the walk that finds gaps; each rule tells the direction, None where there is no gap."""

    it: Items
    low: str
    tags: str
    s: Sentence
    lex: Lexicon

    def _apart(self, f: Figure, at: int, gap: str, last: Figure | None) -> str | None:
        """The direction of a gap to an average, a plan or what is exceeded."""
        return (
            self._apart_from_average(at)
            or self._apart_from_plan(f)
            or (self._by_how_much(f, last, gap) if gap.endswith("b") else None)
        )

    def _is_gap(self, f: Figure) -> bool:
        """True for "41 francs for men and 36 for women, a gap of | 13.3 per cent"."""
        return (
            f.shape in "RP"
            and _GAP_OF.search(self.low, max(self.s.start, f.outer_start - 30), f.outer_start) is not None
        )

    def _apart_from_average(self, at: int) -> str | None:
        """The direction of a gap to what is usual: "860,000 sq km | below the 1981-2010 average"."""
        m = _FROM_AVERAGE.match(self.tags, at + 1)
        if m is None or self._item_word(m.end() - 1) not in _AVERAGES:
            return None
        entry = self.it.data[at + 1]
        if m["word"] == "x":
            bound = entry.hedge if isinstance(entry, Entry) else None
            return {"GT": "up", "LT": "down"}.get(bound or "")
        return "up" if m["word"] == "p" else "down"

    def _apart_from_plan(self, f: Figure) -> str | None:
        """ "£0.3 billion | over budget", "3 million tonnes | below the May forecast"."""
        m = _plan(self.lex.plans).match(self.low, f.outer_end, self.s.end)
        if m is None or not REVISED.isdisjoint(m[0].split()):
            return None  # "7% above the revised August estimate of | 1.27 million" is a change
        return "up" if m["word"] in _UP else "down"

    def _by_how_much(self, f: Figure, last: Figure | None, gap: str) -> str | None:
        """ "exceeded the figure of 2016 | by 11% | and the average by 4%"."""
        said = self.low[max(self.s.start, f.outer_start - 100) : f.outer_start]
        m = _exceeding(tuple(self.lex.exceeding)).search(said)
        if m is not None:
            return self.lex.exceeding[m["verb"]]
        if last is not None and last.kind == "difference" and _GOES_ON.match(gap):
            return last.direction
        return None

    def _item_word(self, item: int) -> str:
        return self.low[self.it.starts[item] : self.it.ends[item]]


@lru_cache(maxsize=1)
def _plan(nouns: frozenset[str]) -> re.Pattern[str]:
    named = "|".join(sorted(nouns))
    return regex(
        r"\s(?:(?:well|far|just|slightly)\s)?(?P<word>above|below|over|under|short of|ahead of|beyond|behind)"
        rf"\s(?:[\w'’-]+\s){{0,3}}(?:{named})\b"
    )


@lru_cache(maxsize=1)
def _exceeding(verbs: tuple[str, ...]) -> re.Pattern[str]:
    named = "|".join(verbs)
    return regex(rf"\b(?P<verb>{named})(?:\s[^,;:]*)?\sby(?:\s[a-z]+){{0,2}}\s*\Z")
