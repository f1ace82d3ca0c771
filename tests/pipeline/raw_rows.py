"""Builds a DuckDB file whose schema `raw` holds rows written by hand.

Tests and benchmarks state what a report says (`Report(...).claim("5,739", ...)`) and get whole raw rows:
keys, offsets and the columns that nobody cares about are filled in. The tables are those of the models.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from ingest.raw_tables import columns, raw_ddl
from schemas.tables import TABLES

EXTRACTOR = "test-1"
SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "万": 10**4, "亿": 10**8}
START = datetime(2020, 1, 1, 6, 0, 0)


def id32(*parts: object) -> str:
    """First 32 hex digits of sha256 of the parts, bars between."""
    return hashlib.sha256("|".join(map(str, parts)).encode()).hexdigest()[:32]


def numeral(text: str) -> tuple[Decimal, Decimal, Decimal, bool]:
    """Value, place of the last digit, the same without an integer's trailing zeros, scaled by a word or not.

    '67 billion' gives (67000000000, 1000000000, 1000000000, True); '87,000' gives (87000, 1, 1000, False).
    """
    number, _, word = text.partition(" ")
    digits = number.rstrip("%").replace(",", "")
    scale = SCALES[word] if word else 1
    whole, point, decimals = digits.partition(".")
    last = Decimal(1).scaleb(-len(decimals))
    zeros = 0 if point else len(whole) - len(whole.rstrip("0"))
    return Decimal(digits) * scale, last * scale, last * scale * 10**zeros, bool(word)


@dataclass
class Report:
    """One document with its claims and links; `claim` returns the claim_id to link with."""

    slug: str
    published_on: str = "2018-06-30"
    publisher: str = "Test Bureau"
    compiling_org: str | None = None
    ref_area: str | None = "CN"
    entity: str | None = None
    is_sample: bool = False
    language: str = "en"
    claims: list[dict[str, Any]] = field(default_factory=list)
    links: list[dict[str, Any]] = field(default_factory=list)
    refusals: list[dict[str, Any]] = field(default_factory=list)
    text: str = ""

    @property
    def document_id(self) -> str:
        return hashlib.sha256(self.slug.encode()).hexdigest()

    @property
    def reading_id(self) -> str:
        return id32(self.document_id, EXTRACTOR)

    @property
    def shelf_path(self) -> str:
        return f"test/{self.slug}/report.txt"

    def claim(self, printed: str, measure: str | None = None, **given: Any) -> str:
        """Adds a figure, by default an unhedged level of 2017 in `count`. Any column can be given by name."""
        value, last, nonzero, scaled = numeral(printed)
        kind = given.get("kind", "change_rate" if printed.endswith("%") else "level")
        start = len(self.text)
        sentence = f"{measure}: {printed}."
        self.text += sentence + "\n"
        begin = start + len(f"{measure}: ")
        claim_id = id32(self.document_id, begin, begin + len(printed), kind)
        row = {
            "reading_id": self.reading_id,
            "claim_id": claim_id,
            "document_id": self.document_id,
            "sentence_no": len(self.claims) + 1,
            "char_start": begin,
            "char_end": begin + len(printed),
            "quote": sentence,
            "sentence": sentence,
            "kind": kind,
            "value_text": printed,
            "value": value,
            "last_place": last,
            "last_nonzero_place": nonzero,
            "has_scale_word": scaled,
            "qualifier": "NONE",
            "direction": "up" if kind in {"change_rate", "change_amount", "points"} else None,
            "unit_text": None,
            "unit": "percent" if printed.endswith("%") else "count",
            "unit_status": "stated",
            "measure": measure,
            "measure_key": measure.lower().replace("'", "") if measure else None,
            "entity": self.entity,
            "ref_area": self.ref_area,
            "time_period": "2017",
            "base_period": "2016" if kind in {"change_rate", "change_amount", "points", "multiple"} else None,
            "price_basis": "not_stated",
            "claim_status": "actual",
            "flags": "",
            "extractor_version": EXTRACTOR,
            "load_id": "",
        } | given
        row["period_basis"] = given.get("period_basis", "stated" if row["time_period"] else None)
        self.claims.append(row)
        return claim_id

    def link(self, claim: str, role: str, target: str, coverage: str | None = None) -> None:
        """Adds a link between two claims; `coverage` is that of part_of."""
        self.links.append(
            {
                "reading_id": self.reading_id,
                "claim_id": claim,
                "role": role,
                "target_claim_id": target,
                "rule": "by_hand",
                "coverage": coverage,
                "coverage_text": "in total" if coverage == "exhaustive" else None,
                "load_id": "",
            }
        )

    def grown(self, level: str, rate: str, measure: str, **given: Any) -> tuple[str, str]:
        """A level and its growth rate, linked; keys beginning with rate_ go to the rate."""
        of_rate = {k.removeprefix("rate_"): v for k, v in given.items() if k.startswith("rate_")}
        of_level = {k: v for k, v in given.items() if not k.startswith("rate_")}
        level_id = self.claim(level, measure, **of_level)
        shared = {k: v for k, v in of_level.items() if k in {"time_period", "entity", "ref_area"}}
        rate_id = self.claim(rate, measure, **(shared | of_rate))
        self.link(rate_id, "growth_of", level_id)
        return level_id, rate_id

    def document(self) -> dict[str, Any]:
        """The row of raw.documents."""
        return {
            "reading_id": self.reading_id,
            "document_id": self.document_id,
            "shelf_path": self.shelf_path,
            "file_name": "report.txt",
            "title": self.slug,
            "publisher": self.publisher,
            "compiling_org": self.compiling_org,
            "language": self.language,
            "published_on": date.fromisoformat(self.published_on),
            "is_sample": self.is_sample,
            "ref_area": self.ref_area,
            "entity": self.entity,
            "reference_period": None,
            "source_url": None,
            "licence": "not stated",
            "media_type": "text/plain",
            "byte_count": max(1, len(self.text.encode())),
            "text": self.text,
            "text_sha256": hashlib.sha256(self.text.encode()).hexdigest(),
            "extractor_version": EXTRACTOR,
            "load_id": "",
        }


def load_row(number: int, **given: Any) -> dict[str, Any]:
    """A row of raw.loads."""
    counts = [c for c in columns("loads") if c.endswith("_added")]
    return {
        "load_id": id32("load", number),
        "load_no": number,
        "started_at": START.replace(day=number),
        "finished_at": START.replace(day=number, minute=1),
        "extractor_version": EXTRACTOR,
        "places_seen": 1,
        "quarantined": 0,
        "duplicates": 0,
        "withdrawn": 0,
        **dict.fromkeys(counts, 0),
        **given,
    }


def rows_of(reports: list[Report], withdrawn: list[str] | None = None) -> dict[str, list[dict[str, Any]]]:
    """Rows of all raw tables: one load brings the reports, a second withdraws those whose slug is named."""
    first = id32("load", 1)
    rows: dict[str, list[dict[str, Any]]] = {table: [] for table in TABLES}
    rows["loads"].append(load_row(1))
    for report in reports:
        rows["documents"].append(report.document() | {"load_id": first})
        rows["claims"] += [row | {"load_id": first} for row in report.claims]
        rows["claim_links"] += [row | {"load_id": first} for row in report.links]
        rows["refusals"] += [row | {"load_id": first} for row in report.refusals]
        rows["placements"].append(
            {
                "load_id": first,
                "shelf_path": report.shelf_path,
                "status": "present",
                "reading_id": report.reading_id,
                "leading_path": None,
            }
        )
    if withdrawn:
        rows["loads"].append(load_row(2))
        for report in reports:
            if report.slug in withdrawn:
                rows["placements"].append(
                    {
                        "load_id": id32("load", 2),
                        "shelf_path": report.shelf_path,
                        "status": "withdrawn",
                        "reading_id": None,
                        "leading_path": None,
                    }
                )
    return rows


def write_raw(path: Path, rows: dict[str, list[dict[str, Any]]]) -> None:
    """Makes the file with all raw tables; every row is checked by its pandera model first."""
    path.parent.mkdir(parents=True, exist_ok=True)
    config = {"storage_compatibility_version": "v1.5.0"}
    with duckdb.connect(str(path), config=config) as connection:
        for statement in raw_ddl():
            connection.execute(statement)
        for table, given in rows.items():
            if not given:
                continue
            schema = columns(table)
            data = {name: [row.get(name) for row in given] for name in schema}
            frame = pl.DataFrame(data, schema=schema)
            TABLES[table].validate(frame, lazy=True)
            rows_file = path.with_suffix(f".{table}.parquet")
            frame.write_parquet(rows_file)
            connection.execute(f"insert into raw.{table} select * from read_parquet('{rows_file}')")
            rows_file.unlink()
