"""What went wrong on passages that the reader had never seen: one test for each sort of mistake."""

from __future__ import annotations

from datetime import date

import pytest

from tests.unit.prose.zh_reading import reading, rows


@pytest.mark.parametrize("gap", ["高于", "低于", "快于"])
def test_a_gap_to_an_earlier_time_is_no_new_time(gap: str) -> None:
    r = rows(f"2018年，市场占有率25.6%，{gap}上年12.1个百分点；出口67.9万辆。")
    claim = r["12.1"].claim
    assert (claim.kind, claim.time_period, claim.base_period) == ("points", "2018", "2017")
    assert r["67.9万"].claim.time_period == "2018"


def test_a_share_of_another_clause_is_not_of_the_first_whole() -> None:
    r = rows("2018年，财政收入512亿元，其中税收398亿元；财政支出1,024亿元，民生支出占比稳定在八成以上。")
    assert r["398亿"].links == {"part_of": ["512亿"]}
    assert r["八成"].links == {"share_of": ["1,024亿"]}


def test_a_partner_is_not_the_area_of_the_trade() -> None:
    r = rows("2018年，欧盟为我国第一大贸易伙伴，双边贸易总值4.5万亿元，增长7.9%。", ref_area="CN")
    assert {row.claim.ref_area for row in r.values()} == {"CN"}


def test_what_follows_respectively_is_part_of_every_name() -> None:
    r = rows("2018年，对欧盟、美国分别进出口4.5万亿元和4.2万亿元，分别增长7.9%和5.7%。")
    assert [r[x].claim.measure for x in ("4.5万亿", "4.2万亿", "5.7%")] == [
        "对欧盟进出口", "美国进出口", "美国进出口",
    ]  # fmt: skip


def test_the_forecast_and_its_time_are_no_part_of_the_measure() -> None:
    claim = rows("晶科技术预计2019年度净利润为6亿元至7亿元。")["6亿元至7亿"].claim
    assert (claim.measure, claim.time_period, claim.claim_status) == ("净利润", "2019", "forecast")


def test_growth_rates_of_taiwan() -> None:
    text = "第三季經濟成長率初估為2.38%，全年下修至2.66%。"
    claims = reading(text, date(2018, 12, 1), ref_area="TW").claims
    assert [(c.kind, c.time_period, c.claim_status) for c in claims] == [
        ("change_rate", "2018-Q3", "preliminary"),
        ("change_rate", "2018", "preliminary"),
    ]


@pytest.mark.parametrize(
    ("words", "period"), [("首11個月", "2018-01-01/P11M"), ("首三季", "2018-01-01/P9M"), ("首季", "2018-Q1")]
)
def test_the_first_months_of_hong_kong(words: str, period: str) -> None:
    claim = rows(f"{words}零售業總銷貨價值合計3,706億港元。", date(2018, 12, 20), ref_area="HK")[
        "3,706億"
    ].claim
    assert claim.time_period == period


def test_the_first_time_is_no_period() -> None:
    assert rows("2018年首次突破3,706亿元。")["3,706亿"].claim.time_period == "2018"


def test_a_multiple_of_another_thing_is_no_growth() -> None:
    r = rows("2018年人均收入由2012年的2,130元增加到4,680元，年均增长14%，是全国平均增速的1.8倍。")
    assert (r["1.8"].claim.base_period, r["1.8"].links) == (None, {})


def test_shares_after_growth_rates_have_the_same_names() -> None:
    r = rows("2018年，轻工业、重工业增加值分别增长2.7%、6.8%，占工业增加值的比重分别为15.7%和33.6%。")
    assert r["15.7%"].claim.measure == r["2.7%"].claim.measure
    assert r["33.6%"].claim.measure == r["6.8%"].claim.measure


def test_a_bare_share_restates_nothing_that_stands_somewhere_before() -> None:
    r = rows("2018年，受访者购书5册以上，仅有一成左右表示会减少支出。")
    assert r["一成"].links == {}
