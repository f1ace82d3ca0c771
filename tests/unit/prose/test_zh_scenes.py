"""What holds for a figure though it stands elsewhere: the time of the scene, a base, a limit."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.unit.prose.zh_reading import rows


@pytest.mark.parametrize(
    ("period", "base"),
    [
        ("2018年", "2017"),
        ("2018年上半年", "2017-S1"),
        ("2018年1—8月", "2017-01-01/P8M"),
        ("2018年三季度", None),
    ],
)
def test_only_the_year_before_is_as_long_as_a_year_or_its_first_months(period: str, base: str | None) -> None:
    r = rows(f"{period}，全县财政收入7.2亿元，增长3.4%。")
    assert r["3.4%"].claim.base_period == base


@pytest.mark.parametrize(
    "text",
    [
        "2018年，全市接待游客310万人次，比疫情前增长12%。",
        "2018年，门票收入较高峰时下降12%。",
        "2018年，与高峰时相比，门票收入下降12%。",
        "2018年，能耗由2012年的0.67吨降至0.45吨，累计下降12%。",
    ],
)
def test_what_is_held_against_no_year_has_no_year_for_its_base(text: str) -> None:
    claim = rows(text)["12%"].claim
    assert claim.base_period in {None, "2012"}


def test_fast_growth_is_held_against_nothing() -> None:
    assert rows("2018年，工业较快增长9.3%。")["9.3%"].claim.base_period == "2017"


def test_so_many_years_ago_is_a_base_and_no_figure() -> None:
    r = rows("2018年，粮食产量比三年前增长15%，收入较3年前的5亿元增长两成。")
    assert list(r) == ["15%", "5亿", "两成"]
    assert (r["15%"].claim.base_period, r["5亿"].claim.time_period) == ("2015", "2015")


def test_once_more_is_not_on_the_year_before() -> None:
    r = rows("2018年三季度营收8.6亿元，同比增长5%，预计四季度再增一成。")
    assert (r["一成"].claim.time_period, r["一成"].claim.base_period) == ("2018-Q4", None)


def test_the_day_of_a_count_without_its_month() -> None:
    text = "截至26日18时，全县2.7万人受灾。倒塌房屋31间。"
    r = rows(text, date(2019, 2, 27))
    assert [row.claim.time_period for row in r.values()] == ["2019-02-26", "2019-02-26"]
    assert rows(text, date(2019, 1, 3))["31"].claim.time_period == "2018-12-26"


def test_so_far_this_year_ends_with_the_month_that_the_text_is_at() -> None:
    text = "1月，零售量52万辆，2月，零售量34万辆；今年以来累计零售86万辆，同比增长2.6%。渗透率为31%。"
    r = rows(text, date(2019, 3, 6))
    assert (r["86万"].claim.time_period, r["2.6%"].claim.base_period) == ("2019-01-01/P2M", "2018-01-01/P2M")
    assert (r["31%"].claim.time_period, r["31%"].claim.kind) == ("2019-02", "share")
    assert rows("年内新增门店36间。", date(2019, 3, 6))["36"].claim.time_period == "2019"
    assert rows("2018年收入5亿元。年内新增门店36间。")["36"].claim.time_period == "2018"


def test_a_month_named_inside_a_sentence_of_the_quarter() -> None:
    r = rows("2018年三季度，失业率为5.4%，9月份为5.3%。务工人员128万人。")
    assert [row.claim.time_period for row in r.values()] == ["2018-Q3", "2018-09", "2018-Q3"]


def test_a_financial_year_with_a_stroke() -> None:
    r = rows("2018/19年度赤字预计为95亿元。", ref_area="HK")
    assert list(r) == ["95亿"]
    assert r["95亿"].claim.time_period == "2018-04-01/P1Y"


def test_what_stands_now_is_no_aim() -> None:
    r = rows("到2025年，全省建成充电桩25万个。目前，全省已建成16.8万个。")
    assert (r["16.8万"].claim.time_period, r["16.8万"].claim.claim_status) == (None, "actual")


def test_the_end_of_the_year_before_inside_a_comparison() -> None:
    r = rows("2018年，基站达2.6万个，较2017年底的1.5万个净增1.1万个。")
    assert r["1.5万"].claim.flags == "elided_subject end_of_period"
    assert "end_of_period" not in r["2.6万"].claim.flags


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("2018年，断面优良比例优于年度目标7个百分点。", "actual"),
        ("资本开支将控制在7亿元以内。", "forecast"),
        ("公司将新建门店7家。", "forecast"),
        ("补贴上限为7万元。", "rule"),
        ("企业年度预期目标为7亿元。", "target"),
    ],
)
def test_aims_limits_and_what_is_to_come(text: str, status: str) -> None:
    (row,) = rows(text).values()
    assert row.claim.claim_status == status


def test_a_status_of_the_sentence_is_not_weakened_by_one_of_a_clause() -> None:
    r = rows("预计2019年增速将回升至3.2%；通胀率由4.6%降至3.9%。")
    assert r["3.9%"].claim.claim_status == "forecast"


def test_a_basis_of_one_level_is_none_of_the_next() -> None:
    r = rows("经季节性调整的失业率为3.1%，失业人数11.6万人，减少1900人。")
    assert r["1900"].claim.price_basis == "not_stated"
    r = rows("经季节性调整的就业人数为3.1万人，比上月减少1900人。")
    assert r["1900"].claim.price_basis == "seasonally_adjusted"


def test_tenths_before_an_amount_are_no_range() -> None:
    r = rows("上半年净利润大增七成至2.9亿元。")
    assert (r["七成"].claim.kind, r["七成"].links) == ("change_rate", {"growth_of": ["2.9亿"]})
    assert rows("毛利增长两成至三成。")["两成至三成"].claim.qualifier == "RANGE"


def test_about_before_the_base_of_a_multiple() -> None:
    assert rows("2018年收入约为2012年的1.3倍。")["1.3"].claim.hedge_text == "约"
    assert rows("8月物价上涨4.3%，高于7月的4.0%。")["4.0%"].claim.qualifier == "NONE"


def test_given_by_is_a_share_unless_something_grows() -> None:
    r = rows("平台成交1200亿元，其中直播间贡献约三分之一。")
    assert (r["三分之一"].claim.kind, r["三分之一"].links) == ("share", {"share_of": ["1200亿"]})
    assert rows("消费对经济增长贡献65%。")["65%"].claim.kind == "contribution"


def test_what_is_far_more_than_last_year() -> None:
    r = rows("有402个品牌参展，远多于上年的243个。")
    assert r["402"].links == {"compared_with": ["243"]}
    assert r["243"].claim.measure == "品牌参展"


def test_a_percentage_led_by_is_alone_is_what_the_last_one_was() -> None:
    r = rows("2月，制造业PMI为50.7%，其中中、小型企业分别为49.4%和46.7%；表示订单不足的企业占62%。")
    assert [row.claim.kind for row in r.values()] == ["level", "level", "level", "share"]


def test_shares_of_what_is_divided_in_the_next_sentence() -> None:
    r = rows("2018年研发经费突破1200亿元，强度达2.71%。分类型看，基础研究占8.3%，试验发展占80.8%。")
    assert r["8.3%"].links == r["80.8%"].links == {"share_of": ["1200亿"]}
    r = rows("公司收入5亿元，净利润1亿元。分产品看，空调占60%。")
    assert r["60%"].links == {}


def test_net_financing_is_a_part_of_financing() -> None:
    r = rows("10月，社会融资增量为1.39万亿元。其中，企业债券净融资1020亿元。")
    assert r["1020亿"].links == {"part_of": ["1.39万亿"]}


def test_the_rate_of_before_is_on_a_base_of_its_own() -> None:
    r = rows("2018年二季度GDP同比增长3.5%，较一季度的4.6%放缓；消费增长6.1%。")
    assert (r["4.6%"].claim.kind, r["4.6%"].claim.time_period) == ("change_rate", "2018-Q1")
    assert [row.claim.base_period for row in r.values()] == ["2017-Q2", "2017-Q1", "2017-Q2"]
    assert (r["3.5%"].links, r["4.6%"].links) == ({}, {})


def test_a_base_so_many_years_ago_beside_other_words() -> None:
    r = rows("2018年，公路达19.4万公里，较五年前增加1.2万公里，比2年前多了近两成。")
    assert [row.claim.base_period for row in r.values()] == [None, "2013", "2016"]
    assert r["1.2万"].links == r["两成"].links == {"growth_of": ["19.4万"]}
    assert list(rows("该院成立于十年前。")) == ["十"]


def test_the_share_of_an_aim() -> None:
    r = rows("2018年1—8月销量11.4万辆，完成全年20万辆目标的57%。")
    assert r["57%"].links == {"share_of": ["20万"], "expresses": ["11.4万"]}
    assert (r["20万"].claim.claim_status, r["11.4万"].claim.claim_status) == ("target", "actual")


def test_the_level_of_before_in_a_forecast_is_a_fact() -> None:
    r = rows("预计2019年投资60亿元，较上年的83亿元减少23亿元。")
    assert [row.claim.claim_status for row in r.values()] == ["forecast", "actual", "forecast"]


def test_an_occasion_is_no_part_of_the_measure() -> None:
    assert rows("国庆期间全国共接待游客7.2亿人次。")["7.2亿"].claim.measure == "接待游客"
    assert rows("春节假期票房收入80亿元。")["80亿"].claim.measure == "票房收入"


def test_those_asked_named_again_behind_a_semicolon() -> None:
    r = rows("受访的2136名青年中，73.2%每天使用手机，比两年前多了近两成；仅11.5%的人表示会限制时间。")
    assert r["73.2%"].links == r["11.5%"].links == {"share_of": ["2136"]}
    assert (r["两成"].claim.kind, r["两成"].links) == ("change_rate", {})


def test_an_index_has_no_parts() -> None:
    r = rows("2月，制造业PMI为50.0%。从规模看，中型企业PMI为49.1%。")
    assert r["49.1%"].links == {}


def test_what_was_added_since_the_end_of_last_year() -> None:
    r = rows("2018年11月，运营里程达428.6公里，较上年末新增31.2公里；新增就业5万人。")
    assert (r["31.2"].claim.kind, r["31.2"].links) == ("change_amount", {"growth_of": ["428.6"]})
    assert r["5万"].claim.kind == "level"


def test_a_year_of_taiwan_behind_the_word_index() -> None:
    r = rows("6月消費者物價指數年增2.42%，其中房租年增2.18%。", ref_area="TW")
    assert [row.claim.base_period for row in r.values()] == ["2017-06", "2017-06"]
    assert rows("2018年6月，产量年增3万吨。")["3万"].claim.base_period is None


def test_so_many_percent_of_a_period_is_based_on_it() -> None:
    r = rows("2018年上半年毛收入113亿元，相当于2015年同期的76%。")
    assert (r["76%"].claim.base_period, r["76%"].links) == ("2015-S1", {"expresses": ["113亿"]})


def test_a_minus_in_a_list_of_rates() -> None:
    r = rows("教育支出3亿元、卫生支出2亿元，分别增长5.1%和-12.3%。")
    assert (r["-12.3%"].claim.value, r["-12.3%"].claim.direction) == (Decimal("12.3"), "down")


def test_names_and_turns_that_count_nothing() -> None:
    assert rows("三元电池装车量增长，两大行业指数一升一降。") == {}
    r = rows("平均初婚年龄28.7岁，较2015年推迟1.9岁。")
    assert (r["1.9"].claim.base_period, r["1.9"].claim.measure) == ("2015", "初婚年龄")


def test_of_another_thing_and_of_an_average() -> None:
    r = rows("国人出国1179万人次，是来台旅客的1.8倍。")
    assert r["1.8"].claim.measure == "国人出国"
    assert rows("100个城市二手住宅平均价格为1.2万元。")["1.2万"].claim.measure == "二手住宅平均价格"


def test_a_part_of_the_level_of_its_own_unit() -> None:
    r = rows("出口汽车522.1万辆，出口额达7165亿元；其中电动汽车177.3万辆。")
    assert r["177.3万"].links == {"part_of": ["522.1万"]}


def test_what_is_asked_of_a_share_of_others() -> None:
    r = rows("超过半数企业表示订单增加，近三成企业计划招工。")
    assert r["三成"].claim.measure == "企业计划招工"


def test_the_growth_rate_that_is_aimed_at() -> None:
    claim = rows("预计2019年GDP增速目标或定在5%左右。")["5%"].claim
    assert (claim.kind, claim.measure, claim.claim_status) == ("change_rate", "GDP", "forecast")


def test_among_them_goes_on_with_the_sentence_before() -> None:
    r = rows("预计2019年销量900万辆。其中，出口120万辆。内销达到85万辆。")
    assert [row.claim.claim_status for row in r.values()] == ["forecast", "forecast", "actual"]
    r = rows("恩格尔系数达到28.2%。其中，城镇达到27.6%，农村达到30.0%。")
    assert [row.claim.kind for row in r.values()] == ["level", "level", "level"]
    r = rows("2018年住户贷款增加2.8万亿元。其中，短期贷款增加1.33万亿元。")
    assert r["1.33万亿"].links == {"part_of": ["2.8万亿"]}
    r = rows("2018年前三季度新设企业12.6万户。其中，第三季度4.5万户。")
    assert (r["4.5万"].claim.measure, r["4.5万"].links) == ("新设企业", {"part_of": ["12.6万"]})
    r = rows("2018年外贸额71亿元。其中，三分之一来自德国。")
    assert (r["三分之一"].claim.measure, r["三分之一"].links) == ("外贸额", {"share_of": ["71亿"]})


@pytest.mark.parametrize("verb", ["为", "达到", "仅达", "录得"])
def test_the_year_before_told_by_any_verb_for_is(verb: str) -> None:
    r = rows(f"2018年三季度营收86.4亿元，上年同期{verb}71.9亿元；毛利率为33.5%。")
    assert r["86.4亿"].links == {"compared_with": ["71.9亿"]}
    assert r["33.5%"].claim.time_period == "2018-Q3"


def test_a_loss_that_narrows_is_not_the_profit_of_before() -> None:
    r = rows("上半年净亏损5.1亿元，上年同期净利润为2.2亿元，由盈转亏，经营亏损收窄至1.7亿元。")
    assert (r["1.7亿"].claim.measure, r["1.7亿"].links) == ("经营亏损", {})


def test_who_learnt_it_is_no_subject() -> None:
    assert rows("记者从统计局获悉，三年来，收入增长18%。")["三"].claim.measure is None


def test_the_amount_a_share_of_before_has_the_unit_of_the_one_of_now() -> None:
    r = rows("2018年每股收益0.18元，低于上年同期的0.31元。")
    assert r["0.18"].links == {"compared_with": ["0.31"]}
    assert (r["0.31"].claim.unit, r["0.31"].claim.measure) == ("CNY/share", "每股收益")
