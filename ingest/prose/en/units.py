"""The unit of a figure that prints none: from its counted noun, its partner, its subject; else it is lost."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from ingest.prose.dimension import MINOR, is_money, same_dimension
from ingest.prose.en.clauses import TOTAL
from ingest.prose.en.context import key_of
from ingest.prose.en.marks import MARK
from ingest.prose.en.moneys import remember_money, settle_money
from ingest.prose.en.named_wholes import tie_of_the
from ingest.prose.en.points import RATES, settle_points
from ingest.prose.en.units_around import unit_of_fate
from ingest.prose.en.words import Lexicon
from ingest.prose.figure import Figure
from ingest.prose.regex import regex

if TYPE_CHECKING:
    from ingest.prose.en.walk import Walk

_OF_EVERY = regex(r"\b(?:of|in|out of) every\s\Z")
_EVERY = len("every ")
_BEHIND = regex(
    r"(?:from|to|in|of|by|at|for|with|without|on|per|among|between|under|over|who|that|as"
    r"|excluding|including|before|after)\Z"
)  # what leads to a noun's complement
_TO_BE = regex(r"t?v[A-Za-z]")  # "counted 140,000 homes and expects 120,000 | to be finished"
_EACH = regex(r"\s(?:each|apiece|(?:per|for every) [a-z]+)\b")
_LISTED = regex(r"x{0,4},?&?(?:xb|p)?e?x{1,3}5")  # ", followed by Jiangsu with", "and Zhejiang with"
_PARTNERS = ("growth_of", "growth_from", "compared_with", "part_of", "conversion_of")


def settle_unit(walk: Walk, k: int) -> None:
    """Fill unit, unit_span and unit_status of figure k; mark it lost, or refuse it, where nothing tells.

    The steps stand in the order of trust: what is printed, the counted noun, the figures that it belongs
    with, its measure, the figures in front of it.
    """
    f, low = walk.figures[k], walk.g.low
    every = low.startswith("every", f.outer_start - _EVERY)
    if every and f.shape == "N" and _OF_EVERY.search(low, walk.s.start, f.outer_start):
        text = walk.g.norm[f.start : f.end]
        f.refused = (
            "reckoning",
            f"“{text}” is not loaded: it is what shares are reckoned in, no figure of anything.",
        )
        return
    if f.unit is not None:
        _settle_cents(walk, f)
        settle_money(f, walk.lex, walk.memory, walk.g.context.ref_area, low, walk.s.start)
        settle_points(walk, f)
        remember_money(f, walk.memory)
        return
    if f.unit_status == "lost":  # a bare currency of which nothing tells whose it is
        return
    if f.shape == "P":
        f.unit = "percentage_point"
    elif walk.roles[k] == MARK:
        of = next((x for x in reversed(walk.figures[:k]) if x.shape == f.shape and x.unit is not None), None)
        f.unit, f.unit_status = (of.unit, "inherited") if of is not None else (None, "lost")
    elif f.noun is not None:
        f.unit, f.unit_span, f.unit_status = _noun_unit(walk, f.noun), f.noun, "stated"
        if f.unit is None:  # a money that the lexicon does not know: "marks", "Ruritanian crowns"
            f.unit_status = "lost"
    elif _EACH.match(low, f.end):
        f.unit_status = "lost"  # "762,000 workers, or 21.6 each": no unit says what it is per
    elif not any(step(walk, k, f) for step in _STEPS):
        _lose_or_refuse(walk, f)


def _unit_of_mates(walk: Walk, k: int, f: Figure) -> bool:
    """Take the unit of a linked figure, or of what the words right around point to; True if one was found."""
    partner = _partner(walk, f)
    if partner is not None:
        f.unit, f.unit_status, f.shape = partner.unit, "inherited", partner.shape
        return True
    before = _counted_before(walk, k)
    if before is not None and any(x in "gc" for x in walk.gaps[k][-4:]):
        f.unit, f.unit_status, f.measure = before.unit, "inherited", f.measure or before.measure
        return True
    if walk.tags[walk.it.figures[k] + 1 : walk.it.figures[k] + 3] in ("oe", "oE"):
        noun = walk.g.measures.behind(walk.it, walk.it.figures[k])
        if noun is not None:
            f.noun = noun
            tie_of_the(walk, k)
    return f.unit is not None


def _unit_of_verb(walk: Walk, k: int, f: Figure) -> bool:
    """Infer the unit from the verb in front: "they employ | 75,000"; False where it tells none."""
    it, at = walk.it, walk.it.figures[k]
    unit = walk.lex.counting_verbs.get(walk.g.measures.word(it, at - 1)) if at else None
    if unit is None:
        return False
    told = f.measure is not None and unit == "count"  # "students | numbered 3,000"
    words = walk.low[f.measure[0] : f.measure[1]].split() if told and f.measure else []
    f.unit, f.unit_status = (_unit_of_words(walk.lex, words) if words else None) or unit, "inferred"
    return True


def _unit_of_list(walk: Walk, k: int, f: Figure) -> bool:
    """Take the unit of a list's first figure: "412 spaces, followed by Jiangsu with | 305"; False if none."""
    before = walk.figures[k - 1] if k else None
    if before is None or f.measure is None or before.unit not in ("count", "person"):
        return False
    names = walk.g.norm[f.measure[0] : f.measure[1]].split()
    listed = _LISTED.fullmatch(walk.gaps[k]) is not None and before.scaled == f.scaled
    if not listed or not all(name[0].isupper() for name in names):
        return False
    f.unit, f.unit_status = before.unit, "inherited"
    return True


