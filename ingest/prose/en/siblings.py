"""Parts and shares that go on from the one before: "4.6 million of the 11.4 and visitors | 6.8 million".

Called when the rules of grammar have run; a figure that has a whole is never touched.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from ingest.prose.dimension import same_dimension
from ingest.prose.en import clauses as cl
from ingest.prose.en.pointing import unit_of
from ingest.prose.figure import Figure
from ingest.prose.regex import regex

if TYPE_CHECKING:
    from ingest.prose.en.walk import Walk

_ROLE = {"N": "part_of", "R": "share_of"}
_RULE = "goes_on_from_part"
# what the part before has behind it, then a name for the next: ", voice | 1.5", "and motorcycles for | 18%"
_NAMED = regex(r"[^udpq;,]*(?:,?[&z]|[,;]&?)[eE]?[xE]{1,5}(?:[no][eE]?x{1,3})?[aCnf]?[eE]?")
_PARALLEL = regex(r"[^udpq;,]*?(?P<prep>[nft5O])[^udpq;,]*,?&?")  # "11 voted for a cut, | six for none"
# "62 were over the limit and | 19 had", "64 of the victims were cyclists, | 41 were pedestrians"
_DID = regex(r"(?:oe?x{1,3})?(?:[vHA][^udpq;,]*(?:,?&|,)|x(?:[^udpq;,]{0,3}),?&)")
_BARE = regex(r"[,;:&><nft56OvAH]|\Z")  # what may stand behind a number that has no noun of its own
_ALL = Decimal(100)


def go_on(walk: Walk) -> None:
    """Tie each figure that is told as the part before it was."""
    for k in range(1, len(walk.figures)):
        f = walk.figures[k]
        role = _ROLE.get(f.shape)
        if role is None or walk.roles[k] not in cl.STATED or f.kind not in ("level", "share"):
            continue
        if not any(r in ("part_of", "share_of") for r, *_ in f.links):
            whole = _whole_before(walk, k, role)
            if whole is not None and _is_told_alike(walk, k, whole):
                f.link(role, whole, _RULE, "unknown" if f.shape == "N" else None)
                f.kind = "share" if f.shape == "R" else f.kind
                _take_bracket(walk, k, whole)


def _whole_before(walk: Walk, k: int, role: str) -> Figure | None:
    """What the figure right before, passing its share in brackets, is a part or share of.

    Or that figure itself: "59% of the 4,120 deaths, motorcycles for | 18%".
    """
    last = walk.figures[k - 1]
    if k > 1 and walk.roles[k - 1] == cl.EARLIER and walk.gaps[k - 1] == "<":
        last = walk.figures[k - 2]  # "Europe made up 13.1 billion (12.4) and Asia | 6.2 billion"
    if k > 1 and any(r == role and t is last for r, t, *_ in walk.figures[k - 2].links):
        return last
    told = next((t for r, t, *_ in last.links if r == "expresses"), None)
    if role == "part_of" and k > 1 and told is walk.figures[k - 2]:
        last = walk.figures[k - 2]
    return next((t for r, t, *_ in last.links if r == role), None)


def _is_told_alike(walk: Walk, k: int, whole: Figure) -> bool:
    """True for a figure of the whole's unit, in a list with the part before, that the whole has room for."""
    f, gap, after = walk.figures[k], walk.gaps[k], walk.afters[k]
    m = _PARALLEL.fullmatch(gap)
    did = _DID.fullmatch(gap) is not None and after[:1] in ("v", "H", "A", "6", "n")
    if (
        _NAMED.fullmatch(gap.lstrip(">")) is None
        and not did
        and (m is None or not after.startswith(m["prep"]))
    ):
        return False
    if f.shape == "R":
        return not after.startswith(("o", "w")) and _told(walk, whole, "R") + f.value <= _ALL
    if f.unit is None:
        if _BARE.match(after) is None or f.scaled != whole.scaled:
            return False
    elif not same_dimension(f.unit, unit_of(whole)):
        return False
    return _told(walk, whole, "N") + f.value <= whole.value


def _told(walk: Walk, whole: Figure, shape: str) -> Decimal:
    """The sum of the parts, or of the shares, that the sentence has told of the whole."""
    alike = [x for x in walk.figures if x.shape == shape]
    told = [x.value for x in alike if any(r == _ROLE[shape] and t is whole for r, t, *_ in x.links)]
    return sum(told, Decimal(0))


def _take_bracket(walk: Walk, k: int, whole: Figure) -> None:
    """ "… and crude oil 101.5 million (| 23.1%)": the share that says the part again."""
    if k + 1 == len(walk.figures) or walk.figures[k].shape != "N":
        return
    share = walk.figures[k + 1]
    beside = walk.gaps[k + 1] == "<" and walk.afters[k + 1][:1] == ">"
    if share.shape == "R" and share.kind in ("level", "share") and beside and not share.links:
        share.kind = "share"
        share.link("expresses", walk.figures[k], "level_then_share")
        share.link("share_of", whole, "share_of_the_same_whole")


def shares_of_all(walk: Walk) -> None:
    """ "€340 million: | 60% went to roads, | 25% to rail and | 15% to ports": all of the one level said."""
    run = [
        k
        for k, f in enumerate(walk.figures)
        if f.shape == "R"
        and f.kind in ("level", "share")
        and walk.roles[k] in cl.STATED
        and not any(r == "share_of" for r, *_ in f.links)
        and not walk.afters[k].startswith(("o", "w"))
    ]
    if len(run) < 2 or len(run) != walk.tags.count("R"):
        return
    rounding = sum((walk.figures[k].last_place or Decimal(0) for k in run), Decimal(0)) / 2
    if abs(sum((walk.figures[k].value for k in run), Decimal(0)) - _ALL) > rounding:
        return
    said = [x for x in walk.figures[: run[0]] if x.shape == "N"]
    whole = said[0] if len(said) == 1 else walk.parts.antecedent if not said else None
    if (
        whole is None
        or whole.kind != "level"
        or (said and walk.roles[walk.figures.index(whole)] not in cl.NOW)
    ):
        return
    for k in run:
        walk.figures[k].kind = "share"
        walk.figures[k].link("share_of", whole, "shares_of_all")
