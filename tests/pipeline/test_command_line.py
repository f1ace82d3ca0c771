"""The commands that read the published warehouse of the sample shelf."""

import csv
import io
import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import duckdb
import polars as pl
import pytest

from ingest.project import ROOT
from schemas.decisions import DECISIONS
from schemas.validate import validate
from tests.command import Refreshed, figures


def asked(warehouse: Path, *arguments: str, code: int = 0) -> str:
    done = figures(*arguments, warehouse=warehouse.parent)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout if code == 0 else done.stderr


def test_query_answers_as_table_csv_and_json(warehouse: Path) -> None:
    sql = "select 1.5 as half, 'a, b' as text, date '2017-01-02' as day, null as nothing"
    table = asked(warehouse, "query", sql).splitlines()
    assert table[0].split() == ["half", "text", "day", "nothing"] and table[-1] == "(1 row)"
    [row] = csv.DictReader(io.StringIO(asked(warehouse, "query", sql, "--format", "csv")))
    assert row == {"half": "1.5", "text": "a, b", "day": "2017-01-02", "nothing": ""}
    answer = json.loads(asked(warehouse, "query", sql, "--json"))
    assert answer == [{"half": 1.5, "text": "a, b", "day": "2017-01-02", "nothing": None}]


def test_what_is_no_number_is_null_in_json(warehouse: Path) -> None:
    sql = "select 'nan'::double as a, 'infinity'::double as b, [1.5, 'nan'::double] as c"
    assert asked(warehouse, "query", sql, "--json") == '[{"a": null, "b": null, "c": [1.5, null]}]\n'


def test_every_type_of_value_is_answered_in_each_form(warehouse: Path) -> None:
    """What Python's values would falsify (14 months as 420 days) is told in DuckDB's words."""
    sql = """
        select map {date '2017-01-02': 'nan'::double} as days, map {{'a': 1}: 2} as structs,
            {'a': [1, null], 'b': date '2017-01-02'} as struct, interval 14 months as months,
            date 'infinity' as ever, 1.5::decimal(38, 10) as exact, 'a\\x00'::blob as bytes,
            'nan'::double as nothing, 1 as twice, 2 as twice
    """
    [row] = json.loads(asked(warehouse, "query", sql, "--json"))
    assert row == {
        "days": "{2017-01-02=nan}",
        "structs": {"key": [{"a": 1}], "value": [2]},
        "struct": "{'a': [1, NULL], 'b': 2017-01-02}",
        "months": "1 year 2 months",
        "ever": "infinity",
        "exact": 1.5,
        "bytes": "a\\x00",
        "nothing": None,
        "twice": 1,
        "twice_1": 2,
    }
    sql = "select map {1: true} as m, [1, 2] as l, 'a\\x00'::blob as b"
    [values] = csv.reader(io.StringIO(asked(warehouse, "query", sql, "--format", "csv").split("\n", 1)[1]))
    assert values == ['{"1": true}', "[1, 2]", "a\\x00"]
    assert asked(warehouse, "query", sql).splitlines()[2].split("  ") == values


def test_an_answer_without_rows_is_still_an_answer(warehouse: Path) -> None:
    sql = "select 1 as a where false"
    assert asked(warehouse, "query", sql, "--json") == "[]\n"
    assert asked(warehouse, "query", sql, "--format", "csv") == "a\n"
    assert asked(warehouse, "query", sql).splitlines()[-1] == "(0 rows)"


