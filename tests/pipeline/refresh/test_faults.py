"""After any outcome the published warehouse is the old one or the new one, whole; and the run says so."""

import json
import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import pytest

from ingest.project import ROOT
from tests.pipeline.refresh.house import FIGURES, House, wait_until


@pytest.mark.parametrize("manner", ["fail", "error", "no_results"])
def test_a_build_that_fails_keeps_the_last_good_file(published: House, manner: str) -> None:
    before = published.published.read_bytes()
    outcome = published.refresh(STAND_IN=manner)
    assert (outcome["outcome"], outcome["exit_code"]) == ("failed", 1)
    assert "the last good warehouse stands" in outcome["message"]
    assert published.stands(before)
    assert published.refresh(STAND_IN_MARK="new")["published"], "a failure does not stop the next run"
    assert published.mark() == "new"
    [(failed, tests)] = published.query(
        "select count(*), max(tests_failed) from raw.refreshes where outcome = 'failed'"
    )
    assert (failed, tests) == (1, 1 if manner == "fail" else 0)


def test_a_failing_test_leaves_the_build_and_its_rows_to_look_at(published: House) -> None:
    outcome = published.refresh(STAND_IN="fail", STAND_IN_MARK="bad")
    [failure] = outcome["failures"]
    assert failure["name"] == "nothing_is_absent"
    assert failure["first"]["reason"] == "the whole is absent"
    assert Path(failure["file"]).read_text().startswith("reason,claims\nthe whole is absent,")
    assert published.query("select mark from marts.whole", Path(outcome["failed_build"])) == [("bad",)]
    done = published.run("refresh", STAND_IN="fail")
    assert done.returncode == 1 and "the whole is absent" in done.stderr and "Traceback" not in done.stderr


def test_a_failing_row_is_led_back_to_its_report_and_sentence(published: House) -> None:
    """The id of an observation that was never published would tell a person nothing."""
    outcome = published.refresh(STAND_IN="fail_row")
    [failure] = outcome["failures"]
    [claim] = failure["claims"]
    assert (claim["shelf_path"], claim["value_text"]) == ("bureau/two/report.txt", "12")
    for said in (
        "“12” in bureau/two/report.txt: “In 2017 there were 12 ships.”",
        "take bureau/two off the shelf",
        f"reject claim {claim['claim_id']} in the seed claim_decisions.csv",
    ):
        assert said in outcome["message"]


def test_what_could_not_be_built_is_said_once(published: House) -> None:
    done = published.run("refresh", STAND_IN="error")
    assert done.returncode == 1 and done.stderr.count("as asked for") == 1, done.stderr
    assert done.stderr.startswith("broken could not be built: as asked for")


def test_a_hanging_dbt_is_stopped_with_all_that_it_started(published: House) -> None:
    before = published.published.read_bytes()
    outcome = published.refresh("--dbt-timeout", "0.5", STAND_IN="hang")
    assert outcome["exit_code"] == 1 and "still running after 0.5 seconds" in outcome["message"]
    assert published.stands(before)
    assert published.refresh(STAND_IN_MARK="new")["published"], "the lock is free"


def test_a_hanging_hook_is_stopped_and_changes_nothing(published: House) -> None:
    hook = f"{sys.executable} -c 'import time; time.sleep(600)'"
    outcome = published.refresh("--hook", hook, "--hook-seconds", "0.5", STAND_IN_MARK="new")
    assert (outcome["exit_code"], published.mark()) == (0, "new")
    assert "was stopped after 0.5 seconds" in outcome["warnings"][0]


def test_a_hook_gets_the_outcome_and_its_failure_changes_nothing(published: House, tmp_path: Path) -> None:
    script = tmp_path / "hook.py"
    script.write_text(
        f"import sys; open({str(tmp_path / 'told')!r}, 'w').write(sys.stdin.read()); sys.exit(9)"
    )
    outcome = published.refresh("--hook", f"{sys.executable} {script}")
    assert outcome["exit_code"] == 0 and "ended with code 9" in outcome["warnings"][0]
    told = json.loads((tmp_path / "told").read_text())
    assert (told["outcome"], told["published"], told["refresh_id"]) == (
        "published",
        True,
        outcome["refresh_id"],
    )


def test_two_started_at_once_one_runs_and_one_says_so(published: House) -> None:
    first = published.start("refresh", STAND_IN="30", STAND_IN_MARK="first")
    wait_until(published.children)
    second = published.run("refresh")
    assert second.returncode == 75
    assert f"process {first.pid}, since" in second.stderr
    first.send_signal(signal.SIGTERM)
    first.communicate(timeout=60)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_stopped_run_leaves_no_child_and_frees_the_lock(published: House, number: signal.Signals) -> None:
    before = published.published.read_bytes()
    run = published.start("refresh", STAND_IN="300")
    wait_until(published.children)
    run.send_signal(number)
    _, said = run.communicate(timeout=60)
    assert run.returncode == 1 and f"Stopped by {number.name}" in said
    assert not published.children(), "dbt has ended too"
    assert published.stands(before)
    assert published.refresh(STAND_IN_MARK="new")["published"]


