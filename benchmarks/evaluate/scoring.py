"""Compares what a reader found in a sentence with what a person annotated there.

The format of the annotation is described in tests/golden/annotated/README.md. A tally holds, for each field,
how many values were expected, how many were given and how many were right; precision, recall and F1 follow.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any

from benchmarks.evaluate.records import Found, Miss, Score, Tally

Item = dict[str, Any]
Figure = dict[str, Any]
Report = Callable[[str, str, Any, Any], None]  # field, surface, expected, found

# A field counts as given where it holds something else than what stands there by default.
FIELDS = {
    "qualifier": "NONE",
    "hedge_text": None,
    "kind": None,
    "unit": None,
    "unit_status": None,
    "direction": None,
    "measure": None,
    "entity": None,
    "ref_area": None,
    "time_period": None,
    "period_basis": None,
    "base_period": None,
    "price_basis": "not_stated",
    "claim_status": "actual",
}
ROLES = (
    "growth_of",
    "growth_from",
    "part_of",
    "share_of",
    "compared_with",
    "expresses",
    "conversion_of",
)
# Flags that must not be there unless they are annotated; of the others only recall is judged.
JUDGED_FLAGS = {"about_range", "ambiguous_multiple", "fraction", "header_scale", "unit_from_area"}
CHANGES = {"change_rate", "average_rate", "points", "contribution"}
COUNTED = {"count", "ratio", "household", None}
CLOSE = Decimal("1e-9")  # relative: a third has no last digit


def load(path: Path) -> list[Item]:
    """The items of an annotated file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def same_number(a: Decimal | None, b: Decimal | None) -> bool:
    if a is None or b is None:
        return a is b
    return abs(a - b) <= CLOSE * max(abs(a), abs(b))


