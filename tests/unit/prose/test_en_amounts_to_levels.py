"""An amount of change and the level that it led to are no range, however far the verb stands off."""

import pytest

from tests.unit.prose.reading import links, only, read


@pytest.mark.parametrize(
    "words",
    [
        "by a further",
        "by another",
        "by as many as",
        "by a mere",
        "for the third month by",
        "slightly, by",
    ],
)
def test_an_amount_and_its_level_are_two_figures(words: str) -> None:
    text = f"Employment rose {words} 9,000 to 301,000."
    assert links(text) == {("9,000", "growth_of", "301,000")}


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("Fares rose in the cities by 2 to 4 euros.", 2, 4), ("It could cut output by 5 to 40 tonnes.", 5, 40),
     ("Prices rose by about 3 to 5 percent.", 3, 5),
     ("Output increased by some 20,000 to 30,000 tonnes.", 20_000, 30_000)],
)  # fmt: skip
def test_ends_that_lie_near_are_a_range(text: str, low: int, high: int) -> None:
    claim = only(text)
    assert (claim.value, claim.value_upper) == (low, high)


def test_a_scale_before_a_hyphen_is_read() -> None:
    assert only("Output beat the 1.8 mn-barrel target.").value == 1_800_000


def test_a_header_scales_no_number_in_words() -> None:
    text = "Debt came to (in thousands of dollars):\nLoans were 1,200 for terms of two or more months."
    assert [c.value for c in read(text).claims] == [1_200_000, 2]


def test_as_against_names_the_base() -> None:
    assert only("In 2017, sales rose 5% as against the previous year.").base_period == "2016"


@pytest.mark.parametrize("words", ["to", "to a total of", "to a level of"])
def test_a_level_that_a_rate_led_to_may_be_called_a_total(words: str) -> None:
    assert links(f"Sales rose 5% {words} 301,000 euros.") == {("5%", "growth_of", "301,000")}


@pytest.mark.parametrize("rate", [", or 0.6%,", " (0.6%)"])
def test_a_change_in_brackets_leads_to_where_it_finished(rate: str) -> None:
    text = f"The index added 42.5 points{rate} to finish at 7,091.20."
    assert links(text) == {("42.5", "growth_of", "7,091.20"), ("0.6%", "growth_of", "7,091.20")}
    assert [c.unit for c in read(text).claims] == ["index_point", "percent", "index_point"]
