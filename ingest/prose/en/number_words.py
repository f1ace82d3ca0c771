"""Numbers in words among the items: counts, fractions, "one in five", and the article that counts a year."""

from __future__ import annotations

from decimal import Decimal

from ingest.prose.en import figures as fg
from ingest.prose.en.assembly import Assembly
from ingest.prose.en.names import BOUNDS, Names
from ingest.prose.en.tokens import Numeral
from ingest.prose.en.words import WORD, Entry
from ingest.prose.figure import PERCENT, Figure
from ingest.prose.numerals import from_words

_MOST_THINGS = 20  # "one dollar in three"; "one death in 2019"
_OF_THE_WAY = ["of", "the", "way"]
_LARGEST_OF = 1000  # "one in a thousand" is a share; of more, both numbers are counts

_COMPARED = frozenset(["more", "less", "fewer", "higher", "lower", "up", "down", "above", "below"])
_BEHIND_CHANGE = frozenset(["to", "from", "in", "since", "on", "compared", "over", ",", ".", ";"])
_RUNS = frozenset(
    ["straight", "consecutive", "successive", "time", "term", "day", "week", "month", "year", "season"]
)

_BEHIND_HALF = frozenset(["of", "the", "its", "their", "that", "those", "all", "were", "are"])
_BEFORE_TIME = frozenset(["first", "second", "last", "latter", "former", "other", "this", "next"])


