"""Numerals: the value, the place of the last digit, and what is refused."""

from decimal import Decimal

import pytest

from ingest.prose.numerals import from_words, parse_digits, scale
from tests.unit.prose.reading import only, read


@pytest.mark.parametrize(
    ("printed", "value", "last", "nonzero"),
    [
        ("5,739", "5739", "1", "1"),
        ("87,000", "87000", "1", "1000"),
        ("10.0", "10.0", "0.1", "0.1"),
        ("410,000", "410000", "1", "10000"),
        ("0", "0", "1", "1"),
        (".08", "0.08", "0.01", "0.01"),
    ],
)
def test_digits_and_their_places(printed: str, value: str, last: str, nonzero: str) -> None:
    number = parse_digits(printed)
    assert number is not None
    assert (number.value, number.last_place, number.nonzero_place) == tuple(
        map(Decimal, (value, last, nonzero))
    )


def test_a_scale_word_moves_the_places() -> None:
    number = parse_digits("3.15")
    assert number is not None
    assert scale(number, Decimal(10**9)) == (Decimal("3150000000"), Decimal(10_000_000), Decimal(10_000_000))


def test_more_digits_than_a_figure_has_are_refused() -> None:
    assert parse_digits("1" * 21) is None
    reading = read(f"There were {'1' * 30} firms.")
    assert (reading.claims, [r.rule for r in reading.refusals]) == ([], ["broken_number"])


@pytest.mark.parametrize(
    ("value", "factor", "places"),
    [
        ("20", "1", ("1", "10")),
        ("20", "1000000", ("1000000", "10000000")),
        ("2.5", "1000000", ("100000", "100000")),
    ],
)
def test_places_of_number_words(value: str, factor: str, places: tuple[str, str]) -> None:
    number = from_words(Decimal(value), Decimal(factor))
    assert (number.last_place, number.nonzero_place) == tuple(map(Decimal, places))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They sold 1.05\u00a0million cars.", "1050000"),
        ("They sold twenty-five cars.", "25"),
        ("Arrivals crossed the two-million mark.", "2000000"),
        ("The one-billion-dollar plant is new.", "1000000000"),
        ("A 2.5-million-tonne cargo arrived.", "2500000"),
        ("It pays a coupon of 4 7/8 percent.", "4.875"),
        ("The stock closed at 1,234p.", "1234"),
        ("Rates rose to 2.6pc of output.", "2.6"),
        ("That is one in every nine people.", "11.111111111111"),
        ("They sold two hundred and fifty thousand cars.", "250000"),
        ("They sold half a million cars.", "500000"),
        ("They sold a quarter million cars.", "250000"),
        ("They sold one point five million cars.", "1500000"),
        ("They sold 2½ million cars.", "2500000"),
        ("They sold 3 million and a half cars.", "3500000"),
        ("They sold 1.2 crore cars.", "12000000"),
        ("They sold 12,34,567 cars.", "1234567"),
        ("They sold 5.2m cars.", "5200000"),
        ("They sold 3bn cars.", "3000000000"),
        ("They sold 4 thousand cars.", "4000"),
        ("They sold two and a half million cars.", "2500000"),
        ("They sold two million and one half cars.", "2500000"),
        ("They sold one billion and a half million cars.", "1000500000"),
        ("They sold two and three quarter million cars.", "2750000"),
        ("They sold one thousand and five hundred cars.", "1500"),
        ("They sold two hundred and two thousand cars.", "202000"),
        ("They sold two hundred point seventy-one tonnes.", "200.71"),
        ("They sold 3 hundred and 21 cars.", "321"),
        ("They sold 6 crore and two hundred cars.", "60000200"),
        ("They sold 6 crore 20 lakh cars.", "62000000"),
        ("They moved 1 million 11 thousand cars.", "1011000"),
        ("One in a thousand cars was sold.", "0.1"),
    ],
)
def test_one_value_for_one_numeral(text: str, value: str) -> None:
    assert only(text).value == Decimal(value)


@pytest.mark.parametrize(
    "broken", ["19 2%", "4#812 tonnes", "1*234 cars", "3,5 million cars", "1.234.567 cars", "44.1 56.7 70.8"]
)
def test_broken_numbers_are_refused_with_a_sentence(broken: str) -> None:
    reading = read(f"The total was {broken} there.")
    assert reading.claims == []
    assert {r.rule for r in reading.refusals} == {"broken_number"}
    assert all(r.reason.endswith(".") and len(r.reason) > 30 for r in reading.refusals)


