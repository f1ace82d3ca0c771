"""Which period a sentence leaves to what follows: the scene of the text, and the year that is foretold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.prose.en.context import CHANGES
from ingest.prose.en.dating import right_behind
from ingest.prose.en.items import Items
from ingest.prose.en.label_keys import names_again
from ingest.prose.en.periods import Period
from ingest.prose.figure import Figure, Memory
from ingest.prose.periods import first_day, last_month
from ingest.prose.regex import regex

if TYPE_CHECKING:
    from ingest.prose.en.walk import Walk

_LASTING = regex(r"\d{4}(?:-[QS]?\d+|-\d\d-01/P\d+[MY])?\Z")  # a period that later sentences share, not a day
_OPENS = regex(r"[nObefo6c,]{0,4}")  # "In", "During the", "For the whole of"
_HAD_BEEN = regex(r"Y,?[xekEX]{0,3}H[vud]")
_ALONE = regex(r"(?:'s)?\salone\b")
_IT_BEHIND = regex(r",?\s(?:it|they|these|those|this)\b")
_OF_A_NOUN = regex(r"Y(?:,?&?Y)*x")
_TO_COME = ("forecast", "target")


def remember_period(it: Items, memory: Memory) -> None:
    """Keep the period of a sentence or heading without figures for what follows."""
    tags = "".join(it.tags)
    for at, (tag, found) in enumerate(zip(it.tags, it.data, strict=True)):
        if tag == "Y" and found.code and found.stated and "-" not in found.code[7:8]:
            _pass_on(found.code, tags[:at], memory)


def _pass_on(code: str, before: str, memory: Memory) -> None:
    """Let a period hold for later sentences, unless the text only looks back: "it was lower in June 2008".

    What a sentence opens with sets the scene, however old ("In 2015, …"), and a text may return to a scene.
    """
    now = memory.period
    if (
        now is None
        or code in memory.scenes
        or last_month(code) >= last_month(now)
        or _OPENS.fullmatch(before)
    ):
        memory.period = code
        memory.scenes.add(code)


def inherited(walk: Walk, f: Figure) -> str | None:
    """The period that an undated figure takes from the text: what is foretold, from what was foretold."""
    memory = walk.memory
    if f.status in _TO_COME and memory.ahead is not None and memory.ahead_paragraph == walk.s.paragraph:
        return memory.ahead
    return walk.g.current_period(memory)


def settle_years_of_scene(walk: Walk, periods: list[int]) -> None:
    """Give "the full year" and "at year-end" the year of which the text tells, or the one to come.

    What is foretold is of the year of publication once the year of the scene is over.
    """
    published = walk.g.context.published_on
    for j in periods:
        data: Period = walk.it.data[j]
        if not data.of_scene or published is None:
            continue
        scene = walk.g.current_period(walk.memory)
        if _told_of(walk, j).status in _TO_COME:
            if scene is None and data.code is None and walk.g.opens_in_april:
                continue  # "its full-year forecast" of a company whose year may open then
            year = max(published.year, int(scene[:4]) if scene is not None else 0)
        elif scene is not None and scene.endswith("/P1Y"):
            walk.it.data[j] = data._replace(code=scene)
            continue
        elif scene is not None and "/" not in scene:
            year = int(scene[:4])
        else:
            continue
        walk.it.data[j] = data._replace(code=f"{year}{(data.code or '')[4:]}")


def _told_of(walk: Walk, period: int) -> Figure:
    """The figure that a period most likely dates: the one before it, else the next."""
    for k, f in enumerate(walk.figures):
        if right_behind(walk, k) == period or walk.it.figures[k] > period:
            return f
    return walk.figures[-1]


def keep(walk: Walk, periods: list[int]) -> None:
    """Keep the first period of the sentence for what follows; not that of "; in 2016 it had been 4"."""
    memory = walk.memory
    ahead = next((f for f in walk.figures if f.status in _TO_COME and f.period_basis == "stated"), None)
    if ahead is not None and ahead.period is not None and _LASTING.match(ahead.period):
        memory.ahead, memory.ahead_paragraph = ahead.period, walk.s.paragraph
    told = next((j for j in periods if not _HAD_BEEN.match(walk.tags, j)), periods[0] if periods else None)
    if told is None:
        return
    data = walk.it.data[told]
    published = walk.g.context.published_on
    to_come = published is not None and first_day(data.code) > published.isoformat()
    over = published is not None and last_month(data.code) < last_month(published.isoformat()[:7])
    first = memory.period is None and over and "Q" not in data.code
    opens = data.stated or first  # "last year" sets the first scene
    lasts = _LASTING.match(data.code) and not to_come
    if opens and lasts and not _is_foretold(walk, data.code) and not _looks_back(walk, told):
        _pass_on(_without_span_of_change(walk, told), walk.tags[:told], memory)


def _is_foretold(walk: Walk, code: str) -> bool:
    """True for "For the first quarter of 2019, it forecast | 8.9 million": the text is about another time."""
    dated = [f for f in walk.figures if f.period == code]
    return walk.memory.period is not None and dated != [] and all(f.status in _TO_COME for f in dated)


def _without_span_of_change(walk: Walk, at: int) -> str:
    """The period at an item, for later sentences: May of "pay rose 2.5% in the year to May"."""
    data: Period = walk.it.data[at]
    assert data.code is not None
    is_year = data.code.endswith(("/P1Y", "/P12M"))
    if not is_year or walk.low.find(" to ", walk.it.starts[at], data.end) < 0:
        return data.code
    if any(f.kind not in CHANGES for f in walk.figures if f.period == data.code):
        return data.code
    end = last_month(data.code)
    return f"{end // 12}-{end % 12 + 1:02d}"


def _looks_back(walk: Walk, at: int) -> bool:
    """True where an older period tells of what the text is about, by the way, before it goes on.

    "Sales rose 3% in May. In April, they fell", "February's decline was 0.2%", "In December alone, …",
    "April sales were revised".
    """
    now = walk.memory.period
    code = walk.it.data[at].code
    if now is None:
        return False
    if _ALONE.match(walk.low, walk.it.ends[at]):
        return True
    is_older = last_month(code) < last_month(now) and len(code) == len(now)
    if not is_older and not (len(code) < len(now) and now.startswith(code)):
        return False  # "For the whole of 2023, it grew" looks back from its last quarter too
    if _IT_BEHIND.match(walk.low, walk.it.ends[at]) or walk.low.endswith("'s", 0, walk.it.ends[at]):
        return True
    if at == 0 and _OF_A_NOUN.match(walk.tags) is not None:
        return True  # "August and September payrolls were revised"
    before, told = walk.memory.measure_before, walk.figures[0].measure
    return (
        before is not None
        and told is not None
        and names_again(walk.low[slice(*told)], walk.low[slice(*before)])
    )
