"""English news of markets: marks, points, moneys, gaps to what was expected."""

import pytest

from tests.unit.prose.reading import links, only, read


@pytest.mark.parametrize(
    "text",
    [
        "Unemployment fell to 3.1 percent, the lowest rate since 2008.",
        "Unemployment fell to 3.1 percent, its lowest since May 2008.",
        "For the first time since May unemployment fell to 3.1 percent.",
        "Unemployment fell to 3.1 percent, a best-ever rate since 2008.",
    ],
)
def test_a_superlative_since_dates_nothing(text: str) -> None:
    claim = only(text)
    assert (claim.time_period, claim.flags) == (None, "")


def test_since_a_month_counts_from_that_month() -> None:
    claim = only("It has opened 12 shops since May.")
    assert (claim.time_period, claim.flags) == ("2018-05/..", "cumulative since")


@pytest.mark.parametrize(
    ("text", "unit", "part"),
    [
        ("The retailer will shut 92 of its 330 stores.", "count", "92"),
        ("Some 3.2 million of the country's 46 million people are unemployed.", "person", "3.2 million"),
        ("Kaleva sold 14 of Nordhus's 52 hotels.", "count", "14"),
    ],
)
def test_a_part_of_what_somebody_has_is_counted_like_it(text: str, unit: str, part: str) -> None:
    claims = read(text).claims
    assert links(text) == {(part, "part_of", claims[1].value_text)}
    assert [c.unit for c in claims] == [unit, unit]


@pytest.mark.parametrize(
    ("text", "qualifier", "percent"),
    [("Around 1 in 8 women smoke.", "ABOUT", "12.5"), ("Nearly 1 in 10 tenants was late.", "NEARLY", "10")],
)
def test_one_in_eight_in_digits_takes_its_hedge(text: str, qualifier: str, percent: str) -> None:
    claim = only(text)
    assert (claim.kind, claim.qualifier, str(claim.value)) == ("share", qualifier, percent)


@pytest.mark.parametrize(
    ("text", "mark", "status"),
    [
        ("The index slipped to 49.3 in February from 50.5, below the 50 mark.", "50", "actual"),
        ("The index climbed to 51.7 from 49.8, back above the 50-point threshold.", "50", "actual"),
        ("Research spending rose 4% to 2.07% of GDP, short of the 3% target.", "3%", "target"),
        ("Inflation rose to 1.9%, below the bank's 2% inflation target.", "2%", "target"),
        ("Profit rose 4% to $210 million, missing the $230m analysts expected.", "230m", "forecast"),
        ("Output fell 0.5%, beating the 0.3% rise economists had forecast.", "0.3%", "forecast"),
    ],
)
def test_what_a_figure_is_held_against_takes_no_links(text: str, mark: str, status: str) -> None:
    statuses = {c.value_text: c.claim_status for c in read(text).claims}
    assert statuses == dict.fromkeys(statuses, "actual") | {mark: status}
    assert not [link for link in links(text) if mark in (link[0], link[2])]


def test_a_mark_measures_what_is_held_against_it_or_itself() -> None:
    text = "Airlines carried 212,000 passengers in June rather than the 230,000 forecast."
    assert [(c.value_text, c.measure, c.unit) for c in read(text).claims] == [
        ("212,000", "passengers", "person"),
        ("230,000", "passengers", "person"),
    ]
    assert [c.measure for c in read("The index slipped to 49.3, below the 50 mark.").claims] == [
        "index",
        "mark",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The S&P 500 gained 14.2 points, or 0.51 percent, to 2,803.69.",
        "The Nasdaq composite added 14.2 points, or 0.51 percent, to finish at 2,803.69.",
        "The blue-chip index ended down 14.2 points, or 0.51 percent, at 2,803.69.",
    ],
)
def test_points_of_an_index_are_no_percentage_points(text: str) -> None:
    claims = read(text).claims
    assert [c.unit for c in claims] == ["index_point", "percent", "index_point"]
    assert links(text) == {(change, "growth_of", "2,803.69") for change in ("14.2", "0.51 percent")}
    assert len({c.measure for c in claims}) == 1


@pytest.mark.parametrize(
    "text",
    [
        "House prices were 1.6% lower than a year ago, at an average of £472,000.",
        "House prices were down 1.6% on the year in May, at £472,000.",
    ],
)
def test_a_change_then_the_level_that_it_led_to(text: str) -> None:
    assert links(text) == {("1.6%", "growth_of", "472,000")}


@pytest.mark.parametrize(
    ("text", "area", "unit", "status"),
    [
        ("It made 1.04 billion Swiss francs on sales of 9 billion francs.", None, "CHF", "inherited"),
        ("It made 412 million Swedish crowns. It owes 90 million crowns.", "CZ", "SEK", "inherited"),
        ("It owes 90 million crowns.", "CZ", "CZK", "inferred"),
        ("It owes 90 million crowns.", "CA", None, "lost"),
        ("It owes 90 million Ruritanian crowns.", "CA", None, "lost"),
        ("It owes 90 million pounds.", "EG", "EGP", "inferred"),
        ("It owes 90 million pounds.", "DE", "GBP", "stated"),
        ("The fish weighed 40 pounds.", "GB", "lb", "stated"),
        ("It owes 90 million rupees.", "PK", "PKR", "inferred"),
        ("It owes 90 million rupees.", None, "INR", "stated"),
    ],
)
def test_the_bare_name_of_a_money(text: str, area: str | None, unit: str | None, status: str) -> None:
    claim = read(text, area).claims[-1]
    assert (claim.unit, claim.unit_status) == (unit, status)


def test_what_analysts_had_forecast_is_of_the_subject_before() -> None:
    claim = read("Profit was 412 million euros; analysts had forecast 405 million.").claims[1]
    assert (claim.measure, claim.unit, claim.claim_status) == ("Profit", "EUR", "forecast")


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Sea ice covered 14.78 million sq km, 860,000 sq km below the 1981-2010 average.", "down"),
        ("Rainfall was 412 millimetres, 51 millimetres more than the 1961-1990 mean.", "up"),
    ],
)
def test_a_gap_to_an_average_is_a_difference_and_the_average_dates_nothing(text: str, direction: str) -> None:
    claims = read(text).claims
    assert [(c.kind, c.direction) for c in claims] == [("level", None), ("difference", direction)]
    assert [c.time_period for c in claims] == [None, None]


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Each household will pay 45 euros more a year.", "up"),
        ("The bill will be 45 euros lower next year.", "down"),
        ("Drivers pay 45 euros more in tax.", "up"),
    ],
)
def test_so_much_more_money_a_year_is_a_change(text: str, direction: str) -> None:
    claim = only(text)
    assert (claim.kind, claim.direction) == ("change_amount", direction)
