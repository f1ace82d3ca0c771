"""TAT-QA (../shared/corpora): a figure in the prose that also stands in the table has the table's value.

Which figures those are is decided here, without any reader: a numeral of at least three digits in the prose
whose digits are those of exactly one value in the table beside it. The table's scale ("in millions") is read
from its own head or, if that is silent, from the paragraphs. Where neither says it, any usual scale is
right: such a case is weaker evidence and counted by itself.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from benchmarks.evaluate.ours import read_plain

FILES = ("tatqa_dataset_dev.json", "tatqa_dataset_test_gold.json")
NUMERAL = re.compile(r"(?<![\w.,/-])(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?(?![\w/]|,[0-9])")
YEAR = re.compile(r"(?:19|20)[0-9]{2}")
PERCENT = re.compile(r"\s?(?:%|per ?cent)")
SCALE = re.compile(
    r"\bin (?:[a-z]+ )?(thousand|million|billion)s?\b"
    r"|(?:\$|€|£|¥|US\$|RMB|RM|USD|EUR|GBP) ?(?:in )?[’']?(thousand|million|billion|m\b|mn\b|bn\b|k\b|000)"
    r"|\((thousand|million|billion)s?\b",
    re.I,
)
POWER = {"thousand": 3, "k": 3, "000": 3, "million": 6, "m": 6, "mn": 6, "billion": 9, "bn": 9}
UNSCALED = re.compile(
    r"\b(?:per (?:\w+ )?share|rate|ratio|days|in years|percent|number of|employees|prices?)\b|%", re.I
)


@dataclass(frozen=True)
class Case:
    """A numeral in the prose and the values that the table gives it."""

    document: int
    start: int
    end: int
    surface: str
    expected: frozenset[Decimal]
    scale_known: bool


@dataclass(frozen=True)
class Document:
    """The paragraphs of one table, as one text."""

    number: int
    text: str
    cases: tuple[Case, ...]


def _scale(texts: list[str]) -> int | None:
    """The power of ten that the texts agree on."""
    powers = {POWER[next(filter(None, match)).lower()] for text in texts for match in SCALE.findall(text)}
    return powers.pop() if len(powers) == 1 else None


def _digits(numeral: str) -> str:
    return numeral.replace(",", "")


def _telling(digits: str) -> bool:
    """Enough digits for the same figure to be meant."""
    digits = digits.replace(".", "").lstrip("0")
    return len(digits) >= 3 and len(digits.rstrip("0")) >= 2


def _holds_data(row: list[str]) -> bool:
    """Does a row state values, and not only the years of a head?"""
    numerals = [match[0] for cell in row[1:] for match in NUMERAL.finditer(cell)]
    return any(not YEAR.fullmatch(numeral) and len(numeral) > 2 for numeral in numerals)


def cells_of(table: list[list[str]], power: int) -> dict[tuple[str, bool], set[Decimal]]:
    """(digits, is a percentage) -> the values that the table states with these digits."""
    values: dict[tuple[str, bool], set[Decimal]] = {}
    head = table[: next((i for i, row in enumerate(table) if _holds_data(row)), len(table))]
    heads = [" ".join(row[i] for row in head if i < len(row)) for i in range(max(map(len, table)))]
    for row in table:
        for i, cell in enumerate(row):
            for match in NUMERAL.finditer(cell):
                if YEAR.fullmatch(match[0]) or (match[0].isdigit() and len(match[0]) < 3):
                    continue
                digits = _digits(match[0])
                if "%" in cell:
                    values.setdefault((digits, True), set()).add(Decimal(digits))
                    continue
                value = Decimal(digits)
                if UNSCALED.search(row[0]) or UNSCALED.search(heads[i]):
                    values.setdefault((digits, True), set()).add(value)
                    values.setdefault((digits, False), set()).add(value)
                else:
                    values.setdefault((digits, False), set()).add(value.scaleb(power))
    return values


def documents(shared: Path) -> Iterator[Document]:
    """Every table's prose with the numerals that the table answers for (possibly none)."""
    number = 0
    for name in FILES:
        for entry in json.loads((shared / "corpora" / "tatqa" / name).read_text(encoding="utf-8")):
            number += 1
            paragraphs = [paragraph["text"] for paragraph in entry["paragraphs"]]
            text = "\n".join(paragraphs)
            table = entry["table"]["table"]
            head = [cell for row in table[:3] for cell in row]
            power = _scale(head)
            if power is None and not any(SCALE.search(cell) for cell in head):
                power = _scale(paragraphs)
            cases: list[Case] = []
            cells = cells_of(table, power or 0)
            for match in NUMERAL.finditer(text):
                digits, percent = _digits(match[0]), bool(PERCENT.match(text, match.end()))
                expected = cells.get((digits, percent), set())
                if YEAR.fullmatch(match[0]) or not _telling(digits) or len(expected) != 1:
                    continue
                if power is None and not percent:
                    expected = {value.scaleb(usual) for value in expected for usual in (0, 3, 6, 9)}
                known = power is not None or percent
                cases.append(Case(number, match.start(), match.end(), match[0], frozenset(expected), known))
            yield Document(number, text, tuple(cases))


@dataclass
class Agreement:
    """How the figures of a reader agree with the tables."""

    cases: int = 0
    read: int = 0
    agree: int = 0


@dataclass(frozen=True)
class Disagreement:
    """A figure that a reader gives another value than the table does."""

    document: int
    surface: str
    table: str
    reader: str
    words: str


Spans = dict[int, list[tuple[int, int, Decimal, Decimal | None]]]  # by document: start, end, value, upper end


def ours(documents: list[Document]) -> Spans:
    """Our reader on the prose; the reports are American for the most part."""
    return {
        document.number: [
            (one.start, one.end, one.value, one.value_upper) for one in read_plain(document.text, "en", "US")
        ]
        for document in documents
    }


def agreement(documents: list[Document], found: Spans) -> tuple[dict[str, Agreement], list[Disagreement]]:
    """Compares what a reader found with the tables, apart for tables whose scale is known and unknown."""
    results = {"scale known": Agreement(), "scale unknown": Agreement()}
    disagreements = []
    for document in documents:
        for case in document.cases:
            result = results["scale known" if case.scale_known else "scale unknown"]
            result.cases += 1
            spans = found.get(document.number, [])
            over = [span for span in spans if span[0] < case.end and case.start < span[1]]
            if not over:
                continue
            result.read += 1
            values = {abs(value) for span in over for value in span[2:] if value is not None}
            if values & case.expected:
                result.agree += 1
                continue
            table, given = (
                " or ".join(f"{value:f}" for value in sorted(side)) for side in (case.expected, values)
            )
            words = document.text[max(0, case.start - 60) : case.end + 30].replace("\n", " ")
            disagreements.append(Disagreement(document.number, case.surface, table, given, words))
    return results, disagreements
