"""The exact value of a printed Chinese numeral, and the places of its digits.

Takes what `numeral_patterns` finds in the normalised copy of a text (simplified characters, half-width
digits). 兆 is 10^12: mainland statistics write 万亿 for it and use 兆 only as a prefix of units, Taiwan and
Japan use 兆 as the numeral.
"""

import re
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from ingest.prose.regex import regex
from ingest.prose.zh.numeral_patterns import PAIR_PARTS, WORDS
from ingest.prose.zh.terms import BIG, DIGITS, PLAIN, SMALL, Numeral, Terms, plain, shifted

__all__ = ["BIG", "DIGITS", "SMALL", "Numeral", "parse"]

_LETTERS = frozenset("kKM")
_LONGEST = 40  # no printed figure is longer; raw holds 26 digits before the point
_PAIR_AT = regex(PAIR_PARTS)
_MIXED_PART = regex(rf"\d[\d,]*(?:\.\d+)?|\.\d+|[{''.join(DIGITS)}{''.join(SMALL)}{''.join(BIG)}]")
_OF_AT = regex(rf"({WORDS}|[百千万]+|\d+)分之")


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
    simple = PLAIN.fullmatch(text)
    if simple and text[0] in "0123456789.":
        return plain(simple)
    negative = text[:1] in {"-", "负"} or text.startswith("零下")
    text = text.removeprefix("零下").lstrip("-+负")
    if (signed := PLAIN.fullmatch(text)) and text[-1:] in _LETTERS:
        found = plain(signed)
    elif "又" in text:
        found = _whole_and_fraction(text)
    elif "分之" in text:
        found = _fraction(text)
    elif "/" in text:
        found = _slashed(text)
    elif text[-1] == "折":
        found = _discount(text[:-1])
    elif "成" in text:
        found = _tenths(text)
    elif text[0] == "翻" or text == "减半":
        found = _doubled(text)
    elif text in {"一半", "半数", "半"}:
        found = Numeral(Decimal(50), None, None, False, "percent", is_fraction=True)
    elif (near := _PAIR_AT.fullmatch(text)) is not None:
        found = _pair(near)
    else:
        found = _mixed(text)
    if found and negative:
        found = found._replace(value=-found.value)
    return found


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
        if text[0] in DIGITS and value % 10 == value // 10 + 1:  # 七八折: 70 to 80, not 78
            tens = Decimal(value // 10 * 10)
            return Numeral(tens, Decimal(10), Decimal(10), False, "percent", upper=tens + 10)
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


def _slashed(text: str) -> Numeral | None:
    """2/3 as a share in percent; what is no proper fraction is none."""
    top, _, bottom = text.partition("/")
    if not 0 < int(top) < int(bottom):
        return None
    share = (Decimal(top) * 100 / int(bottom)).quantize(Decimal("1e-12")).normalize()
    return Numeral(share + 0, None, None, False, "percent", is_fraction=True)


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


def _pair(m: re.Match[str]) -> Numeral | None:
    """二三十 is 20 to 30, 十五六 is 15 to 16, 一百二三十万 is 1.2 to 1.3 million."""
    head, pair, tail = m.groups()
    one, other = _mixed(head + pair[0] + tail), _mixed(head + pair[1] + tail)
    if one is None or other is None:
        return None
    unit = 1
    for c in tail:
        unit *= SMALL.get(c) or BIG[c]
    return Numeral(one.value, Decimal(unit), Decimal(unit), unit >= BIG["万"], upper=other.value)


def _mixed(text: str) -> Numeral | None:
    """Numerals in words, and digits mixed with scales (3亿1500万, 一百零五万, 三点一五亿)."""
    odd = next((c for c in text if c in "多余几来"), None)
    text = text.replace(odd, "") if odd else text
    head, point, decimals = text.partition("点")
    if point:
        return _decimal_words(head, decimals)
    terms = Terms()
    for part in _MIXED_PART.findall(text):
        if part in DIGITS:
            terms.digit(DIGITS[part])
        elif part in SMALL:
            terms.small(SMALL[part])
        elif part in BIG:
            terms.big(BIG[part])
        elif not terms.digits(part):
            return None
    return terms.total(odd)


def _decimal_words(head: str, decimals: str) -> Numeral | None:
    scale = 1
    while decimals and decimals[-1] in BIG:
        scale *= BIG[decimals[-1]]
        decimals = decimals[:-1]
    whole = _mixed(head)
    if whole is None or not decimals or any(c not in DIGITS for c in decimals):
        return None
    place = shifted(scale, len(decimals))
    part = int("".join(str(DIGITS[c]) for c in decimals)) * place
    return Numeral(whole.value * scale + part, place, place, scale > 1 or whole.has_scale_word)
