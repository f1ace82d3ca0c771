"""Periods in English words: a pattern per form, anchored where a word or number opens one."""

import re
from datetime import date
from typing import NamedTuple

from ingest.prose.en.words import lexicon
from ingest.prose.periods import days_before, months_span, year_span

_MONTH = (
    r"(january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\b\.?"
)
_YEAR = r"((?:19|20)\d\d)(?![\d,]\d|\d|%|\.\d)"
_COUNT = r"(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})"
_ORDINAL = r"(first|second|third|fourth|final|last|1st|2nd|3rd|4th)"
_DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
_OF = r"(?:\s+of|\s+in|\s*,)?\s+(?:the\s+)?(?:fiscal\s+(?:year\s+)?|financial\s+year\s+|fy\s?)?"

_NUMBERS = {
    w: n
    for n, w in enumerate(
        [
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
        ],
        2,
    )
}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}
_ORDINALS |= {"1st": 1, "2nd": 2, "3rd": 3, "4th": 4}


class Clock(NamedTuple):
    """What a relative period leans on: the day of publication, and the month in which a financial year starts."""

    published: date | None
    year_start: int | None


class Period(NamedTuple):
    """A period found in the text: its end offset, its code, its earlier end (2012 to 2017), and flags."""

    end: int
    code: str | None  # None: a date without a year that nothing resolves, or nothing to keep
    start_code: str | None = None
    flags: tuple[str, ...] = ()
    stated: bool = True  # False for "this year" and the like, which lean on the publication date


