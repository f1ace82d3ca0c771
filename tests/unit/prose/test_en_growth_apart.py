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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "They rose by a quarter, to 9.2 million, while sales, hurt by rain, gained 4% to $1.27 billion.",
            {("a quarter", "growth_of", "9.2 million"), ("4%", "growth_of", "1.27 billion")},
        ),
        ("The stock closed at $41.20, or $1.85 higher.", {("1.85", "growth_of", "41.20")}),
        (
            "Jobs, put at 4,902 thousand, grew by 0.6% (28 thousand) and by 2.1% (99 thousand) on the year.",
            {(x, "growth_of", "4,902 thousand") for x in ("0.6%", "28 thousand", "2.1%", "99 thousand")},
        ),
        (
            "U.S. crude lost $2.40, or 3.3 percent, and settled at $69.80.",
            {("2.40", "growth_of", "69.80"), ("3.3 percent", "growth_of", "69.80")},
        ),
        ("The group lifted its dividend 5% to 42 cents a share.", {("5%", "growth_of", "42")}),
        (
            "Output grew at an annual rate of 3.0 percent, up from 1.6 percent, to 4 million.",
            {("3.0 percent", "compared_with", "1.6 percent")},  # an average growth is of no level
        ),
        (
            "Then 11.1 million were idle: compared with March, their number fell by 94,000.",
            {("94,000", "growth_of", "11.1 million")},
        ),
        (
            "It grew by 3.2%, and its share rose from 12.5% to 14.3%.",
            {("14.3%", "compared_with", "12.5%")},
        ),
        ("The firm lost $2.4 billion, or 3% of its revenue.", {("3%", "expresses", "2.4 billion")}),
    ],
)
def test_a_change_is_tied_across_its_clause(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert links(text) == expected


@pytest.mark.parametrize(
    ("text", "kind", "direction"),
    [
        ("Trade knocked 0.8 of a percentage point off growth.", "contribution", "down"),
        ("Mining shrank, dragging growth down by 0.3 points.", "contribution", "down"),
        ("Prices rose 6.3%: houses 6.0%.", "change_rate", "up"),
    ],
)
def test_what_gave_to_a_growth(text: str, kind: str, direction: str) -> None:
    claim = read(text).claims[-1]
    assert (claim.kind, claim.direction) == (kind, direction)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Exports were 19 million in the second quarter of 2017, 0.9% less than in the first; "
            "compared with the second quarter of 2016 they rose 5.9%.",
            [("19 million", "2017-Q2", None), ("0.9%", "2017-Q2", "2017-Q1"), ("5.9%", "2017-Q2", "2016-Q2")],
        ),
        (
            "It rose from 7 million in the first six months of 2016 to 8 million in the same period of 2017.",
            [("7 million", "2016-S1", None), ("8 million", "2017-S1", None)],
        ),
        (
            "In the year to March 2018 there were 390 offences, up 16% on the 336 of the previous year.",
            [
                ("390", "2017-04-01/P1Y", None),
                ("16%", "2017-04-01/P1Y", "2016-04-01/P1Y"),
                ("336", "2016-04-01/P1Y", None),
            ],
        ),
        (
            "Orders were 2.6 billion in the quarter to September 2017, down from 5.6 billion in the previous "
            "three months.",
            [("2.6 billion", "2017-Q3", None), ("5.6 billion", "2017-Q2", None)],
        ),
        (
            "In April 2018 orders were 0.2% lower than in March, having fallen by 0.8% in the month before.",
            [("0.2%", "2018-04", "2018-03"), ("0.8%", "2018-03", None)],
        ),
        (
            "In May it earned $2.6 million, or $2.62 a share, up from $2.4 million, or $2.21, a year ago.",
            [
                ("2.6 million", "2018-05", None),
                ("2.62", "2018-05", None),
                ("2.4 million", "2017-05", None),
                ("2.21", "2017-05", None),
            ],
        ),
    ],
)
def test_what_it_is_held_against_leans_on_the_time_of_now(
    text: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    assert [(c.value_text, c.time_period, c.base_period) for c in read(text).claims] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Sales were 5 million in May, up from a year earlier, when they had been 4 million.",
            [("5 million", "2018-05", None), ("4 million", "2017-05", None)],
        ),
        (
            "Shares fell 6% in May, their worst month since October 2008, when they sank 25%.",
            [("6%", "2018-05", None), ("25%", "2008-10", None)],
        ),
        (
            "Rents rose 0.4% in February after a 0.6% rise the previous month.",
            [("0.4%", "2018-02", None), ("0.6%", "2018-01", None)],
        ),
        ("Its assets shrank by 21% over the course of 2017.", [("21%", "2017", "2016")]),
        ("Prices have risen by 14% since early 2013.", [("14%", "2013/..", "2013")]),
        (
            "Fraud doubled since 2013, and in 2017 theft was up by 52%.",
            [("doubled", "2013/..", "2013"), ("52%", "2017", "2016")],
        ),
        (
            "Rents grew 7% in the year to March, up from 6% in the year to February. The median price was 3.",
            [
                ("7%", "2017-04-01/P1Y", "2016-04-01/P1Y"),
                ("6%", "2017-03-01/P1Y", "2016-03-01/P1Y"),
                ("3", "2018-03", None),
            ],
        ),
        (
            "Growth was 3% in the first quarter, rebounding from a 2% contraction in the previous quarter.",
            [("3%", "2018-Q1", None), ("2%", "2017-Q4", None)],
        ),
    ],
)
def test_then_is_told_by_the_words_around_it(
    text: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    assert [(c.value_text, c.time_period, c.base_period) for c in read(text).claims] == expected


def test_what_was_taken_from_a_growth_in_a_list() -> None:
    given, taken = read("Homes contributed 0.2 points to growth; trade detracted 0.9 points.").claims
    assert (given.kind, given.direction) == ("contribution", "up")
    assert (taken.kind, taken.direction) == ("contribution", "down")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales were 5% higher in the year 2017 than in the year 2015.", [("5%", "2017", "2015")]),
        (
            "It has 297 rooms, 2.4 times the number it had in 2009.",
            [("297", None, None), ("2.4", None, "2009")],
        ),
        ("Yields fell 5% in the year 2016/17.", [("5%", None, None)]),
        (
            "In May 2018 prices were 2% higher than in the month of May 2016.",
            [("2%", "2018-05", "2016-05")],
        ),
        (
            "There were 91,200 cases in May. That is less than half the number of May 2016.",
            [("91,200", "2018-05", None), ("half", "2018-05", "2016-05")],
        ),
        (
            "In May it was 2.7 million, 4.3% lower than in April (-123,000).",
            [
                ("2.7 million", "2018-05", None),
                ("4.3%", "2018-05", "2018-04"),
                ("-123,000", "2018-05", "2018-04"),
            ],
        ),
        (
            "It rose from 7 tonnes in the first half of 2016 to 8 tonnes in the same half of 2017, or by 7%.",
            [("7", "2016-S1", None), ("8", "2017-S1", None), ("7%", "2017-S1", "2016-S1")],
        ),
    ],
)
def test_a_base_named_at_length_is_a_base(
    text: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    assert [(c.value_text, c.time_period, c.base_period) for c in read(text).claims] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The index added 42.5 points (0.6 percent) to finish at 7,091.20.",
            {("42.5", "growth_of", "7,091.20"), ("0.6 percent", "growth_of", "7,091.20")},
        ),
        (
            "It reached EUR 391 billion, that is 5.9% more than in May 2017.",
            {("5.9%", "growth_of", "391 billion")},
        ),
        (
            "Wages were up by 3 cents to $38.72. Over the year, they have increased by 97 cents.",
            {("3", "growth_of", "38.72"), ("97", "growth_of", "38.72")},
        ),
        (
            "Pay was $38 in May, 11% higher than in May 2016; adjusted for prices, it was up by 0.4%.",
            {("11%", "growth_of", "38"), ("0.4%", "growth_of", "38")},
        ),
    ],
)
def test_other_words_for_the_same_tie(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert links(text) == expected
