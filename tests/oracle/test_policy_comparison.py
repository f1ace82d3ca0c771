"""What the mart says another hedge policy would change, against a whole build by that policy."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.oracle.conftest import Built, build, none_of

ENDS = ("obs_lower", "obs_upper", "strict_lower", "strict_upper", "lower_open", "upper_open")
MARTS = {
    "observation": ("observations", "observation_id", "where origin = 'stated'", "agreement"),
    "implied_baseline": ("implied_baselines", "implied_baseline_id", "", "verdict"),
}


@pytest.fixture(scope="module")
def rebuilt(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    """The same raw rows, built by the other version of the policy."""
    [(file,)] = built.connection.execute("select path from duckdb_databases() where not internal").fetchall()
    database = tmp_path_factory.mktemp("rebuilt") / "figures.duckdb"
    shutil.copy(Path(file), database)
    version = json.dumps({"hedge_policy_version": "2", "compare_policy_version": "1"})
    build(database, "--vars", version, "--select", "+observations", "+implied_baselines")
    with duckdb.connect(str(database), read_only=True) as connection:
        yield connection


@pytest.mark.parametrize("kind", MARTS)
def test_the_mart_says_what_a_whole_build_by_the_other_policy_gives(
    built: Built, rebuilt: duckdb.DuckDBPyConnection, kind: str
) -> None:
    mart, key, where, verdict = MARTS[kind]
    columns = f"{key} as id, {', '.join(ENDS)}, {verdict} as verdict"
    held = _rows(built.connection, f"select {columns} from marts.{mart} {where}")
    other = _rows(rebuilt, f"select {columns} from marts.{mart} {where}")
    compared = ", ".join(f"compared_{column} as {column}" for column in (*ENDS, "verdict"))
    told = _rows(
        built.connection,
        f"select derived_id as id, {compared} from marts.policy_comparison where derived_kind = '{kind}'",
    )
    problems = [
        f"{id_} was {held[id_]}, is {row}, told was {told.get(id_, 'nothing')}"
        for id_, row in other.items()
        if id_ in held and row != told.get(id_, held[id_])
    ]
    assert told, "the other version changes something in so many systems"
    none_of(problems, len(told))


def _rows(connection: duckdb.DuckDBPyConnection, sql: str) -> dict[str, dict[str, Any]]:
    cursor = connection.execute(sql)
    names = [column[0] for column in cursor.description or []][1:]
    return {row[0]: dict(zip(names, row[1:], strict=True)) for row in cursor.fetchall()}
