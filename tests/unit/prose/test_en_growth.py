"""Growth and what it is of: the changes of one clause stay with its levels."""

from decimal import Decimal

import pytest

from tests.unit.prose.reading import links, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # what is set between two levels does not part them
            "Profit rose 8%, to $1.21 billion, or 14.2% of sales, from $1.12 billion, or 13.9% of sales.",
            {
                ("8%", "growth_of", "1.21 billion"),
                ("8%", "growth_from", "1.12 billion"),
                ("1.21 billion", "compared_with", "1.12 billion"),
                ("14.2%", "expresses", "1.21 billion"),
                ("13.9%", "expresses", "1.12 billion"),
            },
        ),
        (  # of N of the M, the N changes
            "Women hold 34 of the 110 seats, seven more than before the vote.",
            {("34", "part_of", "110"), ("seven", "growth_of", "34")},
        ),
        (
            "Wind supplied 31.2 TWh and solar 11.6 TWh, 12% and 9% more, respectively, than in 2017.",
            {("12%", "growth_of", "31.2"), ("9%", "growth_of", "11.6")},
        ),
        (
            "Imports climbed 3.3% to $266 billion and exports only 2.0%, to $210 billion.",
            {("3.3%", "growth_of", "266 billion"), ("2.0%", "growth_of", "210 billion")},
        ),
        (
            "Loans to firms rose 3.1% to €412bn in 2017, and those to households 2.4% to €688bn.",
            {("3.1%", "growth_of", "412bn"), ("2.4%", "growth_of", "688bn")},
        ),
        ("Wine sales: 210 million litres, plus 2%.", {("2%", "growth_of", "210 million")}),
        (
            "Wages rose by 6 cents to $27.90.",  # cents of the dollar
            {("6", "growth_of", "27.90")},
        ),
        ("At 7,340, bankruptcies were 4% fewer in 2017 than in 2016.", {("4%", "growth_of", "7,340")}),
        ("Vacancies, at 76,400, were 3% up on the year.", {("3%", "growth_of", "76,400")}),
        (  # what had grown a year earlier was not the level of now
            "Loans stood at £3.4 billion, a rise of 5.3%; a year earlier they had grown by 7.0%.",
            {("5.3%", "growth_of", "3.4 billion")},
        ),
        (
            "They had 2,140 shops, compared with 1,870 before, a gain of 270, or 14.4%.",
            {
                ("2,140", "compared_with", "1,870"),
                ("270", "growth_of", "2,140"),
                ("270", "growth_from", "1,870"),
                ("14.4%", "growth_of", "2,140"),
                ("14.4%", "growth_from", "1,870"),
            },
        ),
        (
            "From £4.1 billion in 2016, sales grew to £4.6 billion in 2017.",
            {("4.6 billion", "compared_with", "4.1 billion")},
        ),
        (
            "New building was worth £118.9bn in 2017, up 5.0% on the 2016 figure of £113.2bn.",
            {
                ("5.0%", "growth_of", "118.9bn"),
                ("5.0%", "growth_from", "113.2bn"),
                ("118.9bn", "compared_with", "113.2bn"),
            },
        ),
    ],
)
def test_links_of_a_sentence(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert links(text) == expected


def test_a_percentage_whose_measure_is_a_share_is_a_share() -> None:
    kinds = [c.kind for c in read("The share of renewables rose from 14.6% in 2015 to 19.3%.").claims]
    assert kinds == ["share", "share"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Sales, at £1.13 million, were 2.4% short of last year's £1.16 million.",
            {
                ("2.4%", "growth_of", "1.13 million"),
                ("2.4%", "growth_from", "1.16 million"),
                ("1.13 million", "compared_with", "1.16 million"),
            },
        ),
        (
            "Credit grew by £12 billion to £392 billion, revolving credit by £1.6 billion to £102 billion.",
            {
                ("12 billion", "growth_of", "392 billion"),
                ("1.6 billion", "growth_of", "102 billion"),
            },
        ),
        (
            "Claims fell by 6,000 to a seasonally adjusted 221,000 in the week.",
            {("6,000", "growth_of", "221,000")},
        ),
        (
            "The dividend is £1.20 per share, up from £1.10.",
            {("1.20", "compared_with", "1.10")},
        ),
        (
            "Of the total of 4,820 fires, 1,930 were forest fires and 2,890 fires in buildings.",
            {("1,930", "part_of", "4,820"), ("2,890", "part_of", "4,820")},
        ),
        (
            "EBIT was £38 million, against £41 million, corresponding to a margin of 9.2%.",
            {("38 million", "compared_with", "41 million"), ("9.2%", "expresses", "38 million")},
        ),
        (
            "The state had 2,140 wineries, compared with 1,870 five years earlier.",
            {("2,140", "compared_with", "1,870")},
        ),
    ],
)
def test_links_to_what_was_before(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert links(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "We paid £16.0 million for the stake and saw an increase of £3.4 million in cash from rents.",
        "Eggs sold were 812.5 million, which led to an increase in net sales of £1.7 million.",
        "Outflows of £154 thousand were due to a £78 thousand increase in receivables.",
        "It spent £9.2 million on costs, £8.7 million reduction of gains, and more.",
        "An expense of £1.8 million (expense reduction of £0.2 million in 2016) was recorded.",
        "The benefit of £16.8 billion was booked at the lower 21% rate.",
    ],
)
def test_a_change_of_something_else_is_not_of_the_level_before(text: str) -> None:
    assert not [link for link in links(text) if link[1] in ("growth_of", "growth_from")]


def test_customers_are_not_said_again_by_a_share_of_revenue() -> None:
    assert links("Four customers accounted for 45% of revenue.") == set()
    assert links("Four customers accounted for 15%, 14% and 13% of sales.") == set()


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("Net sales were EUR 412.6 million in 2017 (2016: 398.4).", "398400000"),
        ("Sales were £2.1 billion, compared with 1.9 in 2016.", "1900000000"),
        ("Visits came to 5.2 million (2016: 480,000).", "480000"),
        ("There were 2.1 million cars, compared with 3 in 1900.", "3"),
    ],
)
def test_a_bare_number_takes_the_scale_of_the_level_beside_it_if_it_can(text: str, before: str) -> None:
    assert read(text).claims[1].value == Decimal(before)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales were £5 million in 2017. Sales rose 3% in 2017.", {("3%", "growth_of", "5 million")}),
        (
            "Sales were £5 million in 2017. Elsewhere £1 million was lost to a £2 million decrease in sales.",
            set(),
        ),
        (  # 5 million was the level of before
            "Sales fell to £4 million from £5 million. Sales of old stock rose 3%.",
            {("4 million", "compared_with", "5 million")},
        ),
    ],
)
def test_a_level_said_before_is_of_the_subject_itself(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert links(text) == expected


def test_parts_of_what_consists_of_them_are_not_larger() -> None:
    text = (
        "Cash of £45 million consisted of £24 million of income and £47 million of charges, offset by costs."
    )
    assert ("47 million", "part_of", "45 million") not in links(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("They had gains of £21.2 million on their swaps.", "level"),
        ("Exports were £5 billion, a gain of £200 million.", "change_amount"),
        ("They were sold at the market price, less a 2% discount.", "level"),
        ("Sales were 2% less than in 2016.", "change_rate"),
    ],
)
def test_gains_that_are_made_and_what_is_taken_off_are_no_changes(text: str, kind: str) -> None:
    assert read(text).claims[-1].kind == kind
