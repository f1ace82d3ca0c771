"""Parts and shares that only arithmetic, or the name of the whole, ties."""

import pytest

from tests.unit.prose.reading import links, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # 330 / 2,640 = 12.5%
            "The region has 2,640 bridges. Some 330 of them, 12.5 per cent, are closed.",
            {
                ("330", "part_of", "2,640"),
                ("12.5 per cent", "expresses", "330"),
                ("12.5 per cent", "share_of", "2,640"),
            },
        ),
        (  # 4.2 / 6.0 = 70%
            "Turnout was 70%: 4.2 million of the 6.0 million voters came.",
            {
                ("4.2 million", "part_of", "6.0 million"),
                ("70%", "expresses", "4.2 million"),
                ("70%", "share_of", "6.0 million"),
            },
        ),
        (  # 300 / 48 = 6.25, 125 / 20 = 6.25: shares of one whole that is not printed
            "Ships carried 300 million tonnes (48%) and trains 125 million tonnes (20%).",
            {("48%", "expresses", "300 million"), ("20%", "expresses", "125 million")},
        ),
        # 300 / 48 = 6.25, 125 / 31 = 4.03: of two wholes, or no shares at all
        ("Ships carried 300 million tonnes (48%) and trains 125 million tonnes (31%).", set()),
        # 330 / 2,640 is not 14%
        ("The region has 2,640 bridges; 330, 14 per cent, are closed.", set()),
        (  # a change is no share, whatever the arithmetic: 250 / 1,000 = 25%
            "Sales rose 25% to 1,000 cars; the firm exported 250 cars.",
            {("25%", "growth_of", "1,000")},
        ),
        # 20 / 60 is 33%: "3%" of 620 and 20 would be, but one digit says too little
        ("The bank has 620 branches and 20 offices, 3% of all.", {("3%", "expresses", "20")}),
    ],
)
def test_a_percentage_is_tied_where_it_is_the_ratio_of_two_figures(
    text: str, expected: set[tuple[str, str, str]]
) -> None:
    assert links(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Floods caused 310 deaths and 2,400 injuries; children accounted for 21% of the deaths.",
            {("21%", "share_of", "310")},
        ),
        (
            "The backlog stood at €9.2 billion. Of the backlog, €3.9 billion is due in 2019.",
            {("3.9 billion", "part_of", "9.2 billion")},
        ),
        (  # what the share restates is not what it is of
            "Some 1.4 million had been unemployed for long and made up 15.4% of the unemployed.",
            {("15.4%", "expresses", "1.4 million")},
        ),
        (
            "Turnover was €482m. Profit was €31m. Spain made 38% of turnover and France 22%.",
            {("38%", "share_of", "482m"), ("22%", "share_of", "482m")},
        ),
        (
            "Health care added 49,000 jobs; hospitals (14,000) and nursing homes (9,000) gained most.",
            {("14,000", "part_of", "49,000"), ("9,000", "part_of", "49,000")},
        ),
        (
            "There were 732 pupils with top marks in seven subjects, half of them girls.",
            {("half", "share_of", "732")},
        ),
        (
            "The firm employs 12,400 people. Women make up 38% of the workforce.",
            {("38%", "share_of", "12,400")},
        ),
        ("Revenue was $5.1 billion. Services made up 40% of sales.", {("40%", "share_of", "5.1 billion")}),
        ("Revenue was $5.1 billion. Women make up 40% of the workforce.", set()),
        (  # 31 / 54 = 57.4%
            "With 31 TWh, hydropower supplied 57% of the 54 TWh generated.",
            {("57%", "share_of", "54"), ("57%", "expresses", "31")},
        ),
        (
            "The number of students rose to 410,000, 57% women and 43% men.",
            {("57%", "share_of", "410,000"), ("43%", "share_of", "410,000")},
        ),
        ("Nearly half the 8,400 flats are empty.", {("half", "share_of", "8,400")}),
        ("Farms below five hectares account for 62% of the 410,000 farms.", {("62%", "share_of", "410,000")}),
        # of another year
        ("Turnover was €482m in 2016. Spain made 38% of turnover in 2017.", set()),
        ("The backlog stood at €9.2 billion. Of the savings, €3.9 billion is due in 2019.", set()),
    ],
)
def test_a_whole_is_known_by_its_name(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert links(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The budget is €61 billion, with €17 billion going to health and €10 billion to schools.",
            {("17 billion", "part_of", "61 billion"), ("10 billion", "part_of", "61 billion")},
        ),
        (  # 70 + 20 + 10 = 100
            "Some 70% of 3,600 nurses work in hospitals, 20% in clinics and the remaining 10% in schools.",
            {("70%", "share_of", "3,600"), ("20%", "share_of", "3,600"), ("10%", "share_of", "3,600")},
        ),
        (
            "Refugees number 1.1 million: Syria (610,000) and Iraq (230,000) lead.",
            {("610,000", "part_of", "1.1 million"), ("230,000", "part_of", "1.1 million")},
        ),
        ("Of the $2.8 billion and $2.4 billion lent, banks took $1.9 billion.", set()),
        (  # 71 + 38 + 11 = 120
            "The chamber has 120 seats; the party holds 71, the opposition 38 and independents 11.",
            {("71", "part_of", "120"), ("38", "part_of", "120"), ("11", "part_of", "120")},
        ),
        # they add up, and yet nothing is a part: 11.2 + 1.2 = 12.4
        ("Revenue was €12.4 billion, spending €11.2 billion and the surplus €1.2 billion.", set()),
        # 71 + 38 = 109: some are missing, or these are no parts
        ("The chamber has 120 seats; the party holds 71, the opposition 38.", set()),
        (
            "Some 821 million starve. Asia has most, with 515 million, followed by Africa (256 million).",
            {("515 million", "part_of", "821 million"), ("256 million", "part_of", "821 million")},
        ),
        ("Shipments hit 83 tonnes, with China buying four-fifths.", {("four-fifths", "share_of", "83")}),
        ("Sales reached €61 billion, with 1,700 people working in the shops.", set()),
    ],
)
def test_parts_told_by_who_has_them(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert links(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In a survey of 2,000 drivers, 59% admitted speeding.", {("59%", "share_of", "2,000")}),
        ("The survey of 4,800 firms found that 640 had cut staff.", {("640", "part_of", "4,800")}),
        (
            "A poll of 1,012 adults found 44% in favour and 41% against.",
            {("44%", "share_of", "1,012"), ("41%", "share_of", "1,012")},
        ),
        # what the asked are asked about is no share of them
        ("A survey of 2,000 firms found that the average margin was 12%.", set()),
    ],
)
def test_those_asked_are_what_answers_are_shares_of(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert links(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least 30% of seats must go to women; now they hold 19%.", {"30%": "rule", "19%": "actual"}),
        # what was thought, held against what came, tells nothing of the figures around it
        ("Sales rose 3%, more than expected, to $4 billion.", {"3%": "actual", "4 billion": "actual"}),
        ("Output grew 3% as expected in May and 2% in June.", {"3%": "actual", "2%": "actual"}),
        (
            "It aims to lift sales to €4 billion and to cut costs by €2 billion.",
            {"4 billion": "target", "2 billion": "target"},
        ),
        ("It will cut 1,400 jobs, or 15% of its staff.", {"1,400": "forecast", "15%": "forecast"}),
        ("Of those asked 46% planned to hire, 7 points more than in 2017.", {"46%": "actual", "7": "actual"}),
        ("Rents may rise by no more than 3% a year.", {"3%": "rule"}),
        (
            "The minister promised to build 20,000 homes; 8,000 stand.",
            {"20,000": "target", "8,000": "actual"},
        ),
        ("Output rose 1.2% in May, against a forecast of 2.1%.", {"1.2%": "actual", "2.1%": "forecast"}),
        ("The deficit was 3.1% of GDP, below the ceiling of 3.5%.", {"3.1%": "actual", "3.5%": "rule"}),
        (
            "The city is projected to have 12.4 million people in 2050, from 10.9 million today.",
            {"12.4 million": "forecast", "10.9 million": "actual"},
        ),
        (
            "A profit of $2.1 billion; analysts were looking for $2.4 billion.",
            {"2.1 billion": "actual", "2.4 billion": "forecast"},
        ),
    ],
)
def test_what_is_held_against_has_a_status_of_its_own(text: str, expected: dict[str, str]) -> None:
    assert {c.value_text: c.claim_status for c in read(text).claims} == expected
