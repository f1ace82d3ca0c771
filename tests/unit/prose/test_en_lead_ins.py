"""What opens a sentence and is no part of it: adverbs, sources and those who say it."""

import pytest

from tests.unit.prose.reading import links, only, read

PARTS = "of the 1,240 plants that were inspected, 87 had closed"


@pytest.mark.parametrize(
    "words",
    [
        "Overall,",
        "According to the ministry,",
        "However, according to the ministry,",
        "The ministry said that",
        "The minister told reporters that",
        "The ministry said in a statement that",
        "The report found on Monday that",
    ],
)
def test_a_part_in_front_has_its_whole_behind_a_lead_in(words: str) -> None:
    assert links(f"{words} {PARTS}.") == {("87", "part_of", "1,240")}


def test_a_level_in_front_is_that_of_the_subject_behind_a_lead_in() -> None:
    text = "The ministry said that at 7,340, bankruptcies were 4% fewer than a year earlier."
    assert links(text) == {("4%", "growth_of", "7,340")}
    assert [c.measure for c in read(text).claims] == ["bankruptcies", "bankruptcies"]


def test_a_basis_of_prices_behind_a_source_holds_for_the_next_sentence() -> None:
    text = "According to the ministry, in real terms, spending rose by 2%. Spending on roads rose by 3%."
    assert [c.price_basis for c in read(text).claims] == ["real", "real"]


@pytest.mark.parametrize(
    ("words", "status"),
    [("According to forecasts,", "forecast"), ("According to first estimates,", "estimate"),
     ("The bank expects that", "forecast")],
)  # fmt: skip
def test_a_lead_in_that_tells_a_status_keeps_it(words: str, status: str) -> None:
    assert only(f"{words} sales rose 5%.").claim_status == status


def test_a_clause_that_describes_is_no_lead_in() -> None:
    assert only("Sales of cars that run on petrol rose 5%.").measure == "Sales of cars that run on petrol"
