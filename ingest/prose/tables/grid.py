"""Rows that have fewer cells than there are columns: which column each cell stands in.

A grid has as many tabs or bars in every line, so that an empty cell keeps its place. In a page of print the
cells stand below their headings. Where neither is sure (tabs that only align), nothing is done here.
"""

from __future__ import annotations

from ingest.prose.tables.blocks import Block
from ingest.prose.tables.cells import YEAR, Cell, read_cell
from ingest.prose.tables.line_heads import Span
from ingest.prose.tables.lines import Line, width
from ingest.prose.tables.words import TableWords

_BARS = "|│"
_CLOSERS = frozenset({")", "%", ")%", "%)"})


def place(block: Block, text: str, low: str, w: TableWords) -> None:
    """Give every row of a block one cell a column, and its headings their columns; else leave it as it is."""
    rows = block.rows
    cut = {id(line): _cut(line, text) for line in (*block.above, *block.lines)}
    widths = {len(cut[id(row)] or ()) for row in rows}
    if len(widths) != 1 or (width := widths.pop()) < 2:
        return
    while block.lines and block.lines[0].kind == "text" and _is_heading(cut[id(block.lines[0])], width):
        block.above.append(block.lines.pop(0))  # no section: it stands above columns, not above labels
    heads = [line for line in block.above if cut[id(line)] is not None]
    if any(len(cut[id(line)] or ()) != width for line in heads):
        return
    filled = [cut[id(line)] or [] for line in (*rows, *heads)]
    columns = [c for c in range(1, width) if any(spans[c] is not None for spans in filled)]
    read = [_cells(cut[id(row)] or [], columns, row, low, w) for row in rows]
    if not columns or any(cells is None for cells in read):
        return
    for row, cells in zip(rows, read, strict=True):
        first = (cut[id(row)] or [])[0]
        if row.label is not None and first is None:
            return  # what was taken for the label stands in a column
        row.cells = cells or []
    for line in heads:
        spans = cut[id(line)] or []
        line.kind, line.stub, line.grid = "heads", spans[0], [spans[c] for c in columns]


def _cut(line: Line, text: str) -> list[Span | None] | None:
    """The cells of a printed line, None for an empty one; None for a line without separators."""
    start = text.rfind("\n", 0, line.start) + 1
    end = text.find("\n", line.end)
    end = len(text) if end < 0 else end
    printed = text[start:end]
    if "\t" in printed:
        separator = "\t"
    else:
        separator = next((bar for bar in _BARS if bar in printed), "")
        if not separator:
            return None
        bare = printed.strip()
        start += printed.find(bare) + (bare[0] in _BARS)
        end = start + len(bare) - (bare[0] in _BARS) - (len(bare) > 1 and bare[-1] in _BARS)
    spans: list[Span | None] = []
    at = start
    for piece in text[start:end].split(separator):
        inner = piece.strip()
        begin = at + piece.find(inner)
        spans.append((begin, begin + len(inner)) if inner else None)
        at += len(piece) + 1
    return spans


def _is_heading(spans: list[Span | None] | None, width: int) -> bool:
    return spans is not None and len(spans) == width and spans[0] is None


def _cells(
    spans: list[Span | None], columns: list[int], row: Line, low: str, w: TableWords
) -> list[Cell] | None:
    """The cells of a row; None where signs stand in cells of their own or a number stands for the label."""
    first = spans[0]
    if first is not None:
        label = read_cell(low, *first, w)
        if label.kind == "number" and not YEAR.match(low[slice(*first)]):
            return None
    cells = []
    for c in columns:
        span = spans[c]
        if span is None:
            cells.append(Cell("empty", row.end, row.end))
            continue
        piece = low[slice(*span)]
        if piece in w.signs or piece in _CLOSERS or piece == "(":
            return None
        cells.append(read_cell(low, *span, w))
    return cells


def align(block: Block, text: str) -> None:
    """Rows of print with fewer cells than headings: each cell goes below the one heading that it touches."""
    heads = next((x for x in reversed(block.above) if x.kind == "heads" and len(x.heads) > 1), None)
    if (
        heads is None
        or heads.weak
        or heads.grid is not None
        or any("\t" in _line(x, text) for x in block.lines)
    ):
        return
    above = [_print(span, text) for span in heads.heads]
    full = [row for row in block.rows if len(row.cells) == len(above)]
    short = [row for row in block.rows if len(row.cells) < len(above)]
    if not short or len(full) + len(short) < len(block.rows):
        return
    if any(_below(cell, above, text) != i for row in full for i, cell in enumerate(row.cells)):
        return
    placed = {id(row): [_below(cell, above, text) for cell in row.cells] for row in short}
    if any(None in at or len(set(at)) < len(at) for at in placed.values()):
        return
    for row in short:
        found = dict(zip(placed[id(row)], row.cells, strict=True))
        row.cells = [found.get(i) or Cell("empty", row.end, row.end) for i in range(len(above))]


def _line(line: Line, text: str) -> str:
    return text[text.rfind("\n", 0, line.start) + 1 : line.end]


def _print(span: Span, text: str) -> Span:
    """A stretch of the text as columns of print."""
    begin = text.rfind("\n", 0, span[0]) + 1
    left = width(text[begin : span[0]])
    return left, left + width(text[slice(*span)])


def _below(cell: Cell, above: list[Span], text: str) -> int | None:
    """The one heading that a cell stands below; None where it is below none, or touches two."""
    if not cell.outer_end and cell.kind not in ("empty", "text", "broken"):
        return None
    span = (cell.outer_start, cell.outer_end) if cell.outer_end else (cell.start, cell.end)
    a, b = _print(span, text)
    touched = [i for i, (c, d) in enumerate(above) if a < d and c < b]
    return touched[0] if len(touched) == 1 else None
