"""What is dear to make and only read afterwards is made once, however many processes run the suite."""

import fcntl
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """The folder `name` of this run of the suite, filled by `make` in the first process that asks for it.

    Where pytest-xdist runs the suite in several processes, the others wait and read the same folder; nobody
    may change it.
    """
    root = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        root = root.parent
    folder, done = root / name, root / f"{name}.made"
    with (root / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            shutil.rmtree(folder, ignore_errors=True)  # of a process whose `make` failed
            folder.mkdir()
            make(folder)
            done.touch()
    return folder
