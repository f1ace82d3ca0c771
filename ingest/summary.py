"""The closing summary of a refresh: counts and one worked line, asked of the marts of a finished build."""

from pathlib import Path
from typing import Any

import duckdb

from ingest.explain.intervals import interval, number, percent_interval, unit_words

_COUNTS = """
select
    (select count(*) from marts.documents where withdrawn_on is null) as documents,
    (select count(*) from marts.claims) as claims,
    (select count(*) from marts.claims where is_mapped) as mapped,
    (select count(*) from marts.claims where not is_mapped) as unmapped,
    (
        select count(*) from raw.refusals
        where reading_id in (select reading_id from marts.documents where withdrawn_on is null)
    ) as refused,
    (select count(*) from marts.observations where origin = 'stated') as observations_stated,
    (select count(*) from marts.observations where origin = 'implied') as observations_implied,
    (select count(*) from marts.observations where agreement = 'conflict') as conflicts,
    (select count(*) from marts.review_queue) as to_review
"""

# The example: a baseline with a published figure beside it where there is one, from the hedged claims first,
# since they show best what an interval is for.
_WORKED = """
select
    b.implied_baseline_id, b.indicator_label, b.time_period, b.level_period, b.unit_measure,
    b.obs_lower, b.obs_upper, b.lower_open, b.upper_open, b.published_value, b.verdict,
    l.quote, l.value_text, l.sentence, l.is_sample,
    l.obs_lower as level_lower, l.obs_upper as level_upper,
    l.lower_open as level_lower_open, l.upper_open as level_upper_open,
    r.obs_lower as rate_lower, r.obs_upper as rate_upper,
    r.lower_open as rate_lower_open, r.upper_open as rate_upper_open, r.quote as rate_quote
from marts.implied_baselines as b
inner join marts.claims as l on b.level_claim_id = l.claim_id
inner join marts.claims as r on b.rate_claim_id = r.claim_id
where b.derivation = 'derived' and b.method = 'rate' and r.kind = 'change_rate'
order by
    b.published_value is not null desc,
    r.qualifier <> 'NONE' desc,
    b.verdict = 'consistent' desc,
    l.published_on desc nulls last,
    l.document_id,
    l.char_start
limit 1
"""


_ENDS = ("lower", "upper", "lower_open", "upper_open")


def summarise(database: Path) -> dict[str, Any]:
    """Counts of a finished build, the reasons of refused baselines, the verdicts, and one worked line."""
    with duckdb.connect(database, read_only=True) as connection:
        result = _row(connection, _COUNTS)
        result["baselines"] = _pairs(
            connection, "select derivation, count(*) from marts.implied_baselines group by 1 order by 1"
        )
        result["baselines_refused_because"] = _pairs(
            connection,
            """
            select refusal_reason, count(*) from marts.implied_baselines
            where derivation = 'refused' group by 1 order by 2 desc, 1
            """,
        )
        result["verdicts"] = _pairs(
            connection,
            """
            select verdict, count(*) from marts.implied_baselines
            where derivation = 'derived' group by 1 order by 2 desc, 1
            """,
        )
        result["checks"] = _pairs(
            connection, "select verdict, count(*) from marts.reconciliations group by 1 order by 2 desc, 1"
        )
        worked = _row(connection, _WORKED)
        result["worked"] = _worked(worked) if worked else None
    return result


def unmatched_decisions(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """A sentence for each decision of a person's that matches nothing, with its likely cause."""
    has = connection.execute(
        "select count(*) from duckdb_tables() where schema_name = 'marts' and table_name = 'decisions'"
    ).fetchone()
    if not (has and has[0]):
        return []
    rows = connection.execute(
        """
        select claim_id, decision, coalesce(likely_cause, 'no cause is known') from marts.decisions
        where status = 'unmatched' order by claim_id, decision
        """
    ).fetchall()
    return [
        f"The decision “{decision}” on the claim {claim_id[:12]} (seeds/claim_decisions.csv) applies to "
        f"nothing: {cause}."
        for claim_id, decision, cause in rows
    ]


def _worked(row: dict[str, Any]) -> dict[str, Any]:
    unit = unit_words(row["unit_measure"])
    level = interval(*(row[f"level_{end}"] for end in _ENDS))
    rate = percent_interval(*(row[f"rate_{end}"] for end in _ENDS))
    bounds = interval(row["obs_lower"], row["obs_upper"], row["lower_open"], row["upper_open"])
    line = (
        f"“{row['sentence']}” gives {level} ÷ (1 + {rate}) = {bounds}{unit} "
        f"{row['indicator_label']} for {row['time_period']}"
    )
    if row["published_value"] is not None:
        verdict = str(row["verdict"]).replace("_", " ")
        line += f"; {number(row['published_value'])} was published: {verdict}"
    if row["is_sample"]:
        line += " (a sample text of this project)"
    return {"id": row["implied_baseline_id"], "line": line + "."}


def _row(connection: duckdb.DuckDBPyConnection, query: str) -> dict[str, Any]:
    cursor = connection.execute(query)
    names = [column[0] for column in cursor.description or []]
    row = cursor.fetchone()
    return dict(zip(names, row, strict=True)) if row else {}


def _pairs(connection: duckdb.DuckDBPyConnection, query: str) -> dict[str, int]:
    return dict(connection.execute(query).fetchall())
