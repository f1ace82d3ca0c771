"""The measure of each figure of a sentence: from its own words, else from the figure that it belongs with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.prose.dimension import same_dimension
from ingest.prose.en import clauses as cl
from ingest.prose.en.change_labels import ChangeLabels
from ingest.prose.en.level_labels import LevelLabels
from ingest.prose.en.marks import MARK
from ingest.prose.en.no_names import NoNames
from ingest.prose.figure import Figure
from ingest.prose.regex import regex

if TYPE_CHECKING:
    from ingest.prose.en.walk import Walk

Span = tuple[int, int]
_AND_MORE = regex(r"&(?:[SmH]*Ax?)?\Z")  # "and | 500 left", "and plans to hire another | 150"
_ELSEWHERE = regex(r"[,;&z](?P<place>n)[eE]?[xo]{1,5}\Z")
_SLOWED = regex(r"[eE]?[xon]+H?[vudA](?=[^k]*[:;,&z]k)")
_PRONOUN = regex(r"(?:\A|,)k[HSm]?[vud]")
_THEY_WERE = regex(r"k[HSm]?vt?\Z")
_IT_WAS = regex(r"kv[tn]?e?")
_SHARE = regex(r"\b(?:share|proportion)\b(?! (?:price|capital|index|issue))")
_FIGURE = "figure"  # it points to what was said
_THIS = frozenset({"this", "that", "these", "those"})
_STEM = 5  # letters that "export growth" shares with "exports"
_PERSONS = frozenset({"i", "we", "you", "he", "she"})
_RECURRING = frozenset({"daily", "monthly", "weekly", "quarterly", "hourly"})


class Labels(NoNames, ChangeLabels, LevelLabels):
    """Names what the figures of one sentence measure."""

    def __init__(self, walk: Walk) -> None:
        self.walk, self.it, self.m = walk, walk.it, walk.g.measures
        self.figures, self.tags = walk.figures, walk.tags
        self.objects = []
        # the first figure that is no length of time and no rank
        self.first = next((k for k, f in enumerate(self.figures) if f.shape not in "DK"), -1)

    def assign(self) -> None:
        """Fill noun and measure of every figure."""
        for k, at in enumerate(self.it.figures):
            self._count_noun(k, at, self.figures[k])
        subject: Span | None = None
        for k, at in enumerate(self.it.figures):
            f = self.figures[k]
            if f.shape == "D" or f.measure is not None or self.walk.roles[k] == cl.TOTAL:
                if f.measure is not None and f.measure != f.noun and not self._shut_in(k, at):
                    subject = f.measure  # "the flock thinned to 70 million head, from | 180 million"
                continue
            found = self._own_measure(k, at, f)
            if found is None:
                counted = self._counted_before(k, f)
                did = counted is not None and (
                    "A" in self.walk.gaps[k] or self.walk.afters[k][:1] in ("A", "v")
                )
                found = self._elided(k, f, counted if did else subject or counted)
                if subject is None and "k" in self.walk.gaps[k] and "elided_subject" in f.flags:
                    subject = found  # "It stood at 41%, and is to peak at | 44%"
            elif not self._shut_in(k, at):
                subject = found
            f.measure = found
        self._of_linked()
        for f in self.figures:
            self._mend(f)
        first = self.figures[self.first] if self.first >= 0 else None
        if first is not None and first.measure is not None:
            memory = self.walk.memory
            memory.measure_before = memory.last_measure
            memory.last_measure, memory.last_measured = first.measure, first

    def _count_noun(self, k: int, at: int, f: Figure) -> None:
        """Find what a figure counts: "5,739 | makers' spaces"; the noun, or what it is a unit of."""
        if f.shape in "DK" or self.walk.roles[k] == MARK:
            return
        if f.shape == "N" and (f.unit is None or f.unit == "count") and f.noun is None:
            f.noun = self.m.counted(self.it, at)
        if f.noun is None:
            return
        f.measure = self._reached(k, at) or self._headed(at)
        if f.measure is None and k and self._they_changed(k):
            f.measure = self.walk.memory.last_measure
        if self._text(f.noun) not in self.walk.lex.unit_nouns or k == self.first:
            f.measure = f.measure or f.noun  # "…, or 52% of sales, and 3,000 | units": of what was spoken of

    def _they_changed(self, k: int) -> bool:
        """ "They rose by 3%, to | 9.2 million bags": what was spoken of rose, bags are its unit."""
        verb = self.walk.triggers[k - 1]
        before = self.walk.memory.last_measured
        return (
            self.walk.roles[k] == cl.TO
            and self.walk.roles[k - 1] == cl.CHANGE
            and verb > 0
            and self.tags[verb - 1] == "k"
            and self.m.word(self.it, verb - 1) not in _PERSONS
            and before is not None
            and before.noun is not None
        )

    def _counted_before(self, k: int, f: Figure) -> Span | None:
        """What the figure before counts, for a bare number: "61,200 people came and | 37,500 left"."""
        goes_on = k > 0 and f.unit is None and not f.scaled and _AND_MORE.search(self.walk.gaps[k])
        return self.figures[k - 1].noun if goes_on else None

    def _own_measure(self, k: int, at: int, f: Figure) -> Span | None:
        """What the words around a figure name, None where they name nothing."""
        is_mark = self.walk.roles[k] == MARK
        found = self.walk.marks.measure_of(k) if is_mark else self._measure_of(k, at, f)
        if k == 0 and _IT_WAS.fullmatch(self.walk.gaps[0]) and self._pronoun(0):
            return None  # "It was 5.1 tonnes in the south"
        if found is not None and self._names_nothing(found):
            return None  # "analysts had forecast 405 million": of what was spoken of
        return found

    def _elided(self, k: int, f: Figure, subject: Span | None) -> Span | None:
        """The measure of what a figure belongs with, of the figure before, or of the sentence before."""
        found = self._partner_measure(f)
        if found is not None or self._two_things(k) or self._is_of_those(k):
            return found  # "760 flights with 110,000 people; 145 of the 837 planned": of either
        if subject is not None and (f.shape in "NR" or f.kind == "contribution"):
            found = self._elsewhere(k, subject)
        elif self._pronoun(k):
            found = self._said_here(k)
            if found is None and not self._is_of_clause(k):
                found = self.walk.memory.last_measure
        if found is not None:
            f.flags.add("elided_subject")
        return found

    def _is_of_those(self, k: int) -> bool:
        """True for "61% | of those polled", who are not what was spoken of."""
        behind = self.it.figures[k] + 2
        of_those = self.walk.low.startswith(" of those ", self.figures[k].end)
        return of_those and self.tags[behind : behind + 1] in ("A", "x")

    def _said_here(self, k: int) -> Span | None:
        """What a pronoun points to in the sentence itself: "exports slowed: they fell by | 3%"."""
        gap = self.walk.gaps[k]
        m = _SLOWED.match(gap)
        return self.m.subject(self.it, self.it.figures[k] - len(gap) + m.end() - 1) if m is not None else None

    def _is_of_clause(self, k: int) -> bool:
        """True for a pronoun behind a clause of its own sentence, of whose subject it may be.

        "In 2019 the value did not meet the hurdle, while in 2018 it grew by | 21%"; not "he said it grew".
        """
        gap, begin = self.walk.gaps[k], self.it.figures[k] - len(self.walk.gaps[k])
        first = gap.find("k")
        head = max((gap.rfind(mark, 0, first) for mark in ",;:z&"), default=-1)
        for j in range(max(head, 0)):
            if gap[j] in "vudA23H" or self.m.acts(self.it, begin + j):
                return j > 0 and self.m.word(self.it, begin + j) not in self.walk.lex.telling
        return False

    def _elsewhere(self, k: int, subject: Span) -> Span:
        """The subject without its place where the figure has another: "in the north | 210" of prices."""
        m = _ELSEWHERE.search(self.walk.gaps[k])
        if m is None:
            return subject
        word = self.m.word(self.it, self.it.figures[k] - len(self.walk.gaps[k]) + m.start("place"))
        end = self.walk.low.rfind(f" {word} ", *subject)
        return (subject[0], end) if end > 0 else subject

    def _has_own_noun(self, k: int, level: Figure) -> bool:
        """ "Deals were worth $4 billion and revenue growth was | 3%": growth of what its own noun names."""
        f, trigger = self.figures[k], self.walk.triggers[k]
        if f.measure is None or level.measure is None or level.start > f.start or "elided_subject" in f.flags:
            return False
        if trigger < 2 or self.tags[trigger] not in "ij" or self.it.ends[trigger - 1] != f.measure[1]:
            return False
        first = self.it.starts.index(f.measure[0])
        led = self.tags[first - 1] in "eEn5" and self.m.word(self.it, first - 1) not in _THIS
        if not led and not self.m.foretells(self.it, first - 1):
            return False  # "which means growth of 3%", "this means growth of 3%"
        said = {word[:_STEM] for word in self._text(level.measure).split()}
        return said.isdisjoint(word[:_STEM] for word in self._text(f.measure).split())

    def _of_linked(self) -> None:
        """A change is of what its level measures, a part of N of M is counted in what the whole counts.

        A level of its own, at which a verb sets something else, is not what the subject changed to:
        "claims fell by 18,000, bringing the rate to 6.4 percent".
        """
        for k, f in enumerate(self.figures):
            f.links[:] = [
                x
                for x in f.links
                if not (x[0] == "growth_of" and (self._is_another(f, x[1]) or self._has_own_noun(k, x[1])))
            ]
        for f in self.figures:
            for role, target, *_ in f.links:
                if role in ("growth_of", "growth_from") and target.measure is not None:
                    if (
                        f.noun is not None
                        and self._text(target.measure).split()[-1] in self.walk.lex.pointers
                    ):
                        target.measure = (
                            f.measure
                        )  # "added 5 million users, taking its total to | 41 million"
                    f.measure = target.measure
                    f.flags.discard("elided_subject")
                    break
        for k, f in enumerate(self.figures):
            if self.tags[self.it.figures[k] - 1] == "a":
                continue  # "women made up | 38 of the 150 deputies"
            for role, target, rule, *_ in f.links:
                if role == "part_of" and rule in ("n_of_m", "n_of_them") and target.measure is not None:
                    f.measure = target.measure
        for k, f in enumerate(self.figures[1:], 1):
            share = self.figures[k - 1]
            if self.walk.gaps[k].endswith("<") and ("expresses", f) in [x[:2] for x in share.links]:
                f.measure = share.measure  # "debt was 58.6% of GDP (| 214.3 billion)"

    def _is_another(self, change: Figure, level: Figure) -> bool:
        """True for a level behind a change that has an object of its own, which points to nothing said."""
        if not any(level is x for x in self.objects) or change.measure is None or level.measure is None:
            return False
        head, changed = self._text(level.measure).split()[-1], self._text(change.measure).split()
        return level.start > change.end and head not in changed and head not in self.walk.lex.pointers

    def _mend(self, f: Figure) -> None:
        """Drop a measure that is none, and take from the measure what it tells of its figure."""
        if f.measure is None:
            return
        measure = self._text(f.measure)
        if f.kind == "level" and f.shape == "R" and _SHARE.search(measure):
            f.kind = "share"  # "the share of renewables rose from 14.6% to 19.3%"
        if not _RECURRING.isdisjoint(measure.split()):
            f.flags.add("per_period")

    def _shut_in(self, k: int, at: int) -> bool:
        """True for the last figure of a bracket, whose subject names nothing behind it."""
        closed = self.tags.find(">", at)
        following = self.it.figures[k + 1] if k + 1 < len(self.figures) else len(self.tags)
        return 0 < closed < following and self.tags.rfind("<", 0, at) > self.tags.rfind(">", 0, at)

    def _two_things(self, k: int) -> bool:
        """True for a bare number behind a semicolon where two things were counted before."""
        if k < 2 or self.figures[k].shape != "N" or self.figures[k].unit is not None:
            return False
        said = [j for j in range(k) if self.figures[j].noun is not None]
        counted = {self.walk.low[slice(*f.noun)] for f in self.figures[:k] if f.noun is not None}
        if len(counted) < 2:
            return False
        between = self.tags[self.it.figures[said[-1]] : self.it.figures[k]]
        return ";" in between and "k" not in between

    def _pronoun(self, k: int) -> bool:
        gap = self.walk.gaps[k]
        if k and _PRONOUN.search(gap) is None:
            return (
                False  # behind a length of time: "over the past 12 months, they have risen by | 4.2 percent"
            )
        if k != self.first or not (
            "k" in gap or "x" not in gap or self.m.word(self.it, gap.index("x")) == _FIGURE
        ):
            return False
        if "k" in gap and self.m.word(self.it, self.it.figures[k] - len(gap) + gap.index("k")) in _PERSONS:
            return False  # "We pay interest at | 2.75%": of nothing that was measured
        f, before = self.figures[k], self.walk.memory.last_measured
        if "k" not in gap and f.shape == "R" and before is not None and before.shape == "R":
            return (
                before.kind == "share"
            )  # "The mean rise is 3%. Only | 8% thought of cuts": of something else
        if "k" not in gap and before is not None and "/" in (before.unit or ""):
            return False  # "Milk was 73 cents a litre. | Six in ten are confident"
        if before is None or f.shape != "N":
            return True
        if f.unit is None and f.scaled and before.shape == "N":  # "The figure in 2012 was 165.2 million"
            f.unit, f.unit_status = before.unit, "inherited"
        if before.kind == "change_rate" and _THEY_WERE.search(gap):
            return True  # "Exports fell 3%. They came to | €5 billion."
        return before.shape == "N" and same_dimension(
            f.unit, before.unit
        )  # "It lost $14 million": no load factor

    def _measure_of(self, k: int, at: int, f: Figure) -> Span | None:
        """The measure that the words around figure k name, by its role."""
        role, gap = self.walk.roles[k], self.walk.gaps[k]
        if role == cl.CHANGE:
            return self._of_change(k, at, f, gap)
        if role in (cl.EARLIER, cl.FROM):
            return self._of_earlier(k, at, gap)
        if found := self._of_part(k, at, f):
            return found
        if any(rule == "of_this" for _, _, rule, *_ in f.links):
            verb = self._last(gap, at - len(gap), "avud23AC")
            return self.m.subject(self.it, verb) if verb >= 0 else self.m.listed(self.it, at)
        if found := self._of_share_apart(k, at, f):
            return found
        if role == cl.SHARE or (f.kind == "share" and role == cl.TO):
            return self._of_share(k, at, f)
        return self._of_level(k, at, f)
