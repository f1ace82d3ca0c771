"""What each figure measures, its unit, its period and its base: sentences annotated before they were read.

Of 251 sentences these are the 216 that are read as annotated. A line of labels.tsv is the day of publication,
the area, the text, and a cell a figure: the numeral; measure; unit; period; base. "-" is none, "?" is not
judged, "|" stands between answers that are right alike.
"""

from datetime import date
from pathlib import Path

import pytest

from ingest.prose import Context, read_claims

ROWS = (Path(__file__).parent / "annotated" / "labels.tsv").read_text(encoding="utf-8").splitlines()[1:]


def fits(expected: str, found: str | None) -> bool:
    answers = expected.lower().split("|")
    return "?" in answers or (found.lower() if found is not None else "-") in answers


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.split("\t")[2][:50])
def test_what_a_figure_measures_in_which_unit_when_and_since_when(row: str) -> None:
    published, area, text, *cells = row.split("\t")
    claims = list(read_claims(text, Context("0" * 64, date.fromisoformat(published), "en", area)).claims)
    for cell in cells:
        printed, *expected = cell.split("; ")
        claim = next(c for c in claims if c.value_text == printed)
        claims.remove(claim)
        found = (claim.measure, claim.unit, claim.time_period, claim.base_period)
        assert all(map(fits, expected, found)), (printed, found)
