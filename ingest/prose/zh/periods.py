"""Chinese words of time to period codes.

`parse` reads the words alone (memoised: a report repeats its periods); a `Clock` knows what the document
says so far and turns them into a code.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from ingest.prose.periods import earlier, months_span, year_span
from ingest.prose.zh.numerals import parse as numeral
from ingest.prose.zh.words import words


class Period(NamedTuple):
    """Words of time. `year` is absolute where `since_year` says "", else relative to it."""

    year: int  # the year, or how many years off
    rel: str = ""  # "": absolute · now: of publication · anchor: of what the text speaks of
    last: int = 0  # last year of a span
    first_month: int = 0  # 0: the whole year
    months: int = 12
    day: int = 0
    end: bool = False  # 末, 底, 初 of the year after: a stock at that time
    since: bool = False  # 以来
    same: bool = False  # the same months as the period in force (上年同期)
    step: str = ""  # month, quarter: the one in force; month-1, quarter-1: the one before
    report: bool = False  # 报告期: the period of the document
    split: bool = False  # 2022-23年度: a financial year of Hong Kong
    bare: bool = False  # 全年: names no time of its own


_YEAR_WORD = str.maketrans("〇零一二三四五六七八九", "00123456789")
_ABSOLUTE = re.compile(
    r"(?P<year>(?:19|20)\d\d|[一二][〇零九][〇零一二三四五六七八九]{2})(?: ?年)?"
    r"(?: ?[-至到] ?(?P<last>(?:19|20)\d\d|\d\d))? ?(?:年度?|财年)(?:间|期间)?(?:的|, ?)?"
)
_RELATIVE = re.compile(r"(今年|去年|上年|前年|本年|明年|当年|上一年)的?")
_OFFSETS = {
    "今年": (0, "now"), "去年": (-1, "now"), "前年": (-2, "now"), "明年": (1, "now"),
    "上年": (-1, "anchor"), "上一年": (-1, "anchor"), "本年": (0, "anchor"), "当年": (0, "anchor"),
}  # fmt: skip
_DAY = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?\Z")
_QUARTER = re.compile(r"第?([一二三四1-4])(?:[-至、和到]第?([一二三四2-4]))?季度?")
_FIRST = re.compile(r"[前首](\d{1,2}|[一二三两四五六七八九十]{1,2})(个?季度?|个?月)")
_MONTHS = re.compile(
    r"(\d{1,2}|[一二三四五六七八九十]{1,2})月?份?(?:[-至到](\d{1,2}|[一二三四五六七八九十]{1,2})月份?|"
    r"([上中下])旬|(\d{1,2})[日号])?"
)
_END = re.compile(r"年?[末底]")


def _number(word: str) -> int:
    if word.isdigit():
        return int(word)
    found = numeral(word)
    return int(found.value) if found else 0


@lru_cache(maxsize=4096)
def parse(printed: str) -> Period | None:
    """What words of time say; None where they only look so."""
    row = words().periods.get(printed)
    if row is not None:
        return _from_row(row)
    m = _DAY.match(printed)
    if m:
        return Period(int(m[1]), first_month=int(m[2]), months=1, day=int(m[3] or 0))
    year, rel, last, at = 0, "anchor", 0, 0
    m = _ABSOLUTE.match(printed)
    if m:
        year, rel, at = int(m["year"].translate(_YEAR_WORD)), "", m.end()
        if m["last"]:
            last = int(m["last"]) if len(m["last"]) == 4 else year // 100 * 100 + int(m["last"])
            if last <= year:
                return None
    else:
        m = _RELATIVE.match(printed)
        if m:
            (year, rel), at = _OFFSETS[m[1]], m.end()
    rest = printed[at:]
    split = last == year + 1 and "年度" in printed[:at]
    period = Period(year, rel, last, split=split)
    if not rest:
        return period._replace(bare=rel == "anchor" and year == 0)
    if rest in {"同期", "同月", "同季"}:
        return period._replace(same=True)
    if rest == "以来":
        return period._replace(since=True)
    if rest in {"初", "年初"}:
        # The start of a year is the end of the one before.
        return period._replace(year=year - 1, end=True)
    if _END.fullmatch(rest):
        return period._replace(end=True)
    return _part(period, rest)


def _from_row(row: dict[str, str]) -> Period:
    """A row of periods.csv; its columns are explained by the fields of Period."""
    anchor = row["year"]
    rel = "now" if anchor.startswith("now") else "anchor"
    offset = int(anchor.removeprefix("now") or 0)
    part = row["part"]
    return Period(
        offset,
        rel,
        end=row["end"] == "end",
        same=part == "same",
        step=part if part.startswith(("month", "quarter")) else "",
        report=part == "report",
        bare=rel == "anchor" and offset == 0 and not part.startswith(("month", "quarter")),
    )


def _part(period: Period, rest: str) -> Period | None:
    """The part of the year: a half, quarters, months, a day."""
    if rest.startswith(("上半年", "下半年")):
        period = period._replace(first_month=1 if rest[0] == "上" else 7, months=6)
        tail = rest[3:].removeprefix("度")
    elif rest.startswith("半年度"):
        period = period._replace(first_month=1, months=6)
        tail = rest[3:]
    elif rest.startswith("首季"):
        period = period._replace(first_month=1, months=3)
        tail = rest[2:].removeprefix("度")
    elif m := _QUARTER.match(rest):
        first = _number(m[1])
        last = _number(m[2]) if m[2] else first
        if last < first:
            return None
        period = period._replace(first_month=first * 3 - 2, months=(last - first + 1) * 3)
        tail = rest[m.end() :]
    elif m := _FIRST.match(rest):
        count = _number(m[1]) * (3 if "季" in m[2] else 1)
        if not 1 <= count <= 12:
            return None
        period = period._replace(first_month=1, months=count)
        tail = rest[m.end() :]
    elif m := _MONTHS.match(rest):
        first = _number(m[1])
        last = _number(m[2]) if m[2] else first
        if not 1 <= first <= last <= 12:
            return None
        period = period._replace(first_month=first, months=last - first + 1, day=int(m[4] or 0))
        tail = rest[m.end() :]
    else:
        return None
    if tail.startswith("止"):
        return _ending(period, tail)
    if tail == "同期":
        return period
    return period._replace(end=bool(_END.match(tail)), since=tail == "以来")


def _ending(period: Period, tail: str) -> Period | None:
    """截至2018年6月30日止六个月: the months, or the year, that end with the day."""
    months = 12 if tail.endswith("年度") else _number(tail.strip("止的").removesuffix("个月"))
    if not 1 <= months <= 12 or period.first_month == 0:
        return None
    first = period.first_month - months + 1
    year = period.year if first > 0 else period.year - 1
    return period._replace(year=year, first_month=first if first > 0 else first + 12, months=months, day=0)


_SPAN = re.compile(r"/(?:P\d+Y|\.\.)\Z")
_CODE_MONTHS = re.compile(r"(\d{4})(?:-(?:Q(\d)|S(\d)|(\d\d)(?:-\d\d(?:/P(\d+)M)?)?))?\Z")


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

    def resolve(self, p: Period, at: str | None = None) -> str | None:
        """The code of a period, seen from `at` or the period in force; None where no year is known."""
        seen_from = at or self.anchor()
        if p.report:
            return self.reference
        if p.since:
            year = self._year(p, seen_from)
            if year is None:
                return None
            return f"{year}-{p.first_month:02d}/.." if p.first_month else f"{year}/.."
        if p.step:
            return self._step(p, seen_from)
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
        if p.day:
            try:
                return date(year, p.first_month, p.day).isoformat()
            except ValueError:
                return None
        span = months_span(year, p.first_month or 1, p.months)
        return span.replace("/P12M", "/P1Y")

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
