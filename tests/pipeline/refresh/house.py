"""A shelf and a warehouse of a test's own, and the command line on them with a stand-in for dbt."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb

from ingest.project import ROOT
from tests import forked

FIGURES = Path(sys.executable).with_name("figures")
STAND_IN = Path(__file__).with_name("stand_in_dbt.py")
TEXT = "In 2017 there were 5,739 shops, an increase of over 33% compared with 2016."


@dataclass
class House:
    """A shelf and a warehouse below one folder."""

    folder: Path
    environment: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.shelf.mkdir(exist_ok=True)

    @property
    def shelf(self) -> Path:
        return self.folder / "reports"

    @property
    def warehouse(self) -> Path:
        return self.folder / "warehouse"

    @property
    def published(self) -> Path:
        return self.warehouse / "figures.duckdb"

    def put(
        self,
        slug: str = "one",
        text: str | bytes = TEXT,
        name: str = "report.txt",
        publisher: str = "bureau",
        description: str | bytes | None = "",
    ) -> Path:
        """Puts a report on the shelf; '' is a good description, None is none."""
        folder = self.shelf / publisher / slug
        folder.mkdir(parents=True, exist_ok=True)
        if description == "":
            description = f"title: Report {slug}\npublisher: Bureau\npublished_on: 2018-12-05\n"
        if description is not None:
            data = description if isinstance(description, bytes) else description.encode()
            (folder / "report.yml").write_bytes(data)
        path = folder / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def env(self, **more: str) -> dict[str, str]:
        kept = {
            k: v for k, v in os.environ.items() if not k.startswith(("FIGURES_", "STAND_IN", "OPENLINEAGE"))
        }
        return {
            **kept,
            "FIGURES_REPORTS": str(self.shelf),
            "FIGURES_WAREHOUSE": str(self.warehouse),
            "FIGURES_DBT": f"{sys.executable} {STAND_IN}",
            **self.environment,
            **more,
        }

    def run(self, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
        """Runs the command line to its end."""
        return forked.run(list(arguments), self.env(**more))

    def start(self, *arguments: str, **more: str) -> "subprocess.Popen[str]":
        """Starts the command line in a group of its own."""
        return subprocess.Popen(
            [FIGURES, *arguments],
            cwd=ROOT,
            env=self.env(**more),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def refresh(self, *arguments: str, **more: str) -> dict[str, Any]:
        """The outcome of a refresh, which must have one."""
        done = self.run("refresh", "--json", *arguments, **more)
        assert "Traceback" not in done.stderr, done.stderr
        outcome: dict[str, Any] = json.loads(done.stdout)
        assert done.returncode == outcome["exit_code"]
        return outcome

    def query(self, sql: str, path: Path | None = None) -> list[tuple[Any, ...]]:
        """Rows of the published warehouse."""
        with duckdb.connect(path or self.published, read_only=True) as connection:
            return connection.execute(sql).fetchall()

    def mark(self) -> str:
        """The mark of the published build, read by one connection; fails where the build is not whole."""
        with duckdb.connect(self.published, read_only=True) as connection:
            [(mark, claims)] = connection.execute("select mark, claims from marts.whole").fetchall()
            marks = connection.execute("select distinct mark from marts.observations").fetchall()
            [(held,)] = connection.execute("select count(*) from marts.claims").fetchall()
        assert marks in ([(mark,)], []), f"observations of {marks} in the build {mark}"
        assert held == claims, f"{held} claims of {claims}"
        return str(mark)

    def stands(self, before: bytes) -> bool:
        """The published file is byte for byte what it was and nothing half done lies about."""
        left = {path.name for path in self.warehouse.iterdir()}
        return self.published.read_bytes() == before and not left & {"build", "figures.duckdb.wal"}

    def children(self, name: str = "stand_in_dbt") -> list[int]:
        """Process numbers of stand-ins, or of another program, that work on this house's build."""
        return [number for number, line in _processes() if name.encode() in line and self._is_in(line)]

    def _is_in(self, line: bytes) -> bool:
        return str(self.warehouse).encode() in line


def _processes() -> list[tuple[int, bytes]]:
    """Number and command line of every process that has not ended."""
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                line = (folder / "cmdline").read_bytes()
                state = (folder / "stat").read_text().rsplit(")", 1)[1].split()[0]
            except OSError:
                continue
            if state != "Z":
                found.append((int(folder.name), line))
    return found


def wait_until(condition: Callable[[], object], seconds: float = 60) -> None:
    """Waits until a condition holds; the limit only keeps a broken test from hanging."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise AssertionError("what was waited for never came")
        time.sleep(0.01)
