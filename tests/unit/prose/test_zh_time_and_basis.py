"""Periods, price bases and status in Chinese sentences of our own; worked out by hand."""

from __future__ import annotations

import pytest

from tests.unit.prose.zh_reading import reading, rows


@pytest.mark.parametrize(
    ("sentence", "basis"),
    [
        ("居民收入名义增长8.8%。", "as_reported"),
        ("居民收入实际增长8.8%。", "real"),
        ("扣除价格因素，居民收入增长8.8%。", "real"),
        ("按可比价格计算，工业增加值增长8.8%。", "constant_prices"),
        ("按不变价格计算，工业增加值增长8.8%。", "constant_prices"),
        ("财政收入同口径增长8.8%。", "same_scope"),
        ("按美元计价，出口增长8.8%。", "other_currency"),
        ("实际使用外资增长8.8%。", "not_stated"),
        ("出口增长8.8%。", "not_stated"),
    ],
)
def test_price_basis_of_a_change(sentence: str, basis: str) -> None:
    (claim,) = reading("2018年，" + sentence).claims
    assert claim.price_basis == basis


def test_comparable_prices_hold_for_the_paragraph_and_no_longer() -> None:
    r = rows(
        "一季度全市生产总值820亿元，按可比价格计算，增长7.1%。第二产业增加值310亿元，增长6.4%。\n"
        "社会消费品零售总额260亿元，增长9.2%。"
    )
    assert [r[k].claim.price_basis for k in ("7.1%", "6.4%", "9.2%")] == [
        "constant_prices", "constant_prices", "not_stated",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "period", "flags"),
    [
        ("2018年", "2018", ""),
        ("2018年上半年", "2018-S1", ""),
        ("2018年前三季度", "2018-01-01/P9M", ""),
        ("2018年1—8月", "2018-01-01/P8M", ""),
        ("2018年11月份", "2018-11", ""),
        ("2018年第三季度", "2018-Q3", ""),
        ("2013—2017年", "2013-01-01/P5Y", ""),
        ("2018年3月15日", "2018-03-15", ""),
        ("截至2018年底", "2018", "end_of_period"),
        ("2018年6月末", "2018-06", "end_of_period"),
        ("二〇一八年", "2018", ""),
        ("2014年以来", "2014/..", "since"),
        ("去年", "2018", ""),
        ("去年四季度", "2018-Q4", ""),
        ("12月份", "2018-12", ""),
        ("上半年", "2018-S1", ""),
        ("今年1月份", "2019-01", ""),
    ],
)
def test_periods_as_printed_and_from_the_day_of_publication(words: str, period: str, flags: str) -> None:
    (claim,) = reading(f"{words}，全市快递业务量21.3亿件。").claims
    assert (claim.time_period, claim.period_basis, claim.flags) == (period, "stated", flags)


@pytest.mark.parametrize(
    ("period", "words", "base"),
    [
        ("2018年9月份", "同比", "2017-09"),
        ("2018年9月份", "环比", "2018-08"),
        ("2018年一季度", "环比", "2017-Q4"),
        ("2018年前三季度", "同比", "2017-01-01/P9M"),
        ("2018年", "比上年", "2017"),
        ("2018年", "比2015年", "2015"),
        ("2018年6月末", "比年初", "2017"),
        ("2018年9月份", "比上月", "2018-08"),
        ("2018年三季度", "比二季度", "2018-Q2"),
        ("2018年上半年", "与上年同期相比", "2017-S1"),
    ],
)
def test_base_periods(period: str, words: str, base: str) -> None:
    (claim,) = reading(f"{period}，快递业务量{words}增长5.5%。").claims
    assert claim.base_period == base


def test_a_period_is_inherited_and_the_document_gives_what_the_text_leaves_out() -> None:
    r = rows("2018年全市生产总值920亿元。社会消费品零售总额310亿元。")
    assert (r["310亿"].claim.time_period, r["310亿"].claim.period_basis) == ("2018", "inherited")
    told = rows("全年社会消费品零售总额310亿元。", reference_period="2017")
    assert (told["310亿"].claim.time_period, told["310亿"].claim.period_basis) == ("2017", "document")


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("初步核算，2018年全市生产总值920亿元。", "preliminary"),
        ("据测算，2018年全市生产总值920亿元。", "estimate"),
        ("预计2019年全市生产总值将达到920亿元。", "forecast"),
        ("到2025年，全市生产总值力争达到920亿元。", "target"),
        ("到2025年，全市生产总值达到920亿元。", "target"),
        ("单笔贷款不得超过920亿元。", "rule"),
        ("2018年全市生产总值920亿元。", "actual"),
    ],
)
def test_status(sentence: str, status: str) -> None:
    (claim,) = reading(sentence).claims
    assert claim.claim_status == status


def test_a_month_takes_its_year_from_a_year_and_not_from_a_span_of_years() -> None:
    r = rows("2018年一季度，全市出口5亿元。“十二五”期间，新建桥梁120座。6月份，物价上涨2.4%。")
    assert [r[k].claim.time_period for k in ("5亿", "120", "2.4%")] == [
        "2018-Q1",
        "2011-01-01/P5Y",
        "2018-06",
    ]


def test_years_that_end_with_the_day_of_publication() -> None:
    r = rows("2018年出口5亿元。三年来，新建桥梁120座。进口4亿元。")
    assert [r[k].claim.time_period for k in ("120", "4亿")] == ["2016-02-28/P3Y", "2018"]


def test_quarters_of_a_list_are_shared_out() -> None:
    r = rows("2018年，三、四季度分别增长6.7%和6.5%。")
    assert [r[k].claim.time_period for k in ("6.7%", "6.5%")] == ["2018-Q3", "2018-Q4"]


def test_a_document_that_compares_with_the_year_before_goes_on_doing_so() -> None:
    r = rows("2018年生产总值823亿元，比上年增长5.1%。\n居民收入42315元，增长6.4%。")
    assert r["6.4%"].claim.base_period == "2017"


def test_points_look_back_further_without_changing_the_base_of_the_rates() -> None:
    r = rows("2018年5月份，投资同比增长5.1%，增速比1-4月份提高3.0个百分点。贷款下降2.8%。")
    assert [r[k].claim.base_period for k in ("5.1%", "3.0", "2.8%")] == [
        "2017-05",
        "2018-01-01/P4M",
        "2017-05",
    ]


def test_a_monthly_rate_beside_a_yearly_one_is_not_the_base_of_what_follows() -> None:
    r = rows("2018年3月份，工业增加值同比增长8.5%，环比增长1.0%。制造业增长9.2%。")
    assert [r[k].claim.base_period for k in ("8.5%", "1.0%", "9.2%")] == ["2017-03", "2018-02", "2017-03"]
