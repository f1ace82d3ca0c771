"""Whose cents they are, and which year "2016/17" is: what the words leave open stays open."""

import pytest

from tests.unit.prose.reading import only, read


@pytest.mark.parametrize(
    ("text", "area", "unit", "status"),
    [
        ("The dividend was AU 18 cents a share.", None, "AUc/share", "stated"),
        ("Milk fetched NZ 210 cents a litre.", None, "NZc/L", "stated"),
        ("Milk fetched 40 US cents a litre.", "KE", "USc/L", "stated"),
        ("The dividend was 18 Australian cents.", "US", "AUc", "stated"),
        ("The dividend was 18 cents.", "AU", "AUc", "inferred"),
        ("The dividend was 18 cents.", "FI", "EUc", "inferred"),
        ("The dividend was 18 cents.", "US", "USc", "stated"),
        ("The dividend was 18 cents.", None, "USc", "inferred"),
        ("Milk costs 40 cents.", "KE", None, "lost"),
    ],
)
def test_cents_are_of_the_money_named_else_of_the_area(
    text: str, area: str | None, unit: str | None, status: str
) -> None:
    claim = only(text, area)
    assert (claim.unit, claim.unit_status) == (unit, status)


def test_cents_without_a_name_are_those_named_before() -> None:
    paid, before = read("It paid 18 Australian cents a share, up from 16 cents.").claims
    assert (paid.unit, before.unit, before.unit_status) == ("AUc/share", "AUc/share", "inherited")


def test_a_figure_without_a_unit_says_nothing_of_the_cents_behind_it() -> None:
    jobs, cents = read("Payrolls jumped by 313,000 in May and hourly pay rose by four cents.").claims
    assert (jobs.unit, cents.unit, cents.unit_status) == ("count", "USc", "inferred")


def test_an_amount_in_cents_of_one_money_is_not_compared_with_another_money() -> None:
    cents, dollars = read("The price fell to 85 US cents from 1.10 Singapore dollars.").claims
    assert (cents.unit, dollars.unit) == ("USc", "SGD")


@pytest.mark.parametrize(
    ("text", "area", "period"),
    [
        ("Enrolment reached 45,200 pupils in 2016/17.", None, None),
        ("Enrolment reached 45,200 pupils in 2016-17.", "DE", None),
        ("Enrolment reached 45,200 pupils in 2016/17.", "GB", "2016-04-01/P1Y"),
        ("Sales reached 45,200 tonnes in the financial year 2016-17.", "AU", "2016-07-01/P1Y"),
        ("Sales reached 45,200 tonnes in the financial year 2016-17.", None, None),
        ("Enrolment reached 45,200 pupils in the 2016/17 academic year.", "GB", None),
        ("Sales reached 45,200 tonnes in 2015-17.", None, "2015-01-01/P3Y"),
        ("Sales reached 45,200 tonnes in the third quarter of 2016-17.", "GB", "2016-Q4"),
        ("Sales reached 45,200 tonnes in the first half of 2016/17.", "GB", "2016-04-01/P6M"),
        ("Sales reached 45,200 tonnes in Q4 2016/17.", "AU", "2017-Q2"),
        ("Sales reached 45,200 tonnes in 2016-17 Q1.", "GB", "2016-Q2"),
        ("Sales reached 45,200 tonnes in the third quarter of 2016-17.", None, None),
    ],
)
def test_a_split_year_is_dated_only_where_the_area_says_when_it_opens(
    text: str, area: str | None, period: str | None
) -> None:
    claim = only(text, area)
    assert claim.time_period == period
    assert (claim.period_basis is None) == (period is None)


def test_an_unknown_split_year_gives_no_base_and_does_not_let_go_of_later_sentences() -> None:
    text = (
        "In 2015, 31,000 pupils sat the test. In 2016/17 there were 45,200, up 3% on 2015/16. Then 300 left."
    )
    first, *later = read(text, "DE").claims
    assert first.time_period == "2015"
    assert [(c.time_period, c.base_period) for c in later] == [(None, None)] * 3


@pytest.mark.parametrize(
    ("unit", "area", "expected"),
    [("cents per share", "AU", "AUc/share"), ("pesos", "CL", "CLP"), ("pesos", None, None)],
)
def test_the_money_of_a_table_is_settled_as_that_of_a_sentence(
    unit: str, area: str | None, expected: str | None
) -> None:
    head = f"Table 1. Dividends ({unit})\n\n| Item | 2017 | 2018 |\n|---|---|---|\n"
    table = head + "| Interim dividend | 12.0 | 14.0 |\n"
    assert [c.unit for c in read(table, area).claims] == [expected] * (2 if expected else 0)
