"""What Chinese words of time say, read alone; a report repeats its periods, and `clock` gives their codes."""

from __future__ import annotations

import re
from calendar import monthrange
from functools import lru_cache
from typing import NamedTuple

from ingest.prose.regex import regex
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
    ytd: bool = False  # 今年以来: up to the month that the text is at
    until: tuple[int, int, int] | None = None  # last day of a run of days: years on, month, day


_YEAR_WORD = str.maketrans("〇零一二三四五六七八九", "00123456789")
_ABSOLUTE = regex(
    r"(?P<year>(?:19|20)\d\d|[一二][〇零九][〇零一二三四五六七八九]{2})(?: ?年)?"
    r"(?: ?[-至到/] ?(?P<last>(?:19|20)\d\d|\d\d))? ?(?:年度?|财年)(?:间|期间)?(?:的|, ?)?"
)
_RELATIVE = regex(r"(今年|去年|上年|前年|本年|明年|当年|上一年)的?")
_OFFSETS = {
    "今年": (0, "now"), "去年": (-1, "now"), "前年": (-2, "now"), "明年": (1, "now"),
    "上年": (-1, "anchor"), "上一年": (-1, "anchor"), "本年": (0, "anchor"), "当年": (0, "anchor"),
}  # fmt: skip
_DAY = regex(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?\Z")
_BARE_DAY = regex(r"(\d{1,2})[日号]")
_YEARS_AGO = regex("(.{1,3})年前")
_DAYS = regex(
    r"(?:(\d{4}) ?年|(今年|去年))? ?(\d{1,2})月(\d{1,2})[日号]? ?[-至到] ?(?:(\d{4}) ?年|次年|翌年)?"
    r"(?:(\d{1,2})月)?(\d{1,2})[日号]"
)
_MINGUO = regex(r"(?:(?:中华)?民国 ?)?(\d{2,3}) ?年")
_QUARTER = regex(r"第?([一二三四1-4])(?:、第?[二三四2-4])*?(?:[-至、和到]第?([一二三四2-4]))?季度?")
_FIRST = regex(r"[前首](\d{1,2}|[一二三两四五六七八九十]{1,2})(个?季度?|个?月)")
_MONTHS = regex(
    r"(\d{1,2}|[一二三四五六七八九十]{1,2})月?份?(?:[-至到](\d{1,2}|[一二三四五六七八九十]{1,2})月份?|"
    r"([上中下])旬|(\d{1,2})[日号])?"
)
_END = regex(r"年?[末底]")


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
    m = _BARE_DAY.fullmatch(printed)
    if m:
        return Period(0, "now", day=int(m[1]))
    m = _YEARS_AGO.fullmatch(printed)
    if m:
        return Period(-_number(m[1]), "anchor", same=True)
    m = _DAYS.fullmatch(printed)
    if m:
        return _run_of_days(m)
    m = _MINGUO.match(printed)
    if m:
        return parse(f"{1911 + int(m[1])}年{printed[m.end() :].removeprefix('度')}")
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


def _run_of_days(m: re.Match[str]) -> Period | None:
    """From a day to a day; whole months where it starts with the first and ends with the last of a month."""
    year, rel = (int(m[1]), "") if m[1] else _OFFSETS[m[2]] if m[2] else (0, "anchor")
    first, day, last_day = int(m[3]), int(m[4]), int(m[7])
    last = int(m[6] or first)
    years = int(m[5]) - year if m[5] and not rel else int(last < first)
    months = 12 * years + last - first + 1
    if not 0 < months <= 12 or (months == 1 and last_day < day):
        return None
    period = Period(year, rel, first_month=first, months=months)
    # The last day of a February is told by no year here: both are taken.
    if day == 1 and last_day >= (28, monthrange(2001, last)[1])[last != 2]:
        return period
    return period._replace(day=day, until=(years, last, last_day))


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
        ytd=part == "ytd",
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
