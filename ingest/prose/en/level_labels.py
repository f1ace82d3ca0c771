"""What a level, a part or a share measures: by the nouns around it, its verb, its whole."""

from __future__ import annotations

import re

from ingest.prose.en import clauses as cl
from ingest.prose.en.noun_phrases import Span
from ingest.prose.en.subjects import Subjects
from ingest.prose.en.words import Entry
from ingest.prose.figure import Figure
from ingest.prose.regex import regex

# "left its rate | unchanged at", "sees sales growth | in a range of", "project inflation | to average"
_KEPT = regex(
    r"[AxH][eE]?Y?(?P<object>[xijs]{1,5}(?:[onf5t6]?[eE]?[xijs]{1,4}){0,3}?)"
    r"(?:H?v|[nO][eE]?(?:x{1,3}o)?|tx?)[eE]?\Z"
)
_KEPT_BETWEEN = regex(r"[AxH][eE]?Y?(?P<object>[xijs]{1,5}(?:[onf5t6]?[eE]?[xijs]{1,4}){0,3})\Z")
_APART = regex(r"n[eE]?x{1,3}z")  # "212,000 euros in industry but | 96,000 euros in construction"
_OWN_SUBJECT = regex(r"(?:5|;&?|&|,z?)[eE]?(?P<subject>x{1,4})a[eE]?\Z")  # "; machinery made up | 28%"
_TWO = regex(r"[eExXonK,]+&[eE]?x{1,4}a[eE]?")  # "the Golf and the Polo made up | 95%"
_OPENS = regex(r"[eE]?(?P<subject>x{1,4})[aA23H][eE]?")  # "China bought | 79% of the total"
_MAKES_UP = regex(r"[eE]?(?P<subject>x{1,4})a[eE]?")  # "Foreigners make up | 12% of the population"
_SET_APART = regex(r"[^vudA23H]*,n")
_GAVE = regex(r"A(?P<to>[eE]?x{1,3})\Z")  # "Brussels fined Halmar | 1.3 billion"
_NAMED_SO = regex(r"[ent5][eE]?x{1,3}o[eE]?\Z")
_SHARE_NOUN = regex(r"shares?|proportions?|percentages?|rates?|ratios?|rise|increase|decrease|decline|fall")
_ESTIMATED = regex(r"[xA],[xA]n\Z")
_PACES = frozenset({"rate", "pace", "clip"})
_TOOK = regex(r"[A23][eE]?[DY]?[xo]{1,6}Y?[tS]\Z")


