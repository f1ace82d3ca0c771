"""The cells of a block as figures: value, scale, unit, period and measure of each; else one refusal a row."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.prose.figure import Figure
from ingest.prose.model import Context
from ingest.prose.numerals import scale
from ingest.prose.periods import earlier
from ingest.prose.tables import heads as co
from ingest.prose.tables.amounts import Amounts, Unclear
from ingest.prose.tables.cells import Cell
from ingest.prose.tables.heads import Column
from ingest.prose.tables.labels import Row
from ingest.prose.tables.spans import Header
from ingest.prose.tables.units import is_share, parse_unit
from ingest.prose.tables.words import TableWords, Unit

_SHAPES = {
    "money": "N",
    "measure": "N",
    "count": "N",
    "person": "N",
    "percent": "R",
    "points": "P",
    "index": "P",
    "duration": "D",
}
_LIMIT = 10**25  # raw.claims holds 26 digits before the point
_KINDS = {"points": "points", "duration": "duration"}


@dataclass(slots=True)
class Placed:
    """A figure with its row and column."""

    figure: Figure
    row: Row
    column: Column


class Builder:
    """Turns the cells of one block into figures."""

    def __init__(self, text: str, low: str, w: TableWords, header: Header, context: Context) -> None:
        self.text, self.low, self.w, self.header, self.context = text, low, w, header, context
        self.amounts = Amounts(low, w, header, context)
        self.prices: set[str] = set()  # price basis that its label states

    def read(self, row: Row, number: int) -> tuple[list[Placed], Unclear | None]:
        """The figures of a row, and why one or all of its cells are not loaded."""
        self.amounts.at = number
        self.prices = {code for phrase, code in self.w.price_basis.items() if phrase in row.words}
        columns = self.header.columns
        cells = row.line.cells
        if not columns:
            why = self.header.trouble or "no heading says what the columns of this table hold"
            return [], Unclear(self.header.rule, why)
        if len(cells) != len(columns):
            why = f"the row has {len(cells)} cells and the heading {len(columns)} columns"
            return [], Unclear("table_column", why)
        own = self._unit_column(cells, columns)
        row.more = self._more_words(cells, columns)
        placed: list[Placed] = []
        trouble: Unclear | None = None
        for i, (cell, column) in enumerate(zip(cells, columns, strict=True)):
            if cell.kind in ("empty", "text") or column.kind in (co.UNITS, co.NOTE):
                if cell.kind == "text" and column.period and self.low[cell.start].isdigit():
                    trouble = trouble or Unclear("table_cell", "a cell holds more than a number")
                continue
            try:
                placed.append(Placed(self._figure(row, cell, column, i, own), row, column))
            except Unclear as reason:
                trouble = trouble or reason
        return placed, trouble

    def _more_words(self, cells: list[Cell], columns: list[Column]) -> str:
        """The words between the label and the first number of a row: a second column of labels."""
        words: list[str] = []
        for cell, column in zip(cells, columns, strict=True):
            if cell.kind in ("number", "broken") and (words or column.unit is not None or column.period):
                break
            if cell.kind == "text" and column.kind not in (co.UNITS, co.NOTE):
                words.append(" ".join(self.text[cell.start : cell.end].split()))
        return ": ".join(words)

    def _unit_column(self, cells: list[Cell], columns: list[Column]) -> Unit | None:
        for cell, column in zip(cells, columns, strict=True):
            if column.kind == co.UNITS:
                return parse_unit(self.low, cell.start, cell.end, self.w)
        return None

    def _figure(self, row: Row, cell: Cell, column: Column, i: int, own: Unit | None) -> Figure:
        if cell.kind == "broken" or cell.number is None:
            raise Unclear("table_cell", "a cell has digits that do not make a number")
        if column.kind == co.UNCLEAR:
            raise Unclear("table_column", "the heading does not say what this column holds")
        if row.measure is None and not column.text:
            raise Unclear("table_row", "the row has no label")
        if (row.unit is None or not row.unit.scaled) and self.w.find("scale_word", row.words):
            raise Unclear(
                "table_scale",
                "the label of the row or of its section speaks of a scale that is not understood",
            )
        unit, status, span = self.amounts.unit(row, cell, column, i, own)
        factor = self.amounts.factor(row, cell, column, unit, own)
        number = scale(cell.number, factor)
        if abs(number.value) >= _LIMIT:
            raise Unclear("too_large", "a number in it is larger than any figure")
        shape = unit.shape
        f = Figure(cell.start, cell.end, _SHAPES.get(shape, "N"), number.value)
        f.last_place, f.nonzero_place = number.last_place, number.nonzero_place
        f.scaled, f.factor = factor != 1, factor
        if f.scaled and not (cell.tail is not None and cell.tail.scaled):
            f.flags.add("header_scale")
        if cell.repaired:
            f.flags.add("estimated_digits")
        f.unit, f.unit_status, f.unit_span = unit.code, status, span
        f.qualifier, f.hedge = cell.qualifier, cell.hedge
        f.outer_start, f.outer_end = min(cell.outer_start, f.start), max(cell.outer_end, f.end)
        f.quote = (row.line.start, row.line.end)
        f.kind = _KINDS.get(shape, "level")
        of_whole = column.kind == co.SHARE or self.w.find("share", row.words) or is_share(self.low, row.unit)
        if shape == "percent" and of_whole:
            f.kind = "share"
        f.status = cell.status or column.status
        self._place(f, row, column)
        if cell.negative:
            f.value = -f.value
        if column.kind == co.CHANGE:
            self._as_change(f, shape)
        elif shape == "percent" and f.kind == "level" and (rule := self._growth(row)) is not None:
            self._as_change(f, shape)
            f.base_period = earlier(f.period, rule) if rule else None
        return f

    def _growth(self, row: Row) -> str | None:
        """The time that a row of changes goes back, "" where it does not say which; None for a row of levels.

        "Sales growth (%)", 比上年增长: the row is a change; "Year-on-year change (%)": the whole table.
        """
        label = self.low[slice(*row.label)] if row.label else ""
        found = self.w.find("change", label)
        if found is not None and (label.startswith(found[0]) or label.endswith(found[0])):
            return found[1]
        title = self.low[slice(*self.header.title)] if self.header.title else ""
        found = self.w.find("change", title)
        if found is None or not found[1]:
            return None
        of_rate = "rate" in title  # "Unemployment rate, annual change": percent or points
        return found[1] if title.startswith(found[0]) or (title.endswith(found[0]) and not of_rate) else None

    @staticmethod
    def _as_change(f: Figure, shape: str) -> None:
        """A change is positive and has a direction."""
        f.kind = {"percent": "change_rate", "points": "points"}.get(shape, "change_amount")
        f.direction = "up" if f.value > 0 else "down" if f.value < 0 else None
        f.value = abs(f.value)

    def _place(self, f: Figure, row: Row, column: Column) -> None:
        """Period, area, measure, entity and price basis."""
        f.entity = self.context.entity
        f.ref_area = row.area or self.context.ref_area
        f.period = row.period or column.period
        f.period_basis = "stated"
        if f.period is None and self.context.reference_period:
            f.period, f.period_basis = self.context.reference_period, "document"
        if column.end_of_period:
            f.flags.add("end_of_period")
        f.price_basis |= self.header.price | self.prices
        words = self._column_words(column)
        f.label = ": ".join(x for x in (row.measure, row.more, words) if x) or None

    def _column_words(self, column: Column) -> str | None:
        """The words of a heading as printed."""
        if not column.text:
            return None
        for s, e in column.spans:
            at = self.low.find(column.text, s, e)
            if at >= 0:
                return " ".join(self.text[at : at + len(column.text)].split())
        return column.text


__all__ = ["Builder", "Placed"]
