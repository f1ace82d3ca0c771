"""The role of each figure: what the gap before it tells, mended by its clause and the figures before."""

from __future__ import annotations

import re

from ingest.prose.en import clauses as cl
from ingest.prose.en.around import Around
from ingest.prose.en.asides import shown
from ingest.prose.en.clauses import Group
from ingest.prose.en.continued import Continued
from ingest.prose.en.marks import MARK
from ingest.prose.en.turn import Turn
from ingest.prose.figure import Figure
from ingest.prose.regex import regex

_RANGES = regex(r"\b(?:rang(?:es?|ed|ing)|var(?:y|ies|ied|ying))\s(?:from\s)?\Z")
_AN_INCREASE = regex(r"e[ij]")
_OPENS_CLAUSE = regex(r"(?:\A|[,;:z&])[&z]?\Z")

_MORE_OF = regex(r"[pq]x{1,3}[gB]")  # "as it dug up | 12% less copper than"
_DATED = regex(r"[ij]?[nO]?e?Y")
_PRONOUN_OF_PLACE = regex(r"zkH?[ud]b?e?\Z")
_THERE_WERE = regex(r"[;,&z]kv\Z")  # "; there were | 19,000 fewer young people out of work"
_FRONTED = regex(r",[eE]?Y?x+H?[vud]")
_SUBJECT_IS = regex(r"x{1,4}v")

_IS = regex(r"v[nt]?e?\Z")
_HAD_STOOD = regex(r"ZHv[nOt]?e?\Z")  # "which had stood at", "which had amounted to"
_HAD_BEEN = regex(r"B,[kex]{0,4}Hv")
_SINCE_MOVED = regex(r"(?:[nO]?e?Y|nex{1,3}oe?[YBx]),H[xyz]?(?:[ud]b?[NRP]|M)(?:[nO]?e?[YB])?,?t")
_HANDLED_MORE = regex("[pq](?:g|B)")
_HAVING_BEEN = regex(r", having (?:been|stood|amounted|totalled|averaged)\b[^,;]*\Z")
_OF_A_NOUN = regex(r"[,;&z][^,;&z<>]*x[^,;&z<>vA]*<\Z")  # ", on lower sales of vehicles (|-4.9%)"
_THE_GREATEST = regex(r",ex{0,2}[ij]<")  # ", the biggest annual drop (|15%) in two decades"
_OF_ALL = regex(r"oe?x{1,4},e?")  # "Of all fires, | 41% broke out in homes"
_LISTED = regex(r"[,&]\Z")
_THEN_BY = regex(r">?(?:[nO]?e?Y|B)*,?&b")
_AND_BY = regex(r"[,&]b\Z")
_SAID_AGAIN = regex(r",?1R(?!o)")  # "lost $2.40, | or 3.3 percent"

_FIRST_OF_A_LIST = regex(r":[eE]?x+(?:[no][eE]?x+)*<\Z")
_ON_BASE = regex(r"<B:\Z")
_OF_ITS_OWN = regex(r"[ij][no]e?x")
_AFTER_THE_LIST = regex(r";|-e?[ijpq]")  # "9,724 people, 3,725 of them children - an increase of | 26"
_LIFTED = regex(  # "(a 12% jump) in bookings lifted revenue to"
    r"i?j?[no][eE]?(?P<own>x+(?:[no][eE]?x+)*)[A23][eE]?(?P<object>x+(?:o[eE]?x+)*)t[ve]?"
)
_A_NOUN_OF = regex(r"ex?[x23udA]o\Z")  # "a boost of | 5%"
_SIGNED_TO = regex(r"(?:x|:|[<,;][xBY]{0,2})\Z")
_OBJECT = regex(r"(?:[23][eE]?x{1,3}|[ud]x|[ud],)\Z")  # "cut costs | 5%", "rose further | 5%"
_AFTER_RATE = regex(r"\Z|[,;&tcfBY]|nY|[OB]")
_THEN_BY_RATE = regex(r"(?:O?e?[BY]|nY)*,b")
_AMONG_OTHERS = regex(r"[;,:&z](?:[6n5][eE]?x{1,3}),e[ij]")
_THE_RISE = regex(r"e[ij](?:H?v)?e?\Z")
# "to 8.1 billion, compared with an increase of | 2% in March", "with expectations for a fall of"
_AGAINST_A_CHANGE = regex(r"c(?:e?x{1,2}[onf])?(?:e?x{0,2}[BY]?x?)[ij](?:[on]|v?b)?e?\Z")
_THE_TOTAL = regex(r"[,;:][&z]?(?:ce?n?[YB],)?[eE]x(?:H?v|H?[ud]b?|H?vb?[pq])e?\Z")
_HELD_AGAINST = regex(r"\b(?:above|below|than|exceeding|behind|ahead of|outpacing) (?:the|its|their)\s\Z")
_A_FIGURE = regex(r", a (?:figure|number|level|total|sum|value|amount)\s\Z")
_A_FIGURE_THAT = regex(r", an? (?:figure|number|level|total|sum) (?:that|which) ha[sd] [^,;]*\Z")
_WORDS_BEFORE = 24  # characters, enough for the two patterns above

