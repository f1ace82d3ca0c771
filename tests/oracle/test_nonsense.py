"""No row that the schema takes breaks a build or a data test."""

from pathlib import Path

import pytest

from tests.dbt import Checkout
from tests.oracle.conftest import COUNT, SEED
from tests.oracle.nonsense import nonsense
from tests.pipeline.raw_rows import rows_of, write_raw


@pytest.mark.soak
def test_whatever_a_reader_writes_builds_and_passes_every_data_test(tmp_path: Path) -> None:
    checkout = Checkout(tmp_path)
    write_raw(checkout.raw, rows_of(nonsense(COUNT, SEED), withdrawn=["nonsense-3", "nonsense-4"]))
    checkout.build("--exclude-resource-type", "unit_test")
