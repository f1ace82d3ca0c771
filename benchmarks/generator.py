"""Realistic raw rows at any size, with the truth behind them and a list of planted contradictions.

`generate(claims, seed)` builds in columns, never in rows: chains of yearly, quarterly and monthly reports by
several publishers, whose levels grow from one report to the next and are revised on the way; wholes with
closed and open lists of parts, shares, amounts, multiples, points; hedges of all kinds; a second publisher
who relays or counts again. Every figure that is not planted is true: its conventional interval holds the
truth. About 1% of the figures are planted so far off that no interval can excuse them.

    python -m benchmarks.generator --claims 100000 --database generated.duckdb
"""

import argparse
import datetime
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import duckdb
import polars as pl

from benchmarks.blocks import blocks_of, slots_of
from benchmarks.numerals import printed, with_draw
from benchmarks.patterns import BLOCKS, REPORTS
from benchmarks.texts import VERSION, claims_of, digest, documents_of, identified, laid_out, links_of
from ingest.raw_tables import columns, raw_ddl
from schemas.tables import TABLES

CLAIMS_PER_CHAIN = 2.29 * BLOCKS * REPORTS


@dataclass(frozen=True)
class Generated:
    """The raw tables by name, and what the generator knows beside them.

    truth: one row per claim: claim_id, truth (in the printed unit, before any planting), planted (what was
    planted: sum, slip, growth, share, conflict; null where the figure is true), block_id (which figures were
    printed together), base (the true earlier level of the block, as of this report).
    """

    raw: dict[str, pl.DataFrame]
    truth: pl.DataFrame


def generate(claims: int, seed: int = 1) -> Generated:
    """About that many claims; the same arguments give the same rows on any machine."""
    chains = max(1, round(claims / CLAIMS_PER_CHAIN))
    blocks = blocks_of(chains, seed)
    figures = slots_of(blocks, seed)
    for name, salt in (("u_hedge", seed + 11), ("u_digits", seed + 12)):
        figures = with_draw(figures, name, salt, "chain", "report", "block", "slot")
    figures = laid_out(printed(figures))
    load_id = digest(f"generator|{claims}|{seed}")[:32]
    documents = documents_of(figures, load_id)
    figures = identified(figures, documents)
    raw = {
        "documents": documents,
        "claims": claims_of(figures, load_id),
        "claim_links": links_of(figures, load_id),
        "placements": documents.select(
            load_id=pl.lit(load_id),
            shelf_path="shelf_path",
            status=pl.lit("present"),
            reading_id="reading_id",
            leading_path=pl.lit(None, dtype=pl.String),
        ),
    }
    raw["loads"] = _load(raw, load_id)
    for name in TABLES.keys() - raw.keys():
        raw[name] = pl.DataFrame(schema=columns(name))
    truth = figures.select(
        "claim_id",
        truth="true_value",
        planted="planted",
        block_id=pl.col("report_no") * BLOCKS + pl.col("block"),
        base="base",
    )
    return Generated({name: frame.select(list(columns(name))) for name, frame in raw.items()}, truth)


def _load(raw: dict[str, pl.DataFrame], load_id: str) -> pl.DataFrame:
    """One load, at a fixed time, that brought everything."""
    moment = datetime.datetime(2025, 1, 1, 6)
    counts = {"places_seen": "placements", "readings_added": "documents", "claims_added": "claims"}
    row = {
        "load_id": load_id,
        "load_no": 1,
        "started_at": moment,
        "finished_at": moment,
        "extractor_version": VERSION,
        **{column: raw[table].height for column, table in counts.items()},
        "links_added": raw["claim_links"].height,
        **dict.fromkeys(["refusals_added", "quarantined", "duplicates", "withdrawn"], 0),
    }
    return pl.DataFrame([row], schema=columns("loads"))


def write(raw: dict[str, pl.DataFrame], database: Path) -> None:
    """Make a DuckDB file that holds the raw tables; a file that is there already is an error."""
    if database.exists():
        raise FileExistsError(f"{database} exists; name a new file.")
    # The file format that the project's dbt profile writes too, so that a build does not mix two.
    config = {"storage_compatibility_version": "v1.5.0"}
    with tempfile.TemporaryDirectory() as folder, duckdb.connect(database, config=config) as connection:
        for statement in raw_ddl():
            connection.execute(statement)
        for name, frame in raw.items():
            parquet = Path(folder) / f"{name}.parquet"
            frame.write_parquet(parquet)
            connection.execute(f"insert into raw.{name} select * from read_parquet(?)", [str(parquet)])


def main() -> None:
    """Write the raw tables of a generated shelf to a new DuckDB file, the truth beside it as parquet."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--database", type=Path, required=True)
    options = parser.parse_args()
    start = time.perf_counter()
    generated = generate(options.claims, options.seed)
    made = time.perf_counter()
    write(generated.raw, options.database)
    generated.truth.write_parquet(options.database.with_suffix(".truth.parquet"))
    planted = generated.truth["planted"].count()
    print(
        f"{generated.raw['claims'].height:,} claims in {generated.raw['documents'].height:,} documents, "
        f"{planted:,} planted contradictions: made in {made - start:.1f} s, "
        f"written in {time.perf_counter() - made:.1f} s."
    )


if __name__ == "__main__":
    main()
