"""Which earlier time a change is against, and which time the text is at, on passages read unseen."""

from __future__ import annotations

from datetime import date

from tests.unit.prose.zh_reading import rows


def test_last_year_in_a_report_of_january() -> None:
    text = "2018年12月末，外汇储备3.07万亿美元，较去年底下降672亿美元。"
    r = rows(text, date(2019, 1, 20))
    assert r["672亿"].claim.base_period == "2017"


def test_a_record_since_a_month_is_no_time() -> None:
    r = rows("2018年11月，出口增长0.5%，为5月份以来首次正增长；进口下降0.6%。")
    assert r["0.6%"].claim.time_period == "2018-11"


def test_a_comparison_without_a_figure_is_none_of_the_next() -> None:
    r = rows("2018年前11个月，投资同比增长5.9%，较1—10月持平；其中，民间投资增长8.7%。")
    assert r["8.7%"].claim.base_period == "2017-01-01/P11M"


def test_a_comparison_said_ahead_holds() -> None:
    r = rows("2018年，与2012年相比，用电量增长37.9%。")
    assert r["37.9%"].claim.base_period == "2012"


def test_the_level_of_another_time_is_not_where_a_change_starts() -> None:
    r = rows("2018年一季度营收35.6亿元，较上季度的33.1亿元增长7.6%，较2017年一季度增长12.1%。")
    assert r["7.6%"].links == {"growth_of": ["35.6亿"], "growth_from": ["33.1亿"]}
    assert r["12.1%"].links == {"growth_of": ["35.6亿"]}
    assert r["12.1%"].claim.base_period == "2017-Q1"


def test_a_level_behind_the_change_from_the_level_before() -> None:
    r = rows("2018年，公司销量较上年的52万辆提高15%，达59.8万辆。")
    assert r["15%"].links["growth_of"] == ["59.8万"]


def test_how_high_a_level_holds_is_not_what_changed() -> None:
    r = rows("2018年粮食产量比2012年增产8.2%，连续7年稳定在6.5亿吨以上。")
    assert r["8.2%"].links == {}


def test_what_turned_is_at_the_time_of_the_text() -> None:
    r = rows("2018年10月份，CPI由上月同比持平转为下降0.2%，环比由上月上涨0.3%转为下降0.1%。")
    assert [r[x].claim.time_period for x in ("0.2%", "0.3%", "0.1%")] == ["2018-10", "2018-09", "2018-10"]


def test_a_year_that_passed_is_no_measure() -> None:
    r = rows("2018年末，宽带用户4.07亿户，一年净增5,884万户，增长16.9%。")
    assert r["5,884万"].claim.measure == "宽带用户"
    assert r["5,884万"].links == r["16.9%"].links == {"growth_of": ["4.07亿"]}


def test_the_financial_year_before() -> None:
    r = rows("集团2018财年收入升至86.5亿港元，较上一财年上升4.2%。")
    assert r["4.2%"].claim.base_period == "2017"


def test_a_percentage_that_a_change_starts_from() -> None:
    r = rows("2018年，渗透率35.7%，较2017年27.6%提升8.1个百分点。")
    assert r["27.6%"].claim.time_period == "2017"
    assert r["8.1"].links["growth_of"] == ["35.7%"]


def test_the_amount_per_share_of_before() -> None:
    r = rows("2018年每股基本盈利0.86元（2017年：0.71元）。")
    assert [r[x].claim.unit for x in ("0.86", "0.71")] == ["CNY/share", "CNY/share"]
    assert r["0.86"].links == {"compared_with": ["0.71"]}


def test_an_age_is_part_of_the_measure() -> None:
    r = rows("2018年末，60岁及以上老年人口2.49亿人；65岁及以上人口1.67亿人。")
    assert [r[x].claim.measure for x in ("2.49亿", "1.67亿")] == ["60岁及以上老年人口", "65岁及以上人口"]


def test_a_share_is_of_those_that_a_word_picks_from() -> None:
    r = rows("2018年工业增长6.2%，其中国企增长3.1%；39个行业中，28个行业增长，增长面为71.8%。")
    assert r["71.8%"].links == {"share_of": ["39"]}  # 28 / 39
