"""How many percent one level is of another, and how far the rounding of both leaves that open."""

from __future__ import annotations

from decimal import Decimal

from ingest.prose.figure import Figure

_NONE = Decimal(0)


def percent_of(part: Figure, whole: Figure) -> tuple[Decimal, Decimal]:
    """The percentage, and how many points it may be off; both levels are above zero.

    Each level is good to half a unit of its last digit, and the errors of a quotient add up relatively.
    """
    percent = 100 * part.value / whole.value
    loose = sum(((x.last_place or _NONE) / x.value for x in (part, whole)), _NONE) / 2
    return percent, percent * loose
