"""Parts and shares told as the one before them was, or that make up all of a level."""

import pytest

from tests.unit.prose.reading import links

_PARTS = ("part_of", "share_of", "expresses")


def parts(text: str) -> set[tuple[str, str, str]]:
    """The links of parts, shares and what they express."""
    return {x for x in links(text) if x[1] in _PARTS}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Locals made up 4.6 million of the 11.4 million guests and foreigners 6.8 million.",
            {("4.6 million", "part_of", "11.4 million"), ("6.8 million", "part_of", "11.4 million")},
        ),
        (
            "Cars accounted for 59% of the 4,120 road deaths, motorcycles for 18% and pedestrians for 15%.",
            {(share, "share_of", "4,120") for share in ("59%", "18%", "15%")},
        ),
        (
            "The party holds 291 of 465 seats and its partner 32.",
            {("291", "part_of", "465"), ("32", "part_of", "465")},
        ),
        (
            "It moved 438 million tonnes. Ores made up 130 million tonnes (29.6%), oil 101 million (23.1%).",
            {
                ("130 million", "part_of", "438 million"),
                ("101 million", "part_of", "438 million"),
                ("29.6%", "share_of", "438 million"),
                ("23.1%", "share_of", "438 million"),
                ("29.6%", "expresses", "130 million"),
                ("23.1%", "expresses", "101 million"),
            },
        ),
        ("Of the 84 plants, 38 were shut, and output fell to 22 tonnes.", {("38", "part_of", "84")}),
        ("The firm met 7 of 10 targets and 3 pledges.", {("7", "part_of", "10")}),
        ("It owns 30 of the 84 ships, and the deficit was 12.", {("30", "part_of", "84")}),
        ("Women hold 59% of the 410 seats, while unemployment is 18%.", {("59%", "share_of", "410")}),
    ],
)
def test_parts_go_on(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In 2023 it committed €340 million: 60% went to roads, 25% to rail and 15% to ports.",
            {(share, "share_of", "340 million") for share in ("60%", "25%", "15%")},
        ),
        (
            "It spent $6.1 trillion in 2023, of which pensions made up 22%, health 28% and interest 11%.",
            {(share, "share_of", "6.1 trillion") for share in ("22%", "28%", "11%")},
        ),
        ("It has 340 shops. In May 60% of voters and 40% of firms were in favour.", set()),
    ],
)
def test_shares_make_up_a_level(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The budget is £412 million, with £138 million earmarked for care and £96 million for schools.",
            {("138 million", "part_of", "412 million"), ("96 million", "part_of", "412 million")},
        ),
        (
            "Sales were $5.4 billion, with $3.1 billion from cloud and $2.2 billion from devices.",
            {("3.1 billion", "part_of", "5.4 billion"), ("2.2 billion", "part_of", "5.4 billion")},
        ),
        (
            "Assets were $5.4 billion, with $3.1 billion in debt.",
            set(),
        ),
        (
            "Lending was A$28.4 billion. Owners took A$17.9 billion and investors A$10.5 billion.",
            {("17.9 billion", "part_of", "28.4 billion"), ("10.5 billion", "part_of", "28.4 billion")},
        ),
        ("Revenue was A$28.4 billion. Costs were A$17.9 billion and profit A$10.5 billion.", set()),
        (
            "Tourism earned $7.4 billion. Cruises accounted for $2.6 billion.",
            {("2.6 billion", "part_of", "7.4 billion")},
        ),
        ("Tourism earned $7.4 billion. That is equivalent to $2.6 billion a year.", set()),
        ("There were 9,763,400 people, 79,300 more than in 2017. Births contributed 30,200.", set()),
        (
            "Some 38 of its 214 aircraft were grounded, 27 of them over engines.",
            {("38", "part_of", "214"), ("27", "part_of", "38")},
        ),
        (
            "Migration of 685,000 comprised 1,218,000 arrivals and 532,000 departures.",
            set(),
        ),
        (
            "Farmers planted 36.2 million hectares, 21.4 million of which with maize.",
            {("21.4 million", "part_of", "36.2 million")},
        ),
    ],
)
def test_parts_with_nouns_of_their_own(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A poll of 1,204 voters found that 46% would back her, while 38% preferred her rival.",
            {("46%", "share_of", "1,204"), ("38%", "share_of", "1,204")},
        ),
        (
            "The survey covered 4,200 firms in 12 towns. Some 31% said prices rose.",
            {("31%", "share_of", "4,200")},
        ),
        ("The poll of 1,200 voters was held in May. Sales rose 8%, reported the agency.", set()),
        ("The committee has 18 members. Eleven voted for a cut.", {("Eleven", "part_of", "18")}),
        ("The ministry hired 2,300 teachers. Forty resigned in May.", set()),
        (
            "The 250 largest firms paid $61 billion in tax. Twelve of them paid nothing.",
            {("Twelve", "part_of", "250")},
        ),
        (
            "Some 108.4 million people fled. The total included 35.3 million refugees.",
            {("35.3 million", "part_of", "108.4 million")},
        ),
        (
            "Funding came to £22 billion, and banks got £16 billion of the total.",
            {("16 billion", "part_of", "22 billion")},
        ),
        ("Sales were £12m. The firm earned £3m of the total profit.", set()),
        (
            "Some 151 million children work. Asia and Africa have 39 and 55 percent of them.",
            {("55 percent", "share_of", "151 million")},
        ),
        ("Some 821 million people went hungry. In Mali 21% of the population did.", set()),
        (
            "The town has 40,000 people. Some 21% of the population are over 65.",
            {("21%", "share_of", "40,000")},
        ),
        ("The working-age population was 901 million. By May 58% of the people lived in towns.", set()),
        (
            "Donors pledged $1.6 billion: Spain $530 million, Italy $310 million and Malta $120 million.",
            {(part, "part_of", "1.6 billion") for part in ("530 million", "310 million", "120 million")},
        ),
        ("Prices rose to $16: gas $12 a barrel and oil $80 a barrel.", set()),
        (
            "The house has 225 members. Some 131 backed the bill, 62 opposed it and 32 stayed away.",
            {(part, "part_of", "225") for part in ("131", "62", "32")},
        ),
        (
            "Of the 9,300 flats planned, 6,100 are finished and 1,700 under construction.",
            {("6,100", "part_of", "9,300"), ("1,700", "part_of", "9,300")},
        ),
        ("Watches priced at over 3,000 francs made up three quarters of the value.", set()),
        ("Sales of over $5 billion accounted for 12% of GDP.", {("12%", "expresses", "5 billion")}),
        ("Some 310,000 people came, 61% of those on the register.", {("61%", "expresses", "310,000")}),
        ("Some 2.6 million enterprises were born; 8.1% of firms died.", set()),
        ("The firm employs 12,400 people; 38% of the workforce are women.", {("38%", "share_of", "12,400")}),
        (
            "Some 4.3 million children are poor. That is 30% of all children, or nine in a class of 30.",
            {("30%", "expresses", "4.3 million")},
        ),
        (
            "It has 84 shops. Of these, 38 are in Rome. Another 12 of them are in Bari.",
            {("38", "part_of", "84"), ("12", "part_of", "84")},
        ),
    ],
)
def test_wholes_of_another_clause_or_sentence(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert parts(text) == expected
