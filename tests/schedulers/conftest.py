"""The graph that Dagster shows, parsed once, and one refresh by Dagster."""

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from ingest.project import DBT_PROJECT, REPORTS, Warehouse
from tests.command import Refreshed
from tests.once import made_once

if TYPE_CHECKING:
    from ingest.dagster_refresh.graph import Graph
    from ingest.dagster_refresh.resource import Figures


@pytest.fixture(scope="session")
def parsed(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """A warehouse folder in which dbt's manifest is parsed already."""
    from ingest.dagster_refresh.manifest import read_manifest

    folder = made_once(tmp_path_factory, "manifest", lambda made: read_manifest(DBT_PROJECT, Warehouse(made)))
    return Warehouse(folder)


@pytest.fixture(scope="session")
def graph(parsed: Warehouse) -> "Graph":
    """The graph of the project."""
    from ingest.dagster_refresh.graph import graph_of
    from ingest.dagster_refresh.manifest import read_manifest

    return graph_of(read_manifest(DBT_PROJECT, parsed))


@pytest.fixture
def figures(tmp_path: Path) -> "Figures":
    """A shelf of a test's own, and a published warehouse that holds no report yet."""
    from ingest.dagster_refresh.resource import Figures
    from tests.schedulers.dagster_runs import publish_empty

    shutil.copytree(REPORTS, tmp_path / "reports")
    figures = Figures(reports=str(tmp_path / "reports"), warehouse=str(tmp_path / "warehouse"))
    publish_empty(figures)
    return figures


@pytest.fixture(scope="session")
def first_run(
    graph: "Graph", sample_refresh: Refreshed, tmp_path_factory: pytest.TempPathFactory
) -> tuple["Figures", Any]:
    """The sample shelf, refreshed by Dagster, with dbt's build of the same shelf played back; read only."""
    from ingest.dagster_refresh.resource import Figures
    from tests.schedulers.dagster_runs import played_back, publish_empty, run

    folder = tmp_path_factory.mktemp("dagster")
    figures = Figures(reports=str(REPORTS), warehouse=str(folder / "warehouse"))
    publish_empty(figures)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FIGURES_DBT", played_back(Warehouse(sample_refresh.folder), folder))
        return figures, run(figures, graph, force=False)
