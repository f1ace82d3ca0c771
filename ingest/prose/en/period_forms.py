"""The written forms of periods: a pattern for each, and the words that may open one."""

# ruff: noqa: E501 - a pattern is read as one line

from __future__ import annotations

import re

from ingest.prose.regex import regex

_MONTH = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_YEAR = r"((?:19|20)\d\d)(?![\d,]\d|\d|%|\.\d)"
_COUNT = r"(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})"
_ORDINAL = r"(first|second|third|fourth|final|last|opening|closing|1st|2nd|3rd|4th)"
_DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
_TO = r"(?:[-/](\d\d)(?!\d))?"  # the second half of a split year: "2018-19"
_OF = r"(?:\s+of|\s+in|\s*,)?\s+(?:the\s+)?(?:fiscal\s+(?:year\s+)?|financial\s+year\s+|fy\s?)?"
_ENDING = (  # "ended June 30, 2018", "to end-March", "that ended in June"
    r"(?:that\s+)?(?:ended|ending|to|through)\s+(?:in\s+|on\s+|end-\s?|the\s+end\s+of\s+)?"
    rf"(?:{_DAY}\s+)?{_MONTH}(?:\s+{_DAY}(?!\d|[.,]\d|%|\s(?:million|billion|percent|per\s)))?(?:\s*,?\s+{_YEAR})?"
)

NUMBERS = {
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
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}
ORDINALS |= {"opening": 1, "closing": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}

_NO_FIGURE = r"(?!\d|,\d|\.\d|%|\s*(?:million|billion|percent|per\s))"
_TO_DAY = rf"(?:\s?(?:-|to|through)\s?\d\d?{_NO_FIGURE}|\s+and\s+\d\d?(?=\s*[,.;)]|\s+(?:19|20)\d\d))?"  # "June 3-5"

