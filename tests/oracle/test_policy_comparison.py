"""What the mart says another hedge policy would change, against a whole build by that policy."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import duckdb
import pytest

from tests.dbt import Checkout
from tests.oracle.conftest import WITHOUT_TESTS, Built, none_of

# A second whole build; the default run has the model's unit test.
pytestmark = pytest.mark.soak

ENDS = ("obs_lower", "obs_upper", "strict_lower", "strict_upper", "lower_open", "upper_open")
MARTS = {
    "observation": ("observations", "observation_id", "agreement"),
    "implied_baseline": ("implied_baselines", "implied_baseline_id", "verdict"),
}


@pytest.fixture(scope="module")
def rebuilt(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    """The same raw rows, built by the other version of the policy."""
    checkout = Checkout(tmp_path_factory.mktemp("rebuilt"))
    checkout.raw.symlink_to(built.checkout.raw)
    version = json.dumps({"hedge_policy_version": "2", "compare_policy_version": "1"})
    selected = ("--select", "+observations", "+implied_baselines")
    checkout.build(*WITHOUT_TESTS, "--vars", version, *selected)
    with duckdb.connect(str(checkout.built), read_only=True) as connection:
        yield connection


@pytest.mark.parametrize("kind", MARTS)
def test_the_mart_says_what_a_whole_build_by_the_other_policy_gives(
    built: Built, rebuilt: duckdb.DuckDBPyConnection, kind: str
) -> None:
    mart, key, verdict = MARTS[kind]
    columns = f"{key} as id, {', '.join(ENDS)}, {verdict} as verdict"
    held = _rows(built.connection, f"select {columns} from marts.{mart}")
    other = _rows(rebuilt, f"select {columns} from marts.{mart}")
    compared = ", ".join(f"compared_{column} as {column}" for column in (*ENDS, "verdict"))
    told = _rows(
        built.connection,
        f"select derived_id as id, {compared} from marts.policy_comparison where derived_kind = '{kind}'",
    )
    counted = f"""
        select m.{key} as id, o.claim_count
        from marts.{mart} as m inner join marts.observations as o on m.observation_id = o.observation_id
        where m.{key} is not null and ('{mart}' <> 'observations' or o.origin = 'stated')
    """
    before, after = _rows(built.connection, counted), _rows(rebuilt, counted)
    # where a run of statements ends is left as it is: such observations have other claims behind them
    same = {id_ for id_ in held.keys() & other.keys() & before.keys() if before[id_] == after.get(id_)}
    problems = [
        f"{id_} was {held[id_]}, is {other[id_]}, told was {told.get(id_, 'nothing')}"
        for id_ in sorted(same)
        if other[id_] != told.get(id_, held[id_])
    ]
    assert len(same) > 0.99 * len(before), "nearly all have the same claims behind them"
    assert told, "the other version changes something in so many systems"
    none_of(problems, len(told))


def _rows(connection: duckdb.DuckDBPyConnection, sql: str) -> dict[str, dict[str, Any]]:
    cursor = connection.execute(sql)
    names = [column[0] for column in cursor.description or []][1:]
    return {row[0]: dict(zip(names, row[1:], strict=True)) for row in cursor.fetchall()}
