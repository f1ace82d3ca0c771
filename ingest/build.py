"""dbt as a child process: builds and tests the warehouse that stands aside, and says what came of it."""

import json
import os
import re
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

from ingest.dbt_child import WORD
from ingest.errors import ConfigError, FiguresError
from ingest.project import Warehouse

_COUNT = re.compile(rb"(\d+) of (\d+) (?!START)")
_POLL_SECONDS = 0.1
_GRACE_SECONDS = 5.0
_SAID = 300
_GOOD = {"success", "pass", "warn", "no-op"}


class BuildError(FiguresError):
    """dbt did not build, or a test did not hold."""

    def __init__(self, message: str, results: "Results") -> None:
        super().__init__(message)
        self.results = results


@dataclass(frozen=True)
class Node:
    """What became of one model, seed or test."""

    unique_id: str
    status: str
    seconds: float
    message: str | None
    failures: int | None
    compiled: str | None

    @property
    def kind(self) -> str:
        return self.unique_id.split(".", 1)[0]

    @property
    def name(self) -> str:
        return self.unique_id.split(".")[2]


@dataclass
class Results:
    """What dbt's run_results.json says."""

    nodes: list[Node] = field(default_factory=list)

    def count(self, *kinds: str) -> int:
        return sum(node.kind in kinds for node in self.nodes)

    @property
    def bad(self) -> list[Node]:
        return [node for node in self.nodes if node.status not in _GOOD and node.status != "skipped"]

    @property
    def tests_failed(self) -> int:
        return sum(node.kind == "test" for node in self.bad)


def check_project(project: Path) -> None:
    """ConfigError where dbt would not find what it needs."""
    for name in ("dbt_project.yml", "profiles.yml"):
        if not (project / name).is_file():
            raise ConfigError(f"{project / name} is missing; it belongs to the checkout (git restore it).")


class Dbt:
    """dbt as a child process that builds one warehouse; as a context manager it leaves no process behind.

    It does its imports while this process reads and loads, and opens nothing before `build`. The child
    inherits the lock: if this process is killed while dbt builds, the next refresh waits for its end.
    """

    def __init__(self, project: Path, warehouse: Warehouse, lock: int) -> None:
        self.project, self.warehouse, self.lock = project, warehouse, lock
        self.output = warehouse.logs / "dbt.txt"
        self.child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> "Dbt":
        if not os.environ.get("FIGURES_DBT"):  # a command in its place knows of no word to wait for
            if find_spec("dbt") is None:
                raise ConfigError("dbt is missing: run “make refresh”, which installs it.")
            self._start([sys.executable, "-P", "-m", "ingest.dbt_child"])
        return self

    def __exit__(self, *_: object) -> None:
        if self.child:
            _end(self.child)

    def build(
        self, timeout: float, progress: Callable[[int, int], None] = lambda done, total: None
    ) -> Results:
        """Builds `warehouse.build` with every data test. BuildError where anything fails."""
        results_file = self.warehouse.target / "run_results.json"
        results_file.unlink(missing_ok=True)
        child = self.child or self._start(shlex.split(os.environ["FIGURES_DBT"]))
        with suppress(BrokenPipeError):  # it has ended already; how, is looked at below
            assert child.stdin
            child.stdin.write(WORD)
            child.stdin.flush()
        _wait(child, self.output, timeout, progress)
        results = read_results(results_file)
        if child.returncode != 0 or results.bad or not results.nodes:
            raise BuildError(_failure(child.returncode, results, self.output), results)
        return results

    def _start(self, dbt: list[str]) -> "subprocess.Popen[bytes]":
        self.warehouse.target.mkdir(parents=True, exist_ok=True)
        self.warehouse.logs.mkdir(parents=True, exist_ok=True)
        with self.output.open("wb") as out:
            self.child = subprocess.Popen(
                [*dbt, *_arguments(self.project, self.warehouse)],
                cwd=self.project,
                env=_environment(self.warehouse),
                stdin=subprocess.PIPE,
                stdout=out,
                stderr=subprocess.STDOUT,
                pass_fds=[self.lock],
                start_new_session=True,  # one group to end, whatever dbt starts
            )
        return self.child