_PATTERNS = {
    "iso_day": r"((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)",
    "day_month_year": rf"(?:\d{{1,2}}\s?(?:-|to|and|or)\s?)?{_DAY}\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?",
    "month_span": rf"{_MONTH}\s*(?:-|to|through|until)\s*{_MONTH}(?:\s+(?:quarter|period))?(?:(?:\s+of|\s*,)?\s+{_YEAR})?",
    "months_across": rf"{_MONTH}\s+{_YEAR}\s*(?:-|to|through|until)\s*{_MONTH}\s+{_YEAR}",
    "month_day_year": rf"{_MONTH}\s+{_DAY}{_NO_FIGURE}{_TO_DAY}(?:\s*,?\s+{_YEAR})?",
    "month_quarter": rf"{_MONTH}\s+(?:{_YEAR}\s+)?quarter(?:\s+(?:of\s+)?{_YEAR})?",
    "month_year": rf"{_MONTH},?\s+(?:of\s+)?{_YEAR}",
    "slash_day": r"(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)(?!\d)",
    "between_years": rf"between\s+{_YEAR}\s+and\s+{_YEAR}",
    "between_months": rf"between\s+{_MONTH}(?:\s+{_YEAR})?\s+and\s+{_MONTH}(?:(?:\s+of|\s*,)?\s+{_YEAR})?",
    "from_years": rf"from\s+{_YEAR}\s+(?:to|through|until)\s+{_YEAR}",
    "split_year": r"((?:19|20)\d\d)\s?[-/]\s?(\d\d)(?![\d-])",
    "year_span": rf"((?:19|20)\d\d)\s?(?:-|/|\bto\b|\bthrough\b)\s?{_YEAR}",
    "quarter": rf"(?:the\s+)?{_ORDINAL}[ -](?:fiscal\s+)?(quarter|half)(?:'s)?\b(?!\s+of\s+the\s+(?:\d+(?:st|nd|rd|th)|decade|century|season|match|game))(?:{_OF}(?:{_YEAR}{_TO}|(last year|this year)))?",
    "q_year": rf"(q|h)([1-4])(?:{_OF}|\s?'?|-){_YEAR}{_TO}|(q|h)([1-4])\s?(?:fy\s?)?'?(\d\d)\b|([1-4])(q|h)\s?'?(\d\d(?:\d\d)?)\b|(q|h)([1-4])\b",
    "year_quarter": rf"{_YEAR}{_TO}\s?-?\s?(q|h)([1-4])\b",
    "year_of_quarter": rf"{_YEAR}(?:'s)?\s+(first|second|third|fourth|final)[ -](quarter|half)\b",
    "last_months": rf"(?:the\s+)?(?:final|last|closing)\s+{_COUNT}\s+months\s+of\s+(?:the\s+year|{_YEAR})",
    "years_to": rf"(?:the\s+)?(?:{_COUNT}\s+years|(decade))\s+(?:to|ended|ending|through)\s+{_YEAR}",
    "first_months": rf"(?:the\s+)?(?:first\s+)?{_COUNT}(?:\s+|-)months?\s+(?:of|in)\s+(?:the\s+)?(?:(fiscal|financial|fy)\s*(?:years?\s+)?)?(?:{_YEAR}{_TO}|(?:the\s+|this\s+)?(year))",
    "months_ended": rf"(?:the\s+)?{_COUNT}(?:\s+|-)months?\s+(?:period\s+)?{_ENDING}",
    "first_quarters": rf"(?:the\s+)?first\s+(two|three|2|3)\s+quarters(?:{_OF}{_YEAR})?",
    "first_months_bare": rf"(?:the\s+)?first\s+{_COUNT}\s+months\b",
    "quarter_ended": rf"(?:the\s+)?(?:fiscal\s+)?quarters?\s+{_ENDING}",
    "year_ended": rf"(?:the\s+)?(?:fiscal\s+|financial\s+|full\s+)?years?\s+{_ENDING}",
    "half_ended": rf"(?:the\s+)?(?:(?:first|second)\s+)?half(?:[- ]year)?\s+{_ENDING}",
    "weeks_ended": rf"(?:the\s+)?{_COUNT}\s+weeks\s+{_ENDING}",
    "end_of": rf"(?:the\s+)?(?:end|close)(?:\s+of|-|\s+)\s?(?:the\s+)?(?:year\s+(?=(?:19|20)\d\d))?(?:{_MONTH}(?:\s*,?\s*(?=(?:19|20)\d\d|last\s+year|this\s+year|the\s+year))?)?(?:{_YEAR}|(last\s+year|this\s+year|year))?",
    "full_year": rf"(full-year)\b|the\s+(?:full|whole|entire)\s+year\b(?!\s+(?:ended|ending|to|through|{_YEAR}))",
    "final_months": rf"(?:the\s+)?final\s+{_COUNT}\s+months\b(?!\s+of)",
    "year_end": rf"year-end(?:\s+{_YEAR})?(?![-\w])",
    "end_year": rf"(?:end|year-end)[- ]{_YEAR}",
    "mid_year": rf"(?:mid|early|late)[- ]{_YEAR}",
    "fiscal_span": r"(?:the\s+)?(?:(?:fiscal|financial)\s+(?:years?\s+)?|years?\s+|fy\s?'?)((?:19|20)?\d\d)[-/](\d\d)(?!\d)",
    "fiscal": rf"(?:the\s+)?(?:fiscal|financial|calendar)\s+(?:years?\s+)?{_YEAR}|(?:the\s+)?fy\s?-?'?(\d{{4}}|\d\d)\b",
    "decade": r"(?:the\s+)?((?:19|20)\d0)'?s\b",
    "since_ago": rf"since\s+(?:[a-z']+\s+){{1,6}}?{_COUNT}\s+years?\s+ago",
    "since_quarter": rf"since\s+(?:the\s+)?{_ORDINAL}[ -](quarter|half)\s+(?:of\s+)?{_YEAR}",
    "since": rf"since\s+(?:(?:the\s+)?(?:start|beginning|end)\s+of\s+|(?:early|mid|late)[ -])?(?:{_MONTH}\s+)?{_YEAR}|since\s+{_MONTH}(?!\s+\d)",
    "past_years": rf"(?:over|in|during|for|within)\s+(?:the\s+)?(?:past|last)\s+(?:{_COUNT}\s+)?(years?|months?)\b(?!\s+of\b)",
    "same_of": rf"(?:the\s+|that\s+)?same\s+(?:quarter|month|half)\s+(?:of|in)\s+{_YEAR}",
    "relative": r"(?:the\s+|that\s+)?(this|last|previous|prior|past|current|same|next|coming)\s+(fiscal\s+year|financial\s+year|year|quarter|month|half)\b(?!-|\s+(?:earlier|period))(?:'s)?",
    "the_year": rf"the\s+year\s+{_YEAR}(?![-/]\d)",
    "the_month": rf"the\s+month\s+of\s+{_MONTH}(?:,?\s+{_YEAR})?",
    "year_alone": rf"{_YEAR}(?:(?<!0)'s\b)?",
    "month_alone": rf"{_MONTH}(?:'s\b)?(?:,?\s+(?:of\s+)?(last|this)\s+year\b(?!'))?",
}  # fmt: skip


