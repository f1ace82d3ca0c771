"""The peers quantulum3 and Recognizers-Text on the same text, in an environment of their own.

`ensure` makes the environment on the first call (a few seconds and a package index); after that nothing is
downloaded. Each peer runs in a process of its own.
"""

import csv
import json
import shlex
import subprocess
import sys
import venv
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from benchmarks.evaluate.records import Found

BENCHMARKS = Path(__file__).parents[1]
ENVIRONMENT = BENCHMARKS / ".peers-venv"
PYTHON = ENVIRONMENT / "bin" / "python"
REQUIREMENTS = BENCHMARKS / "peers" / "requirements.txt"
NAMES = ("quantulum3", "recognizers-text")
LANGUAGES = {"quantulum3": {"en"}, "recognizers-text": {"en", "zh"}}


class PeersMissing(Exception):
    """The environment of the peers cannot be made; the message says how to make it."""


@dataclass
class Run:
    """What one peer found in each text, and how long it took (CPU seconds of each repeat)."""

    found: dict[str, list[Found]]
    seconds: list[float]
    failed: int


def ensure() -> None:
    """Makes the environment of the peers if it is not there."""
    stamp = ENVIRONMENT / "requirements.txt"
    if stamp.exists() and stamp.read_bytes() == REQUIREMENTS.read_bytes():
        return
    print(f"Making the environment of the peers in {ENVIRONMENT.name} …", file=sys.stderr)
    venv.create(ENVIRONMENT, with_pip=True, clear=True)
    options = ["--quiet", "--disable-pip-version-check", "--no-deps", "--requirement"]
    install = [str(PYTHON), "-m", "pip", "install", *options, str(REQUIREMENTS)]
    done = subprocess.run(install, capture_output=True, text=True)
    if done.returncode:
        reason = done.stderr.strip().splitlines()[-1:] or ["no reason given"]
        raise PeersMissing(
            f"The peers cannot be installed ({reason[0]}). With a package index at hand: "
            f"python -m venv {ENVIRONMENT} && {shlex.join(install)}"
        )
    stamp.write_bytes(REQUIREMENTS.read_bytes())


def _codes() -> dict[str, str]:
    with (BENCHMARKS / "peers" / "units.csv").open(encoding="utf-8", newline="") as file:
        return {row["unit"].casefold(): row["code"] for row in csv.DictReader(file)}


def run(peer: str, texts: Iterable[tuple[str, str, str]], repeat: int = 1) -> Run:
    """Runs a peer over (id, language, text); texts in a language that it does not know are left out."""
    known = [list(text) for text in texts if text[1] in LANGUAGES[peer]]
    task = json.dumps({"peer": peer, "repeat": repeat, "texts": known})
    worker = BENCHMARKS / "peers" / "worker.py"
    done = subprocess.run([PYTHON, worker], input=task, capture_output=True, text=True, check=True)
    result = json.loads(done.stdout)
    codes = _codes()
    found = {}
    for identifier, figures in result["found"].items():
        found[identifier] = [
            Found(start, end, Decimal(value), None, {"unit": codes.get(unit.casefold(), unit)})
            for start, end, value, unit in figures
        ]
    return Run(found, result["seconds"], result["failed"])
