"""Changes of a level that an earlier sentence told: "Exports were 4 million. It was 3% more than before"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from ingest.prose.dimension import is_money, same_dimension
from ingest.prose.en import clauses as cl
from ingest.prose.en.before import leads_back
from ingest.prose.en.context import key_of
from ingest.prose.en.surveys import remember_asked
from ingest.prose.figure import Figure
from ingest.prose.regex import regex

if TYPE_CHECKING:
    from ingest.prose.en.walk import Walk

_RULE = "level_said_before"
_CHANGED = ("change_rate", "change_amount", "points")
_COMES_TO = r"(?:correspond|represent|equal|amount|translat)\w*"
_AHEAD = ("forecast", "target")
_THIS_IS = regex(rf"\bthis (?:is|was|means|meant|{_COMES_TO}) ")
_IS = rf"(?:is|was|are|were|has|had|means|meant|marks|marked|compare[sd]|{_COMES_TO})\s"
# "It has risen by", "They were | 3% higher"; "(In May,) the annual increase was"; "Up 3% on 2016."
_IT = regex(r"(?:(?:[nOc]e?)?[YB],)?kH?[yvuda]?[pqeYBbijon]{0,6}")
_THE_FIGURE_MOVED = regex(r"exH?[ud]b?e?")
_THERE_HAD_BEEN = regex(r"B,[ke]?Hv")
_FRAGMENT = regex(r"ex?[ij]o|[pq]b?")
_THE_CHANGE = regex(r"(?:(?:[nOc]e?)?[YB],)?e?(?:B|Y)?[ij](?:[BY]|[nOcf]e?[YB])*(?:v[nt]?e?|:)")
_LISTED = regex(r"[,;]?&?e?x+(?:[on]e?x+)*b")  # "exports grew by 8% and imports by | 6%"
_ENDS = regex(r"x?(?:[BY]|[nOcf]e?[YB])*(?:[,;&z1]|\Z)")
_SUBJECT = regex(
    r"(?:(?:[nO]?e?)?[BY],)?[^,;:&zZ]*[xsij](?:nY|[BY])*(?:v[nt]?|(?:H?[ud]|v[pq])(?:[bBYe]|nY)*t)e?"
)


def point_back(walk: Walk) -> None:
    """Tie changes to the one level of the sentence before, where the first words point there."""
    level = _pointed_at(walk)
    if level is None:
        return
    first = walk.figures[0]
    if walk.roles[0] == cl.EARLIER and first.shape == level.shape and first.unit in (None, level.unit):
        level.link(
            "compared_with", first, _RULE
        )  # "This compares with | 870 in 2016 and is an increase of 17%"
        if first.unit is None and level.unit is not None:
            first.unit, first.unit_status = level.unit, "inherited"
    begin = 1 if walk.roles[0] == cl.EARLIER else 0
    for k in range(begin, len(walk.figures)):
        f = walk.figures[k]
        if walk.roles[k] not in (cl.CHANGE, "duration"):
            return
        bare = f.unit in (None, level.unit) or (is_money(level.unit) and same_dimension(f.unit, level.unit))
        shapes = f.shape + level.shape
        apart = walk.groups[k] is not walk.groups[0] or any(role == "growth_of" for role, *_ in f.links)
        fits = shapes in ("RN", "PR") or (shapes == "NN" and bare)
        if f.kind in _CHANGED and "since" not in f.flags and fits and not apart:
            f.link("growth_of", level, _RULE)
            for then in [target for role, target, *_ in f.links if role == "growth_from"]:
                if then.shape == level.shape:
                    level.link("compared_with", then, _RULE)  # "This was 4% down on the | 64 million of 2016"


def untie_later(walk: Walk) -> None:
    """Untie a change from a level of before it: "was 3.2 million, and is forecast to rise 5% next year"."""
    for f in walk.figures:
        for link in [x for x in f.links if x[0] == "growth_of"]:
            told_first = link[1].start < f.start  # not "raised its forecast by 10 points to 23%"
            foretold = told_first and f.status in _AHEAD and link[1].status not in _AHEAD
            later = f.period and link[1].period and f.period[:4] > link[1].period[:4]
            if foretold or later:
                f.links.remove(link)


def tie_back(walk: Walk) -> None:
    """Tie a rate without a level of its own to the level of the same name and period that was said before."""
    told = walk.memory.told
    for k, f in enumerate(walk.figures):
        if f.measure is None and told is not None and ("compared_with", f) in [x[:2] for x in told.links]:
            f.measure = told.measure  # "That compares with 3.9 million in 2016"
        for link in [x for x in f.links if x[2] == _RULE]:
            if link[1].period != f.period or "since" in f.flags:
                f.links.remove(link)  # what points back, and is of another time after all
        for level in [x[1] for x in f.links if x[0] == "growth_of" and x[2] == _RULE]:
            before = [target for role, target, *_ in level.links if role == "compared_with"]
            if len(before) == 1 and leads_back(level, before[0], f):
                f.link(
                    "growth_from", before[0], _RULE
                )  # "(previous year: 791 million). This is growth of 2.7%"
        if f.kind not in ("change_rate", "change_amount") or walk.roles[k] != cl.CHANGE or f.measure is None:
            continue
        if any(role == "growth_of" for role, *_ in f.links) or not _is_of_subject(walk, k):
            continue
        key = key_of(walk, f.measure)
        said = [x for j, x in enumerate(walk.figures[:k]) if _is_level_of(walk, j, f, key)]
        if len(said) == 1 and said[0].period == f.period and (f.shape == "R" or f.unit == said[0].unit):
            if not any(_says_the_same(x, f, said[0]) for x in walk.figures):
                f.link("growth_of", said[0], _RULE)  # "exports were A and imports B; exports grew by | 8%"
            continue
        target = walk.memory.levels.get(key)
        if target is None or target in walk.figures or target.period != f.period:
            continue
        if target.unit != "percent" and (f.shape == "R" or f.unit == target.unit):
            f.link("growth_of", target, _RULE)


def _is_level_of(walk: Walk, k: int, of: Figure, key: str) -> bool:
    """True for a level of that name: "the exports of goods" are "exports" when they are named again."""
    f = walk.figures[k]
    if walk.roles[k] not in (cl.LEVEL, cl.TO) or f.kind != "level" or f.shape != "N" or f.measure is None:
        return False
    name = key_of(walk, f.measure)
    named_again = f.measure != of.measure  # not "Scope 1 and 3 emissions fell by 6%"
    return named_again and key != "" and (name == key or name.startswith(f"{key} of "))


def _says_the_same(x: Figure, f: Figure, level: Figure) -> bool:
    """True where another change of the level has the same base: one of the two is on another basis."""
    alike = x is not f and x.shape == f.shape and x.base_period == f.base_period
    return alike and any(role == "growth_of" and target is level for role, target, *_ in x.links)


def _is_of_subject(walk: Walk, k: int) -> bool:
    """True where the subject itself has moved: "the number was 21% higher"; a noun of change has more to say.

    "A decrease of $1.2 million in net sales of one channel" is not of all the net sales said before.
    """
    if "elided_subject" in walk.figures[k].flags or "since" in walk.figures[k].flags:
        return False
    verb = walk.triggers[k]
    if verb >= 0:
        return walk.tags[verb] in "udpq"
    if _LISTED.fullmatch(walk.gaps[k]):
        return True
    return walk.behind[k] and re.match(r"[eExBY]{0,3}[ij]", walk.afters[k]) is None


def _pointed_at(walk: Walk) -> Figure | None:
    """The one level of the sentence before, if the words point to it: "This corresponds to a rise of 8%"."""
    memory, s, low = walk.memory, walk.s, walk.g.low
    if walk.roles[0] == cl.EARLIER and walk.told_then is not None:
        return walk.told_then
    level = memory.told
    if (
        level is None
        or memory.antecedent_sentence != s.number - 1
        or walk.roles[0] not in (cl.CHANGE, cl.EARLIER)
    ):
        return None
    gap, end = walk.gaps[0], walk.figures[0].outer_start
    if _THERE_HAD_BEEN.fullmatch(gap) and walk.roles[0] == cl.EARLIER:
        return level  # "The year before, there had been | 980,000, so the rise was 12%"
    if _FRAGMENT.fullmatch(gap) and not re.search("[udvHAZ]", walk.tags):
        return level if memory.told_subject else None  # "Up 5% on 2017.", "An increase of 5%."
    if (
        gap == "e"
        and walk.behind[0]
        and low.startswith("this ", s.start)
        and walk.afters[0][:1] in ("i", "j")
    ):
        return level  # "This | 8% rise is due to new shops"
    if _IT.fullmatch(gap):
        pronoun = walk.it.starts[walk.tags.index("k")]
        return level if memory.told_subject and low.startswith(("it ", "they "), pronoun) else None
    if _THE_FIGURE_MOVED.fullmatch(gap) and the_figure(walk.lex.pointers).match(low, s.start):
        return level
    if _THE_CHANGE.fullmatch(gap):
        return level if _ENDS.match(walk.afters[0]) else None
    points = _THIS_IS.search(low, s.start, end) or _head(walk.lex.pointers).match(low, s.start, end)
    return level if points else None


@lru_cache(maxsize=1)
def _head(nouns: frozenset[str]) -> re.Pattern[str]:
    named = "|".join(sorted(nouns))
    return regex(
        r"(?:(?:compared|in|on|over|against|relative)\s[^,;]{1,40},\s)?"
        rf"(?:that's|(?:th(?:is|at)(?:\s(?:{named}))?|the\s(?:{named}))\s(?:also\s|still\s|therefore\s)?{_IS})"
    )


@lru_cache(maxsize=1)
def the_figure(nouns: frozenset[str]) -> re.Pattern[str]:
    """ "The total", "this figure": a noun that points to what was said before."""
    return regex(rf"th(?:e|is|at) (?:{'|'.join(sorted(nouns))})\b")


def remember_levels(walk: Walk) -> None:
    """Keep the levels of a sentence under their label keys; the only one is what "of these" points to."""
    memory = walk.memory
    told = [
        f for f, role in zip(walk.figures, walk.roles, strict=True) if role in (cl.LEVEL, cl.TO, cl.TOTAL)
    ]
    now = [f for f in told if f.shape == "N"]
    only = now[0] if len(now) == 1 and now[0].kind == "level" else None
    kept = walk.parts.antecedent if _is_all_of(walk, walk.parts.antecedent) else None
    memory.antecedent = kept or (only if only is None or only.status not in ("forecast", "target") else None)
    memory.levels_before = [f for f in now if f.kind == "level"]
    counted = [f for f in now if f.kind == "level" and f.unit in ("count", "person")]
    memory.counted = counted[0] if len(counted) == 1 else None
    wholes = {id(t): t for f in walk.figures for r, t, *_ in f.links if r == "part_of"}
    memory.parted = next(iter(wholes.values())) if len(wholes) == 1 else None
    remember_asked(walk)
    shares = [f for f in walk.figures if f.kind == "share"]
    memory.share = shares[0] if len(shares) == 1 else None
    grown = [f for f in walk.figures if f.kind == "change_amount"]
    memory.growth = grown[0] if len(grown) == 1 else None
    # "This was 3% more than …. It was 2% less than …"
    if told or not any(link[2] == _RULE for f in walk.figures for link in f.links):
        whole = [f for f in told if not any(r == "part_of" and t in told for r, t, *_ in f.links)]
        memory.told = whole[0] if len(whole) == 1 and whole[0].kind in ("level", "share") else None
        memory.told_subject = memory.told is not None and _is_of_the_subject(walk, memory.told)
    memory.antecedent_sentence = walk.s.number
    for k, f in enumerate(walk.figures):
        if walk.roles[k] in (cl.EARLIER, cl.FROM):
            continue  # "from 5 million in 2016" is no level that a later sentence goes on from
        if f.kind == "level" and f.shape == "N" and f.measure and "elided_subject" not in f.flags:
            key = key_of(walk, f.measure)
            if any(role == "part_of" and t is memory.levels.get(key) for role, t, *_ in f.links):
                continue  # "418,000 pupils; 52,000 of these": pupils are still all of them
            memory.levels[key] = f
            memory.heads[key.rsplit(" ", 1)[-1]] = (key, f)


def _is_all_of(walk: Walk, whole: Figure | None) -> bool:
    """True where every figure is a part or share of what the sentence before told: it is still spoken of."""
    if whole is None:
        return False
    told = [f for f in walk.figures if f.shape in "NR"]
    links = [[t for r, t, *_ in f.links if r in ("part_of", "share_of")] for f in told]
    return told != [] and all(whole in targets for targets in links)


def _is_of_the_subject(walk: Walk, level: Figure) -> bool:
    """True where the sentence is about its level: "Consumption amounted to 612 GWh"; it names no owner."""
    k = walk.figures.index(level)
    if k > 0 and not (walk.roles[k] == cl.TO and set(walk.roles[:k]) == {cl.CHANGE}):
        return False
    start = walk.g.low[walk.s.start : level.outer_start]
    gap = walk.gaps[0] if k == 0 else walk.gaps[0] + walk.gaps[k].removeprefix(",")
    return "'s" not in start and _SUBJECT.fullmatch(gap) is not None
