"""Figures that others are held against: "the 50 mark", "the 3% target", "the 1.2 billion analysts expected".

Such a figure is neither a change nor the level of anything now: it takes no links, and the figures around it
are read as if it were not there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ingest.prose.en.differences import REVISED
from ingest.prose.en.words import Entry
from ingest.prose.figure import PERCENT, POINTS, Figure
from ingest.prose.regex import regex

if TYPE_CHECKING:
    from ingest.prose.en.walk import Walk

MARK = "mark"
_NOUNS = regex(r"-?(x{1,3})")
_BEFORE = regex(r"x(?:o|v|:|Hv|Y?v|Yo)t?e?\Z")
_LONGEST_BEFORE = 5  # tags of such a match
_THOUGHT = regex(r"x{0,2}(?P<change>[ij]?)Z?[xekEH]{0,4}\Z")
_OF_A_NOUN = regex(r"(?P<head>x)(?:n[eE]?x{1,2})?(?P<link>[on])[eE]?\Z")  # "estimates (for profit) of"
_HELD_TO = regex(r"[cg][^,;:&NRP]*\Z")  # "compared with", "than"
_OF_A_TIME = regex(r"Yx{0,2}\Z")
_BY_THEM = regex(r"[xS](?P<by>b)[eE]?x")  # "3.9 billion | expected by analysts, up 8%"
_LONGEST_EXPECTATION = 7  # tags of such a match
_NOUNS_OF_EXPECTATION = 2  # "consensus estimate", "forecast range"
_WORDS_OF_YARDSTICK = 5  # "beating", "compared with": so many words before what was expected
_REACH = 8  # items in which the words of the expectation stand
_INSTEAD = regex(r"\b(?:instead of|rather than)\s(?:the\s)?\Z")
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
        definite = self._is_definite(at)
        if definite and (self._named(f, at) or self._needed(f, at)):
            return True
        if (definite or self.walk.tags[at - 1 : at] == "c") and self._thought(f, at, last):
            return True  # "versus | 3.9 billion expected by analysts"
        if self._called(f, at) or self._expected(f, at, last):
            return True
        if _INSTEAD.search(self.low, max(0, f.outer_start - 16), f.outer_start) is None:
            return False
        f.status = "target"
        return True

    def passed_over(self, tags: str, at: int) -> str:
        """The tags with a mark like a rank, and whoever expected it no agent of what follows."""
        m = _BY_THEM.match(tags, at + 1)
        by = m.start("by") if m is not None and m.start() in self.spoken else -1
        return "".join("K" if j == at else "x" if j == by else tag for j, tag in enumerate(tags))

    def _called(self, f: Figure, at: int) -> bool:
        """ "a target of 25,000", "the 2020 target is 50%"; an average may be a level of its own."""
        m = _BEFORE.search(self.walk.tags, max(0, at - _LONGEST_BEFORE), at)
        if m is None or self.walk.lex.marks.get(self._word(m.start())) in (None, ""):
            return False
        self.spoken.add(m.start())
        f.status = self.walk.lex.marks[self._word(m.start())]
        if f.status == "rule":
            return False  # "the fee limit of 70% of the average": a level with its own measure
        if f.shape == "N" and f.unit is None:
            f.noun = self.walk.g.measures.counted(self.it, at)
        return True

    def _expected(self, f: Figure, at: int, last: Figure | None) -> bool:
        """ "beating analysts' estimates of | $3.9 billion", "against forecasts for a | 0.2% rise"."""
        m = _OF_A_NOUN.search(self.walk.tags, max(0, at - _LONGEST_EXPECTATION), at)
        if m is not None and m["link"] == "n" and self._word(m.start("link")) != "for":
            return False  # "lower than forecast at | $86 billion"
        nouns = range(m.start("head"), max(m.start("head") - _NOUNS_OF_EXPECTATION, -1), -1) if m else ()
        expected = next((j for j in nouns if self._is_expectation(j)), -1)
        if expected < 0:
            return False
        before = self.low[self.walk.s.start : self.it.starts[expected]]
        clause = re.split("[,;:]", before)[-1].split()[-_WORDS_OF_YARDSTICK:]
        held = _HELD_TO.search(self.walk.tags, max(0, expected - _WORDS_OF_YARDSTICK), expected)
        if self.walk.lex.yardsticks.isdisjoint(clause) and held is None:
            return False
        dated = _OF_A_TIME.search(self.walk.tags, max(0, expected - _WORDS_OF_YARDSTICK), expected)
        if dated is not None or not REVISED.isdisjoint(clause):
            return False  # "below the revised May estimate of | 1.27 million": of another month
        self.spoken.add(expected)
        f.status = "forecast"
        behind = self.walk.tags[at + 1 : at + 2]
        self._like_what_was(f, last, behind if behind in ("i", "j") else "")
        return True

    def _is_expectation(self, item: int) -> bool:
        entry = self.it.data[item]
        return isinstance(entry, Entry) and entry.status in ("forecast", "estimate")

    @staticmethod
    def _like_what_was(f: Figure, last: Figure | None, noun: str) -> None:
        """What was expected is a change where a noun says so, or where a change is held against it."""
        if noun:
            f.kind, f.direction = _KINDS.get(f.shape, "change_amount"), "up" if noun == "i" else "down"
        elif last is not None and last.shape == f.shape and last.kind in _KINDS.values():
            f.kind, f.direction = last.kind, last.direction

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
        """ "short of the 95% needed", "down from the $180 million sought by prosecutors"."""
        word = self._word(at + 1) if at + 1 < len(self.it.tags) else ""
        if word not in self.walk.lex.marks or not (word.endswith("ed") or word in self.walk.lex.participles):
            return False
        f.status = self.walk.lex.marks[word]
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
        self._like_what_was(f, last, m["change"])  # "rose 1.1%, below the 3.3% analysts had forecast"
        return True
