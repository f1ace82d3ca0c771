"""Kinds and links in Chinese sentences of our own in the style of communiqués; worked out by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.unit.prose.zh_reading import reading, rows


def test_level_amount_and_rate_hang_together() -> None:
    r = rows("2018年，全市粮食产量415.6万吨，比上年增加12.3万吨，增长3.0%。")
    assert set(r) == {"415.6万", "12.3万", "3.0%"}
    level, amount, rate = r["415.6万"], r["12.3万"], r["3.0%"]
    assert (level.claim.kind, level.claim.value, level.claim.unit) == ("level", Decimal(4_156_000), "t")
    assert (level.claim.measure, level.claim.time_period) == ("粮食产量", "2018")
    assert (amount.claim.kind, amount.claim.direction, amount.claim.base_period) == (
        "change_amount", "up", "2017",
    )  # fmt: skip
    assert (rate.claim.kind, rate.claim.unit, rate.claim.last_place) == (
        "change_rate", "percent", Decimal("0.1"),
    )  # fmt: skip
    assert amount.links == {"growth_of": ["415.6万"]}
    assert rate.links == {"growth_of": ["415.6万"]}


def test_parts_of_a_whole_reach_over_the_full_stop_and_take_their_own_growth() -> None:
    r = rows(
        "2018年，全市外贸进出口总值2960亿元，比上年增长7.5%。其中，出口1720亿元，增长6.2%；"
        "进口1240亿元，增长9.4%。贸易顺差480亿元，收窄1.1%。"
    )
    assert r["1720亿"].links == {"part_of": ["2960亿"]}
    assert r["1240亿"].links == {"part_of": ["2960亿"]}
    assert r["480亿"].links == {}
    assert [r[k].links["growth_of"] for k in ("7.5%", "6.2%", "9.4%", "1.1%")] == [
        ["2960亿"], ["1720亿"], ["1240亿"], ["480亿"],
    ]  # fmt: skip
    assert r["1.1%"].claim.direction == "down"
    assert r["6.2%"].claim.base_period == "2017"


def test_a_surplus_is_no_part_of_the_trade_it_is_left_from() -> None:
    r = rows("全年进出口总值2960亿元，其中出口1720亿元，进口1240亿元，顺差480亿元。")
    assert "part_of" in r["1240亿"].links
    assert "part_of" not in r["480亿"].links


@pytest.mark.parametrize("word", ["合计", "共计", "总计"])
def test_parts_that_are_summed_are_exhaustive(word: str) -> None:
    found = reading(f"全市有公立医院62家、民营医院138家，{word}200家。")
    parts = [(x.coverage, x.coverage_text) for x in found.links if x.role == "part_of"]
    assert parts == [("exhaustive", word)] * 2


def test_n_of_m() -> None:
    r = rows("在抽查的480家企业中，有36家未达标。")
    assert r["36"].links == {"part_of": ["480"]}


def test_share_names_its_whole_and_the_level_that_it_restates() -> None:
    r = rows(
        "2018年，全省生产总值3.2万亿元。服务业增加值1.7万亿元，占生产总值的比重为53.1%，"
        "比上年提高1.2个百分点。"
    )
    share, points = r["53.1%"], r["1.2"]
    assert share.claim.kind == "share"
    assert share.links == {"expresses": ["1.7万亿"], "share_of": ["3.2万亿"]}
    assert (points.claim.kind, points.claim.unit, points.claim.direction) == (
        "points", "percentage_point", "up",
    )  # fmt: skip
    assert points.links == {"growth_of": ["53.1%"]}


def test_lists_with_respectively_are_paired_in_order() -> None:
    r = rows("2018年，粗钢和钢材产量分别为910万吨、1050万吨，分别增长5.6%和下降0.8%。")
    assert r["5.6%"].links == {"growth_of": ["910万"]}
    assert r["0.8%"].links == {"growth_of": ["1050万"]}
    assert [r[k].claim.direction for k in ("5.6%", "0.8%")] == ["up", "down"]
    assert [r[k].claim.measure for k in ("910万", "1050万")] == ["粗钢", "钢材产量"]


def test_a_scale_and_a_unit_at_the_end_of_a_list_hold_for_all_of_it() -> None:
    r = rows("三次产业增加值分别为120.5、680和910亿元。")
    assert [r[k].claim.value for k in ("120.5", "680", "910亿")] == [
        Decimal(12_050_000_000), Decimal(68_000_000_000), Decimal(91_000_000_000),
    ]  # fmt: skip
    assert [r[k].claim.unit_status for k in ("120.5", "680", "910亿")] == ["inherited", "inherited", "stated"]
    assert {row.claim.unit for row in r.values()} == {"CNY"}


def test_from_a_to_b_are_two_levels_and_never_a_range() -> None:
    r = rows("万元产值能耗由2012年的0.86吨标准煤下降到2018年的0.61吨标准煤，降幅达29.1%。")
    old, new, rate = r["0.86"], r["0.61"], r["29.1%"]
    assert (old.claim.kind, old.claim.time_period, old.claim.unit) == ("level", "2012", "tce")
    assert (new.claim.time_period, new.links) == ("2018", {"compared_with": ["0.86"]})
    assert rate.links == {"growth_of": ["0.61"], "growth_from": ["0.86"]}
    assert (rate.claim.direction, rate.claim.base_period) == ("down", "2012")


def test_the_level_of_before_may_stand_in_a_clause_or_a_bracket_of_its_own() -> None:
    r = rows("2018年公司研发费用3.6亿元，上年同期为2.9亿元；净利润5.2亿元（上年为4.8亿元）。")
    assert r["3.6亿"].links == {"compared_with": ["2.9亿"]}
    assert r["5.2亿"].links == {"compared_with": ["4.8亿"]}
    assert [r[k].claim.time_period for k in ("2.9亿", "4.8亿")] == ["2017", "2017"]


def test_growth_before_its_level() -> None:
    r = rows("2018年，软件业务收入同比增长14.2%，达到6300亿元。")
    assert r["14.2%"].links == {"growth_of": ["6300亿"]}
    assert r["6300亿"].claim.measure == "软件业务收入"
    cut = rows("人民银行将一年期贷款利率下调10个基点至4.15%。")
    assert cut["10"].links == {"growth_of": ["4.15%"]}
    assert (cut["10"].claim.unit, cut["10"].claim.direction) == ("basis_point", "down")


def test_growth_of_something_else_is_not_tied_to_the_level_before() -> None:
    r = rows("2018年，全市财政收入320亿元，固定资产投资增长8.1%。")
    assert r["8.1%"].links == {}
    assert r["8.1%"].claim.measure == "固定资产投资"


def test_a_forecast_for_another_period_does_not_change_the_level_of_this_one() -> None:
    r = rows("三季度，全省生产总值7100亿元，预计全年增长7.6%。", date(2018, 11, 1))
    assert r["7.6%"].links == {}
    assert (r["7.6%"].claim.claim_status, r["7.6%"].claim.time_period) == ("forecast", "2018")
    assert (r["7100亿"].claim.claim_status, r["7100亿"].claim.time_period) == ("actual", "2018-Q3")


@pytest.mark.parametrize(
    ("clause", "kind", "direction", "base"),
    [
        ("增速比上年加快0.7个百分点", "points", "up", "2017"),
        ("比上年回落0.7个百分点", "points", "down", "2017"),
        ("比上年快0.7个百分点", "points", "up", "2017"),
        ("高于全国平均水平0.7个百分点", "difference", "up", None),
        ("比全省慢0.7个百分点", "difference", "down", None),
        ("拉动经济增长0.7个百分点", "contribution", "up", None),
        ("下拉经济增长0.7个百分点", "contribution", "down", None),
    ],
)
def test_points_gaps_and_contributions(clause: str, kind: str, direction: str, base: str | None) -> None:
    r = rows(f"2018年，规模以上工业增加值增长6.8%，{clause}。")
    claim = r["0.7"].claim
    assert (claim.kind, claim.direction, claim.base_period) == (kind, direction, base)
    assert r["0.7"].links == ({"growth_of": ["6.8%"]} if kind == "points" else {})


def test_points_against_two_earlier_periods() -> None:
    r = rows(
        "6月末，贷款余额120亿元，同比增长12.9%，增速分别比上月末和上年同期低0.1个和1.3个百分点。",
        date(2018, 7, 15),
    )
    assert [r[k].claim.base_period for k in ("0.1", "1.3")] == ["2018-05", "2017-06"]
    assert [r[k].links for k in ("0.1", "1.3")] == [{"growth_of": ["12.9%"]}] * 2
    assert {r[k].claim.unit for k in ("0.1", "1.3")} == {"percentage_point"}


def test_bracketed_conversion() -> None:
    r = rows("合同金额5000万欧元（约合人民币3.9亿元），同比增长12%。")
    assert r["3.9亿"].links == {"conversion_of": ["5000万"]}
    assert r["12%"].links == {"growth_of": ["5000万"]}


def test_averages_over_years_are_not_growth_on_one_year() -> None:
    r = rows("2013—2017年，服务业增加值年均增长8.1%，对经济增长的贡献率为52.7%。")
    assert (r["8.1%"].claim.kind, r["52.7%"].claim.kind) == ("average_rate", "contribution")
    assert r["8.1%"].links == {}


def test_the_carried_subject_of_a_clause_without_a_figure() -> None:
    r = rows("2018年3月，猪肉价格上涨5.1%，水产品价格由升转降，下降1.2%；受天气影响，鲜菜价格上涨9.3%。")
    assert [r[k].claim.measure for k in ("5.1%", "1.2%", "9.3%")] == ["猪肉价格", "水产品价格", "鲜菜价格"]


def test_a_mark_that_was_passed_is_no_new_level() -> None:
    r = rows("2018年完成交通投资1246亿元，首次突破1200亿元，增长12.3%，其中中央资金300亿元。")
    assert r["12.3%"].links == {"growth_of": ["1246亿"]}
    assert r["300亿"].links == {"part_of": ["1246亿"]}


def test_a_semicolon_ends_the_parts_unless_they_are_named_alike() -> None:
    r = rows("电话用户15.7亿户，其中4G用户11.7亿户；宽带用户4.07亿户。")
    assert r["11.7亿"].links == {"part_of": ["15.7亿"]}
    assert r["4.07亿"].links == {}
    alike = rows("生产总值90亿元，其中第一产业增加值6亿元，增长3%；第二产业增加值40亿元。")
    assert alike["40亿"].links == {"part_of": ["90亿"]}


def test_levels_in_clauses_of_their_own_are_paired_with_a_list_of_growth() -> None:
    r = rows("销售收入5亿元，利税8000万元，分别增长15%和20%。")
    assert r["15%"].links == {"growth_of": ["5亿"]}
    assert r["20%"].links == {"growth_of": ["8000万"]}


def test_the_level_of_before_behind_a_comparison() -> None:
    r = rows("2018年公司营业收入68亿元，较上年同期的57亿元增长19.3%。")
    assert r["68亿"].links == {"compared_with": ["57亿"]}
    assert r["19.3%"].links == {"growth_of": ["68亿"], "growth_from": ["57亿"]}
    assert r["57亿"].claim.time_period == "2017"


def test_the_head_of_a_name_is_carried_to_the_next_group() -> None:
    r = rows("城镇居民人均可支配收入39251元，农村居民14617元。")
    assert r["14617"].claim.measure == "农村居民人均可支配收入"
    assert r["14617"].claim.flags == "elided_subject"


def test_a_measure_is_not_carried_to_another_dimension() -> None:
    r = rows("粮食产量415万吨，共120家。")
    assert r["120"].claim.measure is None


def test_the_whole_of_a_share_is_found_by_its_name() -> None:
    r = rows("全市有幼儿园512所，在园幼儿15.6万人，其中普惠性幼儿园占85.3%。")
    assert r["85.3%"].links == {"share_of": ["512"]}


def test_a_share_of_before_does_not_restate_the_level_of_now() -> None:
    r = rows("2018年海外收入52亿元，占营业收入的比重由上年的38%上升至42%。")
    assert r["38%"].links == {}
    assert r["42%"].links == {"compared_with": ["38%"], "expresses": ["52亿"]}
