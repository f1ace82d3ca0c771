"""What was read becomes rows: accepted, or refused by itself with a sentence; a wrong shape falls whole."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from ingest.description import Description
from ingest.prose import Claim, Link, Reading, Refusal
from ingest.reading import Batch, Job, ReadDocument
from ingest.rows import write_rows
from schemas.validate import WrongShape, validate

TEXT = "There were 5 cats and 7 dogs in 2017."


def claim(number: str, start: int, **other: Any) -> Claim:
    fields: dict[str, Any] = {
        "claim_id": number * 32,
        "sentence_no": 1,
        "char_start": start,
        "char_end": start + 1,
        "quote": TEXT[start : start + 6],
        "sentence": TEXT,
        "kind": "level",
        "value_text": TEXT[start],
        "value": Decimal(TEXT[start]),
        "value_upper": None,
        "last_place": Decimal(1),
        "last_nonzero_place": Decimal(1),
        "has_scale_word": False,
        "qualifier": "NONE",
        "hedge_text": None,
        "direction": None,
        "unit_text": None,
        "unit": "count",
        "unit_status": "stated",
        "measure": "cats",
        "measure_key": "cats",
        "entity": None,
        "ref_area": None,
        "time_period": "2017",
        "period_basis": "stated",
        "base_period": None,
        "price_basis": "not_stated",
        "claim_status": "actual",
        "flags": "",
    }
    return Claim(**{**fields, **other})


def written(folder: Path, reading: Reading) -> dict[str, pl.DataFrame]:
    """The tables that a document with this reading gives."""
    about = Description("Cats and dogs", "Bureau", date(2018, 1, 1))
    job = Job("p/s/a.txt", Path("p/s/a.txt"), len(TEXT), "d" * 64, "a" * 32, about)
    batch = Batch()
    write_rows([ReadDocument(job, "text/plain", TEXT, reading)], batch, folder, 0)
    assert batch.failures == []
    return {table: pl.read_parquet(path) for table, path in batch.files.items()}


def test_good_claims_and_links_are_accepted(tmp_path: Path) -> None:
    link = Link("1" * 32, "part_of", "2" * 32, "rule", "partial", "of which")
    tables = written(tmp_path, Reading("en", [claim("1", 11), claim("2", 22)], [link], []))
    assert tables["claims"]["value"].to_list() == [Decimal(5), Decimal(7)]
    assert tables["claim_links"].select("claim_id", "target_claim_id").row(0) == ("1" * 32, "2" * 32)
    assert "refusals" not in tables


@pytest.mark.parametrize(
    ("fault", "column", "expected"),
    [
        ({"kind": "guess"}, "kind", "one of level, change_rate"),
        ({"claim_id": "short"}, "claim_id", "32 hex digits"),
        ({"sentence_no": 0}, "sentence_no", "at least 1"),
        ({"quote": None}, "quote", "a value"),
        ({"flags": "since cumulated"}, "flags", "a text of the form"),
        ({"unit": None}, "row", "a unit is null if and only if it is lost"),
        ({"char_end": 11}, "row", "char_end lies behind char_start"),
        ({"qualifier": "RANGE"}, "row", "value_upper stands if and only if the qualifier is RANGE"),
        ({"value": Decimal(10) ** 26}, "value", "at most 26 digits before the point and 12 after it"),
        (
            {"last_place": Decimal("1e-13")},
            "last_place",
            "at most 26 digits before the point and 12 after it",
        ),
        ({"value": Decimal("NaN")}, "value", "at most 26 digits"),
    ],
)
def test_a_claim_that_breaks_a_rule_is_refused_by_itself_with_a_sentence(
    tmp_path: Path, fault: dict[str, Any], column: str, expected: str
) -> None:
    link = Link("2" * 32, "part_of", "1" * 32, "rule", "partial", None)
    tables = written(tmp_path, Reading("en", [claim("1", 11, **fault), claim("2", 22)], [link], []))
    assert tables["claims"]["claim_id"].to_list() == ["2" * 32], "the other is loaded"
    assert "claim_links" not in tables, "a link to a refused claim is refused too"
    refusals = tables["refusals"].filter(pl.col("rule") != "link_without_claim")
    [row] = refusals.filter(pl.col("column_name") == column).rows(named=True)
    assert row["expected"].startswith(expected) and row["stage"] == "schema"
    assert "“Cats and dogs” (p/s/a.txt)" in row["reason"] and f"expected is {expected}" in row["reason"]
    assert tables["refusals"].filter(pl.col("rule") == "link_without_claim").height == 1


def test_the_widest_numbers_that_fit_are_kept_exactly(tmp_path: Path) -> None:
    widest = Decimal("99999999999999999999999999.999999999999")
    tables = written(
        tmp_path, Reading("en", [claim("1", 11, value=widest, last_place=Decimal("1e-12"))], [], [])
    )
    assert tables["claims"]["value"][0] == widest
    assert tables["claims"]["last_place"][0] == Decimal("1e-12")


def test_the_second_of_two_claims_with_one_id_is_refused(tmp_path: Path) -> None:
    tables = written(tmp_path, Reading("en", [claim("1", 11), claim("1", 22)], [], []))
    assert tables["claims"]["char_start"].to_list() == [11]
    assert tables["refusals"]["rule"].to_list() == ["duplicate_key"]


def test_what_the_reader_passed_by_is_recorded(tmp_path: Path) -> None:
    passed = Refusal(0, 5, "There", "vague", "“There” says no number.")
    tables = written(tmp_path, Reading("en", [], [], [passed, passed]))
    [row] = tables["refusals"].rows(named=True)
    assert (row["stage"], row["rule"], row["reason"]) == ("reader", "vague", "“There” says no number.")


def good_placements() -> pl.DataFrame:
    return pl.DataFrame(
        {
            "load_id": ["a" * 32],
            "shelf_path": ["p/s/a.txt"],
            "status": ["present"],
            "reading_id": ["b" * 32],
            "leading_path": [None],
        },
        schema_overrides={"leading_path": pl.String},
    )


@pytest.mark.parametrize(
    ("frame", "said"),
    [
        (good_placements().drop("status"), "the column status is missing"),
        (good_placements().with_columns(x=1), "the column x is unknown"),
        (good_placements().with_columns(status=1), "the column status holds Int32 where String is expected"),
        (good_placements().select(pl.exclude("load_id"), "load_id"), "not in the order of the table"),
    ],
)
def test_a_batch_of_the_wrong_shape_is_refused_whole(frame: pl.DataFrame, said: str) -> None:
    assert validate("placements", good_placements())[1] == []
    with pytest.raises(WrongShape, match="was refused whole") as caught:
        validate("placements", frame)
    assert said in str(caught.value)


def test_a_value_that_stands_twice_where_it_must_not_is_refused_in_both_rows() -> None:
    row = {"quarantine_id": "a" * 32, "shelf_path": "p", "reason": "r", "load_id": "b" * 32}
    empty = {"document_id": None, "key": None, "expected": None}
    order = ["quarantine_id", "shelf_path", "document_id", "key", "expected", "reason", "load_id"]
    frame = pl.DataFrame([{**row, **empty}] * 2, schema=dict.fromkeys(order, pl.String))
    accepted, refused = validate("quarantine", frame)
    assert (len(accepted), [each.column for each in refused]) == (0, ["quarantine_id"] * 2)
    assert refused[0].expected == "a value that no other row has"
