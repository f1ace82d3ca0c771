"""Sends OpenLineage events of a dbt build to a collector: an extra, off unless the environment asks for it.

Asked for by OPENLINEAGE_URL, OPENLINEAGE_CONFIG or OPENLINEAGE__TRANSPORT__…, the variables of OpenLineage's
own client (its file transport works offline). The events are made from what dbt left in its target folder,
by a process of its own with a time limit: a collector that is down can neither fail a refresh nor hold it up.
"""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

SECONDS = 60
_ASKED_BY = ("OPENLINEAGE_URL", "OPENLINEAGE_CONFIG", "OPENLINEAGE__TRANSPORT")


def wanted() -> bool:
    """True where the environment names a collector. Imports nothing of OpenLineage."""
    if os.environ.get("OPENLINEAGE_DISABLED", "").strip().lower() == "true":
        return False
    return any(name.startswith(_ASKED_BY) and value for name, value in os.environ.items())


def send(target: Path, dbt_project: Path, published: Path, seconds: float = SECONDS) -> str | None:
    """Send the events of the build whose artifacts lie in `target`; a sentence where that failed.

    Datasets are named by the published warehouse, where readers find them, not by the file that dbt built.
    """
    if not _is_installed():
        return (
            "OpenLineage events were asked for, but the extra is not installed: pip install -e '.[lineage]'."
        )
    command = [sys.executable, "-m", "ingest.lineage_events", str(target), str(dbt_project)]
    try:
        done = subprocess.run(
            command,
            env=os.environ | {"FIGURES_DB": str(published)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            timeout=seconds,
            text=True,
            errors="replace",
        )
    except subprocess.TimeoutExpired:
        return f"OpenLineage events were not all sent within {seconds:g} s."
    except OSError as error:
        return f"OpenLineage events were not sent: {error}."
    if done.returncode:
        last = (done.stderr.strip().splitlines() or [f"exit code {done.returncode}"])[-1]
        return f"OpenLineage events were not sent: {last}"
    return None


def _is_installed() -> bool:
    try:
        return importlib.util.find_spec("openlineage.common.provider.dbt") is not None
    except ModuleNotFoundError:
        return False
