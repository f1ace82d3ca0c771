"""What a change is of: its verb's subject or object, its noun's complement, the name in front of it."""

from __future__ import annotations

from ingest.prose.en.subjects import Subjects
from ingest.prose.figure import Figure
from ingest.prose.regex import regex

_WITH_A = regex(r",5[eE]x{0,2}\Z")  # "food had the largest part, with an increase of | 1.4%"
_PLAIN_VERB = regex(r"(?:\A|[;,z&])[eE]?x{1,3}x[eE](?=[xAp]{0,3}\Z)")  # an article follows no noun


class ChangeLabels(Subjects):
    """The part of the labels that names what changes."""

    def _of_change(self, k: int, at: int, f: Figure, gap: str) -> tuple[int, int] | None:
        m, it, begin = self.m, self.it, at - len(gap)
        if self.walk.behind[k]:
            return self._of_word_behind(at, gap)
        trigger = self.walk.triggers[k]
        if (
            f.shape == "N"
            and trigger == at - 1
            and self.tags[trigger] in "23"
            and (found := m.behind(it, at))
        ):
            return found  # "lost 219 billion tonnes of ice"
        if trigger < 0 and f.shape == "M":
            verb = self._last(gap, begin, "v")
            return m.subject(it, verb if verb >= 0 else at)
        if trigger < 0 and gap.endswith(("<", ":")):
            verb = self._last(gap.rpartition(",")[2], at - len(gap.rpartition(",")[2]), "vud")
            return m.subject(it, verb) if verb >= 0 else m.listed(it, at - 1)
        if trigger < 0:
            last = gap.rpartition(",")[2]
            verb = self._last(last, at - len(last), "v")  # "volumes were off | 17%"
            return m.listed(it, at) or (m.subject(it, verb) if verb >= 0 else None)
        going = m.word(it, trigger).endswith("ing")
        if going and it.tags[trigger] in "ud" and it.tags[trigger - 1 : trigger] == [","]:
            found = self._subject_of_clause(trigger)  # "makers led the way, | rising by 0.8%"
            if found:
                return found
        if "b" in it.tags[trigger:at] and it.tags[trigger] in "ud23":
            found = m.object_of(it, at, trigger)
            if found:
                return found
        if it.tags[trigger] in "ij":
            return self._of_noun(trigger, begin)
        found = m.subject(it, trigger) or (m.label(it, trigger) if it.tags[trigger] in "pq" else None)
        if found is None and self.tags[trigger - 1 : trigger] == ",":  # "sales dropped again, falling 8.2%"
            first = next((j for j in range(begin, trigger) if self.tags[j] in "udvA"), -1)
            found = m.subject(it, first) if first > 0 else None
        return found

    def _of_word_behind(self, at: int, gap: str) -> tuple[int, int] | None:
        """What changes where the word of change stands behind the figure: "a 5% rise in sales"."""
        m, it, begin = self.m, self.it, at - len(gap)
        j = at + 1
        while j < len(it.tags) and it.tags[j] not in "ijpq":
            j += 1
        found = m.after_in(it, j) if j < len(it.tags) and it.tags[j] in "ij" else None
        if found:
            return found
        if it.tags[at + 1 : at + 2] == ["x"] and j < len(it.tags) and it.tags[j] in "ij":
            return it.starts[at + 1], it.ends[j - 1]
        verb = self._last(gap, begin, "vHA")
        wanted = self.tags[at - 1 : at] in ("e", "E") and m.word(it, at - 2) in self.walk.lex.demands
        if wanted and j < len(it.tags) and it.tags[j] in "ij":
            return it.starts[j], it.ends[j]  # "the union demanded a 9% | rise"
        return m.subject(it, verb) if verb >= 0 else m.listed(it, at)

    def _of_noun(self, trigger: int, begin: int) -> tuple[int, int] | None:
        """What a noun of change is of: its complement, the name in front of it, or its verb's subject."""
        m, it = self.m, self.it
        found = m.after_in(it, trigger)
        if found:
            return found
        j = trigger
        lex = self.walk.lex
        while j > 0 and it.tags[j - 1] == "x" and m.word(it, j - 1) not in lex.change_adjectives:
            if m.foretells(it, j - 1):
                break
            j -= 1
        if it.tags[trigger - 1 : trigger + 2] == ["A", it.tags[trigger], "v"]:
            return m.subject(it, trigger + 1)  # "total pay | growth was"
        if j == trigger and it.tags[j - 1 : j] in (["t"], ["S"], ["m"]):  # "expects prices to rise"
            return m.subject(it, trigger)
        if j < trigger:
            return m.trim(it.starts[j], it.ends[trigger - 1])
        if self.tags[trigger - 1 : trigger] in ("&", ",", ";"):
            return m.trim(it.starts[trigger], it.ends[trigger])  # "and growth of 1.7 percent"
        told = trigger - 2 if self.tags[trigger - 1] == "Y" else trigger - 1
        before = m.word(it, told)
        wanted = told > 0 and it.tags[told] in "eE" and m.word(it, told - 1) in lex.demands
        if (
            wanted or m.foretells(it, told) or before in lex.telling or before in lex.keepers
        ):  # "sees growth of 1.7 percent"
            return m.trim(it.starts[trigger], it.ends[trigger])
        verb = self._last(self.tags[:trigger], 0, "vH")
        if verb >= 0:
            return m.subject(it, verb) if not {",", ";", ":"}.intersection(it.tags[verb:trigger]) else None
        if m.word(it, trigger) in lex.ordinary_subjects and it.tags[trigger + 1] == "o" and trigger > begin:
            return m.trim(it.starts[trigger], it.ends[trigger])  # "aims for annual growth of 5%"
        if _WITH_A.search(self.tags, begin, trigger) is not None:
            return self._subject_of_clause(self.tags.rfind(",", begin, trigger) + 1)
        plain = _PLAIN_VERB.search(self.tags, begin, trigger)  # "service firms | plan an increase of"
        return m.phrase_before(it, plain.end() - 2) if plain is not None else None
