"""A refresh writes only into the warehouse, as the systemd unit (ProtectSystem=strict) demands."""

import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from ingest.project import ROOT

MOUNTS = "mount --bind {root} {root} && mount -o remount,ro,bind {root}"


def read_only(command: str) -> "subprocess.CompletedProcess[str]":
    """The command where the checkout cannot be written, in a mount namespace of its own."""
    script = f"{MOUNTS.format(root=shlex.quote(str(ROOT)))} && HOME=/nonexistent {command}"
    return subprocess.run(["unshare", "-m", "sh", "-c", script], capture_output=True, text=True, cwd="/")


@pytest.mark.soak
def test_a_refresh_writes_nothing_into_the_checkout(tmp_path: Path) -> None:
    try:
        if read_only("true").returncode:
            pytest.skip("mounts are not allowed here")
    except FileNotFoundError:
        pytest.skip("unshare is not installed here")
    assert read_only(f"touch {shlex.quote(str(ROOT / 'x'))}").returncode, "the checkout is not read-only"
    script = Path(sys.executable).with_name("figures")
    done = read_only(f"{shlex.quote(str(script))} refresh --warehouse {shlex.quote(str(tmp_path / 'w'))}")
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "w/figures.duckdb").exists()
