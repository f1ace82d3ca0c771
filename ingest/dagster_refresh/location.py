"""The code location: everything that Dagster is told of."""

import dagster as dg

from ingest.dagster_refresh.assets import refresh_assets
from ingest.dagster_refresh.graph import SHELF, Graph
from ingest.dagster_refresh.resource import Figures
from ingest.dagster_refresh.sensor import new_reports_sensor

MORNING = "15 6 * * *"


def code_location(figures: Figures, graph: Graph) -> dg.Definitions:
    """Assets, job, schedule and sensor. Schedule and sensor are off until somebody turns them on."""
    shelf = dg.AssetSpec(
        SHELF, group_name="shelf", description="The reports and their report.yml; the sensor observes them."
    )
    assets = refresh_assets(graph)
    job = dg.define_asset_job(
        "refresh_figures",
        selection=dg.AssetSelection.assets(assets),
        description="Reads what is new on the shelf, builds and tests the warehouse, and publishes it whole.",
    )
    return dg.Definitions(
        assets=[shelf, assets],
        jobs=[job],
        schedules=[dg.ScheduleDefinition("every_morning", job=job, cron_schedule=MORNING)],
        sensors=[new_reports_sensor(job)],
        resources={"figures": figures},
    )
