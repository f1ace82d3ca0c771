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