def _unit_of_measure(walk: Walk, k: int, f: Figure) -> bool:
    """Infer the unit from the measure, or from a figure before of the same measure; False without one."""
    if f.measure is None:
        return False
    words = walk.low[f.measure[0] : f.measure[1]].split()
    least = walk.lex.money_measures.get(_head_of(walk.lex, words))
    if least is not None and f.factor >= least:
        _settle_bare_money(walk, f)
        return True
    same = [
        x for x in walk.figures[:k] if x.measure == f.measure and x.shape == f.shape and x.unit is not None
    ]
    if words[0] == "those":  # "9,100 vacancies in mining; those in health numbered | 31,400"
        before = next((x for x in reversed(walk.figures[:k]) if x.shape == f.shape and x.unit), None)
        f.unit, f.unit_status = (before.unit, "inherited") if before is not None else (None, "lost")
        return True
    if f.scaled and not same:
        told = walk.lex.singles.get(words[-1])
        if told is not None and told.status is not None:  # "missing a mean forecast of 4.06 billion"
            same = [x for x in walk.figures[:k] if x.shape == f.shape and x.unit is not None and x.scaled]
            f.flags |= {"elided_subject"} if same else set()
    if "elided_subject" in f.flags and f.scaled and same:
        f.unit, f.unit_status = same[-1].unit, "inherited"
    elif "number" in words or words[0] == "numbers":
        f.unit, f.unit_status, f.unit_span = _unit_of_number(walk, f.measure), "stated", f.measure
    else:
        f.unit = _unit_of_words(walk.lex, words)
        last = walk.it.figures[k] - 1
        acts = last >= 0 and (walk.tags[last] == "A" or walk.g.measures.acts(walk.it, last))
        did = acts and f.measure[1] <= f.start
        if f.unit == "person" and did and f.kind == "level":
            f.unit = None  # "guests made | 8.2 million": of what was spoken of
        if f.unit in ("count", "person") and not f.scaled and f.last_place is not None and f.last_place < 1:
            f.unit = None  # nobody counts 93.24 restaurants
        f.unit_status = "inferred" if f.unit is not None else "lost"
    return True


def _settle_bare_money(walk: Walk, f: Figure) -> None:
    """Give "revenue was 25 billion" the one money that the text has spoken of; else it is lost."""
    if len(walk.memory.currencies) == 1:
        (f.unit,) = walk.memory.currencies
    f.unit_status = "inherited" if f.unit is not None else "lost"


def _unit_of_number(walk: Walk, measure: tuple[int, int]) -> str:
    """ "The number of children vaccinated": what is numbered."""
    nouns = walk.low[measure[0] : measure[1]].split(" of ", 1)[-1].split()
    is_rate = "per" in nouns  # "children per woman"
    return "person" if not is_rate and _head_of(walk.lex, nouns) in walk.lex.persons else "count"


def _unit_of_words(lex: Lexicon, words: list[str]) -> str | None:
    """The unit that a measure's words tell: that of a subject known, of persons, of things in the plural."""
    unit = next((lex.subjects[w] for w in words if lex.subjects.get(w)), None)
    if words[-1] == "numbers" and len(words) > 1 and f"{words[-2]}s" in lex.persons:
        return "person"  # "passenger numbers"
    head = (
        words[-1] if "of" in words and words[-1].endswith("s") else _head_of(lex, words)
    )  # sales of new cars
    words = words[: words.index(head) + 1]  # "nights | spent by residents"
    if unit is not None and not (unit == "person" and head in RATES):
        return unit
    is_plural = head.endswith("s") and not head.endswith("ss")
    if head not in RATES and any(w in lex.persons and (not is_plural or w[-1] == "s") for w in words):
        return "person"  # "customers net additions", not "self-employed households"
    return "count" if is_plural and head not in lex.subjects else None


def _unit_said_before(walk: Walk, k: int, f: Figure) -> bool:
    """Take the unit of the figure counted before: "140,000 homes and expects 120,000 | to be finished"."""
    before = _counted_before(walk, k)
    if before is not None and walk.roles[k] == TOTAL:
        f.unit, f.unit_status = before.unit, "inherited"  # "35 shops, bringing the total to | 412"
        return True
    goes_on = re.search(r"&e?\Z", walk.gaps[k]) and (f.qualifier != "NONE" or f.scaled)
    if before is None or not (_TO_BE.match(walk.afters[k]) or goes_on):
        return False
    counted = [x for x in walk.figures[:k] if x.noun is not None]
    if not goes_on and len({key_of(walk, x.noun) for x in counted if x.noun is not None}) > 1:
        if len({x.unit for x in counted}) == 1:
            f.unit, f.unit_status = before.unit, "inherited"
        return f.unit is not None  # "143 passengers and six crew survived; 17 | were hurt": of either
    f.unit, f.unit_status, f.measure = before.unit, "inherited", before.measure
    f.flags.add("elided_subject")
    return True


