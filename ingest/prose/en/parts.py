"""Parts and wholes: "of which", "87 of the 120", "18% of them", "4,849 and 6,959, 11,808 in total"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ingest.prose.dimension import same_dimension
from ingest.prose.en import clauses as cl
from ingest.prose.figure import Figure

if TYPE_CHECKING:
    from ingest.prose.en.walk import Walk

_OFFSET = re.compile(r"\b(?:offset|less|net of|minus)\b")  # then what is listed does not add up
_COVERAGE = {"l": "partial", "L": "exhaustive"}
_LISTED = re.compile(r"(?:,&?|&|:|z|;)e?x?\Z")
_NOUN_OF = re.compile(r"x+o")  # 3 of the members of 12 clubs
_POINTING = ("of them", "of these", "of those", "of it", "of this", "of this total", "of that")
_RELATIVE = ("of which", "of whom")
_ASKED = re.compile(
    r"\s(?:[a-z]+ed|given|taken|shown|told|with|aged|asked|questioned|who)\b"
)  # "of those polled" points to nothing said
_GOES_ON = re.compile(r">?w?[ij]?[,;]?&?[xij][xijE&o]{0,6}n?e?")
_AND_NAMED = re.compile(r",?&[eE]?x{1,3}")
_ITSELF = re.compile(r"x{0,3},?a[eE]?")
_REST = re.compile(r"\b(?:the )?(?:remaining|remainder|rest)\b")


class Parts:
    """Ties the parts of one sentence to their wholes, while the walk goes from left to right."""

    def __init__(self, walk: Walk) -> None:
        self.walk, self.it, self.figures, memory = walk, walk.it, walk.figures, walk.memory
        before = memory.antecedent_sentence == walk.s.number - 1
        # "Of the increase, births accounted for 14,200": the change of the sentence before
        self.growth = memory.growth if before and re.match(r"(?:oe|w)[ij]", walk.tags) else None
        self.antecedent = memory.antecedent if memory.antecedent_sentence == walk.s.number - 1 else None
        # the last level that may be a whole; "Of these, …" points to that of the sentence before
        self.whole: Figure | None = self.antecedent if walk.tags[:1] == "w" else None
        self.open: Figure | None = None  # the whole of the list of parts that is being read
        self.fronted: Figure | None = None  # "Of the 1,240 plants, …"

    def words(self, item: int) -> str:
        """The words of an item as printed."""
        return self.walk.g.norm[self.it.starts[item] : self.it.ends[item]]

    def is_listed(self, f: Figure, at: int, gap: str) -> bool:
        """True where a bare number goes on a list of parts: "1,930 permits, 1,410 for homes"."""
        whole = self.fronted or self.whole
        if whole is None or whole is f or f.shape != "N" or not _LISTED.search(gap):
            return False
        if re.search(r"[udij23pqcU]", gap) or f.value >= whole.value:
            return False
        if whole is self.figures[max(0, self.figures.index(f) - 1)] and "&" in gap and "," not in gap:
            return False  # "202 dead in one country and 98 in the other"
        after = self.walk.tags[at + 1 : at + 2]
        if self.fronted is not None:
            named = after in ("x", "i", "j") and self._head(f) != self._head(whole)
            return f.unit == whole.unit if f.unit is not None else not named
        first = self.it.figures[self.figures.index(whole)]
        named = self.walk.tags[first + 1 : first + 2] not in (
            "n",
            "f",
            "5",
        )  # "2,168 for warrants, 353 for awards"
        return f.unit is None and after in ("n", "f", "5") and whole.noun_unit and named

    def list_part(self, k: int, f: Figure) -> None:
        """Tie one of a list of parts; "altogether" or "the remaining" make the list complete."""
        whole = self.fronted or self.whole
        assert whole is not None
        first = self.it.figures[self.figures.index(whole)]
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
        rest = _REST.search(self.walk.g.low, start, f.start)
        if rest is not None:  # what remains completes the list
            self._complete(whole, self.walk.g.norm[rest.start() : rest.end()])

    def _complete(self, whole: Figure, word: str) -> None:
        for f in self.figures:
            f.links = [
                (r, t, rule, "exhaustive", word) if r == "part_of" and t is whole else (r, t, rule, cov, text)
                for r, t, rule, cov, text in f.links
            ]

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
        if self.open is not None and not same_dimension(_unit(f), _unit(self.open)):
            said = self.figures[: self.figures.index(f)]
            # "$2.4 billion in 14 countries, including $600 million"
            self.open = next((x for x in reversed(said) if _unit(x) == _unit(f)), None)
        if self.open is not None and f.scaled and not self.open.scaled and self.open.value < 100:
            said = self.figures[
                : self.figures.index(f)
            ]  # "5.4 million children under five, of whom 2.5 million"
            self.open = next((x for x in reversed(said) if x.value > f.value and x.shape == "N"), None)
        if self.open is None or self.open is f:
            return
        if marker is not None and marker[0] in "lL" and f.value > self.open.value:
            return  # "consisted of proceeds of 4 million, offset by repayments": no part of 1.8 million
        if coverage == "exhaustive" and _OFFSET.search(self.walk.g.low, f.start, self.walk.s.end):
            coverage = "unknown"
        f.link("part_of", self.open, "of_which", coverage, word)
        k = self.figures.index(f)
        start = self.it.ends[self.it.figures[k - 1]] if k else self.walk.s.start
        rest = _REST.search(self.walk.g.low, start, f.start)
        if rest is not None:
            self._complete(self.open, self.walk.g.norm[rest.start() : rest.end()])

    def total(self, k: int, f: Figure) -> None:
        """Tie the list before "11,808 in total" to it: these parts are all there is."""
        roles, gaps = self.walk.roles, self.walk.gaps
        parts = []
        for j in range(k - 1, -1, -1):
            other = self.figures[j]
            if other.shape != "N" or other.unit != f.unit or roles[j] not in (cl.LEVEL, cl.TO):
                break
            parts.append(other)
            if not re.search(r"(?:&|,)e?\Z", gaps[j]):
                break
        if len(parts) >= 2 and sum(p.value for p in parts) <= f.value * 2:
            at = self.it.figures[k]
            where = at + 1 if self.it.tags[at + 1 : at + 2] == ["T"] else at - 1
            for p in parts:
                p.link("part_of", f, "listed_in_total", "exhaustive", self.words(where))

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

    def of_them(self, k: int, f: Figure) -> None:
        """ "only eleven of them", "18% of them": a part or share of the count said before."""
        at = self.walk.behind_at[k]
        phrase = self.words(at)
        named = phrase.lower()
        if named == "of the total":
            self._share_of_total(k, f)
            return
        if named in _RELATIVE:
            pointing = self._is_relative(k, at)
        else:
            pointing = named in _POINTING
            if named == "of those" and _ASKED.match(self.walk.g.low, self.it.ends[at]):
                pointing = False
            if named == "of that" and self.walk.tags[at + 1 : at + 2] in ("x", "X", "o"):
                pointing = False  # "31% of that group"
        self.colon_list(k)
        this = " this" in named
        whole = (self._this(k, f, at) if this else self._them(k, f)) if pointing else None
        if whole is None:
            return
        f.links = [x for x in f.links if x[0] not in ("part_of", "expresses")]
        if f.shape == "R":
            f.kind = "share"
            f.link("share_of", whole, "of_this" if this else "share_of_them")
        else:
            f.link("part_of", whole, "of_this" if this else "n_of_them", "partial", phrase)

    def _is_relative(self, k: int, at: int) -> bool:
        """True for "27 | of which are private"; what stands before "of which" and a part is a whole."""
        after = self.walk.tags[at + 1 : at + 4]
        opens = re.search(r"[,;&]e?\Z", self.walk.gaps[k]) is not None
        return opens and re.search(r"[vudAHSm6]", after) is not None

    def _share_of_total(self, k: int, f: Figure) -> None:
        """ "6.8 million nights, or 28% | of the total": of the larger figure of one thing said before."""
        if f.shape != "R":
            return
        part = next((t for r, t, *_ in f.links if r == "expresses"), None)
        if part is None and self.walk.aside is not None:  # "traffic, which makes up a fifth of the total"
            part, whole = None, self.whole
        elif part is None and "a" not in self.walk.gaps[k]:
            return
        elif part is None:  # "Domestic visitors made up 71% of the total.": of the one level said before
            said = [x for x in self.figures[:k] if x.shape == "N"]
            whole = self.antecedent if not said else said[0] if len(said) == 1 else None
        else:
            told = next((t for r, t, *_ in part.links if r == "part_of"), None) if part is not None else None
            if told is not None:
                f.kind = "share"
                f.link("share_of", told, "share_of_total")
                return
            known = [x for x in (self.antecedent, *self.figures[:k]) if x is not None and x.shape == "N"]
            levels = [x for x in known if part is not None and x.kind == "level" and x.value > part.value]
            whole = next((x for x in reversed(levels) if part and self._is_of_one_thing(x, part)), None)
        if whole is None:
            return
        f.kind = "share"
        f.link("share_of", whole, "share_of_total")
        if part is not None:
            part.link("part_of", whole, "share_of_total", "unknown", "of the total")

    def _is_of_one_thing(self, whole: Figure, part: Figure) -> bool:
        """True for two figures of one unit; of what is counted, with one noun: "guest nights"."""
        if whole.unit not in (None, "count", "person") or part.unit not in (None, "count", "person"):
            return whole.unit == part.unit
        nouns = [x.noun or self._noun(x) for x in (whole, part)]
        said = {self.walk.g.low[n[0] : n[1]] for n in nouns if n is not None}
        return len(said) == 1 and None not in nouns

    def _head(self, f: Figure) -> str | None:
        """The last word of the noun that a figure counts: "2,890 fires" of the total of "4,820 fires"."""
        noun = f.noun or self._noun(f)
        return None if noun is None else self.walk.g.low[noun[0] : noun[1]].split()[-1]

    def _noun(self, f: Figure) -> tuple[int, int] | None:
        return self.walk.g.measures.counted(self.it, self.it.figures[self.figures.index(f)])

    def is_whole(self, gap: str, at: int) -> bool:
        """True for "of its 330" and "of the country's 46 million"; not for "of the estimated 40"."""
        if not gap.strip("oeE") or gap.endswith(("o", "oe", "oE")):
            return True
        return self.words(at - 1).lower().endswith(("'s", "s'", "own"))

    def _them(self, k: int, f: Figure) -> Figure | None:
        """The level that "them" points to: the last one, else that of the sentence before."""
        said = [x for x in reversed(self.figures[:k]) if x.shape == "N" and x.kind == "level"]
        own = said and said[0] is self.figures[k - 1] and _ITSELF.fullmatch(self.walk.gaps[k])
        if f.shape == "R" and own:
            part, *said = said  # "services, with $1.5 billion, accounted for 24% | of it"
            said = [x for x in said if x.value > part.value and same_dimension(_unit(x), _unit(part))]
            whole = next(iter(said), self.antecedent)
            if whole is not None and whole.value > part.value and same_dimension(_unit(whole), _unit(part)):
                return whole
            return None
        if f.shape == "N":  # "84 people in six countries, 58 | of them"
            said = [x for x in said if x.value > f.value]
        return next((x for x in said if "part_of" not in [r for r, *_ in x.links]), self.antecedent)

    def _this(self, k: int, f: Figure, at: int) -> Figure | None:
        """The figure that "of this" or "of this growth" points to; None where it may be more than one."""
        said = [
            x for x in self.figures[:k] if x.shape == "N" and not any(r == "part_of" for r, *_ in x.links)
        ]
        if self.walk.tags[at + 1 : at + 2] in ("i", "j"):
            said = [x for x in said if x.kind == "change_amount"]
        if f.shape == "N":
            said = [x for x in said if x.value > f.value and same_dimension(_unit(x), _unit(f))]
        levels = [x for x in said if x.kind == "level"]
        if f.shape == "R" and len(levels) == 1:
            said = levels
        return said[0] if len(said) == 1 else self.antecedent if not said else None

    @staticmethod
    def pointed(f: Figure) -> bool:
        """True for a figure that "of them" or "of these" has tied to its whole."""
        return any(rule in ("n_of_them", "share_of_them", "of_this") for _, _, rule, *_ in f.links)

    def shares_in(self) -> None:
        """ "The share of foreigners in the 310,000 enrolments rose to | 11%": the whole stands in the subject."""
        for k, f in enumerate(self.figures[1:], 1):
            whole, gap = self.figures[k - 1], self.walk.gaps[k - 1]
            named = whole.shape == "N" and re.search(r"s[on][^,;vud]*[no]e?\Z", gap)
            if (
                named
                and f.shape == "R"
                and f.kind in ("level", "share")
                and re.fullmatch(r"x*[vud][tn]?e?", self.walk.gaps[k])
            ):
                f.kind, f.links = "share", [x for x in f.links if x[0] != "expresses"]
                f.link("share_of", whole, "share_in_whole")

    def colon_list(self, k: int) -> None:
        """ "10.0 million fell ill: 5.8 million men, 3.2 million women, 1.0 million children", adding up."""
        gaps, said = self.walk.gaps, []
        for j in range(k - 1, 0, -1):
            said.append(self.figures[j])
            if self.figures[j].shape != "N" or ";" in gaps[j]:
                return
            if ":" in gaps[j]:
                break
        else:
            return
        whole, slack = self.figures[j - 1], sum((x.last_place or 0) for x in said)
        if len(said) > 1 and whole.shape == "N" and abs(sum(x.value for x in said) - whole.value) <= slack:
            for x in reversed(said):
                x.link("part_of", whole, "list_behind_colon", "unknown", ":")

    def contributes(self, f: Figure, gap: str) -> bool:
        """Tie "foreign investors contributing | 392.7 trillion" to the total that was said before."""
        whole = self.growth or self.whole
        if (
            whole is None
            or not re.search(r"C\Z|[,;][z&5]?[eE]?x{1,4}a\Z" if self.growth is None else r"[Ca]n?\Z", gap)
            or f.shape != "N"
            or f.value >= whole.value
        ):
            return False
        known = (
            _unit(f) is not None or self.growth is not None or (gap.endswith("a") and f.unit == whole.unit)
        )
        if (";" in gap and not gap.endswith("a")) or not known or not same_dimension(_unit(f), _unit(whole)):
            return False
        f.link("part_of", whole, "of_this", "unknown")
        return True

    @staticmethod
    def back_to_whole(group: cl.Group | None) -> cl.Group | None:
        """ "92,900 homes, of which 54,500 flats; this is a rise of | 13%": a new clause leaves the part."""
        if group is None or group.level is None:
            return group
        whole = next((t for r, t, *_ in group.level.links if r == "part_of"), None)
        return cl.Group(level=whole) if whole is not None else group

    def goes_on(self, k: int, f: Figure, gap: str) -> bool:
        """Tie what goes on with "food took $7,729 of this" to the same whole: "… and housing $20,001"."""
        before = next((x for x in reversed(self.figures[:k]) if x.shape == f.shape), None)
        if before is None or not _GOES_ON.fullmatch(gap) or not same_dimension(_unit(f), _unit(before)):
            return False
        for role, whole, rule, coverage, word in before.links:
            if rule in ("n_of_them", "share_of_them", "of_this", "share_of_total"):
                f.links = [x for x in f.links if x[0] not in ("part_of", "share_of")]
                f.link(role, whole, rule, coverage, word)
                return True
        return False

    def n_of_m(self, gap: str, part: Figure, whole: Figure) -> None:
        """ "87 of the 120 cities", "12% of the 4.5 billion", "8.7% of GDP of PHP 17.4 trillion"."""
        if part.shape == "R" and not any(role == "growth_of" for role, *_ in part.links):
            part.direction = None
            part.kind = "share"
            part.link("share_of", whole, "share_of_level")
            k = self.figures.index(part)
            before = self.figures[k - 1] if k else None
            listed = before is not None and before.shape == "R" and _AND_NAMED.fullmatch(self.walk.gaps[k])
            if before is not None and listed and before.kind == "level":
                before.kind = "share"  # "Households received 43% | and firms 57% of the 2.4 billion"
                before.link("share_of", whole, "share_of_the_same_whole")
        elif part.shape == "N" and part.unit is None and not _NOUN_OF.search(gap):
            part.link("part_of", whole, "n_of_m", "partial", "of")
            part.kind, part.direction = "level", None  # "shed 2,000 of its 29,000 staff"


def _unit(f: Figure) -> str | None:
    """The unit as far as it is known in the walk: what counts its noun is a count."""
    return f.unit or ("count" if f.noun_unit else None)
