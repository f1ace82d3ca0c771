"""OpenLineage events of a build: sent where the environment asks, and never in the way."""

import json
import os
import shutil
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("openlineage.common.provider.dbt", reason="the extra `lineage` is not installed")

from ingest import lineage
from ingest.project import DBT_PROJECT, Warehouse
from tests.command import Refreshed

Events = list[dict[str, Any]]


@pytest.fixture(autouse=True)
def no_collector(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Nothing of the environment of whoever runs the tests, no configuration file at home."""
    for name in [name for name in os.environ if name.startswith("OPENLINEAGE")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))


@pytest.fixture
def target(sample_refresh: Refreshed, tmp_path: Path) -> Path:
    """What dbt left of a good build, free to be changed."""
    return Path(shutil.copytree(Warehouse(sample_refresh.folder).target, tmp_path / "target"))


def sent(target: Path, published: Path, monkeypatch: pytest.MonkeyPatch) -> Events:
    """The events of the build as the file transport of OpenLineage keeps them."""
    file = target.parent / "events.jsonl"
    monkeypatch.setenv("OPENLINEAGE__TRANSPORT__TYPE", "file")
    monkeypatch.setenv("OPENLINEAGE__TRANSPORT__LOG_FILE_PATH", str(file))
    monkeypatch.setenv("OPENLINEAGE__TRANSPORT__APPEND", "true")
    assert lineage.wanted()
    assert lineage.send(target, DBT_PROJECT, published) is None
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()]


def named(events: Events, end: str, state: str) -> dict[str, Any]:
    """The one event in a state whose job's name ends so."""
    (event,) = [e for e in events if e["job"]["name"].endswith(end) and e["eventType"] == state]
    return event


def test_a_refresh_sends_the_events_of_its_build(sample_refresh: Refreshed) -> None:
    """Through a real refresh, to a collector at an address."""
    events = json.loads((sample_refresh.folder.parent / "events.json").read_text("utf-8"))
    assert {event["path"] for event in events} == {"/api/v1/lineage"}
    assert (events[0]["eventType"], events[-1]["eventType"]) == ("START", "COMPLETE")
    assert events[0]["run"]["runId"] == events[-1]["run"]["runId"]
    assert len({event["job"]["name"] for event in events if ".marts." in event["job"]["name"]}) > 10
    assert "OpenLineage" not in sample_refresh.done.stderr


def test_a_build_is_one_run_with_its_models_as_children(
    target: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    events = sent(target, tmp_path / "figures.duckdb", monkeypatch)
    build = events[0]
    assert (build["eventType"], build["job"]["name"]) == ("START", "dbt-run-report_figures")
    assert (events[-1]["eventType"], events[-1]["run"]["runId"]) == ("COMPLETE", build["run"]["runId"])
    results = json.loads((target / "run_results.json").read_text("utf-8"))["results"]
    models = [r["unique_id"] for r in results if r["unique_id"].startswith("model.")]
    done = [e for e in events if e["eventType"] == "COMPLETE" and e["job"]["name"].endswith(".build.run")]
    assert len(done) == len(models) > 10
    assert {e["run"]["facets"]["parent"]["run"]["runId"] for e in events[1:-1]} == {build["run"]["runId"]}
    assert not [e for e in events if e["eventType"] == "FAIL"]


def test_datasets_are_named_by_the_file_that_readers_open(
    target: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    events = sent(target, tmp_path / "figures.duckdb", monkeypatch)
    claims = named(events, "marts.report_figures.claims.build.run", "COMPLETE")
    (output,) = claims["outputs"]
    assert output["namespace"] == f"duckdb://{tmp_path}/figures.duckdb"
    assert output["name"] == "figures.marts.claims"
    staged = named(events, "staging.report_figures.stg_claims.build.run", "COMPLETE")
    assert "figures.raw.claims" in {dataset["name"] for dataset in staged["inputs"]}


def test_a_failed_test_makes_the_build_a_failed_run_that_names_it(
    target: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    results = json.loads((target / "run_results.json").read_text("utf-8"))
    failed = next(r for r in results["results"] if r["unique_id"].startswith("test."))
    failed |= {"status": "fail", "failures": 2, "message": "Got 2 results"}
    (target / "run_results.json").write_text(json.dumps(results), "utf-8")
    end = sent(target, tmp_path / "figures.duckdb", monkeypatch)[-1]
    assert end["eventType"] == "FAIL"
    assert end["run"]["facets"]["errorMessage"]["message"] == f"{failed['unique_id']}: Got 2 results"


def test_the_run_of_a_scheduler_is_the_parent_of_the_build(
    target: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_id = "01a20383-08e0-79a2-bc17-a7a675e5a702"
    monkeypatch.setenv("OPENLINEAGE_PARENT_ID", f"dagster/every_morning/{run_id}")
    events = sent(target, tmp_path / "figures.duckdb", monkeypatch)
    assert events[0]["run"]["facets"]["parent"]["run"]["runId"] == run_id
    assert events[1]["run"]["facets"]["parent"]["root"]["run"]["runId"] == run_id


def test_nothing_is_sent_unless_the_environment_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not lineage.wanted()
    monkeypatch.setenv("OPENLINEAGE_URL", "")
    assert not lineage.wanted()
    monkeypatch.setenv("OPENLINEAGE_URL", "http://localhost:5000")
    assert lineage.wanted()
    monkeypatch.setenv("OPENLINEAGE_DISABLED", "True")
    assert not lineage.wanted()


@pytest.fixture
def deaf_collector() -> Iterator[str]:
    """The address of a collector that takes connections and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield f"http://127.0.0.1:{server.getsockname()[1]}"


def test_a_collector_that_hangs_is_given_up(
    target: Path, deaf_collector: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENLINEAGE_URL", deaf_collector)
    said = lineage.send(target, DBT_PROJECT, target / "figures.duckdb", seconds=1)
    assert said == "OpenLineage events were not all sent within 1 s."


def test_a_collector_that_is_down_is_one_sentence(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    monkeypatch.setenv("OPENLINEAGE__TRANSPORT__TYPE", "http")
    monkeypatch.setenv("OPENLINEAGE__TRANSPORT__URL", f"http://127.0.0.1:{port}")
    monkeypatch.setenv("OPENLINEAGE__TRANSPORT__RETRY", '{"total": 0}')
    said = lineage.send(target, DBT_PROJECT, target / "figures.duckdb")
    assert said is not None
    assert said.startswith("OpenLineage events were not sent: ")
    assert "\n" not in said


def test_artifacts_that_cannot_be_read_are_one_sentence(tmp_path: Path) -> None:
    said = lineage.send(tmp_path, DBT_PROJECT, tmp_path / "figures.duckdb")
    assert said is not None
    assert "run_results.json" in said


def test_a_missing_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lineage, "_is_installed", lambda: False)
    said = lineage.send(tmp_path, DBT_PROJECT, tmp_path / "figures.duckdb")
    assert said is not None
    assert "pip install -e '.[lineage]'" in said
