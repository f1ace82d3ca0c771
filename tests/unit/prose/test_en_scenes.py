"""What a sentence leaves to those behind it: the scene, what is foretold, "the full year", "at year-end"."""

from datetime import date

import pytest

from tests.unit.prose.reading import read

AUTUMN = date(2019, 10, 30)


def periods(text: str, published: date = AUTUMN, area: str | None = None) -> list[str | None]:
    return [c.time_period for c in read(text, area, published).claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # the second sentence looks back: the same measure, and older
            "GDP increased 1.9 percent in the third quarter. In the second quarter, GDP increased 2 percent."
            " Exports rose 3.5 percent.",
            ["2019-Q3", "2019-Q2", "2019-Q3"],
        ),
        (
            "Sales rose 3% in September. In August, they had fallen by 0.7%. Costs fell by 2.9%.",
            ["2019-09", "2019-08", "2019-09"],
        ),
        (
            "Sales rose 3% in March. February's decline was unrevised at 0.2%. Costs fell by 2.9%.",
            ["2019-03", "2019-02", "2019-03"],
        ),
        (
            "It had 82 million visitors in 2018. In December alone, 4 million came. Britons were 9 million.",
            ["2018", "2018-12", "2018"],
        ),
        (  # another measure at the head of an older scene: the text goes there
            "Exports were 3 million in 2017. In 2015, prices rose by 2%. Wages rose by 3%.",
            ["2017", "2015", "2015"],
        ),
    ],
)
def test_an_older_period_that_only_looks_back_is_no_scene(text: str, expected: list[str]) -> None:
    assert periods(text) == expected


def test_what_is_foretold_dates_what_is_foretold() -> None:
    text = (
        "It added 8.84 million users in the fourth quarter of 2018. For the first quarter of 2019, it expects"
        " 8.9 million. Costs are expected to be 5 million euros. Revenue was 4.19 million euros."
    )
    assert periods(text) == ["2018-Q4", "2019-Q1", "2019-Q1", "2018-Q4"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Earnings rose 3% in 2016. For the full year, it expects sales of $16 billion.", ["2016", "2019"]),
        ("Sales rose 3% in Q2 2018. For the full year, costs were $6 billion.", ["2018-Q2", "2018"]),
        ("Sales rose 3% in 2016. At the end of the year there were 5,000 shops.", ["2016", "2016"]),
        ("Sales rose 3% in 2016. It will have 5,000 shops by the end of the year.", ["2016", "2019"]),
        ("Sales rose 3% in 2016. In the final three months, they were 5 million euros.", ["2016", "2016-Q4"]),
        ("It had 3 million users at the end of the year 2017.", ["2017"]),
    ],
)  # fmt: skip
def test_the_year_that_the_text_tells_of(text: str, expected: list[str]) -> None:
    assert periods(text) == expected


def test_the_same_month_of_last_year_opens_a_sentence() -> None:
    text = "Inflation slowed to 9.26% in September. In the same month of last year, it had been 24.52%."
    assert periods(text) == ["2019-09", "2018-09"]


def test_the_first_months_of_a_split_year_begin_where_it_begins() -> None:
    text = "Remittances were $18 billion in the first nine months of fiscal 2018/19."
    assert periods(text, area="EG") == ["2018-07-01/P9M"]
    assert periods(text) == [None]


def test_the_month_in_which_it_was_foretold_is_not_what_for() -> None:
    text = "It sees growth of 1.4% in 2019, against its August projections of 1.3%."
    assert periods(text) == ["2019", "2019"]


def test_what_is_to_be_by_a_month_is_to_come() -> None:
    assert periods("It plans to raise 5 million euros by March.") == ["2020-03"]
    assert periods("It had planned to raise 5 million euros by March.") == ["2019-03"]
    assert periods("It will have 5 million users by the end of March.") == ["2020-03"]
