"""Do the raw tables hold together after a load? Asked before dbt starts, since dbt would build on anything.

Pandera has looked at every row by itself; these checks look across tables, and only at what the newest load
brought, so that their cost follows the news and not the warehouse. A failing check stops the refresh.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

# DuckDB finds the n-th character of a text by walking there, so claims far into a long text are left to the
# tests of the reader.
_WALK = 20_000


@dataclass(frozen=True)
class Check:
    """A promise about a raw table, and a query that gives the rows that break it: what is wrong, as text."""

    name: str
    table: str
    promise: str
    sql: str


_NEWEST = "(select load_id from raw.loads order by load_no desc limit 1)"

CHECKS = (
    Check(
        "readings_are_unique",
        "documents",
        "each reading stands once in raw.documents",
        f"""
        select 'reading ' || new.reading_id as what from raw.documents as new
        join raw.documents as every on every.reading_id = new.reading_id
        where new.load_id = {_NEWEST} group by new.reading_id having count(*) > 1
        """,
    ),
    Check(
        "claims_are_unique",
        "claims",
        "each claim stands once in its reading",
        f"""
        select 'claim ' || new.claim_id as what from raw.claims as new
        join raw.claims as every on every.reading_id = new.reading_id and every.claim_id = new.claim_id
        where new.load_id = {_NEWEST} group by new.reading_id, new.claim_id having count(*) > 1
        """,
    ),
    Check(
        "claims_stand_in_a_reading_of_their_document",
        "claims",
        "each claim stands in a reading of its document",
        f"""
        select 'claim ' || claims.claim_id as what from raw.claims as claims
        left join raw.documents as documents
            on documents.reading_id = claims.reading_id and documents.document_id = claims.document_id
        where claims.load_id = {_NEWEST} and documents.reading_id is null
        """,
    ),
    Check(
        "offsets_cut_the_numeral",
        "claims",
        "the offsets of each claim cut its numeral out of the stored text",
        f"""
        select 'claim ' || claims.claim_id || ' “' || claims.value_text || '”' as what
        from raw.claims as claims
        join raw.documents as documents on documents.reading_id = claims.reading_id
        where claims.load_id = {_NEWEST} and claims.char_end <= {_WALK}
            and claims.value_text
                <> substring(documents.text, claims.char_start + 1, claims.char_end - claims.char_start)
        """,
    ),
    Check(
        "links_join_claims_of_one_reading",
        "claim_links",
        "each link joins two claims of its reading",
        f"""
        select 'link ' || links.role || ' of claim ' || links.claim_id as what from raw.claim_links as links
        left join raw.claims as source
            on source.reading_id = links.reading_id and source.claim_id = links.claim_id
        left join raw.claims as target
            on target.reading_id = links.reading_id and target.claim_id = links.target_claim_id
        where links.load_id = {_NEWEST} and (source.claim_id is null or target.claim_id is null)
        """,
    ),
    Check(
        "refusals_stand_in_a_reading",
        "refusals",
        "each refusal stands in a reading",
        f"""
        select 'refusal ' || refusals.refusal_id as what from raw.refusals as refusals
        left join raw.documents as documents on documents.reading_id = refusals.reading_id
        where refusals.load_id = {_NEWEST} and documents.reading_id is null
        """,
    ),
    Check(
        "places_hold_a_reading_that_is_there",
        "placements",
        "each place on the shelf points to a reading that is there",
        f"""
        select placements.shelf_path as what from raw.placements as placements
        left join raw.documents as documents on documents.reading_id = placements.reading_id
        where placements.load_id = {_NEWEST}
            and placements.reading_id is not null and documents.reading_id is null
        """,
    ),
    Check(
        "nothing_was_dropped_on_the_way",
        "loads",
        "the newest load holds as many rows as it says that it brought",
        """
        select counted.what || ': ' || counted.found || ' of ' || counted.said as what
        from (select * from raw.loads order by load_no desc limit 1) as loads
        cross join lateral (
            select 'readings' as what, loads.readings_added as said,
                (select count(*) from raw.documents as t where t.load_id = loads.load_id) as found
            union all
            select 'claims', loads.claims_added,
                (select count(*) from raw.claims as t where t.load_id = loads.load_id)
            union all
            select 'links', loads.links_added,
                (select count(*) from raw.claim_links as t where t.load_id = loads.load_id)
            union all
            select 'refusals', loads.refusals_added,
                (select count(*) from raw.refusals as t where t.load_id = loads.load_id)
            union all
            select 'quarantined files', loads.quarantined,
                (select count(*) from raw.quarantine as t where t.load_id = loads.load_id)
        ) as counted
        where counted.said <> counted.found
        """,
    ),
)


def run(connection: duckdb.DuckDBPyConnection) -> list[dict[str, Any]]:
    """The result of every check on the raw tables of the connected database; changes nothing.

    A result has table, name, failures (rows that break the promise; 0: it holds) and message, a sentence.
    """
    results = []
    for check in CHECKS:
        found = connection.execute(f"select count(*), min(what) from ({check.sql})").fetchone()
        failures, example = found if found else (0, None)
        message = f"{check.promise}."
        if failures:
            message = f"Not so: {check.promise} ({failures:,} rows, such as {example})."
        results.append({"table": check.table, "name": check.name, "failures": failures, "message": message})
    return results


def check_build(database: Path) -> list[dict[str, Any]]:
    """The same of a database file, which nobody else has open."""
    with duckdb.connect(str(database), read_only=True) as connection:
        return run(connection)