def _choices(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _words(text: str) -> list[str]:
    """Words of a label; a Chinese character is a word."""
    plain = re.sub(r"['’\"]s?\b", "", text.lower())
    dull = {"the", "a", "an", "of", "in", "total", "number", "its", "their", "on", "from", "by", "to"}
    words = re.findall(r"[一-鿿]|[^\W_]+", plain)
    return [word for word in words if word not in dull] or words


def similar(expected: str, found: str) -> bool:
    """Do two labels largely agree: most words of the shorter one stand in the longer."""
    a, b = Counter(_words(expected)), Counter(_words(found))
    shared = (a & b).total()
    return shared >= 0.6 * min(a.total(), b.total()) and shared >= 0.3 * max(a.total(), b.total())


def field_right(name: str, expected: Any, found: Any) -> bool:
    for choice in _choices(expected):
        if choice is None or found is None:
            if choice == found:
                return True
        elif name in ("measure", "entity"):
            if similar(choice, str(found)):
                return True
        elif name == "hedge_text":
            if _words(choice) == _words(str(found)):
                return True
        elif name in ("time_period", "base_period"):
            if _interval(choice) == _interval(str(found)):
                return True
        elif choice == found:
            return True
    return False


_PARTS = {f"-Q{n + 1}": f"-{3 * n + 1:02}-01/P3M" for n in range(4)}
_PARTS |= {"-S1": "-01-01/P6M", "-S2": "-07-01/P6M"}


def _interval(code: str) -> str:
    """One code for an interval, where the design has two: twelve months and a year, three and a quarter."""
    for part, months in _PARTS.items():
        code = code.replace(months, part)
    return code.replace("/P12M", "/P1Y")


def value_right(figure: Figure, found: Found) -> bool:
    upper = figure.get("value_upper")
    return same_number(Decimal(figure["value"]), found.value) and same_number(
        Decimal(upper) if upper is not None else None, found.value_upper
    )


def match(item: Item, found: list[Found]) -> dict[int, int]:
    """Pairs figures (by number) with what was found: spans overlap, right values first, then the closest."""
    pairs = []
    for i, figure in enumerate(item["figures"]):
        for j, one in enumerate(found):
            if one.start < figure["end"] and figure["start"] < one.end:
                distance = abs(one.start - figure["start"]) + abs(one.end - figure["end"])
                pairs.append((not value_right(figure, one), distance, i, j))
    matched: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, j in sorted(pairs):
        if i not in matched and j not in taken:
            matched[i] = j
            taken.add(j)
    return matched


def _show(value: Any) -> str:
    return "|".join(str(choice) for choice in _choices(value))


def score_item(item: Item, found: list[Found], refused: Iterable[tuple[int, int]] = ()) -> Score:
    """Scores one item; `refused` are the spans that the reader refused."""
    score, matched = Score(), match(item, found)
    tallies, text, figures = score.tallies, item["text"], item["figures"]
    figure_of = {j: i for i, j in matched.items()}

    def miss(name: str, surface: str, expected: Any, given: Any) -> None:
        score.misses.append(Miss(item["id"], name, surface, _show(expected), _show(given), text))

    optional = [(figure["start"], figure["end"]) for figure in figures if figure.get("optional")]
    for j, one in enumerate(found):
        if j in figure_of and figures[figure_of[j]].get("optional"):
            continue
        if j not in figure_of and any(one.start < end and start < one.end for start, end in optional):
            continue
        real_unit = one.fields.get("unit") not in COUNTED
        for name in ("figure", "value", "value and hedge", "value and unit"):
            tallies[name].given += 1
        either = j in figure_of and set(_choices(figures[figure_of[j]].get("unit"))) & COUNTED
        tallies["real unit"].given += real_unit and not either
        if j not in figure_of:
            surface = text[one.start : one.end]
            miss("figure", surface, "no figure", one.value)
    for i, figure in enumerate(figures):
        if figure.get("optional"):
            continue
        surface = figure["surface"]
        right_value = i in matched and value_right(figure, found[matched[i]])
        given = found[matched[i]] if i in matched else None
        expected_unit = _choices(figure.get("unit"))
        for name in ("figure", "value", "value and hedge", "value and unit"):
            tallies[name].expected += 1
        tallies["real unit"].expected += not set(expected_unit) & COUNTED
        if given is None:
            miss("figure", surface, figure["value"], "not read")
            for role in ROLES:
                tallies[role].expected += len(_targets(item, figure.get(role, ())))
            continue
        hedge = given.fields.get("qualifier", "NONE") in _choices(figure["qualifier"])
        unit = "unit" not in figure or given.fields.get("unit") in expected_unit
        tallies["figure"].right += 1
        tallies["value"].right += right_value
        tallies["value and hedge"].right += right_value and hedge
        tallies["value and unit"].right += right_value and unit
        real = not set(expected_unit) & COUNTED and given.fields.get("unit") not in COUNTED
        tallies["real unit"].right += unit and real
        if not right_value:
            expected_value = [figure["value"], figure.get("value_upper")]
            miss("value", surface, expected_value, [given.value, given.value_upper])
        _score_fields(figure, given, tallies, miss)
        _score_links(item, i, given, figure_of, tallies, miss)
    _score_refusals(item, found, figure_of, list(refused), tallies, miss)
    return score


def _score_fields(figure: Figure, given: Found, tallies: dict[str, Tally], miss: Report) -> None:
    for name, default in FIELDS.items():
        if name not in figure or name not in given.fields:
            continue
        expected, found = figure[name], given.fields[name]
        right = field_right(name, expected, found)
        stated = found != default and found is not None
        # Where the field may be left out, it is expected only of a reader that gives it.
        needed = default not in _choices(expected) and expected is not None
        tallies[name].expected += needed or (right and stated)
        tallies[name].given += stated
        tallies[name].right += right and stated
        if not right:
            miss(name, figure["surface"], expected, found)
    if "flags" in given.fields:
        expected_flags, found_flags = set(figure["flags"]), set(given.fields["flags"])
        if "unit_status" not in figure:
            found_flags.discard("unit_from_area")
        judged = {flag for flag in found_flags if flag in JUDGED_FLAGS or flag in expected_flags}
        tallies["flags"] += Tally(len(expected_flags), len(judged), len(expected_flags & found_flags))
        if expected_flags != judged:
            miss("flags", figure["surface"], " ".join(sorted(expected_flags)), " ".join(sorted(judged)))


def _targets(item: Item, numbers: Iterable[int]) -> set[int]:
    """Targets of a link that are judged; a claim that is no annotated figure is -1."""
    return {n for n in numbers if n < 0 or not item["figures"][n].get("optional")}


def _score_links(
    item: Item, i: int, given: Found, figure_of: dict[int, int], tallies: dict[str, Tally], miss: Report
) -> None:
    figures = item["figures"]
    figure = figures[i]
    found = {role: {figure_of.get(j, -1) for j in given.links.get(role, ())} for role in ROLES}
    if (
        figure["kind"] == "multiple"
    ):  # "three times the level of 2010" both restates the level and compares it
        for role in ("growth_of", "expresses"):
            other = {"growth_of": "expresses", "expresses": "growth_of"}[role]
            if found[role] == set(figure.get(other, ())) and not figure.get(role):
                found[role], found[other] = set(), found[role]
    for role in ROLES:
        expected, targets = _targets(item, figure.get(role, ())), _targets(item, found[role])
        if role in figure.get("unjudged", ()):
            continue
        if role == "compared_with" and set(_choices(figure["kind"])) & CHANGES:
            continue  # "up 1.8%, after 2.4%": two changes, not two levels
        tallies[role] += Tally(len(expected), len(targets), len(expected & targets))
        if expected != targets:
            names = [{figures[t]["surface"] if t >= 0 else "?" for t in side} for side in (expected, targets)]
            miss(role, figure["surface"], *(" ".join(sorted(side)) or "none" for side in names))
    if "part_of" in figure:
        exhaustive = figure.get("coverage") == "exhaustive"
        tallies["exhaustive"] += Tally(exhaustive, given.exhaustive, exhaustive and given.exhaustive)
        if exhaustive != given.exhaustive:
            miss("exhaustive", figure["surface"], exhaustive, given.exhaustive)


def _score_refusals(
    item: Item,
    found: list[Found],
    figure_of: dict[int, int],
    refused: list[tuple[int, int]],
    tallies: dict[str, Tally],
    miss: Report,
) -> None:
    def inside(span: dict[str, Any], start: int, end: int) -> bool:
        return bool(start < span["end"] and span["start"] < end)

    free = [one for j, one in enumerate(found) if j not in figure_of]
    for span in item["refusals"]:
        read = any(inside(span, one.start, one.end) for one in free)
        right = not read and any(inside(span, start, end) for start, end in refused)
        tallies["refusal"] += Tally(1, 1, right)
        if not right:
            miss("refusal", span["surface"], "refused", "read" if read else "passed by in silence")
    for span in item["distractors"]:
        read = any(inside(span, one.start, one.end) for one in free)
        tallies["distractor left alone"] += Tally(1, 1, not read)


def relaxed_for_peers(item: Item) -> Item:
    """The item with units that do not set traps for readers who know no people and no counted nouns."""
    figures = []
    for figure in item["figures"]:
        units = _choices(figure.get("unit"))
        if set(units) & {"person", "household", "ratio", "index_point", "TEU"}:
            figure = figure | {"unit": [*units, "count"]}
        figures.append(figure)
    return item | {"figures": figures, "refusals": [], "distractors": item["distractors"]}


def without_dates(item: Item, found: list[Found]) -> list[Found]:
    """What was found without years and distractors: a reader of all numbers is not wrong to give them."""
    text, kept = item["text"], []
    for one in found:
        figure = any(one.start < f["end"] and f["start"] < one.end for f in item["figures"])
        date = any(one.start < d["end"] and d["start"] < one.end for d in item["distractors"])
        year = re.fullmatch(r"(19|20)[0-9]{2}年?", text[one.start : one.end])
        if figure or not (date or year):
            kept.append(one)
    return kept
