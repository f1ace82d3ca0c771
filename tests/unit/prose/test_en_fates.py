"""Bare numbers of persons, told by what befell them, and numbers that count nothing."""

import pytest

from tests.unit.prose.reading import links, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Another 27 died.", ["27"]),
        ("Two died and 14 were injured.", ["Two", "14"]),
        ("The quake killed at least 61 and injured 300.", ["61", "300"]),
        ("A further 12 have been arrested.", ["12"]),
    ],
)
def test_what_befalls_persons_counts_them(text: str, expected: list[str]) -> None:
    assert [(c.value_text, c.unit) for c in read(text).claims] == [(x, "person") for x in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Page 27 is missing.", []),
        ("He scored 12 and died.", []),
        ("Of 14 ships, two are missing.", [("14", "count"), ("two", "count")]),
    ],
)
def test_other_numbers_are_no_persons(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(c.value_text, c.unit) for c in read(text).claims] == expected


@pytest.mark.parametrize(
    "text",
    [
        "A 737-800 landed late.",
        "The jet left runway 18L late.",
        "Lot 27 went unsold.",
        "It stands in the journal's issue 9.",
        "Men aged between 27 and 51 were asked.",
        "It opened at 14 Rue des Lilas.",
    ],
)
def test_numbers_of_names_and_ages_count_nothing(text: str) -> None:
    assert [c.value_text for c in read(text).claims if c.kind != "duration"] == []


def test_items_of_a_list_are_no_figures() -> None:
    text = "What we know: 1. The bus fell. 2. All 43 passengers lived."
    assert [c.value_text for c in read(text).claims] == ["43"]


