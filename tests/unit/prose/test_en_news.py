"""Sentences as news agencies write them, one class of them to a test."""

import pytest

from tests.unit.prose.reading import links, only, read


@pytest.mark.parametrize(
    "text",
    [
        "Unemployment fell to 3.1 percent, the lowest rate since 2008.",
        "Unemployment fell to 3.1 percent, its lowest since May 2008.",
        "For the first time since May unemployment fell to 3.1 percent.",
        "Unemployment fell to 3.1 percent, a best-ever rate since 2008.",
    ],
)
def test_a_superlative_since_dates_nothing(text: str) -> None:
    claim = only(text)
    assert (claim.time_period, claim.flags) == (None, "")


def test_since_a_month_counts_from_that_month() -> None:
    claim = only("It has opened 12 shops since May.")
    assert (claim.time_period, claim.flags) == ("2018-05/..", "cumulative since")


@pytest.mark.parametrize(
    ("text", "unit", "part"),
    [
        ("The retailer will shut 92 of its 330 stores.", "count", "92"),
        ("Some 3.2 million of the country's 46 million people are unemployed.", "person", "3.2 million"),
        ("Kaleva sold 14 of Nordhus's 52 hotels.", "count", "14"),
    ],
)
def test_a_part_of_what_somebody_has_is_counted_like_it(text: str, unit: str, part: str) -> None:
    claims = read(text).claims
    assert links(text) == {(part, "part_of", claims[1].value_text)}
    assert [c.unit for c in claims] == [unit, unit]


@pytest.mark.parametrize(
    ("text", "qualifier", "percent"),
    [("Around 1 in 8 women smoke.", "ABOUT", "12.5"), ("Nearly 1 in 10 tenants was late.", "NEARLY", "10")],
)
def test_one_in_eight_in_digits_takes_its_hedge(text: str, qualifier: str, percent: str) -> None:
    claim = only(text)
    assert (claim.kind, claim.qualifier, str(claim.value)) == ("share", qualifier, percent)
