"""What was expected is a forecast beside the level or change of now: nothing grew from it, or to it."""

import pytest

from tests.unit.prose.reading import links, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Revenue was $4.1 billion, beating analysts' estimates of $3.9 billion and up 8% on the year.",
            {("8%", "growth_of", "4.1 billion")},
        ),
        (
            "Profit of $1.2 billion topped the consensus of $1.1 billion and was 12% higher than a year ago.",
            {("12%", "growth_of", "1.2 billion")},
        ),
        (
            "Earnings were $1.20 a share, above Wall Street expectations of $1.12, and up from $1.05.",
            {("1.20", "compared_with", "1.05")},
        ),
        (
            "Revenue was $4.1 billion versus $3.9 billion expected by analysts, up 8% on the year.",
            {("8%", "growth_of", "4.1 billion")},
        ),
        ("Output grew 5.1% in March, missing a forecast of 5.6%.", set()),
    ],
)
def test_what_was_expected_is_no_level_of_before(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert {x for x in links(text) if x[1] in ("growth_of", "compared_with")} >= expected
    assert not {x for x in links(text) if x[2] in ("3.9 billion", "1.1 billion", "1.12", "5.6%")}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Output grew 5.1% in March, missing a forecast of 5.6%.", "change_rate"),
        ("Sales rose 0.6% in March, compared with forecasts for a 0.2% gain.", "change_rate"),
        ("Inflation was 2.1% in March, against a forecast of 2.0%.", "level"),
    ],
)
def test_what_was_expected_is_what_it_is_held_against(text: str, kind: str) -> None:
    now, thought = read(text).claims
    assert (now.kind, thought.kind, thought.claim_status) == (kind, kind, "forecast")
    assert thought.measure == now.measure


def test_a_revised_estimate_of_before_was_not_expected() -> None:
    figures = read("Starts were 1.18 million, 6% below the revised estimate of 1.26 million.").claims
    assert [c.claim_status for c in figures] == ["actual", "actual", "estimate"]
