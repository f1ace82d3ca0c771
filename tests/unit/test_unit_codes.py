"""Every unit that the reader can name is one that the models can convert."""

import csv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LEXICON = ROOT / "ingest" / "prose" / "lexicon"
# A bare sign or name of several moneys: the reader settles it by the area of the document, or calls it lost.
UNSETTLED = {
    "$",
    "br",
    "cent",
    "crown",
    "dinar",
    "dirham",
    "franc",
    "k",
    "krone",
    "n",
    "p",
    "peso",
    "pound",
    "rupee",
    "shilling",
}


def _column(path: Path, name: str) -> set[str]:
    with path.open(encoding="utf-8", newline="") as file:
        return {part for row in csv.DictReader(file) for part in (row[name] or "").split("/") if part}


@pytest.mark.parametrize("file", ["en/units.csv", "en/currencies.csv", "zh/units.csv"])
def test_the_models_know_every_unit_of_the_lexicon(file: str) -> None:
    known = _column(ROOT / "dbt_project" / "seeds" / "units.csv", "unit")
    path = LEXICON / file
    with path.open(encoding="utf-8", newline="") as rows:
        header = next(csv.reader(rows))
    code = "code" if "code" in header else "unit"
    assert _column(path, code) - known - UNSETTLED == set()
