"""Periods in English words to codes: a method for each written form of `period_forms`."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from ingest.prose.en.period_forms import NUMBERS, ORDINALS
from ingest.prose.en.words import lexicon
from ingest.prose.periods import months_span, year_span
from ingest.prose.regex import regex


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
    then: str | None = None  # of "the worst day since 1998, when": it dates what "when" tells
    of_scene: bool = False  # of the year that the text tells of: "the full year", "at year-end"


_NO_FINANCIAL_YEAR = regex(r"\s(?:academic|school|university|marketing|crop|season|campaign|winter)\b")
_MOST_MONTHS = 120  # of a period from one month to another
CUMULATIVE = ("cumulative",)
AT_END = ("end_of_period",)


class Form:
    """One match of a written form; the method of the form's name gives the period, None where it is none.

    The year that a text leaves out is the last one before publication.
    """

    def __init__(self, m: re.Match[str], clock: Clock) -> None:
        self.m, self.g, self.end, self.clock = m, m.groups(), m.end(), clock
        self.published = clock.published
        self.this_year = clock.published.year if clock.published else None

    def _period(self, code: str | None, flags: tuple[str, ...] = ()) -> Period:
        return Period(self.end, code, flags=flags)

    def _year(self, text: str | None, month: int | None = None) -> int | None:
        """The year as printed, else the last one in which the month was over before publication."""
        if text or self.published is None:
            return int(text) if text else None
        return self.published.year - (month is not None and month > self.published.month)

    def _month_code(self, month: int, year: int | None) -> Period:
        return self._period(f"{year}-{month:02d}" if year else None)

    def _day(self, day: str, word: str, year_text: str | None) -> Period | None:
        month = month_of(word)
        year = self._year(year_text, month)
        if not 1 <= int(day) <= 31:
            return None
        return self._period(f"{year}-{month:02d}-{int(day):02d}" if year else None)

    def _ended(self, count: int, word: str, year_text: str | None) -> Period:
        """So many months that end with a month."""
        last = month_of(word)
        year = self._year(year_text, last)
        if year is None:
            return self._period(None)
        n = year * 12 + last - count  # months since year 0, of the first month
        return self._period(months_span(n // 12, n % 12 + 1, count))

    def _months(self, start: int, first: int, year: int, last: int) -> Period:
        count = (year - start) * 12 + last - first + 1
        if not 1 < count <= _MOST_MONTHS:
            return self._period(None)
        return self._period(months_span(start, first, count), CUMULATIVE)

    def _first(self, count: int, year_text: str | None) -> Period:
        """The first months of a year; without one, of the last year in which they were over."""
        year = self._year(year_text, count)
        return self._period(months_span(year, 1, count) if year else None, CUMULATIVE)

    # days

    def iso_day(self) -> Period | None:
        year, month, day = self.g
        return (
            self._period(f"{year}-{month}-{day}") if 1 <= int(month) <= 12 and 1 <= int(day) <= 31 else None
        )

    def slash_day(self) -> Period:
        return self._period(None)  # 3/4/2019 is two days: which one, the text does not say

    def month_day_year(self) -> Period | None:
        return self._day(self.g[1], self.g[0], self.g[2])

    def day_month_year(self) -> Period | None:
        return self._day(self.g[0], self.g[1], self.g[2])

    # months

    def month_year(self) -> Period:
        return self._month_code(month_of(self.g[0]), int(self.g[1]))

    def month_alone(self) -> Period:
        month, which = month_of(self.g[0]), self.g[1]
        if which and self.this_year:  # "in May last year"
            return self._month_code(month, self.this_year - (which == "last"))
        return self._month_code(month, self._year(None, month))

    def month_quarter(self) -> Period:
        return self._ended(3, self.g[0], self.g[1] or self.g[2])

    def month_span(self) -> Period:
        first, last = month_of(self.g[0]), month_of(self.g[1])
        year = self._year(self.g[2], last)
        return self._period(None) if year is None else self._months(year, first, year, last)

    def months_across(self) -> Period:
        return self._months(int(self.g[1]), month_of(self.g[0]), int(self.g[3]), month_of(self.g[2]))

    def between_months(self) -> Period:
        first, last = month_of(self.g[0]), month_of(self.g[2])
        year = self._year(self.g[3], last)
        if year is None:
            return self._period(None)
        start = int(self.g[1] or year)
        if (year - start) * 12 + last - first == 1:  # from one month to the next
            return Period(self.end, f"{year}-{last:02d}", start_code=f"{start}-{first:02d}")
        return self._months(start, first, year, last)

    def months_ended(self) -> Period:
        return self._ended(count_of(self.g[0]), self.g[2], self.g[4])

    def last_months(self) -> Period:
        return self._ended(count_of(self.g[0]), "december", self.g[1])

    def first_months(self) -> Period | None:
        if "first" not in self.m[0]:
            return None
        count, fiscal, year, to, _ = self.g
        if to and year:
            return self._first_of_split_year(count_of(count), int(year), int(to))
        if fiscal:
            return self._period(None)  # which month opens it, its name does not say
        this = str(self.this_year) if self.this_year and "this year" in self.m[0] else None
        return self._first(count_of(count), year or this)

    def _first_of_split_year(self, count: int, year: int, to: int) -> Period:
        """The first months of "2018/19": unknown where nothing says what month opens it."""
        opens = self.clock.year_start
        if opens is None or (year + 1) % 100 != to:
            return self._period(None)
        return self._period(months_span(year, opens, count), CUMULATIVE)

    def first_months_bare(self) -> Period:
        return self._first(count_of(self.g[0]), None)

    def weeks_ended(self) -> Period:
        return self._period(None)  # no period of the calendar, and not the day it ends on

    # quarters and halves

    def quarter(self) -> Period | None:
        number, letter = ORDINALS[self.g[0]], "Q" if self.g[1] == "quarter" else "S"
        if letter == "S":
            number = 2 if number == 4 else number
            if number > 2:
                return None
        year = int(self.g[2]) if self.g[2] else self.this_year
        if year is None:
            return self._period(None)
        if self.g[3]:
            return self._of_split_year(year, self.g[3], letter, number)
        first = number * 3 - 2 if letter == "Q" else number * 6 - 5
        begins_later = self.published is not None and date(year, first, 1) > self.published
        if self.g[4] == "last year" or (not self.g[2] and not self.g[4] and begins_later):
            year -= 1
        return self._period(f"{year}-{letter}{number}")

    def q_year(self) -> Period | None:
        g = self.g
        if g[0]:
            return self._quarter(g[0], g[1], g[2], g[3])
        if g[4]:
            return self._quarter(g[4], g[5], f"20{g[6]}")
        if g[7]:
            return self._quarter(g[8], g[7], g[9] if len(g[9]) == 4 else f"20{g[9]}")
        letter, number, year = g[10], g[11], None
        if self.published is not None:  # "Q4" in March is that of the year before
            first = date(self.published.year, (int(number) - 1) * (3 if letter == "q" else 6) % 12 + 1, 1)
            year = str(self.published.year - (first > self.published))
        return self._quarter(letter, number, year)

    def _of_split_year(self, year: int, to: str, letter: str, number: int) -> Period | None:
        """A quarter or half of "2018-19": unknown where nothing says what month opens it."""
        if (year + 1) % 100 != int(to):
            return None
        opens, length = self.clock.year_start, 6 if letter in "HS" else 3
        if opens is None:
            return self._period(None)
        more, month = divmod(opens - 1 + (number - 1) * length, 12)
        return self._period(months_span(year + more, month + 1, length))

    def year_quarter(self) -> Period | None:
        return self._quarter(self.g[2], self.g[3], self.g[0], self.g[1])

    def year_of_quarter(self) -> Period | None:
        return self._quarter("q" if self.g[2] == "quarter" else "h", str(ORDINALS[self.g[1]]), self.g[0])

    def _quarter(self, letter: str, number: str, year: str | None, to: str | None = None) -> Period | None:
        if letter == "h" and number not in ("1", "2"):
            return None
        if year and to:
            return self._of_split_year(int(year), to, letter.upper(), int(number))
        return self._period(f"{year}-{'Q' if letter == 'q' else 'S'}{number}" if year else None)

    def first_quarters(self) -> Period:
        return self._first(3 * count_of(self.g[0]), self.g[1])

    def quarter_ended(self) -> Period:
        return self._ended(3, self.g[1], self.g[3])

    def half_ended(self) -> Period:
        return self._ended(6, self.g[1], self.g[3])

    # years

    def the_year(self) -> Period:
        return self._period(self.g[0])

    def the_month(self) -> Period:
        month, year = month_of(self.g[0]), self.g[1]
        return self._month_code(month, int(year) if year else self._year(None, month))

    def year_alone(self) -> Period:
        return self._period(self.g[0])

    def mid_year(self) -> Period:
        return self._period(self.g[0])

    def end_year(self) -> Period:
        return self._period(self.g[0], AT_END)

    def year_ended(self) -> Period:
        found = self._ended(12, self.g[1], self.g[3])
        return found._replace(code=found.code.replace("/P12M", "/P1Y")) if found.code else found

    def fiscal(self) -> Period:
        text = self.g[0] or self.g[1]
        return self._period(text if len(text) == 4 else f"20{text}")

    def split_year(self) -> Period | None:
        first, last = int(self.g[0]), int(self.g[1]) % 100
        first += 2000 if first < 100 else 0
        if (first + 1) % 100 == last:
            start = 0 if _NO_FINANCIAL_YEAR.match(self.m.string, self.end) else self.clock.year_start or 0
            return self._period(f"{first}-{start:02d}-01/P1Y")  # month 00: which month opens it is unknown
        whole = first - first % 100 + last
        if first % 100 >= last:
            return None
        return Period(self.end, year_span(first, whole), start_code=str(first))

    def fiscal_span(self) -> Period | None:
        return self.split_year()

    def year_span(self) -> Period | None:
        first, last = int(self.g[0]), int(self.g[1])
        if "/" in self.m[0] and last == first + 1:
            return self.split_year()  # "2018/2019"
        if first >= last:
            return self._period(str(last))
        return Period(self.end, year_span(first, last), start_code=str(first))

    def years_to(self) -> Period:
        """ "the five years to 2018": 2014 to 2018, and a growth over them starts from 2013."""
        last = int(self.g[2])
        first = last - (10 if self.g[1] else count_of(self.g[0])) + 1
        return Period(self.end, year_span(first, last), start_code=str(first - 1))

    def between_years(self) -> Period | None:
        return self.year_span()

    def from_years(self) -> Period | None:
        return self.year_span()

    def decade(self) -> Period:
        return self._period(None)


def month_of(word: str) -> int:
    return lexicon().months[word]


def count_of(word: str) -> int:
    return NUMBERS[word] if word in NUMBERS else int(word)
