"""Chinese sentences of our own in the style of communiqués; every expectation worked out by hand."""

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
    ("sentence", "kind", "value", "flag", "direction"),
    [
        ("合同成交额比2012年增长1.5倍。", "multiple", "1.5", "ambiguous_multiple", "up"),
        ("合同成交额比2012年增长一倍。", "multiple", "2", "", "up"),
        ("合同成交额比2012年增长1倍。", "multiple", "2", "", "up"),
        ("合同成交额比2012年翻了一番。", "multiple", "2", "", "up"),
        ("合同成交额比2012年翻两番。", "multiple", "4", "", "up"),
        ("合同成交额是2012年的3.4倍。", "multiple", "3.4", "", None),
        ("合同成交额扩大到2012年的3倍。", "multiple", "3", "", "up"),
        ("排放量比2012年减半。", "multiple", "0.5", "", "down"),
    ],
)
def test_multiples_are_new_to_old(
    sentence: str, kind: str, value: str, flag: str, direction: str | None
) -> None:
    (claim,) = reading("2018年" + sentence).claims
    assert (claim.kind, claim.value, claim.flags, claim.direction) == (kind, Decimal(value), flag, direction)
    assert (claim.unit, claim.base_period) == ("ratio", "2012")


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
    ("printed", "qualifier", "value", "hedge"),
    [
        ("超过5000家", "GT", 5000, "超过"),
        ("近5000家", "NEARLY", 5000, "近"),
        ("约5000家", "ABOUT", 5000, "约"),
        ("5000家左右", "ABOUT", 5000, "左右"),
        ("5000多家", "ODD", 5000, "多"),
        ("50多万家", "ODD", 500_000, "多"),
        ("5000家以上", "GE", 5000, "以上"),
        ("不低于5000家", "GE", 5000, "不低于"),
        ("不足5000家", "LT", 5000, "不足"),
        ("不超过5000家", "LE", 5000, "不超过"),
        ("上万家", "GE", 10_000, "上"),
        ("近百家", "NEARLY", 100, "近"),
        ("超千家", "GT", 1000, "超"),
        ("达5000家", "NONE", 5000, None),
    ],
)
def test_hedges_before_and_behind(printed: str, qualifier: str, value: int, hedge: str | None) -> None:
    (claim,) = reading(f"2018年，全市高新技术企业{printed}。").claims
    assert (claim.qualifier, claim.value, claim.hedge_text) == (qualifier, value, hedge)
    assert claim.measure == "高新技术企业"


@pytest.mark.parametrize(
    ("printed", "low", "high", "unit"),
    [
        ("120至150元", "120", "150", "CNY"),
        ("20—30万元", "200000", "300000", "CNY"),
        ("5000元至1万元", "5000", "10000", "CNY"),
        ("5%—6%", "5", "6", "percent"),
        ("百分之二十至三十", "20", "30", "percent"),
        ("七八成", "70", "80", "percent"),
        ("二三十家", "20", "30", "count"),
    ],
)
def test_ranges_share_scale_and_unit(printed: str, low: str, high: str, unit: str) -> None:
    (claim,) = reading(f"这些数为{printed}。").claims
    assert (claim.qualifier, claim.value, claim.value_upper) == ("RANGE", Decimal(low), Decimal(high))
    assert claim.unit == unit


@pytest.mark.parametrize(
    "text",
    [
        "根据《办法》第十二条和国发〔2018〕32号文件，有关单位要抓好落实。",
        "咨询电话：010-68881234，热线12345。",
        "会议于2019年3月5日上午9时30分在第二会议室召开。",
        "“三农”工作和“一带一路”建设统一部署。",
        "一、总体情况",
        "（三）加强组织领导",
        "中国制造2025、5G和C919引人注目。",
        "详见表3和附件2。",
        "他在四川和五台山一直工作，一些人十分满意。",
        "世界500强企业云集。",
        "第三产业和第一书记。",
    ],
)
def test_what_has_digits_and_is_no_figure(text: str) -> None:
    assert [c.value_text for c in reading(text).claims] == []


