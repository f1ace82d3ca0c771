"""Ties that the figures themselves show: parts that add up to a level, a level that is so much of another.

Such links carry the rules `adds_up` and `ratio_of_two`: a check of the sum or the share on them partly
checks itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from itertools import groupby

from ingest.prose.figure import QUANTITY, Figure
from ingest.prose.ratio import percent_of
from ingest.prose.zh.scene import Spot
from ingest.prose.zh.ties import BALANCE, Ties
from ingest.prose.zh.words import words

_WHOLES = 8  # levels that are tried, nearest first
_MANY = 12  # parts of one whole
_HALF = Decimal("0.5")
_COARSEST = Decimal("0.01")  # of a whole: with fewer digits many sums would fit by chance
_EXACT = 3  # digits that a share needs where words name a whole that no level has


def tie(ties: Ties, spots: list[Spot], known: int) -> None:
    """Tie the figures of a sentence; the first `known` levels of the board stand in sentences before."""
    before = [level for _, level in ties.board.levels[max(0, known - _WHOLES) : known]]
    if len(spots) > 1:
        _sums(ties, spots, before)
    for spot in spots:
        if spot.figure.kind == "share" and not spot.restores:
            _share(ties, spot)


def agree(share: Figure, part: Figure, whole: Figure) -> bool:
    """True where the part is, to the digits printed, so many percent of the whole."""
    if not 0 < part.value < whole.value or part.unit != whole.unit or share.last_place is None:
        return False
    percent, loose = percent_of(part, whole)
    return abs(percent - share.value) <= _HALF * share.last_place + loose


def _sums(ties: Ties, spots: list[Spot], before: list[Spot]) -> None:
    """出口17.6万亿元，进口13.2万亿元, behind 进出口总值30.8万亿元; 男性A人，女性B人."""
    levels = [s for s in spots if _is_part(ties, s)]
    # 分消费类型看 says that they are parts; else their names must end alike.
    for (_, ending), run in groupby(levels, lambda s: (s.figure.unit, s.divided or ties.key(s)[-1:])):
        parts = list(run)
        if not ending or not 2 <= len(parts) <= _MANY:
            continue
        at = spots.index(parts[0])
        inside = [s for s in spots[:at] if s.figure.kind == "level"]
        if not _adds_up(parts, [*before, *inside][-_WHOLES:]) and len(parts) > 2:
            _adds_up(parts[1:], parts[:1])


def _is_part(ties: Ties, spot: Spot) -> bool:
    f = spot.figure
    plain = f.kind == "level" and f.shape == QUANTITY and f.upper is None and f.value > 0
    free = not (spot.origin or spot.aside or spot.bracket or spot.conversion)
    tied = any(role == "part_of" and rule != "divided" for role, _, rule, *_ in f.links)
    return plain and free and not tied and not BALANCE.search(ties.key(spot))


def _adds_up(parts: list[Spot], wholes: list[Spot]) -> bool:
    places = [s.figure.last_place or Decimal(1) for s in parts]
    total = sum((s.figure.value for s in parts), Decimal(0))
    for spot in reversed(wholes):
        whole = spot.figure
        if spot.origin or whole.unit != parts[0].figure.unit or whole.period != parts[0].figure.period:
            continue
        place = max([*places, whole.last_place or Decimal(1)])
        if place > _COARSEST * whole.value or abs(total - whole.value) > _HALF * place * len(parts):
            continue
        for s in parts:
            if not any(role == "part_of" for role, *_ in s.figure.links):
                s.figure.link("part_of", whole, "adds_up", "unknown")
        return True
    return False


def _share(ties: Ties, spot: Spot) -> None:
    """占46.5% behind a level: of the one level in sight of which the level is just so much."""
    f = spot.figure
    parts = [t for role, t, *_ in f.links if role == "expresses"]
    if len(parts) != 1 or any(role == "share_of" for role, *_ in f.links):
        return
    if spot.whole is not None and not _may_be_other(ties, spot):
        return
    part = parts[0]
    wholes = _larger(part, (level.figure for _, level in reversed(ties.board.levels)))
    found = [w for w in wholes if agree(f, part, w)]
    if len(found) == 1:
        f.link("share_of", found[0], "ratio_of_two")


def _may_be_other(ties: Ties, spot: Spot) -> bool:
    """占我外贸总值的15.2%: another name of a whole, not the whole of a wider place; told to three digits."""
    assert spot.whole is not None
    said = ties.norm[slice(*spot.whole)]
    f = spot.figure
    digits = f.value / f.last_place if f.last_place else Decimal(0)
    wider = any(scope in said for scope in words().scopes) or "平均" in said
    return not wider and digits >= 10 ** (_EXACT - 1)


def _larger(part: Figure, levels: Iterable[Figure]) -> list[Figure]:
    found: list[Figure] = []
    for f in levels:
        if f.kind == "level" and f is not part and f.period == part.period and f.value > part.value:
            found.append(f)
            if len(found) == _WHOLES:
                break
    return found
