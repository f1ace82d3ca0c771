"""Polls and surveys: of those asked, so many, or so large a share, answered or did something."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ingest.prose.figure import Figure
from ingest.prose.regex import regex

if TYPE_CHECKING:
    from ingest.prose.en.walk import Walk

_OF_SO_MANY = regex(r"[^,;NRPM]*(?P<survey>x)oe?(?=N)")  # "In a survey of | 2,000 drivers"
_WHICH_ASKED = regex(r"[^,;NRPM]*(?P<survey>x),ZA(?=N)")  # "The survey, which covers | 8,000 firms, found"
_ANSWERS = regex(r"(?:[^,;]*(?:A|Z|AZ|A,)|x{1,3}[vA]?,|[^;]*[,&z])e?")  # "… found that | 44%", "…, | 59%"
NEAR = 3  # sentences in which a survey is still spoken of
_DID = ("v", "A", "H", "n", "u", "d", "c", "5", "6")  # what the asked do: "admitted", "in favour"


def _asked(walk: Walk, k: int) -> Figure | None:
    """The number of those asked, where the sentence opens with a survey of so many."""
    first = walk.figures[0]
    m = (
        (_OF_SO_MANY.match(walk.tags) or _WHICH_ASKED.match(walk.tags))
        if k and first.shape == "N" and first.kind == "level"
        else None
    )
    if m is None or walk.g.measures.word(walk.it, m.start("survey")) not in walk.lex.share_words["survey"]:
        return None
    did = walk.afters[k][:1] in _DID or _says(walk, k)
    fits = did and _ANSWERS.fullmatch(walk.gaps[k]) is not None
    return first if fits and all(x.kind in ("level", "share") for x in walk.figures[: k + 1]) else None


def _says(walk: Walk, k: int) -> bool:
    """True where an answer stands behind figure k: "admitted"."""
    at = walk.it.figures[k] + 1
    return at < len(walk.it.tags) and walk.g.measures.word(walk.it, at) in walk.lex.answers


def remember_asked(walk: Walk) -> None:
    """Keep how many a survey asked: the later sentences of its paragraph tell what they answered."""
    memory, first = walk.memory, walk.figures[0]
    if first.shape != "N" or first.kind != "level" or first.unit not in ("count", "person"):
        return
    words = walk.low[walk.s.start : walk.s.end].replace(",", " ").replace(".", " ").split()
    if not walk.lex.share_words["survey"].isdisjoint(words):
        memory.asked, memory.asked_sentence = first, walk.s.number


def _asked_before(walk: Walk, k: int) -> Figure | None:
    """ "The survey covered 4,200 firms in 12 sectors. | 31% reported higher prices": of those asked."""
    memory = walk.memory
    if (
        memory.asked is None
        or walk.s.number - memory.asked_sentence > NEAR
        or walk.figures[k].kind == "points"
    ):
        return None
    opens = walk.gaps[k] in ("", "x", "y") if k == 0 else re.search(r"[,;&z]\Z", walk.gaps[k]) is not None
    return memory.asked if opens and _says(walk, k) else None


def share_of_asked(walk: Walk, k: int, f: Figure) -> bool:
    """ "In a survey of 2,000 drivers, | 59% admitted speeding", "A poll of 1,012 found | 44% in favour"."""
    whole = _asked(walk, k) or _asked_before(walk, k)
    if whole is not None:
        f.link("share_of", whole, "of_those_asked")
    return whole is not None


def part_of_asked(walk: Walk, k: int, f: Figure) -> Figure | None:
    """ "The survey of 4,800 firms found that | 640 had cut staff"."""
    whole = _asked(walk, k)
    bare = f.unit is None and (f.noun is None or _says(walk, k)) and not f.scaled
    return whole if whole is not None and bare and f.value < whole.value else None
