"""Changes of a level that the sentence before told, and what points to none."""

import pytest

from tests.unit.prose.reading import links, read

OF = "growth_of"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The unemployment rate was 5.2% in May. This was 0.3 points lower than in April.",
            {("0.3", OF, "5.2%")},
        ),
        ("Consumption amounted to 612 GWh in 2017. It rose by 8% on the year.", {("8%", OF, "612")}),
        ("In 2017, 4,210 firms were founded. The total was 3% higher than in 2016.", {("3%", OF, "4,210")}),
        ("In 2017, 4,210 firms were founded. The increase on 2016 was 3%.", {("3%", OF, "4,210")}),
        (
            "Turnover was €512bn in 2017. Compared with 2016, this figure is a fall of 3%.",
            {("3%", OF, "512bn")},
        ),
        (
            "Deaths numbered 4,210 in 2017. That was 3% more than in 2016. It was 120 more than in 2015.",
            {("3%", OF, "4,210"), ("120", OF, "4,210")},
        ),
    ],
)
def test_words_point_to_the_level_of_the_sentence_before(
    text: str, expected: set[tuple[str, str, str]]
) -> None:
    assert links(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The company sold 612 cars in 2017. It grew by 8% on the year.",  # the company
        "The company's sales were 612 cars in 2017. It grew by 8% on the year.",
        "Exports were 4.2 billion euros in May. The number of exporters was up 3% on the year.",
        "Sales reached 4.2 million in May. The increase was driven by a 3% rise in prices.",
        "Sales were 4.2 million and purchases 3.9 million in 2017. This was 3% more than in 2016.",
        "Exports were 4.2 billion euros in 2016. In 2017 this was 3% more.",  # of another year
    ],
)
def test_what_may_point_elsewhere_is_tied_to_nothing(text: str) -> None:
    assert links(text) == set()


def test_a_bare_change_is_counted_in_what_it_points_to() -> None:
    claims = read("In 2017, 4,210 firms were founded. This was 120 more than in 2016.").claims
    change = next(c for c in claims if c.value_text == "120")
    assert (change.kind, change.unit, change.base_period) == ("change_amount", "count", "2016")


def test_what_this_compares_with_is_the_level_of_before() -> None:
    text = "The council built 1,020 homes in 2017. This compares with 870 in 2016 and is an increase of 17%."
    assert links(text) == {
        ("1,020", "compared_with", "870"),
        ("17%", OF, "1,020"),
        ("17%", "growth_from", "870"),
    }


def test_more_people_are_no_level_and_of_none() -> None:
    text = "The number of workers rose by 149,000 to 16.5 million, while 70,000 fewer people were unemployed."
    assert links(text) == {("149,000", OF, "16.5 million")}
    (claim,) = read("The office estimates that 2.2 million more people were in work.").claims
    assert (claim.kind, claim.direction) == ("change_amount", "up")


def test_a_number_in_the_name_of_what_changed_is_no_level_of_it() -> None:
    assert links("All Scope 1 and 3 emissions fell by 4.2 per cent from 2018.") == set()


def test_a_list_of_parts_may_go_on_from_the_sentence_before() -> None:
    text = (
        "Hotels had 5.2 million stays. Of these, 3.3 million were by residents (+9%) and 1.9 million by"
        " others."
    )
    assert {x for x in links(text) if x[1] == "part_of"} >= {("3.3 million", "part_of", "5.2 million")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The annual rate was 1.5%, two tenths above at", set()),
        ("Exports came to 5 million euros (", set()),
        (
            "Claims had been 1.26 million in 2015. Syrians lodged 80,900 applications, or 14% of the total.",
            {("14%", "expresses", "80,900")},
        ),
    ],
)
def test_what_ends_early_or_leans_on_another_sentence_is_read(
    text: str, expected: set[tuple[str, str, str]]
) -> None:
    assert links(text) == expected
