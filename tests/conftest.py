"""What several parts of the suite share: the sample shelf, refreshed once."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.collector import collector
from tests.command import Refreshed, installed_figures
from tests.once import made_once

# What takes longest comes first, so that processes that share the suite (make test) end together. Of the
# files that share a warehouse one comes early: else two processes would wait for the same build.
LONGEST = (
    "tests/pipeline/refresh/",
    "tests/pipeline/dbt/",
    "tests/pipeline/test_command_line.py",
    "tests/oracle/test_hull.py",
)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves the long runs out unless somebody asks for them with `-m soak`."""
    items.sort(key=lambda item: not item.nodeid.startswith(LONGEST))
    if "soak" in (config.getoption("markexpr") or ""):
        return
    long = [item for item in items if item.get_closest_marker("soak")]
    if long:
        config.hook.pytest_deselected(items=long)
        items[:] = [item for item in items if not item.get_closest_marker("soak")]


@pytest.fixture(scope="session")
def sample_refresh(tmp_path_factory: pytest.TempPathFactory) -> Refreshed:
    """The sample shelf, refreshed into a new warehouse. Read only: all tests of the session share it.

    Its lineage events are kept beside the warehouse, in events.json, as a collector got them.
    """
    folder = made_once(tmp_path_factory, "sample", _refresh_the_samples)
    said = json.loads((folder / "said.json").read_text("utf-8"))
    return Refreshed(folder / "warehouse", subprocess.CompletedProcess(**said))


def _refresh_the_samples(made: Path) -> None:
    with collector() as (address, events):
        done = installed_figures("refresh", warehouse=made / "warehouse", OPENLINEAGE_URL=address)
    (made / "events.json").write_text(json.dumps(events), "utf-8")
    if done.returncode:
        pytest.fail(
            f"figures refresh ended with {done.returncode}:\n{done.stdout}\n{done.stderr}", pytrace=False
        )
    (made / "said.json").write_text(json.dumps(vars(done), default=str), "utf-8")


@pytest.fixture(scope="session")
def warehouse(sample_refresh: Refreshed) -> Path:
    """The published DuckDB file of the sample shelf; open it read-only."""
    return sample_refresh.published
