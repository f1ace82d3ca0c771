"""One figure with two ends: "3 to 5 billion", "5-7%", "between 3 and 5 million"."""

from __future__ import annotations

from typing import NamedTuple

from ingest.prose.dimension import is_money
from ingest.prose.en import figures as fg
from ingest.prose.en.suffixes import Suffixes
from ingest.prose.en.tokens import Numeral
from ingest.prose.en.words import NUMBER, WORD, Entry
from ingest.prose.figure import Figure
from ingest.prose.regex import regex

_JOINS = frozenset(["and", "or", "-", "~", "to", "through"])
# "rose for the third month by around | 5"
_MOVED_BY = regex(r"[udijpq23][^,;:&zNRPMD]{0,8}b[^,;NRPMDK]{0,3}\Z")
_CLAUSE = 16  # items: no verb of change governs from farther off
_WIDE = 4  # times: the ends of a range of rates, or of amounts of money, lie no farther apart


def _steps(low: Figure, high: Figure) -> bool:
    """True for an amount and the level that it led to, where both are said in full."""
    return low.shape == "N" and (not is_money(low.unit) or high.value > low.value * _WIDE)


class _Join(NamedTuple):
    """The word between the ends of what may be a range, and what opens it."""

    word: str
    opener: str
    between: bool  # "between 3 and 5"
    either: bool  # "two or three"
    called: bool  # a range in so many words: "ranging from 3 to 5"
    moved: bool  # a verb of change governs


