"""One English numeral with what belongs to it: sign, currency, scale, percent mark, unit, range."""

from __future__ import annotations

from decimal import Decimal

from ingest.prose.en.spelled import in_words
from ingest.prose.en.tokens import Numeral, Tokens
from ingest.prose.en.words import CURRENCY, NUMBER, SYMBOL, WORD, Lexicon
from ingest.prose.figure import DURATION, MULTIPLE, PERCENT, POINTS, QUANTITY, Figure
from ingest.prose.numerals import Number, parse_digits, scale

BROKEN = "broken_number"
_SPANS = frozenset(["months", "weeks", "days", "years"])
_AGO = frozenset(["before", "earlier", "ago"])
_SPAN_UNITS = frozenset({"a", "an", "per", "each", "every"})
_GLUED = {"glued_money": "money", "glued_percent": "percent"}  # units right behind a number: "99p"
_PER_CODES = {
    "capita": "person", "person": "person", "head": "person", "inhabitant": "person", "resident": "person",
    "share": "share", "household": "household", "employee": "person", "worker": "person", "unit": "unit",
}  # fmt: skip
_SCALES_THAT_GO_ON = frozenset(  # hundred, lakh, crore; million and above only over another scale word
    {Decimal(100), Decimal(10**5), Decimal(10**7), Decimal(10**6), Decimal(10**9), Decimal(10**12)}
)
_PARTS_OF_ONE = frozenset({"2", "4", "5", "8", "16", "32", "64"})
_CALENDAR = frozenset({"year", "month", "day", "week", "quarter", "hour", "annum"})


def read_numeral(t: Tokens, i: int, lex: Lexicon) -> Numeral | tuple[str, int, str] | None:
    """The numeral that starts at token i; a refusal (sentence, after, rule) where its digits are broken."""
    if t.kinds[i] == NUMBER:
        return _digits(t, i, lex)
    numeral = in_words(t, i, lex)
    if numeral is not None and not numeral.scaled and t.words[numeral.after] in lex.scaled_units:
        return with_scale(t, numeral, lex)  # twenty MUSD
    return numeral


def _digits(t: Tokens, i: int, lex: Lexicon) -> Numeral | tuple[str, int, str] | None:
    w, j = t.words[i], i + 1
    digits, repaired = w, False
    nxt = t.words[j]
    if t.starts[j] == t.ends[i] and t.kinds[j + 1] == NUMBER and t.starts[j + 1] == t.ends[j]:
        if nxt in "./:" and nxt:
            after = j + 2
            while (
                t.kinds[after + 1] == NUMBER
                and t.words[after] == nxt
                and t.starts[after] == t.ends[after - 1]
            ):
                after += 2
            if nxt == "." and all(len(x) == 3 for x in (*w.split(".")[1:], *t.words[j + 1 : after : 2])):
                return "its points may group thousands or mark decimals", after, BROKEN
            return "", after, ""  # a version, an address, a clock time, a ratio
        if nxt in ",*#_^":
            return "its digits are broken by a stray mark", j + 2, BROKEN
    chained = nxt == t.words[j + 2] == "-" and t.kinds[j + 1] == t.kinds[j + 3] == NUMBER
    if chained and t.starts[j + 3] - t.ends[j + 1] == 1 and t.starts[j + 1] - t.ends[i] == 1:
        return "", j + 4, ""  # a telephone number
    if nxt == "*" and t.starts[j] == t.ends[i] and (t.kinds[j + 1] == NUMBER or t.words[j + 1] == "*"):
        return "a star stands inside the number", j + 1, BROKEN
    if t.starts[j] == t.ends[i] and nxt in lex.fractions and not nxt.isascii():
        number = parse_digits(w)
        if number is not None:
            part = lex.fractions[nxt]
            value = number.value + Decimal(part.numerator) / Decimal(part.denominator)
            mixed = Number(value, Decimal(1) / part.denominator, Decimal(1) / part.denominator)
            return with_scale(t, Numeral(i, j + 1, mixed), lex)
    if t.words[j + 1] == "/" and (fraction := _mixed(t, i)):
        return with_scale(t, fraction, lex)
    while (
        t.kinds[j] == NUMBER
        and t.starts[j] == t.ends[j - 1] + 1
        and len(t.words[j].split(".")[0]) == 3
        and "," not in t.words[j]
        and ("." not in digits)
        and len(w) <= 3
        and w.isdigit()
        and not _of_each(t, j)
    ):
        digits += t.words[j]
        repaired = True
        j += 1
    beside = t.kinds[j] == NUMBER and t.ends[i] < t.starts[j] <= t.ends[i] + 2
    if not repaired and beside and not _of_each(t, j):
        after = j + 1
        while t.kinds[after] == NUMBER or (t.words[after] == "/" and t.kinds[after + 1] == NUMBER):
            after += 1
        return (
            "another number stands right behind it: a lost decimal point or a row of a table",
            after,
            BROKEN,
        )
    number = parse_digits(digits)
    if number is None:
        return "it has more digits than a figure can have", j, BROKEN
    numeral = Numeral(i, j, number, repaired=repaired)
    return with_scale(t, numeral, lex)


