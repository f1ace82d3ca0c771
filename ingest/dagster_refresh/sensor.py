"""Asks for a refresh when there is something new."""

from typing import Any

import dagster as dg

from ingest.dagster_refresh.graph import SHELF
from ingest.dagster_refresh.resource import Figures
from ingest.errors import ConfigError
from ingest.run import look


def new_reports_sensor(job: Any) -> dg.SensorDefinition:
    """A sensor that looks every minute whether shelf, models and seeds are what was published.

    It asks once for each new content: one that cannot be built is tried again by the schedule, not every
    minute. A request has no run key, since Dagster would then never again refresh a shelf that is put back to
    what it was.
    """

    @dg.sensor(job=job, minimum_interval_seconds=60, default_status=dg.DefaultSensorStatus.STOPPED)
    def new_reports(context: dg.SensorEvaluationContext, figures: Figures) -> dg.SensorResult | dg.SkipReason:
        try:
            seen = look(figures.plan())
        except ConfigError as error:
            return dg.SkipReason(str(error))
        if seen.found.waiting:
            folders = ", ".join(sorted(seen.found.waiting))
            return dg.SkipReason(f"Something is still being written in {folders}.")
        if not seen.has_news:
            return dg.SkipReason("Nothing new: the published warehouse stands.")
        if seen.fingerprint == context.cursor:
            return dg.SkipReason("A refresh was already asked for; the schedule tries again.")
        shelf = dg.AssetObservation(
            SHELF,
            metadata={"places": len(seen.found.places)},
            tags={"dagster/data_version": seen.found.fingerprint()},
        )
        return dg.SensorResult(run_requests=[dg.RunRequest()], cursor=seen.fingerprint, asset_events=[shelf])

    return new_reports
