"""Stands in for dbt where a promise is not about dbt: small marts from raw in a fraction of a second.

Called as dbt is (FIGURES_DBT). Every row of its marts carries the mark STAND_IN_MARK, so that a test can tell
whole builds apart. STAND_IN makes it misbehave: fail, fail_row, error, hang, no_results, full (no room for
what it builds), or a number of seconds to wait.
"""

import json
import os
import resource
import sys
import time
from pathlib import Path

import duckdb

_MARTS = """
create schema if not exists marts;
create or replace table marts.documents as
with numbered as (
    select p.*, row_number() over (partition by p.shelf_path order by l.load_no desc) as age
    from raw.placements as p inner join raw.loads as l on p.load_id = l.load_id
)
select d.document_id, d.reading_id, n.shelf_path, d.title, cast(null as date) as withdrawn_on
from numbered as n inner join raw.documents as d on n.reading_id = d.reading_id
where n.age = 1;
create or replace table marts.claims as
select
    c.*, d.shelf_path, false as is_mapped, false as is_sample, cast(null as date) as published_on,
    cast(null as double) as obs_lower, cast(null as double) as obs_upper,
    false as lower_open, false as upper_open,
    md5(concat_ws('|', c.measure_key, c.time_period, c.kind, c.unit)) as observation_id
from raw.claims as c inner join marts.documents as d on c.reading_id = d.reading_id;
create or replace table marts.observations as
select
    observation_id,
    coalesce(min(measure_key), '~') as indicator_label, coalesce(min(time_period), '~') as time_period,
    min(kind) as transformation,
    cast(max(value) as double) as obs_value, cast(min(value) as double) as obs_lower,
    cast(max(value) as double) as obs_upper, false as lower_open, false as upper_open,
    cast(min(value) as double) as strict_lower, cast(max(value) as double) as strict_upper,
    false as strict_lower_open, false as strict_upper_open, min(unit) as unit_measure,
    'stated' as origin, 'A' as obs_status, 'single' as agreement, '{mark}' as mark
from marts.claims
where claim_id not in (
    select claim_id from read_csv('{decisions}', header = true, all_varchar = true) where decision = 'reject'
)
group by observation_id;
create or replace table marts.evidence as
select 'observation' as derived_kind, observation_id as derived_id, claim_id, 'leads' as role
from marts.claims;
create or replace table marts.implied_baselines as
select
    observation_id as implied_baseline_id, indicator_label, time_period, obs_lower, obs_upper, lower_open,
    upper_open, strict_lower, strict_upper, strict_lower_open, strict_upper_open, unit_measure,
    'refused' as derivation, 'stand_in' as refusal_reason, cast(null as double) as published_value,
    'unverified' as verdict, 'rate' as method, '' as level_claim_id, '' as rate_claim_id, '' as level_period
from marts.observations where false;
create or replace table marts.reconciliations as select 'holds' as verdict where false;
create or replace table marts.review_queue as select claim_id from marts.claims where false;
create or replace table marts.decisions as
select
    decided.claim_id, decided.decision, 'unmatched' as status,
    'no reading holds this claim' as likely_cause
from read_csv('{decisions}', header = true, all_varchar = true) as decided
where decided.claim_id not in (select claim_id from raw.claims);
create or replace table marts.whole as select '{mark}' as mark, count(*) as claims from marts.claims;
"""


def main() -> int:
    target, project = (
        Path(sys.argv[sys.argv.index(f"--{name}") + 1]) for name in ("target-path", "project-dir")
    )
    decisions = project / "seeds" / "claim_decisions.csv"
    manner = os.environ.get("STAND_IN", "")
    print("1 of 2 OK started", flush=True)
    if manner == "hang":
        time.sleep(600)
    if manner == "no_results":
        print("Runtime Error: the profile is missing")
        return 2
    with duckdb.connect(os.environ["FIGURES_DB"]) as connection:
        mark = os.environ.get("STAND_IN_MARK", "")
        connection.execute(_MARTS.replace("{mark}", mark).replace("{decisions}", str(decisions)))
        said = _fill(connection) if manner == "full" else "as asked for"
        # As dbt's own build is: slow enough to be met half way.
        if manner.replace(".", "").isdigit():
            time.sleep(float(manner))
    results = [_result("model.report_figures.whole", "success")]
    if manner.startswith("fail"):
        query = "select 'the whole is absent' as reason, claims from marts.whole"
        if manner == "fail_row":
            query = "select 'too large' as reason, observation_id from marts.claims where value = 12"
        results.append(_result("test.report_figures.nothing_is_absent", "fail", query, 1))
    elif manner in {"error", "full"}:
        results.append(_result("model.report_figures.broken", "error") | {"message": said})
    else:
        results.append(_result("test.report_figures.nothing_is_absent", "pass"))
    target.mkdir(parents=True, exist_ok=True)
    (target / "run_results.json").write_text(json.dumps({"results": results}))
    print("2 of 2 OK done", flush=True)
    return 1 if manner in {"fail", "fail_row", "error", "full"} else 0


def _fill(connection: duckdb.DuckDBPyConnection) -> str:
    """What DuckDB says where a table finds no room: no file may grow by more than a megabyte from here on."""
    limit = Path(os.environ["FIGURES_DB"]).stat().st_size + 1024 * 1024
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    try:
        connection.execute("create table marts.large as select random() as a from range(4000000)")
        connection.execute("checkpoint")
    except duckdb.Error as error:
        return str(error)
    raise AssertionError("there was room")


def _result(
    unique_id: str, status: str, query: str | None = None, failures: int | None = None
) -> dict[str, object]:
    return {
        "unique_id": unique_id,
        "status": status,
        "execution_time": 0.01,
        "message": "as asked for" if status not in {"pass", "success"} else None,
        "failures": failures,
        "compiled_code": query,
    }


if __name__ == "__main__":
    sys.exit(main())
