"""SIGTERM, SIGINT and SIGHUP as an exception, so that a stopped refresh ends its child and frees its lock."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from ingest.errors import FiguresError

_SIGNALS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)


class Stopped(FiguresError):
    """The run was asked to stop."""


@contextmanager
def stop_on_signals() -> Iterator[None]:
    """Raises Stopped in the main thread at the first signal; later ones are ignored while it cleans up."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(number: int, frame: FrameType | None) -> None:
        for each in _SIGNALS:
            signal.signal(each, signal.SIG_IGN)
        raise Stopped(f"Stopped by {signal.Signals(number).name}")

    before = {number: signal.signal(number, stop) for number in _SIGNALS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
