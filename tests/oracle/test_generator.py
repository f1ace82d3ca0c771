"""The generator of benchmarks: valid rows, true figures, the same every time."""

import re
from decimal import Decimal
from fractions import Fraction

import polars as pl
import pytest

from benchmarks.generator import Generated, generate
from schemas.tables import TABLES
from tests.oracle.policy import Figure, bounds

SCALE = {None: 1, "million": 10**6, "billion": 10**9}


@pytest.fixture(scope="module")
def generated() -> Generated:
    return generate(6000, seed=3)


def figure(row: dict[str, object]) -> Figure:
    return Figure(**{name: row[name] for name in Figure.__dataclass_fields__})


def test_every_table_is_what_its_model_says(generated: Generated) -> None:
    for name, model in TABLES.items():
        model.validate(generated.raw[name], lazy=True)


def test_the_numeral_stands_where_its_offsets_say_and_means_its_value(generated: Generated) -> None:
    texts = dict(generated.raw["documents"].select("reading_id", "text").iter_rows())
    for row in generated.raw["claims"].iter_rows(named=True):
        assert texts[row["reading_id"]][row["char_start"] : row["char_end"]] == row["value_text"]
        numeral = re.fullmatch(
            r"([\d,]+(?:\.(\d+))?)(?: to ([\d.,]+))?(?: (million|billion))?%?", row["value_text"]
        )
        assert numeral, row["value_text"]
        scale = Decimal(SCALE[numeral[4]])
        assert Decimal(numeral[1].replace(",", "")) * scale == row["value"]
        if numeral[3]:
            assert Decimal(numeral[3].replace(",", "")) * scale == row["value_upper"]
        places = len(numeral[2] or "")
        zeros = 0 if places else len(numeral[1]) - len(numeral[1].replace(",", "").rstrip("0"))
        zeros -= 0 if places else numeral[1].count(",")
        assert row["last_place"] == scale.scaleb(-places)
        assert row["last_nonzero_place"] == scale.scaleb(zeros - places)


def test_a_figure_that_is_not_planted_is_true(generated: Generated) -> None:
    rows = generated.raw["claims"].join(generated.truth, on="claim_id", validate="1:1")
    assert 0.004 < rows["planted"].count() / rows.height < 0.02
    slack = Fraction(1, 10**12)  # the truth of a rate is a double
    for row in rows.filter(pl.col("planted").is_null()).iter_rows(named=True):
        truth = Fraction(row["truth"])
        interval = bounds(figure(row)).conventional
        assert interval.lower is not None and interval.upper is not None
        assert interval.lower * (1 - slack) <= truth <= interval.upper * (1 + slack), row["quote"]


def test_links_stay_inside_their_reading(generated: Generated) -> None:
    reading = dict(generated.raw["claims"].select("claim_id", "reading_id").iter_rows())
    for row in generated.raw["claim_links"].iter_rows(named=True):
        assert reading[row["claim_id"]] == reading[row["target_claim_id"]] == row["reading_id"]


def test_the_same_arguments_give_the_same_rows() -> None:
    first, second = generate(1500, seed=5), generate(1500, seed=5)
    for name, frame in first.raw.items():
        assert frame.equals(second.raw[name], null_equal=True), name
    assert not first.raw["claims"].equals(generate(1500, seed=6).raw["claims"], null_equal=True)
