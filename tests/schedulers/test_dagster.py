"""The refresh under Dagster: same guarantee, without a daemon."""

# ruff: noqa: E402  (what follows the two skips needs the extra)

import importlib
import json
import sys
from pathlib import Path
from typing import Any

import duckdb
import pytest

dg = pytest.importorskip("dagster", reason="the extra `dagster` is not installed")
pytest.importorskip("dagster_dbt", reason="the extra `dagster` is not installed")

from ingest import reading
from ingest.dagster_refresh.assets import PARTS_REFUSED
from ingest.dagster_refresh.graph import WAREHOUSE, Graph
from ingest.dagster_refresh.location import code_location
from ingest.dagster_refresh.resource import Figures
from ingest.lock import lock
from ingest.project import Warehouse
from ingest.prose import Context, Reading
from tests.schedulers.dagster_runs import checks, materialised, reason, run

RAW_CLAIMS = dg.AssetKey(["raw", "claims"])


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


@pytest.mark.soak
def test_a_run_with_dbt_itself_materialises_all_of_the_graph(figures: Figures, graph: Graph) -> None:
    result = run(figures, graph)
    assert result.success
    assert materialised(result) == {spec.key.to_user_string() for spec in graph.specs}
    assert set(checks(result)) == {spec.name for spec in graph.checks}


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
        found.claims[:] = [
            claim._replace(char_start=claim.char_start + 1, char_end=claim.char_end + 1)
            for claim in found.claims
        ]
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


def test_a_test_of_several_models_is_a_check_of_the_published_whole() -> None:
    model = {"resource_type": "model", "config": {}, "tags": [], "meta": {}, "package_name": "p"}
    nodes = {f"model.p.{n}": model | {"name": n, "fqn": ["p", n]} for n in ("a", "b")}
    several = {"resource_type": "test", "name": "a_and_b", "depends_on": {"nodes": list(nodes)}}
    from ingest.dagster_refresh.graph import tested_by

    keys = {"model.p.a": dg.AssetKey("a"), "model.p.b": dg.AssetKey("b")}
    assert tested_by(several, keys) == WAREHOUSE
    assert tested_by(several | {"attached_node": "model.p.b"}, keys) == dg.AssetKey("b")
    assert tested_by(several | {"depends_on": {"nodes": ["model.p.a"]}}, keys) == dg.AssetKey("a")
