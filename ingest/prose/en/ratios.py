"""Percentages that arithmetic ties: 410,000 of 3.18 million are 13 per cent.

A percentage beside a level, without a word that tells what it is of, may be a change or a share of something
unnamed. It is tied where one pair of figures gives just this percentage within the last printed digits.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from ingest.prose.dimension import same_dimension
from ingest.prose.en import clauses as cl
from ingest.prose.en.pointing import unit_of
from ingest.prose.figure import Figure
from ingest.prose.ratio import percent_of
from ingest.prose.regex import regex

if TYPE_CHECKING:
    from ingest.prose.en.walk import Walk

_BESIDE = regex(r"[^;RNPM]{0,9}[,:<1]&?(?:Zv|[ek]v)?e?|<")  # what may stand between a share and its level
_BRACKETED = regex(r"x{0,4}<")
_NEAR_FRACTION = Decimal("2.5")  # points: what a fraction in words may be off
_NAMED = regex(r",?(?:o|wx)")
_NARROW, _WIDE = Decimal("0.06"), Decimal("0.13")
_NONE = Decimal(0)
_ALL = 100
LEVELS = (cl.LEVEL, cl.TO, cl.PART, cl.TOTAL, cl.CHANGE)


def tie_ratios(walk: Walk) -> None:
    """Tie what the rules of grammar left: called when they have run."""
    for k, f in enumerate(walk.figures):
        if f.shape == "R" and f.kind in ("level", "share") and walk.roles[k] not in (cl.EARLIER, cl.FROM):
            _tie(walk, k, f)
    _in_brackets(walk)


def _tie(walk: Walk, k: int, f: Figure) -> None:
    """Find the level that the percentage restates, and the whole."""
    told = [t for role, t, *_ in f.links if role == "expresses"]
    of = [t for role, t, *_ in f.links if role == "share_of"]
    if (told and of) or len(told) > 1 or len(of) > 1 or "growth_of" in [r for r, *_ in f.links]:
        return
    if walk.low.startswith(" of what ", f.outer_end):
        return  # "$958 for women, 84% of what men earned": no part
    named = _NAMED.match(walk.afters[k]) is not None and not of  # "89%, of total assets"
    if f.value <= 0 or (named and not told and not of) or walk.afters[k].startswith("e"):
        return  # "less than half | the 78.5 million of 1990"
    parts = told or (_levels(walk, of[0]) if of else [walk.figures[j] for j in _beside(walk, k)])
    pairs = [
        (part, whole)
        for part in parts
        for whole in of or _wholes(walk, part)
        if part.value < whole.value
        and _is_share(f, part, whole, _NARROW if named or (of and "fraction" not in f.flags) else _WIDE)
    ]
    if len(pairs) != 1:
        return
    part, whole = pairs[0]
    f.kind = "share"
    f.link("expresses", part, "ratio_of_two")
    f.link("share_of", whole, "ratio_of_two")
    if not of and not named and not _is_compared(walk, whole):
        part.link("part_of", whole, "ratio_of_two", "unknown")


def tie_told_later(walk: Walk) -> None:
    """ "980,000 units, or 52.4% of all sales. Sales dipped 1.6% to | 1.87 million": its whole comes later."""
    memory = walk.memory
    if memory.antecedent_sentence == walk.s.number - 1:
        for f, part in memory.restated:
            wholes = [
                x
                for k, x in enumerate(walk.figures)
                if x.shape == "N" and x.kind == "level" and walk.roles[k] in LEVELS
                if same_dimension(x.unit or "count", part.unit or "count") and x.value > part.value
                if _is_share(f, part, x, _NARROW)
            ]
            if len(wholes) == 1:
                f.link("share_of", wholes[0], "whole_told_later")
    memory.restated = []
    for f in walk.figures:
        told = [t for role, t, *_ in f.links if role == "expresses"] if f.kind == "share" else []
        if (
            len(told) == 1
            and "fraction" not in f.flags
            and not any(role == "share_of" for role, *_ in f.links)
        ):
            memory.restated.append((f, told[0]))


def _levels(walk: Walk, whole: Figure) -> list[Figure]:
    """The levels of the sentence that may be parts of the whole, and are not told in percent already."""
    said = [t for x in walk.figures for role, t, *_ in x.links if role == "expresses"]
    return [
        x
        for k, x in enumerate(walk.figures)
        if x.shape == "N" and x.kind == "level" and x is not whole and walk.roles[k] in LEVELS
        if same_dimension(unit_of(x), unit_of(whole)) and x not in said
    ]


def _beside(walk: Walk, k: int) -> list[int]:
    """The levels right before and right behind figure k, with a comma, a colon or a bracket between."""
    found = []
    for j, gap in ((k - 1, k), (k + 1, k + 1)):
        if not 0 <= j < len(walk.figures) or not _BESIDE.fullmatch(walk.gaps[gap]):
            continue
        x = walk.figures[j]
        if x.shape == "N" and x.kind == "level" and walk.roles[j] in LEVELS:
            found.append(j)
    return found


def _wholes(walk: Walk, part: Figure) -> list[Figure]:
    """The level that the part is of, where it is known; else every level said so far, or behind."""
    known = [t for role, t, *_ in part.links if role == "part_of"]
    if known:
        return known
    said = [*walk.figures, *([walk.parts.antecedent] if walk.parts.antecedent is not None else [])]
    return [
        x
        for x in said
        if x.shape == "N"
        and x.kind == "level"
        and x is not part
        and same_dimension(unit_of(x), unit_of(part))
    ]


def _is_compared(walk: Walk, x: Figure) -> bool:
    """ "Against a sanctioned strength of | 12,400, 9,100 posts (73%) were filled": no whole."""
    return any(
        y is x and role in (cl.EARLIER, cl.FROM) for y, role in zip(walk.figures, walk.roles, strict=True)
    )


def _is_share(f: Figure, part: Figure, whole: Figure, most: Decimal) -> bool:
    """True where the percentage is the ratio of the two within the last digits printed.

    Where these leave more than the part `most` of the percentage open, an agreement says too little.
    """
    if any(x.upper is not None or x.value <= 0 for x in (whole, part, f)):
        return False
    percent, loose = percent_of(part, whole)
    off = _NEAR_FRACTION if "fraction" in f.flags else (f.last_place or _NONE) / (1 if f.hedge else 2)
    return abs(percent - f.value) <= off + loose <= most * f.value


def _in_brackets(walk: Walk) -> None:
    """ "carried 512 million tonnes (| 77%) and 98 million tonnes (| 15%)": of one whole."""
    found: list[tuple[Figure, Figure]] = []
    for k in range(1, len(walk.figures)):
        level, f = walk.figures[k - 1], walk.figures[k]
        if f.shape != "R" or level.shape != "N" or not _BRACKETED.fullmatch(walk.gaps[k]):
            continue
        if f.kind != "level" or f.links or level.kind != "level" or walk.afters[k][:1] != ">" or f.value <= 0:
            return
        found.append((level, f))
    if len(found) < 2 or len({level.unit for level, _ in found}) > 1 or sum(f.value for _, f in found) > _ALL:
        return
    first, share = found[0]
    whole = first.value / share.value  # of which each level is one per cent
    for level, f in found[1:]:
        loose = sum(((x.last_place or _NONE) / x.value for x in (first, share, level, f)), _NONE) / 2
        if abs(level.value / f.value / whole - 1) > loose:
            return
    for level, f in found:
        f.kind = "share"
        f.link("expresses", level, "ratios_alike")