def test_a_dbt_that_outlives_its_killed_parent_holds_the_lock_to_its_end(published: House) -> None:
    run = published.start("refresh", STAND_IN="3", STAND_IN_MARK="orphan")
    wait_until(published.children)
    run.kill()
    run.communicate(timeout=60)
    assert published.children(), "dbt lives on"
    assert published.run("refresh").returncode == 75
    while published.children():
        time.sleep(0.05)
    assert published.mark() == "old", "what an orphan built is never published"
    assert published.refresh(STAND_IN_MARK="new")["published"]
    assert published.mark() == "new"
    status = json.loads(published.run("status", "--json").stdout)
    assert status["unfinished"] == [] and status["last_success"]["published"]


def test_a_dbt_that_waits_for_the_load_ends_with_a_refresh_that_is_killed(published: House) -> None:
    run = published.start("refresh", FIGURES_DBT="")
    wait_until(lambda: published.children("ingest.dbt_child"))
    run.kill()
    run.communicate(timeout=60)
    wait_until(lambda: not published.children("ingest.dbt_child"))
    assert published.mark() == "old"
    assert published.refresh(STAND_IN_MARK="new")["published"], "the lock is free"


def test_a_refresh_that_fails_before_its_build_leaves_no_dbt_waiting(published: House) -> None:
    (published.warehouse / "figures.duckdb").write_bytes(b"no database")
    (published.warehouse / "logs/dbt.txt").unlink()
    done = published.run("refresh", FIGURES_DBT="")
    assert done.returncode == 1 and "no earlier one was kept, so take it away" in done.stderr
    assert "last good" not in done.stderr
    assert not published.children("ingest.dbt_child")
    assert (published.warehouse / "logs/dbt.txt").exists(), "it was started"


def test_a_damaged_published_file_is_named_and_rollback_works(published: House) -> None:
    assert published.refresh(STAND_IN_MARK="new")["published"]
    with published.published.open("r+b") as file:  # as a disk does it: in place
        file.write(b"\0" * 8192)
    # The kept file of the same inode is damaged with it; the one before is not.
    published.put("three", "In 2017 there were 13 rafts.")
    outcome = published.refresh()
    assert outcome["exit_code"] == 1 and "figures rollback" in outcome["message"]
    assert "last good" not in outcome["message"], "none stands"
    status = published.run("status")
    assert status.returncode == 1 and "cannot be opened" in status.stdout
    back = published.run("rollback")
    assert back.returncode == 0, back.stderr
    assert published.mark() == "old"
    assert published.refresh(STAND_IN_MARK="newer")["published"]
    assert published.mark() == "newer"


def test_a_stale_log_beside_the_published_file_is_never_replayed(published: House) -> None:
    stale = published.warehouse / "figures.duckdb.wal"
    stale.write_bytes(b"rows of long ago")
    assert published.refresh(STAND_IN_MARK="new")["published"]
    assert not stale.exists() and published.mark() == "new"


def test_a_read_only_folder_is_said_in_one_sentence(house: House) -> None:
    house.put("one")
    house.warehouse.mkdir()
    house.warehouse.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        if os.access(house.warehouse, os.W_OK):
            # Root may write anywhere, so the folder is made one that nobody can write to.
            house.warehouse.chmod(stat.S_IRWXU)
            house.warehouse.rmdir()
            house.warehouse.symlink_to("/proc")
        done = house.run("refresh")
    finally:
        if not house.warehouse.is_symlink():
            house.warehouse.chmod(stat.S_IRWXU)
    assert done.returncode == 1
    assert "cannot be written" in done.stderr and "Traceback" not in done.stderr


def test_a_clock_set_back_does_not_hide_what_is_new(published: House) -> None:
    """Everything on disk is from tomorrow; a refresh goes by content and order, not by the time."""
    tomorrow = time.time() + 86400
    for path in [*published.shelf.rglob("*"), *published.warehouse.rglob("*")]:
        os.utime(path, (tomorrow, tomorrow))
    journal = published.warehouse / "journal.jsonl"
    journal.write_text(journal.read_text().replace('"20', '"21'))
    outcome = published.refresh(STAND_IN_MARK="new")
    assert outcome["published"] and published.mark() == "new", outcome["message"]
    assert published.refresh()["outcome"] == "nothing_new"
    assert published.run("status").returncode == 0


