"""One pass over the figures of a sentence, from left to right: roles, groups and links."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ingest.prose.en import clauses as cl
from ingest.prose.en.across import point_back, remember_levels, tie_back
from ingest.prose.en.acts import Acts
from ingest.prose.en.around import Around
from ingest.prose.en.asides import find_asides, hide, shown
from ingest.prose.en.clauses import Group
from ingest.prose.en.context import apply_header, settle_prices, tie_of_the
from ingest.prose.en.continued import Continued
from ingest.prose.en.items import Items
from ingest.prose.en.labels import Labels
from ingest.prose.en.lists import Respectively, share_scales
from ingest.prose.en.marks import MARK, Marks
from ingest.prose.en.moneys import settle_money
from ingest.prose.en.parts import Parts
from ingest.prose.en.statuses import colour
from ingest.prose.en.timing import assign_periods
from ingest.prose.en.units import count_per_many, durations_to, settle_unit, take_per
from ingest.prose.figure import Figure, Memory
from ingest.prose.text import Sentence

if TYPE_CHECKING:
    from ingest.prose.en.grammar import EnglishGrammar

_AN_INCREASE = re.compile(r"e[ij]")
_DATED = re.compile(r"[nO]?e?Y")
_RANGES = re.compile(r"\b(?:rang(?:es?|ed|ing)|var(?:y|ies|ied|ying))\s(?:from\s)?\Z")
_MORE_OF = re.compile(r"[pq]x{1,3}[gB]")  # "as it dug up | 12% less copper than"
_AND_BY = re.compile(r"[,&]b\Z")
_OF = re.compile(r"wo|o[eE]?Y?(?:x{1,3}o[eE]?|[xA]{0,4})")
_HELD_AGAINST = re.compile(
    r"\b(?:above|below|than|exceeding|behind|ahead of|outpacing) (?:the|its|their)\s\Z"
)
_A_SHARE_OF = re.compile(r",eso?\Z")
_A_FIGURE = re.compile(r", a (?:figure|number|level|total|sum|value|amount)\s\Z")
_HAVING_BEEN = re.compile(r", having (?:been|stood|amounted|totalled|averaged)\b[^,;]*\Z")
_OF_A_NOUN = re.compile(r"[,;&z][^,;&z<>]*x[^,;&z<>vA]*<\Z")  # ", on lower sales of vehicles (|-4.9%)"
_OF_ALL = re.compile(r"oe?x{1,4},e?")  # "Of all fires, | 41% broke out in homes"
_OF_ITS_OWN = re.compile(r"[ij][no]e?x")
_THE_RISE = re.compile(r"e[ij](?:H?v)?e?\Z")

_IS = re.compile(r"v[nt]?e?\Z")
_SUBJECT_IS = re.compile(r"x{1,4}v")
_FRONTED = re.compile(r",[eE]?x+v")
_OPENS_CLAUSE = re.compile(r"(?:\A|[,;:z&])[&z]?\Z")
_HAD_STOOD = re.compile(r"ZHv[nO]?e?\Z")  # "which had stood at"


class Walk(Acts, Around, Continued):
    """Gives every figure its role, its links, unit, period and measure."""

    def __init__(self, it: Items, grammar: EnglishGrammar, memory: Memory, s: Sentence) -> None:
        self.it, self.g, self.memory, self.s = it, grammar, memory, s
        self.tags = "".join(it.tags)
        self.low, self.lex = grammar.low, grammar.lex
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
        self.passed: Group | None = None  # what the clause says of the subject, for the main clause

    def run(self) -> list[Figure]:
        """Read the sentence."""
        for f in self.figures:
            settle_money(f, self.lex, self.memory, self.g.context.ref_area, self.low[self.s.start : f.start])
        count_per_many(self)
        durations_to(self)
        self._roles()
        for k in range(len(self.figures), 1, -1):
            if k == len(self.figures) or ";" in self.gaps[k]:
                self.parts.colon_list(k)
        self.parts.shares_in()
        self.parts.split()
        self.parts.done()
        self.parts.subjects_of_be()
        share_scales(self)
        Respectively(self).pair()
        point_back(self)
        Labels(self).assign()
        Respectively(self).subjects()
        self.parts.name_totals()
        apply_header(self)
        for k in range(len(self.figures)):
            settle_unit(self, k)
        take_per(self.figures)
        for k, at in enumerate(self.it.figures):
            if self.figures[k].kind == "share":
                tie_of_the(self, at, self.figures[k])
        colour(self)
        settle_prices(self)
        assign_periods(self)
        tie_back(self)
        remember_levels(self)
        for k, f in enumerate(self.figures):
            self._quote(k, f)
        del self.parts  # it points back at the walk: without it the sentence is freed at once
        return self.figures

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
            if f.shape in "DK":
                self.roles.append("duration" if f.shape == "D" else "rank")
                self.groups.append(None)
                continue
            if self.marks.is_mark(
                f, at, self.figures[previous] if previous >= 0 else None
            ) and not _OF.fullmatch(gap):
                self.roles.append(MARK)
                self.groups.append(None)
                tags = self.tags = f"{tags[:at]}K{tags[at + 1 :]}"  # passed over like a rank
                continue
            self._read(k, f, gap, begin, previous)
            previous = k

    def _enter_or_leave(self, at: int, previous: int) -> int:
        """The figure that the next one leans on: an aside is left for what stood before it."""
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
                    self.group = self.passed = said  # "which had stood at A": an earlier level of the subject
            if inside is not None:
                self.main = previous, self.group
            self.aside = inside
        return previous

    def _is_of_subject(self, level: Figure) -> bool:
        """ "Output, which amounted to 7.4 million tonnes, rose": the aside tells the subject's own level."""
        k = next(j for j, x in enumerate(self.figures) if x is level)
        return level.shape == "N" and re.search(r",Zv[tn]?e?\Z", self.gaps[k]) is not None

    def _read(self, k: int, f: Figure, gap: str, begin: int, previous: int) -> None:
        """Find the role of one figure and do what it asks for."""
        at, after = self.it.figures[k], self.afters[k]
        last = self.figures[previous] if previous >= 0 else None
        last_role = self.roles[previous] if previous >= 0 else ""
        role, direction, trigger, self.behind[k] = cl.role_of(shown(gap), after, f.shape)
        if trigger >= 0 and "~" in gap:
            trigger = [p for p, tag in enumerate(gap) if tag != "~"][trigger]
        if role == cl.FROM and _RANGES.search(self.low, self.s.start, f.outer_start):
            role = cl.LEVEL  # "use ranges from 124 litres in the north to 168 in the south"
            self.ranging = f
        elif last is self.ranging and last is not None and gap.endswith("t") and f.unit is None:
            f.unit, f.shape, f.unit_status = last.unit, last.shape, "inherited"
        gap_to = self._apart(f, at, gap, last) or self._more_a_year(f, at)
        if gap_to is not None and role == cl.LEVEL:
            role, direction, self.behind[k] = cl.CHANGE, gap_to, True
        if role == cl.CHANGE and self.behind[k] and _AN_INCREASE.match(after):
            role, direction, self.behind[k] = cl.SHARE, None, False  # "41% an improvement", of those asked
        asked = f.shape == "R" and _OPENS_CLAUSE.search(gap) is not None and self._answers(at)
        if asked:
            role, direction, self.behind[k] = cl.SHARE, None, False
        passed, self.passed = self.passed, None
        fresh = passed is None and (last is None or cl.is_fresh(shown(gap)))
        own_object = self.behind[k] and gap.endswith(("A", "Ap")) and _MORE_OF.match(after) is not None
        fresh = fresh or asked or own_object
        if (
            role == cl.CHANGE
            and last is not None
            and self.opens_earlier_clause(k, dated=_DATED.match(after) is not None)
        ):
            fresh = True
        if previous == 0 and last_role == cl.LEVEL and self.gaps[0] == "n" and _FRONTED.match(gap):
            fresh = False  # "At 7,340, bankruptcies were 4% fewer"
        if previous == 0 and role == cl.CHANGE and self.behind[k] and _SUBJECT_IS.fullmatch(gap):
            fresh = False  # "The inflow of 184,000 immigrants was 12% below that of the year before"
        if passed is not None and role == cl.LEVEL and f.shape == "N" and _IS.search(gap):
            role = cl.TO  # "sales, which rose 3%, were £4 million"
        if self.aside is not None and role == cl.LEVEL and _HAD_STOOD.search(gap):
            role = cl.EARLIER
        if (
            last is not None
            and last.shape == f.shape
            and role == cl.LEVEL
            and _HAVING_BEEN.search(self.low, self.s.start, f.outer_start)
        ):
            role = cl.EARLIER  # "was 12.4 billion, having been | 11.9 billion in April"
        if trigger >= 0:
            self.triggers[k] = begin + trigger
        if last is not None and self.group is not None:
            role = self._continued(role, gap, f, last, last_role, at)
        inside = self._in_bracket(gap) if f.shape == "R" and role == cl.LEVEL else None
        if inside is not None:
            role, direction, fresh = cl.CHANGE, inside, True
        fresh = fresh or _OF_A_NOUN.search(gap) is not None
        if role in (cl.LEVEL, cl.AGAIN) and self._is_signed_change(f, gap, after, fresh):
            role = cl.CHANGE
        if role == cl.PART and gap[:1] == "w" and last is not None and last.shape == "R" and f.shape == "N":
            role = cl.LEVEL  # "58% of these | were under 35": what points back opens no list
        fronted = self.parts.fronted
        if k == 0 and f.shape == "R" and role == cl.LEVEL and _OF_ALL.fullmatch(gap):
            role = cl.SHARE
        opens = role == cl.LEVEL or asked
        if f.shape == "R" and opens and fronted is not None and re.search(r"[,&]\Z", gap):
            role = cl.SHARE
            f.link("share_of", fronted, "of_the_n")
        earlier = [x for x in self.figures[:k] if x.kind in ("change_rate", "points") and x.shape == f.shape]
        if role == cl.LEVEL and _AND_BY.search(gap) and earlier:
            role, direction, fresh = (
                cl.CHANGE,
                earlier[-1].direction,
                True,
            )  # ", and by as much as 35 percent in"
        if role == cl.CHANGE and not fresh and self._of_its_own(k, gap):
            fresh = True
        if role == cl.TO and self._closes_front(gap):
            fresh = False
        if role == cl.CHANGE and _THE_RISE.search(gap):
            fresh = False  # "…; in constant prices the rise was 2.9%"
        before = self.low[self.s.start : f.outer_start]
        if role == cl.CHANGE and self.behind[k] and _HELD_AGAINST.search(before):
            fresh = True  # "well above the | 3.7% growth of the economy"
        if role == cl.CHANGE and self.behind[k] and "z" in gap and _OF_ITS_OWN.match(after):
            fresh = True  # "as a | 0.3% decline in crop receipts was offset"
        if role == cl.CHANGE and _A_FIGURE.search(before) and gap.endswith("ex"):
            fresh = False  # "912 euros in May, a figure | 4.4% above that of 2017"
        if role == cl.CHANGE and not fresh and ";" in gap:
            self.group = self.parts.back_to_whole(self.group)
        if role == cl.CHANGE and self.behind[k] and f.shape == "N" and self._is_gain(at):
            role = cl.LEVEL
        if role == cl.CHANGE and trigger >= 0 and self._is_no_change(f, self.triggers[k], gap):
            role, self.triggers[k] = cl.LEVEL, -1
        if role == cl.CHANGE and gap.endswith("Ap") and f.shape == "N" and f.unit is None:
            role, self.triggers[k] = cl.LEVEL, -1  # "signed up 6.96 million customers"
        if role == cl.CHANGE and self._bounded(f):
            role = cl.TO
        if role == cl.PART and gap.startswith("w") and last is not None and self.parts.pointed(last):
            role = cl.LEVEL  # "83% of them with fewer than | 50 staff"
        if role == cl.SHARE and last is not None and last.shape == "N" and _A_SHARE_OF.search(gap):
            role = cl.AGAIN  # "8,300 of the 11,900 wells, a share of | 70%"
        if role == cl.AGAIN:
            role = self._again(k, f, last, last_role)
        if role == cl.LEVEL and last_role in (cl.LEVEL, cl.TO) and self._is_extra(f, gap, at, last):
            role, direction, fresh = cl.CHANGE, "up", False
        gained = gap[-1:] in ("2", "3") and self.tags[at + 1 : at + 3] == "tN"  # "gained $2.50 | to $75.55"
        if role == cl.LEVEL and f.shape == "N" and (gained or self._is_added(f, gap)):
            role, direction = cl.CHANGE, "up" if gap.rstrip("e")[-1] == "2" else "down"
            self.triggers[k] = begin + len(gap.rstrip("e")) - 1
        goes_on = role in (cl.LEVEL, cl.SHARE, cl.PART) and self.parts.goes_on(k, f, gap)
        if goes_on or (role == cl.LEVEL and self.parts.contributes(f, gap)):
            f.kind, role = "share" if f.shape == "R" else f.kind, cl.PART
            self.group = Group(level=f)
        elif role == cl.LEVEL and self.parts.is_listed(f, at, gap):
            role = cl.PART
            self.parts.list_part(k, f)
            self.group = Group(level=f)
        else:
            self._act(role, k, f, gap, begin, direction, fresh, last, last_role)
        if role in (cl.LEVEL, cl.TO, cl.TOTAL) and f.shape == "N" and after[:1] != "w":
            self.parts.whole = f if f.status != "target" else self.parts.whole
            f.noun_unit = f.unit is None
            if (
                k == 0
                and re.match(r"(?:wo?|[o6]e?(?:x{1,4}o|x{1,2})?)e?\Z", gap)
                and (gap[:1] != "6" or self.low.startswith("among", self.s.start))
                and self._item_word(at - 1) != "every"
            ):
                self.parts.fronted = f
        of_total = (
            gap == "wo" and last is not None and last.unit == f.unit
        )  # "71 TWh of the total of | 540 TWh"
        if (
            last is not None
            and f.shape == "N"
            and (of_total or (_OF.fullmatch(gap) and self.parts.is_whole(gap, at)))
        ):
            self.parts.n_of_m(gap, last, f)
            if any(target is f for role_, target, *_ in last.links if role_ == "part_of"):
                self.group = Group(level=last)  # "34 of the 110 seats, seven more than before"
        self.parts.pair_of(k, f, gap)
        self.parts.in_bracket(k, f, gap)
        if after[:1] == "w" and f.shape in "NR":
            self.parts.of_them(k, f)
        self.roles.append(role)
        self.groups.append(self.group)
