"""What a refresh did, step by step, as JSON lines that rotate; for machines that collect logs."""

import contextlib
from datetime import UTC, datetime
from pathlib import Path

from ingest.as_json import as_json

_MAX_BYTES = 1024 * 1024
_KEPT = 5


def log(folder: Path, event: str, **fields: object) -> None:
    """Appends one line. A log that cannot be written stops nothing."""
    line = {"at": datetime.now(UTC).isoformat(timespec="milliseconds"), "event": event, **fields}
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / "refresh.jsonl"
        if path.exists() and path.stat().st_size > _MAX_BYTES:
            _rotate(path)
        with path.open("a", encoding="utf-8") as file:
            file.write(as_json(line) + "\n")


def _rotate(path: Path) -> None:
    for number in range(_KEPT - 1, 0, -1):
        older = path.with_name(f"{path.name}.{number}")
        if older.exists():
            older.replace(path.with_name(f"{path.name}.{number + 1}"))
    path.replace(path.with_name(f"{path.name}.1"))
