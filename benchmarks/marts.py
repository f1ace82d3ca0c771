"""Seconds and peak memory of `dbt build` beside the same statements run by hand, at several sizes.

    python -m benchmarks.marts [--claims 10000 100000 1000000] [--json]

For each size it generates raw rows, runs `dbt build` (data tests on, unit tests left out, as a refresh does)
in a child process, then runs the statements that dbt compiled as one script on one connection, in
dependency order, in another child, from the same raw rows. Both start from a file that holds raw tables only.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

ROOT = Path(__file__).resolve().parent.parent
PROJECT = ROOT / "dbt_project"
MEASURED = ["seconds", "cpu_seconds", "memory_mb"]
SIZES = [10_000, 100_000, 1_000_000]


@dataclass(frozen=True)
class Run:
    """What a child took: wall and CPU seconds, peak memory in MB; and what it printed."""

    seconds: float
    cpu_seconds: float
    memory_mb: float
    output: str


def run(command: list[str], environment: dict[str, str] | None = None) -> Run:
    """Run a child in the dbt project; one that fails ends the benchmark with its output."""
    start = time.perf_counter()
    with tempfile.TemporaryFile("w+") as output:
        child = subprocess.Popen(
            command,
            cwd=PROJECT,
            env=os.environ | (environment or {}),
            stdout=output,
            stderr=subprocess.STDOUT,
            text=True,
        )
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        text = output.read()
    if child.returncode:
        sys.exit(f"{' '.join(command[:3])} failed with code {child.returncode}:\n{text[-4000:]}")
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, text)


def dbt(verb: str, target: Path, database: Path) -> Run:
    """Run dbt as a refresh runs it: inside the file, on the target `publish`."""
    program = shutil.which("dbt", path=str(Path(sys.executable).parent)) or "dbt"
    options = ["--target", "publish", "--target-path", str(target), "--profiles-dir", str(PROJECT)]
    extra = ["--exclude-resource-type", "unit_test"] if verb == "build" else []
    return run(
        [program, verb, *options, "--log-path", str(target / "logs"), *extra],
        {"FIGURES_DB": str(database), "DBT_SEND_ANONYMOUS_USAGE_STATS": "false"},
    )


def script(target: Path) -> list[tuple[str, str]]:
    """Name and statement of each model in dependency order, from what dbt compiled.

    A table's or view's select stands as it was compiled; ephemeral models are already inside the others.
    """
    manifest = json.loads((target / "manifest.json").read_text())
    models = {k: n for k, n in manifest["nodes"].items() if n["resource_type"] == "model"}
    statements: list[tuple[str, str]] = []
    done: set[str] = set()

    def visit(key: str) -> None:
        if key in done or key not in models:
            return
        done.add(key)
        node = models[key]
        for parent in node["depends_on"]["nodes"]:
            visit(parent)
        kind = node["config"]["materialized"]
        if kind == "ephemeral":
            return
        name = f"{node['schema']}.{node['alias']}"
        sql = (target / "compiled" / node["package_name"] / node["original_file_path"]).read_text()
        what = "view" if kind == "view" else "table"
        statements.append(
            (name, f"create schema if not exists {node['schema']};\ncreate {what} {name} as\n{sql}")
        )

    for key in sorted(models):
        visit(key)
    return statements


def by_hand(database: Path, script_file: Path, built: Path) -> None:
    """Run the script on one connection (in a child of its own); prints the seconds of each statement.

    Seeds are copied from the built file: what is compared is the models.
    """
    seconds: dict[str, float] = {}
    config = {"memory_limit": os.environ.get("FIGURES_MEMORY_LIMIT", "2GB")}  # as in dbt's profile
    with duckdb.connect(str(database), config=config) as connection:
        connection.execute(f"attach '{built}' as built (read_only)")
        seeds = connection.execute(
            "select table_name from duckdb_tables() where database_name = 'built' and schema_name = 'seeds'"
        ).fetchall()
        connection.execute("create schema if not exists seeds")
        for (seed,) in seeds:
            connection.execute(f"create table seeds.{seed} as select * from built.seeds.{seed}")
        connection.execute("detach built")
        for name, statement in json.loads(script_file.read_text()):
            start = time.perf_counter()
            connection.execute(statement)
            seconds[name] = time.perf_counter() - start
    print(json.dumps(seconds))


def measure(claims: int, folder: Path, target: Path) -> dict[str, Any]:
    """One size: both builds from the same raw rows, at the same path so that dbt need not parse again."""
    from benchmarks.generator import generate, write  # not at the top: the run by hand must not pay for it

    raw, database, built = (
        folder / "generated.duckdb",
        folder / "figures.duckdb",
        folder / "built" / "figures.duckdb",
    )
    for file in (raw, database, built):
        file.unlink(missing_ok=True)
    generated = generate(claims)
    write(generated.raw, raw)
    shutil.copy(raw, database)
    by_dbt = dbt("build", target, database)
    results = json.loads((target / "run_results.json").read_text())["results"]
    built.parent.mkdir(exist_ok=True)
    shutil.move(database, built)
    shutil.copy(raw, database)
    script_file = folder / "script.json"
    script_file.write_text(json.dumps(script(target)))
    here = [
        sys.executable,
        str(Path(__file__).resolve()),
        "--by-hand",
        str(database),
        str(script_file),
        str(built),
    ]
    hand = run(here, {"PYTHONPATH": str(ROOT)})
    return {
        "claims": generated.raw["claims"].height,
        "documents": generated.raw["documents"].height,
        "raw_mb": raw.stat().st_size / 2**20,
        "built_mb": built.stat().st_size / 2**20,
        **{f"dbt_{name}": getattr(by_dbt, name) for name in MEASURED},
        **{f"hand_{name}": getattr(hand, name) for name in MEASURED},
        "ratio": by_dbt.seconds / hand.seconds,
        "cpu_ratio": by_dbt.cpu_seconds / hand.cpu_seconds,
        "slowest_by_hand": sorted(json.loads(hand.output.splitlines()[-1]).items(), key=lambda x: -x[1])[:12],
        "slowest_in_dbt": sorted(
            ((r["unique_id"].split(".", 2)[-1], r["execution_time"]) for r in results), key=lambda x: -x[1]
        )[:12],
        "test_seconds": sum(r["execution_time"] for r in results if r["unique_id"].startswith("test.")),
        "nodes": len(results),
    }


def table(rows: list[dict[str, Any]]) -> str:
    """The figures as a Markdown table."""
    lines = [
        "| claims | documents | dbt build | CPU | memory | by hand | CPU | memory | ratio | of CPU |",
        "|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for r in rows:
        ways = [
            f"{r[f'{way}_seconds']:.1f} s | {r[f'{way}_cpu_seconds']:.1f} s | {r[f'{way}_memory_mb']:,.0f} MB"
            for way in ("dbt", "hand")
        ]
        lines.append(
            f"| {r['claims']:,} | {r['documents']:,} | {ways[0]} | {ways[1]} | {r['ratio']:.1f} "
            f"| {r['cpu_ratio']:.1f} |"
        )
    return "\n".join(lines)


def main() -> None:
    """Measure each size and print the table."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--claims", type=int, nargs="+", default=SIZES)
    parser.add_argument("--json", action="store_true", help="print everything that was measured")
    parser.add_argument("--folder", type=Path, help="work here and keep the files")
    parser.add_argument("--by-hand", type=Path, nargs=3, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.by_hand:
        by_hand(*options.by_hand)
        return
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        target = (folder / "target").resolve()
        dbt("parse", target, folder.resolve() / "figures.duckdb")  # a refresh finds the project parsed
        rows = [measure(claims, folder.resolve(), target) for claims in options.claims]
    print(json.dumps(rows, indent=2) if options.json else table(rows))


if __name__ == "__main__":
    main()
