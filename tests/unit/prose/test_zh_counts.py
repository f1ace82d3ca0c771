"""Chinese: counts without a classifier, bare scales, quantities in two units, digits that are names."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.unit.prose.zh_reading import reading, rows


@pytest.mark.parametrize(
    ("text", "printed", "value", "unit", "measure"),
    [
        ("31省份公布了数据。", "31", 31, "count", "省份"),
        ("全县现有9镇。", "9", 9, "count", "镇"),
        ("沿线12省区市参与。", "12", 12, "count", "省区市"),
        ("该台覆盖100城。", "100", 100, "count", "城"),
        ("阅览室设坐席380席。", "380", 380, "count", "阅览室设坐席"),
        ("百余名工人返岗。", "百", 100, "person", "工人返岗"),
        ("千余家企业参展。", "千", 1000, "count", "企业参展"),
        ("项目投资百余万元。", "百余万", 1000000, "CNY", "项目投资"),
        ("过半网民支持。", "半", 50, "percent", None),
        ("免签入境占比过半。", "半", 50, "percent", "免签入境"),
        ("颗粒直径10微米。", "10", 10, "um", "颗粒直径"),
        ("事故致一人死亡。", "一", 1, "person", None),
        ("中期息每股42仙。", "42", 42, "HKc/share", None),
        ("孕产妇死亡率为15.7/10万。", "15.7", Decimal("15.7"), "per_100000", "孕产妇死亡率"),
        ("岩层距今6500万年。", "6500万", 65000000, "year", None),
        ("人民币对美元中间价报6.7120。", "6.7120", Decimal("6.712"), "ratio", "人民币对美元中间价"),
    ],
)
def test_a_figure_is_read(text: str, printed: str, value: object, unit: str, measure: str | None) -> None:
    (claim,) = reading(text).claims
    assert (claim.value_text, claim.value, claim.unit) == (printed, value, unit)
    if measure is not None:
        assert claim.measure == measure


@pytest.mark.parametrize(
    ("text", "value", "upper"),
    [
        ("气温降至零下20℃。", -20, None),
        ("气温降至零下三十℃。", -30, None),
        ("气温为零下5至8℃。", -8, -5),
        ("气温为零下12℃至零下5℃。", -12, -5),
        ("利润为负300万元。", -3000000, None),
        ("预计减负400亿元。", 40000000000, None),
        ("村里背负100万元债务。", 1000000, None),
        ("误差正负3个百分点。", 3, None),
    ],
)
def test_a_sign_in_words_is_one_and_a_word_that_ends_in_it_is_none(
    text: str, value: int, upper: int | None
) -> None:
    (claim,) = reading(text).claims
    found = (int(claim.value), None if claim.value_upper is None else int(claim.value_upper))
    assert found == (value, upper)


@pytest.mark.parametrize(
    ("text", "printed", "low", "high"),
    [
        ("提前一两个月完工。", "一两", 1, 2),
        ("有两三家企业。", "两三", 2, 3),
        ("来了十五六个人。", "十五六", 15, 16),
        ("重三十七八吨。", "三十七八", 37, 38),
        ("收入一百二三十万元。", "一百二三十万", 1200000, 1300000),
        ("迁走一千五六百户。", "一千五六百", 1500, 1600),
        ("住着三四百人。", "三四百", 300, 400),
        ("打七八折。", "七八折", 70, 80),
    ],
)
def test_neighbouring_digits_are_a_range(text: str, printed: str, low: int, high: int) -> None:
    (claim,) = reading(text).claims
    assert (claim.value_text, claim.qualifier) == (printed, "RANGE")
    assert (int(claim.value), int(claim.value_upper or 0)) == (low, high)


@pytest.mark.parametrize(
    "text", ["面積由320至680平方呎。", "面積介乎320至680平方呎。", "面积从320到680平方呎。"]
)
def test_a_range_that_shares_its_unit_is_one_even_behind_from(text: str) -> None:
    (claim,) = reading(text).claims
    assert (str(claim.value), str(claim.value_upper), claim.unit) == ("320", "680", "ft2")
    assert claim.measure in {"面積", "面积"}


@pytest.mark.parametrize("text", ["一二线城市房价。", "“十四五”时期。", "五六十年代的老楼。"])
def test_neighbouring_digits_of_a_name_are_none(text: str) -> None:
    assert reading(text).claims == []


@pytest.mark.parametrize(("printed", "value"), [("2/3", "66.666666666667"), ("3/4", "75")])
def test_a_fraction_with_a_slash(printed: str, value: str) -> None:
    (claim,) = reading(f"约{printed}的人支持。").claims
    assert (claim.value, claim.unit, claim.flags) == (Decimal(value), "percent", "fraction")


@pytest.mark.parametrize("text", ["2/3日举行。", "比例1 1/2的混合。", "12/5人。", "4/3的人。"])
def test_a_slash_that_is_no_proper_fraction(text: str) -> None:
    assert "/" not in "".join(c.value_text for c in reading(text).claims)


@pytest.mark.parametrize(("text", "value"), [("厂里有五百来人。", 500), ("村里剩下十来户。", 10)])
def test_more_or_less_so_many_is_odd(text: str, value: int) -> None:
    (claim,) = reading(text).claims
    assert (int(claim.value), claim.qualifier, claim.hedge_text) == (value, "ODD", "来")


@pytest.mark.parametrize("text", ["百余名工人返岗。", "项目投资百余万元。", "千余家企业参展。"])
def test_what_is_over_a_bare_scale_is_odd(text: str) -> None:
    (claim,) = reading(text).claims
    assert (claim.qualifier, claim.hedge_text) == ("ODD", "余")


@pytest.mark.parametrize(
    "text",
    [
        "依照刑法第二百六十四条处理。",
        "上世纪50年代的建筑。",
        "二十世纪八十年代的建筑。",
        "2024款车型上市。",
        "决赛成绩为3分41秒。",
        "十二届全国人大五次会议通过。",
        "318国道沿线风光好。",
        "一人说，三国鼎立。",
        "2024高校毕业生面临选择。",
        "便利店24小时营业。",
    ],
)
def test_digits_of_a_name_are_no_figure(text: str) -> None:
    assert reading(text).claims == []


@pytest.mark.parametrize(
    ("text", "printed", "value", "unit", "qualifier"),
    [
        ("工期提前两个半月。", "两个半", "2.5", "month", "NONE"),
        ("等了一个半小时。", "一个半", "1.5", "hour", "NONE"),
        ("工期提前3个多月。", "3", "3", "month", "ODD"),
        ("等了一个多小时。", "一", "1", "hour", "ODD"),
    ],
)
def test_the_unit_behind_a_half_or_more(
    text: str, printed: str, value: str, unit: str, qualifier: str
) -> None:
    (claim,) = reading(text).claims
    assert (claim.value_text, claim.value, claim.unit) == (printed, Decimal(value), unit)
    assert (claim.kind, claim.qualifier) == ("duration", qualifier)


def test_a_noun_behind_a_percentage_is_no_unit() -> None:
    (claim,) = reading("有62%企业看好前景。").claims
    assert (claim.unit, claim.unit_status, claim.measure) == ("percent", "stated", "企业看好前景")


@pytest.mark.parametrize(
    ("text", "unit", "measure"),
    [
        ("吞吐量318万集装箱。", "count", "集装箱"),
        ("惠及3万企业职工。", "person", "企业职工"),
        ("建成5万管道。", "count", "管道"),
    ],
)
def test_a_longer_noun_is_not_cut(text: str, unit: str, measure: str) -> None:
    (claim,) = reading(text).claims
    assert (claim.unit, claim.unit_status, claim.measure) == (unit, "inherited", measure)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("用时2小时15分钟。", "2小时15分钟"),
        ("判处有期徒刑三年六个月。", "三年六个月"),
        ("身高1米75。", "1米75"),
        ("每斤3元5角。", "3元5"),
        ("以9秒97夺冠。", "9秒97"),
    ],
)
def test_one_quantity_in_two_units_is_refused(text: str, printed: str) -> None:
    found = reading(text)
    assert found.claims == []
    assert [(r.quote, r.rule) for r in found.refusals] == [(printed, "two_units")]


def test_quantities_side_by_side_are_both_read() -> None:
    assert [c.value for c in reading("隧道全长38公里14个标段。").claims] == [38, 14]


def test_restored_to_a_share_of_an_earlier_level() -> None:
    found = rows("2018年接待旅客2821万人次，恢复至2012年同期水平的71.6%。")
    share = found["71.6%"]
    assert (share.claim.kind, share.claim.base_period, share.claim.measure) == ("share", "2012", "接待旅客")
    assert share.links == {"expresses": ["2821万"]}


def test_points_of_an_index_without_percent_are_tied_to_it() -> None:
    found = rows("2019年1月制造业PMI为50.2，比上月上升0.3个百分点。")
    assert found["0.3"].links == {"growth_of": ["50.2"]}
    assert found["0.3"].claim.base_period == "2018-12"


def test_what_was_foreseen_makes_no_forecast_of_what_follows() -> None:
    found = rows("经济增长率为2.32%，较8月预测数下修0.22个百分点；失业率3.48%。")
    assert {r.claim.claim_status for r in found.values()} == {"actual"}


@pytest.mark.parametrize(
    ("verb", "direction"), [("大增", "up"), ("飙升", "up"), ("骤降", "down"), ("缩水", "down")]
)
def test_a_strong_verb_of_change_is_tied(verb: str, direction: str) -> None:
    found = rows(f"2018年净利润109.54亿元，同比{verb}20.5%。")
    assert found["20.5%"].links == {"growth_of": ["109.54亿"]}
    assert found["20.5%"].claim.direction == direction
