"""Raw tables that do not hold together are seen before dbt builds on them."""

from pathlib import Path

import duckdb
import pytest

from ingest import raw_checks


@pytest.fixture
def raw(warehouse: Path, tmp_path: Path) -> duckdb.DuckDBPyConnection:
    """The raw tables of the sample shelf, free to be broken."""
    connection = duckdb.connect(str(tmp_path / "broken.duckdb"))
    connection.execute(f"attach '{warehouse}' as sample (read_only)")
    connection.execute("create schema raw")
    for (table,) in connection.execute(
        "select table_name from duckdb_tables() where database_name = 'sample' and schema_name = 'raw'"
    ).fetchall():
        connection.execute(f"create table raw.{table} as from sample.raw.{table}")
    return connection


def broken(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """Failures by check, of the checks that fail."""
    return {r["name"]: r["failures"] for r in raw_checks.run(connection) if r["failures"]}


def test_the_raw_tables_of_the_sample_shelf_hold_together(raw: duckdb.DuckDBPyConnection) -> None:
    assert broken(raw) == {}


@pytest.mark.parametrize(
    ("fault", "seen"),
    [
        ("insert into raw.documents from raw.documents limit 1", "readings_are_unique"),
        ("insert into raw.claims from raw.claims limit 1", "claims_are_unique"),
        (
            "update raw.claims set document_id = repeat('0', 64) where value_text = '3,255'",
            "claims_stand_in_a_reading_of_their_document",
        ),
        (
            "update raw.claims set char_start = char_start + 1 where value_text = '3,255'",
            "offsets_cut_the_numeral",
        ),
        (
            "update raw.claim_links set target_claim_id = repeat('0', 32) where role = 'growth_of'",
            "links_join_claims_of_one_reading",
        ),
        (
            "update raw.placements set reading_id = repeat('0', 32) where shelf_path like '%s-2016%'",
            "places_hold_a_reading_that_is_there",
        ),
        ("delete from raw.claims where value_text = '3,255'", "nothing_was_dropped_on_the_way"),
    ],
)
def test_a_fault_in_the_raw_tables_is_seen(raw: duckdb.DuckDBPyConnection, fault: str, seen: str) -> None:
    raw.execute(fault)
    assert seen in broken(raw)


def test_a_refusal_outside_every_reading_is_seen(raw: duckdb.DuckDBPyConnection) -> None:
    raw.execute("""
        insert into raw.refusals by name
        select repeat('0', 32) as refusal_id, repeat('0', 32) as reading_id, load_id
        from raw.loads
    """)
    assert broken(raw) == {"refusals_stand_in_a_reading": 1, "nothing_was_dropped_on_the_way": 1}


def test_a_failing_check_says_how_many_rows_and_which_first(raw: duckdb.DuckDBPyConnection) -> None:
    raw.execute("update raw.claims set char_end = char_end - 1 where value_text in ('3,255', '4,069')")
    (result,) = [r for r in raw_checks.run(raw) if r["failures"]]
    assert result["message"].startswith(
        "Not so: the offsets of each claim cut its numeral out of the stored text (2 rows, such as claim "
    )


def test_an_empty_warehouse_holds_together() -> None:
    from ingest.raw_tables import raw_ddl

    connection = duckdb.connect()
    for statement in raw_ddl():
        connection.execute(statement)
    assert broken(connection) == {}
