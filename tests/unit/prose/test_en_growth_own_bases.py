"""Changes told beside another change, level or base: which level each of them is of, and which it is from."""

import pytest

from tests.unit.prose.reading import links, read

OF, FROM = "growth_of", "growth_from"


def growth(text: str) -> set[tuple[str, str, str]]:
    """The links of growth alone."""
    return {x for x in links(text) if x[1] in (OF, FROM)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # each comparison has a base of its own
            "Housing starts were 1,358,000 in September, 7.0 percent above the revised August estimate of "
            "1,269,000 but 7.2 percent below the September 2017 rate of 1,463,000.",
            {
                ("7.0 percent", OF, "1,358,000"),
                ("7.0 percent", FROM, "1,269,000"),
                ("7.2 percent", OF, "1,358,000"),
                ("7.2 percent", FROM, "1,463,000"),
            },
        ),
        (
            "Visitor nights climbed 31% to 9.7 million, though that is still 8% short of the 10.5 million "
            "logged in 2014.",
            {("31%", OF, "9.7 million"), ("8%", OF, "9.7 million"), ("8%", FROM, "10.5 million")},
        ),
        (  # a base that is no calendar year
            "The co-op took in 8.3 million tonnes, 0.4 million above last season's record.",
            {("0.4 million", OF, "8.3 million")},
        ),
        (
            "Police recorded 1,204 burglaries in the year, 17% fewer than in the previous 12 months.",
            {("17%", OF, "1,204")},
        ),
        (
            "Schools employed 468,000 teachers, a rise of 2,800 since last year and of 27,000 since 2010.",
            {("2,800", OF, "468,000"), ("27,000", OF, "468,000")},
        ),
        (  # a level of before, told by its verb
            "There were 1.1 million registrations in 2017. The year before, there had been 980,000, so the "
            "rise was 12%.",
            {("12%", OF, "1.1 million"), ("12%", FROM, "980,000")},
        ),
        (  # points are of the rate, not of the level that it led to
            "M2 grew 10.6% to 286.9 trillion yuan, 0.7 percentage points slower than in May.",
            {("10.6%", OF, "286.9 trillion"), ("0.7", OF, "10.6%")},
        ),
        (
            "Renewables generated 138 TWh, 52% of consumption and three points more than a year ago.",
            {("three", OF, "52%")},
        ),
        (
            "Solar capacity grew by 56 GW to 261 GW, and wind by 17 GW to 221 GW.",
            {("56", OF, "261"), ("17", OF, "221")},
        ),
        (  # another subject came from elsewhere
            "Headcount dropped by 1,100 to 61,200 at the end of June, and agency staff from 4,300 to 3,900.",
            {("1,100", OF, "61,200")},
        ),
        (
            "The index closed 113 points, or 1.5%, lower at 7,412.",
            {("113", OF, "7,412"), ("1.5%", OF, "7,412")},
        ),
        (
            "Investment totalled $67.1 billion in the period, 31% down, across 7,000 deals, 18% fewer.",
            {("31%", OF, "67.1 billion"), ("18%", OF, "7,000")},
        ),
        (
            "Cash flow was EUR 86 million, EUR 31 million better than last year.",
            {("31 million", OF, "86 million")},
        ),
        ("The average price was $468,350, off 5.2%.", {("5.2%", OF, "468,350")}),
        (  # what stands behind a dash is of the whole again
            "There were 9,724 people in shelters, including 3,725 children - an increase of 26 on April.",
            {("26", OF, "9,724")},
        ),
        (
            "Sales came to 1.24 million, an increase on 2016/17 of 5%.",
            {("5%", OF, "1.24 million")},
        ),
        (
            "The deficit, which had been 3.1% of GDP in 2016, shrank by 0.7 points to 2.4%.",
            {("0.7", OF, "2.4%"), ("0.7", FROM, "3.1%")},
        ),
        # what changed is named, and the level is of another thing
        ("A 12% jump in bookings lifted quarterly revenue to €2.1 billion.", set()),
        ("A 12% jump in bookings lifted bookings to 2.1 million.", {("12%", OF, "2.1 million")}),
        (
            "Cash flow of $1.2 billion was $300 million ahead of the prior-year quarter.",
            {("300 million", OF, "1.2 billion")},
        ),
        (  # a share of people, not a change that goes on
            "They saw 2.2 million patients, up 8.2% on May 2017; 86.5% were seen at once, down 2.9 points.",
            {("8.2%", OF, "2.2 million"), ("2.9", OF, "86.5%")},
        ),
        (
            "Diesel's share slipped to 33%, from 37%, a loss of four percentage points.",
            {("four", OF, "33%"), ("four", FROM, "37%")},
        ),
        (  # an annual rate of pieces is no rate of change
            "New home sales ran at an annual rate of 646,000 in June, 7.0 percent above May's 604,000.",
            {("7.0 percent", OF, "646,000"), ("7.0 percent", FROM, "604,000")},
        ),
        (
            "A total of 293,000 dwellings were completed, 2,900 (1%) above the 2016 figure.",
            {("2,900", OF, "293,000"), ("1%", OF, "293,000")},
        ),
        ("The starting salary is £24,373, £653 up.", {("653", OF, "24,373")}),
        ("Earnings rose by 3 cents to $38.72, following a 10-cent gain in May.", {("3", OF, "38.72")}),
        (
            "Sugar may drop to 28.2 million tonnes, about 15% less than this season's record 33.1 million.",
            {("15%", OF, "28.2 million"), ("15%", FROM, "33.1 million")},
        ),
        (
            "Planting had covered 24.5 million hectares by Friday, 1.5 million hectares behind last year.",
            {("1.5 million", OF, "24.5 million")},
        ),
        (
            "The median rent is now $1,480, 3.2% higher than last year, when it was $1,434.",
            {("3.2%", OF, "1,480"), ("3.2%", FROM, "1,434")},
        ),
        (
            "Retail sales grew by 8.6% to 3.29 trillion yuan in May, accelerating by 1.4 points.",
            {("8.6%", OF, "3.29 trillion"), ("1.4", OF, "8.6%")},
        ),
        ("The spread between the two bonds widened by 8 basis points to 271.", {("8", OF, "271")}),
        (  # an average over years is of no level
            "Health spending rose by 5.2% a year between 2010 and 2018, to reach $3.6 trillion.",
            set(),
        ),
        (
            "Receipts grew faster (+4%, to $1.45 trillion) than arrivals (+6%, to 1.4 billion).",
            {("+4%", OF, "1.45 trillion"), ("+6%", OF, "1.4 billion")},
        ),
        ("Headcount was 7,420 at period end, a net addition of 310.", {("310", OF, "7,420")}),
        (  # what goes with it has a subject of its own
            "Billionaires rose to 2,208 from 2,043, with their combined wealth up 18 percent at "
            "a record $9.1 trillion.",
            {("18 percent", OF, "9.1 trillion")},
        ),
        (
            "It had 4.51 million new enterprises, a rise of 12.5 percent, or about 16,500 a day.",
            {("12.5 percent", OF, "4.51 million")},
        ),
        (
            "Unemployment fell by 306,000 to 3,490,100, and by 424,200 over the year.",
            {("306,000", OF, "3,490,100"), ("424,200", OF, "3,490,100")},
        ),
        (  # a rate in brackets behind a noun ends there
            "Supply grew by 4.3 percent a year from 1961 to 2016, ahead of population growth (1.2 percent), "
            "and reached 20.3 kg per person.",
            set(),
        ),
        ("The base rate is the federal funds rate plus 0.50% per annum.", set()),
        (  # paired without "respectively"
            "Incubators reached 4,069 and makers' spaces 5,739, up by 24.8% and 33.4% over 2016.",
            {("24.8%", OF, "4,069"), ("33.4%", OF, "5,739")},
        ),
        (
            "Sales in Asia and Europe climbed 5% and 7%, reaching 3.1 million and 4.2 million units.",
            {("5%", OF, "3.1 million"), ("7%", OF, "4.2 million")},
        ),
        (
            "Membership, 120,000 in 2010, has since doubled to 240,000.",
            {("doubled", OF, "240,000"), ("doubled", FROM, "120,000")},
        ),
        (
            "Reserves, £14m at the start of the year, had fallen by £6m to £8m at its end.",
            {("6m", OF, "8m"), ("6m", FROM, "14m")},
        ),
        (
            "Income was 25,974 yuan, a nominal growth of 9.0 percent, or a real growth of 7.3 percent.",
            {("9.0 percent", OF, "25,974"), ("7.3 percent", OF, "25,974")},
        ),
        (  # the average over years is of no level, the rise is
            "In the past five years, the number rose by 40% to 2.1 million, an average of 7% a year.",
            {("40%", OF, "2.1 million")},
        ),
        (
            "Assets grew by $12bn in 2017, $3bn more than in 2016, and stood at $150bn at year-end.",
            {("12bn", OF, "150bn"), ("3bn", OF, "12bn")},
        ),
        (
            "Beijing took in 21.7 million visitors (22.0 million in 2016; -1.4%).",
            {("-1.4%", OF, "21.7 million"), ("-1.4%", FROM, "22.0 million")},
        ),
        (  # from which of the two it leads, arithmetic tells
            "There were 3.2 million jobless, down from 3.4 million in May and 3.9 million a year earlier, a "
            "fall of 18%.",
            {("18%", OF, "3.2 million"), ("18%", FROM, "3.9 million")},
        ),
        (
            "Turnover was $1.2 trillion, 9% up on the half-year and 21% on the year.",
            {("9%", OF, "1.2 trillion"), ("21%", OF, "1.2 trillion")},
        ),
        (
            "There were 5,739 spaces, 33.4% more; and 400 accelerators, 60 more.",
            {("33.4%", OF, "5,739"), ("60", OF, "400")},
        ),
        ("Turnover reached €2.4bn, exceeding the previous year's by 6%.", {("6%", OF, "2.4bn")}),
        (
            "Wages increased by 2.9% (real: 1.1%), to 3,210 euros.",
            {("2.9%", OF, "3,210"), ("1.1%", OF, "3,210")},
        ),
        (
            "With 12.5 million passengers, the airport handled 6.1% more than in 2016.",
            {("6.1%", OF, "12.5 million")},
        ),
        (
            "Sales were 52.6 million litres, 14 percent more than in the poor year of 2017 (46.1 million).",
            {("14 percent", OF, "52.6 million"), ("14 percent", FROM, "46.1 million")},
        ),
        (
            "Output was 3.2 million tonnes, or 1.6 times the level of 2010.",
            {("1.6", OF, "3.2 million")},
        ),
        ("Output fell by three quarters to 3.2 million tonnes.", {("three quarters", OF, "3.2 million")}),
        ("Output was 3.2 million tonnes, a quarter up on 2010.", {("a quarter", OF, "3.2 million")}),
        ("Output was 3.2 million tonnes, 300,000 tonnes more.", {("300,000", OF, "3.2 million")}),
        (
            "There were 3.2 million visitors, 300,000 more visitors than in 2016.",
            {("300,000", OF, "3.2 million")},
        ),
        ("Nearly twice as many tourists came as in 2016: 2.1 million.", {("twice", OF, "2.1 million")}),
        ("Twice as many cars, 12,000, were sold as in 2016.", {("Twice", OF, "12,000")}),
        ("Attendance: 1.2m (2015: 1.1m), i.e. +9%.", {("+9%", OF, "1.2m"), ("+9%", FROM, "1.1m")}),
        (
            "The harvest was 31 million tonnes, a shade (0.4%) below last year's.",
            {("0.4%", OF, "31 million")},
        ),
        ("Jobs dropped by 65,000 since the referendum, to 115,000.", {("65,000", OF, "115,000")}),
        (
            "Some 4.4 million pupils study in private schools, a figure that has grown by 12% since 2012.",
            {("12%", OF, "4.4 million")},
        ),
        (
            "Homicides were down to 1,820 from 2,140, the biggest annual drop (15%) in two decades.",
            {("15%", OF, "1,820"), ("15%", FROM, "2,140")},
        ),
        (
            "The yield was 1.97%, down 4 basis points on the day and 70 since January.",
            {("4", OF, "1.97%"), ("70", OF, "1.97%")},
        ),
        (
            "The debt shrank for the first time since 1995: by 1.1% to 42.3 billion euros.",
            {("1.1%", OF, "42.3 billion")},
        ),
        (
            "Investment of £49.5 billion was £0.3 billion, or 0.5%, down on the previous quarter.",
            {("0.3 billion", OF, "49.5 billion"), ("0.5%", OF, "49.5 billion")},
        ),
        (  # the new clause has a base of its own
            "Rates fell 0.4 points to 12.3 percent; since 2014, it has fallen 2.5 points, from 14.8 percent.",
            {("0.4", OF, "12.3 percent"), ("2.5", OF, "12.3 percent"), ("2.5", FROM, "14.8 percent")},
        ),
        (
            "Turnover was €12 million in 2017. This 8% rise is due to new shops.",
            {("8%", OF, "12 million")},
        ),
        (
            "The population was 8.2 million. The increase on the previous year was 120,000 people, or 1.5%.",
            {("120,000", OF, "8.2 million"), ("1.5%", OF, "8.2 million")},
        ),
    ],
)
def test_growth(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert growth(text) == expected


def test_rates_of_several_things_are_a_range_and_a_rate_has_a_level() -> None:
    (prices,) = read("Prices of vegetables were up 3% to 6% on the week.").claims
    assert (prices.kind, prices.value_text) == ("change_rate", "3% to 6%")
    assert links("The jobless rate rose 0.3 points to 3.6%.") == {("0.3", OF, "3.6%")}


def test_a_share_of_the_total_is_no_growth() -> None:
    claims = {
        c.value_text: c
        for c in read("Pensioners numbered 35.6 million, up 440,000, or 28.1% of the total.").claims
    }
    assert claims["28.1%"].kind == "share"
    assert growth("Pensioners numbered 35.6 million, up 440,000, or 28.1% of the total.") == {
        ("440,000", OF, "35.6 million")
    }


def test_a_gap_to_an_average_of_years_is_no_growth() -> None:
    text = "Sales were 1,484, down 32.8% from a year earlier and 42.5% below the ten-year average."
    assert growth(text) == {("32.8%", OF, "1,484")}
    assert next(c.kind for c in read(text).claims if c.value_text == "42.5%") == "difference"


def test_a_rate_is_held_against_the_rate_of_before() -> None:
    text = "The economy expanded by 6.7% in 2017, slower than the 7.2% of 2016."
    assert links(text) == {("6.7%", "compared_with", "7.2%")}
    assert [c.kind for c in read(text).claims] == ["change_rate", "change_rate"]
