"""Sentences as statistical offices write them: which change is of which level, which part of which whole."""

import pytest

from tests.unit.prose.reading import links, read

TIED = [
    # a rate and an amount of one change, one in brackets or behind "or"
    (
        "Some 1,204,600 persons drew the benefit, 4.8% (61,200) fewer than a year earlier.",
        {("4.8%", "growth_of", "1,204,600"), ("61,200", "growth_of", "1,204,600")},
    ),
    (
        "Average pay was CZK 31,646, CZK 2,070 or 7.0% more than in 2016.",
        {("2,070", "growth_of", "31,646"), ("7.0%", "growth_of", "31,646")},
    ),
    # a clause with its own subject and verb has its own level
    ("Employment rose by 311,000 in January, and the unemployment rate edged up to 4.0%.", set()),
    ("Jobs rose by 29,000 (up 1.1%), and the rate dropped to 3.9%, from 4.4% in May.",
     {("3.9%", "compared_with", "4.4%")}),
    ("Exports rose 12% in May, lifting the trade balance to $4.5 billion.", set()),
    # the earlier level behind "a decrease of N% on"
    (
        "Births came to 784,901 in 2017, a decrease of 1.0% on the 792,131 recorded in 2016.",
        {("1.0%", "growth_of", "784,901"), ("1.0%", "growth_from", "792,131"),
         ("784,901", "compared_with", "792,131")},
    ),
    # shares of a whole
    (
        "Some 291.4 million tonnes were carried (-1.8%), of which 62.0% by road and 38.0% by rail.",
        {("-1.8%", "growth_of", "291.4 million"), ("62.0%", "share_of", "291.4 million"),
         ("38.0%", "share_of", "291.4 million")},
    ),
    (
        "The EU had 26.9 million enterprises. Of these, 93% were small and 7% large.",
        {("93%", "share_of", "26.9 million"), ("7%", "share_of", "26.9 million")},
    ),
    # two levels may be meant: none is taken
    ("Some 4,310 parks held 2,200 firms. Of these, 93% were small.", set()),
    (
        "The census counted 24.3 million dwellings, of which 21.6 million were occupied and the remaining "
        "2.7 million vacant.",
        {("21.6 million", "part_of", "24.3 million"), ("2.7 million", "part_of", "24.3 million")},
    ),
    (
        "Households spent $61,224; food took $7,729 of this and housing $20,001.",
        {("7,729", "part_of", "61,224"), ("20,001", "part_of", "61,224")},
    ),
    (
        "Having grown by 390,500 people, the country took in many: births made up 39% of this growth and "
        "migration the remaining 61%.",
        {("39%", "share_of", "390,500"), ("61%", "share_of", "390,500")},
    ),
    # an average rate over years belongs to no one level
    ("Between 2012 and 2017 the harvest grew by an average of 3.2% a year, from 58.1 to 68.0 million tonnes.",
     {("68.0 million", "compared_with", "58.1")}),
    ("Turnover was 1.9 times as high as in 2008, reaching DKK 1,116 bn.",
     {("1.9", "growth_of", "1,116 bn")}),
    # what a verb of gaining or losing counts is a change
    ("Services added 0.4 million to reach 33.6 million.", {("0.4 million", "growth_of", "33.6 million")}),
    ("The deficit narrowed by 0.4% of GDP to 2.1%.", {("0.4%", "growth_of", "2.1%")}),
    ("Wages averaged 4,585 zlotys, i.e. 7.1% more in nominal and 5.3% more in real terms.",
     {("7.1%", "growth_of", "4,585"), ("5.3%", "growth_of", "4,585")}),
    # the reference level of an index is no figure
    ("The price index stood at 104.2 (2015 = 100), 0.3 points above its December value.",
     {("0.3", "growth_of", "104.2")}),
    # a change of the same thing without its name
    ("Spending came to £34.8 billion, 4.8% above 2016; in constant prices the rise was 2.9%.",
     {("4.8%", "growth_of", "34.8 billion"), ("2.9%", "growth_of", "34.8 billion")}),
    ("Occupancy rate: 51.3% (+2.1 p.p.)", {("+2.1", "growth_of", "51.3%")}),
    # one thing said twice
    ("The deficit came to 2.1% of GDP, or €35.2 billion.", {("2.1%", "expresses", "35.2 billion")}),
    ("Two out of three patents (66.4%) were filed by firms.", {("66.4%", "same_as", "Two out of three")}),
    (
        "Some 3.4 million needed care; some three quarters of them (76%, or 2.59 million) at home.",
        {("three quarters", "share_of", "3.4 million"), ("76%", "share_of", "3.4 million"),
         ("76%", "same_as", "three quarters"), ("76%", "expresses", "2.59 million"),
         ("2.59 million", "part_of", "3.4 million")},
    ),
    # a list with a subject for each figure
    (
        "Turnover grew by 6.1% to EUR 427 billion, personnel by 3.0% to 1.5 million, and exports by 4.6%.",
        {("6.1%", "growth_of", "427 billion"), ("3.0%", "growth_of", "1.5 million")},
    ),
    ("Exports rose $172 million (13%) to $1.5 billion, led by milk powder, up $112 million.",
     {("172 million", "growth_of", "1.5 billion"), ("13%", "growth_of", "1.5 billion")}),
    ("The deficit fell by $3.5 billion, the gap widening by $1.8 billion to a surplus of $8.8 billion.",
     {("1.8 billion", "growth_of", "8.8 billion")}),
    ("Arrivals grew 6% in 2018, totalling 1.4 billion, well above the 3.7% growth of the economy.",
     {("6%", "growth_of", "1.4 billion")}),
    # below an earlier peak, and over an earlier record
    ("Waste averaged 487 kg in 2017, 8% below its peak of 527 kg in 2002.",
     {("8%", "growth_of", "487"), ("8%", "growth_from", "527"), ("487", "compared_with", "527")}),
    ("Pay was 487 euros, 8% below the average of 527 euros.", set()),
    ("They reached $529 billion, an increase of 9.6% over the previous record of $483 billion in 2017.",
     {("9.6%", "growth_of", "529 billion"), ("9.6%", "growth_from", "483 billion"),
      ("529 billion", "compared_with", "483 billion")}),
    # respectively: one to one, or not at all
    ("It had 21.0 million guests and 57.6 million nights, growth of 1.7% and 0.2% respectively (+8.9% and "
     "+7.4% in 2017).",
     {("1.7%", "growth_of", "21.0 million"), ("0.2%", "growth_of", "57.6 million")}),
    # a rate set between a level and its change
    ("There were 61,016 births in 2018, a rate of 12.6 per 1,000 people, down 808 (1.3%) on 2017.",
     {("12.6", "expresses", "61,016"), ("808", "growth_of", "61,016"), ("1.3%", "growth_of", "61,016")}),
    # another group at the same time is nothing of before
    ("The employment rate was 79.4% for men against 72.1% for women.", set()),
    ("The employment rate was 79.4% in 2018 against 72.1% in 2010.", {("79.4%", "compared_with", "72.1%")}),
    ("Migration was 48,300, down from 52,700 a year earlier and well below the record 63,900 of 2016.",
     {("48,300", "compared_with", "52,700")}),
    # parts
    ("Some 92,900 dwellings were built, of which 54,500 were flats; this is an increase of 13%.",
     {("54,500", "part_of", "92,900"), ("13%", "growth_of", "92,900")}),
    ("Some 10.0 million fell ill: 5.8 million men, 3.2 million women and 1.0 million children; 9% of "
     "them died.",
     {("5.8 million", "part_of", "10.0 million"), ("3.2 million", "part_of", "10.0 million"),
      ("1.0 million", "part_of", "10.0 million"), ("9%", "share_of", "10.0 million")}),
    ("Exports came to $7.0 billion, mining contributing $3.0 billion (43%) and farms $2.1 billion (30%).",
     {("3.0 billion", "part_of", "7.0 billion"), ("43%", "share_of", "7.0 billion"),
      ("43%", "expresses", "3.0 billion"), ("2.1 billion", "part_of", "7.0 billion"),
      ("30%", "share_of", "7.0 billion"), ("30%", "expresses", "2.1 billion")}),
    ("The population was 5,328,200, a rise of 32,600. Of the increase, births accounted for 14,200 "
     "and migration for 18,400.",
     {("32,600", "growth_of", "5,328,200"), ("14,200", "part_of", "32,600"),
      ("18,400", "part_of", "32,600")}),
    ("Some 5.4 million children under five died, of whom 2.5 million in their first month.",
     {("2.5 million", "part_of", "5.4 million")}),
    # what something came from is not what grew
    ("Tea earned $88 million from 27,800 tonnes, an increase of 18% in value.", set()),
    ("GDP rose 4.6%, or $233.2 billion, in May to a level of $20.89 trillion.",
     {("4.6%", "growth_of", "20.89 trillion"), ("233.2 billion", "growth_of", "20.89 trillion")}),
    ("The number passed 30 million in 2017, more than triple the 10.4 million of 2013.",
     {("triple", "growth_of", "30 million"), ("triple", "growth_from", "10.4 million"),
      ("30 million", "compared_with", "10.4 million")}),
    ("Unemployment was 12.3%, 0.4 points below the record 12.7% of 2016.",
     {("0.4", "growth_of", "12.3%"), ("0.4", "growth_from", "12.7%"), ("12.3%", "compared_with", "12.7%")}),
    ("Between 1990 and 2015 the share living on less than $1.90 a day fell from 35.9% to 10.0%.",
     {("10.0%", "compared_with", "35.9%")}),
    ("They rose by 6% in 2018 compared with 2017, to 1.1 billion.", {("6%", "growth_of", "1.1 billion")}),
    ("In 2017, 24,900 pupils left, which was 1,100 or 4.6% more than a year earlier; 61% of them were boys.",
     {("1,100", "growth_of", "24,900"), ("4.6%", "growth_of", "24,900"), ("61%", "share_of", "24,900")}),
    ("Receipts came to $62.5 billion, as a 0.3% decline in crop receipts was offset.", set()),
    ("Power from wind rose by 12% to 10.0 billion kWh, from the sun by 34% to 3.2 billion kWh.",
     {("12%", "growth_of", "10.0 billion"), ("34%", "growth_of", "3.2 billion")}),
    ("The number of employed was 23.3 million, +0.1% on May (+23 thousand).",
     {("+0.1%", "growth_of", "23.3 million"), ("+23 thousand", "growth_of", "23.3 million")}),
    ("Collections were 8.7 billion euros, 14.1% higher than those of the same period last year.",
     {("14.1%", "growth_of", "8.7 billion")}),
    # a signed rate behind a noun of its own
    ("Sales fell 0.2% to $57.0 billion, on fewer sales of vehicles (-4.9%) and of machines (-2.2%).",
     {("0.2%", "growth_of", "57.0 billion")}),
    ("Imports rose by NOK 2.1 billion, a rise of 9.8%, and ended at NOK 23.6 billion.",
     {("2.1 billion", "growth_of", "23.6 billion"), ("9.8%", "growth_of", "23.6 billion")}),
    ("They came to 18,072, a 25.4% increase on 2016 and almost four times the 4,575 completed in 2013.",
     {("25.4%", "growth_of", "18,072"), ("four", "growth_of", "18,072"),
      ("four", "growth_from", "4,575"), ("18,072", "compared_with", "4,575")}),
    ("Output is 281.4 million tonnes, lower by 3.6 million tonnes than the 285.0 million tonnes of 2016.",
     {("3.6 million", "growth_of", "281.4 million"), ("3.6 million", "growth_from", "285.0 million"),
      ("281.4 million", "compared_with", "285.0 million")}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TIED)
def test_links_of_a_sentence(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert links(text) == expected


def test_an_amount_in_brackets_counts_what_its_level_counts() -> None:
    level, rate, amount = read(
        "Some 1,204,600 persons drew the benefit, 4.8% (61,200) fewer than in 2016."
    ).claims
    assert (rate.kind, rate.direction, amount.kind, amount.direction) == (
        "change_rate", "down", "change_amount", "down",
    )  # fmt: skip
    assert (level.unit, amount.unit, amount.base_period) == ("person", "person", "2016")


@pytest.mark.parametrize(
    ("text", "surface", "kind", "unit", "direction"),
    [
        ("Employment in trade changed little (+21,000).", "+21,000", "change_amount", "person", "up"),
        (
            "Exports fell 2%, contributing -1.4 points to growth.",
            "-1.4",
            "contribution",
            "percentage_point",
            "down",
        ),
        ("The trade balance led to a total change of -2.2%.", "-2.2%", "change_rate", "percent", "down"),
        ("Health care added 42,000 jobs in January.", "42,000", "change_amount", "count", "up"),
        ("Retailers shed 1,200 posts.", "1,200", "change_amount", "count", "down"),
        ("The bank lost $14.5 million in May.", "14.5 million", "level", "USD", None),
        ("The deficit narrowed by 0.4% of GDP to 2.1%.", "0.4%", "points", "percentage_point", "down"),
        ("Real GDP rose at an annual rate of 2.6 percent.", "2.6 percent", "average_rate", "percent", "up"),
        ("Output grew by an average of 3.2% a year.", "3.2%", "average_rate", "percent", "up"),
        ("Employees numbered 44,900, an increase of 562 or 1.3%.", "562", "change_amount", "person", "up"),
        ("Prices accelerated in 2018: +1.8%, after +1.0% in 2017.", "+1.0%", "change_rate", "percent", "up"),
        ("Orders fell in May by a seasonally adjusted 2.6%.", "2.6%", "change_rate", "percent", "down"),
        ("The largest rise was that of textiles (by 16.8%).", "16.8%", "change_rate", "percent", "up"),
        ("A fall was seen for newspapers alone (of 3.9%).", "3.9%", "change_rate", "percent", "down"),
        (
            "It grew, with pay, rents and exports contributing 1.0, 0.9 and 0.7 points, respectively.",
            "0.9",
            "contribution",
            "percentage_point",
            "up",
        ),
        ("Of all fires, 41% broke out in homes.", "41%", "share", "percent", None),
        ("Output was 6% less than in the windy year 2017.", "6%", "change_rate", "percent", "down"),
    ],
)
def test_kind_of_a_change(text: str, surface: str, kind: str, unit: str, direction: str | None) -> None:
    (claim,) = (c for c in read(text).claims if c.value_text == surface)
    assert (claim.kind, claim.unit, claim.direction) == (kind, unit, direction)


def test_an_estimate_said_of_one_figure_is_of_that_figure() -> None:
    tonnes, worth = read("Some 1.3 million tonnes, worth an estimated €2.1 billion, were imported.").claims
    assert (tonnes.claim_status, worth.claim_status) == ("actual", "estimate")


def test_a_bracket_behind_a_year_is_of_that_year() -> None:
    share = read("The rate was 31.3% in 2017, well above that of 2009 (11.0%).").claims[-1]
    assert (share.value_text, share.time_period) == ("11.0%", "2009")


@pytest.mark.parametrize(
    ("text", "surface", "unit"),
    [
        ("Mortality fell to 29 deaths per 1,000 live births.", "29", "per_1000"),
        ("There were 310 beds per 100,000 inhabitants.", "310", "per_100000"),
        ("There were 310 beds per 100 000 inhabitants.", "310", "per_100000"),
        ("For every 100 inhabitants there were 128 telephones.", "128", "per_100"),
        ("For every 100 inhabitants there were 128 telephones, compared with 54 in 2005.", "54", "per_100"),
    ],
)
def test_so_many_per_1000_is_a_unit(text: str, surface: str, unit: str) -> None:
    claims = {c.value_text: c for c in read(text).claims}
    assert claims[surface].unit == unit
    assert not {"100", "1,000", "100,000", "000"} & set(claims)


@pytest.mark.parametrize(
    ("text", "surface", "measure"),
    [
        ("Exports to the United States fell by 9.0%.", "9.0%", "Exports to the United States"),
        ("The number of people employed rose by 29,000.", "29,000", "number of people employed"),
        ("Median hourly pay was £15.83.", "15.83", "Median hourly pay"),
        ("The deficit narrowed by 0.4% of GDP to 2.1%.", "2.1%", "deficit"),
        ("The debt fell from 61.6% of GDP to 59.0%.", "59.0%", "debt"),
        ("Utopia's population was 25.0 million people.", "25.0 million", "Utopia's population"),
        ("Sales rose 6% to $4 million, personnel by 3% to 15 full-time posts.", "15", "personnel"),
        ("Output rose 1%; makers led the way, rising by 0.8%.", "0.8%", "makers"),
        ("Consumer prices accelerated: +1.8%.", "+1.8%", "Consumer prices"),
        ("Accommodation gained 3% and 1%, respectively.", "3%", "Accommodation"),
        ("Sales were $5 million, helped by arrivals, which rose from 14 to 20.", "14", "arrivals"),
        ("Of all fires, 41% broke out in homes.", "41%", "fires"),
        ("The job rate of persons in towns reached 73.2%.", "73.2%", "job rate of persons in towns"),
        ("The deficit was $24 billion, against a surplus of $22 billion in 2016.", "22 billion", "surplus"),
        ("Average length of stay: 2.6 nights", "2.6", "Average length of stay"),
        ("Spending was $61,224; food took $7,729 of this and housing $20,001.", "7,729", "food"),
        ("Spending was $61,224; food took $7,729 of this and housing $20,001.", "20,001", "housing"),
    ],
)
def test_what_is_measured(text: str, surface: str, measure: str) -> None:
    assert {c.value_text: c.measure for c in read(text).claims}[surface] == measure


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("Some 18,400 teachers were trained, against a target of 25,000.", ["actual", "target"]),
        ("Against a target of 10 million lines, 8.2 million lines were laid in 2017.", ["target", "actual"]),
        ("Wind covered 41% of demand; the 2020 target is 50%.", ["actual", "target"]),
    ],
)
def test_a_target_is_one_figure_s_and_nothing_is_compared_with_it(text: str, statuses: list[str]) -> None:
    reading = read(text)
    assert [c.claim_status for c in reading.claims] == statuses
    assert reading.links == []


