"""Asks for a refresh when there is something new."""

from typing import Any

import dagster as dg

from ingest.dagster_refresh.graph import SHELF
from ingest.dagster_refresh.resource import Figures
from ingest.errors import ConfigError
from ingest.state import file_identity, read_state, sources_fingerprint
from ingest.survey import survey


def new_reports_sensor(job: Any) -> dg.SensorDefinition:
    """A sensor that looks every minute whether shelf, models and seeds are what was published.

    It asks once for each new content: one that cannot be built is tried again by the schedule, not every
    minute. A request has no run key, since Dagster would then never again refresh a shelf that is put back to
    what it was.
    """

    @dg.sensor(job=job, minimum_interval_seconds=60, default_status=dg.DefaultSensorStatus.STOPPED)
    def new_reports(context: dg.SensorEvaluationContext, figures: Figures) -> dg.SensorResult | dg.SkipReason:
        plan = figures.plan()
        state = read_state(plan.warehouse.state)
        try:
            found = survey(plan.shelf, state.known)
        except ConfigError as error:
            return dg.SkipReason(str(error))
        if found.waiting:
            return dg.SkipReason(f"Something is still being written in {', '.join(sorted(found.waiting))}.")
        fingerprint = f"{found.fingerprint()}-{sources_fingerprint(plan.project)}"
        if fingerprint == state.fingerprint and state.published == file_identity(plan.warehouse.published):
            return dg.SkipReason("Nothing new: the published warehouse stands.")
        if fingerprint == context.cursor:
            return dg.SkipReason("A refresh was already asked for; the schedule tries again.")
        seen = dg.AssetObservation(
            SHELF,
            metadata={"places": len(found.places)},
            tags={"dagster/data_version": found.fingerprint()},
        )
        return dg.SensorResult(run_requests=[dg.RunRequest()], cursor=fingerprint, asset_events=[seen])

    return new_reports
