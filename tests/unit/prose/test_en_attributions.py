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


@pytest.mark.parametrize("said", ["a third of them reported", "half of what Peru reported"])
def test_a_share_between_the_commas_is_read(said: str) -> None:
    assert len(read(f"Accidents, {said}, rose 5%.").claims) == 2


@pytest.mark.parametrize(
    "aside",
    ["excluding fuel", "not counting fuel", "which had slowed", "hit by strikes", "with fuel"],
)
def test_an_aside_before_who_says_it_stays_one(aside: str) -> None:
    (told,) = read(f"Prices, {aside}, rose 5%.").claims
    (said,) = read(f"Prices, {aside}, the office said, rose 5%.").claims
    assert said.measure == told.measure


@pytest.mark.parametrize(
    "opener", ["In May,", "In the north,", "However,", "Wages fell 2%, and", "Wages fell 2%, while"]
)
def test_what_opens_the_clause_is_no_aside(opener: str) -> None:
    claims = read(f"{opener} exports of cars, the office said, rose 5%.").claims
    assert claims[-1].measure == "exports of cars"


def test_a_list_before_who_says_it_is_no_aside() -> None:
    text = "Imports of oil, gas and coal, the office said, rose 5%."
    assert only(text).measure == "Imports of oil, gas and coal"
