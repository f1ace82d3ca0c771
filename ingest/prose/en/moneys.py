"""Which money a bare name or sign is: "dollars", "cents", "francs" are names of several.

The text may have said it ("1.04 billion Swiss francs … 1.2 billion francs"); else the document's area says;
a few names have one bearer that the world means by them; else the unit is lost, never counted.
"""

from __future__ import annotations

from ingest.prose.dimension import MINOR, is_money
from ingest.prose.en.words import Lexicon
from ingest.prose.figure import Figure, Memory
from ingest.prose.regex import regex

_WEIGHT = regex(r"\bweigh(?:s|ed|ing|t)?\b[^,;]*\Z")
_SIGN = "$"  # a bare sign is the area's, whatever other dollars were spoken of before
_STATED = frozenset({"pound", "rupee"})  # where no area says otherwise these need no adjective
_STATED_AT_HOME = ("US", "cent")


def settle_money(f: Figure, lex: Lexicon, memory: Memory, area: str | None, low: str, start: int) -> None:
    """Give a figure in a bare currency its code, or mark its unit lost; remember what was said in full.

    `start` is where its sentence begins in `low`: what is said there to weigh 40 pounds costs none.
    """
    if f.unit is None:
        return
    name, slash, per = f.unit.partition("/")
    if name == "pound" and _WEIGHT.search(low, start, f.start):
        f.unit = "lb" + slash + per
        return
    if name not in lex.bare_currencies and not name.endswith(("$", "£")):  # "X$" is of no money known
        for known in lex.money_names.get(name, ()):
            if known != _SIGN:
                memory.moneys[known] = name
        return
    said = memory.moneys.get(name)
    of_area = lex.area_currencies.get((area.split("-")[0], name)) if area else None
    here = area is not None and (area.split("-")[0], name) in lex.area_currencies  # even as nothing known
    code = said or of_area or (None if here else lex.area_currencies.get(("", name)))
    if not code:
        f.unit, f.unit_status = None, "lost"
        return
    f.unit = code + slash + per
    if (area, name) == _STATED_AT_HOME and code == of_area:
        return
    if said is not None:
        f.unit_status = "inherited"
    elif of_area or name not in _STATED:
        f.unit_status = "inferred"
        if code not in ("USD", "USc") and of_area:
            f.flags.add("unit_from_area")


def remember_money(f: Figure, memory: Memory) -> None:
    """Note the money that a figure is in, without what it is per: "USD/t" is told in USD, cents too."""
    if is_money(f.unit) and f.unit is not None:
        name = f.unit.partition("/")[0]
        memory.currencies.add(MINOR.get(name, name))
