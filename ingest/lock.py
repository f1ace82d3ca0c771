"""One refresh at a time: a lock on a file, held by the process and by the dbt that it starts.

flock belongs to the open file, so a child that inherits the descriptor holds the lock on after its parent was
killed, and a lock can never outlive all who hold it.
"""

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from ingest.errors import BusyError, FiguresError


@contextmanager
def lock(path: Path) -> Iterator[int]:
    """Holds the lock and gives its file descriptor, to be passed on. BusyError where another holds it."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError as error:
        raise FiguresError(f"{path.parent} cannot be written: {error.strerror}.") from None
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BusyError(f"Another refresh is running{_holder(descriptor)}; try again later.") from None
        holder = {"pid": os.getpid(), "since": datetime.now(UTC).isoformat(timespec="seconds")}
        with_room = json.dumps(holder).encode().ljust(128) + b"\n"
        with suppress(OSError):  # who holds it is for a message only; a full disk must not stop the run here
            os.pwrite(descriptor, with_room, 0)
        yield descriptor
    finally:
        os.close(descriptor)


def _holder(descriptor: int) -> str:
    try:
        holder = json.loads(os.pread(descriptor, 4096, 0))
        return f" (process {holder['pid']}, since {holder['since']})"
    except (OSError, ValueError, KeyError, TypeError):
        return ""
