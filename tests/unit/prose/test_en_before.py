"""The level of before that stands beside a change."""

import pytest

from tests.unit.prose.reading import links, read

OF, FROM, COMPARED = "growth_of", "growth_from", "compared_with"


@pytest.mark.parametrize(
    ("text", "change", "now", "before"),
    [
        (
            "In 2017, 18 million cattle were kept, 6% below the 2016 figure of 19 million.",
            "6%",
            "18 million",
            "19 million",
        ),
        (
            "Aid came to $466 billion in 2017, 8.5 percent above the $429 billion of 2016.",
            "8.5 percent",
            "466 billion",
            "429 billion",
        ),
        ("Revenue was £84.2m, £6.1m higher than the prior year (£78.1m).", "6.1m", "84.2m", "78.1m"),
        ("Revenue was £84.2m, up 8% on the prior year (£78.1m).", "8%", "84.2m", "78.1m"),
        ("Net sales were SEK 812 million (786), an increase of 3%.", "3%", "812 million", "786"),
    ],
)
def test_the_level_of_before(text: str, change: str, now: str, before: str) -> None:
    assert links(text) == {(change, OF, now), (change, FROM, before), (now, COMPARED, before)}


def test_brackets_behind_the_base_may_hold_what_was_added() -> None:
    # 84.2 / 1.08 is 78.0, and 84.2 - 78.0 is 6.2
    assert ("8%", FROM, "6.2m") not in links("Revenue was £84.2m, up 8% on the prior year (£6.2m).")


def test_a_fall_without_a_figure_has_two_levels() -> None:
    assert links("The index dropped in May 2018, to 92.7 from 95.1 in April.") == {("92.7", COMPARED, "95.1")}


def test_a_level_inside_the_subject_is_not_what_changed() -> None:
    assert links("EBIT before an impairment of $21m decreased 5.6% to $88m.") == {("5.6%", OF, "88m")}


def test_another_temperature_is_not_what_a_share_starts_from() -> None:
    text = "Emissions must fall by 45 percent from 2010 levels, against the 1.1 degrees recorded so far."
    assert links(text) == set()


def test_what_had_risen_before_is_not_of_the_level_of_now() -> None:
    text = "Exports to China, which had risen 5.2% in March, fell 2.1% in April to $10.6 billion."
    assert links(text) == {("2.1%", OF, "10.6 billion")}


def test_what_was_so_many_then_has_since_risen() -> None:
    text = "Oil output, which was 210,000 barrels a day in 2016, has since risen by 15 percent."
    assert links(text) == {("15 percent", FROM, "210,000")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Sheep rose 4% to 70.6 million while cattle numbers fell slightly (down 1%) to 26.2 million.",
            {("4%", OF, "70.6 million"), ("1%", OF, "26.2 million")},
        ),
        (
            "Trade was $5.8 billion in 2017, growing by 14%, with sales to Serbia up 11% at $2.1 billion.",
            {("14%", OF, "5.8 billion"), ("11%", OF, "2.1 billion")},
        ),
        ("Gas prices fell on average in the EU by 0.5% to €6.3.", {("0.5%", OF, "6.3")}),
        (
            "In April, 44.6 million had work; that was 598,000 people or 1.4% more than a year earlier.",
            {("598,000", OF, "44.6 million"), ("1.4%", OF, "44.6 million")},
        ),
    ],
)
def test_each_change_has_the_level_of_its_own_clause(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert links(text) == expected


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("There were 3.2 million students in 2016, 300,000 more than five years earlier.", "2011"),
        ("Exports were $4.2 billion in April 2018, a rise of 8.4% from April last year.", "2017-04"),
        ("A kilo cost $1.52 in May, 6 cents more than a month before.", "2018-04"),
        ("The scheme covers 2.2 million workers, an additional 140,000 since 2015.", "2015"),
    ],
)
def test_the_base_of_a_change(text: str, base: str) -> None:
    assert [c.base_period for c in read(text).claims if c.kind.startswith("change")] == [base]


