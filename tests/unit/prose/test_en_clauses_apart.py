"""What stands in one clause, bracket or name tells nothing of the figures of another."""

from datetime import date
from decimal import Decimal

import pytest

from tests.unit.prose.reading import links, only, read


@pytest.mark.parametrize(
    "text",
    [
        "Ahead of the general election in 2019, the government spent $4.2 billion on roads.",
        "The model, of which 40,000 were sold early, will ship on Sept. 21.",
        "Law No. 27 of 2003 was applied in 89 cases.",
    ],
)
def test_a_period_of_another_clause_dates_nothing(text: str) -> None:
    claim = only(text)
    assert (claim.time_period, claim.claim_status) == (None, "actual")


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("In 2020, revenue is $4.2 billion.", "2020"),
        ("By 2030, 60% of cars are electric.", "2030"),
        ("Some 3,000 homes, mostly flats, will be built by 2021.", "2021"),
    ],
)
def test_what_the_clause_foretells_is_a_forecast_of_its_period(text: str, period: str) -> None:
    claim = read(text, published=date(2018, 3, 1)).claims[0]
    assert (claim.time_period, claim.claim_status) == (period, "forecast")


def test_what_a_bracket_measures_names_no_figure_behind_it() -> None:
    *_, favour = read("In a survey of 1,005 people (margin of error 3 points), 54% were in favour.").claims
    assert favour.measure != "margin of error"


@pytest.mark.parametrize(
    "text",
    [
        "Stocks are held for a five-year average.",
        "Resolution 1325 was adopted.",
        "A two-thirds majority is needed.",
        "The women's 100-metre final was run.",
        "An iPhone 5C was found.",
        "Fortune 500 firms were asked.",
        "Reactor 3 was shut.",
    ],
)
def test_numbers_inside_names_are_no_figures(text: str) -> None:
    assert read(text).claims == []


def test_a_score_out_of_ten_is_no_part_and_counts_nobody() -> None:
    score = only("Pupils scored 7.4 out of 10.")
    assert (score.value, score.unit, score.unit_status) == (Decimal("7.4"), None, "lost")
    assert links("Pupils scored 7.4 out of 10.") == set()


def test_the_end_of_a_change_of_durations_is_a_duration() -> None:
    claims = read("The time to register a firm was cut from 10 hours to four.").claims
    assert [(c.value, c.unit, c.kind) for c in claims] == [(10, "hour", "duration"), (4, "hour", "duration")]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Temperatures reached 41.2C, or 106F.", ["degC", "degF"]),
        ("John Smith, 47, sold 300 shares.", ["year", "count"]),
    ],
)
def test_letters_of_heat_and_ages_behind_a_name(text: str, units: list[str]) -> None:
    assert [c.unit for c in read(text).claims] == units


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("The budget of €310 million is 60% funded.", {("60%", "share_of", "310 million")}),
        ("The €40 million fund is 30% spent.", {("30%", "share_of", "40 million")}),
        ("The budget was €310 million. The bridge is 60% funded.", set()),
    ],
)
def test_what_is_done_is_a_share_of_the_money_that_is_the_subject(
    text: str, linked: set[tuple[str, str, str]]
) -> None:
    assert links(text) == linked


@pytest.mark.parametrize(
    "text",
    [
        "See Chart 4b for details.",
        "Tariff heading 8703.23 was amended.",
        "Pier 39 was closed.",
        "This is question 7 of 10.",
        "Children under 5 were not asked.",
        "The 15-24 age group was asked.",
        "It is a 50-50 venture.",
        "Call Kari Nordmann, +47 900 00 000, or +1 212 555 0100.",
    ],
)
def test_numbers_of_headings_ages_and_halves_are_no_figures(text: str) -> None:
    assert read(text).claims == []


@pytest.mark.parametrize("text", ["Profit was 45 (38) million euros.", "The rate was 5.2 (4.9) per cent."])
def test_a_scale_behind_a_bracket_of_another_number_is_refused(text: str) -> None:
    reading = read(text)
    assert (reading.claims, [x.rule for x in reading.refusals]) == ([], ["broken_number"])


def test_plus_or_minus_three_points_are_not_minus_three() -> None:
    assert only("The margin of error is plus or minus 3 percentage points.").value == 3


def test_an_unemployment_rate_counts_no_persons() -> None:
    claim = only("The unemployment rate was 5.2.")
    assert (claim.unit, claim.unit_status) == (None, "lost")


def test_the_month_of_a_contract_is_not_the_time_of_its_price() -> None:
    assert only("Crude for June delivery was at €71.").time_period is None


def test_shillings_stand_at_their_digits() -> None:
    claims = read("Sales hit a record Sh25.4 billion, up from Sh24.1 billion.", "KE").claims
    assert [(c.value, c.unit) for c in claims] == [(25_400_000_000, "KES"), (24_100_000_000, "KES")]
