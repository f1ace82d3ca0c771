"""Whether a sentence may hold a figure: most sentences are never taken apart."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from ingest.prose.en.uncounted import names_number
from ingest.prose.en.vocabulary import Known
from ingest.prose.en.words import LANGUAGE, lexicon
from ingest.prose.lexicon import rows
from ingest.prose.regex import regex

_DIGITS = regex(r"\d[\d.,]*")
_PLAIN_DIGITS = regex(_DIGITS.pattern, re.ASCII)  # of a text without other digits: quicker
_YEAR = regex(r"(?:1[89]|20)\d\d[.,]?\Z")
_DAY = regex(r"(?:[12]?\d|3[01])[.,]?\Z")
# Four digits that count something after all.
_COUNTED = regex(r"\s?(?:%|percent|per cent|-?[a-z]+s\b)|\s(?:million|billion|trillion|people|yuan|euro)")
_NUMBERED = regex(r"\d{1,3}[.)]\s")  # "3. Results": a heading, or an item of a list
_BACK = 12  # characters before a number in which the word before it is looked for
_LONGEST_UNIT = 20
_FAR_BACK = 40  # in which the words are looked for that make that word a verb


class Scanner:
    """Looks through a text for what a figure may start with."""

    def __init__(self, low: str) -> None:
        self.low, self.padded, self.lex = low, "\n" + low, lexicon()
        self.words = _number_words()
        self.digits = _PLAIN_DIGITS if low.isascii() else _DIGITS

    def may_hold_figure(self, start: int, end: int) -> bool:
        """False where [start, end) holds no number but plain dates and the numbers of notes and headings."""
        low, digits = self.low, self.digits
        m = digits.search(low, start, end)
        if m is not None and m.start() == start and _NUMBERED.match(low, start, end):
            m = digits.search(low, m.end(), end)
        while m is not None:
            if self._may_count(m[0], m.start(), m.end()):
                return True
            m = digits.search(low, m.end(), end)
        if True not in map(self.words.opens.__getitem__, low[start:end].split()):
            return False
        return self.words.pattern.search(self.padded, start, end + 1) is not None

    def _may_count(self, digits: str, start: int, end: int) -> bool:
        low, lex = self.low, self.lex
        if len(digits) >= 6:
            return True
        if _YEAR.match(digits):
            return _COUNTED.match(low, end) is not None
        if start > 4:
            before = low[max(0, start - _BACK) : start].split()
            if before and before[-1] in lex.months:  # "in June 12% more", "in June 120 cars"
                return _DAY.match(digits) is None or _COUNTED.match(low, end) is not None
            if before and before[-1] in lex.names:
                if "," in digits or _COUNTED.match(low, end) is not None or self._has_unit(end):
                    return True  # "by age 25% of women", "in the ward 14 patients": the lexer decides
                return not names_number(low[max(0, start - _FAR_BACK) : start].split(), lex)
        return len(digits) > 2 or low[start - 1 : start] + low[end : end + 1] not in ("()", "[]")

    def _has_unit(self, end: int) -> bool:
        behind = self.low[end : end + _LONGEST_UNIT].split(maxsplit=1)
        return bool(behind) and behind[0].strip(".,;)") in self.lex.units


class _NumberWords(NamedTuple):
    """The words that open or make a figure without a digit, each behind what is no letter.

    Most sentences have none of their first words, which is quicker to tell.
    """

    pattern: re.Pattern[str]
    opens: Known[bool]  # whether one of their first words stands between two blanks: "(one", "two-thirds"


@lru_cache(maxsize=1)
def _number_words() -> _NumberWords:
    """The number words of the lexicon."""
    lex = lexicon()
    numbers = {word for word, (value, _) in lex.numbers.items() if value}  # zero alone is seldom a figure
    multiples = {r["phrase"] for r in rows(LANGUAGE, "multiples")}
    vague = {r["phrase"].removesuffix(" of").split()[-1] for r in rows(LANGUAGE, "vague")}
    sizes = {word for word, (_, use) in lex.scales.items() if use == "vague"}
    glyphs = "".join(part for part in lex.fractions if not part.isascii())
    opening = numbers | multiples | (vague - sizes) | {"half", "within a"}
    plain = _any_of(opening) + f"|an? (?:{_any_of(lex.fractions)})"
    # "in thousands" is the heading of a table
    pattern = regex(rf"\W(?:(?:{plain}|(?<!\Win\s)(?:{_any_of(sizes)}))\b|[{glyphs}])")
    runs = regex(rf"[a-z]+|[{glyphs}]")
    first = {runs.findall(phrase)[0] for phrase in opening | sizes | set(lex.fractions)}
    return _NumberWords(pattern, Known(lambda chunk: not first.isdisjoint(runs.findall(chunk))))


def _any_of(words: Iterable[str]) -> str:
    """One branch for each first letter: a search then tries few of them."""
    return "|".join(
        letter + "(?:" + "|".join(re.escape(word[1:]) for word in same) + ")"
        for letter, same in groupby(sorted(words), key=lambda word: word[0])
    )
