"""What a note says of the growth rates of the whole document: 增长速度按不变价格计算."""

from __future__ import annotations

import re
from typing import NamedTuple

from ingest.prose.figure import Figure
from ingest.prose.regex import regex
from ingest.prose.zh.measures import label_key
from ingest.prose.zh.words import Words

# The word for rates and the words of the basis; names stand before them, or none: then it is of all rates.
_NOTE = regex(
    r"(?:增速|增长速度|增长率|增幅|增减幅度|发展速度)(?:数据|指标)?(?:均|都|皆|全部)?"
    r"(?:为|是|系|指|按|以)(?P<basis>[^。\n;,，、\d)]{2,24})(?=[。\n;,，、)]|\Z)"
)
_LONGEST = 120
_NUMBERED = regex(r"(?:注|说明|备注)?[ :]*(?:[\[(]?\d{1,2}[\])、.]|[①-⑳])?[ :]*")
_BREAKS = regex("、|及|和|与|以及|,|，")
_ALL = regex("本公报|公报|本文|文中|以下|上述|表中|所有|各项|各类|同比|除特殊说明|如无")
_SORTS = regex("\\A(?:三次产业|各产业|各行业|相关行业|分行业|分产业|全国|全省|全市|全县|各地区|其)+")
_ABSOLUTE = regex("绝对数|绝对值|绝对额|总量")


class Note(NamedTuple):
    """The names whose rates have a price basis; no name where all have."""

    names: frozenset[str]
    basis: str


def notes_of(norm: str, words: Words) -> list[Note]:
    """The notes of a text."""
    if "增" not in norm:
        return []
    found = []
    for m in _NOTE.finditer(norm):
        basis = next((code for phrase, (code, _) in words.basis.items() if phrase in m["basis"]), None)
        if basis is None or "百分点" in m["basis"]:
            continue
        first = max(0, m.start() - _LONGEST)
        start = max(norm.rfind(stop, first, m.start()) for stop in "。\n;") + 1
        names = _names(norm[max(start, first) : m.start()])
        if names is not None:
            found.append(Note(names, basis))
    return found


def _names(printed: str) -> frozenset[str] | None:
    """The names before the word for rates; none for all, None where it is no note (a rate of one figure)."""
    printed = printed[_NUMBERED.match(printed).end() :]  # type: ignore[union-attr]
    if re.search(r"\d", printed):
        return None
    if _ALL.search(printed) or not printed.strip(" ,，:("):
        return frozenset()
    head = _ABSOLUTE.split(printed)[0]
    keys = {label_key(_SORTS.sub("", name.strip(" (:"))) for name in _BREAKS.split(head)}
    return frozenset(k for k in keys if k and len(k) > 1) or None


def basis_of(figure: Figure, norm: str, notes: list[Note]) -> set[str]:
    """The price basis that the notes give to a rate; empty where none is for it."""
    key = label_key(norm[slice(*figure.measure)]) if figure.measure else None
    for note in notes:
        if not note.names or (key and any(key.endswith(n) or n.endswith(key) for n in note.names)):
            return {note.basis}
    return set()
