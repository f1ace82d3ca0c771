"""Shares and parts that the walk left untied, tied by the shape of their sentence.

Each rule asks for a shape that leaves one whole only; a figure that has a link is never touched.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ingest.prose.dimension import same_dimension
from ingest.prose.en import clauses as cl
from ingest.prose.en import said_before, surveys, takers, who_took
from ingest.prose.en.pointing import rest_pattern
from ingest.prose.figure import Figure
from ingest.prose.regex import regex

if TYPE_CHECKING:
    from ingest.prose.en.walk import Walk

_ASKED = regex(r"x{1,4}A")  # "Of the 3,400 firms polled | 22% had no website"
_TO_TOTAL = regex(r">(?:t[eE]?|v)[xT]{0,3}oe?")
_A_SHARE = regex(r",[eE]?(?:x?s|8)o\Z")  # "43.8 million hectares, a share of | 22% of …"
_MOVES = regex("[udpqij23]")
_COUNTED = regex(r"x{1,3}<")  # "1.9 million cases (| 22.6%)"
_IN_BRACKET = regex(r"x{0,2}[;,]")  # "(31.2 million tonnes; | 18% of the total)"
_NOUN_OR = regex(r"x{0,3},?1")  # "affects 150 million children, or | 22%"
_LISTED = regex(r",?&?")
_SUBJECT = regex(r"x{1,3}(?:Z[^,;]*|[no5][eE]?x{1,3})?a[eE]?n?")
_OF_THEM_OR = regex(r"o[eE]x{1,3},?1")  # "nine of the ferries, or | 26%"
_ALL = 100
_TOLD = ("share_of", "expresses", "growth_of", "same_as")  # links of a percentage that say what it is
# "12,000 farms, which is | 61% of all", "…, and this equals | 61% of all"
_WHICH_IS = regex(r"[xA]{0,4}(?:[nO]?Y)?[,;]&?(?:Z|[ek])(?:v|va|a)[eE]?")
_WHICH_MAKES_UP = regex(r",w[eE]?x{1,4}a[eE]?\Z")
_OPENS_LIST = regex(r"[^;:<>]*,?[,&][eE]?")
_IN = regex(r"[nOft56][eE]?x|[Av]")


def tie(walk: Walk) -> None:
    """Tie what is still untied: called when every role of the sentence is known."""
    rates = False
    for k, f in enumerate(walk.figures):
        if f.shape == "R":
            rates = True
            if len(f.links) > 1:
                _whole_in_bracket(f)
            elif f.links and walk.afters[k][:1] not in ("o", "w") and walk.gaps[k].endswith(",a"):
                _whole_of_part(f)
            stated = walk.roles[k] in cl.STATED and not any(role in _TOLD for role, *_ in f.links)
            if f.kind in ("level", "share") and (stated or not f.links):
                links = len(f.links)
                for rule in _RULES if k else (surveys.share_of_asked,):
                    if rule(walk, k, f) and len(f.links) > links:
                        f.kind = "share"
                        break
        elif f.shape == "N" and f.kind == "level" and not f.links:
            takers.tie_part(walk, k, f)
    for k in range(2, len(walk.figures)):
        if walk.gaps[k].endswith("oe"):
            _rest_of(walk, k)
    said_before.tie(walk, rates)
    who_took.tie(walk)


def _rest_of(walk: Walk, k: int) -> None:
    """ "Wind made 58 TWh, solar 21 and hydro the rest of the | 96 TWh": those before are parts of it."""
    whole, last = walk.figures[k], walk.figures[k - 1]
    said = rest_pattern("rest").search(walk.low, last.outer_end, whole.outer_start)
    if said is None or not walk.low.startswith(" of the ", said.end()):
        return
    parts: list[Figure] = []
    for j in range(k - 1, -1, -1):
        x = walk.figures[j]
        if x.shape != "N" or x.kind != "level" or x.links or not same_dimension(x.unit, whole.unit):
            break
        parts.append(x)
    if sum(x.value for x in parts) < whole.value:
        for x in parts:
            x.link("part_of", whole, "rest_of", "exhaustive", said["word"])


def _of_fronted(walk: Walk, k: int, f: Figure) -> bool:
    """ "Of the 3,400 firms polled | 22% had no website"; "…, herring made up the largest share (| 14%)"."""
    whole, gap = walk.parts.fronted, walk.gaps[k]
    if whole is None:
        return False
    opens = whole is walk.figures[k - 1] and _ASKED.fullmatch(gap) and walk.afters[k][:1] in "vHudA23Sm"
    bracketed = gap.endswith("<") and walk.afters[k][:1] == ">" and _MOVES.search(gap) is None
    if opens or (bracketed and (whole is walk.figures[k - 1] or _is_share_of(walk.figures[k - 1], whole))):
        f.link("share_of", whole, "of_the_n")
    return bool(f.links)


def _is_share_of(f: Figure, whole: Figure) -> bool:
    return any(role == "share_of" and target is whole for role, target, *_ in f.links)


def _to_total(walk: Walk, k: int, f: Figure) -> bool:
    """ "contributed 21.4 TWh (| 17%) to total generation of 126 TWh"."""
    if k + 1 == len(walk.figures) or walk.gaps[k] != "<" or not walk.gaps[k - 1].endswith("C"):
        return False
    part, whole = walk.figures[k - 1], walk.figures[k + 1]
    if not _TO_TOTAL.fullmatch(walk.gaps[k + 1]) or not same_dimension(part.unit, whole.unit):
        return False
    f.link("expresses", part, "level_then_share")
    f.link("share_of", whole, "share_of_total")
    return True


def _of_level(walk: Walk, k: int, f: Figure) -> bool:
    """ "43.8 million ha, a share of | 22% of …", "in 1.9 million cases (| 22.6%)", "(31 t; | 18% of …)"."""
    level, gap, after = walk.figures[k - 1], walk.gaps[k], walk.afters[k][:1]
    if level.shape != "N" or level.kind != "level":
        return False
    counted = level.unit in (None, "count", "person")
    bracketed = _COUNTED.fullmatch(gap) is not None and after == ">" and not _moves_before(walk, k)
    in_bracket = _IN_BRACKET.fullmatch(gap) and after in ("o", "w") and walk.gaps[k - 1].endswith("<")
    plain = takers.OR.fullmatch(gap) is not None and after not in ("o", "w")
    shut_in = plain and after == ">" and walk.gaps[k - 1].endswith("<")  # "food (R38 billion, or | 42%)"
    told_before = (plain and _told_like(walk, k)) or _says_again(walk, k)
    plain = plain or (_OF_THEM_OR.fullmatch(gap) is not None and after not in ("o", "w"))
    told_before = told_before or (plain and gap[:1] == "o")
    is_it = _A_SHARE.search(gap) or (_WHICH_IS.fullmatch(gap) and after == "o")
    if is_it or (bracketed and counted) or in_bracket or told_before or shut_in:
        f.link("expresses", level, "level_then_share")
    return bool(f.links)


def _says_again(walk: Walk, k: int) -> bool:
    """True for "affects 150 million children, or | 22%", and in a list of such: "Austria (14,000, | 7%)"."""
    gap, after = walk.gaps[k], walk.afters[k]
    if _NOUN_OR.fullmatch(gap) and after[:1] not in ("o", "w"):
        return walk.roles[k - 1] == cl.LEVEL and not _moves_before(walk, k)
    shut_in = gap == "," and after.startswith(">") and walk.gaps[k - 1].endswith("<")
    if (
        gap == "<" and after.startswith(">") and not _moves_before(walk, k)
    ):  # "47 billion (1.8% of GDP); … 46 (| 1.0%)"
        level = walk.figures[k - 1]
        alike = [t for x in walk.figures[:k] if x.shape == "R" for r, t, *_ in x.links if r == "expresses"]
        return any(t.unit == level.unit for t in alike)
    return shut_in and any(r == "expresses" for x in walk.figures[:k] if x.shape == "R" for r, *_ in x.links)


def _moves_before(walk: Walk, k: int) -> bool:
    """True where a word of change stands in the clause: "rose to 5,100 cases (3%)" may tell the change."""
    before = walk.tags[: walk.it.figures[k]]
    return _MOVES.search(before[before.rfind(";") + 1 :]) is not None


def _told_like(walk: Walk, k: int) -> bool:
    """True for "… €12 billion, or 7.1% of all loans, from €19 billion, or | 11%": told as the first was."""
    for j in range(1, k - 1):
        rate, level = walk.figures[j], walk.figures[j - 1]
        if rate.shape == "R" and any(r == "expresses" and t is level for r, t, *_ in rate.links):
            before = any(t is walk.figures[k - 1] for r, t, *_ in level.links if r == "compared_with")
            if before:
                rate.link("compared_with", walk.figures[k], "restated_compared")
            return before
    return False


def _of_subject(walk: Walk, k: int, f: Figure) -> bool:
    """ "The 12,400 farms that grow canola accounted for | 6.4% of all farms": of the same thing."""
    level, behind = walk.figures[k - 1], walk.afters[k]
    if k != 1 or level.shape != "N" or not behind.startswith("o") or not _SUBJECT.fullmatch(walk.gaps[1]):
        return False
    noun = level.noun or walk.g.measures.counted(walk.it, walk.it.figures[0])
    head = walk.low[noun[0] : noun[1]].split()[-1] if noun is not None else ""
    of = re.match(r"\sof (?:all|the \S+'s|total) (\S+)", walk.low[f.outer_end : walk.s.end])
    if of is None or not head or of[1].strip(".,;") != head:
        return False
    f.link("expresses", level, "level_then_share")
    return True


def _the_rest(walk: Walk, k: int, f: Figure) -> bool:
    """ "84% of the $149 billion; the remaining | 16% …": the two make the whole."""
    start = walk.it.ends[walk.it.figures[k - 1]]
    if rest_pattern("rest", "others").search(walk.low, start, f.start) is None:
        return False
    for whole in [t for x in reversed(walk.figures[:k]) for r, t, *_ in x.links if r == "share_of"]:
        if sum(x.value for x in _shares_of(walk, k, whole)) + f.value == _ALL:
            f.link("share_of", whole, "share_of_the_same_whole")
            return True
    return False


def _which_makes_up(walk: Walk, k: int, f: Figure) -> bool:
    """ "spent $6.1 trillion, of which pensions made up | 22%": of the level right before, or just said."""
    if _WHICH_MAKES_UP.search(walk.gaps[k]) is None or walk.afters[k][:1] in ("o", "w"):
        return False
    whole = walk.figures[k - 1]
    if whole.shape == "N" and whole.kind == "level" and walk.roles[k - 1] in cl.NOW:
        f.link("share_of", whole, "of_which")
    return bool(f.links)


def _listed(walk: Walk, k: int, f: Figure) -> bool:
    """ "70% of the 36,000 nurses work in hospitals, | 20% in clinics and the remaining | 10% in schools"."""
    last = walk.figures[k - 1]
    did = _IN.match(walk.afters[k]) or takers.word_near(walk, k, 1).endswith("ed")
    if not _OPENS_LIST.fullmatch(walk.gaps[k]) or not did:
        return False
    for whole in [t for x in reversed(walk.figures[:k]) for r, t, *_ in x.links if r == "share_of"]:
        shares = _shares_of(walk, k, whole)
        if last in (whole, shares[-1]) and sum(x.value for x in shares) + f.value <= _ALL:
            f.link("share_of", whole, "share_of_the_same_whole")
        break
    return bool(f.links)


def _shares_of(walk: Walk, k: int, whole: Figure) -> list[Figure]:
    """The shares of a whole that stand before figure k."""
    return [x for x in walk.figures[:k] if x.shape == "R" and _is_share_of(x, whole)]


def _of_part(walk: Walk, k: int, f: Figure) -> bool:
    """ "crude oil accounted for 100 million tonnes (| 21%)": of the whole that the part is of."""
    part = walk.figures[k - 1]
    whole = next((t for r, t, *_ in part.links if r == "part_of"), None)
    beside = walk.gaps[k] == "<" and walk.afters[k][:1] == ">"
    if part.shape != "N" or whole is None or not beside:
        return False
    f.link("expresses", part, "level_then_share")
    f.link("share_of", whole, "share_of_the_same_whole")
    return True


def _respectively(walk: Walk, k: int, f: Figure) -> bool:
    """ "$1.2 billion, $1.1 billion and $0.9 billion, or | 12%, 11% and 10% of sales": one of each."""
    if takers.OR.fullmatch(walk.gaps[k]) is None or walk.figures[k - 1].shape != "N":
        return False
    levels, shares = [walk.figures[k - 1]], [f]
    for j in range(k - 1, 0, -1):
        if _LISTED.fullmatch(walk.gaps[j]) is None or walk.figures[j - 1].shape != "N":
            break
        levels.insert(0, walk.figures[j - 1])
    for j in range(k + 1, len(walk.figures)):
        if _LISTED.fullmatch(walk.gaps[j]) is None or walk.figures[j].shape != "R":
            break
        shares.append(walk.figures[j])
    if len(levels) < 2 or len(levels) != len(shares) or any(x.links for x in shares):
        return False
    for level, share in zip(levels, shares, strict=True):
        share.kind = "share"
        share.link("expresses", level, "respectively")
    return True


def _whole_in_bracket(f: Figure) -> None:
    """ "35.58 million, making up 28% of the total population (126.44 million)": the larger is all."""
    told = [x for x in f.links if x[0] == "expresses"]
    if len(told) == 2 and told[1][2] == "share_then_level" and told[1][1].value > told[0][1].value:
        f.links.remove(told[1])
        f.link("share_of", told[1][1], "share_of_level")


def _whole_of_part(f: Figure) -> None:
    """ "22.2 million, 3.4 million of whom were young, equal to | 15.3%": a share of what the part is of."""
    part = next((t for r, t, *_ in f.links if r == "expresses"), None)
    whole = next((t for r, t, *_ in part.links if r == "part_of"), None) if part is not None else None
    if whole is not None:
        f.link("share_of", whole, "share_of_the_same_whole")


_RULES = (
    _of_fronted,
    _to_total,
    _of_part,
    _respectively,
    takers.of_taker,
    _of_level,
    _of_subject,
    _the_rest,
    _which_makes_up,
    _listed,
    takers.going,
    takers.among_buyers,
    takers.takes_share,
    takers.with_share,
    takers.apposed,
    surveys.share_of_asked,
)


def share_kinds(figures: list[Figure]) -> None:
    """What a share is held against is one: "from 4.4% of GDP to | 3.6%"."""
    for f in figures:
        for role, target, *_ in f.links:
            percents = role == "compared_with" and f.unit == target.unit == "percent"
            if percents and {f.kind, target.kind} == {"level", "share"}:
                f.kind = target.kind = "share"
