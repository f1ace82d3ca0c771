"""One pass over the figures of a sentence, from left to right: roles, groups and the links between figures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ingest.prose.en import clauses as cl
from ingest.prose.en.clauses import Group
from ingest.prose.en.context import apply_header, colour, remember_levels, tie_back, tie_of_the
from ingest.prose.en.items import Items
from ingest.prose.en.labels import Labels
from ingest.prose.en.lists import Respectively, share_scales
from ingest.prose.en.timing import assign_periods
from ingest.prose.en.units import settle_unit
from ingest.prose.figure import Figure, Memory
from ingest.prose.text import Sentence

if TYPE_CHECKING:
    from ingest.prose.en.grammar import EnglishGrammar

_AVERAGE = re.compile(
    r"compound(?:ed)? annual|cagr|average annual|annual average|annuali[sz]ed|on average (?:each|every|per|a) year|per annum|a year on average"
)


class Walk:
    """One pass over the figures of a sentence."""

    def __init__(self, it: Items, grammar: EnglishGrammar, memory: Memory, s: Sentence) -> None:
        self.it, self.g, self.memory, self.s = it, grammar, memory, s
        self.tags = "".join(it.tags)
        self.figures: list[Figure] = [it.data[k] for k in it.figures]
        self.roles: list[str] = []
        self.gaps: list[str] = []
        self.afters: list[str] = []
        self.groups: list[Group | None] = []
        self.triggers: list[int] = []  # item of the verb or noun that governs the figure, -1 if none
        self.behind: list[bool] = []  # the change noun stands behind the figure

    def run(self) -> list[Figure]:
        """Give every figure its role, links, unit, period and measure."""
        self._roles()
        share_scales(self)
        Respectively(self).pair()
        Labels(self).assign()
        apply_header(self)
        for k in range(len(self.figures)):
            settle_unit(self, k)
        for k, at in enumerate(self.it.figures):
            if self.figures[k].kind == "share":
                tie_of_the(self, at, self.figures[k])
        colour(self)
        assign_periods(self)
        tie_back(self)
        remember_levels(self)
        for k, f in enumerate(self.figures):
            self._quote(k, f)
        return self.figures

    # -- roles -----------------------------------------------------------------------------------------------

    def _roles(self) -> None:
        it, positions = self.it, self.it.figures
        group: Group | None = None
        whole: Figure | None = None
        part_whole: Figure | None = None
        previous = -1  # index of the last figure that is not a duration
        for k, at in enumerate(positions):
            f = self.figures[k]
            begin = positions[previous] + 1 if previous >= 0 else 0
            end = positions[k + 1] if k + 1 < len(positions) else len(it.tags)
            gap = self.tags[begin:at].replace("D", "x").replace("K", "x")
            after = self.tags[at + 1 : end]
            self.gaps.append(gap)
            self.afters.append(after)
            self.triggers.append(-1)
            self.behind.append(False)
            if f.shape in "DK":
                self.roles.append("duration" if f.shape == "D" else "rank")
                self.groups.append(None)
                continue
            role, direction, noun, behind = cl.role_of(gap, after, f.shape)
            fresh = previous < 0 or cl.is_fresh(gap)
            last_role = self.roles[previous] if previous >= 0 else ""
            last = self.figures[previous] if previous >= 0 else None
            if noun >= 0:
                self.triggers[k] = begin + noun
            self.behind[k] = behind
            role = self._continued(role, gap, f, last, last_role, group, behind)
            if role == cl.CHANGE and self._bounded(f):
                role = cl.TO
            if role == cl.AGAIN:
                role = self._again(f, last, last_role)
            if role == cl.CHANGE:
                if fresh or group is None:
                    group = Group()
                self._change(f, k, direction, gap, last, last_role)
                if f.kind not in ("difference", "contribution", "average_rate"):
                    group.add_change(f, "level_then_change")
            elif role == cl.TO and f.shape == "R" and after[:1] == "o":
                f.kind = "share"
                if group is None or fresh or group.level is not None:
                    group = Group()
                group.set_level(f, "change_then_level")
            elif role == cl.TO:
                if (
                    group is None
                    or group.level is not None
                    or (fresh and not gap.endswith("t"))
                    or (previous >= 0 and last_role == cl.LEVEL)
                ):
                    group = Group()
                group.verb_direction = direction
                group.set_level(f, "change_then_level")
            elif role in (cl.FROM, cl.EARLIER):
                if (
                    group is None
                    or (fresh and role == cl.FROM)
                    or (group.level is None and not group.changes)
                ):
                    group = Group()
                if group.level is not None and group.level.kind == "share":
                    f.kind = "share"
                if group.earlier is None and _same_kind(f, group):
                    group.set_earlier(f, "change_from_level" if role == cl.FROM else "compared_with_level")
            elif role == cl.PART and whole is not None and f.shape == "N":
                marker = re.search(r"[wlL]", gap)
                nested = last if marker and marker[0] in "lL" and last_role == cl.PART else None
                target = nested or (part_whole if marker is None else None) or whole
                part_whole = target
                self._part(f, target, gap, begin)
                group = Group()
                group.set_level(f, "level")
            elif role == cl.TOTAL and f.shape == "N":
                self._total(k, f)
                group = Group(level=f)
            elif role == cl.CONVERSION and last is not None:
                f.link("conversion_of", last, "bracketed_conversion")
            elif role == cl.SHARE:
                f.kind = "share"
                if group is not None and group.level is not None and not fresh and "a" in gap:
                    f.link("expresses", group.level, "level_accounting_for_share")
            else:
                if f.shape == "P":
                    f.kind = "contribution" if gap.endswith("C") or "Cb" in gap else "points"
                else:
                    group = Group()
                    group.set_level(f, "level")
            if role in (cl.LEVEL, cl.TO) and f.shape == "N":
                whole = f
            if last is not None and re.fullmatch(r"6?oe?", gap) and f.shape == "N":
                self._n_of_m(previous, last, f)
            if after[:1] == "w" and f.shape in "NR" and f.unit in (None, "percent"):
                self._of_them(k, f)
            if previous >= 0 and re.match(r"oe?\Z", self.gaps[previous]) and f.shape == "N" and previous == 0:
                if last is not None and f.unit is None and re.search(r",e?\Z", gap):
                    f.link("part_of", last, "of_the_n", "partial", self.g.norm[it.starts[0] : it.ends[0]])
            self.roles.append(role)
            self.groups.append(group)
            previous = k

    def _continued(
        self,
        role: str,
        gap: str,
        f: Figure,
        last: Figure | None,
        last_role: str,
        group: Group | None,
        behind: bool,
    ) -> str:
        """A role that only the figure before can tell: "12.3% | to $4.5 billion | from $4.0 billion"."""
        if last is None or group is None or (role == cl.CHANGE):
            return role
        if role in (cl.LEVEL, cl.FROM, cl.TO, cl.AGAIN):
            plain = re.fullmatch(r"[BYneOxo]{0,9},?(t[ev]?|t?vt?|,?&?v[nt]?|,&?v)e?", gap)
            if last_role in (cl.CHANGE, cl.FROM) and plain and group.level is None and f.shape != "P":
                return cl.TO
            if last_role == cl.CHANGE and gap in ("n", "Bn", ",n") and group.level is None and f.shape == "N":
                return cl.TO if self.g.low[: f.outer_start].rstrip().endswith(" at") else role
            if last_role == cl.FROM and gap.endswith("t") and group.level is None:
                return cl.TO
        if role == cl.FROM:
            if last_role == cl.CHANGE or last_role == cl.TO or re.search(r"[udpqij]", gap):
                return cl.FROM
            return cl.LEVEL
        if role == cl.LEVEL and last_role == cl.PART and f.shape == last.shape and f.unit == last.unit:
            if re.search(r"(?:,&?|&|z|;)e?\Z", gap) and not re.search(r"[udij]", gap):
                return cl.PART
        if role == cl.PART and last_role == cl.CHANGE and f.shape == "R":
            return cl.SHARE
        return role

    def _again(self, f: Figure, last: Figure | None, last_role: str) -> str:
        """ "$9.6 million, or 65%" restates a change; "(US$480 billion)" converts a level."""
        if last is None:
            return cl.LEVEL
        if last_role == cl.CHANGE and f.shape in "RN" and last.shape in "RN":
            f.direction = last.direction
            return cl.CHANGE
        if f.shape == "N" and last.shape == "N" and f.unit and last.unit and f.unit != last.unit:
            return cl.CONVERSION
        if f.shape == "R" and last.shape == "N" and self.afters[-1][:1] == "o":
            return cl.SHARE
        return cl.LEVEL

    def _change(
        self, f: Figure, k: int, direction: str | None, gap: str, last: Figure | None, last_role: str
    ) -> None:
        f.direction = (
            direction or f.direction or (last.direction if last and last_role == cl.CHANGE else "up")
        )
        if f.value < 0:
            f.value = -f.value
            f.direction = "down"
        after = self.afters[k]
        if cl.is_difference(after) or (last is not None and last.kind == "difference" and f.shape == "P"):
            f.kind = "difference"
        elif f.shape == "R":
            window = self.g.low[max(self.s.start, f.outer_start - 60) : min(self.s.end, f.outer_end + 40)]
            f.kind = "average_rate" if _AVERAGE.search(window) else "change_rate"
        elif f.shape == "P":
            verb = self.triggers[k]
            contributes = (
                verb >= 0
                and self.it.tags[verb] in "23"
                and (
                    re.match(r"[tf][eE]?x{0,4}[ij]", after) is not None
                    or self.g.low[self.it.starts[verb] : self.it.ends[verb]] in ("subtracted", "shaved")
                )
            )
            f.kind = "contribution" if contributes else "points"
        elif f.shape == "M":
            f.kind = "multiple"
            self._multiple(f, direction, gap, last)
        else:
            f.kind = "change_amount"

    def _multiple(self, f: Figure, direction: str | None, gap: str, last: Figure | None) -> None:
        """ "rose 1.5 times" may be a ratio or an increase: a person must decide."""
        text = self.g.low[f.start : f.end]
        if text[:1].isdigit() or " " in text:
            if "times" in self.g.low[f.end : f.outer_end] and gap[-1:] and gap[-1] in "udb":
                f.flags.add("ambiguous_multiple")
            elif re.match(
                r"\s*(?:higher|more|larger|greater|faster)\b", self.g.low[f.outer_end : f.outer_end + 12]
            ):
                f.flags.add("ambiguous_multiple")
                f.direction = "up"
            elif direction is None:
                f.direction = None
        elif direction is None:
            entry = self.g.lex.singles.get(text)
            f.direction = entry.direction if entry else None

    def _bounded(self, f: Figure) -> bool:
        """ "fell below 400 million" tells a level, not a fall by so much."""
        return (
            f.hedge is not None
            and f.shape != "M"
            and self.g.low[f.hedge[0] : f.hedge[1]].split()[-1] in ("below", "above", "under", "beyond")
        )

    def _part(self, f: Figure, whole: Figure, gap: str, begin: int) -> None:
        word, coverage = None, "unknown"
        for offset, tag in enumerate(gap):
            if tag in "wlL":
                at = begin + offset
                word = self.g.norm[self.it.starts[at] : self.it.ends[at]]
                coverage = {"l": "partial", "L": "exhaustive"}.get(tag, "unknown")
        if word is None:
            for role, target, _rule, cov, text in (
                self.figures[len(self.roles) - 1].links if self.roles else []
            ):
                if role == "part_of" and target is whole and cov:
                    coverage, word = cov, text
        f.link("part_of", whole, "of_which", coverage, word)

    def _total(self, k: int, f: Figure) -> None:
        parts = []
        for j in range(k - 1, -1, -1):
            other = self.figures[j]
            if other.shape != "N" or other.unit != f.unit or self.roles[j] not in (cl.LEVEL, cl.TO):
                break
            parts.append(other)
            if not re.search(r"(?:&|,)e?\Z", self.gaps[j]):
                break
        if len(parts) >= 2 and sum(p.value for p in parts) <= f.value * 2:
            at = self.it.figures[k]
            tags = self.tags
            where = at + 1 if tags[at + 1 : at + 2] == "T" else at - 1
            word = self.g.norm[self.it.starts[where] : self.it.ends[where]]
            for p in parts:
                p.link("part_of", f, "listed_in_total", "exhaustive", word)

    def _of_them(self, k: int, f: Figure) -> None:
        """ "only eleven of them", "18% of them": a part or share of the count said before."""
        at = self.it.figures[k] + 1
        phrase = self.g.norm[self.it.starts[at] : self.it.ends[at]]
        if phrase.lower() not in ("of them", "of these", "of those"):
            return
        whole = next((x for x in reversed(self.figures[:k]) if x.shape == "N" and x.kind == "level"), None)
        if whole is None:
            return
        f.links = [x for x in f.links if x[0] not in ("part_of", "expresses")]
        if f.shape == "R":
            f.kind = "share"
            f.link("share_of", whole, "share_of_them")
        else:
            f.link("part_of", whole, "n_of_them", "partial", phrase)

    def _n_of_m(self, j: int, part: Figure, whole: Figure) -> None:
        """ "87 of the 120 cities", "12% of the 4.5 billion"."""
        if part.shape == "R":
            part.kind = "share"
            part.link("share_of", whole, "share_of_level")
        elif part.shape == "N" and part.unit is None:
            part.link("part_of", whole, "n_of_m", "partial", "of")
            part.unit_status = "inherited"

    def _quote(self, k: int, f: Figure) -> None:
        at = self.it.figures[k]
        start, end = f.outer_start, f.outer_end
        trigger = self.triggers[k]
        if 0 <= trigger < at:
            start = self.it.starts[trigger]
        if f.noun is not None:
            end = max(end, f.noun[1])
        if self.afters[k][:1] == "B":
            end = max(end, self.it.ends[at + 1])
        f.quote = (start, end)


def _same_kind(f: Figure, group: Group) -> bool:
    level = group.level
    if level is None:
        return True
    return level.shape == f.shape and (level.unit == f.unit or f.unit is None or level.unit is None)
