"""Codes of periods, and the period before one: the same in every language."""

from datetime import date
from functools import lru_cache

from ingest.prose.regex import regex

_CODES = 4096  # more than a text has: what follows from a code is found out once


def months_span(year: int, first: int, count: int) -> str:
    """The code of a run of months: a half-year, quarter or year where it is one, else start and length."""
    if count == 12 and first == 1:
        return str(year)
    if count == 6 and first in (1, 7):
        return f"{year}-S{1 if first == 1 else 2}"
    if count == 3 and first in (1, 4, 7, 10):
        return f"{year}-Q{first // 3 + 1}"
    if count == 1:
        return f"{year}-{first:02d}"
    return f"{year}-{first:02d}-01/P{count}M"


def year_span(first: int, last: int) -> str:
    """Several years as one period: 2012 to 2017 is six."""
    return f"{first}-01-01/P{last - first + 1}Y"


def days_before(day: date, months: int) -> str:
    """The day `months` before a day, as ISO text; a month's last days are cut to the shorter month."""
    n = day.year * 12 + day.month - 1 - months
    year, month = divmod(n, 12)
    for d in range(day.day, 0, -1):
        try:
            return date(year, month + 1, d).isoformat()
        except ValueError:
            continue
    raise AssertionError("every month has a first day")


_CODE = regex(r"(\d{4})(?:-(?:Q(\d)|S(\d)|(\d\d)(?:-(\d\d))?))?(/P\d+[YMD])?\Z")


@lru_cache(maxsize=_CODES)
def earlier(code: str | None, rule: str | None) -> str | None:
    """The base of a change over a period: the year, quarter or month before; None where nothing says."""
    m = _CODE.match(code) if code else None
    if m is None or rule is None:
        return None
    year, quarter, _, month, day, span = m.groups()
    if rule == "year":
        if span is None or span.endswith("M") or span == "/P1Y":
            return f"{int(year) - 1}{code[4:]}" if code and f"{month}-{day}" != "02-29" else None
        return None
    if rule == "quarter" and quarter and not span:
        n = int(year) * 4 + int(quarter) - 2
        return f"{n // 4}-Q{n % 4 + 1}"
    if rule == "quarter" and month and span == "/P3M":
        n = int(year) * 12 + int(month) - 4
        return months_span(n // 12, n % 12 + 1, 3)
    if rule == "month" and month and not day and not span:
        n = int(year) * 12 + int(month) - 2
        return f"{n // 12}-{n % 12 + 1:02d}"
    return None


def known(code: str | None) -> str | None:
    """The code, or None for a split year ("2016/17") of which nothing tells the month that opens it."""
    return None if code is not None and "-00" in code[4:7] else code


@lru_cache(maxsize=_CODES)
def first_day(code: str) -> str:
    """The first day of a period as ISO text: of 2017-Q2, of 2017-S2, of 2018-04-01/P1Y."""
    m = _CODE.match(code.removesuffix("/.."))
    if m is None:
        return f"{code[:4]}-01-01"
    year, quarter, half, month, day, _ = m.groups()
    first = int(quarter) * 3 - 2 if quarter else int(half) * 6 - 5 if half else int(month or 1)
    return f"{year}-{first:02d}-{day or '01'}"


@lru_cache(maxsize=_CODES)
def last_month(code: str) -> int:
    """The last month of a period, counted from year 0; of an open one ("2014/..") the first."""
    m = _CODE.match(code)
    first = first_day(code)
    at = int(first[:4]) * 12 + int(first[5:7]) - 1
    if m is None:
        return at
    _, quarter, half, month, _, span = m.groups()
    if span:
        length = int(span[2:-1]) * {"Y": 12, "M": 1, "D": 0}[span[-1]]
        return at + max(length - 1, 0)
    return at + (2 if quarter else 5 if half else 0 if month else 11)
