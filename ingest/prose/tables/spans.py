"""Headings that stand over one column or several, and what each column takes from them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ingest.prose.tables.blocks import Block
from ingest.prose.tables.heads import YEARS, Column
from ingest.prose.tables.line_heads import Span
from ingest.prose.tables.lines import Line, width
from ingest.prose.tables.periods import Reader, clean
from ingest.prose.tables.units import find_unit
from ingest.prose.tables.words import TableWords, Unit

_OFF_CENTRE = 3  # characters by which a heading may miss the middle of its columns


@dataclass(slots=True)
class Header:
    """What holds for all columns."""

    columns: list[Column] = field(default_factory=list)
    unit: Unit | None = None
    title: Span | None = None
    counted: tuple[str, str] | None = None  # what the title says is counted: unit, word
    period: str | None = None  # of the caption
    price: set[str] = field(default_factory=set)
    trouble: str | None = None  # why no column is understood, the end of a sentence
    rule: str = "table_without_header"  # the rule of the refusals then
    used: list[Line] = field(default_factory=list)  # lines that the prose reader need not see


class Spans:
    """The headings of a block by column, from the rows upwards."""

    def __init__(
        self, block: Block, n: int, low: str, w: TableWords, period: Reader, before: Header | None
    ) -> None:
        self.block, self.n, self.low, self.w, self.period, self.before = block, n, low, w, period, before
        self.pieces: list[list[Span]] = [[] for _ in range(n)]
        self.prefixes: list[Span] = []
        self.header = Header()
        self.unclear = False  # a line of headings does not fit the columns
        self.misfit = False  # one period more than columns
        self.unsure = False  # and it speaks of change, but not of which columns
        self.bare: set[int] = set()  # columns of a grid without a heading right above their numbers

    def _push(self, heads: list[Span]) -> None:
        for i, span in enumerate(heads):
            self.pieces[i].insert(0, span)

    def _in_grid(self, grid: list[Span | None], stub: Span | None, filled: bool) -> None:
        """A line of headings in which an empty cell keeps its place; `filled` where another stands below it.

        Below, an empty cell is a column without a heading; above, the heading to its left spans it too.
        """
        heads = [x for x in grid if x is not None]
        if stub is not None:
            self._stub(stub, *heads)
        if len(heads) == self.n > 0:
            self._push(heads)
        elif len(heads) == 1 and (found := find_unit(self.low, *heads[0], self.w)) and found[0].code is None:
            self._table_unit(*heads[0])
        elif not filled and len(heads) > 1:
            for i, span in enumerate(grid):
                if span is None:
                    self.bare.add(i)
                else:
                    self.pieces[i].insert(0, span)
        elif len(heads) == 1:
            self._spanning(heads[0])
        elif heads and grid[0] is not None:
            over: Span | None = None
            each = self.n // len(heads)
            even = each > 1 and [i for i, x in enumerate(grid) if x] == list(range(0, self.n, each))
            for i, span in enumerate(grid):
                own = clean(" ".join(self.low[slice(*x)] for x in self.pieces[i]))
                changes = not even and self.w.find("change", own) is not None
                over = span or (None if changes else over)  # "2019 | 2018 | " over "£m | £m | Change"
                if over is not None and (self.pieces[i] or span is not None):
                    self.pieces[i].insert(0, over)
                    self.bare.discard(i)  # a heading that is two lines high
        elif heads:
            self._span(heads)

    def _stub(self, span: Span, *others: Span) -> None:
        """The heading above the labels: a unit, or the start of a period ("At December 31:")."""
        found = find_unit(self.low, *span, self.w)
        if found is not None:
            self.header.unit = self.header.unit or found[0]
        elif YEARS.search(self.low, *span) and any(YEARS.search(self.low, *x) for x in others):
            self.misfit = True
        elif re.search(r"\d|year|month|quarter", self.low[slice(*span)]):
            self.prefixes.append(span)

    def _span(self, heads: list[Span]) -> None:
        """A heading line above the columns with fewer cells than columns: each cell spans several."""
        k = len(heads)
        if k == 1:
            self._spanning(heads[0])
            return
        below = [clean(self.low[slice(*p[0])]) if p else "" for p in self.pieces]
        lead = 0  # columns of notes and units in front have no second heading
        while lead < self.n and (
            self.w.has("note_column", below[lead]) or self.w.has("unit_column", below[lead])
        ):
            lead += 1
        if lead and k == self.n - lead:
            for i in range(k):
                self.pieces[lead + i].insert(0, heads[i])
            return
        each = self.n // k
        if self.n % k == 0 and all(below[i] == below[i % each] for i in range(self.n)) and each > 1:
            for i in range(self.n):
                self.pieces[i].insert(0, heads[i // each])
            return
        last = clean(self.low[slice(*heads[-1])])
        bare = sum(b.strip("()") in {*self.w.signs, "%", ""} or self.w.has("change", b) for b in below)
        tail = below[self.n - bare :]
        if (
            self.w.find("change", last)
            and bare
            and all(x.strip("()") in {*self.w.signs, "%", ""} for x in tail)
        ):
            for i in range(self.n - bare, self.n):
                self.pieces[i].insert(0, heads[-1])
            if k == 2:
                self._spanning(heads[0])
            return
        groups = self._aligned(heads)
        if groups is not None:
            for i, span in enumerate(groups):
                self.pieces[i].insert(0, span)
        elif not all(self.period(b).code for b in below if b):
            self.unclear = True

    def _aligned(self, heads: list[Span]) -> list[Span] | None:
        """The heading over each column, by where it is printed; None where that leaves a doubt.

        A heading over several columns stands over their middle.
        """
        if not all(self.pieces) or any(mark in self.low[heads[0][0] : heads[-1][1]] for mark in "\t|│"):
            return None
        middles = [self._middle(span, span) for span in heads]
        own = [self._middle(p[0], p[0]) for p in self.pieces]
        over = [min(range(len(heads)), key=lambda h, x=x: abs(middles[h] - x)) for x in own]  # type: ignore[misc]
        if over != sorted(over) or set(over) != set(range(len(heads))):
            return None
        for h, middle in enumerate(middles):
            group = [i for i, x in enumerate(over) if x == h]
            off = abs(self._middle(self.pieces[group[0]][0], self.pieces[group[-1]][0]) - middle)
            if off > _OFF_CENTRE:
                return None
        return [heads[h] for h in over]

    def _middle(self, first: Span, last: Span) -> float:
        """The column of print that is the middle of two headings of one line."""
        line = self.low.rfind("\n", 0, first[0]) + 1
        left = width(self.low[line : first[0]])
        return left + width(self.low[first[0] : last[1]]) / 2

    def _spanning(self, span: Span) -> None:
        if self.w.find("change", self.low[slice(*span)]) is not None:
            self.unclear = self.unsure = True
            return
        found = find_unit(self.low, *span, self.w)
        if found is not None:
            self.header.unit = self.header.unit or found[0]
        if found is None or found[2] - found[1] < span[1] - span[0]:
            self.prefixes.append(span)

    def _table_unit(self, s: int, e: int) -> None:
        found = find_unit(self.low, s, e, self.w)
        if found is None:
            return
        unit, old = found[0], self.header.unit
        if old is None:
            self.header.unit = unit
        elif old.code is None and unit.code is not None and not unit.scaled:
            self.header.unit = unit._replace(factor=old.factor, exceptions=old.exceptions)
        elif old.code is not None and not old.scaled and unit.code is None:
            self.header.unit = old._replace(factor=unit.factor, exceptions=unit.exceptions)
