"""Where the seconds of a refresh go: a first run, one new report, nothing new, beside dbt build alone.

    python -m benchmarks.refresh --claims 10000 100000
    python -m benchmarks.refresh --claims --pairs 5      (the sample shelf)

The shelf is made of the generator's texts, which the reader reads as it reads any report; so the number of
claims that it finds, printed in the table, is near the number that was asked for and not the same.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.generator import generate
from benchmarks.prose import texts
from ingest import publish
from ingest.project import DBT_PROJECT, REPORTS, ROOT, Warehouse

STEPS = ("look", "copy", "load", "check", "build", "audit", "publish")
NEW = "In {} there were 5,739 new workshops, an increase of over 33% compared with the year before."


def put(shelf: Path, slug: str, text: str, **description: object) -> None:
    """One report on the shelf; what is None is left out of its description."""
    folder = shelf / "generated" / slug
    folder.mkdir(parents=True)
    (folder / "report.txt").write_text(text, encoding="utf-8")
    lines = [f"{key}: {json.dumps(str(value))}\n" for key, value in description.items() if value is not None]
    (folder / "report.yml").write_text("".join([f"title: {json.dumps(slug)}\n", *lines]), encoding="utf-8")


def fill(shelf: Path, claims: int) -> int:
    """Puts the generator's figures on a shelf, written out as reports; how many."""
    raw = generate(claims).raw
    described = raw["documents"].select(
        "reading_id", "publisher", "published_on", "compiling_org", "ref_area", "entity"
    )
    of = {row.pop("reading_id"): row for row in described.to_dicts()}
    for number, (reading_id, text) in enumerate(texts(raw["claims"])):
        put(shelf, f"report-{number:06d}", text, **of[reading_id])
    return len(of)


def refresh(shelf: Path, folder: Path, *more: str) -> dict[str, Any]:
    """The outcome of a refresh, with the seconds of the whole command as `command`."""
    began = time.monotonic()
    done = subprocess.run(
        [Path(sys.executable).with_name("figures"), "refresh", "--json", *more],
        cwd=ROOT,
        env=os.environ | {"FIGURES_REPORTS": str(shelf), "FIGURES_WAREHOUSE": str(folder)},
        capture_output=True,
        text=True,
    )
    seconds = time.monotonic() - began
    if done.returncode not in {0, 3}:
        sys.exit(f"figures refresh ended with {done.returncode}: {done.stdout}{done.stderr}")
    return {**json.loads(done.stdout), "command": seconds}


def dbt_alone(folder: Path) -> float:
    """Seconds of the same dbt build, started by hand on a copy of the published file.

    The copy stands where a refresh builds, so that dbt's partial parse holds as it does there.
    """
    house = Warehouse(folder)
    publish.copy_aside(house)
    began = time.monotonic()
    subprocess.run(
        [
            Path(sys.executable).with_name("dbt"),
            *("build", "--target", "publish", "--exclude-resource-type", "unit_test"),
            *("--target-path", house.target, "--log-path", house.logs),
        ],
        cwd=DBT_PROJECT,
        env=os.environ | {"FIGURES_DB": str(house.build)},
        stdout=subprocess.DEVNULL,
        check=True,
    )
    seconds = time.monotonic() - began
    publish.sweep(house)
    return seconds


def measure(shelf: Path, made: Path, claims: int | None, pairs: int) -> Iterator[list[str]]:
    """The rows of the table for one size, as they come; None is a shelf as it is.

    A refresh with one new report and the same build by dbt alone follow each other `pairs` times, since
    their ratio is what matters and the machine may have other work.
    """
    folder = made / "warehouse"
    reports = fill(shelf, claims) if claims else sum(1 for _ in shelf.glob("*/*/report.yml"))
    run = refresh(shelf, folder)
    size = f"{run['claims_added']:,} claims in {reports:,} reports"
    yield _row(size, "first", run)
    for number in range(pairs):
        text = NEW.format(2018 + number)
        put(shelf, f"one-more-{number}", text, publisher="Another bureau", published_on="2019-03-01")
        yield _row(size, "one new report", refresh(shelf, folder, "--accept"))
        yield [size, "dbt build alone", *[""] * len(STEPS), f"{dbt_alone(folder):.2f}"]
    yield _row(size, "nothing new", refresh(shelf, folder))


def _row(size: str, name: str, run: dict[str, Any]) -> list[str]:
    steps = [f"{run['steps'].get(step, 0):.2f}" for step in STEPS]
    return [size, name, *steps, f"{run['command']:.2f}"]


def main() -> None:
    """Prints the seconds of each step as a Markdown table."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--claims", type=int, nargs="*", default=[10_000], help="none: the sample shelf")
    parser.add_argument("--pairs", type=int, default=3, help="a refresh and dbt alone, so many times")
    arguments = parser.parse_args()
    head = ["warehouse", "run", *STEPS, "whole command"]
    print("| " + " | ".join(head) + " |")
    print("|" + "---|" * len(head))
    for claims in arguments.claims or [None]:
        with tempfile.TemporaryDirectory() as made:
            shelf = Path(made) / "reports"
            if claims is None:
                shutil.copytree(REPORTS, shelf)
            for row in measure(shelf, Path(made), claims, arguments.pairs):
                print("| " + " | ".join(row) + " |", flush=True)


if __name__ == "__main__":
    main()
