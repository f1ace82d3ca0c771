"""Stops a publish that would take published figures away, or change many, without a reason that was given.

An edited seed or decision is such a reason, and so is a report that was withdrawn; a new reader, an edited
model or a report that was replaced is not: then a person looks (`figures diff`) and says so.
"""

from ingest.diff import Diff
from ingest.errors import FiguresError

_NAMED = 5


class Stopped(FiguresError):
    """The build is whole and tested, but it was not published."""


def guard(diff: Diff, max_change: float, seeds_changed: bool) -> None:
    """Stopped, with what would vanish or change and how to go on. `max_change` is a share."""
    if seeds_changed:
        return
    how = "look with “figures diff”, then go on with “figures refresh --accept”"
    if diff.unexplained:
        named = "; ".join(diff.unexplained[:_NAMED])
        more = f" and {len(diff.unexplained) - _NAMED:,} more" if len(diff.unexplained) > _NAMED else ""
        raise Stopped(
            f"Not published: {_count(len(diff.unexplained))} would vanish although their reports still stand "
            f"({named}{more}); {how}"
        )
    seen = diff.observations
    if seen.before and seen.changed > max_change * seen.before:
        raise Stopped(
            f"Not published: {_count(seen.changed)} of {seen.before:,} would change, more than "
            f"{max_change:.0%} (--max-change); {how}"
        )


def _count(number: int) -> str:
    return f"{number:,} published observation{'' if number == 1 else 's'}"
