"""Sends the events of one dbt build: `python -m ingest.lineage_events TARGET DBT_PROJECT`.

Only `lineage.send` starts it. One run stands for the whole build; its children are the runs of each model and
of each set of tests, as OpenLineage's own reader of dbt's artifacts makes them. Ends with code 1 at the first
event that the collector does not take.
"""

import json
import os
import sys
from pathlib import Path
from typing import Any

from openlineage.client.client import OpenLineageClient
from openlineage.client.event_v2 import Job, Run, RunEvent, RunState
from openlineage.client.facet_v2 import error_message_run, job_type_job
from openlineage.client.uuid import generate_new_uuid
from openlineage.common.provider.dbt import (  # type: ignore[import-untyped]
    DbtLocalArtifactProcessor,
    ParentRunMetadata,
)
from openlineage.common.provider.dbt.utils import (  # type: ignore[import-untyped]
    PRODUCER,
    get_parent_run_metadata,
)

NAMESPACE = "report-figures"
TARGET = "publish"
_GOOD = {"success", "pass", "warn", "skipped", "no-op"}


def build_events(target: Path, dbt_project: Path) -> list[RunEvent]:
    """Start and end of the build, around those of every model and test that it ran."""
    results = json.loads((target / "run_results.json").read_text("utf-8"))
    namespace = os.environ.get("OPENLINEAGE_NAMESPACE", NAMESPACE)
    processor = DbtLocalArtifactProcessor(
        producer=PRODUCER,
        project_dir=str(dbt_project),
        target=TARGET,
        target_path=str(target),
        job_namespace=namespace,
    )
    build = Build(results, namespace, processor.job_name)
    processor.dbt_run_metadata = build.as_parent()
    return [build.start(), *processor.parse().events(), build.end()]


class Build:
    """The run that the models and tests of one build belong to."""

    def __init__(self, results: dict[str, Any], namespace: str, job_name: str) -> None:
        self.results = results
        self.job = Job(
            namespace,
            job_name,
            {
                "jobType": job_type_job.JobTypeJobFacet(
                    jobType="JOB", integration="DBT", processingType="BATCH", producer=PRODUCER
                )
            },
        )
        self.run_id = str(generate_new_uuid())
        self.scheduler: ParentRunMetadata | None = get_parent_run_metadata()

    def as_parent(self) -> ParentRunMetadata:
        """What a model names as its parent; the root is the scheduler's run where there is one."""
        above = self.scheduler
        root = (self.run_id, self.job.name, self.job.namespace)
        if above:
            root = (
                above.root_parent_run_id or above.run_id,
                above.root_parent_job_name or above.job_name,
                above.root_parent_job_namespace or above.job_namespace,
            )
        return ParentRunMetadata(
            run_id=self.run_id,
            job_name=self.job.name,
            job_namespace=self.job.namespace,
            root_parent_run_id=root[0],
            root_parent_job_name=root[1],
            root_parent_job_namespace=root[2],
        )

    def start(self) -> RunEvent:
        started = [
            t["started_at"] for r in self.results["results"] for t in r["timing"] if t.get("started_at")
        ]
        return self._event(RunState.START, min(started, default=self.results["metadata"]["generated_at"]))

    def end(self) -> RunEvent:
        failed = [r for r in self.results["results"] if r["status"] not in _GOOD]
        state = RunState.FAIL if failed else RunState.COMPLETE
        event = self._event(state, self.results["metadata"]["generated_at"])
        if failed:
            lines = [f"{r['unique_id']}: {r.get('message') or r['status']}" for r in failed]
            why = error_message_run.ErrorMessageRunFacet("\n".join(lines), programmingLanguage="SQL")
            event.run.facets = {**(event.run.facets or {}), "errorMessage": why}
        return event

    def _event(self, state: RunState, time: str) -> RunEvent:
        facets: dict[str, Any] = {"parent": self.scheduler.to_openlineage()} if self.scheduler else {}
        return RunEvent(
            eventType=state, eventTime=time, run=Run(self.run_id, facets), job=self.job, producer=PRODUCER
        )


def main() -> None:
    """Send every event; the collector is the one that OpenLineage's environment variables name."""
    target, dbt_project = map(Path, sys.argv[1:])
    client = OpenLineageClient()
    for event in build_events(target, dbt_project):
        client.emit(event)
    client.close(timeout=30)


if __name__ == "__main__":
    main()
