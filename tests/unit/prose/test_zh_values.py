"""Values, hedges, units and refusals in Chinese sentences of our own; worked out by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.unit.prose.zh_reading import reading, rows


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
    assert refusals[0].reason.endswith(".")


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
    (claim,) = reading("新建标准厂房12.6万，全部投产。").claims
    assert (claim.unit, claim.unit_status, claim.value) == (None, "lost", 126_000)


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


def test_full_width_and_traditional_forms_keep_their_offsets() -> None:
    text = "２０１８年，訪客達５８４萬人次，按年上升３．２％。"
    found = reading(text)
    assert [c.value_text for c in found.claims] == ["５８４萬", "３．２％"]
    assert [c.value for c in found.claims] == [Decimal(5_840_000), Decimal("3.2")]
    assert all(text[c.char_start : c.char_end] == c.value_text for c in found.claims)


def test_a_size_class_says_what_is_counted_and_is_refused() -> None:
    found = reading("总投资120亿元，其中10亿元以上项目5个。")
    assert [c.value_text for c in found.claims] == ["120亿", "5"]
    assert [r.rule for r in found.refusals] == ["size_class"]


def test_degrees_by_what_stands_around_them() -> None:
    r = rows("用电85度，气温36度。")
    assert [r[k].claim.unit for k in ("85", "36")] == ["kWh", "degC"]


def test_a_sign_behind_a_comparison_is_a_direction() -> None:
    r = rows("2018年营收23.5亿元，同比+18.2%；净利3.1亿元，同比-4.5%。")
    assert [r[k].claim.direction for k in ("+18.2%", "-4.5%")] == ["up", "down"]
    assert r["-4.5%"].claim.value == Decimal("4.5")
    assert r["-4.5%"].links == {"growth_of": ["3.1亿"]}


@pytest.mark.parametrize(
    ("text", "printed", "value", "unit"),
    [
        ("重三吨半。", "三吨半", "3.5", "t"),
        ("长两米半。", "两米半", "2.5", "m"),
        ("历时3天半。", "3天半", "3.5", "day"),
    ],
)
def test_a_half_behind_the_unit_counts(text: str, printed: str, value: str, unit: str) -> None:
    (claim,) = reading(text).claims
    assert (claim.value_text, claim.value, claim.unit) == (printed, Decimal(value), unit)


def test_a_noun_behind_the_scale_says_what_is_counted() -> None:
    r = rows("惠及1.4亿老年人，服务3万企业。")
    assert [(r[k].claim.unit, r[k].claim.unit_status) for k in ("1.4亿", "3万")] == [
        ("person", "inherited"), ("count", "inherited"),
    ]  # fmt: skip


def test_the_number_of_a_session_is_no_figure() -> None:
    assert [c.value_text for c in reading("全国政协十三届一次会议开幕，2149名委员出席。").claims] == ["2149"]


@pytest.mark.parametrize(
    ("printed", "value", "upper"),
    [
        ("40k", 40_000, None),
        ("2.5M", 2_500_000, None),
        ("-2.5 M", -2_500_000, None),
        ("5k-20k", 5000, 20_000),
    ],
)
def test_letters_for_thousands_and_millions_before_a_unit(
    printed: str, value: int, upper: int | None
) -> None:
    (claim,) = reading(f"总量为{printed}吨。").claims
    assert (claim.value, claim.value_upper, claim.unit) == (value, upper, "t")


@pytest.mark.parametrize(("text", "printed"), [("4K电视3台", "3"), ("100M宽带5户", "5"), ("5G基站8座", "8")])
def test_letters_of_names_are_no_scale(text: str, printed: str) -> None:
    assert [c.value_text for c in reading(text + "。").claims] == [printed]


@pytest.mark.parametrize(
    ("each", "unit"),
    [("每百户", "per_100"), ("每千人口", "per_1000"), ("每万人", "per_10000"), ("每十万人口", "per_100000")],
)
def test_so_many_to_a_thousand_are_a_unit_of_their_own(each: str, unit: str) -> None:
    found = reading(f"2018年，{each}拥有床位6.3张，比上年增加0.2张。")
    assert [(c.unit, c.kind) for c in found.claims] == [(unit, "level"), (unit, "change_amount")]
    assert [x.role for x in found.links] == ["growth_of"]


def test_a_noun_that_names_the_unit_of_a_number_in_words() -> None:
    (claim,) = reading("平均年龄在三十五以上。").claims
    assert (claim.value, claim.unit, claim.unit_status, claim.qualifier) == (35, "year", "inherited", "GE")