class LevelLabels(Subjects):
    """The part of the labels that names what levels, parts and shares are of."""

    objects: list[Figure]  # levels at which a verb sets what is named

    def _of_earlier(self, k: int, at: int, gap: str) -> Span | None:
        """The measure of an earlier level that has one of its own, None where it shares the level's."""
        m, it, lex, role = self.m, self.it, self.walk.lex, self.walk.roles[k]
        if role == cl.FROM and re.search(r"[,&;]+x+f\Z", gap):
            return m.listed(it, at)
        noun = m.before_of(it, at) if re.search(r"[cf][eE]x{1,3}o\Z", gap) else None
        head = self._text(noun).split()[-1] if noun else ""
        if noun and head not in lex.marks and head not in lex.extremes:
            return noun  # "a loss of 78 million, against a profit of | 123 million"
        begin = at - len(gap)
        if "Z" in gap:  # "headcount, which had stood at 4,112"
            return m.subject(it, self._last(gap, begin, "vudpq"))
        # "will fall from 60.1%", "is projected to ease from 7.7%"
        setting = self._last(gap, begin, "23")
        if role == cl.FROM and setting >= 0 and (found := m.object_of(it, at, setting)):
            return found  # "lowered its forecast for 2024 from | 2.2 percent"
        modal = re.search(r"[mSt][ij]f\Z", gap) or (gap.endswith("xf") and m.acts(it, at - 2))
        trigger = at - 2 if modal else self._last(gap, begin, "udpq")
        return m.subject(it, trigger) if trigger >= 0 and role == cl.FROM else None

    def _of_part(self, k: int, at: int, f: Figure) -> Span | None:
        """What tells a part from its whole: "of which 900,000 | were free"."""
        role = self.walk.roles[k]
        is_part = role == cl.PART or (role == cl.LEVEL and any(x[0] == "part_of" for x in f.links))
        if not is_part or any(rule == "of_this" for _, _, rule, *_ in f.links):
            return None
        whole = next((t for _, t, rule, *_ in f.links if rule == "list_of_parts"), None)
        fronted = whole is self.walk.parts.fronted and f.unit in (None, "count", "person")
        behind = self.m.behind(self.it, at)
        return behind or (whole.measure if fronted and whole else self._part_phrase(at))

    def _of_share_apart(self, k: int, at: int, f: Figure) -> Span | None:
        """The measure of a share that is told beside its own name, or of what it says in other words."""
        m, it, gap = self.m, self.it, self.walk.gaps[k]
        is_share = self.walk.roles[k] == cl.SHARE
        if is_share and k == 0 and (own := _MAKES_UP.fullmatch(gap)):
            return self._subject_in(at, gap, own)
        for link_role, target, *_ in f.links:
            if link_role == "expresses" and target.measure is not None:
                return self._own_name(at, gap) or target.measure
        if any(rule == "share_in_a_list" for _, _, rule, *_ in f.links):
            return m.listed(it, at)
        if not is_share:
            return None
        own = _OWN_SUBJECT.search(gap)
        if own and not (k == 0 and _TWO.fullmatch(gap)):
            return self._subject_in(at, gap, own)
        if re.search(r"[,&;][eE]?x+n?\Z", gap) and (found := m.listed(it, at)):
            return found  # "…, Britons 13% and Germans 10%"
        before = any(r == "share_of" and t not in self.figures for r, t, *_ in f.links)
        own = _OPENS.fullmatch(gap) if before else None
        return self._subject_in(at, gap, own) if own else None

    def _own_name(self, at: int, gap: str) -> Span | None:
        """ "EBITA was 1.9 billion, a margin of | 12.4%": a name of its own, no word for a share."""
        noun = self.m.before_of(self.it, at) if _NAMED_SO.search(gap) is not None else None
        head = self._text(noun).split()[-1] if noun is not None else ""
        lex = self.walk.lex
        plain = head in lex.pointers or head in lex.fractions or head in lex.extremes
        return noun if noun is not None and not plain and _SHARE_NOUN.fullmatch(head) is None else None

    def _subject_in(self, at: int, gap: str, m: re.Match[str]) -> Span | None:
        """The words that a pattern on a gap calls the subject."""
        begin = at - len(gap)
        return self.m.trim(
            self.it.starts[begin + m.start("subject")], self.it.ends[begin + m.end("subject") - 1]
        )

    def _of_share(self, k: int, at: int, f: Figure) -> Span | None:
        """A share measures what its whole does, else its subject."""
        m, it, gap = self.m, self.it, self.walk.gaps[k]
        if found := self._kept(at, gap) or self._own_name(at, gap):
            return found  # "put the deficit at | 5.1% of GDP", "targets a deficit of | 5.1% of GDP"
        if _SET_APART.fullmatch(gap) is not None and (found := m.phrase_before(it, at - 2)):
            return found  # "investment, at | 20 percent of output, is high"
        verb = self._last(gap, at - len(gap), "avud")
        verb = at - 2 if verb < 0 and gap.endswith("At") else verb  # "costs ran to | 3% of sales"
        goes_on = at > 0 and m.goes_on(it, at - 1)
        if goes_on and (found := self._subject_of_clause(at - 1)):
            return found  # "renewables missed their target, supplying | 16% of energy"
        if verb > 0 and it.tags[verb] == "a" and it.tags[verb - 1] == "k":
            return None  # "it accounted for | 6% of GDP": of what was said
        if verb >= 0 and it.tags[verb] in "aA" and (found := m.subject(it, verb)):
            return found  # "orders more than doubled and now make up | 9% of sales"
        for link_role, target, *_ in f.links:
            if link_role == "share_of" and target.measure is not None:
                return target.measure
        if self.tags[at + 1 : at + 3] == "so" and (found := m.behind(it, at + 1)):
            return found  # "for a 19% share of the market"
        verb = self.walk.triggers[k] if verb < 0 and self.walk.roles[k] == cl.TO else verb
        verb = at - 1 if verb < 0 and gap.endswith("A") else verb  # "took 31.2% of the market"
        if verb >= 0 and it.tags[verb] in "23" and (found := m.object_of(it, at, verb)):
            return found  # "lifts the budget deficit | to 2.3% of GDP"
        fronted = verb < 0 and gap[:1] == "n" and gap[-1:] == ","  # "In Spain, | 5% of exports were wine"
        found = m.behind(it, at) if fronted else None
        found = found or (m.subject(it, verb) if verb >= 0 else m.listed(it, at) if k else m.label(it, at))
        return found or self._partner_measure(f) or m.behind(it, at) or m.counted(it, at)

    def _of_level(self, k: int, at: int, f: Figure) -> Span | None:
        """The measure of a level: the noun before "of", the noun behind it, its verb's object or subject."""
        m, it, gap, role = self.m, self.it, self.walk.gaps[k], self.walk.roles[k]
        found = self._kept(at, gap)
        took = _TOOK.search(gap) if gap.endswith(("t", "S")) and role in (cl.TO, cl.LEVEL) else None
        if found is None and took is not None:
            found = m.object_of(it, at, at - len(gap) + took.start())
        if found is not None:
            self.objects.append(f)
            return found
        closing = role == cl.TO and k and gap.endswith(("n", "o")) and self.walk.roles[k - 1] == cl.CHANGE
        if closing and (found := self._partner_measure(f)):  # "added 0.6 percent, to finish at 7,091"
            return found
        found = m.before_of(it, at) or (self._said_before(k) if role == cl.TO else None)
        found = found or self._set_between(at, gap) or self._forecast_to(at)
        if found and self._text(found).split()[-1] in self.walk.lex.extremes:
            verb = self._last(gap, at - len(gap), "vudA23")  # "hit a record low of 7.24"
            if "H" in gap:
                return found  # "has a range of 550 km"
            return m.subject(it, verb) if verb >= 0 else self._partner_measure(f)
        if found:
            return found
        if gap.endswith(("x", "xO")) and k and not any(x in "vudAHpq23" for x in gap):
            found = m.listed(it, at)  # "crude oil 10.7 million barrels"
            if found:
                return found
        if role == cl.TO and self.walk.triggers[k] >= 0 and it.tags[self.walk.triggers[k]] in "ud":
            verb = self.walk.triggers[k]
            if found := m.object_of(it, at, verb) or m.subject(it, verb):
                return found  # "consumption has dropped to | 9.7 litres of alcohol"
        follows = self.tags[at + 1 : at + 2]
        if follows == "n" and "/" in (f.unit or "") and "A" in gap and m.word(it, at + 1) == "for":
            return m.behind(it, at, "for")  # "paid 0.28 euros per kWh for electricity"
        word = m.word(it, at + 1) if follows == "x" else ""
        if follows == "o" or (follows == "x" and word not in self.walk.lex.dimensions):
            found = m.behind(it, at) or m.counted(it, at)
            if (
                found
                and not (f.unit is not None and self._is_predicate(found, gap))
                and not self._is_pace(found)
            ):
                return found
        return self._by_verb(k, at, f)

    def _kept(self, at: int, gap: str) -> Span | None:
        """The object of a verb that tells at what level it is; what is foreseen, not the forecast of it."""
        begin, it = at - len(gap), self.it
        for verb in range(at - 1, begin - 1, -1):
            if not self._keeps(verb):
                continue
            kept = _KEPT.match(gap, verb - begin)
            last = kept.end() - 1 + begin if kept is not None else -1
            if kept is None and self.walk.low.startswith("between", self.it.data[at].outer_start):
                kept = _KEPT_BETWEEN.match(gap, verb - begin)  # "sees revenue | between 700 and 725 million"
                last = at - 1
            # "unchanged at", no verb of its own
            if kept is not None and (it.tags[last] != "v" or " " in self.m.word(it, last)):
                break
        else:
            return None
        first, last = begin + kept.start("object"), begin + kept.end("object") - 1
        entry = it.data[first]
        if first + 2 <= last and it.tags[first + 1] in "on" and isinstance(entry, Entry) and entry.status:
            first += 2
        while last > first and self.m.word(it, last) == "unchanged":
            last -= 1
        return self.m.trim(it.starts[first], it.ends[last])

    def _keeps(self, j: int) -> bool:
        """True for a verb that sets its object at a level; not for "its forecast for"."""
        it = self.it
        if it.tags[j] not in "Axv" or self.m.word(it, j) not in self.walk.lex.keepers:
            return False
        return it.tags[j] != "x" or (j > 0 and it.tags[j - 1] in "xSmHk")

    def _is_pace(self, found: Span) -> bool:
        """True for "rose at a 3.4% | annualized rate", which names nothing that rose."""
        *before, head = self._text(found).split()
        return head in _PACES and bool(before) and self.walk.lex.change_adjectives.issuperset(before)

    def _is_predicate(self, found: Span, gap: str) -> bool:
        """ "The dams were 59.8% | full", "forecast at 298 million kg | greasy": said of the subject."""
        word = self._text(found)
        return (
            word.isalpha()
            and not word.endswith("s")
            and re.search(r"x[^,;&NR]*[vS][nt]?e?\Z", gap) is not None
        )

    def _by_verb(self, k: int, at: int, f: Figure) -> Span | None:
        """The object of the verb that leads to a level, else its subject, else the words in front of it."""
        m, it, gap, role = self.m, self.it, self.walk.gaps[k], self.walk.roles[k]
        begin = at - len(gap)
        clause = gap.rpartition(";")[2]
        acting = next((j for j in (at - 1, at - 2) if j >= begin and m.acts(it, j)), -1)
        verb = self.walk.triggers[k]
        verb = verb if verb >= 0 else self._last(clause, at - len(clause), "vudpqMCa")
        if gap.endswith(("kt", "kn")) and at - 3 >= begin and it.tags[at - 3] in "A23xH":
            return None  # "bringing it to 5%": of what was said
        if verb >= 0 and it.tags[verb] in "ud23" and role == cl.TO and (found := m.object_of(it, at, verb)):
            return found
        verb = verb if verb >= 0 else acting  # "CPI would average | 3.7%"
        if k and gap.endswith(("&", ",&", ";")) and (found := m.behind(it, at)):
            return found  # "lines were shut and | €400 million in sales was lost"
        if verb >= 0 and (found := m.subject(it, verb)):
            return found
        before = self.figures[k - 1].measure if k and _APART.match(gap) is not None else None
        apart = (
            before is not None
            and before[1] <= self.figures[k - 1].start
            and m.word(it, begin) == m.word(it, at + 1)
        )
        behind = m.behind(it, at) if not apart else None
        found = (behind if f.shape == "N" else None) or m.label(it, at) or behind
        if found:
            return found
        if (
            k and gap[:1] in ("i", "j") and gap.endswith("t")
        ):  # "a 13% rise in profit | to £6bn"; "a 13% rise to" is of what rose
            return m.after_in(it, begin)
        if self._gave(at, gap):
            return None
        verb = self._last(clause, at - len(clause), "AH23")
        if verb >= 0 and f.shape == "N" and f.unit is None and not f.scaled:
            return m.phrase_before(it, verb)  # "employs 2,300 people and plans to hire another | 150"
        verb = verb if verb >= 0 else self._last(clause, at - len(clause), "n")
        return m.subject(it, verb if verb >= 0 else at)

    def _gave(self, at: int, gap: str) -> bool:
        """True for an amount that somebody gives somebody, not for what costs: neither is measured."""
        m = _GAVE.search(gap)
        if m is None or self.m.word(self.it, at - len(gap) + m.start()).startswith(("cost", "save")):
            return False
        whom = at - 1
        word = self.m.word(self.it, whom)
        named = self.walk.g.norm[self.it.starts[whom]].isupper() or word in self.walk.lex.persons
        return named or (word.endswith("s") and not word.endswith("ss"))

    def _forecast_to(self, at: int) -> Span | None:
        """ "Cut its growth forecast to | between 1 and 3%": what is foretold."""
        it, j = self.it, at - 1
        if j < 1 or self.m.word(it, j) != "forecast to":
            return None
        while j > 0 and it.tags[j - 1] in "xijs":
            j -= 1
        return self.m.trim(it.starts[j], it.ends[at - 2]) if j < at - 1 else None

    def _set_between(self, at: int, gap: str) -> Span | None:
        """ "Vacancies, at 76,400, were 3% up", "At 7,340, deaths were 4% fewer": of the subject."""
        if gap.endswith("<") and self.it.tags[at - 2 : at - 1] != ["N"]:
            return self.m.subject(self.it, at - 1)  # "arrivals from Germany (1.9 million, up 6%)"
        if _ESTIMATED.search(gap) and self.tags[at + 1 : at + 2] == ",":
            return self.m.subject(self.it, at - 3)  # "the population, estimated at | 4.9 million, grew"
        if gap.endswith(",n") and self.tags[at + 1 : at + 2] == ",":
            fast = re.search(r"[ud]x,n\Z", gap)  # "its diagnostics arm grew fastest, at | 9%"
            return self.m.subject(self.it, at - 4 if fast is not None else at - 2)
        if gap == "n" and self.tags[at + 1 : at + 2] == ",":
            verb = next((j for j in range(at + 2, len(self.tags)) if self.tags[j] in "vud"), -1)
            return self.m.subject(self.it, verb) if verb >= 0 else None
        return None
