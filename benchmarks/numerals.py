"""How a generated report prints a true quantity: hedge, digits, scale word, in polars expressions.

Every hedge is printed so that the truth lies inside its conventional interval (DESIGN §6): a report that
does not lie. Contradictions are planted on purpose elsewhere, never by rounding.
"""

import polars as pl

# What a report would print; the rest, 0.62 of all, is unhedged.
HEDGES = [
    ("GT", 0.12, "over "),
    ("GE", 0.03, "at least "),
    ("LT", 0.03, "less than "),
    ("LE", 0.01, "up to "),
    ("NEARLY", 0.05, "nearly "),
    ("ABOUT", 0.07, "about "),
    ("ODD", 0.02, "some "),
    ("RANGE", 0.03, "from "),
    ("EXACT", 0.02, "exactly "),
]
MILLI = 1000  # values are carried as whole thousandths
_TENS = [10**k for k in range(-1, 14)]


def with_draw(frame: pl.DataFrame, name: str, salt: int, *columns: str) -> pl.DataFrame:
    """Add a draw in [0, 1) that depends on the columns and the salt alone (splitmix64)."""
    u64 = lambda x: pl.lit(x % 2**64, dtype=pl.UInt64)  # noqa: E731
    state = pl.col(name)
    frame = frame.with_columns(u64(salt * 0x9E3779B97F4A7C15 + 0x1234567).alias(name))
    for column in columns:
        # One step at a time: an expression that names itself twice a step would grow as a power of two.
        frame = frame.with_columns((state ^ pl.col(column).cast(pl.UInt64)) + u64(0x9E3779B97F4A7C15))
        frame = frame.with_columns((state ^ (state // u64(2**30))) * u64(0xBF58476D1CE4E5B9))
        frame = frame.with_columns((state ^ (state // u64(2**27))) * u64(0x94D049BB133111EB))
        frame = frame.with_columns(state ^ (state // u64(2**31)))
    return frame.with_columns((state // u64(2**11)).cast(pl.Float64) / 2**53)


def printed(claims: pl.DataFrame) -> pl.DataFrame:
    """Add what is printed of `truth` (≥ 0.1, Float64), given `unit` and the draws `u_hedge` and `u_digits`.

    Adds qualifier, hedge_text, value_text, has_scale_word and, in thousandths, value_m, value_upper_m,
    last_place_m, last_nonzero_m.
    """
    truth, unit = pl.col("truth"), pl.col("unit")
    is_count = unit.is_in(["count", "person"])
    is_rate = unit.is_in(["percent", "percentage_point"])
    return (
        claims.with_columns(_wanted_hedge(is_count).alias("qualifier"))
        .with_columns(
            _power_below(truth).alias("magnitude"),
            pl.when(is_rate | (unit == "ratio") | (truth < 9.9e5))
            .then(1)
            .when(truth < 9.9e8)
            .then(10**6)
            .otherwise(10**9)
            .cast(pl.Int64)
            .alias("scale"),
        )
        .with_columns(_place(is_count, is_rate).alias("place_m"))
        .pipe(_rounded)
        .pipe(_facts_of_the_numeral)
        .pipe(_text)
        .drop("magnitude", "scale", "place_m", "steps")
    )


def _wanted_hedge(is_count: pl.Expr) -> pl.Expr:
    """The hedge drawn (a later rung of the ladder wins); a numeral is called exact only of a count."""
    drawn = pl.lit("NONE")
    reach = 1.0 - sum(share for _, share, _ in HEDGES)
    for code, share, _ in HEDGES:
        drawn = pl.when(pl.col("u_hedge") >= reach).then(pl.lit(code)).otherwise(drawn)
        reach += share
    return pl.when((drawn == "EXACT") & ~is_count).then(pl.lit("NONE")).otherwise(drawn)


def _power_below(x: pl.Expr) -> pl.Expr:
    """The greatest power of ten that is not above x."""
    power = pl.lit(_TENS[0])
    for ten in _TENS[1:]:
        power = pl.when(x >= ten).then(pl.lit(float(ten))).otherwise(power)
    return power


def _place(is_count: pl.Expr, is_rate: pl.Expr) -> pl.Expr:
    """Place of rounding in thousandths: two to four significant digits, never coarser than the policy bears.

    An unhedged numeral without scale word is printed in full (or, a large count, in thousands), since its
    trailing zeros would claim a precision that rounding does not keep.
    """
    hedged = ~pl.col("qualifier").is_in(["NONE", "EXACT"])
    digits = (
        pl.when(pl.col("u_digits") < 0.4).then(10).when(pl.col("u_digits") < 0.8).then(100).otherwise(1000)
    )
    # At least two digits under a hedge: one would make the interval as wide as the number.
    rounded = (pl.col("magnitude") / digits).clip(1, None)
    rate = pl.when((pl.col("truth") >= 10) & (pl.col("u_digits") < 0.3)).then(1.0).otherwise(0.1)
    in_thousands = is_count & (pl.col("truth") >= 20_000) & (pl.col("u_digits") < 0.3)
    in_full = pl.when(in_thousands).then(1000.0).otherwise(1.0)
    unhedged = pl.when(pl.col("scale") == 1).then(in_full).otherwise(pl.min_horizontal(rounded, "scale"))
    place = (
        pl.when(is_rate)
        .then(rate)
        .when(pl.col("unit") == "ratio")
        .then(0.1)
        .when(pl.col("qualifier") == "EXACT")
        .then(1.0)
        .when(hedged)
        .then(rounded)
        .otherwise(unhedged)
    )
    return (place * MILLI).round().cast(pl.Int64)


def _rounded(claims: pl.DataFrame) -> pl.DataFrame:
    """Round the truth to the side that the hedge claims; change it where the truth sits on the edge."""
    steps = pl.col("truth") / (pl.col("place_m") / MILLI)
    floor, ceiling = steps.floor(), steps.ceil()
    on_edge = floor == ceiling
    qualifier = pl.col("qualifier")
    swap = {"GT": "GE", "ODD": "GE", "LT": "LE", "NEARLY": "LE"}
    # "Nearly 0.8" reaches down by half a unit only, which the truth need not do.
    one_digit = (qualifier == "NEARLY") & (ceiling < 10)
    return (
        claims.with_columns(
            pl.when(on_edge | one_digit)
            .then(qualifier.replace(swap))
            .otherwise(qualifier)
            .alias("qualifier"),
            pl.when(qualifier.is_in(["GT", "GE", "ODD", "RANGE"]))
            .then(floor)
            .when(qualifier.is_in(["LT", "LE", "NEARLY"]))
            .then(ceiling)
            .otherwise((steps + 0.5).floor())
            .cast(pl.Int64)
            .alias("steps"),
        )
        .with_columns((pl.col("steps") * pl.col("place_m")).alias("value_m"))
        .with_columns(
            pl.when(pl.col("qualifier") == "RANGE")
            .then(pl.col("value_m") + pl.col("place_m"))
            .alias("value_upper_m")
        )
    )


def _facts_of_the_numeral(claims: pl.DataFrame) -> pl.DataFrame:
    """Place values of the last printed digit and of the last that is not a trailing zero of an integer."""
    unit_m = pl.col("scale") * MILLI
    has_decimals = pl.col("place_m") < unit_m
    last = pl.when(has_decimals).then(pl.col("place_m")).otherwise(unit_m)
    nonzero = unit_m
    for ten in _TENS[2:8]:
        # Of an integer: the greatest ten that divides what is printed before the scale word.
        nonzero = pl.when(pl.col("value_m") % (unit_m * ten) == 0).then(unit_m * ten).otherwise(nonzero)
    return claims.with_columns(
        last.alias("last_place_m"),
        pl.when(has_decimals).then(pl.col("place_m")).otherwise(nonzero).alias("last_nonzero_m"),
        (pl.col("scale") > 1).alias("has_scale_word"),
    )


def _text(claims: pl.DataFrame) -> pl.DataFrame:
    """The numeral and the hedge as words."""
    hedge = pl.lit("")
    for code, _, words in HEDGES:
        hedge = pl.when(pl.col("qualifier") == code).then(pl.lit(words)).otherwise(hedge)
    word = (
        pl.when(pl.col("scale") == 10**6)
        .then(pl.lit(" million"))
        .when(pl.col("scale") == 10**9)
        .then(pl.lit(" billion"))
        .otherwise(pl.lit(""))
    )
    percent = pl.when(pl.col("unit") == "percent").then(pl.lit("%")).otherwise(pl.lit(""))
    upper = (
        pl.when(pl.col("qualifier") == "RANGE")
        .then(pl.lit(" to ") + _numeral("value_upper_m"))
        .otherwise(pl.lit(""))
    )
    return claims.with_columns(
        hedge.alias("hedge_text"), (_numeral("value_m") + upper + word + percent).alias("value_text")
    )


def _numeral(column: str) -> pl.Expr:
    """Thousandths as a numeral in units of `scale`, with commas and as many decimals as `place_m` needs."""
    unit_m = pl.col("scale") * MILLI
    whole = pl.col(column) // unit_m
    decimals = pl.lit(0)
    for count in range(1, 10):
        decimals = pl.when(unit_m // pl.col("place_m") >= 10**count).then(count).otherwise(decimals)
    fraction = (pl.col(column) % unit_m // pl.col("place_m")).cast(pl.String).str.zfill(decimals)
    grouped = (
        pl.when(whole < 1000)
        .then(whole.cast(pl.String))
        .otherwise((whole // 1000).cast(pl.String) + "," + (whole % 1000).cast(pl.String).str.zfill(3))
    )
    return pl.when(pl.col("place_m") < unit_m).then(grouped + "." + fraction).otherwise(grouped)
