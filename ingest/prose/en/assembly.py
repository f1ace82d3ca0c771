"""A figure from its numeral: sign, currency, unit, range and hedges put together among the items."""

from __future__ import annotations

from ingest.prose.en import figures as fg
from ingest.prose.en import periods
from ingest.prose.en.ranges import Ranges
from ingest.prose.en.tokens import Numeral
from ingest.prose.en.words import CURRENCY, NUMBER, WORD, Entry
from ingest.prose.figure import DURATION, Figure
from ingest.prose.regex import regex

# "over two years" says how long, not how much more.
_NO_HEDGE_OF_TIME = frozenset(["over", "some", "above", "below", "under", "beyond"])

_REACH_OF_NOT = 40  # characters
_CLAUSE_END = regex(r"[,;:]|\b(?:and|but|while)\b")
_BEFORE_MINUS = frozenset(["was", "were", "is", "are", "to", "at", "of", "from", "reached"])


class Assembly(Ranges):
    """The part of the lexer that assembles figures."""

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

    def _is_minus(self, k: int) -> bool:
        """True for a dash that stands at its number, or alone behind a word that a number must follow."""
        t = self.t
        return t.starts[k + 1] == t.ends[k] or (k > 0 and t.words[k - 1] in _BEFORE_MINUS)

    def _is_sign(self, k: int) -> bool:
        """True for the plus of "+5%", and of "(+ 5 %)", where nothing stands before it to be added to."""
        t = self.t
        return t.starts[k + 1] == t.ends[k] or (k > 0 and t.words[k - 1] in ("(", ",", ":", "["))

    def _figure(self, n: Numeral, i: int) -> int:
        """Add sign, currency, unit, range and hedges to a numeral and push the figure; the next token."""
        t, out = self.t, self.out
        figure = fg.make(t, n)
        bracketed = self._is_bracketed(i, n.after)
        if bracketed:
            figure.value, figure.start = -figure.value, t.starts[i - 1]
        self._read_before(figure, n, i - 2 if bracketed else i - 1)
        first = min(figure.outer_start, figure.start)
        while out.starts and out.starts[-1] >= first and out.tags[-1] in "-<x,":
            out.pop()
        if bracketed and t.words[n.after] == ")":
            self._close_bracket(figure, n)
        j = self._suffix(figure, n.after)
        if figure.upper is None:
            j = self._range(figure, j, n)
        self._cents_of(figure, i)
        self.hedge_before(figure)
        if figure.shape == DURATION and figure.unit is not None:
            figure.kind = "duration"
        if t.words[j] == "+" and figure.qualifier == "NONE":
            figure.qualifier, figure.hedge, figure.outer_end = "GE", (t.starts[j], t.ends[j]), t.ends[j]
            j += 1
        out.figures.append(len(out.tags))
        out.push(figure.shape, figure.outer_start, figure.outer_end, figure)
        return j

    def _is_bracketed(self, i: int, after: int) -> bool:
        """True for the negatives "$(12.5)", "(48.3)%" and "(12.5) million"; "three (3) million" has none."""
        t, k = self.t, i - 1
        if k < 0 or t.words[k] != "(" or t.starts[i] != t.ends[k]:
            return False
        if k and fg.is_currency_sign(t, k - 1, self.lex):
            return not self._is_unit_of_last(k - 1)  # "61.9 billion yuan (9.7 billion dollars)" converts
        if t.words[after] != ")" or (k and (t.kinds[k - 1] == NUMBER or t.words[k - 1] in self.lex.numbers)):
            return False
        behind = self.lex.scales.get(t.words[after + 1])
        return t.words[after + 1] == "%" or (behind is not None and behind[1] == "word")

    def _is_unit_of_last(self, i: int) -> bool:
        """True where the token i belongs to the figure before: "61.9 billion | yuan"."""
        out = self.out
        return bool(out.figures) and out.ends[out.figures[-1]] >= self.t.ends[i]

    def _read_before(self, figure: Figure, n: Numeral, k: int) -> None:
        """Sign and currency of a figure, from token k backwards."""
        t, lex = self.t, self.lex
        sign = k if k >= 0 and t.words[k] == "-" and self._is_minus(k) else -1
        if k >= 0 and (t.words[k] == "plus" or (t.words[k] == "+" and self._is_sign(k))):
            figure.direction = "up"  # a printed plus tells a change
            if t.words[k] == "plus" and t.words[n.after] in ("%", "percent", "per"):
                figure.outer_start = t.starts[k]  # "…, plus 43%" as "+43%"; else it adds another thing
            if t.words[k] == "+":
                figure.start = figure.outer_start = t.starts[k]
                k -= 1
        either = t.words[max(0, k - 2) : k] == ["plus", "or"]  # a margin of "plus or minus 3 points"
        if k >= 0 and t.words[k] in ("minus", "negative") and t.kinds[k] == WORD and not either:
            figure.value = -figure.value
            figure.start = figure.outer_start = t.starts[k]
            k -= 1
        if sign >= 0:
            k -= 1
        currency = k if fg.is_currency_sign(t, k, lex) else -1
        if currency >= 0:
            figure.unit, factor = fg.currency_at(t, currency, lex)
            if factor > 1 and not n.scaled:
                self._scale(figure, factor)
            figure.unit_span = (t.starts[currency], t.ends[currency])
            figure.outer_start = t.starts[currency]
            k = currency - 1
            if sign < 0 and currency and t.words[k] == "-" and t.ends[k] == t.starts[currency]:
                sign = k  # "-$5"
            if currency and t.words[k] == "+" and t.ends[k] == t.starts[currency]:
                figure.direction, figure.outer_start = "up", t.starts[k]  # "+$5"
        if sign >= 0:
            self._negate(figure, sign, currency)

    def _negate(self, figure: Figure, sign: int, currency: int) -> None:
        """Take the dash at a token for a minus, unless it is glued to what stands before it."""
        t = self.t
        free = sign == 0 or t.ends[sign - 1] < t.starts[sign] or t.words[sign - 1] == "("
        if free or currency == sign - 1:
            figure.value = -figure.value
            if sign > currency:
                figure.start = t.starts[sign]
            figure.outer_start = min(figure.outer_start, t.starts[sign])

    def _close_bracket(self, figure: Figure, n: Numeral) -> None:
        """Go on behind the bracket of a negative: "$(12.5) million"."""
        n.after += 1
        fg.with_scale(self.t, n, self.lex)
        figure.value, figure.scaled = -n.number.value, n.scaled
        figure.last_place, figure.nonzero_place = n.number.last_place, n.number.nonzero_place
        figure.end = figure.outer_end = self.t.ends[n.after - 1]

    def _not_an_age(self, figure: Figure) -> bool:
        return self.low[figure.outer_end : figure.outer_end + 4] != " old"

    def _denies(self, negation: int, hedge: int) -> bool:
        """ "may not rise by more than 3%"; not "had no access, and more than half …"."""
        return 0 < hedge - negation < _REACH_OF_NOT and _CLAUSE_END.search(self.low, negation, hedge) is None

    def hedge_before(self, figure: Figure) -> None:
        """Take the hedges that stand right before the figure; the one nearest to the numeral rules."""
        out = self.out
        while out.data and isinstance(out.data[-1], Entry) and out.data[-1].hedge is not None:
            entry, start, end = out.data[-1], out.starts[-1], out.ends[-1]
            if entry.side == "after" or end > figure.outer_start:
                return
            if entry.side == "duration" and figure.shape != DURATION:
                return
            if entry.phrase == "over" and out.tags[-2:-1] == ["R"] and figure.shape == "N":
                out.tags[-1] = "f"  # "a rise of 11% over | 5 million": from where it rose
                return
            if figure.shape == DURATION and entry.phrase in _NO_HEDGE_OF_TIME and self._not_an_age(figure):
                return
            if figure.shape == DURATION and entry.hedge == "NONE":
                return
            hedge = out.data[-1].hedge
            if hedge != "NONE" and figure.qualifier == "NONE":
                figure.qualifier, figure.hedge = hedge, (start, end)
                if hedge == "GT" and any(self._denies(at, start) for at in out.negations):
                    figure.qualifier = "LE"  # "may not rise by more than 3%"
            elif entry.hedge == "ABOUT" and figure.qualifier == "RANGE":
                figure.flags.add("about_range")
                figure.hedge = (start, end)
            figure.outer_start = start
            if entry.side == "verb":
                return
            out.pop()
