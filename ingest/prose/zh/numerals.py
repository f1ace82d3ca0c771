"""The exact value of a printed Chinese numeral, and the places of its digits.

Takes what `numeral_patterns` finds in the normalised copy of a text (simplified characters, half-width
digits). 兆 is 10^12: mainland statistics write 万亿 for it and use 兆 only as a prefix of units, Taiwan and
Japan use 兆 as the numeral.
"""

import re
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import NamedTuple

from ingest.prose.zh.numeral_patterns import PAIR, WORDS

DIGITS = {
    c: i
    for i, cs in enumerate(
        ("零〇", "一壹", "二贰两俩", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
    )
    for c in cs
}
SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
BIG = {"万": 10**4, "亿": 10**8, "兆": 10**12}

_LETTERS = frozenset("kKM")
_LONGEST = 40  # no printed figure is longer; raw holds 26 digits before the point
_PAIR_AT = re.compile(PAIR)
_MIXED_PART = re.compile(rf"\d[\d,]*(?:\.\d+)?|\.\d+|[{''.join(DIGITS)}{''.join(SMALL)}{''.join(BIG)}]")
_OF_AT = re.compile(rf"({WORDS}|[百千万]+|\d+)分之")
_PLAIN = re.compile(r"([\d,]*)(?:\.(\d+))?(万亿|亿|万|千|百|[kKM])?")
_SCALES = {"": 1, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8, "万亿": 10**12, "k": 10**3, "K": 10**3}
_SCALES["M"] = 10**6


class Numeral(NamedTuple):
    """What a printed numeral says.

    `form` is plain, percent (百分之, 成, a fraction in words), permille or per_myriad (printed as such) or
    times (翻番: new to old). Places are the place values of the last printed digit and of the last one that
    is not zero; both None for a fraction. `upper` is the second number of a pair (二三十: 20 and 30). `odd`
    is the 多, 余 or 几 inside it.
    """

    value: Decimal
    last_place: Decimal | None
    last_nonzero_place: Decimal | None
    has_scale_word: bool
    form: str = "plain"
    upper: Decimal | None = None
    odd: str | None = None
    is_fraction: bool = False


@lru_cache(maxsize=65536)
def parse(printed: str) -> Numeral | None:
    """The value of a numeral as one of the patterns finds it; None where it is no well-formed numeral."""
    try:
        return _parse(printed)
    except InvalidOperation:
        return None


def _parse(printed: str) -> Numeral | None:
    if not 0 < len(printed) <= _LONGEST:
        return None
    text = printed.replace(" ", "")
    plain = _PLAIN.fullmatch(text)
    if plain and text[0] in "0123456789.":
        return _plain(plain)
    negative = text[:1] in {"-", "负"}
    text = text.lstrip("-+负")
    if (signed := _PLAIN.fullmatch(text)) and text[-1:] in _LETTERS:
        found = _plain(signed)
    elif "又" in text:
        found = _whole_and_fraction(text)
    elif "分之" in text:
        found = _fraction(text)
    elif text[-1] == "折":
        found = _discount(text[:-1])
    elif "成" in text:
        found = _tenths(text)
    elif text[0] == "翻" or text == "减半":
        found = _doubled(text)
    elif text in {"一半", "半数", "半"}:
        found = Numeral(Decimal(50), None, None, False, "percent", is_fraction=True)
    elif _PAIR_AT.fullmatch(text):
        found = _pair(text)
    else:
        found = _mixed(text)
    if found and negative:
        found = found._replace(value=-found.value)
    return found


def _plain(m: re.Match[str]) -> Numeral | None:
    """Arabic digits with at most one scale word: nearly all figures of a report."""
    whole, decimals, scale_word = m[1].replace(",", ""), m[2], m[3] or ""
    if not whole and not decimals:
        return None
    scale = _SCALES[scale_word]
    if decimals:
        place = _shifted(scale, len(decimals))
        return Numeral(int(whole + decimals) * place, place, place, scale > 1)
    zeros = len(whole) - len(whole.rstrip("0")) if whole.strip("0") else 0
    return Numeral(Decimal(int(whole) * scale), Decimal(scale), Decimal(scale * 10**zeros), scale > 1)


def _shifted(scale: int, places: int) -> Decimal:
    """scale / 10^places, without an exponent or trailing zeros where it is whole."""
    whole, rest = divmod(scale, 10**places)
    return Decimal(scale).scaleb(-places) if rest else Decimal(whole)


def _doubled(text: str) -> Numeral:
    """翻番 is twice as much, 翻两番 four times, 减半 half; the value is new to old."""
    times = text[-2]
    power = DIGITS.get(times) or (int(times) if times.isdigit() else 1)
    value = Decimal("0.5") if text == "减半" else Decimal(2**power)
    return Numeral(value, None, None, False, "times")


def _whole_and_fraction(text: str) -> Numeral | None:
    head, _, tail = text.partition("又")
    whole, part = _parse(head), _fraction(tail)
    if whole is None or part is None or part.form != "percent":
        return None
    return Numeral(whole.value + part.value / 100, None, None, False, is_fraction=True)


def _discount(text: str) -> Numeral | None:
    """八折 is 80 percent, 八五折 and 8.5折 are 85."""
    if text in {"半", "对"}:
        return Numeral(Decimal(50), Decimal(10), Decimal(10), False, "percent")
    if len(text) == 2 and "." not in text:
        value = int("".join(str(DIGITS.get(c, c)) for c in text))
        return Numeral(Decimal(value), Decimal(1), Decimal(1), False, "percent")
    found = _parse(text)
    if found is None or found.last_place is None:
        return None
    place = found.last_place * 10
    return Numeral(found.value * 10, place, place, False, "percent")


def _fraction(text: str) -> Numeral | None:
    m = _OF_AT.match(text)
    if not m:
        return None
    rest = text[m.end() :]
    top = Numeral(Decimal(100), Decimal(100), Decimal(100), False) if rest == "百" else _parse(rest)
    if top is None or top.form != "plain":
        return None
    if m[1] == "百":
        return top._replace(form="percent")
    if m[1] == "千":
        return top._replace(form="permille")
    if m[1] == "万":
        return top._replace(form="per_myriad")
    bottom = _whole_of(m[1])
    if not bottom:
        return None
    share = (top.value * 100 / bottom).quantize(Decimal("1e-12")).normalize()
    return Numeral(share, None, None, False, "percent", is_fraction=True)


def _whole_of(words: str) -> Decimal | None:
    """The denominator of a fraction; a bare run of scales (百万) counts once."""
    if words[0] in "百千万":
        product = 1
        for c in words:
            product *= SMALL.get(c) or BIG[c]
        return Decimal(product)
    found = _parse(words)
    return found.value if found else None


def _tenths(text: str) -> Numeral | None:
    """三成 is 30 percent, 三成五 35."""
    head, _, tail = text.partition("成")
    if len(head) == 2 and head[0] in DIGITS and head[1] in DIGITS:
        low, high = (Decimal(DIGITS[c] * 10) for c in head[:2])
        return Numeral(low, Decimal(10), Decimal(10), False, "percent", upper=high)
    if head == "半":
        return Numeral(Decimal(5), Decimal(5), Decimal(5), False, "percent")
    found = _parse(head)
    if found is None or found.last_place is None:
        return None
    value, place = found.value * 10, found.last_place * 10
    if head in {"十", "10"}:
        place = Decimal(10)
    if tail:
        value += 5 if tail == "半" else int(tail) if tail.isdigit() else DIGITS[tail]
        place = Decimal(1)
    return Numeral(value, place, max(place, Decimal(1)) if tail else place, False, "percent")


def _pair(text: str) -> Numeral:
    unit = 1
    for c in text[2:]:
        unit *= SMALL.get(c) or BIG[c]
    place = Decimal(unit)
    low, high = (DIGITS[c] * place for c in text[:2])
    return Numeral(low, place, place, unit >= 10**4, upper=high)


def _mixed(text: str) -> Numeral | None:
    """Numerals in words, and digits mixed with scales (3亿1500万, 一百零五万, 三点一五亿)."""
    odd = next((c for c in text if c in "多余几来"), None)
    text = text.replace(odd, "") if odd else text
    head, point, decimals = text.partition("点")
    if point:
        return _decimal_words(head, decimals)
    terms: list[list[int]] = []  # [value, scale] of what stands before each 万, 亿, 兆
    section = Decimal(0)
    current: Decimal | None = None
    shown = 0  # how many digits the current number shows in words
    unit, place, nonzero, zero, worded = 1, Decimal(1), Decimal(1), False, False
    for part in _MIXED_PART.findall(text):
        if part in DIGITS:
            digit = DIGITS[part]
            if digit == 0 and current is None:
                zero = True
                continue
            current = Decimal(digit) if not shown or current is None else current * 10 + digit
            shown += 1
            place = nonzero = Decimal(1)
            worded = True
        elif part in SMALL:
            unit = SMALL[part]
            if current is None or shown:
                # As in "two hundred": words print no zeros, so they count as printed up to the unit.
                place, nonzero = Decimal(1), Decimal(unit)
            else:
                place, nonzero = place * unit, nonzero * unit
            section += (1 if current is None else current) * unit
            current, shown, zero = None, 0, False
        elif part in BIG:
            unit = BIG[part]
            section += current or 0
            if not section and not terms:
                section = place = nonzero = Decimal(1)
            if not section and terms and terms[-1][1] >= unit:  # 万万
                terms[-1][0] *= unit
            else:
                while terms and terms[-1][1] < unit:
                    section += terms.pop()[0]
                terms.append([section * unit, unit])  # type: ignore[list-item]
            place, nonzero = place * unit, nonzero * unit
            section, current, shown, zero = Decimal(0), None, 0, False
        else:
            digits = part.replace(",", "")
            current, shown, worded = Decimal(digits), 0, False
            simple = _PLAIN.fullmatch(part)
            read = _plain(simple) if simple else None
            if read is None or read.last_place is None or read.last_nonzero_place is None:
                return None
            place, nonzero = read.last_place, read.last_nonzero_place
    if current is not None:
        # 四百五 is 450 and 一万三 is 13,000; 四百零五 and 五亿零六 say with 零 that they are not.
        follows = worded and shown == 1 and not zero and unit > 1
        step = Decimal(unit) / 10 if follows else Decimal(1)
        section += current * step
        if follows:
            place = nonzero = step
    total = section + sum(Decimal(t[0]) for t in terms)
    scaled = bool(terms) or (not worded and unit > 1)
    return Numeral(total, place, nonzero, scaled, odd=odd)


def _decimal_words(head: str, decimals: str) -> Numeral | None:
    scale = 1
    while decimals and decimals[-1] in BIG:
        scale *= BIG[decimals[-1]]
        decimals = decimals[:-1]
    whole = _mixed(head)
    if whole is None or not decimals or any(c not in DIGITS for c in decimals):
        return None
    place = _shifted(scale, len(decimals))
    part = int("".join(str(DIGITS[c]) for c in decimals)) * place
    return Numeral(whole.value * scale + part, place, place, scale > 1 or whole.has_scale_word)
