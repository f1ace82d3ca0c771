"""The unit of a number that prints none: taken from what the text has said, or lost, never made up."""

import pytest

from tests.unit.prose.reading import links, only, read


def units(text: str) -> list[tuple[str, str | None, str]]:
    """Numeral, unit and its status of every claim of a text."""
    return [(c.value_text, c.unit, c.unit_status) for c in read(text).claims]


@pytest.mark.parametrize("points", ["0.3pts", "0.3 pts", "0.3%pts", "0.3 %-pts", "0.3pp", "0.3 ppts"])
def test_pts_are_points_of_a_percentage(points: str) -> None:
    moved, rate = read(f"The participation rate fell {points} to 66.7%.").claims
    assert (moved.kind, moved.unit, moved.direction) == ("points", "percentage_point", "down")
    assert rate.unit == "percent"


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("The fund backed 2,914 US companies.", "US companies"),
        ("The city is home to 1,300 IT firms.", "IT firms"),
    ],
)
def test_a_name_in_capitals_is_no_pronoun(text: str, measure: str) -> None:
    claim = only(text)
    assert (claim.unit, claim.unit_status, claim.measure) == ("count", "stated", measure)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Together they employ about 75,000.", "person"),
        ("The deal count slipped to 1,859.", "count"),
        ("Student loans numbered 3.1 million.", "count"),
        ("Job seekers numbered 3.1 million.", "person"),
        ("Self-employed households increased by 11.7 million.", "count"),
        ("Net additions of customers came to 21,189.", "person"),
        ("EBIT excluding joint ventures rose to 25.6 billion.", None),
        ("Income before fees was 300 million.", None),
    ],
)
def test_verb_and_head_noun_tell_what_is_counted(text: str, unit: str | None) -> None:
    assert only(text).unit == unit


def test_a_measure_of_money_is_in_the_one_money_that_the_text_has_spoken_of() -> None:
    assert units("Revenue was SEK 312.4 billion. EBIT excluding joint ventures rose to 25.6 billion.")[1] == (
        "25.6 billion",
        "SEK",
        "inherited",
    )
    assert units("Profit was 2.87 billion euros. Sales slipped to 25.02 billion.")[1][1:] == (
        "EUR",
        "inherited",
    )


@pytest.mark.parametrize(
    "text",
    [
        "Profit was 2.87 billion euros, or $3.1 billion. Revenue slipped to 25.02 billion.",  # two moneys
        "Profit was 2.87 billion euros. Sales slipped to 25.02 million.",  # may be cars
        "Profit was 2.87 billion euros. Output slipped to 25.02 billion.",  # may be tonnes
        "Revenue slipped to 25.02 billion. Profit was 2.87 billion euros.",  # nothing said before
        "Revenue slipped to 25.02 billion ($2.9 billion).",  # of the conversion's money it is not
        "Orders slipped to 25.02 billion.",  # nobody counts billions of them
    ],
)
def test_else_its_money_is_lost(text: str) -> None:
    claim = next(c for c in read(text).claims if c.value_text.startswith("25.02"))
    assert (claim.unit, claim.unit_status) == (None, "lost")


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Beijing led with 412 makers' spaces, followed by Jiangsu with 305 and Zhejiang with 287.", "287"),
        ("Turkey hosted 3.6 million refugees, ahead of Iran with 3.4 million.", "3.4 million"),
    ],
)
def test_a_list_of_places_counts_what_its_first_figure_counts(text: str, figure: str) -> None:
    first, *_ = units(text)
    assert (figure, first[1], "inherited") in units(text)


@pytest.mark.parametrize(
    "text",
    [
        "Asian carriers led with growth of 7.3 per cent, ahead of Africa (6.5) and Europe (6.6).",
        "Growth was strongest in Malta (7.3%), Ireland (6.5), and Poland (6.6).",
    ],
)
def test_bare_numbers_in_the_brackets_of_a_list_of_percents_are_percents(text: str) -> None:
    assert [unit for _, unit, _ in units(text)] == ["percent"] * 3


def test_bare_numbers_in_the_brackets_of_a_list_of_things_are_no_percents() -> None:
    assert units("Traffic rose 5%. Spain sold 300 cars, ahead of Italy (210).")[2][1] != "percent"


def test_what_is_counted_has_no_decimals() -> None:
    text = "Schools were 82.43 percent dearer than a year earlier, hotels and restaurants 93.24."
    assert units(text)[-1] == ("93.24", None, "lost")
    assert only("Restaurants numbered 93.24 million.").unit == "count"


@pytest.mark.parametrize("each", ["21.6 each", "21.6 per firm", "21.6 apiece"])
def test_what_is_told_for_each_has_no_unit_that_could_be_named(each: str) -> None:
    workers, mean = units(f"They had 762,000 workers, or {each}.")
    assert workers[1:] == ("person", "stated") and mean[1:] == (None, "lost")


@pytest.mark.parametrize(
    "other", ["9.73 billion dollars", "9.73 billion euros", "$9.73 billion", "USD 9.73 billion"]
)
def test_money_in_a_bracket_behind_another_money_is_no_negative(other: str) -> None:
    """A loss is printed as "yuan (9.73) billion"; here the same sum is told in another money."""
    text = f"Revenue rose to 61.93 billion yuan ({other}) in May."
    claims = read(text).claims
    assert [c.value for c in claims] == [61_930_000_000, 9_730_000_000]
    assert [c.unit for c in claims] == ["CNY", "EUR" if "euro" in other else "USD"]
    assert [link[1] for link in links(text)] == ["conversion_of"]


def test_a_loss_in_brackets_is_negative() -> None:
    claims = read("The result was EUR (9.73) billion, or $(12.5) a share.").claims
    assert [str(c.value) for c in claims] == ["-9730000000", "-12.5"]
