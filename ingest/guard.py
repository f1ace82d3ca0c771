"""Stops a publish that would take published figures away, or change many, without a reason that was given.

A report that was withdrawn is such a reason, unless all are gone at once, and so is an edited seed or
decision for what becomes of claims that still stand: it reads no report, so it takes no claim away. A new
reader, an edited model or a report that was replaced is none: then a person looks (`figures diff`) and says
so.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ingest.errors import FiguresError

if TYPE_CHECKING:
    from ingest.diff import Diff

_NAMED = 5


class Stopped(FiguresError):
    """The build is whole and tested, but it was not published."""


def guard_shelf(shelf: Path, withdrawn: int) -> None:
    """Stopped where an empty shelf would withdraw every report: a disk that is not mounted looks so."""
    if withdrawn:
        raise Stopped(
            f"Not published: {shelf} is empty, so every report ({withdrawn:,}) would be withdrawn; is a disk "
            "not mounted? If all are withdrawn, go on with “figures refresh --accept”"
        )


def guard(diff: Diff, max_change: float, seeds_changed: bool) -> None:
    """Stopped, with what would vanish or change and how to go on. `max_change` is a share."""
    seen = diff.observations
    vanished = diff.unclaimed if seeds_changed else diff.unexplained
    changed = diff.reclaimed if seeds_changed else seen.changed
    how = "look with “figures diff”, then go on with “figures refresh --accept”"
    if vanished:
        named = "; ".join(vanished[:_NAMED])
        more = f" and {len(vanished) - _NAMED:,} more" if len(vanished) > _NAMED else ""
        raise Stopped(
            f"Not published: {_count(len(vanished))} would vanish from reports that still stand "
            f"({named}{more}); {how}"
        )
    if seen.before and changed > max_change * seen.before:
        raise Stopped(
            f"Not published: {_count(changed)} of {seen.before:,} would change, more than "
            f"{max_change:.0%} (--max-change); {how}"
        )


def _count(number: int) -> str:
    return f"{number:,} published observation{'' if number == 1 else 's'}"
