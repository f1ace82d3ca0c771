"""The refresh under Dagster: same guarantee, without a daemon."""

# ruff: noqa: E402  (what follows the two skips needs the extra)

import importlib
import json
import shutil
import sys
from pathlib import Path
from typing import Any

import duckdb
import pytest

dg = pytest.importorskip("dagster", reason="the extra `dagster` is not installed")
pytest.importorskip("dagster_dbt", reason="the extra `dagster` is not installed")

from ingest import reading
from ingest.dagster_refresh.assets import PARTS_REFUSED
from ingest.dagster_refresh.graph import WAREHOUSE, Graph, graph_of
from ingest.dagster_refresh.location import code_location
from ingest.dagster_refresh.manifest import read_manifest
from ingest.dagster_refresh.resource import Figures
from ingest.errors import ConfigError
from ingest.lock import lock
from ingest.project import DBT_PROJECT, REPORTS, Warehouse
from ingest.prose import Context, Reading
from ingest.raw_tables import raw_ddl


@pytest.fixture(scope="module")
def parsed(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """A warehouse folder in which dbt's manifest is parsed already."""
    house = Warehouse(tmp_path_factory.mktemp("manifest"))
    read_manifest(DBT_PROJECT, house)
    return house


@pytest.fixture(scope="module")
def graph(parsed: Warehouse) -> Graph:
    """The graph of the project."""
    return graph_of(read_manifest(DBT_PROJECT, parsed))


@pytest.fixture
def figures(tmp_path: Path) -> Figures:
    """A shelf of a test's own, and a published warehouse that holds no report yet."""
    shutil.copytree(REPORTS, tmp_path / "reports")
    figures = Figures(reports=str(tmp_path / "reports"), warehouse=str(tmp_path / "warehouse"))
    publish_empty(figures)
    return figures


def publish_empty(figures: Figures) -> None:
    published = figures.plan().warehouse.published
    published.parent.mkdir(parents=True)
    with duckdb.connect(str(published)) as connection:
        for statement in raw_ddl():
            connection.execute(statement)


@pytest.fixture(scope="module")
def first_run(graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> tuple[Figures, Any]:
    """The sample shelf, refreshed by Dagster; read only."""
    figures = Figures(reports=str(REPORTS), warehouse=str(tmp_path_factory.mktemp("dagster") / "warehouse"))
    publish_empty(figures)
    return figures, run(figures, graph, force=False)


RAW_CLAIMS = dg.AssetKey(["raw", "claims"])


def run(figures: Figures, graph: Graph, force: bool = True) -> Any:
    """One run of the job in this process; never raises."""
    job = code_location(figures, graph).resolve_job_def("refresh_figures")
    config = {"ops": {"refresh": {"config": {"force": force}}}}
    return job.execute_in_process(run_config=config, raise_on_error=False)


def reason(result: Any) -> str:
    """The sentence with which the run failed."""
    (failure,) = [event for event in result.all_events if event.is_step_failure]
    return failure.step_failure_data.user_failure_data.description


def materialised(result: Any) -> set[str]:
    return {event.asset_key.to_user_string() for event in result.get_asset_materialization_events()}


def checks(result: Any) -> dict[str, bool]:
    return {check.check_name: check.passed for check in result.get_asset_check_evaluations()}


def stand_in_for_dbt(folder: Path, results: list[dict[str, Any]], code: int) -> str:
    """A command in place of dbt that leaves a file `started`, the results, and ends with the code."""
    script = folder / "dbt.py"
    said = json.dumps({"results": results})
    script.write_text(
        "import pathlib, sys\n"
        f"pathlib.Path({str(folder / 'started')!r}).touch()\n"
        "target = pathlib.Path(sys.argv[sys.argv.index('--target-path') + 1])\n"
        f"(target / 'run_results.json').write_text({said!r})\n"
        f"sys.exit({code})\n"
    )
    return f"{sys.executable} {script}"


def test_the_definitions_load_and_hold_every_raw_table_model_and_test(
    parsed: Warehouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FIGURES_WAREHOUSE", str(parsed.folder))
    defs = importlib.import_module("ingest.dagster_refresh.definitions").defs
    dg.Definitions.validate_loadable(defs)
    manifest = json.loads((parsed.folder / "dagster/manifest.json").read_text("utf-8"))
    nodes = manifest["nodes"].values()
    built = {(*n["fqn"][1:-1], n["name"]) for n in nodes if n["resource_type"] in {"model", "seed"}}
    keys = {spec.key.to_user_string() for spec in defs.resolve_all_asset_specs()}
    assert {"shelf", "raw/claims", "raw/quarantine", "marts/observations", "warehouse"} <= keys
    assert len([key for key in keys if key.split("/")[0] not in {"shelf", "raw", "warehouse"}]) == len(built)
    tests = {n["name"] for n in nodes if n["resource_type"] == "test"}
    assert tests <= {key.name for key in defs.resolve_asset_graph().asset_check_keys}


def test_the_arrows_lead_from_the_shelf_to_the_published_file(graph: Graph) -> None:
    upstream = {
        spec.key.to_user_string(): {dep.asset_key.to_user_string() for dep in spec.deps}
        for spec in graph.specs
    }
    assert upstream["raw/claims"] == {"shelf"}
    assert "raw/claims" in upstream["staging/stg_claims"]
    assert "marts/observations" in upstream["warehouse"]


def test_a_part_of_the_graph_is_refused_with_a_sentence(figures: Figures, graph: Graph) -> None:
    defs = code_location(figures, graph)
    part = dg.define_asset_job("part", selection=dg.AssetSelection.assets("marts/observations"))
    job = dg.Definitions.merge(defs, dg.Definitions(jobs=[part])).resolve_job_def("part")
    result = job.execute_in_process(raise_on_error=False)
    assert reason(result) == PARTS_REFUSED
    assert not figures.plan().warehouse.journal.exists(), "a refresh was started"


def test_a_run_publishes_and_materialises_all_of_the_graph(
    first_run: tuple[Figures, Any], graph: Graph
) -> None:
    figures, result = first_run
    assert result.success
    assert materialised(result) == {spec.key.to_user_string() for spec in graph.specs}
    assert set(checks(result)) == {spec.name for spec in graph.checks}
    assert all(checks(result).values())
    (claims,) = [
        e.materialization for e in result.get_asset_materialization_events() if e.asset_key == RAW_CLAIMS
    ]
    with duckdb.connect(str(figures.plan().warehouse.published), read_only=True) as connection:
        (count,) = connection.execute("select count(*) from raw.claims").fetchone() or (0,)
    assert claims.metadata["dagster/row_count"].value == count > 0


def test_a_second_run_has_nothing_to_materialise(first_run: tuple[Figures, Any], graph: Graph) -> None:
    figures, _ = first_run
    before = figures.plan().warehouse.published.stat()
    result = run(figures, graph, force=False)
    assert result.success
    assert materialised(result) == set()
    assert figures.plan().warehouse.published.stat().st_ino == before.st_ino


def test_a_failing_raw_check_stops_dbt_and_keeps_the_published_file(
    figures: Figures, graph: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = reading.read_claims

    def wrong(text: str, context: Context) -> Reading:
        """A reader whose offsets are off by one."""
        found = right(text, context)
        for claim in found.claims:
            claim.char_start, claim.char_end = claim.char_start + 1, claim.char_end + 1
        return found

    monkeypatch.setattr(reading, "read_claims", wrong)
    monkeypatch.setenv("FIGURES_DBT", stand_in_for_dbt(tmp_path, [], 0))
    place = tmp_path / "reports/report-figures-samples/incubators-2016"
    (place / "briefing.txt").write_text("China had 3,255 incubators in 2016.\n", "utf-8")
    published = figures.plan().warehouse.published
    before = published.read_bytes()

    result = run(figures, graph)

    assert not result.success
    assert checks(result)["offsets_cut_the_numeral"] is False
    (spec,) = [spec for spec in graph.checks if spec.name == "offsets_cut_the_numeral"]
    assert spec.blocking
    assert not (tmp_path / "started").exists(), "dbt was started"
    assert materialised(result) == set()
    assert published.read_bytes() == before


def test_a_failing_dbt_test_is_a_failing_check_and_keeps_the_published_file(
    figures: Figures, graph: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing, passing, *_ = graph.tests
    said = [
        {
            "unique_id": failing,
            "status": "fail",
            "execution_time": 0.1,
            "message": "Got 2 results",
            "failures": 2,
        },
        {"unique_id": passing, "status": "pass", "execution_time": 0.1, "message": None, "failures": 0},
    ]
    monkeypatch.setenv("FIGURES_DBT", stand_in_for_dbt(tmp_path, said, 1))
    published = figures.plan().warehouse.published
    before = published.read_bytes()

    result = run(figures, graph)

    assert not result.success
    evaluations = {(c.asset_key, c.check_name): c for c in result.get_asset_check_evaluations()}
    check = evaluations[graph.tests[failing].asset_key, graph.tests[failing].name]
    assert (check.passed, check.metadata["failures"].value) == (False, 2)
    assert evaluations[graph.tests[passing].asset_key, graph.tests[passing].name].passed
    assert materialised(result) == set()
    assert published.read_bytes() == before
    assert "the last good warehouse stands" in reason(result)


def test_a_run_beside_another_refresh_does_nothing_and_does_not_fail(figures: Figures, graph: Graph) -> None:
    with lock(figures.plan().warehouse.lock):
        result = run(figures, graph)
    assert result.success
    assert materialised(result) == set()


def test_a_shelf_that_is_not_there_is_one_sentence(graph: Graph, tmp_path: Path) -> None:
    result = run(Figures(reports=str(tmp_path / "none"), warehouse=str(tmp_path)), graph)
    assert not result.success
    assert reason(result).startswith("There is no shelf at")


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


def test_a_test_of_several_models_is_a_check_of_the_published_whole() -> None:
    model = {"resource_type": "model", "config": {}, "tags": [], "meta": {}, "package_name": "p"}
    nodes = {f"model.p.{n}": model | {"name": n, "fqn": ["p", n]} for n in ("a", "b")}
    several = {"resource_type": "test", "name": "a_and_b", "depends_on": {"nodes": list(nodes)}}
    from ingest.dagster_refresh.graph import _tested

    keys = {"model.p.a": dg.AssetKey("a"), "model.p.b": dg.AssetKey("b")}
    assert _tested(several, keys) == WAREHOUSE
    assert _tested(several | {"attached_node": "model.p.b"}, keys) == dg.AssetKey("b")
    assert _tested(several | {"depends_on": {"nodes": ["model.p.a"]}}, keys) == dg.AssetKey("a")


def test_dagster_takes_its_settings_and_sends_nothing_home(tmp_path: Path) -> None:
    settings = Path(__file__).parents[2] / "schedulers/dagster/dagster.yaml"
    shutil.copy(settings, tmp_path)
    with dg.DagsterInstance.from_config(str(tmp_path)) as instance:
        assert instance.telemetry_enabled is False
        assert instance.get_concurrency_config().run_queue_config.max_concurrent_runs == 1
