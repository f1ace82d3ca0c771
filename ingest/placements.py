"""Which reading holds at each place of the shelf: the changes that a load records. Pure, order-free.

Of several places with the same bytes the one that sorts first leads, whichever arrived first. What cannot be
read now keeps the last good reading of its place. What has gone is withdrawn.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.description import Problem
from ingest.survey import Survey


@dataclass(frozen=True)
class Holding:
    """What a place holds: as raw.placements says, with the document of its reading."""

    status: str
    reading_id: str | None = None
    leading_path: str | None = None
    document_id: str | None = None
    reason: str | None = None  # of a quarantined place: the latest reason

    def says(self) -> tuple[str, str | None, str | None]:
        return self.status, self.reading_id, self.leading_path


@dataclass(frozen=True)
class QuarantineEntry:
    """A file that could not be read or described."""

    shelf_path: str
    document_id: str | None
    problem: Problem


@dataclass
class Changes:
    """What is new since the last load, each list in the order of shelf_path."""

    placements: list[tuple[str, Holding]]
    quarantine: list[QuarantineEntry]

    def count(self, status: str) -> int:
        return sum(holding.status == status for _, holding in self.placements)


def leaders(found: Survey, current: dict[str, Holding]) -> dict[str, str]:
    """For each document that can be read, the place that leads: document_id → shelf_path."""
    result: dict[str, str] = {}
    for shelf_path, document_id in sorted(_readable(found, current)):
        result.setdefault(document_id, shelf_path)
    return result


def changes(found: Survey, current: dict[str, Holding]) -> Changes:
    """The rows that a load adds to raw.placements and raw.quarantine. `current` is by shelf_path."""
    leading = leaders(found, current)
    wanted: dict[str, Holding] = {}
    quarantine: list[QuarantineEntry] = []
    for place in found.places:
        if place.problem is None:
            leader = leading[str(place.document_id)]
            if leader == place.shelf_path:
                wanted[leader] = Holding("present", place.reading_id, None, place.document_id)
            else:
                wanted[place.shelf_path] = Holding("duplicate", None, leader, place.document_id)
            continue
        for shelf_path in _quarantined(place.shelf_path, place.place.folder, current):
            last = current.get(shelf_path, Holding("withdrawn"))
            # The last good reading stays, unless its document now leads at another place.
            keeps = last.reading_id is not None and last.document_id not in leading
            wanted[shelf_path] = Holding(
                "quarantined",
                last.reading_id if keeps else None,
                None,
                last.document_id if keeps else None,
                place.problem.reason,
            )
            if last.status != "quarantined" or last.reason != place.problem.reason:
                quarantine.append(QuarantineEntry(shelf_path, place.document_id, place.problem))
    for shelf_path, last in current.items():
        gone = last.status != "withdrawn" and shelf_path not in wanted
        if gone and _folder(shelf_path) not in found.waiting:
            wanted[shelf_path] = Holding("withdrawn")
    changed = [
        (shelf_path, holding)
        for shelf_path, holding in sorted(wanted.items())
        if shelf_path not in current or current[shelf_path].says() != holding.says()
    ]
    return Changes(changed, sorted(quarantine, key=lambda entry: entry.shelf_path))


def _readable(found: Survey, current: dict[str, Holding]) -> Sequence[tuple[str, str]]:
    """(shelf_path, document_id) of what can be read, and of what waits and therefore still holds."""
    readable = [(p.shelf_path, p.document_id) for p in found.places if p.problem is None and p.document_id]
    readable += [
        (shelf_path, last.document_id)
        for shelf_path, last in current.items()
        if _folder(shelf_path) in found.waiting and last.status == "present" and last.document_id
    ]
    return readable


def _quarantined(shelf_path: str, folder: str, current: dict[str, Holding]) -> list[str]:
    """The places that a problem is about: where a folder cannot be told apart, those that it held."""
    if shelf_path != folder:
        return [shelf_path]
    held = [p for p, last in current.items() if _folder(p) == folder and last.status != "withdrawn"]
    return sorted(held) or [shelf_path]


def _folder(shelf_path: str) -> str:
    """<publisher>/<slug> of a shelf_path; a file that stands outside such a folder is its own."""
    return "/".join(shelf_path.split("/")[:2])
