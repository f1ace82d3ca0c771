"""Which figure behind a change is the level that it led to: "12.3% | to $4.5 billion", "left at | 2.2"."""

from __future__ import annotations

import re

from ingest.prose.en import clauses as cl
from ingest.prose.en.before import Before
from ingest.prose.en.clauses import Group
from ingest.prose.en.turn import Turn
from ingest.prose.figure import Figure
from ingest.prose.regex import regex

_PLAIN_TO = regex(
    r"[ij]?[pq]?g?[<>,]?(?:fY|nex{1,2}tY|bx(?=,))?(?:[BYneOxoz]|c(?=e?(?:x{1,3}o)?Y)){0,9},?(te?[xT]{1,3}[o8]|tex{1,2}|t[ev]?|t?vt?|,?&?H?v[nt]?|,&?v|,Zv[nt]?)e?"
)
_CLOSED_AT = regex(r"[,>]?[BYneEOxopqcg]{0,9},?(?:t[xAv]|&[Av])?(?P<at>n)(?:ex{1,2}o?)?")
_PARTICIPLE = regex(r"[^;&<>]*,(?P<verb>v)e?")
_AS_MANY = regex(r"[^;ud]*[BY],?(?::|,1)|z?x{1,4},")
_TOOK_TO = regex(r"[ij]?,?[A23][eE]?[xo]{1,6}t")  # "an increase of 9% took the number of tourists to"
_TAKING_TO = regex(r"x{0,3}(?:[nO]?e?[BY])*,?[A23][eE]?(?P<noun>x{1,3})(?:[no][eE]?x{1,3})?t[v]?e?")
_FRONT_CHANGE = regex(r"[pq]b?|[z65]?[ud]b?|[z65]e?x{0,2}[ij]x{0,2}o")
_FRONT_CLAUSE = regex(r"z[eE]?(?P<subject>x+(?:[no][eE]?x+)*)H?[ud]b?e?")
_MAIN_CLAUSE = regex(r"(?:[nO]?e?[BY])?,[eE]?(?P<subject>x+(?:[no][eE]?x+)*)v[nt]?e?")
_THEN_LEVEL = regex(r"(?:O?e?[BY])?,[eE]?x+(?:[on]e?x+)*(?:v[nt]?|H?[ud](?:[BY]|nY)*t)e?")


class LedTo(Before):
    """The part of the walk that finds the level to which a change led."""

    figures: list[Figure]
    roles: list[str]
    gaps: list[str]

    def _is_led_to(self, t: Turn, group: Group) -> bool:
        """True where the change before it, or the level that it came from, led to this level."""
        f, gap = t.f, t.gap
        if group.level is not None or t.last_role not in (cl.CHANGE, cl.FROM):
            return False
        if f.shape != "P" and _PLAIN_TO.fullmatch(gap):
            return not self._is_of_another(t)
        if t.last_role == cl.FROM:
            return gap.endswith("t")
        if f.shape != "P" and (_TOOK_TO.fullmatch(gap) or self._takes_total_to(t)):
            return True
        if f.shape != "N":
            return False
        if t.last is not None and t.last.shape == "M" and _AS_MANY.fullmatch(gap):
            return True  # "twice as many tourists came as in 2016: | 2.1 million"
        return self._closed_at(gap, t.at) or self._reaching(gap, t.at) or self._left_at(gap, t.at)

    def _takes_total_to(self, t: Turn) -> bool:
        """ "added 4.6 million subscribers in May, taking its total to | 241 million"."""
        m = _TAKING_TO.fullmatch(t.gap)
        if m is None or t.f.shape != "N":
            return False
        nouns = range(t.begin + m.start("noun"), t.begin + m.end("noun"))
        return any(self._item_word(j) in self.lex.pointers for j in nouns)

    def _is_of_another(self, t: Turn) -> bool:
        """ "After prices rose 5%, output came to | 3.2 million": the clause in front has its own subject."""
        front, main = _FRONT_CLAUSE.fullmatch(self.gaps[0]), _MAIN_CLAUSE.fullmatch(t.gap)
        if t.k != 1 or front is None or main is None:
            return False
        begin = t.at - len(t.gap)
        moved = {self._item_word(j) for j in range(front.start("subject"), front.end("subject"))}
        said = {self._item_word(begin + j) for j in range(main.start("subject"), main.end("subject"))}
        return moved.isdisjoint(said) and self.lex.pointers.isdisjoint(said)

    def _closes_front(self, gap: str) -> bool:
        """ "Up 3.9% on the year, bankruptcies totalled | 4,780", "After a rise of 5.1%, they were | 640"."""
        if len(self.roles) != 1 or not _FRONT_CHANGE.fullmatch(self.gaps[0]):
            return False
        return _THEN_LEVEL.fullmatch(gap) is not None

    def _left_at(self, gap: str, at: int) -> bool:
        """ "a drop of 4% left exports at | 2.2 billion"."""
        return re.fullmatch(r"[ij]?,?A[eE]?[xo]{1,6}n", gap) is not None and self._item_word(at - 1) == "at"

    def _reaching(self, gap: str, at: int) -> bool:
        """ "was 1.9 times as high as in 2008, | reaching 1,116 bn": a participle goes on with the subject."""
        m = _PARTICIPLE.fullmatch(gap)
        verb = at - len(gap) + m.start("verb") if m is not None else -1
        return m is not None and self.g.low[self.it.starts[verb] : self.it.ends[verb]].endswith("ing")

    def _closed_at(self, gap: str, at: int) -> bool:
        """ "lost 84 cents to settle | at 61.57", "3.8% higher than a year ago, | at an average of 912"."""
        m = _CLOSED_AT.fullmatch(gap)
        if m is None:
            return False
        item = at - len(gap) + m.start("at")
        return self.g.low[self.it.starts[item] : self.it.ends[item]] == "at"
