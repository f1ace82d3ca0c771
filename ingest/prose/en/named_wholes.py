"""Wholes that are named again: "74% of the deaths", "400 of the spaces", "Of the backlog, 3.9 is due"."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ingest.prose.dimension import is_money, same_dimension
from ingest.prose.en.clauses import FROM, TO
from ingest.prose.en.context import key_of
from ingest.prose.en.said_before import has_so_many
from ingest.prose.en.surveys import NEAR
from ingest.prose.figure import Figure
from ingest.prose.regex import regex

if TYPE_CHECKING:
    from ingest.prose.en.walk import Walk

_RULE = "share_of_level_said_before"
_AND_FOR = regex(r"(?:oe?x{1,2})?[,;]?&?[eE]?x{1,4}(?:n[eE]?x?|a)?")
_FEWEST = 20  # cases of which a percentage is told
_MEANT = ("forecast", "target")
_DEFINITE = ("the", "these", "those", "its", "their")
_FRONTED = regex(r"(?:\A|[;,:]&?)oe(?P<noun>x{1,3}),[^,;]*\Z")  # "; of the backlog, | 3.9 billion"


def tie_of_the(walk: Walk, k: int) -> None:
    """ "400 of the spaces", "65.8% of the makers' spaces": part or share of a level said before."""
    it, f = walk.it, walk.figures[k]
    at = it.figures[k]
    j = at + 1 + (f.kind == "share" and walk.tags[at + 1 : at + 3] == ",o")  # "or 39%, of the price"
    if walk.tags[j : j + 2] in ("ox", "oE") and f.kind == "share":
        _of_bare(walk, k)
        return
    if walk.tags[j : j + 2] not in ("oe", "oE"):
        return
    if walk.g.low[it.starts[j + 1] : it.ends[j + 1]] not in _DEFINITE:
        return
    noun = walk.g.measures.behind(it, j - 1)
    if noun is None:
        return
    # "Foreigners make up 12% of the population", "costs ran to 3% of the capital"
    makes_up = walk.tags[at - 1 : at] == "a" or walk.tags[at - 2 : at] in ("ae", "aE", "At")
    moved = walk.roles[k] in (FROM, TO)  # "the poverty rate fell from 70% of the population"
    own = makes_up or moved or any(role == "expresses" for role, *_ in f.links)
    if f.kind != "share" or f.measure is None or not own:
        f.measure = noun
    target = _said(walk, k, key_of(walk, noun))
    if f.kind == "share":
        if target is not None:
            _link_list(walk, k, target)
        return
    f.unit, f.unit_span, f.unit_status = "count", noun, "stated"
    if target is not None:
        f.unit = target.unit
        f.link("part_of", target, "n_of_the", "partial", "of")
        for share in walk.figures[k + 1 : k + 2]:
            if ("expresses", f) in [x[:2] for x in share.links]:
                share.link("share_of", target, "n_of_the")


def _of_bare(walk: Walk, k: int) -> None:
    """ "Britain accounted for 61% of revenue, France for 22%": of the level of just this name."""
    f, noun = walk.figures[k], walk.g.measures.behind(walk.it, walk.it.figures[k])
    key = key_of(walk, noun) if noun is not None else ""
    target = _named_here(walk, k, key) or walk.memory.levels.get(key) or _by_another_name(walk, k, key)
    words = walk.lex.share_words
    if target is None and (key in words["case"] or key in words["asked"]):
        target = _by_pointer(walk, k, key)  # "Race was the motive in 62% of cases"
    parts = [t for role, t, *_ in f.links if role == "expresses"]
    if target is None or target in parts or any(role == "share_of" for role, *_ in f.links):
        return
    if any(x.value > target.value or not same_dimension(x.unit, target.unit) for x in parts):
        return
    _link_list(walk, k, target)


def _link_list(walk: Walk, k: int, target: Figure) -> None:
    """Tie a share, and those that are listed behind it: "61% of revenue, France for | 22%"."""
    walk.figures[k].link("share_of", target, _RULE)
    for j in range(k + 1, len(walk.figures)):
        x = walk.figures[j]
        if x.shape != "R" or x.links or not _AND_FOR.fullmatch(walk.gaps[j]):
            return
        x.kind = "share"
        x.link("share_of", target, _RULE)


def _named_here(walk: Walk, k: int, key: str) -> Figure | None:
    """The one level of this sentence with just this name: "21,012 births were registered; 48% of births"."""
    levels = [x for x in walk.figures[:k] if x.shape == "N" and x.kind == "level" and x.measure is not None]
    named = [x for x in levels if key and x.measure is not None and key_of(walk, x.measure) == key]
    return named[0] if len(named) == 1 else None


def _by_another_name(walk: Walk, k: int, key: str) -> Figure | None:
    """ "The firm employs 12,400 people; | 38% of the workforce": of this sentence, or the level before it.

    Not "2.6 million enterprises were born; | 8.1% of firms died", nor "online sales; | 9% of retail sales",
    nor "821 million people went hungry; | 21% of the population": what narrows a level makes it another.
    """
    bare = walk.tags[walk.it.figures[k] + 1 : walk.it.figures[k] + 3] == "ox"
    if bare and (" " in key or key in walk.lex.share_words["many"]):
        return None
    things = walk.lex.same_things.get(key.rsplit(" ", 1)[-1], frozenset())
    said = [x for x in (walk.parts.antecedent, *walk.figures[:k]) if x is not None and x.measure is not None]
    levels = [x for x in said if x.shape == "N" and x.kind == "level" and x.measure is not None]
    alike = [
        x
        for x in levels
        if x.measure is not None
        and not (bare and key_of(walk, x.measure).endswith(" " + key))
        and not _is_narrowed(walk, x, key)
        and not things.isdisjoint(walk.lex.same_things.get(key_of(walk, x.measure).rsplit(" ", 1)[-1], ()))
    ]
    own = [t for role, t, *_ in walk.figures[k].links if role == "expresses"]
    return alike[0] if len(alike) == 1 and alike[0] not in own else None


def _is_narrowed(walk: Walk, level: Figure, key: str) -> bool:
    """True for people of some kind where all of the residents are named: "of the population"."""
    residents = "residents" in walk.lex.same_things.get(key.rsplit(" ", 1)[-1], ())
    if not residents or level.measure is None:
        return False
    start, end = level.measure
    owner = walk.low.rfind("'s ", start, end)  # "Sweden's population" is all of it
    name = key_of(walk, (owner + 3, end) if owner >= 0 else level.measure)
    if name in ("people", "persons"):
        return not has_so_many(walk, level)
    return " " in name or "-" in name


def settle_times(walk: Walk) -> None:
    """A level that was said of another time is no whole after all."""
    for f in walk.figures:
        if f.links and f.period is not None:
            f.links = [
                x for x in f.links if x[2] != _RULE or x[1].period in (None, f.period) or x[1] in walk.figures
            ]


def tie_fronted(walk: Walk, k: int) -> None:
    """ "Of the backlog, | 3.9 billion is due": part or share of the level of that name said before."""
    f, gap = walk.figures[k], walk.gaps[k]
    m = _FRONTED.search(gap) if "oe" in gap else None
    if (
        m is None
        or (k and gap.startswith("oe") and m.start() == 0)  # "nine of the ferries, or | 26%": of those nine
        or f.kind not in ("level", "share")
        or any(r in ("part_of", "share_of") for r, *_ in f.links)
    ):
        return
    first = walk.it.figures[k] - len(gap) + m.start("noun")
    span = walk.it.starts[first], walk.it.ends[first + len(m["noun"]) - 1]
    target = _said(walk, k, key_of(walk, span))
    if target is None or walk.g.low[walk.it.starts[first - 1] : walk.it.ends[first - 1]] not in _DEFINITE:
        return
    if f.shape == "R":
        f.kind = "share"
        f.link("share_of", target, _RULE)
    elif f.shape == "N" and f.value < target.value and same_dimension(f.unit, target.unit):
        f.link("part_of", target, "n_of_the", "unknown", walk.g.norm[walk.it.starts[first - 2] : span[1]])


def _said(walk: Walk, k: int, key: str) -> Figure | None:
    """The level of that name: of this sentence if it tells one, else the last one of the text."""
    if not key:
        return None
    own = [t for role, t, *_ in walk.figures[k].links if role == "expresses"]
    here = [
        x
        for x in walk.figures[:k]
        if x.shape == "N" and x.kind == "level" and x.measure is not None and _is_named(walk, x.measure, key)
    ]
    if here:
        return here[0] if len(here) == 1 and here[0] not in own else None
    target = walk.memory.levels.get(key)
    if target is None:
        known, level = walk.memory.heads.get(key.rsplit(" ", 1)[-1], ("", None))
        target = level if known.endswith(" " + key) else None
    return target or _by_another_name(walk, k, key) or _by_pointer(walk, k, key)


def _by_pointer(walk: Walk, k: int, key: str) -> Figure | None:
    """ "raised $2.5 billion; | 60% of the money", "followed 1,265 children. | 15% of the sample"."""
    if key in walk.lex.share_words["asked"]:
        near = walk.s.number - walk.memory.asked_sentence <= NEAR
        asked = walk.memory.asked if near else None
        return asked or walk.memory.counted or walk.parts.antecedent
    words = walk.lex.share_words
    kind = next((role for role in _KINDS if key in words[role]), None)
    if kind is None:
        return None
    near = walk.memory.antecedent_sentence == walk.s.number - 1
    own = [t for role, t, *_ in walk.figures[k].links if role == "expresses"]
    here = [] if kind == "price" else walk.figures[:k]
    said = [x for x in here if x.shape == "N" and x not in own and not _is_part(x)]
    said += walk.memory.levels_before if near else []
    said = [x for x in said if x.kind == "level" and _KINDS[kind](x.unit) and x.status not in _MEANT]
    if kind == "case":
        said = [x for x in said if x.value >= _FEWEST]  # "found two men guilty. 60% of cases …"
    return said[0] if len(said) == 1 else None


def _is_part(x: Figure) -> bool:
    return any(role in ("part_of", "expresses") for role, *_ in x.links)


def _is_counted(unit: str | None) -> bool:
    return unit in ("count", "person")


def _is_quantity(unit: str | None) -> bool:
    return unit is not None and not is_money(unit.partition("/")[0])


def _is_price(unit: str | None) -> bool:
    return unit is not None and is_money(unit.partition("/")[0])


# which levels a noun may point to: "60% of the money", "in 62% of cases", "11% of the volume", "of the price"
_KINDS: dict[str, Callable[[str | None], bool]] = {
    "fund": is_money,
    "case": _is_counted,
    "quantity": _is_quantity,
    "price": _is_price,
}


def _is_named(walk: Walk, measure: tuple[int, int], key: str) -> bool:
    """True for "deaths", "road deaths" and "deaths of children" where the deaths are named again."""
    said = key_of(walk, measure)
    return said == key or said.endswith(" " + key) or said.startswith(key + " of ")
