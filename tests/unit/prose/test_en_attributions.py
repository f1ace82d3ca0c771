"""Who says it between two commas takes no part in what is said."""

import pytest

from tests.unit.prose.reading import links, only, read


@pytest.mark.parametrize(
    "who", ["the office said", "according to the office", "she told reporters", "it added"]
)
def test_the_subject_stands_before_who_says_it(who: str) -> None:
    text = f"Shipments of copper, {who}, fell 5% to 3,000 tonnes."
    assert links(text) == {("5%", "growth_of", "3,000")}
    assert {c.measure for c in read(text).claims} == {"Shipments of copper"}


def test_two_clauses_stay_two() -> None:
    text = "Exports rose 5% to 3,000 tonnes, the office said, and imports 7% to 2,000 tonnes."
    assert links(text) == {("5%", "growth_of", "3,000"), ("7%", "growth_of", "2,000")}
    assert [c.measure for c in read(text).claims] == ["Exports", "Exports", "imports", "imports"]


def test_what_tells_a_status_stays() -> None:
    assert only("Output, analysts forecast, will be 37 tonnes.").claim_status == "forecast"


def test_a_number_between_the_commas_is_read() -> None:
    assert [c.value for c in read("Sales, 14 firms said, rose 5%.").claims] == [14, 5]
