"""Numbers that select, point back, bound a class or stand in a compound are no figures."""

import pytest

from tests.unit.prose.reading import read


@pytest.mark.parametrize(
    "text",
    [
        "The first two bids were rejected, and so were the last 10 offers.",
        "Over the past 12 months and in the next 30 days nothing changed.",
        "The three provinces named above were not asked; these two firms were.",
        "A 53-year-old man met a three-month-old baby.",
        "A three-member panel visited a two-bedroom flat.",
        "Firms with at least 10 employees and farms with 250 or more staff were asked.",
        "Firms employing 10 to 49 people grew.",
        "He won the 100m, the women's 5,000m and the 1,500 metres.",
        "The forward scored from 25 metres.",
        "Children were asked, but some of the children were under 12.",
        "Camp 7 is the largest.",
        "Project 11 will be built in phase two and Round two begins soon.",
        "At one point shares were lower.",
        "She wears number 10 and the country's number 3 bank failed.",
        "The board meets on March 19-20.",
        "The talks were a two-day meeting.",
        "Three-quarters of the way through the season it rained.",
    ],
)
def test_they_count_nothing(text: str) -> None:
    assert [c.value_text for c in read(text).claims] == []


@pytest.mark.parametrize(
    ("text", "numerals"),
    [
        ("Its first 100 customers got a gift.", ["100"]),
        ("Over the past three years it grew.", ["three"]),
        ("The two largest banks and the four biggest cities were asked.", ["two", "four"]),
        ("Of the four plants, two are shut.", ["four", "two"]),
        ("The 17 projects are in 9 countries.", ["17", "9"]),
        ("The party leads with at least 120 seats.", ["120"]),
        ("The 100m people who live there were asked.", ["100m"]),
        ("Listed companies there number 320.", ["320"]),
        ("They number 1,240.", ["1,240"]),
        ("The seven-strong panel met.", ["seven"]),
        ("In March 19% of trips failed.", ["19%"]),
        ("A group of 30 men was seen.", ["30"]),
        ("A two-week walkout ended.", ["two"]),
        ("Some twenty-odd people came.", ["twenty"]),
        ("It sold 1.2 million 50-inch televisions.", ["1.2 million"]),
        ("It bought two hundred 40-tonne trucks and 12 200-seat planes.", ["two hundred", "12"]),
        ("The 640,000 15-year-olds were tested.", ["640,000"]),
        ("A crowd of 12 200 came.", ["12 200"]),
    ],
)
def test_their_like_that_count_are_figures(text: str, numerals: list[str]) -> None:
    assert [c.value_text for c in read(text).claims] == numerals


@pytest.mark.parametrize(
    ("text", "percents"),
    [
        ("One dollar in three goes on rent.", ["one dollar in three"]),
        ("Two households in five are in debt.", ["two households in five"]),
        ("It opened two plants in three towns.", ["two", "three"]),
    ],
)
def test_one_thing_in_so_many_is_a_share(text: str, percents: list[str]) -> None:
    assert [c.value_text.lower() for c in read(text).claims] == percents


@pytest.mark.parametrize(
    "name", ["Defender Luis Prat, 31, limped off.", "The film stars winner Eva Lind, 46."]
)
def test_an_age_behind_a_name_is_a_length_of_time(name: str) -> None:
    assert [(c.value_text, c.kind) for c in read(name).claims] in ([("31", "duration")], [("46", "duration")])


def test_places_with_their_counts_are_no_ages() -> None:
    claims = read("In New York, 45, and in Los Angeles, 31, were hurt.").claims
    assert {c.kind for c in claims} == {"level"}


def test_two_changes_of_another_subject_go_without_the_levels_before() -> None:
    reading = read(
        "The banks have 140,000 staff, and a merger could cost 30,000 jobs; shares were up 4 and 6 percent."
    )
    assert reading.links == []
