"""What is told as an average, or for each of something, is no total of what it counts."""

import pytest

from tests.unit.prose.reading import read


def flags(text: str) -> dict[str, set[str]]:
    """Numeral -> flags of every claim of a text."""
    return {c.value_text: set(c.flags.split()) for c in read(text).claims}


@pytest.mark.parametrize(
    "text",
    [
        "They employed 12 workers on average.",
        "On average, firms had 12 workers.",
        "Per firm, there were 12 workers.",
        "Each firm had 12 workers.",
        "Every firm had 12 workers.",
        "The average firm employed 12 workers.",
        "An average of 12 workers were employed.",
        "The firms had 12 workers each.",
        "The firms had 12 workers per site.",
        "Staff averaged 12 people.",
        "Spending averaged about $12.",
    ],
)
def test_an_average_is_marked(text: str) -> None:
    (found,) = flags(text).values()
    assert "average" in found


@pytest.mark.parametrize(
    "text",
    [
        "The fund paid 12 million euros to each of the states.",
        "The index averaged 12 points.",  # a level of prices is one
        "Oil averaged $12 a barrel.",
        "The average price was $12.",  # its label says so
        "The average number of rooms was 12.",
        "Each year, 12 firms close.",
        "Analysts had on average expected revenue of $12 billion.",
        "They left out 12 awards from the earnings per share.",
        "Staff came to 12 people, 3% fewer than average.",
        "The 300 firms paid 12 dollars per cent.",
    ],
)
def test_what_is_none_is_not(text: str) -> None:
    assert not any("average" in found for found in flags(text).values())


def test_a_total_beside_it_is_none() -> None:
    assert flags("The centre had 50,000 visitors, on average 137 a day.") == {
        "50,000": set(),
        "137": {"average", "per_period"},
    }
    assert flags("Households spent $300 billion, or $2,500 each.")["300 billion"] == set()


def test_an_amount_of_change_may_be_told_for_each_day_too() -> None:
    assert flags("The ferry took 300 people more a day.") == {"300": {"per_period"}}
    assert flags("Traffic rose by 300 people a quarter.") == {"300": set()}  # which may be a fourth


@pytest.mark.parametrize("then", ["a day earlier", "a month before", "a week ago", "a day later"])
def test_when_it_was_is_no_period_that_it_is_told_for(then: str) -> None:
    assert flags(f"There were 137 fires, against 120 {then}.")["120"] == set()


@pytest.mark.parametrize(
    "when", ["a week", "per month", "a day", "every day", "each month", "per day", "daily on average"]
)
def test_what_is_told_for_each_day_is_told_for_a_period(when: str) -> None:
    assert "per_period" in flags(f"More than 16,500 firms were registered {when}.")["16,500"]
