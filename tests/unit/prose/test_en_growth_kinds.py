"""What is a change and what is none, and of which level: by class, each with its counter-examples."""

import pytest

from tests.unit.prose.reading import links, read

CHANGES = """
In all 45.9 million people work, 333,000 more (+0.7%) than in May.
    333,000 up person; +0.7% up percent
Some 1.2 million people had none, 14,000 fewer (−2 %) than in May 2017.
    14,000 down person; −2 % down percent
Employment is below its February 2017 level by 368,000, or 2.2 percent.
    368,000 down person; 2.2 percent down percent
Employment is above its February 2017 level by 368,000, or 2.2 percent.
    368,000 up person; 2.2 percent up percent
Both were above the level of a year ago, by 2%.
    2% up percent
Sales were down slightly, by 3 percent.
    3 percent down percent
Employment was little changed (+25,000; +0.1%).
    +25,000 up person; +0.1% up percent
Wages rose 4.8% (+$1.57 to $34.28).
    4.8% up percent; 1.57 up USD
Since 2014 births have fallen by 45,000, and since 2008 by almost 120,000.
    45,000 down count; 120,000 down count
Exports came to $3.5 trillion, below the $3.65 trillion expected by 22 analysts polled.
Regular pay rose 6.1% on the year and total pay 5.6%.
    6.1% up percent; 5.6% up percent
Enrolment has fallen for four straight years and is now 6,100 below its 2017 peak.
    6,100 down None
Output was 3.2 million tonnes, up from last year's 2.9 million tonnes.
They spent 108.7 billion euros, up 24.7%, or 1,278 euros per trip.
    24.7% up percent
Revolving debt increased by $7 billion and non-revolving by $10.5 billion.
    7 billion up USD; 10.5 billion up USD
Revolving debt increased by $7 billion and was held by 3.1 billion people.
    7 billion up USD
Manufacturing added 12,000 jobs in May and construction 5,000.
    12,000 up count; 5,000 up None
Retail lost 20,000 jobs; restaurants and hotels, 17,000.
    20,000 down count; 17,000 down count
The Nikkei slid 2.1%; the Topix gave up 1.3%.
    2.1% down percent; 1.3% down percent
The growth to end-March was 5.6%.
    5.6% up percent
"""

