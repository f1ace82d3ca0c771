"""Where the seconds of a refresh go: a first run, one new report, nothing new, beside dbt build alone.

    python -m benchmarks.refresh --claims 10000 100000
    python -m benchmarks.refresh --claims 1000000 --written --pairs 1
    python -m benchmarks.refresh --claims --pairs 5      (the sample shelf)

The shelf is made of the generator's figures in prose, which the reader reads as it reads any report; so the
number of claims that it finds, printed in the table, is near the number that was asked for and not the same.
CPU and memory are of the command with its children; memory is that of the largest process.
"""

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polars as pl

from benchmarks.generator import generate, write
from benchmarks.marts import Run, dbt, run
from benchmarks.prose import texts
from ingest import publish
from ingest.project import REPORTS, Warehouse
from ingest.survey import survey

STEPS = ("look", "copy", "load", "check", "build", "audit", "publish")
NEW = "In {} there were 5,739 new workshops, an increase of over 33% compared with the year before."


def put(shelf: Path, slug: str, text: str, **description: object) -> None:
    """One report on the shelf; what is None is left out of its description."""
    folder = shelf / "generated" / slug
    folder.mkdir(parents=True)
    (folder / "report.txt").write_text(text, encoding="utf-8")
    lines = [f"{key}: {json.dumps(str(value))}\n" for key, value in description.items() if value is not None]
    (folder / "report.yml").write_text("".join([f"title: {json.dumps(slug)}\n", *lines]), encoding="utf-8")


def fill(shelf: Path, raw: dict[str, pl.DataFrame]) -> list[str]:
    """Puts the generator's figures on a shelf, written out as reports; their reading_ids in its order."""
    described = raw["documents"].select(
        "reading_id", "publisher", "published_on", "compiling_org", "ref_area", "entity"
    )
    of = {row.pop("reading_id"): row for row in described.to_dicts()}
    reports = list(texts(raw["claims"]))
    for number, (reading_id, text) in enumerate(reports):
        put(shelf, f"report-{number:06d}", text, **of[reading_id])
    return [reading_id for reading_id, _ in reports]


def write_published(shelf: Path, folder: Path, raw: dict[str, pl.DataFrame], readings: list[str]) -> None:
    """Publishes the rows as if a refresh had read the shelf: that takes half an hour at a million claims.

    The rows get the identities of the reports on the shelf, so that the next refresh knows them all.
    """
    found = survey(shelf).places
    now = pl.DataFrame(
        {
            "reading_id": readings,
            "now_reading": [place.reading_id for place in found],
            "now_document": [place.document_id for place in found],
            "now_path": [place.shelf_path for place in found],
        }
    )
    named = {"reading_id": "now_reading", "document_id": "now_document", "shelf_path": "now_path"}
    rows = {
        name: frame.join(now, on="reading_id", maintain_order="left")
        .with_columns(**{column: pl.col(new) for column, new in named.items() if column in frame.columns})
        .select(frame.columns)
        if "reading_id" in frame.columns and frame.height
        else frame
        for name, frame in raw.items()
    }
    folder.mkdir(parents=True)
    write(rows, Warehouse(folder).published)


def refresh(shelf: Path, folder: Path, *more: str) -> tuple[dict[str, Any], Run]:
    """The outcome of a refresh, and what the whole command took."""
    done = run(
        [str(Path(sys.executable).with_name("figures")), "refresh", "--json", *more],
        {"FIGURES_REPORTS": str(shelf), "FIGURES_WAREHOUSE": str(folder)},
    )
    return json.loads(done.output.splitlines()[-1]), done


def dbt_alone(folder: Path) -> Run:
    """The same dbt build, started by hand on a copy of the published file.

    The copy stands where a refresh builds, so that dbt's partial parse holds as it does there.
    """
    house = Warehouse(folder)
    publish.copy_aside(house)
    done = dbt("build", house.target, house.build)
    publish.sweep(house)
    return done


def measure(shelf: Path, made: Path, claims: int | None, pairs: int, is_written: bool) -> Iterator[list[str]]:
    """The rows of the table for one size, as they come; None is a shelf as it is.

    A refresh with one new report and the same build by dbt alone follow each other `pairs` times, since
    their ratio is what matters and the machine may have other work.
    """
    folder = made / "warehouse"
    if claims:
        raw = generate(claims).raw
        readings = fill(shelf, raw)
        if is_written:
            write_published(shelf, folder, raw, readings)
        claims = raw["claims"].height
        del raw
    outcome, done = refresh(shelf, folder)
    count = claims if claims and is_written else outcome["claims_added"]
    size = f"{count:,} claims in {sum(1 for _ in shelf.glob('*/*/report.yml')):,} reports"
    yield [size, "first build" if is_written else "first", *_cells(done, outcome)]
    for number in range(pairs):
        text = NEW.format(2018 + number)
        put(shelf, f"one-more-{number}", text, publisher="Another bureau", published_on="2019-03-01")
        outcome, done = refresh(shelf, folder, "--accept")
        yield [size, "one new report", *_cells(done, outcome)]
        yield [size, "dbt build alone", *_cells(dbt_alone(folder))]
    outcome, done = refresh(shelf, folder)
    yield [size, "nothing new", *_cells(done, outcome)]


def _cells(done: Run, outcome: dict[str, Any] | None = None) -> list[str]:
    steps = [f"{outcome['steps'].get(step, 0):.2f}" if outcome else "" for step in STEPS]
    return [*steps, f"{done.seconds:.2f}", f"{done.cpu_seconds:.2f}", f"{done.memory_mb:,.0f}"]


def main() -> None:
    """Prints the seconds of each step as a Markdown table."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--claims", type=int, nargs="*", default=[10_000], help="none: the sample shelf")
    parser.add_argument("--pairs", type=int, default=3, help="a refresh and dbt alone, so many times")
    parser.add_argument(
        "--written", action="store_true", help="begin with the generator's rows, not with a first reading"
    )
    arguments = parser.parse_args()
    head = ["warehouse", "run", *STEPS, "whole command", "CPU", "MB"]
    print("| " + " | ".join(head) + " |")
    print("|" + "---|" * len(head))
    for claims in arguments.claims or [None]:
        with tempfile.TemporaryDirectory() as made:
            shelf = Path(made) / "reports"
            if claims is None:
                shutil.copytree(REPORTS, shelf)
            for row in measure(shelf, Path(made), claims, arguments.pairs, arguments.written):
                print("| " + " | ".join(row) + " |", flush=True)


if __name__ == "__main__":
    main()
