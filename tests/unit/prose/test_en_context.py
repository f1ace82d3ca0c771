"""What a figure takes from around it: unit, area, price basis, and what is no figure at all."""

from decimal import Decimal

import pytest

from tests.unit.prose.reading import links, only, read


def test_an_area_behind_a_part_is_of_that_part() -> None:
    text = "The group had 4,860 employees, of whom 2,130 worked in Norway and 2,730 abroad."
    claims = read(text, area="DK").claims
    assert [c.ref_area for c in claims] == ["DK", "NO", None]
    assert [c.unit for c in claims] == ["person"] * 3
    assert [c.ref_area for c in read("Sales rose 5% to £4 million in Norway.", area="DK").claims] == [
        "NO",
        "NO",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "At constant (2011-12) prices, output grew 6.8 per cent.",
        "Measured in constant 2010 rand, output grew 6.8 per cent.",
        "Output in chained (2010) dollars grew 6.8 per cent.",
    ],
)
def test_the_year_of_the_prices_tells_the_basis_and_dates_nothing(text: str) -> None:
    claim = only(text)
    assert (claim.price_basis, claim.time_period) == ("constant_prices", None)
    assert (claim.measure or "").lower() == "output"


@pytest.mark.parametrize(
    ("text", "unit", "status"),
    [
        ("Hourly wages were €21.30, up by 50 cents.", "EUc", "inferred"),
        ("Oil was at US$61.57, up by 84 cents.", "USc", "inferred"),
        ("Rice cost ₫14,000, up by 20 cents.", None, "lost"),
    ],
)
def test_cents_are_of_the_money_spoken_of(text: str, unit: str | None, status: str) -> None:
    cents = read(text).claims[-1]
    assert (cents.unit, cents.unit_status) == (unit, status)


def test_a_count_takes_its_noun_from_the_figure_before() -> None:
    planned = read("They counted 140,000 homes and expect 120,000 to be finished.").claims[1]
    assert (planned.unit, planned.measure) == ("count", "homes")


def test_an_elided_subject_is_not_of_another_dimension() -> None:
    assert [c.measure for c in read("The load factor was 81.2%. It lost £14.5 million.").claims] == [
        "load factor",
        None,
    ]


def test_one_fewer_is_a_change() -> None:
    assert links("It has 12 offices, one fewer than in 2016.") == {("one", "growth_of", "12")}


@pytest.mark.parametrize(
    ("text", "value", "kind", "unit"),
    [
        ("Ms Ortega, 52, leads the firm.", "52", "duration", "year"),
        ("Diallo scored 27 points.", "27", "level", "count"),
        ("Trade took away 0.1 of a point.", "0.1", "contribution", "percentage_point"),
        ("Trade contributed to growth: +0.2 points.", "0.2", "contribution", "percentage_point"),
        ("The contribution of trade to growth was -0.3 points.", "0.3", "contribution", "percentage_point"),
        ("Costs fell, contributing to an 18 bps rise in margins.", "18", "points", "basis_point"),
        ("Solar contributed 2.1 points of the increase.", "2.1", "contribution", "percentage_point"),
        ("The fund lent Rs. 64,500 crore.", "645000000000", "level", "INR"),
    ],
)
def test_what_a_number_counts(text: str, value: str, kind: str, unit: str) -> None:
    claim = only(text)
    assert (claim.value, claim.kind, claim.unit) == (Decimal(value), kind, unit)


def test_each_figure_of_a_list_of_areas_has_its_own() -> None:
    text = "The lowest rates were registered in the Netherlands (-0.3%), Denmark (0.6%) and Belgium (0.7%)."
    assert [c.ref_area for c in read(text, area="EA").claims] == ["NL", "DK", "BE"]
    text = "Trade with Germany (€5 million) and Austria (€3 million) rose."
    assert [c.ref_area for c in read(text, area="EA").claims] == ["EA", "EA"]


@pytest.mark.parametrize(
    ("later", "basis"),
    [
        ("Incomes rose by 2%.", "real"),
        ("The number of vacancies fell by 6,000.", "not_stated"),
        ("The price index rose by 2%.", "not_stated"),
    ],
)
def test_neither_counts_nor_prices_are_told_in_real_terms(later: str, basis: str) -> None:
    assert read(f"In real terms, pay rose by 0.1%. {later}").claims[-1].price_basis == basis
