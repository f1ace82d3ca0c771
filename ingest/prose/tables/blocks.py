"""Finds tables in a text: lines cut into cells, and runs of rows with the heading lines above them.

Cells are set apart by a tab, a bar or two blanks; where a heading of periods stands above, by one blank too
(a page pasted as text). A run of rows without such signs is left to the prose reader.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ingest.prose.tables.cells import YEAR, Cell, read_cell
from ingest.prose.tables.periods import Reader, clean
from ingest.prose.tables.units import find_edge_unit, parse_unit
from ingest.prose.tables.words import TableWords

Span = tuple[int, int]

# The last character of a row: a digit, a closing mark or a dash before the line's end.
_ROW_END = re.compile(r"\n(?<=[\d%)|*\-–—− \t\r.]\n)")
_NUMERIC_END = re.compile(r"[\d%)*\-–—−|]\Z|(?:\s|\|)\.{2,3}\Z")
_GAP = re.compile(r"[ \u00a0\u3000]*[\t|│][ \t|│\u00a0\u3000\r]*|[ \u00a0\u3000]{2,}")
_LEADERS = re.compile(r"(?:[.·…_]\s?){3,}\Z")
_LETTER = re.compile(r"[^\W\d_]")
_RULE = re.compile(r"[\s|│+=_:\-–—─]*\Z")
_STOP = re.compile(r"[.!?;。！？；]\Z")
_LONG_ROW, _LONG_TEXT = 400, 160
_REACH = 7  # heading lines above the first row
_MAX_CELLS = 60


@dataclass(slots=True)
class Line:
    """One line of a table: `kind` is row, heads (column headings), unit or text."""

    start: int
    end: int
    indent: int
    kind: str = "text"
    label: Span | None = None
    cells: list[Cell] = field(default_factory=list)  # of a row
    heads: list[Span] = field(default_factory=list)  # of heads and unit
    weak: bool = False  # cells set apart by one blank


@dataclass(slots=True)
class Block:
    """A table: heading lines from top to bottom, then rows with the labels of their sections among them."""

    above: list[Line] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    inherited: bool = False  # takes its columns from the block before

    @property
    def rows(self) -> list[Line]:
        return [line for line in self.lines if line.kind == "row"]


def may_hold_table(text: str) -> bool:
    """True where at least two lines end like rows: the cheap test that most texts fail."""
    found = 0
    for _ in _ROW_END.finditer(text):
        found += 1
        if found > 1:
            return True
    return found == 1 and bool(text) and text.rstrip()[-1:] in "0123456789%)|*-–—−."


class Finder:
    """Finds the blocks of one text; `text`, `norm` and `low` have the same offsets."""

    def __init__(self, text: str, norm: str, low: str, words: TableWords, period: Reader) -> None:
        self.text, self.norm, self.low, self.words, self.period = text, norm, low, words, period
        self.blocks: list[Block] = []
        self.columns = 0  # how many columns the last heading line names
        self.weak = False  # and whether its cells are set apart by one blank
        self.current = Block()
        self.blanks = 0

    def run(self) -> list[Block]:
        """All blocks in order."""
        spans = self._line_spans()
        numeric = [
            n
            for n, (s, e) in enumerate(spans)
            if 0 < e - s <= _LONG_ROW and _NUMERIC_END.search(self.text, e - 1, e)
        ]
        at = 0
        while at < len(numeric):
            stop = at
            while stop + 1 < len(numeric) and numeric[stop + 1] - numeric[stop] <= 5:
                stop += 1
            if stop > at:
                self._region(spans, numeric[at], numeric[stop])
            at = stop + 1
        return self.blocks

    def _line_spans(self) -> list[Span]:
        spans, at, text = [], 0, self.text
        while at <= len(text):
            end = text.find("\n", at)
            end = len(text) if end < 0 else end
            stop = end
            while stop > at and text[stop - 1].isspace():
                stop -= 1
            spans.append((at, stop))
            at = end + 1
        return spans

    def _region(self, spans: list[Span], first: int, last: int) -> None:
        self.current, self.columns, self.blanks = Block(), 0, 0
        begin = max(0, first - _REACH)
        for n in range(begin, min(len(spans), last + 4)):
            s, e = spans[n]
            if s == e:
                self.blanks += 1
                if self.blanks > 1 and self.current.lines:
                    self._close()
                continue
            if _RULE.match(self.text, s, e):
                continue
            line = self._read(s, e)
            if line is None or (n > last and line.kind != "row"):
                self._close()
                if n > last:
                    return
            elif line.kind == "row":
                if not self.current.rows:
                    self._first_section()
                self.current.lines.append(line)
            elif line.kind in ("heads", "unit") and self.current.rows:
                self._close(keep=True)
                self.current.above.append(line)
            elif self.current.rows:
                self.current.lines.append(line)
            else:
                self.current.above.append(line)
            self.blanks = 0
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
        if len(block.rows) >= 2 or (block.rows and (block.inherited or self.columns > 1)):
            self.blocks.append(block)
        self.current = Block(above=trailing if keep else [], inherited=keep and bool(block.rows))
        if not keep:
            self.columns = 0

    # -- one line ----------------------------------------------------------------------------------------

    def _read(self, s: int, e: int) -> Line | None:
        """The line as a part of a table; None where it is prose."""
        if e - s > _LONG_ROW:
            return None
        indent = 0
        while s < e and self.text[s].isspace():
            indent += 4 if self.text[s] == "\t" else 1
            s += 1
        while s < e and self.text[s] in "|│ \t":
            s += 1
        while e > s and self.text[e - 1] in "|│ \t":
            e -= 1
        if s >= e:
            return Line(s, e, indent)
        line = Line(s, e, indent)
        pieces = self._split(s, e)
        if len(pieces) > _MAX_CELLS:
            return None
        if self._is_strong(line, pieces) or self._is_weak(line):
            return line
        if e - s > _LONG_TEXT or _STOP.search(self.norm, e - 1, e):
            return None
        if parse_unit(self.low, s, e, self.words) or self._bracketed_unit(s, e):
            line.kind, line.heads = "unit", [(s, e)]
        line.label = (s, e)
        return line

    def _bracketed_unit(self, s: int, e: int) -> bool:
        return (
            self.low[s] in "(["
            and self.low[e - 1] in ")]"
            and parse_unit(self.low, s + 1, e - 1, self.words) is not None
        )

    def _split(self, s: int, e: int) -> list[Span]:
        """Cells by strong gaps; a lone currency sign joins the number behind it, a lone mark the one before."""
        pieces: list[Span] = []
        at = s
        for m in _GAP.finditer(self.text, s, e):
            if m.start() > at:
                pieces.append((at, m.start()))
            at = m.end()
        if at < e:
            pieces.append((at, e))
        joined: list[Span] = []
        for a, b in pieces:
            piece = self.low[a:b]
            before = self.low[joined[-1][0] : joined[-1][1]] if joined else ""
            opens = before in self.words.signs or before == "(" or before.rstrip("( ") in self.words.signs
            bar = joined and "|" in self.text[joined[-1][1] : a]
            closes = (piece in (")", "%", ")%", "%)") and before[-1:].isdigit()) or (
                piece == "%" and before[-1:] == ")"
            )
            if joined and not bar and ((opens and (piece[0].isdigit() or piece[0] in "(-")) or closes):
                joined[-1] = (joined[-1][0], b)
            else:
                joined.append((a, b))
        return joined

    def _is_strong(self, line: Line, pieces: list[Span]) -> bool:
        """Rows and headings whose cells are set apart by more than one blank."""
        if len(pieces) < 2 and not (pieces and self._only_periods(pieces)):
            return False
        units = [parse_unit(self.low, a, b, self.words) for a, b in pieces]
        if all(units):
            same = all(x is not None and x[:3] == units[0][:3] for x in units)  # type: ignore[index]
            line.kind, line.heads = ("unit" if same else "heads"), pieces
            return True
        cells = [read_cell(self.low, a, b, self.words) for a, b in pieces]
        years = [self._is_year(c, *p) for c, p in zip(cells, pieces, strict=True)]
        first_text = cells[0].kind == "text" or (
            not years[0] and self.period(self.low[slice(*pieces[0])]).code is not None
        )
        plain = [c for c, y in zip(cells, years, strict=True) if c.kind in ("number", "broken") and not y]
        numbers = [c for c in cells[1 if first_text else 0 :] if c.kind == "number"]
        heads = not plain or (not any(c.kind == "number" for c in plain) and any(years))
        if heads and self._all_heads(pieces, cells, years, first_text):
            line.kind, line.heads = "heads", self._atoms(line) or pieces if len(pieces) == 1 else pieces
            self.columns, self.weak = len(line.heads), False
            return True
        rest = cells[1:] if first_text or (years[0] and len(cells) > 1) else cells
        if not any(c.kind == "number" for c in rest) and not any(c.kind == "empty" for c in rest):
            return False
        if first_text or rest is not cells:
            line.label = self._label(*pieces[0])
            if line.label is None:
                return False
        if len(rest) == 1 and rest[0].kind == "text":
            return False
        if any(c.kind == "text" for c in rest) and len(numbers) == 0:
            return False
        line.kind, line.cells = "row", rest
        return True

    def _is_year(self, cell: Cell, s: int, e: int) -> bool:
        """ "2016", "2018年", "2019 €m": a year, with nothing but a unit or a word of time."""
        if cell.kind != "number" or not YEAR.match(self.low, s, min(e, s + 4)):
            return False
        if e - s == 4:
            return True
        timely = cell.tail is None or cell.tail.shape in ("money", "percent", "duration")
        return timely and not self.low[s + 4].isdigit() and self.period(self.low[s:e]).code is not None

    def _only_periods(self, pieces: list[Span]) -> bool:
        (a, b), *_ = pieces
        return not re.search(r"[^\W\d_]", self.low[a:b]) and bool(
            re.fullmatch(r"(?:(?:19|20)\d\d\s*)+", self.low[a:b])
        )

    def _all_heads(self, pieces: list[Span], cells: list[Cell], years: list[bool], first_text: bool) -> bool:
        """True where the cells are headings: periods, units, words of change, or words alone."""
        if not any(years) and not any(c.kind in ("text", "broken") for c in cells[1:]):
            return self._period_heads(pieces)
        if any(years):
            if not first_text or sum(years) > 1:
                return True
            label = self.low[slice(*pieces[0])]
            return bool(
                len(pieces) == 1
                or self.period(label).code
                or find_edge_unit(self.low, *pieces[0], self.words)
                or self.words.has("stub", clean(label))
                or any(c.kind == "text" for c in cells[1:])
            )
        return not any(c.kind in ("empty", "number") for c in cells[1:])

    def _period_heads(self, pieces: list[Span]) -> bool:
        """ "Dec 31, 2019 | %": headings that read like numbers."""
        return all(
            self.low[a:b].strip() in {*self.words.signs, "%"}
            or (self.period(self.low[a:b]).code is not None and re.search(r"[^\W\d_]", self.low[a:b]))
            for a, b in pieces
        )

    def _is_weak(self, line: Line) -> bool:
        """Cells set apart by one blank: a heading of periods, or a row below one with as many numbers."""
        atoms = self._atoms(line)
        if atoms is not None and len(atoms) > 1:
            line.kind, line.heads, line.weak = "heads", atoms, True
            self.columns, self.weak = len(atoms), True
            return True
        if self.columns < 2 or (atoms and len(atoms) == 1):
            return False
        tokens = [
            (m.start() + line.start, m.end() + line.start)
            for m in re.finditer(r"\S+", self.text[line.start : line.end])
        ]
        cells: list[Cell] = []
        while tokens:
            a, b = tokens[-1]
            if cells and self.low[a:b] in self.words.signs and cells[0].start >= b:
                b = cells[0].outer_end
                cells[0] = read_cell(self.low, a, b, self.words)
                tokens.pop()
                continue
            cell = read_cell(self.low, a, b, self.words)
            if cell.kind not in ("number", "empty"):
                break
            if cell.kind == "number" and cell.tail is not None:
                break
            cells.insert(0, cell)
            tokens.pop()
        if not cells or not tokens:
            return False
        if len(cells) == self.columns + 1 and self._is_note(cells):
            cells.pop(0)
        label_end = tokens[-1][1]
        line.label = self._label(line.start, label_end)
        if line.label is None or _STOP.search(self.norm, label_end - 1, label_end):
            return False
        if len(cells) != self.columns and (not self.weak or line.end - line.start > 60):
            return False
        line.kind, line.cells, line.weak = "row", cells, True
        return True

    def _is_note(self, cells: list[Cell]) -> bool:
        """ "Capital expenditures 1 1,341 1,352": a mark of a note, unless 1 341 could be one number."""
        first, second = cells[0], cells[1]
        digits = self.low[first.start : first.end]
        return (
            digits.isdigit()
            and len(digits) <= 2
            and not re.match(r"\d{3}(?!\d)(?!,)", self.low[second.start : second.end])
        )

    def _atoms(self, line: Line) -> list[Span] | None:
        """The headings of a line whose parts all are periods, or words of change behind periods."""
        words = [
            (m.start() + line.start, m.end() + line.start)
            for m in re.finditer(r"\S+", self.text[line.start : line.end])
        ]
        if not words or len(words) > 40:
            return None
        found: list[Span] = []
        i = 0
        periods = 0
        while i < len(words):
            for j in range(min(len(words), i + 5), i, -1):
                a, b = words[i][0], words[j - 1][1]
                piece = clean(self.low[a:b])
                head = self.period(piece)
                if head.code is not None and not head.rest:
                    periods += 1
                    break
                bare = clean(piece.replace("%", " ").replace("(", " ").replace(")", " "))
                if periods and (
                    ("%" in piece and (not bare or self.words.has("change", bare)))
                    or self.words.has("change", bare)
                ):
                    break
            else:
                return None
            found.append((a, b))
            i = j
        return found if periods else None

    def _label(self, s: int, e: int) -> Span | None:
        """The label without leaders ("Coal ......"); None where no letter stands in it."""
        if m := _LEADERS.search(self.text, s, e):
            e = m.start()
        while e > s and self.text[e - 1].isspace():
            e -= 1
        piece = self.low[s:e]
        if not _LETTER.search(piece) and not YEAR.match(piece):
            return None
        return s, e
