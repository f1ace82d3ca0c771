"""The systemd units are ones that systemd takes, and the alert says what failed."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from ingest.project import ROOT

UNITS = ROOT / "schedulers" / "systemd"
NAMES = sorted(p.name for p in UNITS.iterdir() if p.suffix in {".service", ".timer"})

needs_systemd = pytest.mark.skipif(
    shutil.which("systemd-analyze") is None, reason="systemd-analyze is not installed here"
)


def verify(units: Path) -> str:
    """What `systemd-analyze verify` has to say; empty where it takes every key of every unit."""
    files = [str(units / name) for name in NAMES]
    done = subprocess.run(["systemd-analyze", "verify", *files], capture_output=True, text=True, timeout=60)
    # A key that it does not know is only a warning to systemd, and a typing error to us.
    return done.stdout + done.stderr or ("" if done.returncode == 0 else f"exit code {done.returncode}")


@needs_systemd
def test_systemd_takes_every_unit_without_a_warning() -> None:
    assert verify(UNITS) == ""


@needs_systemd
def test_the_check_of_the_units_sees_a_misspelt_key(tmp_path: Path) -> None:
    units = Path(shutil.copytree(UNITS, tmp_path / "units"))
    timer = units / "report-figures-refresh.timer"
    timer.write_text(timer.read_text("utf-8").replace("Persistent=", "Persistant="), "utf-8")
    assert "Persistant" in verify(units)


def test_what_the_units_run_stands_in_the_checkout() -> None:
    """systemd sees only env; what env is to find below the working directory is checked here."""
    for name in NAMES:
        if name.endswith(".service"):
            assert setting(name, "WorkingDirectory") == "/opt/report-figures"
            env, program, *_ = setting(name, "ExecStart").split()
            assert env == "/usr/bin/env"
            assert program == ".venv/bin/figures" or os.access(ROOT / program, os.X_OK), program


def setting(name: str, key: str) -> str:
    """The one value of a key in a unit."""
    lines = (UNITS / name).read_text("utf-8").splitlines()
    (value,) = [line.removeprefix(f"{key}=") for line in lines if line.startswith(f"{key}=")]
    return value


def test_each_timer_starts_a_service_of_its_name_and_catches_up() -> None:
    timers = [name for name in NAMES if name.endswith(".timer")]
    assert len(timers) == 2
    for timer in timers:
        assert timer.replace(".timer", ".service") in NAMES
        assert setting(timer, "Persistent") == "yes"


def test_every_failure_but_a_refresh_already_running_alerts() -> None:
    for service in ("report-figures-refresh.service", "report-figures-watch.service"):
        assert setting(service, "OnFailure") == "report-figures-alert@%n.service"
    assert setting("report-figures-refresh.service", "SuccessExitStatus") == "75"
    assert "SuccessExitStatus" not in (UNITS / "report-figures-watch.service").read_text("utf-8")


def test_the_alert_gives_the_hook_the_unit_its_exit_code_and_last_lines(tmp_path: Path) -> None:
    """With stand-ins for systemd's own commands: a unit whose process was killed (exit status 9)."""
    programs = {
        "systemctl": 'case "$*" in *Result*) echo oom-kill;; *ExecMainStatus*) echo 9;; esac',
        "journalctl": 'printf \'%s\\n\' "loading \\"a\\"" "building" ',
    }
    for name, body in programs.items():
        (tmp_path / name).write_text(f"#!/bin/sh\n{body}\n")
        (tmp_path / name).chmod(0o755)
    done = subprocess.run(
        [str(UNITS / "alert"), "report-figures-refresh.service"],
        env={"PATH": f"{tmp_path}:{os.environ['PATH']}", "FIGURES_HOOK": "cat"},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    outcome = json.loads(done.stdout)
    assert outcome["outcome"] == "failed"
    assert outcome["exit_code"] == 9
    assert outcome["message"].startswith("report-figures-refresh.service failed (oom-kill, exit code 9).")
    assert outcome["message"].endswith('loading "a"\nbuilding')


def test_the_alert_names_the_setting_that_it_lacks() -> None:
    done = subprocess.run(
        [str(UNITS / "alert"), "x.service"],
        env={"PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode != 0
    assert "set FIGURES_HOOK" in done.stderr
