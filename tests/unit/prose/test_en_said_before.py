"""Parts and shares that lean on what was said right before: a count, a share, a list."""

import pytest

from tests.unit.prose.reading import links, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The city built 7,100 homes; 2,300 were sold.", {("2,300", "part_of", "7,100")}),
        ("The city built 7,100 homes last year. Some 2,300 were sold.", {("2,300", "part_of", "7,100")}),
        # who took to the streets need not be who was arrested, and what is planned has no parts yet
        ("As 13,600 students took to the streets, shops shut; 170 were arrested.", set()),
        ("The plan calls for 30,000 homes; 18,000 were built.", set()),
        ("Farms number 94,000. That is 6.1% of all firms.", {("6.1%", "expresses", "94,000")}),
        ("Some 22% of the people are old. That is 2.3 million.", {("22%", "expresses", "2.3 million")}),
        (
            "Research took 3.1% of GDP, equivalent to €14 billion.",
            {("3.1%", "expresses", "14 billion")},
        ),
        (
            "Of 3,100 students, 1,480 came from abroad, mostly from India (610) and China (420).",
            {
                ("1,480", "part_of", "3,100"),
                ("610", "part_of", "1,480"),
                ("420", "part_of", "1,480"),
            },
        ),
        (  # 61 + 27 = 88
            "Hydropower gave 61 TWh and wind power 27 TWh, together 88 TWh.",
            {("61", "part_of", "88"), ("27", "part_of", "88")},
        ),
        (  # 140 + 95 + 85 = 320
            "The park hosted 320 firms. Software firms numbered 140, drug firms 95 and others 85.",
            {("140", "part_of", "320"), ("95", "part_of", "320"), ("85", "part_of", "320")},
        ),
        # 128 + 84 = 212, and neither is a part
        ("Arrivals numbered 212,000. Departures were 128,000 and the balance 84,000.", set()),
        # 61 + 27 is not 80: the names between them may belong to something else
        ("Hydropower gave 61 TWh and wind power 27 TWh, together 80 TWh.", set()),
    ],
)
def test_what_leans_on_a_figure_right_before(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert links(text) == expected


def test_who_estimates_may_be_told_at_the_end() -> None:
    assert [c.claim_status for c in read("Some 3,100 people died, the ministry estimates.").claims] == [
        "estimate"
    ]
