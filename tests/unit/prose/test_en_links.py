"""Links: each pattern of growth, comparison, part and share points at the right figure."""

import pytest

from tests.unit.prose.reading import links, only, read

GROWTH = [
    ("Exports rose 12.3% to $4.5 billion.", "12.3%", "4.5 billion"),
    ("Exports were $4.5 billion, up 12.3%.", "12.3%", "4.5 billion"),
    ("Exports were $4.5 billion, an increase of 12.3% over the previous year.", "12.3%", "4.5 billion"),
    ("Exports reached $4.5 billion, a year-on-year rise of 12.3%.", "12.3%", "4.5 billion"),
    ("Exports grew by 12.3%, reaching $4.5 billion.", "12.3%", "4.5 billion"),
    ("Exports increased by $0.5 billion to $4.5 billion.", "0.5 billion", "4.5 billion"),
    ("Over 410,000 teams were served, 52% more than in the previous year.", "52%", "410,000"),
    ("The workforce doubled to 1,480 people.", "doubled", "1,480"),
    ("The bank cut its policy rate by 25 basis points to 1.75%.", "25", "1.75%"),
]


@pytest.mark.parametrize(("text", "change", "level"), GROWTH)
def test_growth_is_tied_to_its_level(text: str, change: str, level: str) -> None:
    assert (change, "growth_of", level) in links(text)


@pytest.mark.parametrize(
    "text",
    [
        "Exports reached $4.5 billion and imports rose 3%.",
        "Exports reached $4.5 billion, with department stores down 1.6%.",
        "Exports reached $4.5 billion; in 2016 imports fell by 2%.",
    ],
)
def test_growth_of_something_else_is_not_tied(text: str) -> None:
    assert not any(role == "growth_of" for _, role, _ in links(text))


def test_amount_rate_level_and_earlier_level() -> None:
    text = "Revenue rose by $43.6m, or 11.6%, to $419.2m in 2017 from $375.6m in 2016."
    assert links(text) == {
        ("43.6m", "growth_of", "419.2m"),
        ("11.6%", "growth_of", "419.2m"),
        ("43.6m", "growth_from", "375.6m"),
        ("11.6%", "growth_from", "375.6m"),
        ("419.2m", "compared_with", "375.6m"),
    }
    by_numeral = {c.value_text: c for c in read(text).claims}
    assert by_numeral["11.6%"].base_period == "2016"
    assert (by_numeral["419.2m"].time_period, by_numeral["375.6m"].time_period) == ("2017", "2016")
    assert by_numeral["43.6m"].kind == "change_amount"


def test_from_a_to_b_is_two_levels_that_share_scale_and_unit() -> None:
    first, second = read("Output fell from 25 to 20 million tonnes between 2016 and 2017.").claims
    assert (first.value, second.value) == (25_000_000, 20_000_000)
    assert (first.time_period, second.time_period) == ("2016", "2017")
    assert (first.unit, second.unit, first.qualifier) == ("t", "t", "NONE")


PARTS = [
    (
        "It won 48 billion yuan, of which 39 billion yuan came from firms.",
        "39 billion",
        "48 billion",
        "unknown",
    ),
    ("They hired 994,000 people, among whom 304,000 were graduates.", "304,000", "994,000", "unknown"),
    (
        "There were 38.3 million visitors, including 10.5 million from China.",
        "10.5 million",
        "38.3 million",
        "partial",
    ),
    ("There were 4,849 shops and 6,959 stalls, 11,808 in total.", "6,959", "11,808", "exhaustive"),
    ("In 2018, 87 of the 120 cities had a plan.", "87", "120", "partial"),
    (
        "Altogether 1,930 permits were issued, 1,410 for homes and 520 for shops.",
        "520",
        "1,930",
        "exhaustive",
    ),
]


