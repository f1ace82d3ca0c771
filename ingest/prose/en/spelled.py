"""Numbers spelled in words: "two hundred and fifty thousand", "half a million", "two and a half million"."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from ingest.prose.en.tokens import Numeral, Tokens
from ingest.prose.en.words import Lexicon
from ingest.prose.numerals import from_words

_MOST_WORDS = 20  # of a number in words
_MOST_DECIMALS = 6
_DECIMALS = Decimal("1e-12")
_BIG = ("million", "billion", "trillion")
_PARTS = {"a": 1, "one": 1, "two": 2, "three": 3}  # how many parts: "and three quarters"


def in_words(t: Tokens, i: int, lex: Lexicon) -> Numeral | None:
    """The number in words at token i: "two", "twenty-five", "half a million", "two and a half"."""
    if t.words[i] == "half" and t.words[i + 1] == "a" and t.words[i + 2] in (*_BIG, "dozen"):
        size = lex.scales[t.words[i + 2]][0]
        return Numeral(i, i + 3, from_words(Decimal("0.5"), size), True, True, factor=size)
    if t.words[i] == "half" and t.words[i + 1] == "a" and _is_point(t, i + 2, lex):
        return Numeral(i, i + 2, from_words(Decimal("0.5")), in_words=True)
    if (parts := _parts_of_scale(t, i, lex)) is not None:
        return parts
    return _Spelled(t, i, lex).read()


def is_whole(word: str, lex: Lexicon) -> bool:
    """True for a number word that can open a number below a scale: "two hundred", not "million"."""
    return word in lex.numbers and lex.numbers[word][1] in ("unit", "ten")


class _Spelled:
    """One pass over the words of a number: `total` is closed by scale words, `current` is still open."""

    def __init__(self, t: Tokens, i: int, lex: Lexicon) -> None:
        self.t, self.i, self.j, self.lex = t, i, i, lex
        self.total = self.current = Decimal(0)
        self.factor = Decimal(1)  # of the last scale word
        self.last = ""  # kind of the word before
        self.seen = False

    def read(self) -> Numeral | None:
        t, i = self.t, self.i
        if t.words[i] in ("a", "an"):
            if t.words[i + 1] not in ("hundred", "thousand", *_BIG, "dozen"):
                return None
            self.current, self.j, self.seen, self.last = Decimal(1), i + 1, True, "unit"
        while self.j - i < _MOST_WORDS and self._word():
            pass
        value = self.total + self.current
        if not self.seen or (value == 0 and t.words[i] != "zero"):
            return None
        if self.factor > 1 and self.current == 0:
            number = from_words(_finite(value / self.factor), self.factor)
            return Numeral(i, self.j, number, scaled=True, in_words=True, factor=self.factor)
        return Numeral(i, self.j, from_words(_finite(value)), in_words=True)

    def _word(self) -> bool:
        """Take the next word into the number; False where it ends."""
        found = self.lex.numbers.get(self.t.words[self.j])
        if found is None:
            return self.seen and (self._and_a_part() or self._joined() or self._decimals())
        value, kind = found
        if kind in ("unit", "ten"):
            if self.last in ("unit", "decimal", "half") or (kind == "ten" and self.last == "ten"):
                return False
            self.current += value
        elif not self.seen:
            # "hundred" or "million" alone is no number, "hundred thousand" is
            if kind != "hundred" or self._kind(self.j + 1) != "scale":
                return False
            self.current = value
        elif kind == "hundred":
            if self.last in ("decimal", "half"):
                return False
            self.current *= value
        elif self.last == "scale":  # three lakh crore
            self.total, self.factor = self.total * value, value
        else:
            self.total, self.current, self.factor = self.total + self.current * value, Decimal(0), value
        self.seen, self.last = True, kind
        self.j += 1
        return True

    def _kind(self, j: int) -> str:
        return self.lex.numbers.get(self.t.words[j], (Decimal(0), ""))[1]

    def _joined(self) -> bool:
        """The "and" or hyphen inside: "two hundred and five", "one thousand and five hundred"."""
        word, kind = self.t.words[self.j], self._kind(self.j + 1)
        if kind == "scale" and word == "-":
            self.j += 1  # "the two-million mark"
            return True
        if kind not in ("unit", "ten"):
            return False
        if word == "-":
            joins = kind == "unit" and self.last == "ten"
        else:
            joins = word == "and" and self.last in ("hundred", "scale") and self._below(self.j + 1)
        self.j += joins
        return joins

    def _below(self, j: int) -> bool:
        """True where the number behind "and" is smaller than the scale before it, so that it adds up."""
        other = _Spelled(self.t, j, self.lex).read()
        if other is None or (
            self.i and self.t.words[self.i - 1] == "between" and self.t.words[other.after] != "and"
        ):
            return False
        if self.last == "scale":
            return other.number.value < self.factor
        return other.scaled or other.number.value < 100  # two hundred and fifty thousand

    def _and_a_part(self) -> bool:
        """ "and a half", "and a quarter": of one, of the scale before it, or of a scale of its own."""
        t, j = self.t, self.j
        part = self.lex.fractions.get(t.words[j + 2]) if t.words[j] == "and" else None
        times = _PARTS.get(t.words[j + 1])
        if part is None or times is None or t.words[j + 3] == "of":
            return False
        part *= times
        if self.last == "scale":
            own = self.lex.scales.get(t.words[j + 3], (Decimal(0), ""))[0]
            if 1000 <= own < self.factor:  # one billion and a half million
                self.total, self.j = self.total + _times(part, own), j + 4
                self.factor = own
                return True
            self.total += _times(part, self.factor)  # a million and a half
        elif self.last in ("unit", "ten", "hundred"):
            self.current += _times(part, Decimal(1))
        else:
            return False
        self.last, self.j = "half", j + 3
        return True

    def _decimals(self) -> bool:
        """ "point seven one", "point seventy-one"."""
        t, j = self.t, self.j + 1
        if t.words[self.j] != "point" or self._kind(j) not in ("unit", "ten"):
            return False
        digits = ""
        while self._kind(j) == "unit" and len(digits) < _MOST_DECIMALS:
            digits += str(self.lex.numbers[t.words[j]][0])
            j += 1
        if not digits:
            tens = self.lex.numbers[t.words[j]][0]
            j += 1
            if t.words[j] == "-" and self._kind(j + 1) == "unit":
                tens += self.lex.numbers[t.words[j + 1]][0]
                j += 2
            digits = str(tens)
        self.current += Decimal("0." + digits)
        self.last, self.j = "decimal", j
        return True


def _finite(value: Decimal) -> Decimal:
    """A third has no last digit: twelve decimals are kept."""
    return value if value == value.to_integral_value() else value.quantize(_DECIMALS).normalize()


def _times(part: Fraction, size: Decimal) -> Decimal:
    return size * part.numerator / part.denominator


def _is_point(t: Tokens, j: int, lex: Lexicon) -> bool:
    """True where "half a" is half of a point: "half a percentage point", "half a point"."""
    shapes = [
        shape
        for rest, _, shape in lex.units.get(t.words[j], ())
        if t.words[j + 1 : j + 1 + len(rest)] == rest
    ]
    return bool(shapes) and shapes[0] in ("points", "index", "percent")


def _parts_of_scale(t: Tokens, i: int, lex: Lexicon) -> Numeral | None:
    """ "half million", "a quarter million", "three quarters billion": a part of a scale word."""
    j, times = i, 1
    if t.words[j] in _PARTS:
        times = _PARTS[t.words[j]]
        j += 1
    part = lex.fractions.get(t.words[j])
    of = 2 if t.words[j + 1 : j + 3] == ["of", "a"] else 0  # two thirds of a million
    scale_word = lex.scales.get(t.words[j + 1 + of])
    if part is None or scale_word is None or scale_word[0] < 1000 or scale_word[1] != "word":
        return None
    share = _finite(Decimal(part.numerator * times) / Decimal(part.denominator))
    return Numeral(i, j + 2 + of, from_words(share, scale_word[0]), True, True, factor=scale_word[0])