_A_SHARE_OF = regex(r",ex?so?\Z|,e8o\Z")

_FOR_ANOTHER = regex(r"w[,;]?&?[eE]?x+n[eE]?")


class Roles(Around, Continued):
    """The part of the walk that finds roles.

    The steps stand in the order in which they are taken; each mends what those before it found.
    """

    groups: list[Group | None]
    ranging: Figure | None  # the lower end of what ranges from place to place
    aside: tuple[int, int] | None  # the relative clause that is being read
    passed: Group | None  # what a relative clause said of the subject, for the main clause

    def _find_role(self, t: Turn) -> None:
        """Fill role, direction and fresh."""
        self._by_gap(t)
        self._by_subject(t)
        self._by_clause(t)
        self._by_figures_before(t)
        if t.role in (cl.CHANGE, cl.TO):
            self._of_which_subject(t)
        if t.role == cl.CHANGE:
            self._no_change_after_all(t)
        self._by_whole(t)

    def _by_gap(self, t: Turn) -> None:
        """What the tags before and behind tell, and the words that tags do not tell apart."""
        k, f, gap, last = t.k, t.f, t.gap, t.last
        t.role, t.direction, trigger, self.behind[k] = cl.role_of(shown(gap), t.after, f.shape)
        if trigger >= 0:
            if "~" in gap:
                trigger = [p for p, tag in enumerate(gap) if tag != "~"][trigger]
            self.triggers[k] = t.begin + trigger
        if (
            t.role == cl.EARLIER
            and f.shape == "R"
            and last is not None
            and last.shape == "N"
            and _ON_BASE.search(gap)
        ):
            t.role, t.direction = cl.CHANGE, f.direction  # "3.2 million tonnes (year on year: |+5%)"
        if self.roles[-1:] == [MARK] and 0 <= self.triggers[k] < self.it.figures[k - 1] and gap.endswith("b"):
            t.role, self.triggers[k] = cl.LEVEL, -1  # "below the 3.65 trillion expected by | 22 analysts"
        if t.role == cl.FROM and _RANGES.search(self.low, self.s.start, f.outer_start):
            t.role = cl.LEVEL  # "use ranges from 124 litres in the north to 168 in the south"
            self.ranging = f
        elif last is self.ranging and last is not None and gap.endswith("t") and f.unit is None:
            f.unit, f.shape, f.unit_status = last.unit, last.shape, "inherited"
        stated = t.role == cl.LEVEL or (t.role == cl.AGAIN and gap.endswith("1"))
        if stated and (apart := self._apart(f, t.at, gap, last) or self._more_a_year(f, t.at)):
            t.role, t.direction, self.behind[k] = cl.CHANGE, apart, True
        improved = t.role == cl.CHANGE and self.behind[k] and _AN_INCREASE.match(t.after) is not None
        t.asked = f.shape == "R" and _OPENS_CLAUSE.search(gap) is not None and self._answers(t.at)
        if improved or t.asked:  # "41% an improvement", of those asked
            t.role, t.direction, self.behind[k] = cl.SHARE, None, False

    def _by_subject(self, t: Turn) -> None:
        """Whether the figure is of another subject than the figure before."""
        k, gap, last = t.k, t.gap, t.last
        passed, self.passed = self.passed, None
        if passed is not None and t.role == cl.LEVEL and t.f.shape == "N" and _IS.search(gap):
            t.role = cl.TO  # "sales, which rose 3%, were £4 million"
        t.fresh = t.asked or (passed is None and (last is None or cl.is_fresh(shown(gap))))
        if t.role == cl.CHANGE:
            if self.behind[k] and gap.endswith(("A", "Ap")) and _MORE_OF.match(t.after):
                t.fresh = True
            others = _THERE_WERE.search(gap) is not None and t.after[1:2] == "x"
            if self.behind[k] and (others or cl.MORE_WERE.match(t.after)):
                t.fresh = True  # "while 70,000 fewer people were unemployed"
            m = _PRONOUN_OF_PLACE.search(gap)
            if m is not None and self._item_word(t.at - len(gap) + m.start()) == "where":
                t.fresh = True  # "dragged down by aircraft, where they plunged | 25%"
            if last is not None and self.opens_earlier_clause(k, dated=_DATED.match(t.after) is not None):
                t.fresh = True
        if last is not self.figures[0]:
            return
        if t.last_role == cl.LEVEL and self.gaps[0] in ("n", "5") and _FRONTED.match(gap):
            t.fresh = False  # "At 7,340, bankruptcies were 4% fewer"
        if t.role == cl.CHANGE and self.behind[k] and self.gaps[0] == "5" and _HANDLED_MORE.match(t.after):
            t.fresh = t.fresh and not re.fullmatch(
                r"x{0,3},[eE]?x+A", gap
            )  # "With 12 million guests, it had 6% more than"
        if t.role == cl.CHANGE and self.behind[k] and _SUBJECT_IS.fullmatch(gap):
            t.fresh = False  # "The inflow of 184,000 immigrants was 12% below that of the year before"

    def _by_clause(self, t: Turn) -> None:
        """A level of before, told by its verb: "which had stood at", "having been"."""
        if t.role != cl.LEVEL and (t.role != cl.SHARE or self.aside is None):
            return
        had_stood = self.aside is not None and _HAD_STOOD.search(t.gap) is not None
        alike = t.last is not None and t.last.shape == t.f.shape
        # "was 12.4 billion, having been | 11.9 billion in April"
        if t.k == 0 and _HAD_BEEN.fullmatch(t.gap) and self._item_word(t.at - 2) == "had":
            had_stood = True  # "The year before, there had been | 980,000"
        if t.k == 0 and t.gap[-1:] in (",", "n") and _SINCE_MOVED.match(self.tags, t.at + 1):
            had_stood = True  # "Membership, | 120,000 in 2010, has since doubled to 240,000"
        if had_stood or (alike and _HAVING_BEEN.search(self.low, self.s.start, t.f.outer_start)):
            t.role = cl.EARLIER

    def _by_figures_before(self, t: Turn) -> None:
        """What goes on with the figures before, and percentages that a bracket, a sign or a list explain."""
        f, gap, last = t.f, t.gap, t.last
        if last is not None and self.group is not None:
            t.role = self._continued(t)
        inside = self._in_bracket(gap) if f.shape == "R" and t.role == cl.LEVEL else None
        if inside is not None:
            t.role, t.direction, t.fresh = cl.CHANGE, inside, True
        t.fresh = t.fresh or (_OF_A_NOUN.search(gap) is not None and not _THE_GREATEST.fullmatch(gap))
        if t.role in (cl.LEVEL, cl.AGAIN) and self._is_signed_change(f, gap, t.after, t.fresh):
            t.role = cl.CHANGE
        if t.role == cl.PART and f.shape == "R" and _FOR_ANOTHER.fullmatch(gap) and t.last_role == cl.SHARE:
            t.role = cl.SHARE  # "accounted for 69% of the total, universities for | 24%"
        if t.role == cl.PART and gap[:1] == "w" and last is not None and last.shape == "R" and f.shape == "N":
            t.role = cl.LEVEL  # "58% of these | were under 35": what points back opens no list
        if t.role == cl.PART and self.parts.names_whole(t.k, gap, t.after):
            t.role = cl.LEVEL
        elided = t.role == cl.SHARE and _AN_INCREASE.match(t.after)  # "22% reported a rise, | 31% a drop"
        of_so_many = t.role == cl.SHARE and t.after == "o" and self.tags[t.at + 2 :][:1] == "N"
        if f.shape == "R" and (t.role == cl.LEVEL or t.asked or elided or of_so_many):
            fronted = self.parts.fronted
            if t.k == 0 and t.role == cl.LEVEL and _OF_ALL.fullmatch(gap):
                t.role = cl.SHARE
            if fronted is not None and _LISTED.search(gap):
                t.role = cl.SHARE
                f.link("share_of", fronted, "of_the_n")
        if t.role in (cl.LEVEL, cl.AGAIN) and f.shape in "RP" and (told := self._of_a_rate(t)):
            t.role, t.direction = cl.CHANGE, told
        if t.role == cl.LEVEL and _AND_BY.search(gap):
            moved = [x for x in self.figures[: t.k] if x.kind in ("change_rate", "points")]
            if alike := [x for x in moved if x.shape == f.shape]:  # ", and by as much as 35 percent in"
                t.role, t.direction = cl.CHANGE, alike[-1].direction
                t.fresh = (
                    _THEN_BY.fullmatch(gap) is None
                )  # "in the first quarter and by | 1.1 points on the year"

    def _of_a_rate(self, t: Turn) -> str | None:
        """The direction told of a rate alone: ", off | 5.2%", "a loss of | four points", "a | 5% boost"."""
        lex, gap = self.lex, t.gap
        if gap.endswith((",6", "v6")):
            return lex.particles.get(self._item_word(t.at - 1))
        if _A_NOUN_OF.search(gap):
            return lex.rate_nouns.get(self._item_word(t.at - 2))
        behind = t.after[:1] in tuple("x23udA") and gap.endswith("e")
        if behind and (told := lex.rate_nouns.get(self._item_word(t.at + 1))):
            self.behind[t.k] = True
            return told
        if _SIGNED_TO.search(gap) and self.low.startswith("+", t.f.start):
            return "up"  # "Steel output: | +5% to 3.2 million"
        if _OBJECT.search(gap) and _AFTER_RATE.match(t.after):
            verb = max(gap.rfind(x) for x in "23ud")
            return "up" if gap[verb] in "2u" else "down"  # "increased its output | 5%"
        if t.last_role == cl.CHANGE and gap == ",e" and self._is_annual_rate(t.f):
            return (
                t.last.direction if t.last is not None else None
            )  # "grew $17.5bn, a | 5.2% annual rate, to"
        if self._on_average(t.f):  # "rose by 40% to 2.1 million, an average of | 7% a year"
            moved = self._moved("change_rate", "average_rate")
            return moved[-1].direction if moved else None
        if t.last_role == cl.TO and _THEN_BY_RATE.fullmatch(gap):
            led = self.triggers[t.k - 1]  # "rose to 3.2 million, by | 5%"
            return {"u": "up", "d": "down"}.get(self.tags[led]) if led >= 0 else None
        return None

    def _of_which_subject(self, t: Turn) -> None:
        """Whether a change, or the level that it leads to, is of the subject before or of one of its own."""
        k, gap = t.k, t.gap
        if t.role == cl.TO:
            t.fresh = t.fresh and not self._closes_front(gap)
            if self._moves_another(t):
                self.group = None
            return
        t.fresh = t.fresh or self._of_its_own(k, gap) or _AGAINST_A_CHANGE.search(gap) is not None
        if (_THE_RISE.search(gap) and not self._is_of_others(t)) or (
            _THE_TOTAL.search(gap) and self._points_back(t)
        ):
            t.fresh = False  # "…; in constant prices the rise was 2.9%"
        before = self.low[max(self.s.start, t.f.outer_start - _WORDS_BEFORE) : t.f.outer_start]
        if self.behind[k] and _HELD_AGAINST.search(before):
            t.fresh = True  # "well above the | 3.7% growth of the economy"
        if _FIRST_OF_A_LIST.search(gap):
            t.fresh = True  # "foreigners increased by 4.4%: Americans (|+11.6%, to 1.1 million), Chinese"
        if self.behind[k] and "z" in gap and _OF_ITS_OWN.match(t.after):
            t.fresh = True  # "as a | 0.3% decline in crop receipts was offset"
        if _A_FIGURE_THAT.search(self.low, self.s.start, t.f.outer_start):
            t.fresh = False  # "a figure that has grown by | 12% since 2012"
        if gap.endswith("ex") and _A_FIGURE.search(before):
            t.fresh = False  # "912 euros in May, a figure | 4.4% above that of 2017"
        if not t.fresh and _AFTER_THE_LIST.search(gap):
            self.group = self.parts.back_to_whole(self.group)

    def _is_of_others(self, t: Turn) -> bool:
        """ "; among the young, the drop was | 12 points": of others, unless only prices are told."""
        begin = t.at - len(t.gap)
        prices = any(begin <= position < t.at for position, _ in self.it.prices)
        return not prices and _AMONG_OTHERS.search(t.gap) is not None

    def _moves_another(self, t: Turn) -> bool:
        """ "A 12% jump in bookings lifted revenue to | 2.1 billion": what changed is named, and another."""
        m = _LIFTED.fullmatch(t.gap)
        if m is None or t.last_role != cl.CHANGE:
            return False
        first = t.at - len(t.gap)
        own = range(first + m.start("own"), first + m.end("own"))
        moved = {self._item_word(j) for j in range(first + m.start("object"), first + m.end("object"))}
        return moved.isdisjoint(self._item_word(j) for j in own)

    def _points_back(self, t: Turn) -> bool:
        """ "…, 87 of them in homes; the total was | 12% lower": of the first level of the sentence."""
        noun = t.at - len(t.gap) + t.gap.rindex("x")
        first = self.groups[0] if self.groups else None
        if self._item_word(noun) not in self.lex.pointers or first is None or first.level is None:
            return False
        self.group = first
        return True

    def _no_change_after_all(self, t: Turn) -> None:
        """ "a $4.0 million gain", "less a 2% discount", "fell below 400 million": levels."""
        k, f, gap = t.k, t.f, t.gap
        if self.behind[k] and f.shape == "N" and self._is_gain(t.at):
            t.role = cl.LEVEL
        elif self.triggers[k] >= 0 and self._is_no_change(f, self.triggers[k], gap):
            t.role, self.triggers[k] = cl.LEVEL, -1
        elif self._bounded(f):
            t.role = cl.TO

    def _by_whole(self, t: Turn) -> None:
        """What is said of a whole, or said again; and what was gained or lost."""
        k, f, gap, last = t.k, t.f, t.gap, t.last
        if t.role == cl.PART and gap.startswith("w") and last is not None and self.parts.pointed(last):
            t.role = cl.LEVEL  # "83% of them with fewer than | 50 staff"
        if t.role == cl.SHARE and last is not None and last.shape == "N" and _A_SHARE_OF.search(gap):
            t.role = cl.AGAIN  # "8,300 of the 11,900 wells, a share of | 70%"
        if t.role == cl.AGAIN:
            t.role = self._again(k, f, last, t.last_role)
        if t.role == cl.LEVEL and t.last_role in (cl.LEVEL, cl.TO) and self._is_extra(f, gap, t.at, last):
            t.role, t.direction, t.fresh = cl.CHANGE, "up", False
        if t.role == cl.LEVEL and f.shape == "N":
            gained = gap[-1:] in ("2", "3")
            gained = gained and (
                self.tags[t.at + 1 : t.at + 3] == "tN" or _SAID_AGAIN.match(self.tags, t.at + 1) is not None
            )
            if gained or self._is_added(f, gap):  # "gained $2.50 | to $75.55", "added 42,000 jobs"
                verb = len(gap.rstrip("e")) - 1
                t.role, t.direction = cl.CHANGE, "up" if gap[verb] == "2" else "down"
                self.triggers[k] = t.begin + verb
