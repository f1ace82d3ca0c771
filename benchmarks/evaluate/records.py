"""What a reader finds, and what comes of comparing it with an annotation."""

from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any


@dataclass
class Tally:
    """Counts of one field."""

    expected: int = 0
    given: int = 0
    right: int = 0

    @property
    def precision(self) -> float | None:
        return self.right / self.given if self.given else None

    @property
    def recall(self) -> float | None:
        return self.right / self.expected if self.expected else None

    @property
    def f1(self) -> float | None:
        both = self.expected + self.given
        return 2 * self.right / both if both else None

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.expected + other.expected, self.given + other.given, self.right + other.right)


@dataclass
class Found:
    """One figure that a reader gives, whoever the reader is."""

    start: int
    end: int
    value: Decimal
    value_upper: Decimal | None = None
    fields: dict[str, Any] = field(default_factory=dict)  # names of FIELDS, and flags
    links: dict[str, list[int]] = field(default_factory=dict)  # role -> numbers of other Founds
    exhaustive: bool = False


@dataclass(frozen=True)
class Miss:
    """One difference, as a person wants to read it."""

    item: str
    field: str
    surface: str
    expected: str
    found: str
    text: str


@dataclass
class Score:
    """Tallies by field and the differences behind them."""

    tallies: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    misses: list[Miss] = field(default_factory=list)

    def add(self, other: "Score") -> None:
        for name, tally in other.tallies.items():
            self.tallies[name] = self.tallies[name] + tally
        self.misses += other.misses
