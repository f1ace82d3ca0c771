"""Whose figure it is: a named organisation as the subject; and the area that a sentence names."""

from __future__ import annotations

import re

from ingest.prose.en.items import Items
from ingest.prose.en.words import Entry
from ingest.prose.figure import Memory
from ingest.prose.text import Sentence

_NAME = r"(?:[A-Z]{3,}[A-Za-z0-9]*|[A-Z][a-z]+[A-Z][A-Za-z]*|[A-Z][a-z]{3,}(?: [A-Z][a-z]+)*)"
_OPENING = r"(?:(?:For example|For instance|However|Moreover|Meanwhile|In addition|(?:In|Since|During|By) [^,.;]{1,60}), )?"
_VERBS = (
    r"(?:has|have|had|won|closed|completed|grew to|said|reported|posted|announced|runs|operates|employs|sold|shipped"
    r"|incubated by|founded|raised|opened|launched|plans)"
)
_NAMED = re.compile(
    rf"{_OPENING}(?P<name>{_NAME})(?:, (?:a|an|the|founded|established)[^,;.]{{1,60}},)? {_VERBS}\b(?P<tail>)"
)
_CAPITALS = re.compile(rf"{_OPENING}(?P<name>[A-Z]{{3,}}[A-Z0-9]*)(?: [a-z]|, (?:a|an|the|founded)\b)")
_AGAIN = re.compile(r"(?:at present, |the company |it |its |the group |the firm |at present, its )", re.I)
_ORDINARY = re.compile(r"[A-Z][a-z]+s\Z")


def find_entity(norm: str, low: str, s: Sentence, memory: Memory) -> str | None:
    """The entity that a sentence is about, remembered while "it" and "the company" follow in the paragraph."""
    if s.is_line:
        memory.entity = None
        return None
    m = _CAPITALS.match(norm, s.start, s.end) or _NAMED.match(norm, s.start, s.end)
    if m is not None and _is_name(norm, low, m["name"], m.start("name")):
        memory.entity, memory.entity_paragraph = m["name"], s.paragraph
        return m["name"]
    if (
        memory.entity is not None
        and memory.entity_paragraph == s.paragraph
        and _AGAIN.match(norm, s.start, s.end)
    ):
        return memory.entity
    memory.entity = None
    return None


def _is_name(norm: str, low: str, name: str, at: int) -> bool:
    """An ordinary word at the start of a sentence is no name: it stands in lower case elsewhere, or is a plural."""
    if (name.isupper() and len(name) >= 3) or any(c.isupper() for c in name[1:]):
        return name not in ("GDP", "CPI", "PPI", "PMI", "GNI", "FDI", "CHINA", "THE")
    if _ORDINARY.match(name) or len(name) < 5:
        return False
    return (
        re.search(rf"(?<![A-Za-z]){re.escape(name.lower())}(?![A-Za-z])", norm) is None
        and name.lower() not in _COUNTRYLIKE
    )


_COUNTRYLIKE = frozenset({"china", "japan", "india", "germany", "france", "revenue", "turnover", "there"})


def find_area(it: Items) -> str | None:
    """The one area that a sentence names as subject or after "in"; None where it names none or several."""
    codes = []
    for j, data in enumerate(it.data):
        if isinstance(data, Entry) and data.area:
            before = it.tags[j - 1] if j else "^"
            codes.append(data.area if before in "^n,e6" else None)
    return codes[0] if len(codes) == 1 else None