def test_a_long_answer_comes_whole_and_in_its_order(warehouse: Path) -> None:
    sql = "select i, date '2017-01-02' as day from range(30001) as r(i) order by i desc"
    rows = json.loads(asked(warehouse, "query", sql, "--json"))
    assert [row["i"] for row in rows] == list(range(30000, -1, -1))
    assert asked(warehouse, "query", sql).splitlines()[-1] == "(30,001 rows)"
    assert len(asked(warehouse, "query", sql, "--format", "csv").splitlines()) == 30_002


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["query", "select i from range(100000) as r(i)"], 0), (["status", "--max-age", "0"], 1)],
)
def test_a_reader_that_goes_early_changes_no_exit_code(
    warehouse: Path, arguments: list[str], code: int
) -> None:
    gone, closed = os.pipe()
    os.close(gone)
    done = subprocess.run(
        [Path(sys.executable).with_name("figures"), *arguments, "--warehouse", warehouse.parent],
        cwd=ROOT,
        stdout=closed,
        stderr=subprocess.PIPE,
    )
    os.close(closed)
    assert (done.returncode, done.stderr) == (code, b"")


@pytest.mark.parametrize(
    "sql",
    [
        "copy (select 1) to '{}'",
        "copy (select 1) to '{}' (use_tmp_file false)",
        "copy (select 1) to '{}.wal' (use_tmp_file false)",
        "explain analyze copy (select 1) to '{}.wal' (use_tmp_file false)",
        "prepare p as copy (select 1) to '{}' (use_tmp_file false); execute p",
        "export database '{}'",
        "attach '{}' as other",
        "import database '{}'",
        "install httpfs",
        "set enable_external_access = true",
    ],
)
def test_a_query_touches_no_other_file(warehouse: Path, tmp_path: Path, sql: str) -> None:
    """COPY TO would put a file in place of any other, the published one as well."""
    before = warehouse.read_bytes()
    (tmp_path / "mine.csv").write_text("a\n1\n")
    for name in (warehouse, tmp_path / "new"):
        err = asked(warehouse, "query", sql.format(name), code=2)
        assert err.startswith("A query reads the published warehouse and nothing else"), err
        assert len(err.splitlines()) == 1
    sql = f"select * from read_csv('{tmp_path / 'mine.csv'}')"
    assert asked(warehouse, "query", sql, code=2).startswith("A query reads the published warehouse")
    assert warehouse.read_bytes() == before and not Path(f"{warehouse}.wal").exists()
    assert (tmp_path / "mine.csv").read_text() == "a\n1\n" and not (tmp_path / "new").is_file()


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("create table marts.mine (a int)", "is read-only"),
        ("begin; delete from raw.claims", "is read-only"),
        ("select 1; selec 2", "syntax error"),
        ("select 1; begin; select 2", "These are 2 queries, and one is answered at a time"),
        ("select error('no such thing')", "no such thing"),
        ("select cast(i as tinyint) from range(1000000) as r(i)", "out of range"),
        ("/* nothing */", "only a comment"),
        ("delete from raw.claims", "is read-only"),
        ("selec 1", "syntax error"),
        ("select * from nowhere", "nowhere does not exist"),
        ("", "There is no query"),
    ],
)
def test_a_write_or_a_mistake_is_one_sentence(warehouse: Path, sql: str, said: str) -> None:
    before = warehouse.read_bytes()
    err = asked(warehouse, "query", sql, code=2)
    assert said in err and len(err.splitlines()) == 1
    assert warehouse.read_bytes() == before


def test_explain_leads_from_a_baseline_to_its_sentence_and_arithmetic(warehouse: Path) -> None:
    with duckdb.connect(warehouse, read_only=True) as connection:
        found = connection.execute(
            """
            select b.implied_baseline_id, b.level_claim_id from marts.implied_baselines as b
            inner join marts.claims as c on b.level_claim_id = c.claim_id
            where c.value = 5739 and b.time_period = '2016' and b.derivation = 'derived'
            """
        ).fetchall()
    [(baseline, level)] = found
    text = asked(warehouse, "explain", baseline[:12])
    assert "5,739 ÷ (1 + (33%, 34%)) = [4,283, 4,315]" in text
    assert "»5,739«" in text and "»33%«" in text
    assert "published: 4,298" in text and "consistent" in text
    assert "[a sample text of this project]" in text
    facts = json.loads(asked(warehouse, "explain", baseline, "--json"))
    assert facts["kind"] == "implied_baseline" and facts["level_claim_id"] == level
    assert {claim["role"] for claim in facts["claims"]} >= {"level", "growth", "published"}