class _Forms(dict[str, re.Pattern[str]]):
    """Patterns by the name of their form, compiled when first asked for: a text needs few of them."""

    def __missing__(self, name: str) -> re.Pattern[str]:
        pattern = self[name] = regex(_PATTERNS[name])
        return pattern


BY_NAME = _Forms()
FORMS = tuple(_PATTERNS)
OPENERS: dict[str, list[str]] = {
    "month": ["month_span", "months_across", "month_quarter", "month_day_year", "month_year", "month_alone"],
    "count": ["months_ended", "weeks_ended", "years_to", "first_months"],
    "half": ["half_ended"], "half-year": ["half_ended"],
    "ordinal": ["first_quarters", "half_ended", "quarter", "last_months", "final_months", "first_months", "first_months_bare"],
    "the": ["first_quarters", "half_ended", "quarter", "last_months", "final_months", "full_year", "months_ended", "weeks_ended", "years_to", "quarter_ended", "year_ended", "first_months", "first_months_bare",
            "fiscal_span", "fiscal", "decade", "same_of", "relative", "end_of"],
    "year": ["year_ended"], "years": ["year_ended"], "quarter": ["quarter_ended"], "quarters": ["quarter_ended"],
    "fiscal": ["fiscal_span", "year_ended", "quarter_ended", "fiscal"],
    "financial": ["fiscal_span", "year_ended", "fiscal"], "calendar": ["fiscal"], "decade": ["years_to"], "full": ["year_ended", "full_year"], "full-year": ["full_year"], "whole": ["full_year"], "entire": ["full_year"],
    "end": ["end_year", "end_of"], "close": ["end_of"], "between": ["between_years", "between_months"],
    "from": ["from_years"], "since": ["since_quarter", "since", "since_ago"], "over": ["past_years"], "in": ["past_years"],
    "during": ["past_years"], "for": ["past_years"], "within": ["past_years"],
    **{w: ["relative"] for w in ("this", "last", "previous", "prior", "current", "next", "coming")},
    **{w: ["same_of", "relative"] for w in ("same", "that")},
}  # fmt: skip
for _w in ORDINALS:
    OPENERS.setdefault(_w, []).extend(OPENERS["ordinal"])
for _w in NUMBERS:
    OPENERS.setdefault(_w, OPENERS["count"])

# What "the" may open before a word that opens forms itself.
AFTER_THE = {
    word: [name for name in OPENERS["the"] if name in names]
    for word, names in OPENERS.items()
    if word != "the"
}
AFTER_THE["year"] = [*AFTER_THE["year"], "fiscal_span", "the_year"]
AFTER_THE["month"] = ["the_month"]

DAY_OF_MONTH = ["month_day_year", "month_alone"]  # what a month may open before a number that can be a day

# What must follow a word that is common for other reasons, so that most of its uses cost nothing.
_PAST = frozenset({"the", "past", "last", "previous"})
_AFTER_THE = {
    "fiscal",
    "financial",
    "full",
    "whole",
    "entire",
    "calendar",
    "quarter",
    "quarters",
    "month",
    "half",
    "half-year",
    "year",
    "years",
    "end",
    "close",
    "decade",
}
_AFTER_THE |= {"last", "previous", "prior", "past", "current", "same", "next", "coming"}
_AFTER_THE |= {"1", "3", "6", "9", "12", "13", "26", "39"}
FOLLOWS = {
    "the": frozenset(_AFTER_THE | set(ORDINALS) | set(NUMBERS)),
    **dict.fromkeys(("in", "over", "during", "for", "within"), _PAST),
}
