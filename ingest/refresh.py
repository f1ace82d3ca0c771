"""One refresh: lock, look, copy aside, load, build and test, publish. The last good warehouse always stands.

Nothing here opens the published file for writing: it is copied, and a finished build takes its place at once.
Whatever ends a run early leaves the published file as it was and at most a folder `build/` that the next run
sweeps.
"""

import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from ingest import journal, publish
from ingest.build import BuildError, Results, check_project, dbt_build
from ingest.errors import FAILED, OK, WARNED, ConfigError, FiguresError
from ingest.lock import lock
from ingest.outcome import Outcome
from ingest.project import Warehouse
from ingest.signals import stop_on_signals
from ingest.state import State, file_identity, read_state, sources_fingerprint, write_state
from ingest.survey import Survey, survey

# Hears of each step: its name, and how much of how much is done (0 of 0: it cannot be counted).
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Plan:
    """What a refresh is asked to do."""

    shelf: Path
    warehouse: Warehouse
    project: Path
    force: bool = False
    processes: int = 1
    dbt_timeout: float = 6 * 3600.0


def refresh(plan: Plan, progress: Progress = lambda step, done, total: None) -> Outcome:
    """Runs one refresh. BusyError and ConfigError are raised; every other failure is an outcome."""
    outcome = Outcome(secrets.token_hex(16), _now())
    began = time.monotonic()
    check_project(plan.project)
    with lock(plan.warehouse.lock) as held, stop_on_signals():
        try:
            _Run(plan, outcome, held, progress).go()
        except ConfigError as error:
            outcome.exit_code, outcome.message = error.code, str(error)
            publish.sweep(plan.warehouse)
            raise
        except Exception as error:
            _fail(plan.warehouse, outcome, error)
            if not isinstance(error, FiguresError):
                outcome.message = f"{outcome.message} (--debug shows where)"
        finally:
            outcome.seconds = round(time.monotonic() - began, 3)
            _note(plan.warehouse, outcome)
    return outcome


