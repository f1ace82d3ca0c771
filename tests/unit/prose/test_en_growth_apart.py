"""Changes and levels of one sentence that belong together, and those that stand apart."""

import pytest

from tests.unit.prose.reading import links, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The index lost 5.8%, or 2,070.12 points, to finish at 33,620.44.",
            {("5.8%", "growth_of", "33,620.44"), ("2,070.12", "growth_of", "33,620.44")},
        ),
        (
            "The share rose from 34.1 to 36.8 per cent between 2012 and 2017, i.e. by 2.7 percentage points.",
            {
                ("36.8 per cent", "compared_with", "34.1"),
                ("2.7", "growth_of", "36.8 per cent"),
                ("2.7", "growth_from", "34.1"),
            },
        ),
        ("Rent stood at $610 in May 2017, $45 above its level a year earlier.", {("45", "growth_of", "610")}),
        (
            "It made 43,956 vehicles in May, 4.8% shy of the 46,165 it made a year earlier.",
            {
                ("43,956", "compared_with", "46,165"),
                ("4.8%", "growth_of", "43,956"),
                ("4.8%", "growth_from", "46,165"),
            },
        ),
        (
            "Nights of residents and guests fell by 1.7% and 4.2% respectively, to 3.4 and 19.8 million.",
            {("1.7%", "growth_of", "3.4"), ("4.2%", "growth_of", "19.8 million")},
        ),
        (
            "It added 4.6 million subscribers in May, taking its total to 241.3 million.",
            {("4.6 million", "growth_of", "241.3 million")},
        ),
        # what stands apart
        ("Debt rose by 3 billion euros, raising the price of bonds to 104 euros.", set()),
        ("Sales rose 5% in 2016 before falling to 3 million in 2017.", set()),
        ("Sales rose 5% in 2016 and climbed to 3 million in 2017.", set()),
        ("Unemployment rose by 0.2 points in April and fell to 5.1% in May.", set()),
        ("The annual increase was 6.5% for 2017, decreasing to 4.0% for 2018.", set()),
    ],
)
def test_a_change_is_of_the_level_that_it_led_to(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert links(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It sold 600 cars in May, twice as many as a year before.",
            [("600", "2018-05", None), ("twice", "2018-05", "2017-05")],
        ),
        (
            "In the second half of 2016 homes paid 28 cents, 3 cents more than in the first half.",
            [("28", "2016-S2", None), ("3", "2016-S2", "2016-S1")],
        ),
        (
            "Sales were 5 million in January 2017, compared with 6 million in December.",
            [("5 million", "2017-01", None), ("6 million", "2016-12", None)],
        ),
        (
            "In May pay climbed 0.3% on the month and 4.4% on the year to $33.",
            [("0.3%", "2018-05", "2018-04"), ("4.4%", "2018-05", "2017-05"), ("33", "2018-05", None)],
        ),
        (
            "Thefts rose by 6% in the year to March, to 388,610.",
            [("6%", "2017-04-01/P1Y", "2016-04-01/P1Y"), ("388,610", "2017-04-01/P1Y", None)],
        ),
        (
            "Profit was 3 million in the fourth quarter of 2017. Full-year profit fell 5%.",
            [("3 million", "2017-Q4", None), ("5%", "2017", "2016")],
        ),
        (
            "It sold 2 million tablets in the first quarter and now expects full-year sales of 9 million.",
            [("2 million", "2018-Q1", None), ("9 million", "2018", None)],
        ),
    ],
)
def test_what_a_change_leans_on_came_before(
    text: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    assert [(c.value_text, c.time_period, c.base_period) for c in read(text).claims] == expected


def test_the_average_of_others_is_of_the_same_time_and_no_level_of_before() -> None:
    text = "The rate here was 62% in 2017, compared with a national average of 83%."
    assert links(text) == set()
    assert [c.time_period for c in read(text).claims] == ["2017", "2017"]


def test_a_revised_month_in_front_of_a_noun_sets_no_scene() -> None:
    text = "It added 165,000 jobs in May. March and April payrolls were revised by 88,000. Pay rose 0.3%."
    assert read(text).claims[-1].time_period == "2018-05"
