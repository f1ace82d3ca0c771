"""Cells of tables: shares, changes, stars, leaders, what is refused; worked out by hand from the print."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from ingest.prose import Context, Reading, read_claims


def table(text: str, **known: str) -> Reading:
    return read_claims(text, Context("0" * 64, date(2019, 3, 1), "en", **known))


def test_shares_outstanding_are_no_money() -> None:
    found = table("(in millions of dollars)\n\t2016\t2017\nRevenue\t512\t538\nShares outstanding\t104\t106\n")
    assert {c.value_text for c in found.claims} == {"512", "538"}
    assert "the row counts shares" in found.refusals[0].reason


def test_a_star_inside_a_number_is_no_word_of_the_label() -> None:
    found = table("Output (million tonnes)\n\t2016\t2017\nCoal\t34*1\t352.4\nSteel\t80.8\t83.2\n")
    assert {c.measure for c in found.claims} == {"Output: Coal", "Output: Steel"}
    assert "loaded only in part" in found.refusals[0].reason


def test_the_end_of_a_year_heads_a_column() -> None:
    found = table("Loans (EUR million)\n\tEnd of 2016\tEnd of 2017\nHousing\t34.1\t35.2\nFirms\t80.8\t83.2\n")
    told = {(c.measure, c.time_period, c.flags) for c in found.claims}
    assert told == {
        (f"Loans: {row}", year, "end_of_period header_scale")
        for row in ("Housing", "Firms")
        for year in ("2016", "2017")
    }


def test_leaders_lead_to_the_numbers() -> None:
    found = table("Output (million tonnes)\n2016 2017\nCoal ........ 341.1 352.4\nSteel ....... 80.8 83.2\n")
    assert {(c.value_text, c.measure, c.time_period) for c in found.claims} == {
        ("341.1", "Output: Coal", "2016"),
        ("352.4", "Output: Coal", "2017"),
        ("80.8", "Output: Steel", "2016"),
        ("83.2", "Output: Steel", "2017"),
    }


def test_percent_of_something_is_a_unit() -> None:
    found = table(
        "Public finances\n\t2016\t2017\nDebt (% of GDP)\t61.2\t62.4\nDeficit (% of GDP)\t2.1\t1.4\n"
    )
    assert {(c.value, c.unit, c.kind) for c in found.claims} == {
        (Decimal(x), "percent", "share") for x in ("61.2", "62.4", "2.1", "1.4")
    }


@pytest.mark.parametrize(
    ("title", "base"),
    [
        ("Year-on-year change (%)", "2017-Q1"),
        ("Consumer prices, change on previous quarter (%)", "2017-Q4"),
    ],
)
def test_a_title_that_tells_a_change_tells_it_of_every_figure(title: str, base: str) -> None:
    found = table(f"{title}\n\tQ1 2018\tQ2 2018\nFood\t2.1\t-0.4\nEnergy\t5.0\t6.2\n")
    told = {c.value_text: (c.value, c.kind, c.direction) for c in found.claims}
    assert told == {
        "2.1": (Decimal("2.1"), "change_rate", "up"),
        "-0.4": (Decimal("0.4"), "change_rate", "down"),
        "5.0": (Decimal("5.0"), "change_rate", "up"),
        "6.2": (Decimal("6.2"), "change_rate", "up"),
    }
    assert next(c.base_period for c in found.claims if c.value_text == "2.1") == base


def test_a_heading_in_brackets_tells_the_status() -> None:
    found = table("Output (t)\n\t2016\t2018 (forecast)\nCoal\t10.0\t26.0\nGas\t30.0\t76.0\n")
    told = {c.value_text: (c.measure, c.claim_status) for c in found.claims}
    assert told["26.0"] == ("Output: Coal", "forecast")
    assert told["10.0"] == ("Output: Coal", "actual")


def test_percent_of_revenue_is_a_share_of_its_year_and_no_change() -> None:
    found = table(
        "Costs (EUR thousand)\n\t2017\t\t2018\t\n\tAmount\t% of revenue\tAmount\t% of revenue\n"
        "Wages\t35,452\t5%\t64,798\t9%\nRent\t14,783\t2%\t16,499\t3%\n"
    )
    told = {c.value_text: (c.kind, c.unit, c.time_period) for c in found.claims}
    assert told["64,798"] == ("level", "EUR", "2018") and told["9%"] == ("share", "percent", "2018")
    assert told["5%"] == ("share", "percent", "2017")


@pytest.mark.parametrize(
    ("heads", "shares"),
    [
        ("2018\t% of total", {("71%", "2018"), ("29%", "2018")}),
        ("2017\t2018\t% of total", set()),  # of which year?
    ],
)
def test_shares_take_the_one_year_there_is(heads: str, shares: set[tuple[str, str]]) -> None:
    levels = {1: ("35,452", "14,783"), 2: ("33,100\t35,452", "14,100\t14,783")}[heads.count("20")]
    found = table(f"Sales (EUR thousand)\n\t{heads}\nEast\t{levels[0]}\t71%\nWest\t{levels[1]}\t29%\n")
    assert {(c.value_text, c.time_period) for c in found.claims if c.kind == "share"} == shares
    assert sum(c.kind == "level" for c in found.claims) == 2 * heads.count("20")


def test_a_change_behind_two_things_is_of_neither() -> None:
    heads = "\tArrivals (thousand)\tNights (thousand)\tChange (%)"
    found = table(f"Tourism 2018\n{heads}\nHotels\t1,240\t3,410\t4.2\nCampsites\t310\t1,120\t-1.3\n")
    assert {c.value_text for c in found.claims} == {"1,240", "3,410", "310", "1,120"}
    assert "do not say of which column" in found.refusals[0].reason


def test_a_change_behind_each_thing_is_of_that_thing() -> None:
    heads = "\tArrivals (thousand)\tChange (%)\tNights (thousand)\tChange (%)"
    found = table(
        f"Tourism 2018\n{heads}\nHotels\t1,240\t2.5\t3,410\t4.2\nCampsites\t310\t-1.3\t1,120\t0.8\n"
    )
    printed = {c.claim_id: c.value_text for c in found.claims}
    assert {(printed[x.claim_id], x.role, printed[x.target_claim_id]) for x in found.links} == {
        ("2.5", "growth_of", "1,240"),
        ("4.2", "growth_of", "3,410"),
        ("-1.3", "growth_of", "310"),
        ("0.8", "growth_of", "1,120"),
    }


@pytest.mark.parametrize("cell", ["1.5-2.0", "2.978,478", "5 April 2019"])
def test_a_cell_with_more_than_a_number_is_not_passed_by_in_silence(cell: str) -> None:
    found = table(f"Outlook (EUR million)\n\t2018\t2019\nSales\t2.1\t{cell}\nCosts\t1.8\t1.7\n")
    assert {c.value_text for c in found.claims} == {"2.1", "1.8", "1.7"}
    assert "a cell holds more than a number" in found.refusals[0].reason
