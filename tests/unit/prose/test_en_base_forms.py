"""The period of a change and the period that it leans on, in the forms that reports print them."""

import pytest

from tests.unit.prose.reading import links, read


@pytest.mark.parametrize(
    ("text", "value", "period", "base"),
    [
        # adjectives
        ("The index stood at 104.2 in May 2018, an annual increase of 2.5%.", "2.5%", "2018-05", "2017-05"),
        ("House prices grew by an annual 1.7% in May 2018.", "1.7%", "2018-05", "2017-05"),
        ("Output contracted by a monthly 0.5% in May 2018.", "0.5%", "2018-05", "2018-04"),
        ("Arrivals came to 2 million in 2018-Q1, a 12% annual rise.", "12%", "2018-Q1", "2017-Q1"),
        # phrases
        (
            "Sales were 10 TWh in May 2018, 8% lower than the same month the year before.",
            "8%",
            "2018-05",
            "2017-05",
        ),
        ("In 2017-Q4 the count was 300 cows, 4 more since the previous quarter.", "4", "2017-Q4", "2017-Q3"),
        ("Over one year, prices rose 1.3% in May 2018.", "1.3%", "2018-05", "2017-05"),
        (
            "Profit rose 12% to £30 million in 2017 compared with the same period last year.",
            "12%",
            "2017",
            "2016",
        ),
        ("Fees will rise 5% on average in 2019.", "5%", "2019", "2018"),
        # a date
        (
            "Sales fell 2% in May 2018 on April; compared with May 2017, they fell 9%.",
            "9%",
            "2018-05",
            "2017-05",
        ),
        ("Output has risen by 64% from its low in 2012.", "64%", None, "2012"),
        ("Waste was 2 tonnes in May 2018, an increase on May 2017 of 1.5%.", "1.5%", "2018-05", "2017-05"),
        (
            "Output was 60,000 tonnes in May 2018, 500 tonnes below its peak in 2016.",
            "500",
            "2018-05",
            "2016",
        ),
        # spans
        (
            "The electorate grew by 1.3% between May 2016 and May 2017, to 46.1 million.",
            "1.3%",
            "2017-05",
            "2016-05",
        ),
        ("From 2010 to 2017 the number of farms fell by 14% to 120,000.", "14%", "2017", "2010"),
        ("Over the five years to 2017, prices rose by 12%.", "12%", "2017", "2012"),
        (
            "Since the first quarter of 2017, the rate has dropped by 0.6 points.",
            "0.6",
            "2017-01/..",
            "2017-Q1",
        ),
        ("Debt grew 5.8% year on year to end-September.", "5.8%", "2017-09", "2016-09"),
        # what came before
        ("GDP grew 0.2% in the fourth quarter of 2017, after 0.6% in the third.", "0.6%", "2017-Q3", None),
        ("GDP grew 0.2% in the fourth quarter of 2017, following 0.6%.", "0.6%", None, None),
        (
            "Payrolls grew by 106,500 in April, after shrinking 7,200 the month before.",
            "7,200",
            "2018-03",
            None,
        ),
    ],
)
def test_the_period_and_the_base_of_a_change(
    text: str, value: str, period: str | None, base: str | None
) -> None:
    claim = next(c for c in read(text).claims if c.value_text == value)
    assert (claim.time_period, claim.base_period) == (period, base)


@pytest.mark.parametrize(
    ("text", "value", "period"),
    [
        (
            "Orders were €5m in the third quarter of 2017, the backlog €9m at the end of September.",
            "9m",
            "2017-09",
        ),
        (
            "It earned 15.4 billion yuan in 2016, up 3% from 11.9 billion the previous year.",
            "11.9 billion",
            "2015",
        ),
        ("It was 3.9% in the first quarter of 2018, down from 4.4% last quarter.", "4.4%", "2017-Q4"),
        ("The share was 58.3%, above the 2001 figure of 41.9%.", "58.3%", None),
        ("The firm employs 2,300 people and plans to hire 150 people by the end of 2019.", "2,300", None),
        ("Loans rose to Rs 48,000 crore as on March 31 from Rs 39,200 crore.", "48,000 crore", "2018-03-31"),
        ("From 2010 to 2017 the number of farms fell by 14% to 120,000.", "120,000", "2017"),
    ],
)
def test_the_period_of_a_level(text: str, value: str, period: str | None) -> None:
    assert next(c for c in read(text).claims if c.value_text == value).time_period == period


def test_points_of_a_rate_are_percentage_points() -> None:
    assert [c.unit for c in read("The rate has dropped by 0.6 points.").claims] == ["percentage_point"]


@pytest.mark.parametrize("when", ["the end of June", "end-June", "the end of June 2017", "the end of 2017"])
def test_the_comma_behind_the_end_of_a_month_stays(when: str) -> None:
    assert links(f"Of the 1,240 staff at {when}, 38% were women.") == {("38%", "share_of", "1,240")}
