"""The role that only the figure before can tell: "up 12.3% | to $4.5 billion | from $4.0 billion"."""

from __future__ import annotations

import re

from ingest.prose.en import clauses as cl
from ingest.prose.en.clauses import Group
from ingest.prose.en.going_on import GoingOn
from ingest.prose.en.turn import Turn
from ingest.prose.figure import Figure
from ingest.prose.regex import regex

_ANOTHER_BRACKET = regex(r">[^<]*x[^<]*<\Z")  # "Germany (1.9 million, up 6%) and Poland (0.8 million"
_OF_THE_CHANGE = regex(r"o[eE]x{0,2}[ij]")
_OF_ALL = regex(r",?(?:w|oe?[xT])")
_OF_BEFORE = regex(r"[xe]{0,3}[no]?e?Y")
_A_DAY = regex(r"\s(?:per\s[a-z]|(?:a|each|every)\s(?:day|week|month|hour|minute)\b)")
_A_RATE = regex(r",e?(?:x{1,3}o|x{0,2}8)\Z")


_NEW_CLAUSE = regex(r"[&z]")
_AND_FROM = regex(r"[,&;]+x+f\Z")
_AN_AVERAGE = regex(r"c[eE](?P<noun>x{1,3})[ov]?[eE]?\Z")
_AND_FROM_THEN = regex(r"(?:nY|Y|B),?&f[eE]?")
_CAME_TO = regex(r"t[eE]?\Z")
_LEFT = regex(r"x?(?:[nO]?[eE]?[BY])?,?f(?:[eE]x{1,2}o)?[eE]?")  # "… head, from a peak of"
_WHICH_GREW = regex(r",?w,?[eE]?x{1,4}(?:[on][eE]?x{1,3})?")
_TO_A_LEVEL = regex(r"[ud]t[eE]?x{1,3}oe?\Z")
_MOVED = regex(r"[udpqij]")


