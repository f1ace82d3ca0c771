"""The world that the generator reports on: chains of reports, blocks of figures, true quantities.

A chain is one organisation reporting period after period; a block is one thing that it reports on, in the
same pattern each time; a slot is one figure of a block. Truths are plain arithmetic on one level and its
base; printing and hedging is the business of `numerals`.
"""

import polars as pl

from benchmarks.numerals import with_draw
from benchmarks.patterns import (
    BLOCKS,
    LEVEL,
    NOUNS,
    PATTERNS,
    PLANTED,
    RELAYS,
    REPORTS,
    RESTATED,
    SECOND,
    SLOTS,
    TOPICS,
)


def blocks_of(chains: int, seed: int) -> pl.DataFrame:
    """One row per chain, block and report, with the true level, its base at that vintage, its parts."""
    wide = (
        pl.DataFrame({"chain": pl.arange(0, chains, eager=True)})
        .join(pl.DataFrame({"block": pl.arange(0, BLOCKS, eager=True)}), how="cross")
        .pipe(with_draw, "draw", seed + 2, "chain", "block")
        .with_columns(
            _pattern().alias("pattern"),
            pl.col("block").replace_strict(dict(enumerate(u for _, u in NOUNS))).alias("unit"),
            pick(pl.col("block"), [n for n, _ in NOUNS]).alias("noun"),
            pick(pl.col("chain") % len(TOPICS), TOPICS).alias("topic"),
        )
        .with_columns(
            pl.when(pl.col("pattern") == "points").then(pl.lit("percent")).otherwise("unit").alias("unit")
        )
    )
    wide = _grown(wide, seed)
    reports = [
        wide.select(
            "chain", "block", "pattern", "unit", "noun", "topic",
            report=pl.lit(n, dtype=pl.Int64), level=f"level{n}", base=f"base{n}",
        )
        for n in range(REPORTS)
    ]  # fmt: skip
    second = (
        reports[-1]
        .pipe(with_draw, "draw", seed + 1, "chain")
        .filter((pl.col("draw") < 0.1) & pl.col("pattern").is_in(RESTATED))
        .with_columns(report=pl.lit(SECOND, dtype=pl.Int64), pattern=pl.lit("single"))
        .drop("draw")
    )
    return _with_parts(pl.concat([*reports, second]), seed).with_columns(
        report_no=pl.col("chain") * (REPORTS + 1) + pl.col("report")
    )


def _pattern() -> pl.Expr:
    """The pattern of a block: the same in each report of its chain."""
    drawn, reach = pl.lit(PATTERNS[0][0]), 0.0
    for name, share in PATTERNS:
        drawn = pl.when(pl.col("draw") >= reach).then(pl.lit(name)).otherwise(drawn)
        reach += share
    return drawn


def pick(index: pl.Expr, words: list[str]) -> pl.Expr:
    return index.replace_strict(dict(enumerate(words)), return_dtype=pl.String)


def _grown(wide: pl.DataFrame, seed: int) -> pl.DataFrame:
    """True levels of all periods: growth of −8% to 22%, a fifth of the earlier levels revised on the way.

    Only products and rounding, no powers: the same doubles on every machine.
    """
    share = pl.col("unit") == "percent"
    power = pl.lit(1e3)
    wide = with_draw(wide, "draw", seed + 3, "chain", "block")
    for n, ten in enumerate((1e4, 1e5, 1e6)):
        power = pl.when(pl.col("draw") >= 0.4 + 0.2 * n).then(pl.lit(ten)).otherwise(power)
    power = power * pl.when(pl.col("unit").is_in(["CNY", "USD"])).then(1e4).otherwise(1.0)
    wide = wide.with_columns(power.alias("power")).pipe(with_draw, "draw", seed + 4, "chain", "block")
    mantissa = 1 + 8 * pl.col("draw")
    wide = wide.with_columns(
        _exact(pl.when(share).then(20 + mantissa).otherwise(mantissa * pl.col("power")), share).alias("base0")
    )
    for n in range(REPORTS):
        wide = with_draw(wide, "draw", seed + 100 + n, "chain", "block")
        growth = pl.col("draw") * 0.3 - 0.08
        growth = pl.when(growth.abs() < 0.006).then(0.01).otherwise(growth)
        wide = wide.with_columns(_exact(pl.col(f"base{n}") * (1 + growth), share).alias(f"level{n}"))
        wide = with_draw(wide, "draw", seed + 200 + n, "chain", "block")
        # The draw says both whether and how far: below 0.2 it spans −3% to 3%.
        revision = pl.when(pl.col("draw") < 0.2).then(0.97 + pl.col("draw") * 0.3).otherwise(1.0)
        wide = wide.with_columns(_exact(pl.col(f"level{n}") * revision, share).alias(f"base{n + 1}"))
    return wide


