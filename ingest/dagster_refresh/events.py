"""The outcome of a refresh as Dagster's events: what was materialised, what was checked, why it failed."""

from collections.abc import Iterator
from typing import Any

import dagster as dg
import duckdb

from ingest.build import Node, Results
from ingest.dagster_refresh.graph import READABLE, WAREHOUSE, Graph
from ingest.outcome import Outcome
from ingest.project import Warehouse
from schemas.tables import TABLES

Event = dg.MaterializeResult | dg.AssetCheckResult  # type: ignore[type-arg]


def events(graph: Graph, outcome: Outcome, results: Results, house: Warehouse) -> Iterator[Event]:
    """Every materialisation and check of one refresh. Failure, after its checks, where it did not publish.

    `results` is what dbt said; empty where it was not started.
    """
    if outcome.published:
        rows = _row_counts(house)
        for name in TABLES:
            yield dg.MaterializeResult(asset_key=["raw", name], metadata=_counted(rows, "raw", name))
        for node in results.nodes:
            if key := graph.assets.get(node.unique_id):
                yield dg.MaterializeResult(asset_key=key, metadata=_built(node, rows, key))
        yield dg.MaterializeResult(asset_key=WAREHOUSE, metadata=_published(outcome, house))
    yield from _checks(graph, outcome, results)
    if outcome.outcome == "failed":
        raise dg.Failure(outcome.message, _metadata(outcome), allow_retries=False)


def _checks(graph: Graph, outcome: Outcome, results: Results) -> Iterator[dg.AssetCheckResult]:
    if "load" in outcome.steps:
        yield dg.AssetCheckResult(
            asset_key=READABLE.asset_key,
            check_name=READABLE.name,
            passed=not outcome.quarantined,
            severity=dg.AssetCheckSeverity.WARN,  # the rest of the shelf is published
            metadata={str(q["shelf_path"]): str(q["reason"]) for q in outcome.quarantined},
        )
    for check in outcome.raw_checks:
        yield dg.AssetCheckResult(
            asset_key=["raw", check["table"]],
            check_name=check["name"],
            passed=not check["failures"],
            description=check["message"],
            metadata={"failures": check["failures"]},
        )
    for node in results.nodes:
        if (spec := graph.tests.get(node.unique_id)) and node.status != "skipped":
            yield dg.AssetCheckResult(
                asset_key=spec.asset_key,
                check_name=spec.name,
                passed=node.status in {"pass", "warn"},
                severity=dg.AssetCheckSeverity.ERROR,
                description=node.message or None,
                metadata={"failures": node.failures or 0, "seconds": node.seconds},
            )


def _row_counts(house: Warehouse) -> dict[tuple[str, str], int]:
    """Rows by schema and table of the published warehouse."""
    with duckdb.connect(str(house.published), read_only=True) as connection:
        found = connection.execute(
            "select schema_name, table_name, estimated_size from duckdb_tables() where not internal"
        )
        return {(schema, table): count for schema, table, count in found.fetchall()}


def _counted(rows: dict[tuple[str, str], int], schema: str, table: str) -> dict[str, int]:
    """Dagster's own key for a number of rows; none where the model is a view."""
    count = rows.get((schema, table))
    return {} if count is None else {"dagster/row_count": count}


def _built(node: Node, rows: dict[tuple[str, str], int], key: dg.AssetKey) -> dict[str, float]:
    counted = _counted(rows, *key.path[-2:]) if len(key.path) > 1 else {}
    return {**counted, "seconds": node.seconds}


def _published(outcome: Outcome, house: Warehouse) -> dict[str, Any]:
    return {
        **_metadata(outcome),
        "file": dg.MetadataValue.path(str(house.published)),
        "readings_added": outcome.readings_added,
        "claims_added": outcome.claims_added,
        "observations_added": outcome.observations_added,
        "observations_changed": outcome.observations_changed,
        "observations_removed": outcome.observations_removed,
        "tests_run": outcome.tests_run,
    }


def _metadata(outcome: Outcome) -> dict[str, Any]:
    """What every outcome has, with the seconds of each step."""
    steps = {f"seconds_{name}": seconds for name, seconds in outcome.steps.items()}
    kept = {"failed_build": dg.MetadataValue.path(outcome.failed_build)} if outcome.failed_build else {}
    return {"exit_code": outcome.exit_code, "message": outcome.message, **steps, **kept}
