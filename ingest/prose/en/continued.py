"""The role that only the figure before can tell: "up 12.3% | to $4.5 billion | from $4.0 billion"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ingest.prose.en import clauses as cl
from ingest.prose.en.before import Before
from ingest.prose.en.clauses import Group
from ingest.prose.figure import Figure

if TYPE_CHECKING:
    from ingest.prose.en.grammar import EnglishGrammar
    from ingest.prose.en.parts import Parts

_PLAIN_TO = re.compile(
    r"[<>,]?(?:fY)?(?:[BYneOxo]|c(?=e?(?:x{1,3}o)?Y)){0,9},?(te?x{1,3}[o8]|tex{1,2}|t[ev]?|t?vt?|,?&?v[nt]?|,&?v)e?"
)
_CLOSED_AT = re.compile(r"[BYneEOxopqcg]{0,9},?(?:t[xAv]|&[Av])?(?P<at>n)(?:ex{1,2}o)?")
_PARTICIPLE = re.compile(r"[^;&<>]*,(?P<verb>v)e?")
_TOOK_TO = re.compile(r",?[A23][eE]?[xo]{1,6}t")  # "an increase of 9% took the number of tourists to"
_ANOTHER_BRACKET = re.compile(r">[^<]*x[^<]*<\Z")  # "Germany (1.9 million, up 6%) and Poland (0.8 million"
_BY_IN_LIST = re.compile(r"[,;&]&?[eE]?x{1,4}(?:[onO][eE]?x{1,3})*b\Z")
_NAMED = re.compile(r"x{0,3}(?:,&?|&|;)[eE]?x{1,3}")
_THEN_TO = re.compile(r"(?:n[eE]?x{1,3})?,?t")  # "and 1.4% | in bulk, to 41 million"
_SHARE_LIST = re.compile(r"[^vudpqij23AHsC]*[,&z;][^vudpqij23AHsC]*(?<![o8])\Z")
_BY_LIST = re.compile(r"[,;]&?f?[eE]?x+(?:o[eE]?x+)*b\Z")  # "…, and the value of exports by | 4.6%"
_A_RATE = re.compile(r",e?(?:x{1,3}o|x{0,2}8)\Z")
_FRONT_CHANGE = re.compile(r"[pq]b?|[z65]e?x{0,2}[ij]x{0,2}o")
_THEN_LEVEL = re.compile(r"(?:O?e?[BY])?,[eE]?x+(?:[on]e?x+)*(?:v[nt]?|H?[ud](?:[BY]|nY)*t)e?")
_AND_BY = re.compile(r"(?:O?e?[BY]|nY)*,?&?b")
_BASE_AND = re.compile(r"x{0,2}(?:[pq]?[nOcfg]?e?[YB])+,?&e?")
_SINCE = re.compile(r"x{0,2}(?:(?P<opener>B|[cgO][nO]?e?Y)|Y)")
_NO_CHANGE = re.compile(r"\b(?:rate|rates|margin|ratio|share|proportion|yield)\b")


class Continued(Before):
    """The part of the walk that looks back at the figure before."""

    g: EnglishGrammar
    figures: list[Figure]
    roles: list[str]
    gaps: list[str]
    group: Group | None
    parts: Parts

    def _continued(self, role: str, gap: str, f: Figure, last: Figure, last_role: str, at: int) -> str:
        """A role that only the figure before can tell: "12.3% | to $4.5 billion | from $4.0 billion"."""
        group = self.group
        assert group is not None
        if self._is_earlier(role, gap, f, last, last_role, at):
            return cl.EARLIER
        if role == cl.CHANGE:
            if (
                f.shape in "NR"
                and (f.shape == last.shape or last.kind == "points")
                and self._below_another(gap, at)
            ):
                return cl.EARLIER if self._dated(at) and not re.search("[&z]", gap) else cl.LEVEL
            return role
        if role in (cl.LEVEL, cl.FROM, cl.TO, cl.AGAIN):
            if (last_role in (cl.CHANGE, cl.FROM) and group.level is None and f.shape != "P") and (
                _PLAIN_TO.fullmatch(gap) or (last_role == cl.CHANGE and _TOOK_TO.fullmatch(gap))
            ):
                return cl.TO
            if last_role == cl.CHANGE and group.level is None and f.shape == "N" and self._closed_at(gap, at):
                return cl.TO
            if last_role == cl.CHANGE and group.level is None and f.shape == "N" and self._reaching(gap, at):
                return cl.TO
            if last_role == cl.CHANGE and group.level is None and f.shape == "N" and self._left_at(gap, at):
                return cl.TO
            if last_role == cl.FROM and gap.endswith("t") and group.level is None:
                return cl.TO
        if (
            role == cl.FROM
            and last_role == cl.TO
            and group.earlier is not None
            and re.search(r"[,&;]+x+f\Z", gap)
        ):
            return cl.FROM  # "… from 94 to 131, and visitors from 9.6 million to 16.1 million"
        if role == cl.LEVEL and f.shape == "N" and last_role == cl.TO and _BY_IN_LIST.search(gap):
            moved = [x for x in self.figures[: len(self.roles)] if x.kind == "change_amount"]
            if (
                moved and self.afters[-1][:1] == "t"
            ):  # "…, revolving credit by $1.6 billion to $1.02 trillion"
                f.direction = moved[-1].direction
                return cl.CHANGE
        if role == cl.FROM:
            aside = last.kind == "share" and any(
                r == "expresses" and t is group.level for r, t, *_ in last.links
            )
            if aside or last_role in (cl.CHANGE, cl.TO, cl.AGAIN) or re.search(r"[udpqij]", gap):
                return cl.FROM
            return cl.LEVEL
        if (
            (role == cl.LEVEL and last_role == cl.PART and f.shape == last.shape and f.unit == last.unit)
            and not any(rule == "list_of_parts" and f.value > t.value for _, t, rule, *_ in last.links)
            and (re.search(r"(?:,&?|&|z|;)e?\Z", gap) or self._goes_on_as_part(f, gap))
            and not re.search(r"[udij]", gap)
        ):
            return cl.PART
        said = next((t for r, t, *_ in last.links if r == "expresses" and last.kind == "share"), None)
        if role == cl.LEVEL and said is not None and f.shape == said.shape and f.unit == said.unit:
            in_list = re.search(r"(?:,&?|&|;)e?\Z", gap) and not re.search(r"[udij]", gap)
            if in_list and any(r == "part_of" for r, *_ in said.links):
                return cl.PART  # "of which 380 tonnes (51%) came from here and | 190 tonnes (26%) from there"
        if role == cl.LEVEL and f.shape == "R" and last.shape == "N" and _NAMED.fullmatch(gap):
            parts = [
                x for x in self.figures[: len(self.roles)] if ("share_of", last) in [y[:2] for y in x.links]
            ]
            if parts:  # "Wheat made up 58% of the harvest of 45.6 million tonnes and barley | 24%"
                f.link("share_of", last, "share_of_the_same_whole")
                return cl.SHARE
        if (
            role == cl.LEVEL
            and f.shape == last.shape == "N"
            and _A_RATE.search(gap)
            and _is_per(f) > _is_per(last)
        ):
            return (
                cl.AGAIN if last_role not in (cl.EARLIER, cl.FROM) else role
            )  # "61,016 births, a rate of | 12.6 per 1,000 people"
        if role == cl.LEVEL and last_role == cl.CHANGE and f.shape == "N" and self._closes_front(gap):
            return cl.TO
        if role == cl.AGAIN and gap.endswith("1b") and last_role == cl.TO and group.level is last:
            verb = self.tags[self.triggers[len(self.roles) - 1]]
            if verb in "ud" and f.shape in "RN":
                f.direction = "up" if verb == "u" else "down"
                return cl.CHANGE  # "shrank to 11.7 million hectares, i.e. by | 12,000 hectares"
        if role == cl.AGAIN and gap.endswith("1b") and f.shape == "R" and group.level and group.earlier:
            f.direction = "up" if group.level.value > group.earlier.value else "down"
            return cl.CHANGE  # "from 41.2 to 43.0 billion, i.e. by | 4.4%"
        if role == cl.LEVEL and last_role == cl.CHANGE and f.shape == last.shape and _AND_BY.fullmatch(gap):
            f.direction = last.direction  # "by 12,000 on the month and by | 96,000 on the year"
            return cl.CHANGE
        if role == cl.LEVEL and last_role == cl.CHANGE and self._and_since(gap, f, last, at):
            f.direction = last.direction
            return cl.CHANGE
        if role == cl.EARLIER and gap.endswith("c") and self._of_others(at):
            return cl.LEVEL
        if role == cl.TOTAL and last_role == cl.CHANGE and group.level is None and gap.endswith(",U"):
            return cl.TO  # "grew 6% in 2018, totalling | 1.4 billion"
        if role == cl.LEVEL and f.shape == "R" and _BY_LIST.search(gap):
            moved = [x for x in self.figures[: len(self.roles)] if x.kind in ("change_rate", "average_rate")]
            f.direction = moved[-1].direction if moved else None
            return cl.CHANGE if moved else role
        if role == cl.PART and last_role == cl.CHANGE and f.shape == "R" and self.parts.whole is None:
            return cl.SHARE
        if (
            f.shape in "RN" and last_role == cl.TO and role == cl.LEVEL and _THEN_TO.match(self.afters[-1])
        ) and cl.ELLIPSIS.match(
            gap
        ):  # "…, rubber output 9.4% to 74.8 million kg", "and wheat | 5 cents to $4.90"
            kinds = ("change_rate", "average_rate") if f.shape == "R" else ("change_amount",)
            moved = [x for x in self.figures[: len(self.roles)] if x.kind in kinds and x.unit == f.unit]
            f.direction = moved[-1].direction if moved else None
            self.group = None if moved else group
            return cl.CHANGE if moved else role
        if f.shape == "R" and last.shape == "R" and role in (cl.LEVEL, cl.AGAIN):
            return self._elliptical(role, gap, f, last, last_role, at)
        return role

    def _and_since(self, gap: str, f: Figure, last: Figure, at: int) -> bool:
        """ "an increase of 46 million since 2020 and | 150 million since 2019": on another base."""
        if last.kind not in ("change_amount", "points") or f.shape != last.shape:
            return False
        if f.shape == "N" and f.unit not in (None, last.unit):
            return False
        m = _SINCE.match(self.tags, at + 1) if _BASE_AND.fullmatch(gap) else None
        return m is not None and (m["opener"] is not None or self._item_word(m.end() - 1).startswith("since"))

    def _closes_front(self, gap: str) -> bool:
        """ "Up 3.9% on the year, bankruptcies totalled | 4,780", "After a rise of 5.1%, they were | 640"."""
        if len(self.roles) != 1 or not _FRONT_CHANGE.fullmatch(self.gaps[0]):
            return False
        return _THEN_LEVEL.fullmatch(gap) is not None

    def _left_at(self, gap: str, at: int) -> bool:
        """ "a drop of 4% left exports at | 2.2 billion"."""
        return re.fullmatch(r",?A[eE]?[xo]{1,6}n", gap) is not None and self.low[
            : self.it.starts[at]
        ].endswith(" at ")

    def _reaching(self, gap: str, at: int) -> bool:
        """ "was 1.9 times as high as in 2008, | reaching 1,116 bn": a participle goes on with the subject."""
        m = _PARTICIPLE.fullmatch(gap)
        verb = at - len(gap) + m.start("verb") if m is not None else -1
        return m is not None and self.g.low[self.it.starts[verb] : self.it.ends[verb]].endswith("ing")

    def _priced(self, k: int) -> bool:
        """True where a basis of prices stands right behind figure k."""
        at = self.it.figures[k]
        return any(at <= position <= at + 2 for position, _ in self.it.prices)

    def _closed_at(self, gap: str, at: int) -> bool:
        """ "lost 84 cents to settle | at 61.57", "3.8% higher than a year ago, | at an average of 912"."""
        m = _CLOSED_AT.fullmatch(gap)
        if m is None:
            return False
        item = at - len(gap) + m.start("at")
        return self.g.low[self.it.starts[item] : self.it.ends[item]] == "at"

    def _goes_on_as_part(self, f: Figure, gap: str) -> bool:
        """ "of which farms used 1.9 billion, households | 0.8 billion": if the whole can hold it."""
        whole = self.parts.open
        if whole is None or not _NAMED.fullmatch(gap):
            return False
        parts = [x for x in self.figures if any(r == "part_of" and t is whole for r, t, *_ in x.links)]
        return sum(x.value for x in parts) + f.value <= whole.value

    def _elliptical(self, role: str, gap: str, f: Figure, last: Figure, last_role: str, at: int) -> str:
        """ "mining was up by 1.6 percent, manufacturing 6.9 percent": the verb holds for the whole list."""
        if self.tags[at + 1 : at + 2] in ("o", "w") or (
            "fraction" in self.it.data[at].flags and self.tags[at + 1 : at + 2] == "x"
        ):
            return role  # "one in three cars" is a share
        words = self.g.low[self.it.ends[at - len(gap) - 1] : self.it.starts[at]]
        if (
            last_role == cl.CHANGE
            and cl.ELLIPSIS.match(re.sub(r"[cfgO]n?Y|^[pq]g?[BY]", "", gap))
            and not _NO_CHANGE.search(words)
        ):
            return cl.CHANGE
        if last.kind == "share" and _SHARE_LIST.match(gap) and not _NO_CHANGE.search(words):
            for of, whole, rule, *_ in last.links:
                if of == "share_of":
                    f.link(of, whole, rule)
            return cl.SHARE
        return role

    def _again(self, k: int, f: Figure, last: Figure | None, last_role: str) -> str:
        """ "$9.6 million, or 65%" restates a change; "(US$480 billion)" converts a level."""
        if last is None or _ANOTHER_BRACKET.search(self.gaps[k]):
            return cl.LEVEL
        # an amount is not said again in its own unit
        same = f.shape == last.shape == "N" and f.unit == last.unit
        if last_role == cl.CHANGE and f.shape in "RN" and last.shape in "RNP" and not same:
            f.direction = last.direction
            return cl.CHANGE
        if f.shape == "N" and last.shape == "N" and _is_per(f) and not _is_per(last):
            f.link("expresses", last, "level_per_unit")
            return cl.AGAIN
        if f.shape == "N" and last.shape == "N" and f.unit and last.unit and f.unit != last.unit:
            return cl.CONVERSION
        if (
            f.shape == "N"
            and last.shape == "R"
            and last_role in (cl.TO, cl.LEVEL, cl.SHARE, cl.FROM, cl.EARLIER)
        ):
            last.link("expresses", f, "share_then_level")  # "2.1% of GDP, or 35.2 billion"
            for shared in [t for r, t, *_ in last.links if r == "share_of"]:
                f.link("part_of", shared, "share_then_level", "unknown")
        if f.shape == last.shape == "R" and "fraction" in last.flags:  # "two out of three patents (66.4%)"
            f.links.extend(x for x in last.links if x[0] == "share_of")
            f.link("same_as", last, "fraction_then_percent")
            return cl.SHARE
        if f.shape == "R" and last.shape == "N":
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
            if re.match(",?[ow]", self.afters[k]):
                return cl.SHARE
            moved = self.group.changes[-1] if self.group is not None and self.group.changes else None
            if moved is not None and moved.kind == "change_rate" and self._priced(k):
                f.direction = moved.direction  # "to 12.5 billion, or 11 percent | at constant exchange rates"
                return cl.CHANGE
        if f.shape == "M" and last.shape == "N":
            f.kind = "multiple"
            f.link("expresses", last, "level_then_multiple")
        return cl.LEVEL


def _is_per(f: Figure) -> bool:
    """True for a figure per unit or per so many."""
    return f.unit is not None and ("/" in f.unit or f.unit.startswith("per_"))
