"""Which figure behind a change is the level of before: "6% below the 2016 figure of | 19.6 million"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from ingest.prose.dimension import is_money, same_dimension
from ingest.prose.en import clauses as cl
from ingest.prose.en.changes import THAN_THE_LAST, Changes
from ingest.prose.en.clauses import Group
from ingest.prose.en.turn import Turn
from ingest.prose.en.words import Entry
from ingest.prose.figure import Figure
from ingest.prose.regex import regex

if TYPE_CHECKING:
    from ingest.prose.en.grammar import EnglishGrammar

_AS_MANY_AS_THEN = regex(r"z?x{1,3}z[nO]?e?[YB]<")
_CHAINED = regex(r"(?:nY|Y|B),?&?f?e?")  # "from 1.6% in May and | 2.2% a year earlier"
# "a fall of 1.0% | on the 792,131 of 2016", "on the 2018 figure of", "3% up on the"
_ON_THE = regex(r"ge|[ijpq]?O(?:e(?:Y?x{0,4}o)?|Yx{1,4}o)")
_WHEN_IT_WAS = regex(
    r"[BYx],?z(?:[ke]?x{0,2}H?v[nt]?e?)?\Z"
)  # "3% higher than last year, when it was | $1,434"
_THAN_THEN = regex(r"(?:B|[fgcO][nO]?e?Y),?(?P<when>z)[ke]x{0,2}H?v[nt]?e?\Z")
_NEXT_IN_BRACKET = regex(r"[;,][nO]?e?[YB]:")  # "(2022: 1.1%; 2021: | 2.0%)"
_LAST_YEARS = regex(r"(?:,(?:[pq]f?|c?(?=B))|\A,?f)[BY]\Z")
_FROM_A_LEVEL = regex(r"f[eE](?:[BY]?x{1,5}|[BY])[o8]e?")
_SLOWER_THAN = regex(r"(?:[nO]?e?[BY])*,[pq]ge")
_FROM_THE = regex(r"f[eE]x{1,3}o?e?")  # "down 23 percent from the record | 16.8 million harvested last year"
_ITS = regex(r"[ijpq]?[fgO]Y")
_ALONE = regex(r">(?:[,;:&zijpq]|\Z)")
_ALIKE = 10  # times as large or as small, of money
_CLOSE = 2  # the same of other measures: "4.1 million tonnes (4.2)"
_OPENS_BRACKET = regex(r"x{0,3}(?:[nO]?e?Y)?<")
_IN_BRACKETS = regex(r"(?:n?e?Y|B)(?=[>;,])")  # "a margin of 9.9% (|9.7% in 2016)"
# "2.4% | short of last year's 1.16 million", "8% below its peak of | 527 kg in 2002", "above the | 4 of 2016"
BESIDE = regex(r"[pq](?:g[nO]?|O)?[eE]?x{0,2}Y?x{0,3}[o8<]?e?")
_BASE_IN_BRACKETS = regex(
    r"[pq]?(?:B|[cfgO][nO]?e?(?:x{1,3}o)?Y)<"
)  # "£6.1m higher than the prior year (|£78.1m)"
_OTHERS = regex(r"x{0,2}[no]e?x+(?![^,;NRPD]*[YB])")
_MOST_OF_A_RATE = 100  # percent
_NEAR = Decimal("0.03")  # of the level that a rate leads back to: more than rounding makes


class Before(Changes):
    """The part of the walk that finds the level of before beside a change."""

    g: EnglishGrammar
    figures: list[Figure]
    roles: list[str]
    group: Group | None
    groups: list[Group | None]

    def _is_earlier(self, role: str, gap: str, f: Figure, last: Figure, last_role: str, at: int) -> bool:
        """True where a figure behind a change, or behind an earlier level, is an earlier level itself."""
        if last_role == cl.CHANGE and f.shape == "N" and role in (cl.LEVEL, cl.CHANGE, cl.AGAIN):
            of_before = "Y" in gap or self._dated(at) or THAN_THE_LAST.match(self.low, last.outer_end)
            if of_before and BESIDE.fullmatch(gap) and not gap.endswith("<"):
                return True
            if (
                role == cl.LEVEL
                and _WHEN_IT_WAS.search(gap)
                and self._item_word(at - gap[::-1].index("z") - 1) == "when"
            ):
                level = self.group.level if self.group is not None else None
                if not gap.endswith("z") and "x,z" not in gap:
                    return True
                # "up 34% from a year ago, when | 550 square kilometres were cleared"
                return level is not None and leads_back(level, f, last)
            if role == cl.LEVEL and (_ON_THE.fullmatch(gap) or self._from_the_level_of(gap, f, last)):
                return True
            if role == cl.LEVEL and _FROM_THE.fullmatch(gap) and self._dated(at):
                return True
            if role != cl.CHANGE and _ITS.fullmatch(gap) and self.low.endswith("'s", 0, self.it.ends[at - 1]):
                return True  # "an increase of 8% from 2016's | 11.2 million"
            if role != cl.CHANGE and _BASE_IN_BRACKETS.fullmatch(gap):
                level = self.group.level if self.group is not None else None
                return level is not None and leads_back(level, f, last)
        if last_role == cl.CHANGE and f.shape == last.shape == "R" and _SLOWER_THAN.fullmatch(gap):
            return self._dated(at)  # "expanded by 6.7%, slower than the | 7.2% of 2017"
        if role == cl.LEVEL and last_role in (cl.LEVEL, cl.TO) and f.shape == last.shape:
            m = _THAN_THEN.search(gap)
            if m is not None and self._item_word(at - len(gap) + m.start("when")) == "when":
                return True  # "5 million, up from a year earlier, when they had been | 4 million"
        if role == cl.LEVEL and f.shape == "N" and self._less_than_the(at, gap):
            return True
        if role in (cl.LEVEL, cl.SHARE) and f.shape == last.shape == "R" and self._less_than_the(at, gap):
            return self._dated(at)  # "3.1%, lower than the | 3.5% of a year before"
        if role in (cl.CHANGE, cl.LEVEL) and f.shape == last.shape == "N" and _LAST_YEARS.search(gap):
            return self._item_word(at - 1).endswith("'s")  # "5.1 million, up from last year's | 4.8 million"
        if role == cl.LEVEL and last.shape == "M" and gap == "e" and self._dated(at):
            return True  # "more than triple the | 10.4 million of 2013"
        if (
            role in (cl.LEVEL, cl.AGAIN)
            and gap.endswith("<")
            and self._of_another_year(gap, f, last, last_role, at)
        ):
            return True
        if (
            role in (cl.LEVEL, cl.AGAIN)
            and gap.endswith("<")
            and self._is_year_before(gap, f, last, last_role, at)
        ):
            return True
        if last.shape == "M" and f.shape == "N" and _AS_MANY_AS_THEN.fullmatch(gap):
            return True  # "twice as many as in 2021 (| 3.6 million)"
        alike = last_role == cl.EARLIER and f.shape == last.shape and f.unit == last.unit
        if alike and role == cl.LEVEL and _NEXT_IN_BRACKET.fullmatch(gap):
            return True
        chained = role in (cl.LEVEL, cl.AGAIN, cl.PART) and last_role in (cl.FROM, cl.EARLIER)
        return chained and f.shape == last.shape and _CHAINED.fullmatch(gap) is not None and self._dated(at)

    def _of_another_year(self, gap: str, f: Figure, last: Figure, last_role: str, at: int) -> bool:
        """True for a figure like the one before it, alone in brackets with a period of its own."""
        if last_role not in (cl.LEVEL, cl.TO, cl.SHARE) or f.shape != last.shape or f.unit != last.unit:
            return False
        m = _IN_BRACKETS.match(self.tags, at + 1) if _OPENS_BRACKET.fullmatch(gap) else None
        if m is None or self.group is None or self.group.level is not last:
            return False
        if m[0] == "B":
            return True  # "67.4% in July (| 65.9% a year ago)"
        code = self.it.data[m.end() - 1].code
        others = [x.code for x, tag in zip(self.it.data[:at], self.tags[:at], strict=True) if tag == "Y"]
        return code is not None and not any(code.startswith(x or code) for x in others)

    def _is_half_of_before(self, t: Turn) -> bool:
        """ "$420m in May, less than half of April's | $1.1bn", "half the | 78.5m recorded in 1990"."""
        last, level = t.last, self.figures[t.k - 2] if t.k > 1 else None
        if last is None or level is None or "fraction" not in last.flags or t.f.shape != "N":
            return False
        if (
            self.roles[t.k - 2] not in (cl.LEVEL, cl.TO)
            or level.shape != "N"
            or t.f.unit not in (None, level.unit)
        ):
            return False
        if t.gap == "oY":
            return self._item_word(t.at - 1).endswith("'s")
        return t.gap == "e" and self._dated(t.at)

    def _is_year_before(self, gap: str, f: Figure, last: Figure, last_role: str, at: int) -> bool:
        """ "NOK 1.37 (NOK 1.12)", "SEK 812 million (786)", ""a margin of 16.9% (17.5%)": as in accounts."""
        if last_role not in (cl.LEVEL, cl.TO, cl.SHARE, cl.PART) or not _OPENS_BRACKET.fullmatch(gap):
            return False
        if self.group is None or self.group.level is not last or _ALONE.match(self.tags, at + 1) is None:
            return False
        if f.shape == last.shape == "R":
            return f.value != last.value and "fraction" not in last.flags | f.flags
        if last.shape == "R" and self._is_bare_rate(f, at):
            f.shape, f.unit, f.unit_status = last.shape, last.unit, "inherited"
            return f.value != last.value  # "a margin of 6.4 per cent (5.4)"
        if f.shape != "N" or last.shape != "N" or last.unit is None:
            return False
        money = is_money(last.unit.partition("/")[0])
        if f.unit is not None:
            return money and f.unit == last.unit and f.value != last.value
        printed, times = last.value / last.factor, _ALIKE if money else _CLOSE
        return last.scaled and not f.scaled and printed / times <= f.value <= printed * times

    def _is_bare_rate(self, f: Figure, at: int) -> bool:
        """True for a bare number with decimals in brackets: "7.3 per cent, ahead of Africa (|6.5)"."""
        bare = f.shape == "N" and f.unit is None and not f.scaled and _ALONE.match(self.tags, at + 1)
        return bool(bare) and f.value % 1 != 0 and f.value < _MOST_OF_A_RATE

    def _from_the_level_of(self, gap: str, f: Figure, last: Figure) -> bool:
        """ "a decrease of 6,000 from the previous week's unrevised level of | 222,000"."""
        level = self.group.level if self.group is not None else None
        return level is not None and _FROM_A_LEVEL.fullmatch(gap) is not None and leads_back(level, f, last)

    def _of_others(self, at: int, gap: str) -> bool:
        """ "79% for men against | 72% for women": another group at the same time, nothing of before."""
        if not gap.endswith("c"):
            return False
        m = _OTHERS.match(self.tags, at + 1)
        return m is not None and self.low[self.it.starts[at + 1] :].startswith(("for ", "among ", "of "))

    def _below_another(self, gap: str, at: int) -> bool:
        """ "and well below the record | 63,900 of 2016": a level beside which another is set, no change."""
        m = re.search(r"[pq][eE]x{0,2}\Z", gap)
        word = at - len(gap) + m.start() if m is not None else -1
        return m is not None and self.low[self.it.starts[word] : self.it.ends[word]] in ("above", "below")

    def _less_than_the(self, at: int, gap: str) -> bool:
        """ "slightly less than the 14.2 million bags of 2017" names the level of before."""
        if not gap.endswith("e") or at < 2:
            return False
        entry = self.it.data[at - 2]
        return isinstance(entry, Entry) and entry.hedge is not None and entry.phrase.endswith("than")


def leads_back(level: Figure, f: Figure, change: Figure) -> bool:
    """True where a change leads from f to the level: f is the level of before, not what was added."""
    if level.shape != "N" or f.shape != "N" or not same_dimension(f.unit or level.unit, level.unit):
        return False
    sign = -1 if change.direction == "down" else 1
    if change.shape == "R" and change.value < 100:
        before = level.value / (1 + sign * change.value / 100)
    elif change.shape == "N":
        before = level.value - sign * change.value
    else:
        return False
    value = f.value if f.scaled or f.unit is not None else f.value * level.factor
    return abs(value - before) <= abs(before) * _NEAR
