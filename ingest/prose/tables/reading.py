"""One block of a table: headings, rows, figures, links, and what becomes of each line."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ingest.prose.model import Context, Refusal
from ingest.prose.tables.amounts import Unclear
from ingest.prose.tables.blocks import Block
from ingest.prose.tables.columns import read_header
from ingest.prose.tables.figures import Builder, Placed
from ingest.prose.tables.grid import align, place
from ingest.prose.tables.labels import Labels, Row
from ingest.prose.tables.links import Totals, tie_row
from ingest.prose.tables.periods import Reader
from ingest.prose.tables.spans import Header
from ingest.prose.tables.words import TableWords

if TYPE_CHECKING:
    from ingest.prose.tables import Tables


def read_block(
    block: Block,
    before: Header | None,
    text: str,
    low: str,
    w: TableWords,
    period: Reader,
    context: Context,
    tables: Tables,
) -> Header:
    """Read a block into `tables`; its header comes back for a block that stands right below."""
    place(block, text, low, w)
    align(block, text)
    n = _width(block)
    header = read_header(block, n, low, w, period, before)
    builder = Builder(text, low, w, header, context)
    named = Labels(text, low, w, header).rows(block.lines)
    for row in named:
        _date(row, low, period)
    builder.amounts.prepare(named)
    totals = Totals(text)
    for number, row in enumerate(named):
        placed, trouble = builder.read(row, number)
        placed, second = tie_row(placed, header.columns)
        totals.add(row, placed, header.columns)
        if placed:
            _keep(row, placed, tables)
        if (reason := trouble or second) is not None:
            _refuse(row, reason, bool(placed), text, tables)
    taken = [*header.used, *block.lines]
    tables.taken.append((min(x.start for x in taken), max(x.end for x in taken)))
    return header


def _width(block: Block) -> int:
    """The number of columns: that of most rows, the larger of two that are as common."""
    counts = Counter(len(row.cells) for row in block.rows)
    return max(counts, key=lambda k: (counts[k], k))


def _date(row: Row, low: str, period: Reader) -> None:
    """A row whose label is a period: "2016  341.1  80.8"."""
    if row.label is None:
        return
    found = period(low[slice(*row.label)])
    if found.code is not None and not found.rest and not found.unclear:
        row.period = found.code
        row.measure = None


def _keep(row: Row, placed: list[Placed], tables: Tables) -> None:
    tables.rows.append(((row.line.start, row.line.end), [p.figure for p in placed]))


def _refuse(row: Row, reason: Unclear, in_part: bool, text: str, tables: Tables) -> None:
    s, e = row.line.start, row.line.end
    quote = text[s:e]
    printed = " ".join(quote.split())
    how = "is loaded only in part" if in_part else "is not loaded"
    tables.refusals.append(Refusal(s, e, quote, reason.rule, f"“{printed}” {how}: {reason.why}."))