@pytest.mark.parametrize(
    ("text", "kind"), [("Okoro, 27, scored twice.", "duration"), ("Issue 12 permits now.", "level")]
)
def test_ages_and_counts_stay_what_they_are(text: str, kind: str) -> None:
    assert [c.kind for c in read(text).claims] == [kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It sold 410,000 cars, or 31.3% of the market. Sales of all makers came to 1.31 million.",
            {("31.3%", "expresses", "410,000"), ("31.3%", "share_of", "1.31 million")},
        ),
        (
            "It sold 410,000 cars, or 35.3% of the market. Sales of all makers came to 1.31 million.",
            {("35.3%", "expresses", "410,000")},
        ),
        (
            "Royalties came to $5.1 billion. Iron ore alone brought in $3.6 billion.",
            {("3.6 billion", "part_of", "5.1 billion")},
        ),
        (
            "Emissions were 54 million tonnes; the transport sector alone emitted 17 million tonnes.",
            {("17 million", "part_of", "54 million")},
        ),
        ("Sales were £12m. He lives alone on £300 a week.", set()),
        ("Sales were £12m. He alone owned £9m.", set()),
        ("Sales were £12m. Debt alone came to £9m.", set()),
        ("Exports were worth £12m. In May alone imports were worth £9m.", set()),
        ("The town has 9,000 dwellings. Pensioners living alone numbered 1,200.", set()),
        ("The town spent £12m. Pensioners living alone received £9m.", set()),
        (
            "Inns had 2.4 million guests and 7.9 million nights. "
            "Foreigners made 3.2 million nights (40.5% of the total).",
            {
                ("3.2 million", "part_of", "7.9 million"),
                ("40.5%", "share_of", "7.9 million"),
                ("40.5%", "expresses", "3.2 million"),
            },
        ),
        (
            "Of the 12,000 homes, 29% have one room, 31% of two.",
            {("29%", "share_of", "12,000"), ("31%", "share_of", "12,000")},
        ),
        (
            "Gas cost EUR 0.12 per kWh. Taxes made up EUR 0.03, or 25%, of the price.",
            {("25%", "expresses", "0.03"), ("25%", "share_of", "0.12")},
        ),
        (
            "It sold 1.2 million tonnes, worth $9.5 billion. Poland took 11% of the volume and Peru 10%.",
            {("11%", "share_of", "1.2 million"), ("10%", "share_of", "1.2 million")},
        ),
        (
            "Police logged 4,310 thefts. Drink was involved in 62% of cases.",
            {("62%", "share_of", "4,310")},
        ),
        (
            "The fund holds €86 billion. Shares account for 54%, bonds for 31% and land for the rest.",
            {("54%", "share_of", "86 billion"), ("31%", "share_of", "86 billion")},
        ),
        ("She won two of her previous eleven games.", {("two", "part_of", "eleven")}),
        (
            "Ghana sold 2.6 million tonnes and Togo 1.1 million, out of total sales of 4.9 million tonnes.",
            {("2.6 million", "part_of", "4.9 million"), ("1.1 million", "part_of", "4.9 million")},
        ),
    ],
)
def test_wholes_that_are_pointed_to(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert links(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The office interviewed 2,480 owners. Some 23% said they would sell, compared with 19% in 2015.",
            {("23%", "share_of", "2,480"), ("23%", "compared_with", "19%")},
        ),
        (
            "Some 418,000 pupils enrolled; 52,000 of these paid. Girls made up 51% of pupils.",
            {("52,000", "part_of", "418,000"), ("51%", "share_of", "418,000")},
        ),
        (
            "Wind supplied 58 TWh, solar 21 TWh and hydro the rest of the 96 TWh made last year.",
            {("58 TWh", "part_of", "96 TWh"), ("21 TWh", "part_of", "96 TWh")},
        ),
        (
            "The Greens hold 51 of the 100 seats, the Liberals 49.",
            {("51", "part_of", "100"), ("49", "part_of", "100")},
        ),
        (
            "Sales fell to £643m from £671m; online, at £188m, accounted for 29% of them.",
            {
                ("643m", "compared_with", "671m"),
                ("29%", "share_of", "643m"),
                ("29%", "expresses", "188m"),
            },
        ),
        (
            "Its 1,140 clubs spent £1.3 billion. Rent took 46% of this and wages 12%.",
            {("46%", "share_of", "1.3 billion"), ("12%", "share_of", "1.3 billion")},
        ),
        (
            "Of the 3,204 claims, 1,870 concerned delays and 640 were dropped.",
            {("1,870", "part_of", "3,204"), ("640", "part_of", "3,204")},
        ),
        ("Occupancy averaged 67.4% in July (65.9% a year ago).", {("67.4%", "compared_with", "65.9%")}),
        ("About 7.3 million shares were sold, against an average of 6.9 million over 20 days.", set()),
        (
            "It owns 84 aircraft and two ships; 11 of its planes are leased.",
            {("11", "part_of", "84")},
        ),
        ("Staff earn at least £7.83 an hour and loans may not exceed 80% of the price.", set()),
    ],
)
def test_wholes_of_other_clauses(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert {(a.removesuffix(" TWh"), role, b.removesuffix(" TWh")) for a, role, b in expected} == links(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The surplus was $27.4 billion, that with Peru $4.1 billion. "
            "Exports rose to $12.3 billion, 18% of the total.",
            {("18%", "expresses", "12.3 billion")},
        ),
        (
            "Some 63 senators, among them 14 liberals, supported the bill; 31 were against.",
            {("14", "part_of", "63")},
        ),
        (
            "Some 1.6 million people live there. Fishing employs 210,000, or 13% of them.",
            {("13%", "expresses", "210,000"), ("13%", "share_of", "1.6 million")},
        ),
        (
            "The number of farms was 311,000. Farms of 50 hectares and over made up 22% of the total.",
            {("22%", "share_of", "311,000")},
        ),
        (
            "The survey, which covers 8,000 firms, found that 24% had cut staff.",
            {("24%", "share_of", "8,000")},
        ),
        (
            "Lending was 0.3% of GDP in 2015 (2014: 1.1%; 2013: 2.0%).",
            {("0.3%", "compared_with", "1.1%"), ("0.3%", "compared_with", "2.0%")},
        ),
        ("The two-year yield stood at 4.87%, from 4.85% on Monday.", {("4.87%", "compared_with", "4.85%")}),
        (
            "Assets came to €71.2 billion; loans to customers made up €48.3 billion.",
            {("48.3 billion", "part_of", "71.2 billion")},
        ),
    ],
)
def test_a_whole_is_of_the_same_thing(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert links(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The fleet has 34 ferries and 12 tugs. Nine of the ferries, or 26%, run on gas.",
            {("Nine", "part_of", "34"), ("26%", "expresses", "Nine"), ("26%", "share_of", "34")},
        ),
        (
            "Some 3,900 guests stayed. Germans made up 31%, Dutch 22% and Danes 9%.",
            {("31%", "share_of", "3,900"), ("22%", "share_of", "3,900"), ("9%", "share_of", "3,900")},
        ),
        (
            "Of 240 samples tested, 18 contained lead, six of them a lot.",
            {("18", "part_of", "240"), ("six", "part_of", "18")},
        ),
        (
            "Output was 14.1 million tonnes, 3% of which, or 0.4 million tonnes, was organic.",
            {
                ("3%", "share_of", "14.1 million"),
                ("3%", "expresses", "0.4 million"),
                ("0.4 million", "part_of", "14.1 million"),
            },
        ),
        (
            "Sweden's population came to 10.5 million; 2.2 million of its inhabitants are foreign.",
            {("2.2 million", "part_of", "10.5 million")},
        ),
        ("It bought back $75 million of its stock and $20 million of its debt.", set()),
        (
            "Sales were SEK 24.6 billion (22.9). Europe accounted for SEK 13.1 billion (12.4)"
            " and Asia for SEK 6.2 billion (5.5).",
            {
                ("24.6 billion", "compared_with", "22.9"),
                ("13.1 billion", "part_of", "24.6 billion"),
                ("13.1 billion", "compared_with", "12.4"),
                ("6.2 billion", "part_of", "24.6 billion"),
                ("6.2 billion", "compared_with", "5.5"),
            },
        ),
        ("It sold 1.9 million phones, a market share of 7.4%.", {("7.4%", "expresses", "1.9 million")}),
        (
            "Revenue was £1.21 billion; Asia contributed £210 million.",
            {("210 million", "part_of", "1.21 billion")},
        ),
        (
            "The state gives $2.7 billion. Hospitals get $1.6 billion and clinics $480 million.",
            {("1.6 billion", "part_of", "2.7 billion"), ("480 million", "part_of", "2.7 billion")},
        ),
        ("A jury found two men guilty. Some 60% of cases end in a plea.", set()),
        ("The firm lost £3m. Wages made up 61% and rent 20% of costs.", set()),
    ],
)
def test_shares_and_parts_of_later_sentences(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert links(text) == expected
