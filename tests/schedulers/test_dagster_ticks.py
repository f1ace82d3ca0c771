"""When Dagster asks for a refresh, and with which settings."""

# ruff: noqa: E402  (what follows the two skips needs the extra)

import shutil
from pathlib import Path
from typing import Any

import pytest

dg = pytest.importorskip("dagster", reason="the extra `dagster` is not installed")
pytest.importorskip("dagster_dbt", reason="the extra `dagster` is not installed")

from ingest.dagster_refresh.graph import Graph
from ingest.dagster_refresh.location import code_location
from ingest.dagster_refresh.resource import Figures
from ingest.errors import ConfigError
from ingest.project import ROOT


def test_the_schedule_asks_for_the_job_every_morning(figures: Figures, graph: Graph) -> None:
    defs = code_location(figures, graph)
    schedule = defs.resolve_schedule_def("every_morning")
    assert schedule.cron_schedule == "15 6 * * *"
    context = dg.build_schedule_context(repository_def=defs.get_repository_def())
    (request,) = schedule.evaluate_tick(context).run_requests
    assert request.run_config == {}
    assert schedule.job_name == "refresh_figures"


def tick(figures: Figures, graph: Graph, cursor: str | None = None) -> Any:
    """What the sensor answers to one tick."""
    defs = code_location(figures, graph)
    sensor = defs.resolve_sensor_def("new_reports")
    context = dg.build_sensor_context(
        cursor=cursor, resources={"figures": figures}, repository_def=defs.get_repository_def()
    )
    return sensor.evaluate_tick(context)


def test_the_sensor_is_silent_while_the_shelf_is_what_was_published(
    first_run: tuple[Figures, Any], graph: Graph
) -> None:
    answer = tick(first_run[0], graph)
    assert answer.run_requests == []
    assert answer.skip_message == "Nothing new: the published warehouse stands."


def test_the_sensor_asks_once_for_a_new_report(figures: Figures, graph: Graph, tmp_path: Path) -> None:
    first = tick(figures, graph)
    assert len(first.run_requests) == 1
    (seen,) = first.asset_events
    assert seen.asset_key == dg.AssetKey("shelf")
    assert tick(figures, graph, first.cursor).run_requests == []
    shutil.copytree(
        tmp_path / "reports/report-figures-samples/incubators-2016",
        tmp_path / "reports/report-figures-samples/incubators-2016-again",
    )
    second = tick(figures, graph, first.cursor)
    assert len(second.run_requests) == 1
    shutil.rmtree(tmp_path / "reports/report-figures-samples/incubators-2016-again")
    third = tick(figures, graph, second.cursor)
    assert len(third.run_requests) == 1, "a shelf put back to what it was is news too"
    assert third.cursor == first.cursor
    assert third.run_requests[0].run_key is None


def test_the_sensor_waits_for_a_report_that_is_still_being_written(
    figures: Figures, graph: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ingest.dagster_refresh import sensor

    seen = sensor.look(figures.plan())
    seen.found.waiting.add("a/b")
    monkeypatch.setattr(sensor, "look", lambda plan: seen)
    answer = tick(figures, graph)
    assert answer.run_requests == []
    assert answer.skip_message == "Something is still being written in a/b."


def test_settings_are_those_of_the_command_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FIGURES_HOOK", "schedulers/hooks/mail.py")
    monkeypatch.setenv("FIGURES_REPORTS", str(tmp_path))
    plan = Figures(warehouse=str(tmp_path / "w"), options=["--keep", "9"]).plan("--force")
    assert (plan.hook, plan.keep, plan.force, plan.accept) == ("schedulers/hooks/mail.py", 9, True, False)
    assert (plan.shelf, plan.warehouse.folder) == (tmp_path, tmp_path / "w")
    with pytest.raises(ConfigError, match="--keep"):
        Figures(options=["--keep", "many"]).plan()


def test_dagster_takes_its_settings_and_sends_nothing_home(tmp_path: Path) -> None:
    settings = ROOT / "schedulers/dagster/dagster.yaml"
    shutil.copy(settings, tmp_path)
    with dg.DagsterInstance.from_config(str(tmp_path)) as instance:
        assert instance.telemetry_enabled is False
        assert instance.get_concurrency_config().run_queue_config.max_concurrent_runs == 1