class Continued(GoingOn):
    """The part of the walk that looks back at the figure before."""

    def _continued(self, t: Turn) -> str:
        """A role that only the figure before can tell: "12.3% | to $4.5 billion | from $4.0 billion"."""
        group, last = self.group, t.last
        assert group is not None and last is not None
        if self._is_half_of_before(t):
            self.group = self.groups[t.k - 2]
            return cl.EARLIER
        if self._is_earlier(t.role, t.gap, t.f, last, t.last_role, t.at):
            return cl.EARLIER
        if t.role in (cl.LEVEL, cl.FROM) and self._left_behind(t):
            return cl.FROM
        if t.role in (cl.LEVEL, cl.TO, cl.FROM, cl.AGAIN) and self._is_led_to(t, group):
            return cl.TO
        if t.role == cl.LEVEL and t.last_role == cl.CHANGE and self._on_other_prices(t):
            t.f.direction = last.direction
            return cl.CHANGE
        if t.role == cl.LEVEL:
            return self._after_level(t)
        if t.role == cl.AGAIN:
            return self._after_again(t, group)
        if t.role == cl.FROM:
            return self._after_from(t, group)
        alike = t.f.shape in "NR" and (t.f.shape == last.shape or last.kind == "points")
        if t.role == cl.CHANGE and alike and self._below_another(t.gap, t.at):
            return cl.EARLIER if self._dated(t.at) and not _NEW_CLAUSE.search(t.gap) else cl.LEVEL
        if t.role == cl.EARLIER and (self._is_average_of_all(t) or self._of_others(t.at, t.gap)):
            return cl.LEVEL
        if t.last_role == cl.CHANGE and t.role == cl.TOTAL and group.level is None and t.gap.endswith(",U"):
            return cl.TO  # "grew 6% in 2018, totalling | 1.4 billion"
        if t.last_role == cl.CHANGE and t.role == cl.PART and t.f.shape == "R" and self.parts.whole is None:
            if last.kind == "change_rate" and _WHICH_GREW.fullmatch(t.gap):
                t.direction, t.fresh = last.direction, True
                return cl.CHANGE  # "demand grew 5.3%, of which consumption | 4.5%"
            return cl.SHARE
        return t.role

    def _on_other_prices(self, t: Turn) -> bool:
        """ "increased by 2.9% (real: | 1.1%)": the same change on another basis of prices."""
        if t.f.shape != "R" or not re.fullmatch("<x{0,2}:", t.gap):
            return False
        return any(t.at - len(t.gap) <= position < t.at for position, _ in self.it.prices)

    def _after_level(self, t: Turn) -> str:
        """What looks like a level, and goes on with what the figures before told."""
        f, gap, last = t.f, t.gap, t.last
        assert last is not None
        if role := self._amount_too(t) or self._part_too(t):
            return role
        if f.shape == last.shape == "N" and _A_RATE.search(gap) and _is_per(f) > _is_per(last):
            # "61,016 births, a rate of | 12.6 per 1,000 people"
            return cl.AGAIN if t.last_role not in (cl.EARLIER, cl.FROM) else t.role
        if t.last_role == cl.CHANGE and f.shape == "N" and self._closes_front(gap):
            return cl.TO
        if role := self._change_too(t):
            return role
        if f.shape == last.shape == "R":
            return self._elliptical(t)
        return t.role

    def _after_again(self, t: Turn, group: Group) -> str:
        """What says the figure before again: a level by its change, a change by another measure."""
        f, last = t.f, t.last
        assert last is not None
        if t.gap.endswith("1b") and t.last_role == cl.TO and group.level is last:
            verb = self.tags[self.triggers[len(self.roles) - 1]]
            if verb in "ud" and f.shape in "RN":
                f.direction = "up" if verb == "u" else "down"
                return cl.CHANGE  # "shrank to 11.7 million hectares, i.e. by | 12,000 hectares"
        if t.gap.endswith("1b") and group.level and group.earlier and _fits(f, group.level):
            f.direction = "up" if group.level.value > group.earlier.value else "down"
            return cl.CHANGE  # "from 41.2 to 43.0 billion, i.e. by | 4.4%"
        return self._elliptical(t) if f.shape == last.shape == "R" else t.role

    def _after_from(self, t: Turn, group: Group) -> str:
        """What something came from: the level of before, if anything moved."""
        last = t.last
        assert last is not None
        if t.last_role == cl.TO and group.earlier is not None and _AND_FROM.search(t.gap):
            return cl.FROM  # "… from 94 to 131, and visitors from 9.6 million to 16.1 million"
        if t.last_role in (cl.FROM, cl.EARLIER) and _AND_FROM_THEN.fullmatch(t.gap) and self._dated(t.at):
            return cl.FROM  # "down from 6.5% in March and from | 6.6% in April 2016"
        aside = last.kind == "share" and ("expresses", group.level) in [x[:2] for x in last.links]
        said_again = any(("expresses", last) in [x[:2] for x in f.links] for f in self.figures[: t.k])
        led = (
            _TO_A_LEVEL.search(self.gaps[t.k - 1]) is not None
        )  # "swung to a loss of 3 million from | a profit"
        moved = led or _MOVED.search(t.gap) is not None
        if aside or said_again or t.last_role in (cl.CHANGE, cl.TO, cl.AGAIN) or moved:
            return cl.FROM
        return cl.LEVEL

    def _is_average_of_all(self, t: Turn) -> bool:
        """ "compared with a national average of | 83%": of others at the same time, nothing of before."""
        m = _AN_AVERAGE.search(t.gap)
        if t.gap.endswith("c") and self.low.startswith("an average of ", t.f.outer_start):
            return not self._dated(t.at)
        word = self._item_word(t.at - len(t.gap) + m.end("noun") - 1) if m is not None else ""
        return word in self.lex.marks and word not in self.lex.pointers and not self._dated(t.at)

    def _left_behind(self, t: Turn) -> bool:
        """ "and youth unemployment to 15.9% from | 16.4%", "taking it to 4.2% in June from | 4.0%"."""
        last = t.last
        alike = last is not None and last.shape == t.f.shape and last.unit == (t.f.unit or last.unit)
        before = self.gaps[t.k - 1]
        at = before.endswith("n") and self._item_word(self.it.figures[t.k - 1] - 1) == "at"
        if not alike or _LEFT.fullmatch(t.gap) is None or not (at or _CAME_TO.search(before)):
            return False
        if t.gap.endswith("o") and self._item_word(t.at - 2) not in self.lex.extremes | self.lex.pointers:
            return False
        return t.f.shape != "N" or t.f.unit is not None or not t.after.startswith("x")

    def _priced(self, k: int) -> bool:
        """True where a basis of prices stands right behind figure k."""
        at = self.it.figures[k]
        return any(at <= position <= at + 2 for position, _ in self.it.prices)

    def _again(self, k: int, f: Figure, last: Figure | None, last_role: str) -> str:
        """ "$9.6 million, or 65%" restates a change; "(US$480 billion)" converts a level."""
        beside = last is not None and last.shape == "R" and self.gaps[k].endswith("<")
        if last is not None and beside and self._is_bare_rate(f, self.it.figures[k]):
            f.shape, f.unit, f.unit_status = last.shape, last.unit, "inherited"
            return cl.LEVEL  # "Asia led with 7.3 per cent, ahead of Africa (|6.5) and Europe (|6.6)"
        if last is None or _ANOTHER_BRACKET.search(self.gaps[k]):
            return cl.LEVEL
        # an amount is not said again in its own unit
        same = f.shape == last.shape == "N" and f.unit == last.unit
        if last_role == cl.CHANGE and f.shape == "R" and _OF_THE_CHANGE.match(self.afters[k]):
            f.link("expresses", last, "level_then_share")  # "added 41,000 people, or | 38% of the increase"
            return cl.SHARE
        if last_role == cl.CHANGE and f.shape == "N" and last.shape == "R" and self.afters[k][:1] == "T":
            return cl.TO  # "4% more pupils, or | 1.2 million in all"
        of_all = f.shape == "R" and _OF_ALL.match(self.afters[k]) is not None
        if of_all and last_role == cl.CHANGE and last.shape == "N":
            return cl.SHARE  # "35.6 million, up 440,000, or | 28.1% of the total"
        level = self.group.level if self.group is not None else None
        if f.shape == "N" and last.shape == "R" and level is not None and _A_DAY.match(self.low, f.outer_end):
            f.link("expresses", level, "level_per_unit")
            return cl.AGAIN  # "4.5 million firms, a rise of 12.5 percent, or about | 16,500 a day"
        in_points = f.shape == "P" and last.shape == "R"  # "lost 5.8%, or | 2,070 points"
        if last_role == cl.CHANGE and (f.shape in "RN" or in_points) and last.shape in "RNP" and not same:
            f.direction = last.direction
            return cl.CHANGE
        if f.shape == "N" and last.shape == "N" and _is_per(f) and not _is_per(last):
            f.link("expresses", last, "level_per_unit")
            self._like_its_level(f, last, level)
            return cl.AGAIN
        if f.shape == "N" and last.shape == "N" and f.unit and last.unit and f.unit != last.unit:
            return cl.CONVERSION
        if (
            f.shape == "N"
            and last.shape == "R"
            and last_role in (cl.TO, cl.LEVEL, cl.SHARE, cl.FROM, cl.EARLIER)
        ):
            if "expresses" not in [r for r, *_ in last.links]:
                # "2.1% of GDP, or 35.2 billion", not "3.1 million, or 2%, led by France (| 1.4 million"
                last.link("expresses", f, "share_then_level")
                self._like_its_level(f, last, level)
            for shared in [t for r, t, *_ in last.links if r == "share_of"]:
                f.link("part_of", shared, "share_then_level", "unknown")
        listed = ":" in self.gaps[k]  # "over half of deaths: Nigeria (| 26.8%)"
        if f.shape == last.shape == "R" and "fraction" in last.flags and not listed:
            # "two out of three patents (66.4%)"
            f.links.extend(x for x in last.links if x[0] == "share_of")
            f.link("same_as", last, "fraction_then_percent")
            return cl.SHARE
        if f.shape == "R" and last.shape == "N" and (role := self._share_again(k, f, last)) is not None:
            return role
        if f.shape == "M" and last.shape == "N" and _OF_BEFORE.match(self.afters[k]):
            return cl.CHANGE  # "3.2 million tonnes, or | 1.6 times the level of 2010"
        if f.shape == "M" and last.shape == "N":
            f.kind = "multiple"
            f.link("expresses", last, "level_then_multiple")
        return cl.LEVEL

    def _share_again(self, k: int, f: Figure, last: Figure) -> str | None:
        """The role of a percentage that says a level again as a share; None where it may not be one."""
        for part in self.figures[:k]:  # "412 out of 690 municipalities, or 59.7%"
            if any(r == "part_of" and t is last for r, t, *_ in part.links):
                f.link("share_of", last, "share_of_the_same_whole")
                f.link("expresses", part, "level_then_share")
                return cl.SHARE
        whole = next((t for r, t, *_ in last.links if r == "part_of"), None)
        if whole is not None:
            f.link("share_of", whole, "share_of_the_same_whole")
            f.link("expresses", last, "level_then_share")
            return cl.SHARE
        if "fraction" in f.flags or re.match(",?[ow]", self.afters[k]):
            return cl.SHARE  # "115,600, or | one in six new cars"
        moved = self.group.changes[-1] if self.group is not None and self.group.changes else None
        if moved is not None and moved.kind == "change_rate" and self._priced(k):
            f.direction = moved.direction  # "to 12.5 billion, or 11 percent | at constant exchange rates"
            return cl.CHANGE
        return None

    def _like_its_level(self, f: Figure, of: Figure, level: Figure | None) -> None:
        """ "$9.9bn, or $0.94 a share, against $2.9bn, or | $0.28 a share": held against its like.

        "58.6% of GDP (€214.3bn), down from 60.9% (| €215.8bn)" likewise.
        """
        if level is None or ("compared_with", of) not in [x[:2] for x in level.links]:
            return
        for x in self.figures[: len(self.roles)]:
            restated = [y[:2] for y in x.links] + [("expresses", level) for y in level.links if y[1] is x]
            if x.unit == f.unit and x.shape == f.shape and ("expresses", level) in restated:
                x.link("compared_with", f, "restated_compared")


def _fits(f: Figure, level: Figure) -> bool:
    """True where a figure can be how much a level moved: percent of an amount, points of percent."""
    if level.shape == "R":
        return f.shape == "P"
    return f.shape == "R" or (f.shape == level.shape and f.unit in (None, level.unit))


def _is_per(f: Figure) -> bool:
    """True for a figure per unit or per so many."""
    return f.unit is not None and ("/" in f.unit or f.unit.startswith("per_"))
