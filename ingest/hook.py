"""Tells somebody else what came of a refresh: a command that gets the outcome as JSON on standard input.

It runs when the lock is free and the result stands, so it can change neither; it has a time limit.
"""

import os
import shlex
import signal
import subprocess
from contextlib import suppress
from typing import Any

from ingest.as_json import as_json


def call_hook(command: str, outcome: dict[str, Any], seconds: float) -> str | None:
    """Runs the hook; a sentence where it could not be run, failed or took too long."""
    try:
        words = shlex.split(command)
    except ValueError as error:
        return f"The hook “{command}” cannot be read: {error}."
    if not words:
        return None
    try:
        child = subprocess.Popen(
            words,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            start_new_session=True,  # one group to end, whatever the hook starts
        )
    except OSError as error:
        return f"The hook {words[0]} could not be started: {error.strerror}."
    try:
        told = as_json(outcome).encode()
        _, said = child.communicate(told, timeout=seconds)
    except subprocess.TimeoutExpired:
        return f"The hook {words[0]} was stopped after {seconds:g} seconds."
    finally:
        _end(child)
    if child.returncode:
        last = said.decode(errors="replace").strip().splitlines()[-1:] or ["it said nothing"]
        return f"The hook {words[0]} ended with code {child.returncode}: {last[0][:200]}"
    return None


def _end(child: "subprocess.Popen[bytes]") -> None:
    """Ends what is left of the hook and all that it started."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(child.pid, signal.SIGKILL)
    child.wait()
    for pipe in (child.stdin, child.stderr):
        if pipe:
            pipe.close()
