"""Which period of a sentence dates which figure: what says when something else was dates nothing else."""

from datetime import date

import pytest

from ingest.prose.periods import last_month
from tests.unit.prose.reading import read

CASES = [
    # a clause behind a semicolon keeps its period to itself
    ("Some 70% of towns sort waste; in 2010 it was only 52%.", {"70%": None, "52%": "2010"}),
    ("Towns sort 70% of their waste, but in 2010 the share was only 52%.", {"70%": None, "52%": "2010"}),
    ("Output was 90 t; exports came to 30 t in 2016.", {"90": None, "30": "2016"}),
    # a period of the sentence goes on into later clauses, that of an earlier level does not
    (
        "Births came to 784 in 2017, a decrease of 1.0% on the 792 recorded in 2016; deaths came to 310.",
        {"784": "2017", "1.0%": "2017", "792": "2016", "310": "2017"},
    ),
    (
        "Output grew 5.0% in August 2017, after 10.3% in July 2017; exports fell 2.6%.",
        {"5.0%": "2017-08", "10.3%": "2017-07", "2.6%": "2017-08"},
    ),
    # a period behind a plain coordination holds for both, one in front of a later clause only for that
    ("Exports rose 3% and imports fell 2% in 2017.", {"3%": "2017", "2%": "2017"}),
    ("In 2016 exports rose 3%; imports fell 2% and prices rose 1% in 2017.",
     {"3%": "2016", "2%": "2017", "1%": "2017"}),
    # a subordinate clause tells of another time
    ("Exports, which had fallen in 2016, came to 90 t.", {"90": None}),
    ("Unemployment fell to 5.6%, the lowest since comparable data became available in 1976.", {"5.6%": None}),
    ("Prices rose 0.3% as outlays fell 0.7% in March.", {"0.3%": "2018-03", "0.7%": "2018-03"}),
    ("Prices rose in 2017: +1.8%, after +1.0% in 2016 and +0.2% in 2015; food rose 1.6%.",
     {"+1.8%": "2017", "+1.0%": "2016", "+0.2%": "2015", "1.6%": "2017"}),
    # what a bracket dates stays in it
    ("Growth was 1.7% and 0.2% in 2017 (8.9% and 7.4% in 2016), and that of pay 3%.",
     {"1.7%": "2017", "0.2%": "2017", "8.9%": "2016", "7.4%": "2016", "3%": "2017"}),
    # a year before the noun of one figure
    ("In 2017 income was 63,179 dollars, above the 2016 median of 62,626 dollars; poverty was 11.8%.",
     {"63,179": "2017", "62,626": "2016", "11.8%": "2017"}),
    ("The rate was 3.9% in May 2018; it was 4.2% a year earlier.", {"3.9%": "2018-05", "4.2%": "2017-05"}),
    # the figure of another year, held against those of this
    ("In 2017 mining employed 453,500 people, half of the 760,000 of 1987.",
     {"453,500": "2017", "half": "2017", "760,000": "1987"}),
    ("Women held 38 of the 150 seats in 2017.", {"38": "2017", "150": "2017"}),
    ("Cars rose 19% in May 2018, ahead of the 14% growth of April 2018; boats fell 2%.",
     {"19%": "2018-05", "14%": "2018-04", "2%": "2018-05"}),
    ("The average age was 29.3 years, compared with 24.4 years in 1974.", {"29.3": None, "24.4": "1974"}),
    ("Pay slowed (+0.6% after +1.4% in 2016).", {"+0.6%": None, "+1.4%": "2016"}),
    ("Receipts came to $62.5 billion, unchanged from 2016.", {"62.5 billion": None}),
    ("Extraction has tripled since 1970, when it stood at 27 billion tonnes.",
     {"tripled": "1970/..", "27 billion": "1970"}),
    ("Orders rose 2.7% in March, following a 1.1% fall in February; those for cars rose 0.4%.",
     {"2.7%": "2018-03", "1.1%": "2018-02", "0.4%": "2018-03"}),
    ("The rate was 73.2% in 2017, close to the 75% target to be reached by 2020.",
     {"73.2%": "2017", "75%": "2020"}),
    # a target has its own year
    ("The fund trained 18,400 teachers since 2014, against a target of 25,000 by 2020.",
     {"18,400": "2014/..", "25,000": "2020"}),
    ("Wind covered 41% of demand in 2017; the 2020 target is 50%.", {"41%": "2017", "50%": "2020"}),
    ("Mortality has halved since 1990, from 65 to 29.", {"halved": "1990/..", "65": "1990", "29": "1990/.."}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_figure_has_the_period_of_its_clause(text: str, expected: dict[str, str | None]) -> None:
    assert {c.value_text: c.time_period for c in read(text).claims} == expected


@pytest.mark.parametrize(
    ("text", "bases"),
    [
        ("In 2017 wages rose 3.0% in nominal and 0.9% in real terms compared with 2015.", ["2015", "2015"]),
        ("In 2017 exports rose 3% and imports fell 2% from a year earlier.", ["2016", "2016"]),
        ("GDP rose by 0.2% in 2017-Q4, compared with the previous quarter.", ["2017-Q3"]),
        ("Prices rose 2.2% on a year-over-year basis in September.", ["2016-09"]),
        ("In 2017 exports rose 3%; compared with 2010, they rose 9%.", ["2016", "2010"]),
        ("In 2017 exports rose 3%; imports fell 2% from 2015.", ["2016", "2015"]),
    ],
)
def test_the_base_of_a_coordination_is_the_base_of_all_of_it(text: str, bases: list[str]) -> None:
    assert [c.base_period for c in read(text).claims] == bases


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("the half-year to 30 June 2018", "2018-S1"),
        ("the half year ended 31 December 2018", "2018-S2"),
        ("the first half to June 30, 2018", "2018-S1"),
        ("the 26 weeks to 29 September 2018", None),  # no period of the calendar, and not its last day
        ("the 52 weeks to 30 March 2019", None),
    ],
)
def test_a_span_that_ends_on_a_day_is_not_that_day(words: str, period: str | None) -> None:
    claims = read(f"Turnover for {words} came to £41 million.").claims
    assert [(c.value_text, c.time_period) for c in claims] == [("41 million", period)]


