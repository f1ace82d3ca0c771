"""Averages, and what is told for each of something or for each day: no total of what they count.

"The centre had 50,000 visitors, on average 137 a day": as two levels of visitors they would contradict.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from ingest.prose.lexicon import rows
from ingest.prose.regex import regex

if TYPE_CHECKING:
    from ingest.prose.en.walk import Walk
    from ingest.prose.figure import Figure

_TOLD_FOR = ("level", "change_amount")
_NEAR = 15  # characters in front of a figure, with a hedge between: "averaged about 137"
_CUT = regex(r"[,;:()]|\s(?:and|or|while|but|whereas)\s")
_TOLD = regex(r"\b(?:average|mean|median|typical|per|each)\b")  # in a measure: its label stands apart
_FRONTED = regex(r"\s*(?:on average|(?:per|for each|for every) [a-z]+),\s")
_THEN = r"(?!\s(?:ago|earlier|before|later)\b)"  # "120 a day earlier" tells when
_TIMES = r"(?:year|month|week|day|quarter|hour|night|morning|evening|season|time)s?\b"
_PER = regex(rf"\sper\s(?!cent\b|{_TIMES})[a-z]+")


@lru_cache(maxsize=1)
def _patterns() -> list[tuple[str, str, re.Pattern[str]]]:
    """(flag, place, pattern) of every place that the lexicon names."""
    told: dict[tuple[str, str], list[str]] = {}
    for row in rows("en", "averages"):
        told.setdefault((row["flag"], row["place"]), []).append(row["phrase"])
    shape = {
        "clause": rf"\b(?:{{}})\b{_THEN}",
        "behind": rf"[a-z' ]*\s(?:{{}})\b(?!\s(?:of|other|{_TIMES}))",
        "before": r"\b(?:{})\b",
        "subject": rf"\s*(?:{{}})\s(?!of\b|{_TIMES})",
    }
    return [
        (flag, place, regex(shape[place].replace("{}", "|".join(map(re.escape, phrases)))))
        for (flag, place), phrases in told.items()
    ]


@lru_cache(maxsize=1)
def _hints() -> list[str]:
    """What a sentence must hold for any of these to stand in it; most hold none."""
    phrases = {"per ", "per\n", *(row["phrase"] for row in rows("en", "averages"))}
    return [x for x in phrases if not any(y != x and y in x for y in phrases)]


def mark_averages(walk: Walk) -> None:
    """Flag levels and amounts of change that are told for each of something, for each day, or on average."""
    text = walk.low[walk.s.start : walk.s.end]
    if not any(hint in text for hint in _hints()):
        return
    for k, f in enumerate(walk.figures):
        index = f.unit == "index_point" or (f.unit is not None and "/" in f.unit)
        if f.kind in _TOLD_FOR and f.shape == "N" and not index and not _is_told(walk, f):
            f.flags |= _flags_around(walk, k, f)


def _is_told(walk: Walk, f: Figure) -> bool:
    """True where the measure says that it is an average; "average" alone measures nothing."""
    if f.measure is not None and walk.low[f.measure[0] : f.measure[1]] == "average":
        f.measure = None
    return f.measure is not None and _TOLD.search(walk.low, *f.measure) is not None


def _flags_around(walk: Walk, k: int, f: Figure) -> set[str]:
    """The flags that the clause of figure k tells."""
    low, figures = walk.low, walk.figures
    first = figures[k - 1].outer_end if k else walk.s.start
    last = figures[k + 1].outer_start if k + 1 < len(figures) else walk.s.end
    fronted = _FRONTED.match(low, first, f.outer_start)
    first = fronted.end() if fronted else first
    begin = max((m.end() for m in _CUT.finditer(low, first, f.outer_start)), default=first)
    if not walk.lex.forecasters.isdisjoint(low[begin : f.start].split()):
        return set()  # "analysts on average had expected 57 billion"
    cut = _CUT.search(low, f.outer_end, last)
    end = cut.start() if cut else last
    average = (fronted and begin == first) or _PER.match(low, f.noun[1] if f.noun else f.outer_end, end)
    found = {"average"} if average else set()
    for flag, place, pattern in _patterns():
        if place == "clause":
            hit = pattern.search(low, begin, f.start) or pattern.search(low, f.outer_end, end)
        elif place == "behind":
            hit = pattern.match(low, f.outer_end, end)
        elif place == "before":
            hit = pattern.search(low, max(begin, f.outer_start - _NEAR), f.start)
        else:
            hit = pattern.match(low, begin, f.outer_start)
        if hit:
            found.add(flag)
    return found