@pytest.mark.parametrize(
    ("text", "bases"),
    [
        ("Wages rose 3.0% in nominal and 0.9% in real terms.", ["as_reported", "real"]),
        ("Rents were €870, 2.9% higher than a year ago in nominal terms and 1.4% in real terms.",
         ["not_stated", "as_reported", "real"]),
        ("It was £34.8 billion in current prices, 4.8% above 2016; in constant prices the rise was 2.9%.",
         ["not_stated", "as_reported", "constant_prices"]),
        ("Sales at constant currency rose 5%; as reported they fell 1%.",
         ["constant_currency", "as_reported"]),
        ("In real terms, sales rose 5%. Exports fell 2%.", ["real", "real"]),
        ("Organic revenue rose 3%, and acquisitions added 2 points.", ["like_for_like", "not_stated"]),
        ("Takings in May, adjusted for seasonal variation, were $9.4 billion, a rise of 0.8% from April.",
         ["not_stated", "seasonally_adjusted"]),
        ("Takings, adjusted for seasonal variation and holidays, but not for price changes, rose 0.8%.",
         ["seasonally_adjusted"]),
        ("At 2015 prices, output was £1.4 billion in 2017, up 3% on 2016.", ["constant_prices"] * 2),
        ("Measured in 2015 prices, output rose 3% to £1.4 billion.", ["constant_prices"] * 2),
        ("In 2015 prices rose 3% and wages 4%.", ["not_stated", "not_stated"]),
        ("Sales volumes were £39 billion in 2017, 2.8% lower than in 2016.", ["constant_prices"] * 2),
        ("Trading volume was £39 billion in 2017, 2.8% lower than in 2016.", ["not_stated"] * 2),
        ("Profit was £52 million, up 9% on 2016 excluding acquisitions.", ["not_stated", "like_for_like"]),
        ("Current-dollar output rose 5.0 percent to $4.2 trillion.", ["as_reported", "not_stated"]),
        ("Wages rose 4.1%, but after accounting for inflation they were 0.7% lower.", ["not_stated", "real"]),
        ("Exports grew by 3% in value terms to €4.1 billion and the stock to 9 million in volume terms.",
         ["as_reported", "not_stated", "not_stated"]),
    ],
)  # fmt: skip
def test_each_change_has_the_basis_of_its_clause(text: str, bases: list[str]) -> None:
    assert [c.price_basis for c in read(text).claims] == bases


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Prices rose 4.1%; after adjustment for inflation the gain shrank to 1.2%.", "up"),
        ("Output fell 4.1% in April; in May the decline eased to 1.2%.", "down"),
    ],
)
def test_what_changes_at_another_pace_is_a_rate_and_no_level_of_the_rate_before(
    text: str, direction: str
) -> None:
    reading = read(text)
    assert [(c.kind, c.direction) for c in reading.claims][1] == ("change_rate", direction)
    assert not [link for link in reading.links if link.role == "growth_of"]
