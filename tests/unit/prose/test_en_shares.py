"""Shares, parts and gaps: what a percentage or an amount stands against."""

import pytest

from tests.unit.prose.reading import links, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Aid was £83 billion, a third of which went to Asia.", {("a third", "share_of", "83 billion")}),
        ("The city has 112 schools, 27 of which are private.", {("27", "part_of", "112")}),
        (
            "They had 24.3 million nights. Visitors took 6.8 million nights, or 28% of the total.",
            {
                ("6.8 million", "part_of", "24.3 million"),
                ("28%", "share_of", "24.3 million"),
                ("28%", "expresses", "6.8 million"),
            },
        ),
        (
            "Of the 12.2 million hectares farmed, pasture took up 71%, coffee 7.4% and palm 4.1%.",
            {
                ("71%", "share_of", "12.2 million"),
                ("7.4%", "share_of", "12.2 million"),
                ("4.1%", "share_of", "12.2 million"),
            },
        ),
        (  # 270 is no percentage: what follows says it again
            "Of the 9.7 million farmers, 6.4 million, or 66%, were self-employed.",
            {
                ("6.4 million", "part_of", "9.7 million"),
                ("66%", "share_of", "9.7 million"),
                ("66%", "expresses", "6.4 million"),
            },
        ),
        ("The strike cost €400 million in sales; 61% of those polled backed it.", set()),
    ],
)
def test_links_of_shares(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert links(text) == expected


@pytest.mark.parametrize(
    "text",
    ["Only 8% foresee a decline.", "Of those asked, 41% said yes.", "Prices will rise; 31% expect so."],
)
def test_a_percentage_that_answers_is_a_share_of_those_asked(text: str) -> None:
    assert [c.kind for c in read(text).claims] == ["share"]


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("The bridge cost £3.4 billion, £0.3 billion over budget.", "up"),
        ("Spending came to £74 million, £6 million under budget.", "down"),
        ("Output was 12 million tonnes, 3 million tonnes below the May forecast.", "down"),
        ("Receipts were 48 million euros and exceeded those of Spain by 2.5 million euros.", "up"),
    ],
)
def test_a_gap_to_a_plan_is_no_second_level(text: str, direction: str) -> None:
    level, gap = read(text).claims
    assert (level.kind, gap.kind, gap.direction) == ("level", "difference", direction)
    assert links(text) == set()


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        (
            "Of the 3,400 firms polled 22% had no website and 9% sold abroad.",
            {("22%", "share_of", "3,400"), ("9%", "share_of", "3,400")},
        ),
        (
            "Solar panels contributed 21.4 TWh (17%) to total generation of 126 TWh.",
            {("17%", "share_of", "126"), ("17%", "expresses", "21.4")},
        ),
        (
            "The group employed 18,400 people. These included 2,100 trainees and 640 researchers.",
            {("2,100", "part_of", "18,400"), ("640", "part_of", "18,400")},
        ),
        (
            "The fund holds 40 trillion won. Bonds account for 26 trillion won and equities for the remaining"
            " 14 trillion won.",
            {("26 trillion", "part_of", "40 trillion"), ("14 trillion", "part_of", "40 trillion")},
        ),
        (
            "The fund holds 40 trillion won. Bonds account for 65% and equities for the remaining 35%.",
            {("65%", "share_of", "40 trillion"), ("35%", "share_of", "40 trillion")},
        ),
        ("The fund holds 40 trillion won. Bonds account for 65% and equities for 30%.", set()),
        ("Bonds account for 65% and equities for the remaining 35%.", set()),
        (
            "Of the 900 prisoners, 240 of them women, 12% of these women were ill.",
            {("240", "part_of", "900"), ("12%", "share_of", "240")},
        ),
        (
            "Guest nights numbered 149 million. Germans booked 56 million of these, those from Austria"
            " 39 million.",
            {("56 million", "part_of", "149 million"), ("39 million", "part_of", "149 million")},
        ),
        (
            "The ship carried 74 containers, 11 of which were empty and three damaged.",
            {("11", "part_of", "74"), ("three", "part_of", "74")},
        ),
        (
            "Soy exports reached 68 million tonnes. China bought 79% of the total.",
            {("79%", "share_of", "68 million")},
        ),
        (
            "It has 5,100 km of railway, 1,900 km of it for fast trains, which was 37% of the total.",
            {
                ("1,900", "part_of", "5,100"),
                ("37%", "share_of", "5,100"),
                ("37%", "expresses", "1,900"),
            },
        ),
        (
            "Revenue came to €880 million: 45% from ports, 35% from ships and 20% from services.",
            {
                ("45%", "share_of", "880 million"),
                ("35%", "share_of", "880 million"),
                ("20%", "share_of", "880 million"),
            },
        ),
        (
            "Rice took up 43.8 million hectares, a share of 22% of the gross area.",
            {("22%", "expresses", "43.8 million")},
        ),
    ],
)
def test_shares_and_parts_are_tied_by_the_shape_of_the_sentence(
    text: str, linked: set[tuple[str, str, str]]
) -> None:
    assert links(text) == linked


