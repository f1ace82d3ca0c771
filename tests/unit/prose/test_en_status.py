"""Status: what is known, what is put at, what is meant to be, in one sentence."""

import pytest

from tests.unit.prose.reading import read

ACTUAL, PRELIMINARY, ESTIMATE = "actual", "preliminary", "estimate"
FORECAST, TARGET, RULE = "forecast", "target", "rule"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "According to preliminary figures, output rose 2.1% in May; in April it had risen 1.4%.",
            {"2.1%": PRELIMINARY, "1.4%": ACTUAL},
        ),
        (
            "Provisional data put the harvest at 4.2 million tonnes, against a final 3.9 million in 2016.",
            {"4.2 million": PRELIMINARY, "3.9 million": ACTUAL},
        ),
        (
            "GDP grew 0.4% in the first quarter, a first estimate shows, after 0.6% in the fourth.",
            {"0.4%": ESTIMATE, "0.6%": ACTUAL},
        ),
        (
            "An estimated 12,000 people took part; police counted 8,500.",
            {"12,000": ESTIMATE, "8,500": ACTUAL},
        ),
        (
            "The agency estimates losses at $3.1 billion, while insurers have paid out $1.2 billion so far.",
            {"3.1 billion": ESTIMATE, "1.2 billion": ACTUAL},
        ),
        (
            "The bank expects growth of 2.5% in 2018 and 2.3% in 2019, after 2.8% in 2017.",
            {"2.5%": FORECAST, "2.3%": FORECAST, "2.8%": ACTUAL},
        ),
        (
            "Sales rose 4% to £2.1 billion in the quarter and are expected to reach £9 billion this year.",
            {"4%": ACTUAL, "2.1 billion": ACTUAL, "9 billion": FORECAST},
        ),
        (
            "The ministry lowered its forecast for 2018 to 1.9% from 2.2%; the economy grew 2.4% in 2017.",
            {"1.9%": FORECAST, "2.2%": FORECAST, "2.4%": ACTUAL},
        ),
        (
            "Revenue will rise by 5% to 7%, the company said, having increased 6.1% in 2017.",
            {"5% to 7%": FORECAST, "6.1%": ACTUAL},
        ),
        (
            "The firm, which made 310,000 cars in 2017, aims to build 400,000 a year by 2021.",
            {"310,000": ACTUAL, "400,000": TARGET},
        ),
        (
            "The government plans to cut the deficit to 3% of GDP by 2020 from 4.6% last year.",
            {"3%": TARGET, "4.6%": ACTUAL},
        ),
        (
            "It pledged to reduce emissions by 40% by 2030; by 2017 they had fallen 12%.",
            {"40%": TARGET, "12%": ACTUAL},
        ),
        (
            "The 2020 goal of 20% has been met early: the share was 21.3% in 2017.",
            {"20%": TARGET, "21.3%": ACTUAL},
        ),
        (
            "The minimum wage may not fall below 60% of the median; it stands at 54%.",
            {"60%": RULE, "54%": ACTUAL},
        ),
        (
            "Banks must hold capital of at least 8% of assets; at the end of 2017 they held 14.2%.",
            {"8%": RULE, "14.2%": ACTUAL},
        ),
        (
            "Fees are capped at £9,250 a year, and students paid £8,900 on average in 2017.",
            {"9,250": RULE, "8,900": ACTUAL},
        ),
        (
            "The population is projected to grow from 8.4 million in 2017 to 10.1 million in 2045.",
            {"8.4 million": ACTUAL, "10.1 million": FORECAST},
        ),
        (
            "Full-year guidance is for earnings of $3.20 to $3.40 a share; the company earned $2.95 in 2017.",
            {"3.20 to $3.40": FORECAST, "2.95": ACTUAL},
        ),
        (
            "First-quarter growth was revised up to 2.2% from a preliminary 2.0%.",
            {"2.2%": ACTUAL, "2.0%": PRELIMINARY},
        ),
        (
            "The figure for April was revised to 164,000 from the 159,000 first reported.",
            {"164,000": ACTUAL, "159,000": ACTUAL},
        ),
        (
            "Analysts polled had forecast a rise of 0.3%, but prices rose 0.5%.",
            {"0.3%": FORECAST, "0.5%": ACTUAL},
        ),
        (
            "Prices rose 0.5%, while analysts had forecast 0.3%.",
            {"0.5%": ACTUAL, "0.3%": FORECAST},
        ),
        (
            "Unemployment is set to fall to 4.1% in 2018 from 4.4%.",
            {"4.1%": FORECAST, "4.4%": ACTUAL},
        ),
        (
            "The strategy seeks to raise the employment rate to 75%; it was 71.2% in 2017.",
            {"75%": TARGET, "71.2%": ACTUAL},
        ),
        (
            "The Fund sees inflation at 3.4% this year; it averaged 2.9% in 2017.",
            {"3.4%": FORECAST, "2.9%": ACTUAL},
        ),
        (
            "About 1,200 jobs could be lost, on top of the 640 already cut.",
            {"1,200": FORECAST, "640": ACTUAL},
        ),
        (
            "Turnover amounted to €1.4 billion (preliminary), up 3%.",
            {"1.4 billion": PRELIMINARY, "3%": PRELIMINARY},
        ),
        (
            "Exports were 3.4 billion euros in April, provisional figures show, 2% more than in 2016.",
            {"3.4 billion": PRELIMINARY, "2%": PRELIMINARY},
        ),
        (
            "Ministers agreed on a target of 32% renewables by 2030; the present share is 17%.",
            {"32%": TARGET, "17%": ACTUAL},
        ),
    ],
)
def test_the_status_of_each_figure(text: str, expected: dict[str, str]) -> None:
    found = {c.value_text: c.claim_status for c in read(text).claims}
    assert {value: found.get(value) for value in expected} == expected


