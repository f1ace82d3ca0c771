"""What bulletins of provinces, companies and embassies print: units, bases, lists and comparisons."""

from __future__ import annotations

from datetime import date

import pytest

from tests.unit.prose.zh_reading import reading, rows


def test_a_kilowatt_hour_is_no_kilowatt() -> None:
    (claim,) = reading("2017年，发电量64951亿千瓦小时。").claims
    assert (claim.unit, claim.unit_text) == ("kWh", "千瓦小时")


def test_money_to_a_share() -> None:
    (claim,) = reading("回购价格不超过25.6元/股。").claims
    assert (claim.unit, claim.qualifier) == ("CNY/share", "LE")


def test_a_conversion_of_shillings() -> None:
    r = rows("出口额230亿肯先令（约2.3亿美元）。")
    assert (r["230亿"].claim.unit, r["2.3亿"].links) == ("KES", {"conversion_of": ["230亿"]})


def test_a_ratio_that_moves_without_a_unit() -> None:
    r = rows("2018年，城乡收入比由2.10缩小到2.04。")
    assert (r["2.10"].claim.unit, r["2.04"].links) == ("ratio", {"compared_with": ["2.10"]})


def test_a_bare_scale_behind_a_hedge() -> None:
    (claim,) = reading("话题阅读量超百亿次。").claims
    assert (claim.value, claim.qualifier) == (10_000_000_000, "GT")


def test_the_first_two_months_hold_to_the_end_of_their_part() -> None:
    r = rows(
        "一季度进出口总值9.9万亿元，其中前两个月下降0.8%，3月份增长15.5%；机电产品出口3.3万亿元，占出口总值的57.9%。",
        date(2018, 4, 14),
    )
    periods = [r[n].claim.time_period for n in ("9.9万亿", "0.8%", "15.5%", "3.3万亿")]
    assert periods == ["2018-Q1", "2018-01-01/P2M", "2018-03", "2018-Q1"]
    assert r["3.3万亿"].links == {} and r["57.9%"].links == {"expresses": ["3.3万亿"]}


def test_three_quarters_share_out_a_list() -> None:
    r = rows("2018年一、二、三季度，全省GDP分别增长4.7%、6.8%、5.1%。")
    periods = [r[n].claim.time_period for n in ("4.7%", "6.8%", "5.1%")]
    assert periods == ["2018-Q1", "2018-Q2", "2018-Q3"]


@pytest.mark.parametrize(
    ("printed", "period"),
    [("112年6月", "2023-06"), ("民國112年", "2023"), ("112年第2季", "2023-Q2"), ("112年上半年", "2023-S1")],
)
def test_the_years_of_taiwan(printed: str, period: str) -> None:
    (claim,) = reading(f"{printed}，外銷訂單2,582億美元。", date(2023, 9, 1)).claims
    assert claim.time_period == period


def test_a_hundred_and_twelve_years_are_no_year() -> None:
    (claim,) = reading("该校有112年历史。").claims
    assert (claim.kind, claim.value) == ("duration", 112)


def test_normal_years_are_no_base() -> None:
    r = rows("2018年6月至8月，平均气温27.4℃，较常年同期偏高1.2℃，降水量512毫米，偏少两成。")
    assert {row.claim.time_period for row in r.values()} == {"2018-06-01/P3M"}
    assert (r["1.2"].claim.kind, r["1.2"].claim.direction) == ("difference", "up")
    assert (r["两成"].claim.kind, r["两成"].claim.direction) == ("difference", "down")


def test_growth_beside_the_growth_of_something_else_at_the_time() -> None:
    r = rows("10月份，餐饮收入增长17.1%，比同期商品零售增速高10.6个百分点。", date(2018, 11, 15))
    assert (r["10.6"].claim.kind, r["10.6"].claim.base_period) == ("difference", None)


def test_prices_of_a_year_are_not_its_figures() -> None:
    r = rows("按2015年价格计算，2017年总产值8321亿元，比上年增长4.7%。")
    assert {row.claim.time_period for row in r.values()} == {"2017"}
    assert r["4.7%"].claim.price_basis == "constant_prices"


def test_a_bracket_with_the_year_of_prices_leaves_the_subject() -> None:
    (claim,) = reading("2017年，用水量（2015年可比价）降至45.2立方米。").claims
    assert (claim.measure, claim.time_period) == ("用水量（2015年可比价）", "2017")


def test_a_rate_of_before_in_a_clause_of_its_own_has_its_time() -> None:
    r = rows("1—2月份，生产指数同比增长5.5%，上年12月份为下降0.8%。", date(2018, 3, 20))
    assert (r["0.8%"].claim.time_period, r["0.8%"].claim.direction) == ("2017-12", "down")


def test_rates_compared_with_rates() -> None:
    r = rows(
        "8月居民消费价格指数同比上涨4.3%，高于7月的4.0%，低于市场预期的4.4%；环比上涨0.3%。",
        date(2018, 9, 20),
    )
    assert {row.claim.kind for row in r.values()} == {"change_rate"}
    assert (r["4.0%"].claim.time_period, r["4.4%"].claim.claim_status) == ("2018-07", "forecast")
    assert r["4.3%"].links == {}


def test_of_the_budget_is_no_name() -> None:
    r = rows("2018年，一般公共预算收入完成15.28亿元，为年初预算的102.3%，同口径增长6.4%。")
    assert (r["102.3%"].claim.measure, r["6.4%"].links) == ("一般公共预算收入", {"growth_of": ["15.28亿"]})