@pytest.mark.parametrize(
    ("text", "printed", "rule"),
    [
        ("数十万游客涌入古城。", "数十万", "vague"),
        ("几百家企业参展。", "几百", "vague"),
        ("十几家企业参展。", "十几", "vague"),
        ("若干企业参展。", "若干", "vague"),
        ("出口增长19 2%。", "19 2%", "broken_number"),
        ("出口3*5亿元。", "3", "broken_number"),
    ],
)
def test_what_nobody_can_vouch_for_is_refused_with_a_reason(text: str, printed: str, rule: str) -> None:
    refusals = reading(text).refusals
    assert (refusals[0].quote, refusals[0].rule) == (printed, rule)
    assert refusals[0].reason.endswith("。") or refusals[0].reason.endswith(".")


def test_units_below_the_stroke_and_rates_of_exchange() -> None:
    r = rows("蔬菜均价每公斤6.2元，商品房均价8700元/平方米，每股收益0.52元，1美元兑6.75元人民币。")
    assert [row.claim.unit for row in r.values()] == ["CNY/kg", "CNY/m2", "CNY/share", "CNY/USD"]
    assert list(r) == ["6.2", "8700", "0.52", "6.75"]


def test_a_header_scales_the_figures_below_it() -> None:
    r = rows("单位：万元\n2018年，服务收入为1,286.4，比上年增长8.7%。")
    claim = r["1,286.4"].claim
    assert (claim.value, claim.unit, claim.flags) == (Decimal(12_864_000), "CNY", "header_scale")
    assert claim.last_place == Decimal(1000)
    assert r["8.7%"].links == {"growth_of": ["1,286.4"]}


def test_a_lost_unit_is_lost_and_not_invented() -> None:
    (claim,) = reading("全市城镇新增就业12.6万，好于预期。").claims
    assert (claim.unit, claim.unit_status, claim.value) == (None, "lost", 126_000)


def test_bracketed_conversion() -> None:
    r = rows("合同金额5000万欧元（约合人民币3.9亿元），同比增长12%。")
    assert r["3.9亿"].links == {"conversion_of": ["5000万"]}
    assert r["12%"].links == {"growth_of": ["5000万"]}


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


def test_falls_and_negative_rates_are_positive_with_direction_down() -> None:
    r = rows("2018年12月，出口下降4.4%，进口增长-7.6%，利润总额-1.05亿元。")
    assert [(r[k].claim.value, r[k].claim.direction) for k in ("4.4%", "-7.6%")] == [
        (Decimal("4.4"), "down"), (Decimal("7.6"), "down"),
    ]  # fmt: skip
    assert (r["-1.05亿"].claim.value, r["-1.05亿"].claim.kind) == (Decimal(-105_000_000), "level")


def test_rank_only_where_the_text_ranks() -> None:
    (claim,) = reading("该市创新指数居全国第4位。").claims
    assert (claim.kind, claim.value_text, claim.value) == ("rank", "4", 4)
    assert reading("第4条规定如下。").claims == []


def test_averages_over_years_are_not_growth_on_one_year() -> None:
    r = rows("2013—2017年，服务业增加值年均增长8.1%，对经济增长的贡献率为52.7%。")
    assert (r["8.1%"].claim.kind, r["52.7%"].claim.kind) == ("average_rate", "contribution")
    assert r["8.1%"].links == {}


def test_full_width_and_traditional_forms_keep_their_offsets() -> None:
    text = "２０１８年，訪客達５８４萬人次，按年上升３．２％。"
    found = reading(text)
    assert [c.value_text for c in found.claims] == ["５８４萬", "３．２％"]
    assert [c.value for c in found.claims] == [Decimal(5_840_000), Decimal("3.2")]
    assert all(text[c.char_start : c.char_end] == c.value_text for c in found.claims)


def test_the_carried_subject_of_a_clause_without_a_figure() -> None:
    r = rows("2018年3月，猪肉价格上涨5.1%，水产品价格由升转降，下降1.2%；受天气影响，鲜菜价格上涨9.3%。")
    assert [r[k].claim.measure for k in ("5.1%", "1.2%", "9.3%")] == ["猪肉价格", "水产品价格", "鲜菜价格"]
