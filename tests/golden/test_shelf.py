"""The reader reads the sample shelf as a person annotated it before there was a reader.

shelf_expected.csv: one row per figure in the order of the text. `surface` is the numeral as printed. An empty
cell is not checked, except in the link columns, where it says that the text makes no such link.
"""

import csv
import hashlib
from collections import defaultdict
from decimal import Decimal
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from ingest import shelf
from ingest.project import REPORTS
from ingest.prose import Claim, Reading
from ingest.reading import Failure, Job, read_document

EXPECTED = Path(__file__).with_name("shelf_expected.csv")
FIELDS = ("kind", "value", "qualifier", "unit", "direction", "time_period", "base_period", "entity")
LINKS = ("growth_of", "part_of", "share_of")

Row = dict[str, str]
Miss = tuple[str, str, str, str]  # surface, field, expected, found


def expected() -> dict[str, list[Row]]:
    """The annotated figures by slug, in the order of the text."""
    rows: dict[str, list[Row]] = defaultdict(list)
    with EXPECTED.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            rows[row["slug"]].append(row)
    return dict(rows)


def read(slug: str) -> Reading:
    """What the reader makes of a sample, read as a refresh reads it."""
    (place,) = [p for p in shelf.scan(REPORTS) if p.folder.endswith(f"/{slug}")]
    assert place.path, place.problem
    data = place.path.read_bytes()
    about = shelf.describe(place, REPORTS)
    job = Job(place.shelf_path, place.path, len(data), hashlib.sha256(data).hexdigest(), slug, about)
    done = read_document(job)
    assert not isinstance(done, Failure), done
    return done.reading


def misses(rows: list[Row], reading: Reading) -> list[Miss]:
    """Every cell in which the reading differs from the annotation, figures left out and added included."""
    claims = sorted(reading.claims, key=lambda claim: claim.char_start)
    surface_of = {claim.claim_id: claim.value_text for claim in claims}
    links = {(link.claim_id, link.role): surface_of[link.target_claim_id] for link in reading.links}
    found: list[Miss] = []
    matcher = SequenceMatcher(
        None, [row["surface"] for row in rows], [c.value_text for c in claims], autojunk=False
    )
    for _, i, i_end, j, j_end in matcher.get_opcodes():
        paired = list(zip(rows[i:i_end], claims[j:j_end], strict=False))
        same = [(row, claim) for row, claim in paired if row["surface"] == claim.value_text]
        if len(same) == i_end - i == j_end - j:
            found += [miss for row, claim in same for miss in _cells(row, claim, links)]
            continue
        found += [(row["surface"], "figure", row["kind"], "not read") for row in rows[i:i_end]]
        found += [(claim.value_text, "figure", "none", claim.kind) for claim in claims[j:j_end]]
    return found


def _cells(row: Row, claim: Claim, links: dict[tuple[str, str], str]) -> list[Miss]:
    found: list[Miss] = []
    for field in FIELDS:
        is_value = getattr(claim, field)
        right = is_value == Decimal(row[field]) if field == "value" else str(is_value or "") == row[field]
        if row[field] and not right:
            found.append((row["surface"], field, row[field], str(is_value)))
    for role in LINKS:
        target = links.get((claim.claim_id, role), "")
        if target != row[role]:
            found.append((row["surface"], role, row[role] or "none", target or "none"))
    return found


def table(found: list[Miss]) -> str:
    """The misses, one a line."""
    head = ("figure", "field", "annotated", "read")
    widths = [max(len(row[n]) for row in [head, *found]) for n in range(4)]
    return "\n".join(
        "  ".join(cell.ljust(w) for cell, w in zip(row, widths, strict=True)) for row in [head, *found]
    )


def test_every_sample_is_annotated() -> None:
    assert {place.folder.split("/")[1] for place in shelf.scan(REPORTS)} == set(expected())


@pytest.mark.parametrize("slug", sorted(expected()))
def test_sample_is_read_as_annotated(slug: str) -> None:
    found = misses(expected()[slug], read(slug))
    if found:
        pytest.fail(f"{len(found)} differences in {slug}\n{table(found)}", pytrace=False)


def test_the_comparison_sees_a_wrong_cell_a_missing_and_an_added_figure() -> None:
    rows = [
        row | {"value": "1"} if row["surface"] == "3,255" else row for row in expected()["incubators-2016"]
    ]
    reading = read("incubators-2016")
    assert ("3,255", "value", "1") in [miss[:3] for miss in misses(rows, reading)]
    assert ("3,255", "figure", "none", "level") in misses(rows[1:], reading)
    reading.claims = [claim for claim in reading.claims if claim.value_text != "4,298"]
    assert ("4,298", "figure", "level", "not read") in misses(rows, reading)
