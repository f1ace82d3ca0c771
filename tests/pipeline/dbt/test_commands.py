"""What a person meets who runs dbt by hand."""

from __future__ import annotations

import pytest

from tests.pipeline.dbt.dbt_project import Built
from tests.pipeline.raw_rows import write_raw


@pytest.fixture(scope="module")
def by_hand(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A folder for dbt by hand, shared so that the project is parsed once."""
    return Built(tmp_path_factory.mktemp("by_hand"))


def test_a_missing_warehouse_is_one_sentence_that_names_make_refresh(by_hand: Built) -> None:
    (by_hand.folder / "figures.duckdb").unlink(missing_ok=True)
    done = by_hand.dbt("build")
    assert done.returncode != 0
    assert "run `make refresh` first" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


def test_an_empty_warehouse_builds(by_hand: Built) -> None:
    """No document, no claim, no refresh in the journal: every mart is there and empty."""
    write_raw(by_hand.folder / "figures.duckdb", {})
    done = by_hand.dbt("build", "--exclude-resource-type", "unit_test")
    assert done.returncode == 0, done.stdout[-6000:]
    assert by_hand.rows("select * from marts.observations") == []