def _exact(level: pl.Expr, is_percent: pl.Expr) -> pl.Expr:
    """Whole numbers; a percentage keeps hundredths."""
    return pl.when(is_percent).then((level * 100 + 0.5).floor() / 100).otherwise((level + 0.5).floor())


def _with_parts(blocks: pl.DataFrame, seed: int) -> pl.DataFrame:
    """Parts of the level: all there is, or some of it; coverage says which words stand there."""
    blocks = with_draw(blocks, "draw", seed + 5, "chain", "block", "report")
    draw = pl.col("draw")
    count = pl.col("pattern").replace_strict({"parts2": 2, "parts3": 3, "parts4": 4}, default=0)
    listed = count > 0
    coverage = (
        pl.when(draw < 0.45)
        .then(pl.lit("exhaustive"))
        .when(draw < 0.85)
        .then(pl.lit("partial"))
        .otherwise(pl.lit("unknown"))
    )
    adds_up = (draw < 0.45) | (draw >= 0.92)
    remaining = pl.when(adds_up).then(LEVEL).otherwise((LEVEL * (0.6 + draw * 0.3)).floor())
    blocks = blocks.with_columns(
        coverage.alias("coverage"), remaining.alias("remaining"), count.alias("count")
    )
    for n in range(1, 5):
        blocks = with_draw(blocks, "cut", seed + 20 + n, "chain", "block", "report")
        cut = (pl.col("remaining") * (0.25 + 0.35 * pl.col("cut"))).floor()
        part = pl.when(listed & (pl.col("count") == n)).then(pl.col("remaining")).otherwise(cut)
        blocks = blocks.with_columns(part.alias(f"part{n}")).with_columns(
            (pl.col("remaining") - pl.col(f"part{n}")).alias("remaining")
        )
    return blocks.drop("remaining", "count", "cut", "draw")


def slots_of(blocks: pl.DataFrame, seed: int) -> pl.DataFrame:
    """One row per figure: `true_value` as the world has it, `truth` as it is to be printed, `planted`."""
    frames = []
    for pattern, slots in SLOTS.items():
        mine = blocks.filter(pl.col("pattern") == pattern)
        for slot in slots:
            frames.append(
                mine.with_columns(
                    pl.lit(slot.number, dtype=pl.Int64).alias("slot"),
                    pl.lit(slot.kind).alias("kind"),
                    slot.truth.cast(pl.Float64).alias("true_value"),
                    pl.lit(slot.words).alias("words"),
                    pl.lit(slot.suffix).alias("suffix"),
                    (pl.lit(slot.unit) if slot.unit else pl.col("unit")).alias("unit"),
                    pl.lit(slot.period, dtype=pl.Int64).alias("period_shift"),
                    pl.lit(slot.price_basis).alias("price_basis"),
                    pl.lit(slot.status).alias("claim_status"),
                    *[
                        pl.lit(value, dtype=dtype).alias(name)
                        for name, value, dtype in (
                            ("role", slot.role, pl.String),
                            ("target", slot.target, pl.Int64),
                            ("second_role", slot.second_role, pl.String),
                            ("second_target", slot.second_target, pl.Int64),
                        )
                    ],
                )
            )
    return _planted(pl.concat(frames).sort("report_no", "block", "slot"), seed)


def _planted(figures: pl.DataFrame, seed: int) -> pl.DataFrame:
    """Make some figures false, each by far more than any hedge can excuse."""
    figures = with_draw(figures, "draw", seed + 6, "chain", "block", "report")
    draw = pl.col("draw")
    pattern, slot = pl.col("pattern"), pl.col("slot")
    is_list = pattern.str.starts_with("parts")
    what = (
        pl.when(draw >= PLANTED)
        .then(None)
        .when((pl.col("report") == SECOND) & (slot == 0) & ~RELAYS)
        .then(pl.lit("conflict"))
        .when(is_list & (pl.col("coverage") == "exhaustive") & (draw < PLANTED / 2) & (slot == 0))
        .then(pl.lit("sum"))
        .when(is_list & (draw >= PLANTED / 2) & (slot == 1))
        .then(pl.lit("slip"))
        .when((pattern == "from_to") & (slot == 1))
        .then(pl.lit("growth"))
        .when((pattern == "share") & (slot == 1))
        .then(pl.lit("share"))
    )
    value = pl.col("true_value")
    printed_value = (
        pl.when(pl.col("planted") == "conflict")
        .then((value * 1.5).floor())
        .when(pl.col("planted") == "sum")
        .then((value * 1.6).floor())
        .when(pl.col("planted") == "slip")
        .then(value * 1000)
        .when(pl.col("planted") == "growth")
        .then(value + 60)
        .when(pl.col("planted") == "share")
        .then(value + 35)
        .otherwise(value)
    )
    return figures.with_columns(what.alias("planted")).with_columns(printed_value.alias("truth"))
