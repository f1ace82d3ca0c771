"""Tokens of a sentence, and a numeral found in them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ingest.prose.en.words import Entry
from ingest.prose.numerals import Number


@dataclass(slots=True)
class Tokens:
    """The tokens of one sentence, as parallel lists; sentinels end them."""

    words: list[str]
    starts: list[int]
    ends: list[int]
    kinds: list[int]
    letters: list[str]  # of `Vocabulary`
    entries: list[Entry | None]  # without a sentinel


@dataclass(slots=True)
class Numeral:
    """A parsed numeral: tokens [first, after), its number, and how it is written."""

    first: int
    after: int
    number: Number
    scaled: bool = False
    in_words: bool = False
    repaired: bool = False
    factor: Decimal = Decimal(1)
