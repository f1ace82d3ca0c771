"""One figure in its turn: what the walk knows of it while it finds its role."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.prose.figure import Figure


@dataclass(slots=True)
class Turn:
    """The figure, what stands around it, and what has been found so far."""

    k: int  # its number in the sentence
    f: Figure
    at: int  # its item
    gap: str  # the tags between the figure before and this one
    begin: int  # the item with which the gap begins
    after: str  # the tags behind it
    last: Figure | None  # the figure before, and its role
    last_role: str
    role: str = ""
    direction: str | None = None
    fresh: bool = False  # it is of another subject than the figures before
    asked: bool = False  # a share of those asked: "8% foresee a decline"
