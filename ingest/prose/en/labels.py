"""The measure of each figure of a sentence: from its own words, else from the figure that it belongs with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ingest.prose.dimension import same_dimension
from ingest.prose.en import clauses as cl
from ingest.prose.en.change_labels import ChangeLabels
from ingest.prose.en.marks import MARK
from ingest.prose.figure import Figure

if TYPE_CHECKING:
    from ingest.prose.en.walk import Walk

Span = tuple[int, int]
_PER_PERIOD = re.compile(r"\s(?:a|per|each|every)\s(?:hour|day|week|month|quarter)\b")
_KEPT = re.compile(r"A[eE]?[xij]{1,4}v?[nO]\Z|A[eE]?x{1,4}v\Z")
_OWN_SUBJECT = re.compile(r"(?:5|;&?|&|,z?)[eE]?(?P<subject>x{1,4})a[eE]?\Z")  # "; machinery made up | 28%"
_OPENS = re.compile(r"[eE]?(?P<subject>x{1,4})[aA23H][eE]?")  # "China bought | 79% of the total"
_IT_WAS = re.compile(r"kv[tn]?e?")
_MAKES_UP = re.compile(r"[eE]?(?P<subject>x{1,4})a[eE]?")  # "Foreigners make up | 12% of the population"
_SHARE = re.compile(r"\b(?:share|proportion)\b(?! (?:price|capital|index|issue))")
_TOOK = re.compile(r"[A23][eE]?[xo]{1,6}Y?t\Z")
_RECURRING = frozenset({"daily", "monthly", "weekly", "quarterly", "hourly"})


class Labels(ChangeLabels):
    """Names what the figures of one sentence measure."""

    def __init__(self, walk: Walk) -> None:
        self.walk, self.it, self.m = walk, walk.it, walk.g.measures
        self.figures, self.tags = walk.figures, walk.tags

    # -- measures --------------------------------------------------------------------------------------------

    def assign(self) -> None:
        for k, at in enumerate(self.it.figures):
            f = self.figures[k]
            if f.shape in "DK" or self.walk.roles[k] == MARK:
                continue
            if f.shape == "N" and (f.unit is None or f.unit == "count") and f.noun is None:
                f.noun = self.m.counted(self.it, at)
            if f.noun is not None:
                reached = self._reached(k, at) or self._headed(at)
                f.measure = reached or f.noun
        subject: tuple[int, int] | None = None
        for k, at in enumerate(self.it.figures):
            f = self.figures[k]
            if f.shape == "D" or f.measure is not None or self.walk.roles[k] == cl.TOTAL:
                continue
            found = (
                self.walk.marks.measure_of(k) if self.walk.roles[k] == MARK else self._measure_of(k, at, f)
            )
            if k == 0 and _IT_WAS.fullmatch(self.walk.gaps[0]) and self._pronoun(0):
                found = None  # "It was 5.1 tonnes in the south"
            if found is not None and (self._foretells(found) or self._is_participle(found)):
                found = None  # "analysts had forecast 405 million": of what was spoken of
            if found is None:
                found = self._partner_measure(k, f)
                if found is None and self._two_things(k):
                    pass  # "760 flights carrying 110,000 passengers; 145 of the 837 planned": of either
                elif found is None and subject is not None and f.shape in "NR":
                    found = subject
                    f.flags.add("elided_subject")
                elif found is None and self.walk.memory.last_measure is not None and self._pronoun(k):
                    found = self.walk.memory.last_measure
                    f.flags.add("elided_subject")
            elif not self._shut_in(k, at):
                subject = found
            f.measure = found
        for f in self.figures:  # a change is of what its level measures
            for role, target, *_ in f.links:
                if role in ("growth_of", "growth_from") and target.measure is not None:
                    f.measure = target.measure
                    f.flags.discard("elided_subject")
                    break
        for f in self.figures:  # a part of N of M is counted in what the whole counts
            for role, target, rule, *_ in f.links:
                if role == "part_of" and rule in ("n_of_m", "n_of_them") and target.measure is not None:
                    f.measure = target.measure
        for f in self.figures:
            self._look_at_words(f)
        if self.figures and self.figures[0].measure is not None:
            self.walk.memory.last_measure = self.figures[0].measure
            self.walk.memory.last_measured = self.figures[0]

    def _look_at_words(self, f: Figure) -> None:
        """What the words of a measure tell: none at all, a share, so many a month."""
        if f.noun is not None and _PER_PERIOD.match(self.walk.low, f.noun[1]):
            f.flags.add("per_period")
        if f.measure is None:
            return
        text = self._text(f.measure)
        entry = self.walk.lex.singles.get(text)
        if entry is not None and entry.status is not None and entry.phrase.endswith("ed"):
            f.measure = None  # "a tax, estimated at $991 million"
            return
        if f.kind == "level" and f.shape == "R" and _SHARE.search(text):
            f.kind = "share"  # "the share of renewables rose from 14.6% to 19.3%"
        if not _RECURRING.isdisjoint(text.split()):
            f.flags.add("per_period")

    def _shut_in(self, k: int, at: int) -> bool:
        """True for the last figure of a bracket, whose subject names nothing behind it."""
        closed = self.tags.find(">", at)
        following = self.it.figures[k + 1] if k + 1 < len(self.figures) else len(self.tags)
        return 0 < closed < following and self.tags.rfind("<", 0, at) > self.tags.rfind(">", 0, at)

    def _two_things(self, k: int) -> bool:
        """True for a bare number behind a semicolon where two things were counted before."""
        said = [j for j in range(k) if self.figures[j].noun is not None]
        counted = {self.walk.low[slice(*f.noun)] for f in self.figures[:k] if f.noun is not None}
        if len(counted) < 2 or self.figures[k].shape != "N" or self.figures[k].unit is not None:
            return False
        between = self.tags[self.it.figures[said[-1]] : self.it.figures[k]]
        return ";" in between and "k" not in between

    def _is_participle(self, span: Span) -> bool:
        """True for "it was later revised to 3.1%", which names nothing; not for "the unemployed"."""
        word, lex = self._text(span), self.walk.lex
        return word.isalpha() and word.endswith("ed") and word not in lex.persons and word not in lex.subjects

    def _foretells(self, span: Span) -> bool:
        words = self.walk.low[span[0] : span[1]].split()
        return words[-1] in self.walk.lex.forecasters

    def _text(self, span: Span) -> str:
        return self.walk.g.low[span[0] : span[1]]

    def _pronoun(self, k: int) -> bool:
        if k or not ("k" in self.walk.gaps[0] or "x" not in self.walk.gaps[0]):
            return False
        f, before = self.figures[0], self.walk.memory.last_measured
        if before is None or f.shape != "N":
            return True
        return before.shape == "N" and same_dimension(
            f.unit, before.unit
        )  # "It lost $14 million": no load factor

    def _partner_measure(self, k: int, f: Figure) -> tuple[int, int] | None:
        for role, target, *_ in f.links:
            if (
                role
                in (
                    "growth_of",
                    "growth_from",
                    "compared_with",
                    "part_of",
                    "conversion_of",
                    "expresses",
                )
                and target.measure is not None
            ):
                return target.measure
        for other in self.figures:
            for role, target, *_ in other.links:
                if (
                    target is f
                    and other.measure is not None
                    and role in ("compared_with", "growth_of", "growth_from")
                ):
                    return other.measure
        return None

    def _measure_of(self, k: int, at: int, f: Figure) -> tuple[int, int] | None:
        m, it, gap = self.m, self.it, self.walk.gaps[k]
        begin = at - len(gap)
        role = self.walk.roles[k]
        if role == cl.CHANGE:
            return self._of_change(k, at, f, gap)
        if role in (cl.EARLIER, cl.FROM):
            if role == cl.FROM and re.search(r"[,&;]+x+f\Z", gap):
                return m.listed(it, at)
            noun = m.before_of(it, at) if re.search(r"[cf][eE]x{1,3}o\Z", gap) else None
            head = self.walk.low[noun[0] : noun[1]].split()[-1] if noun else ""
            if noun and head not in self.walk.lex.marks and head not in self.walk.lex.extremes:
                return noun  # "a loss of 78 million, against a profit of | 123 million"
            if "Z" in gap:  # "headcount, which had stood at 4,112"
                return m.subject(it, self._last(gap, begin, "vudpq"))
            trigger = self._last(gap, begin, "udpq")
            modal = re.search(r"[mSt][ij]f\Z", gap)
            trigger = at - 2 if modal is not None else trigger  # "will fall from 60.1%"
            return m.subject(it, trigger) if trigger >= 0 and role == cl.FROM else None
        of_this = any(rule == "of_this" for _, _, rule, *_ in f.links)
        if not of_this and (
            role == cl.PART or (role == cl.LEVEL and any(x[0] == "part_of" for x in f.links))
        ):
            whole = next((t for _, t, rule, *_ in f.links if rule == "list_of_parts"), None)
            fronted = whole is self.walk.parts.fronted and f.unit in (None, "count", "person")
            found = m.behind(it, at) or (whole.measure if fronted and whole else self._part_phrase(at))
            if found:
                return found
        if of_this:
            verb = self._last(gap, begin, "avud23AC")
            return m.subject(it, verb) if verb >= 0 else m.listed(it, at)
        if role == cl.SHARE and k == 0 and (own := _MAKES_UP.fullmatch(gap)):
            return m.trim(it.starts[begin + own.start("subject")], it.ends[begin + own.end("subject") - 1])
        for link_role, target, *_ in f.links:
            if link_role == "expresses" and target.measure is not None:
                return target.measure
        if any(rule == "share_in_a_list" for _, _, rule, *_ in f.links):
            return m.listed(it, at)
        if role == cl.SHARE and (apart := _OWN_SUBJECT.search(gap)):
            return m.trim(
                it.starts[begin + apart.start("subject")], it.ends[begin + apart.end("subject") - 1]
            )
        if role == cl.SHARE and re.search(r"[,&;][eE]?x+n?\Z", gap) and (found := m.listed(it, at)):
            return found  # "…, Britons 13% and Germans 10%"
        before = any(r == "share_of" and t not in self.figures for r, t, *_ in f.links)
        if role == cl.SHARE and before and (apart := _OPENS.fullmatch(gap)):
            return m.trim(
                it.starts[begin + apart.start("subject")], it.ends[begin + apart.end("subject") - 1]
            )
        if role == cl.SHARE or (f.kind == "share" and role == cl.TO):
            for link_role, target, *_ in f.links:
                if link_role == "share_of" and target.measure is not None:
                    return target.measure
            verb = self._last(gap, begin, "avud")
            verb = self.walk.triggers[k] if verb < 0 and role == cl.TO else verb
            verb = at - 1 if verb < 0 and gap.endswith("A") else verb  # "took 31.2% of the market"
            found = m.subject(it, verb) if verb >= 0 else m.listed(it, at) if k else m.label(it, at)
            partner = self._partner_measure(k, f) if not found else None
            return found or partner or m.behind(it, at) or m.counted(it, at)
        closing = role == cl.TO and k and gap.endswith(("n", "o")) and self.walk.roles[k - 1] == cl.CHANGE
        if closing and (found := self._partner_measure(k, f)):  # "added 0.6 percent, to finish at 7,091"
            return found
        found = m.before_of(it, at) or (self._said_before(k) if role == cl.TO else None)
        found = found or self._set_between(at, gap)
        if found and self.walk.low[found[0] : found[1]].split()[-1] in self.walk.lex.extremes:
            verb = self._last(gap, begin, "vudA23")  # "hit a record low of 7.24"
            if verb >= 0:
                return m.subject(it, verb)
        if found:
            return found
        if gap.endswith("x") and k and not any(x in "vudAHpq23" for x in gap):
            found = m.listed(it, at)  # "crude oil 10.7 million barrels"
            if found:
                return found
        follows = self.tags[at + 1 : at + 2]
        word = m.word(it, at + 1) if follows == "x" else ""
        if follows == "o" or (follows == "x" and word not in self.walk.g.lex.dimensions):
            found = m.behind(it, at) or m.counted(it, at)
            if found:
                return found
        if kept := _KEPT.search(gap):  # "left its benchmark rate unchanged at 1.75%"
            verb = begin + kept.start()
            if m.word(it, verb) in self.walk.lex.keepers and (found := m.object_of(it, at, verb)):
                return found
        took = _TOOK.search(gap) if gap.endswith("t") and role in (cl.TO, cl.LEVEL) else None
        if took is not None and (found := m.object_of(it, at, begin + took.start())):
            return found
        clause = gap.rpartition(";")[2]
        verb = self._last(clause, at - len(clause), "vudpqMCa")
        verb = self.walk.triggers[k] if self.walk.triggers[k] >= 0 else verb
        if verb >= 0 and it.tags[verb] in "ud23" and role == cl.TO and (found := m.object_of(it, at, verb)):
            return found
        if verb >= 0 and (found := m.subject(it, verb)):
            return found
        found = (m.behind(it, at) if f.shape == "N" else None) or m.label(it, at) or m.behind(it, at)
        if found:
            return found
        verb = self._last(clause, at - len(clause), "AH23")
        verb = verb if verb >= 0 else self._last(clause, at - len(clause), "n")
        return m.subject(it, verb if verb >= 0 else at)

    def _set_between(self, at: int, gap: str) -> Span | None:
        """ "Vacancies, at 76,400, were 3% up", "At 7,340, deaths were 4% fewer": of the subject."""
        if gap.endswith("<") and self.it.tags[at - 2 : at - 1] != ["N"]:
            return self.m.subject(self.it, at - 1)  # "arrivals from Germany (1.9 million, up 6%)"
        if gap.endswith(",n") and self.tags[at + 1 : at + 2] == ",":
            return self.m.subject(self.it, at - 2)
        if gap == "n" and self.tags[at + 1 : at + 2] == ",":
            verb = next((j for j in range(at + 2, len(self.tags)) if self.tags[j] in "vud"), -1)
            return self.m.subject(self.it, verb) if verb >= 0 else None
        return None
