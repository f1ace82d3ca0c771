"""Shares whose whole nobody names: of a firm, by noun or verb, or of the people who do something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.prose.figure import Figure
from ingest.prose.regex import regex

if TYPE_CHECKING:
    from ingest.prose.en.walk import Walk

_NOUN_NEAR = 3  # "a 30% indirect minority stake": the noun is the third word at most
_VERB = 2  # items in which a verb goes on
_OPENS = regex(r"(?:[nO][eE]?Y,)?|.*(?:[;:]|[,&]z?|z)")  # "In 2022, | 4% had never", "; | 29% are"
_STILL = regex(r"[^,;]*,[z&]?(?:[nO][eE]?Y)?")  # "one in five in 2012, but | 4% in 2022"
_ALONE = regex(r"[,;>]")


def settle_holdings(walk: Walk) -> None:
    """Make shares of the percentages that tell who has, holds or does something."""
    for k, f in enumerate(walk.figures):
        if f.shape != "R" or f.kind != "level":
            continue
        if _is_held(walk, k, f) or _has_verb(walk, k) or _with_some_doing(walk, k) or _goes_on(walk, k):
            f.kind = "share"


def _is_held(walk: Walk, k: int, f: Figure) -> bool:
    """ "a | 62% stake in", "raised its holding to | 18%", "who owns | 4%,": of a firm."""
    at, word, lex = walk.it.figures[k], walk.g.measures.word, walk.lex.share_words
    for j in range(at + 1, min(at + 1 + _NOUN_NEAR, len(walk.tags))):
        if walk.tags[j] not in "xA":
            break
        said = word(walk.it, j)
        if said in lex["held"] or (said in lex["held_in"] and walk.tags[j + 1 : j + 2] == "n"):
            return True
    measure = walk.low[slice(*f.measure)].split() if f.measure is not None else []
    if measure and measure[-1] in lex["held"]:
        return True
    owns = at > 0 and walk.tags[at - 1] in "Ax" and word(walk.it, at - 1) in lex["owner"]
    return owns and _ALONE.match(walk.afters[k]) is not None


def _has_verb(walk: Walk, k: int) -> bool:
    """ "| 4% had never flown", "A further | 12% were undecided": what only some of many do.

    A rate is singular ("4% was paid"), or the subject of a noun ("4% is the target").
    """
    others = (x for x in walk.figures[:k] if x.shape == "R" and x.kind != "share")
    if _OPENS.fullmatch(walk.gaps[k]) is None or any(others):
        return False  # "The margin was 3.4%, and | 3.2% were recorded in 2020": a rate as before
    at = walk.it.figures[k] + 1
    if at >= len(walk.tags) or walk.g.measures.word(walk.it, at) not in walk.lex.share_words["do"]:
        return False
    if walk.tags[at] == "v" and walk.tags[at + 1 : at + 2] in ("e", "E"):
        return False
    return not any(at < j <= at + _VERB for j, _ in walk.it.statuses)  # "5% are expected"


def _with_some_doing(walk: Walk, k: int) -> bool:
    """ "Girls did better, with | 79.9% passing": the clause ends with what they do."""
    if not walk.gaps[k].endswith(",5") or walk.afters[k][:1] not in ("x", "A"):
        return False
    did = walk.g.measures.word(walk.it, walk.it.figures[k] + 1)
    ends = walk.afters[k][1:2] in (",", ";", "o", "n", "t", "e", "E", "&")
    return did.endswith("ing") and did not in walk.lex.ing_nouns and ends


def _goes_on(walk: Walk, k: int) -> bool:
    """ "One in five had never flown in 2012, but only | 4% in 2022": nothing else is named."""
    last = walk.figures[k - 1] if k else None
    alone = last is not None and last.shape == "R" and last.kind == "share"
    return alone and _STILL.fullmatch(walk.gaps[k]) is not None and walk.afters[k][:1] in ("n", ",")
