"""Bare numbers of persons, told by what befell them, and numbers that count nothing."""

import pytest

from tests.unit.prose.reading import links, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Another 27 died.", ["27"]),
        ("Two died and 14 were injured.", ["Two", "14"]),
        ("The quake killed at least 61 and injured 300.", ["61", "300"]),
        ("A further 12 have been arrested.", ["12"]),
    ],
)
def test_what_befalls_persons_counts_them(text: str, expected: list[str]) -> None:
    assert [(c.value_text, c.unit) for c in read(text).claims] == [(x, "person") for x in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Page 27 is missing.", []),
        ("He scored 12 and died.", []),
        ("Of 14 ships, two are missing.", [("14", "count"), ("two", "count")]),
    ],
)
def test_other_numbers_are_no_persons(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(c.value_text, c.unit) for c in read(text).claims] == expected


@pytest.mark.parametrize(
    "text",
    [
        "A 737-800 landed late.",
        "The jet left runway 18L late.",
        "Lot 27 went unsold.",
        "It stands in the journal's issue 9.",
        "Men aged between 27 and 51 were asked.",
        "It opened at 14 Rue des Lilas.",
    ],
)
def test_numbers_of_names_and_ages_count_nothing(text: str) -> None:
    assert [c.value_text for c in read(text).claims if c.kind != "duration"] == []


def test_items_of_a_list_are_no_figures() -> None:
    text = "What we know: 1. The bus fell. 2. All 43 passengers lived."
    assert [c.value_text for c in read(text).claims] == ["43"]


@pytest.mark.parametrize(
    ("text", "kind"), [("Okoro, 27, scored twice.", "duration"), ("Issue 12 permits now.", "level")]
)
def test_ages_and_counts_stay_what_they_are(text: str, kind: str) -> None:
    assert [c.kind for c in read(text).claims] == [kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It sold 410,000 cars, or 31.3% of the market. Sales of all makers came to 1.31 million.",
            {("31.3%", "expresses", "410,000"), ("31.3%", "share_of", "1.31 million")},
        ),
        (
            "It sold 410,000 cars, or 35.3% of the market. Sales of all makers came to 1.31 million.",
            {("35.3%", "expresses", "410,000")},
        ),
        (
            "Royalties came to $5.1 billion. Iron ore alone brought in $3.6 billion.",
            {("3.6 billion", "part_of", "5.1 billion")},
        ),
        ("Sales were £12m. He lives alone on £300 a week.", set()),
        (
            "Inns had 2.4 million guests and 7.9 million nights. "
            "Foreigners made 3.2 million nights (40.5% of the total).",
            {
                ("3.2 million", "part_of", "7.9 million"),
                ("40.5%", "share_of", "7.9 million"),
                ("40.5%", "expresses", "3.2 million"),
            },
        ),
        (
            "Of the 12,000 homes, 29% have one room, 31% of two.",
            {("29%", "share_of", "12,000"), ("31%", "share_of", "12,000")},
        ),
        (
            "Gas cost EUR 0.12 per kWh. Taxes made up EUR 0.03, or 25%, of the price.",
            {("25%", "expresses", "0.03"), ("25%", "share_of", "0.12")},
        ),
        (
            "It sold 1.2 million tonnes, worth $9.5 billion. Poland took 11% of the volume and Peru 10%.",
            {("11%", "share_of", "1.2 million"), ("10%", "share_of", "1.2 million")},
        ),
        (
            "Police logged 4,310 thefts. Drink was involved in 62% of cases.",
            {("62%", "share_of", "4,310")},
        ),
        (
            "The fund holds €86 billion. Shares account for 54%, bonds for 31% and land for the rest.",
            {("54%", "share_of", "86 billion"), ("31%", "share_of", "86 billion")},
        ),
        ("She won two of her previous eleven games.", {("two", "part_of", "eleven")}),
        (
            "Ghana sold 2.6 million tonnes and Togo 1.1 million, out of total sales of 4.9 million tonnes.",
            {("2.6 million", "part_of", "4.9 million"), ("1.1 million", "part_of", "4.9 million")},
        ),
    ],
)
def test_wholes_that_are_pointed_to(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert links(text) == expected
