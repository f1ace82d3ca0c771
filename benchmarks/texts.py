"""Generated figures as text with offsets, and as rows of the raw tables."""

import hashlib
from decimal import Decimal

import polars as pl

from benchmarks.blocks import pick
from benchmarks.patterns import AREAS, RELAYS, SECOND
from ingest.raw_tables import columns

VERSION = "0.1+generator"
_UNIT_WORDS = {
    "CNY": " yuan",
    "USD": " dollars",
    "m2": " square metres",
    "month": " months",
    "percentage_point": " percentage points",
}
_EXACT = pl.Decimal(38, 12)
_FREQUENCIES = {"A": 12, "Q": 3, "M": 1}  # months in a period


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def laid_out(figures: pl.DataFrame) -> pl.DataFrame:
    """Add names, periods, each figure's clause, and the offsets of its numeral in the document's text."""
    chain = pl.col("chain")
    # Eight chains in ten report by the year, one by the quarter, one by the month.
    frequency = pick(chain % 10, ["A", "M", "A", "A", "Q", "A", "A", "A", "A", "A"])
    figures = (
        figures.with_columns(
            frequency.alias("freq"),
            pl.min_horizontal("report", pl.lit(SECOND - 1, dtype=pl.Int64)).alias("step"),
            pl.concat_str(pl.lit("Organisation "), chain).alias("entity"),
            pick(chain % len(AREAS), AREAS).alias("ref_area"),
            (pl.concat_str("topic", pl.lit(" "), "noun", "suffix")).alias("measure"),
            pl.col("unit").replace_strict(_UNIT_WORDS, default="").alias("unit_words"),
        )
        .with_columns(
            _period(pl.col("step") + pl.col("period_shift")).alias("time_period"),
            pl.when(pl.col("role") == "growth_of").then(_period(pl.col("step") - 1)).alias("base_period"),
        )
        .with_columns(_lead().alias("lead"))
        .with_columns(pl.concat_str("lead", "hedge_text", "value_text", "unit_words").alias("clause"))
    )
    length = pl.col("clause").str.len_chars().cast(pl.Int64)
    begin = length.cum_sum().over("report_no") - length
    ahead = (pl.col("lead").str.len_chars() + pl.col("hedge_text").str.len_chars()).cast(pl.Int64)
    start = begin + ahead
    sentences = figures.group_by("report_no", "block", maintain_order=True).agg(
        pl.col("clause").str.join("").str.strip_chars(".\n").alias("sentence")
    )
    return figures.with_columns(
        start.alias("char_start"),
        (start + pl.col("value_text").str.len_chars().cast(pl.Int64)).alias("char_end"),
    ).join(sentences, on=["report_no", "block"], maintain_order="left")


def _lead() -> pl.Expr:
    """What stands before the hedge: the first figure of a block opens a sentence, the others continue it."""
    opening = pl.when(pl.col("block") == 0).then(pl.lit("In ")).otherwise(pl.lit(".\nIn "))
    opened = pl.concat_str(
        opening, "time_period", pl.lit(", "), "entity", pl.lit(" had "), "measure", pl.lit(" of ")
    )
    return pl.when(pl.col("slot") == 0).then(opened).otherwise("words")


def _period(step: pl.Expr) -> pl.Expr:
    """The n-th period after the start of 2016, in the form of the chain's frequency."""
    quarter, month = (step % 4 + 1).cast(pl.String), (step % 12 + 1).cast(pl.String).str.zfill(2)
    year = lambda steps: (step.floordiv(steps) + 2016).cast(pl.String)  # noqa: E731
    return (
        pl.when(pl.col("freq") == "A")
        .then(year(1))
        .when(pl.col("freq") == "Q")
        .then(pl.concat_str(year(4), pl.lit("-Q"), quarter))
        .otherwise(pl.concat_str(year(12), pl.lit("-"), month))
    )