@pytest.mark.parametrize(
    "text",
    [
        "Turnover was EUR 41 million (EUR 38 million in 2016).",
        "Turnover was EUR 41 million in 2017 (EUR 38 million in 2016).",
    ],
)
def test_a_bracket_with_a_year_of_its_own(text: str) -> None:
    assert links(text) == {("41 million", COMPARED, "38 million")}


def test_a_bracket_with_a_part_of_the_year_is_not_of_before() -> None:
    assert links("Turnover was EUR 41 million in 2017 (EUR 18 million in the first half of 2017).") == set()


@pytest.mark.parametrize(
    ("text", "change", "level"),
    [
        ("The DAX rose 0.4% to 12,890 points.", "0.4%", "12,890"),
        ("The index stood at 1,214 points in May, up 3 points.", "3", "1,214"),
        ("With an increase of 1.9%, births climbed to 61,300 in 2017.", "1.9%", "61,300"),
        ("Arable land shrank to 11.7 million hectares, i.e. by 0.1%.", "0.1%", "11.7 million"),
        (
            "Receipts were €61.2 billion, €2.1 billion ahead of the same period in 2017.",
            "2.1 billion",
            "61.2 billion",
        ),
    ],
)
def test_a_change_and_its_level(text: str, change: str, level: str) -> None:
    assert links(text) == {(change, OF, level)}


def test_where_an_index_stands_is_a_level() -> None:
    (claim,) = read("The DAX closed at 12,890 points.").claims
    assert (claim.kind, claim.unit) == ("level", "index_point")


@pytest.mark.parametrize(
    ("text", "now", "before"),
    [
        ("Revenue in 2017 amounted to NOK 5,310 million (4,702).", "5,310 million", "4,702"),
        ("Earnings per share in 2017 were NOK 1.37 (NOK 1.12).", "1.37", "1.12"),
        ("In 2017 the margin was 16.9% (17.5%).", "16.9%", "17.5%"),
        ("Output in 2017 was 24,300 tonnes, down from 25,900 tonnes.", "24,300", "25,900"),
    ],
)
def test_a_level_of_before_without_a_date_has_no_period(text: str, now: str, before: str) -> None:
    assert links(text) == {(now, COMPARED, before)}
    periods = {c.value_text: c.time_period for c in read(text).claims}
    assert periods == {now: "2017", before: None}


@pytest.mark.parametrize(
    "text",
    [
        "The firm has 5,310 staff (4,702).",  # what the bracket counts is not said
        "In 2017 one in five (20%) had none.",
        "In 2017, 25% (12%) of men (women) smoked.",
        "Revenue was NOK 5,310 million (12).",  # a note
    ],
)
def test_other_brackets_hold_no_level_of_before(text: str) -> None:
    assert COMPARED not in {role for _, role, _ in links(text)}


def test_the_same_quarter_of_a_year_before() -> None:
    text = (
        "Sales for Q3 2017 were NOK 1,842 million, up 12% from NOK 1,639 million in the same quarter of 2016."
    )
    claims = {c.value_text: c for c in read(text).claims}
    assert (claims["1,639 million"].time_period, claims["12%"].base_period) == ("2016-Q3", "2016-Q3")


def test_two_bases_of_one_level() -> None:
    text = (
        "In 2017, 828 million were hungry, an increase of 46 million since 2016 and 150 million since 2013."
    )
    assert links(text) == {("46 million", OF, "828 million"), ("150 million", OF, "828 million")}


def test_a_rate_that_slows_to_an_increase_is_no_level() -> None:
    claims = read("Prices slowed to a 2.8% increase in March from 2.9%.").claims
    assert [c.kind for c in claims] == ["change_rate", "change_rate"]