def test_less_than_a_year_ago() -> None:
    r = rows("5月，政府债券净融资5571亿元，同比少5011亿元。", date(2018, 6, 9))
    claim = r["5011亿"].claim
    assert (claim.kind, claim.direction, claim.measure) == ("change_amount", "down", "政府债券净融资")


def test_multiples_respectively_restate_the_levels() -> None:
    r = rows("2018年接待游客412万人次、旅游收入38.6亿元，分别是上年的1.6倍和1.8倍。")
    assert (r["1.6"].links, r["1.8"].links) == ({"expresses": ["412万"]}, {"expresses": ["38.6亿"]})


def test_two_lists_of_growth_belong_to_one_list_of_levels() -> None:
    r = rows(
        "4月，汽车产销分别完成213万辆和215万辆，环比分别下降17.5%和11.9%，同比分别增长76.8%和82.7%。",
        date(2018, 5, 8),
    )
    assert r["17.5%"].links == r["76.8%"].links == {"growth_of": ["213万"]}
    assert r["11.9%"].links == r["82.7%"].links == {"growth_of": ["215万"]}


def test_names_that_hold_commas_themselves() -> None:
    r = rows(
        "分行业看，住宿和餐饮业，批发和零售业，信息传输、软件和信息技术服务业生产指数"
        "分别增长11.6%、9.3%、9.1%。"
    )
    names = [r[n].claim.measure for n in ("11.6%", "9.3%", "9.1%")]
    assert names == ["住宿和餐饮业", "批发和零售业", "信息传输、软件和信息技术服务业生产指数"]


def test_names_that_do_not_pair_with_figures_are_not_given() -> None:
    r = rows("软件、信息业收入分别增长11.6%、9.3%、9.1%。")
    assert {row.claim.measure for row in r.values()} == {None}


def test_of_which_at_the_end_of_a_clause_is_a_verb() -> None:
    r = rows("2018年，茶叶产值1800万元，村民参与其中；村集体收入30万元。")
    assert r["30万"].links == {}


def test_a_run_of_months_names_what_comes_of_it() -> None:
    r = rows("美元指数下跌3%，黄金储备连续13个月增加，达7158万盎司。")
    assert r["7158万"].claim.measure == "黄金储备"


def test_parts_a_thousand_times_their_whole_are_its_parts() -> None:
    r = rows("2018年，投资22.28亿元，其中民间投资11.86万亿元，政府投资10.42万亿元。")
    assert r["11.86万亿"].links == r["10.42万亿"].links == {"part_of": ["22.28亿"]}


def test_parts_that_add_up_to_anything_are_none() -> None:
    r = rows("2018年，投资22.28亿元，其中民间投资31.86亿元，政府投资30亿元。")
    assert r["31.86亿"].links == r["30亿"].links == {}


def test_cities_whose_prices_fell_are_counted() -> None:
    r = rows("6月份，二手住宅价格环比下降城市有66个，比上月减少4个。", date(2018, 7, 15))
    assert (r["66"].claim.kind, r["66"].claim.direction) == ("level", None)
    assert r["4"].links == {"growth_of": ["66"]}


def test_the_highest_of_a_day_is_that_very_number() -> None:
    assert reading("单日最高达1666.2万人次。").claims[0].qualifier == "NONE"


def test_its_own_rate_a_little_above_that_of_before() -> None:
    r = rows("7月CPI年增率2.52%，涨幅略高于6月的2.42%。", date(2018, 8, 20))
    assert (r["2.42%"].claim.kind, r["2.42%"].claim.time_period) == ("change_rate", "2018-06")


def test_behind_seasonal_adjustment() -> None:
    r = rows("2018年第二季本地生产总值按年上升3.3%，经季节性调整后按季上升0.4%。", ref_area="HK")
    claim = r["0.4%"].claim
    assert (claim.price_basis, claim.measure) == ("seasonally_adjusted", "本地生产总值")


def test_what_cannot_double_so_often_is_refused() -> None:
    found = reading("产值增长3.15亿番。")
    assert (found.claims, [r.rule for r in found.refusals]) == ([], ["numeral"])


@pytest.mark.parametrize("said", ["剔除留抵退税因素后", "剔除留抵退税因素后，", "扣除不可比因素影响后"])
def test_growth_without_a_factor_is_on_the_same_scope(said: str) -> None:
    r = rows(f"2018年，税收收入5000亿元，同比增长8.9%，{said}增长2.2%。")
    assert (r["8.9%"].claim.price_basis, r["2.2%"].claim.price_basis) == ("not_stated", "same_scope")


def test_the_head_that_two_names_share() -> None:
    r = rows("2018年，城镇居民和农村居民人均可支配收入分别为4万元和2万元，分别增长4%和6%。")
    town, country = "城镇居民人均可支配收入", "农村居民人均可支配收入"
    assert [r[n].claim.measure for n in ("4万", "2万", "4%", "6%")] == [town, country, town, country]


def test_of_the_plan_is_no_growth() -> None:
    r = rows("2018年，完成投资312亿元，完成年度目标的104.0%，同比增长3%。")
    assert (r["104.0%"].claim.kind, r["104.0%"].claim.claim_status) == ("share", "actual")
    assert r["3%"].links == {"growth_of": ["312亿"]}


def test_more_lists_than_a_sentence_remembers() -> None:
    assert len(reading("住宿业，分别增长5%、6%" * 300).claims) == 600
