"""Periods in the headings of tables, in any language that the reader knows."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from ingest.prose.model import Context
from ingest.prose.regex import regex
from ingest.prose.tables.words import TableWords


class HeadPeriod(NamedTuple):
    """A period in a heading: its code, the words left over, and whether time words were not understood."""

    code: str | None
    rest: str
    end_of_period: bool = False
    unclear: bool = False


Reader = Callable[[str], HeadPeriod]

_NOTES = regex(r"[¹²³⁰⁴-⁹†‡§*]+|\s?[(\[][a-z\d][)\]]|[:;,]\s*\Z")
_MARKED_YEAR = regex(r"((?:19|20)\d\d)[a-z](?![^\W_])")
_TIME = regex(r"\d|\b(?:weeks?|months?|quarters?|half|ended|ending|years?|period|ytd)\b")
_FORMS = [
    "month_day_year", "day_month_year", "iso_day", "end_of", "months_ended", "quarter_ended", "year_ended",
    "month_span", "month_quarter", "month_year", "year_quarter", "q_year", "quarter", "first_quarters",
    "first_months",    "fiscal_span", "fiscal", "split_year", "year_alone",
]  # fmt: skip
_NUMBER_ALONE = regex(r"\d{1,2} ?(?![\d月季个到至、和-])")
_MOST_KNOWN, _LONGEST = 20000, 200
# A year, a short year behind FY or a quarter, a month, a quarter: what every English period has.
_MAYBE = regex(
    r"(?:19|20)\d\d|\bfy|\b[qh][1-4]|[1-4][qh]|quarter|half|months?\b"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
)
_BLANK = regex(r"(?<!\d) | (?!\d)")
_TIMELY = regex(r"[年月季期末底初半]|\A(?:19|20)\d\d\Z")
_WORD = regex(r"(?<![^\W_])[^\W_]")
_ENDED_YEAR = regex(r"(?:(?:fiscal|financial|full)\s+)?years?\s+(?:ended|ending)\s+((?:19|20)\d\d)\Z")


def clean(text: str) -> str:
    """A heading without the marks of notes, its blanks single."""
    return " ".join(_NOTES.sub(" ", text).split()).strip(" :;,.-")


def period_reader(w: TableWords, context: Context) -> Reader:
    """The function that reads the periods of this document's headings."""
    read = _chinese(context) if w.language == "zh" else _english(w, context)
    known: dict[str, HeadPeriod] = {}

    def remembered(text: str) -> HeadPeriod:
        found = known.get(text)
        if found is None:
            if len(known) > _MOST_KNOWN:
                known.clear()
            found = known[text] = read(text[:_LONGEST])
        return found

    return remembered


_GLUED_DAY = regex(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?=\d)|,(?=\d{4})")
_ENDED_WITH = regex(r"\byear-end(?=ed|ing)")
_SLASHED = regex(r"(?<!\d)(\d{1,2})[/.](\d{1,2})[/.]((?:19|20)\d\d)(?!\d)")


def _spelt(text: str) -> str:
    """ "december31,2018" as two words, 30/9/2018 as a date where only one order of day and month can be."""
    text = _GLUED_DAY.sub(lambda m: f"{m[0]} ", text)
    text = _ENDED_WITH.sub("year end", text)

    def dated(m: re.Match[str]) -> str:
        a, b = int(m[1]), int(m[2])
        if (a > 12) == (b > 12) and a != b:
            return m[0]
        day, month = (a, b) if a > 12 else (b, a)
        return f"{m[3]}-{month:02d}-{day:02d}" if 1 <= month <= 12 and 1 <= day <= 31 else m[0]

    return _SLASHED.sub(dated, text)


def _english(w: TableWords, context: Context) -> Reader:
    from ingest.prose.en import periods
    from ingest.prose.en.words import lexicon

    area = (context.ref_area or "").partition("-")[0]
    clock = periods.Clock(context.published_on, lexicon().fiscal_years.get(area))
    openers = sorted(w.roles.get("before_period", {}), key=len, reverse=True)

    def read(text: str) -> HeadPeriod:
        text = _spelt(clean(text))
        if not _MAYBE.search(text):
            return HeadPeriod(None, text)
        for _ in range(3):
            for word in openers:
                if text.startswith(word + " "):
                    text = text[len(word) + 1 :]
                    break
        text = _MARKED_YEAR.sub(r"\1", text)
        if m := _ENDED_YEAR.match(text):
            text = m[1]
        for form in _FORMS:
            found = periods.match([form], text, 0, len(text), clock)
            if found is not None and found.end == len(text):
                if found.code is None:
                    return HeadPeriod(None, "", unclear=True)
                return HeadPeriod(found.code, "", "end_of_period" in found.flags)
        for m in _WORD.finditer(text[:200]):
            for form in _FORMS:
                found = periods.match([form], text, m.start(), len(text), clock)
                if found is None or found.code is None:
                    continue
                rest = clean(text[: m.start()] + " " + text[found.end :])
                if _TIME.search(rest):
                    return HeadPeriod(None, rest, unclear=True)
                return HeadPeriod(found.code, rest)
        return HeadPeriod(None, text, unclear=bool(_TIME.search(text)) and bool(re.search(r"\d", text)))

    return read


def _chinese(context: Context) -> Reader:
    from ingest.prose.zh.clock import Clock
    from ingest.prose.zh.periods import parse

    clock = Clock(context.published_on, context.reference_period)

    def read(text: str) -> HeadPeriod:
        text = _BLANK.sub("", clean(text))
        for at in range(min(len(text), 30)):
            if not (text[at].isdigit() or text[at] in "本上去今前一二三四第"):
                continue
            if at and text[at - 1].isdigit():
                continue
            for end in range(min(len(text), at + 14), at + 1, -1):
                piece = text[at:end]
                if not _TIMELY.search(piece) or _NUMBER_ALONE.match(piece):
                    continue
                found = parse(piece)
                if found is None:
                    continue
                code = clock.resolve(found)
                rest = text[:at] + text[end:].removeprefix("年").removeprefix("的")
                return HeadPeriod(code, rest, found.end, unclear=code is None)
        return HeadPeriod(None, text)

    return read
