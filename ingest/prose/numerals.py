"""Digits to exact decimals, with the place of their last digit."""

from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

MAX_DIGITS = 20  # raw.claims holds 26 digits before the point; a scale word needs room


class Number(NamedTuple):
    """A numeral's value, the place of its last digit, and the same without an integer's trailing zeros."""

    value: Decimal
    last_place: Decimal
    nonzero_place: Decimal


@lru_cache(maxsize=8192)
def parse_digits(digits: str) -> Number | None:
    """Read "1,234.5"; None where the numeral is too long to be a figure."""
    bare = digits.replace(",", "").replace(" ", "")
    if len(bare) > MAX_DIGITS:
        return None
    value = Decimal(bare)
    whole, point, decimals = bare.partition(".")
    if point:
        place = Decimal(1).scaleb(-len(decimals))
        return Number(value, place, place)
    stripped = whole.rstrip("0")
    zeros = len(whole) - len(stripped) if stripped else 0
    return Number(value, Decimal(1), Decimal(10) ** zeros)


@lru_cache(maxsize=4096)
def scale(number: Number, factor: Decimal) -> Number:
    """Multiply a numeral by its scale word; "10 billion" has its last digit at a billion."""
    return Number(number.value * factor, number.last_place * factor, number.nonzero_place * factor)


def from_words(value: Decimal, factor: Decimal = Decimal(1)) -> Number:
    """The places of a number in words: "twenty million" ends at a million, "two hundred" at one."""
    scaled = value * factor
    place = nonzero = factor
    if value == value.to_integral_value():
        while value and value % 10 == 0:
            value /= 10
            nonzero *= 10
    else:
        exponent = Decimal(value).normalize().as_tuple().exponent
        place = nonzero = factor.scaleb(int(exponent))
    return Number(scaled, place, nonzero)