def read_results(path: Path) -> Results:
    """What run_results.json holds; nothing where dbt did not come to write it."""
    try:
        raw = json.loads(path.read_bytes())["results"]
    except (OSError, ValueError, KeyError):
        return Results()
    return Results(
        [
            Node(
                node["unique_id"],
                node["status"],
                float(node.get("execution_time") or 0),
                node.get("message"),
                node.get("failures"),
                node.get("compiled_code"),
            )
            for node in raw
        ]
    )


def _arguments(project: Path, warehouse: Warehouse) -> list[str]:
    return [
        "build",
        *("--project-dir", str(project), "--profiles-dir", str(project)),
        *("--target", "publish", "--exclude-resource-type", "unit_test"),
        *("--target-path", str(warehouse.target), "--log-path", str(warehouse.logs)),
        *("--log-level-file", "none"),  # dbt.txt holds what it says; the debug log costs 8% of the CPU
        "--no-use-colors",
    ]


def _environment(warehouse: Warehouse) -> dict[str, str]:
    return {
        **os.environ,
        "FIGURES_DB": str(warehouse.build),
        "DBT_SEND_ANONYMOUS_USAGE_STATS": "false",
        "DBT_VERSION_CHECK": "false",
        "PYTHONUNBUFFERED": "1",
    }


def _wait(
    child: "subprocess.Popen[bytes]", output: Path, timeout: float, progress: Callable[[int, int], None]
) -> None:
    started = time.monotonic()
    with output.open("rb") as lines:
        while child.poll() is None:
            if time.monotonic() - started > timeout:
                raise FiguresError(
                    f"dbt was still running after {timeout:g} seconds and was stopped (--dbt-timeout)."
                )
            for line in lines.readlines():
                match = _COUNT.search(line)
                if match:
                    progress(int(match[1]), int(match[2]))
            time.sleep(_POLL_SECONDS)


def _end(child: "subprocess.Popen[bytes]") -> None:
    """Ends the child and all that it started; first politely."""
    if child.stdin:
        with suppress(BrokenPipeError):
            child.stdin.close()
    if child.poll() is None:
        for number in (signal.SIGTERM, signal.SIGKILL):
            try:
                os.killpg(child.pid, number)
                child.wait(_GRACE_SECONDS)
                return
            except ProcessLookupError:
                child.wait()
                return
            except subprocess.TimeoutExpired:
                continue


def _failure(code: int, results: Results, output: Path) -> str:
    """One line on why the build failed."""
    bad = results.bad
    if bad:
        tests = [node.name for node in bad if node.kind == "test"]
        others = [node.name for node in bad if node.kind != "test"]
        parts = []
        if tests:
            parts.append(f"{len(tests)} of {results.count('test')} tests failed ({few(tests)})")
        if others:
            first = next(node for node in bad if node.kind != "test")
            parts.append(f"{few(others)} could not be built: {sentence(first.message)}")
        return "; ".join(parts)
    try:
        lines = [line for line in output.read_text(errors="replace").splitlines() if line.strip()]
    except OSError:
        lines = []
    errors = [i for i, line in enumerate(lines) if "error" in line.lower()]
    said = " ".join(" ".join(lines[errors[-1] : errors[-1] + 3]).split()) if errors else " ".join(lines[-1:])
    return f"dbt ended with code {code}: {said[:300] or 'it said nothing'}"


def sentence(message: str | None) -> str:
    """dbt's message as one line of some 300 characters, without the macros that it came through."""
    said = " ".join(re.split(r"\s*> in macro ", message or "")[0].split())
    return said if len(said) <= _SAID else said[:_SAID].rsplit(" ", 1)[0] + " …"


def few(names: list[str]) -> str:
    return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
