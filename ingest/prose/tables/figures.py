"""The cells of a block as figures: value, scale, unit, period and measure of each; else one refusal a row."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ingest.prose.figure import Figure
from ingest.prose.model import Context
from ingest.prose.numerals import scale
from ingest.prose.tables import heads as co
from ingest.prose.tables.cells import Cell
from ingest.prose.tables.heads import Column
from ingest.prose.tables.labels import Row, counts, is_excepted
from ingest.prose.tables.lines import Span
from ingest.prose.tables.spans import Header
from ingest.prose.tables.units import parse_unit
from ingest.prose.tables.words import TableWords, Unit, counted_in

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


class Unclear(Exception):
    """A cell that the header does not explain: `rule` and the reason, the end of a sentence."""

    def __init__(self, rule: str, why: str) -> None:
        super().__init__(why)
        self.rule, self.why = rule, why


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
        self.signs: dict[int, Span] = {}  # column -> the currency sign last printed in it
        self.later: dict[int, int] = {}  # column -> number of the last row with a sign
        self.at = 0  # number of the row
        self.prices: set[str] = set()  # price basis that its label states

    def prepare(self, rows: list[Row]) -> None:
        """Note where currency signs stand: a column prints them in its first row and its totals."""
        for n, row in enumerate(rows):
            for i, cell in enumerate(row.line.cells):
                if cell.sign is not None:
                    self.later[i] = n

    def read(self, row: Row, number: int) -> tuple[list[Placed], Unclear | None]:
        """The figures of a row, and why one or all of its cells are not loaded."""
        self.at = number
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
        unit, status, span = self._unit(row, cell, column, i, own)
        factor = self._factor(row, cell, column, unit, own)
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
        if shape == "percent" and (column.kind == co.SHARE or self.w.find("share", row.words)):
            f.kind = "share"
        f.status = cell.status or column.status
        self._place(f, row, column)
        if cell.negative:
            f.value = -f.value
        if column.kind == co.CHANGE or (shape == "percent" and f.kind == "level" and self._is_growth(row)):
            self._as_change(f, shape)
        return f

    def _is_growth(self, row: Row) -> bool:
        """ "Sales growth (%)", 比上年增长: the row itself is a change."""
        label = self.low[slice(*row.label)] if row.label else ""
        found = self.w.find("change", label)
        return found is not None and (label.startswith(found[0]) or label.endswith(found[0]))

    @staticmethod
    def _as_change(f: Figure, shape: str) -> None:
        """A change is positive and has a direction."""
        f.kind = {"percent": "change_rate", "points": "points"}.get(shape, "change_amount")
        f.direction = "up" if f.value > 0 else "down" if f.value < 0 else None
        f.value = abs(f.value)
        f.base_rule = "year"

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

    # -- unit and scale ----------------------------------------------------------------------------------

    def _unit(
        self, row: Row, cell: Cell, column: Column, i: int, own: Unit | None
    ) -> tuple[Unit, str, Span | None]:
        """Unit, its status and its span, from what stands nearest to the number."""
        w = self.w
        percent = Unit(Decimal(1), "percent", "percent", None, "")
        if cell.percent:
            at = self.low.find("%", cell.start, cell.end)
            return percent, "stated", (at, at + 1)
        if cell.sign is not None:
            self.signs[i] = cell.sign
            return self._money(row, cell.sign, "stated")
        if cell.tail is not None and cell.tail.code is not None:
            return self._settled(cell.tail, "stated")
        table = self.header.unit
        counted = counts(row, w)
        if column.unit is not None and column.unit.code is None and counted is None:
            counted = counted_in(column.text, w)  # a column "Persons (thousand)"
        if table is not None and table.code is None and self.header.counted is not None:
            counted = counted or self.header.counted  # "Employment (thousands)"
        if counted is not None and column.unit is not None and column.unit.shape == "money":
            raise Unclear(
                "table_scale", "the heading gives a unit of money and the row counts something else"
            )
        nearest = (row.unit, column.unit, own)
        if column.unit is not None and column.unit.shape in ("percent", "points"):
            nearest = (column.unit, row.unit, own)  # "Change (%)" of a row in millions of euros
        for unit in nearest:
            if unit is not None and unit.code is not None:
                if unit.code == "$" and unit.span:
                    return self._money(row, unit.span, "inherited")
                if unit.code == "count" and counted is not None:
                    return unit._replace(code=counted[0]), "inferred", unit.span  # "Employees (number)"
                per = w.find("per", row.words) if unit.shape == "money" and "/" not in unit.code else None
                if per is not None:
                    unit = unit._replace(code=f"{unit.code}/{per[1]}")
                return self._settled(unit, "inherited")
        if counted is not None and (table is None or table.code is None or table.shape == "money"):
            if table is not None and table.shape == "money" and not is_excepted(row, table) and table.scaled:
                raise Unclear(
                    "table_scale", "the header gives a scale in money and the row counts something else"
                )
            where = self.low.find(counted[1], row.line.start, row.line.end)
            span = (where, where + len(counted[1])) if where >= 0 else None
            return Unit(Decimal(1), counted[0], "count", span, ""), "inferred", span
        if table is not None and table.code is not None:
            if is_excepted(row, table) and (table.shape != "money" or "per share" not in row.words):
                raise Unclear(
                    "table_without_unit", "the header's unit is not for this row and none is printed with it"
                )
            if table.code == "$" and table.span:
                return self._money(row, table.span, "inherited")
            if "share" in row.words and "per share" not in row.words and "outstanding" in row.words:
                raise Unclear("table_without_unit", "the row counts shares and the header's unit is money")
            if table.shape == "money" and "per share" in row.words and table.span:
                return self._money(row, table.span, "inherited")
            return self._settled(table, "inherited")
        sign = self.signs.get(i)
        if (
            sign is not None
            and "share" not in row.words
            and (table is not None or self.later.get(i, -1) > self.at)
        ):
            return self._money(row, sign, "inherited")
        raise Unclear("table_without_unit", "neither the cell nor a heading says in which unit it counts")

    def _money(self, row: Row, sign: Span, status: str) -> tuple[Unit, str, Span]:
        """The currency of a printed sign; a bare dollar is inferred from the document's area."""
        word = self.low[slice(*sign)].strip()
        code = self.w.signs.get(word) or self.w.units.get(word, ("", ""))[0]
        if not code:
            found = parse_unit(self.low, *sign, self.w)
            code = (found.code if found else None) or "$"
        per = self.w.find("per", row.words)
        if per is not None and "/" not in code:
            code = f"{code}/{per[1]}"
        unit, status, _ = self._settled(Unit(Decimal(1), code, "money", sign, ""), status)
        return unit, status, sign

    def _settled(self, unit: Unit, status: str) -> tuple[Unit, str, Span | None]:
        """A unit whose money goes by a name of several ("pesos", "cents") with the one of the area."""
        name, slash, per = (unit.code or "").partition("/")
        if not any(name == bare for _, bare in self.w.area_currencies):
            return unit, status, unit.span
        area, known = (self.context.ref_area or "").split("-")[0], self.w.area_currencies
        code = known[area, name] if (area, name) in known else known.get(("", name))
        if not code:
            raise Unclear(
                "table_without_unit", "the area of the document does not say which currency this is"
            )
        return unit._replace(code=code + slash + per), "inferred", unit.span

    def _factor(self, row: Row, cell: Cell, column: Column, unit: Unit, own: Unit | None) -> Decimal:
        """The scale of a cell: its own, its row's, its column's, else that of the table where it is meant."""
        if cell.tail is not None and (cell.tail.scaled or cell.tail.code is not None):
            return cell.tail.factor
        if unit.shape in ("percent", "points", "index", "duration"):
            return Decimal(1)
        for near in (row.unit, column.unit, own):
            if near is not None and near.scaled:
                return near.factor
        if (row.unit is not None and row.unit.code is not None) or (own is not None and own.code is not None):
            return Decimal(1)
        table = self.header.unit
        if table is None or not table.scaled or is_excepted(row, table):
            return Decimal(1)
        if unit.code and "/" in unit.code and table.code != unit.code:
            if table.exceptions:
                return Decimal(1)
            raise Unclear("table_scale", "the header's scale can hardly be meant for an amount per share")
        if table.code is not None and table.shape != unit.shape:
            raise Unclear("table_scale", "the header's scale stands with another unit")
        return table.factor


__all__ = ["Builder", "Placed", "Unclear"]
