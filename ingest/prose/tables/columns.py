"""What the heading lines of a table say of each of its columns, and of the whole table."""

from __future__ import annotations

import re

from ingest.prose.regex import regex
from ingest.prose.tables.blocks import Block
from ingest.prose.tables.heads import LEVEL, SHARE, UNCLEAR, YEARS, Column, Heads
from ingest.prose.tables.lines import Line
from ingest.prose.tables.periods import HeadPeriod, Reader, clean
from ingest.prose.tables.spans import Header, Spans
from ingest.prose.tables.units import find_edge_unit, find_unit
from ingest.prose.tables.words import TableWords, Unit, counted_in

_NUMBERED = regex(r"\s*(?:\d{1,3}|[a-z](?![a-z]))(?:[.-]\d+)*[.:]?\s*")


def read_header(
    block: Block, n: int, low: str, w: TableWords, period: Reader, before: Header | None
) -> Header:
    """The header of a block of n columns; `before` is that of the block above, if this one continues it."""
    return _Assembler(block, n, low, w, period, before).run()


class _Assembler(Spans):
    def run(self) -> Header:
        header, filled = self.header, False
        for line in reversed(self.block.above):  # from the rows upwards
            if line.grid is not None:
                self._in_grid(line.grid, line.stub, filled)
                filled = filled or any(self.pieces)
                header.used.append(line)
                continue
            if line.kind == "heads" and len(line.heads) > 1 and self._has_stub(line):
                self._stub(*line.heads)
                line.heads = line.heads[1:]
            k = len(line.heads)
            if line.kind == "heads" and k == self.n:
                self._push(line.heads)
            elif line.kind == "heads" and k == self.n + 1:
                self._stub(*line.heads)
                self._push(line.heads[1:])
            elif line.kind == "heads" and filled and k < self.n:
                self._span(line.heads)
            elif line.kind == "heads":
                self.unclear = True
            elif line.kind == "unit":
                self._table_unit(*line.heads[0])
            else:
                if not self._text(line, filled):
                    break
                continue
            filled = filled or any(self.pieces)
            header.used.append(line)
        before = self.before
        if before is not None:
            header.unit = header.unit or before.unit
            header.title = header.title or before.title
            header.period = header.period or before.period
        if not any(self.pieces) and before is not None and len(before.columns) == self.n:
            header.columns = before.columns
        elif any(self.pieces):
            heads = Heads(self.low, self.w, self.period, self.prefixes)
            header.columns = [heads.column(spans) for spans in self.pieces]
            for i in self.bare:
                header.columns[i].kind = UNCLEAR
            self._same_names()
        elif self.n == 1 and not self.unclear:
            header.columns = [Column(period=header.period)]
        for c in header.columns:
            if self.unsure and c.kind == LEVEL and c.period is None:
                c.kind = UNCLEAR
            if c.period is None and c.kind in (LEVEL, SHARE):
                c.period = header.period
        self._date_shares()
        scaled = [u for u in (header.unit, *(c.unit for c in header.columns)) if u is not None and u.scaled]
        if not scaled and any(self.w.find("scale_word", self.low[x.start : x.end]) for x in self.block.above):
            header.columns, header.rule = [], "table_scale"
            header.trouble = "a heading speaks of a scale that is not understood"
        if self.misfit:
            header.columns, header.rule = [], "table_column"
            header.trouble = "a heading names more periods than the table has columns"
        if self.unclear and not any(c.period for c in header.columns):
            header.columns = []
        return header

    def _has_stub(self, line: Line) -> bool:
        """True where the first heading alone gives a scale: it is that of the whole table."""
        first, *others = line.heads
        found = find_unit(self.low, *first, self.w)
        if found is None or not found[0].scaled or self.period(self.low[slice(*first)]).code is not None:
            return False
        return not any(find_unit(self.low, *x, self.w) for x in others)

    def _text(self, line: Line, filled: bool) -> bool:
        """A line of words above the columns: a spanning heading or the caption. False where it is neither."""
        header, s, e = self.header, line.start, line.end
        words = clean(self.low[s:e])
        found = self.period(words)
        if (
            (filled or self.n == 1)
            and found.rest == ""
            and found.code is not None
            and self.n == 1
            and not self.pieces[0]
        ):
            self.pieces[0].insert(0, (s, e))
            header.used.append(line)
            return True
        years = [c for c in self.pieces if c and YEARS.search(self.low[slice(*c[-1])])]
        if filled and years and re.search(r"\b(?:ended|ending|as of|as at|at)\b", words) and len(words) < 70:
            self.prefixes.append((s, e))
            header.used.append(line)
            return True
        if (
            filled
            and found.code is not None
            and not found.rest
            and not any(self.period(self.low[slice(*x)]).code for c in self.pieces for x in c)
        ):
            header.period = header.period or found.code
            header.used.append(line)
            return True
        if header.title is not None:
            return False
        unit = find_edge_unit(self.low, s, e, self.w)
        numbered = self.w.opens("numbered", self.low[s:e])
        if numbered:  # without "Table 2."
            s += len(numbered)
            m = _NUMBERED.match(self.low, s, e)
            s = m.end() if m else s
            found = self.period(clean(self.low[s:e]))
        if unit is not None:
            self._table_unit_from(unit[0])
            header.used.append(line)
            e = unit[1] if unit[2] >= e - 1 else e
            if unit[1] <= s:
                return True
        self._caption(s, e, found)
        return filled and header.period is None

    def _table_unit_from(self, unit: Unit) -> None:
        if self.header.unit is None:
            self.header.unit = unit

    def _caption(self, s: int, e: int, found: HeadPeriod) -> None:
        """The title and the period of the caption."""
        header, low = self.header, self.low
        for phrase, code in self.w.price_basis.items():
            if phrase in low[s:e]:
                header.price.add(code)
        if len(set(YEARS.findall(low[s:e]))) == 1 and found.code is not None and not found.unclear:
            header.period = found.code
        at = YEARS.search(low, s, e)
        if at is not None:
            e = at.start()
        while s < e and low[s] in " .:-–—":
            s += 1
        words = low[s:e].rstrip(" ,;:(-")
        while (last := words.rpartition(" ")[2]) and self.w.has("before_period", last):
            words = words[: len(words) - len(last)].rstrip(" ,;:(-")
        if words and re.search(r"[^\W\d_]", words) and not self.w.find("title", words) and len(words) <= 80:
            head, by, divided = words.rpartition(" by ")
            if by and self.w.has("breakdown", divided):
                words = head.rstrip(" ,")  # "Overnight stays by country": the rows are the countries
            header.title = (s, s + len(words))
            header.counted = None if " and " in words else counted_in(words, self.w)

    def _date_shares(self) -> None:
        """A column of shares without a time is of that of its levels, and unclear where they have several."""
        dated = {c.period for c in self.header.columns if c.kind == LEVEL and c.period}
        for c in self.header.columns:
            if c.kind == SHARE and c.period is None and dated:
                c.period = min(dated)
                c.kind = SHARE if len(dated) == 1 else UNCLEAR

    def _same_names(self) -> None:
        """Columns that nothing tells apart are unclear; a bare percent column is too."""
        seen: dict[tuple[str, str | None, str, str | None], Column] = {}
        several = sum(c.kind == LEVEL and c.period is not None for c in self.header.columns) > 0
        for c in self.header.columns:
            if c.kind != LEVEL:
                continue
            if c.unit is not None and c.unit.shape == "percent" and not c.period and not c.text and several:
                c.kind = UNCLEAR
                continue
            name = (c.text, c.period, c.status, c.unit.code if c.unit else None)
            if name in seen:
                c.kind = seen[name].kind = UNCLEAR
            seen.setdefault(name, c)
