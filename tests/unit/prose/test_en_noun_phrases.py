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