def test_the_level_of_a_named_year() -> None:
    text = "The airline flew 12.1 million passengers in 2017, an increase of 8% from 2016's 11.2 million."
    assert links(text) == {
        ("8%", OF, "12.1 million"),
        ("8%", FROM, "11.2 million"),
        ("12.1 million", COMPARED, "11.2 million"),
    }
    assert {c.value_text: c.time_period for c in read(text).claims}["11.2 million"] == "2016"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The region had 4.2 million visitors, 6% more than last year, who spent €1.1 billion, 2% less.",
            {("6%", OF, "4.2 million"), ("2%", OF, "1.1 billion")},
        ),
        (
            "Spending on machinery, up 12% to €812 million, outpaced that on ships, up 3% to €1.2 billion.",
            {("12%", OF, "812 million"), ("3%", OF, "1.2 billion")},
        ),
        (
            "The city had 1,204 fires, 87 of them in homes; the total was 12% lower than in 2016.",
            {("87", "part_of", "1,204"), ("12%", OF, "1,204")},
        ),
        (
            "Cotton rose 3 cents to 81 cents a pound and wheat 5 cents to $4.90 a bushel.",
            {("3", OF, "81"), ("5", OF, "4.90")},
        ),
        (
            "The rate fell by 0.3 points to 5.9% in the first quarter and by 1.1 points on the year.",
            {("0.3", OF, "5.9%"), ("1.1", OF, "5.9%")},
        ),
        (
            "Exports came to €1.1 billion and imports to €1.3 billion; exports grew by 8% and imports by 6%.",
            {("8%", OF, "1.1 billion"), ("6%", OF, "1.3 billion")},
        ),
        ("Sales rose 6% to $8.1 billion; excluding currency, sales rose 8%.", {("6%", OF, "8.1 billion")}),
    ],
)
def test_each_change_of_a_list_has_a_level_of_its_own(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert links(text) == expected


def test_the_base_is_the_same_quarter_of_the_year_named() -> None:
    text = "The rate was 5.9% in the first quarter of 2018, 1.1 points less than in the same quarter of 2017."
    assert [c.base_period for c in read(text).claims if c.kind == "points"] == ["2017-Q1"]


def test_a_comma_behind_a_day_ends_the_clause() -> None:
    assert links("Some 3,100 people were held on 31 March, 4% more than a year before.") == {
        ("4%", OF, "3,100")
    }


@pytest.mark.parametrize(
    "text",
    [
        "Exports rose 4% to $8.1 billion, compared with an increase of 2% in March.",
        "Exports rose 4% to $8.1 billion, compared with 2% growth in March.",
        "Exports rose 4% to $8.1 billion, compared with expectations for a rise of 2%.",
    ],
)
def test_the_change_that_it_is_held_against_is_of_no_level(text: str) -> None:
    assert links(text) == {("4%", OF, "8.1 billion")}
    assert [c.kind for c in read(text).claims if c.value_text == "2%"] == ["change_rate"]


def test_a_change_since_a_year_is_of_the_level_of_now() -> None:
    text = "There were 5.2 million users in 2017, up 8% since 2010."
    assert links(text) == {("8%", OF, "5.2 million")}
    assert [(c.time_period, c.base_period) for c in read(text).claims if c.value_text == "8%"] == [
        ("2017", "2010")
    ]


def test_what_points_back_starts_from_the_level_that_stands_beside_it() -> None:
    text = "Sales in 2017 were EUR 812 million (previous year: EUR 791 million). This is growth of 2.7%."
    assert ("2.7%", FROM, "791 million") in links(text)


@pytest.mark.parametrize("text", ["In June 12% more cars were sold.", "In June 120 cars were sold."])
def test_a_number_behind_a_month_may_be_no_day(text: str) -> None:
    assert [c.time_period for c in read(text).claims] == ["2018-06"]


def test_a_noun_may_stand_between_a_number_and_more() -> None:
    text = "Cows numbered 8.76 million head, 2,000 head more than in 2016, but 4,000 head less than in 2015."
    assert links(text) == {("2,000", OF, "8.76 million"), ("4,000", OF, "8.76 million")}


def test_the_record_that_a_fall_starts_from() -> None:
    text = "The crop is 12.9 million tonnes, down 23% from the record 16.8 million harvested in 2016."
    assert ("23%", FROM, "16.8 million") in links(text)


def test_points_on_two_bases_lead_to_one_rate() -> None:
    text = "The rate climbed 0.2 percentage points on the month and 0.9 points on the year, to 75.6%."
    assert links(text) == {("0.2", OF, "75.6%"), ("0.9", OF, "75.6%")}
