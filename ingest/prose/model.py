"""What the reader takes and gives: plain records, no I/O.

Names are those of the raw tables; `schemas.claims` describes each.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of a document before its text is read."""

    document_id: str  # sha256 of the bytes, part of every claim_id
    published_on: date | None = None  # relative periods ("last year") resolve from it
    language: str | None = None  # ISO 639-1; None: detected from the text
    ref_area: str | None = None
    entity: str | None = None
    reference_period: str | None = None  # the period of figures whose sentence names none


class Claim(NamedTuple):
    """One figure, as the words print it; the fields are the columns of `raw.claims`."""

    claim_id: str
    sentence_no: int
    char_start: int
    char_end: int
    quote: str
    sentence: str
    kind: str
    value_text: str
    value: Decimal
    value_upper: Decimal | None
    last_place: Decimal | None
    last_nonzero_place: Decimal | None
    has_scale_word: bool
    qualifier: str
    hedge_text: str | None
    direction: str | None
    unit_text: str | None
    unit: str | None
    unit_status: str
    measure: str | None
    measure_key: str | None
    entity: str | None
    ref_area: str | None
    time_period: str | None
    period_basis: str | None
    base_period: str | None
    price_basis: str
    claim_status: str
    flags: str


class Link(NamedTuple):
    """A link between two claims of one text."""

    claim_id: str
    role: str
    target_claim_id: str
    rule: str
    coverage: str | None = None
    coverage_text: str | None = None


class Refusal(NamedTuple):
    """A candidate that was passed by, and why, as a sentence."""

    char_start: int
    char_end: int
    quote: str
    rule: str
    reason: str


@dataclass(slots=True)
class Reading:
    """All that was read in one text."""

    language: str
    claims: list[Claim] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