class Ranges(Suffixes):
    """The part of the lexer that reads ranges."""

    def _range(self, figure: Figure, j: int, n: Numeral) -> int:
        """ "3 to 5 billion", "5-7%", "between 3 and 5 million": one figure with two ends."""
        t, lex = self.t, self.lex
        join = self._join(j, n) if t.words[j] in _JOINS else None
        if join is None:
            return j
        signed = fg.is_currency_sign(t, j + 1, lex)
        k = j + 2 if signed else j + 1
        if t.kinds[k] != NUMBER and t.words[k] not in lex.numbers:
            return j
        other = fg.read_numeral(t, k, lex)
        if not isinstance(other, Numeral):
            return j
        trial = fg.make(t, other)
        end = self._suffix(trial, other.after)
        if trial.unit is None and signed:
            trial.unit, _ = fg.currency_at(t, k - 1, lex)
        if self._are_two(figure, n, trial, other, join):
            return j
        low, high = figure.value, trial.value
        if n.scaled is False and other.scaled and low < 1000:
            low *= other.factor
        if low >= high or (join.either and high != low + 1):
            return j
        bare = figure.unit is None and trial.unit is None and not other.scaled and t.kinds[end] != WORD
        if bare and join.word == "to" and not (join.between or join.called):
            return j
        figure.value, figure.upper = low, high
        figure.scaled = n.scaled or other.scaled
        self._take_upper(figure, trial)
        end = max(end, self._per(figure, end))
        if join.between:
            figure.outer_start = self.out.starts[-1]
            self.out.pop()
        figure.flags |= trial.flags
        return end

    def _join(self, j: int, n: Numeral) -> _Join | None:
        """What joins two ends at token j, if they may be ends of one figure."""
        t, out, word = self.t, self.out, self.t.words[j]
        previous = out.data[-1] if out.data else None
        opener = previous.phrase if isinstance(previous, Entry) else ""
        between = opener == "between" and word == "and"
        either = word == "or" and n.in_words and t.words[j + 1] in self.lex.numbers
        dash = word in ("-", "~") and (t.starts[j] == t.ends[j - 1]) == (t.starts[j + 1] == t.ends[j])
        through = word in ("to", "through") and opener != "from"
        moved = through and self._change_before()
        called = False
        if opener == "from" and word == "to" and len(out.tags) > 1 and out.tags[-2] != "Y":
            back = self.norm[max(0, out.starts[-1] - 10) : out.starts[-1]].lower()
            called = any(w in back for w in ("rang", "vary", "vari"))
            through = called or out.tags[-2] == "v"
        if not (between or dash or through or either):
            return None
        return _Join(word, opener, between, either, called, moved)

    def _are_two(self, figure: Figure, n: Numeral, trial: Figure, other: Numeral, join: _Join) -> bool:
        """True for two figures of which each is said by itself: two units, or a change and its level."""
        known = figure.unit is not None
        said_in_full = join.word == "to" and known and trial.unit is not None
        if known and trial.unit is not None and figure.unit != trial.unit:
            return True
        if known and trial.unit is None and (figure.shape != "N" or self._unit_behind(figure, join)):
            return True
        if join.word == "to" and self._is_signed(n) and not self._is_signed(other):
            return True  # "(+$1.57 to $34.28)": a change and its level
        if join.moved and not self._rates_apart(figure, trial):
            return True  # "rose 5 to 12" has two levels
        if join.word == "to" and figure.shape == "N" and self._moved_by(figure, n, trial, other):
            return True  # "rose by a further 9,000 to 301,000"
        if said_in_full and self.out.tags[-1:] in (["2"], ["3"]):
            return True  # "gained $2.50 to $75.55"
        if join.opener != "by" or join.word != "to" or not known:
            return False
        if other.scaled and (n.scaled or trial.unit is None):
            return True  # "raise sales by 4 billion euros to 9 billion", "by 300,000 tonnes to 3.2 million"
        return said_in_full and _steps(figure, trial)  # "and wind by 17 GW to 221 GW"

    def _moved_by(self, figure: Figure, n: Numeral, trial: Figure, other: Numeral) -> bool:
        """True where a verb of change governs and the ends lie too far apart for a range."""
        factor = other.factor if not n.scaled and figure.value < 1000 else 1
        far = trial.value > figure.value * factor * _WIDE
        clause = "".join(self.out.tags[-_CLAUSE:])
        foretold = "m" in clause or "S" in clause  # "could fall by 5,000 to 40,000": a range as likely
        return far and not foretold and _MOVED_BY.search(clause) is not None

    @staticmethod
    def _take_upper(figure: Figure, trial: Figure) -> None:
        """Make the lower end a range up to the end of the upper one."""
        figure.qualifier = "RANGE"
        figure.last_place, figure.nonzero_place = trial.last_place, trial.nonzero_place
        figure.end = trial.end
        figure.outer_end = max(trial.outer_end, trial.end)
        if figure.unit is None or trial.shape != "N":
            figure.unit = figure.unit or trial.unit
            figure.unit_span = figure.unit_span or trial.unit_span
            figure.shape = trial.shape

    @staticmethod
    def _unit_behind(figure: Figure, join: _Join) -> bool:
        """ "fall 240 million bushels | to 1.76 billion": a range tells its unit last, or in front."""
        span = figure.unit_span
        return join.word == "to" and not join.between and span is not None and span[0] >= figure.end

    def _is_signed(self, n: Numeral) -> bool:
        """True for a plus or minus in front of the numeral or of its money."""
        words, i = self.t.words, n.first
        i -= fg.is_currency_sign(self.t, i - 1, self.lex)
        return i > 0 and words[i - 1] in ("+", "-")

    def _rates_apart(self, low: Figure, high: Figure) -> bool:
        """ "were up 3% to 6%": of several things; "the jobless rate rose 3% to 6%" has a level."""
        rates = low.shape == "R" or (low.shape == "N" and low.unit is None and not low.scaled)
        if not rates or high.shape != "R" or high.value > low.value * _WIDE:
            return False
        said = self.low[self.out.starts[0] : low.start].split()
        return self.lex.rates.isdisjoint(said)

    def _change_before(self) -> bool:
        """True where a verb of change governs: "rose 5 to 12" has two levels, not a range."""
        tags = self.out.tags
        will = tags[-1:] in (["i"], ["j"]) and tags[-2:-1] in (["S"], ["m"], ["t"])  # "is projected to fall"
        return will or any(tag in "udpq" for tag in tags[-2:])
