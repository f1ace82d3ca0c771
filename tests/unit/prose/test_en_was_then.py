"""Levels of before: told behind "from", in a clause of their own, or of others at the same time."""

import pytest

from tests.unit.prose.reading import links, read


def compared(text: str) -> set[tuple[str, str]]:
    """The pairs of (level of now, level of before)."""
    return {(a, b) for a, role, b in links(text) if role == "compared_with"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Inflation fell to 3.1% in May from 3.4% in April, and core inflation to 2.9% from 3.0%.",
            {("3.1%", "3.4%"), ("2.9%", "3.0%")},
        ),
        (
            "Some 14,000 jobs went in March, taking the jobless rate to 5.2 percent from 5.1 percent.",
            {("5.2 percent", "5.1 percent")},
        ),
        (
            "The herd has thinned to 30 million head, from a peak of 41 million.",
            {("30 million", "41 million")},
        ),
        ("The line runs to 12 towns from 8 stations.", set()),
        ("Rent was $910 in May, up from $870 12 months before.", {("$910", "$870")}),
        ("The peso bought 41.20 yen, compared with 41.50 late Monday.", {("41.20", "41.50")}),
        ("Women held 31% of posts; in 2011 the figure had been 24%.", {("31%", "24%")}),
        (
            "The police counted 812 deaths in 2016, 90 of them cyclists. In 2006 the toll was 1,104.",
            {("812", "1,104")},
        ),
        ("Of 410 flats begun, 90 were small. A year earlier, 380 were begun.", {("410", "380")}),
        ("The rate was 4.1% in 2016; in 2017 it was 4.4%.", set()),
        ("The rate was 4.1% in 2016. In 2006 there were 820 strikes.", set()),
        ("Barely 61% had both doses, compared with a national average of 83%.", set()),
        ("Sales were £12m, against an average of £10m in 2015.", {("12m", "10m")}),
        ("The group was fined €125 million, down from the €180 million sought by prosecutors.", set()),
        ("Deaths numbered 8,400, leaving a decrease of 700 (2016: 300).", {("700", "300")}),
        ("In 2016 there were 3.2 million trips. In 2012 there were 410 crashes.", set()),
        (
            "In 2016 there were 3.2 million trips. In 2012 there were 2.9 million trips.",
            {("3.2 million", "2.9 million")},
        ),
        ("Orders fell to 410. A year earlier, 12 planes were scrapped.", set()),
        ("She earned $96,000, against a national median of $54,000.", set()),
        (
            "The rate was 6.4% in May, down from 6.5% in April and from 6.6% in May 2016.",
            {("6.4%", "6.5%"), ("6.4%", "6.6%")},
        ),
        ("The share stood at 33.2%, up 1.4 points; in 2013 it was 16.7%.", {("33.2%", "16.7%")}),
        ("Churn was 2.3% versus 2.9% in the prior-year quarter.", {("2.3%", "2.9%")}),
        ("Guarantees may not exceed 4% of GDP; at the end of 2016 it stood at 2.7%.", set()),
        ("It made 9,500 vans, 5% short of the 10,000 it made a year earlier.", {("9,500", "10,000")}),
    ],
)
def test_a_level_of_before_is_tied_to_the_level_of_now(text: str, expected: set[tuple[str, str]]) -> None:
    plain = {(a.lstrip("$"), b.lstrip("$")) for a, b in expected}
    assert compared(text) == plain


def test_rates_of_growth_behind_of_which_are_no_shares() -> None:
    text = "Demand grew 5.3 percent, of which private consumption 4.5 percent and investment 7.3 percent."
    assert [c.kind for c in read(text).claims] == ["change_rate"] * 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Savers had €85 billion in deposits. Shares made up €37 billion of their assets.", set()),
        (
            "The count fell to 52,700 people, with three in four living outdoors.",
            {("three in four", "share_of", "52,700")},
        ),
        (
            "Revenue grew to £214 million, and online revenue, at 31.5% of the total, doubled.",
            {("31.5%", "share_of", "214 million")},
        ),
        (
            "Output fell to 0.9 Mt in May. The Ostrava works, with 0.5 Mt, made 56% of it.",
            {("56%", "share_of", "0.9")},
        ),
    ],
)
def test_a_share_or_part_is_of_what_was_told(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert {x for x in links(text) if x[1] in ("share_of", "part_of")} == expected


def test_a_level_in_brackets_behind_as_many_as_is_that_of_before() -> None:
    text = "It had 7.8 million guests in 2022, twice as many as in 2021 (3.9 million)"
    text += " but 1.1 million fewer than in 2019."
    assert links(text) == {
        ("7.8 million", "compared_with", "3.9 million"),
        ("twice", "growth_of", "7.8 million"),
        ("twice", "growth_from", "3.9 million"),
        ("1.1 million", "growth_of", "7.8 million"),
    }


def test_an_age_band_in_brackets_is_no_figure() -> None:
    text = "The jobless rate fell to 6.8% from 7.4%, and the youth rate (15–24) by 2.1 points to 17.9%."
    assert [c.value_text for c in read(text).claims] == ["6.8%", "7.4%", "2.1", "17.9%"]


def test_what_a_share_is_held_against_is_a_share() -> None:
    text = "The deficit narrowed from 4.4% of GDP in 2016 to 3.6% in 2017."
    assert [c.kind for c in read(text).claims] == ["share", "share"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Sales fell from 400 tonnes in 2010 to 226 tonnes in 2019, before rising by 18 tonnes in 2020.",
            {("226", "compared_with", "400"), ("18", "growth_from", "226")},
        ),
        (
            "Sales fell from 400 tonnes in 2010 to 226 tonnes in 2019, then rose by 5% in 2020.",
            {("226", "compared_with", "400"), ("5%", "growth_from", "226")},
        ),
        (  # 2022 may be held against 2021, which nobody told
            "Sales fell from 400 tonnes in 2010 to 226 tonnes in 2019, before rising by 18 tonnes in 2022.",
            {("226", "compared_with", "400")},
        ),
        (
            "Sales fell from 400 tonnes in 2010 to 226 tonnes in 2019, down 43.5%.",
            {("226", "compared_with", "400"), ("43.5%", "growth_of", "226"), ("43.5%", "growth_from", "400")},
        ),
    ],
)
def test_a_later_change_starts_from_the_level_reached(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert links(text) == expected


def test_an_amount_is_no_growth_of_a_percentage() -> None:
    text = "It said that the deficit would be 3.9% of output and that borrowing would rise by 14 billion."
    assert links(text) == set()
