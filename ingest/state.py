"""What the published warehouse was built from, so that a refresh with nothing new can stop at once.

A shortcut only: without the file, or with one that does not fit, a refresh builds again and comes to the
same.
"""

import hashlib
import json
import os
from dataclasses import dataclass, field
from pathlib import Path

from ingest.project import ROOT
from ingest.shelf import Mark
from ingest.survey import Known
from ingest.version import READER_VERSION

_NOT_SOURCES = {"target", "logs", "dbt_packages", ".user.yml"}


@dataclass
class State:
    """The state of the last publish. `published` is the identity of the file, not its content."""

    fingerprint: str = ""
    published: list[int] = field(default_factory=list)
    seeds: str = ""  # hash of the seeds and decisions
    unread: int = 0  # places that were quarantined
    known: dict[str, Known] = field(default_factory=dict)


def read_state(path: Path) -> State:
    """The state of the last publish; an empty one where there is none that can be used."""
    try:
        raw = json.loads(path.read_bytes())
        if raw["reader"] != READER_VERSION:
            return State()
        known = {
            shelf_path: Known(Mark(*marks[:4]), Mark(*marks[4:]), document_id, reading_id)
            for shelf_path, (marks, document_id, reading_id) in raw["known"].items()
        }
        return State(raw["fingerprint"], raw["published"], raw["seeds"], raw["unread"], known)
    except (OSError, ValueError, KeyError, TypeError):
        return State()


def write_state(path: Path, state: State) -> None:
    """Keeps the state; a reader sees the old one or the new one."""
    raw = {
        "reader": READER_VERSION,
        "fingerprint": state.fingerprint,
        "published": state.published,
        "seeds": state.seeds,
        "unread": state.unread,
        "known": {
            shelf_path: [[*k.mark, *k.description_mark], k.document_id, k.reading_id]
            for shelf_path, k in state.known.items()
        },
    }
    aside = path.with_name(f"{path.name}.tmp")
    aside.write_text(json.dumps(raw), encoding="utf-8")
    aside.replace(path)


def file_identity(path: Path) -> list[int]:
    """Tells one file from another without reading it; empty where there is none."""
    try:
        found = path.stat()
    except OSError:
        return []
    return [found.st_ino, found.st_size, found.st_mtime_ns]


def sources_fingerprint(dbt_project: Path) -> str:
    """Hash of all that decides what a build makes of the same shelf: models, seeds, raw schemas, reader."""
    digest = hashlib.sha256(READER_VERSION.encode())
    for root, suffixes in ((dbt_project, None), (ROOT / "schemas", {".py"})):
        for path in _files(root):
            if suffixes is None or path.suffix in suffixes:
                digest.update(f"\0{path.relative_to(root).as_posix()}\0".encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()


def seeds_fingerprint(dbt_project: Path) -> str:
    """Hash of what people decide: indicator labels, policies, decisions."""
    digest = hashlib.sha256()
    for path in _files(dbt_project / "seeds"):
        digest.update(f"\0{path.name}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _files(root: Path) -> list[Path]:
    found: list[Path] = []
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(f for f in folders if f not in _NOT_SOURCES and f != "__pycache__")
        found += [Path(folder) / name for name in sorted(names) if name not in _NOT_SOURCES]
    return found
