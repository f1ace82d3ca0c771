"""Parts and wholes: "of which", "87 of the 120", "18% of them", "4,849 and 6,959, 11,808 in total"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ingest.prose.dimension import same_dimension
from ingest.prose.en import clauses as cl
from ingest.prose.en.pointing import rest_pattern, unit_of
from ingest.prose.en.share_subjects import ShareSubjects
from ingest.prose.figure import Figure
from ingest.prose.regex import regex

if TYPE_CHECKING:
    from ingest.prose.en.walk import Walk

_IN_A_YEAR = regex(r"x?[nO]Y")
_OFFSET = regex(r"\b(?:offset|less|net of|minus)\b")  # then what is listed does not add up
_COVERAGE = {"l": "partial", "L": "exhaustive"}
_LISTED = regex(r"(?:,&?|&|:|z|;)e?x?\Z")
_NOUN_OF = regex(r"x+o")  # 3 of the members of 12 clubs
_JOINED = regex(r"(?:&|,)e?(?:x{1,3}n?)?\Z")  # "61 TWh and wind power | 27 TWh, together 88 TWh"
_AND_NAMED = regex(r"(?:,?&|,)(?:[eE]?x{1,3}n?)?")
_PAIRED = regex(r"[>,]o[eE]?")
_CONTRIBUTED = regex(r"C\Z|[,;:][z&5]?[eE]?x{1,4}(?:[nto][eE]?x{1,3})?a\Z|,a\Z|\A[eE]?x{1,5}a\Z")
_BARE = regex(r"[,;:&><nf5]|\Z")  # behind a number without a noun of its own
_OF_GROWTH = regex(r"[Ca]n?\Z")
_THESE = regex(r"(?:these|those|they|(?:the|this|that) (?:total|figure|number|amount|sum))\b")
_INCLUDED = regex(r"[ekE]x?[lL]|[kx][lL]|[eE]?T[lL]")  # "These included | 2,100 trainees"
_MANY = 10  # what a percentage may be of: "30% of twelve"
_NEAR_WHOLE = 60  # characters around a whole in which its name stands
_NAMED_WHOLE = regex(r"x{1,4}(?:[no]e?x{1,3})?,")


class Parts(ShareSubjects):
    """Ties the parts of one sentence to their wholes, while the walk goes from left to right."""

    def __init__(self, walk: Walk) -> None:
        self.walk, self.it, self.figures, memory = walk, walk.it, walk.figures, walk.memory
        before = memory.antecedent_sentence == walk.s.number - 1
        # "Of the increase, births accounted for 14,200": the change of the sentence before
        self.growth = memory.growth if before and walk.tags.startswith(("oei", "oej", "wi", "wj")) else None
        self.antecedent = memory.antecedent if memory.antecedent_sentence == walk.s.number - 1 else None
        # the last level that may be a whole; "Of these, …" points to that of the sentence before
        points = walk.tags[:1] == "w" or (_INCLUDED.match(walk.tags) and _THESE.match(walk.low, walk.s.start))
        self.whole: Figure | None = self.antecedent if points else None
        self.open: Figure | None = None  # the whole of the list of parts that is being read
        self.fronted: Figure | None = None  # "Of the 1,240 plants, …"

    def is_listed(self, f: Figure, at: int, gap: str) -> bool:
        """True where a bare number goes on a list of parts: "1,930 permits, 1,410 for homes"."""
        whole = self.fronted or self.whole
        if whole is None or whole is f or f.shape != "N" or not _LISTED.search(gap):
            return False
        if re.search(r"[udij23pqcU]", gap) or f.value >= whole.value:
            return False
        if self.fronted is None and _IN_A_YEAR.match(self.walk.tags, at + 1):
            return False  # "1,240 fires in 2022, | 520 in 2021"
        if whole is self.figures[max(0, self.figures.index(f) - 1)] and "&" in gap and "," not in gap:
            return False  # "202 dead in one country and 98 in the other"
        after = self.walk.tags[at + 1 : at + 2]
        if self.fronted is not None:
            did = after == "x" and self.words(at + 1).endswith("ed")  # "1,870 concerned delays"
            named = after in ("x", "i", "j") and not did and self._head(f) != self._head(whole)
            return f.unit == whole.unit if f.unit is not None else not named
        # "2,168 for warrants, 353 for awards"; the whole of "of these" has its noun in the sentence before
        named = whole not in self.figures or self.walk.tags[self._item(whole) + 1 :][:1] not in (
            "n",
            "f",
            "5",
        )
        rest = (
            after == "v" and rest_pattern("rest").search(self.walk.g.low, f.end, self.walk.s.end) is not None
        )
        return f.unit is None and (after in ("n", "f", "5", "O", "k") or rest) and whole.noun_unit and named

    def _item(self, f: Figure) -> int:
        """The item of a figure of the sentence."""
        return self.it.figures[self.figures.index(f)]

    def list_part(self, k: int, f: Figure) -> None:
        """Tie one of a list of parts; "altogether" or "the remaining" make the list complete."""
        whole = self.fronted or self.whole
        assert whole is not None
        first = self._item(whole) if whole in self.figures else 0
        opened = first and self.it.tags[first - 1] == "T"
        word = self.words(first - 1) if opened else None
        if self.fronted is not None:
            word = self.words(0)
        f.link(
            "part_of",
            whole,
            "list_of_parts",
            "exhaustive" if opened else "unknown",
            word,
        )
        start = self.it.ends[self.it.figures[k - 1]] if k else self.walk.s.start
        rest = rest_pattern("rest").search(self.walk.g.low, start, f.start)
        if rest is not None:  # what remains completes the list
            self._complete(whole, self.walk.g.norm[rest.start() : rest.end()])

    def _complete(self, whole: Figure, word: str) -> None:
        for f in self.figures:
            f.links = [
                (r, t, rule, "exhaustive", word) if r == "part_of" and t is whole else (r, t, rule, cov, text)
                for r, t, rule, cov, text in f.links
            ]

    @staticmethod
    def names_whole(k: int, gap: str, after: str) -> bool:
        """True for "Of these | 1,900 plants, almost half are …": a whole, and no part of what was said."""
        return k == 0 and gap == "w" and _NAMED_WHOLE.match(after) is not None

    def of_which(self, f: Figure, gap: str, begin: int, last: Figure | None, last_role: str) -> None:
        """Tie a part behind "of which" or "including"; "including" breaks down the part before it."""
        marker = re.search(r"[wlL]", gap)
        if marker is not None:
            nested = last if marker[0] in "lL" and last_role == cl.PART else None
            self.open = nested or self.whole
        coverage, word = "unknown", None
        if marker is not None:
            coverage = _COVERAGE.get(marker[0], "unknown")
            word = self.words(begin + marker.start())
        elif last is not None:
            for role, target, _rule, before, text in last.links:
                if role == "part_of" and before:
                    self.open, coverage, word = target, before, text
        if self.open is not None and not same_dimension(unit_of(f), unit_of(self.open)):
            said = self.figures[: self.figures.index(f)]
            # "$2.4 billion in 14 countries, including $600 million"
            self.open = next((x for x in reversed(said) if unit_of(x) == unit_of(f)), None)
        if self.open is not None and f.scaled and not self.open.scaled and self.open.value < 100:
            said = self.figures[
                : self.figures.index(f)
            ]  # "5.4 million children under five, of whom 2.5 million"
            self.open = next((x for x in reversed(said) if x.value > f.value and x.shape == "N"), None)
        if self.open is None or self.open is f:
            return
        if marker is not None and "offset by" in self.walk.g.low[self.it.starts[begin] : f.start]:
            return  # "including software, offset by 2 million"
        if f.value > self.open.value and not (word or "").lower().startswith(("of", "among", "out")):
            self.open = None
            return  # "consisted of proceeds of 4 million, offset by repayments": no part of 1.8 million
        if coverage == "exhaustive" and _OFFSET.search(self.walk.g.low, f.start, self.walk.s.end):
            coverage = "unknown"
        f.link("part_of", self.open, "of_which", coverage, word)
        k = self.figures.index(f)
        start = self.it.ends[self.it.figures[k - 1]] if k else self.walk.s.start
        rest = rest_pattern("rest").search(self.walk.g.low, start, f.start)
        if rest is not None:
            self._complete(self.open, self.walk.g.norm[rest.start() : rest.end()])

    def total(self, k: int, f: Figure, said: str | None = None) -> None:
        """Tie the list before "11,808 in total" to it: these parts are all, as the words `said` tell."""
        roles, gaps = self.walk.roles, self.walk.gaps
        parts = []
        for j in range(k - 1, -1, -1):
            other = self.figures[j]
            free = roles[j] in (cl.LEVEL, cl.TO) or (roles[j] == cl.PART and not other.links)
            if other.shape != "N" or other.unit != f.unit or not free:
                break
            parts.append(other)
            if not _JOINED.search(gaps[j]):
                break
        named = any("x" in _JOINED.search(gaps[j])[0] for j in range(k - len(parts) + 1, k))  # type: ignore[index]
        total = sum(p.value for p in parts)
        if len(parts) >= 2 and (total == f.value if named else total <= f.value * 2):
            at = self.it.figures[k]
            where = at + 1 if self.it.tags[at + 1 : at + 2] == ["T"] else at - 1
            for p in parts:
                p.link("part_of", f, "listed_in_total", "exhaustive", said or self.words(where))

    def name_totals(self) -> None:
        """A total without a noun of its own is named by its parts: "incubators and makers' spaces"."""
        for total in self.figures:
            parts = [
                f
                for f in self.figures
                if any(t is total and r == "listed_in_total" for _, t, r, *_ in f.links)
            ]
            spans = [f.measure for f in parts if f.measure is not None]
            if total.measure is None and parts and len(spans) == len(parts):
                names = [self.walk.g.norm[start:end] for start, end in spans]
                total.label = ", ".join(names[:-1]) + " and " + names[-1]
                total.flags.add("elided_subject")

    def is_whole(self, gap: str, at: int) -> bool:
        """True for "of its 330" and "of the country's 46 million"; not for "of the estimated 40"."""
        if not gap.strip("oeE") or gap.endswith(("o", "oe", "oE")):
            return True
        word = self.words(at - 1).lower()  # "two of his previous | eleven matches"
        return word.endswith(("'s", "s'", "own")) or word in self.walk.lex.uncounted["selecting"]

    def pair_of(self, k: int, f: Figure, gap: str) -> None:
        """ "62% (8,804) of the | 14,200 schools", "12%, or 5,300, of the | 44,000 calls"."""
        if f.shape != "N" or k == 0 or not _PAIRED.fullmatch(gap):
            return
        for x in self.figures[max(0, k - 2) : k]:
            if x.shape == "R" and x.kind in ("level", "share"):
                x.kind = "share"
                x.link("share_of", f, "share_of_level")
            elif x.shape == "N" and x.value < f.value and k > 1 and self._is_named_part(k, x):
                x.link("part_of", f, "n_of_m", "partial", "of")

    def _is_named_part(self, k: int, x: Figure) -> bool:
        """True for the number of "12%, or 5,300, of the | 44,000" and of "5,300, or 12%, of the | 44,000"."""
        last = self.figures[k - 1]
        if k > 1 and x is self.figures[k - 2] and re.fullmatch(r"x{0,3}<", self.walk.gaps[k - 1]):
            last.link("expresses", x, "level_then_share")  # "3.2 million (31%) of the | 10.3 million"
        return x is last or any(r == "expresses" and t is x for r, t, *_ in last.links)

    def contributes(self, f: Figure, gap: str) -> bool:
        """Tie "foreign investors contributing | 392.7 trillion" to the total that was said before."""
        whole = self.growth or self._whole_of(f, gap)
        if (
            whole is None
            or f.shape != "N"
            or f.value >= whole.value
            or not (_CONTRIBUTED if self.growth is None else _OF_GROWTH).search(gap)
        ):
            return False
        known = (
            unit_of(f) is not None or self.growth is not None or (gap.endswith("a") and f.unit == whole.unit)
        )
        if whole is self.antecedent and f.unit is None and whole.unit in (None, "count", "person"):
            known = _BARE.match(self.walk.afters[self.figures.index(f)]) is not None
        if (
            (";" in gap and not gap.endswith(("a", "C")))
            or not known
            or not same_dimension(unit_of(f), unit_of(whole))
        ):
            return False
        if not self._of_another_whole(f, whole):
            f.link("part_of", whole, "of_this", "unknown")
        return True

    def _of_another_whole(self, f: Figure, whole: Figure) -> bool:
        """True for "Shares made up | €37 billion of their assets", where the deposits were told."""
        behind = self.walk.afters[self.figures.index(f)]
        noun = self.walk.g.measures.behind(self.it, self._item(f)) if behind.startswith("o") else None
        if noun is None:
            return False
        low, head = self.walk.g.low, self.walk.g.low[noun[0] : noun[1]].split()[-1]
        until = f.outer_start if whole in self.figures else self.walk.s.start
        near = low[max(0, whole.outer_start - _NEAR_WHOLE) : min(until, whole.outer_end + _NEAR_WHOLE)]
        return head.rstrip("s") not in near and head not in self.walk.lex.pointers

    def _whole_of(self, f: Figure, gap: str) -> Figure | None:
        """The level that the figure may be taken from: the last one, or what that is a part of."""
        growth = self.walk.memory.growth  # "… 79,300 more than in May. Births contributed | 30,200"
        of_growth = growth is not None and f.value <= growth.value
        if self.whole is None and gap.endswith(("a", "C")) and not of_growth and not self._restates(f):
            return self.antecedent  # "Tourism earned $7.4 billion. Cruises accounted for | $2.6 billion"
        up = [t for r, t, *_ in self.whole.links if r == "part_of"] if self.whole is not None else []
        return up[0] if up else self.whole

    def _restates(self, f: Figure) -> bool:
        """ "This is equivalent to | 3 million": the same again, no part."""
        return self.words(self._item(f) - 1).lower() in self.walk.lex.share_words["restating"]

    @staticmethod
    def _may_be_part(gap: str, part: Figure, whole: Figure) -> bool:
        """True for a bare number, "71 TWh of the total of 540 TWh" and "$400 million of the $1.5 billion"."""
        if part.unit is None or gap == "wo":
            return True
        return gap in ("oe", "oE") and part.unit == whole.unit and part.value < whole.value

    def _is_size(self, f: Figure) -> bool:
        """True for "31.2% of | two": so many in each, and no whole."""
        bare = f.unit is None and not f.scaled and self.walk.tags[self._item(f) + 1 :][:1] != "x"
        return bare and f.value < _MANY and f.value % 1 == 0

    def n_of_m(self, gap: str, part: Figure, whole: Figure) -> None:
        """ "87 of the 120 cities", "12% of the 4.5 billion", "8.7% of GDP of PHP 17.4 trillion"."""
        if part.shape == "R" and gap == "o" and self._is_size(whole):
            return
        if part.shape == "R" and not any(role == "growth_of" for role, *_ in part.links):
            part.direction = None
            part.kind = "share"
            part.link("share_of", whole, "share_of_level")
            part.links = [  # "farms below five hectares are 62% of the | 410,000": 62% is of farms
                x for x in part.links if x[0] != "expresses" or same_dimension(unit_of(x[1]), unit_of(whole))
            ]
            for k in range(self.figures.index(part), 0, -1):
                before = self.figures[k - 1]
                listed = before.shape == "R" and _AND_NAMED.fullmatch(self.walk.gaps[k])
                if not listed or before.kind not in ("level", "share") or before.links:
                    break
                before.kind = "share"  # "Households received 43% | and firms 57% of the 2.4 billion"
                before.link("share_of", whole, "share_of_the_same_whole")
        elif part.shape == "N" and self._may_be_part(gap, part, whole) and not _NOUN_OF.search(gap):
            part.link("part_of", whole, "n_of_m", "partial", "of")
            part.kind, part.direction = "level", None  # "shed 2,000 of its 29,000 staff"