def _of_each(t: Tokens, j: int) -> bool:
    """True for "12 | 20-foot containers", where the number behind tells what each of them is.

    And for "$1,810 | 12 months before", where it tells how long ago that was.
    """
    if t.words[j + 2] in _AGO and t.words[j + 1] in _SPANS:
        return True
    return t.words[j + 1] == "-" and t.kinds[j + 2] == WORD and t.starts[j + 2] == t.ends[j] + 1


def _mixed(t: Tokens, i: int) -> Numeral | None:
    """ "4 7/8": a whole number and a proper fraction of halves, quarters, eighths …"""
    whole, above, below = t.words[i], t.words[i + 1], t.words[i + 3]
    glued = t.starts[i + 1] == t.ends[i] + 1 and t.starts[i + 3] == t.ends[i + 1] + 1
    if not (glued and whole.isdigit() and above.isdigit() and below in _PARTS_OF_ONE):
        return None
    part = Decimal(1) / int(below)
    if not 0 < int(above) < int(below):
        return None
    return Numeral(i, i + 4, Number(int(whole) + int(above) * part, part, part))


def with_scale(t: Tokens, n: Numeral, lex: Lexicon) -> Numeral:
    j = n.after
    if t.words[j] != "-" and t.words[j] not in lex.scales and t.words[j] not in lex.scaled_units:
        return n
    if (
        t.words[j] == "-"
        and t.starts[j] == t.ends[j - 1]
        and lex.scales.get(t.words[j + 1], ("", ""))[1] == "word"
    ):
        j += 1
    factor = Decimal(1)
    compound = lex.scaled_units.get(t.words[j])
    if compound is not None:  # 48.5 MGBP: the figure's unit follows from the same word
        n.number, n.scaled, n.factor = scale(n.number, compound[0]), True, compound[0]
        return n
    for _ in range(2):
        found = lex.scales.get(t.words[j])
        if found is None or found[1] == "vague":
            break
        glued = t.starts[j] == t.ends[j - 1]
        if found[1].startswith("glued"):
            money = is_currency_sign(t, n.first - 1, lex)  # "SEK 512 M" as well as "$512 m"
            if not (glued or money or _is_counted(t, j + 1, lex)) or (
                found[1] == "glued_money" and not money
            ):
                break
            if t.words[j] in ("b", "t") and not money and t.kinds[j + 1] != WORD:
                break
            if t.words[j] == "m" and not money and _is_length(t, n, j, lex):
                break
        if t.words[j] == "dozen" and n.number.value > 100:
            break
        factor *= found[0]
        j += 1
    if factor != 1:
        if t.words[j : j + 3] == ["and", "a", "half"] and t.starts[j] < t.ends[j - 1] + 3:
            n.number = Number(n.number.value + Decimal("0.5"), Decimal("0.1"), Decimal("0.1"))
            j += 3
        n.number, n.scaled, n.after = scale(n.number, factor), True, j
        n.factor = factor
        _rest_below(t, n, lex)
    return n


def _is_length(t: Tokens, n: Numeral, j: int, lex: Lexicon) -> bool:
    """True where words around "48m" tell metres: "48m high", "a height of 48m", "48m above"."""
    before = t.words[max(0, n.first - 4) : n.first]
    return t.words[j + 1] in (*lex.lengths, "above", "below") or not lex.lengths.isdisjoint(before)


def _is_counted(t: Tokens, j: int, lex: Lexicon) -> bool:
    """True where a unit or people stand at token j: "1.2 m tonnes" are millions, "1.2 m" is a length."""
    unit = read_unit(t, j, lex)
    return t.words[j] in lex.persons or (unit is not None and unit[2] in ("measure", "money"))


def _rest_below(t: Tokens, n: Numeral, lex: Lexicon) -> None:
    """Add what goes on below the scale: "6 crore 20 lakh", "3 hundred and 21"."""
    if n.factor not in _SCALES_THAT_GO_ON or t.words[n.first - 1 : n.first] == ["between"]:
        return
    j = n.after + (t.words[n.after] == "and")
    rest = read_numeral(t, j, lex) if t.words[j] in lex.numbers or t.kinds[j] == NUMBER else None
    if not isinstance(rest, Numeral) or not 1 <= rest.number.value < n.factor or "." in t.words[j]:
        return
    thousands = n.factor in (10**6, 10**9, 10**12)  # "5 million and 300 thousand" may be two of a list
    if thousands and (j > n.after or not rest.scaled):
        return
    if n.factor == 100 or rest.in_words or rest.scaled:
        value = n.number.value + rest.number.value
        n.number = Number(value, rest.number.last_place, rest.number.nonzero_place)
        n.after, n.factor, n.scaled = rest.after, rest.factor, rest.scaled


