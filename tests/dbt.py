"""dbt as a person runs it, as a child process in a checkout of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import duckdb
import pytest

from ingest.project import dbt_project
from tests.once import made_once

_PARSED = "partial_parse.msgpack"  # dbt's own memory of a parsed project
_PARTS = ("dbt_project.yml", "profiles.yml", "models", "seeds", "macros", "tests", "plugins")


class Checkout:
    """A folder with dbt's project, by links, and a warehouse beside it.

    dbt finds both by the paths that the profile names, which are relative to the project and so the same in
    every checkout: what dbt remembers of a parsed project holds in all of them.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.project = folder / "dbt_project"
        self.raw = folder / "warehouse" / "figures.duckdb"
        self.built = folder / "warehouse" / "dev" / "figures.duckdb"
        if not self.project.exists():
            self.project.mkdir(parents=True)
            self.raw.parent.mkdir()
            for name in _PARTS:
                (self.project / name).symlink_to(dbt_project() / name)

    def remember(self, other: Checkout) -> Checkout:
        """This checkout, with what dbt remembers of the project in another."""
        (self.project / "target").mkdir()
        shutil.copy(other.project / "target" / _PARSED, self.project / "target" / _PARSED)
        return self

    def dbt(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """One dbt command of the dev target."""
        kept = {k: v for k, v in os.environ.items() if k not in {"FIGURES_DB", "FIGURES_DEV_DB"}}
        return subprocess.run(
            [Path(sys.executable).with_name("dbt"), "--no-use-colors", "--log-level-file=none", *arguments],
            cwd=self.project, env=kept, capture_output=True, text=True, timeout=600, check=False,
        )  # fmt: skip

    def build(self, *arguments: str) -> None:
        """`dbt build`; fails the test where it fails."""
        done = self.dbt("build", *arguments)
        if done.returncode:
            pytest.fail(f"dbt build ended with {done.returncode}:\n{done.stdout[-6000:]}", pytrace=False)

    def rows(self, sql: str, *values: Any) -> list[dict[str, Any]]:
        """The rows of a query over what dev built."""
        with duckdb.connect(str(self.built), read_only=True) as connection:
            cursor = connection.execute(sql, list(values))
            names = [column[0] for column in cursor.description or []]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def row(self, sql: str, *values: Any) -> dict[str, Any]:
        """The one row of a query; fails where there is none or another."""
        rows = self.rows(sql, *values)
        assert len(rows) == 1, f"expected one row, got {rows} for {sql}"
        return rows[0]


def parsed(factory: pytest.TempPathFactory) -> Checkout:
    """A checkout whose project dbt has parsed: for `remember`, once in a run of the suite."""

    def parse(folder: Path) -> None:
        done = Checkout(folder).dbt("parse")
        if done.returncode:
            pytest.fail(f"dbt parse ended with {done.returncode}:\n{done.stdout[-6000:]}", pytrace=False)

    return Checkout(made_once(factory, "parsed", parse))
