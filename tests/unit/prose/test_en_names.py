"""Parts of names, scores and ages that bound a group are no figures; their like that count are."""

import pytest

from tests.unit.prose.reading import read


@pytest.mark.parametrize(
    "text",
    [
        "See pages 14-17 and page 3 of 17.",
        "Articles 5, 7 and 9 of the treaty were amended.",
        "Regulation (EU) 2016/679 applies.",
        "The Boeing 737-800 was sold.",
        "She won the women's 400m hurdles.",
        "A 12-point plan was approved.",
        "Employment among 25 to 54 year olds was stable.",
        "Those aged 65 and over were not asked.",
        "Those 65 and over were not asked, nor were children under three.",
        "Children under five live there.",
        "On day 3 a Boeing 737 landed.",
        "Unemployment among 16-24s and the over-65s was stable.",
        "The FTSE 100, the CAC 40 and the S&P 500 were unchanged.",
        "The home side lost 3-6, 7-5, 6-1.",
        "The teams drew 2-2.",
        "He had lost to the younger man 1-3.",
        "Updates for iOS 12.1 and Android 9 were released.",
    ],
)
def test_parts_of_names_are_no_figures(text: str) -> None:
    assert read(text).claims == []


@pytest.mark.parametrize(
    ("text", "numerals"),
    [
        ("The network reaches 400m people.", ["400m"]),
        ("Prices rose by 2-3% in the year.", ["2-3%"]),
        ("The index lost 12 points.", ["12"]),
        ("Page 7 lists 44 mills.", ["44"]),
        ("Articles 5 and 300 permits were discussed.", ["300"]),
        ("Between 25 and 54 plants were shut.", ["25 and 54"]),
        ("The firm lost 20-25 customers.", ["20-25"]),
        ("The FTSE 100 lost 0.5 percent and the CAC 40 0.3 percent.", ["0.5 percent", "0.3 percent"]),
        ("The FTSE 100 0.5 percent lower, the DAX fell.", ["0.5 percent"]),
        ("Every day 800 women give birth.", ["800"]),
        ("Every second 15 tonnes are burnt.", ["15"]),
    ],
)
def test_their_like_that_count_are_figures(text: str, numerals: list[str]) -> None:
    assert [c.value_text for c in read(text).claims] == numerals


@pytest.mark.parametrize(
    "number", ["+47 900 00 000", "+1 212 555 0100", "(202) 555-0143", "+44 20 7946 0958"]
)
def test_a_telephone_number_counts_nothing(number: str) -> None:
    assert [c.value_text for c in read(f"Call {number} for the 3,000 copies.").claims] == ["3,000"]


def test_a_number_with_a_plus_and_blanks_is_no_telephone_number() -> None:
    assert [str(c.value) for c in read("The change was +12 345 678 people.").claims] == ["12345678"]


@pytest.mark.parametrize(
    "text",
    [
        "It surveyed firms between 4 and 11 March.",
        "The fair ran on 3 to 5 June.",
        "The fair of June 3-5 drew crowds.",
        "The fair ran from June 3 to 5, 2019.",
        "It closed on May 3 and 4, 2018.",
        "The road was shut between junctions 10 and 11.",
        "See footnotes 5-7.",
        "It teaches grades 9 to 12.",
        "The strike shut lines 1 and 4 of the metro.",
        "Pupils in years 7 to 11 cycled to school.",
    ],
)
def test_several_days_and_several_numbered_things_count_nothing(text: str) -> None:
    assert not read(text).claims


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("On June 3 and 12 fires were counted.", "12"),
        ("From June 3 to 5 million people came.", "5 million"),
        ("In years 3 and 4 it lost 20 million euros.", "20 million"),
    ],
)
def test_what_is_counted_behind_a_day_is_read(text: str, value: str) -> None:
    assert [c.value_text for c in read(text).claims] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("By age 25% of women had married.", "25%"),
        ("The new metro line 25 km long opened.", "25"),
        ("In the ward 14 patients died.", "14"),
        ("In the latest round 12 investors took part.", "12"),
        ("In the second phase 1,200 homes were built.", "1,200"),
    ],
)
def test_behind_the_noun_of_a_name_a_percentage_a_length_and_what_does_something_count(
    text: str, value: str
) -> None:
    assert [c.value_text for c in read(text).claims] == [value]


@pytest.mark.parametrize(
    "text", ["In the phase 3 trials, nobody died.", "Line 4 stations are shut.", "It won in round 3."]
)
def test_the_number_of_a_name_counts_nothing_before_its_noun(text: str) -> None:
    assert not read(text).claims
