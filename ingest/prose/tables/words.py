"""The words of tables, compiled per language from `lexicon/<language>/tables.csv` and the unit lists."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from ingest.prose import lexicon
from ingest.prose.regex import regex

_MOST_KNOWN = 20000


class Unit(NamedTuple):
    """What a header, a bracket or a cell says of unit and scale."""

    factor: Decimal  # of the scale word; 1 where there is none
    code: str | None
    shape: str  # money, percent, measure … as in units.csv; '' without a unit
    span: tuple[int, int] | None  # the unit words in the text
    exceptions: str  # "(in millions, except per share amounts)": what the scale is not for

    @property
    def scaled(self) -> bool:
        return self.factor != 1


@dataclass(frozen=True, slots=True)
class TableWords:
    """The word lists of one language, by what they do in a table."""

    language: str
    roles: dict[str, dict[str, str]]  # role -> phrase -> code
    units: dict[str, tuple[str, str]]
    signs: dict[str, str]
    persons: frozenset[str]
    areas: dict[str, str]
    area_currencies: dict[tuple[str, str], str]
    price_basis: dict[str, str]
    unit_token: re.Pattern[str]
    sign: str  # a pattern for a currency in front of a number
    known: dict[tuple[str, str], tuple[str, str] | None] = field(default_factory=dict, compare=False)

    def has(self, role: str, phrase: str) -> bool:
        """True where the whole phrase plays the role."""
        return phrase in self.roles.get(role, {})

    def find(self, role: str, text: str) -> tuple[str, str] | None:
        """As `_find`; rows repeat their words, so what was found is kept."""
        key = role, text
        if key not in self.known:
            if len(self.known) > _MOST_KNOWN:
                self.known.clear()
            self.known[key] = self._find(role, text)
        return self.known[key]

    def _find(self, role: str, text: str) -> tuple[str, str] | None:
        """The longest phrase of a role that stands in a lower-case text: (phrase, code)."""
        best: tuple[str, str] | None = None
        for phrase, code in self.roles.get(role, {}).items():
            if (best is None or len(phrase) > len(best[0])) and self._stands(phrase, text):
                best = phrase, code
        return best

    def opens(self, role: str, text: str) -> str | None:
        """The longest phrase of a role that a text begins with."""
        found = [
            p for p in self.roles.get(role, {}) if text.startswith(p) and self._stands(p, text[: len(p) + 1])
        ]
        return max(found, key=len) if found else None

    def _stands(self, phrase: str, text: str) -> bool:
        at = text.find(phrase)
        while at >= 0:
            before, after = text[at - 1 : at], text[at + len(phrase) : at + len(phrase) + 1]
            if self.language == "zh" or not (_latin(before, phrase[0]) or _latin(after, phrase[-1])):
                return True
            at = text.find(phrase, at + 1)
        return False


def counted_in(text: str, w: TableWords) -> tuple[str, str] | None:
    """The unit of what a title or heading counts, where a word of it is no name of money: (code, word)."""
    found = w.find("counted", text)
    if found is not None:
        return found[1], found[0]
    people = next((x for x in reversed(re.findall(r"[^\W\d_]+", text)) if x in w.persons), None)
    return ("person", people) if people else None


def _latin(neighbour: str, edge: str) -> bool:
    return neighbour.isalpha() and edge.isalpha()


def _maybe(language: str, name: str) -> tuple[dict[str, str], ...]:
    """The rows of a table that a language may do without."""
    try:
        return lexicon.rows(language, name)
    except FileNotFoundError:
        return ()


def _any(phrases: Iterable[str]) -> str:
    return "|".join(re.escape(p) for p in sorted(phrases, key=lambda p: (-len(p), p)))


@lru_cache(maxsize=4)
def table_words(language: str) -> TableWords | None:
    """The words of a language; None where it has no list for tables."""
    roles: dict[str, dict[str, str]] = {}
    for r in _maybe(language, "tables"):
        roles.setdefault(r["role"], {})[r["phrase"]] = r["code"]
    if not roles:
        return None
    roles["scale_word"] = {p: c for p, c in roles.get("scale", {}).items() if language == "zh" or p.isalpha()}
    if language == "zh":
        roles["scale_word"] = {}  # a scale character is a part of many words
    if language == "zh":
        from ingest.prose.zh.words import normalise
    else:
        from ingest.prose.text import normalise
    units = {normalise(r["phrase"]).lower(): (r["code"], r["shape"]) for r in lexicon.rows(language, "units")}
    signs = {
        normalise(r["sign"]).lower(): r["code"]
        for name in ("currencies", "currency_signs")
        for r in _maybe(language, name)
    }
    units.setdefault("%", ("percent", "percent"))
    scales = roles.get("scale", {})
    fillers = roles.get("filler", {})
    # A scale of letters beside money (€m) needs no blank; other words end at a letter.
    letters = r"(?![a-z])"
    token = regex(
        rf"\s*(?:(?P<number>\d{{1,3}}(?:,\d{{3}})+|10+)(?=\s*[^\W\d_])|(?P<filler>{_any(fillers)}){letters}"
        rf"|(?P<sign>{_any(signs)})(?=[^a-z]|[bkmt]|\Z)"
        rf"|(?P<unit>{_any(units)}){letters}|(?P<scale>{_any(scales)}){letters}"
        rf"|(?P<glued>{_any(roles.get('money_scale', {})) or '(?!)'}){letters}"
        rf"|(?P<per>/|per\b|每)|(?P<mark>[,;:.']))"
    )
    areas = {
        r.get("name") or r.get("phrase") or "": r.get("code") or r.get("ref_area") or ""
        for r in _maybe(language, "areas")
    }
    # A single English word of a price basis (real) has other meanings in a heading.
    prices = {
        r["phrase"]: r["code"]
        for r in _maybe(language, "price_basis")
        if language == "zh" or " " in r["phrase"] or "-" in r["phrase"]
    }
    return TableWords(
        language=language,
        roles=roles,
        units=units,
        signs=signs,
        persons=frozenset(r["word"] for r in _maybe(language, "persons")),
        areas=areas,
        area_currencies={(r["area"], r["sign"]): r["code"] for r in _maybe(language, "area_currencies")},
        price_basis=prices,
        unit_token=token,
        sign=_any(signs),
    )
