"""Chinese: what belongs together in a clause (times, lists, shares, verbs ahead of their object)."""

from __future__ import annotations

from datetime import date

import pytest

from tests.unit.prose.zh_reading import rows


def test_the_whole_of_the_year_before_is_one_time() -> None:
    found = rows(
        "2019年1—2月份，投资50847亿元，同比增长4.2%，增速比上年全年加快1.2个百分点，工业投资增长6.3%。"
    )
    assert found["1.2"].claim.base_period == "2018"
    assert {r.claim.time_period for r in found.values()} == {"2019-01-01/P2M"}


def test_a_quarter_that_is_foreseen_is_still_to_come() -> None:
    found = rows("公司预估第二季营收介于196亿美元至204亿美元，毛利率介于51%至53%。", date(2024, 4, 18))
    assert {r.claim.time_period for r in found.values()} == {"2024-Q2"}
    assert [(r.claim.kind, r.claim.measure) for r in found.values()] == [
        ("level", "营收"),
        ("level", "毛利率"),
    ]


def test_shares_that_are_shared_out_over_single_levels() -> None:
    found = rows(
        "2018年销售额11386亿元，其中直播电商2151亿元、综合电商平台9235亿元，占比分别为18.9%和81.1%。"
    )
    assert found["18.9%"].links["expresses"] == ["2151亿"]
    assert found["81.1%"].links["expresses"] == ["9235亿"]
    assert found["18.9%"].claim.measure == "直播电商"


def test_what_misses_the_budget_is_no_whole() -> None:
    found = rows("2018年税收3.4万亿元，较预算数超收3861亿元；其中所得税1.1万亿元居首，占29.5%。")
    assert (found["3861亿"].claim.kind, found["3861亿"].claim.direction) == ("difference", "up")
    assert found["1.1万亿"].links == {"part_of": ["3.4万亿"]}
    assert found["29.5%"].links["share_of"] == ["3.4万亿"]


@pytest.mark.parametrize(
    ("text", "printed", "direction", "measure"),
    [
        ("央行下调存款准备金率0.25个百分点。", "0.25", "down", "存款准备金率"),
        ("该行上调贷款利率10个基点。", "10", "up", "贷款利率"),
    ],
)
def test_a_verb_ahead_of_its_object_gives_the_direction(
    text: str, printed: str, direction: str, measure: str
) -> None:
    claim = rows(text)[printed].claim
    assert (claim.kind, claim.direction, claim.measure) == ("points", direction, measure)


def test_a_change_of_a_length_of_time_is_tied_to_it() -> None:
    found = rows("2018年平均住院日5.6天，较上年缩短0.4天。")
    assert found["0.4"].links == {"growth_of": ["5.6"]}


def test_those_who_plan_are_counted_now() -> None:
    found = rows("调研的128家民企中，计划扩大投资的占43.8%，22家缩减投资。")
    assert {r.claim.claim_status for r in found.values()} == {"actual"}
    assert "expresses" not in found["43.8%"].links


def test_a_balance_of_trade_takes_no_hedge_from_the_words_before_it() -> None:
    found = rows("2018年营业收入超1000亿元，研发投入超过50亿元，支出超30亿元。")
    assert [r.claim.qualifier for r in found.values()] == ["GT", "GT", "GT"]
    assert rows("2018年贸易出超52亿美元。")["52亿"].claim.qualifier == "NONE"


@pytest.mark.parametrize(("noun", "verb", "direction"), [("营收", "跌", "down"), ("税收", "涨", "up")])
def test_a_verb_is_not_made_of_the_end_of_a_noun(noun: str, verb: str, direction: str) -> None:
    claim = rows(f"2018年{noun}{verb}5.2%。")["5.2%"].claim
    assert (claim.measure, claim.direction) == (noun, direction)
    assert rows(f"2018年{noun}低于50亿元。")["50亿"].claim.qualifier == "LT"


@pytest.mark.parametrize("lead", ["提前两个月", "提前3个月"])
def test_so_many_months_ahead_are_no_first_months(lead: str) -> None:
    found = rows(f"2018年工程完成投资50亿元，比计划{lead}。")
    assert {r.claim.time_period for r in found.values()} == {"2018"}
    assert len(found) == 2


@pytest.mark.parametrize("held", ["比计划", "高于预期", "超出目标"])
def test_what_is_held_against_a_plan_is_done(held: str) -> None:
    claim = rows(f"2018年{held}，完成投资50亿元。")["50亿"].claim
    assert claim.claim_status == "actual"


def test_nearly_is_no_number_left_over() -> None:
    claim = rows("近两成几乎天天点外卖。")["两成"].claim
    assert (claim.qualifier, claim.hedge_text) == ("NEARLY", "近")


def test_the_time_of_what_is_left_out_is_not_the_time_of_the_sentence() -> None:
    text = "2019年1—4月，收入80926亿元，同比下降2.7%，扣除去年同期缓税入库抬高基数等因素影响后，增长2%。"
    found = rows(text)
    assert {r.claim.time_period for r in found.values()} == {"2019-01-01/P4M"}
    assert found["2%"].claim.price_basis == "same_scope"


def test_a_share_of_the_province_is_of_what_was_told_of_it() -> None:
    found = rows("2018年全省GDP达13.57万亿元，其中深圳3.46万亿元，占全省的25.5%。")
    assert found["25.5%"].links == {"expresses": ["3.46万亿"], "share_of": ["13.57万亿"]}
    found = rows("2018年全省GDP达13.57万亿元，其中深圳3.46万亿元，占全国的3.5%。")
    assert found["3.5%"].links == {"expresses": ["3.46万亿"]}


def test_the_income_of_the_year_is_no_part_of_it() -> None:
    found = rows("2018年销售收入7042亿元。其中终端收入3620亿元。研发费用1647亿元，占全年收入的23.4%。")
    assert found["23.4%"].links == {"expresses": ["1647亿"], "share_of": ["7042亿"]}


def test_what_is_thought_too_high_by_a_share_is_no_gap() -> None:
    claim = rows("认为价格偏高的占38.5%。")["38.5%"].claim
    assert (claim.kind, claim.direction) == ("share", None)


def test_restored_to_a_share_of_a_time_without_a_date() -> None:
    found = rows("2018年旅客783万人次，其中外地旅客170万人次，恢复至此前约七成。")
    assert found["七成"].links == {"expresses": ["170万"]}
    assert found["七成"].claim.measure == "外地旅客"


def test_a_name_with_a_digit_stays_in_its_list() -> None:
    found = rows("2018年3D打印设备、新能源汽车产量分别增长36.3%、33.6%。")
    assert [r.claim.measure for r in found.values()] == ["3D打印设备", "新能源汽车产量"]


@pytest.mark.parametrize(
    ("unit", "code"), [("桶/日", "bbl/day"), ("吨/日", "t/day"), ("立方米/日", "m3/day")]
)
def test_a_unit_by_the_day(unit: str, code: str) -> None:
    assert rows(f"2018年产量14万{unit}。")["14万"].claim.unit == code


def test_a_noun_of_counting_gives_the_unit() -> None:
    assert rows("2018年总观影人次6510万。")["6510万"].claim.unit == "count"