_FORMS: list[tuple[str, re.Pattern[str]]] = [
    (name, re.compile(pattern))
    for name, pattern in [
        ("iso_day", r"((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)"),
        ("day_month_year", rf"{_DAY}\s+(?:of\s+)?{_MONTH},?(?:\s+{_YEAR})?"),
        ("month_span", rf"{_MONTH}\s*(?:-|to|through|until)\s*{_MONTH}(?:\s+(?:quarter|period))?(?:(?:\s+of|\s*,)?\s+{_YEAR})?"),
        ("month_day_year", rf"{_MONTH}\s+{_DAY}(?!\d|,\d|\.\d|%|\s*(?:million|billion|percent|per\s))(?:\s*,?\s+{_YEAR})?"),
        ("month_quarter", rf"{_MONTH}\s+(?:{_YEAR}\s+)?quarter(?:\s+(?:of\s+)?{_YEAR})?"),
        ("month_year", rf"{_MONTH},?\s+(?:of\s+)?{_YEAR}"),
        ("slash_day", r"(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)(?!\d)"),
        ("between_years", rf"between\s+{_YEAR}\s+and\s+{_YEAR}"),
        ("from_years", rf"from\s+{_YEAR}\s+(?:to|through|until)\s+{_YEAR}"),
        ("split_year", r"((?:19|20)\d\d)\s?[-/]\s?(\d\d)(?![\d-])"),
        ("year_span", rf"((?:19|20)\d\d)\s?(?:-|/|\bto\b|\bthrough\b)\s?{_YEAR}"),
        ("quarter", rf"(?:the\s+)?{_ORDINAL}[ -](?:fiscal\s+)?(quarter|half)(?:'s)?\b(?:{_OF}(?:{_YEAR}|(last year|this year)))?"),
        ("q_year", rf"(q|h)([1-4])(?:{_OF}|\s?'?|-){_YEAR}|(q|h)([1-4])\s?'?(\d\d)\b|([1-4])(q|h)\s?'?(\d\d(?:\d\d)?)\b|(q|h)([1-4])\b"),
        ("year_quarter", rf"{_YEAR}\s?-?\s?(q|h)([1-4])\b"),
        ("first_months", rf"(?:the\s+)?(?:first\s+)?{_COUNT}(?:\s+|-)months?\s+(?:of|in)\s+(?:the\s+)?(?:{_YEAR}|(?:the\s+|this\s+)?(year))"),
        ("months_ended", rf"(?:the\s+)?{_COUNT}(?:\s+|-)months?\s+(?:period\s+)?(?:ended|ending|to|through)\s+(?:in\s+)?(?:{_DAY}\s+)?{_MONTH}(?:\s+{_DAY}(?!\d))?(?:\s*,?\s+{_YEAR})?"),
        ("first_quarters", rf"(?:the\s+)?first\s+(two|three|2|3)\s+quarters(?:{_OF}{_YEAR})?"),
        ("first_months_bare", rf"(?:the\s+)?first\s+{_COUNT}\s+months\b"),
        ("quarter_ended", rf"(?:the\s+)?(?:fiscal\s+)?quarters?\s+(?:ended|ending)\s+(?:{_DAY}\s+)?{_MONTH}(?:\s+{_DAY}(?!\d))?(?:\s*,?\s+{_YEAR})?"),
        ("year_ended", rf"(?:the\s+)?(?:fiscal\s+|financial\s+|full\s+)?years?\s+(?:ended|ending|to)\s+(?:{_DAY}\s+)?{_MONTH}(?:\s+{_DAY}(?!\d))?(?:\s*,?\s+{_YEAR})?"),
        ("end_of", rf"(?:the\s+)?(?:end|close)(?:\s+of|-|\s+)\s?(?:the\s+)?(?:year\s+)?(?:{_MONTH}\s*,?\s*)?(?:{_YEAR}|(last\s+year|this\s+year|the\s+year))?"),
        ("year_end", rf"year-end(?:\s+{_YEAR})?(?![-\w])"),
        ("end_year", rf"(?:end|year-end)[- ]{_YEAR}"),
        ("mid_year", rf"(?:mid|early|late)[- ]{_YEAR}"),
        ("fiscal_span", r"(?:fiscal|financial)\s+years?\s+((?:19|20)\d\d)[-/](\d\d)(?!\d)"),
        ("fiscal", rf"(?:the\s+)?(?:fiscal|financial|calendar)\s+(?:years?\s+)?{_YEAR}|(?:the\s+)?fy\s?-?'?(\d{{4}}|\d\d)\b"),
        ("decade", r"(?:the\s+)?((?:19|20)\d0)'?s\b"),
        ("since_ago", rf"since\s+(?:[a-z']+\s+){{1,6}}?{_COUNT}\s+years?\s+ago"),
        ("since", rf"since\s+(?:the\s+(?:start|beginning|end)\s+of\s+)?(?:{_MONTH}\s+)?{_YEAR}"),
        ("past_years", rf"(?:over|in|during|for|within)\s+(?:the\s+)?(?:past|last|previous)\s+(?:{_COUNT}\s+)?(years?|months?)\b"),
        ("relative", r"(?:the\s+|that\s+)?(this|last|previous|prior|past|current|same|next|coming)\s+(fiscal\s+year|financial\s+year|year|quarter|month|half)\b(?!-|\s+(?:earlier|period))(?:'s)?"),
        ("year_alone", _YEAR),
        ("month_alone", _MONTH),
    ]
]  # fmt: skip
_BY_NAME = dict(_FORMS)
_OPENERS: dict[str, list[str]] = {
    "month": ["month_span", "month_quarter", "month_day_year", "month_year", "month_alone"],
    "count": ["months_ended", "first_months"],
    "ordinal": ["first_quarters", "quarter", "first_months", "first_months_bare"],
    "the": ["first_quarters", "quarter", "months_ended", "quarter_ended", "year_ended", "first_months", "first_months_bare",
            "fiscal", "decade", "relative", "end_of"],
    "year": ["year_ended"], "years": ["year_ended"], "quarter": ["quarter_ended"], "quarters": ["quarter_ended"],
    "fiscal": ["fiscal_span", "year_ended", "quarter_ended", "fiscal"],
    "financial": ["fiscal_span", "year_ended", "fiscal"], "calendar": ["fiscal"], "full": ["year_ended"],
    "end": ["end_year", "end_of"], "close": ["end_of"], "between": ["between_years"],
    "from": ["from_years"], "since": ["since", "since_ago"], "over": ["past_years"], "in": ["past_years"],
    "during": ["past_years"], "for": ["past_years"], "within": ["past_years"],
    **{w: ["relative"] for w in ("this", "last", "previous", "prior", "current", "same", "next", "that", "coming")},
}  # fmt: skip
for _w in _ORDINALS:
    _OPENERS.setdefault(_w, []).extend(_OPENERS["ordinal"])
for _w in _NUMBERS:
    _OPENERS.setdefault(_w, _OPENERS["count"])


# What must follow a word that is common for other reasons, so that most of its uses cost nothing.
_PAST = frozenset({"the", "past", "last", "previous"})
_FOLLOWS = {
    "the": frozenset(
        {*_ORDINALS, *_NUMBERS, "fiscal", "financial", "full", "calendar", "quarter", "quarters", "year", "years",
         "end", "close", "last", "previous", "prior", "past", "current", "same", "next", "coming", "1", "3", "6", "9",
         "12", "39", "26", "13"}
    ),
    **{w: _PAST for w in ("in", "over", "during", "for", "within")},
}  # fmt: skip
OPENING_WORDS = frozenset(_OPENERS) | {"fy"}


