"""Changes whose level the next sentence tells: "Turnover rose 8% in 2018. It came to €12.4m"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.prose.en import clauses as cl
from ingest.prose.en.across import the_figure
from ingest.prose.en.context import key_of
from ingest.prose.figure import Figure
from ingest.prose.regex import regex

if TYPE_CHECKING:
    from ingest.prose.en.walk import Walk

_RULE = "level_said_next"
_CHANGED = ("change_rate", "change_amount")
_IT_IS = regex(r"kv[tn]?e?")  # "It came to", "They numbered"
_THE_FIGURE_IS = regex(r"exv[tn]?e?")  # "The total stood at"
_NAMED_IS = regex(r"[exon]*v[tn]?e?")  # "The exports of goods amounted to"


def remember_changes(walk: Walk) -> None:
    """Keep the changes of one thing that a sentence tells, if it tells neither a level nor anything else."""
    told = [f for f, role in zip(walk.figures, walk.roles, strict=True) if role not in ("duration", "rank")]
    walk.memory.changes = []
    if not told or not all(map(_waits, told)):
        return
    alike = len({f.measure for f in told}) == 1 and told[0].measure is not None
    moved = walk.triggers[walk.figures.index(told[0])]
    if alike and moved >= 0 and walk.tags[moved] in "udpq":
        walk.memory.changes = told


def _waits(f: Figure) -> bool:
    """True for a change of now that has no level yet."""
    if f.kind not in _CHANGED or f.status != "actual" or "since" in f.flags:
        return False
    return not any(role in ("growth_of", "growth_from") for role, *_ in f.links)


def name_level(walk: Walk) -> None:
    """Give "it", or "the total", with which a sentence opens, the name of what the one before said moved."""
    if _opens_with_level(walk) and _points_back(walk):
        walk.figures[0].measure = walk.memory.changes[0].measure


def tie_on(walk: Walk) -> None:
    """Tie the changes of the sentence before to the level of now, where both are of one thing and time."""
    if not _opens_with_level(walk) or not (_points_back(walk) or _is_named_again(walk)):
        return
    level, changes = walk.figures[0], walk.memory.changes
    for change in changes:
        fits = change.shape == "R" or (change.unit == level.unit and change.value < level.value)
        if fits and change.period == level.period and not _has_its_own(walk, change, level):
            change.link("growth_of", level, _RULE)


def _opens_with_level(walk: Walk) -> bool:
    if not walk.memory.changes or walk.memory.antecedent_sentence != walk.s.number - 1:
        return False
    return walk.roles[0] == cl.LEVEL and walk.figures[0].shape == "N" and walk.figures[0].kind == "level"


def _points_back(walk: Walk) -> bool:
    """True for "It came to", "The total stood at"."""
    start, gap = walk.s.start, walk.gaps[0]
    if _IT_IS.fullmatch(gap):
        return walk.low.startswith(("it ", "they "), start)
    return (
        _THE_FIGURE_IS.fullmatch(gap) is not None
        and the_figure(walk.lex.pointers).match(walk.low, start) is not None
    )


def _is_named_again(walk: Walk) -> bool:
    """ "Imports of gas rose 12%. Imports of gas amounted to …"."""
    named, moved = walk.figures[0].measure, walk.memory.changes[0].measure
    if named is None or moved is None or not _NAMED_IS.fullmatch(walk.gaps[0]):
        return False
    return key_of(walk, named) == key_of(walk, moved)


def _has_its_own(walk: Walk, change: Figure, level: Figure) -> bool:
    """True where the level has such a change beside it that may be on the same base."""
    own = [
        x
        for x in walk.figures
        if ("growth_of", level) in [y[:2] for y in x.links] and x.shape == change.shape
    ]
    return any(
        None in (x.base_period, change.base_period) or x.base_period == change.base_period for x in own
    )
