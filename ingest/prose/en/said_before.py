"""Parts and shares of what the sentence before told: "This is 1.7% of GDP", "Some 2,300 were empty"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.prose.dimension import same_dimension
from ingest.prose.en import clauses as cl
from ingest.prose.en.pointing import rest_pattern, unit_of
from ingest.prose.figure import Figure
from ingest.prose.regex import regex

if TYPE_CHECKING:
    from ingest.prose.en.walk import Walk

_MAKES_UP = regex(r"(?:[eE]?x{1,4}|e)a[eE]?")  # "Bonds account for | 65% and …"
_THIS = regex(r"(?:this|that)\b")
_THIS_IS = regex(r"[ke](?:v|va|a)[eE]?|Zva?|1")  # "This is | 1.7%", "That was equivalent to | 3%"
_THESE = regex(r"(?:they|these|those)\b")
AND_OTHERS = regex(r"[,;]?&?[eE]?x{1,4}(?:a|[nf])?[eE]?x?")
_MEANT = ("forecast", "target")
_ENDS_CLAUSE = regex(r"x{1,3}(?:[nO]?Y)?[,;]")
_EARLIER = (cl.EARLIER, cl.FROM)
_ARE = regex(r"v(?:[xnO56]|f[eE]?x)")
_FEW_WORDS = 5  # "7,100 homes last year. | 2,300 were …"
_WORD = 12  # characters in which the verb before a number stands
_DID = ("v", "A", "H")
_ALL = 100


def tie(walk: Walk, rates: bool) -> None:
    """Tie the figures of a sentence to the one level of the sentence before; `rates`: it has percentages."""
    antecedent = walk.parts.antecedent
    if antecedent is not None and walk.figures:
        _of_sentence_before(walk, antecedent)
        if rates and walk.figures[0].shape == "R":
            _this_is(walk, walk.figures[0], antecedent)
    if walk.figures and walk.figures[0].shape == "N":
        _this_many(walk, walk.figures[0])
    _so_many_did(walk)


def _object_before(walk: Walk, k: int) -> Figure | None:
    """The one count said before figure k, where it ends its clause: what it counts may be the subject now.

    Not in "as 136,000 protesters took to the streets; | 1,723 were arrested", who may be others; but wherever
    it stands if the next clause says what some are: "The number of victims rose to 381; | 64 were cyclists".
    """
    said = [j for j in range(k) if walk.figures[j].shape == "N" and walk.roles[j] not in _EARLIER]
    are = _are(walk, k)
    if said:
        ends = len(said) == 1 and (are or _ENDS_CLAUSE.match(walk.afters[said[0]]) is not None)
        return walk.figures[said[0]] if ends else None
    whole = walk.parts.antecedent
    if whole is None or (not are and len(walk.low[whole.outer_end : walk.s.start].split()) > _FEW_WORDS):
        return None
    return whole


def _are(walk: Walk, k: int) -> bool:
    """True for "| 64 were cyclists" and "| 310 were in homes", which tell of what kind some are."""
    if _ARE.match(walk.afters[k]) is None:
        return False
    word = walk.g.measures.word(walk.it, walk.it.figures[k] + 2)
    return not word.endswith(("ed", "ing")) and word not in walk.lex.participles


def _so_many_did(walk: Walk) -> None:
    """ "The city built 7,100 homes; | 2,300 were social housing": a bare number counts those said before."""
    if any(status in _MEANT for _, status in walk.it.statuses):
        return  # "plans for 30,000 homes; 18,000 were built": those are no part of the plan
    for k, f in enumerate(walk.figures):
        opens = walk.gaps[k].endswith(";") if k else walk.gaps[0] == ""
        bare = f.shape == "N" and f.unit is None and f.noun is None and f.kind == "level" and not f.links
        if not opens or not bare or not _did(walk, k):
            continue
        whole = _object_before(walk, k)
        if whole is not None and walk.afters[k][:1] == "x" and not has_so_many(walk, whole):
            continue  # "hired 2,300 teachers. | 41 resigned": not those
        counted = whole is not None and unit_of(whole) in (None, "count", "person")
        if whole is not None and counted and whole.kind == "level" and f.value < whole.value:
            f.link("part_of", whole, "so_many_did", "unknown")


def has_so_many(walk: Walk, whole: Figure) -> bool:
    """True for "The board has | 18 members": the next sentence tells what they did."""
    before = walk.low[max(0, whole.outer_start - _WORD) : whole.outer_start].split()
    entry = walk.lex.singles.get(before[-1]) if before else None
    return entry is not None and entry.tag == "H"


def _did(walk: Walk, k: int) -> bool:
    """True where a verb stands behind figure k: "| 2,300 were", "| Eleven voted"."""
    if walk.afters[k][:1] in _DID:
        return True
    if walk.afters[k][:1] != "x":
        return False
    word = walk.g.measures.word(walk.it, walk.it.figures[k] + 1)
    return word.endswith("ed") or word in walk.lex.pasts


def _of_sentence_before(walk: Walk, whole: Figure) -> None:
    """ "The fund holds 40 trillion won. Bonds account for | 65% and equities for the remaining | 35%"."""
    listed = walk.figures
    if len(listed) < 2 or not _MAKES_UP.fullmatch(walk.gaps[0]) or any(f.links for f in listed):
        return
    told = all(AND_OTHERS.fullmatch(gap) for gap in walk.gaps[1:])
    if not told or any(f.shape != listed[0].shape or f.kind not in ("level", "share") for f in listed):
        return
    if any(walk.afters[k][:1] in ("o", "w") for k in range(len(listed))):
        return  # "65% of imports": of what is named
    total, rest = (
        sum(f.value for f in listed),
        rest_pattern("rest", "others").search(walk.low, walk.s.start, listed[-1].start),
    )
    behind = rest_pattern("rest").search(walk.low, listed[-1].outer_end, walk.s.end)
    counts = whole.unit in ("count", "person") and whole.status not in _MEANT
    if listed[0].shape == "R" and (total == _ALL or ((behind is not None or counts) and total < _ALL)):
        for f in listed:
            f.kind = "share"
            f.link("share_of", whole, "share_of_total")
        return
    alike = all(same_dimension(unit_of(f), unit_of(whole)) for f in listed)
    if listed[0].shape == "N" and total == whole.value and alike:
        word = walk.g.norm[rest.start("word") : rest.end("word")] if rest is not None else None
        for f in listed:
            f.link("part_of", whole, "of_this", "exhaustive" if word else "unknown", word)


def _this_is(walk: Walk, f: Figure, level: Figure) -> None:
    """ "The surplus came out at 13.5 billion euros. This is | 1.7% of GDP"."""
    free = not any(role in ("expresses", "share_of") for role, *_ in f.links)
    told = f.kind in ("level", "share") and free and walk.afters[0].startswith(("o", "w"))
    said = _THIS.match(walk.low, walk.s.start) or (
        walk.gaps[0].startswith("ka") and _THESE.match(walk.low, walk.s.start)
    )
    if told and said and _THIS_IS.fullmatch(walk.gaps[0]):
        f.kind = "share"
        f.link("expresses", level, "level_then_share")


def _this_many(walk: Walk, f: Figure) -> None:
    """ "Some 22% of the population is over 65. That is | 2.3 million people"."""
    share, memory = walk.memory.share, walk.memory
    if share is None or memory.antecedent_sentence != walk.s.number - 1 or f.links:
        return
    told = "expresses" in [role for role, *_ in share.links]
    if (
        f.kind == "level"
        and not told
        and _THIS_IS.fullmatch(walk.gaps[0])
        and _THIS.match(walk.low, walk.s.start)
    ):
        share.link("expresses", f, "share_then_level")