@pytest.mark.parametrize(
    "vague", ["dozens of shops", "hundreds of wells", "several million people", "a handful of firms"]
)
def test_vague_quantities_are_refused(vague: str) -> None:
    reading = read(f"The storm closed {vague}.")
    assert (reading.claims, [r.rule for r in reading.refusals]) == ([], ["vague"])


@pytest.mark.parametrize(
    "text",
    [
        "It was signed on 12 March 2017.",
        "It was signed on March 12, 2017.",
        "The meeting of 2018-12-05 began at 10:30.",
        "Article 5 and Section 4.1 apply.",
        "The Boeing 737 landed.",
        "See Note 18 and Form 10-K.",
        "The 35th satellite went up.",
        "A one-stop service was opened.",
        "The G20 met.",
        "Under IFRS 16 and ASC 606 nothing changed.",
        "1. The spaces grow",
        "The address is 192.168.1.1.",
        "Comparison of both years (in 000's)",
        "Buses run on routes 12 and 14.",
        "Order No 1,204 was amended.",
        "The committee met 9-10 May in Room 101.",
        "The Group of Twenty and the Big Four met.",
        "Shares are registered under the Securities Act of 1933 (File No. 333- 233349).",
    ],
)
def test_what_is_no_figure_is_left_alone(text: str) -> None:
    assert read(text).claims == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("They spent Rs 6 crore and 20 people came.", ["60000000", "20"]),
        ("They had between one million and two hundred thousand.", ["1000000", "200000"]),
    ],
)
def test_a_number_goes_on_only_below_its_last_scale(text: str, values: list[str]) -> None:
    assert [c.value for c in read(text).claims] == [Decimal(v) for v in values]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Revenue was MSEK 412.", "412000000", "SEK"),
        ("Grants came to twenty MUSD.", "20000000", "USD"),
        ("It pays a 12-cent-a-share dividend.", "12", "USc/share"),
        ("The 650,000 barrel-per-day refinery opened.", "650000", "bbl"),
        ("It was 2.33 k tonnes.", "2330", "t"),
        ("The tower is of a height of 48m.", "48", "m"),
        ("Spending was £85m above budget.", "85000000", "GBP"),
        ("The loss was - 4.2 million euros.", "-4200000", "EUR"),
    ],
)
def test_a_unit_and_its_scale_in_every_order(text: str, value: str, unit: str) -> None:
    claim = only(text)
    assert (claim.value, claim.unit) == (Decimal(value), unit)


@pytest.mark.parametrize("text", ["They sold 5k-20k cars.", "The number ranges from 5k to 20k."])
def test_a_scale_at_both_ends_of_a_range(text: str) -> None:
    assert (only(text).value, only(text).value_upper) == (5000, 20000)


@pytest.mark.parametrize(("text", "qualifier"), [("or more", "GE"), ("or less", "LE")])
def test_a_bound_behind_the_number_is_stronger_than_about(text: str, qualifier: str) -> None:
    assert only(f"They opened about 500 {text} shops.").qualifier == qualifier


def test_a_third_party_is_no_third() -> None:
    assert read("It insures the debts of a third party.").claims == []
    assert only("It closed a third of the shops.").kind == "share"


def test_what_is_glued_to_a_number_gives_its_unit() -> None:
    assert (only("Shares fell to 99.5p.").unit, only("Inflation was 2.6pc.").unit) == ("GBp", "percent")
    assert read("A 1080p screen and a new pc were sold.").claims == []


@pytest.mark.parametrize("text", ["It was cut 7/8.", "He paid 4 7/3 percent."])
def test_no_fraction_is_made_of_other_slashes(text: str) -> None:
    assert read(text).claims == []


@pytest.mark.parametrize(
    ("printed", "unit", "flags"),
    [
        ("52.6 million hectolitres", "hL", ""),
        ("345 bcm", "bcm", ""),
        ("345 ML", "ML", ""),
        ("345 ml", "mL", ""),
        ("3.2 million bpd", "bbl", "per_period"),
        ("345,000 b/d", "bbl", "per_period"),
        ("409 ppm", "ppm", ""),
        ("95 g/km", "g/km", ""),
        ("12 million tonnes of CO2 equivalent", "tCO2e", ""),
        ("345 Mtoe", "Mtoe", ""),
    ],
)
def test_measures_are_no_counts(printed: str, unit: str, flags: str) -> None:
    claim = only(f"The total came to {printed} last year.")
    assert (claim.unit, claim.unit_status, claim.flags) == (unit, "stated", flags)
