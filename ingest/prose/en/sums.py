"""Parts that add up to a level: "120 seats; the party holds 71, others 38, independents 11"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from ingest.prose.dimension import is_money, same_dimension
from ingest.prose.en import clauses as cl
from ingest.prose.en.pointing import unit_of
from ingest.prose.en.ratios import LEVELS
from ingest.prose.figure import Figure
from ingest.prose.regex import regex

if TYPE_CHECKING:
    from ingest.prose.en.walk import Walk

_COARSEST = Decimal("0.05")  # of the whole: "5 = 3 + 2" is chance
_COARSE_MONEY = Decimal("0.005")  # of a whole that another sentence tells
_NONE = Decimal(0)
_TIME_BEHIND = regex(r"x{0,2}[nO]?Y")  # "520 in 2021"
_THE_TOTAL = regex(r"\b(?:an? )?(?:total|sum) of(?=\s\Z)")
_REACH = 24  # characters in which "for a total of" stands
_OF_THE_LEVEL = (cl.CHANGE, cl.EARLIER, cl.FROM, "duration", "rank")  # told of the level, before its parts


def tie_sums(walk: Walk) -> None:
    """Tie what adds up to a level said before it, in this sentence or the one before, or right behind."""
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
        if whole.shape != "N" or whole.kind != "level" or whole.value <= 0 or walk.roles[w] not in LEVELS:
            continue
        parts = _parts_behind(walk, w, free)
        if parts:
            for x in parts:
                x.link("part_of", whole, "adds_up", "unknown")
            return
    _total_behind(walk, free)


def _parts_behind(walk: Walk, w: int, free: list[bool]) -> list[Figure]:
    """The figures behind level w that make it up, passing over what is told of the level itself."""
    whole, parts = walk.figures[w], list[Figure]()
    total, place = _NONE, whole.last_place or _NONE
    for k in range(w + 1, len(walk.figures)):
        f = walk.figures[k]
        if f.unit is None and whole.unit is not None and not f.scaled and walk.afters[k][:1] == "x":
            continue  # "12,400 square metres in | two phases: 7,300 and 5,100"
        if not parts and (walk.roles[k] in _OF_THE_LEVEL or any(t is whole for _, t, *_ in f.links)):
            continue  # "1,240 fires, up | 4% on 2021: 520 in homes …"
        fits = free[k] and not f.links and 0 < f.value < whole.value
        if not fits or not _is_like(walk, k, f, whole):
            break
        parts.append(f)
        total, place = total + f.value, max(place, f.last_place or _NONE)
        if len(parts) > 1 and total == whole.value and place <= _COARSEST * whole.value:
            return parts if not _is_dated(walk, parts) else []
    return []


def _is_dated(walk: Walk, parts: list[Figure]) -> bool:
    """True for "1,240 fires in 2022, | 520 in 2021 and | 720 in 2020": one thing at other times."""
    at = [k for k, x in enumerate(walk.figures) if x in parts]
    return all(_TIME_BEHIND.match(walk.afters[k]) for k in at)


def _total_behind(walk: Walk, free: list[bool]) -> None:
    """ "There were 520 men and 720 women, a total of | 1,240": what stands before makes it up."""
    for k, f in enumerate(walk.figures):
        if k > 1 and free[k] and not f.links:
            near = max(walk.figures[k - 1].outer_end, f.start - _REACH)
            said = _THE_TOTAL.search(walk.low, near, f.start)
            if said is not None:
                walk.parts.total(k, f, said[0])


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
    fits = f.noun is None and not is_money(whole.unit) if f.unit is None else f.unit == whole.unit
    listed = walk.gaps[k].endswith("<") or ":" in walk.gaps[k]
    return fits and (listed or not is_account(walk, whole.outer_end))
