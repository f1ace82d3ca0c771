"""Sentences as news agencies write them: which period each figure has, and which dates nothing."""

from tests.unit.prose.reading import links, only, read


def test_what_came_before_dates_nothing_now() -> None:
    text = "Gold was little changed at $1,291.30, having hit a high of $1,346.73 on Feb. 20."
    claims = read(text).claims
    assert [(c.time_period, c.kind) for c in claims] == [(None, "level"), ("2018-02-20", "level")]
    assert claims[0].measure == "Gold"


def test_a_level_compared_with_two_earlier_ones() -> None:
    text = "Inflation slowed to 1.4% in January from 1.6% in December and 2.2% a year earlier."
    assert links(text) == {("1.4%", "compared_with", before) for before in ("1.6%", "2.2%")}
    assert [c.time_period for c in read(text).claims] == ["2018-01", "2017-12", "2017-01"]


def test_a_rate_that_is_kept_and_a_forecast_that_is_cut() -> None:
    text = (
        "The bank left its benchmark rate unchanged at 1.75 percent but trimmed its growth forecast for 2019"
        " to 1.2 percent from 1.7 percent."
    )
    claims = read(text).claims
    assert [c.measure for c in claims] == ["benchmark rate", "growth forecast", "growth forecast"]
    assert [c.time_period for c in claims] == [None, "2019", "2019"]
    assert links(text) == {("1.2 percent", "compared_with", "1.7 percent")}


def test_next_year_is_the_year_after_publication() -> None:
    assert only("It will close 150 cafes next year.").time_period == "2019"


def test_a_time_limit_is_that_of_its_own_figure() -> None:
    claims = read("It will cut 14,700 jobs, to save $6 billion by the end of 2020.").claims
    assert [c.time_period for c in claims] == [None, "2020"]


def test_what_went_before_is_no_growth_of_what_is() -> None:
    text = "The economy shrank 0.2 percent in the third quarter of 2017, after growing 0.5 percent."
    assert [(c.time_period, c.direction) for c in read(text).claims] == [("2017-Q3", "down"), (None, "up")]
    text = "It has 45,000 staff, having grown by 30 percent last year."
    assert links(text) == set()
    text = "Credit was 16.2 billion euros, having grown 4.3%."
    assert links(text) == {("4.3%", "growth_of", "16.2 billion")}


def test_an_earlier_level_without_a_date_has_no_period() -> None:
    assert [c.time_period for c in read("Output rose to 5 million tonnes in May from 4 million.").claims] == [
        "2018-05",
        None,
    ]
    text = "Growth slowed to 1.3% in the second quarter of 2017 from 2.1% in the first."
    assert [c.time_period for c in read(text).claims] == ["2017-Q2", "2017-Q1"]


def test_a_year_to_come_before_a_noun_names_it() -> None:
    text = "The rand gained 0.7 percent, and the yield on the 2026 bond fell to 8.74 percent."
    assert [c.time_period for c in read(text).claims] == [None, None]


def test_a_period_in_a_later_clause_dates_what_follows_it() -> None:
    text = "The lira weakened 2 percent to 5.62 lira, extending its losses in 2017 to 6 percent."
    assert read(text).claims[0].time_period is None


def test_the_usual_total_for_a_month_dates_nothing() -> None:
    text = "Some 583 mm of rain fell in 24 hours, about three times the usual total for the whole of July."
    assert {c.time_period for c in read(text).claims} == {None}


def test_next_is_the_year_after_the_one_before() -> None:
    text = "The bank sees inflation averaging 2.3% this year and 1.9% next."
    assert [(c.time_period, c.measure) for c in read(text).claims] == [
        ("2018", "inflation"),
        ("2019", "inflation"),
    ]


def test_what_was_said_of_later_dates_nothing_now() -> None:
    text = "The bank raised the rate to 0.25%, and said the next rise would come in the second half of 2019."
    assert only(text).time_period is None


def test_what_is_set_aside_with_its_period_keeps_it_for_itself() -> None:
    text = "The lira, down 20 percent this year, firmed 2.3 percent to 4.57 lira."
    assert [c.time_period for c in read(text).claims] == ["2018", None, None]
    assert links(text) == {("2.3 percent", "growth_of", "4.57")}
