"""Runs dbt on raw rows written by hand, as a child process, away from the checkout's own folders."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

PROJECT = Path(__file__).resolve().parents[3] / "dbt_project"


@dataclass(frozen=True)
class Built:
    """A folder that holds the published raw tables (`raw.duckdb`) and what dev built (`dev.duckdb`)."""

    folder: Path

    def dbt(self, *arguments: str, target: str = "dev") -> subprocess.CompletedProcess[str]:
        """One dbt command; `raw.duckdb` is the published file."""
        script = Path(sys.executable).parent / "dbt"
        environment = os.environ | {
            "FIGURES_DB": str(self.folder / "figures.duckdb"),
            "FIGURES_DEV_DB": str(self.folder / "dev" / "figures.duckdb"),
        }
        command = [
            *(str(script), "--no-use-colors", *arguments, "--target", target),
            *("--target-path", str(self.folder / "target"), "--log-path", str(self.folder / "logs")),
        ]
        return subprocess.run(
            command, cwd=PROJECT, env=environment, capture_output=True, text=True, timeout=600, check=False
        )

    def rows(self, sql: str) -> list[dict[str, Any]]:
        """The rows of a query over what dev built."""
        with duckdb.connect(str(self.folder / "dev" / "figures.duckdb"), read_only=True) as connection:
            cursor = connection.execute(sql)
            names = [column[0] for column in cursor.description or []]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def row(self, sql: str) -> dict[str, Any]:
        """The one row of a query; fails where there is none or another."""
        rows = self.rows(sql)
        assert len(rows) == 1, f"expected one row, got {rows} for {sql}"
        return rows[0]