LINKS = """
In all 45.9 million people work, 333,000 more (+0.7%) than in May.
    333,000>45.9 million; +0.7%>45.9 million
There were 249 million cases of malaria in 2017 in 85 countries, an increase of 5 million on 2016.
    5 million>249 million
There were 249 cases in 2017 in 85 towns, five more than in 2016.
The fund put 71.3 billion yuan into shares in 1,256 startups, double the figure of a year before.
    double>71.3 billion
The share is equivalent to 10.7% of those with at least 10 employees, up by 0.6 points.
The index rose 12 points to 2,345.
    12>2,345
The index stood at 112.4 in May, up 2 points.
    2>112.4
There were 87 offers, which returned 4.1 times the money put in.
Rainfall came to 583 mm, three times the usual total.
Trade came to EUR 21.4 billion in 2017, 3.2 times the 2010 level.
    3.2>21.4 billion
Visits numbered 40 million, more than triple the 10.6 million of 2013.
    triple>40 million
Sales were up 2 percent at 218,702, thanks to a 33 percent leap for vans to 68,603.
    2 percent>218,702; 33 percent>68,603
Foreigners increased by 4.4%: Americans (+11.6%, to 1.1 million), Chinese (+14.2%).
    +11.6%>1.1 million
Output was 3.2 million tonnes in 2017, but is expected to rise by 5% in 2018.
The bank raised its year-end inflation forecast by 10.1 percentage points to 23.5 percent.
    10.1>23.5 percent
After prices rose 5%, output came to 3.2 million tonnes.
After output rose 5%, total output came to 3.2 million tonnes.
    5%>3.2 million
Tariffs for homes using more than 150 kWh rose by 4% in May.
Sales of vans using gas reached 150,000 in May and rose by 4%.
    4%>150,000
The oil sector shrank by 13.43%, its share falling to 5.34% from 6.21%.
Inventories rose by 9.9 million barrels in the week to Oct. 7 to 439.1 million barrels.
    9.9 million>439.1 million
Earnings rose by 6 cents to $27.83; they have increased by 3.1 percent since May.
    6>27.83; 3.1 percent>27.83
In May 18,400 people were waiting, an increase of 1,150 (6.7%) on a year earlier and of 4,900 on 2014.
    1,150>18,400; 6.7%>18,400; 4,900>18,400
Thefts dropped by 20% to 3,410 last year, and thefts from cars by 12% to 5,020.
    20%>3,410; 12%>5,020
Consumer credit grew $17.5 billion, a 5.2% annual rate, to $4.07 trillion.
    17.5 billion>4.07 trillion
Stocks fell by 3.1 million barrels to 482.4 million, more than twice the 1.1 million drop of May.
    3.1 million>482.4 million
State aid increased to 6.3 billion euros. This was 0.4 billion euros, or 7%, more than in 2016.
    0.4 billion>6.3 billion; 7%>6.3 billion
It flew 4.1 billion miles, an 11 percent increase, on capacity growth of 9.8 percent.
    11 percent>4.1 billion
Copper rose 1.2% to close at $5,976 a tonne, having earlier gained as much as 2.1%.
    1.2%>5,976
The charity spent £28.4m, £2.3m more than it raised.
It produced 28.4 million tonnes, 5% more than it did in 2016.
    5%>28.4 million
Some 41% of adults drink, a fall of 5 points; among the young, the drop was 12 points, to 33%.
    5>41%; 12>33%
Of the bridges 412 were in poor condition, 31 more than in the previous survey.
    31>412
Shipments fell 8% by value, to $2.2 billion.
    8%>2.2 billion
In May, earnings rose by 6 cents, or 0.2 percent, to $27.83. Over the year, they have grown by 3.1 percent.
    6>27.83; 0.2 percent>27.83; 3.1 percent>27.83
The total declined by 34,000 to 1.3 million; there were 19,000 fewer young people out of work.
    34,000>1.3 million
The total was 1.3 million, so there were 19,000 fewer than in May.
    19,000>1.3 million
Orders dropped 2% to $248 billion, hit by aircraft, where they plunged 25%.
    2%>248 billion
Trade rose by 14% to 8.24 trillion naira, thanks to oil exports, which were 6.6% up.
    14%>8.24 trillion
At $12.1 billion, first-quarter profit was 8% lower than a year earlier.
    8%>12.1 billion
"""

NEXT = """
Turnover rose 8% in 2016. It came to 12.4 million euros.
    8%>12.4 million
The number of pupils grew 4% in 2016. The total stood at 5.2 million.
    4%>5.2 million
Car sales fell by 7 percent last year. They totalled 2.31 million, the fewest since 2013.
    7 percent>2.31 million
Imports of gas rose 12% in May. Imports of gas amounted to 3.1 billion cubic metres.
    12%>3.1 billion
Employment rose by 25,000 in May. It now stands at 2.3 million.
    25,000>2.3 million
Exports grew by 6.1% in April. Imports totalled 38.9 billion euros.
Exports grew by 6.1% in 2016. In 2015 they had come to 38.9 billion euros.
Exports grew by 6.1% in 2016 and imports by 4%. They came to 38.9 billion euros.
Wages rose 3%. It cost the company 12 million euros.
The economy grew 3%. The total population stood at 5.2 million.
Profits rose 8%. The figure was 3.2 million euros in 2015.
Sales rose 3.2 percent. Sales of vans came to 4,100.
Exports rose 4% in real terms in 2016. They came to 3.1 billion euros, up 6%.
    6%>3.1 billion
"""

