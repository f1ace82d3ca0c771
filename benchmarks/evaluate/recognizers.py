"""The specification cases of Recognizers-Text (../shared/corpora): is the value right, is the unit right.

A case is judged on its expected results only: this reader reads more than one model of the peer does, so
what it finds beside them is no mistake here. Where the whole input is a numeral, it is also put into a
sentence that says of what: a reader of reports reads statements, and refuses a bare number. Which cases are
out of scope, and why, is in recognizers_scope.toml.
"""

import csv
import json
import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from fnmatch import fnmatch
from pathlib import Path

from benchmarks.evaluate import peers
from benchmarks.evaluate.ours import read_plain
from benchmarks.evaluate.records import Found
from benchmarks.evaluate.scoring import same_number

HERE = Path(__file__).parent
SENTENCE = {  # (is it a number, a fraction or a percentage) -> the sentence for a numeral that stands alone
    ("en", "number"): "The total was {} tonnes.",
    ("zh", "number"): "总量为{}吨。",
    ("en", "fraction"): "In all, {} of the firms agreed.",
    ("zh", "fraction"): "全市{}的企业盈利。",
    ("en", "percentage"): "The share was {}.",
    ("zh", "percentage"): "占比为{}。",
}
AROUND = "多余餘几幾. "  # what may stand around a numeral that is the whole input
BETWEEN = re.compile("(.+?)((?:之)?间)")
FRACTION = re.compile(r"分之|half|third|quarter|fourth|fifth|eighth|[⅓⅔¼¾½⅙]| in | out of ")
LANGUAGE = {"English": "en", "Chinese": "zh"}
CLOSE = Decimal("1e-9")
INTERVAL = re.compile(r"([\[(])(-?[0-9.]*),(-?[0-9.]*)([\])])")
LOWER = {"(": {"GT", "ODD"}, "[": {"GE", "GT"}}
UPPER = {")": {"LT", "NEARLY"}, "]": {"LE", "LT"}}

Reader = Callable[[str, str], list[Found]]  # text, language


@dataclass(frozen=True)
class Expected:
    """One expected result of a case."""

    file: str
    language: str
    text: str
    start: int
    end: int
    surface: str
    value: str
    unit: str | None
    alone: bool  # the whole input is this numeral
    reason: str | None  # why it is out of scope


@dataclass
class FileScore:
    """Counts of one file of the specification."""

    in_scope: int = 0
    value_right: int = 0
    value_right_as_printed: int = 0
    units: int = 0
    unit_right: int = 0
    out: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True)
class Wrong:
    """A result in scope that the reader has not right."""

    file: str
    text: str
    surface: str
    expected: str
    found: str


def ours(text: str, language: str) -> list[Found]:
    """Our reader; the English cases are American, so a bare dollar is theirs."""
    return read_plain(text, language, "US" if language == "en" else "CN")


def left_out() -> list[dict[str, str]]:
    rules: list[dict[str, str]] = tomllib.loads((HERE / "recognizers_scope.toml").read_text("utf-8"))["rule"]
    return rules


def reason_of(rules: list[dict[str, str]], file: str, text: str, surface: str) -> str | None:
    for rule in rules:
        if not fnmatch(file, rule["file"]):
            continue
        if "input" in rule and not re.search(rule["input"], text):
            continue
        if "text" in rule and not re.search(rule["text"], surface):
            continue
        return rule["reason"]
    return None


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().strip()


def cases(shared: Path) -> Iterator[Expected]:
    """Every expected result that has a value."""
    folder, rules = shared / "corpora" / "recognizers", left_out()
    for path in sorted(folder.glob("*/*/*.json")):
        file = path.relative_to(folder).as_posix()
        for case in json.loads(path.read_text(encoding="utf-8-sig")):
            text = case["Input"]
            for result in case["Results"]:
                resolution = result.get("Resolution", {})
                value = resolution.get("value")
                if value in (None, "null"):
                    continue
                yield Expected(
                    file,
                    LANGUAGE[file.split("/")[1]],
                    text,
                    result["Start"],
                    result["End"] + 1,
                    result["Text"],
                    value,
                    resolution.get("isoCurrency") or resolution.get("unit"),
                    _folded(text).strip(AROUND) == _folded(result["Text"]).strip(AROUND),
                    reason_of(rules, file, text, result["Text"]),
                )


