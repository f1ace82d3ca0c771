"""A figure from its numeral: sign, currency, unit, range and hedges put together among the items."""

from __future__ import annotations

from decimal import Decimal

from ingest.prose.en import figures as fg
from ingest.prose.en import periods
from ingest.prose.en.items import Items
from ingest.prose.en.tokens import Numeral, Tokens
from ingest.prose.en.words import CURRENCY, NUMBER, WORD, Entry, Lexicon
from ingest.prose.figure import DURATION, Figure

# "over two years" says how long, not how much more.
_NO_HEDGE_OF_TIME = frozenset(["over", "some", "above", "below", "under", "beyond"])


class Assembly:
    """The part of the lexer that assembles figures; `t` are the tokens of the sentence, `out` its items."""

    t: Tokens
    out: Items
    norm: str
    low: str
    lex: Lexicon
    clock: periods.Clock
    end: int

    # -- numbers ---------------------------------------------------------------------------------------------

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
        if k >= 0 and (t.words[k] == "plus" or (t.words[k] == "+" and t.starts[k + 1] == t.ends[k])):
            figure.direction = "up"  # a printed plus tells a change
            if t.words[k] == "+":
                figure.start = figure.outer_start = t.starts[k]
                k -= 1
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
            word == "to"
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
        return self.low[figure.outer_end : figure.outer_end + 4] != " old"

    def hedge_before(self, figure: Figure) -> None:
        """Take the hedges that stand right before the figure; the one nearest to the numeral rules."""
        out = self.out
        while out.data and isinstance(out.data[-1], Entry) and out.data[-1].hedge is not None:
            entry, start, end = out.data[-1], out.starts[-1], out.ends[-1]
            if entry.side == "after" or end > figure.outer_start:
                return
            if entry.side == "duration" and figure.shape != DURATION:
                return
            if figure.shape == DURATION and entry.phrase in _NO_HEDGE_OF_TIME and self._not_an_age(figure):
                return
            if figure.shape == DURATION and entry.hedge == "NONE":
                return
            hedge = out.data[-1].hedge
            if hedge != "NONE" and figure.qualifier == "NONE":
                figure.qualifier, figure.hedge = hedge, (start, end)
                if hedge == "GT" and any(0 < start - at < 40 for at in out.negations):
                    figure.qualifier = "LE"  # "may not rise by more than 3%"
            elif entry.hedge == "ABOUT" and figure.qualifier == "RANGE":
                figure.flags.add("about_range")
                figure.hedge = (start, end)
            figure.outer_start = start
            if entry.side == "verb":
                return
            out.pop()
