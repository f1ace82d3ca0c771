"""Periods in English words: a pattern per form, anchored where a word or number opens one."""

import re
from datetime import date
from typing import NamedTuple

from ingest.prose.en.period_forms import BY_NAME, FOLLOWS, NUMBERS, OPENERS, ORDINALS
from ingest.prose.en.words import lexicon
from ingest.prose.periods import days_before, months_span, year_span


class Clock(NamedTuple):
    """What a relative period leans on: the day of publication, and the month that opens a financial year."""

    published: date | None
    year_start: int | None


class Period(NamedTuple):
    """A period found in the text: its end offset, its code, its earlier end (2012 to 2017), and flags."""

    end: int
    code: str | None  # None: a date without a year that nothing resolves, or nothing to keep
    start_code: str | None = None
    flags: tuple[str, ...] = ()
    stated: bool = True  # False for "this year" and the like, which lean on the publication date


_NO_FINANCIAL_YEAR = re.compile(r"\s(?:academic|school|university|marketing|crop|season|campaign|winter)\b")
_MOST_MONTHS = 120  # of a period from one month to another
_ENDED = {"quarter_ended": 3, "half_ended": 6, "year_ended": 12}  # months
OPENING_WORDS = frozenset(OPENERS) | {"fy"}


def openers(word: str, following: str = "") -> list[str] | None:
    """The forms that a word may open, None for nearly every word."""
    found = OPENERS.get(word)
    if found is not None:
        needed = FOLLOWS.get(word)
        if needed is not None and following not in needed and following[:2] not in ("19", "20"):
            return None
        return found
    if len(word) < 2:
        return None
    if "-" in word and word.rpartition("-")[2] in ("quarter", "half"):
        return ["quarter"]
    if word.partition("-")[0] in lexicon().months:
        return OPENERS["month"]
    if word.startswith("year-end"):
        return ["year_end"]
    if word in lexicon().months:
        return OPENERS["month"]
    if word[-1].isdigit() and ((word[0] in "qh" and word[1].isdigit()) or word[:2] == "fy"):
        return ["q_year", "fiscal"]
    if word[-4:].isdigit() and word[-5:-4] == "-":
        return ["end_year", "mid_year"]
    return ["fiscal"] if word == "fy" else None


def match(names: list[str], low: str, at: int, end: int, clock: Clock) -> Period | None:
    """The period that stands at `at`, by the first of the named forms that fits; None if there is none."""
    for name in names:
        m = BY_NAME[name].match(low, at, end)
        if m is not None and (found := _read(name, m, clock)) is not None:
            return found
    return None


def _month(word: str | None) -> int | None:
    return lexicon().months[word] if word else None


def _count(word: str) -> int:
    return NUMBERS[word] if word in NUMBERS else int(word)


