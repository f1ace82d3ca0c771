"""Sentences as statistical offices write them: which change is of which level, which part of which whole."""

import pytest

from tests.unit.prose.reading import links, read

TIED = [
    # a rate and an amount of one change, one in brackets or behind "or"
    (
        "Some 1,204,600 persons drew the benefit, 4.8% (61,200) fewer than a year earlier.",
        {("4.8%", "growth_of", "1,204,600"), ("61,200", "growth_of", "1,204,600")},
    ),
    (
        "Average pay was CZK 31,646, CZK 2,070 or 7.0% more than in 2016.",
        {("2,070", "growth_of", "31,646"), ("7.0%", "growth_of", "31,646")},
    ),
    # a clause with its own subject and verb has its own level
    ("Employment rose by 311,000 in January, and the unemployment rate edged up to 4.0%.", set()),
    ("Jobs rose by 29,000 (up 1.1%), and the rate dropped to 3.9%, from 4.4% in May.",
     {("3.9%", "compared_with", "4.4%")}),
    ("Exports rose 12% in May, lifting the trade balance to $4.5 billion.", set()),
    # the earlier level behind "a decrease of N% on"
    (
        "Births came to 784,901 in 2017, a decrease of 1.0% on the 792,131 recorded in 2016.",
        {("1.0%", "growth_of", "784,901"), ("1.0%", "growth_from", "792,131"),
         ("784,901", "compared_with", "792,131")},
    ),
    # shares of a whole
    (
        "Some 291.4 million tonnes were carried (-1.8%), of which 62.0% by road and 38.0% by rail.",
        {("-1.8%", "growth_of", "291.4 million"), ("62.0%", "share_of", "291.4 million"),
         ("38.0%", "share_of", "291.4 million")},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TIED)
def test_links_of_a_sentence(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert links(text) == expected


def test_an_amount_in_brackets_counts_what_its_level_counts() -> None:
    level, rate, amount = read(
        "Some 1,204,600 persons drew the benefit, 4.8% (61,200) fewer than in 2016."
    ).claims
    assert (rate.kind, rate.direction, amount.kind, amount.direction) == (
        "change_rate", "down", "change_amount", "down",
    )  # fmt: skip
    assert (level.unit, amount.unit, amount.base_period) == ("person", "person", "2016")
