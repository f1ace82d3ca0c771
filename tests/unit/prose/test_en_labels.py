"""What a figure measures and counts, where the nearest noun is not the one."""

import pytest

from tests.unit.prose.reading import read


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Farm income is expected to fall 13% this year.", "Farm income"),
        ("Premiums rose while the combined ratio improved to 95.4%.", "combined ratio"),
        ("Hotels recorded 178.3 million overnight stays.", "overnight stays"),
        ("The dams were 59.8% full on Monday.", "dams"),
        ("Wool output is forecast at 298 million kilograms greasy.", "Wool output"),
        ("Output fell 8.9% in May, reversing a 4.2% rise in April.", "Output"),
        ("The top source was Chile on 225,157 visitors, overtaking Peru on 204,082.", None),
        ("Lead output rose to 3 tonnes. The figure in 2012 was 5 tonnes.", "Lead output"),
        ("Students owed an average of $28,650.", "Students"),
        ("Arrivals were up 2% on the 20-year average of 165,000.", "Arrivals"),
        ("Of those who commuted by car, 61.4% drove alone.", "those who commuted by car"),
        ("Car output was down 4.9% on the year at 1.52 million vehicles.", "Car output"),
        ("The population grew by 390,500 people.", "population"),
        ("Farm output increased at a 3.4% annualized rate.", "Farm output"),
        ("In May alone GDP contracted by 0.4%.", "GDP"),
        ("It won a 19% share of the market.", "market"),
        ("Nordica holds 19% of a market that shrank 6.6%.", "market"),
    ],
)
def test_the_measure_of_the_last_figure(text: str, measure: str | None) -> None:
    assert read(text).claims[-1].measure == measure


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The number of persons receiving aid was 214,600.", "person"),
        ("The number of people without jobs rose to 6.1 million.", "person"),
        ("The number of job seekers registered in May was 345,800.", "person"),
        ("Applications for aid were 213,000.", "count"),
        ("Hospital admissions due to influenza totalled 9,870.", "count"),
        ("Shipments of tablets made by the group came to 54.2 million.", "count"),
        ("The number of children per woman stood at 1.37.", "count"),
        ("Those on fixed contracts came to 780,000.", None),
    ],
)
def test_the_unit_of_a_bare_number(text: str, unit: str | None) -> None:
    assert [c.unit for c in read(text).claims] == [unit]
