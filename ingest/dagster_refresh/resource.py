"""Where a refresh under Dagster reads and writes."""

import os
from pathlib import Path

import dagster as dg

from ingest.project import REPORTS, WAREHOUSE, Warehouse, dbt_project
from ingest.refresh import Plan


class Figures(dg.ConfigurableResource):  # type: ignore[type-arg]
    """The shelf and the warehouse. Where they are not configured, those of the command line."""

    reports: str = ""
    warehouse: str = ""
    processes: int = 1

    def plan(self, force: bool = False) -> Plan:
        """What a refresh is asked to do."""
        return Plan(
            shelf=_folder(self.reports, "FIGURES_REPORTS", REPORTS),
            warehouse=Warehouse(_folder(self.warehouse, "FIGURES_WAREHOUSE", WAREHOUSE)),
            project=dbt_project(),
            force=force,
            processes=self.processes,
        )


def _folder(configured: str, variable: str, default: Path) -> Path:
    return Path(configured or os.environ.get(variable) or default).resolve()
