"""Which level a change is of, where several could be: not the place, not another money, the one ahead."""

from __future__ import annotations

import re

from ingest.prose.dimension import is_money, same_dimension
from ingest.prose.en import clauses as cl
from ingest.prose.en.before import leads_back
from ingest.prose.en.clauses import Group
from ingest.prose.en.earlier import Earlier
from ingest.prose.en.turn import Turn
from ingest.prose.figure import Figure
from ingest.prose.regex import regex

# "249 million cases | in 85 countries", "71 billion invested in 1,256 startups", "$38m from 393,000 bags"
_IN_SO_MANY = regex(r"[^vudHpq23,;:&<>]*[nf]\Z")
_FALLEN_FOR = regex(r"[ud]n\Z")
_WHICH_ARE = regex(r"x[A5]\Z")
_THEN_MOVED = regex(r"x{0,3}(?:[nO]?e?[YB])?(?:S?[ij]|H?[ud])b?e?")
_OF_A_CHANGE = regex(r"x{0,2}[ij]")
_LEAP_TO = regex(r"[ij](?:[on56][eE]?x{1,4})+,?t")
_AGAINST_A_TIME = regex(r"[^,;:&A<]*[YB]")  # "1.8 times the figure for 2017", "twice as many as in 1990"
_AGAINST_A_LEVEL = regex(r"[^,;:&A<>]{0,4}\Z")  # "triple the | 10.6 million of 2013"


class OwnLevels(Earlier):
    """The part of the walk that chooses among the levels around a change."""

    groups: list[Group | None]
    gaps: list[str]

    def _not_of_the_place(self, t: Turn, group: Group) -> Group:
        """ "249 million cases in 85 countries, 5 million more": what is only where they are did not grow."""
        f, k, level = t.f, t.k, group.level
        if k == 1 and level is self.figures[0] and self._is_by_the_way(t, group):
            return Group()
        if level is None or k < 2 or level is not self.figures[k - 1] or group.earlier is not None:
            return group
        first = self.groups[k - 2]
        if self.roles[k - 2] not in (cl.LEVEL, cl.TO) or not _IN_SO_MANY.fullmatch(self.gaps[k - 1]):
            return group
        if first is None or first.level is not self.figures[k - 2] or level.scaled or level.shape != "N":
            return group
        if f.shape != "N" or f.value > level.value or f.unit not in (None, level.unit):
            return Group(level=first.level, earlier=first.earlier)
        return (
            group if is_money(first.level.unit) else Group()
        )  # "249 cases in 85 towns, five more": of which?

    def _is_by_the_way(self, t: Turn, group: Group) -> bool:
        """ "has fallen for | four years and is 6,100 below", "tariffs for homes using 150 kWh rose by 4%"."""
        first = self.gaps[0]
        if self.roles[0] != cl.LEVEL or group.earlier is not None:
            return False
        if _FALLEN_FOR.search(first):
            return True
        using = first.endswith("5") or self._item_word(self.it.figures[0] - 1).endswith("ing")
        return using and _WHICH_ARE.search(first) is not None and _THEN_MOVED.fullmatch(t.gap) is not None

    def _is_mere_ratio(self, t: Turn) -> bool:
        """True for "four times the daily average", "six times as fast": no ratio to a time before."""
        if t.f.shape != "M" or t.f.direction is not None or _AGAINST_A_TIME.match(t.after):
            return False
        k, tags = t.k, self.tags
        if k + 1 < len(self.figures) and _OF_A_CHANGE.match(tags, self.it.figures[k + 1] + 1):
            return True  # "fell by 3 million, more than twice the 1.1 million drop of May"
        led = _AGAINST_A_LEVEL.fullmatch(t.after) and self.tags.startswith(
            "N", self.behind_at[t.k] + len(t.after)
        )
        return not led and t.k > 0

    def _of_its_unit(self, k: int, group: Group) -> Figure | None:
        """ "€18.9m in grants to 1,460 farms, | €2.3m (13.9%) more": of the one level in its money."""
        f = self.figures[k]
        if not is_money(f.unit) or group.level is None or same_dimension(f.unit, group.level.unit or "count"):
            return None
        levels = [x for j, x in enumerate(self.figures[:k]) if self.roles[j] == cl.LEVEL and x.unit == f.unit]
        return levels[0] if len(levels) == 1 else None

    @staticmethod
    def _earlier_of_several(level: Figure, earlier: Figure, change: Figure) -> Figure | None:
        """ "from 3.4 million in May and 3.9 million a year earlier, a fall of | 18%": from which it leads."""
        before = [x for role, x, *_ in level.links if role == "compared_with"]
        if len(before) < 2:
            return earlier
        led = [x for x in before if leads_back(level, x, change)]
        return led[0] if len(led) == 1 else None

    def _has_level_ahead(self, k: int) -> bool:
        """True for "0.5% higher at 1.1290": its level is the next figure, not the last one."""
        after = self.afters[k]
        told = self.group is not None and self.group.level is not None
        done = (
            self.group is not None and self.group.changes
        )  # "up 12% to 812 million, outpaced that in …, up | 3% to"
        moved = self.triggers[k] >= 0 and self.tags[self.triggers[k]] in "ud"  # "of $21m decreased | 5.6% to"
        listed = (
            done or moved or re.search(r"[,&]e?\Z", self.gaps[k]) is not None
        )  # "and | 2.0% to 4.4 million"
        ahead = r"[pq](?:bx|[BY])?,?n|t" if told and listed else r"[pq](?:bx|[BY])?,?n"
        at = self.behind_at[k] + len(after)
        if told and self.behind[k] and _LEAP_TO.fullmatch(after) and self.tags.startswith("N", at):
            return True  # "thanks to a | 33% leap for Ram to 68,603"
        if re.fullmatch(ahead, after) is None or not self.tags.startswith("N", at):
            return False
        return after.endswith("t") or self._item_word(at - 1) == "at"  # "31% down, across 7,000 deals"
