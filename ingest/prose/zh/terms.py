"""The terms of a Chinese numeral: digits, digits with one scale word, and words and scales in a row."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from ingest.prose.regex import regex

DIGITS = {
    c: i
    for i, cs in enumerate(
        ("零〇", "一壹", "二贰两俩", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
    )
    for c in cs
}
SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
BIG = {"万": 10**4, "亿": 10**8, "兆": 10**12}

PLAIN = regex(r"([\d,]*)(?:\.(\d+))?(万亿|亿|万|千|百|[kKM])?")
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


def plain(m: re.Match[str]) -> Numeral | None:
    """Arabic digits with at most one scale word: nearly all figures of a report."""
    whole, decimals, scale_word = m[1].replace(",", ""), m[2], m[3] or ""
    if not whole and not decimals:
        return None
    scale = _SCALES[scale_word]
    if decimals:
        place = shifted(scale, len(decimals))
        return Numeral(int(whole + decimals) * place, place, place, scale > 1)
    zeros = len(whole) - len(whole.rstrip("0")) if whole.strip("0") else 0
    return Numeral(Decimal(int(whole) * scale), Decimal(scale), Decimal(scale * 10**zeros), scale > 1)


def shifted(scale: int, places: int) -> Decimal:
    """scale / 10^places, without an exponent or trailing zeros where it is whole."""
    whole, rest = divmod(scale, 10**places)
    return Decimal(scale).scaleb(-places) if rest else Decimal(whole)


class Terms:
    """A numeral of words and scales, taken from left to right."""

    def __init__(self) -> None:
        self.terms: list[list[Decimal]] = []  # [value, scale] of what stands before each 万, 亿, 兆
        self.section = Decimal(0)
        self.current: Decimal | None = None
        self.shown = 0  # how many digits the current number shows in words
        self.unit, self.place, self.nonzero = 1, Decimal(1), Decimal(1)
        self.zero = self.worded = False

    def digit(self, digit: int) -> None:
        """一 to 九, and 零, which fills a place."""
        if digit == 0 and self.current is None:
            self.zero = True
            return
        joins = self.shown and self.current is not None
        self.current = (self.current or Decimal(0)) * 10 + digit if joins else Decimal(digit)
        self.shown += 1
        self.place = self.nonzero = Decimal(1)
        self.worded = True

    def small(self, unit: int) -> None:
        """十, 百, 千: they multiply the digit before them."""
        self.unit = unit
        if self.current is None or self.shown:
            # As in "two hundred": words print no zeros, so they count as printed up to the unit.
            self.place, self.nonzero = Decimal(1), Decimal(unit)
        else:
            self.place, self.nonzero = self.place * unit, self.nonzero * unit
        self.section += (1 if self.current is None else self.current) * unit
        self.current, self.shown, self.zero = None, 0, False

    def big(self, unit: int) -> None:
        """万, 亿, 兆: they multiply all that stands before them up to a larger one."""
        self.unit = unit
        self.section += self.current or 0
        if not self.section and not self.terms:
            self.section = self.place = self.nonzero = Decimal(1)
        if not self.section and self.terms and self.terms[-1][1] >= unit:  # 万万
            self.terms[-1][0] *= unit
        else:
            while self.terms and self.terms[-1][1] < unit:
                self.section += self.terms.pop()[0]
            self.terms.append([self.section * unit, Decimal(unit)])
        self.place, self.nonzero = self.place * unit, self.nonzero * unit
        self.section, self.current, self.shown, self.zero = Decimal(0), None, 0, False

    def digits(self, printed: str) -> bool:
        """Arabic digits; False where they are no number."""
        self.current, self.shown, self.worded = Decimal(printed.replace(",", "")), 0, False
        simple = PLAIN.fullmatch(printed)
        read = plain(simple) if simple else None
        if read is None or read.last_place is None or read.last_nonzero_place is None:
            return False
        self.place, self.nonzero = read.last_place, read.last_nonzero_place
        return True

    def total(self, odd: str | None) -> Numeral:
        """The whole number."""
        if self.current is not None:
            # 四百五 is 450 and 一万三 is 13,000; 四百零五 and 五亿零六 say with 零 that they are not.
            follows = self.worded and self.shown == 1 and not self.zero and self.unit > 1
            step = Decimal(self.unit) / 10 if follows else Decimal(1)
            self.section += self.current * step
            if follows:
                self.place = self.nonzero = step
        value = self.section + sum(term for term, _ in self.terms)
        scaled = bool(self.terms) or (not self.worded and self.unit > 1)
        return Numeral(value, self.place, self.nonzero, scaled, odd=odd)
