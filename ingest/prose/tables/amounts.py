"""Unit and scale of a cell of a table: what stands nearest to the number rules."""

from __future__ import annotations

from decimal import Decimal

from ingest.prose.model import Context
from ingest.prose.tables.cells import Cell
from ingest.prose.tables.heads import Column
from ingest.prose.tables.labels import Row, counts, is_excepted
from ingest.prose.tables.line_heads import Span
from ingest.prose.tables.spans import Header
from ingest.prose.tables.units import parse_unit
from ingest.prose.tables.words import TableWords, Unit, counted_in

_PERCENT = Unit(Decimal(1), "percent", "percent", None, "")
_Told = tuple[Unit, str, Span | None]  # unit, its status, where it is printed
_Counted = tuple[str, str]  # the code of a noun that is counted, and the noun


class Unclear(Exception):
    """A cell that the header does not explain: `rule` and the reason, the end of a sentence."""

    def __init__(self, rule: str, why: str) -> None:
        super().__init__(why)
        self.rule, self.why = rule, why


class Amounts:
    """Tells the units of the cells of one block."""

    def __init__(self, low: str, w: TableWords, header: Header, context: Context) -> None:
        self.low, self.w, self.header, self.context = low, w, header, context
        self.signs: dict[int, Span] = {}  # column -> the currency sign last printed in it
        self.later: dict[int, int] = {}  # column -> number of the last row with a sign
        self.at = 0  # number of the row

    def prepare(self, rows: list[Row]) -> None:
        """Note where currency signs stand: a column prints them in its first row and its totals."""
        for n, row in enumerate(rows):
            for i, cell in enumerate(row.line.cells):
                if cell.sign is not None:
                    self.later[i] = n

    def unit(self, row: Row, cell: Cell, column: Column, i: int, own: Unit | None) -> _Told:
        """What stands nearest to the number tells its unit; `own` is that of a cell of units."""
        if cell.percent:
            at = self.low.find("%", cell.start, cell.end)
            return _PERCENT, "stated", (at, at + 1)
        if cell.sign is not None:
            self.signs[i] = cell.sign
            return self._money(row, cell.sign, "stated")
        if cell.tail is not None and cell.tail.code is not None:
            return self._settled(cell.tail, "stated")
        counted = self._counted(row, column)
        found = (
            self._near(row, column, own, counted)
            or self._of_noun(row, counted)
            or self._of_table(row)
            or self._of_sign_above(row, i)
        )
        if found is None:
            raise Unclear("table_without_unit", "neither the cell nor a heading says in which unit it counts")
        return found

    def _counted(self, row: Row, column: Column) -> _Counted | None:
        """What is counted, by the words of the row, of the column, or of the table."""
        table = self.header.unit
        counted = counts(row, self.w)
        if column.unit is not None and column.unit.code is None and counted is None:
            counted = counted_in(column.text, self.w)  # a column "Persons (thousand)"
        if table is not None and table.code is None and self.header.counted is not None:
            counted = counted or self.header.counted  # "Employment (thousands)"
        if counted is not None and column.unit is not None and column.unit.shape == "money":
            why = "the heading gives a unit of money and the row counts something else"
            raise Unclear("table_scale", why)
        return counted

    def _near(self, row: Row, column: Column, own: Unit | None, counted: _Counted | None) -> _Told | None:
        """The unit of the row, of the column, or of the row's unit cell."""
        nearest = (row.unit, column.unit, own)
        if column.unit is not None and column.unit.shape in ("percent", "points"):
            nearest = (column.unit, row.unit, own)  # "Change (%)" of a row in millions of euros
        for unit in nearest:
            if unit is None or unit.code is None:
                continue
            if unit.code == "$" and unit.span:
                return self._money(row, unit.span, "inherited")
            if unit.code == "count" and counted is not None:
                return unit._replace(code=counted[0]), "inferred", unit.span  # "Employees (number)"
            per = self.w.find("per", row.words) if unit.shape == "money" and "/" not in unit.code else None
            if per is not None:
                unit = unit._replace(code=f"{unit.code}/{per[1]}")
            return self._settled(unit, "inherited")
        return None

    def _of_noun(self, row: Row, counted: _Counted | None) -> _Told | None:
        """The unit of what is counted, where the table's is none or money."""
        table = self.header.unit
        if counted is None or not (table is None or table.code is None or table.shape == "money"):
            return None
        if table is not None and table.shape == "money" and not is_excepted(row, table) and table.scaled:
            why = "the header gives a scale in money and the row counts something else"
            raise Unclear("table_scale", why)
        where = self.low.find(counted[1], row.line.start, row.line.end)
        span = (where, where + len(counted[1])) if where >= 0 else None
        return Unit(Decimal(1), counted[0], "count", span, ""), "inferred", span

    def _of_table(self, row: Row) -> _Told | None:
        """The unit of the header, where it is meant for this row."""
        table = self.header.unit
        if table is None or table.code is None:
            return None
        if is_excepted(row, table) and (table.shape != "money" or "per share" not in row.words):
            why = "the header's unit is not for this row and none is printed with it"
            raise Unclear("table_without_unit", why)
        if table.shape == "money" and "share" in row.words and "outstanding" in row.words:
            raise Unclear("table_without_unit", "the row counts shares and the header's unit is money")
        if table.span and (table.code == "$" or (table.shape == "money" and "per share" in row.words)):
            return self._money(row, table.span, "inherited")
        return self._settled(table, "inherited")

    def _of_sign_above(self, row: Row, i: int) -> _Told | None:
        """The money of the sign that a column prints in its first row and again in its totals."""
        sign = self.signs.get(i)
        if sign is None or "share" in row.words:
            return None
        if self.header.unit is None and self.later.get(i, -1) <= self.at:
            return None
        return self._money(row, sign, "inherited")

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

    def _settled(self, unit: Unit, status: str) -> _Told:
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

    def factor(self, row: Row, cell: Cell, column: Column, unit: Unit, own: Unit | None) -> Decimal:
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
