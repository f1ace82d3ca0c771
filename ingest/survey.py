"""What stands on the shelf now: bytes hashed, descriptions checked, unfinished files left for the next run.

Gives for each place the identity of its document and of its reading, or the problem that keeps it from being
read. A file whose mark is that of the last run is not opened again.
"""

import hashlib
import os
import time
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from ingest.description import BadDescription, Description, Problem
from ingest.errors import ConfigError
from ingest.shelf import Mark, Place, describe, mark_of, scan
from ingest.version import READER_VERSION

_DEFAULT_LIMIT = 64 * 1024 * 1024  # bytes; a report of prose has a thousandth of this
# A file this young may still be growing, or change again in the same tick of a clock.
_FRESH_NS = 2_000_000_000
_WATCH_SECONDS = 0.25


class Known(NamedTuple):
    """What an earlier run found out about a place, valid while both marks stand."""

    mark: Mark
    description_mark: Mark
    document_id: str
    reading_id: str


@dataclass(frozen=True, slots=True)
class Surveyed:
    """A place with the identity of what stands there, or with its problem."""

    place: Place
    document_id: str | None = None
    reading_id: str | None = None
    problem: Problem | None = None

    @property
    def shelf_path(self) -> str:
        return self.place.shelf_path


@dataclass
class Survey:
    """All places, and the folders in which something is still being written."""

    shelf: Path
    places: list[Surveyed] = field(default_factory=list)
    waiting: set[str] = field(default_factory=set)
    began_ns: int = 0  # when it was looked at

    def fingerprint(self) -> str:
        """Hash of everything on the shelf that decides what a load brings."""
        digest = hashlib.sha256()
        for found in self.places:
            what = found.reading_id or (found.problem.reason if found.problem else "")
            digest.update(f"{found.shelf_path}\0{found.document_id}\0{what}\n".encode())
        return digest.hexdigest()

    def known(self) -> dict[str, Known]:
        """What the next run need not find out again.

        Left out is what changed so shortly before that a later change could bear the same time.
        """
        old = self.began_ns - _FRESH_NS
        return {
            s.shelf_path: Known(mark, described, s.document_id, s.reading_id)
            for s in self.places
            if s.document_id and s.reading_id and (mark := s.place.mark) and mark.ctime_ns < old
            if (described := s.place.description_mark) and described.ctime_ns < old
        }


def survey(shelf: Path, known: dict[str, Known] | None = None) -> Survey:
    """Looks at the whole shelf. ConfigError where there is none; any other trouble belongs to one place."""
    known = known or {}
    began = time.time_ns()
    places = scan(shelf)
    growing = _growing(p for p in places if not _stands(p, known.get(p.shelf_path)))
    waiting = {place.folder for place in places if place.shelf_path in growing}
    result = Survey(shelf, waiting=waiting, began_ns=began)
    limit = _limit()
    for place in places:
        if place.folder in result.waiting:
            continue
        old = known.get(place.shelf_path)
        if old and _stands(place, old):
            result.places.append(Surveyed(place, old.document_id, old.reading_id))
            continue
        found = _identify(place, shelf, limit)
        if found is None:
            result.waiting.add(place.folder)
        else:
            result.places.append(found)
    return result


def identity(document_id: str, description: Description) -> str:
    """The reading_id: the same bytes, described alike and read by the same reader, are the same reading."""
    named = f"{document_id}|{description.canonical()}|{READER_VERSION}"
    return hashlib.sha256(named.encode()).hexdigest()[:32]


def hash_file(path: Path) -> str:
    """sha256 of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _stands(place: Place, old: Known | None) -> bool:
    return old is not None and place.mark == old.mark and place.description_mark == old.description_mark


def _identify(place: Place, shelf: Path, limit: int) -> Surveyed | None:
    """The identity or the problem of a place; None where its file changed while it was read."""
    if place.problem or place.file is None or place.mark is None:
        return Surveyed(place, problem=place.problem or Problem(f"{place.shelf_path} has vanished."))
    if place.mark.size > limit:
        reason = (
            f"{place.shelf_path} has {place.mark.size:,} bytes, more than the {limit:,} that are read; "
            "split the report, or set FIGURES_MAX_BYTES."
        )
        return Surveyed(place, problem=Problem(reason, None, f"at most {limit:,} bytes"))
    try:
        document_id = hash_file(Path(place.file))
        if mark_of(place.file) != place.mark:
            return None
    except FileNotFoundError:
        return None
    except OSError as error:
        return Surveyed(place, problem=Problem(f"{place.shelf_path} cannot be opened: {error.strerror}."))
    try:
        description = describe(place, shelf)
    except BadDescription as error:
        first = error.problems[0]
        return Surveyed(place, document_id, problem=replace(first, reason=str(error)))
    return Surveyed(place, document_id, identity(document_id, description))


def _growing(places: Iterable[Place]) -> set[str]:
    """The shelf paths of files that change while they are watched for a moment. Old files are not watched."""
    old = time.time_ns() - _FRESH_NS
    young = {p.shelf_path: (p.file, p.mark) for p in places if p.file and p.mark and p.mark.ctime_ns >= old}
    if not young:
        return set()
    time.sleep(_WATCH_SECONDS)
    return {shelf_path for shelf_path, (file, mark) in young.items() if mark_of(file) != mark}


def _limit() -> int:
    text = os.environ.get("FIGURES_MAX_BYTES", "")
    if not text:
        return _DEFAULT_LIMIT
    try:
        return int(text)
    except ValueError:
        raise ConfigError(f"FIGURES_MAX_BYTES is “{text}”; expected is a number of bytes.") from None
