"""Ties the figures of a table: changes to their levels, periods to one another, parts to their total."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from ingest.prose.figure import Figure
from ingest.prose.periods import earlier
from ingest.prose.regex import regex
from ingest.prose.tables import heads as co
from ingest.prose.tables.amounts import Unclear
from ingest.prose.tables.figures import Placed
from ingest.prose.tables.heads import Column
from ingest.prose.tables.labels import Row

_YEAR = 4  # characters of a period that is a year
_MOST_PARTS = 60
_DIGIT = regex(r"\d")


def tie_row(placed: list[Placed], columns: list[Column]) -> tuple[list[Placed], Unclear | None]:
    """Tie the changes of a row to its levels; a change that the row's own levels contradict is refused."""
    levels = [p for p in placed if p.column.kind == co.LEVEL and p.figure.kind == "level"]
    _tie_periods(levels)
    kept: list[Placed] = []
    trouble: Unclear | None = None
    for p in placed:
        if p.column.kind != co.CHANGE:
            kept.append(p)
            continue
        try:
            _tie_change(p, _own_levels(p, levels, columns))
            kept.append(p)
        except Unclear as reason:
            trouble = trouble or reason
    return kept, trouble


def _own_levels(p: Placed, levels: list[Placed], columns: list[Column]) -> list[Placed]:
    """The levels that a change may be of.

    Where the columns are of several things ("Arrivals, Nights, Change"), a change without words of its own is
    of the thing right before it, if each thing has a change behind it; else nobody can say.
    """
    filled = [x.column for x in levels]
    own, told = "", set()
    for c in columns:
        if c.kind == co.LEVEL and (c.unit is not None or c.period or any(c is x for x in filled)):
            own = c.text
        elif c.kind == co.CHANGE and not c.text:
            told.add(own)
        if c is p.column:
            of = own
    things = {c.text for c in columns if c.kind == co.LEVEL and (c.unit is not None or c.period)}
    things |= {c.text for c in filled}
    if p.column.text or len(things) < 2:
        return levels
    if told != things:
        raise Unclear("table_change", "the headings do not say of which column this is the change")
    return [x for x in levels if x.column.text == of]


def _shape(code: str) -> str:
    return _DIGIT.sub("0", code)


def _tie_periods(levels: list[Placed]) -> None:
    """Each level is compared with that of the next earlier period of the same sort."""
    groups: dict[tuple[str, str | None, str | None, str | None], list[Figure]] = {}
    for p in levels:
        f = p.figure
        if f.period:
            groups.setdefault((_shape(f.period), f.label, f.unit, f.ref_area), []).append(f)
    for figures in groups.values():
        figures.sort(key=lambda f: f.period or "")
        for old, new in pairwise(figures):
            if old.period != new.period and old.status == "actual":
                new.link("compared_with", old, "table_periods")


def _tie_change(p: Placed, levels: list[Placed]) -> None:
    """Find the two levels of a change by the heading, else the last two; check the printed sign and size."""
    f, column = p.figure, p.column
    dated = sorted((x.figure for x in levels if x.figure.period), key=lambda x: x.period or "")
    same = [x for x in dated if x.label == f.label or not column.text]
    new, old = _pair(p, same)
    if new is None:
        undated = [x.figure for x in levels]
        if len(undated) == 1 and column.period is None:
            new = undated[0]
            f.period, f.period_basis = new.period, new.period_basis
        elif column.period is None and f.period is None:
            raise Unclear("table_change", "the headings do not say which periods the change lies between")
    if new is not None and new.unit == "percent" and f.kind == "change_rate":
        raise Unclear("table_change", "a change of a rate may be in percent or in points")
    if new is not None:
        f.period, f.period_basis = new.period, new.period_basis
        if column.text == "":
            f.label = new.label
    explicit = column.unit is not None or f.unit_status == "stated"
    if new is not None and old is not None:
        agrees = _agrees(f, new, old)
        # A printed rate may be in volume; an amount is the difference of the two levels or something else.
        if not agrees and (not explicit or len(same) > 2 or f.kind == "change_amount"):
            raise Unclear(
                "table_change", "it does not follow from the figures of its row which change this is"
            )
        rise = new.value - old.value
        if old.value > 0 and new.value >= 0 and f.direction and rise and (rise > 0) != (f.direction == "up"):
            raise Unclear("table_sign", "the sign of the change contradicts the figures of its row")
        if old.value <= 0 or new.value < 0:
            if f.kind == "change_rate":
                raise Unclear(
                    "table_sign", "a rate between figures of which one is negative has no plain direction"
                )
            if f.direction and rise and (rise > 0) != (f.direction == "up"):
                raise Unclear("table_sign", "the sign of the change contradicts the figures of its row")
        # A rate that does not follow from two months or quarters beside it is against another time.
        if agrees or column.versus is not None or column.rule is not None or len(old.period or "") == _YEAR:
            f.base_period = old.period
            f.link("growth_from", old, "table_change")
    elif not explicit:
        raise Unclear(
            "table_change", "nothing says whether the change is in percent or in the unit of the level"
        )
    else:
        f.base_period = earlier(f.period, column.rule)
    if new is not None:
        f.link("growth_of", new, "table_change")


