"""The steps of one refresh, in their order. Whatever ends it early leaves the published file as it was."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from ingest import history, journal, publish
from ingest.build import Dbt, Results
from ingest.errors import OK, WARNED, FiguresError
from ingest.guard import guard, guard_shelf
from ingest.log import log
from ingest.outcome import Outcome
from ingest.project import Warehouse
from ingest.state import State, file_identity, read_state, seeds_fingerprint, sources_fingerprint, write_state
from ingest.survey import Survey, survey

# Hears of each step: its name, and how much of how much is done (0 of 0: it cannot be counted).
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Plan:
    """What a refresh is asked to do."""

    shelf: Path
    warehouse: Warehouse
    project: Path
    force: bool = False  # build even where nothing is new
    processes: int = 1
    dbt_timeout: float = 6 * 3600.0  # seconds
    publish: bool = True  # False: show the difference only
    accept: bool = False  # publish whatever vanishes or changes
    max_change: float = 0.25  # share of the published observations that may change without --accept
    keep: int = 5  # earlier warehouses kept
    source_max_age: float | None = None  # days
    hook: str = ""
    hook_seconds: float = 30.0


@dataclass(frozen=True)
class Look:
    """What stands on the shelf and in the project, beside what was published last."""

    found: Survey
    state: State
    fingerprint: str
    has_news: bool


def look(plan: Plan) -> Look:
    """Compares the shelf and the project with what the published warehouse was built from."""
    state = read_state(plan.warehouse.state)
    found = survey(plan.shelf, state.known)
    fingerprint = f"{found.fingerprint()}-{sources_fingerprint(plan.project)}"
    identity = file_identity(plan.warehouse.published)
    stands = bool(identity) and state.fingerprint == fingerprint and state.published == identity
    return Look(found, state, fingerprint, not stands)


class Run:
    """One refresh under the lock; `go` is the order of its steps."""

    def __init__(self, plan: Plan, outcome: Outcome, held: int, progress: Progress) -> None:
        self.plan = plan
        self.house = plan.warehouse
        self.outcome = outcome
        self.held = held
        self.progress = progress
        self.results = Results()
        self.unread = 0

    def go(self) -> None:
        with self.step("look"):
            publish.sweep(self.house)
            seen = look(self.plan)
        self.outcome.waiting = sorted(seen.found.waiting)
        if not (self.plan.force or seen.has_news):
            self.say_nothing_new(seen)
            return
        if self.plan.publish:
            journal.write_start(self.house.journal, self.outcome.refresh_id, self.outcome.started_at)
        with Dbt(self.plan.project, self.house, self.held) as dbt:
            with self.step("copy"):
                publish.copy_aside(self.house)
            with self.step("load"):
                is_complete = self.load(seen.found)
            with self.step("check"):
                self.check()
            with self.step("build"):
                self.build(dbt)
        with self.step("audit"):
            self.audit(seen.state)
        if not self.plan.publish:
            publish.sweep(self.house)
            self.outcome.outcome, self.outcome.exit_code = "compared", OK
            self.outcome.message = "Compared; nothing was published."
            return
        with self.step("publish"):
            self.publish(seen, is_complete)
        self.say_published()

    def load(self, found: Survey) -> bool:
        """Loads what is new; True where every file was read as it was found."""
        from ingest.intake import load_into  # duckdb, polars and pandera: only where something is loaded

        loaded = load_into(
            self.house, found, self.plan.processes, lambda done, total: self.progress("load", done, total)
        )
        out = self.outcome
        out.load_id = loaded.load_id
        out.readings_added = loaded.rows.get("documents", 0)
        out.claims_added = loaded.rows.get("claims", 0)
        out.links_added = loaded.rows.get("claim_links", 0)
        out.refusals_added = loaded.rows.get("refusals", 0)
        out.duplicates = loaded.changes.count("duplicate")
        out.withdrawn = loaded.changes.count("withdrawn")
        if self.plan.publish and not self.plan.accept and not found.places:
            guard_shelf(self.plan.shelf, out.withdrawn)
        out.quarantined = [
            {"shelf_path": q.shelf_path, "key": q.problem.key, "reason": q.problem.reason}
            for q in loaded.changes.quarantine
        ]
        out.waiting = sorted({*out.waiting, *loaded.waiting})
        return loaded.waiting == found.waiting

    def check(self) -> None:
        """Looks across the raw tables, since dbt would build on anything."""
        from ingest.decisions import check_decisions

        check_decisions(self.plan.project)
        from ingest.raw_checks import check_build

        self.outcome.raw_checks = results = check_build(self.house.build)
        if broken := [result["message"] for result in results if result["failures"]]:
            raise FiguresError(" ".join(broken))

    def build(self, dbt: Dbt) -> None:
        self.results = dbt.build(
            self.plan.dbt_timeout, lambda done, total: self.progress("build", done, total)
        )
        self.outcome.models_built = self.results.count("model")
        self.outcome.tests_run = self.results.count("test")

    def audit(self, state: State) -> None:
        """Looks at the finished build as its readers will, and at what it changes for them."""
        import duckdb

        from ingest.diff import compare
        from ingest.freshness import quarantined, sources
        from ingest.summary import summarise, unmatched_decisions

        out = self.outcome
        out.summary = summarise(self.house.build)
        with duckdb.connect(self.house.build, read_only=True) as connection:
            out.stale_sources = [
                s.publisher for s in sources(connection, self.plan.source_max_age) if s.is_stale
            ]
            out.warnings += unmatched_decisions(connection)
            self.unread = len(quarantined(connection))
        diff = compare(self.house.published, self.house.build)
        out.diff = diff.as_dict()
        seen = diff.observations
        out.observations_added, out.observations_changed = seen.added, seen.changed
        out.observations_removed = seen.removed
        if self.plan.publish and not self.plan.accept:
            seeds_changed = bool(state.seeds) and state.seeds != seeds_fingerprint(self.plan.project)
            guard(diff, self.plan.max_change, seeds_changed)

    def publish(self, seen: Look, is_complete: bool) -> None:
        history.keep(self.house, self.plan.keep)
        publish.swap_in(self.house)
        self.outcome.published = True
        # A file that changed under the reader's hands is looked at again, whatever its marks say.
        write_state(
            self.house.state,
            State(
                seen.fingerprint if is_complete else "",
                file_identity(self.house.published),
                seeds_fingerprint(self.plan.project),
                self.unread,
                seen.found.known() if is_complete else {},
            ),
        )
        publish.sweep(self.house)

    def say_nothing_new(self, seen: Look) -> None:
        out = self.outcome
        out.outcome, out.exit_code = "nothing_new", OK
        out.message = "Nothing new: the published warehouse stands."
        if unread := seen.state.unread:
            out.message += f" {unread:,} report{'s' if unread > 1 else ''} cannot be read: figures status."
        if self.plan.source_max_age is not None:
            import duckdb

            from ingest.freshness import sources

            with duckdb.connect(self.house.published, read_only=True) as connection:
                found = sources(connection, self.plan.source_max_age)
            out.stale_sources = [source.publisher for source in found if source.is_stale]
            self._warn_of_stale_sources()
        known = seen.found.known()
        if known != seen.state.known:  # touched, not changed: the new times spare the next run a look
            state = seen.state
            write_state(self.house.state, replace(state, known=known))

    def say_published(self) -> None:
        out = self.outcome
        out.outcome = "published"
        out.exit_code = WARNED if out.quarantined or out.warnings else OK
        out.message = f"Published {self.house.published}."
        if out.quarantined:
            count = len(out.quarantined)
            out.message += f" {count} report{'s' if count > 1 else ''} could not be read."
        self._warn_of_stale_sources()

    def _warn_of_stale_sources(self) -> None:
        if self.outcome.stale_sources:
            self.outcome.exit_code = WARNED
            named = ", ".join(self.outcome.stale_sources)
            self.outcome.message += f" Stale: {named} brought nothing for {self.plan.source_max_age:g} days."

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        self.progress(name, 0, 0)
        began = time.monotonic()
        log(self.house.logs, "step", refresh_id=self.outcome.refresh_id, step=name)
        try:
            yield
        finally:
            self.outcome.steps[name] = round(time.monotonic() - began, 3)
