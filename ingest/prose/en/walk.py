"""One pass over the figures of a sentence, from left to right: roles, groups and links."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ingest.prose.en import clauses as cl
from ingest.prose.en.across import point_back, remember_levels, tie_back, untie_later
from ingest.prose.en.acts import Acts
from ingest.prose.en.asides import find_asides, hide
from ingest.prose.en.averages import mark_averages
from ingest.prose.en.clauses import Group
from ingest.prose.en.context import apply_header, settle_prices
from ingest.prose.en.holdings import settle_holdings
from ingest.prose.en.items import Items
from ingest.prose.en.labels import Labels
from ingest.prose.en.level_next import name_level, remember_changes, tie_on
from ingest.prose.en.lists import Respectively, share_scales
from ingest.prose.en.marks import MARK, Marks
from ingest.prose.en.measured_times import measure_times
from ingest.prose.en.moneys import settle_money
from ingest.prose.en.named_wholes import settle_times, tie_fronted, tie_of_the
from ingest.prose.en.parts import Parts
from ingest.prose.en.ratios import tie_ratios, tie_told_later
from ingest.prose.en.roles import Roles
from ingest.prose.en.siblings import go_on, shares_of_all
from ingest.prose.en.statuses import colour
from ingest.prose.en.sums import tie_sums
from ingest.prose.en.ties import share_kinds, tie
from ingest.prose.en.timing import assign_periods
from ingest.prose.en.turn import Turn
from ingest.prose.en.units import settle_unit, take_per
from ingest.prose.en.units_around import count_per_many, durations_to, percents_in_lists, persons_who
from ingest.prose.en.was_then import was_then
from ingest.prose.figure import Figure, Memory
from ingest.prose.regex import regex
from ingest.prose.text import Sentence

if TYPE_CHECKING:
    from ingest.prose.en.grammar import EnglishGrammar

# "put the cost at", "a charge of": nouns that are verbs elsewhere; "through its own shops"
_NOUN = regex(r"(?<=[eE])A(?=[nov5tf,;:])|(?<=E)A(?=[xA])")
_OF = regex(r"wo|o[eE]?Y?(?:x{1,3}o[eE]?|[xA]{0,4})")
_INCLUDING = regex(r",l")
_FRONTED = regex(r"(?:wo?|[o6]e?(?:x{1,4}o|x{1,2})?)e?")


class Walk(Acts, Roles):
    """Gives every figure its role, its links, unit, period and measure."""

    def __init__(self, it: Items, grammar: EnglishGrammar, memory: Memory, s: Sentence) -> None:
        self.it, self.g, self.memory, self.s = it, grammar, memory, s
        self.tags = "".join(it.tags)
        self.low, self.lex = grammar.low, grammar.lex
        self._nouns()
        self.figures: list[Figure] = [it.data[k] for k in it.figures]
        self.roles: list[str] = []
        self.gaps: list[str] = []
        self.afters: list[str] = []  # the tags behind, as far as the next figure
        self.behind_at: list[int] = []  # the item with which they begin
        self.groups: list[Group | None] = []
        self.triggers: list[int] = []  # item of the verb or noun that governs the figure, -1 if none
        self.behind: list[bool] = []  # the change noun stands behind the figure
        self.parts = Parts(self)
        self.marks = Marks(self)
        self.group: Group | None = None
        self.ranging: Figure | None = None  # the lower end of what ranges from place to place
        it.asides = find_asides(self.tags)
        self.aside: tuple[int, int] | None = None  # the relative clause that is being read
        self.main: tuple[int, Group | None] = (-1, None)  # what the main clause had before it
        self.told_then: Figure | None = None  # the level of which a clause of its own tells an earlier one
        self.passed: Group | None = None  # what the clause says of the subject, for the main clause

    def _nouns(self) -> None:
        """Make plain words of verbs' forms that an article makes nouns."""
        if "eA" not in self.tags and "EA" not in self.tags:
            return
        for m in _NOUN.finditer(self.tags):
            word = self._item_word(m.start())
            if not word.endswith(("ed", "ing")) and word not in self.lex.participles:
                self.it.tags[m.start()] = "x"
        self.tags = "".join(self.it.tags)

    def run(self) -> list[Figure]:
        """Read the sentence."""
        for f in self.figures:
            settle_money(f, self.lex, self.memory, self.g.context.ref_area, self.low, self.s.start)
        count_per_many(self)
        durations_to(self)
        percents_in_lists(self)
        persons_who(self)
        self._roles()
        has_shares, has_several = "R" in self.tags, len(self.figures) > 1
        if ":" in self.tags:
            self.parts.lists_behind_colons()
        if has_shares and has_several:
            self.parts.shares_in()
            self.parts.split()
            self.parts.done()
        tie(self)
        if has_shares:
            self.parts.subjects_of_be()
            tie_ratios(self)
        if has_several:
            tie_sums(self)
            go_on(self)
            if has_shares:
                shares_of_all(self)
        share_scales(self)
        if has_several:
            Respectively(self).pair()
        point_back(self)
        Labels(self).assign()
        if "D" in self.tags:
            measure_times(self)
        name_level(self)
        if "r" in self.tags:
            Respectively(self).subjects()
        if cl.TOTAL in self.roles:
            self.parts.name_totals()
        apply_header(self)
        for k in range(len(self.figures)):
            settle_unit(self, k)
        take_per(self.figures)
        mark_averages(self)
        for k, f in enumerate(self.figures):
            if f.kind == "share" or self._is_some_of_its(f, k):
                tie_of_the(self, k)
            tie_fronted(self, k)
        if has_shares:
            settle_holdings(self)
        if has_several and any(rule == "n_of_the" for f in self.figures for _, _, rule, *_ in f.links):
            go_on(self)  # "64 of the victims were cyclists and | 41 were pedestrians"
        share_kinds(self.figures)
        colour(self)
        settle_prices(self)
        assign_periods(self)
        settle_times(self)
        untie_later(self)
        tie_told_later(self)
        tie_back(self)
        tie_on(self)
        remember_levels(self)
        remember_changes(self)
        for k, f in enumerate(self.figures):
            self._quote(k, f)
        del self.parts, self.marks  # they point back at the walk: without them the sentence is freed at once
        return self.figures

    def _is_some_of_its(self, f: Figure, k: int) -> bool:
        """ "2.2 million | of its inhabitants"."""
        free = f.shape == "N" and f.kind == "level" and not f.links
        return (
            free
            and f.unit in (None, "count", "person")
            and self.tags.startswith("oE", self.it.figures[k] + 1)
        )

    def _roles(self) -> None:
        positions, tags = self.it.figures, self.tags
        previous = -1  # the last figure that is neither a duration nor a rank
        for k, at in enumerate(positions):
            f = self.figures[k]
            previous = self._enter_or_leave(at, previous)
            begin = positions[previous] + 1 if previous >= 0 else 0
            end = positions[k + 1] if k + 1 < len(positions) else len(tags)
            gap = hide(tags, self.it.asides, begin, at).replace("D", "x").replace("K", "x")
            self.gaps.append(gap)
            self._look_behind(at, end, gap)
            self.triggers.append(-1)
            self.behind.append(False)
            if f.shape == "P" and self._stands_at(f, gap, at):
                f.shape = "N"
            if f.shape in "DK":
                self.roles.append("duration" if f.shape == "D" else "rank")
                self.groups.append(None)
                continue
            last = self.figures[previous] if previous >= 0 else None
            if self.marks.is_mark(f, at, last) and not _OF.fullmatch(gap):
                self.roles.append(MARK)
                self.groups.append(None)
                tags = self.tags = self.marks.passed_over(tags, at)
                continue
            last_role = self.roles[previous] if previous >= 0 else ""
            self._read(Turn(k, f, at, gap, begin, self.afters[k], last, last_role))
            previous = k

    def _enter_or_leave(self, at: int, previous: int) -> int:
        """The figure that the next one leans on: an aside is left for what stood before it."""
        if not self.it.asides:
            return previous
        inside = next((a for a in self.it.asides if a[0] < at < a[1]), None)
        if inside != self.aside:
            if self.aside is not None:
                said = self.group
                previous, self.group = self.main
                if (
                    previous < 0
                    and said is not None
                    and (said.level is None or self._is_of_subject(said.level))
                ):
                    self.group = self.passed = self._for_main_clause(said)
            if inside is not None:
                self.main = previous, self.group
            self.aside = inside
        return previous

    def _for_main_clause(self, said: Group) -> Group | None:
        """What an aside says of the subject: "which had stood at A" tells an earlier level.

        "which was A in 2016, has since risen" tells one too; "which had risen 5.2%" is of a time before.
        """
        assert self.aside is not None
        begin, end = self.aside
        if said.level is None:
            had = self.tags[begin + 2] == "H" and self._item_word(begin + 2) == "had"
            return None if had and said.changes else said
        if "Y" in self.tags[begin:end] and self.tags[end + 1 : end + 2] == "H" and not said.changes:
            return Group(earlier=said.level)
        return said

    def _is_of_subject(self, level: Figure) -> bool:
        """ "Output, which amounted to 7.4 million tonnes, rose": the aside tells the subject's own level."""
        k = next(j for j, x in enumerate(self.figures) if x is level)
        return level.shape == "N" and re.search(r",Zv[tn]?e?\Z", self.gaps[k]) is not None

    def _read(self, t: Turn) -> None:
        """Find the role of one figure, do what it asks for, and tie it to its whole."""
        k, f, gap, last = t.k, t.f, t.gap, t.last
        self._find_role(t)
        if (now := was_then(self, t)) is not None:
            t.role, self.told_then = cl.EARLIER, now
        goes_on = t.role in cl.STATED and self.parts.goes_on(k, f, gap)
        if goes_on or (t.role == cl.LEVEL and self.parts.contributes(f, gap)):
            f.kind, t.role = "share" if f.shape == "R" else f.kind, cl.PART
            self.group = Group(level=f)
        elif t.role == cl.LEVEL and self.parts.is_listed(f, t.at, gap):
            t.role = cl.PART
            self.parts.list_part(k, f)
            self.group = Group(level=f)
        else:
            self._act(t)
        told = t.role in (cl.LEVEL, cl.TO, cl.TOTAL) and t.after[:1] != "w"
        # "compared with 61 million paid out in 2018, including …"
        if f.shape == "N" and (told or (t.role == cl.EARLIER and _INCLUDING.search(t.after))):
            self._may_be_whole(t)
        if last is not None and f.shape == "N" and t.role != cl.EARLIER:
            of_total = gap == "wo" and last.unit == f.unit  # "71 TWh of the total of | 540 TWh"
            if of_total or (_OF.fullmatch(gap) and self.parts.is_whole(gap, t.at)):
                self.parts.n_of_m(gap, last, f)
                if any(target is f for role, target, *_ in last.links if role == "part_of"):
                    self.group = Group(level=last)  # "34 of the 110 seats, seven more than before"
        self.parts.pair_of(k, f, gap)
        self.parts.in_bracket(k, f, gap)
        if t.after[:1] == "w" and f.shape in "NR":
            self.parts.of_them(k, f)
        self.roles.append(t.role)
        self.groups.append(self.group)

    def _may_be_whole(self, t: Turn) -> None:
        """Later figures may be parts of a level, above all of one in front: "Of the 1,240 plants, …"."""
        f = t.f
        self.parts.whole = f if f.status != "target" else self.parts.whole
        f.noun_unit = f.unit is None
        if t.k > 0 or not _FRONTED.fullmatch(t.gap) or self._item_word(t.at - 1) == "every":
            return
        if t.gap[:1] != "6" or self.low.startswith("among", self.s.start):
            self.parts.fronted = f
