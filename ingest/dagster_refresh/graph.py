"""The assets and checks of the graph, as data: what there is, and what stands on what."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import dagster as dg
from dagster_dbt import DagsterDbtTranslator, DagsterDbtTranslatorSettings, build_dbt_asset_specs

from ingest import raw_checks
from schemas.tables import TABLES

SHELF = dg.AssetKey("shelf")
WAREHOUSE = dg.AssetKey("warehouse")
READABLE = dg.AssetCheckSpec(
    "every_report_can_be_read",
    asset=dg.AssetKey(["raw", "quarantine"]),
    description="No report was quarantined in this run. One that was is left out; the rest is published.",
)


class _Translator(DagsterDbtTranslator):
    def get_group_name(self, dbt_resource_props: Mapping[str, Any]) -> str | None:
        """The layer: staging, baselines, marts, or seeds."""
        schema = dbt_resource_props.get("config", {}).get("schema")
        return str(schema) if schema else None


@dataclass(frozen=True)
class Graph:
    """Specs of the assets and checks; `assets` and `tests` find them by dbt's unique id."""

    specs: list[dg.AssetSpec]
    checks: list[dg.AssetCheckSpec]
    assets: dict[str, dg.AssetKey]
    tests: dict[str, dg.AssetCheckSpec]


def graph_of(manifest: Mapping[str, Any]) -> Graph:
    """The graph of a dbt project: what a refresh loads, what dbt builds and tests, what is published."""
    # Tests become checks below, all of them: dbt's own translation leaves out a test of several models.
    translator = _Translator(settings=DagsterDbtTranslatorSettings(enable_asset_checks=False))
    built = build_dbt_asset_specs(manifest=manifest, dagster_dbt_translator=translator)
    assets = {str(spec.metadata["dagster_dbt/unique_id"]): spec.key for spec in built}
    sources = {uid: dg.AssetKey(["raw", node["name"]]) for uid, node in manifest["sources"].items()}
    tests = {
        uid: dg.AssetCheckSpec(
            node["name"],
            asset=tested_by(node, assets | sources),
            description=node.get("description") or None,
            # dbt skips what stands on a model whose test failed, and nothing of the build is published.
            blocking=True,
        )
        for uid, node in manifest["nodes"].items()
        if node["resource_type"] == "test"
    }
    raw = [
        dg.AssetSpec(
            ["raw", name],
            deps=[SHELF],
            group_name="raw",
            description=(model.__doc__ or "").strip(),
            kinds={"duckdb"},
            skippable=True,
        )
        for name, model in TABLES.items()
    ]
    published = dg.AssetSpec(
        WAREHOUSE,
        deps=[spec.key for spec in built],
        group_name="published",
        description="The DuckDB file that readers open: built aside, tested, then swapped in whole.",
        kinds={"duckdb"},
        skippable=True,
    )
    stops_dbt = [
        dg.AssetCheckSpec(check.name, asset=_checked(check), description=check.promise, blocking=True)
        for check in raw_checks.CHECKS
    ]
    return Graph(
        specs=[*raw, *(spec.replace_attributes(skippable=True) for spec in built), published],
        checks=[READABLE, *stops_dbt, *tests.values()],
        assets=assets,
        tests=tests,
    )


def _checked(check: raw_checks.Check) -> dg.AssetKey:
    return dg.AssetKey(["raw", check.table])


def tested_by(node: Mapping[str, Any], assets: Mapping[str, dg.AssetKey]) -> dg.AssetKey:
    """What a test is a check of: its model, or the published whole where it looks at several."""
    named = node.get("attached_node")
    parents = [named] if named else node["depends_on"]["nodes"]
    return assets[parents[0]] if len(parents) == 1 else WAREHOUSE
