"""One refresh: the lock, the run, the journal, and whoever is to be told. The last good warehouse stands.

Nothing here opens the published file for writing: it is copied, and a finished build takes its place at once
(ingest.run, ingest.publish).
"""

import os
import time
from datetime import UTC, datetime
from typing import Any

from ingest import journal, lineage, publish
from ingest.build import BuildError, check_project
from ingest.errors import FAILED, ConfigError, DamagedError, FiguresError
from ingest.hook import call_hook
from ingest.lock import lock
from ingest.log import log
from ingest.outcome import Outcome
from ingest.project import Warehouse
from ingest.run import Plan, Progress, Run, look
from ingest.signals import stop_on_signals

_FULL = ("No space left on device", "File too large", "Disk quota exceeded")

__all__ = ["Outcome", "Plan", "Progress", "fingerprint", "refresh"]


def refresh(plan: Plan, progress: Progress = lambda step, done, total: None, debug: bool = False) -> Outcome:
    """Runs one refresh. BusyError and ConfigError are raised; every other failure is an outcome.

    `debug` raises the failures that are no FiguresError, too.
    """
    outcome = Outcome(os.urandom(16).hex(), _now(), warehouse=str(plan.warehouse.published))
    began = time.monotonic()
    check_project(plan.project)
    with stop_on_signals():
        with lock(plan.warehouse.lock) as held:
            run = Run(plan, outcome, held, progress)
            try:
                run.go()
            except ConfigError as error:
                outcome.exit_code, outcome.message = error.code, str(error)
                publish.sweep(plan.warehouse)
                raise
            except Exception as error:
                if outcome.published:  # the new warehouse stands; only what comes after it is lost
                    run.say_published()
                    outcome.warnings.append(f"{_said(error)}, after the publish.")
                else:
                    _fail(run, error)
                if debug and not isinstance(error, FiguresError):
                    raise
            finally:
                outcome.finished_at = _now()
                outcome.seconds = round(time.monotonic() - began, 3)
                if plan.publish:
                    _note(plan.warehouse, run)
        _tell(plan, outcome)
    return outcome


def fingerprint(plan: Plan) -> str:
    """Changes when a refresh would have something to do; needs no lock and opens no database."""
    return look(plan).fingerprint


def _fail(run: Run, error: Exception) -> None:
    """Puts a failure into the outcome and keeps the failed build for a look."""
    house, outcome = run.house, run.outcome
    outcome.outcome, outcome.exit_code = "failed", FAILED
    last = "the last good warehouse stands" if house.published.exists() else "no warehouse was published yet"
    outcome.message = f"{_said(error)}." if isinstance(error, DamagedError) else f"{_said(error)}; {last}."
    if isinstance(error, BuildError):
        run.results = error.results
        outcome.tests_run = error.results.count("test")
        outcome.tests_failed = error.results.tests_failed
    if isinstance(error, BuildError) and not _is_full(error):
        _keep_failed(house, outcome, error)
    else:  # where the disk is full, a build that is kept would take the room from the next run
        publish.sweep(house)


def _keep_failed(house: Warehouse, outcome: Outcome, error: BuildError) -> None:
    failed = publish.keep_failed(house)
    if failed is None:
        return
    from ingest.failures import advice, write_failures

    outcome.failed_build = str(failed)
    try:
        outcome.failures = write_failures(failed, error.results)
        outcome.message += advice(outcome.failures)
        outcome.message += f" The failed build is kept in {failed.parent}, dbt's log in {house.logs}."
    except OSError as problem:
        outcome.message += f" The failed build is in {failed.parent}; its rows are not: {problem.strerror}."


def _said(error: Exception) -> str:
    said = " ".join(str(error).split()).rstrip(".")
    if isinstance(error, OSError) and error.strerror:
        said = error.strerror + (f" ({error.filename})" if error.filename else "")
    if _is_full(error):
        return f"No room is left on the disk: {said}"
    if isinstance(error, FiguresError | OSError):
        return said
    return f"{type(error).__name__}: {said} (--debug shows where)"


def _is_full(error: Exception) -> bool:
    """Whether a write failed for want of room, in whichever program's words."""
    return any(words in str(error) for words in _FULL)


def _note(house: Warehouse, run: Run) -> None:
    """Writes the end of the run into the journal and the log; neither can stop anything."""
    outcome = run.outcome
    fields: dict[str, Any] = {
        name: getattr(outcome, name) for name in journal.Entry.__dataclass_fields__ if name != "quarantined"
    }
    entry = journal.Entry(**fields, quarantined=len(outcome.quarantined))
    results = [
        [node.unique_id, node.kind, node.status, round(node.seconds, 3), node.failures]
        for node in run.results.nodes
    ]
    try:
        journal.write_end(house.journal, entry, outcome.steps, results)
    except OSError as error:
        outcome.warnings.append(f"The journal could not be written: {error.strerror}.")
    log(house.logs, "end", **vars(entry), steps=outcome.steps, warnings=outcome.warnings)


def _tell(plan: Plan, outcome: Outcome) -> None:
    """Tells those who want to know, when the lock is free and the result stands."""
    if "build" in outcome.steps and lineage.wanted():
        problem = lineage.send(plan.warehouse.target, plan.project, plan.warehouse.published)
        if problem:
            outcome.warnings.append(problem)
    if plan.hook and plan.publish:
        problem = call_hook(plan.hook, outcome.as_dict(), plan.hook_seconds)
        if problem:
            outcome.warnings.append(problem)


def _now() -> str:
    return datetime.now(UTC).replace(tzinfo=None).isoformat(timespec="microseconds")
