"""What stands around one figure of the walk: before it in time, behind it in the text, and its quote."""

from __future__ import annotations

import re

from ingest.prose.en.items import Items
from ingest.prose.en.words import Lexicon
from ingest.prose.figure import Figure
from ingest.prose.regex import regex
from ingest.prose.text import Sentence

_BEFORE_THAT = regex(r"(?<!the )\b(after|having|following)\b[^,;]*\Z")
_PARTNER = regex(
    r"(?:N(?:(?P<bracket><R>)|x{0,2},?1R)|P,?(?P<points>1)R|R(?:(?P<bracketed><N>)|,?1N))(?:(?=[pqijowfcgOB])|,(?=[pq]))"
)
_ASIDE_MORE = regex(r"R>[pq]")
_TO_OR_IS = regex(r"(?:\A|[^ij])v\Z|[tfc]\Z")
_MORE_THAN_A_SHARE = 100  # points: of no percentage
_NEXT_WORD = regex(r"\s([a-z]+)\b")


class Around:
    """The part of the walk that looks at the words around a figure."""

    it: Items
    low: str
    tags: str
    s: Sentence
    lex: Lexicon
    gaps: list[str]
    afters: list[str]
    behind_at: list[int]
    triggers: list[int]

    def opens_earlier_clause(self, k: int, dated: bool = True) -> bool:
        """True for "after growing | 0.5%", "having hit | 1,346 on Feb. 20": of a time before the rest.

        "having grown | 4.3%" without a time of its own is said of the level before it.
        """
        gap, at = self.gaps[k], self.it.figures[k]
        start = self.it.starts[at - len(gap)] if gap else self.it.starts[at]
        m = _BEFORE_THAT.search(self.low, start, self.it.starts[at])
        return m is not None and (dated or m[1] == "after" or " earlier " in m[0])

    def _look_behind(self, at: int, end: int, gap: str) -> None:
        """Keep what stands behind a figure, or behind the one that says it again: "4.8% (61,200) | fewer"."""
        start = at + 1
        m = _PARTNER.match(self.tags, at)
        if m is not None and (
            m["bracket"]
            or m["bracketed"]
            or m["points"]
            or (
                gap in ("v", "ev", "kv") and (",1" not in m[0] or m[0].endswith(","))
            )  # "investment of £49.5 billion was | £0.3 billion, or 0.5%, down"
            or re.search(r"(?:,z?(?:Zv)?|[,;](?:Z|[ek])v)\Z", gap)
        ):
            start = m.end() + (self.tags[m.end()] == "," and self.tags[m.end() + 1] in "pq")
            end = next((j for j in self.it.figures if j >= start), len(self.tags))
        elif gap.endswith("<") and gap[-2:-1] not in ("N", "R") and _ASIDE_MORE.match(self.tags, at):
            start = at + 2  # "a shade (|0.4%) below last year's"
        self.behind_at.append(start)
        self.afters.append(self.tags[start:end])

    def _stands_at(self, f: Figure, gap: str, at: int) -> bool:
        """ "rose 0.4% | to 12,890 points", "stood at | 1,214 points": where an index stands, no move."""
        if f.unit != "index_point" or f.value < _MORE_THAN_A_SHARE:
            return False
        return _TO_OR_IS.search(gap) is not None or (
            gap.endswith("n") and self.low.startswith("at", self.it.starts[at - 1])
        )

    def _answers(self, at: int) -> bool:
        """ "8% | foresee a decline", "41% | said": a share of those asked."""
        end = self.it.ends[at]
        word = _NEXT_WORD.match(self.low, end, self.s.end)
        return word is not None and word[1] in self.lex.answers

    def _quote(self, k: int, f: Figure) -> None:
        at = self.it.figures[k]
        start, end = f.outer_start, f.outer_end
        if 0 <= self.triggers[k] < at:
            start = self.it.starts[self.triggers[k]]
        if f.noun is not None:
            end = max(end, f.noun[1])
        if self.afters[k][:1] == "B":
            end = max(end, self.it.ends[at + 1])
        f.quote = (start, end)
