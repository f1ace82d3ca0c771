"""Reads one English sentence: items, then roles from left to right, then units, periods, measures and links."""

from __future__ import annotations

import re
from datetime import date

from ingest.prose.en import clauses as cl
from ingest.prose.en.clauses import Group
from ingest.prose.en.entities import find_area, find_entity
from ingest.prose.en.items import Items
from ingest.prose.en.lexer import Lexer
from ingest.prose.en.measures import Measures, label_key
from ingest.prose.en.timing import assign_periods, remember_period
from ingest.prose.en.units import settle_unit
from ingest.prose.en.words import Entry, lexicon
from ingest.prose.figure import Figure, Memory
from ingest.prose.model import Context, Refusal
from ingest.prose.text import Sentence

_CANDIDATE = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    r"|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?"
    r"|trillions?|dozens?|half|halv|third|quarter|fifth|tenth|doubl|tripl|trebl|quadrupl|twice|within a|one)"
)
_AVERAGE = re.compile(
    r"compound(?:ed)? annual|cagr|average annual|annual average|annuali[sz]ed|on average (?:each|every|per|a) year|per annum|a year on average"
)
_FORWARD = re.compile(r"[NRP]")


class EnglishGrammar:
    """The interface of a language: `read` turns one sentence into figures; see the package's docstring."""

    language = "en"

    def __init__(self, norm: str, low: str, context: Context) -> None:
        self.norm, self.low, self.context = norm, low, context
        self.lex = lexicon()
        self.lexer = Lexer(norm, low, self.lex, context.published_on)
        self.measures = Measures(low, self.lex)

    @staticmethod
    def abbreviations() -> frozenset[str]:
        """Words whose full stop does not end a sentence."""
        return lexicon().abbreviations

    @staticmethod
    def key(measure: str) -> str | None:
        """The label key of a measure."""
        return label_key(measure)

    def read(self, s: Sentence, memory: Memory) -> tuple[list[Figure], list[Refusal]]:
        """The figures of a sentence with their links, and what was passed by."""
        if _CANDIDATE.search(self.low, s.start, s.end) is None:
            find_entity(self.norm, self.low, s, memory)
            return [], []
        it = self.lexer.read(s.start, s.end)
        refusals = [Refusal(a, b, self.norm[a:b], rule, why) for a, b, rule, why in it.refusals]
        entity = find_entity(self.norm, self.low, s, memory)
        figures: list[Figure] = []
        if it.figures:
            walk = Walk(it, self, memory, s)
            figures = walk.run()
            area = find_area(it)
            for f in figures:
                f.entity = entity or self.context.entity
                f.ref_area = area or self.context.ref_area
        else:
            remember_period(it, s, memory)
        kept = []
        for f in figures:
            if f.refused is None:
                kept.append(f)
            else:
                refusals.append(Refusal(f.start, f.end, self.norm[f.start : f.end], *f.refused))
        return kept, refusals


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
        self._respectively()
        self._measures()
        for k in range(len(self.figures)):
            settle_unit(self, k)
        self._anaphora()
        self._status()
        assign_periods(self)
        for k, f in enumerate(self.figures):
            self._quote(k, f)
        return self.figures

    # -- roles -----------------------------------------------------------------------------------------------

    def _roles(self) -> None:
        it, positions = self.it, self.it.figures
        group: Group | None = None
        whole: Figure | None = None
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
                if f.kind not in ("difference", "contribution"):
                    group.add_change(f, "level_then_change")
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
                if group.earlier is None and _same_kind(f, group):
                    group.set_earlier(f, "change_from_level" if role == cl.FROM else "compared_with_level")
            elif role == cl.PART and whole is not None and f.shape == "N":
                self._part(f, whole, gap, begin)
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
            contributes = verb >= 0 and self.it.tags[verb] in "23" and after[:1] in "tf"
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

    # -- respectively ----------------------------------------------------------------------------------------

    def _respectively(self) -> None:
        """Pair the last list before "respectively" with the list before it: figures, or periods."""
        if "r" not in self.tags:
            return
        runs: list[list[int]] = []
        for k, f in enumerate(self.figures):
            if k and runs and re.fullmatch(r",?&?|,", self.gaps[k]) and self.figures[k - 1].shape == f.shape:
                runs[-1].append(k)
            else:
                runs.append([k])
        many = [r for r in runs if len(r) > 1]
        if len(many) == 2 and len(many[0]) == len(many[1]):
            for a, b in zip(many[0], many[1], strict=True):
                fa, fb = self.figures[a], self.figures[b]
                if fa.kind in ("change_rate", "change_amount", "points") and fb.shape == "N":
                    fa.links = [x for x in fa.links if x[0] not in ("growth_of", "growth_from")]
                    fa.link("growth_of", fb, "respectively")
                fb.links = [x for x in fb.links if x[0] != "compared_with"]
        for run in many:
            role = self.roles[run[0]]
            for k in run[1:]:
                f, first = self.figures[k], self.figures[run[0]]
                if role == cl.CHANGE and f.shape in "RN":
                    f.kind, f.direction = first.kind, first.direction
                    self.roles[k] = cl.CHANGE

    # -- measures --------------------------------------------------------------------------------------------

    def _measures(self) -> None:
        for k, at in enumerate(self.it.figures):
            f = self.figures[k]
            if f.shape in "DK":
                continue
            if f.shape == "N" and (f.unit is None or f.unit == "count") and f.noun is None:
                f.noun = self.g.measures.counted(self.it, at)
            if f.noun is not None:
                f.measure = f.noun
        subject: tuple[int, int] | None = None
        for k, at in enumerate(self.it.figures):
            f = self.figures[k]
            if f.shape in "DK" or f.measure is not None:
                continue
            found = self._measure_of(k, at, f)
            if found is None:
                found = self._partner_measure(k, f)
                if found is None and subject is not None and f.shape in "NR":
                    found = subject
                    f.flags.add("elided_subject")
                elif found is None and self.memory.last_measure is not None and self._pronoun(k):
                    found = self.memory.last_measure
                    f.flags.add("elided_subject")
            else:
                subject = found
            f.measure = found
        for f in self.figures:  # a change is of what its level measures
            for role, target, *_ in f.links:
                if role in ("growth_of", "growth_from") and target.measure is not None:
                    f.measure = target.measure
                    f.flags.discard("elided_subject")
                    break
        if self.figures and self.figures[0].measure is not None:
            self.memory.last_measure = self.figures[0].measure

    def _pronoun(self, k: int) -> bool:
        return k == 0 and ("k" in self.gaps[0] or "x" not in self.gaps[0])

    def _partner_measure(self, k: int, f: Figure) -> tuple[int, int] | None:
        for role, target, *_ in f.links:
            if role in ("growth_of", "growth_from", "compared_with", "part_of", "conversion_of", "expresses"):
                if target.measure is not None:
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
        m, it, gap = self.g.measures, self.it, self.gaps[k]
        begin = at - len(gap)
        role = self.roles[k]
        if role == cl.CHANGE:
            if self.behind[k]:
                j = at + 1
                while j < len(it.tags) and it.tags[j] not in "ijpq":
                    j += 1
                found = m.after_in(it, at, j) if j < len(it.tags) and it.tags[j] in "ij" else None
                if found:
                    return found
                if it.tags[at + 1 : at + 2] == ["x"] and j < len(it.tags) and it.tags[j] in "ij":
                    return it.starts[at + 1], it.ends[j - 1]
                verb = self._last(gap, begin, "vHA")
                return m.subject(it, verb) if verb >= 0 and it.tags[verb] == "v" else None
            trigger = self.triggers[k]
            if trigger < 0 and f.shape == "M":
                return m.subject(it, at)
            if trigger >= 0 and "b" in it.tags[trigger:at] and it.tags[trigger] in "ud23":
                found = m.object_of(it, at, trigger)
                if found:
                    return found
            if trigger >= 0 and it.tags[trigger] in "ij":
                found = m.after_in(it, at, trigger)
                if found:
                    return found
                j = trigger
                while (
                    j > 0 and it.tags[j - 1] in "x" and m._word(it, j - 1) not in self.g.lex.change_adjectives
                ):
                    j -= 1
                if j < trigger:
                    return m._trim(it.starts[j], it.ends[trigger - 1])
                verb = self._last(self.tags[:trigger], 0, "vH")
                return m.subject(it, verb) if verb >= 0 and "," not in it.tags[verb:trigger] else None
            return m.subject(it, trigger) if trigger >= 0 else None
        if role in (cl.EARLIER, cl.FROM):
            trigger = self._last(gap, begin, "udpq")
            return m.subject(it, trigger) if trigger >= 0 and role == cl.FROM else None
        if role == cl.PART or (role == cl.LEVEL and any(x[0] == "part_of" for x in f.links)):
            found = m.behind(it, at) or self._part_phrase(at)
            if found:
                return found
        if role == cl.SHARE:
            found = m.behind(it, at)
            verb = self._last(gap, begin, "va")
            return found or (m.subject(it, verb) if verb >= 0 else None)
        found = m.before_of(it, at)
        if found:
            return found
        follows = self.tags[at + 1 : at + 2]
        if follows == "o" or follows == "x":
            found = m.behind(it, at) or m.counted(it, at)
            if found:
                return found
        verb = self.triggers[k] if self.triggers[k] >= 0 else self._last(gap, begin, "vudpqM")
        if verb >= 0 and it.tags[verb] in "ud23" and role == cl.TO and (found := m.object_of(it, at, verb)):
            return found
        if verb >= 0 and (found := m.subject(it, verb)):
            return found
        found = m.label(it, at) or m.behind(it, at)
        if found:
            return found
        verb = self._last(gap, begin, "AH23n")
        return m.subject(it, verb) if verb >= 0 else None

    def _part_phrase(self, at: int) -> tuple[int, int] | None:
        """ "came from social sectors": what tells the part from its whole."""
        j, n = at + 1, len(self.it.tags)
        while j < n and self.it.tags[j] in "vAHk":
            j += 1
        end = j
        if end < n and self.it.tags[end] in "xeE":
            while end < n and self.it.tags[end] in "xeE":
                end += 1
        else:
            while end < n and self.it.tags[end] in "xfon5eE6tZi":
                end += 1
        if end == j:
            return None
        return self.g.measures._trim(self.it.starts[j], self.it.ends[end - 1])

    @staticmethod
    def _last(gap: str, begin: int, letters: str) -> int:
        for p in range(len(gap) - 1, -1, -1):
            if gap[p] in letters:
                return begin + p
        return -1

    # -- the rest --------------------------------------------------------------------------------------------

    def _anaphora(self) -> None:
        """Tie "400 of the spaces" and a rate without a level to the level said before."""
        for k, at in enumerate(self.it.figures):
            f = self.figures[k]
            if (f.shape == "N" and f.kind == "level" and f.unit is None) or f.kind == "share":
                self._of_the(at, f)
            if (
                f.kind in ("change_rate", "change_amount")
                and f.measure
                and not any(x[0] == "growth_of" for x in f.links)
            ):
                target = self.memory.levels.get(self._key(f.measure) or "")
                if target is not None and self.roles[k] == cl.CHANGE and target.unit != "percent":
                    f.link("growth_of", target, "level_said_before")
        for f in self.figures:
            if f.kind == "level" and f.shape == "N" and f.measure:
                self.memory.levels[self._key(f.measure) or ""] = f

    def _of_the(self, at: int, f: Figure) -> None:
        it, j = self.it, at + 1
        if self.tags[j : j + 2] != "oe" or self.g.low[it.starts[j + 1] : it.ends[j + 1]] not in (
            "the",
            "these",
            "those",
        ):
            return
        noun = self.g.measures.behind(it, at)
        if noun is None:
            return
        key = self._key(noun) or ""
        f.measure = noun
        target = self.memory.levels.get(key)
        if target is None:
            for k, level in self.memory.levels.items():
                if k.endswith(" " + key):
                    target = level
        if f.kind == "share":
            if target is not None:
                f.link("share_of", target, "share_of_level_said_before")
        else:
            f.unit, f.unit_span = "count", noun
            if target is not None:
                f.unit = target.unit
                f.link("part_of", target, "n_of_the", "partial", "of")

    def _key(self, span: tuple[int, int]) -> str | None:
        return label_key(self.g.norm[span[0] : span[1]])

    def _status(self) -> None:
        for position, status in self.it.statuses:
            for k, at in enumerate(self.it.figures):
                near = position < at and at - position < 14 and ";" not in self.tags[position:at]
                if near or (at < position <= at + 3):
                    f = self.figures[k]
                    if f.status == "actual" or status == "rule":
                        f.status = status
        for position, price in self.it.prices:
            for k, at in enumerate(self.it.figures):
                if abs(at - position) <= 10:
                    self.figures[k].price_basis.add(price)

    def _quote(self, k: int, f: Figure) -> None:
        at = self.it.figures[k]
        start, end = f.outer_start, f.outer_end
        trigger = self.triggers[k]
        if 0 <= trigger < at:
            start = self.it.starts[trigger]
        if f.noun is not None:
            end = max(end, f.noun[1])
        after = self.afters[k]
        if after[:1] == "B":
            end = max(end, self.it.ends[at + 1])
        f.quote = (start, end)


def _same_kind(f: Figure, group: Group) -> bool:
    level = group.level
    if level is None:
        return True
    return level.shape == f.shape and (level.unit == f.unit or f.unit is None or level.unit is None)


__all__ = ["EnglishGrammar", "Entry", "Walk", "date"]
