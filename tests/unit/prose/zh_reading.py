"""Reads Chinese sentences for the tests: one row per claim, with its links by printed numeral."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from ingest.prose import Claim, Context, Reading, read_claims

PUBLISHED = date(2019, 2, 28)


class Row(NamedTuple):
    """A claim and the printed numerals of what it is linked to, by role."""

    claim: Claim
    links: dict[str, list[str]]


def reading(text: str, published_on: date | None = PUBLISHED, **known: str | None) -> Reading:
    """What is read of a Chinese text."""
    return read_claims(text, Context("0" * 64, published_on=published_on, language="zh", **known))


def rows(text: str, published_on: date | None = PUBLISHED, **known: str | None) -> dict[str, Row]:
    """The claims of a text by their printed numeral; a numeral may stand only once in the text."""
    found = reading(text, published_on, **known)
    printed = {c.claim_id: c.value_text for c in found.claims}
    assert len(set(printed.values())) == len(found.claims), "a numeral stands twice"
    table = {c.value_text: Row(c, {}) for c in found.claims}
    for link in found.links:
        table[printed[link.claim_id]].links.setdefault(link.role, []).append(printed[link.target_claim_id])
    return table
