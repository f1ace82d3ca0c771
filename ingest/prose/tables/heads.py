"""What the headings above one column say of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ingest.prose.regex import regex
from ingest.prose.tables.line_heads import Span
from ingest.prose.tables.periods import Reader, clean
from ingest.prose.tables.units import find_edge_unit, is_share
from ingest.prose.tables.words import TableWords, Unit

LEVEL, CHANGE, SHARE, UNITS, NOTE, UNCLEAR = "level", "change", "share", "unit", "note", "unclear"

YEARS = regex(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_VERSUS = regex(r"(?:19|20)?\d\d\s*(?:/|-|vs\.?|v\.?|over|to|compared with)\s*(?:19|20)?\d\d\Z")


@dataclass(slots=True)
class Column:
    """One column of numbers: what it holds, of which period and in which unit."""

    kind: str = LEVEL
    period: str | None = None
    end_of_period: bool = False
    unit: Unit | None = None
    rule: str | None = None  # of a change: year, quarter, month where the heading says so
    versus: tuple[str, str] | None = None  # of a change: the two years that the heading names
    status: str = "actual"
    text: str = ""  # words that tell this column from the next ("Men")
    spans: list[Span] = field(default_factory=list)


class Heads:
    """Reads the headings of columns; `prefixes` are headings over several ("Years ended December 31,")."""

    def __init__(self, low: str, w: TableWords, period: Reader, prefixes: list[Span]) -> None:
        self.low, self.w, self.period, self.prefixes = low, w, period, prefixes

    def column(self, spans: list[Span]) -> Column:
        """One column from its headings, top to bottom."""
        c, w = Column(), self.w
        c.spans = spans
        rest = []
        for s, e in spans:
            found = find_edge_unit(self.low, s, e, w)
            if found is not None and not (found[0].shape == "duration" and self.period(self.low[s:e]).code):
                unit, a, b = found
                old = c.unit
                if old is None or old.code is None:
                    c.unit = unit if old is None or not old.scaled else unit._replace(factor=old.factor)
                c.kind = SHARE if is_share(self.low, unit) else c.kind
                rest.append(self.low[s:a] + " " + self.low[b:e])
            else:
                rest.append(self.low[s:e])
        words = clean(" ".join(rest))
        status = w.find("status", words)
        if status is not None:
            c.status, words = status[1], clean(words.replace(status[0], "").replace("()", " "))
        marked = re.search(r"(?:19|20)\d\d([a-z])(?![a-z])", words)
        if marked and (mark := w.roles.get("mark", {}).get(marked[1])):
            c.status = mark
        for phrase in w.roles.get("noise", {}):
            if phrase in words:
                words = clean(words.replace(phrase, " ").replace("()", " "))
        words = clean(words.replace("()", " "))
        for role, kind in (("unit_column", UNITS), ("note_column", NOTE)):
            if w.has(role, words):
                c.kind = kind
                return c
        change = w.find("change", words)
        pair = YEARS.findall(words)
        if change is not None or (len(pair) == 2 and _VERSUS.match(words)):
            c.kind = CHANGE
            c.rule = (change[1] or None) if change else None
            if len(pair) == 2:
                c.versus = max(pair), min(pair)
            else:  # "1—12月 同比增长": of the time above it
                dated = self.period(clean(words.replace(change[0], " ")) if change else words)
                c.period = None if dated.unclear else dated.code
            return c
        share = w.find("share", words)
        if share is not None:
            c.kind = SHARE
            words = clean(words.replace(share[0], " "))
        value = w.find("value", words)
        if value is not None and words.endswith(value[0]):
            bare = clean(words.removesuffix(value[0]))
            alone = self.period(bare)
            if not bare or (alone.code is not None and not alone.rest):  # "2019 amount"
                words = bare
        self._time(c, words)
        return c

    def _time(self, c: Column, words: str) -> None:
        """The period of a column, with what a spanning heading begins ("Years ended December 31,")."""
        for s, e in self.prefixes:
            joined = self.period(clean(self.low[s:e]) + " " + words)
            if joined.code is not None and not joined.rest and words:
                c.period, c.end_of_period = joined.code, joined.end_of_period
                return
        found = self.period(words)
        if found.unclear:
            c.kind = UNCLEAR
            return
        c.period, c.end_of_period, c.text = found.code, found.end_of_period, found.rest
        for s, e in self.prefixes:
            if c.period is None:
                whole = self.period(clean(self.low[s:e]))
                if whole.code is not None and not whole.unclear:
                    c.period = whole.code
            elif self.period(clean(self.low[s:e])).unclear or re.search(
                r"\b(?:weeks?|months?)\b", self.low[s:e]
            ):
                c.kind = UNCLEAR  # "12 Weeks Ended": the date below is the end, not the period
                return