def test_a_status_does_not_reach_the_subject_of_another_clause() -> None:
    text = "Credits will not be used, and a £5.6 million allowance has been recorded as of October 2017."
    assert [c.claim_status for c in read(text).claims] == [ACTUAL]


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("The scheme would cost €320 million and could create 1,400 jobs.", ["forecast", "forecast"]),
        ("The board had budgeted costs of £40 million, but they came to £47 million.", ["target", "actual"]),
        ("The plant, planned to produce 120 tonnes, made 90 tonnes.", ["target", "actual"]),
        (
            "The estimated cost is €1.2 billion, of which €300 million has been spent.",
            ["estimate", "actual"],
        ),
        ("They must pay at least 3% of wages, and paid 4% in 2017.", ["rule", "actual"]),
        ("The scheme was due to cost £2 billion; it has cost £3 billion.", ["forecast", "actual"]),
        ("The rise of 3% is due to higher prices.", ["actual"]),
        ("Sales could rise by 3% to 400 tonnes.", ["forecast", "forecast"]),
    ],
)
def test_a_word_of_status_colours_the_figures_of_its_own_clause(text: str, statuses: list[str]) -> None:
    assert [c.claim_status for c in read(text).claims] == statuses


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The jobless rate is expected to rise to 3.1%.", "level"),
        ("The jobless rate will fall this year to 3.1%.", "level"),
        ("The deficit is projected to fall to 2.1% of GDP.", "share"),
    ],
)
def test_what_will_rise_to_a_rate_does_not_rise_by_it(text: str, kind: str) -> None:
    claim = read(text).claims[0]
    assert (claim.kind, claim.direction, claim.claim_status) == (kind, None, "forecast")


