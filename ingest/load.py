"""Brings what is new on the shelf into the schema `raw`, in one transaction.

The tables are append-only and keyed by content: loading the same shelf again adds nothing.
"""

import hashlib
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import polars as pl

from ingest.description import BadDescription, Problem
from ingest.placements import Changes, Holding, changes, leaders
from ingest.raw_tables import columns, raw_ddl
from ingest.reading import Batch, Job, read_all
from ingest.shelf import describe
from ingest.survey import Survey
from ingest.version import READER_VERSION
from schemas.validate import WrongShape, validate

__all__ = ["LoadOutcome", "create_database", "insert_rows", "load", "raw_ddl"]

# Written so that every tool with DuckDB 1.5 opens the file too.
STORAGE_VERSION = "v1.5.0"


@dataclass
class LoadOutcome:
    """What a load brought; load_id is None where it brought nothing."""

    load_id: str | None = None
    rows: dict[str, int] = field(default_factory=dict)
    changes: Changes = field(default_factory=lambda: Changes([], []))
    waiting: set[str] = field(default_factory=set)  # folders in which something is still being written

    @property
    def quarantined(self) -> int:
        return len(self.changes.quarantine)


def create_database(path: Path) -> duckdb.DuckDBPyConnection:
    """Opens a DuckDB file for writing, made where it is missing, with every raw table."""
    connection = duckdb.connect(path, config={"storage_compatibility_version": STORAGE_VERSION})
    for statement in raw_ddl():
        connection.execute(statement)
    return connection


