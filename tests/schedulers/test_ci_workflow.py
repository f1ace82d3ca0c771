"""The CI example runs on a schedule, one refresh at a time, and only commands that exist."""

import re
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
WORKFLOW = yaml.load((ROOT / "schedulers/ci/refresh.yml").read_text("utf-8"), Loader=yaml.BaseLoader)
STEPS = WORKFLOW["jobs"]["refresh"]["steps"]


def test_it_runs_on_a_schedule_and_when_a_report_comes_in() -> None:
    (schedule,) = WORKFLOW["on"]["schedule"]
    assert len(schedule["cron"].split()) == 5
    assert "reports/**" in WORKFLOW["on"]["push"]["paths"]


def test_two_runs_wait_for_each_other_and_none_is_cut_off() -> None:
    assert WORKFLOW["concurrency"]["cancel-in-progress"] == "false"


def test_its_commands_are_targets_of_the_makefile_or_the_figures_script() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), flags=re.M))
    for command in (step["run"] for step in STEPS if "run" in step):
        program, argument = command.split()[:2]
        assert (program == "make" and argument in targets) or program == ".venv/bin/figures", command


def test_a_failed_refresh_still_keeps_the_last_good_warehouse_for_the_next_run() -> None:
    by_name = {step.get("name"): step for step in STEPS}
    keep = by_name["Keep the warehouse for the next run"]
    assert keep["if"] == "always()"
    assert keep["with"]["path"] == by_name["Bring back the last warehouse"]["with"]["path"] == "warehouse"
