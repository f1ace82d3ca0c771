"""Shares and parts that the walk left untied, tied by the shape of their sentence.

Each rule asks for a shape that leaves one whole only; a figure that has a link is never touched.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ingest.prose.dimension import same_dimension
from ingest.prose.en.pointing import unit_of
from ingest.prose.figure import Figure

if TYPE_CHECKING:
    from ingest.prose.en.walk import Walk

_ASKED = re.compile(r"x{1,4}A")  # "Of the 3,400 firms polled | 22% had no website"
_TO_TOTAL = re.compile(r">(?:t[eE]?|v)[xT]{0,3}oe?")
_A_SHARE = re.compile(r",[eE]?so\Z")  # "43.8 million hectares, a share of | 22% of …"
_MAKES_UP = re.compile(r"(?:[eE]?x{1,4}|e)a[eE]?")  # "Bonds account for | 65% and …"
_AND_OTHERS = re.compile(r"[,;]?&?[eE]?x{1,4}(?:a|[nf])?[eE]?x?")
_REST = re.compile(r"\b(?:remaining|remainder|rest|other)\b")
_ALL = 100


def tie(walk: Walk) -> None:
    """Tie what is still untied: called when every role of the sentence is known."""
    for k, f in enumerate(walk.figures):
        if f.shape == "R" and f.kind in ("level", "share") and not f.links and k:
            _of_fronted(walk, k, f)
            _to_total(walk, k, f)
            _a_share(walk, k, f)
    if walk.parts.antecedent is not None and walk.figures:
        _of_sentence_before(walk, walk.parts.antecedent)


def _of_fronted(walk: Walk, k: int, f: Figure) -> None:
    """ "Of the 3,400 firms polled | 22% had no website"."""
    whole = walk.parts.fronted
    if whole is walk.figures[k - 1] and _ASKED.fullmatch(walk.gaps[k]) and walk.afters[k][:1] in "vHudA23":
        f.kind = "share"
        f.link("share_of", whole, "of_the_n")


def _to_total(walk: Walk, k: int, f: Figure) -> None:
    """ "contributed 21.4 TWh (| 17%) to total generation of 126 TWh"."""
    if k + 1 == len(walk.figures) or walk.gaps[k] != "<" or not walk.gaps[k - 1].endswith("C"):
        return
    part, whole = walk.figures[k - 1], walk.figures[k + 1]
    if _TO_TOTAL.fullmatch(walk.gaps[k + 1]) and same_dimension(part.unit, whole.unit):
        f.kind = "share"
        f.link("expresses", part, "level_then_share")
        f.link("share_of", whole, "share_of_total")


def _a_share(walk: Walk, k: int, f: Figure) -> None:
    """ "took up 43.8 million hectares, a share of | 22% of the gross area"."""
    level = walk.figures[k - 1]
    if _A_SHARE.search(walk.gaps[k]) and level.shape == "N" and level.kind == "level":
        f.kind = "share"
        f.link("expresses", level, "level_then_share")


def _of_sentence_before(walk: Walk, whole: Figure) -> None:
    """ "The fund holds 40 trillion won. Bonds account for | 65% and equities for the remaining | 35%"."""
    listed = walk.figures
    if len(listed) < 2 or not _MAKES_UP.fullmatch(walk.gaps[0]) or any(f.links for f in listed):
        return
    told = all(_AND_OTHERS.fullmatch(gap) for gap in walk.gaps[1:])
    if not told or any(f.shape != listed[0].shape or f.kind not in ("level", "share") for f in listed):
        return
    if any(walk.afters[k][:1] in ("o", "w") for k in range(len(listed))):
        return  # "65% of imports": of what is named
    total, rest = sum(f.value for f in listed), _REST.search(walk.low, walk.s.start, listed[-1].start)
    if listed[0].shape == "R" and total == _ALL:
        for f in listed:
            f.kind = "share"
            f.link("share_of", whole, "share_of_total")
        return
    alike = all(same_dimension(unit_of(f), unit_of(whole)) for f in listed)
    if listed[0].shape == "N" and total == whole.value and alike:
        word = walk.g.norm[rest.start() : rest.end()] if rest is not None else None
        for f in listed:
            f.link("part_of", whole, "of_this", "exhaustive" if word else "unknown", word)
