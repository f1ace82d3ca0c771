"""Shares and parts told by who takes them: "with Africa receiving $15 billion", "with 43% going to Wales".

Rules of the same kind as those of `ties`, which asks them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ingest.prose.dimension import is_money
from ingest.prose.figure import Figure

if TYPE_CHECKING:
    from ingest.prose.en.walk import Walk

_WITH_ONE = re.compile(r"[xno]{0,4},5[eE]?x{1,3}<")
_AND_ONE = re.compile(r">,?&?[eE]?x{1,3}<")
_TAKING = re.compile(r"[xn]{0,3},5[eE]?x{2,4}|[xn]{0,3},5[eE]?x{1,3}A")
_AND_OTHERS = re.compile(r"[,;]?&?[eE]?x{1,4}(?:a|[nf])?[eE]?x?")
_OR = re.compile(r",?1")  # ", or | 11%"


def of_taker(walk: Walk, k: int, f: Figure) -> bool:
    """ "with Africa receiving $15 billion or | 65 percent and South Asia | 18 percent"."""
    last, gap = walk.figures[k - 1], walk.gaps[k]
    whole = next((t for r, t, rule, *_ in last.links if rule == "with_its_own_subject"), None)
    if whole is not None and _OR.fullmatch(gap):
        f.link("expresses", last, "level_then_share")
        f.link("share_of", whole, "with_its_own_subject")
    elif last.shape == "R" and _AND_OTHERS.fullmatch(gap):
        for role, target, rule, *_ in last.links:
            if rule == "with_its_own_subject" and role == "share_of":
                f.link("share_of", target, rule)
                break
    return bool(f.links)


def going(walk: Walk, k: int, f: Figure) -> bool:
    """ "awarded £240 million to 310 projects, with | 43% going to the north and | 15% to Wales"."""
    last, gap, after = walk.figures[k - 1], walk.gaps[k], walk.afters[k]
    if last.shape == "R" and gap.endswith("&") and after[:1] in ("t", "f"):
        whole = next((t for r, t, rule, *_ in last.links if rule == "with_shares_going"), None)
    elif gap.endswith(",5") and _word(walk, k, 1) in walk.lex.share_words["going"]:
        said = [x for x in walk.figures[:k] if x.shape == "N" and x.kind == "level"]
        moneys = [x for x in said if is_money(x.unit)]
        whole = said[0] if len(said) == 1 else moneys[0] if len(moneys) == 1 else None
    else:
        return False
    if whole is not None:
        f.link("share_of", whole, "with_shares_going")
    return whole is not None


def _word(walk: Walk, k: int, away: int) -> str:
    """The word that stands `away` items behind figure k, before it where that is negative."""
    item = walk.it.figures[k] + away
    return walk.g.measures.word(walk.it, item) if item < len(walk.it.tags) else ""


def among_buyers(walk: Walk, k: int, f: Figure) -> bool:
    """ "exports rose to 1.6 million tonnes, with Chile (| 24%) and Peru (| 20%) the main buyers"."""
    if walk.afters[k][:1] != ">":
        return False
    behind = walk.low[walk.it.ends[walk.it.figures[k]] : walk.s.end].replace(",", " ").split()
    if walk.lex.share_words["chief"].isdisjoint(behind):
        return False
    last = walk.figures[k - 1]
    opens = _WITH_ONE.fullmatch(walk.gaps[k]) and last.shape == "N" and last.kind == "level"
    whole = last if opens else None
    if whole is None and _AND_ONE.fullmatch(walk.gaps[k]):
        whole = next((t for _, t, rule, *_ in last.links if rule == "with_buyers"), None)
    if whole is not None:
        f.link("share_of", whole, "with_buyers")
    return whole is not None


def with_takers(walk: Walk, k: int, f: Figure) -> None:
    """ "Lending totalled $23 billion, with Africa receiving | $15 billion": a part of it."""
    whole = walk.figures[k - 1]
    taken = _TAKING.fullmatch(walk.gaps[k]) and _word(walk, k, -1) in walk.lex.share_words["taker"]
    level = whole.shape == "N" and whole.kind == f.kind == "level" and whole.unit == f.unit
    if taken and level and f.unit is not None and f.value < whole.value:
        f.link("part_of", whole, "with_its_own_subject", "unknown")
