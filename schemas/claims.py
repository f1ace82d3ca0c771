"""`raw.claims`: one row per figure in a reading, as the words print it."""

import pandera.polars as pa
import polars as pl

from schemas.base import ID32, SHA256, Exact, RawTable
from schemas.vocabulary import (
    CLAIM_STATUS,
    DIRECTION,
    FLAGS,
    KIND,
    PERIOD_BASIS,
    PRICE_BASIS,
    QUALIFIER,
    UNIT_STATUS,
)


def _code_set(codes: dict[str, str]) -> str:
    """A pattern for a set of codes with one space between them; the empty set is allowed."""
    one = "(?:" + "|".join(codes) + ")"
    return f"^(?:{one}(?: {one})*)?$"


class Claims(RawTable):
    """One row per figure in a reading. Key: (reading_id, claim_id)."""

    reading_id: str = pa.Field(str_matches=ID32, description="The reading that holds the claim")
    claim_id: str = pa.Field(
        str_matches=ID32,
        description="First 32 hex digits of sha256(document_id|char_start|char_end|kind)",
    )
    document_id: str = pa.Field(str_matches=SHA256, description="sha256 of the document's bytes")
    sentence_no: int = pa.Field(ge=1, description="Number of the sentence in the text, from 1")
    char_start: int = pa.Field(ge=0, description="Offset of the numeral in the stored text")
    char_end: int = pa.Field(gt=0, description="Offset behind the numeral")
    quote: str = pa.Field(description="The phrase that makes the claim")
    sentence: str = pa.Field(description="The sentence")
    kind: str = pa.Field(isin=list(KIND), description="What sort of figure it is")
    value_text: str = pa.Field(description="The numeral as printed: text[char_start:char_end]")
    value: Exact = pa.Field(
        description="The numeral times its scale word or header scale; the lower end of a range"
    )
    value_upper: Exact = pa.Field(nullable=True, description="The upper end of a stated range")
    last_place: Exact = pa.Field(
        nullable=True,
        description="Place value of the last printed digit (3.15 billion: 10000000); "
        "null for a fraction in words",
    )
    last_nonzero_place: Exact = pa.Field(
        nullable=True,
        description="The same with the trailing zeros of an integer left out (87,000: 1000; 10.0: 0.1)",
    )
    has_scale_word: bool = pa.Field(description="True where a scale word or header scales the numeral")
    qualifier: str = pa.Field(isin=list(QUALIFIER), description="The hedge")
    hedge_text: str = pa.Field(nullable=True, description="The hedge as printed")
    direction: str = pa.Field(nullable=True, isin=list(DIRECTION), description="Of a change")
    unit_text: str = pa.Field(nullable=True, description="The unit as printed")
    unit: str = pa.Field(
        nullable=True, description="Code of the unit, prefix included; null where it is lost"
    )
    unit_status: str = pa.Field(isin=list(UNIT_STATUS), description="How the unit is known")
    measure: str = pa.Field(nullable=True, description="The noun phrase that is measured, as printed")
    measure_key: str = pa.Field(
        nullable=True,
        description="The measure as a label key: lower case, no articles, quotes or punctuation",
    )
    entity: str = pa.Field(nullable=True, description="Whose figure it is")
    ref_area: str = pa.Field(nullable=True, description="ISO 3166 code or group")
    time_period: str = pa.Field(
        nullable=True, description="2017, 2017-S1, 2017-Q1, 2017-03, 2017-03-15, 2019-01-01/P9M"
    )
    period_basis: str = pa.Field(
        nullable=True, isin=list(PERIOD_BASIS), description="How the period is known"
    )
    base_period: str = pa.Field(nullable=True, description="The period that a change starts from")
    price_basis: str = pa.Field(
        str_matches=_code_set(PRICE_BASIS), description="Basis of a change, sorted codes"
    )
    claim_status: str = pa.Field(isin=list(CLAIM_STATUS), description="Fact, forecast or rule")
    flags: str = pa.Field(str_matches=_code_set(FLAGS), description="Sorted flags; may be empty")
    extractor_version: str = pa.Field(description="Version of the reader")
    load_id: str = pa.Field(str_matches=ID32, description="The load that brought the row")

    @pa.dataframe_check(name="char_end lies behind char_start")
    def _offsets_in_order(cls, data: pa.PolarsData) -> pl.LazyFrame:
        return data.lazyframe.select(pl.col("char_end") > pl.col("char_start"))

    @pa.dataframe_check(name="value_upper stands if and only if the qualifier is RANGE")
    def _range_has_two_ends(cls, data: pa.PolarsData) -> pl.LazyFrame:
        return data.lazyframe.select((pl.col("qualifier") == "RANGE") == pl.col("value_upper").is_not_null())

    @pa.dataframe_check(name="a unit is null if and only if it is lost")
    def _lost_unit_is_null(cls, data: pa.PolarsData) -> pl.LazyFrame:
        return data.lazyframe.select((pl.col("unit_status") == "lost") == pl.col("unit").is_null())

    @pa.dataframe_check(name="period_basis stands if and only if time_period does")
    def _period_has_basis(cls, data: pa.PolarsData) -> pl.LazyFrame:
        return data.lazyframe.select(pl.col("time_period").is_null() == pl.col("period_basis").is_null())
