"""Headings over several columns, missing cells, units of a title: worked out by hand from the print."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from ingest.prose import Claim, Context, Reading, read_claims
from tests.unit.prose.reading import table_words

TABS = """Table 1. Energy (GWh)
\t{a}\t\t{b}\t
\t{c}\t{d}\t{e}\t{f}
Coal\t10.1\t11.3\t2.2\t2.4
Gas\t20.5\t21.7\t3.3\t3.5
"""
MARKDOWN = """Table 1. Energy (GWh)

| Fuel | {a} | | {b} | |
|:-----|----:|--:|----:|--:|
| | {c} | {d} | {e} | {f} |
| Coal | 10.1 | 11.3 | 2.2 | 2.4 |
| Gas | 20.5 | 21.7 | 3.3 | 3.5 |
"""
PRINT = """Table 1. Energy (GWh)
          {a:^16}  {b:^16}
          {c:>7}  {d:>7}  {e:>7}  {f:>7}
Coal         10.1     11.3      2.2      2.4
Gas          20.5     21.7      3.3      3.5
"""


def reading(text: str, **known: str) -> Reading:
    found = read_claims(text, Context("0" * 64, published_on=date(2024, 3, 1), **known))
    for c in found.claims:
        assert text[c.char_start : c.char_end] == c.value_text
    return found


def cells(text: str, **known: str) -> dict[str, Claim]:
    found = reading(text, **known).claims
    assert len({c.value_text for c in found}) == len(found), "a numeral stands twice"
    return {c.value_text: c for c in found}


@pytest.mark.parametrize("form", [TABS, MARKDOWN, PRINT], ids=["tabs", "markdown", "print"])
def test_measures_over_periods(form: str) -> None:
    text = form.format(a="Output", b="Exports", c="2022", d="2023", e="2022", f="2023")
    found = {n: (c.measure, c.time_period, c.unit) for n, c in cells(text).items()}
    assert found == {
        "10.1": ("Energy: Coal: Output", "2022", "GWh"), "11.3": ("Energy: Coal: Output", "2023", "GWh"),
        "2.2": ("Energy: Coal: Exports", "2022", "GWh"), "2.4": ("Energy: Coal: Exports", "2023", "GWh"),
        "20.5": ("Energy: Gas: Output", "2022", "GWh"), "21.7": ("Energy: Gas: Output", "2023", "GWh"),
        "3.3": ("Energy: Gas: Exports", "2022", "GWh"), "3.5": ("Energy: Gas: Exports", "2023", "GWh"),
    }  # fmt: skip


@pytest.mark.parametrize("form", [TABS, MARKDOWN, PRINT], ids=["tabs", "markdown", "print"])
def test_periods_over_measures(form: str) -> None:
    text = form.format(a="2022", b="2023", c="Output", d="Exports", e="Output", f="Exports")
    found = {n: (c.measure, c.time_period) for n, c in cells(text).items() if n in {"10.1", "11.3", "2.2"}}
    assert found == {
        "10.1": ("Energy: Coal: Output", "2022"),
        "11.3": ("Energy: Coal: Exports", "2022"),
        "2.2": ("Energy: Coal: Output", "2023"),
    }


def test_groups_of_unlike_width() -> None:
    text = (
        "Energy (GWh)\n              Output           Exports\n"
        "           2022    2023    2021    2022    2023\n"
        "Coal       10.1    11.3     2.2     2.4     2.5\nGas        20.5    21.7     3.3     3.5     3.6\n"
    )
    found = {n: (c.measure, c.time_period) for n, c in cells(text).items()}
    assert found["11.3"] == ("Energy: Coal: Output", "2023")
    assert found["2.2"] == ("Energy: Coal: Exports", "2021")


def test_a_heading_off_the_middle_of_its_columns_is_not_guessed() -> None:
    text = (
        "Energy (GWh)\n           Output    Exports\n           2022    2023    2021    2022    2023\n"
        "Coal       10.1    11.3     2.2     2.4     2.5\nGas        20.5    21.7     3.3     3.5     3.6\n"
    )
    assert not [c for c in reading(text).claims if "Exports" in (c.measure or "")]


@pytest.mark.parametrize(
    "text",
    [
        "Catch (tonnes)\n\t2021\t2022\t2023\nCod\t100\t\t120\nHerring\t\t55\t60\nTrout\t10\t20\t\n",
        "| Catch (tonnes) | 2021 | 2022 | 2023 |\n|--|--|--|--|\n| Cod | 100 | | 120 |\n"
        "| Herring | | 55 | 60 |\n| Trout | 10 | 20 | |\n",
        "Catch (tonnes)\n          2021   2022   2023\nCod        100           120\n"
        "Herring            55     60\nTrout       10     20\nSalmon      11     21     31\n",
    ],
    ids=["tabs", "markdown", "print"],
)
def test_a_missing_cell_keeps_its_place(text: str) -> None:
    found = {n: (c.time_period, c.unit) for n, c in cells(text).items()}
    assert found["120"] == found["60"] == ("2023", "t")
    assert found["55"] == found["20"] == ("2022", "t")
    assert found["100"] == found["10"] == ("2021", "t")


def test_tabs_that_only_align_are_no_grid() -> None:
    text = "Output (tonnes)\n\t\t2021\t2022\nCoal\t\t100\t120\nCrude petroleum\t55\t60\nGas\t\t7\t8\n"
    found = {n: c.time_period for n, c in cells(text).items()}
    assert found == {"100": "2021", "120": "2022", "55": "2021", "60": "2022", "7": "2021", "8": "2022"}


def test_a_column_without_a_heading_of_its_own_is_refused() -> None:
    text = (
        "(Dollars in thousands)\t2023\t\t2022\t\nLicences\t$275\t99%\t$282\t98%\n"
        "Services\t$254\t91%\t$239\t90%\n"
    )
    found = reading(text, language="en", ref_area="US")
    assert {c.value_text for c in found.claims} == {"275", "282", "254", "239"}
    assert {r.rule for r in found.refusals} == {"table_column"}
    assert all("does not say what this column holds" in r.reason for r in found.refusals)


def test_a_heading_two_lines_high_and_the_change_in_two_units() -> None:
    text = (
        "Exports (EUR million)\n\t2022\t2023\tChange\t\n\t\t\tEUR million\t%\nCars\t100\t110\t10\t10.0\n"
        "Ships\t50\t40\t-20\t-20.0\n"
    )
    found = cells(text)
    assert (found["10"].kind, found["10"].value, found["10"].unit) == ("change_amount", Decimal(10**7), "EUR")
    assert (found["10.0"].kind, found["10.0"].value, found["10.0"].base_period) == ("change_rate", 10, "2022")
    assert found["-20.0"].direction == "down"
    assert "-20" not in found, "40 - 50 is not -20: the amount is refused"


def test_a_percent_column_is_not_in_the_unit_of_its_row() -> None:
    text = (
        "Country\t2022\t2023\tChange (%)\nGermany (EUR million)\t1,820\t1,985\t9.1\n"
        "Italy (EUR million)\t640\t702\t9.7\n"
    )
    claim = cells(text)["9.1"]
    assert (claim.kind, claim.value, claim.unit) == ("change_rate", Decimal("9.1"), "percent")


@pytest.mark.parametrize(
    ("title", "value", "unit", "measure"),
    [
        ("Table 1. Employment (thousands)", "215900", "person", "Employment: Trade"),
        ("Overnight stays by region (thousand)", "215900", "count", "Overnight stays: Trade"),
        ("Table 2. Turnover, £ million", "215900000", "GBP", "Turnover: Trade"),
        ("Table 3. Vacancy rate, in per cent", "215.9", "percent", "Vacancy rate: Trade"),
        ("Producer prices (2015=100)", "215.9", "index_point", "Producer prices: Trade"),
        ("Producer prices (index, 2015 = 100)", "215.9", "index_point", "Producer prices: Trade"),
    ],
)
def test_the_unit_of_a_title(title: str, value: str, unit: str, measure: str) -> None:
    claim = cells(
        f"{title}\n          Q4 2022   Q4 2023\nTrade       215.9     213.0\nBuilding     96.2      98.0\n"
    )["215.9"]
    assert (claim.value, claim.unit, claim.measure) == (Decimal(value), unit, measure)
    assert claim.time_period == "2022-Q4"


def test_a_scale_of_nothing_known_is_refused() -> None:
    found = reading(
        "Table 1. Turnover (thousands)\n        2022    2023\nTrade   215.9   213.0\nHotels   96.2    98.0\n"
    )
    assert found.claims == []
    assert {r.rule for r in found.refusals} == {"table_without_unit"}


@pytest.mark.parametrize(
    ("phrase", "code"), [(p, c) for p, role, c in table_words("en") if role == "counted"]
)
def test_every_word_for_what_a_title_counts(phrase: str, code: str) -> None:
    text = f"New {phrase} (thousands)\n       2022    2023\nNorth   1.5     2.5\nSouth   3.5     4.5\n"
    assert {c.unit for c in reading(text, language="en").claims} == {code}


@pytest.mark.parametrize("phrase", [p for p, role, _ in table_words("en") if role == "breakdown"])
def test_every_word_for_what_the_rows_are(phrase: str) -> None:
    text = f"Sales by {phrase} (USD)\n       2022    2023\nNorth   1.5     2.5\nSouth   3.5     4.5\n"
    assert {c.measure for c in reading(text, language="en").claims} == {"Sales: North", "Sales: South"}


@pytest.mark.parametrize(
    ("heading", "period"),
    [("December31,2023", "2023-12-31"), ("30/9/2023", "2023-09-30"), ("Q4 2023", "2023-Q4")],
)
def test_dates_of_headings(heading: str, period: str) -> None:
    text = f"EUR million\tNote\t{heading}\nCash\t1\t5.5\nLoans\t2\t6.5\n"
    assert cells(text)["5.5"].time_period == period


def test_a_date_of_either_order_is_no_period() -> None:
    text = "EUR million\t4/9/2023\t5/9/2023\nCash\t1.5\t5.5\nLoans\t2.5\t6.5\n"
    assert not [c for c in reading(text).claims if c.time_period]


def test_a_chinese_table_with_two_lines_of_headings() -> None:
    text = (
        "表2 进出口额（亿元）\n\t2022年\t\t2023年\t\n\t出口\t进口\t出口\t进口\n"
        "欧盟\t37434\t19034\t35226\t19833\n东盟\t37907\t27247\t36817\t27309\n"
    )
    claim = cells(text, language="zh")["19833"]
    assert (claim.value, claim.unit, claim.time_period) == (Decimal(1_983_300_000_000), "CNY", "2023")
    assert claim.measure is not None and claim.measure.endswith("进口")


def test_a_second_column_of_labels_tells_the_rows_apart() -> None:
    text = "Population (thousands)\nRegion\tSex\t2022\t2023\nNorth\tMen\t100\t101\nNorth\tWomen\t105\t107\n"
    found = {n: c.measure for n, c in cells(text).items()}
    assert found["100"] == "Population: North: Men" and found["107"] == "Population: North: Women"


def test_what_is_ranked_tells_the_rows_apart() -> None:
    text = "Rank\tCountry\tExports 2023 (USD million)\n1\tGermany\t1,688\n2\tItaly\t677\n"
    assert {n: c.measure for n, c in cells(text).items()} == {
        "1,688": "Germany: Exports",
        "677": "Italy: Exports",
    }


def test_persons_and_shares_side_by_side() -> None:
    text = (
        "Employment\n\t2022\t\t2023\t\n\tPersons (thousand)\tShare (%)\tPersons (thousand)\tShare (%)\n"
        "Industry\t200\t40.0\t210\t41.2\nServices\t300\t60.0\t299\t58.8\n"
    )
    found = cells(text)
    assert (found["200"].value, found["200"].unit) == (200_000, "person")
    assert (found["41.2"].kind, found["41.2"].time_period) == ("share", "2023")


@pytest.mark.parametrize(
    ("heading", "base"),
    [
        ("Change on a year earlier (%)", "2023-02"),
        ("Change on previous month (%)", "2024-01"),
        ("Change (%)", None),
    ],
)
def test_a_change_has_the_base_that_its_heading_says(heading: str, base: str | None) -> None:
    text = (
        f"Arrivals (number)\n\tJan 2024\tFeb 2024\t{heading}\n"
        "Air\t10,200\t11,300\t5.4\nSea\t1,200\t1,150\t-2.0\n"
    )
    claim = cells(text)["5.4"]
    assert (claim.kind, claim.time_period, claim.base_period) == ("change_rate", "2024-02", base)
    assert cells(text)["10,200"].unit == "count"


def test_a_change_below_a_time_is_of_that_time() -> None:
    text = (
        "生产主要数据\n指标\t12月\t\t1—12月\t\n\t绝对量\t同比增长（%）\t绝对量\t同比增长（%）\n"
        "发电量（亿千瓦时）\t8290\t8.0\t89091\t5.2\n原煤（万吨）\t41431\t1.9\t465838\t2.9\n"
    )
    found = {n: (c.time_period, c.base_period) for n, c in cells(text, language="zh").items()}
    assert found["8.0"] == ("2023-12", "2022-12")
    assert found["5.2"] == ("2023", "2022")


def test_headings_with_marks_of_notes() -> None:
    text = "Turnover (EUR million)\n\t2022¹\t2023²\nTrade\t1,200\t1,250\nHotels³\t340\t365\n"
    assert (cells(text)["365"].time_period, cells(text)["365"].measure) == ("2023", "Turnover: Hotels")


def test_an_amount_per_share_in_a_row_of_its_own() -> None:
    text = (
        "Key figures\t2022\t2023\nRevenue (EUR million)\t1,250\t1,300\nEarnings per share (EUR)\t1.21\t1.33\n"
    )
    assert cells(text)["1.33"].unit == "EUR/share"


def test_the_unit_may_be_a_sentence_of_its_own_behind_the_title() -> None:
    text = "Table 1. Electricity production, by source. GWh\n\n\t2016\t2017\nHydro\t143,417\t143,112\n"
    claims = reading(text).claims
    assert [(c.value_text, c.unit, c.measure, c.time_period) for c in claims] == [
        ("143,417", "GWh", "Electricity production: Hydro", "2016"),
        ("143,112", "GWh", "Electricity production: Hydro", "2017"),
    ]


@pytest.mark.parametrize(
    ("heading", "first", "second"),
    [
        ("Q1 2017 Q1 2018", "2017-Q1", "2018-Q1"),
        ("March 2017 March 2018", "2017-03", "2018-03"),
        ("Year ended December 31, 2017 2018", "2017", "2018"),
        ("(million tonnes) 2017 2018", "2017", "2018"),
    ],
)
def test_a_heading_whose_columns_stand_one_blank_apart(heading: str, first: str, second: str) -> None:
    text = f"Table 1. Output (million tonnes)\n{heading}\nCoal 341.1 352.4\nSteel 80.8 83.2\n"
    claims = read_claims(text, Context("0" * 64, date(2019, 3, 1), "en")).claims
    periods = {c.value_text: (c.measure, c.unit, c.time_period) for c in claims}
    assert periods == {
        "341.1": ("Output: Coal", "t", first),
        "352.4": ("Output: Coal", "t", second),
        "80.8": ("Output: Steel", "t", first),
        "83.2": ("Output: Steel", "t", second),
    }
