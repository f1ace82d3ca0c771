"""Where a change starts and ends, whose it is, and what is only said around it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.unit.prose.zh_reading import reading, rows


@pytest.mark.parametrize("verb", ["延伸到", "扩充至", "一路跌到", "腰斩至不足"])
def test_any_verb_between_two_levels_ends_at_the_second(verb: str) -> None:
    r = rows(f"2018年，公路总里程从860公里{verb}2140公里。")
    assert r["2140"].links == {"compared_with": ["860"]}
    assert r["2140"].claim.measure == r["860"].claim.measure == "公路总里程"


def test_the_level_now_is_in_the_unit_of_the_level_before() -> None:
    r = rows("2018年，多晶硅价格由每吨24万元降至8万元。")
    assert [r[x].claim.unit for x in ("24万", "8万")] == ["CNY/t", "CNY/t"]


@pytest.mark.parametrize(
    ("words", "direction"), [("增速由4.1%加快至7.2%", "up"), ("降幅由4.1%收窄至7.2%", "down")]
)
def test_a_rate_that_moves_is_two_rates_and_no_level_of_the_thing(words: str, direction: str) -> None:
    r = rows(f"2018年，私营企业利润{words}。")
    for printed in ("4.1%", "7.2%"):
        claim = r[printed].claim
        assert (claim.kind, claim.direction, claim.measure) == ("change_rate", direction, "私营企业利润")


def test_a_rate_that_moves_from_a_named_time() -> None:
    r = rows("2018年前10个月，实际使用外资36亿美元，降幅由上半年的18.5%收窄至7.4%。")
    assert [r[x].claim.time_period for x in ("18.5%", "7.4%")] == ["2018-S1", "2018-01-01/P10M"]
    assert [r[x].claim.kind for x in ("18.5%", "7.4%")] == ["change_rate", "change_rate"]


def test_a_rate_without_a_start_is_no_level_either() -> None:
    claim = rows("12月份，社会消费品零售总额增速放缓至8.1%。")["8.1%"].claim
    assert (claim.kind, claim.measure) == ("change_rate", "社会消费品零售总额")


def test_an_earlier_level_behind_a_currency() -> None:
    r = rows("2018年集團錄得收入約港幣32.6億元，較2017年的港幣35.1億元減少7.1%。", ref_area="HK")
    assert r["35.1億"].claim.time_period == "2017"
    assert r["7.1%"].links == {"growth_of": ["32.6億"], "growth_from": ["35.1億"]}


def test_average_growth_of_two_years_is_no_growth_on_a_year() -> None:
    r = rows("2018年，软件业务收入6.1万亿元，同比增长14.2%，两年平均增长13.9%。")
    claim = r["13.9%"].claim
    assert (claim.kind, claim.direction, r["13.9%"].links) == ("average_rate", "up", {})


@pytest.mark.parametrize(("phrase", "base"), [("同期", "2015-11"), ("同月", "2015-11")])
def test_the_same_months_of_a_named_year(phrase: str, base: str) -> None:
    claim = rows(f"2018年11月份，客运量3.2亿人次，较2015年{phrase}增长9.3%。")["9.3%"].claim
    assert claim.base_period == base


def test_the_same_month_of_the_year_before() -> None:
    r = rows("2018年3月份，机器人产量5.1万套，较上年同月的4.9万套增加约2千套。")
    assert r["4.9万"].claim.time_period == "2017-03"
    assert r["2千"].links == {"growth_of": ["5.1万"], "growth_from": ["4.9万"]}


@pytest.mark.parametrize(
    ("words", "direction", "base"),
    [("年增4.1%", "up", "2017-11"), ("年減4.1%", "down", "2017-11"), ("月減4.1%", "down", "2018-10")],
)
def test_a_change_that_names_its_base_opens_a_clause(words: str, direction: str, base: str) -> None:
    r = rows(f"2018年11月批發業營業額1兆1,245億元，{words}。", ref_area="TW")
    assert r["1兆1,245億"].claim.value == Decimal("1124500000000")
    claim = r["4.1%"].claim
    assert (claim.direction, claim.base_period, claim.measure) == (direction, base, "批發業營業額")
    assert r["4.1%"].links == {"growth_of": ["1兆1,245億"]}


def test_a_year_that_grows_is_no_such_word() -> None:
    assert rows("2018年，用户逐年增加3万人。")["3万"].claim.base_period is None


def test_a_rate_behind_or_restates_the_amount() -> None:
    r = rows("2018年，就业人数1140万人，较上年增加8.5万人或0.75%。")
    claim = r["0.75%"].claim
    assert (claim.kind, claim.direction, claim.base_period) == ("change_rate", "up", "2017")


def test_unchanged_is_an_item_of_a_list() -> None:
    r = rows("11月份，大、中、小型企业PMI分别为50.6%、49.1%和49.2%，比上月持平、上升0.1和上升1.3个百分点。")
    assert r["0.1"].links == {"growth_of": ["49.1%"]}
    assert r["1.3"].links == {"growth_of": ["49.2%"]}


def test_lists_of_unlike_length_are_not_paired() -> None:
    r = rows("11月份，大、中、小型企业PMI分别为50.6%、49.1%和49.2%，比上月上升0.1和1.3个百分点。")
    assert [r[x].links for x in ("0.1", "1.3")] == [{}, {}]


def test_a_compound_of_two_names_is_shared_out() -> None:
    r = rows("2018年，汽车产销分别完成127万辆和125.6万辆，分别增长5%和6%。")
    assert [r[x].claim.measure for x in ("127万", "125.6万", "5%", "6%")] == [
        "汽车产量", "汽车销量", "汽车产量", "汽车销量",
    ]  # fmt: skip


@pytest.mark.parametrize("words", ["涨幅最高为3.1%", "降幅最大为3.1%"])
def test_the_highest_of_many_rates_is_nobodys_growth(words: str) -> None:
    r = rows(f"12月份，价格上涨的有65个城市；{words}。")
    assert (r["3.1%"].claim.kind, r["3.1%"].claim.qualifier, r["3.1%"].links) == ("change_rate", "NONE", {})


def test_the_growth_of_one_area_is_not_that_of_another() -> None:
    r = rows("2018年，江苏省地区生产总值92595亿元，增长6.7%；全国增速为6.6%。")
    assert r["6.7%"].links == {"growth_of": ["92595亿"]}
    assert r["6.6%"].links == {}
    assert [r[x].claim.ref_area for x in ("92595亿", "6.6%")] == ["CN-JS", "CN"]


def test_a_loss_of_before_is_not_compared_with_a_profit() -> None:
    r = rows("2018年净利润3亿元，上年同期为亏损1亿元。")
    assert (r["1亿"].claim.measure, r["1亿"].claim.time_period) == ("亏损", "2017")
    assert r["3亿"].links == {}
    r = rows("2018年净利润-3亿元，上年同期为盈利1亿元。")
    assert (r["1亿"].claim.measure, r["3亿"].links if "3亿" in r else r["-3亿"].links) == (
        "净利润",
        {"compared_with": ["1亿"]},
    )


def test_an_amount_in_another_currency_in_a_bracket() -> None:
    r = rows("2018年总收入为人民币42.5亿元（5.8亿美元），增长18%。")
    assert r["5.8亿"].links == {"conversion_of": ["42.5亿"]}
    assert r["18%"].links == {"growth_of": ["42.5亿"]}


def test_a_list_of_targets_goes_on_behind_semicolons() -> None:
    found = reading("今年主要预期目标是：生产总值增长6%左右；城镇新增就业1100万人以上；赤字率2.8%。")
    assert {c.claim_status for c in found.claims} == {"target"}


def test_what_is_to_come_still_grows() -> None:
    claim = rows("2018年营收10亿元，预计2019年将增长10%以上。")["10%"].claim
    assert (claim.kind, claim.claim_status, claim.qualifier) == ("change_rate", "forecast", "GE")


def test_a_hedge_before_the_word_for_share() -> None:
    r = rows("2018年末，果园有3000亩，约占耕地面积的6%。")
    claim = r["6%"].claim
    assert (claim.qualifier, claim.hedge_text, r["6%"].links) == ("ABOUT", "约", {"expresses": ["3000"]})


def test_a_named_whole_that_was_not_printed_is_no_other_whole() -> None:
    r = rows("2018年网上零售额9万亿元，其中实物商品7万亿元，占社会消费品零售总额的18.4%。")
    assert r["18.4%"].links == {"expresses": ["7万亿"]}


def test_a_part_of_a_part() -> None:
    r = rows("2018年末有学校900所，其中小学600所，其中民办小学50所；中学300所，其中民办中学20所。")
    assert r["600"].links == {"part_of": ["900"]}
    assert r["50"].links == {"part_of": ["600"]}
    assert r["20"].links == {"part_of": ["300"]}


def test_a_whole_said_by_its_name() -> None:
    r = rows("2018年末有医疗机构3900个，其中医院1605个，在医院中有公立医院498个、民营医院1107个。")
    assert r["498"].links == r["1107"].links == {"part_of": ["1605"]}


@pytest.mark.parametrize(
    ("text", "unit"), [("集成电路产量362亿块", "count"), ("每斤价格5块", "CNY/jin"), ("花费30块", "CNY")]
)
def test_a_piece_is_money_only_where_a_price_is_spoken_of(text: str, unit: str) -> None:
    (claim,) = reading(f"2018年，{text}。").claims
    assert claim.unit == unit


def test_ages_and_records_are_no_figures() -> None:
    text = "2018年，16—24岁、25—59岁调查失业率分别为10.1%、4.4%，为近十年来最低。"
    assert [c.value_text for c in reading(text).claims] == ["10.1%", "4.4%"]


def test_the_third_quarter_of_hong_kong() -> None:
    claim = rows("2018年第三季本地生產總值為7,061億元，較上年同期上升5.1%。", ref_area="HK")["5.1%"].claim
    assert (claim.time_period, claim.base_period) == ("2018-Q3", "2017-Q3")


def test_the_same_period_that_is_spoken_of() -> None:
    text = "2018年11月出口為3,800億元，較上年同期下跌0.8%；同期進口為4,240億元。"
    assert rows(text, date(2018, 12, 30), ref_area="HK")["4,240億"].claim.time_period == "2018-11"


_TEXT = "2018年，地区生产总值4120亿元，增长6.8%，第一产业增加值312亿元，增长3.5%，粮食产量23万吨，增长1.9%。"


@pytest.mark.parametrize(
    ("note", "gdp", "primary", "grain"),
    [
        ("注：本公报增速均为实际增长。", "real", "real", "real"),
        (
            "[1]地区生产总值、三次产业增加值绝对数按现价计算，增长速度按不变价格计算。",
            "constant_prices", "constant_prices", "not_stated",
        ),
        ("注：地区生产总值增速按可比价格计算。", "constant_prices", "not_stated", "not_stated"),
        ("注：部分数据因四舍五入存在总计与分项合计不等的情况。", "not_stated", "not_stated", "not_stated"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("first", [True, False])
def test_a_note_holds_for_the_document(note: str, gdp: str, primary: str, grain: str, first: bool) -> None:
    r = rows(f"{note}\n{_TEXT}" if first else f"{_TEXT}\n\n{note}")
    assert [r[x].claim.price_basis for x in ("6.8%", "3.5%", "1.9%")] == [gdp, primary, grain]


def test_the_rate_of_one_figure_is_no_note() -> None:
    text = "2018年，工业增加值增速为实际增长6%。轻工业增加值增长1.9%。"
    assert rows(text)["1.9%"].claim.price_basis == "not_stated"


def test_rates_listed_under_a_word_for_rates() -> None:
    r = rows("一季度GDP增速分别为：东区5.1%、西区6.4%、北区-0.3%。")
    assert {(r[x].claim.kind, r[x].claim.direction) for x in ("5.1%", "6.4%")} == {("change_rate", "up")}
    assert (r["-0.3%"].claim.value, r["-0.3%"].claim.direction) == (Decimal("0.3"), "down")


def test_a_ratio_that_reaches_a_value() -> None:
    claim = rows("2018年城乡收入比缩小到1.86。")["1.86"].claim
    assert (claim.kind, claim.unit, claim.measure) == ("level", "ratio", "城乡收入比")


def test_halved_and_more_leaves_less_than_half() -> None:
    claim = rows("2018年，事故起数比上年减半以上。")["减半"].claim
    assert (claim.value, claim.qualifier) == (Decimal("0.5"), "LE")


@pytest.mark.parametrize(
    ("text", "before", "change", "now"),
    [
        ("存款利率由1.65%下调25个基点至1.40%。", "1.65%", "25", "1.40%"),
        ("产量从320万吨增加25万吨到345万吨。", "320万", "25万", "345万"),
    ],
)
def test_a_change_between_the_level_of_before_and_that_of_now(
    text: str, before: str, change: str, now: str
) -> None:
    read = rows(text)
    assert read[change].links == {"growth_from": [before], "growth_of": [now]}
    assert read[now].links == {"compared_with": [before]}


def test_who_is_compared_ahead_of_the_comma_is_what_grew() -> None:
    r = rows("2022年，全市快递业务量1.4亿件；铁路客运量与上年同期相比，增长了7.8%。")
    assert r["7.8%"].claim.measure == "铁路客运量" and not r["7.8%"].links  # it was the growth of 快递业务量
    r = rows("2022年，全市快递业务量1.4亿件，其中省内3600万件；快递业务量与2021年相比，增长7.8%。")
    assert r["7.8%"].links == {"growth_of": ["1.4亿"]}
    r = rows("2022年，全市快递业务量1.4亿件，这一数字与2021年相比，增长7.8%。")
    assert r["7.8%"].claim.measure == "快递业务量" and r["7.8%"].links == {"growth_of": ["1.4亿"]}
