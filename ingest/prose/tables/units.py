"""A phrase of unit and scale: "USD million", "in thousands, except per share amounts", 亿元, "'000 t"."""

from __future__ import annotations

import re
from decimal import Decimal

from ingest.prose.regex import regex
from ingest.prose.tables.words import TableWords, Unit

_BRACKETS = regex(r"[(\[]([^()\[\]]{1,90})[)\]]")
_LAST_PART = regex(r"(?:[,:;]|\.\s)\s*([^,:;.]{1,40})\Z")  # "production, by source. GWh"
_INDEX = regex(
    r"\s*(?:ind(?:ex|ices)(?: numbers?)?[:,]?\s*)?[(]?"
    r"(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+)?"
    r"(?:(?:19|20)\d\d|上年(?:同[期月])?|上月)(?:/\d\d)?年?\s*=\s*100[)]?\s*"
)
_SHARE_OF = regex(r"\s*of\s+[a-z]")


def _exceptions(low: str, s: int, e: int, w: TableWords) -> tuple[int, str]:
    """Where the unit ends, and what it is not for: "in thousands | , except per share amounts"."""
    exceptions = ""
    for phrase in w.roles.get("except", {}):
        at = low.find(phrase, s, e)
        if at >= 0:
            exceptions, e = low[at + len(phrase) : e], at
    return e, exceptions


def parse_unit(low: str, s: int, e: int, w: TableWords) -> Unit | None:
    """The unit that low[s:e] spells from end to end; None where a word is left over."""
    e, exceptions = _exceptions(low, s, e, w)
    if low[s:e].strip() in w.roles.get("unit_count", {}):
        return Unit(Decimal(1), "count", "count", (s, e), exceptions)
    if (base := _INDEX.fullmatch(low, s, e)) is not None:
        return Unit(Decimal(1), "index_point", "index", base.span(), exceptions)
    factor, code, shape = Decimal(1), None, ""
    first = last = 0
    after_per = scaled = False
    pos = s
    while pos < e:
        m = w.unit_token.match(low, pos, e)
        if m is None:
            rest = low[pos:e]
            if not rest.strip():
                break
            if shape == "percent" and _SHARE_OF.match(low, last, e):
                break  # "% of GDP"
            if after_per and rest.strip() in ("share", "capita", "person", "head", "inhabitant"):
                code, last = f"{code}/{'share' if rest.strip() == 'share' else 'person'}", e
                after_per = False
                break
            return None
        pos = m.end()
        kind = m.lastgroup or ""
        word = m[kind]
        if kind in ("unit", "glued") and shape == "money" and w.has("money_scale", word) and not after_per:
            if scaled:
                return None
            scaled = True
            factor *= Decimal(w.roles["money_scale"][word])
        elif kind in ("sign", "unit"):
            new_code, new_shape = (w.signs[word], "money") if kind == "sign" else w.units[word]
            if after_per:
                code, after_per = f"{code}/{new_code}", False
            elif code is None or (code == "$" and new_shape == "money"):
                code, shape, first = new_code, new_shape, m.start(kind)
            elif kind == "unit" and shape == "money" and new_shape == "money" and code == new_code:
                pass  # "US$ dollars"
            else:
                return None
            last = pos
        elif kind == "scale":
            if scaled:
                return None  # "million million": two columns, not one unit
            scaled = True
            factor *= Decimal(w.roles["scale"][word])
        elif kind == "number":
            factor *= Decimal(word.replace(",", ""))
        elif kind == "per":
            if code is None:
                return None
            after_per = True
        elif kind == "glued":
            return None
    if after_per or (code is None and factor == 1):
        return None
    if factor == 1 and code is not None and low[first:last] in w.roles.get("money_scale", {}):
        return None  # "m" alone: metres or millions
    return Unit(factor, code, shape, (first, last) if code else None, exceptions.strip(" ,;:.()"))


def is_share(low: str, unit: Unit | None) -> bool:
    """True for the unit "% of GDP"."""
    if unit is None or unit.shape != "percent" or unit.span is None:
        return False
    return _SHARE_OF.match(low, unit.span[1]) is not None


def find_unit(low: str, s: int, e: int, w: TableWords) -> tuple[Unit, int, int] | None:
    """The unit in a label or heading and the stretch that spells it: a bracket, the end, the whole."""
    for m in _BRACKETS.finditer(low, s, e):
        unit = parse_unit(low, m.start(1), m.end(1), w)
        if unit is not None:
            return unit, m.start(), m.end()
    unit = parse_unit(low, s, e, w)
    if unit is not None:
        return unit, s, e
    last = _LAST_PART.search(low[s:e])
    if last is not None:
        unit = parse_unit(low, s + last.start(1), s + last.end(1), w)
        if unit is not None:
            return unit, s + last.start(), s + last.end()
    return None


def find_edge_unit(low: str, s: int, e: int, w: TableWords) -> tuple[Unit, int, int] | None:
    """As find_unit, and a scale, sign or percent mark before or behind other words: "2019 €m", "% 2018"."""
    found = find_unit(low, s, e, w)
    if found is not None:
        return found
    words = [(m.start() + s, m.end() + s) for m in re.finditer(r"\S+", low[s:e])][:12]
    for start, _ in words[1:]:
        unit = parse_unit(low, start, e, w)
        if unit is not None and (unit.scaled or unit.shape in ("money", "percent")):
            return unit, start, e
    for _, end in reversed(words[:-1]):
        unit = parse_unit(low, s, end, w)
        if unit is not None and (unit.scaled or unit.shape in ("money", "percent")):
            return unit, s, end
    return None
