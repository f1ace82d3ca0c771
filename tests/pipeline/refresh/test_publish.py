"""What a refresh shows before it publishes, what it will not publish unasked, and the way back."""

import json
import shutil
from pathlib import Path

from ingest.project import DBT_PROJECT
from tests.pipeline.refresh.house import House

SHIPS = "In 2017 there were {} ships. In 2016 there were 11 boats."


def test_diff_shows_what_would_change_and_publishes_nothing(ships: House) -> None:
    assert "Nothing new" in ships.run("diff").stdout
    ships.put("rafts", "In 2017 there were 13 rafts.")
    before = ships.published.read_bytes()
    journal = (ships.warehouse / "journal.jsonl").read_bytes()
    outcome = json.loads(ships.run("diff", "--json").stdout)
    seen = outcome["diff"]["observations"]
    assert (outcome["outcome"], outcome["exit_code"], outcome["published"]) == ("compared", 0, False)
    assert (seen["before"], seen["added"], seen["changed"], seen["removed"]) == (2, 1, 0, 0)
    [row] = seen["rows"]
    assert (row["change"], row["lower_after"], row["lower_before"]) == ("added", 13, None)
    done = ships.run("diff")
    assert "+ rafts 2017 level: 13" in done.stdout and "implied baselines: no differences" in done.stdout
    assert ships.stands(before) and (ships.warehouse / "journal.jsonl").read_bytes() == journal
    assert ships.refresh()["observations_added"] == 1


def test_figures_that_would_vanish_stop_the_publish_until_the_user_says_so(ships: House) -> None:
    before = ships.published.read_bytes()
    ships.put("ships", "In 2017 there were 12 ships.")  # the report was replaced: the boats are gone from it
    outcome = ships.refresh()
    assert (outcome["outcome"], outcome["exit_code"]) == ("failed", 1)
    assert "1 published observation would vanish" in outcome["message"] and "boats 2016" in outcome["message"]
    assert "figures refresh --accept" in outcome["message"]
    assert ships.stands(before)
    outcome = ships.refresh("--accept", STAND_IN_MARK="accepted")
    assert (outcome["published"], outcome["observations_removed"]) == (True, 1)
    assert ships.mark() == "accepted"


def test_more_change_than_is_allowed_stops_the_publish(ships: House) -> None:
    ships.put("ships", SHIPS.format("14"))  # one of two observations
    outcome = ships.refresh("--max-change", "0.4")
    assert outcome["exit_code"] == 1 and "1 published observation of 2 would change" in outcome["message"]
    outcome = ships.refresh("--max-change", "0.5")
    assert (outcome["exit_code"], outcome["observations_changed"]) == (0, 1)


def test_an_empty_shelf_stops_the_publish_until_the_user_says_so(ships: House) -> None:
    before = ships.published.read_bytes()
    shutil.rmtree(ships.shelf / "bureau")
    outcome = ships.refresh()
    assert (outcome["exit_code"], outcome["published"]) == (1, False)
    assert "is empty" in outcome["message"] and "figures refresh --accept" in outcome["message"]
    assert ships.stands(before)
    outcome = ships.refresh("--accept")
    assert (outcome["exit_code"], outcome["withdrawn"]) == (0, 1), outcome["message"]


def test_a_withdrawn_report_explains_what_vanishes_with_it(ships: House) -> None:
    ships.put("rafts", "In 2017 there were 13 rafts.")
    ships.refresh()
    shutil.rmtree(ships.shelf / "bureau/rafts")
    outcome = ships.refresh()
    assert (outcome["exit_code"], outcome["observations_removed"]) == (0, 1), outcome["message"]


