"""What several parts of the suite share: the sample shelf, refreshed once."""

from pathlib import Path

import pytest

from tests.command import Refreshed, figures


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves the long runs out unless somebody asks for them with `-m soak`."""
    if "soak" in (config.getoption("markexpr") or ""):
        return
    long = [item for item in items if item.get_closest_marker("soak")]
    if long:
        config.hook.pytest_deselected(items=long)
        items[:] = [item for item in items if not item.get_closest_marker("soak")]


@pytest.fixture(scope="session")
def sample_refresh(tmp_path_factory: pytest.TempPathFactory) -> Refreshed:
    """The sample shelf, refreshed into a new warehouse. Read only: all tests of the session share it.

    Its lineage events are kept beside the warehouse, in events.jsonl.
    """
    folder = tmp_path_factory.mktemp("sample") / "warehouse"
    done = figures(
        "refresh",
        warehouse=folder,
        OPENLINEAGE__TRANSPORT__TYPE="file",
        OPENLINEAGE__TRANSPORT__LOG_FILE_PATH=str(folder.parent / "events.jsonl"),
        OPENLINEAGE__TRANSPORT__APPEND="true",
    )
    if done.returncode:
        pytest.fail(
            f"figures refresh ended with {done.returncode}:\n{done.stdout}\n{done.stderr}", pytrace=False
        )
    return Refreshed(folder, done)


@pytest.fixture(scope="session")
def warehouse(sample_refresh: Refreshed) -> Path:
    """The published DuckDB file of the sample shelf; open it read-only."""
    return sample_refresh.published