def _read(name: str, m: re.Match[str], clock: Clock) -> Period | None:
    """One form to its code; the year that a text leaves out is the last one before publication."""
    g = m.groups()
    end = m.end()
    published = clock.published
    this_year = published.year if published else None

    def year_of(text: str | None, month: int | None = None) -> int | None:
        if text:
            return int(text)
        if published is None:
            return None
        return published.year - (1 if month is not None and month > published.month else 0)

    def month_code(month: int, year: int | None) -> Period:
        return Period(end, f"{year}-{month:02d}" if year else None)

    if name == "iso_day":
        return Period(end, f"{g[0]}-{g[1]}-{g[2]}") if 1 <= int(g[1]) <= 12 and 1 <= int(g[2]) <= 31 else None
    if name == "slash_day":
        return Period(end, None)  # 3/4/2019 is two days: which one, the text does not say
    if name == "year_alone":
        return Period(end, g[0])
    if name == "month_day_year" or name == "day_month_year":
        word, day = (g[0], g[1]) if name == "month_day_year" else (g[1], g[0])
        month = _month(word)
        year = year_of(g[2], month)
        assert month is not None
        if not 1 <= int(day) <= 31:
            return None
        return Period(end, f"{year}-{month:02d}-{int(day):02d}" if year else None)
    if name == "month_quarter":
        last = _month(g[0])
        assert last is not None
        year = year_of(g[1] or g[2], last)
        if year is None:
            return Period(end, None)
        n = year * 12 + last - 3
        return Period(end, months_span(n // 12, n % 12 + 1, 3))
    if name == "month_year":
        return month_code(_month(g[0]) or 1, int(g[1]))
    if name == "month_alone":
        month = _month(g[0])
        assert month is not None
        if g[1] and this_year:  # "in May last year"
            return month_code(month, this_year - (g[1] == "last"))
        return month_code(month, year_of(None, month))
    if name == "month_span":
        first, last = _month(g[0]), _month(g[1])
        assert first is not None and last is not None
        year = year_of(g[2], last)
        if year is None or first >= last:
            return Period(end, None)
        return Period(end, months_span(year, first, last - first + 1), flags=("cumulative",))
    if name == "between_months":
        first, last = _month(g[0]), _month(g[2])
        assert first is not None and last is not None
        year = year_of(g[3], last)
        count = 0 if year is None else (year - int(g[1] or year)) * 12 + last - first + 1
        if year is None or not 1 < count <= _MOST_MONTHS:
            return Period(end, None)
        start = int(g[1] or year)
        if count == 2:  # from one month to the next
            return Period(end, f"{year}-{last:02d}", start_code=f"{start}-{first:02d}")
        return Period(end, months_span(start, first, count), flags=("cumulative",))
    if name == "months_across":
        first, last = _month(g[0]), _month(g[2])
        assert first is not None and last is not None
        count = (int(g[3]) - int(g[1])) * 12 + last - first + 1
        if not 1 < count <= _MOST_MONTHS:
            return Period(end, None)
        return Period(end, months_span(int(g[1]), first, count), flags=("cumulative",))
    if name in ("between_years", "from_years", "year_span"):
        first, last = int(g[0]), int(g[1])
        if first >= last:
            return Period(end, str(last))
        return Period(end, year_span(first, last), start_code=str(first))
    if name in ("split_year", "fiscal_span"):
        first, last = int(g[0]), int(g[1])
        if (first + 1) % 100 == last:
            start = 0 if _NO_FINANCIAL_YEAR.match(m.string, end) else clock.year_start or 0
            return Period(end, f"{first}-{start:02d}-01/P1Y")  # month 00: which month opens it is unknown
        whole = first - first % 100 + last
        return Period(end, year_span(first, whole), start_code=str(first)) if first % 100 < last else None
    if name == "quarter":
        number = ORDINALS[g[0]]
        if g[1] == "half":
            number = 2 if number == 4 else number
            if number > 2:
                return None
        year = int(g[2]) if g[2] else this_year
        if g[3] == "last year" and year:
            year -= 1
        if year is None:
            return Period(end, None)
        letter = "Q" if g[1] == "quarter" else "S"
        if (
            not g[2]
            and not g[3]
            and published
            and letter == "Q"
            and date(year, number * 3 - 2, 1) > published
        ):
            year -= 1
        if (
            not g[2]
            and not g[3]
            and published
            and letter == "S"
            and date(year, number * 6 - 5, 1) > published
        ):
            year -= 1
        return Period(end, f"{year}-{letter}{number}")
    if name in ("q_year", "year_quarter"):
        return _quarter_code(name, g, end, published)
    if name == "first_quarters":
        year = int(g[1]) if g[1] else this_year
        count = 3 * _count(g[0])
        return Period(end, months_span(year, 1, count) if year else None, flags=("cumulative",))
    if name in ("first_months", "first_months_bare"):
        count = _count(g[0])
        year = int(g[1]) if name == "first_months" and g[1] else this_year
        if name == "first_months" and "first" not in m[0]:
            return None
        return Period(end, months_span(year, 1, count) if year else None, flags=("cumulative",))
    if name == "weeks_ended":
        return Period(end, None)  # no period of the calendar, and not the day it ends on
    if name in _ENDED or name == "months_ended":
        count = _count(g[0]) if name == "months_ended" else _ENDED[name]
        word, year_text = (g[2], g[4]) if name == "months_ended" else (g[1], g[3])
        last = _month(word)
        assert last is not None
        year = year_of(year_text, last)
        if year is None:
            return Period(end, None)
        whole_year = name != "months_ended" and count == 12 and last != 12
        n = year * 12 + last - count  # months since year 0, of the first month
        if whole_year:
            return Period(end, f"{n // 12}-{n % 12 + 1:02d}-01/P1Y")
        return Period(end, months_span(n // 12, n % 12 + 1, count))
    if name == "end_of":
        month = _month(g[0])
        year = int(g[1]) if g[1] else this_year
        if g[2] and g[2].startswith("last") and year:
            year -= 1
        if not g[0] and not g[1] and not g[2]:
            return None
        if year is None:
            return Period(end, None)
        return Period(end, f"{year}-{month:02d}" if month else str(year), flags=("end_of_period",))
    if name == "year_end":
        code = g[0] or (str(this_year) if this_year else None)
        return Period(end, code, flags=("end_of_period",), stated=bool(g[0]))
    if name == "end_year":
        return Period(end, g[0], flags=("end_of_period",))
    if name == "mid_year":
        return Period(end, g[0])
    if name == "fiscal":
        text = g[0] or g[1]
        return Period(end, text if len(text) == 4 else f"20{text}")
    if name == "decade":
        return Period(end, None)
    if name == "since":
        month = _month(g[0] or g[2])
        year = year_of(g[1], month)
        start_code = f"{year}-{month:02d}" if month else str(year)
        if year is None:
            return Period(end, None, flags=("since",))
        return Period(end, f"{start_code}/..", flags=("cumulative", "since"), start_code=start_code)
    if name == "since_ago":
        code = f"{this_year - _count(g[0])}/.." if this_year else None
        return Period(m.start() + 5, code, flags=("cumulative", "since"))
    if name == "past_years":
        unit = g[1]
        if (g[0] is None and unit.endswith("s")) or published is None:
            return None
        count = _count(g[0]) if g[0] else 1
        months = count * (12 if unit.startswith("year") else 1)
        if months == 12:
            return Period(m.start(), None)
        letter = "Y" if unit.startswith("year") else "M"
        return Period(
            m.start(),
            f"{days_before(published, months)}/P{count}{letter}",
            flags=("cumulative",),
            stated=False,
        )
    return _relative(g[0], g[1], end, published) if name == "relative" else None


def _quarter_code(name: str, g: tuple[str | None, ...], end: int, published: date | None) -> Period | None:
    if name == "year_quarter":
        year, letter, number = g[0], g[1], g[2]
    elif g[0]:
        letter, number, year = g[0], g[1], g[2]
    elif g[3]:
        letter, number, year = g[3], g[4], f"20{g[5]}"
    elif g[6]:
        number, letter, year = g[6], g[7], g[8] if len(g[8] or "") == 4 else f"20{g[8]}"
    else:
        letter, number, year = g[9], g[10], None
        if published is not None and number is not None:  # "Q4" in March is that of the year before
            first = date(published.year, (int(number) - 1) * (3 if letter == "q" else 6) % 12 + 1, 1)
            year = str(published.year - (first > published))
    if letter == "h" and number not in ("1", "2"):
        return None
    return Period(end, f"{year}-{'Q' if letter == 'q' else 'S'}{number}" if year else None)


def _relative(which: str, unit: str, end: int, published: date | None) -> Period | None:
    """ "last year", "this month"; "the same year" leans on what was said before: the caller inherits it."""
    if which == "same" or published is None:
        return Period(end, None, stated=False)
    back = {"this": 0, "current": 0, "next": -1, "coming": -1}.get(which, 1)
    if unit.endswith("year"):
        return Period(end, str(published.year - back), stated=False)
    if unit == "quarter":
        q = published.year * 4 + (published.month - 1) // 3 - back
        return Period(end, f"{q // 4}-Q{q % 4 + 1}", stated=False)
    if unit == "month":
        n = published.year * 12 + published.month - 1 - back
        return Period(end, f"{n // 12}-{n % 12 + 1:02d}", stated=False)
    return Period(end, None, stated=False)