def test_explain_finds_an_observation_by_words(warehouse: Path) -> None:
    text = asked(warehouse, "explain", "makers' spaces", "2017")
    assert "makers spaces for 2017" in text and "5,739" in text
    text = asked(warehouse, "explain", "teams", "served", "2016")
    assert "274,000" in text.splitlines()[0], "the code of an indicator is a name too"


def test_explain_shows_every_kind_of_row(warehouse: Path) -> None:
    """One row of each mart that can be asked about; the rows themselves are tested elsewhere."""
    for mart, key in (
        ("claims", "claim_id"),
        ("observations", "observation_id"),
        ("implied_baselines", "implied_baseline_id"),
        ("implied_levels", "implied_level_id"),
        ("reconciliations", "reconciliation_id"),
    ):
        with duckdb.connect(warehouse, read_only=True) as connection:
            keys = connection.execute(f"select {key} from marts.{mart} order by 1 limit 3").fetchall()
        assert keys, mart
        for (value,) in keys:
            assert asked(warehouse, "explain", value).startswith(value[:12])


def test_each_case_of_the_review_queue_has_a_command_that_runs_and_a_row_that_a_seed_takes(
    warehouse: Path,
) -> None:
    """One case of each reason: its command as printed, and its row with the blanks filled in by a person."""
    sql = "select why, command, row_to_add, settled_by from marts.review_queue order by review_rank desc"
    with duckdb.connect(warehouse, read_only=True) as connection:
        cases = {why: case for why, *case in connection.execute(sql).fetchall()}
    assert {"conflict", "label_of_the_whole", "revised_or_conflict", "unmapped_label"} <= cases.keys()
    blanks = {"why": "misread", "day": "2026-11-22", "who": "me", "indicator": "parks", "right value": "9"}
    blanks |= {"decision": "reject", "column or -": "-", "right value or -": "-"}
    for why, (command, row, settled_by) in cases.items():
        program, *arguments = shlex.split(command)
        assert program == "figures" and asked(warehouse, *arguments)
        if row is None:
            assert why == "revised_or_conflict"
            continue
        seed = next(name for name in DECISIONS if name in settled_by)
        for blank, said in blanks.items():
            row = row.replace(f"<{blank}>", said)
        [cells] = csv.reader([row])
        frame = pl.DataFrame([cells], schema=list(DECISIONS[seed].to_schema().columns), orient="row")
        _, refused = validate(seed, frame)
        assert not refused, (row, refused)


def test_explain_lists_what_words_can_mean(warehouse: Path) -> None:
    assert "ask for one of them by its id" in asked(warehouse, "explain", "spaces", code=2)
    err = asked(warehouse, "explain", "makers", "spaces", "2016-Q3", code=2)
    assert err == "There is no “makers spaces” of 2016-Q3, but of 2016, 2018, 2017.\n"
    assert "Nothing is called" in asked(warehouse, "explain", "unicorns", code=2)


def test_status_is_fresh_after_a_refresh(warehouse: Path) -> None:
    answer = json.loads(asked(warehouse, "status", "--json"))
    assert not answer["is_stale"]
    [source] = answer["sources"]
    assert (source["publisher"], source["reports"]) == ("Report Figures samples", 6)


def test_a_refresh_closes_with_what_it_found(sample_refresh: Refreshed) -> None:
    said = sample_refresh.done.stdout
    for name in ("Documents", "Claims", "Observations", "Baselines", "Checks", "Tests", "Seconds"):
        assert f"\n{name}" in "\n" + said
    assert "5,739 ÷ (1 + (33%, 34%)) = [4,283, 4,315]" in said
