"""One build of thousands of random systems, shared by all tests of the oracle."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pytest

from benchmarks.generator import Generated, generate, write
from tests.dbt import Checkout, parsed
from tests.once import made_once
from tests.oracle.networks import Network, networks
from tests.oracle.systems import systems
from tests.oracle.writer import System
from tests.pipeline.raw_rows import rows_of, write_raw

# Sizes and seed can be set from outside (a soak draws more), and so can the models (FIGURES_DBT_PROJECT).
COUNT = int(os.environ.get("FIGURES_ORACLE_SYSTEMS", "2100"))
NETWORKS = int(os.environ.get("FIGURES_ORACLE_NETWORKS", "200"))
CLAIMS = int(os.environ.get("FIGURES_ORACLE_CLAIMS", "6000"))
SEED = int(os.environ.get("FIGURES_ORACLE_SEED", "1"))
# Data tests are left to the tests of the models.
WITHOUT_TESTS = ("--exclude-resource-type", "unit_test", "test")


@dataclass
class Built:
    """The systems, the generated reports and the marts that were built of both."""

    systems: list[System]
    networks: list[Network]
    generated: Generated
    checkout: Checkout
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
        checkout = Checkout(folder).remember(parsed(tmp_path_factory))
        write(generated.raw, checkout.raw)
        reports = [report for system in drawn for report in system.reports] + [net.report for net in woven]
        write_raw(checkout.raw, rows_of(reports))
        checkout.build(*WITHOUT_TESTS)

    checkout = Checkout(made_once(tmp_path_factory, "oracle", make))
    with duckdb.connect(str(checkout.built), read_only=True) as connection:
        yield Built(drawn, woven, generated, checkout, connection)


def none_of(problems: list[str], checked: int) -> None:
    """Fails with the first problems in words, and where nothing was compared at all."""
    assert checked > 0, "nothing was compared"
    assert not problems, f"{len(problems)} of {checked} differ:\n" + "\n".join(problems[:15])


def expectations(built: Built, kind: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for system in built.systems:
        yield from getattr(system.expected, kind).items()
