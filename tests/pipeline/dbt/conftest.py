"""One build of the reports on incubation in China, shared by the tests of the marts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.pipeline.incubation import all_reports, withdrawn_2017
from tests.pipeline.raw_rows import rows_of, write_raw

if TYPE_CHECKING:
    from tests.pipeline.dbt.dbt_project import Built


@pytest.fixture(scope="session")
def incubation(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The dev target, built with its data tests from the raw rows of the six reports."""
    from tests.pipeline.dbt.dbt_project import Built

    folder = tmp_path_factory.mktemp("incubation")
    write_raw(folder / "figures.duckdb", rows_of([*all_reports(), withdrawn_2017()], withdrawn=["gone"]))
    built = Built(folder)
    done = built.dbt("build", "--exclude-resource-type", "unit_test")
    if done.returncode:
        pytest.fail(f"dbt build ended with {done.returncode}:\n{done.stdout[-6000:]}", pytrace=False)
    return built
