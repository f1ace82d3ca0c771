"""What a change is compared with, and which period holds for the sentences after it."""

from datetime import date

import pytest

from tests.unit.prose.reading import links, read

PUBLISHED = date(2024, 2, 1)


def test_rolling_quarters_are_one_period_and_lean_on_such() -> None:
    text = "It was 75.0% in November 2022 to January 2023, 0.1 points lower than in August to October 2022."
    rate, points = read(text, published=PUBLISHED).claims
    assert rate.time_period == points.time_period == "2022-11-01/P3M"
    assert points.base_period == "2022-08-01/P3M"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Between November 2022 and March 2023 output was 5 million tonnes.", "2022-11-01/P5M"),
        ("Between March and May 2023 output was 5 million tonnes.", "2023-03-01/P3M"),
        ("Output was 5 million tonnes from October 2021 through December 2022.", "2021-10-01/P15M"),
        ("Output was 5 million tonnes in December 2022 and in November 2021 it was 4 million.", "2022-12"),
    ],
)
def test_months_of_two_years_are_one_span(text: str, period: str) -> None:
    assert read(text, published=PUBLISHED).claims[0].time_period == period


def test_from_month_to_month_is_base_and_period() -> None:
    (claim,) = read("Sales rose 3% from September to November 2023.", published=PUBLISHED).claims
    assert (claim.base_period, claim.time_period) == ("2023-09", "2023-11")


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("Hunger struck 924 million people in 2021, an increase of 207 million in two years.", "2019"),
        ("Hunger struck 924 million people in 2021, 207 million more than five years earlier.", "2016"),
        ("Hunger struck 924 million people in 2021, 207 million more compared to before the flood.", None),
        ("Output was 5 million tonnes in 2017, up 20% over the decade.", None),
        ("Output was 5 million tonnes in 2017, an increase of 20%.", "2016"),
    ],
)
def test_the_year_before_is_the_base_only_where_no_other_words_stand(text: str, base: str | None) -> None:
    assert read(text, published=PUBLISHED).claims[1].base_period == base


@pytest.mark.parametrize("words", [", following", ", after", ", compared with"])
def test_words_behind_what_came_before_date_it_and_are_no_base(words: str) -> None:
    text = f"In March 2023 rents were up 8.5%{words} 8.2% a month earlier."
    now, before = read(text, published=PUBLISHED).claims
    assert (now.time_period, now.base_period) == ("2023-03", None)
    assert (before.time_period, before.base_period) == ("2023-02", None)


def test_an_earlier_time_told_in_passing_does_not_hold_for_what_follows() -> None:
    text = "The surplus was €210m in 2023; in 2022 it had been €89m. Chile bought goods worth €4m."
    assert [c.time_period for c in read(text, published=PUBLISHED).claims] == ["2023", "2022", "2023"]


def test_the_past_years_of_one_figure_do_not_hold_for_what_follows() -> None:
    text = (
        "The park had 163 firms at the end of 2017. Of them, 56 were founded in the past three years. "
        "Its exports were 5 billion yuan."
    )
    published = date(2018, 2, 1)
    assert [c.time_period for c in read(text, published=published).claims if c.unit == "CNY"] == ["2017"]


def test_since_behind_another_phrase_still_dates_the_change() -> None:
    (claim,) = read(
        "It has gained 2.1 per cent against the dollar since January.", published=PUBLISHED
    ).claims
    assert (claim.time_period, claim.base_period) == ("2024-01/..", "2024-01")


def test_a_rise_over_an_amount_starts_from_it() -> None:
    text = "Income was estimated at 125,397 rupees, a rise of 11.1% over 112,835 rupees."
    assert links(text) == {
        ("11.1%", "growth_of", "125,397"),
        ("11.1%", "growth_from", "112,835"),
        ("125,397", "compared_with", "112,835"),
    }
    assert [c.qualifier for c in read(text).claims] == ["NONE"] * 3
    assert read("Sales rose by 4%, to over 5 million tonnes.").claims[1].qualifier == "GT"


def test_the_rate_of_the_year_after_starts_from_the_year_before_it() -> None:
    claims = read("The economy should expand by 2.9% this year and 2.5% next.").claims
    assert [(c.time_period, c.base_period) for c in claims] == [("2018", "2017"), ("2019", "2018")]
