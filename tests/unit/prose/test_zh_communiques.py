"""What communiqués of statistics print, each class found on sentences that had not been read before."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.unit.prose.zh_reading import reading, rows


def test_so_many_in_ten_are_a_share() -> None:
    (claim,) = reading("每10名受访学生中有3名戴眼镜。").claims
    assert (claim.kind, claim.value, claim.unit, claim.flags) == ("share", 30, "percent", "fraction")
    assert claim.value_text == "10名受访学生中有3"


def test_one_in_five_keeps_its_hedge() -> None:
    (claim,) = reading("每5家企业中就有约1家亏损。").claims
    assert (claim.kind, claim.value, claim.qualifier) == ("share", 20, "ABOUT")


def test_so_many_to_a_thousand_stay_a_level() -> None:
    (claim,) = reading("2018年，每千人口医生2.6人。").claims
    assert (claim.kind, claim.value, claim.unit) == ("level", Decimal("2.6"), "per_1000")


@pytest.mark.parametrize(
    ("printed", "period"),
    [
        ("2018年1月1日至12月31日", "2018"),
        ("2017年7月1日至2018年6月30日", "2017-07-01/P1Y"),
        ("2018年4月1日至9月30日", "2018-04-01/P6M"),
        ("2018年2月1日至28日", "2018-02"),
        ("2018年3月5日至8日", "2018-03-05/P4D"),
        ("2018年10月29日至11月2日", "2018-10-29/P5D"),
        ("2017年12月20日至次年1月5日", "2017-12-20/P17D"),
    ],
)
def test_a_run_of_days_is_one_period(printed: str, period: str) -> None:
    (claim,) = reading(f"{printed}，共成交3.2万辆。").claims
    assert claim.time_period == period


@pytest.mark.parametrize(
    ("text", "value", "direction"),
    [
        ("地区生产总值6352亿元，+3.2%。", "3.2", "up"),
        ("社零总额2218亿元，-1.3%。", "1.3", "down"),
        ("工业增加值+5.1%。", "5.1", "up"),
        ("固定资产投资-2.4%。", "2.4", "down"),
    ],
)
def test_a_sign_alone_makes_a_change(text: str, value: str, direction: str) -> None:
    claim = reading(text).claims[-1]
    assert (claim.kind, str(claim.value), claim.direction) == ("change_rate", value, direction)


@pytest.mark.parametrize("noun", ["自然增长率", "净资产收益率", "毛利率"])
def test_a_rate_below_nought_is_a_level(noun: str) -> None:
    (claim,) = reading(f"2018年，{noun}为-1.3%。").claims
    assert (claim.value < 0, claim.direction) == (True, None)


def test_two_years_share_out_a_list() -> None:
    r = rows("2016年和2017年，进出口总额分别为8200亿元和8660亿元，分别增长18.2%和5.6%。")
    periods = {n: (row.claim.time_period, row.claim.base_period) for n, row in r.items()}
    assert periods == {
        "8200亿": ("2016", None),
        "8660亿": ("2017", None),
        "18.2%": ("2016", None),
        "5.6%": ("2017", None),
    }
    assert (r["18.2%"].links, r["5.6%"].links) == ({"growth_of": ["8200亿"]}, {"growth_of": ["8660亿"]})


def test_two_years_do_not_date_a_list_of_two_names() -> None:
    r = rows("2016年和2017年，出口、进口分别为8200亿元和8660亿元。")
    assert r["8200亿"].claim.time_period == r["8660亿"].claim.time_period


def test_shares_behind_growth_restate_the_levels() -> None:
    r = rows(
        "2018年，对东盟、欧盟进出口分别为3.1万亿元和2.8万亿元，分别增长5.4%和下降1.9%，分别占外贸总值的15.3%和13.7%。"
    )
    assert r["15.3%"].links == {"expresses": ["3.1万亿"]}
    assert r["13.7%"].links == {"expresses": ["2.8万亿"]}


def test_the_share_of_what_was_added_is_no_share_of_the_balance() -> None:
    r = rows("3月末，房地产贷款余额53.2万亿元；一季度增加7790亿元，占同期各项贷款增量的9.3%。")
    assert (r["9.3%"].links, r["9.3%"].claim.time_period) == ({}, "2018-Q1")


def test_a_basis_said_in_a_bracket_for_what_follows() -> None:
    text = "2018年实现生产总值5210亿元，增长6.1%（按不变价格计算，下同），第二产业增加值增长7.4%。"
    assert {c.price_basis for c in reading(text).claims if c.kind == "change_rate"} == {"constant_prices"}


def test_growth_without_refunds_is_on_the_same_scope() -> None:
    r = rows("2018年，全市一般公共预算收入1063亿元，扣除留抵退税因素后增长2.1%，自然口径下降5.7%。")
    assert (r["2.1%"].claim.price_basis, r["5.7%"].claim.price_basis) == ("same_scope", "as_reported")
    assert r["5.7%"].links == {"growth_of": ["1063亿"]}


def test_parts_of_a_debt_are_no_parts_of_its_limit() -> None:
    r = rows("2017年末，债务余额3047亿元，控制在限额3328亿元之内；其中，一般债务1377亿元，专项债务1670亿元。")
    assert r["1377亿"].links == r["1670亿"].links == {"part_of": ["3047亿"]}


def test_parts_of_a_sum_are_no_parts_of_its_conversion() -> None:
    r = rows("2018年，吸引投资450亿兰特（约合32亿美元）；其中制造业占42%。")
    assert r["42%"].links == {"share_of": ["450亿"]}


def test_the_whole_that_a_part_has_is_the_whole_of_its_share() -> None:
    r = rows("2017年完成造林360万公顷，其中人工造林134万公顷，占全部造林面积的37.2%。")
    assert r["37.2%"].links == {"expresses": ["134万"], "share_of": ["360万"]}


def test_a_change_that_is_part_of_a_name() -> None:
    r = rows("2017年，增长12.3%的数字经济核心产业增加值达到1.1万亿元。")
    assert (r["12.3%"].links, r["12.3%"].claim.measure) == (
        {"growth_of": ["1.1万亿"]},
        "数字经济核心产业增加值",
    )


def test_a_level_of_its_own_clause_is_not_compared_with_the_one_before() -> None:
    r = rows("上半年净亏损5.1亿元，上年同期净利润为2.2亿元；经营亏损收窄至1.7亿元。")
    assert (r["1.7亿"].links, r["1.7亿"].claim.measure) == ({}, "经营亏损")


def test_the_whole_year_of_a_forecast_is_the_year_that_runs() -> None:
    autumn, winter = date(2018, 11, 3), date(2019, 1, 20)
    assert reading("预计全年进口大豆8800万吨。", autumn).claims[0].time_period == "2018"
    assert reading("全年进口大豆8800万吨。", autumn).claims[0].time_period == "2017"
    assert reading("预计全年净利润增长5%。", winter).claims[0].time_period == "2018"


def test_the_end_of_the_year_that_runs_is_still_to_come() -> None:
    text = "到2018年底，全市建成高标准农田1亿亩。"
    assert reading(text, date(2018, 2, 22)).claims[0].claim_status == "target"
    assert reading(text, date(2019, 2, 22)).claims[0].claim_status == "actual"


def test_a_month_compared_aside_does_not_date_what_follows() -> None:
    r = rows(
        "1—4月份，固定资产投资同比增长4.7%；从环比看，4月份固定资产投资下降0.64%。民间投资增长0.4%。",
        date(2018, 5, 18),
    )
    assert (r["0.64%"].claim.time_period, r["0.4%"].claim.time_period) == ("2018-04", "2018-01-01/P4M")


def test_deaths_to_a_hundred_thousand() -> None:
    (claim,) = reading("2017年，就业人员10万人生产安全事故死亡人数1.474人。").claims
    assert (str(claim.value), claim.unit) == ("1.474", "per_100000")


@pytest.mark.parametrize(("text", "value"), [("过半企业利润增长。", 50), ("近半受访者看好。", 50)])
def test_half_of_the_firms(text: str, value: int) -> None:
    (claim,) = reading(text).claims
    assert (claim.kind, claim.value) == ("share", value)


@pytest.mark.parametrize("text", ["公司通过半导体业务盈利。", "项目历时近半年。", "通过半个月的努力。"])
def test_no_half_of_anything(text: str) -> None:
    assert reading(text).claims == []


def test_take_offs_and_landings_fall_not() -> None:
    (claim,) = reading("2017年，民航起降1024.9万架次。").claims
    assert (claim.kind, claim.direction, claim.measure) == ("level", None, "民航起降")


def test_days_that_are_measured_name_their_change() -> None:
    r = rows("2018年4月末，产成品存货周转天数为16.8天，同比增加1.4天。")
    assert (r["1.4"].claim.kind, r["1.4"].claim.measure) == ("change_amount", "产成品存货周转天数")


def test_a_currency_falls_against_another() -> None:
    (claim,) = reading("当地货币今年以来对美元贬值逾8%。").claims
    assert claim.measure == "当地货币"


def test_an_expected_growth_that_is_changed_is_a_rate() -> None:
    r = rows("该机构将2019年经济增长预期由此前的3.4%下调至2.9%，预计2020年增速将回升至3.2%，2021年达3.5%。")
    assert {row.claim.kind for row in r.values()} == {"change_rate"}
    assert {row.claim.claim_status for row in r.values()} == {"forecast"}
    assert {row.claim.measure for row in r.values()} == {"经济"}


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
