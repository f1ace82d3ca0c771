"""The journal beside the warehouse: a line when a refresh starts and one when it ends.

It is outside the database so that it knows of runs that published nothing. A run that was killed has a start
and no end. A line that was cut off is passed over.
"""

import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

_TAIL = 256 * 1024


@dataclass
class Entry:
    """How a refresh ended; the fields are the columns of raw.refreshes. Times are UTC in ISO 8601."""

    refresh_id: str
    started_at: str
    finished_at: str
    outcome: str
    exit_code: int
    message: str
    load_id: str | None = None
    readings_added: int = 0
    claims_added: int = 0
    quarantined: int = 0
    withdrawn: int = 0
    observations_added: int = 0
    observations_changed: int = 0
    observations_removed: int = 0
    tests_run: int = 0
    tests_failed: int = 0
    seconds: float = 0.0
    published: bool = False


_FIELDS = {f.name for f in fields(Entry)}
_ROLLBACK = {"name", "published_at", "at"}
_REQUIRED = {"refresh_id", "started_at", "finished_at", "outcome", "exit_code", "message"}


def write_start(path: Path, refresh_id: str, started_at: str) -> None:
    """Notes that a refresh has started."""
    _append(path, {"event": "start", "refresh_id": refresh_id, "started_at": started_at, "pid": os.getpid()})


# unique_id, kind, status, seconds, failures: a row of raw.refresh_results without the refresh
Result = list[Any]


def write_end(path: Path, entry: Entry, steps: dict[str, float], results: list[Result]) -> None:
    """Notes how a refresh ended, the seconds of its steps and what became of dbt's models and tests."""
    _append(path, {"event": "end", **asdict(entry), "steps": steps, "results": results})


def write_rollback(path: Path, name: str, published_at: str, at: str, is_latest: bool) -> None:
    """Notes that a kept warehouse was put back: which, of when, when, and whether it is the latest."""
    line = {"name": name, "published_at": published_at, "at": at, "is_latest": is_latest}
    _append(path, {"event": "rollback", **line})


def standing_rollback(path: Path) -> dict[str, Any] | None:
    """The rollback that put up the warehouse that stands; None where the latest stands."""
    last: dict[str, Any] | None = None
    for line in _lines(path, _TAIL):
        entry = _entry(line)
        if entry and entry.published:
            last = None
        elif line.get("event") == "rollback" and line.keys() >= _ROLLBACK:
            last = None if line.get("is_latest") else {name: line[name] for name in sorted(_ROLLBACK)}
    return last


def read_ends(path: Path) -> list[tuple[Entry, list[Result]]]:
    """Every finished refresh, oldest first, with what became of its steps, models and tests."""
    return [(entry, _results(line)) for line in _lines(path) if (entry := _entry(line))]


def read_last(path: Path) -> tuple[list[Entry], list[dict[str, Any]]]:
    """The latest finished refreshes (those that the journal's end holds), and the starts without an end."""
    ends: list[Entry] = []
    starts: dict[str, dict[str, Any]] = {}
    for line in _lines(path, _TAIL):
        entry = _entry(line)
        if entry:
            ends.append(entry)
            starts.pop(entry.refresh_id, None)
        elif line.get("event") == "start" and isinstance(line.get("refresh_id"), str):
            starts[line["refresh_id"]] = line
    return ends, list(starts.values())


def _results(line: dict[str, Any]) -> list[Result]:
    steps: dict[str, float] = line.get("steps") or {}
    done = [[f"step.{name}", "step", "success", seconds, None] for name, seconds in steps.items()]
    if done and line.get("outcome") == "failed":
        done[-1][2] = "error"
    return done + list(line.get("results") or [])


def _entry(line: dict[str, Any]) -> Entry | None:
    if line.get("event") != "end" or not line.keys() >= _REQUIRED:
        return None
    return Entry(**{key: value for key, value in line.items() if key in _FIELDS})


def _lines(path: Path, tail: int | None = None) -> Iterator[dict[str, Any]]:
    try:
        with path.open("rb") as file:
            if tail and path.stat().st_size > tail:
                file.seek(-tail, os.SEEK_END)
                file.readline()
            raw = file.read()
    except FileNotFoundError:
        return
    for line in raw.splitlines():
        try:
            value = json.loads(line)
        except ValueError:
            continue
        if isinstance(value, dict):
            yield value


def _append(path: Path, line: dict[str, Any]) -> None:
    """One write of one line. Begins with a line end where the last line was cut off."""
    path.parent.mkdir(parents=True, exist_ok=True)
    data = (json.dumps(line, ensure_ascii=False) + "\n").encode()
    with path.open("ab+") as file:
        if file.tell() > 0:
            file.seek(-1, os.SEEK_END)
            if file.read(1) != b"\n":
                data = b"\n" + data
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
