"""Periods: each form to its code, relative ones from the day of publication, and the base of a change."""

import pytest

from ingest.prose.periods import earlier, months_span
from tests.unit.prose.reading import only, read

FORMS = [
    ("in 2017", "2017"),
    ("in March 2017", "2017-03"),
    ("in March", "2018-03"),
    ("in September", "2017-09"),
    ("on 12 March 2017", "2017-03-12"),
    ("in the first quarter of 2017", "2017-Q1"),
    ("in Q3 2017", "2017-Q3"),
    ("in the second half of 2017", "2017-S2"),
    ("in the first nine months of 2017", "2017-01-01/P9M"),
    ("in the first three quarters of 2017", "2017-01-01/P9M"),
    ("from January to September 2017", "2017-01-01/P9M"),
    ("in the year ended 31 March 2018", "2017-04-01/P1Y"),
    ("in the twelve months to June 2017", "2016-07-01/P12M"),
    ("in the three months ended June 30, 2017", "2017-Q2"),
    ("at the end of 2017", "2017"),
    ("last year", "2017"),
    ("last month", "2018-05"),
    ("since 2014", "2014/.."),
    ("over the past three years", "2015-06-15/P3Y"),
    ("in the June quarter of 2017", "2017-Q2"),
    ("at end-March 2017", "2017-03"),
    ("at the end of September", "2017-09"),
    ("at year-end", "2017"),
    ("in the first nine months", "2017-01-01/P9M"),
    ("in the first nine months of this year", "2018-01-01/P9M"),
    ("in the three months to end-June 2017", "2017-Q2"),
    ("in the quarter to September 2017", "2017-Q3"),
    ("in the year through June 2017", "2016-07-01/P1Y"),
    ("in the fiscal year that ended in June 2017", "2016-07-01/P1Y"),
    ("in 2Q 2017", "2017-Q2"),
    ("in 2017's first quarter", "2017-Q1"),
    ("in the opening quarter of 2017", "2017-Q1"),
    ("in the final three months of 2017", "2017-Q4"),
    ("in the last three months of the year", "2017-Q4"),
    ("in the five years to 2017", "2013-01-01/P5Y"),
    ("in the decade to 2017", "2008-01-01/P10Y"),
]


@pytest.mark.parametrize(("phrase", "code"), FORMS)
def test_form_of_a_period(phrase: str, code: str) -> None:
    claims = read(f"It sold 4,200 tonnes {phrase}.").claims
    assert (claims[0].time_period, claims[0].period_basis) == (code, "stated")


@pytest.mark.parametrize(
    ("code", "rule", "base"),
    [
        ("2017", "year", "2016"),
        ("2017-Q1", "year", "2016-Q1"),
        ("2017-Q1", "quarter", "2016-Q4"),
        ("2017-01", "month", "2016-12"),
        ("2017-03", "year", "2016-03"),
        ("2017-01-01/P9M", "year", "2016-01-01/P9M"),
        ("2017-04-01/P1Y", "year", "2016-04-01/P1Y"),
        ("2018-12-01/P3M", "quarter", "2018-09-01/P3M"),
        ("2018-05-01/P3M", "quarter", "2018-02-01/P3M"),
        ("2017", "quarter", None),
        (None, "year", None),
        ("2014/..", "year", None),
    ],
)
def test_base_of_a_change(code: str | None, rule: str, base: str | None) -> None:
    assert earlier(code, rule) == base


def test_runs_of_months() -> None:
    assert [months_span(2017, 1, 12), months_span(2017, 4, 3), months_span(2017, 7, 6)] == [
        "2017",
        "2017-Q2",
        "2017-S2",
    ]
    assert months_span(2017, 2, 3) == "2017-02-01/P3M"


@pytest.mark.parametrize(
    ("phrase", "base"),
    [
        ("year on year", "2016"),
        ("from a year earlier", "2016"),
        ("compared with 2015", "2015"),
        ("over the previous year", "2016"),
        ("on 2014", "2014"),
        ("than in the previous year", "2016"),
    ],
)
def test_base_in_words(phrase: str, base: str) -> None:
    claim = only(f"In 2017 exports were 5% higher {phrase}.")
    assert (claim.kind, claim.time_period, claim.base_period) == ("change_rate", "2017", base)


def test_a_later_sentence_inherits_the_period_and_says_so() -> None:
    first, second = read("In 2017 it sold 4,200 tonnes. It bought 300 tonnes.").claims
    assert (second.time_period, second.period_basis) == (first.time_period, "inherited")


def test_the_reference_period_of_the_document_comes_last() -> None:
    from ingest.prose import Context, read_claims

    (claim,) = read_claims(
        "It sold 4,200 tonnes.", Context("0" * 64, None, "en", reference_period="2016")
    ).claims
    assert (claim.time_period, claim.period_basis) == ("2016", "document")


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("Sales of cars doubled in 2016 to 6.6 million.", "2015"),
        ("Capacity tripled to 16.5 GW in 2016 from 2010.", "2010"),
        ("Output rose 5% to 16.5 GW in 2016 compared with 2010.", "2010"),
        ("Sales of cars have doubled to 6.6 million in 2016.", None),
        ("Unemployment was 3.1% in 2016, having doubled in ten years.", "2006"),
    ],
)
def test_the_base_of_a_change_that_leads_to_a_level(text: str, base: str | None) -> None:
    change = next(c for c in read(text).claims if c.kind in ("multiple", "change_rate"))
    assert (change.time_period, change.base_period) == ("2016", base)


def test_a_bare_quarter_has_begun_before_publication() -> None:
    assert only("Sales grew 3% in Q4.").time_period == "2017-Q4"  # published in June 2018
    assert only("Sales grew 3% in Q2.").time_period == "2018-Q2"


def test_half_a_century_is_no_half_year() -> None:
    assert only("In the first half of the 19th century 300 mills were built.").time_period is None


def test_a_growth_over_the_years_to_one_starts_the_year_before_them() -> None:
    claim = only("Sales rose by 12% in the five years to 2017.")
    assert (claim.time_period, claim.base_period) == ("2017", "2012")


@pytest.mark.parametrize("year", ["FY 2017/18", "FY17/18", "2017/2018"])
def test_a_split_year_is_one_year_in_every_spelling(year: str) -> None:
    claims = read(f"It sold 4,200 tonnes in {year}.", area="GB").claims
    assert [(c.value_text, c.time_period) for c in claims] == [("4,200", "2017-04-01/P1Y")]
