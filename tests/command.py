"""The command line as the tests run it."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from ingest.project import ROOT
from tests import forked


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
    """The command line as a user runs it, in a process of its own in the checkout; never raises for its code.

    Settings of whoever runs the tests (FIGURES_*, OPENLINEAGE_*) are left out; `environment` adds.
    """
    return forked.run([str(argument) for argument in arguments], _settings(warehouse) | environment)


def installed_figures(
    *arguments: str, warehouse: Path, **environment: str
) -> subprocess.CompletedProcess[str]:
    """The same by the script that pip has put beside Python."""
    return subprocess.run(
        [Path(sys.executable).with_name("figures"), *arguments],
        cwd=ROOT,
        env=_settings(warehouse) | environment,
        capture_output=True,
        text=True,
        timeout=300,
    )


def _settings(warehouse: Path | None) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("FIGURES_", "OPENLINEAGE_"))}
    if warehouse:
        kept["FIGURES_WAREHOUSE"] = str(warehouse)
    return kept | {"COLUMNS": "110", "NO_COLOR": "1"}
