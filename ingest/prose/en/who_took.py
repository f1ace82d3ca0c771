"""Parts and shares of what the sentence before told, by who has them: "Germany bought | 19%"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ingest.prose.dimension import is_money, same_dimension
from ingest.prose.en import clauses as cl
from ingest.prose.en.pointing import unit_of
from ingest.prose.figure import Figure
from ingest.prose.regex import regex

if TYPE_CHECKING:
    from ingest.prose.en.walk import Walk

_RULE = "who_took"
_TOOK = regex(r"(?:[^,;]*[;,&z])?[eE]?x{1,3}(?:[nf]e?x{1,3})?m?[A23HxC]")  # "Insurers will bear | £600m"
_NAMED = regex(r"[^;]*[,;&z][eE]?x{1,3}(?:[nf]e?x{1,3})?m?[A23HxC]?[eE]?x?")
_ENDS = regex(r"[,;&z]|\Z")
_BRACKETED = regex(r"[^<>]*<|>[^<>]*<")
_MOVES = regex("[udpqij23]")
_ANOTHER = regex(r"(?:another|a further|an additional)\s")
_ALONE = regex(r"(?<!ing) alone\b")
_ALONE_DID = regex(r"(?:\A|[,;&z])[eE]?x{2,5}m?H?[AaxC]\Z")  # no pronoun, time or "came to" between
_ALL = 100


def tie(walk: Walk) -> None:
    """Tie the figures of a sentence that has no whole of its own."""
    if " alone" in walk.low[walk.s.start : walk.s.end]:
        _alone(walk)
    whole = walk.parts.antecedent
    if whole is not None and walk.figures:
        _took(walk, whole)
        _ranked_shares(walk, whole)
    parted = walk.memory.parted
    if parted is not None and walk.memory.antecedent_sentence == walk.s.number - 1 and walk.figures:
        _another(walk, parted)


def _alone(walk: Walk) -> None:
    """ "Royalties came to $5.1 billion. Iron ore alone yielded | $3.6 billion": a part, as the word says."""
    for k, f in enumerate(walk.figures):
        begin = walk.figures[k - 1].outer_end if k else walk.s.start
        told = f.shape == "N" and f.kind == "level" and not f.links and walk.roles[k] in cl.STATED
        did = told and _ALONE_DID.search(walk.gaps[k]) is not None
        if not did or _ALONE.search(walk.low, begin, f.outer_start) is None:
            continue
        said = [x for j, x in enumerate(walk.figures[:k]) if walk.roles[j] in cl.NOW and x.shape == "N"]
        if not said and walk.memory.antecedent_sentence == walk.s.number - 1:
            said = walk.memory.levels_before
        said = [x for x in said if x.kind == "level" and x.value > f.value and _is_of_its_kind(f, x)]
        if len(said) == 1:
            f.link("part_of", said[0], _RULE, "unknown")


def _took(walk: Walk, whole: Figure) -> None:
    """ "Germany bought | 19%", "Owners took | A$17.9 billion": what the first words say somebody has."""
    f, gap = walk.figures[0], walk.gaps[0]
    if f.links or f.kind not in ("level", "share") or walk.roles[0] not in cl.STATED:
        return
    at = walk.it.figures[0]
    verb = walk.g.measures.word(walk.it, at - 1) if at else ""
    bare = _ENDS.match(walk.afters[0]) is not None or is_money(f.unit)
    if _TOOK.fullmatch(gap) is None or verb not in walk.lex.share_words["took"] or not bare:
        return
    if f.shape == "R" and _ENDS.match(walk.afters[0]):
        f.kind = "share"
        f.link("share_of", whole, _RULE)
    elif f.shape == "N" and f.value < whole.value and _is_of_its_kind(f, whole) and _goes_on(walk):
        f.link("part_of", whole, _RULE, "unknown")


def _goes_on(walk: Walk) -> bool:
    """True where another has some too: a single one, "Its rival bought 20", may be beside the whole."""
    return (
        len(walk.figures) > 1 and _NAMED.fullmatch(walk.gaps[1]) is not None and walk.figures[1].shape == "N"
    )


def _is_of_its_kind(f: Figure, whole: Figure) -> bool:
    """True for money of money, and for a bare number of what is counted."""
    if f.unit is None:
        return f.scaled == whole.scaled and unit_of(whole) in (None, "count", "person")
    return f.unit not in ("count", "person") and same_dimension(f.unit, whole.unit)


def _ranked_shares(walk: Walk, whole: Figure) -> None:
    """ "Transport was the largest source (| 28%), followed by energy (| 20%)": of the level before."""
    figures, words = walk.figures, walk.low[walk.s.start : walk.s.end].replace(",", " ").split()
    if len(figures) < 2 or any(
        f.shape != "R" or f.kind not in ("level", "share") or f.links for f in figures
    ):
        return
    chief = not walk.lex.share_words["chief"].isdisjoint(words) or "followed" in words
    shut_in = all(_BRACKETED.fullmatch(gap) for gap in walk.gaps) and _MOVES.search(walk.tags) is None
    if chief and shut_in and sum(f.value for f in figures) <= _ALL:
        for f in figures:
            f.kind = "share"
            f.link("share_of", whole, _RULE)


def _another(walk: Walk, whole: Figure) -> None:
    """ "€140 million of the €310 million had been saved. A further | €90 million is due"."""
    f = walk.figures[0]
    opens = _ANOTHER.match(walk.low, walk.s.start) is not None and re.fullmatch(r"[ex]{0,2}", walk.gaps[0])
    if not opens or f.shape != "N" or f.kind != "level" or f.links or f.value >= whole.value:
        return
    if _is_of_its_kind(f, whole):
        f.link("part_of", whole, _RULE, "unknown")
