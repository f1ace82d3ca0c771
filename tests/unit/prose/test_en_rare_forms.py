"""Forms so rare that no other text of the tests holds them: a rule for each, so a sentence for each."""

from decimal import Decimal

import pytest

from tests.unit.prose.reading import links, only, read


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The rate was 6.39‰.", "6.39", "permille"),
        ("The rate was 6.39 per mille.", "6.39", "permille"),
        ("Alcohol was measured at 0.5 permille.", "0.5", "permille"),
        ("Net income was -$5 million.", "-5000000", "USD"),
        ("Net income was $(1.5) billion.", "-1500000000", "USD"),
        ("The result was (1.5) billion euros.", "-1500000000", "EUR"),
        ("The result was (12.5) million.", "-12500000", None),
    ],
)
def test_the_value_is_as_printed_with_its_sign(text: str, value: str, unit: str | None) -> None:
    claim = only(text)
    assert (claim.value, claim.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    "text",
    ["The result was three (3) million.", "It delivered 45 (38) million euros.", "See note (3) there."],
)
def test_a_number_in_brackets_that_says_another_again_is_no_negative(text: str) -> None:
    assert all(c.value > 0 for c in read(text).claims)


@pytest.mark.parametrize(
    "text", ["10%+ of firms closed.", "It laid 5 km+ of cable.", "Some $10 million+ is due."]
)
def test_a_plus_behind_the_unit_says_at_least(text: str) -> None:
    assert only(text).qualifier in ("GE", "ABOUT")


@pytest.mark.parametrize(
    "text", ["The 10-K report was filed.", "The 12 won medals.", "Order No 1,204 was signed."]
)
def test_a_name_is_no_figure(text: str) -> None:
    assert not read(text).claims


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Loans as of June 30, 2018 totaled $5.2 billion.", "Loans"),
        ("The park counts 300 firms and hosts 20,000 workers.", "firms"),
        ("In 2017 it built 120 schools and helps 3,000 teachers.", "schools"),
    ],
)
def test_the_measure_ends_where_its_noun_does(text: str, measure: str) -> None:
    assert read(text).claims[0].measure == measure


@pytest.mark.parametrize(
    ("text", "period"),
    [("In Q1'18 sales were $5 million.", "2018-Q1"), ("By mid-2017 there were 300 firms.", "2017")],
)
def test_a_period_in_a_rare_form(text: str, period: str) -> None:
    assert only(text).time_period == period


def test_what_will_not_be_used_colours_no_allowance_recorded() -> None:
    text = "The relief will not be used, and a $5.6 million valuation allowance was recorded."
    assert only(text).claim_status == "actual"


def test_pupils_more_by_a_rate_or_all_of_them() -> None:
    text = "The country had 4% more pupils, or 1.2 million in all."
    assert links(text) == {("4%", "growth_of", "1.2 million")}


@pytest.mark.parametrize("printed", ["20-foot", "twenty-foot", "20ft"])
def test_containers_are_counted_in_units_of_twenty_feet(printed: str) -> None:
    claim = only(f"The port handled 3.6 million {printed} equivalent units last year.")
    assert (claim.value, claim.unit, claim.unit_text) == (3_600_000, "TEU", f"{printed} equivalent units")
