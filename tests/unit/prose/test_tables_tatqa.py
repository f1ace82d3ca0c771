"""The tables of TAT-QA, pasted as text: what is read must be what the cell prints, in the year above it."""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from ingest.prose import Claim, Context, read_claims

SHARED = Path(os.environ.get("FIGURES_SHARED") or Path(__file__).parents[4] / "shared")
FOLDER = SHARED / "corpora" / "tatqa"
NUMBER = re.compile(r"[-–—$€£¥()\s%]*(\d[\d,]*(?:\.\d+)?|\.\d+)[\s)%]*")
YEAR = re.compile(r"(?:19|20)\d\d")
THOUSANDS = {Decimal(1000) ** n for n in range(4)}


def _tables() -> list[list[list[str]]]:
    found = []
    for path in sorted(FOLDER.glob("*.json")):
        for item in json.loads(path.read_text(encoding="utf-8")):
            found.append([[cell.strip() for cell in row] for row in item["table"]["table"]])
    return found


def _pasted(table: list[list[str]]) -> tuple[str, dict[tuple[int, int], range]]:
    """The table as lines with tabs, and where each cell stands."""
    text, spans = "", {}
    for i, row in enumerate(table):
        for j, cell in enumerate(row):
            text += "\t" if j else ""
            spans[i, j] = range(len(text), len(text) + len(cell))
            text += cell
        text += "\n"
    return text, spans


def _year_above(table: list[list[str]], i: int, j: int) -> set[str]:
    for row in reversed(table[:i]):
        if YEAR.fullmatch(row[j]) or (YEAR.search(row[j]) and not NUMBER.fullmatch(row[j])):
            return set(YEAR.findall(row[j]))
    return set()


def _value_fits(claim: Claim, cell: str) -> bool:
    printed = NUMBER.fullmatch(cell)
    assert printed is not None
    value = Decimal(printed[1].replace(",", ""))
    negative = "(" in cell or bool(re.search(r"[-–—]\s*[\d$.]", cell))
    if not value:
        return claim.value == 0
    signed = value if claim.direction or not negative else -value
    factor = claim.value / signed
    return factor in THOUSANDS and (factor == 1) == ("header_scale" not in claim.flags)


@pytest.mark.skipif(not FOLDER.is_dir(), reason="TAT-QA is not beside the checkout (FIGURES_SHARED)")
def test_every_cell_that_is_read_has_its_value_and_its_year() -> None:
    seen: Counter[str] = Counter()
    for table in _tables():
        text, spans = _pasted(table)
        claims = {c.char_start: c for c in read_claims(text, Context("0" * 64, language="en")).claims}
        for (i, j), span in spans.items():
            if not j or not NUMBER.fullmatch(table[i][j]) or YEAR.fullmatch(table[i][j]):
                continue
            seen["cells"] += 1
            claim = next((claims[at] for at in span if at in claims), None)
            if claim is None:
                continue
            seen["read"] += 1
            seen["value right"] += _value_fits(claim, table[i][j])
            years = _year_above(table, i, j)
            if years and claim.time_period and claim.kind in ("level", "share"):
                start = claim.time_period[:4]
                # A financial year that ends in the printed year starts in the one before.
                fits = start in years or ("/P" in claim.time_period and str(int(start) + 1) in years)
                seen["dated"] += 1
                seen["year right"] += fits
    print(dict(seen))
    assert seen["read"] >= 0.72 * seen["cells"]
    assert seen["value right"] == seen["read"]
    assert seen["year right"] >= 0.995 * seen["dated"]
