"""Shares whose whole nobody names: of a firm, by noun or verb, or of the people who do something."""

import pytest

from tests.unit.prose.reading import read


@pytest.mark.parametrize(
    "text",
    [
        # by the noun behind the figure, or the noun that moves
        "Castellan has agreed to buy a 62% stake in Maris Foods.",
        "A 30% shareholding was sold to staff.",
        "The city sold a 24.9% minority stake.",
        "The state will keep a 51% holding in the port.",
        "Its stake fell to 18%.",
        # by the verb
        "Investor Bo Lund, who owns 4%, opposes the deal.",
        "The state, which holds 51%, will not sell.",
        # by what some of many do
        "In 2022, 4% had never used the internet.",
        "About 21% hold a degree.",
        "A further 12% were undecided.",
        "Girls did better, with 79.9% passing.",
    ],
)
def test_a_share_without_its_whole(text: str) -> None:
    """It is a share by what it stands beside."""
    assert [c.kind for c in read(text).claims] == ["share"]


def test_a_share_goes_on() -> None:
    """A second year of the same share is one too."""
    text = "One in five people had never flown in 2012, but only 4% in 2022."
    assert [c.kind for c in read(text).claims] == ["share", "share"]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The bank charges 5% interest on loans.", ["level"]),
        ("The bond pays a 4% interest in cash.", ["level"]),
        ("Its rate was held at 5.5%.", ["level"]),
        ("The company held 4.5% notes worth $3 million.", ["level", "level"]),
        ("Rates of 5% are expected next year.", ["level"]),
        ("The margin was 3.4%, and 3.2% were recorded in 2020.", ["level", "level"]),
        ("Inflation in Spain was 3%; 4% are forecast.", ["level", "level"]),
        ("Inflation was 3.9% in May. In April, 4% had been expected.", ["level", "level"]),
        ("Inflation was 3.1%, with 2.8% financing costs.", ["level", "level"]),
        ("The deposit rate is 4%, but 3.5% in March.", ["level", "level"]),
        ("The value of the stake fell 12%.", ["change_rate"]),
    ],
)
def test_a_rate_is_no_share(text: str, kinds: list[str]) -> None:
    """What is paid, charged or forecast in percent stays what it is."""
    assert [c.kind for c in read(text).claims] == kinds
