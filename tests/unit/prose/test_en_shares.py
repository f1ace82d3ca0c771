"""Shares, parts and gaps: what a percentage or an amount stands against."""

import pytest

from tests.unit.prose.reading import links, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Aid was £83 billion, a third of which went to Asia.", {("a third", "share_of", "83 billion")}),
        ("The city has 112 schools, 27 of which are private.", {("27", "part_of", "112")}),
        (
            "They had 24.3 million nights. Visitors took 6.8 million nights, or 28% of the total.",
            {
                ("6.8 million", "part_of", "24.3 million"),
                ("28%", "share_of", "24.3 million"),
                ("28%", "expresses", "6.8 million"),
            },
        ),
        (
            "Of the 12.2 million hectares farmed, pasture took up 71%, coffee 7.4% and palm 4.1%.",
            {
                ("71%", "share_of", "12.2 million"),
                ("7.4%", "share_of", "12.2 million"),
                ("4.1%", "share_of", "12.2 million"),
            },
        ),
        (  # 270 is no percentage: what follows says it again
            "Of the 9.7 million farmers, 6.4 million, or 66%, were self-employed.",
            {
                ("6.4 million", "part_of", "9.7 million"),
                ("66%", "share_of", "9.7 million"),
                ("66%", "expresses", "6.4 million"),
            },
        ),
        ("The strike cost €400 million in sales; 61% of those polled backed it.", set()),
    ],
)
def test_links_of_shares(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert links(text) == expected


@pytest.mark.parametrize(
    "text",
    ["Only 8% foresee a decline.", "Of those asked, 41% said yes.", "Prices will rise; 31% expect so."],
)
def test_a_percentage_that_answers_is_a_share_of_those_asked(text: str) -> None:
    assert [c.kind for c in read(text).claims] == ["share"]


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("The bridge cost £3.4 billion, £0.3 billion over budget.", "up"),
        ("Spending came to £74 million, £6 million under budget.", "down"),
        ("Output was 12 million tonnes, 3 million tonnes below the May forecast.", "down"),
        ("Receipts were 48 million euros and exceeded those of Spain by 2.5 million euros.", "up"),
    ],
)
def test_a_gap_to_a_plan_is_no_second_level(text: str, direction: str) -> None:
    level, gap = read(text).claims
    assert (level.kind, gap.kind, gap.direction) == ("level", "difference", direction)
    assert links(text) == set()
