"""What a generated report writes about, in which patterns, and each figure's truth as an expression."""

from dataclasses import dataclass

import polars as pl

REPORTS = 6  # of a chain, one a period
BLOCKS = 16  # of a report
SECOND = REPORTS  # report number of the second publisher, who restates the last period

# Share of the blocks that follow each pattern. Tuned to read like a statistical communiqué: mostly a level
# and its growth.
PATTERNS = [
    ("rate", 0.34),
    ("amount", 0.06),
    ("from_to", 0.08),
    ("parts2", 0.05),
    ("parts3", 0.05),
    ("parts4", 0.04),
    ("share", 0.08),
    ("single", 0.12),
    ("real", 0.05),
    ("multiple", 0.03),
    ("points", 0.04),
    ("forecast", 0.03),
    ("duration", 0.03),
]
# The second publisher relays what the first one's compiler counted, or counts anew; a relay that differs is a
# later vintage, no contradiction.
RELAYS = pl.col("chain") % 2 == 0
RESTATED = ["rate", "amount", "from_to", "single"]
# Of the blocks that can hold a contradiction, the share that do: it makes about 1% of all figures.
PLANTED = 0.075

NOUNS = [
    ("workshops", "count"),
    ("trainees", "person"),
    ("grants", "CNY"),
    ("exports", "USD"),
    ("floor space", "m2"),
    ("patents", "count"),
    ("start ups", "count"),
    ("revenue", "CNY"),
    ("employees", "person"),
    ("visitors", "person"),
    ("laboratories", "count"),
    ("loans", "USD"),
    ("contracts", "count"),
    ("vehicles", "count"),
    ("investment", "CNY"),
    ("permits", "count"),
]
TOPICS = [
    "harbour",
    "rail",
    "textile",
    "timber",
    "solar",
    "marine",
    "dairy",
    "steel",
    "glass",
    "cotton",
    "wind",
    "river",
]
AREAS = ["CN", "DE", "FR", "IN", "BR", "ZA", "KE", "VN", "PL", "MX", "ID", "TR"]


@dataclass(frozen=True)
class Slot:
    """One figure of a pattern."""

    number: int
    kind: str
    truth: pl.Expr
    words: str
    role: str | None = None  # the link to the figure in slot `target`
    target: int = 0
    unit: str | None = None  # None: the unit of the block
    suffix: str = ""  # of the measure
    period: int = 0  # 0 this one, -1 the base, 1 the next
    price_basis: str = "not_stated"
    status: str = "actual"
    second_role: str | None = None
    second_target: int = 0


LEVEL, BASE = pl.col("level"), pl.col("base")
RATE = ((LEVEL / BASE - 1) * 100).abs()
PART_SLOTS = [
    Slot(n, "level", pl.col(f"part{n}"), " to part " + str(n) + " ", role="part_of", suffix=f" part {n}")
    for n in range(1, 5)
]
HEAD = Slot(0, "level", LEVEL, "")
GROWTH = Slot(1, "change_rate", RATE, ", a change of ", role="growth_of", unit="percent")
SLOTS: dict[str, list[Slot]] = {
    "rate": [HEAD, GROWTH],
    "amount": [HEAD, GROWTH, Slot(2, "change_amount", (LEVEL - BASE).abs(), ", or ", role="growth_of")],
    "from_to": [
        HEAD,
        Slot(
            1,
            "change_rate",
            RATE,
            ", a change of ",
            "growth_of",
            0,
            "percent",
            second_role="growth_from",
            second_target=2,
        ),
        Slot(2, "level", BASE, " from ", period=-1),
    ],
    "parts2": [HEAD, *PART_SLOTS[:2]],
    "parts3": [HEAD, *PART_SLOTS[:3]],
    "parts4": [HEAD, *PART_SLOTS[:4]],
    "share": [
        HEAD,
        Slot(
            1,
            "share",
            pl.col("part1") / LEVEL * 100,
            ", of which ",
            "share_of",
            0,
            "percent",
            second_role="expresses",
            second_target=2,
        ),
        Slot(2, "level", pl.col("part1"), " or ", suffix=" abroad"),
    ],
    "single": [HEAD],
    "real": [
        HEAD,
        Slot(1, "change_rate", RATE + 2.5, ", in real terms ", "growth_of", 0, "percent", price_basis="real"),
    ],
    "multiple": [HEAD, Slot(1, "multiple", LEVEL / BASE, ", as a multiple ", "growth_of", 0, "ratio")],
    "points": [
        HEAD,
        Slot(1, "points", (LEVEL - BASE).abs(), ", a change of ", "growth_of", 0, "percentage_point"),
    ],
    "forecast": [Slot(0, "level", LEVEL, "", period=1, status="forecast")],
    "duration": [Slot(0, "duration", 6 + (LEVEL % 40), "", unit="month", suffix=" term")],
}