def test_the_year_of_an_aside_is_not_that_of_the_main_clause() -> None:
    aside, main = read("Exports, which rose 5% in 2016, are expected to grow by 3%.").claims
    assert (aside.time_period, main.time_period) == ("2016", None)


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        # what was expected is a yardstick: it says nothing of the figure before it
        ("Sales rose 0.3% in May and 3.7% on the year, matching estimates.", ["actual", "actual"]),
        ("Profit was €3 million in the quarter, ahead of its own target.", ["actual"]),
        (
            "Stocks rose by 9 million barrels, compared with analysts' expectations for a 2 million rise.",
            ["actual", "forecast"],
        ),
        ("Sales rose 5.2%, against a market consensus of 5.0%.", ["actual", "forecast"]),
        # shares of those asked are what they are
        (
            "46 percent said they expected bills to rise and the remaining 23 percent did not know.",
            ["actual", "actual"],
        ),
        ("Three out of four firms expect higher sales.", ["actual"]),
        ("40 percent of those polled expect prices to rise 5%.", ["actual", "forecast"]),
        ("46% of the firms surveyed plan to hire.", ["actual"]),
        ("The bill would cost $1.5 trillion, two-thirds of which would be borrowed.", ["forecast"] * 2),
        # the subject of "will" is there already
        ("Each of the 91 schools will lose 3 posts.", ["actual", "forecast"]),
        ("It will close two of its nine plants.", ["forecast", "actual"]),
        ("About 1,200 jobs could be lost.", ["forecast"]),
        # a change of what is estimated
        ("The jobless rate was estimated at 3.8%, down 0.2 points.", ["estimate", "actual"]),
        # may
        ("Trade growth may slip to 2.7%.", ["forecast"]),
        ("Mrs May said 5% of firms failed.", ["actual"]),
        ("The limit may be increased by $150,000.", ["actual"]),
        ("Rents may rise by no more than 3%.", ["rule"]),
        ("299,000 people could not work because of the weather.", ["actual"]),
        ("Shoppers intend to spend $885 on average.", ["target"]),
        ("Staff now see inflation at 1.2%.", ["forecast"]),
        ("Analysts had looked for a 0.9 percent rise.", ["forecast"]),
        ("Officials want to raise income to $12 billion.", ["target"]),
        ("Output grew 0.8 percent, according to advance estimates.", ["preliminary"]),
        # the nearest word in front of a figure tells; what is compared with is known
        ("The government expects growth of 3% and aims to cut the gap to 5% of GDP.", ["forecast", "target"]),
        (
            "Inflation was 2.6% in July, up from 2.5% in June according to a flash estimate.",
            ["preliminary", "actual"],
        ),
        ("Growth is seen at 1.5%, down from 2% in the March projections.", ["forecast", "forecast"]),
        ("Costs were $1 billion lower than forecast at $86 billion.", ["actual", "actual"]),
        ("Shipments should reach 1.3 million tons.", ["forecast"]),
        ("Fees should not be paid on 1.3 million tons.", ["actual"]),
        ("Officials see inflation easing to 38%.", ["forecast"]),
        ("Visitors see 38 paintings.", ["actual"]),
        ("The institute reckons with a drop of 0.8%.", ["forecast"]),
        ("The population, estimated at 4.9 million, grew by 0.6% in May.", ["estimate", "actual"]),
        ("The plan is for a shortfall of 2.6 billion lira.", ["target"]),
        ("The estimates are based on 2,986 adults.", ["actual"]),
        ("The young were most likely to be lonely, at 10%.", ["actual"]),
        ("Unemployment is likely to stay above 8 per cent.", ["forecast"]),
        # at the head of a sentence it is said of all of it
        (
            "Provisional figures for May: 9,842 cars were sold (-11.6%), among them 2,117 vans (+38.0%).",
            ["preliminary"] * 4,
        ),
        (
            "According to preliminary data, exports rose 3% while imports fell by 2% from 4 billion euros.",
            ["preliminary", "preliminary", "actual"],
        ),
    ],
)
def test_a_yardstick_a_survey_and_a_subject_are_not_foretold(text: str, statuses: list[str]) -> None:
    assert [c.claim_status for c in read(text).claims] == statuses
