"""What a figure measures where a word is a verb by its place only, and who does something is not measured."""

import pytest

from tests.unit.prose.reading import links, read


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        # a verb that no table knows, by what stands before it
        ("Insured losses could run to $4.5 billion.", ["Insured losses"]),
        ("Inflation is projected to ease from 7.7% to 3.5%.", ["Inflation", "Inflation"]),
        ("The probe, launched in 2015, has travelled 1.4 billion kilometres.", ["probe"]),
        ("The flock has thinned to 70 million head, from a peak of 180 million.", ["flock", "flock"]),
        ("While 88% had done so, 12% did not know.", [None, None]),
        ("The index lost 5.8% on Monday, to finish at 3,620 points.", ["index", "index"]),
        # a noun that is a verb elsewhere
        ("A spokesman put the cost at 30 million euros.", ["cost"]),
        # who wants a change does not change
        ("The union wants a rise of 9%.", ["rise"]),
        ("Rail workers had demanded a 7% increase.", ["increase"]),
        ("The union demanded a 7% wage increase.", ["wage"]),
        # a pronoun goes on
        (
            "Net debt was 39%. It stood at 41% in May and is projected to peak at 44%.",
            ["Net debt", "Net debt", "Net debt"],
        ),
        ("The offering raised $5 million. We pay interest at an annual rate of 2.7%.", ["offering", None]),
        # asides
        ("Exports to Asia, until recently the chief market, came to €168 million.", ["Exports to Asia"]),
        # numbers of a subject
        (
            "Passengers through the island's five airports numbered 39.6 million.",
            ["airports", "Passengers through the island's five airports"],
        ),
        (
            "Nights spent by residents and by visitors fell by 1.7%.",
            ["Nights spent by residents and by visitors"],
        ),
        ("The Falcon 5 and the Heron made up 95% of sales.", ["Falcon 5 and the Heron"]),
        # one thing that is told in many
        ("The average stay was 7.4 nights.", ["average stay"]),
        ("The victims were 40 women.", ["women"]),
        # as somebody tells
        (
            "Car sales overtook those of vans, industry data showed, climbing 38% to 980,000 units.",
            ["Car sales", "Car sales"],
        ),
        # who gives whom
        ("Brussels fined Halmar €1.3 billion.", [None]),
        ("Farmers were poor. The deal gives farmers €3 billion.", [None]),
        ("The road cost the city €3 billion.", ["road"]),
        ("Households paid EUR 0.28 per kWh for electricity.", ["electricity"]),
        ("Households spent EUR 310 for power.", ["Households"]),
        # of either
        ("All 143 passengers and six crew survived; 17 were treated.", ["passengers", "crew", None]),
        # phrases that foretell name nothing
        ("Analysts were looking for $3.25 a share.", [None]),
        ("Staff now see growth of 1.5 percent.", ["growth"]),
        ("It will raise the price of its plan to $16 a month from $15.", ["price of its plan"] * 2),
        ("The 07:42 from Marlow was among the 3.8% of trains that were late.", [None]),
        ("29% of homes consisted of one room, 31% of two.", ["homes", "homes", "homes"]),
        ("The asking rent for a one-bedroom flat was €2,078.", ["asking rent for a one-bedroom flat"]),
    ],
)
def test_the_measure_of_each_figure(text: str, measures: list[str | None]) -> None:
    assert [c.measure for c in read(text).claims] == measures


def test_a_weekday_is_not_counted() -> None:
    found = read("The dollar bought 143.20 yen, compared with 146.53 late Friday in New York.").claims
    assert [(c.unit, c.measure) for c in found] == [("JPY", "dollar"), ("JPY", "dollar")]


@pytest.mark.parametrize("unit", ["index_point"])
def test_points_that_say_a_rate_again_are_of_the_index(unit: str) -> None:
    found = read("The Kanto Average lost 5.8%, or 2,070.12 points.").claims
    assert [c.unit for c in found] == ["percent", unit]