@pytest.mark.parametrize(("text", "part", "whole", "coverage"), PARTS)
def test_part_and_whole(text: str, part: str, whole: str, coverage: str) -> None:
    reading = read(text)
    printed = {c.claim_id: c.value_text for c in reading.claims}
    found = {
        (printed[x.claim_id], printed[x.target_claim_id], x.coverage)
        for x in reading.links
        if x.role == "part_of"
    }
    assert (part, whole, coverage) in found


def test_a_part_of_what_was_said_before() -> None:
    text = "In 2017 there were 4,120 reading rooms. Agencies set up over 300 of the rooms."
    assert links(text) == {("300", "part_of", "4,120")}


def test_respectively_pairs_in_order() -> None:
    text = "Exports of figs and dates rose to 312,000 and 125,000 tonnes, up 8% and 61% respectively."
    assert links(text) == {("8%", "growth_of", "312,000"), ("61%", "growth_of", "125,000")}


def test_a_bracketed_conversion() -> None:
    assert links("Exports came to 306 billion reais (US$96 billion).") == {
        ("96 billion", "conversion_of", "306 billion")
    }


def test_points_are_never_percent() -> None:
    claim = only("The rate rose by 0.4 percentage points.")
    assert (claim.kind, claim.unit, claim.value_text) == ("points", "percentage_point", "0.4")


def test_an_average_rate_is_not_growth_of_a_level() -> None:
    text = "Exports grew at an average annual rate of 7.6%, reaching $28.1 billion."
    assert not any(role == "growth_of" for _, role, _ in links(text))
    assert read(text).claims[0].kind == "average_rate"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The rate edged up to 82.9% in 2017, whereas that of 15–24-year-olds fell by 1.3 points to 49%.",
            {("1.3", "growth_of", "49%")},
        ),
        (
            "The fund paid €18.9 million in grants to 1,460 farms, €2.3 million (13.9%) more than in 2016.",
            {("2.3 million", "growth_of", "18.9 million"), ("13.9%", "growth_of", "18.9 million")},
        ),
        (
            "Loans grew at an annual rate of 5.8% to 312.5 billion zlotys.",
            {("5.8%", "growth_of", "312.5 billion")},
        ),
        (
            "Hotels and camps had 14.2 million and 3.1 million stays respectively, which means changes of "
            "+2.8% and -1.9%.",
            {("+2.8%", "growth_of", "14.2 million"), ("-1.9%", "growth_of", "3.1 million")},
        ),
        (
            "Generation came to 61.7 TWh, split between water (57.4%), coal (30.9%) and wind (11.7%).",
            {(share, "share_of", "61.7") for share in ("57.4%", "30.9%", "11.7%")},
        ),
        (
            "Sales rose to 115,600 cars, or one in every six new registrations.",
            {("one in every six", "expresses", "115,600")},
        ),
    ],
)
def test_links_of_what_an_independent_annotator_wrote(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert links(text) == expected


def test_kinds_of_what_an_independent_annotator_wrote() -> None:
    assert read("Pay was 41 francs for men and 36 for women, a gap of 13.3%.").claims[-1].kind == "difference"
    shares = read(
        "Firms accounted for 69% of the total, universities for 24% and others for the remaining 7%."
    )
    assert [c.kind for c in shares.claims] == ["share"] * 3
    point = read("The bank raised its rate by a quarter point to 5.5%.").claims[0]
    assert (str(point.value), point.unit) == ("0.25", "percentage_point")
    recovered = read("Sales dropped by 7.5% in 2015 before recovering by 4.0% in 2016.").claims[1]
    assert recovered.direction == "up"
    assert [c.value_text for c in read("One in five was younger than 15.").claims] == ["One in five"]


def test_a_bracket_behind_an_earlier_share_is_of_its_year() -> None:
    text = "Debt fell to 58% of GDP (214 million euros) at the end of 2017"
    text += " from 60% (216 million euros) a year earlier."
    assert [c.time_period for c in read(text).claims] == ["2017", "2017", "2016", "2016"]
    text = "Growers expect this year's crop to be 15% below last year's 46 million tonnes."
    assert read(text).claims[1].time_period == "2017"
