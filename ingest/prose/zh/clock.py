"""The code of a period: a `Clock` completes words of time from what the document says so far."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ingest.prose.periods import earlier, months_span, year_span
from ingest.prose.regex import regex
from ingest.prose.zh.periods import Period

_SPAN = regex(r"/(?:P\d+Y|\.\.)\Z")
_ONE_DAY = regex(r"\d{4}-\d\d-\d\d\Z")
_CODE_MONTHS = regex(r"(\d{4})(?:-(?:Q(\d)|S(\d)|(\d\d)(?:-\d\d(?:/P(\d+)M)?)?))?\Z")


def months_of(code: str) -> tuple[int, int, int] | None:
    """Year, first month and length in months of a period code within one year."""
    m = _CODE_MONTHS.match(code)
    if m is None:
        return None
    year = int(m[1])
    if m[2]:
        return year, int(m[2]) * 3 - 2, 3
    if m[3]:
        return year, int(m[3]) * 6 - 5, 6
    if m[4]:
        return year, int(m[4]), int(m[5] or 1)
    return year, 1, 12


@dataclass(slots=True)
class Clock:
    """The time that the text is at: what an unfinished period is completed from."""

    published: date | None
    reference: str | None  # the document's own period
    current: str | None = None  # the last period that the text itself gave
    from_text: bool = False  # whether its year stands in the text
    area: str | None = None
    year: str | None = None  # the last period that lies in one year: a span of years lends no year to a month

    def anchor(self) -> str | None:
        """The period in force."""
        return self.current or self.reference

    def resolve(self, p: Period) -> str | None:
        """The code of a period, seen from the period in force; None where no year is known."""
        seen_from = self.anchor()
        if p.report:
            return self.reference
        if p.since:
            year = self._year(p, seen_from)
            if year is None:
                return None
            return f"{year}-{p.first_month:02d}/.." if p.first_month else f"{year}/.."
        if p.step:
            return self._step(p, seen_from)
        if p.day and not p.first_month:
            return self._last_such_day(p.day)
        if p.ytd and (code := self._to_date(seen_from)) is not None:
            return code
        if p.same:
            if seen_from is None:
                return None
            if not p.rel:  # 2019年同期
                return f"{p.year}{seen_from[4:]}" if _CODE_MONTHS.match(seen_from) else None
            base = seen_from
            for _ in range(-p.year):
                base = earlier(base, "year") or ""
            return base or None
        year = self._year(p, seen_from)
        if year is None:
            return None
        if p.split and self.area == "HK":
            return f"{year}-04-01/P1Y"
        if p.last:
            return year_span(year, p.last)
        if p.until is not None:
            return _days(year, p.first_month, p.day, p.until)
        if p.day:
            try:
                return date(year, p.first_month, p.day).isoformat()
            except ValueError:
                return None
        span = months_span(year, p.first_month or 1, p.months)
        return span.replace("/P12M", "/P1Y")

    def _to_date(self, seen_from: str | None) -> str | None:
        """今年以来, 年内, seen from months of the year of publication, or from a whole year."""
        found = months_of(seen_from) if seen_from else None
        if found is None or self.published is None or seen_from is None or _ONE_DAY.match(seen_from):
            return None
        year, first, months = found
        if months == 12:
            return str(year)
        return months_span(year, 1, first + months - 1) if year == self.published.year else None

    def _last_such_day(self, day: int) -> str | None:
        """截至31日: the latest such day when the text appeared."""
        if self.published is None:
            return None
        year, month = self.published.year, self.published.month
        if day > self.published.day:
            year, month = (year, month - 1) if month > 1 else (year - 1, 12)
        try:
            return date(year, month, day).isoformat()
        except ValueError:
            return None

    def _year(self, p: Period, seen_from: str | None) -> int | None:
        if not p.rel:
            return p.year
        if p.rel == "now" and self.published:
            return self.published.year + p.year
        if seen_from and _SPAN.search(seen_from):
            seen_from = self.year
        if seen_from and seen_from[:4].isdigit():
            year = int(seen_from[:4]) + p.year
            # The year of a target ahead lends no year to a month.
            if not (p.first_month and self.published and year > self.published.year):
                return year
        if self.published is None:
            return None
        day = self.published
        if p.first_month:
            # The latest such months that had begun when the report came out.
            return (day.year if p.first_month + p.months - 1 <= day.month else day.year - 1) + p.year
        return (day.year if day.month == 12 else day.year - 1) + p.year

    def _step(self, p: Period, seen_from: str | None) -> str | None:
        """本月, 上月, 上季度: the month or quarter that ends the period in force, or the one before it."""
        found = months_of(seen_from) if seen_from else None
        if found is None:
            if self.published is None:
                return None
            found = self.published.year, self.published.month, 1
            if p.step.endswith("-1") is False:
                return f"{found[0]}-{found[1]:02d}" if p.step == "month" else None
        year, first, months = found
        last = year * 12 + first + months - 2  # months since year 0
        length = 1 if p.step.startswith("month") else 3
        if length == 3:
            last = last // 3 * 3 + 2
        start = last - length + 1 - (length if p.step.endswith("-1") else 0)
        return months_span(start // 12, start % 12 + 1, length)


def _days(year: int, month: int, day: int, until: tuple[int, int, int]) -> str | None:
    """The code of a run of days: the first and how many; None where there is no such day."""
    try:
        first, last = date(year, month, day), date(year + until[0], until[1], until[2])
    except ValueError:
        return None
    return f"{first.isoformat()}/P{(last - first).days + 1}D"


def year_before(code: str | None) -> str | None:
    """The base of a rate told for a year or its first months, where no words name one.

    Nothing but the same months of the year before is as long; a quarter or a month may be held against
    the quarter or month just before it.
    """
    found = months_of(code) if code else None
    if code is None or found is None or _ONE_DAY.match(code) or found[1] != 1 or found[2] in {1, 3}:
        return None
    return earlier(code, "year")


def base_of(code: str | None, rule: str | None) -> str | None:
    """The base period of a change; 环比 takes the period of the same length just before."""
    if code is None or rule is None:
        return None
    if rule != "previous":
        return earlier(code, rule)
    found = months_of(code)
    if found is None:
        return None
    year, first, months = found
    start = year * 12 + first - 1 - months
    return months_span(start // 12, start % 12 + 1, months)
