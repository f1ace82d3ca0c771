"""Whose figure it is: a named organisation as the subject; and the area that a sentence names."""

from __future__ import annotations

from ingest.prose.en.items import Items
from ingest.prose.en.words import Entry, Lexicon
from ingest.prose.figure import Figure, Memory
from ingest.prose.regex import regex
from ingest.prose.text import Sentence

_OPENING = (
    r"(?:(?:for example|for instance|however|moreover|meanwhile|in addition"
    r"|(?:in|since|during|by|founded in|established in) [^,.;]{1,60}), )?"
)
# All capitals or capitals inside tell a name; a capital at a sentence's start does not.
_CAPITALS = regex(
    rf"(?i:{_OPENING})(?P<name>[A-Z][A-Z0-9&]{{2,}}|[A-Z][a-z]+[A-Z][A-Za-z]*)(?=[ ,'])"
    r"(?! (?:rate|growth|index|figures|data|inflation)\b)"
)
_NAMED = regex(
    rf"(?i:{_OPENING})(?P<name>[A-Z][\w&-]{{3,}}(?: [A-Z][\w&-]+){{0,3}})"
    r"(?: (?:Ltd|Inc|Corp|Co|plc|AG|SA|NV)\.?)?(?:, [^,;.]{3,60},)? (?P<verb>[a-z]+)\b"
)
_AGAIN = regex(r"(?:at present, |currently, |in \d{4}, )?(?:the (?:company|group|firm)|it|its)\b")
_ABBREVIATION = regex(
    r"(?:GDP|GNP|GNI|CPI|PPI|PMI|FDI|GVA|EBIT|EBITDA|R&D|ICT|SMEs?|USA?|UK|EU|UN|THE|IT|CHINA)\Z"
)
_TAIL = 40  # characters behind a figure in which "abroad" is about it
_ABROAD = regex(r"(?:\s[a-z]+){0,3}?\s(?:abroad|overseas)\b(?!\s[a-z]+s\b)")
_REACH = 400  # characters in which "its" may show that a plural-looking name is one company


def pass_by(s: Sentence, memory: Memory) -> None:
    """Remember a sentence without figures: who it is about is asked only if a later one goes on about it."""
    if memory.passed and memory.passed[-1].paragraph != s.paragraph:
        memory.passed.clear()
    memory.passed.append(s)


def find_entity(norm: str, low: str, s: Sentence, memory: Memory, lex: Lexicon) -> str | None:
    """The entity that a sentence is about, remembered while "it" or "the company" follows."""
    passed, memory.passed = memory.passed, []
    if _AGAIN.match(low, s.start, s.end):
        for before in passed:
            _find(norm, low, before, memory, lex)
    return _find(norm, low, s, memory, lex)


def _find(norm: str, low: str, s: Sentence, memory: Memory, lex: Lexicon) -> str | None:
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


def assign_areas(it: Items, figures: list[Figure], low: str, document: str | None) -> None:
    """Give each figure the area that its sentence names, else the document's.

    What stands behind a part is of that part alone ("of whom 2,130 worked in Norway and 2,730 abroad"), and
    what is abroad is in no area that is known.
    """
    found = _area(it)
    code, at = found if found is not None else (None, -1)
    holder = next((f for k, f in enumerate(figures) if _tail(it, figures, k, at)), None)
    alone = holder is not None and any(role in ("part_of", "share_of") for role, *_ in holder.links)
    for f in figures:
        f.ref_area = code if code is not None and (f is holder or not alone) else document
    _areas_of_a_list(it, figures)
    behind = figures[0].outer_end, figures[-1].outer_end + _TAIL
    if low.find("abroad", *behind) < 0 and low.find("overseas", *behind) < 0:
        return
    for k, f in enumerate(figures):
        end = figures[k + 1].outer_start if k + 1 < len(figures) else f.outer_end + _TAIL
        if _ABROAD.match(low, f.outer_end, min(end, f.outer_end + _TAIL)):
            f.ref_area = None


def _areas_of_a_list(it: Items, figures: list[Figure]) -> None:
    """Each figure of "in the Netherlands (-0.3%), Denmark (0.6%) and Belgium (0.7%)" has its own area."""
    inside = False
    for f, at in zip(figures, it.figures, strict=True):
        j = at - 2 if it.tags[at - 1 : at] == ["<"] else at - 1
        entry = it.data[j] if j >= 0 else None
        if not isinstance(entry, Entry) or not entry.area:
            inside = False
            continue
        before = j - 1 if j and it.tags[j - 1] == "e" else j
        led = it.tags[before - 1] if before else ""
        inside = led == "n" or (inside and led in (",", "&"))
        if inside:
            f.ref_area = entry.area


def _tail(it: Items, figures: list[Figure], k: int, at: int) -> bool:
    """True where item `at` stands between figure k and the next."""
    start = it.starts[at] if at >= 0 else -1
    return figures[k].end <= start and (k + 1 == len(figures) or start < figures[k + 1].start)


def _area(it: Items) -> tuple[str, int] | None:
    """The one area that a sentence names as subject or after "in", and where; None for none or several."""
    named = [
        j for j, data in enumerate(it.data) if data is not None and isinstance(data, Entry) and data.area
    ]
    if len(named) != 1:
        return None
    j = named[0]
    return (it.data[j].area, j) if j == 0 or it.tags[j - 1] in "n,e6" else None
