"""A figure of before: the level, the rate or the amount that the figures of now are held against."""

from __future__ import annotations

from decimal import Decimal

from ingest.prose.en import clauses as cl
from ingest.prose.en.before import leads_back
from ingest.prose.en.changes import Changes
from ingest.prose.en.clauses import Group
from ingest.prose.en.lists import scale_like
from ingest.prose.en.turn import Turn
from ingest.prose.figure import Figure
from ingest.prose.regex import regex

_UP_FROM = regex(r",[pq]fe?\Z")
# ", and expects to earn less than the | 312 million", "45 percent from 2010 levels, against the | 1.1"
_OWN_CLAUSE = regex(r"[,&z;][^,&;]*[AS][^,;]*\Z|fe?Yx?.*,ce?\Z")

_DATED_BRACKET = regex(r"<e?[YB]:?")
_OF_WHAT = regex(r"o(?!e?[YB])")  # "9.9 percent of the rest", not "of a year before"

_THOUSAND = Decimal(1000)
_ALIKE = 10  # times as large or as small


class Earlier(Changes):
    """The part of the walk that gives a figure of before its place in a group."""

    figures: list[Figure]
    group: Group | None

    def _is_bare(self, f: Figure, k: int) -> bool:
        return (
            f.shape == "N"
            and f.unit is None
            and not f.scaled
            and self.afters[k][:1] not in ("x", "i", "j", "A")
        )

    def _earlier(self, t: Turn) -> Group:
        """The level of before; where only rates or amounts are compared, the rate or amount of before."""
        k, f, group = t.k, t.f, self.group
        if f.shape == "R" and t.role == cl.EARLIER and t.after[:1] in ("i", "j"):
            f.kind, f.direction = "change_rate", "up" if t.after[0] == "i" else "down"
            if t.last is not None and t.last.kind == "change_rate":
                t.last.link("compared_with", f, "rate_compared_with_rate")
            return Group()  # "compared with | 2% growth in March"
        if f.shape == "R" and group is not None and group.level is not None and group.level.shape == "N":
            group = self._of_share(k, group)  # "12% of the 44,000, down from | 15%"
        from_to = t.role == cl.FROM and t.after[:1] == "t"  # ", and its share rose from | 12% to 14%"
        if group is not None and group.changes and not from_to and self._change_before(t, group):
            return Group()
        level = group.level if group is not None else None
        if level is not None:
            _share_scale(f, level, bracketed="<" in t.gap)
        if level is not None and level.shape in "RP" and self._is_bare(f, k):  # "300 basis points from 289"
            f.unit, f.shape, f.unit_status = level.unit, level.shape, "inherited"
        if group is None or self._stands_apart(t, group):
            group = Group()
        if f.shape == "R" and f.kind == "level" and _OF_WHAT.match(t.after):
            f.kind = "share"  # "compared with 9.9 percent of the rest"
        alike = group.level is not None and group.level.shape == f.shape
        if alike and group.level is not None and group.level.kind in ("share", "change_rate"):
            f.kind, f.direction = group.level.kind, group.level.direction
        self._hold_against(t, group)
        return group

    def _change_before(self, t: Turn, group: Group) -> bool:
        """Tie a change to the change of before: "rose 3%, compared with | 2% in March".

        Beside a level a bracket may tell either: "rose by 5,700 (2022: | 3,100)".
        """
        f, change = t.f, group.changes[-1]
        if group.level is not None and (
            change is not t.last or not _DATED_BRACKET.fullmatch(t.gap) or leads_back(group.level, f, change)
        ):
            return False
        if f.shape == change.shape == "R":
            fell = f.value < 0 or t.after.startswith("j")  # "from a 0.2 percent contraction"
            f.kind, f.direction = change.kind, "down" if fell else "up"
            f.value = abs(f.value)
            change.link("compared_with", f, "rate_compared_with_rate")
            return True
        own = _UP_FROM.search(t.gap) or _DATED_BRACKET.fullmatch(t.gap)
        if change is t.last and change.shape == f.shape == "N" and own:
            change.link("compared_with", f, "amount_compared_with_amount")  # "lost 219 tonnes, up from | 73"
            return True
        return False

    @staticmethod
    def _stands_apart(t: Turn, group: Group) -> bool:
        """True where the figure is nothing of the group's before."""
        if group.earlier is not None and group.level is not None and group.earlier is not t.last:
            return True
        if t.role == cl.FROM and (t.fresh or not _same_kind(t.f, group)):
            return True
        return group.level is None and (not group.changes or _OWN_CLAUSE.search(t.gap) is not None)

    def _hold_against(self, t: Turn, group: Group) -> None:
        """Tie what the group tells to its level of before."""
        f, last, level = t.f, t.last, group.level
        if not _same_kind(f, group):
            return
        if level is not None and group.earlier is last:
            level.link(
                "compared_with", f, "compared_with_level"
            )  # "from 1.6% in May and 2.2% a year earlier"
        elif last is not None and last.shape == "M" and level is not None:
            # other changes beside it have a base of their own
            last.link("growth_from", f, "multiple_of_level")
            level.link("compared_with", f, "compared_with_level")
        elif group.earlier is None:
            if (
                len(group.changes) > 1
                and level is not None
                and group.changes[-1] is last
                and self.behind[t.k - 1]
            ):
                # "climbed 31% to 9.7 million, 8% short of the | 10.5 million logged in 2019"
                group.changes = [x for x in group.changes if x is last or leads_back(level, f, x)]
            group.set_earlier(f, "change_from_level" if t.role == cl.FROM else "compared_with_level")

    def _of_share(self, k: int, group: Group) -> Group:
        """ "46% of the 2.4 million employees, 0.4 points more": points change the share, not its whole."""
        for x in reversed(self.figures[:k]):
            if x.shape == "R" and any(
                r in ("share_of", "expresses") and t is group.level for r, t, *_ in x.links
            ):
                return Group(level=x)
        return group


def _share_scale(f: Figure, level: Figure, bracketed: bool) -> None:
    """ "EUR 412.6 million (2017: 398.4)": a bare number beside a scaled one is in its scale, if it can be."""
    bare = f.unit is None and not f.scaled and f.shape == level.shape == "N"
    if not bare or level.factor < _THOUSAND or not (bracketed or f.value % 1):
        return
    printed = level.value / level.factor
    if printed / _ALIKE <= f.value <= printed * _ALIKE:
        scale_like(f, level)


def _same_kind(f: Figure, group: Group) -> bool:
    level = group.level
    if level is None:
        return True
    if level.unit and f.unit and level.unit.startswith(f.unit + "/"):
        f.unit = level.unit  # "€1.20 per share, up from €1.10"
    return level.shape == f.shape and (level.unit == f.unit or f.unit is None or level.unit is None)
