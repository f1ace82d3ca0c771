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
        # nothing stands between an "and" and its verb or figure
        ("Trade fell 0.3% in the euro area and rose by 0.2% in the EU.", "Trade"),
        ("Some 61,200 people arrived and 37,500 left.", "people"),
        # a noun that looks like a verb, a time, a participle inside the noun phrase
        ("Total pay growth was 8.2%.", "Total pay growth"),
        ("Survival after five years was 44.8%.", "Survival after five years"),
        ("Capital raised in the zone amounted to €3 billion.", "Capital raised in the zone"),
        ("Those on fixed contracts numbered 780,000.", "Those on fixed contracts"),
        ("Lawmakers voted to spend another €4.6 billion.", "Lawmakers"),
        # the object of a verb that says at what level a thing is
        ("The office put students from outside the bloc at 149,000.", "students from outside the bloc"),
        ("Toyo kept its forecast for exports at $3.0 trillion.", "exports"),
        ("The board's staff project inflation to average 2.4%.", "inflation"),
        ("The board expects sales growth in a range of 4% to 6%.", "sales"),
        ("Spending is expected to be in the range of $4 million to $5 million.", "Spending"),
        ("The package lifts the budget deficit to 2.3 percent of GDP.", "budget deficit"),
        ("The chain lifted its full-year profit forecast to between £92m and £95m.", "full-year profit"),
        ("Sales rose 2%, bringing the nine-month total to $21.3 billion.", "nine-month total"),
        ("The car has a range of 550 km.", "range"),
        # the noun before "of" begins at its article
        ("The company proposes a cash dividend of 5 euros.", "cash dividend"),
        ("The firm guided for sales of about $11 billion.", "sales"),
        ("The bank raised its key rate by half a point, bringing it to 5%.", "key rate"),
        # a list of names, and the same thing in another place
        ("Earnings rose 3%, with miners on $2,560 and those in hotels on $620.", "those in hotels"),
        (
            "Turnover per head came to 212,000 euros in industry but only 96,000 euros in construction.",
            "Turnover per head",
        ),
        # an article follows no noun: the word before it is a verb
        ("Makers expect to invest 3.2% more; service firms plan an increase of 5.5%.", "service firms"),
        # words that explain the subject, or point to what was said
        ("Productivity, as measured by output per hour, was 0.7% higher.", "Productivity"),
        ("Confidence was 59.4, a level last seen in June, after 64.9 in May.", "Confidence"),
        # a pronoun points to its own sentence first
        ("Consumption fell 2%. Exports slowed down: they declined by 0.3%.", "Exports"),
        ("Pay rose by 9 cents. Over the past 12 months, it has risen by 4.2 percent.", "Pay"),
        # the same thing in another place
        ("House prices in the capital averaged €482,000, in the north €214,000.", "House prices"),
        ("The jobless rate for women was 3.5%, and for men 3.7%.", "jobless rate"),
        ("Ireland had the highest share (16.0%), Cyprus the lowest (2.7%).", "Cyprus"),
        # a verb between
        ("Tax receipts missed the target of 48 billion pesos by 2.5 billion pesos.", "Tax receipts"),
        ("Solar overtook coal for the first time, generating 14.2 TWh.", "Solar"),
        # so many in a row are a length of time
        ("Enrolment has fallen for four straight years and is now 6,100.", "Enrolment"),
        ("The FAO Food Price Index averaged 120.6 points.", "FAO Food Price Index"),
        ("Trade at home and abroad rose 5%.", "Trade at home and abroad"),
        ("GDP increased 5.1 percent at an annual rate, or $335 billion.", "GDP"),
        (
            "Crime in England and Wales excluding fraud totalled 5.4 million.",
            "Crime in England and Wales excluding fraud",
        ),
        ("Net income, the gap between what lenders earn and pay out, grew 7%.", "Net income"),
        ("Its diagnostics arm grew fastest, at 9%.", "diagnostics arm"),
        ("The bureau put third-quarter growth at 4.9%.", "growth"),
        ("Exports fell 3%. They came to €5 billion.", "Exports"),
        ("Investors pulled $32 billion out of bonds.", "Investors"),
        ("The mine yielded 610,000 ounces of gold at an all-in cost of $985.", "all-in cost"),
        ("The break will save 14 firms 180 euros each and cost the budget €250 million.", "break"),
        # who foretells is not measured
        ("Analysts at Cox had seen 16.9 million.", None),
    ],
)
def test_whose_figure_it_is(text: str, measure: str | None) -> None:
    assert read(text).claims[-1].measure == measure


def test_those_of_a_place_have_the_unit_of_what_they_point_to() -> None:
    text = "Loans to firms grew by €3.2 billion; those to households fell by 1.1 billion."
    assert [(c.measure, c.unit) for c in read(text).claims] == [
        ("Loans to firms", "EUR"),
        ("those to households", "EUR"),
    ]


def test_a_level_at_which_something_else_was_set_is_not_what_the_subject_changed_to() -> None:
    result = read("The jobless total came down by 18,000, bringing the rate to 6.4 percent.")
    assert [c.measure for c in result.claims] == ["jobless total", "rate"]
    assert not result.links
    result = read("Sales rose 2%, bringing the total to €5 million.")
    assert [link.role for link in result.links] == ["growth_of"]
