"""Short forms for the tests of the English reader and of tables."""

import csv
from datetime import date
from pathlib import Path

from ingest.prose import Claim, Context, Reading, read_claims

PUBLISHED = date(2018, 6, 15)


def read(text: str, area: str | None = None, published: date | None = PUBLISHED) -> Reading:
    """Read an English text that was published on 15 June 2018."""
    return read_claims(text, Context("0" * 64, published, "en", area))


def only(text: str, area: str | None = None) -> Claim:
    """The one claim of a text."""
    claims = read(text, area).claims
    assert len(claims) == 1, [c.value_text for c in claims]
    return claims[0]


def links(text: str) -> set[tuple[str, str, str]]:
    """Every link of a text as (numeral, role, numeral)."""
    reading = read(text)
    printed = {c.claim_id: c.value_text for c in reading.claims}
    return {(printed[x.claim_id], x.role, printed[x.target_claim_id]) for x in reading.links}


def table_words(language: str) -> list[tuple[str, str, str]]:
    """Every phrase of the lexicon of tables with its role and its code."""
    path = Path(__file__).parents[3] / "ingest" / "prose" / "lexicon" / language / "tables.csv"
    with path.open(encoding="utf-8", newline="") as handle:
        return [(r["phrase"], r["role"], r["code"] or "") for r in csv.DictReader(handle)]