def documents_of(figures: pl.DataFrame, load_id: str) -> pl.DataFrame:
    """One row per report, with report_no; the second publisher relays or counts again, in turns."""
    number = (pl.col("chain") // 40 + 1).cast(pl.String)
    second = pl.col("report") == SECOND
    office = pl.concat_str(pl.lit("Statistics Office "), number)
    bureau = pl.concat_str(pl.lit("Census Bureau "), number)
    counted_by_bureau = pl.col("chain") % 10 < 3
    months = pl.col("freq").replace_strict(_FREQUENCIES, return_dtype=pl.Int64)
    # Two months after the end of the period; the second publisher a month later.
    month = (pl.col("step") + 1) * months + 2 + second.cast(pl.Int64)
    documents = (
        figures.group_by("report_no", maintain_order=True)
        .agg(
            pl.col("chain", "report", "freq", "step", "entity", "ref_area").first(),
            pl.col("clause").str.join("").alias("text"),
        )
        .with_columns(
            publisher=pl.when(second).then(pl.concat_str(pl.lit("News Agency "), number)).otherwise(office),
            compiling_org=pl.when(second & ~RELAYS)
            .then(None)
            .when(counted_by_bureau)
            .then(bureau)
            .when(second)
            .then(office),
            published_on=pl.date(2016 + month.floordiv(12), month % 12 + 1, 5),
            byte_count=pl.col("text").str.len_bytes().cast(pl.Int64),
        )
    )
    text_hash = documents["text"].map_elements(digest, return_dtype=pl.String)
    documents = documents.with_columns(text_hash.alias("text_sha256"), text_hash.alias("document_id"))
    reading = documents["document_id"].map_elements(
        lambda d: digest(f"{d}|{VERSION}")[:32], return_dtype=pl.String
    )
    path = pl.concat_str(pl.lit("generated/report-"), "report_no", pl.lit("/report.txt"))
    constants = {
        "file_name": "report.txt",
        "language": "en",
        "licence": "CC0-1.0",
        "media_type": "text/plain",
    }
    constants |= {"extractor_version": VERSION, "load_id": load_id}
    return documents.with_columns(
        reading.alias("reading_id"),
        path.alias("shelf_path"),
        pl.concat_str(pl.lit("Report "), "report_no").alias("title"),
        is_sample=pl.lit(False),
        reference_period=pl.lit(None, dtype=pl.String),
        source_url=pl.lit(None, dtype=pl.String),
        **{name: pl.lit(value) for name, value in constants.items()},
    )


def identified(figures: pl.DataFrame, documents: pl.DataFrame) -> pl.DataFrame:
    """Add reading_id, document_id and claim_id (DESIGN §4)."""
    keys = documents.select("report_no", "reading_id", "document_id")
    figures = figures.join(keys, on="report_no", maintain_order="left")
    name = figures.select(
        pl.concat_str("document_id", "char_start", "char_end", "kind", separator="|")
    ).to_series()
    return figures.with_columns(
        name.map_elements(lambda k: digest(k)[:32], return_dtype=pl.String).alias("claim_id")
    )


def claims_of(figures: pl.DataFrame, load_id: str) -> pl.DataFrame:
    """The rows of raw.claims."""
    level_above_base = pl.when(pl.col("level") >= pl.col("base")).then(pl.lit("up")).otherwise(pl.lit("down"))
    changes = ["change_rate", "change_amount", "points", "multiple"]
    unit_text = (
        pl.when(pl.col("unit") == "percent")
        .then(pl.lit("%"))
        .otherwise(pl.col("unit_words").str.strip_chars())
    )
    claims = figures.with_columns(
        pl.col("block").add(1).alias("sentence_no"),
        pl.col("clause").str.strip_chars(".,\n ").alias("quote"),
        _exact("value_m", "value"),
        _exact("value_upper_m", "value_upper"),
        _exact("last_place_m", "last_place"),
        _exact("last_nonzero_m", "last_nonzero_place"),
        pl.when(pl.col("hedge_text") != "").then(pl.col("hedge_text").str.strip_chars()).alias("hedge_text"),
        pl.when(pl.col("kind").is_in(changes)).then(level_above_base).alias("direction"),
        pl.when(unit_text != "").then(unit_text).otherwise("noun").alias("unit_text"),
        pl.col("measure").alias("measure_key"),
        unit_status=pl.lit("stated"),
        period_basis=pl.lit("stated"),
        flags=pl.lit(""),
        extractor_version=pl.lit(VERSION),
        load_id=pl.lit(load_id),
    )
    return claims.select(list(columns("claims")))


def _exact(thousandths: str, name: str) -> pl.Expr:
    factor = pl.lit(Decimal("0.001"), dtype=_EXACT)
    return (pl.col(thousandths).cast(_EXACT) * factor).cast(_EXACT).alias(name)


def links_of(figures: pl.DataFrame, load_id: str) -> pl.DataFrame:
    """The rows of raw.claim_links."""
    place = ["report_no", "block"]
    targets = figures.select(
        *place, pl.col("slot").alias("target"), pl.col("claim_id").alias("target_claim_id")
    )
    first = figures.select(*place, "reading_id", "claim_id", "role", "target", "coverage")
    second = figures.select(
        *place, "reading_id", "claim_id", pl.col("second_role").alias("role"),
        pl.col("second_target").alias("target"), "coverage",
    )  # fmt: skip
    is_part = pl.col("role") == "part_of"
    return (
        pl.concat([first, second])
        .filter(pl.col("role").is_not_null())
        .join(targets, on=[*place, "target"], maintain_order="left")
        .with_columns(
            rule=pl.lit("generated"),
            coverage=pl.when(is_part).then("coverage"),
            coverage_text=pl.when(is_part & (pl.col("coverage") == "partial")).then(pl.lit("of which")),
            load_id=pl.lit(load_id),
        )
        .select(list(columns("claim_links")))
    )
