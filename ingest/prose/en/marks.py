"""Figures that others are held against: "the 50 mark", "the 3% target", "the 1.2 billion analysts expected".

Such a figure is neither a change nor the level of anything now: it takes no links, and the figures around it
are read as if it were not there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ingest.prose.en.words import Entry
from ingest.prose.figure import PERCENT, POINTS, Figure

if TYPE_CHECKING:
    from ingest.prose.en.walk import Walk

MARK = "mark"
_NOUNS = re.compile(r"-?(x{1,3})")
_BEFORE = re.compile(r"x(?:o|v|:|Hv|Y?v|Yo)t?e?\Z")
_LONGEST_BEFORE = 5  # tags of such a match
_THOUGHT = re.compile(r"x{0,2}(?P<change>[ij]?)Z?[xekEH]{0,4}\Z")
_REACH = 8  # items in which the words of the expectation stand
_INSTEAD = re.compile(r"\b(?:instead of|rather than)\s(?:the\s)?\Z")
_STATUSES = ("forecast", "target", "estimate")
_KINDS = {PERCENT: "change_rate", POINTS: "points"}


class Marks:
    """Finds the marks of a sentence; `spoken` are the items whose status holds for their mark alone."""

    def __init__(self, walk: Walk) -> None:
        self.walk, self.it, self.low = walk, walk.it, walk.low
        self.spoken: set[int] = set()

    def is_mark(self, f: Figure, at: int, last: Figure | None) -> bool:
        """True where the figure at item `at` is a mark; fills its kind, status and measure."""
        if f.shape not in "NRP":
            return False
        if self._is_definite(at) and (
            self._named(f, at) or self._needed(f, at) or self._thought(f, at, last)
        ):
            return True
        if self._called(f, at):
            return True
        if _INSTEAD.search(self.low, max(0, f.outer_start - 16), f.outer_start) is None:
            return False
        f.status = "target"
        return True

    def _called(self, f: Figure, at: int) -> bool:
        """ "a target of 25,000", "the 2020 target is 50%"; an average may be a level of its own."""
        m = _BEFORE.search(self.walk.tags, max(0, at - _LONGEST_BEFORE), at)
        if m is None or self.walk.lex.marks.get(self._word(m.start())) not in ("target", "rule"):
            return False
        self.spoken.add(m.start())
        f.status = self.walk.lex.marks[self._word(m.start())]
        if f.status == "rule":
            return False  # "the fee limit of 70% of the average": a level with its own measure
        if f.shape == "N" and f.unit is None:
            f.noun = self.walk.g.measures.counted(self.it, at)
        return True

    def _word(self, item: int) -> str:
        return self.low[self.it.starts[item] : self.it.ends[item]]

    def _is_definite(self, at: int) -> bool:
        if at == 0:
            return False
        before, word = self.walk.tags[at - 1], self._word(at - 1)
        return before in "eE" or (before == "x" and word.endswith(("'s", "s'"))) or word.endswith(" the")

    def _named(self, f: Figure, at: int) -> bool:
        """ "the 50 mark", "its 2% inflation target"."""
        m = _NOUNS.match(self.walk.tags, at + 1)
        if m is None:
            return False
        first, marks = m.start(1), self.walk.lex.marks
        last = next((j for j in range(first, m.end()) if self._word(j) in marks), -1)
        if last < 0 or (
            self.walk.tags[last + 1 : last + 2] in ("x", "i", "j")
            and not self._word(last + 1).endswith("ing")
        ):
            return False  # "the 50 mark separating", but not "the 5 percent average rise"
        status = marks[self._word(last)]
        self.spoken.add(last)
        if not status:
            f.measure = self.it.starts[first], self.it.ends[last]
            return True
        f.status = status
        if first < last:
            f.measure = self.it.starts[first], self.it.ends[last - 1]
        return True

    def measure_of(self, k: int) -> tuple[int, int] | None:
        """What the figure held against the mark measures; without one, the subject of the clause."""
        at, gap = self.it.figures[k], self.walk.gaps[k]
        if k and self.walk.figures[k - 1].measure is not None:
            return self.walk.figures[k - 1].measure
        verb = max(gap.rfind(x) for x in "vudA")
        return self.walk.g.measures.subject(self.it, at - len(gap) + verb) if verb >= 0 else None

    def _needed(self, f: Figure, at: int) -> bool:
        """ "short of the 95% needed"."""
        behind = at + 1
        if behind >= len(self.it.tags) or self._word(behind) not in ("needed", "required"):
            return False
        f.status = "rule"
        return True

    def _thought(self, f: Figure, at: int, last: Figure | None) -> bool:
        """ "the 230,000 forecast", "the 0.3 percent rise that economists had expected"."""
        tags = self.walk.tags
        for j in range(at + 1, min(at + _REACH, len(tags))):
            entry = self.it.data[j]
            if isinstance(entry, Entry) and entry.status in _STATUSES:
                break
        else:
            return False
        m = _THOUGHT.match(tags, at + 1, j)
        agent = entry.phrase.endswith(" by")  # "seen by analysts"
        if m is None or (tags[j + 1 : j + 2] in ("x", "e", "E", "i", "j", "N", "R") and not agent):
            return False
        self.spoken.add(j)
        f.status = entry.status or "forecast"
        if m["change"]:
            f.kind, f.direction = _KINDS.get(f.shape, "change_amount"), "up" if m["change"] == "i" else "down"
        elif last is not None and last.shape == f.shape and last.kind in _KINDS.values():
            f.kind, f.direction = (
                last.kind,
                last.direction,
            )  # "rose 1.1%, below the 3.3% analysts had forecast"
        return True
