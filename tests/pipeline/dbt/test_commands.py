"""What a person meets who runs dbt by hand."""

from __future__ import annotations

from pathlib import Path

import duckdb

from tests.pipeline.dbt.dbt_project import Built
from tests.pipeline.raw_rows import write_raw


def test_a_missing_warehouse_is_one_sentence_that_names_make_refresh(tmp_path: Path) -> None:
    done = Built(tmp_path).dbt("build")
    assert done.returncode != 0
    assert "run `make refresh` first" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


def test_an_empty_warehouse_builds(tmp_path: Path) -> None:
    """No document, no claim, no refresh in the journal: every mart is there and empty."""
    write_raw(tmp_path / "figures.duckdb", {})
    built = Built(tmp_path)
    done = built.dbt("build", "--exclude-resource-type", "unit_test")
    assert done.returncode == 0, done.stdout[-6000:]
    assert built.rows("select * from marts.observations") == []


def test_a_seed_that_has_gained_a_column_is_read_into_an_older_warehouse(tmp_path: Path) -> None:
    write_raw(tmp_path / "figures.duckdb", {})
    built = Built(tmp_path)
    (tmp_path / "dev").mkdir()
    with duckdb.connect(str(tmp_path / "dev" / "figures.duckdb")) as connection:
        connection.execute("create schema seeds; create table seeds.indicators (indicator varchar)")
    done = built.dbt("seed", "--select", "indicators")
    assert done.returncode == 0, done.stdout[-3000:]
    assert built.rows("select label from seeds.indicators where indicator = 'population'") == [
        {"label": "population"}
    ]
