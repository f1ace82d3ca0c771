"""What the role of a figure asks for: the group that it opens or joins, and the links that follow."""

from __future__ import annotations

import re

from ingest.prose.dimension import is_money
from ingest.prose.en import clauses as cl
from ingest.prose.en.before import BESIDE, leads_back
from ingest.prose.en.clauses import Group
from ingest.prose.en.own_levels import OwnLevels
from ingest.prose.en.parts import Parts
from ingest.prose.en.turn import Turn
from ingest.prose.figure import Figure
from ingest.prose.regex import regex

OWN_SHARE = regex(r"5e?(?P<subject>x{1,4})a[eE]?\Z")  # ", with Germans making up | 28 percent"

_NEW_SUBJECT = regex(r"[;,&][z&]?[eE]?x{1,4}a[eE]?\Z")  # "; machinery made up | 41%"
_LISTED_SHARE = regex(r"w?[,;]?&?e?x{1,4}n?|,?&?e?")  # "…, Britons | 13 percent and Germans | one in ten"

_ASIDE = regex(r"x,[pq]\Z")  # "the lira, down | 20 percent this year, firmed | 2.3 percent"
_AFTER_CLAUSE = regex(";.*[ud]")
_JOINED = regex(r"[x&nYoeAvwt]*[,<]1?")
_SAID_AGAIN = regex(r"[,<]*1\Z|<\Z")  # "losing 5.8%, or | 2,070 points"
_TO_THE_GROWTH = regex(r"\A(?:[ot]e?|w)x?[ij]")  # "2.9 points of this increase, and trade | 0.4"
# "knocked 0.8 of a percentage point | off growth"
_OFF_GROWTH = regex(r"\s(?:off|from)\s(?:[\w'-]+\s){0,3}(?:growth|inflation|gdp)\b")
_GOES_ON = regex(r"(?:[nO]?Y|B)?,[ud23]")

_IT_HAS_MOVED = regex(r";(?:[nOz]?e?[YB],?)?kH[ud]b?e?\Z")
_ON_ITS_OWN = regex(r"[pq](?:[gzO]|[eE]?x{0,2}[YB]|[eE]x)")
_ANOTHER = regex(r"\b(?:another|a further)\s[^a-z]*\Z")  # "fell 7.6% on Friday and another | 10.8% on Monday"


