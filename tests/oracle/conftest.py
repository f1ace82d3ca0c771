"""One build of thousands of random systems, shared by all tests of the oracle."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pytest

from benchmarks.generator import Generated, generate, write
from tests.once import made_once
from tests.oracle.networks import Network, networks
from tests.oracle.systems import systems
from tests.oracle.writer import System
from tests.pipeline.raw_rows import rows_of, write_raw

# Sizes, seed and the models under test can be set from outside: a soak draws more, a bisection other models.
PROJECT = Path(os.environ.get("FIGURES_DBT_PROJECT") or Path(__file__).resolve().parents[2] / "dbt_project")
COUNT = int(os.environ.get("FIGURES_ORACLE_SYSTEMS", "2100"))
NETWORKS = int(os.environ.get("FIGURES_ORACLE_NETWORKS", "200"))
CLAIMS = int(os.environ.get("FIGURES_ORACLE_CLAIMS", "6000"))
SEED = int(os.environ.get("FIGURES_ORACLE_SEED", "1"))


def build(database: Path, *arguments: str) -> None:
    """Build the marts in a file that holds raw rows; data tests are left to the tests of the models."""
    target = database.parent / "target"
    command = [
        str(Path(sys.executable).parent / "dbt"), "build", "--target", "publish",
        "--exclude-resource-type", "unit_test", "test", "--profiles-dir", str(PROJECT),
        "--target-path", str(target), "--log-path", str(target / "logs"), *arguments,
    ]  # fmt: skip
    environment = os.environ | {"FIGURES_DB": str(database), "DBT_SEND_ANONYMOUS_USAGE_STATS": "false"}
    done = subprocess.run(command, cwd=PROJECT, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.fail(f"dbt build ended with {done.returncode}: {done.stdout[-1500:]}", pytrace=False)


@dataclass
class Built:
    """The systems, the generated reports and the marts that were built of both."""

    systems: list[System]
    networks: list[Network]
    generated: Generated
    connection: duckdb.DuckDBPyConnection

    def rows(self, sql: str) -> list[dict[str, Any]]:
        cursor = self.connection.execute(sql)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def by(self, key: str, sql: str) -> dict[Any, dict[str, Any]]:
        return {row[key]: row for row in self.rows(sql)}


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    drawn = systems(COUNT, SEED)
    generated = generate(CLAIMS, SEED)
    woven = networks(NETWORKS, SEED)

    def make(folder: Path) -> None:
        database = folder / "figures.duckdb"
        write(generated.raw, database)
        reports = [report for system in drawn for report in system.reports] + [net.report for net in woven]
        write_raw(database, rows_of(reports))
        build(database)

    database = made_once(tmp_path_factory, "oracle", make) / "figures.duckdb"
    with duckdb.connect(str(database), read_only=True) as connection:
        yield Built(drawn, woven, generated, connection)


def none_of(problems: list[str], checked: int) -> None:
    """Fails with the first problems in words, and where nothing was compared at all."""
    assert checked > 0, "nothing was compared"
    assert not problems, f"{len(problems)} of {checked} differ:\n" + "\n".join(problems[:15])


def expectations(built: Built, kind: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for system in built.systems:
        yield from getattr(system.expected, kind).items()
