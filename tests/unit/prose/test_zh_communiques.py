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
        "18.2%": ("2016", "2015"),
        "5.6%": ("2017", "2016"),
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
