"""The one place that touches the published warehouse: copied aside, swapped in whole, never written to."""

import os
import shutil
from pathlib import Path

from ingest.errors import FiguresError
from ingest.project import Warehouse


def sweep(warehouse: Warehouse) -> None:
    """Clears what a killed run left behind. Called under the lock, so nobody is at work in there."""
    shutil.rmtree(warehouse.build_folder, ignore_errors=True)
    for leftover in warehouse.folder.glob("*.tmp"):
        leftover.unlink(missing_ok=True)


def copy_aside(warehouse: Warehouse) -> None:
    """Makes the build's own copy of the published file, or nothing where none was published yet."""
    warehouse.build_folder.mkdir(parents=True, exist_ok=True)
    if warehouse.published.exists():
        copy_file(warehouse.published, warehouse.build)


def copy_file(source: Path, target: Path) -> None:
    """Copies a file inside the kernel, sharing blocks where the file system can."""
    with source.open("rb") as reader, target.open("wb") as writer:
        size = os.fstat(reader.fileno()).st_size
        done = 0
        try:
            while done < size:
                step = os.copy_file_range(reader.fileno(), writer.fileno(), size - done)
                if step == 0:
                    break
                done += step
        except (AttributeError, OSError):
            if done == 0:  # not every file system can; plain reading and writing says what is wrong
                shutil.copyfileobj(reader, writer, 16 * 1024 * 1024)
                done = writer.tell()
            else:
                raise
        if done != size:
            raise FiguresError(f"{source} could only be copied in part ({done:,} of {size:,} bytes).")


def swap_in(warehouse: Warehouse) -> None:
    """Makes the build the published file: whole, on disk, seen by every reader that connects from now on."""
    log = warehouse.build.with_name(f"{warehouse.build.name}.wal")
    if log.exists():
        raise FiguresError(f"{log} is left: the build was not closed cleanly, so it was not published.")
    sync_file(warehouse.build)
    # A log beside the old file would be replayed into the new one.
    warehouse.published.with_name(f"{warehouse.published.name}.wal").unlink(missing_ok=True)
    warehouse.build.replace(warehouse.published)
    sync_folder(warehouse.folder)


def keep_failed(warehouse: Warehouse) -> Path | None:
    """Keeps a failed build for a look, in place of the one before; None where there is none to keep."""
    if not warehouse.build.exists():
        return None
    shutil.rmtree(warehouse.failed_folder, ignore_errors=True)
    try:
        warehouse.build_folder.replace(warehouse.failed_folder)
    except OSError:
        return None
    return warehouse.failed_folder / warehouse.build.name


def sync_file(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(path: Path) -> None:
    sync_file(path)
