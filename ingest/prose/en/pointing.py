"""What points back to a whole: "18% of them", "35% of the total", "$7,729 of this and $20,001 …"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from ingest.prose.dimension import same_dimension
from ingest.prose.en import clauses as cl
from ingest.prose.en.totals import Totals
from ingest.prose.en.words import lexicon
from ingest.prose.figure import Figure
from ingest.prose.regex import regex

if TYPE_CHECKING:
    pass

_SUMS = (
    "of this total",
    "of that total",
    "of this amount",
    "of that amount",
    "of this sum",
    "of this number",
)
_POINTING = ("of them", "of these", "of those", "of it", "of this", "of that", *_SUMS)
_RELATIVE = ("of which", "of whom")
_ASKED = regex(
    r"\s(?:[a-z]+ed|given|taken|shown|told|with|aged|asked|questioned|who)\b"
)  # "of those polled" points to nothing said
_ITSELF = regex(r"x{0,3},?a[eE]?|[xA]{0,4},Zv")
_WITH, _THEN_DID = regex(r"x,5\Z"), regex(r"x{0,3},[A23H]e?")  # "Ford, with 0.5, made | 56% of it"
OR = regex(r"x{0,2},?1")  # ", or | 11%"
_BEFORE = (cl.EARLIER, cl.FROM)
_GOES_ON = regex(r">?w?[ij]?[,;]?&?[xij][xijE&o]{0,6}n?e?|w[,;]&?ef[eE]?x{1,3}|w,&?[eE]x{1,4}n")
_TOLD_ALIKE = regex(r"w(?P<prep>[Otnfb5])[eE]?x{1,4},?&?")
_TIED = ("n_of_them", "share_of_them", "of_this", "share_of_total")  # rules of what others go on from
_GOES_ON_BARE = regex(r"w[vA]{1,2}x{1,2},?&")  # "11 of which were empty and | three damaged"


@lru_cache(maxsize=2)
def rest_pattern(*roles: str) -> re.Pattern[str]:
    """What tells that the parts are complete: "the remaining", "the rest"; with "others" less surely."""
    told = sorted(word for role in roles for word in lexicon().share_words[role])
    return regex(rf"\b(?:the )?(?P<word>{'|'.join(told)})\b")


class Pointing(Totals):
    """The part of the parts that looks for what "of them" and "of this" point to."""

    def words(self, item: int) -> str:
        """The words of an item as printed."""
        return self.walk.g.norm[self.it.starts[item] : self.it.ends[item]]

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
            if named == "of those" and self._is_narrowed(at):
                pointing = False
            if named == "of that" and self.walk.tags[at + 1 : at + 2] in ("x", "X", "o"):
                pointing = False  # "31% of that group"
        self.colon_list(k)
        this = " this" in named
        whole = (self._this(k, f, at) if this else self._them(k, f)) if pointing else None
        if named == "of these" and pointing and self.walk.tags[at + 1 : at + 2] == "x":
            whole = self._called(k, at + 1) or whole
        if named in _RELATIVE and pointing:
            whole = self._right_before(k, f) or whole
        if named in _RELATIVE and self._is_of_time(k):
            return  # "14.7 million minutes, 58% of which"
        if whole is None:
            return
        f.links = [x for x in f.links if x[0] not in ("part_of", "expresses")]
        if f.shape == "R":
            f.kind = "share"
            f.link("share_of", whole, "of_this" if this else "share_of_them")
            if not this and (part := self._own_part(k, f)) is not None:
                f.link("expresses", part, "level_then_share")
        else:
            f.link("part_of", whole, "of_this" if this else "n_of_them", "partial", phrase)

    def _is_of_time(self, k: int) -> bool:
        """True where a length of time stands right before figure k, which is no whole of counts."""
        last = self.figures[k - 1] if k else None
        return last is not None and last.shape == "D" and k > 0 and self.walk.gaps[k].endswith(",")

    def _is_narrowed(self, at: int) -> bool:
        """True for "of those polled", "of those eligible", "of those on the register": not those said."""
        if _ASKED.match(self.walk.g.low, self.it.ends[at]):
            return True
        behind = self.walk.tags[at + 1 : at + 3]
        if at + 1 < len(self.it.tags) and self.words(at + 1).lower() in self.walk.lex.participles:
            return True
        return behind[:1] in ("n", "O", "5", "6", "f") or re.fullmatch(r"x[,;>&]?", behind) is not None

    def _right_before(self, k: int, f: Figure) -> Figure | None:
        """ "including 2.1 million girls, 300,000 | of whom …": of the part that stands right before it."""
        last = self.figures[k - 1] if k else None
        part = last is not None and last.shape == "N" and any(r == "part_of" for r, *_ in last.links)
        if last is None or not part or re.fullmatch(r"x{0,4},e?", self.walk.gaps[k]) is None:
            return None
        return last if f.shape == "R" or f.value < last.value else None

    def _called(self, k: int, noun: int) -> Figure | None:
        """ "1,740 of them women; 12% of these | women": the count of before that has this word behind it."""
        word, low = self.words(noun).lower(), self.walk.low
        for j in range(k - 1, -1, -1):
            end = self.it.starts[self.it.figures[j + 1]]
            behind = low[self.it.ends[self.it.figures[j]] : end].partition(";")[0]
            if self.figures[j].shape == "N" and word in behind.replace(",", " ").split():
                return self.figures[j]
        return None

    def _is_relative(self, k: int, at: int) -> bool:
        """True for "27 | of which are private"; what stands before "of which" and a part is a whole."""
        after = self.walk.tags[at + 1 : at + 4]
        opens = re.search(r"[,;&]e?\Z", self.walk.gaps[k]) is not None
        if opens and self.figures[k].shape == "R" and self.words(at).lower() == "of whom":
            return True  # "9,100 pupils, one in four | of whom gets free meals"
        if opens and self.figures[k].shape == "R" and after.startswith((",1", "<")):
            return True  # "14 million tonnes, 3% of which, or 0.4 million, …"
        return opens and (re.search(r"[vudAHSm65]", after) is not None or after[:1] == "x")

    def in_bracket(self, k: int, f: Figure, gap: str) -> None:
        """Tie "most of them (71%)" to the level that "them" points to."""
        whole = self._them(k, f) if f.shape == "R" and gap.endswith("w<") else None
        if whole is not None:
            f.kind = "share"
            f.link("share_of", whole, "share_of_them")

    def _them(self, k: int, f: Figure) -> Figure | None:
        """The level that "them" points to: the last one, else that of the sentence before."""
        told = [
            x for x, role in zip(self.figures[:k], self.walk.roles[:k], strict=True) if role not in _BEFORE
        ]
        said = [x for x in reversed(told) if x.shape == "N" and x.kind == "level"]
        if said and said[0] is self.figures[k - 1] and said[0].unit is None and self.walk.gaps[k] == "&":
            said = said[1:]  # "home to 39 and | 55 percent of them": of one list
        part = self._own_part(k, f)
        if part is not None:
            said = [x for x in said if x.value > part.value and same_dimension(unit_of(x), unit_of(part))]
            whole = next(iter(said), self.antecedent)
            if (
                whole is not None
                and whole.value > part.value
                and same_dimension(unit_of(whole), unit_of(part))
            ):
                return whole
            return None
        if f.shape == "N":  # "84 people in six countries, 58 | of them"
            said = [x for x in said if x.value > f.value]
        those = self.words(self.walk.behind_at[k]).lower() == "of those"
        if those and said and f.unit is None:
            return said[0]  # "Of these, 38,000 are under 35, and 21,000 | of those are students"
        if (some := self._some_of(k, said)) is not None and some.value > f.value:
            return some
        last = said[0] if said else None
        if (
            last is not None
            and f.shape == "N"
            and last is self.figures[k - 1]
            and self.walk.gaps[k].endswith(",")
        ):
            rules = [rule for role, _, rule, *_ in last.links if role == "part_of"]
            if rules in (["list_of_parts"], ["of_the_n"]) and ";" not in self.walk.gaps[k]:
                return last  # "Of 240 samples, 18 held lead, | six of them much"
        said = [x for x in said if "part_of" not in [r for r, *_ in x.links]]
        behind = self.walk.behind_at[k] + 1
        if behind < len(self.it.tags) and self.words(behind).lower() in self.walk.lex.persons:
            people = [x for x in said if self._head(x) in self.walk.lex.persons]
            said = people or said  # "732 pupils got top marks in seven subjects, half of them | girls"
        before = self.walk.memory.antecedent_sentence == self.walk.s.number - 1
        counted = self.walk.memory.counted if before and not self.figures[:k] else None
        fits = counted is not None and (f.shape == "R" or (f.unit is None and f.value < counted.value))
        return next(iter(said), self.antecedent or (counted if fits else None))

    def _own_part(self, k: int, f: Figure) -> Figure | None:
        """The level that has the share: "services, with $1.5 billion, accounted for | 24% of it"."""
        last = self.figures[k - 1] if k and f.shape == "R" else None
        if last is None or last.shape != "N" or last.kind != "level":
            return None
        if OR.fullmatch(self.walk.gaps[k]):
            return last  # "employs 210,000, or | 13% of them"
        with_it = _WITH.search(self.walk.gaps[k - 1]) and _THEN_DID.fullmatch(self.walk.gaps[k])
        return last if with_it or _ITSELF.fullmatch(self.walk.gaps[k]) else None

    def _some_of(self, k: int, said: list[Figure]) -> Figure | None:
        """ "38 of its 214 aircraft were grounded, | 27 of them over engines": of those that were."""
        if k < 2 or not said or said[0] is not self.figures[k - 1] or "v" not in self.walk.gaps[k]:
            return None
        some = self.figures[k - 2]
        return some if any(t is said[0] and rule == "n_of_m" for _, t, rule, *_ in some.links) else None

    def _this(self, k: int, f: Figure, at: int) -> Figure | None:
        """The figure that "of this" or "of this growth" points to; None where it may be more than one."""
        said = [
            x for x in self.figures[:k] if x.shape == "N" and not any(r == "part_of" for r, *_ in x.links)
        ]
        if self.walk.tags[at + 1 : at + 2] in ("i", "j"):
            said = [x for x in said if x.kind == "change_amount"]
        if f.shape == "N":
            said = [x for x in said if x.value > f.value and same_dimension(unit_of(x), unit_of(f))]
        if f.kind == "change_amount" or (k and self.figures[k - 1].kind == "change_amount"):
            added = [x for x in said if x.kind == "change_amount"]
            said = (
                added[:1] if added else said
            )  # "grew by 167 GW; solar added 94 GW and wind 47 GW | of this"
        levels = [x for x in said if x.kind == "level"]
        if f.shape == "R" and len(levels) == 1:
            said = levels
        if not said and self.antecedent is None and f.shape == "R" and self._is_next():
            return self._one_amount()
        return said[0] if len(said) == 1 else self.antecedent if not said else None

    def _is_next(self) -> bool:
        return self.walk.memory.antecedent_sentence == self.walk.s.number - 1

    def _one_amount(self) -> Figure | None:
        """ "1,140 charities spent £1.3 billion. Housing took | 46% of this": of what counts nothing."""
        amounts = [x for x in self.walk.memory.levels_before if x.unit not in (None, "count", "person")]
        return amounts[0] if len(amounts) == 1 else None

    @staticmethod
    def pointed(f: Figure) -> bool:
        """True for a figure that "of them" or "of these" has tied to its whole."""
        return any(rule in ("n_of_them", "share_of_them", "of_this") for _, _, rule, *_ in f.links)

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
        tied = [x for x in before.links if x[2] in _TIED] if before is not None else []
        if before is None or not tied:
            return False
        bare = f.unit is None and _GOES_ON_BARE.fullmatch(gap) and self.walk.afters[k][:1] in ("x", "A")
        alike = _TOLD_ALIKE.fullmatch(gap)  # "a third of it from abroad and | 14% from the south"
        alike = alike if alike is not None and self.walk.afters[k].startswith(alike["prep"]) else None
        goes_on = bare or alike or _GOES_ON.fullmatch(gap)
        if not goes_on or not same_dimension(unit_of(f), unit_of(before)):
            return False
        f.links = [x for x in f.links if x[0] not in ("part_of", "share_of")]
        f.link(*tied[0])
        return True


def unit_of(f: Figure) -> str | None:
    """The unit as far as it is known in the walk: what counts its noun is a count."""
    return f.unit or ("count" if f.noun_unit else None)
