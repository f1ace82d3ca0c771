"""What Dagster loads: `dagster dev -m ingest.dagster_refresh.definitions`."""

from ingest.dagster_refresh.graph import graph_of
from ingest.dagster_refresh.location import code_location
from ingest.dagster_refresh.manifest import read_manifest
from ingest.dagster_refresh.resource import Figures

_figures = Figures()
_plan = _figures.plan()

defs = code_location(_figures, graph_of(read_manifest(_plan.project, _plan.warehouse)))
