"""The whole refresh as one step of Dagster: it is materialised as a whole or not at all."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import dagster as dg

from ingest.build import Node, Results
from ingest.dagster_refresh.events import Event, events
from ingest.dagster_refresh.graph import Graph
from ingest.dagster_refresh.resource import Figures
from ingest.errors import BusyError, ConfigError
from ingest.journal import read_ends
from ingest.outcome import Outcome
from ingest.refresh import Plan, refresh

PARTS_REFUSED = "A refresh is published whole or not at all: run the job refresh_figures, not a part of it."


class Options(dg.Config):
    """Of one run."""

    force: bool = False  # build even where nothing is new
    accept: bool = False  # publish although figures vanish or many change


def refresh_assets(graph: Graph) -> dg.AssetsDefinition:
    """The assets and checks of the graph, materialised by `ingest.refresh.refresh`."""

    # Of a step that cannot be subset Dagster wants the result of every check, which a refresh with nothing
    # new does not have. So it can be, and refuses to be.
    @dg.multi_asset(name="refresh", specs=graph.specs, check_specs=graph.checks, can_subset=True)
    def refresh_step(context: dg.AssetExecutionContext, config: Options, figures: Figures) -> Iterator[Event]:
        def tell(step: str, done: int, total: int) -> None:
            if not done:
                context.log.info(step)

        if context.selected_asset_keys != {spec.key for spec in graph.specs}:
            raise dg.Failure(PARTS_REFUSED, allow_retries=False)
        try:
            plan = figures.plan(*(f"--{name}" for name, is_set in config if is_set))
            outcome = refresh(plan, tell)
        except BusyError as error:
            # The other run does the work, so this one has nothing to do and has not failed.
            context.log.warning(str(error))
            return
        except ConfigError as error:
            raise dg.Failure(str(error), {"exit_code": error.code}, allow_retries=False) from None
        for warning in outcome.warnings:
            context.log.warning(warning)
        context.log.info(outcome.message)
        for event in events(graph, outcome, _results(plan, outcome), plan.warehouse):
            if isinstance(event, dg.MaterializeResult) or _key(event) in context.selected_asset_check_keys:
                yield event

    return refresh_step


def _results(plan: Plan, outcome: Outcome) -> Results:
    """What became of dbt's models and tests in this run, as the journal knows it.

    dbt's own file may be gone: the lock is free, so another refresh may be building.
    """
    for entry, rows in reversed(read_ends(plan.warehouse.journal)):
        if entry.refresh_id == outcome.refresh_id:
            said = {failure["name"]: failure["message"] for failure in outcome.failures}
            return Results([_node(row, said) for row in rows if row[1] != "step"])
    return Results()


def _node(row: list[Any], said: dict[str, str | None]) -> Node:
    unique_id, _, status, seconds, failures = row
    node = Node(unique_id, status, seconds, None, failures, None)
    return replace(node, message=said.get(node.name))


def _key(check: dg.AssetCheckResult) -> dg.AssetCheckKey:
    """Which check a result is of; `events` always names both parts."""
    assert check.asset_key and check.check_name
    return dg.AssetCheckKey(check.asset_key, check.check_name)
