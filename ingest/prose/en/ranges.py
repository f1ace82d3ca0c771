"""One figure with two ends: "3 to 5 billion", "5-7%", "between 3 and 5 million"."""

from __future__ import annotations

from decimal import Decimal

from ingest.prose.dimension import is_money
from ingest.prose.en import figures as fg
from ingest.prose.en.suffixes import Suffixes
from ingest.prose.en.tokens import Numeral
from ingest.prose.en.words import NUMBER, WORD, Entry
from ingest.prose.figure import Figure

_WIDE = 4  # times: the ends of a range of rates, or of amounts of money, lie no farther apart


def _steps(low: Figure, high: Figure) -> bool:
    """True for an amount and the level that it led to, where both are said in full."""
    return low.shape == "N" and (not is_money(low.unit) or high.value > low.value * _WIDE)


class Ranges(Suffixes):
    """The part of the lexer that reads ranges."""

    def _range(self, figure: Figure, j: int, n: Numeral) -> int:
        """ "3 to 5 billion", "5-7%", "between 3 and 5 million": one figure with two ends."""
        t, lex, out = self.t, self.lex, self.out
        word = t.words[j]
        previous = out.data[-1] if out.data else None
        opener = previous.phrase if isinstance(previous, Entry) else ""
        between = opener == "between" and word == "and"
        either = word == "or" and n.in_words and t.words[j + 1] in lex.numbers
        dash = word in ("-", "~") and (t.starts[j] == t.ends[j - 1]) == (t.starts[j + 1] == t.ends[j])
        through = word in ("to", "through") and opener not in ("from",)
        moved = through and self._change_before()
        called = False  # a range in so many words
        if opener == "from" and word == "to" and len(out.tags) > 1 and out.tags[-2] != "Y":
            back = self.norm[max(0, out.starts[-1] - 10) : out.starts[-1]].lower()
            called = any(w in back for w in ("rang", "vary", "vari"))
            through = called or out.tags[-2] == "v"
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
            trial.unit, _ = fg.currency_at(t, k - 1, lex)
        if figure.unit is not None and trial.unit is not None and figure.unit != trial.unit:
            return j
        if figure.unit is not None and trial.unit is None and figure.shape != "N":
            return j
        if moved and not self._rates_apart(figure, trial):
            return j  # "rose 5 to 12" has two levels
        said_in_full = word == "to" and figure.unit is not None and trial.unit is not None
        if said_in_full and out.tags[-1:] in (["2"], ["3"]):
            return j  # "gained $2.50 to $75.55"
        if opener == "by" and word == "to" and n.scaled and other.scaled and figure.unit is not None:
            return j  # "raise sales by 4 billion euros to 9 billion euros": each is said in full
        of_level = trial.unit is None and other.scaled and not n.scaled  # "by 300,000 tonnes to 3.2 million"
        if opener == "by" and word == "to" and figure.unit is not None and of_level:
            return j
        if opener == "by" and said_in_full and _steps(figure, trial):
            return j  # "and wind by 17 GW to 221 GW"
        low, high = figure.value, trial.value
        factor = Decimal(1)
        if n.scaled is False and other.scaled and low < 1000:
            factor = other.factor
            low = figure.value * factor
        if either and high != low + 1:
            return j
        if low >= high or (
            word == "to"
            and not (between or called)
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

    def _rates_apart(self, low: Figure, high: Figure) -> bool:
        """ "were up 3% to 6%": of several things; "the jobless rate rose 3% to 6%" has a level."""
        if low.shape != "R" or high.shape != "R" or high.value > low.value * _WIDE:
            return False
        said = self.low[self.out.starts[0] : low.start].split()
        return self.lex.rates.isdisjoint(said)

    def _change_before(self) -> bool:
        """True where a verb of change governs: "rose 5 to 12" has two levels, not a range."""
        tags = self.out.tags
        return any(tag in "udpq" for tag in tags[-2:])