def load(
    connection: duckdb.DuckDBPyConnection,
    found: Survey,
    parts: Path,
    processes: int = 1,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> LoadOutcome:
    """Loads what is new among the places of a survey. All or nothing.

    `parts` is a folder for files between reading and loading; it is gone afterwards. A place that cannot be
    read becomes a row of raw.quarantine. WrongShape where a batch does not fit its table: then nothing is
    loaded. `progress` hears of bytes read and bytes to read.
    """
    started = _now()
    shutil.rmtree(parts, ignore_errors=True)
    parts.mkdir(parents=True)
    try:
        current = _current(connection)
        found, batches = _read(connection, found, current, parts, processes, progress)
        outcome = LoadOutcome(changes=changes(found, current), waiting=found.waiting)
        for batch in batches:
            for table, count in batch.rows.items():
                outcome.rows[table] = outcome.rows.get(table, 0) + count
        if outcome.changes.placements or outcome.changes.quarantine or outcome.rows.get("documents"):
            _write(connection, outcome, batches, parts, len(found.places), started)
        return outcome
    finally:
        shutil.rmtree(parts, ignore_errors=True)


def _current(connection: duckdb.DuckDBPyConnection) -> dict[str, Holding]:
    """What holds at each place by the rows of raw.placements."""
    rows = connection.execute(
        """
        with numbered as (
            select
                p.*,
                row_number() over (partition by p.shelf_path order by l.load_no desc) as age
            from raw.placements as p inner join raw.loads as l on p.load_id = l.load_id
        ),
        reasons as (
            select q.shelf_path, max_by(q.reason, l.load_no) as reason
            from raw.quarantine as q inner join raw.loads as l on q.load_id = l.load_id
            group by q.shelf_path
        )
        select n.shelf_path, n.status, n.reading_id, n.leading_path, d.document_id, r.reason
        from numbered as n
        left join raw.documents as d on n.reading_id = d.reading_id
        left join reasons as r on n.shelf_path = r.shelf_path
        where n.age = 1
        order by n.shelf_path
        """
    ).fetchall()
    return {shelf_path: Holding(*rest) for shelf_path, *rest in rows}


def _read(
    connection: duckdb.DuckDBPyConnection,
    found: Survey,
    current: dict[str, Holding],
    parts: Path,
    processes: int,
    progress: Callable[[int, int], None],
) -> tuple[Survey, list[Batch]]:
    """Reads every leading document that raw.documents lacks; what fails becomes a problem of its place."""
    known = {row[0] for row in connection.execute("select reading_id from raw.documents").fetchall()}
    problems: dict[str, Problem] = {}
    waiting = set(found.waiting)
    batches: list[Batch] = []
    # A leader that fails hands over to the next place of the same bytes, which may be described better.
    while True:
        jobs, bad = _jobs(found, leaders(found, current), known)
        problems.update(bad)
        total = sum(job.byte_count for job in jobs)
        done = 0
        for batch in read_all(jobs, _folder(parts, len(batches)), processes):
            done += batch.byte_count
            progress(done, total)
            batches.append(batch)
            known.update(batch.reading_ids)
            for failure in batch.failures:
                if failure.changed:
                    waiting.add(failure.shelf_path.rsplit("/", 1)[0])
                else:
                    problem = Problem(failure.reason, None, failure.expected)
                    problems[failure.shelf_path] = problem
        places = [
            replace(p, problem=problems[p.shelf_path]) if p.shelf_path in problems else p
            for p in found.places
            if p.place.folder not in waiting
        ]
        again = len(places) != len(found.places) or bool(problems.keys() & {job.shelf_path for job in jobs})
        found = Survey(found.shelf, places, waiting)
        if not (again or bad):
            return found, batches


def _folder(parts: Path, number: int) -> Path:
    folder = parts / f"{number:06d}"
    folder.mkdir(exist_ok=True)
    return folder


def _jobs(found: Survey, leading: dict[str, str], known: set[str]) -> tuple[list[Job], dict[str, Problem]]:
    """The documents to read, and the problems of descriptions that can no longer be read."""
    jobs: list[Job] = []
    problems: dict[str, Problem] = {}
    for place in found.places:
        if place.problem or leading.get(str(place.document_id)) != place.shelf_path:
            continue
        path, mark = place.place.path, place.place.mark
        if place.reading_id in known or not (path and mark and place.document_id and place.reading_id):
            continue
        try:
            description = describe(place.place, found.shelf)
        except BadDescription as error:
            problems[place.shelf_path] = replace(error.problems[0], reason=str(error))
            continue
        jobs.append(Job(place.shelf_path, path, mark.size, place.document_id, place.reading_id, description))
    return jobs, problems


def _write(
    connection: duckdb.DuckDBPyConnection,
    outcome: LoadOutcome,
    batches: list[Batch],
    parts: Path,
    places_seen: int,
    started: datetime,
) -> None:
    """Writes everything in one transaction and names it: the load's id follows from what it brings."""
    previous = connection.execute(
        "select coalesce(max(load_no), 0), max_by(load_id, load_no) from raw.loads"
    ).fetchone()
    last_no, last_id = previous or (0, None)
    outcome.load_id = _load_id(last_id, outcome, batches)
    connection.execute("begin")
    try:
        for table in ("documents", "claims", "claim_links", "refusals"):
            files = [str(batch.files[table]) for batch in batches if table in batch.files]
            if files:
                connection.execute(
                    f"insert into raw.{table} by name "
                    "select * replace (cast($load_id as varchar) as load_id) from read_parquet($files)",
                    {"load_id": outcome.load_id, "files": files},
                )
        insert_rows(connection, parts, "placements", _placement_rows(outcome))
        insert_rows(connection, parts, "quarantine", _quarantine_rows(outcome))
        insert_rows(connection, parts, "loads", [_load_row(outcome, last_no + 1, places_seen, started)])
        connection.execute("commit")
    except BaseException:
        with suppress(duckdb.Error):  # where the disk is full DuckDB has ended the transaction itself
            connection.execute("rollback")
        raise


def _load_id(previous: str | None, outcome: LoadOutcome, batches: list[Batch]) -> str:
    digest = hashlib.sha256(f"{previous}|{READER_VERSION}".encode())
    for shelf_path, holding in outcome.changes.placements:
        digest.update(f"|{shelf_path}|{holding.says()}".encode())
    for entry in outcome.changes.quarantine:
        digest.update(f"|{entry.shelf_path}|{entry.document_id}|{entry.problem.reason}".encode())
    for batch in batches:
        digest.update("|".join(["", *batch.reading_ids]).encode())
    return digest.hexdigest()[:32]


def _placement_rows(outcome: LoadOutcome) -> list[dict[str, object]]:
    return [
        {
            "load_id": outcome.load_id,
            "shelf_path": shelf_path,
            "status": holding.status,
            "reading_id": holding.reading_id,
            "leading_path": holding.leading_path,
        }
        for shelf_path, holding in outcome.changes.placements
    ]


def _quarantine_rows(outcome: LoadOutcome) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = []
    for entry in outcome.changes.quarantine:
        named = f"{outcome.load_id}|{entry.shelf_path}|{entry.problem.reason}"
        rows.append(
            {
                "quarantine_id": hashlib.sha256(named.encode()).hexdigest()[:32],
                "shelf_path": entry.shelf_path,
                "document_id": entry.document_id,
                "key": entry.problem.key,
                "expected": entry.problem.expected,
                "reason": entry.problem.reason,
                "load_id": outcome.load_id,
            }
        )
    return rows


def _load_row(outcome: LoadOutcome, number: int, places_seen: int, started: datetime) -> dict[str, object]:
    added = outcome.rows
    return {
        "load_id": outcome.load_id,
        "load_no": number,
        "started_at": started,
        "finished_at": _now(),
        "extractor_version": READER_VERSION,
        "places_seen": places_seen,
        "readings_added": added.get("documents", 0),
        "claims_added": added.get("claims", 0),
        "links_added": added.get("claim_links", 0),
        "refusals_added": added.get("refusals", 0),
        "quarantined": outcome.quarantined,
        "duplicates": outcome.changes.count("duplicate"),
        "withdrawn": outcome.changes.count("withdrawn"),
    }


def insert_rows(
    connection: duckdb.DuckDBPyConnection, parts: Path, table: str, rows: list[dict[str, object]]
) -> None:
    """Adds rows that this program made. WrongShape where one breaks a rule: that is a fault of ours."""
    if not rows:
        return
    accepted, refused = validate(table, pl.DataFrame(rows, schema=columns(table)))
    if refused:
        fault = refused[0]
        raise WrongShape(
            f"The batch of {table} was refused whole: {fault.column} holds {fault.found}; "
            f"expected is {fault.expected}."
        )
    file = parts / f"{table}.parquet"
    accepted.write_parquet(file)
    connection.execute(f"insert into raw.{table} by name select * from read_parquet(?)", [str(file)])


def _now() -> datetime:
    """The time in UTC without a zone, as raw stores it."""
    return datetime.now(UTC).replace(tzinfo=None)
