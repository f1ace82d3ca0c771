"""dbt's manifest, which names the models, seeds and tests of the graph before anything has been built."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from ingest.errors import FiguresError
from ingest.project import Warehouse
from ingest.state import sources_fingerprint


def read_manifest(project: Path, warehouse: Warehouse) -> dict[str, Any]:
    """The manifest of the dbt project, parsed anew where the project has changed.

    FiguresError where dbt cannot parse it. It stands in a folder of its own, since a refresh may be using
    dbt's target folder at this moment.
    """
    folder = warehouse.folder / "dagster"
    stamp = folder / "fingerprint.txt"
    fingerprint = sources_fingerprint(project)
    if not stamp.is_file() or stamp.read_text("utf-8") != fingerprint:
        _parse(project, folder)
        stamp.write_text(fingerprint, "utf-8")
    manifest: dict[str, Any] = json.loads((folder / "manifest.json").read_text("utf-8"))
    return manifest


def _parse(project: Path, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    command = [
        *(str(Path(sys.executable).with_name("dbt")), "parse", "--target", "publish", "--no-use-colors"),
        *("--project-dir", str(project), "--profiles-dir", str(project)),
        *("--target-path", str(folder), "--log-path", str(folder)),
    ]
    # Nothing is opened: the file is only what a model's database is named after.
    environment = os.environ | {"FIGURES_DB": str(folder / "figures.duckdb")}
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True)
    if done.returncode:
        said = " ".join((done.stdout + done.stderr).split())
        raise FiguresError(f"dbt cannot parse {project}: {said[-500:]}")
