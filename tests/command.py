"""The command line as the tests run it."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from ingest.project import ROOT


@dataclass(frozen=True)
class Refreshed:
    """A warehouse folder made by `figures refresh`, and what the command said."""

    folder: Path
    done: subprocess.CompletedProcess[str]

    @property
    def published(self) -> Path:
        return self.folder / "figures.duckdb"


def figures(
    *arguments: str | Path, warehouse: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Runs the command line as a user does, in a child process, in the checkout; never raises for its code.

    Settings of whoever runs the tests (FIGURES_*, OPENLINEAGE_*) are left out; `environment` adds.
    """
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("FIGURES_", "OPENLINEAGE_"))}
    if warehouse:
        kept["FIGURES_WAREHOUSE"] = str(warehouse)
    return subprocess.run(
        [Path(sys.executable).with_name("figures"), *arguments],
        cwd=ROOT,
        env=kept | {"COLUMNS": "110", "NO_COLOR": "1"} | environment,
        capture_output=True,
        text=True,
        timeout=300,
    )
