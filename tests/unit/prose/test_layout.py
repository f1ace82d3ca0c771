"""What a page does to a text must not change what is read: broken lines, broken words, marks of notes."""

import pytest

from ingest.prose.layout import join_words, on_one_line, soft_line_ends, unbroken
from ingest.prose.text import normalise
from tests.unit.prose.reading import links, only, read

BULLETIN = """\
  •  Registered vessels numbered 6,120 at the end of 2017, a
     decrease of 2.5% on the previous year and of 11.0%
     compared with 2010.
  •  Landings reached 412,000 tonnes, 3% more than
     in 2016.
"""


def test_a_bullet_goes_on_in_its_hanging_lines() -> None:
    assert {("2.5%", "growth_of", "6,120"), ("11.0%", "growth_of", "6,120")} <= links(BULLETIN)
    assert {c.value_text: c.base_period for c in read(BULLETIN).claims if c.base_period} == {
        "2.5%": "2016",
        "11.0%": "2010",
        "3%": "2016",
    }


def test_the_next_bullet_is_another_sentence() -> None:
    sentences = [c.sentence for c in read(BULLETIN).claims]
    assert sentences[0].endswith("2010.") and sentences[-1].startswith("•  Landings")


def test_a_word_broken_at_the_line_end_is_whole() -> None:
    text = "The rate of vacant flats stood at 4.2% in June, down 0.3 per-\n   centage points over the year."
    change = next(c for c in read(text).claims if c.value_text == "0.3")
    assert (change.kind, change.unit) == ("points", "percentage_point")
    assert text[change.char_start : change.char_end] == "0.3"


def test_a_broken_measure_is_printed_whole() -> None:
    assert only("There were 2,310 green-\nhouses in use.").measure == "greenhouses"


def test_a_soft_hyphen_in_a_word_is_no_letter() -> None:
    assert only("There were 2,310 green\u00adhouses in use.").measure == "greenhouses"


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("con-\nstruction", "con\u00ad\u00adstruction"),
        ("year-on-\nyear", "year-on-\u00adyear"),
        ("year-\non-year", "year-\u00adon-year"),
        ("2010-\n2015", "2010-\n2015"),
        ("- \nwomen", "- \nwomen"),
        ("North-\nSouth", "North-\nSouth"),
    ],
)
def test_only_hyphens_of_the_page_go(broken: str, whole: str) -> None:
    assert join_words(broken) == whole


def test_the_copy_keeps_its_length() -> None:
    text = "Pro-\n   duction¹ of soft\u00adwood rose by 3%."
    assert len(normalise(text)) == len(text)
    assert unbroken(text) == "Production of softwood rose by 3%."


def test_a_full_line_goes_on_with_a_capital() -> None:
    text = (
        "The survey of the year 2017 was answered by some of the largest\n"
        "companies in the country, among them the members of the National\n"
        "Chamber of Shipping, and was sent back by all of them within one\n"
        "month.\n"
    )
    assert len(soft_line_ends(text)) == 3


def test_headlines_stay_apart() -> None:
    text = (
        "Fewer farms but larger ones: results of the census of 2016\n"
        "Road traffic grows for the fifth year running in the north\n"
        "Prices of dwellings by region and by type of the building\n"
    )
    assert soft_line_ends(text) == frozenset()


def test_a_row_of_columns_ends_its_line() -> None:
    text = "Country, thousands of tonnes a year        2016     2017,\nnorth                410      412\n"
    assert soft_line_ends(text) == frozenset()


def test_the_mark_of_a_note_is_no_part_of_the_noun() -> None:
    claim = only("There were 31,450 open posts¹ in May.")
    assert (claim.measure, claim.value_text) == ("open posts", "31,450")


@pytest.mark.parametrize("text", ["[1] Revised figure.", "Reader v2.3 is out.", "See note [12] below."])
def test_marks_of_notes_and_versions_are_no_figures(text: str) -> None:
    reading = read(text)
    assert (reading.claims, reading.refusals) == ([], [])


def test_a_line_that_ends_with_a_word_that_leads_on_is_broken() -> None:
    text = (
        "Between 2010 and 2015 the share of homes with a piano fell from 12.3% to\n7.4%, the office said.\n"
    )
    leading = frozenset(["to"])
    assert soft_line_ends(text, leading) == {text.index("\n")}
    assert soft_line_ends(text) == frozenset()
    assert on_one_line(text, leading, frozenset()) == text.replace("to\n7.4%", "to 7.4%")


@pytest.mark.parametrize("following", ["Prices rose 5%", "2.2 Prices rose 5%", "2.2.1 Prices rose 5%"])
def test_a_heading_may_end_with_a_word_that_leads_on(following: str) -> None:
    heading = "2.1 What the inspectors of the county schools looked at\n"
    assert soft_line_ends(heading + following, frozenset(["at"])) == frozenset()
    assert [c.value_text for c in read(heading + following).claims] == ["5%"]


def test_a_figure_that_a_line_begins_with_is_no_number_of_a_heading() -> None:
    line = "The roads that were mended in the south of the county had a length of"
    assert soft_line_ends(f"{line}\n2.2 Mm in all", frozenset(["of"])) == {len(line)}


def test_no_heading_ends_with_an_article() -> None:
    text = "In 2018 the sales of our shops and of our works in the\nAsian and European regions rose 5%."
    (claim,) = read(text).claims
    assert claim.sentence == text
