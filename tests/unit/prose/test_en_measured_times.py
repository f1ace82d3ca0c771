"""Lengths of time that are the thing measured."""

import pytest

from tests.unit.prose.reading import read


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("The average stay was 6.4 days.", ["average stay"]),
        ("Waiting times averaged 14 weeks.", ["Waiting times"]),
        ("Patients left after an average stay of 6.4 days.", ["average stay"]),
        (
            "Life expectancy at birth was 79.6 years for men and 84.1 years for women in 2022.",
            ["Life expectancy at birth"] * 2,
        ),
        # who needs it, or how long something went on, is not told in time
        ("The chairman was 54 years old.", [None]),
        ("The strike was in its 3 weeks of talks.", [None]),
        ("Building the line took six years.", [None]),
        ("The contract is for five years.", [None]),
        ("Over a period of five years the fund grew.", [None]),
    ],
)
def test_what_a_length_of_time_measures(text: str, measures: list[str | None]) -> None:
    """A noun that is told in time is measured; nothing else is."""
    assert [c.measure for c in read(text).claims] == measures
