"""Shares and parts told by who takes them: "with Africa receiving $15 billion", "with 43% going to Wales".

Rules of the same kind as those of `ties`, which asks them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ingest.prose.dimension import is_money
from ingest.prose.en import clauses as cl
from ingest.prose.en import surveys
from ingest.prose.en.said_before import AND_OTHERS
from ingest.prose.en.sums import is_account
from ingest.prose.figure import Figure
from ingest.prose.regex import regex

if TYPE_CHECKING:
    from ingest.prose.en.walk import Walk

_WITH_ONE = regex(r"[xno]{0,4},5[eE]?x{1,3}<")
_AND_ONE = regex(r">,?&?[eE]?x{1,3}<")
_TAKING = regex(r",5[eE]?(?:x{2,4}|x{1,3}A)\Z")
_NOUN_COMMA = regex(r"x{0,3},")
_ONE_WORD = regex(r"x(?:[,;&]|\Z)")
_X_OF = regex(r"x{0,3}(?:[nO]?[eE]?Y)?,?(?P<of>o(?:[eE]?(?P<total>[xT]{1,3})o)?[eE]?)")
_OF_THEM_COMMA = regex(r"o[eE]?x{1,3},")
_EQUALS = regex(r"(?:o[eE]?x{1,3})?,a")
_MOSTLY_FROM = regex(r"[^;]*,[fnt]?x{1,3}<")
_FOLLOWED = regex(r",xbx{1,4}<?")
_AHEAD = regex(r",[pO]?o?x{1,4}<?")  # ", ahead of Albanians (| 420,000)"
_LIST = regex(r"[xA]{0,3},?&[eE]?")
_LIVE_IN = regex(r"x[nOf5]")  # "Of the 8.2 billion people, | 6.3 billion live in towns"
_COLON = regex(r"[^;]*[:;]x{1,3}<")
_TOLD_ALIKE = regex(r"(?P<prep>[Otnf])[eE]?x{1,4},?&?")
OR = regex(r",?1")  # ", or | 11%"


def of_taker(walk: Walk, k: int, f: Figure) -> bool:
    """ "with Africa receiving $15 billion or | 65 percent and South Asia | 18 percent"."""
    last, gap = walk.figures[k - 1], walk.gaps[k]
    whole = next((t for r, t, rule, *_ in last.links if rule == "with_takers"), None)
    if whole is not None and OR.fullmatch(gap):
        f.link("expresses", last, "level_then_share")
        f.link("share_of", whole, "with_takers")
    elif last.shape == "R" and AND_OTHERS.fullmatch(gap):
        for role, target, rule, *_ in last.links:
            if rule == "with_takers" and role == "share_of":
                f.link("share_of", target, rule)
                break
    return bool(f.links)


def going(walk: Walk, k: int, f: Figure) -> bool:
    """ "awarded £240 million to 310 projects, with | 43% going to the north and | 15% to Wales"."""
    last, gap, after = walk.figures[k - 1], walk.gaps[k], walk.afters[k]
    if last.shape == "R" and gap.endswith("&") and after[:1] in ("t", "f"):
        whole = next((t for r, t, rule, *_ in last.links if rule == "with_shares_going"), None)
    elif gap.endswith(",5") and word_near(walk, k, 1) in walk.lex.share_words["going"]:
        said = [x for x in walk.figures[:k] if x.shape == "N" and x.kind == "level"]
        moneys = [x for x in said if is_money(x.unit)]
        whole = said[0] if len(said) == 1 else moneys[0] if len(moneys) == 1 else None
    else:
        return False
    if whole is not None:
        f.link("share_of", whole, "with_shares_going")
    return whole is not None


def word_near(walk: Walk, k: int, away: int) -> str:
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


def tie_part(walk: Walk, k: int, f: Figure) -> None:
    """Tie an amount that somebody takes of a level said before."""
    if walk.roles[k] not in (cl.LEVEL, cl.PART):
        return
    for rule in _PART_RULES if k else (_ranked,):
        whole = rule(walk, k, f)
        if whole is not None:
            f.link("part_of", whole, rule.__name__.strip("_"), "unknown")
            return


def _with_takers(walk: Walk, k: int, f: Figure) -> Figure | None:
    """ "Lending totalled $23 billion, with Africa receiving | $15 billion": a part of it."""
    if not _TAKING.search(walk.gaps[k]) or word_near(walk, k, -1) not in walk.lex.share_words["taker"]:
        return None
    return next((x for _, x in _levels_before(walk, k) if f.unit is not None and _holds(x, f)), None)


def with_share(walk: Walk, k: int, f: Figure) -> bool:
    """ "fell to 52,765 people, with | three in four living outdoors": of the one level told."""
    if not walk.gaps[k].endswith(",5") or walk.afters[k][:1] not in ("x", "A"):
        return False
    did, said = word_near(walk, k, 1), _levels_before(walk, k)
    if len(said) != 1 or not (did.endswith("ing") or did in walk.lex.participles):
        return False
    f.link("share_of", said[0][1], "with_some")
    return True


def takes_share(walk: Walk, k: int, f: Figure) -> bool:
    """ "Shipments hit 83 million tonnes, with China buying | four-fifths"."""
    taken = _TAKING.search(walk.gaps[k]) and word_near(walk, k, -1) in walk.lex.share_words["taker"]
    said = _levels_before(walk, k) if taken and walk.afters[k][:1] not in ("o", "w") else []
    if said:
        f.link("share_of", said[0][1], "with_takers")
    return bool(said)


def apposed(walk: Walk, k: int, f: Figure) -> bool:
    """ "310,000 members, | 61% women": a share of people is told by a word for people."""
    whole = walk.figures[k - 1]
    counted = whole.shape == "N" and whole.kind == "level" and whole.unit in (None, "count", "person")
    if not _ONE_WORD.match(walk.afters[k]) or word_near(walk, k, 1) not in walk.lex.persons:
        return False
    if whole.shape == "R" and walk.gaps[k] in ("x,", "x&", "x,&"):  # "… and | 43% men"
        told = next((t for _, t, rule, *_ in whole.links if rule == "share_told_alike"), None)
        if told is not None:
            f.link("share_of", told, "share_told_alike")
        return told is not None
    if not counted or not _NOUN_COMMA.fullmatch(walk.gaps[k]):
        return False
    f.link("share_of", whole, "share_told_alike")
    return True


def _says_share(walk: Walk, k: int, f: Figure) -> None:
    """ "3.1% of GDP, equivalent to | €14 billion", "40% of households, some | 1.3 million, rent"."""
    share = walk.figures[k - 1]
    if share.shape != "R" or share.kind != "share" or "expresses" in [r for r, *_ in share.links]:
        return
    beside = _OF_THEM_COMMA.fullmatch(walk.gaps[k]) and walk.afters[k][:1] == "," and f.noun is None
    if beside or _EQUALS.fullmatch(walk.gaps[k]):
        share.link("expresses", f, "share_then_level")


def _ranked(walk: Walk, k: int, f: Figure) -> Figure | None:
    """ "… rose to 821 million. Asia has most, with | 515 million, followed by Africa (| 256 million)"."""
    if walk.afters[k][:1] in ("x", "A", "i", "j", "o"):
        return None
    if k == 0:
        words = walk.low[walk.s.start : f.outer_start].replace(",", " ").split()
        most = not walk.lex.share_words["chief"].isdisjoint(words) and walk.gaps[0].endswith("5")
        whole = walk.parts.antecedent if most else None
        return whole if whole is not None and _holds(whole, f) else None
    last = walk.figures[k - 1]
    if any(shape.fullmatch(walk.gaps[k]) for shape in (_FOLLOWED, _AND_ONE, _AHEAD)):
        whole = next((t for _, t, rule, *_ in last.links if rule == "ranked"), None)
        return whole if whole is not None and _holds(whole, f) else None
    return None


def _with_some(walk: Walk, k: int, f: Figure) -> Figure | None:
    """ "Waiting lists grew to 610,000, with | 210,000 waiting", "with | £13 million set aside for it"."""
    if not walk.gaps[k].endswith(",5") or is_account(walk, f.outer_start):
        return None
    did = word_near(walk, k, 1)
    if not (did.endswith(("ing", "ed")) or did in walk.lex.participles or _from_here_and_there(walk, k)):
        return None
    return next((x for j, x in _levels_before(walk, k) if _holds(x, f)), None)


def _from_here_and_there(walk: Walk, k: int) -> bool:
    """True for "with | $3 billion from cloud and $2 billion from devices": told alike, twice or more."""
    m = _TOLD_ALIKE.fullmatch(walk.gaps[k + 1]) if k + 1 < len(walk.figures) else None
    return m is not None and walk.afters[k + 1].startswith(m["prep"])


def _and_some(walk: Walk, k: int, f: Figure) -> Figure | None:
    """ "with €17 billion going to health and | €10 billion to education": of the same whole."""
    last = walk.figures[k - 1]
    whole = next((t for r, t, rule, *_ in last.links if rule in ("with_some", "and_some")), None)
    listed = re.search(r"[,&]\Z", walk.gaps[k]) is not None and walk.afters[k][:1] in (
        "t",
        "f",
        "n",
        "O",
        "5",
    )
    if whole is None or not listed or last.unit != f.unit:
        return None
    parts = [x for x in walk.figures if any(r == "part_of" and t is whole for r, t, *_ in x.links)]
    return whole if sum(x.value for x in parts) + f.value <= whole.value else None


def _of_fronted(walk: Walk, k: int, f: Figure) -> Figure | None:
    """ "Of the 8.6 million votes, the president received | 4.7 million": what it counts has no other name."""
    whole = walk.parts.fronted
    if whole is None or whole not in walk.figures:
        return None
    if len(walk.figures) > 1 and _LIST.fullmatch(walk.gaps[1]):
        return None  # "Of the 2.8 and | 2.4 billion lent, banks took | 1.9 billion"
    apart = re.search("[xA]", walk.gaps[k]) is None or ";" in walk.gaps[k]
    if apart or not _holds(whole, f):
        return None
    live = _LIVE_IN.match(walk.afters[k]) is not None and walk.gaps[k].endswith(",")
    return whole if f.unit is not None or live or walk.gaps[k][-1:] in ("A", "H", "2", "3") else None


def _behind_colon(walk: Walk, k: int, f: Figure) -> Figure | None:
    """ "Refugees number 1.1 million: Syria (| 610,000) and Iraq (| 230,000)"."""
    last = walk.figures[k - 1]
    if not walk.afters[k].startswith(">") or f.unit is not None:
        return None
    if _COLON.fullmatch(walk.gaps[k]):
        added = last.kind == "change_amount"  # "added 49,000 jobs; hospitals (| 14,000) gained the most"
        level = last.kind == "level" and walk.roles[k - 1] in cl.NOW and ":" in walk.gaps[k]
        whole = last if added or level else None
    elif _MOSTLY_FROM.fullmatch(walk.gaps[k]) and _is_mostly(walk, k):
        whole = last if last.kind == "level" and walk.roles[k - 1] in cl.NOW else None
    else:
        named = _AND_ONE.fullmatch(walk.gaps[k])
        whole = next((t for _, t, rule, *_ in last.links if rule == "behind_colon" and named), None)
    return whole if whole is not None and _holds(whole, f) else None


def _out_of(walk: Walk, k: int, f: Figure) -> None:
    """ "approved 312 applications out of | 415": the whole stands behind its part, tied at once.

    "Japan 4.6 million tonnes and India 2.2 million, out of total shipments of | 11.9 million": both.
    """
    m = _X_OF.fullmatch(walk.gaps[k])
    if m is None or walk.g.measures.word(walk.it, walk.it.figures[k] - len(m["of"])) != "out of":
        return
    for j in range(k - 1, -1, -1):
        part = walk.figures[j]
        free = part.shape == "N" and part.kind == "level" and not part.links and part.value < f.value
        if not free or (j < k - 1 and (part.unit != f.unit or walk.roles[j] not in cl.STATED)):
            return
        part.link("part_of", f, "out_of_total" if m["total"] else "n_of_m", "partial", "out of")
        if not m["total"]:
            return


def _half_the(walk: Walk, k: int, f: Figure) -> None:
    """ "Nearly half the | 8,400 flats are empty"; "less than half the | 78.5 million of 1990" compares."""
    share = walk.figures[k - 1]
    opens = k == 1 and walk.gaps[0] == "" and walk.gaps[1] == "e" and "fraction" in share.flags
    if opens and share.kind in ("level", "share") and not share.links:
        share.kind = "share"
        share.link("share_of", f, "share_of_level")


def _is_mostly(walk: Walk, k: int) -> bool:
    """True for "1,480 were from abroad, mostly from India (| 610) and China (| 420)"."""
    between = walk.low[walk.figures[k - 1].outer_end : walk.figures[k].outer_start].replace(",", " ").split()
    return not walk.lex.share_words["mostly"].isdisjoint(between)


def _levels_before(walk: Walk, k: int) -> list[tuple[int, Figure]]:
    """The levels of now that stand before figure k, the nearest first."""
    told = [(j, walk.figures[j]) for j in range(k - 1, -1, -1) if walk.roles[j] in cl.NOW]
    return [(j, x) for j, x in told if x.shape == "N" and x.kind == "level"]


def _holds(whole: Figure, f: Figure) -> bool:
    """True where a figure may be a part of the whole: smaller, in its unit, or a bare number of a count."""
    if whole.shape != "N" or f.value >= whole.value:
        return False
    if f.unit is not None:
        return f.unit == whole.unit
    return f.noun is None and whole.unit in (None, "count", "person")


_PART_RULES = (
    _with_takers,
    _with_some,
    _and_some,
    _of_fronted,
    _behind_colon,
    _ranked,
    _says_share,
    _half_the,
    _out_of,
    surveys.part_of_asked,
)