def _counted_before(walk: Walk, k: int) -> Figure | None:
    """The last figure before figure k that counts a noun."""
    return next(
        (x for x in reversed(walk.figures[:k]) if x.noun is not None and x.unit is not None),
        None,
    )


def _lose_or_refuse(walk: Walk, f: Figure) -> None:
    """A number of which nothing names what it counts is lost, or no figure at all."""
    text = walk.g.norm[f.start : f.end]
    beyond_doubt = f.scaled or f.qualifier != "NONE"
    if beyond_doubt or (not walk.s.is_line and re.search(r"[,. ]", text)):
        f.unit_status = "lost"
        return
    f.refused = (
        "bare_number",
        f"“{text}” is not loaded: neither a unit nor a noun says what it counts.",
    )


def _head_of(lex: Lexicon, words: list[str]) -> str:
    """The noun before what describes it: "crimes reported | to the police", "people | receiving aid"."""
    for i in range(1, len(words)):
        word = words[i]
        plural = words[i - 1].endswith("s") or words[i - 1] in lex.persons
        if _BEHIND.match(word) or (plural and word.endswith(("ed", "ing"))) or word in lex.participles:
            return words[i - 1]
    return words[-1]


def take_per(figures: list[Figure]) -> None:
    """ "$3.35 to settle at $56.26 a barrel": an amount of change is per what its level is per."""
    for f in figures:
        if f.kind != "change_amount" or f.unit is None or "/" in f.unit:
            continue
        for role, target, *_ in f.links:
            if role in ("growth_of", "growth_from") and target.unit is not None and "/" in target.unit:
                per = target.unit.partition("/")[2]
                if same_dimension(f"{f.unit}/{per}", target.unit):
                    f.unit = f"{f.unit}/{per}"
                    break


def _settle_cents(walk: Walk, f: Figure) -> None:
    """Cents are of the money that the sentence speaks of: "by 50 cents to €21.30"; else of the area's."""
    bare = f.unit_span is not None and walk.low.startswith("cent", f.unit_span[0])
    if f.unit is None or f.unit[:3] not in MINOR or not bare:
        return
    if f.unit_status == "stated" and f.unit[:3] != "USc":
        return  # "AU 18 cents"
    spoken = {x.unit[:3] for x in walk.figures if x.unit and x is not f and is_money(x.unit)} - {*MINOR}
    f.flags -= {"unit_from_area"} if spoken else set()
    if not spoken or MINOR[f.unit[:3]] in spoken or "$" in {x.unit[:1] for x in walk.figures if x.unit}:
        return
    minor = next((code for code, money in MINOR.items() if money in spoken), None)
    f.unit = None if minor is None else minor + f.unit[3:]
    f.unit_status = "lost" if minor is None else "inferred"


def _noun_unit(walk: Walk, noun: tuple[int, int]) -> str | None:
    words = walk.g.low[noun[0] : noun[1]].split()
    if any(not rest and shape == "money" for rest, _, shape in walk.lex.units.get(words[-1], ())):
        return None
    heads = [words[-1]] + [w for w, nxt in itertools.pairwise(words) if nxt == "and"]
    if " of " in walk.g.low[noun[0] : noun[1]]:
        heads = [words[words.index("of") - 1]]
    lex = walk.g.lex
    return "person" if all(h in lex.persons or lex.subjects.get(h) == "person" for h in heads) else "count"


def _partner(walk: Walk, f: Figure) -> Figure | None:
    for role, target, *_ in f.links:
        if role in _PARTNERS and target.unit is not None and target.shape == "N":
            return target
    for other in walk.figures:
        for role, target, *_ in other.links:
            if target is f and role == "compared_with" and other.unit is None and other.shape == "N":
                settle_unit(walk, walk.figures.index(other))  # "from 162 to 123 of the jets"
            if target is f and role in ("compared_with", "part_of") and other.unit is not None:
                return other
            if target is f and other.kind == "change_amount" and other.unit is not None:
                return other
        alike = other.noun is not None and other.shape == f.shape
        if alike and any(t is f for r, t, *_ in other.links if r in _PARTNERS):
            settle_unit(walk, walk.figures.index(other))
            return other if other.unit is not None else None
    for role, target, *_ in f.links:
        if role in _PARTNERS and target.noun is not None:
            settle_unit(walk, walk.figures.index(target)) if target in walk.figures else None
            return target if target.unit is not None else None
    return None


_STEPS = (_unit_of_mates, _unit_of_verb, unit_of_fate, _unit_of_list, _unit_of_measure, _unit_said_before)
