"""Which figures a word of status colours: forecast, target, estimate, preliminary, rule."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ingest.prose.en import clauses as cl
from ingest.prose.en.ahead import is_past_word
from ingest.prose.en.words import Entry
from ingest.prose.figure import Figure
from ingest.prose.regex import regex

if TYPE_CHECKING:
    from ingest.prose.en.walk import Walk

_OF_WHAT = regex(r"o(?:[eE]?x{1,3}o)?[eE]?(?=[NRPM])")
_THAN = regex(
    r"\bthan(?:\s[a-z']+){0,4}\s\Z|\bas(?:\s(?:first|originally|previously|widely|was|were|had been))?\s\Z"
)
_CLAUSE_END = regex("[,;:]")
_LONGEST_YARDSTICK = 4  # words between "matching" and "estimates", itself counted
_ASKED = regex(r"wA(?=[ASx])|o[eE]?x{1,3}(?:A(?=[AS]))?")  # "46% | of those polled expect"
_LONGEST_ANSWER = 3  # words: "did not know"
_FOR_WHAT = regex(r"n[eE]?(?=[NRP])")  # "compared with expectations for a | 1.8% rise", not "forecast at"
_HIGHER = regex(r"[,&]*[pq][^,;&]?\Z")
_THEY_SAY = regex(r",[eE]?x{1,4}\Z")
_HEAD = regex(r"[^NRPMDvud23H,;:]*[,:]")
_IN_THE = regex(r"n[eE]x{0,3}")
_BASED = (" is based on", " are based on", " was based on", " were based on")
_COMPARED = ("most ", "more ", "less ", "least ", "equally ")
_EXPECTED = regex(r"[udij]|v(?=[NRntO])")
_AND_TO = regex(r"&t[A23ud][^;,&z]*\Z")
_SAID = regex(r"[&z][kx]?A")
_NEAR = 14  # items between a status word and the figure that it colours
_SAYING = 40  # characters behind a word of status in which it is said to show something
_TURN = regex(r"\b(?:after|but|while|whereas|though|although|having|against|following|on top of)\b")
_OWN_CLAUSE = regex(r"&[eE]?x+(?:[onO][eE]?x+)*[udvAH]")
_NEXT_VERB = regex(r"(?:,&?|&)(?P<verb>[udvA23H])[^,;&]*\Z")  # ", made | 0.9 million", "and paid | 4%"
_FROM = regex(r",[xpqv]{0,2}f\Z")  # "5.3 million in 2019, little changed from | 5.34 million"
_HAS_BEEN = regex(r"x{0,3}H")  # "of which | 300 million has been spent"
_SHOWS = regex(r"(?:\s[a-z]+){0,2}\s(?:show(?:s|ed)?|suggest(?:s|ed)?|indicate[sd]?|say|said)\b")
_ACCORDING = regex(r"\baccording to (?:a |the )?(?:[a-z]+ )?\Z")
_SUBJECT = regex(r"[xX]{0,5}[vHuAd]")
_TOLD_BEHIND = ("forecast", "estimate", "preliminary")


def colour(walk: Walk) -> None:
    """Give the figures the status that words of their clause state: the nearest one in front of a figure."""
    it = walk.it
    told: dict[int, int] = {}  # figure -> the item of status in front of it that coloured it
    for position, status in _told(walk):
        if position in walk.marks.spoken or _tells_a_fact(walk, position):
            continue
        if position in it.figures:  # "an estimated 2.1 billion"
            walk.figures[it.figures.index(position)].status = status
            continue
        one = _named(walk, position)
        if one is None and (_is_yardstick(walk, position) or _is_answer(walk, position)):
            m = _FOR_WHAT.match(walk.tags, position + 1)
            if m is None or not walk.low.startswith(" for ", it.ends[position]):
                continue
            one = it.figures.index(m.end())
        for k in range(len(walk.figures)) if one is None else [one]:
            if one is not None or _reaches(walk, k, position, status):
                _colour_one(walk, k, position, status, told)
    _forecasts_of_before(walk)
    _restated(walk)


def _tells_a_fact(walk: Walk, position: int) -> bool:
    """True where the words at an item look like a status and are none."""
    it, low = walk.it, walk.low
    if low.startswith(_BASED, it.ends[position]):
        return True  # "the estimates are based on | 2,986 adults"
    entry = it.data[position] if position < len(it.data) else None
    phrase = entry.phrase if isinstance(entry, Entry) else ""
    if phrase.endswith("set to"):
        return position + 1 in it.figures  # "the price is set to | 53.7": it is that
    if phrase.endswith("due to"):
        return not _does(walk, position + 1)  # "the rise of 3% is due to | higher prices"
    if phrase == "likely":  # "the young were most likely to, at | 10%"
        return low.endswith(_COMPARED, walk.s.start, it.starts[position])
    if phrase == "could":
        return low.startswith(" not ", it.ends[position])  # "299,000 people could not work"
    return (phrase == "may" and not _may(walk, position)) or (
        phrase == "should" and not _should(walk, position)
    )


def _reaches(walk: Walk, k: int, position: int, status: str) -> bool:
    """True where the status told at an item is that of figure k."""
    if _is_in_noun(walk, walk.figures[k], position) or not _is_coloured(walk, k, position, status):
        return False
    if _is_of_asked(walk, k):
        return False
    auxiliary = walk.tags[position : position + 1] in ("m", "S", "x", "A")
    if auxiliary and _is_there(walk, k, position):
        return False
    behind = position < walk.it.figures[k]  # "was estimated at 3.8%, down | 0.2 points"
    return not (status == "estimate" and behind and _HIGHER.match(walk.gaps[k]))


def _colour_one(walk: Walk, k: int, position: int, status: str, told: dict[int, int]) -> None:
    """Give figure k the status told at an item, where a nearer word has not told another one."""
    f, at = walk.figures[k], walk.it.figures[k]
    nearer = k in told and told[k] < position < at and "&" in walk.tags[told[k] : position]
    if f.status == "actual" or status == "rule" or nearer:
        f.status = status  # "expects 3% and aims to cut the gap to | 5%"
        if position < at:
            told[k] = position
    may = position < at and walk.low.startswith("may ", walk.it.starts[position])
    if status == "forecast" and f.qualifier == "LE" and may:
        f.status = "rule"  # "rents may rise by no more than | 3%"


def _is_yardstick(walk: Walk, position: int) -> bool:
    """True for "more than expected", "as planned": what was expected is not told here."""
    before = walk.low[walk.s.start : walk.it.starts[position]]
    if not walk.lex.yardsticks.isdisjoint(_CLAUSE_END.split(before)[-1].split()[-_LONGEST_YARDSTICK:]):
        return True  # "matching analysts' | estimates", "ahead of its own | target"
    return _THAN.search(before) is not None and not walk.low.startswith(" to ", walk.it.ends[position])


def _is_answer(walk: Walk, position: int) -> bool:
    """True for "46% | planned to hire, 7 points more than in 2018": what the asked say of themselves."""
    it = walk.it
    if position - 1 not in it.figures:
        return False
    return _is_of_asked(walk, it.figures.index(position - 1))


def _is_of_asked(walk: Walk, k: int) -> bool:
    """True for a share of those asked: "46% | said they expected", "and | 23% did not know"."""
    it, f = walk.it, walk.figures[k]
    if f.shape != "R" or f.kind not in ("level", "share"):
        return False
    m = _ASKED.match(walk.tags, it.figures[k] + 1)
    at = m.end() if m is not None else it.figures[k] + 1
    words = walk.low[it.ends[at - 1] : walk.s.end].split()[:_LONGEST_ANSWER]
    words = [words[2]] if words[1:2] == ["not"] else words[:2]  # "did not know", "said they", "of firms said"
    return any(word.strip(",.;") in walk.lex.answers for word in words)


def _is_there(walk: Walk, k: int, position: int) -> bool:
    """True for "each of the | 91 schools will lose one": there are so many, whatever will become of them."""
    at = walk.it.figures[k]
    if (
        k
        and walk.gaps[k] in ("oE", "oe")
        and walk.low.endswith(("its ", "their ", "the "), 0, walk.it.starts[at])
    ):
        return True  # "will close two of its | nine plants"
    definite = walk.low.endswith("the ", 0, walk.it.starts[at]) or walk.tags[at - 1 : at] == "E"
    return at < position and definite and walk.figures[k].noun is not None


def _restated(walk: Walk) -> None:
    """ "will cut 14,700 jobs, or | 15% of its staff": a share is as sure as the level that it restates."""
    for f in walk.figures:
        for role, level, *_ in f.links:
            if role == "expresses" and f.status == "actual" and level in walk.figures:
                f.status = level.status


def _may(walk: Walk, position: int) -> bool:
    """True for what may come; not for a name or a month, nor for what is allowed ("may be granted")."""
    start, end = walk.it.starts[position], walk.it.ends[position]
    return not walk.g.norm[start].isupper() and not walk.low.startswith(" be ", end)


def _told(walk: Walk) -> list[tuple[int, str]]:
    """The words of status of a sentence, and "see" where those who foretell do: "officials see 5%"."""
    if walk.low.find(" see ", walk.s.start, walk.s.end) < 0:
        return walk.it.statuses
    m = walk.g.measures
    told = list(walk.it.statuses)
    for j, tag in enumerate(walk.it.tags):
        if tag == "A" and m.word(walk.it, j) == "see":
            who = m.phrase_before(walk.it, j)
            words = walk.low[who[0] : who[1]].split() if who is not None else []
            if not walk.lex.forecasters.isdisjoint(words):
                told.append((j, "forecast"))
    return sorted(told)


def _should(walk: Walk, position: int) -> bool:
    """True for "output should reach 3 tonnes"; not for what ought to be done."""
    return _EXPECTED.match(walk.tags, position + 1) is not None


def _does(walk: Walk, item: int) -> bool:
    """True where a verb stands at the item: "is due to | open"."""
    return walk.tags[item : item + 1] in ("A", "v", "i", "j", "u", "d", "2", "3")


def _named(walk: Walk, position: int) -> int | None:
    """The one figure that a status word is said of by its form; None where its clause tells."""
    it, tags = walk.it, walk.tags
    if position + 1 in it.figures and tags[position - 1 : position] == "e":
        return it.figures.index(position + 1)  # "from a preliminary | 2.0%"
    if position + 2 in it.figures and tags[position - 1 : position + 2] == ",xn":
        return it.figures.index(position + 2)  # "the population, estimated at | 4.9 million, grew by"
    held = _held_behind(walk, position)
    if held is not None:
        return held
    m = _OF_WHAT.match(tags, position + 1)  # "beating its forecast of | 5 million, and ended with"
    return it.figures.index(m.end()) if m is not None else None


def _is_in_noun(walk: Walk, f: Figure, position: int) -> bool:
    return f.noun is not None and f.noun[0] <= walk.it.starts[position] < f.noun[1]


def _held_behind(walk: Walk, position: int) -> int | None:
    """The one figure that a participle behind it is said of: "$4.5 billion | expected by analysts, and …"."""
    tags, it = walk.tags, walk.it
    entry = it.data[position] if position < len(tags) else None
    if not isinstance(entry, Entry) or not entry.phrase.removesuffix(" by").endswith("ed"):
        return None
    if not (entry.phrase.endswith(" by") or tags[position + 1 : position + 2] in ("b", ",", ";", "")):
        return None
    m = re.search(r"[NRPM](?:oe?)?x{0,2}\Z", tags[:position])
    return it.figures.index(m.start()) if m is not None else None


def _is_coloured(walk: Walk, k: int, position: int, status: str) -> bool:
    tags, at = walk.tags, walk.it.figures[k]
    earlier = walk.roles[k] in (cl.EARLIER, cl.FROM)
    if position < at and ";" not in tags[position:at] and _heads(walk, position):
        return not earlier
    if at < position and _IN_THE.fullmatch(tags, at + 1, position):
        return True  # "down from | 2 percent in the March projections"
    if walk.figures[k].kind == "difference" and position > at:
        return False  # "eight cents below forecasts"
    if tags[position] == "x" and position < at and _SAID.search(tags[position:at]):
        return False  # "raised its forecast by 30 percent and said it had sold"
    if at < position and _THEY_SAY.search(tags, at, position) and position + 2 >= len(tags):
        return not _leaves_clause(walk, at, position)  # "3,100 people died, the government | estimates"
    if tags[position] == "S" and _AND_TO.search(tags, position, at) is not None:
        return True  # "aims to lift sales, from 1.1 billion now, and to cut costs by | 2.8 billion"
    before = position < at and at - position < _NEAR and not _leaves_clause(walk, position, at)
    before = before and _HAS_BEEN.match(walk.afters[k]) is None
    if before and re.search(r",&[eE]?\Z", tags[:at]) and _SUBJECT.match(walk.afters[k]):
        return False  # "will not be used, and a | $5.6 million allowance has been recorded"
    if at < position and not earlier and _is_shown(walk, position) and not _leaves_clause(walk, at, position):
        return True  # "output rose 2%, a first estimate | shows"
    if (
        re.fullmatch(r"(?:o[eE]?)?x{0,3}", tags[at + 1 : position])
        and at < position
        and tags[position : position + 1] == "m"
    ):
        return True  # "about 1,200 jobs | could be lost"
    told = (
        status in _TOLD_BEHIND
        and tags[position] not in "ud"
        and not re.search("[&;mz]", tags[at + 1 : position + 1])
    )
    behind = (told and at < position <= at + 3) or (at < position <= at + 5 and tags[at + 1 : at + 2] == "Z")
    known = earlier or _FROM.search(walk.gaps[k]) is not None
    if (before or (behind and k and "x" in tags[at + 1 : position])) and known and status != "rule":
        return False  # what is compared with is known
    return before or behind


def _leaves_clause(walk: Walk, start: int, end: int) -> bool:
    """True where another clause opens between two items: "…, but prices", "…, and students paid"."""
    said = walk.low[walk.it.ends[start] : walk.it.starts[end]]
    between = walk.tags[start + 1 : end]
    if ";" in between or _TURN.search(said) is not None or _OWN_CLAUSE.search(between) is not None:
        return True
    m = _NEXT_VERB.search(between)
    return m is not None and is_past_word(walk, start + 1 + m.start("verb"))


def _heads(walk: Walk, position: int) -> bool:
    """ "Provisional figures for March: …", "According to a first estimate, …": said of the whole sentence."""
    m = _HEAD.match(walk.tags)
    if m is None or not position < m.end():
        return False
    return m[0].endswith(":") or walk.low.startswith("according to ", walk.s.start)


def _is_shown(walk: Walk, position: int) -> bool:
    """ "provisional figures show", "according to a first estimate": said of what stands before."""
    start, end = walk.it.starts[position], walk.it.ends[position]
    if _SHOWS.match(walk.low, end, end + _SAYING) is not None:
        return True
    return _ACCORDING.search(walk.low, walk.s.start, start) is not None


def _forecasts_of_before(walk: Walk) -> None:
    """A forecast is compared with the forecast of before: "its growth forecast to 1.1 percent from 1.7"."""
    for f in walk.figures:
        if f.status == "actual" or f.measure is None:
            continue
        entries = map(walk.lex.singles.get, walk.low[f.measure[0] : f.measure[1]].split())
        if any(e is not None and e.status == f.status for e in entries):
            for role, target, *_ in f.links:
                if role == "compared_with" and target.status == "actual":
                    target.status = f.status