def _value(found: Found, expected: Decimal) -> bool:
    candidates = [found.value, found.value_upper]
    if found.fields.get("unit") == "percent":  # a third is 33.33 percent here and 0.3333 there
        candidates += [value / 100 for value in candidates if value is not None]
    if found.fields.get("unit") in ("permille", "per_mille"):
        candidates += [value / 10 for value in candidates if value is not None]
    return any(
        value is not None and (same_number(value, expected) or abs(value - expected) <= CLOSE * 10000)
        for value in candidates
    )


def value_right(expected: Expected, over: list[Found]) -> bool:
    """Is the value of the expected result among those found over its span?"""
    if interval := INTERVAL.fullmatch(expected.value):
        opening, low, high, closing = interval.groups()
        if low and high and low != high:
            both = [f for f in over if f.value_upper is not None]
            whole = any(f.value == Decimal(low) and f.value_upper == Decimal(high) for f in both)
            ends = _one_end(over, low, LOWER[opening]) and _one_end(over, high, UPPER[closing])
            return whole or ends
        if low:
            return _one_end(over, low, LOWER[opening])
        return _one_end(over, high, UPPER[closing])
    try:
        value = Decimal(expected.value.rstrip("%"))
    except InvalidOperation:
        return False
    return any(_value(found, value) for found in over)


def _one_end(over: list[Found], end: str, qualifiers: set[str]) -> bool:
    return any(_value(f, Decimal(end)) and f.fields.get("qualifier") in qualifiers for f in over)


def _units() -> dict[str, set[str]]:
    with (HERE / "recognizers_units.csv").open(encoding="utf-8", newline="") as file:
        return {row["unit"]: set(row["codes"].split()) for row in csv.DictReader(file)}


def in_sentence(case: Expected) -> tuple[str, int]:
    """The sentence around a numeral that stands alone, and where the numeral starts in it."""
    below_one = case.value.startswith(("0.", "0,")) and FRACTION.search(case.surface)
    sort = "percentage" if "%" in case.value else "fraction" if below_one else "number"
    if between := BETWEEN.fullmatch(case.text.strip()):  # the unit stands before 之间
        return f"总量在{between[1]}吨{between[2]}。", 3
    sentence = SENTENCE[case.language, sort]
    return sentence.format(case.text.strip()), sentence.index("{")


def _over(found: list[Found], start: int, end: int) -> list[Found]:
    return [one for one in found if one.start < end and start < one.end]


def score(shared: Path, read: Reader) -> tuple[dict[str, FileScore], list[Wrong]]:
    """Scores a reader on all cases; the wrong ones are those in scope."""
    scores: dict[str, FileScore] = {}
    wrong: list[Wrong] = []
    units = _units()
    memory: dict[tuple[str, str], list[Found]] = {}

    def reading(text: str, language: str) -> list[Found]:
        if (text, language) not in memory:
            memory[text, language] = read(text, language)
        return memory[text, language]

    for case in cases(shared):
        counts = scores.setdefault(case.file, FileScore())
        if case.reason:
            counts.out[case.reason.split(":")[0]] += 1
            continue
        counts.in_scope += 1
        over = _over(reading(case.text, case.language), case.start, case.end)
        as_printed = right = value_right(case, over)
        if not right and case.alone:
            sentence, start = in_sentence(case)
            over = _over(reading(sentence, case.language), start, start + len(case.text.strip()))
            right = value_right(case, over)
        counts.value_right += right
        counts.value_right_as_printed += as_printed
        codes = units.get(case.unit or "", {case.unit} if case.unit and len(case.unit) == 3 else set())
        if codes:
            counts.units += 1
            counts.unit_right += right and any(one.fields.get("unit") in codes for one in over)
        if not right:
            found = ", ".join(
                f"{one.value}{'..' + str(one.value_upper) if one.value_upper is not None else ''}"
                for one in over
            )
            wrong.append(Wrong(case.file, case.text, case.surface, case.value, found or "not read"))
    return scores, wrong


def texts(shared: Path) -> Iterator[tuple[str, str, str]]:
    """Every text that `score` asks a reader for: (id, language, text); the id is the text itself."""
    for case in cases(shared):
        yield f"{case.language} {case.text}", case.language, case.text
        if case.alone:
            sentence, _ = in_sentence(case)
            yield f"{case.language} {sentence}", case.language, sentence


def reader_of(peer: str, shared: Path) -> Reader:
    """A peer as a reader: it runs once over all texts, then answers from memory."""
    found = peers.run(peer, dict.fromkeys(texts(shared))).found
    return lambda text, language: found.get(f"{language} {text}", [])
