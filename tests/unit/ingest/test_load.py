"""The same shelf gives the same raw rows, in any process, with any number of them, and once only."""

import os
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from ingest import reading
from ingest.project import REPORTS, ROOT
from tests.shelf import load_shelf

RAW = ("documents", "claims", "claim_links", "refusals", "placements", "quarantine")


def rows(database: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every raw row that does not know the clock, in the order in which it was loaded."""
    with duckdb.connect(database, read_only=True) as connection:
        return {table: connection.execute(f"select * from raw.{table}").fetchall() for table in RAW}


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("load") / "figures.duckdb"
    outcome = load_shelf(REPORTS, path)
    assert outcome.rows["documents"] == 6 and outcome.rows["claims"] > 0 and outcome.quarantined == 0
    return path


def test_loading_again_adds_nothing(loaded: Path) -> None:
    before = rows(loaded)
    outcome = load_shelf(REPORTS, loaded)
    assert (outcome.load_id, outcome.rows) == (None, {})
    assert rows(loaded) == before


@pytest.mark.parametrize("seed", ["0", "12345"])
def test_another_process_gives_the_same_rows_and_ids(loaded: Path, tmp_path: Path, seed: str) -> None:
    path = tmp_path / "figures.duckdb"
    program = "import sys, pathlib, tests.shelf as it; it.load_shelf(*map(pathlib.Path, sys.argv[1:]))"
    subprocess.run(
        [sys.executable, "-c", program, REPORTS, path],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": seed},
        check=True,
    )
    assert rows(path) == rows(loaded)


def test_a_pool_of_processes_gives_the_same_rows(
    loaded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "POOL_BYTES", 0)
    monkeypatch.setattr(reading, "BATCH_BYTES", 1)  # every document a batch of its own
    path = tmp_path / "figures.duckdb"
    load_shelf(REPORTS, path, processes=2)
    assert rows(path) == rows(loaded)


def test_every_quote_stands_in_its_text_and_every_offset_cuts_the_numeral(loaded: Path) -> None:
    with duckdb.connect(loaded, read_only=True) as connection:
        found = connection.execute(
            "select d.text, c.char_start, c.char_end, c.value_text from raw.claims as c "
            "inner join raw.documents as d on c.reading_id = d.reading_id"
        ).fetchall()
    assert found
    for text, start, end, value_text in found:
        assert text[start:end] == value_text


def test_a_load_that_breaks_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from ingest import load

    def broken(outcome: object) -> list[dict[str, object]]:
        raise RuntimeError("the power is gone")

    monkeypatch.setattr(load, "_placement_rows", broken)
    path = tmp_path / "figures.duckdb"
    with pytest.raises(RuntimeError, match="the power is gone"):
        load_shelf(REPORTS, path)
    assert all(found == [] for found in rows(path).values())
