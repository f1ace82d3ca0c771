"""No row that the schema takes breaks a build or a data test."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.oracle.conftest import COUNT, PROJECT, SEED
from tests.oracle.nonsense import nonsense
from tests.pipeline.raw_rows import rows_of, write_raw


@pytest.mark.soak
def test_whatever_a_reader_writes_builds_and_passes_every_data_test(tmp_path: Path) -> None:
    database, target = tmp_path / "figures.duckdb", tmp_path / "target"
    write_raw(database, rows_of(nonsense(COUNT, SEED), withdrawn=["nonsense-3", "nonsense-4"]))
    done = subprocess.run(
        [
            str(Path(sys.executable).parent / "dbt"), "build", "--target", "publish",
            "--exclude-resource-type", "unit_test", "--profiles-dir", str(PROJECT),
            "--target-path", str(target), "--log-path", str(target / "logs"),
        ],
        cwd=PROJECT,
        env=os.environ | {"FIGURES_DB": str(database), "DBT_SEND_ANONYMOUS_USAGE_STATS": "false"},
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-4000:]
