"""A figure on its way to a claim: what the readers of all languages fill in."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

# The shape of a figure in the clause: what its numeral and unit alone tell.
QUANTITY, PERCENT, POINTS, DURATION, MULTIPLE, RANK = "N", "R", "P", "D", "M", "K"

OBSERVED = frozenset(["actual", "preliminary", "estimate"])  # statuses of what has been counted


@dataclass(slots=True, eq=False)
class Figure:
    """One numeral with its hedge, scale and unit; later its place in the clause."""

    start: int  # offsets of the numeral with sign, scale word and percent mark
    end: int
    shape: str
    value: Decimal
    upper: Decimal | None = None
    last_place: Decimal | None = None
    nonzero_place: Decimal | None = None
    scaled: bool = False
    factor: Decimal = Decimal(1)  # of the scale word
    qualifier: str = "NONE"
    hedge: tuple[int, int] | None = None
    unit: str | None = None
    unit_span: tuple[int, int] | None = None
    unit_status: str = "stated"
    outer_start: int = 0  # offsets with hedge, currency and unit words
    outer_end: int = 0
    kind: str = "level"
    direction: str | None = None
    measure: tuple[int, int] | None = None
    label: str | None = None  # the measure in words where it is no one stretch of the text: section and row
    entity: str | None = None
    ref_area: str | None = None
    period: str | None = None
    period_basis: str | None = None
    base_rule: str | None = None  # year | quarter | month
    base_period: str | None = None
    price_basis: set[str] = field(default_factory=set)
    status: str = "actual"
    flags: set[str] = field(default_factory=set)
    links: list[tuple[str, Figure, str, str | None, str | None]] = field(default_factory=list)
    quote: tuple[int, int] | None = None
    noun: tuple[int, int] | None = None  # the counted noun behind the numeral
    noun_unit: bool = False  # it counts what its noun names, or its noun is yet unknown
    refused: tuple[str, str] | None = None  # rule and sentence

    def link(
        self,
        role: str,
        target: Figure,
        rule: str,
        coverage: str | None = None,
        coverage_text: str | None = None,
    ) -> None:
        """Tie this figure to another, once per role and target."""
        if target is not self and not any(r == role and t is target for r, t, *_ in self.links):
            self.links.append((role, target, rule, coverage, coverage_text))


@dataclass(slots=True)
class Memory:
    """What a text has said so far: a later sentence may lean on it."""

    period: str | None = None
    scenes: set[str] = field(default_factory=set)  # the periods that held for later sentences so far
    ahead: str | None = None  # of what was foretold last: "It sees 5% in 2019. Prices will rise"
    ahead_paragraph: int = -1
    entity: str | None = None
    entity_paragraph: int = -1
    passed: list[Any] = field(default_factory=list)  # sentences whose entity was not looked for yet
    price_basis: set[str] = field(default_factory=set)
    price_paragraph: int = -1
    levels: dict[str, Figure] = field(default_factory=dict)  # label key -> the last level of that name
    heads: dict[str, tuple[str, Figure]] = field(default_factory=dict)  # last word of a key -> key and level
    antecedent: Figure | None = None  # the one level of the sentence before: "Of these, …"
    counted: Figure | None = None  # the one count of the sentence before, whatever else it tells: "of them"
    levels_before: list[Figure] = field(default_factory=list)  # all its levels of now: "of the volume"
    restated: list[tuple[Figure, Figure]] = field(default_factory=list)  # shares of what is not told yet
    parted: Figure | None = None  # what its parts are of: "A further 90 million"
    asked: Figure | None = None  # how many a survey asked: "31% reported …"
    asked_sentence: int = -1
    told: Figure | None = None  # the one level or rate of the sentence before: "This was 3% more than …"
    share: Figure | None = None  # its one share: "That is 2.3 million people"
    told_subject: bool = False  # that sentence is about nothing else: "It rose by …"
    growth: Figure | None = None  # its one change in units: "Of the increase, …"
    changes: list[Figure] = field(default_factory=list)  # its changes, if it tells no level: "It came to …"
    antecedent_sentence: int = -1
    last_measure: tuple[int, int] | None = None
    measure_before: tuple[int, int] | None = None  # that of the sentence before it
    last_measured: Figure | None = None  # the figure that has it
    header: tuple[Decimal, str | None] | None = None  # scale and unit of "(in thousands of euros)"
    header_paragraph: int = -1
    moneys: dict[str, str] = field(default_factory=dict)  # "franc" -> the franc that was said in full
    currencies: set[str] = field(default_factory=set)  # all that figures were in so far
    undated: list[Any] = field(default_factory=list)  # sentences whose period was not looked at yet
