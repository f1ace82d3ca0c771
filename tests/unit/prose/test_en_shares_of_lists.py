"""Shares and parts told in lists, brackets and nested clauses: every link, and no other."""

import pytest

from tests.unit.prose.reading import links


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        (
            "The survey reached 14,300 homes. A telephone was found in 91% of them, a car in 77%.",
            {("91%", "share_of", "14,300"), ("77%", "share_of", "14,300")},
        ),
        (
            "The fund gave £240 million to 310 projects, with 43% going to the north and 15% to Wales.",
            {("43%", "share_of", "240 million"), ("15%", "share_of", "240 million")},
        ),
        ("The fund gave 240 grants to 310 projects, with 43% going to the north.", set()),
        (
            "There were 4.2 million pupils, including 2.1 million girls, 300,000 of whom were boarders.",
            {("2.1 million", "part_of", "4.2 million"), ("300,000", "part_of", "2.1 million")},
        ),
        (
            "Wine earned €9.3 billion, a third of it from the east and 14% from the south.",
            {("a third", "share_of", "9.3 billion"), ("14%", "share_of", "9.3 billion")},
        ),
        (
            "Sales were €1.2 billion, €1.1 billion and €0.9 billion, or 12%, 11% and 10% of sales.",
            {
                ("12%", "expresses", "1.2 billion"),
                ("11%", "expresses", "1.1 billion"),
                ("10%", "expresses", "0.9 billion"),
            },
        ),
        (
            "The port handled 469 million tonnes: crude oil accounted for 100 million tonnes (21%), boxes for"
            " 149 million tonnes (32%).",
            {
                ("100 million", "part_of", "469 million"),
                ("21%", "share_of", "469 million"),
                ("21%", "expresses", "100 million"),
                ("149 million", "part_of", "469 million"),
                ("32%", "share_of", "469 million"),
                ("32%", "expresses", "149 million"),
            },
        ),
        (
            "Old people numbered 35.58 million, making up 28.1% of the total population (126.44 million).",
            {("28.1%", "expresses", "35.58 million"), ("28.1%", "share_of", "126.44 million")},
        ),
        ("The largest part was food (€38 billion, or 42%).", {("42%", "expresses", "38 billion")}),
        (
            "The state will pay €600 million and towns €400 million of the €1.5 billion cost.",
            {("400 million", "part_of", "1.5 billion")},
        ),
        (
            "There were 22.2 million workers, 3.4 million of whom were young, equal to 15.3%.",
            {
                ("3.4 million", "part_of", "22.2 million"),
                ("15.3%", "expresses", "3.4 million"),
                ("15.3%", "share_of", "22.2 million"),
            },
        ),
        (
            "Some 3.2 million (31.1%) of the 10.3 million pupils were absent.",
            {
                ("3.2 million", "part_of", "10.3 million"),
                ("31.1%", "share_of", "10.3 million"),
                ("31.1%", "expresses", "3.2 million"),
            },
        ),
        (
            "Spending was £12 billion in 2017: £7.5 million on hotels and £4.5 million on food.",
            {("7.5 million", "part_of", "12 billion"), ("4.5 million", "part_of", "12 billion")},
        ),
        ("Police held 84 people, 19 on charges of theft.", {("19", "part_of", "84")}),
        (
            "Exports came to 1.6 million tonnes, with Chile (24%) and Peru (20%) the main buyers.",
            {("24%", "share_of", "1.6 million"), ("20%", "share_of", "1.6 million")},
        ),
        ("Exports came to 1.6 million tonnes, with Chile (24%) and Peru (20%) ahead.", set()),
    ],
)
def test_every_link_of_a_list(text: str, linked: set[tuple[str, str, str]]) -> None:
    assert links(text) == linked
