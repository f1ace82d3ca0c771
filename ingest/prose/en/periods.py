"""Periods in English words: a pattern per form, anchored where a word or number opens one."""

from collections.abc import Callable

from ingest.prose.en.period_codes import Clock, Period
from ingest.prose.en.period_forms import AFTER_THE, BY_NAME, DAY_OF_MONTH, FOLLOWS, FORMS, OPENERS
from ingest.prose.en.period_relative import RelativeForm
from ingest.prose.en.words import lexicon

__all__ = ["OPENING_WORDS", "Clock", "Period", "match", "openers"]

_READ: dict[str, Callable[[RelativeForm], Period | None]] = {
    name: getattr(RelativeForm, name) for name in FORMS
}


OPENING_WORDS = frozenset(OPENERS) | {"fy"}


def openers(word: str, following: str = "") -> list[str] | None:
    """The forms that a word may open, None for nearly every word."""
    found = OPENERS.get(word)
    if found is not None:
        needed = FOLLOWS.get(word)
        if needed is not None and following not in needed and following[:2] not in ("19", "20"):
            return None
        return AFTER_THE.get(following, found) if word == "the" else found
    if len(word) < 2:
        return None
    if word in lexicon().months:
        return DAY_OF_MONTH if len(following) <= 2 and following.isdigit() else OPENERS["month"]
    if "-" in word and word.rpartition("-")[2] in ("quarter", "half"):
        return ["quarter"]
    if word.partition("-")[0] in lexicon().months:
        return OPENERS["month"]
    if word.startswith("end-"):
        return ["end_year", "end_of"]
    if word.startswith("year-end"):
        return ["year_end"]
    if word.removesuffix("'s") in lexicon().months:
        return OPENERS["month"]
    if word[-1].isdigit() and ((word[0] in "qh" and word[1].isdigit()) or word[:2] == "fy"):
        return ["q_year", "fiscal_span", "fiscal"]
    if word[-4:].isdigit() and word[-5:-4] == "-":
        return ["end_year", "mid_year"]
    if word.startswith("end-"):
        return OPENERS["end"]
    return ["fiscal_span", "fiscal"] if word == "fy" else None


def match(names: list[str], low: str, at: int, end: int, clock: Clock) -> Period | None:
    """The period that stands at `at`, by the first of the named forms that fits; None if there is none."""
    for name in names:
        m = BY_NAME[name].match(low, at, end)
        if m is not None and (found := _READ[name](RelativeForm(m, clock))) is not None:
            return found
    return None
