"""The subject of a verb with all that belongs to it: participles, relative clauses, prepositions, asides."""

import pytest

from tests.unit.prose.reading import read


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        # a participle behind its noun
        (
            "Shipments of tablets made by the group jumped 41 percent.",
            "Shipments of tablets made by the group",
        ),
        (
            "Prices received by growers for hops averaged $16.10 a kilo.",
            "Prices received by growers for hops",
        ),
        (
            "Net cash provided by operating activities was $45 million.",
            "Net cash provided by operating activities",
        ),
        ("Orders for ferries being built in Turku jumped 14%.", "Orders for ferries being built in Turku"),
        (
            "The number of people receiving housing aid was 214,600.",
            "number of people receiving housing aid",
        ),
        ("Labour costs excluding severance rose 1.1%.", "Labour costs excluding severance"),
        # a relative clause without a comma
        (
            "Students who borrowed for their first year owed $28,650.",
            "Students who borrowed for their first year",
        ),
        (
            "The share of homes that heat with gas fell to 41.3%.",
            "share of homes that heat with gas",
        ),
        # what leads on to the verb, or stands between
        ("Purchases of used cars by households climbed 6.5%.", "Purchases of used cars by households"),
        ("Visitors from abroad numbered 8.4 million.", "Visitors from abroad"),
        ("Maize stocks as of 31 March fell 12.6%.", "Maize stocks"),
        ("Profit before special items of €34 million reached €410 million.", "Profit before special items"),
        ("Farm gate prices, including bonuses, were 3.8% higher.", "Farm gate prices"),
        ("Spending per pupil, adjusted for inflation, has fallen by 8%.", "Spending per pupil"),
        (
            "Output at factories, mines and utilities rose by 5.4%.",
            "Output at factories, mines and utilities",
        ),
        ("In Spain, sales and profits rose 3%.", "sales and profits"),
        (
            "The jobless rate among people under 25 years of age was 14.2%.",
            "jobless rate among people under 25 years of age",
        ),
        ("The proportion of homes owned outright has risen to 34%.", "proportion of homes owned outright"),
        ("Provisions set aside by the lender rose to £412 million.", "Provisions set aside by the lender"),
        ("Some 18 per cent of the electorate did not vote.", "electorate"),
        ("Weekly pay was estimated at £499 before tax.", "Weekly pay"),
        ("Foreign tourists spent $2.1 billion in the country.", "Foreign tourists"),
        ("Wages paid in the north outpaced those in the south, rising 3.8%.", "Wages paid in the north"),
        ("Output is seen expanding 2.1%.", "Output"),
        ("Saga posted a 13% rise in net profit to £5.96bn.", "net profit"),
        ("Exports posted a 13% rise to £5.96bn.", "Exports"),
        # a verb that no table knows
        ("The fund returned 7.2%.", "fund"),
        ("The value of the stake was determined by experts to be $80 million.", "value of the stake"),
        # "and" may open a clause, and what is told is a clause of its own
        ("The state invested in rail and exports rose 3%.", "exports"),
        ("The office reported exports rose 3%.", "exports"),
        ("It was revealed that sales in Spain rose 3%.", "sales in Spain"),
    ],
)
def test_the_subject_of_the_last_figure(text: str, measure: str) -> None:
    assert read(text).claims[-1].measure == measure


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        # a verb that goes on with the subject of the one before it
        ("Weekend use has recovered faster and now stands at 97% of its 2019 level.", "Weekend use"),
        ("Rents have eased since May and fell by 5.1%.", "Rents"),
        ("Rents eased last month, falling by 5.1%.", "Rents"),
        # what is between may speak of something else
        ("The bank sees growth of 1.7 percent, easing to 1.5 percent by 2021.", "growth"),
        ("He won 73 percent of the points on his first serve and hit 20 winners.", "winners"),
        # an adverb between commas does not part a subject from its verb
        ("Trade grew 2%; profits, by contrast, fell 3.3%.", "profits"),
        ("Farm output jumped 6.5%; mining, on the same basis, shrank by 8.8%.", "mining"),
        ("In addition, about 14% of leases provide for rents.", "leases"),
        # the end of what came before is no label
        ("Exports rose 3% in Spain, 5% in Italy.", "Exports"),
        ("Planted area is put at 6.3 million hectares by the agency, 4% below the average.", "Planted area"),
        ("In Spain, 5% of exports were wine.", "exports"),
        # a share that is told by a verb is its subject's
        ("Online orders more than doubled and now make up 9% of sales.", "Online orders"),
        ("Passenger numbers fell 2%; transit, which makes up a fifth of the total, was flat.", "transit"),
        ("Of the 40 offences, knife crime accounted for 12 of them.", "knife crime"),
    ],
)
def test_whose_figure_it_is(text: str, measure: str) -> None:
    assert read(text).claims[-1].measure == measure