class Acts(OwnLevels):
    """The part of the walk that acts on a role."""

    figures: list[Figure]
    roles: list[str]
    groups: list[Group | None]
    gaps: list[str]
    group: Group | None
    parts: Parts

    def _act(self, t: Turn) -> None:
        """Do what the role asks for; the group is what the next figure may join."""
        f, last, whole = t.f, t.last, self.parts.whole
        if t.role == cl.CHANGE:
            self.group = self._act_change(t)
        elif t.role == cl.TO:
            self.group = self._act_to(t)
        elif t.role in (cl.FROM, cl.EARLIER):
            self.group = self._earlier(t)
        elif t.role == cl.PART and whole is not None and f.shape == "N":
            self.parts.of_which(f, t.gap, t.begin, last, t.last_role)
            self.group = Group(level=f)
        elif t.role == cl.PART and whole is not None and f.shape == "R" and not t.gap.endswith(("xw", "xwn")):
            f.kind = "share"
            f.link("share_of", whole, "of_which_share")
            self.group = Group(level=f)
        elif t.role == cl.TOTAL and f.shape == "N":
            self.parts.total(t.k, f)
            self.group = Group(level=f)
        elif t.role == cl.AGAIN:
            pass  # a figure per unit beside its level: the level goes on
        elif t.role == cl.CONVERSION and last is not None:
            f.link("conversion_of", last, "bracketed_conversion")
        elif t.role == cl.SHARE:
            self.group = self._act_share(t)
        elif f.shape == "P":
            taken = _OFF_GROWTH.match(self.low, f.outer_end, self.s.end) is not None
            contributed = taken or t.gap.endswith("C") or "Cb" in t.gap or self._is_contribution(f)
            if last is not None and last.kind == "contribution":
                contributed = contributed or cl.ELLIPSIS.match(_TO_THE_GROWTH.sub("", t.gap)) is not None
            f.kind = "contribution" if contributed else "points"
            if contributed:
                f.value, f.direction = abs(f.value), "down" if f.value < 0 or taken else "up"
        elif self._is_aside(t):
            pass  # "4.1 million children (|30%) were poor, 100,000 more": the level goes on
        else:  # "from 25,600 tonnes": what something came from is not what grew
            f.kind = "difference" if self._is_gap(f) else f.kind
            self.group = Group(level=f) if not t.gap.endswith("f") else Group()

    def _act_change(self, t: Turn) -> Group:
        """A change joins the level before it, or waits in a group of its own for the one to come."""
        k, f, gap, group = t.k, t.f, t.gap, self.group
        again = t.last_role == cl.CHANGE and _ANOTHER.search(self.low, max(0, f.start - 12), f.start)
        again = again or (group is not None and group.level is None and _AFTER_CLAUSE.search(gap))
        aside = t.last_role == cl.CHANGE and _ASIDE.search(self.gaps[k - 1]) and _GOES_ON.match(gap)
        if t.fresh or group is None or again or aside or self._has_level_ahead(k):
            group = Group()
        self._change(f, k, t.direction, gap, t.last, t.last_role)
        group = self._not_of_the_place(t, group)
        if f.shape == "P" and group.level is not None and group.level.shape == "N":
            group = self._of_share(k, group)
        of_a_thing = f.kind == "change_rate" and t.after[:1] == "o"  # "has lost 45 percent of its value"
        if group.level is not None and group.earlier is not None:
            group.earlier = self._earlier_of_several(group.level, group.earlier, f)
        if f.kind == "change_amount" and (level := self._of_its_unit(k, group)) is not None:
            group = Group(level=level)
        if group.level is not None and _IT_HAS_MOVED.search(gap):
            group = Group(level=group.level)  # "; since 2014, it has fallen | 2.5 points, from 14.8 percent"
        own_base = group.earlier is not None and "Y" in t.after and BESIDE.fullmatch(t.after) is not None
        if self.behind[k] and _ON_ITS_OWN.match(t.after) and (own_base or not _leads_to_it(group, f)):
            group = Group(level=group.level)  # "6% above August's 1.27 million but | 7% below 2022's"
        if self._is_change_of_a_change(t, group):
            f.link("growth_of", group.changes[-1], "change_of_a_change")
            return group  # "grew by $12bn in 2017, | $3bn more than in 2016"
        apart = f.kind in ("difference", "contribution", "average_rate") or self._is_mere_ratio(t)
        if f.shape == "P" and group.level is not None and group.level is t.last:
            of_things = t.last.shape == "N" and self.afters[t.k - 1].startswith("x")
            apart = apart or of_things  # "firms with at least 10 employees, up by | 0.6 points"
        if f.kind == "average_rate" and group.level is None:
            group.changes.append(f)  # tied to no level, but held against the rate of before
        elif not apart and not of_a_thing:
            group.add_change(f, "level_then_change", again=_SAID_AGAIN.search(gap) is not None)
        return (
            group if not gap.endswith(("i<", "j<")) else Group()
        )  # "population growth (|1.2%), and reached"

    def _is_change_of_a_change(self, t: Turn, group: Group) -> bool:
        """True for an amount that is held against an amount of before, where no level is told yet."""
        if (
            t.f.kind != "change_amount"
            or not self.behind[t.k]
            or t.last_role != cl.CHANGE
            or not group.changes
        ):
            return False
        last = group.changes[-1]
        alike = (
            last is t.last
            and last.kind == "change_amount"
            and last.unit == t.f.unit
            and last.value > t.f.value
        )
        return alike and group.level is None and re.match("[pq]g", t.after) is not None

    def _act_to(self, t: Turn) -> Group:
        """The level that a change led to."""
        f, gap, group = t.f, t.gap, self.group
        if f.shape == "R" and t.after[:1] == "o":
            f.kind = "share"
        growth = self._growth_to(self.triggers[t.k]) if f.shape == "R" else None
        if growth is not None:
            f.kind, f.direction = "change_rate", "down" if f.value < 0 else growth
            f.value = abs(f.value)
            if group is not None and group.changes and group.changes[-1].shape == "R":
                group = None  # "rose 3.1%; in real terms the gain shrank to | 1.2%": two rates of change
        elif f.shape == "R" and t.after[:1] in ("i", "j"):  # "slowed to a 2.8% increase"
            f.kind, f.direction = "change_rate", "up" if t.after[0] == "i" else "down"
        step = t.last if t.last_role == cl.CHANGE else None
        bare = f.shape == "N" and f.unit is None and not f.scaled and t.after[:1] not in ("x", "i", "j")
        if bare and step is not None and step.unit == "basis_point":
            f.shape, f.unit, f.unit_status = (
                step.shape,
                step.unit,
                "inherited",
            )  # "by 8 basis points to | 271"
        taken = group is not None and group.level is not None
        apart = t.fresh and (not gap.endswith("t") or cl.has_own_verb(gap))
        if t.last_role == cl.FROM and self.tags.startswith("f"):
            apart = False  # "From 4 in 2017, revenue grew to 5"
        if group is None or taken or apart or t.last_role == cl.LEVEL or self._turns(t, step):
            group = Group()
        group.set_level(f, "change_then_level")
        return group

    def _turns(self, t: Turn, step: Figure | None) -> bool:
        """True for "rose 5% in 2017 before falling to | 3 million": the other way, so at another time."""
        moved = t.direction is not None and self.triggers[t.k] >= t.begin
        return moved and step is not None and step.direction not in (None, t.direction)

    def _act_share(self, t: Turn) -> Group:
        """A share of what was named as a whole, or of what a level beside it expresses."""
        f, gap, last, group = t.f, t.gap, t.last, self.group
        whole = self.parts.whole
        f.kind = "share"
        if whole is not None and self._has_own_share(t.k, gap):
            f.link("share_of", whole, "share_with_its_own_subject")
            return Group(level=f)
        if last is not None and last.kind == "share" and _LISTED_SHARE.fullmatch(gap):
            for of in [target for role, target, *_ in last.links if role == "share_of"]:
                f.link("share_of", of, "share_in_a_list")
            return Group(level=f)
        takes_up = "a" in gap
        of_earlier = group is not None and group.earlier is last and not takes_up
        expressed = None if group is None else group.earlier if of_earlier else group.level
        if expressed is None and t.last_role == cl.CHANGE and last is not None and last.shape == "N":
            expressed = last  # "will shed 1,100 jobs, 9% of its workforce"
        if whole is not None and gap.startswith(",w"):
            f.link("share_of", whole, "of_which_share")  # ", of which fuel accounted for 11%"
        elif expressed is not None and expressed.shape == "N" and not t.fresh:
            self._express(t, expressed)
        if group is None or t.fresh or not any(role == "expresses" for role, *_ in f.links):
            group = Group(level=f)
        return group

    def _express(self, t: Turn, expressed: Figure) -> None:
        """Tie a share to the level that says the same, unless the level counts those who have the share."""
        f, gap = t.f, t.gap
        takes_up = "a" in gap
        if takes_up and self._is_few(expressed):
            return  # "three regions accounted for 61%": what they have, not how many they are
        if takes_up and self._picks_out(expressed):
            return  # "watches priced at over 3,000 francs made up 75%": which watches, not how much
        if self._of_other_money(t.k, expressed):
            return  # "four customers accounted for 15% of revenue": what they bring in
        if ">" in gap and self.tags[: t.at].count("<N") > 1:
            return  # "A (1.9 million) and B (0.8 million) made up 47%": of neither alone
        if not (takes_up or gap == ",v" or _JOINED.fullmatch(gap)):
            return
        shared = any(t_ is expressed and r == "share_of" for x in self.figures for r, t_, *_ in x.links)
        if shared and "1" not in gap:  # "one in three of the 24,000 saw none, | 41% an improvement"
            f.link("share_of", expressed, "share_in_a_list")
        else:
            f.link("expresses", expressed, "level_then_share")

    def _is_aside(self, t: Turn) -> bool:
        """True for a percentage or a bare number alone in brackets behind the level of the clause."""
        level = self.group.level if self.group is not None else None
        if level is None or level is not t.last or self.roles[-1] == cl.CHANGE:
            return False
        beside = t.f.shape == "R" or (
            t.f.shape == "N" and t.f.unit is None and not t.f.scaled and level.scaled
        )
        return beside and t.gap.endswith("<") and t.after.startswith(">")

    def _has_own_share(self, k: int, gap: str) -> bool:
        """ "with Germans making up | 28%"; "; machinery made up | 41%" where no whole but one was named."""
        if OWN_SHARE.search(gap):
            return True
        levels = [x for j, x in enumerate(self.figures[:k]) if x.shape == "N" and self.groups[j] is not None]
        of = self.tags[self.behind_at[k] : self.behind_at[k] + 1] in ("o", "n")
        return _NEW_SUBJECT.search(gap) is not None and len(levels) == 1 and not of

    @staticmethod
    def _is_few(f: Figure) -> bool:
        return f.value < 100 and not f.scaled and f.unit in (None, "count", "person")

    def _picks_out(self, f: Figure) -> bool:
        """True for a bound inside the subject: "farms below 5 hectares", not "sales of over $5 billion"."""
        k = next(j for j, x in enumerate(self.figures) if x is f)
        bound = f.qualifier in ("GT", "GE", "LT", "LE")
        if self.gaps[k].endswith("o") and is_money(f.unit):
            return False
        return bound and re.fullmatch(r"[eE]?x{1,3}[xA]?[nO56o]?", self.gaps[k]) is not None

    def _of_other_money(self, k: int, expressed: Figure) -> bool:
        """True where a count of things stands for a share of money, or for several shares."""
        if expressed.unit not in (None, "count", "person") or expressed.shape != "N" or expressed.unit_span:
            return False
        behind = self.low[self.figures[k].outer_end : self.s.end].split(",")[0].split()[:7]
        listed = re.match(r",?&?e?R", self.tags[self.it.figures[k] + 1 :]) is not None
        return listed or any(self.lex.subjects.get(word.strip(".;:"), "?") == "" for word in behind)


def _leads_to_it(group: Group, change: Figure) -> bool:
    """False where the group's levels contradict the change: it has a base of its own."""
    if group.level is None or group.earlier is None:
        return True
    return leads_back(group.level, group.earlier, change)