def openers(word: str, following: str = "") -> list[str] | None:
    """The forms that a word may open, None for nearly every word."""
    found = _OPENERS.get(word)
    if found is not None:
        needed = _FOLLOWS.get(word)
        if needed is not None and following not in needed and not following[:2] in ("19", "20"):
            return None
        return found
    if len(word) < 2:
        return None
    if "-" in word and word.rpartition("-")[2] in ("quarter", "half"):
        return ["quarter"]
    if word.partition("-")[0] in lexicon().months:
        return _OPENERS["month"]
    if word.startswith("year-end"):
        return ["year_end"]
    if word in lexicon().months:
        return _OPENERS["month"]
    if word[-1].isdigit() and ((word[0] in "qh" and word[1].isdigit()) or word[:2] == "fy"):
        return ["q_year", "fiscal"]
    if word[-4:].isdigit() and word[-5:-4] == "-":
        return ["end_year", "mid_year"]
    return ["fiscal"] if word == "fy" else None


def match(names: list[str], low: str, at: int, end: int, clock: Clock) -> Period | None:
    """The period that stands at `at`, by the first of the named forms that fits; None if there is none."""
    for name in names:
        m = _BY_NAME[name].match(low, at, end)
        if m is not None and (found := _read(name, m, clock)) is not None:
            return found
    return None


def _month(word: str | None) -> int | None:
    return lexicon().months[word] if word else None


def _count(word: str) -> int:
    return _NUMBERS[word] if word in _NUMBERS else int(word)


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
        return month_code(month, year_of(None, month))
    if name == "month_span":
        first, last = _month(g[0]), _month(g[1])
        assert first is not None and last is not None
        year = year_of(g[2], last)
        if year is None or first >= last:
            return Period(end, None)
        return Period(end, months_span(year, first, last - first + 1), flags=("cumulative",))
    if name in ("between_years", "from_years", "year_span"):
        first, last = int(g[0]), int(g[1])
        if first >= last:
            return Period(end, str(last))
        return Period(end, year_span(first, last), start_code=str(first))
    if name in ("split_year", "fiscal_span"):
        first, last = int(g[0]), int(g[1])
        if (first + 1) % 100 == last:
            start = clock.year_start or (4 if name == "fiscal_span" else None)
            return Period(end, f"{first}-{start:02d}-01/P1Y" if start else str(first))
        whole = first - first % 100 + last
        return Period(end, year_span(first, whole), start_code=str(first)) if first % 100 < last else None
    if name == "quarter":
        number = _ORDINALS[g[0]]
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
        return _quarter_code(name, g, end, this_year)
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
    if name in ("months_ended", "quarter_ended", "year_ended"):
        count = _count(g[0]) if name == "months_ended" else 3 if name == "quarter_ended" else 12
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
        return Period(end, f"{g[1]}/..", flags=("cumulative", "since"), start_code=g[1])
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
        )
    return _relative(g[0], g[1], end, published) if name == "relative" else None


def _quarter_code(name: str, g: tuple[str | None, ...], end: int, this_year: int | None) -> Period | None:
    if name == "year_quarter":
        year, letter, number = g[0], g[1], g[2]
    elif g[0]:
        letter, number, year = g[0], g[1], g[2]
    elif g[3]:
        letter, number, year = g[3], g[4], f"20{g[5]}"
    elif g[6]:
        number, letter, year = g[6], g[7], g[8] if len(g[8] or "") == 4 else f"20{g[8]}"
    else:
        letter, number, year = g[9], g[10], str(this_year) if this_year else None
    if letter == "h" and number not in ("1", "2"):
        return None
    return Period(end, f"{year}-{'Q' if letter == 'q' else 'S'}{number}" if year else None)


def _relative(which: str, unit: str, end: int, published: date | None) -> Period | None:
    """ "last year", "this month"; "the same year" leans on what was said before: the caller inherits it."""
    if which in ("same", "next", "coming") or published is None:
        return Period(end, None, stated=False)
    back = 0 if which in ("this", "current") else 1
    if unit.endswith("year"):
        return Period(end, str(published.year - back), stated=False)
    if unit == "quarter":
        q = published.year * 4 + (published.month - 1) // 3 - back
        return Period(end, f"{q // 4}-Q{q % 4 + 1}", stated=False)
    if unit == "month":
        n = published.year * 12 + published.month - 1 - back
        return Period(end, f"{n // 12}-{n % 12 + 1:02d}", stated=False)
    return Period(end, None, stated=False)
