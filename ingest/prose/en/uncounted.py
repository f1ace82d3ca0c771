"""Numbers that count nothing: "the first two bids", "a 53-year-old", "firms with 250 or more staff".

They select, point back to what was counted before, bound a class or belong to a compound. Each rule is asked
for the number at token i, behind which token j stands, and gives the token behind what it passes by, or 0.
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.prose.en import figures as fg
from ingest.prose.en.tokens import Numeral, Tokens
from ingest.prose.en.words import NUMBER, WORD, Lexicon
from ingest.prose.regex import regex

_MOST_SELECTED = 20  # "the last ten games"; "the first 100 customers" are counted
_MOST_NAMED_AGAIN = 10  # "the four provinces"
_FAR = 8  # tokens between a shot and its distance
_METRES = frozenset(["m", "metres", "meters", "metre", "meter", "yards"])
_OLD = frozenset(["old", "olds"])
_AGES = frozenset(["year-old", "year-olds"])
_WHOSE = frozenset(["the", "its", "their", "his", "her", "our", "these", "those"])
_SPANS = frozenset(["year", "month", "week", "day"])
_BOUND = regex(r"(?:(?: ?- ?| to | and )\d[\d,]*)?(?:\+| or (?:more|fewer|less|over)\b)?")
_IN_A_CLASS = regex(r" in a (?:class|classroom|group|room) of \d+")
_MORE_OR_LESS = frozenset(["odd", "plus", "strong", "fold"])  # "twenty-odd people", "a seven-strong panel"
_HEDGES = frozenset(["GT", "GE", "LT", "LE"])


def names_number(before: Sequence[str], lex: Lexicon) -> bool:
    """True where the last of the words before a number makes it part of a name: "flight 12", "on day 3".

    "Every day 800 women give birth" and "Listed companies there number 320" count.
    """
    if not before or before[-1] not in lex.names:
        return False
    last, words = before[-1], before[:-1]
    if last == "day":
        return words[-1:] == [] or words[-1] not in lex.uncounted["each"]
    if last == "number":
        return not _is_verb(words, lex)
    return True


def _is_verb(words: Sequence[str], lex: Lexicon) -> bool:
    """True for "they number", "firms number", "firms there now number"; not for "she wears number"."""
    plural = next(
        (k for k in range(len(words) - 1, max(-1, len(words) - 4), -1) if _is_many(words[k], lex)), -1
    )
    return plural >= 0 and (plural == 0 or words[plural - 1] not in lex.uncounted["holder"])


def _is_many(word: str, lex: Lexicon) -> bool:
    plural = word.endswith("s") and not word.endswith(("'s", "ss")) and word not in lex.singles
    return plural or word == "they" or word in lex.persons


class Uncounted:
    """The part of the lexer that passes such numbers by."""

    t: Tokens
    lex: Lexicon
    low: str

    def _uncounted(self, i: int, n: Numeral) -> int:
        """The token behind a number that counts nothing, with what is its; 0 where it counts."""
        t, j, about = self.t, n.after, self.lex.uncounted
        before, behind = t.words[i - 1] if i else "", t.words[n.after]
        if behind == "-" and t.starts[j] == t.ends[j - 1] and t.starts[j + 1] == t.ends[j]:
            return self._in_compound(j, n) or self._of_each(i, j)
        if n.scaled:
            return (
                j
                if t.words[i + 1] == "m" == t.words[j - 1] and self._raced(i, before) and self._ends(j)
                else 0
            )
        if before in about["selecting"] and not self._of_his_last(i):
            return self._selected(i, j, n)
        if before in about["definite"] and t.words[max(0, i - 2)] != "of" and self._named_again(j, n):
            return j
        if m := _IN_A_CLASS.match(self.low, t.ends[j - 1]):
            return self._behind(m.end(), j)  # "or | nine in a classroom of 30": a share said again
        if behind in _METRES and self._raced(i, before):
            return j + 1
        return self._band(i, j)

    def _in_compound(self, j: int, n: Numeral) -> int:
        """ "a | 53-year-old", "a | three-month-old strike", "a | three-bedroom flat"."""
        t = self.t
        unit, after = t.words[j + 1], t.words[j + 2 : j + 4]
        if unit in _AGES:
            return j + 2
        if unit in _SPANS and after[:1] == ["-"] and after[1] in _OLD:
            return j + 4
        plain = t.kinds[j + 1] == WORD and unit not in self.lex.singles and unit not in self.lex.scales
        if not (n.in_words and plain) or unit in self.lex.fractions or unit in self.lex.numbers:
            return 0
        return j + 2 if fg.read_unit(t, j, self.lex) is None and unit not in _MORE_OR_LESS else 0

    def _of_each(self, i: int, j: int) -> int:
        """ "1.2 million | 50-inch televisions", "two hundred | 40-tonne trucks": what each of them is."""
        t, before = self.t, self.t.words[i - 1] if i else ""
        counted = i > 0 and (
            t.kinds[i - 1] == NUMBER or before in self.lex.numbers or before in self.lex.scales
        )
        unit = fg.read_unit(t, j, self.lex) if counted else None
        return unit[0] if unit is not None and self._is_noun(unit[0]) else 0

    def _selected(self, i: int, j: int, n: Numeral) -> int:
        """ "the first | two bids", "over the past | 12 months"; "over the past three years" lasts."""
        unit = fg.read_unit(self.t, j, self.lex)
        if unit is not None:
            when = not self.lex.uncounted["when"].isdisjoint(self.t.words[max(0, i - 3) : i - 1])
            return unit[0] if unit[2] == "duration" and unit[1] != "year" and when else 0
        return j if n.number.value <= _MOST_SELECTED and self._is_noun(j) else 0

    def _of_his_last(self, i: int) -> bool:
        """ "two of his previous | eleven matches": a whole is counted, whatever selects it."""
        t, k = self.t, i - 3
        if k < 1 or t.words[k] not in ("of", "in") or t.words[i - 2] not in _WHOSE:
            return False
        return t.kinds[k - 1] == NUMBER or t.words[k - 1] in self.lex.numbers

    def _named_again(self, j: int, n: Numeral) -> bool:
        """ "The | three provinces": those just named; "the four biggest cities" are counted."""
        small = n.number.value <= _MOST_NAMED_AGAIN and self._is_noun(j)
        return small and not self.t.words[j].endswith("est") and fg.read_unit(self.t, j, self.lex) is None

    def _is_noun(self, j: int) -> bool:
        word = self.t.words[j]
        return self.t.kinds[j] == WORD and word not in self.lex.singles and word not in self.lex.superlatives

    def _raced(self, i: int, before: str) -> bool:
        """ "won the | 1,500 metres", "scored from | 25 metres"."""
        if before == "the" or before.endswith(("'s", "s'")):
            return self.t.words[i] in self.lex.uncounted["race"]
        return before == "from" and not self.lex.uncounted["shot"].isdisjoint(
            self.t.words[max(0, i - _FAR) : i]
        )

    def _ends(self, j: int) -> bool:
        """True where no noun stands behind: "the 100m in 9.9 seconds", not "the 100m people"."""
        return self.t.kinds[j] != WORD or self.t.words[j] in self.lex.singles

    def _band(self, i: int, j: int) -> int:
        """ "firms with at least | 10 employees", "firms employing | 10 to 49 people": a class is bounded."""
        t, about = self.t, self.lex.uncounted
        m = next((k for k in range(i - 1, max(0, i - 4), -1) if t.words[k] in about["banding"]), 0)
        if m == 0 or t.words[m - 1] not in about["band"]:
            return 0
        bound = _BOUND.match(self.low, t.ends[j - 1])
        end = bound.end() if bound is not None else t.ends[j - 1]
        hedge = " ".join(t.words[m + 1 : i])
        if end == t.ends[j - 1] and not self._bounds(hedge):
            return 0
        return self._behind(end, j)

    def _behind(self, end: int, j: int) -> int:
        """The first token from j on that stands behind the offset."""
        while self.t.kinds[j] and self.t.starts[j] < end:
            j += 1
        return j

    def _bounds(self, phrase: str) -> bool:
        """True for "at least", "more than"."""
        branch = self.lex.phrases
        for word in phrase.split():
            branch = branch.get(word, {})
        entry = branch.get("") or self.lex.singles.get(phrase)
        return entry is not None and entry.hedge in _HEDGES