def read_unit(t: Tokens, j: int, lex: Lexicon) -> tuple[int, str, str] | None:
    """The unit whose words stand at token j: (after, code, shape)."""
    if t.words[j] == "-" and t.starts[j] == t.ends[j - 1] and t.starts[j + 1] == t.ends[j]:
        j += 1
    if "/" in t.words[j] and t.kinds[j] == WORD and t.words[j] not in lex.units:
        head, _, tail = t.words[j].partition("/")  # EUR/l, USD/t
        money, per = lex.units.get(head, ()), lex.units.get(tail, ())
        if money and per and not money[-1][0] and not per[-1][0] and money[-1][2] in ("money", "measure"):
            return j + 1, f"{money[-1][1]}/{per[-1][1]}", "measure"
    if t.words[j] == t.words[j + 2] and t.words[j + 1] in ("on", "over"):
        return None  # "355 year on year" lasts no years
    for rest, code, shape in lex.units.get(t.words[j], ()):
        if t.words[j + 1 : j + 1 + len(rest)] == rest:
            glued = _GLUED.get(shape, shape)
            if glued != shape and t.starts[j] != t.ends[j - 1]:
                return None
            return j + 1 + len(rest), code, glued
    return None


def read_per(t: Tokens, j: int, lex: Lexicon) -> tuple[int, str | None] | None:
    """ "per tonne", "a barrel", "a year", "/kg": (after, code), code None for a calendar unit."""
    w = t.words[j]
    if w in _SPAN_UNITS or (w == "/" and t.starts[j + 1] == t.ends[j]):
        nxt = t.words[j + 1]
        if nxt in _CALENDAR and t.words[j + 2] not in (
            "ago",
            "earlier",
            "before",
            "later",
        ):
            return j + 2, None
        if nxt in _PER_CODES and (w == "per" or w == "/" or nxt in ("share", "head", "person")):
            return j + 2, _PER_CODES[nxt]
        if nxt in lex.share_words["kind"] and t.words[j + 2] == "share":
            return j + 3, _PER_CODES["share"]  # "per diluted share"
        unit = read_unit(t, j + 1, lex)
        if unit is not None and unit[2] == "measure":
            return unit[0], unit[1]
    return None


def compound(t: Tokens, i: int, lex: Lexicon) -> int:
    """ "a 12-point plan", "the 400m hurdles": the token behind what unit and noun name together, or 0."""
    k = i + 2 if t.words[i + 1] == "-" else i + 1
    nouns = lex.compounds.get(t.words[k])
    return k + 1 if nouns is not None and t.words[k + 1] in nouns else 0


def shape_of(unit_shape: str) -> str:
    """The shape that a unit gives to its figure."""
    if unit_shape == "percent":
        return PERCENT
    if unit_shape == "points":
        return POINTS
    if unit_shape == "duration":
        return DURATION
    if unit_shape.startswith("times"):
        return MULTIPLE
    return POINTS if unit_shape == "index" else QUANTITY


def is_currency_sign(t: Tokens, i: int, lex: Lexicon) -> bool:
    """True where token i is a currency in front of a number: "$", "RMB", "US$"."""
    if i < 0 or t.kinds[i] != WORD:
        return i >= 0 and t.kinds[i] == CURRENCY
    if t.words[i] in lex.glued_currencies and t.ends[i] != t.starts[i + 1]:
        return False
    return t.words[i] in lex.currencies or t.words[i] in lex.scaled_units


def currency_at(t: Tokens, i: int, lex: Lexicon) -> tuple[str, Decimal]:
    """The currency of the sign at token i and its scale: "US$" has none, MSEK a million.

    A sign behind letters that nobody knows stands for itself, and its figure loses the unit; behind a word
    ("of$5") it only lost a blank.
    """
    compound = lex.scaled_units.get(t.words[i])
    if compound is not None:
        return compound[1], compound[0]
    word = t.words[i]
    if word in lex.currencies:
        return lex.currencies[word], Decimal(1)
    letters, sign = word[:-1], word[-1:]
    return lex.currencies[sign] if letters in lex.singles else lex.currencies.get(letters, word), Decimal(1)


def make(t: Tokens, n: Numeral) -> Figure:
    """A bare figure from a numeral."""
    first = n.first
    start, outer = t.starts[first], t.starts[first]
    return Figure(
        start=start,
        end=t.ends[n.after - 1],
        shape=QUANTITY,
        value=n.number.value,
        last_place=n.number.last_place,
        nonzero_place=n.number.nonzero_place,
        scaled=n.scaled,
        factor=n.factor,
        outer_start=outer,
        outer_end=t.ends[n.after - 1],
        flags={"estimated_digits"} if n.repaired else set(),
    )


__all__ = [
    "SYMBOL",
    "Numeral",
    "Tokens",
    "currency_at",
    "is_currency_sign",
    "make",
    "read_numeral",
    "read_per",
    "read_unit",
]
