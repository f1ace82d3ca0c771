"""Runs of the refresh under Dagster, in this process and without a daemon."""

import sys
from pathlib import Path
from typing import Any

import duckdb

from ingest.dagster_refresh.graph import Graph
from ingest.dagster_refresh.location import code_location
from ingest.dagster_refresh.resource import Figures
from ingest.project import Warehouse
from ingest.raw_tables import raw_ddl


def publish_empty(figures: Figures) -> None:
    """Publishes a warehouse that holds no report yet."""
    published = figures.plan().warehouse.published
    published.parent.mkdir(parents=True)
    with duckdb.connect(str(published)) as connection:
        for statement in raw_ddl():
            connection.execute(statement)


def played_back(warehouse: Warehouse, folder: Path) -> str:
    """A command in place of dbt that leaves what dbt left of the refresh of a warehouse."""
    script = folder / "dbt.py"
    script.write_text(
        "import os, shutil, sys\n"
        "target = sys.argv[sys.argv.index('--target-path') + 1]\n"
        f"shutil.copy({str(warehouse.target / 'run_results.json')!r}, target)\n"
        f"shutil.copy({str(warehouse.published)!r}, os.environ['FIGURES_DB'])\n",
        "utf-8",
    )
    return f"{sys.executable} {script}"


def run(figures: Figures, graph: Graph, force: bool = True) -> Any:
    """One run of the job in this process; never raises."""
    job = code_location(figures, graph).resolve_job_def("refresh_figures")
    config = {"ops": {"refresh": {"config": {"force": force}}}}
    return job.execute_in_process(run_config=config, raise_on_error=False)


def reason(result: Any) -> str:
    """The sentence with which the run failed."""
    (failure,) = [event for event in result.all_events if event.is_step_failure]
    return failure.step_failure_data.user_failure_data.description


def materialised(result: Any) -> set[str]:
    return {event.asset_key.to_user_string() for event in result.get_asset_materialization_events()}


def checks(result: Any) -> dict[str, bool]:
    return {check.check_name: check.passed for check in result.get_asset_check_evaluations()}