def test_nights_spent_by_residents_are_no_persons() -> None:
    found = read("Nights spent by residents came to 3.4 million.").claims
    assert [c.unit for c in found] == ["count"]


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        # verbs that lead to a level; what it consists of
        ("Average consumption has dropped to 9.7 litres of pure alcohol.", ["Average consumption"]),
        ("The firm grew revenue to €44 million.", ["revenue"]),
        ("Management costs ran to 3% of the capital.", ["Management costs"]),
        ("The minister pegged the fiscal deficit at 5.1 per cent of GDP.", ["fiscal deficit"]),
        (
            "Equities returned 9.1 per cent and made up 72.1 per cent of the fund.",
            ["Equities", "Equities"],
        ),
        # two or three that do one thing
        ("Salaries, wages and benefits accounted for 31% of costs.", ["Salaries, wages and benefits"]),
        (
            "Research, development and engineering expenses increased $3.7 million.",
            ["Research, development and engineering expenses"],
        ),
        # a name of its own
        ("EBITA was €1.92 billion, corresponding to a margin of 12.4%.", ["EBITA", "margin"]),
        # forecasts
        ("It sees third-quarter revenue between $700 million and $725 million.", ["revenue"]),
        ("The ministry narrowed its growth forecast to between 1 and 3 per cent.", ["growth"]),
        ("The group aims for annual growth of at least 5%.", ["growth"]),
        # what stands between
        ("Sales through its own shops jumped 9.6%.", ["Sales through its own shops"]),
        ("Revenue, hurt by lower prices, gained 4 percent.", ["Revenue"]),
        ("The employed population, estimated at 4.9 million, grew by 0.6%.", ["employed population"] * 2),
        (
            "The number of people cared for by relatives soared 27%.",
            ["number of people cared for by relatives"],
        ),
        ("Single-family starts dropped 4.6%.", ["Single-family starts"]),
        (
            "Coffee exports totalled 3.1 million bags. They rose by 5%, to 9.2 million bags.",
            ["Coffee exports"] * 3,
        ),
        ("Mining expanded: it grew 4.9% and contributed 0.4 of a point.", ["Mining", "Mining"]),
        ("Net profit for the quarter was $2.4 billion.", ["Net profit"]),
        ("In the bank's view, CPI would average 3.7%.", ["CPI"]),
        ("The bank lowered its inflation forecast for 2019 from 2.2 percent.", ["inflation forecast"]),
        ("Women made up 14% of the dead although they travel barely 1% of all miles.", ["Women", "miles"]),
        ("Oil grew 5.7%; it accounted for 6% of aggregate GDP.", ["Oil", "Oil"]),
        ("It won deals worth $4 billion and guided for revenue growth of 3 per cent.", ["deals", "revenue"]),
        # units and whose forecast name nothing
        ("Van sales advanced 19% to 38,200 units, ahead of 14% in May.", ["Van sales"] * 3),
        (
            "Starts were 1.2 million in May. That was 3% below the revised March estimate of 1.3 million.",
            ["Starts", "Starts", None],
        ),
        ("Output will start at 12 GWh and climb to 30 GWh.", ["Output", "Output"]),
        # who is reached, what is of what
        ("The scheme reached 2.4 million farmers.", ["farmers"]),
        ("Coffee production reached 2.4 million bags.", ["Coffee production"]),
        ("Five lines were shut and €400 million in sales was lost.", ["lines", "sales"]),
        ("It lost €3 million in sales; 61 percent of those polled backed it.", ["sales", None]),
        ("Renewables missed their target, supplying 16.3% of energy.", ["Renewables"]),
        ("The poverty rate fell from 69.7% of the population.", ["poverty rate"]),
        ("The plan foresees 12,000 MW of installed capacity.", ["installed capacity"]),
        # when it was is not what it is
        ("Exports in the first 20 days of May fell 13.6 percent.", ["Exports"]),
        (
            "The number of days in the half-timbered house was 3,200.",
            ["number of days in the half-timbered house"],
        ),
        # what is no name
        ("Output rose 3%, though a few had pencilled in 0.1%.", ["Output", "Output"]),
        ("Volumes were off 17%.", ["Volumes"]),
        ("Private investment, at 20 percent of output, is high.", ["Private investment"]),
        ("Spending fell short of its goal, at 1.5 percent of output.", ["Spending"]),
        ("The government is targeting a deficit of 5.9 per cent of GDP.", ["deficit"]),
        ("Economists polled by the agency had forecast 2.7 percent.", [None]),
        # pronouns of another clause
        ("Costs were €3 million. The value did not suffice, while in 2017 it grew by 21%.", ["Costs", None]),
        ("The mean wage is up 3.2 percent. Only 8 percent were thinking of cuts.", ["mean wage", None]),
    ],
)
def test_the_subject_of_a_verb_and_no_other_noun(text: str, measures: list[str | None]) -> None:
    assert [c.measure for c in read(text).claims] == measures


def test_a_total_counts_what_was_counted_before() -> None:
    found = read("The chain plans to open 35 shops, bringing the total to 412.").claims
    assert [(c.value_text, c.unit, c.unit_status) for c in found][1] == ("412", "count", "inherited")


def test_what_persons_make_is_no_person() -> None:
    assert [c.unit for c in read("Domestic visitors generated 8.2 million.").claims] == [None]


def test_growth_of_another_thing_is_of_no_level_before_it() -> None:
    assert links("It won deals worth $4 billion and guided for revenue growth of 3 per cent.") == set()
    assert links("Exports came to $4 billion, an export growth of 3 per cent.") != set()


def test_what_is_turned_over_is_not_more_than_that() -> None:
    found = read("The sector turned over R98.7 billion and handed over 3,200 flats.").claims
    assert [c.qualifier for c in found] == ["NONE", "NONE"]


def test_a_diluted_share_is_a_share() -> None:
    found = read("Earnings were $4.17 per diluted share, or 3.10 euros per ordinary share.").claims
    assert [c.unit for c in found] == ["USD/share", "EUR/share"]


def test_who_aims_to_do_so_many_is_not_counted() -> None:
    assert [c.unit for c in read("Ministers aim to clear 92,000 by May.").claims] == [None]


def test_a_share_that_opens_a_sentence_is_of_no_price() -> None:
    found = read("Milk fetched 73 cents a litre. Around six in ten are confident.").claims
    assert [c.measure for c in found] == ["Milk", None]
