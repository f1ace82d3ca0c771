"""Clauses set between a subject and its verb: what they say stays apart from the main clause."""

import pytest

from tests.unit.prose.reading import links, read


def test_an_earlier_level_in_a_relative_clause_is_where_the_change_starts() -> None:
    text = "Headcount, which had stood at 4,112 at the end of 2016, fell by 6% to 3,865."
    assert links(text) == {
        ("6%", "growth_of", "3,865"),
        ("6%", "growth_from", "4,112"),
        ("3,865", "compared_with", "4,112"),
    }
    assert {c.measure for c in read(text).claims} == {"Headcount"}


def test_a_change_in_a_relative_clause_is_of_the_level_of_its_subject() -> None:
    assert links("Sales, which rose 3%, were £4 million.") == {("3%", "growth_of", "4 million")}
    assert links("The firm, which grew 5%, has 40 shops.") == set()


def test_a_clause_about_another_subject_takes_no_level_of_the_main_clause() -> None:
    text = (
        "Guests were down 2.3% at 1.84 million, with transit traffic, which makes up 20% of all, 7.0% lower."
    )
    assert links(text) == {("2.3%", "growth_of", "1.84 million")}
    assert [c.measure for c in read(text).claims][2:] == ["transit traffic", "transit traffic"]


@pytest.mark.parametrize(
    "text",
    [
        "Investment (excluding rural households) rose 5.9 percent to 63.56 trillion yuan.",
        "Investment, which leaves out households, rose 5.9 percent to 63.56 trillion yuan.",
    ],
)
def test_the_subject_stands_before_what_is_set_between(text: str) -> None:
    assert {c.measure for c in read(text).claims} == {"Investment"}
