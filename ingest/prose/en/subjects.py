"""The words of a clause that name a measure: its subject, its label, what tells a part from its whole."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ingest.prose.en import clauses as cl
from ingest.prose.en.items import Items
from ingest.prose.en.measures import Measures
from ingest.prose.en.noun_phrases import Span
from ingest.prose.figure import Figure
from ingest.prose.regex import regex

if TYPE_CHECKING:
    from ingest.prose.en.walk import Walk


_COMPARING = frozenset({"compared_with", "growth_of", "growth_from"})
_SHARING = _COMPARING | {"part_of", "conversion_of", "expresses"}
BE = frozenset(["is", "are", "was", "were", "be", "been", "being"])

_BECAME = regex(r"xt[eE]?\Z")
_AS_TOLD = regex(r",[eE]?x{1,4}(?P<verb>A),\Z")
_NO_NOUN = regex(r"[a-z]+(?:ed|ing|able)|prior|due|subject|still|yet|used")  # "$13.9 million is | related to"


class Subjects:
    """The part of the labels that looks at the clause around a figure."""

    walk: Walk
    figures: list[Figure]
    it: Items
    m: Measures
    tags: str

    def _reached(self, k: int, at: int) -> Span | None:
        """ "Coffee production amounted to 13.5 million bags": the subject is measured, bags are its unit."""
        gap = self.walk.gaps[k]
        verb = self._last(gap, at - len(gap), "vudAH")
        if verb < 0 and k and self.walk.roles[k] == cl.TO and self.walk.roles[k - 1] == cl.CHANGE:
            verb = self.walk.triggers[k - 1]  # "sales advanced 19% to 38,200 units"
            if verb < 0:  # "…, personnel by 3.0% to 1.5 million posts"
                return self.m.listed(self.it, self.it.figures[k - 1])
            if self.tags[verb] not in "udpq":
                return None
            return self.m.phrase_before(self.it, verb) or self._subject_of_clause(verb)
        if _BECAME.search(gap) is not None and self.m.acts(self.it, at - 2):
            return self.m.phrase_before(self.it, at - 1)  # "the flock has thinned to 70 million head"
        grew = verb >= 0 and self.walk.roles[k] == cl.CHANGE and self.tags[verb + 1 : at] in ("b", "be")
        if grew and self.it.tags[verb] in "ud" and self._is_populous(verb):
            return self.m.phrase_before(self.it, verb)  # "the population grew by 390,500 people"
        if verb < 0 or self.it.tags[verb] not in "vud" or at - verb > 2:
            return None
        is_be = self.it.tags[verb] == "v" and self.m.word(self.it, verb) in BE
        if is_be and not self._is_populous(verb) and not self._is_reckoned(k, verb):
            return None
        if self.it.tags[verb] in "ud" and self.walk.roles[k] != cl.TO:
            return None
        if self._is_reached(k, verb):
            return None
        found = self.m.phrase_before(self.it, verb)
        by_persons = (
            found is not None and self.walk.low[found[0] : found[1]].split()[-1] in self.walk.lex.persons
        )
        return None if by_persons else found  # "guests who stayed 8.4 million nights"

    def _is_populous(self, verb: int) -> bool:
        """ "Utopia's population was 25.0 million people", "Deliveries were 1.31 million vehicles": units."""
        found = self.m.phrase_before(self.it, verb)
        head = self.walk.low[found[0] : found[1]].split()[-1] if found is not None else ""
        return head in self.walk.lex.flows or self.walk.lex.subjects.get(head) == "person"

    def _is_reached(self, k: int, verb: int) -> bool:
        """ "The scheme reached 2.4 million farmers": persons who are reached are counted themselves."""
        noun, word = self.figures[k].noun, self.m.word(self.it, verb)
        if noun is None or not word.startswith("reach") or self._is_populous(verb):
            return False
        return self._text(noun).split()[-1] in self.walk.lex.persons

    def _is_reckoned(self, k: int, verb: int) -> bool:
        """ "The average stay was 7.4 nights": one thing told in many is measured in them."""
        noun = self.figures[k].noun
        if noun is None or self.m.word(self.it, verb) not in ("is", "was"):
            return False
        last = self._text(noun).split()[-1]
        return last in self.walk.lex.persons or (last.endswith("s") and not last.endswith("ss"))

    def _subject_of_clause(self, participle: int) -> Span | None:
        """The subject of the clause that a participle behind a comma goes on with."""
        said = _AS_TOLD.search(self.tags, 0, participle)
        if said is not None and self.m.word(self.it, said.start("verb")) in self.walk.lex.telling:
            participle = said.start() + 1  # ", industry data showed, | climbing 3%"
        start = max(self.tags.rfind(mark, 0, participle) for mark in ";z")
        verbs = [j for j in range(start + 1, participle) if self.tags[j] in "vudAH23"]
        if len(verbs) > 1 and self.m.is_described_by(self.it, verbs[0]):
            verbs.pop(0)  # "wages paid in the north outpaced others, | rising 3.8%"
        verb = verbs[0] if verbs else -1
        clear = verb >= 0 and not re.search(r"[,&]", self.tags[verb : participle - 1])
        return self.m.subject(self.it, verb) if clear else None

    def _headed(self, at: int) -> Span | None:
        """ "Average length of stay: 2.6 nights": the label is measured, nights are its unit."""
        head = self.tags[:at].rpartition(";")[2]
        return self.m.label(self.it, at) if re.fullmatch(r"[eE]?[xonijs&]+:", head) else None

    def _said_before(self, k: int) -> Span | None:
        """The measure of the figures that lead to this one: "narrowed by 0.4% of GDP | to 2.1%"."""
        group = self.walk.groups[k]
        if group is None or self.walk.triggers[k] >= 0:
            return None
        led = [*group.changes, *([group.earlier] if group.earlier is not None else [])]
        said = [f for f in self.figures[:k] if f.measure is not None and f in led]
        return said[-1].measure if said else None

    def _part_phrase(self, at: int) -> Span | None:
        """ "came from social sectors": what tells the part from its whole."""
        j, n = at + 1, len(self.it.tags)
        if self.it.tags[j : j + 1] == ["A"] and (j + 1 == n or self.it.tags[j + 1] in ",;:&>"):
            return self.m.trim(self.it.starts[j], self.it.ends[j])  # "and 150,000 | paid"
        while j < n and self.it.tags[j] in "vAHk":
            j += 1
        while j < n and self.it.tags[j] in "nfOb" and self.it.tags[j + 1 : j + 2] in (["x"], ["e"], ["E"]):
            j += 1  # "€33 billion | for upkeep"
        end = j
        if end < n and self.it.tags[end] in "xeE":
            while end < n and self.it.tags[end] in "xeE":
                end += 1
        else:
            while end < n and self.it.tags[end] in "xfon5eE6tZi":
                end += 1
        if "x" not in self.it.tags[j:end] or (end == j + 1 and _NO_NOUN.fullmatch(self.m.word(self.it, j))):
            return None
        return self.m.trim(self.it.starts[j], self.it.ends[end - 1])

    def _partner_measure(self, f: Figure) -> Span | None:
        """The measure of a figure that this one is linked with."""
        for role, target, *_ in f.links:
            if role in _SHARING and target.measure is not None:
                return target.measure
        for other in self.figures:
            for role, target, *_ in other.links:
                if target is f and other.measure is not None and role in _COMPARING:
                    return other.measure
        return None

    def _text(self, span: Span) -> str:
        return self.walk.g.low[span[0] : span[1]]

    @staticmethod
    def _last(gap: str, begin: int, letters: str) -> int:
        for p in range(len(gap) - 1, -1, -1):
            if gap[p] in letters:
                return begin + p
        return -1
