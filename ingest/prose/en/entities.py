"""Whose figure it is: a named organisation as the subject; and the area that a sentence names."""

from __future__ import annotations

import re

from ingest.prose.en.items import Items
from ingest.prose.en.words import Entry, Lexicon
from ingest.prose.figure import Memory
from ingest.prose.text import Sentence

_OPENING = (
    r"(?:(?:for example|for instance|however|moreover|meanwhile|in addition"
    r"|(?:in|since|during|by|founded in|established in) [^,.;]{1,60}), )?"
)
# All capitals or capitals inside tell a name; a capital at a sentence's start does not.
_CAPITALS = re.compile(
    rf"(?i:{_OPENING})(?P<name>[A-Z][A-Z0-9&]{{2,}}|[A-Z][a-z]+[A-Z][A-Za-z]*)(?=[ ,'])"
    r"(?! (?:rate|growth|index|figures|data|inflation)\b)"
)
_NAMED = re.compile(
    rf"(?i:{_OPENING})(?P<name>[A-Z][\w&-]{{3,}}(?: [A-Z][\w&-]+){{0,3}})"
    r"(?: (?:Ltd|Inc|Corp|Co|plc|AG|SA|NV)\.?)?(?:, [^,;.]{3,60},)? (?P<verb>[a-z]+)\b"
)
_AGAIN = re.compile(r"(?:at present, |currently, |in \d{4}, )?(?:the (?:company|group|firm)|it|its)\b")
_ABBREVIATION = re.compile(
    r"(?:GDP|GNP|GNI|CPI|PPI|PMI|FDI|GVA|EBIT|EBITDA|R&D|ICT|SMEs?|USA?|UK|EU|UN|THE|IT|CHINA)\Z"
)
_REACH = 400  # characters in which "its" may show that a plural-looking name is one company


def find_entity(norm: str, low: str, s: Sentence, memory: Memory, lex: Lexicon) -> str | None:
    """The entity that a sentence is about, remembered while "it" or "the company" follows."""
    if s.is_line:
        memory.entity = None
        return None
    name = _name(norm, low, s, lex)
    if name is not None:
        memory.entity, memory.entity_paragraph = name, s.paragraph
    elif memory.entity_paragraph != s.paragraph or not _AGAIN.match(low, s.start, s.end):
        memory.entity = None
    return memory.entity


def _name(norm: str, low: str, s: Sentence, lex: Lexicon) -> str | None:
    m = _CAPITALS.match(norm, s.start, s.end)
    if m is not None and not _ABBREVIATION.match(m["name"]):
        return m["name"]
    m = _NAMED.match(norm, s.start, s.end)
    if m is None or m["verb"] not in lex.company_verbs:
        return None
    words = low[m.start("name") : m.end("name")].split()
    if any(w in lex.ordinary_subjects or w in lex.months or w in lex.singles for w in words):
        return None
    if len(words) == 1 and words[0].endswith("s") and not words[0].endswith("ss"):
        behind = low[m.end() : m.end() + _REACH].split("\n")[0]
        if " its " not in behind or " their " in behind:
            return None
    return m["name"]


def find_area(it: Items) -> str | None:
    """The one area that a sentence names as subject or after "in"; None where it names none or several."""
    codes = []
    for j, data in enumerate(it.data):
        if isinstance(data, Entry) and data.area:
            before = it.tags[j - 1] if j else "^"
            codes.append(data.area if before in "^n,e6" else None)
    return codes[0] if len(codes) == 1 else None