def test_one_in_five_francs_is_a_share_and_no_five_francs() -> None:
    share = read("One in five francs went abroad.").claims
    assert [(c.value, c.unit, c.kind) for c in share] == [(20, "percent", "share")]


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("In 1,900 cases (22.6%) faults were found.", {("22.6%", "expresses", "1,900")}),
        ("Cases rose to 1,900 (22.6%).", set()),
        (
            "Among the 44 million tonnes of fish landed, herring made up the largest share (14%), followed by"
            " cod (9%).",
            {("14%", "share_of", "44 million"), ("9%", "share_of", "44 million")},
        ),
        ("The north (31 million tonnes; 18% of the total) leads.", {("18%", "expresses", "31 million")}),
        (
            "Couples made up 12.9 million, or 67%, of the 19.1 million families.",
            {
                ("12.9 million", "part_of", "19.1 million"),
                ("67%", "share_of", "19.1 million"),
                ("67%", "expresses", "12.9 million"),
            },
        ),
        (
            "Aid came to €149 billion. Loans accounted for less than 20% of this amount.",
            {("20%", "share_of", "149 billion")},
        ),
        (
            "The largest donors gave 84% of the €149 billion; the remaining 16% came from others.",
            {("84%", "share_of", "149 billion"), ("16%", "share_of", "149 billion")},
        ),
        (
            "The largest donors gave 84% of the €149 billion; the remaining 6% came from others.",
            {("84%", "share_of", "149 billion")},
        ),
        (
            "Lending totalled €23 billion, with Chad getting €15 billion or 65 percent and Mali 18 percent.",
            {
                ("15 billion", "part_of", "23 billion"),
                ("65 percent", "expresses", "15 billion"),
                ("65 percent", "share_of", "23 billion"),
                ("18 percent", "share_of", "23 billion"),
            },
        ),
        (
            "The workforce consists of 4,100 people at home and 9,300 abroad, 13,400 in all.",
            {("4,100", "part_of", "13,400"), ("9,300", "part_of", "13,400")},
        ),
        (
            "Bad loans shrank to €12 billion, or 7.1% of all loans, from €19 billion, or 11%.",
            {
                ("12 billion", "compared_with", "19 billion"),
                ("7.1%", "expresses", "12 billion"),
                ("11%", "expresses", "19 billion"),
                ("7.1%", "compared_with", "11%"),
            },
        ),
        (
            "Flats accounted for 46%, houses for 39% and huts for 14% of the 3.0 million dwellings.",
            {
                ("46%", "share_of", "3.0 million"),
                ("39%", "share_of", "3.0 million"),
                ("14%", "share_of", "3.0 million"),
            },
        ),
        (
            "The surplus came to €13.5 billion. This is 1.7% of GDP.",
            {("1.7%", "expresses", "13.5 billion")},
        ),
        (
            "The 12,400 farms that grow rape accounted for 6.4% of all farms.",
            {("6.4%", "expresses", "12,400")},
        ),
        ("The 12,400 farms that grow rape accounted for 6.4% of all income.", set()),
        ("Migration of 237,000 was made up of 526,000 arrivals and 289,000 departures.", set()),
        ("The ten largest customers brought 54% of revenue, and one of them 17%.", set()),
    ],
)
def test_shares_of_one_whole_told_in_other_clauses(text: str, linked: set[tuple[str, str, str]]) -> None:
    assert links(text) == linked


def test_what_was_turned_down_did_not_fall() -> None:
    assert [c.kind for c in read("The office granted 13,000 permits and turned down 6,100.").claims] == [
        "level",
        "level",
    ]
