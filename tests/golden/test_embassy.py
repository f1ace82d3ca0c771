"""The embassy article, read against its gold: 37 figures and 24 distractors that a person marked.

The article is test input, not content of this project: it stands beside the checkout, in ../shared, or where
FIGURES_SHARED points. The table of precision and recall per field is printed with -s.
"""

import json
import os
from collections import Counter
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from ingest.prose import Claim, Context, Reading, read_claims

SHARED = Path(os.environ.get("FIGURES_SHARED", Path(__file__).parents[2].parent / "shared"))
GOLD = SHARED / "gold" / "embassy_2018-12-05_mass_entrepreneurship.json"
TEXT = SHARED / "reports" / "embassy_2018-12-05_mass_entrepreneurship.txt"

pytestmark = pytest.mark.skipif(
    not GOLD.exists(), reason=f"the embassy article is not beside this checkout ({GOLD.name} is missing)"
)

QUALIFIER = {"=": "NONE", ">": "GT", "~": "ABOUT", "<": "LE"}
KIND = {"level": "level", "growth": "change_rate", "duration": "duration"}
# The gold knows no unit "person": its counts of people are our persons.
PEOPLE = {"F12", "F13"}


@dataclass
class Scored:
    """The reading beside the gold."""

    reading: Reading
    figures: list[dict[str, Any]]
    distractors: list[dict[str, Any]]
    claim_of: dict[str, Claim]

    def target(self, figure_id: str, role: str) -> str | None:
        """The gold figure that the claim of a gold figure points to, '?' where it is none of them."""
        claim = self.claim_of.get(figure_id)
        gold_of = {c.claim_id: g for g, c in self.claim_of.items()}
        for link in self.reading.links:
            if claim is not None and link.claim_id == claim.claim_id and link.role == role:
                return gold_of.get(link.target_claim_id, "?")
        return None


@pytest.fixture(scope="module")
def scored() -> Scored:
    gold = json.loads(GOLD.read_text(encoding="utf-8"))
    text = TEXT.read_text(encoding="utf-8")
    reading = read_claims(text, Context("0" * 64, date(2018, 12, 5), ref_area="CN"))
    at = {(c.char_start, c.char_end): c for c in reading.claims}
    claim_of = {g["id"]: at[g["start"], g["end"]] for g in gold["figures"] if (g["start"], g["end"]) in at}
    return Scored(reading, gold["figures"], gold["distractors"], claim_of)


def expected_unit(figure: dict[str, Any]) -> str | None:
    if "unit_status" in figure:
        return None  # the page lost it
    return "person" if figure["id"] in PEOPLE else str(figure["unit"])


def table(scored: Scored) -> dict[str, Counter[str]]:
    """Expected, given and right per field; a link counts only where it points at the right figure."""
    tally: dict[str, Counter[str]] = {}

    def count(field: str, expected: object, given: object, none: object = None) -> None:
        row = tally.setdefault(field, Counter())
        row["expected"] += expected != none
        row["given"] += given != none
        row["right"] += expected == given and expected != none

    for figure in scored.figures:
        claim = scored.claim_of.get(figure["id"])
        count("value", Decimal(str(figure["value"])), claim and claim.value.normalize() + 0)
        count("kind", KIND[figure["kind"]], claim and claim.kind)
        count("hedge", QUALIFIER[figure["bound"]], claim and claim.qualifier, "NONE")
        count("hedge words", figure["hedge"], claim and claim.hedge_text)
        count("unit", expected_unit(figure), claim and claim.unit)
        count("direction", figure.get("direction"), claim and claim.direction)
        count("base period", figure["base_period"], claim and claim.base_period)
        if figure["period"] in ("2017", None) and not figure.get("furniture"):
            count("period", figure["period"], claim and claim.time_period)
        count("growth of", figure["growth_of"], scored.target(figure["id"], "growth_of"))
        count("part of", figure["part_of"], scored.target(figure["id"], "part_of"))
    extra = len(scored.reading.claims) - len(scored.claim_of)
    tally["value"]["given"] += extra
    return tally


def test_table_of_precision_and_recall(scored: Scored) -> None:
    rows = table(scored)
    print(f"\n{'field':14} {'expected':>9} {'given':>6} {'right':>6} {'precision':>10} {'recall':>7}")
    for field, n in rows.items():
        precision = n["right"] / n["given"] if n["given"] else 1.0
        recall = n["right"] / n["expected"] if n["expected"] else 1.0
        print(f"{field:14} {n['expected']:9} {n['given']:6} {n['right']:6} {precision:10.3f} {recall:7.3f}")
    for field, n in rows.items():
        assert n["right"] == n["given"] == n["expected"], f"{field}: {dict(n)}"
    expected = [rows[field]["expected"] for field in ("value", "hedge", "growth of", "part of")]
    assert expected == [37, 15, 6, 4]


def test_no_distractor_is_taken(scored: Scored) -> None:
    assert len(scored.distractors) == 24
    taken = [
        (d["surface"], c.value_text)
        for d in scored.distractors
        for c in scored.reading.claims
        if c.char_start < d["end"] and d["start"] < c.char_end
    ]
    assert taken == []


def test_the_unit_that_the_page_lost_is_called_lost(scored: Scored) -> None:
    lost = [c for c in scored.reading.claims if c.unit_status == "lost"]
    assert [(c.value_text, c.unit, c.measure) for c in lost] == [("25 million", None, "total area")]


def test_the_link_title_is_called_furniture(scored: Scored) -> None:
    (furniture,) = [c for c in scored.reading.claims if "furniture" in c.flags.split()]
    assert (furniture.value_text, furniture.kind, furniture.time_period) == ("40", "duration", None)


def test_whose_figures_they_are(scored: Scored) -> None:
    entity = {g: c.entity for g, c in scored.claim_of.items() if c.entity}
    assert {entity[g] for g in ("F23", "F24", "F25", "F26")} == {"UCOMMUNE"}
    assert {entity[g] for g in ("F30", "F31")} == {"HUIBO"}
    assert {entity[g] for g in ("F33", "F35", "F36")} == {"Flowerplus"}
    assert set(entity) <= {"F23", "F24", "F25", "F26", "F27", "F30", "F31", "F32", "F33", "F34", "F35", "F36"}


def test_every_offset_cuts_its_numeral_and_every_quote_holds_it(scored: Scored) -> None:
    text = TEXT.read_text(encoding="utf-8")
    for c in scored.reading.claims:
        assert text[c.char_start : c.char_end] == c.value_text
        assert c.value_text in c.quote
        assert c.quote in text