def test_an_edited_seed_explains_what_it_takes_away_and_nothing_else(ships: House, tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(DBT_PROJECT, project, ignore=shutil.ignore_patterns("target", "logs", "__pycache__"))
    ships.environment["FIGURES_DBT_PROJECT"] = str(project)
    ships.refresh("--force")
    seed = project / "seeds/claim_decisions.csv"
    [(claim,)] = ships.query("select claim_id from raw.claims where value_text = '12'")
    seed.write_text(seed.read_text() + f"{claim},reject,12,-,-,a misprint,2026-11-22,Ada\n")
    outcome = ships.refresh()
    assert (outcome["exit_code"], outcome["observations_removed"]) == (0, 1), outcome["message"]
    ships.put("ships", "Nothing was counted.")
    model = next((project / "models").rglob("*.sql"))
    model.write_text(model.read_text() + "\n-- edited\n")
    assert ships.refresh()["exit_code"] == 1, "the boats vanish from a report that still stands"
    seed.write_text(seed.read_text() + "\n")
    outcome = ships.refresh()
    assert outcome["exit_code"] == 1 and "boats 2016 level" in outcome["message"], outcome["message"]


def test_an_edited_seed_explains_changes_of_old_claims_only(ships: House, tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(DBT_PROJECT, project, ignore=shutil.ignore_patterns("target", "logs", "__pycache__"))
    ships.environment["FIGURES_DBT_PROJECT"] = str(project)
    ships.refresh("--force")
    ships.put("ships", "In 2017 there were 13 ships. In 2016 there were 14 boats.")
    seed = project / "seeds/indicator_labels.csv"
    seed.write_text(seed.read_text() + "\n")
    outcome = ships.refresh()
    assert outcome["exit_code"] == 1 and "2 published observations of 2 would change" in outcome["message"]


def test_a_decision_that_matches_nothing_publishes_and_ends_with_3(ships: House, tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(DBT_PROJECT, project, ignore=shutil.ignore_patterns("target", "logs", "__pycache__"))
    seed = project / "seeds/claim_decisions.csv"
    [(known,)] = ships.query("select claim_id from raw.claims where value_text = '12'")
    seed.write_text(seed.read_text() + f"{known},reject,12,-,-,a misprint,2026-11-22,Ada\n")
    ships.environment["FIGURES_DBT_PROJECT"] = str(project)
    outcome = ships.refresh()
    assert (outcome["published"], outcome["exit_code"], outcome["warnings"]) == (True, 0, [])
    seed.write_text(seed.read_text() + f"{'0' * 32},reject,12,-,-,a misprint,2026-11-22,Ada\n")
    outcome = ships.refresh()
    assert (outcome["published"], outcome["exit_code"]) == (True, 3)
    [warning] = outcome["warnings"]
    assert "“reject” on the claim 000000000000" in warning and "applies to nothing: no reading" in warning


def test_earlier_warehouses_are_kept_as_links_and_swapped_back(ships: House) -> None:
    for mark in ("one", "two"):
        ships.refresh("--force", "--keep", "2", STAND_IN_MARK=mark)
    listed = json.loads(ships.run("history", "--json").stdout)
    assert [kept["stands"] for kept in listed] == [True, False, False]
    assert ships.published.stat().st_nlink == 1
    assert ships.run("rollback").returncode == 0
    assert ships.mark() == "one" and ships.published.stat().st_nlink == 2, "a link, no copy"
    again = ships.refresh()
    assert again["outcome"] == "nothing_new", "what was taken back is not published again by itself"
    assert ships.mark() == "one"
    names = [kept["name"] for kept in json.loads(ships.run("history", "--json").stdout)]
    assert ships.run("rollback", names[1]).returncode == 0
    assert ships.mark() == "two", "and forward again"
    done = ships.run("rollback", "figures-of-nobody.duckdb")
    assert done.returncode == 2 and "holds no “figures-of-nobody.duckdb”; it holds" in done.stderr


def test_status_says_that_an_earlier_warehouse_is_up_until_a_refresh_publishes(ships: House) -> None:
    ships.refresh("--force", STAND_IN_MARK="new")
    assert json.loads(ships.run("status", "--json").stdout)["rolled_back"] is None
    back = json.loads(ships.run("rollback", "--json").stdout)
    status = json.loads(ships.run("status", "--json").stdout)
    assert status["rolled_back"]["name"] == back["name"]
    assert ships.refresh()["outcome"] == "nothing_new", "it stays up"
    said = ships.run("status").stdout
    at = status["rolled_back"]["at"]
    assert f"An earlier warehouse is up: {back['name']}, put back by figures rollback at {at} UTC" in said
    assert "until the shelf or the project changes; figures refresh --force builds anew" in said
    assert ships.run("rollback").returncode == 0, "and forward again"
    assert json.loads(ships.run("status", "--json").stdout)["rolled_back"] is None
    assert ships.run("rollback").returncode == 0
    assert json.loads(ships.run("status", "--json").stdout)["rolled_back"]["name"] == back["name"]
    ships.put("rafts", "In 2017 there were 13 rafts.")
    assert ships.refresh()["published"]
    assert json.loads(ships.run("status", "--json").stdout)["rolled_back"] is None
    assert "earlier warehouse" not in ships.run("status").stdout


def test_only_the_latest_are_kept(ships: House) -> None:
    for number in range(3):
        ships.refresh("--force", "--keep", "1", STAND_IN_MARK=str(number))
    [kept] = (ships.warehouse / "history").iterdir()
    assert ships.query("select mark from marts.whole", kept) == [("1",)]


def test_rollback_without_an_earlier_warehouse_says_so(ships: House) -> None:
    before = ships.published.read_bytes()
    done = ships.run("rollback")
    assert done.returncode == 2 and "holds no earlier warehouse" in done.stderr
    assert ships.stands(before)


def test_a_source_that_brings_nothing_is_stale(ships: House) -> None:
    outcome = ships.refresh("--source-max-age", "0")
    assert (outcome["outcome"], outcome["exit_code"], outcome["stale_sources"]) == (
        "nothing_new",
        3,
        ["Bureau"],
    )
    assert "Bureau brought nothing for 0 days" in outcome["message"]
    assert ships.refresh("--source-max-age", "1")["exit_code"] == 0
    done = ships.run("status", "--source-max-age", "0")
    assert done.returncode == 1 and "Stale: Bureau has brought nothing" in done.stdout


def test_status_is_stale_when_the_last_success_is_too_long_ago(ships: House) -> None:
    assert ships.run("status").returncode == 0
    done = ships.run("status", "--max-age", "0")
    assert done.returncode == 1 and "Stale: the last successful refresh ended" in done.stdout


def test_every_step_and_test_of_a_refresh_stands_in_the_next_ones_raw_tables(ships: House) -> None:
    ships.refresh("--force")
    rows = ships.query("select kind, status, count(*) from raw.refresh_results group by all order by all")
    assert ("test", "pass", 1) in rows and ("model", "success", 1) in rows
    steps = ships.query("select unique_id from raw.refresh_results where kind = 'step'")
    assert {name for (name,) in steps} == {
        f"step.{each}" for each in ("look", "copy", "load", "check", "build", "audit", "publish")
    }
    assert ships.query("select outcome, published from raw.refreshes") == [("published", True)]


def test_the_log_is_one_json_object_a_line_and_rotates(ships: House) -> None:
    log = ships.warehouse / "logs/refresh.jsonl"
    lines = [json.loads(line) for line in log.read_text().splitlines()]
    assert [line["step"] for line in lines if line["event"] == "step"][:2] == ["look", "copy"]
    assert lines[-1]["event"] == "end" and lines[-1]["outcome"] == "published"
    log.write_text("x" * 2_000_000)
    ships.refresh()
    assert (ships.warehouse / "logs/refresh.jsonl.1").stat().st_size == 2_000_000
    assert log.stat().st_size < 10_000
