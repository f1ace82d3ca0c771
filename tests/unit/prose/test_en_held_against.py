"""A period inside what a figure is held against is its base, and dates nothing before it."""

from datetime import date

import pytest

from tests.unit.prose.reading import read

SPRING = date(2019, 5, 2)


def told(text: str) -> list[tuple[str, str | None, str | None]]:
    return [(c.value_text, c.time_period, c.base_period) for c in read(text, "GB", SPRING).claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In the fourth quarter of 2018, profit was $5.7bn, 32% above the same quarter of 2017.",
            [("5.7bn", "2018-Q4", None), ("32%", "2018-Q4", "2017-Q4")],
        ),
        (
            "Output was 1.22 million barrels, 0.22 million below the same quarter of 2017.",
            [("1.22 million", None, None), ("0.22 million", None, None)],
        ),
        (
            "Offences rose to 500 in 2018. That was 49% more than in the year ending March 2011.",
            [("500", "2018", None), ("49%", "2018", "2010-04-01/P1Y")],
        ),
        (
            "Deal value was 23 percent above the same quarter in 2017; deal count slipped 5 percent.",
            [("23 percent", None, None), ("5 percent", None, None)],
        ),
        (
            "Prices were 1.7% higher in 2018 than in the previous year.",
            [("1.7%", "2018", "2017")],
        ),
    ],
)
def test_the_base_is_no_date(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert told(text) == expected


def test_the_base_of_a_later_clause_is_not_that_of_the_one_before() -> None:
    text = "Fare income reached £10.3bn, a rise of £1.0bn, yet it was still 20% below 2015."
    assert told(text) == [("10.3bn", None, None), ("1.0bn", None, None), ("20%", None, "2015")]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Fibre overtook cable with 2.31 against 2.18 million lines.", [2_310_000, 2_180_000]),
        ("Sales were 4.1 versus 3.9 million a year earlier.", [4_100_000, 3_900_000]),
        ("Visitors numbered 400 against 1.2 million in 2019.", [400, 1_200_000]),
    ],
)
def test_two_of_one_size_share_the_scale_behind_the_second(text: str, values: list[int]) -> None:
    assert [int(c.value) for c in read(text, "GB", SPRING).claims] == values


def test_what_has_a_growth_of_its_own_is_no_level_of_before() -> None:
    reading = read(
        "The state recorded spending of 29.4 billion leva (up 9.8%) against revenue of 28.6 billion leva"
        " (up 13.5%).",
        "BG",
        SPRING,
    )
    printed = {c.claim_id: c.value_text for c in reading.claims}
    links = [(printed[x.claim_id], x.role, printed[x.target_claim_id]) for x in reading.links]
    assert links == [("9.8%", "growth_of", "29.4 billion"), ("13.5%", "growth_of", "28.6 billion")]
    assert [c.measure for c in reading.claims] == ["spending", "spending", "revenue", "revenue"]
