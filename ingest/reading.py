"""Files to validated columns: what a load brings for the documents that it has not seen.

Works in batches of bytes, each written as parquet files and forgotten, so that memory stays flat and a batch
can be read in a process of its own. Same input, same rows, in whichever process.
"""

import hashlib
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path

from ingest.description import Description
from ingest.documents import Unreadable, to_text
from ingest.prose import Context, Reading, UnknownLanguage, read_claims

BATCH_BYTES = 4 * 1024 * 1024
# Below this a second process costs more than it saves: it imports for about a second.
POOL_BYTES = 16 * 1024 * 1024


@dataclass(frozen=True)
class Job:
    """One document to read."""

    shelf_path: str
    path: Path
    byte_count: int
    document_id: str
    reading_id: str
    description: Description


@dataclass(frozen=True)
class Failure:
    """A document that could not be read: `changed` where its bytes are no longer those that were hashed."""

    shelf_path: str
    document_id: str
    reason: str
    expected: str | None = None
    changed: bool = False


@dataclass
class Batch:
    """What one batch gave: rows by raw table, in files below `folder`, and the documents that failed."""

    files: dict[str, Path] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)
    reading_ids: list[str] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    byte_count: int = 0


@dataclass(frozen=True)
class ReadDocument:
    """A document as read, before validation."""

    job: Job
    media_type: str
    text: str
    reading: Reading


def read_document(job: Job) -> ReadDocument | Failure:
    """Reads one document. Whatever goes wrong with it is its own Failure and stops nobody else."""
    try:
        data = job.path.read_bytes()
    except OSError as error:
        return Failure(
            job.shelf_path, job.document_id, f"{job.shelf_path} cannot be opened: {error.strerror}."
        )
    if hashlib.sha256(data).hexdigest() != job.document_id:
        return Failure(job.shelf_path, job.document_id, f"{job.shelf_path} is still changing.", changed=True)
    try:
        text = to_text(data, job.path.name)
        about = job.description
        context = Context(
            document_id=job.document_id,
            published_on=about.published_on,
            language=about.language,
            ref_area=about.ref_area,
            entity=about.entity,
            reference_period=about.reference_period,
        )
        return ReadDocument(job, text.media_type, text.text, read_claims(text.text, context))
    except Unreadable as error:
        return Failure(
            job.shelf_path, job.document_id, f"{job.shelf_path} {error.reason}; {error.advice}.", error.advice
        )
    except UnknownLanguage as error:
        expected = "a report in English or Chinese; name its language in report.yml if it is in one of them"
        return Failure(
            job.shelf_path, job.document_id, f"{job.shelf_path} {error}: expected {expected}.", expected
        )
    except Exception as error:  # a fault of the reader must not take the other reports with it
        reason = (
            f"{job.shelf_path} brought the reader to a fault ({type(error).__name__}: {error}); report it."
        )
        return Failure(job.shelf_path, job.document_id, reason)


def read_all(jobs: Sequence[Job], folder: Path, processes: int) -> Iterator[Batch]:
    """Reads the documents in batches below `folder`, in their order, with a process pool where it pays."""
    batches = list(_batches(jobs))
    total = sum(job.byte_count for job in jobs)
    if processes < 2 or len(batches) < 2 or total < POOL_BYTES:
        for number, batch in enumerate(batches):
            yield read_batch(batch, folder, number)
        return
    workers = min(processes, len(batches))
    # spawned, since a fork of a process that runs polars' threads may hang
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_die_with_parent)
    try:
        yield from pool.map(read_batch, batches, [folder] * len(batches), range(len(batches)))
    except BaseException:
        for process in list((pool._processes or {}).values()):
            process.terminate()
        raise
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def read_batch(jobs: Sequence[Job], folder: Path, number: int) -> Batch:
    """Reads some documents and writes their accepted rows below `folder`."""
    from ingest.rows import write_rows  # polars and pandera: only where something is read

    read, batch = [], Batch(byte_count=sum(job.byte_count for job in jobs))
    for job in jobs:
        outcome = read_document(job)
        if isinstance(outcome, Failure):
            batch.failures.append(outcome)
        else:
            read.append(outcome)
    write_rows(read, batch, folder, number)
    return batch


def _batches(jobs: Sequence[Job]) -> Iterator[list[Job]]:
    batch: list[Job] = []
    size = 0
    for job in jobs:
        if batch and size + job.byte_count > BATCH_BYTES:
            yield batch
            batch, size = [], 0
        batch.append(job)
        size += job.byte_count
    if batch:
        yield batch


def _die_with_parent() -> None:
    """Ends a worker whose parent was killed: nobody is left to hear of its work."""
    import os
    import threading
    import time

    parent = os.getppid()

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(0.5)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