@pytest.mark.parametrize(
    ("said", "period"),
    [
        ("The last time it was lower was in June 2008, at 3.8 percent.", "2017-09"),
        ("The bank was founded in 1998.", "2017-09"),
        ("Pay fell by 300, partly offsetting a rise of 500 in July 2017.", "2017-09"),
        ("In 2015, sales were 3 million euros.", "2015"),
        ("By November 2017 it was 3.8 percent.", "2017-11"),
    ],
)
def test_a_look_back_dates_no_later_sentence(said: str, period: str) -> None:
    last = read(f"The rate was 3.9 percent in September 2017. {said} The number of firms fell by 12.").claims[
        -1
    ]
    assert (last.time_period, last.period_basis) == (period, "inherited")


def test_a_text_returns_to_a_scene_that_it_had_set() -> None:
    text = "Sales were 5 million euros in 2017. In January 2018, a shop was sold for 3 million euros. "
    text += "Costs were 4 million euros in 2017. Rents came to 2 million euros."
    assert read(text).claims[-1].time_period == "2017"


def test_what_an_offsetting_clause_dates_is_its_own() -> None:
    text = "In August 2017, building jobs fell by 31,000, partially offsetting an increase of 53,000 in July."
    assert [c.time_period for c in read(text).claims] == ["2017-08", "2017-07"]


def test_a_period_between_a_level_and_its_comparison_is_that_of_the_level() -> None:
    text = "Charges fell to $28 million, or 3% of sales, for the year ended March 31, 2018 compared to $30m."
    assert [c.time_period for c in read(text).claims] == ["2017-04-01/P1Y", "2017-04-01/P1Y", None]


@pytest.mark.parametrize(
    ("code", "month"),
    [("2017", 12), ("2017-Q2", 6), ("2017-S1", 6), ("2017-03", 3), ("2017-03-15", 3), ("2017-04-01/P1Y", 15)],
)
def test_the_last_month_of_a_period(code: str, month: int) -> None:
    assert last_month(code) == 2017 * 12 + month - 1


