"""Finds tables in a text: runs of rows with the heading lines above them.

Cells are set apart by a tab, a bar or two blanks; where a heading of periods stands above, by one blank too
(a page pasted as text). A run of rows without such signs is left to the prose reader.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.prose.regex import regex
from ingest.prose.tables.lines import LONG_ROW, Line, LineReader
from ingest.prose.tables.periods import Reader
from ingest.prose.tables.words import TableWords

_NUMERIC_END = regex(r"[\d%)*\-–—−|]\Z|(?:\s|\|)\.{2,3}\Z")
_RULE = regex(r"[\s|│+=_:\-–—─]*\Z")
_REACH = 7  # lines above the first row that may head it
_REACH_BELOW = 3  # lines below the last row that may belong to it
_APART = 5  # lines from one row to the next
_MOST_BLANK = 1  # blank lines inside a table
_PRINTED = regex(r"\S[^\n]*")


@dataclass(slots=True)
class Block:
    """A table: heading lines from top to bottom, then rows with the labels of their sections among them."""

    above: list[Line] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    inherited: bool = False  # takes its columns from the block before

    @property
    def rows(self) -> list[Line]:
        return [line for line in self.lines if line.kind == "row"]


class Finder:
    """Finds the blocks of one text; `text`, `norm` and `low` have the same offsets."""

    def __init__(self, text: str, norm: str, low: str, words: TableWords, period: Reader) -> None:
        self.text = text
        self.lines = LineReader(text, norm, low, words, period)
        self.blocks: list[Block] = []
        self.current = Block()
        self.filled = False  # the current block has a row

    def run(self) -> list[Block]:
        """All blocks in order."""
        spans = self._printed_lines()
        numeric = [
            n
            for n, (s, e, _) in enumerate(spans)
            if e - s <= LONG_ROW and _NUMERIC_END.search(self.text, e - 1, e)
        ]
        at = 0
        while at < len(numeric):
            stop = at
            while stop + 1 < len(numeric) and spans[numeric[stop + 1]][2] - spans[numeric[stop]][2] <= _APART:
                stop += 1
            if stop > at:
                self._region(spans, numeric[at], numeric[stop])
            at = stop + 1
        return self.blocks

    def _printed_lines(self) -> list[tuple[int, int, int]]:
        """Start, end and number of every line that is not blank."""
        spans, number, last, text = [], 0, 0, self.text
        for m in _PRINTED.finditer(text):
            start = text.rfind("\n", 0, m.start()) + 1
            number += text.count("\n", last, start)
            last = start
            spans.append((start, m.start() + len(m[0].rstrip()), number))
        return spans

    def _region(self, spans: list[tuple[int, int, int]], first: int, last: int) -> None:
        self.current, self.filled, self.lines.columns = Block(), False, 0
        top, bottom = spans[first][2] - _REACH, spans[last][2] + _REACH_BELOW
        begin = first
        while begin > 0 and spans[begin - 1][2] >= top:
            begin -= 1
        before = spans[begin][2]
        for n in range(begin, len(spans)):
            s, e, number = spans[n]
            if number > bottom:
                break
            if number - before > _MOST_BLANK + 1 and self.current.lines:
                self._close()
            before = number
            if _RULE.match(self.text, s, e):
                continue
            line = self.lines.read(s, e)
            if line is None or (n > last and line.kind != "row"):
                self._close()
                if n > last:
                    return
            elif line.kind == "row":
                if not self.filled:
                    self._first_section()
                    self.filled = True
                self.current.lines.append(line)
            elif line.kind in ("heads", "unit") and self.filled:
                self._close(keep=True)
                self.current.above.append(line)
            elif self.filled:
                self.current.lines.append(line)
            else:
                self.current.above.append(line)
        self._close()

    def _first_section(self) -> None:
        """Words between the headings and the first row label a section."""
        above = self.current.above
        if any(line.kind == "heads" for line in above):
            while above[-1].kind == "text":
                self.current.lines.insert(0, above.pop())

    def _close(self, keep: bool = False) -> None:
        """End the block; with `keep` the next one stands below it and may take over its columns."""
        block = self.current
        trailing: list[Line] = []
        while block.lines and block.lines[-1].kind != "row":
            trailing.insert(0, block.lines.pop())
        if len(block.rows) >= 2 or (block.rows and (block.inherited or self.lines.columns > 1)):
            self.blocks.append(block)
        self.current = Block(above=trailing if keep else [], inherited=keep and self.filled)
        self.filled = False
        if not keep:
            self.lines.columns = 0
