"""Where figures may stand: one pass over the whole text, so that most sentences are never taken apart."""

from __future__ import annotations

import re

from ingest.prose.en.words import Lexicon

_DIGITS = re.compile(r"\d[\d.,]*")
_YEAR = re.compile(r"(?:1[89]|20)\d\d[.,]?\Z")
# Four digits that count something after all.
_COUNTED = re.compile(
    r"\s?(?:%|percent|per cent|-?[a-z]+s\b)|\s(?:million|billion|trillion|people|yuan|euro)"
)
_WORDS = re.compile(
    r"\W(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million"
    r"|billion|trillion|dozen|scores|handful|couple of|several|hal[fv]|third|quarter|fifth|tenth|doubl"
    r"|tripl|trebl|quadrupl|twice|within a|one\b|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])"
)
_FOLD = re.compile(r"fold\b")  # threefold


def scan(low: str, lex: Lexicon) -> list[int]:
    """Offsets at which a figure may start, in order; plain dates and numbers of notes are left out."""
    found = [m.start() + 1 for m in _WORDS.finditer(low)]
    found += [m.start() for m in _FOLD.finditer(low)]
    if _WORDS.match(" " + low[:20]):
        found.append(0)
    for m in _DIGITS.finditer(low):
        start = m.start()
        if len(m[0]) < 6:
            if _YEAR.match(m[0]):
                if not _COUNTED.match(low, m.end()):
                    continue
            elif start > 4:
                before = low[start - 12 : start].split()
                if before and (before[-1] in lex.months or before[-1] in lex.names):
                    continue
        found.append(start)
    found.sort()
    return found