def test_last_year_sets_the_first_scene() -> None:
    text = "Exports rose to 5 million euros last year. Imports came to 3 million euros."
    assert [c.time_period for c in read(text).claims] == ["2017", "2017"]
    text = (
        "In 2015 exports were 4 million euros. Prices fell by 3% last year. Imports came to 3 million euros."
    )
    assert read(text).claims[-1].time_period == "2015"


def test_what_is_compared_has_a_time_of_its_own() -> None:
    claims = read("Jobs grew by 38,300, compared with a contraction of 10,700 in 2016.").claims
    assert [c.time_period for c in claims] == [None, "2016"]


def test_a_period_behind_a_bracket_dates_what_the_bracket_stands_behind() -> None:
    text = "In 2017 the surplus came to 29 billion euros, against 25 billion euros (8.5% of GDP) in 2016."
    assert [c.time_period for c in read(text).claims] == ["2017", "2016", "2016"]


@pytest.mark.parametrize(
    ("back", "period"),
    [
        ("In August, it fell by 0.7%.", "2023-09"),
        ("In August, retail trade fell by 0.7%.", "2023-09"),
        ("In August, prices fell by 0.7%.", "2023-08"),  # another subject: a scene of its own
        ("In October, it fell by 0.7%.", "2023-10"),  # a newer one holds
    ],
)
def test_an_older_period_of_the_same_thing_dates_nothing_behind_it(back: str, period: str) -> None:
    text = f"Retail trade rose by 0.3% in September 2023. {back} Food sales dropped by 2.9%."
    assert read(text, published=date(2023, 12, 8)).claims[-1].time_period == period


def test_a_thing_named_again_by_its_initials_is_the_same() -> None:
    text = (
        "Real gross domestic product rose 1.4% in the fourth quarter of 2023. In the third quarter, real GDP "
        "rose 2.2%. Personal saving was $612.5 billion."
    )
    assert read(text, published=date(2024, 3, 28)).claims[-1].time_period == "2023-Q4"


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("In the third quarter of 2023 output was 1.2 t, 0.2 t below the same quarter of 2022.",
         [("2023-Q3", None), ("2023-Q3", "2022-Q3")]),
        ("Output was 2,197 t, 7% more than the 2,046 t of the same quarter in 2022.",
         [(None, None), (None, None), (None, None)]),
        ("In the third quarter of 2023 it was 2,197 t, 7% more than the 2,046 t of the same quarter in 2022.",
         [("2023-Q3", None), ("2023-Q3", "2022-Q3"), ("2022-Q3", None)]),
    ],
)  # fmt: skip
def test_the_same_quarter_of_a_year_dates_what_stands_before_it_alone(
    text: str, periods: list[tuple[str | None, str | None]]
) -> None:
    found = [(c.time_period, c.base_period) for c in read(text, published=date(2023, 12, 8)).claims]
    assert found == periods


@pytest.mark.parametrize(
    ("told", "period"),
    [
        ("Pay rose by 2.5% in the year to May 2018.", "2018-05"),
        ("Pay rose by 2.5% to 3 million pounds in the year to May 2018.", "2017-06-01/P1Y"),
    ],
)
def test_twelve_months_over_which_something_changed_date_later_levels_by_their_end(
    told: str, period: str
) -> None:
    text = f"There were 817,000 vacancies in April 2018. {told} Job seekers numbered 824,000."
    assert read(text, published=date(2018, 7, 17)).claims[-1].time_period == period


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("Sales rose 3% in May. The rate slid to 3.4%, the lowest this year.", ["2018-05", "2018-05"]),
        ("Sales rose 3% in May. The rate slid to 3.4%, a record this year.", ["2018-05", "2018"]),
        ("Sales rose 3% in May. For all of 2017, they fell 1%. Costs were $3 million.",
         ["2018-05", "2017", "2017"]),
        ("Sales rose 3% in May 2018. For the whole of 2018, they fell 1%. Costs were $3 million.",
         ["2018-05", "2018", "2018-05"]),
    ],
)  # fmt: skip
def test_what_is_said_by_the_way_dates_nothing_else(text: str, periods: list[str]) -> None:
    assert [c.time_period for c in read(text).claims] == periods