def test_a_journal_cut_in_the_middle_of_a_line_is_read_on(published: House) -> None:
    journal = published.warehouse / "journal.jsonl"
    whole = journal.read_bytes()
    journal.write_bytes(whole[:-40])
    assert published.refresh()["published"]
    assert published.refresh()["outcome"] == "nothing_new"
    lines = journal.read_bytes().splitlines()
    parsed = [line for line in lines if line.startswith(b"{") and line.endswith(b"}")]
    assert len(lines) - len(parsed) == 1, "only the cut line is lost"
    status = json.loads(published.run("status", "--json").stdout)
    assert status["last_run"]["outcome"] == "nothing_new"


def test_a_line_of_the_journal_that_fits_no_row_stops_nothing(published: House) -> None:
    journal = published.warehouse / "journal.jsonl"
    [line] = [json.loads(each) for each in journal.read_text().splitlines() if '"end"' in each]
    strange = {**line, "refresh_id": "mine", "outcome": "splendid"}
    journal.write_text(journal.read_text() + json.dumps(strange) + "\n[1]\n")
    assert published.refresh()["published"]
    assert published.query("select refresh_id from raw.refreshes") == [(line["refresh_id"],)]
    assert published.query("select count(*) > 0 from raw.refresh_results") == [(True,)]


def test_a_missing_profile_is_a_matter_of_configuration(published: House, tmp_path: Path) -> None:
    (tmp_path / "project").mkdir()
    (tmp_path / "project/dbt_project.yml").write_text("name: x\n")
    done = published.run("refresh", FIGURES_DBT_PROJECT=str(tmp_path / "project"))
    assert done.returncode == 2 and "profiles.yml is missing" in done.stderr


def test_the_same_input_twice_leaves_the_file_as_it_is(published: House) -> None:
    published.refresh()
    before = published.published.read_bytes()
    os.utime(published.shelf / "bureau/one/report.txt")  # touched, not changed
    assert published.refresh()["outcome"] == "nothing_new"
    assert published.stands(before)


def test_nothing_new_is_known_without_reader_database_or_yaml(ships: House) -> None:
    """What keeps it a matter of a fraction of a second: nothing heavy is imported to know it."""
    time.sleep(2.1)  # a file just written is looked into, and then known
    ships.refresh()
    done = subprocess.run(
        [sys.executable, "-X", "importtime", FIGURES, "refresh"],
        cwd=ROOT, env=ships.env(), capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.startswith("Nothing new")
    imported = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "ingest.survey" in imported
    assert not imported & {"ingest.prose", "duckdb", "polars", "pandera", "dbt", "yaml", "rich"}


def test_a_forced_rebuild_gives_the_same_marts(published: House) -> None:
    published.refresh(STAND_IN_MARK="same")
    before = contents(published)
    assert published.refresh("--force", STAND_IN_MARK="same")["published"]
    assert contents(published) == before


def test_one_catch_up_run_equals_the_daily_runs_that_it_replaces(house: House, tmp_path: Path) -> None:
    (tmp_path / "daily").mkdir()
    daily = House(tmp_path / "daily")
    for slug, text in (
        ("b", "In 2017 there were 12 ships."),
        ("a", "In 2016 there were 11 ships."),
        ("c", ""),
    ):
        for each in (daily, house):
            each.put(slug, text or "In 2017 there were 12 ships.")
        daily.refresh(STAND_IN_MARK="x")
    house.refresh(STAND_IN_MARK="x")
    assert contents(house) == contents(daily)


def test_what_was_published_opens_with_the_storage_of_duckdb_1_5(published: House) -> None:
    with duckdb.connect() as connection:
        connection.execute(f"attach '{published.published}' as published (read_only)")
        [(tags,)] = connection.execute(
            "select tags from duckdb_databases() where database_name = 'published'"
        ).fetchall()
    assert tags["storage_version"].startswith("v1.5.0"), tags


def contents(house: House) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every mart and of the raw tables that do not know the clock or the order of loads."""
    tables = [
        f"{schema}.{name}"
        for schema, name in house.query("select schema_name, table_name from duckdb_tables() order by all")
        if schema in {"marts", "raw"} and name not in {"loads", "refreshes", "refresh_results", "placements"}
    ]
    known = {
        table: [
            f'"{column}"'
            for (column,) in house.query(
                "select column_name from duckdb_columns() where schema_name || '.' || table_name = "
                f"'{table}' and column_name <> 'load_id' order by column_index"
            )
        ]
        for table in tables
    }
    return {
        t: house.query(f"select {', '.join(columns)} from {t} order by all") for t, columns in known.items()
    }


def test_children_are_found_where_proc_is(published: House) -> None:
    """The tests above look for dbt's process; without /proc they would pass by looking nowhere."""
    run = published.start("refresh", STAND_IN="300")
    wait_until(published.children)
    assert len(published.children()) == 1
    run.send_signal(signal.SIGTERM)
    run.communicate(timeout=60)