class _Run:
    """The steps of one refresh, in order; `go` is the order."""

    def __init__(self, plan: Plan, outcome: Outcome, held: int, progress: Progress) -> None:
        self.plan = plan
        self.outcome = outcome
        self.held = held
        self.progress = progress

    def go(self) -> None:
        house = self.plan.warehouse
        with self.step("look"):
            publish.sweep(house)
            state = read_state(house.state)
            found = survey(self.plan.shelf, state.known)
            fingerprint = f"{found.fingerprint()}-{sources_fingerprint(self.plan.project)}"
        self.outcome.waiting = sorted(found.waiting)
        if not self.plan.force and self.is_published(state, fingerprint):
            self.say_nothing_new()
            return
        journal.write_start(house.journal, self.outcome.refresh_id, self.outcome.started_at)
        with self.step("copy"):
            publish.copy_aside(house)
        with self.step("load"):
            complete = self.load(found)
        with self.step("check"):
            self.check()
        with self.step("build"):
            results = self.build()
        with self.step("audit"):
            self.audit(results)
        with self.step("publish"):
            publish.swap_in(house)
        self.outcome.published = True
        # A file that changed under the reader's hands is looked at again, whatever its marks say.
        kept = State(fingerprint, file_identity(house.published), found.known()) if complete else State()
        write_state(house.state, kept)
        publish.sweep(house)
        self.say_published()

    def is_published(self, state: State, fingerprint: str) -> bool:
        identity = file_identity(self.plan.warehouse.published)
        return bool(identity) and state.fingerprint == fingerprint and state.published == identity

    def load(self, found: Survey) -> bool:
        """Loads what is new; True where every file was read as it was found."""
        from ingest.intake import load_into  # duckdb, polars and pandera: only where something is loaded

        progress = lambda done, total: self.progress("load", done, total)  # noqa: E731
        loaded = load_into(self.plan.warehouse, found, self.plan.processes, progress)
        out = self.outcome
        out.load_id = loaded.load_id
        out.readings_added = loaded.rows.get("documents", 0)
        out.claims_added = loaded.rows.get("claims", 0)
        out.links_added = loaded.rows.get("claim_links", 0)
        out.refusals_added = loaded.rows.get("refusals", 0)
        out.duplicates = loaded.changes.count("duplicate")
        out.withdrawn = loaded.changes.count("withdrawn")
        out.quarantined = [
            {"shelf_path": q.shelf_path, "key": q.problem.key, "reason": q.problem.reason}
            for q in loaded.changes.quarantine
        ]
        out.waiting = sorted({*out.waiting, *loaded.waiting})
        return loaded.waiting == found.waiting

    def check(self) -> None:
        """Looks across the raw tables, since dbt would build on anything."""
        from ingest.raw_checks import check_build

        self.outcome.raw_checks = results = check_build(self.plan.warehouse.build)
        if broken := [result["message"] for result in results if result["failures"]]:
            raise FiguresError(" ".join(broken))

    def build(self) -> Results:
        plan = self.plan
        results = dbt_build(
            plan.project,
            plan.warehouse,
            self.held,
            plan.dbt_timeout,
            lambda done, total: self.progress("build", done, total),
        )
        self.outcome.models_built = results.count("model")
        self.outcome.tests_run = results.count("test")
        return results

    def audit(self, results: Results) -> None:
        """Looks at the finished build as its readers will."""
        from ingest.summary import summarise

        self.outcome.summary = summarise(self.plan.warehouse.build)

    def say_nothing_new(self) -> None:
        self.outcome.outcome, self.outcome.exit_code = "nothing_new", OK
        self.outcome.message = "Nothing new: the published warehouse stands."

    def say_published(self) -> None:
        out = self.outcome
        out.outcome = "published"
        out.exit_code = WARNED if out.quarantined else OK
        out.message = f"Published {self.plan.warehouse.published}."
        if out.quarantined:
            count = len(out.quarantined)
            out.message += f" {count} report{'s' if count > 1 else ''} could not be read."

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        self.progress(name, 0, 0)
        began = time.monotonic()
        try:
            yield
        finally:
            self.outcome.steps[name] = round(time.monotonic() - began, 3)


def _fail(house: Warehouse, outcome: Outcome, error: Exception) -> None:
    """Puts a failure into the outcome and keeps the failed build for a look."""
    outcome.outcome, outcome.exit_code = "failed", FAILED
    said = str(error).rstrip(".") if isinstance(error, FiguresError) else f"{type(error).__name__}: {error}"
    last = "the last good warehouse stands" if house.published.exists() else "no warehouse was published yet"
    outcome.message = f"{said}; {last}."
    if isinstance(error, BuildError):
        outcome.tests_run = error.results.count("test")
        outcome.tests_failed = error.results.tests_failed
        failed = publish.keep_failed(house)
        if failed:
            from ingest.failures import write_failures

            outcome.failed_build = str(failed)
            outcome.failures = write_failures(failed, error.results)
            outcome.message += f" The failed build and its failing rows are in {failed.parent}."
    else:
        publish.sweep(house)


def _note(house: Warehouse, outcome: Outcome) -> None:
    """Writes the end of the run into the journal; a journal that cannot be written stops nothing."""
    entry = journal.Entry(
        **{
            name: getattr(outcome, name)
            for name in journal.Entry.__dataclass_fields__
            if name not in {"finished_at", "quarantined"}
        },
        finished_at=_now(),
        quarantined=len(outcome.quarantined),
    )
    try:
        journal.write_end(house.journal, entry, outcome.steps)
    except OSError as error:
        outcome.message += f" The journal could not be written: {error.strerror}."


def _now() -> str:
    return datetime.now(UTC).replace(tzinfo=None).isoformat(timespec="microseconds")
