"""From a numeral's first token to a figure among the items, or to nothing: dates, names and broken numbers."""

from __future__ import annotations

from decimal import Decimal

from ingest.prose.en import figures as fg
from ingest.prose.en import periods
from ingest.prose.en.figures import Numeral, Tokens
from ingest.prose.en.items import Items
from ingest.prose.en.words import CURRENCY, NUMBER, WORD, Entry, Lexicon
from ingest.prose.figure import DURATION, PERCENT, RANK, Figure
from ingest.prose.numerals import from_words

_BEFORE_YEAR_COUNT = frozenset(["were", "was", "are", "employed", "counted", "had", "hired"])
_YEAR_NAMES = frozenset(["agenda", "vision", "horizon", "expo", "strategy"])
_DATE_MARKS = frozenset(["st", "nd", "rd", "th", "of", "/", "-", "month", "months"])
YEAR_FORMS = [
    "iso_day",
    "year_quarter",
    "year_span",
    "split_year",
    "decade",
    "year_alone",
]
DAY_FORMS = ["slash_day", "day_month_year", "months_ended", "q_year"]
_RANKS = frozenset(["ranks", "ranked", "rank", "ranking", "placed", "places"])


class Numbers:
    """The part of the lexer that reads numerals; `t` are the tokens and `out` the items of the sentence."""

    t: Tokens
    out: Items
    norm: str
    low: str
    lex: Lexicon
    clock: periods.Clock
    end: int

    # -- numbers ---------------------------------------------------------------------------------------------

    def _number(self, i: int) -> int:
        """Read the number at token i, or pass it by as a date, a name or a broken number."""
        t, lex, out = self.t, self.lex, self.out
        w = t.words[i]
        money = fg.is_currency_sign(t, i - 1, lex)
        if not money and (j := self._dates(i)):
            return j
        read = fg.read_numeral(t, i, lex)
        assert read is not None
        if isinstance(read, tuple):
            why, after, rule = read
            if rule:
                quote = self.norm[t.starts[i] : t.ends[after - 1]]
                out.refusals.append(
                    (
                        t.starts[i],
                        t.ends[after - 1],
                        rule,
                        f"“{quote}” is not loaded: {why}.",
                    )
                )
            out.push("X", t.starts[i], t.ends[after - 1])
            return after
        j = read.after
        nxt = t.words[j]
        glued = t.starts[j] == t.ends[j - 1]
        if glued and t.kinds[j] == WORD and nxt in ("st", "nd", "rd", "th"):
            return self._ordinal(i, j, read)
        if (
            glued
            and t.kinds[j] == WORD
            and fg.read_unit(t, j, lex) is None
            and not self._glued_noun(nxt)
            and nxt not in ("-odd", "-plus", "-strong")
        ):
            out.push("X", t.starts[i], t.ends[j])  # 5G, 737s: a name
            return j + 1
        if not money and not read.scaled and self._is_name_part(i, j):
            out.push("X", t.starts[i], t.ends[j - 1])
            return j
        return self._figure(read, i)

    @staticmethod
    def _glued_noun(word: str) -> bool:
        """ "81provinces": a blank was lost before a long plural; "737s" and "5G" are names."""
        return len(word) >= 5 and word.isalpha() and word.endswith("s")

    def _dates(self, i: int) -> int:
        """Push the date or period that the number at token i opens; the next token, 0 where it is none."""
        t = self.t
        w = t.words[i]
        yearlike = len(w) == 4 and w.isdigit() and "1800" <= w <= "2100"
        if yearlike and self._counts(i):
            return 0
        if yearlike and i and t.words[i - 1] in _YEAR_NAMES:
            self.out.push("X", t.starts[i], t.ends[i])
            return i + 1
        found = None
        if yearlike:
            found = periods.match(YEAR_FORMS, self.low, t.starts[i], self.end, self.clock)
        elif len(w) <= 2 and self._opens_date(i):
            found = periods.match(DAY_FORMS, self.low, t.starts[i], self.end, self.clock)
        if found is None:
            if yearlike:
                self.out.push("X", t.starts[i], t.ends[i])
                return i + 1
            return self._clock(i)
        j = i
        while t.starts[j] < found.end and t.kinds[j]:
            j += 1
        self.out.push("Y", t.starts[i], found.end, found)
        return j

    def _opens_date(self, i: int) -> bool:
        nxt = self.t.words[i + 1]
        if nxt in self.lex.months or nxt in _DATE_MARKS:
            return True
        return nxt[:1] in ("q", "h") and nxt[1:].isdigit()

    def _counts(self, i: int) -> bool:
        """True where four digits that could be a year count something: "1998 tonnes", "about 2000 shops"."""
        t = self.t
        nxt = t.words[i + 1]
        noun = t.words[i + 2] if nxt == "-" else nxt
        unit = fg.read_unit(t, i + 1, self.lex)
        if (
            (unit is not None and unit[2] != "duration")
            or noun in self.lex.scales
            or noun in self.lex.persons
        ):
            return noun not in ("real", "mu", "t", "m", "b", "k", "x")
        if t.kinds[i + 1] != WORD or nxt in self.lex.singles:
            return False
        if i and t.words[i - 1] in _BEFORE_YEAR_COUNT and nxt.endswith("s"):
            return True
        last = self.out.data[-1] if self.out.data else None
        return isinstance(last, Entry) and last.tag is None and last.hedge in ("GT", "ABOUT", "NEARLY")

    def _clock(self, i: int) -> int:
        nxt = self.t.words[i + 1]
        if nxt in ("am", "pm", "a.m.", "p.m.", "o'clock", "gmt"):
            self.out.push("X", self.t.starts[i], self.t.ends[i + 1])
            return i + 2
        return 0

    def _ordinal(self, i: int, j: int, read: Numeral) -> int:
        """An ordinal counts only where the text ranks: "ranks 43rd"."""
        t, out = self.t, self.out
        before = {t.words[k] for k in range(max(0, i - 4), i)}
        ranked = bool(out.figures) and out.data[out.figures[-1]].shape == RANK
        if before & _RANKS or (ranked and i and t.words[i - 1] in ("from", "to", "and", "with")):
            figure = fg.make(t, read)
            figure.end = t.ends[j]
            figure.shape, figure.kind, figure.unit = RANK, "rank", "count"
            figure.unit_span = (t.starts[j], t.ends[j])
            figure.outer_end = t.ends[j]
            out.figures.append(len(out.tags))
            out.push(RANK, figure.start, t.ends[j], figure)
        else:
            out.push("X", t.starts[i], t.ends[j])
        return j + 1

    def _is_name_part(self, i: int, j: int) -> bool:
        """ "Article 5", "Model 3", "Boeing 737", "Section 4.1", "(3)" in a list, "1." before a heading."""
        t, lex = self.t, self.lex
        w = t.words[i]
        if "," in w:
            return False
        before = t.words[i - 1] if i else ""
        if i == 0 and w.isdigit() and len(w) <= 2 and t.kinds[j] == WORD and self.norm[t.starts[j]].isupper():
            return fg.read_unit(t, j, lex) is None  # "2 Basis of preparation": the number of a heading
        if i == 0 and t.words[j] in (".", ")") and t.starts[j] == t.ends[i]:
            return True
        if (
            i == 0
            and w.isdigit() is False
            and self.norm[t.starts[j] : t.starts[j] + 1].isupper()
            and t.kinds[j] == WORD
        ):
            return fg.read_unit(t, j, lex) is None
        if before == "(" and t.words[j] == ")" and w.isdigit() and len(w) <= 2:
            return True
        if (
            before in ("no", "no.", "number")
            and i > 1
            and t.words[i - 2] in ("ranks", "ranked", "rank", "ranking")
        ):
            return False
        if before == "per" and w in (
            "100",
            "1,000",
            "10,000",
            "100,000",
            "1000",
            "10000",
            "100000",
        ):
            return True
        if w.isdigit() and self._is_score(i, j):
            return True
        if before == "of" and i > 1 and t.words[i - 2] == "group":
            return True
        if before == "the" and len(w) <= 4 and w.isdigit() and self._capitals_follow(j):
            return True
        if before in lex.names or (before == "." and i > 1 and t.words[i - 2] in lex.names):
            return fg.read_unit(t, j, lex) is None and t.words[j] != "%"
        if (
            before == "-"
            and i > 1
            and t.ends[i - 2] == t.starts[i - 1]
            and t.ends[i - 1] == t.starts[i]
            and t.kinds[i - 2] == WORD
        ):
            return True
        if (
            t.words[j] == "-"
            and t.kinds[j + 1] == WORD
            and len(t.words[j + 1]) == 1
            and t.ends[j] == t.starts[j + 1]
        ):
            return True  # 10-K
        if t.kinds[i - 1 if i else 0] == WORD and i > 1 and w.isdigit() and "." not in w and len(w) <= 4:
            capital = self.norm[t.starts[i - 1]].isupper()
            area = before in lex.singles or before in lex.months
            if capital and not area and fg.read_unit(t, j, lex) is None and t.words[j] != "%":
                return not (t.kinds[j] == WORD and t.words[j].endswith("s") and t.words[j] not in lex.singles)
        return False

    def _is_score(self, i: int, j: int) -> bool:
        """ "a vote of 87-10": two numbers that fall are no range."""
        t = self.t
        if (
            t.words[j] == "-"
            and t.kinds[j + 1] == NUMBER
            and t.ends[j] == t.starts[j + 1] == t.ends[j - 1] + 1
        ):
            other = t.words[j + 1]
            return other.isdigit() and len(other) < 5 and int(t.words[i]) > int(other)
        if i > 1 and t.words[i - 1] == "-" and t.kinds[i - 2] == NUMBER and t.ends[i - 2] == t.starts[i] - 1:
            other = t.words[i - 2]
            return other.isdigit() and len(other) < 5 and int(other) > int(t.words[i])
        return False

    def _capitals_follow(self, j: int) -> bool:
        """ "the 798 Art Zone": two names behind a number make it one."""
        t = self.t
        return all(t.kinds[k] == WORD and self.norm[t.starts[k]].isupper() for k in (j, j + 1))

    def _word_number(self, i: int) -> int:
        t, lex = self.t, self.lex
        read = fg.read_numeral(t, i, lex)
        if not isinstance(read, Numeral):
            return self._a_duration(i)
        nxt = t.words[read.after]
        if t.words[i] == "one" and read.after == i + 1:
            unit = fg.read_unit(t, read.after, lex)
            numeric = unit is not None and unit[2] in (
                "percent",
                "points",
                "measure",
                "money",
                "duration",
            )
            negative = i > 0 and t.words[i - 1] in ("minus", "negative")
            if nxt in ("in", "out") and (after := self._one_in(i, read)):
                return after
            if not (numeric or negative) or nxt in ("day", "time"):
                return 0
        if nxt in lex.fractions and nxt not in ("quarters", "second"):
            return 0
        if nxt == "-" and t.words[read.after + 1] in lex.fractions:
            return 0
        if t.words[i] in ("three", "two") and nxt == "quarters" and t.words[read.after + 1] == "of":
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
        return self._figure(read, i)

    def _one_in(self, i: int, read: Numeral) -> int:
        """ "one in five", "three out of ten": a share."""
        t, lex = self.t, self.lex
        j = read.after + (2 if t.words[read.after] == "out" else 1)
        if t.words[read.after] == "out" and t.words[read.after + 1] != "of":
            return 0
        other = fg.read_numeral(t, j, lex)
        if (
            not isinstance(other, Numeral)
            or other.number.value <= read.number.value
            or other.scaled
            or read.scaled
        ):
            return 0
        if other.number.value > 100 or fg.read_unit(t, other.after, lex) is not None:
            return 0
        self._share(
            t.starts[i],
            t.ends[other.after - 1],
            read.number.value * 100 / other.number.value,
        )
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
        if part is None or (j == i and t.words[j] != "half"):
            return 0
        after = t.words[j + 1]
        if t.words[j] in ("quarter", "second", "fourth") and after != "of":
            return 0
        hedged = (
            bool(self.out.data)
            and isinstance(self.out.data[-1], Entry)
            and self.out.data[-1].hedge is not None
        )
        if (
            t.words[j] == "half"
            and not (hedged and after not in ("a", "an", "year", "hour"))
            and after
            not in (
                "of",
                "the",
                "its",
                "their",
                "that",
                "those",
                "all",
                "were",
                "are",
            )
        ):
            return 0
        if (
            j == i
            and i
            and t.words[i - 1] in ("first", "second", "last", "latter", "former", "other", "this", "next")
        ):
            return 0
        ratio = part * times
        self._share(
            t.starts[i],
            t.ends[j],
            Decimal(ratio.numerator) * 100 / Decimal(ratio.denominator),
        )
        return j + 1

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

    def number_follows(self, j: int) -> bool:
        """True where a numeral, or something that ends in one, starts at token j: then a hedge is a hedge."""
        t, lex = self.t, self.lex
        w = t.words[j]
        if t.kinds[j] == NUMBER and len(w) == 4 and "1900" <= w <= "2100":
            if fg.read_unit(t, j + 1, lex) is not None or t.words[j + 1] in lex.scales:
                return True
            return t.kinds[j + 1] == WORD and t.words[j + 1] not in lex.singles
        if t.kinds[j] in (NUMBER, CURRENCY) or w in lex.numbers or w in lex.fractions or w in lex.currencies:
            return True
        entry = lex.singles.get(w)
        if entry is not None and entry.multiple is not None:
            return True
        nxt = t.words[j + 1]
        if w in ("a", "an", "half", "one", "the", "-", "~", "its"):
            return w == "half" or nxt in lex.scales or nxt in lex.fractions or t.kinds[j + 1] == NUMBER
        return entry is not None and entry.hedge is not None and t.kinds[j + 1] in (NUMBER, CURRENCY)

    # -- assembly --------------------------------------------------------------------------------------------

    def _figure(self, n: Numeral, i: int) -> int:
        """Add sign, currency, unit, range and hedges to a numeral and push the figure; the next token."""
        t, lex, out = self.t, self.lex, self.out
        figure = fg.make(t, n)
        k = i - 1
        closing = False
        if (
            k >= 0
            and t.words[k] == "("
            and t.starts[i] == t.ends[k]
            and k
            and fg.is_currency_sign(t, k - 1, lex)
        ):
            figure.value, figure.start, closing = -figure.value, t.starts[k], True
            k -= 1
        sign = k if k >= 0 and t.words[k] == "-" and t.starts[k + 1] == t.ends[k] else -1
        if k >= 0 and t.words[k] in ("minus", "negative") and t.kinds[k] == WORD:
            figure.value, figure.start, figure.outer_start = (
                -figure.value,
                t.starts[k],
                t.starts[k],
            )
            k -= 1
        if sign >= 0:
            k -= 1
        currency = k if fg.is_currency_sign(t, k, lex) else -1
        if currency >= 0:
            figure.unit = lex.currencies.get(t.words[currency], "$")
            figure.unit_span = (t.starts[currency], t.ends[currency])
            figure.outer_start = t.starts[currency]
            if (
                sign < 0
                and currency
                and t.words[currency - 1] == "-"
                and t.ends[currency - 1] == t.starts[currency]
            ):
                sign = currency - 1
        if sign >= 0 and (
            sign == 0 or t.ends[sign - 1] < t.starts[sign] or t.words[sign - 1] == "(" or currency == sign - 1
        ):
            figure.value = -figure.value
            if sign > currency:
                figure.start = t.starts[sign]
            figure.outer_start = min(figure.outer_start, t.starts[sign])
        while (
            out.starts and out.starts[-1] >= min(figure.outer_start, figure.start) and out.tags[-1] in "-<x"
        ):
            out.pop()
        j = n.after
        if closing and t.words[j] == ")":
            j, n.after = j + 1, j + 1
            fg.with_scale(t, n, lex)
            figure.value, figure.scaled = -n.number.value, n.scaled
            figure.last_place, figure.nonzero_place = (
                n.number.last_place,
                n.number.nonzero_place,
            )
            j, figure.end = n.after, t.ends[n.after - 1]
            figure.outer_end = figure.end
        j = self._suffix(figure, j)
        if figure.upper is None:
            j = self._range(figure, j, n)
        self.hedge_before(figure)
        if figure.shape == DURATION and figure.unit is not None:
            figure.kind = "duration"
        if t.words[j] == "+" and figure.qualifier == "NONE":
            figure.qualifier, figure.hedge, figure.outer_end = (
                "GE",
                (t.starts[j], t.ends[j]),
                t.ends[j],
            )
            j += 1
        out.figures.append(len(out.tags))
        out.push(figure.shape, figure.outer_start, figure.outer_end, figure)
        return j

    def _suffix(self, figure: Figure, j: int) -> int:
        """Percent mark, unit words and per-phrases behind the numeral."""
        t, lex = self.t, self.lex
        for _ in range(2):
            if (
                t.words[j] in ("-odd", "-plus", "-strong", "odd", "plus")
                and t.kinds[j + 1] == WORD
                and figure.qualifier == "NONE"
            ):
                entry = lex.singles.get(t.words[j])
                if entry is not None and entry.hedge:
                    figure.qualifier, figure.hedge = (
                        entry.hedge,
                        (t.starts[j], t.ends[j]),
                    )
                j += 1
        if t.words[j] == "+" and t.starts[j] == t.ends[j - 1]:
            figure.qualifier, figure.hedge = "GE", (t.starts[j], t.ends[j])
            figure.outer_end = t.ends[j]
            j += 1
        compound = lex.scaled_units.get(t.words[j])
        if compound is not None and figure.scaled:
            figure.unit, figure.unit_span, figure.outer_end = (
                compound[1],
                (t.starts[j], t.ends[j]),
                t.ends[j],
            )
            return j + 1
        unit = fg.read_unit(t, j, lex)
        if unit is None:
            return self._per(figure, j) if figure.unit is not None else j
        after, code, unit_shape = unit
        word = t.words[j]
        if unit_shape in ("index", "times_glued", "other") and not self._index_or_times(
            figure, j, after, unit_shape
        ):
            return j
        if unit_shape == "duration" and figure.unit is not None:
            return j
        if unit_shape == "money" and figure.unit is not None:
            figure.unit_span = figure.unit_span or (0, 0)
            figure.outer_end = t.ends[after - 1]
            return after
        if word == "won" and not figure.scaled and figure.value < 1000:
            return j  # "the 12 won": a verb
        if word in ("real", "lei", "mu", "dong", "in", "pounds") and word == "in":
            return j
        figure.shape = fg.shape_of(code, unit_shape)
        if figure.unit is None:
            figure.unit = code
            first = j + 1 if t.words[j] == "-" else j
            figure.unit_span = (t.starts[first], t.ends[after - 1])
        if code == "permille":
            figure.unit = "percent"
            figure.value /= 10
        figure.outer_end = t.ends[after - 1]
        trailing = lex.scales.get(t.words[after])
        if unit_shape == "money" and not figure.scaled and trailing is not None and trailing[1] == "word":
            self._scale(figure, trailing[0])  # 75 USD million
            after += 1
            figure.end = figure.outer_end = t.ends[after - 1]
        if unit_shape == "percent":
            figure.end = t.ends[after - 1]
        return self._per(figure, after)

    @staticmethod
    def _scale(figure: Figure, factor: Decimal) -> None:
        figure.value *= factor
        if figure.last_place is not None and figure.nonzero_place is not None:
            figure.last_place, figure.nonzero_place = (
                figure.last_place * factor,
                figure.nonzero_place * factor,
            )
        figure.scaled, figure.factor = True, factor

    def _index_or_times(self, figure: Figure, j: int, after: int, unit_shape: str) -> bool:
        t = self.t
        if unit_shape == "times_glued":
            return t.starts[j] == t.ends[j - 1] and t.words[j] != "time"
        return unit_shape == "index" and not (t.words[after] == "of" and figure.value < 20)

    def _per(self, figure: Figure, j: int) -> int:
        t = self.t
        per = fg.read_per(t, j, self.lex)
        if per is None or figure.shape not in "NR":
            return j
        after, code = per
        if code is None and figure.unit in ("km", "mi", "m") and t.words[after - 1] in ("hour", "second"):
            code = "h" if t.words[after - 1] == "hour" else "s"
        if code is None:
            figure.flags.add("per_period")
            return after
        if figure.unit is not None and figure.shape == "N":
            figure.unit = f"{figure.unit}/{code}"
            if figure.unit_span:
                figure.unit_span = (
                    min(figure.unit_span[0], t.starts[j]),
                    t.ends[after - 1],
                )
            figure.outer_end = t.ends[after - 1]
        return after

    def _range(self, figure: Figure, j: int, n: Numeral) -> int:
        """ "3 to 5 billion", "5-7%", "between 3 and 5 million": one figure with two ends."""
        t, lex, out = self.t, self.lex, self.out
        word = t.words[j]
        previous = out.data[-1] if out.data else None
        opener = previous.phrase if isinstance(previous, Entry) else ""
        between = opener == "between" and word == "and"
        either = word == "or" and n.in_words and t.words[j + 1] in lex.numbers
        dash = word in ("-", "~") and (t.starts[j] == t.ends[j - 1]) == (t.starts[j + 1] == t.ends[j])
        through = word in ("to", "through") and opener not in ("from",) and not self._change_before()
        if opener == "from" and word == "to" and len(out.tags) > 1 and out.tags[-2] != "Y":
            back = self.norm[max(0, out.starts[-1] - 10) : out.starts[-1]].lower()
            through = any(w in back for w in ("rang", "vary", "vari")) or out.tags[-2] == "v"
        if not (between or dash or through or either):
            return j
        k = j + 1
        if fg.is_currency_sign(t, k, lex):
            k += 1
        if t.kinds[k] != NUMBER and t.words[k] not in lex.numbers:
            return j
        other = fg.read_numeral(t, k, lex)
        if not isinstance(other, Numeral):
            return j
        trial = fg.make(t, other)
        end = self._suffix(trial, other.after)
        if trial.unit is None and k > j + 1:
            trial.unit = lex.currencies.get(t.words[k - 1], "$")
        if figure.unit is not None and trial.unit is not None and figure.unit != trial.unit:
            return j
        if figure.unit is not None and trial.unit is None and figure.shape != "N":
            return j
        low, high = figure.value, trial.value
        factor = Decimal(1)
        if n.scaled is False and other.scaled and low < 1000:
            factor = other.factor
            low = figure.value * factor
        if either and high != low + 1:
            return j
        if low >= high or (
            through
            and not between
            and figure.unit is None
            and trial.unit is None
            and not other.scaled
            and t.kinds[end] != WORD
        ):
            return j
        figure.value, figure.upper = low, high
        figure.qualifier = "RANGE"
        figure.scaled = n.scaled or other.scaled
        figure.last_place, figure.nonzero_place = trial.last_place, trial.nonzero_place
        figure.end = trial.end
        figure.outer_end = max(trial.outer_end, trial.end)
        if figure.unit is None or trial.shape != "N":
            figure.unit = figure.unit or trial.unit
            figure.unit_span = figure.unit_span or trial.unit_span
            figure.shape = trial.shape
        per_end = self._per(figure, end)
        end = max(end, per_end)
        if between:
            figure.outer_start = out.starts[-1]
            out.pop()
        figure.flags |= trial.flags
        return end

    def _change_before(self) -> bool:
        """True where a verb of change governs: "rose 5 to 12" has two levels, not a range."""
        tags = self.out.tags
        return any(tag in "udpq" for tag in tags[-2:])

    def _not_an_age(self, figure: Figure) -> bool:
        return not self.low[figure.outer_end : figure.outer_end + 4] == " old"

    def hedge_before(self, figure: Figure) -> None:
        """Take the hedges that stand right before the figure; the one nearest to the numeral rules."""
        out = self.out
        while out.data and isinstance(out.data[-1], Entry) and out.data[-1].hedge is not None:
            entry, start, end = out.data[-1], out.starts[-1], out.ends[-1]
            if entry.side == "after" or end > figure.outer_start:
                return
            if entry.side == "duration" and figure.shape != DURATION:
                return
            if figure.shape == DURATION and entry.phrase in (
                "over",
                "some",
                "above",
                "below",
                "under",
                "beyond",
            ):
                return
            if figure.shape == DURATION and entry.hedge == "NONE":
                return
            if entry.hedge != "NONE" and figure.qualifier == "NONE":
                figure.qualifier, figure.hedge = entry.hedge, (start, end)
                if entry.hedge == "GT" and any(0 < start - at < 40 for at in out.negations):
                    figure.qualifier = "LE"  # "may not rise by more than 3%"
            elif entry.hedge == "ABOUT" and figure.qualifier == "RANGE":
                figure.flags.add("about_range")
                figure.hedge = (start, end)
            figure.outer_start = start
            if entry.side == "verb":
                return
            out.pop()
