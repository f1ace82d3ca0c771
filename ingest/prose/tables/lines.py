"""One line of a text as a part of a table: cut into cells, and told whether it is a row or a heading."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from unicodedata import east_asian_width

from ingest.prose.regex import regex
from ingest.prose.tables.cells import YEAR, Cell, read_cell
from ingest.prose.tables.line_heads import LineHeads, Span
from ingest.prose.tables.periods import Reader
from ingest.prose.tables.words import TableWords

_GAP = regex(r"[ \u00a0\u3000]*[\t|│][ \t|│\u00a0\u3000\r]*|[ \u00a0\u3000]{2,}")
_WORD = regex(r"\S+")
_LEADERS = regex(r"(?:[.·…_]\s?){3,}\Z")
_LETTER = regex(r"[^\W\d_]")
_STOP = regex(r"[.!?;。！？；]\Z")
LONG_ROW, _LONG_TEXT = 400, 160
_MAX_CELLS = 60


def width(printed: str) -> int:
    """How many columns of print a stretch takes: a Chinese character takes two."""
    return len(printed) if printed.isascii() else sum(1 + (east_asian_width(c) in "WF") for c in printed)


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
    grid: list[Span | None] | None = None  # of a heading in a grid: what stands above each column
    stub: Span | None = None  # and above the labels


class LineReader(LineHeads):
    """Reads the lines of one text; it remembers how many columns the last heading named."""

    def __init__(self, text: str, norm: str, low: str, words: TableWords, period: Reader) -> None:
        self.text, self.norm, self.low, self.words, self.period = text, norm, low, words, period
        self.columns = 0
        self.weak = False  # the cells of that heading were set apart by one blank

    def read(self, s: int, e: int) -> Line | None:
        """The line as a part of a table; None where it is prose."""
        if e - s > LONG_ROW:
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
        if self._whole_unit(s, e):
            line.kind, line.heads = "unit", [(s, e)]
        line.label = (s, e)
        return line

    def _split(self, s: int, e: int) -> list[Span]:
        """Cells by strong gaps; a lone sign joins the number behind it, a lone mark the one before."""
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
        units = [self._whole_unit(a, b) for a, b in pieces]
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
            atoms = self._atoms(line.start, line.end) if len(pieces) == 1 else None
            line.kind, line.heads = "heads", atoms or pieces
            self.columns, self.weak = len(line.heads), False
            return True
        rest = cells[1:] if first_text or (years[0] and len(cells) > 1) else cells
        if not any(c.kind == "number" for c in rest) and not any(c.kind == "empty" for c in rest):
            return False
        if first_text or rest is not cells:
            line.label = self._label(*pieces[0])
            if line.label is None or self._reads_on(line.label[1]):
                return False
        if self.columns == 0 and any(c.kind == "text" for c in rest):
            return False
        if len(rest) == 1 and rest[0].kind == "text":
            return False
        if any(c.kind == "text" for c in rest) and len(numbers) == 0:
            return False
        line.kind, line.cells = "row", rest
        return True

    def _is_weak(self, line: Line) -> bool:
        """Cells set apart by one blank: a heading of periods, or a row; without a heading of two numbers."""
        atoms = self._atoms(line.start, line.end) or self._years_behind(line.start, line.end)
        if atoms is not None and len(atoms) > 1:
            line.kind, line.heads, line.weak = "heads", atoms, True
            stub = not self.period(self.low[slice(*atoms[0])]).code or atoms[0][1] == atoms[1][0]
            self.columns, self.weak = len(atoms) - (stub and len(atoms) > 2), True
            return True
        if atoms is not None:
            return False
        cells, end = self._trailing(line)
        if self.columns > 1 and len(cells) == self.columns + 1 and self._is_note(cells):
            cells.pop(0)
        numbers = [c for c in cells if c.kind == "number"]
        if self.columns < 2 and (
            len(numbers) < 2 or any(self._is_year(c, c.outer_start, c.outer_end) for c in numbers)
        ):
            return False
        if not cells or (end == line.start and len(numbers) < 2):
            return False
        if self.columns > 1 and len(cells) != self.columns and (not self.weak or line.end - line.start > 60):
            return False
        if end > line.start:
            line.label = self._label(line.start, end)
            if line.label is None or self._reads_on(end):
                return False
            if _STOP.search(self.norm, line.label[1] - 1, line.label[1]):  # without the leaders
                return False
        line.kind, line.cells, line.weak = "row", cells, True
        return True

    def _trailing(self, line: Line) -> tuple[list[Cell], int]:
        """The numbers and empty marks at the end of a line, and where what stands before them ends."""
        tokens = [(m.start(), m.end()) for m in _WORD.finditer(self.text, line.start, line.end)]
        cells: list[Cell] = []
        while tokens:
            a, b = tokens[-1]
            if cells and self.low[a:b] in self.words.signs and cells[0].kind == "number":
                cells[0] = read_cell(self.low, a, cells[0].outer_end, self.words)
                tokens.pop()
                continue
            cell = read_cell(self.low, a, b, self.words)
            if cell.kind not in ("number", "empty") or cell.tail is not None:
                break
            cells.insert(0, cell)
            tokens.pop()
        return cells, tokens[-1][1] if tokens else line.start

    def _reads_on(self, end: int) -> bool:
        """True where the words in front of the numbers are a clause that runs into them ("rose from")."""
        last = self.low[max(0, end - 24) : end].rpartition(" ")[2].strip(",;")
        return self.words.has("runs_on", last)

    def _is_note(self, cells: list[Cell]) -> bool:
        """ "Capital expenditures 1 1,341 1,352": a mark of a note, unless 1 341 could be one number."""
        first, second = cells[0], cells[1]
        digits = self.low[first.start : first.end]
        return (
            digits.isdigit()
            and len(digits) <= 2
            and not re.match(r"\d{3}(?!\d)(?!,)", self.low[second.start : second.end])
        )

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
