"""Percentages that arithmetic ties: 410,000 of 3.18 million are 13 per cent.

A percentage beside a level, without a word that tells what it is of, may be a change or a share of something
unnamed. It is tied where one pair of figures gives just this percentage within the last printed digits.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from ingest.prose.dimension import is_money, same_dimension
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
_COARSEST = Decimal("0.05")  # of the whole: "5 = 3 + 2" is chance
_COARSE_MONEY = Decimal("0.005")  # of a whole that another sentence tells
_NONE = Decimal(0)
_ALL = 100
_LEVELS = (cl.LEVEL, cl.TO, cl.PART, cl.TOTAL, cl.CHANGE)


def tie_ratios(walk: Walk) -> None:
    """Tie what the rules of grammar left: called when they have run."""
    for k, f in enumerate(walk.figures):
        if f.shape == "R" and f.kind in ("level", "share") and walk.roles[k] not in (cl.EARLIER, cl.FROM):
            _tie(walk, k, f)
    _in_brackets(walk)


def tie_sums(walk: Walk) -> None:
    """ "120 seats; the party holds | 71, others | 38, independents | 11": what adds up to a level."""
    before = walk.parts.antecedent
    free = [
        x.shape == "N" and x.kind == "level" and walk.roles[k] in (cl.LEVEL, cl.PART)
        and all(role == "part_of" and target is before for role, target, *_ in x.links)
        for k, x in enumerate(walk.figures)
    ]  # fmt: skip
    if before is not None and all(free) and _make_up(walk, before):
        for x in walk.figures:
            x.link("part_of", before, "adds_up", "unknown")
        return
    for w, whole in enumerate(walk.figures[:-2]):
        if whole.shape != "N" or whole.kind != "level" or whole.value <= 0 or walk.roles[w] not in _LEVELS:
            continue
        total, place = _NONE, whole.last_place or _NONE
        for k in range(w + 1, len(walk.figures)):
            f = walk.figures[k]
            if f.unit is None and whole.unit is not None and not f.scaled and walk.afters[k][:1] == "x":
                continue  # "12,400 square metres in | two phases: 7,300 and 5,100"
            if (
                not free[k]
                or f.links
                or f.value <= 0
                or f.value >= whole.value
                or not _is_like(walk, k, f, whole)
            ):
                break
            total, place = total + f.value, max(place, f.last_place or _NONE)
            if k > w + 1 and total == whole.value and place <= _COARSEST * whole.value:
                for x in walk.figures[w + 1 : k + 1]:
                    x.link("part_of", whole, "adds_up", "unknown")
                return


def _make_up(walk: Walk, whole: Figure) -> bool:
    """ "The park hosts 320 firms. | 140 make software, | 90 drugs, the others number | 90".

    Not an account: "Arrivals numbered 212,000. Departures were 128,000 and the balance 84,000".
    """
    parts = walk.figures
    if is_account(walk, walk.s.start):
        return False
    place = max(x.last_place or _NONE for x in (whole, *parts))
    alike = all(same_dimension(unit_of(x), unit_of(whole)) and x.value > 0 for x in parts)
    coarsest = _COARSE_MONEY if is_money(whole.unit) else _COARSEST
    return alike and sum(x.value for x in parts) == whole.value and place <= coarsest * whole.value


def is_account(walk: Walk, start: int) -> bool:
    """True where words from there on tell what is left of one thing when another is taken from it."""
    words = walk.low[start : walk.s.end].replace(",", " ").replace(".", " ").split()
    return not walk.lex.share_words["balance"].isdisjoint(words)


def _is_like(walk: Walk, k: int, f: Figure, whole: Figure) -> bool:
    """True for a bare number, which counts what its whole counts, and for an amount of the same unit.

    "Revenue of 12.4 billion, spending of 11.2 billion and a surplus of 1.2 billion" is an account.
    """
    if f.unit is None:
        return f.noun is None and not is_money(whole.unit)
    listed = walk.gaps[k].endswith("<") or ":" in walk.gaps[k]
    return f.unit == whole.unit and (listed or not is_account(walk, whole.outer_end))


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
                if x.shape == "N" and x.kind == "level" and walk.roles[k] in _LEVELS
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
        if x.shape == "N" and x.kind == "level" and x is not whole and walk.roles[k] in _LEVELS
        if same_dimension(unit_of(x), unit_of(whole)) and x not in said
    ]


def _beside(walk: Walk, k: int) -> list[int]:
    """The levels right before and right behind figure k, with a comma, a colon or a bracket between."""
    found = []
    for j, gap in ((k - 1, k), (k + 1, k + 1)):
        if not 0 <= j < len(walk.figures) or not _BESIDE.fullmatch(walk.gaps[gap]):
            continue
        x = walk.figures[j]
        if x.shape == "N" and x.kind == "level" and walk.roles[j] in _LEVELS:
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