HELD = """
Net income was $9.9 billion, or $0.94 per share, against $2.9 billion, or $0.28 per share.
    9.9 billion>2.9 billion; 0.94>0.28
Profit was $9.9 billion ($0.94 a share), down from $12 billion ($1.10 a share).
    9.9 billion>12 billion; 0.94>1.10
Debt fell to 58.6% of GDP (EUR 214.3 billion) from 60.9% (EUR 215.8 billion).
    58.6%>60.9%; 214.3 billion>215.8 billion
EBIT rose to 25.6 billion euros, giving a margin of 6.4 per cent (5.4).
    6.4 per cent>5.4
Asia led with 7.3 per cent, ahead of Africa (6.5) and Europe (6.6).
Output was 3.2 million tonnes, up from last year's 2.9 million tonnes.
    3.2 million>2.9 million
Sales came to 45.7 million this year, compared with last year's 38 million, an increase of a fifth.
    45.7 million>38 million
They cleared 739 hectares in May, up 34% from a year earlier, when 550 hectares were cleared.
    739>550
Sales came to 739 hectares in May, up 34% from a year earlier, when 42 hectares were cleared.
Claims were 216,000, a decrease of 6,000 from the previous week's unrevised level of 222,000.
    216,000>222,000
Permits were 1,294,000, 0.3% above the April rate of 1,290,000 but 0.5% below the May 2017 rate of 1,301,000.
    1,294,000>1,290,000; 1,294,000>1,301,000
The firm swung to a loss of $368 million in the second quarter from a profit of $228 million a year earlier.
    368 million>228 million
Sales rose to a high of 3.1 million euros from 42 shops.
The index slipped to 131.3 from May's 134.1.
    131.3>134.1
In all 1,109 thefts were reported, 70% more than four years ago, when there were 652.
    1,109>652
The bank sold $420 million in May, less than half of April's $1.1 billion.
    420 million>1.1 billion
The state paid $420 million, half of the $840 million raised.
Inflation was 3.1% in May, lower than the 3.54% of a year before.
    3.1%>3.54%
"""


def _pairs(text: str, role: str) -> set[str]:
    return {f"{a}>{b}" for a, r, b in links(text) if r == role}


def _rows(table: str) -> list[tuple[str, set[str]]]:
    """The sentences of a table, each with what is told below it, set in."""
    rows: list[tuple[str, set[str]]] = []
    for line in table.strip().splitlines():
        if line.startswith(" "):
            rows[-1][1].update(line.strip().split("; "))
        else:
            rows.append((line, set()))
    return rows


@pytest.mark.parametrize(("text", "expected"), _rows(CHANGES))
def test_changes_with_direction_and_unit(text: str, expected: set[str]) -> None:
    kinds = ("change_rate", "change_amount", "points")
    assert {
        f"{c.value_text} {c.direction} {c.unit}" for c in read(text).claims if c.kind in kinds
    } == expected


@pytest.mark.parametrize(("text", "expected"), _rows(LINKS) + _rows(NEXT))
def test_a_change_is_tied_to_its_own_level_and_no_other(text: str, expected: set[str]) -> None:
    assert _pairs(text, "growth_of") == expected


@pytest.mark.parametrize(("text", "expected"), _rows(HELD))
def test_a_level_is_held_against_its_like(text: str, expected: set[str]) -> None:
    assert _pairs(text, "compared_with") == expected


def test_a_bare_number_in_brackets_behind_a_rate_is_a_rate() -> None:
    claims = read("Asia led with 7.3 per cent, ahead of Africa (6.5) and Europe (6.6).").claims
    assert [(c.value_text, c.unit, c.unit_status) for c in claims] == [
        ("7.3 per cent", "percent", "stated"),
        ("6.5", "percent", "inherited"),
        ("6.6", "percent", "inherited"),
    ]


def test_each_of_two_comparisons_starts_from_its_own_level() -> None:
    text = (
        "Permits were 1,294,000, 0.3% above April's 1,290,000 but 0.5% below the May 2017 rate of 1,301,000."
    )
    assert _pairs(text, "growth_from") == {"0.3%>1,290,000", "0.5%>1,301,000"}


def test_below_where_it_stood_starts_from_no_level_said_before() -> None:
    text = "The rate ticked up to 3.84% from 3.82%, still 0.78 points below where it stood a year ago."
    assert _pairs(text, "growth_of") == {"0.78>3.84%"}
    assert _pairs(text, "growth_from") == set()


def test_a_year_behind_than_it_did_is_what_the_change_leans_on() -> None:
    claims = read("It produced 28.4 million tonnes, 5% more than it did in 2016.").claims
    assert [(c.time_period, c.base_period) for c in claims] == [(None, None), (None, "2016")]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("The rate was 81.4% in 2014 and climbed to 82.9% a year later.", ["2014", "2015"]),
        ("The rate was 81.4% in May 2014, rising to 82.9% the following year.", ["2014-05", "2015-05"]),
        ("They paid 3 million euros in 2014 and 4 million a year later than planned.", ["2014", "2014"]),
    ],
)
def test_a_year_later_is_a_year_after_the_figure_before(text: str, periods: list[str]) -> None:
    assert [c.time_period for c in read(text).claims] == periods
