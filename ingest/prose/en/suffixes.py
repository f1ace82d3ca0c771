"""What stands behind a numeral: percent mark, unit words, "per tonne", a scale behind the unit."""

from __future__ import annotations

from decimal import Decimal

from ingest.prose.dimension import MINOR
from ingest.prose.en import figures as fg
from ingest.prose.en.items import Items
from ingest.prose.en.tokens import Tokens
from ingest.prose.en.words import WORD, Lexicon
from ingest.prose.figure import Figure
from ingest.prose.regex import regex

_SCORED = regex(r"\bscor(?:ed|es|ing)\s(?:[a-z]+\s)?\Z")  # points of a game are counted

_MORE_OR_STRONG = frozenset(["-odd", "-plus", "-strong", "odd", "plus"])
_IN_A_ROW = frozenset(["straight", "consecutive", "successive"])
_NEAR = 60  # characters in which heat was spoken of
_HEAT = regex(r"temperature|\dc\b|degrees")


class Suffixes:
    """The part of the lexer that reads units; `t` are the tokens of the sentence, `out` its items."""

    t: Tokens
    out: Items
    norm: str
    low: str
    lex: Lexicon

    def _suffix(self, figure: Figure, j: int) -> int:
        """Percent mark, unit words and per-phrases behind the numeral."""
        t, lex = self.t, self.lex
        j = self._hedge_behind(figure, j)
        compound = lex.scaled_units.get(t.words[j])
        if compound is not None and figure.scaled:
            figure.unit, figure.unit_span = compound[1], (t.starts[j], t.ends[j])
            figure.outer_end = t.ends[j]
            return j + 1
        if t.words[j] in _IN_A_ROW:
            unit = fg.read_unit(t, j + 1, lex)
            j += unit is not None and unit[2] == "duration"  # "for four straight years"
        if t.words[j] == "of" and t.words[j + 1] == "a" and (part := fg.read_unit(t, j + 2, lex)) is not None:
            j += 2 * (part[2] in ("points", "index"))  # "0.1 of a point"
        unit = fg.read_unit(t, j, lex)
        if unit is None:
            return self._per(figure, j) if figure.unit is not None else j
        after, code, unit_shape = unit
        word = t.words[j]
        if unit_shape in ("index", "times_glued", "glued_degree", "other") and not self._index_or_times(
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
        if unit_shape == "daily":
            figure.flags.add("per_period")  # "3.2 million bpd"
        if code == "mL" and self.norm.startswith("ML", t.starts[j]):
            code = "ML"  # megalitres, not millilitres
        figure.shape = fg.shape_of(unit_shape)
        if figure.unit is None:
            figure.unit = code
            first = j + 1 if t.words[j] == "-" else j
            figure.unit_span = (t.starts[first], t.ends[after - 1])
        figure.outer_end = t.ends[after - 1]
        trailing = lex.scales.get(t.words[after])
        if unit_shape == "money" and not figure.scaled and trailing is not None and trailing[1] == "word":
            self._scale(figure, trailing[0])  # 75 USD million
            after += 1
            figure.end = figure.outer_end = t.ends[after - 1]
        if unit_shape == "percent":
            figure.end = t.ends[after - 1]
        return self._per(figure, after)

    def _hedge_behind(self, figure: Figure, j: int) -> int:
        """Take "n-odd", "n-plus" and "n+"; the token behind them."""
        t = self.t
        for _ in range(2):
            if t.words[j] not in _MORE_OR_STRONG or t.kinds[j + 1] != WORD or figure.qualifier != "NONE":
                break
            entry = self.lex.singles.get(t.words[j])
            if entry is not None and entry.hedge:
                figure.qualifier, figure.hedge = entry.hedge, (t.starts[j], t.ends[j])
            j += 1
        if t.words[j] == "+" and t.starts[j] == t.ends[j - 1]:
            figure.qualifier, figure.hedge = "GE", (t.starts[j], t.ends[j])
            figure.outer_end = t.ends[j]
            j += 1
        return j

    def _cents_of(self, figure: Figure, i: int) -> None:
        """ "AU 18 cents": whose cents they are stands before the numeral at token i."""
        t, name, slash, per = self.t, *(figure.unit or "").partition("/")
        if (
            name != "cent"
            or i == 0
            or len(t.words[i - 1]) != 2
            or not self.norm[t.starts[i - 1]].isupper()
            or self.out.tags[-1:] != ["x"]
        ):
            return
        money = self.lex.currencies.get(t.words[i - 1] + "$")
        code = next((minor for minor, whole in MINOR.items() if whole == money), None)
        if code is not None:
            figure.unit, figure.outer_start = code + slash + per, t.starts[i - 1]
            self.out.pop()

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
        if unit_shape == "glued_degree":
            return self._is_degree(j) and figure.unit is None
        if unit_shape == "times_glued":
            return t.starts[j] == t.ends[j - 1] and t.words[j] != "time"
        if unit_shape != "index" or _SCORED.search(self.low, max(0, figure.start - 20), figure.start):
            return False
        if t.words[after] != "of" or figure.value >= 20:
            return True
        following = self.lex.singles.get(t.words[after + 2])  # "2.1 points of the increase"
        return following is not None and following.tag in ("i", "j")

    def _is_degree(self, j: int) -> bool:
        """True for the letter of "35.1C" and, where heat was spoken of, "106F"; not of an iPhone 5C."""
        t, start = self.t, self.t.starts[j - 1]
        if t.starts[j] != t.ends[j - 1] or not self.norm[t.starts[j]].isupper():
            return False
        return "." in t.words[j - 1] or _HEAT.search(self.low, max(0, start - _NEAR), start) is not None

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
