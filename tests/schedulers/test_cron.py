"""The crontab lines speak only when a person should look."""

import re
import subprocess
from pathlib import Path

import pytest

CRONTAB = Path(__file__).parents[2] / "schedulers" / "cron" / "report-figures.crontab"
_FIELD = r"(?:\*|\d+)(?:[-/,]\d+)*"


def jobs() -> dict[str, str]:
    """Command by the word after `figures`, as cron reads them: five fields of time, then the rest."""
    found = {}
    for line in CRONTAB.read_text("utf-8").splitlines():
        if re.match(r"\s*(#|$|\w+=)", line):
            continue
        time = re.match(rf"{_FIELD}(?:\s+{_FIELD}){{4}}\s+", line)
        assert time, line
        command = line[time.end() :]
        assert "%" not in command, "cron makes a new line of %"
        found[re.search(r"figures\" (\w+)", command)[1]] = command
    return found


def run(command: str, home: Path, code: int) -> subprocess.CompletedProcess[str]:
    """The line as cron runs it, with a `figures` that prints a line and ends with the code."""
    program = home / ".venv/bin/figures"
    program.parent.mkdir(parents=True)
    program.write_text(f"#!/bin/sh\necho closing line of $1\nexit {code}\n")
    program.chmod(0o755)
    return subprocess.run(
        ["/bin/sh", "-c", command],
        env={"HOME_OF_FIGURES": str(home), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        timeout=60,
    )


@pytest.mark.parametrize("code", [0, 75])
def test_refresh_is_silent_when_published_and_when_one_is_running(tmp_path: Path, code: int) -> None:
    assert run(jobs()["refresh"], tmp_path, code).stdout == ""


@pytest.mark.parametrize("code", [1, 2, 3])
def test_refresh_prints_its_closing_line_when_a_person_should_look(tmp_path: Path, code: int) -> None:
    done = run(jobs()["refresh"], tmp_path, code)
    assert done.stdout == "closing line of refresh\n"
    assert done.returncode == code


def test_status_speaks_only_when_the_warehouse_is_stale(tmp_path: Path) -> None:
    assert run(jobs()["status"], tmp_path / "fresh", 0).stdout == ""
    assert run(jobs()["status"], tmp_path / "stale", 1).stdout == "closing line of status\n"
