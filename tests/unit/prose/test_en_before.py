"""The level of before that stands beside a change."""

import pytest

from tests.unit.prose.reading import links

OF, FROM, COMPARED = "growth_of", "growth_from", "compared_with"


@pytest.mark.parametrize(
    ("text", "change", "now", "before"),
    [
        (
            "In 2017, 18 million cattle were kept, 6% below the 2016 figure of 19 million.",
            "6%",
            "18 million",
            "19 million",
        ),
        (
            "Aid came to $466 billion in 2017, 8.5 percent above the $429 billion of 2016.",
            "8.5 percent",
            "466 billion",
            "429 billion",
        ),
        ("Revenue was £84.2m, £6.1m higher than the prior year (£78.1m).", "6.1m", "84.2m", "78.1m"),
        ("Revenue was £84.2m, up 8% on the prior year (£78.1m).", "8%", "84.2m", "78.1m"),
    ],
)
def test_the_level_of_before(text: str, change: str, now: str, before: str) -> None:
    assert links(text) == {(change, OF, now), (change, FROM, before), (now, COMPARED, before)}


def test_brackets_behind_the_base_may_hold_what_was_added() -> None:
    # 84.2 / 1.08 is 78.0, and 84.2 - 78.0 is 6.2
    assert ("8%", FROM, "6.2m") not in links("Revenue was £84.2m, up 8% on the prior year (£6.2m).")


def test_a_fall_without_a_figure_has_two_levels() -> None:
    assert links("The index dropped in May 2018, to 92.7 from 95.1 in April.") == {("92.7", COMPARED, "95.1")}


def test_a_level_inside_the_subject_is_not_what_changed() -> None:
    assert links("EBIT before an impairment of $21m decreased 5.6% to $88m.") == {("5.6%", OF, "88m")}


def test_another_temperature_is_not_what_a_share_starts_from() -> None:
    text = "Emissions must fall by 45 percent from 2010 levels, against the 1.1 degrees recorded so far."
    assert links(text) == set()
