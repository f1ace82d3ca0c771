"""Numbers spelled in words: "two hundred and fifty thousand", "half a million", "two and a half"."""

from __future__ import annotations

from decimal import Decimal

from ingest.prose.en.tokens import Numeral, Tokens
from ingest.prose.en.words import Lexicon
from ingest.prose.numerals import from_words

_NO_HALF = frozenset(["of", "million", "billion", "trillion", "thousand"])
_MOST_WORDS = 20  # of a number in words


def in_words(t: Tokens, i: int, lex: Lexicon) -> Numeral | None:
    """The number in words at token i: "two", "twenty-five", "half a million", "two and a half"."""
    total = current = Decimal(0)
    j, seen, last_kind = i, False, ""
    factor = Decimal(1)
    if (
        t.words[i] == "half"
        and t.words[i + 1] == "a"
        and t.words[i + 2] in ("million", "billion", "trillion", "dozen")
    ):
        size = lex.scales[t.words[i + 2]][0]
        return Numeral(i, i + 3, from_words(Decimal("0.5"), size), True, True, factor=size)
    if (parts := _parts_of_scale(t, i, lex)) is not None:
        return parts
    if t.words[i] in ("a", "an"):
        if t.words[i + 1] not in (
            "hundred",
            "thousand",
            "million",
            "billion",
            "trillion",
            "dozen",
        ):
            return None
        current, j, seen, last_kind = Decimal(1), i + 1, True, "unit"
    while j - i < _MOST_WORDS:
        found = lex.numbers.get(t.words[j])
        if found is None:
            if not seen:
                return None
            if t.words[j] in ("and", "-") and t.words[j + 1] in lex.numbers:
                kind = lex.numbers[t.words[j + 1]][1]
                joins = (
                    kind == "unit" and last_kind == "ten"
                    if t.words[j] == "-"
                    else last_kind in ("hundred", "scale")
                )
                if joins and kind in ("unit", "ten"):
                    j += 1
                    continue
            part = lex.fractions.get(t.words[j + 2]) if t.words[j] == "and" else None
            if part is not None and t.words[j + 1] in ("a", "one") and t.words[j + 3] not in _NO_HALF:
                step = factor if last_kind == "scale" else Decimal(1)  # a million and a half
                share = step * part.numerator / part.denominator
                total, current = (
                    (total + share, current) if last_kind == "scale" else (total, current + share)
                )
                last_kind, j = "half", j + 3
                continue
            if t.words[j] == "point" and lex.numbers.get(t.words[j + 1], ("", ""))[1] == "unit":
                j, decimals = j + 1, ""
                while (
                    t.words[j] in lex.numbers and lex.numbers[t.words[j]][1] == "unit" and len(decimals) < 6
                ):
                    decimals += str(lex.numbers[t.words[j]][0])
                    j += 1
                current += Decimal("0." + decimals)
                last_kind = "decimal"
                continue
            break
        value, kind = found
        if kind == "unit":
            if last_kind in ("unit", "decimal", "half"):
                break
            current += value
        elif kind == "ten":
            if last_kind in ("unit", "ten", "decimal", "half"):
                break
            current += value
        elif not seen:
            if kind != "hundred" or lex.numbers.get(t.words[j + 1], ("", ""))[1] != "scale":
                return None  # "hundred" or "million" alone is no number, "hundred thousand" is
            current = value
        elif kind == "hundred":
            current *= value
        else:
            total = total * value if last_kind == "scale" else total + current * value  # three lakh crore
            current, factor = Decimal(0), value
        seen, last_kind = True, kind
        j += 1
    value = total + current
    if value == 0 and t.words[i] != "zero":
        return None
    if (current == 0 and factor > 1 and value % factor == 0) or (factor > 1 and current == 0):
        return Numeral(i, j, from_words(value / factor, factor), scaled=True, in_words=True)
    return Numeral(i, j, from_words(value), in_words=True)


def _parts_of_scale(t: Tokens, i: int, lex: Lexicon) -> Numeral | None:
    """ "half million", "a quarter million", "three quarters billion": a part of a scale word."""
    j, times = i, 1
    if t.words[j] in ("a", "one", "two", "three"):
        times = {"two": 2, "three": 3}.get(t.words[j], 1)
        j += 1
    part = lex.fractions.get(t.words[j])
    of = 2 if t.words[j + 1 : j + 3] == ["of", "a"] else 0  # two thirds of a million
    scale_word = lex.scales.get(t.words[j + 1 + of])
    if part is None or scale_word is None or scale_word[0] < 1000 or scale_word[1] != "word":
        return None
    share = Decimal(part.numerator * times) / Decimal(part.denominator)
    return Numeral(i, j + 2 + of, from_words(share, scale_word[0]), True, True, factor=scale_word[0])