def _pair(p: Placed, dated: list[Figure]) -> tuple[Figure | None, Figure | None]:
    """The current and the earlier level of a change."""
    column = p.column
    if column.versus is not None:
        by_year = {(x.period or "")[:4]: x for x in dated}
        return by_year.get(column.versus[0]), by_year.get(column.versus[1])
    if column.period is not None:
        new = next((x for x in dated if x.period == column.period), None)
        base = earlier(column.period, column.rule or "year")
        return new, next((x for x in dated if x.period == base), None)
    if not dated:
        return None, None
    new = dated[-1]
    before = [
        x
        for x in dated
        if x is not new and x.period != new.period and _shape(x.period or "") == _shape(new.period or "")
    ]
    if column.rule is not None:
        base = earlier(new.period, column.rule)
        return new, next((x for x in before if x.period == base), None)
    return new, (before[-1] if before else None)


def _half(f: Figure) -> Decimal:
    return (f.last_place or Decimal(1)) / 2


def _agrees(f: Figure, new: Figure, old: Figure) -> bool:
    """True where the change follows from the two levels within the rounding of all three."""
    if f.kind in ("change_amount", "points"):
        return abs(abs(new.value - old.value) - f.value) <= _half(new) + _half(old) + _half(f)
    low_old, high_old = abs(old.value) - _half(old), abs(old.value) + _half(old)
    if low_old <= 0:
        return False
    change = abs(new.value - old.value)
    slack = _half(new) + _half(old)
    low = (change - slack) / high_old * 100 - _half(f)
    high = (change + slack) / low_old * 100 + _half(f)
    return low <= f.value <= high


class Totals:
    """Ties the rows above a total to it, where they add up in every column."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.open: list[tuple[Row, dict[int, Figure]]] = []

    def add(self, row: Row, placed: list[Placed], columns: list[co.Column]) -> None:
        """Take the next row of the block, in order."""
        index = {id(c): i for i, c in enumerate(columns)}
        cells = {
            index[id(p.column)]: p.figure
            for p in placed
            if p.column.kind == co.LEVEL and p.figure.kind == "level" and p.figure.shape == "N"
        }
        if row.total and cells:
            count = self._parts(cells)
            if count:
                for _, part in self.open[-count:]:
                    for i, figure in part.items():
                        if i in cells:
                            figure.link("part_of", cells[i], "table_total", "exhaustive", self._word(row))
                del self.open[-count:]
        if cells:
            self.open.append((row, cells))
            del self.open[:-_MOST_PARTS]

    def _word(self, row: Row) -> str | None:
        if row.label is None or row.total is None:
            return row.total
        s = row.label[0]
        at = self.text[s : row.label[1]].lower().find(row.total)
        return self.text[s + at : s + at + len(row.total)] if at >= 0 else row.total

    def _parts(self, total: dict[int, Figure]) -> int:
        """How many of the last open rows add up to the total; 0 where none or more than one choice does."""
        sums = {i: Decimal(0) for i in total}
        slack = {i: _half(f) for i, f in total.items()}
        filled: set[int] = set()
        fits: list[int] = []
        for count, (_, part) in enumerate(reversed(self.open), 1):
            if any(i in part and part[i].unit != f.unit for i, f in total.items()):
                break
            nonzero = False
            for i in total:
                if i in part:
                    sums[i] += part[i].value
                    slack[i] += _half(part[i])
                    filled.add(i)
                    nonzero |= part[i].value != 0
            whole = count > 1 and nonzero and len(filled) == len(total)
            if whole and all(abs(sums[i] - f.value) <= slack[i] for i, f in total.items()):
                fits.append(count)
                if len(fits) > 1:
                    break
        return fits[0] if len(fits) == 1 else 0
