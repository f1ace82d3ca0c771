"""Who says it in front of a sentence: "according to the office,", "it said that"."""

from __future__ import annotations

import re
from functools import cache

from ingest.prose.en.lexer import Lexer
from ingest.prose.en.words import lexicon
from ingest.prose.regex import regex

_WHO = r"[^\d,;:.()\n$€£]{2,80}"
_ACCORDING_TO = regex(rf"according to {_WHO}, (?=\S)")
_REACH = 120  # characters: no lead-in is longer


@cache
def _said() -> re.Pattern[str]:
    """What stands before "that": "he told reporters", "it said in a statement", "they found on Monday"."""
    telling = "|".join(sorted(lexicon().telling))
    when = r"(?: (?:on|in|at) [a-z ]{1,30}| [a-z]+day)?"
    return regex(rf"{_WHO} (?:told(?: [a-z]+){{1,3}}|(?:{telling}){when})\Z")


def behind_lead_in(lexer: Lexer, start: int, end: int) -> int:
    """Where what is said begins in [start, end), the words of a sentence.

    What tells more stays, for it colours what follows: "according to forecasts,", "in 2018 it said that".
    """
    low = lexer.low
    if low.startswith("according to ", start):
        m = _ACCORDING_TO.match(low, start, end)
        behind = m.end() if m else start
    else:
        that = low.find(" that ", start, min(end, start + _REACH))
        behind = that + len(" that ") if that >= 0 and _said().match(low, start, that) else start
    if behind == start:
        return start
    said = lexer.read(start, behind)
    tells_more = said.statuses or said.prices or said.figures or not {"Y", "B"}.isdisjoint(said.tags)
    return start if tells_more else behind
