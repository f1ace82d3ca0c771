"""What a person meets who runs dbt by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.dbt import Checkout, parsed
from tests.pipeline.raw_rows import write_raw


@pytest.fixture
def checkout(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    """A checkout of the test's own, in which nothing is published."""
    return Checkout(tmp_path).remember(parsed(tmp_path_factory))


def test_a_missing_warehouse_is_one_sentence_that_names_make_refresh(checkout: Checkout) -> None:
    done = checkout.dbt("build")
    assert done.returncode != 0
    assert "run `make refresh` first" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


def test_an_empty_warehouse_builds(checkout: Checkout) -> None:
    """No document, no claim, no refresh in the journal: every mart is there and empty."""
    write_raw(checkout.raw, {})
    checkout.build("--exclude-resource-type", "unit_test")
    assert checkout.rows("select * from marts.observations") == []