class NumberWords(Assembly, Names):
    """The part of the lexer that reads numbers in words."""

    def _word_number(self, i: int) -> int:
        t, lex = self.t, self.lex
        read = fg.read_numeral(t, i, lex)
        if not isinstance(read, Numeral):
            return self._a_duration(i)
        nxt = t.words[read.after]
        if nxt == "-" and read.after == i + 1 and (after := fg.compound(t, i, lex)):
            self.out.push("X", t.starts[i], t.ends[after - 1])
            return after
        if i and t.words[i - 1] in BOUNDS and read.after == i + 1 and self.bounds_persons(i):
            self.out.push("X", t.starts[i], t.ends[i])  # "children under five"
            return read.after
        named = i > 0 and self.norm[t.starts[i]].isupper() and t.kinds[i - 1] == WORD
        if named and (read.after == i + 1 or self.norm[t.starts[i - 1]].isupper()):
            return 0  # the Big Four, the Group of Twenty
        if t.words[read.after + 1] in ("in", "out") and (after := self._one_thing_in(i, read)):
            return after
        if t.words[i] == "one" and read.after == i + 1:
            unit = fg.read_unit(t, read.after, lex)
            numeric = unit is not None and unit[2] in (
                "percent",
                "points",
                "index",
                "measure",
                "money",
                "duration",
            )
            negative = i > 0 and t.words[i - 1] in ("minus", "negative")
            if nxt in ("in", "out") and (after := self._one_in(i, read)):
                return after
            compared = nxt in ("more", "fewer", "less") and t.words[read.after + 1] == "than"
            ranged = nxt == "and" and i > 0 and t.words[i - 1] == "between"
            ranged = ranged or (nxt == "to" and t.words[read.after + 1] in lex.numbers)  # one to three years
            pointed = nxt == "point" and i > 0 and t.words[i - 1] == "at"  # "at one point"
            if pointed or not (numeric or negative or compared or ranged) or nxt in ("day", "time"):
                return 0
        if nxt in lex.fractions and nxt not in ("quarters", "second"):
            return 0
        if nxt == "-" and t.words[read.after + 1] in lex.fractions:
            return 0
        if t.words[i] in ("three", "two") and nxt == "quarters":
            by = i > 0 and t.words[i - 1] == "by" and t.words[read.after + 1] in _BEHIND_CHANGE
            if by or t.words[read.after + 1] == "of":
                return 0
        if nxt in ("in", "out") and t.kinds[i] == WORD and (after := self._one_in(i, read)):
            return after
        if (
            i
            and t.words[i - 1] in lex.names
            and t.kinds[i - 1] == WORD
            and t.words[i - 1] not in ("no", "level")
        ):
            return 0
        if after := self._uncounted(i, read):
            self.out.push("x", t.starts[i], t.ends[after - 1])
            return after
        return self._figure(read, i)

    def _one_in(self, i: int, read: Numeral) -> int:
        """ "one in five", "one in every five", "three out of ten": a share."""
        t, lex = self.t, self.lex
        j = self._behind_in(read.after)
        other = fg.read_numeral(t, j, lex) if j else None
        if not isinstance(other, Numeral) or other.number.value <= read.number.value or read.scaled:
            return 0
        unit = fg.read_unit(t, other.after, lex)
        if other.number.value > _LARGEST_OF or (unit is not None and unit[2] != "money"):
            return 0  # "one in five minutes", but "one in five francs"
        self._share(
            t.starts[i],
            t.ends[other.after - 1],
            read.number.value * 100 / other.number.value,
        )
        return other.after

    def _behind_in(self, j: int) -> int:
        """Where the second number of "one in every five", "three out of ten" stands; 0 for "out on"."""
        words = self.t.words
        if words[j] == "out" and words[j + 1] != "of":
            return 0
        j += 2 if words[j] == "out" else 1
        return j + (words[j] == "every")

    def _one_thing_in(self, i: int, read: Numeral) -> int:
        """ "one dollar in three", "two households in five": a share; "two plants in three towns" is none."""
        t, lex, noun = self.t, self.lex, read.after
        plain = t.kinds[noun] == WORD and (
            t.words[noun] not in lex.singles or t.words[noun] in lex.currencies
        )
        j = self._behind_in(noun + 1) if plain else 0
        other = fg.read_numeral(t, j, lex) if j else None
        if not isinstance(other, Numeral) or read.scaled or not read.in_words:
            return 0
        behind = t.words[other.after]
        ends = t.kinds[other.after] != WORD or (behind in lex.singles and behind not in lex.units)
        if not ends or behind in ("-", "%") or not read.number.value < other.number.value <= _MOST_THINGS:
            return 0
        percent = read.number.value * 100 / other.number.value
        self._share(t.starts[i], t.ends[other.after - 1], percent)
        return other.after

    def _share(self, start: int, end: int, percent: Decimal) -> None:
        value = percent.quantize(Decimal(1).scaleb(-12)).normalize()
        figure = Figure(
            start=start,
            end=end,
            shape=PERCENT,
            value=value,
            outer_start=start,
            outer_end=end,
        )
        figure.kind, figure.unit = "share", "percent"
        figure.flags.add("fraction")
        self.hedge_before(figure)
        self.out.figures.append(len(self.out.tags))
        self.out.push(PERCENT, figure.outer_start, end, figure)

    def _fraction(self, i: int) -> int:
        """ "a third of", "two-thirds", "half the", "three quarters of": a share in percent."""
        t, lex = self.t, self.lex
        w, j, times = t.words[i], i, 1
        if w in ("a", "one", "two", "three", "four", "five", "seven", "nine"):
            times = 1 if w == "a" else int(lex.numbers[w][0])
            j = i + 2 if t.words[i + 1] == "-" else i + 1
        part = lex.fractions.get(t.words[j])
        if part is None or (j == i and t.words[j] != "half" and t.words[j].isascii()):
            return 0
        if (points := self._points_behind(j)) > 0:
            value = Decimal(part.numerator * times) / Decimal(part.denominator)
            return self._figure(Numeral(i, points, from_words(value), in_words=True), i)
        if self._is_no_share(i, j, times):
            return 0
        ratio = part * times
        percent = Decimal(ratio.numerator) * 100 / Decimal(ratio.denominator)
        self._share(t.starts[i], t.ends[j], percent)
        return j + 1

    def _answers(self, j: int) -> bool:
        """True for a verb behind a bare fraction: "half | live in towns", "half | said so"."""
        word, entry = self.t.words[j], self.lex.singles.get(self.t.words[j])
        return word in self.lex.answers or (entry is not None and entry.tag in ("v", "H"))

    def _is_no_share(self, i: int, j: int, times: int) -> bool:
        """True where the fraction that ends at token j is a name, an ordinal or a time: "a third party"."""
        t, lex = self.t, self.lex
        part, after = t.words[j], t.words[j + 1]
        before = t.words[i - 1] if i else ""
        if after in lex.compounds.get(part, ()) or after in _RUNS or t.words[j + 1 : j + 4] == _OF_THE_WAY:
            return True  # "a two-thirds majority", "for a sixth straight month"
        by = bool({"by", "or"} & set(t.words[max(0, i - 2) : i])) and after in _BEHIND_CHANGE
        compared = after in _COMPARED and times == 1 and part == "quarter"
        if part in ("quarter", "second", "fourth") and after != "of" and not by and not compared:
            return True  # but "cut by a quarter to 48,000"
        ordinal = t.words[i] == "a" and part != "half" and t.kinds[j + 1] == WORD
        if ordinal and after not in lex.singles and not after.endswith("ed") and after not in lex.answers:
            return True  # "debts of a third party"
        last = self.out.data[-1] if self.out.data else None
        hedged = before == "by" or (isinstance(last, Entry) and last.hedge is not None)
        told = hedged and after not in ("a", "an", "year", "hour")
        if part == "half" and not told and after not in _BEHIND_HALF and not self._answers(j + 1):
            return True
        return i == j and before in _BEFORE_TIME

    def _points_behind(self, j: int) -> int:
        """Where the points of "a quarter | point", "a quarter of a | percentage point" begin, else 0.

        "A third point" may be one of a list.
        """
        t = self.t
        of_a = t.words[j + 1 : j + 3] == ["of", "a"]
        if not of_a and t.words[j] not in ("quarter", "half"):
            return 0
        after = j + 3 if of_a else j + 1
        points = fg.read_unit(t, after, self.lex)
        return after if points is not None and points[2] in ("points", "index") else 0

    def _a_duration(self, i: int) -> int:
        """ "within a year": the article counts one, but only behind a hedge that bounds a length of time."""
        t = self.t
        if t.words[i] not in ("a", "one") or not self.out.data:
            return 0
        last = self.out.data[-1]
        unit = fg.read_unit(t, i + 1, self.lex)
        if unit is None or unit[2] != "duration" or not isinstance(last, Entry):
            return 0
        if last.hedge is None or last.side not in ("duration", "before") or last.tag in ("O", "t"):
            return 0
        if t.words[unit[0]] in ("ago", "earlier", "before") or last.phrase in (
            "some",
            "about",
            "only",
            "just",
            "over",
        ):
            return 0
        return self._figure(Numeral(i, i + 1, from_words(Decimal(1)), in_words=True), i)
