"""The reader keeps what it has reached on the dev half of the annotated sentences.

FLOORS is a ratchet: precision and recall in percent, by language and field, a little below what the reader
reaches (benchmarks/accuracy.py prints it). Raise a floor when the reader rises; lower one only with a reason.
The blind half and the exam have no floors here: benchmarks/accuracy.py --heldout and --exam score them.
"""

import json
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

import pytest

from benchmarks.evaluate.ours import score_reader
from benchmarks.evaluate.records import Found, Score, Tally
from benchmarks.evaluate.scoring import ROLES, Item, load, score_item

ANNOTATED = Path(__file__).with_name("annotated")
FILES = ("dev", "heldout", "exam")

#                        en: precision, recall   zh: precision, recall
FLOORS = {
    "figure": ((99, 99), (98, 98)),
    "value": ((99, 99), (98, 98)),
    "value and hedge": ((99, 99), (98, 98)),
    "value and unit": ((98, 98), (98, 98)),
    "real unit": ((99, 98), (98, 98)),
    "kind": ((98, 98), (98, 98)),
    "direction": ((99, 98), (98, 98)),
    "time_period": ((98, 98), (98, 98)),
    "base_period": ((98, 92), (98, 98)),
    "price_basis": ((96, 95), (98, 98)),
    "measure": ((95, 94), (98, 98)),
    "growth_of": ((98, 97), (98, 98)),
    "part_of": ((98, 92), (98, 97)),
    "claim_status": ((95, 94), (98, 98)),
    "refusal": ((98, 98), (98, 98)),
    "distractor left alone": ((95, 95), (98, 98)),
}


@pytest.fixture(scope="module")
def scores() -> dict[str, Score]:
    """The dev half, by language."""
    by_language: dict[str, Score] = defaultdict(Score)
    for item, score in score_reader(load(ANNOTATED / "dev.jsonl")):
        by_language[item["context"]["language"]].add(score)
    return by_language


@pytest.mark.parametrize("field", FLOORS)
@pytest.mark.parametrize(("language", "column"), [("en", 0), ("zh", 1)])
def test_a_field_is_read_as_well_as_before(
    scores: dict[str, Score], language: str, column: int, field: str
) -> None:
    tally = scores[language].tallies[field]
    floor = FLOORS[field][column]
    reached = (100 * (tally.precision or 0), 100 * (tally.recall or 0))
    differences = [miss for miss in scores[language].misses if miss.field == field]
    listed = "\n".join(f"{m.item} {m.surface!r}: expected {m.expected}, found {m.found}" for m in differences)
    assert reached[0] >= floor[0] and reached[1] >= floor[1], (
        f"{field} in {language}: precision, recall {reached[0]:.1f}, {reached[1]:.1f} below {floor}\n{listed}"
    )


@pytest.mark.parametrize("half", FILES)
def test_every_surface_stands_where_it_is_said_to_stand(half: str) -> None:
    for item in load(ANNOTATED / f"{half}.jsonl"):
        for span in item["figures"] + item["refusals"] + item["distractors"]:
            assert item["text"][span["start"] : span["end"]] == span["surface"], item["id"]


@pytest.mark.parametrize("half", FILES)
def test_every_link_points_to_another_figure_of_its_item(half: str) -> None:
    for item in load(ANNOTATED / f"{half}.jsonl"):
        for number, figure in enumerate(item["figures"]):
            for role in ROLES:
                for target in figure.get(role, ()):
                    assert 0 <= target < len(item["figures"]) and target != number, (item["id"], role)


def test_no_sentence_stands_twice() -> None:
    texts = [item["text"] for half in FILES for item in load(ANNOTATED / f"{half}.jsonl")]
    assert len(set(texts)) == len(texts)


@pytest.fixture
def item() -> Item:
    """'Output was 5 t, up 2%.' with its two figures."""
    figures = [
        {"surface": "5", "start": 11, "end": 12, "kind": "level", "value": "5", "value_upper": None}
        | {"qualifier": "NONE", "unit": "t", "flags": []},
        {"surface": "2%", "start": 19, "end": 21, "kind": "change_rate", "value": "2", "value_upper": None}
        | {"qualifier": "NONE", "unit": "percent", "direction": "up", "flags": [], "growth_of": [0]},
    ]
    text = "Output was 5 t, up 2%."
    return {"id": "x", "text": text, "figures": figures, "refusals": [], "distractors": []}


def found(value: int, start: int, end: int, **fields: object) -> Found:
    return Found(start, end, Decimal(value), None, {"qualifier": "NONE", **fields})


def test_the_scorer_counts_a_perfect_reading_as_perfect(item: Item) -> None:
    level = found(5, 11, 12, unit="t")
    rate = found(2, 19, 21, unit="percent", direction="up")
    rate.links["growth_of"] = [0]
    score = score_item(item, [level, rate])
    assert score.misses == []
    assert score.tallies["value and unit"] == Tally(2, 2, 2)
    assert score.tallies["growth_of"] == Tally(1, 1, 1)


def test_the_scorer_counts_a_wrong_value_a_wrong_link_and_a_false_figure(item: Item) -> None:
    level = found(50, 11, 12, unit="t")  # ten times too much
    rate = found(2, 19, 21, unit="percent", direction="down")
    rate.links["growth_of"] = [2]  # tied to what is no figure
    noise = found(1, 0, 6, unit="count")
    score = score_item(item, [level, rate, noise])
    assert score.tallies["figure"] == Tally(2, 3, 2)
    assert score.tallies["value"] == Tally(2, 3, 1)
    assert score.tallies["direction"] == Tally(1, 1, 0)
    assert score.tallies["growth_of"] == Tally(1, 1, 0)
    assert {miss.field for miss in score.misses} == {"figure", "value", "direction", "growth_of"}


def test_the_scorer_counts_what_was_not_read(item: Item) -> None:
    score = score_item(item, [])
    assert score.tallies["value"] == Tally(2, 0, 0)
    assert score.tallies["growth_of"] == Tally(1, 0, 0)


@pytest.mark.parametrize(("given", "tally"), [("ABOUT", Tally(1, 1, 1)), ("NONE", Tally(0, 0, 0))])
def test_a_field_that_may_be_left_out_is_expected_only_where_it_is_given(
    item: Item, given: str, tally: Tally
) -> None:
    item["figures"][0]["qualifier"] = ["ABOUT", "NONE"]
    level = found(5, 11, 12, unit="t", qualifier=given)
    assert score_item(item, [level]).tallies["qualifier"] == tally


@pytest.mark.parametrize(
    ("found_period", "right"), [("2018-07-01/P1Y", 1), ("2018-07-01/P12M", 1), ("2018-07-01/P9M", 0)]
)
def test_twelve_months_are_a_year(item: Item, found_period: str, right: int) -> None:
    item["figures"][0]["time_period"] = "2018-07-01/P12M"
    score = score_item(item, [found(5, 11, 12, unit="t", time_period=found_period)])
    assert score.tallies["time_period"] == Tally(1, 1, right)


def test_the_items_are_plain_json_without_doubled_ids() -> None:
    for half in FILES:
        lines = (ANNOTATED / f"{half}.jsonl").read_text(encoding="utf-8").splitlines()
        ids = [json.loads(line)["id"] for line in lines]
        assert len(set(ids)) == len(ids) >= 60
