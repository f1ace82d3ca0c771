"""What went wrong on passages that the reader had never seen: one test for each sort of mistake."""

from __future__ import annotations

from datetime import date

import pytest

from tests.unit.prose.zh_reading import reading, rows


@pytest.mark.parametrize("gap", ["高于", "低于", "快于"])
def test_a_gap_to_an_earlier_time_is_no_new_time(gap: str) -> None:
    r = rows(f"2018年，市场占有率25.6%，{gap}上年12.1个百分点；出口67.9万辆。")
    claim = r["12.1"].claim
    assert (claim.kind, claim.time_period, claim.base_period) == ("points", "2018", "2017")
    assert r["67.9万"].claim.time_period == "2018"


def test_a_share_of_another_clause_is_not_of_the_first_whole() -> None:
    r = rows("2018年，财政收入512亿元，其中税收398亿元；财政支出1,024亿元，民生支出占比稳定在八成以上。")
    assert r["398亿"].links == {"part_of": ["512亿"]}
    assert r["八成"].links == {"share_of": ["1,024亿"]}


def test_a_partner_is_not_the_area_of_the_trade() -> None:
    r = rows("2018年，欧盟为我国第一大贸易伙伴，双边贸易总值4.5万亿元，增长7.9%。", ref_area="CN")
    assert {row.claim.ref_area for row in r.values()} == {"CN"}


def test_what_follows_respectively_is_part_of_every_name() -> None:
    r = rows("2018年，对欧盟、美国分别进出口4.5万亿元和4.2万亿元，分别增长7.9%和5.7%。")
    assert [r[x].claim.measure for x in ("4.5万亿", "4.2万亿", "5.7%")] == [
        "对欧盟进出口", "美国进出口", "美国进出口",
    ]  # fmt: skip


def test_the_forecast_and_its_time_are_no_part_of_the_measure() -> None:
    claim = rows("晶科技术预计2019年度净利润为6亿元至7亿元。")["6亿元至7亿"].claim
    assert (claim.measure, claim.time_period, claim.claim_status) == ("净利润", "2019", "forecast")


def test_growth_rates_of_taiwan() -> None:
    text = "第三季經濟成長率初估為2.38%，全年下修至2.66%。"
    claims = reading(text, date(2018, 12, 1), ref_area="TW").claims
    assert [(c.kind, c.time_period, c.claim_status) for c in claims] == [
        ("change_rate", "2018-Q3", "preliminary"),
        ("change_rate", "2018", "preliminary"),
    ]


@pytest.mark.parametrize(
    ("words", "period"), [("首11個月", "2018-01-01/P11M"), ("首三季", "2018-01-01/P9M"), ("首季", "2018-Q1")]
)
def test_the_first_months_of_hong_kong(words: str, period: str) -> None:
    claim = rows(f"{words}零售業總銷貨價值合計3,706億港元。", date(2018, 12, 20), ref_area="HK")[
        "3,706億"
    ].claim
    assert claim.time_period == period


def test_the_first_time_is_no_period() -> None:
    assert rows("2018年首次突破3,706亿元。")["3,706亿"].claim.time_period == "2018"


def test_a_multiple_of_another_thing_is_no_growth() -> None:
    r = rows("2018年人均收入由2012年的2,130元增加到4,680元，年均增长14%，是全国平均增速的1.8倍。")
    assert (r["1.8"].claim.base_period, r["1.8"].links) == (None, {})


def test_shares_after_growth_rates_have_the_same_names() -> None:
    r = rows("2018年，轻工业、重工业增加值分别增长2.7%、6.8%，占工业增加值的比重分别为15.7%和33.6%。")
    assert r["15.7%"].claim.measure == r["2.7%"].claim.measure
    assert r["33.6%"].claim.measure == r["6.8%"].claim.measure


def test_a_bare_share_restates_nothing_that_stands_somewhere_before() -> None:
    r = rows("2018年，受访者购书5册以上，仅有一成左右表示会减少支出。")
    assert r["一成"].links == {}


def test_a_level_measured_by_an_earlier_time_stays_at_its_own() -> None:
    r = rows("2018年，接待游客2,380万人次，恢复至2012年的112.6%；旅游总收入321亿元。")
    assert {row.claim.time_period for row in r.values()} == {"2018"}
    assert (r["112.6%"].claim.kind, r["112.6%"].claim.measure, r["112.6%"].links) == (
        "share",
        "接待游客",
        {"expresses": ["2,380万"]},
    )


@pytest.mark.parametrize(("area", "period"), [("HK", "2017-04-01/P1Y"), ("CN", "2017-01-01/P2Y")])
def test_the_financial_year_of_hong_kong(area: str, period: str) -> None:
    claim = rows("2017-18年度政府開支為4,710億元。", ref_area=area)["4,710億"].claim
    assert claim.time_period == period


def test_points_respectively_belong_to_the_rates_before() -> None:
    r = rows("11月末，M2同比增长8.0%，M1同比增长1.5%，增速分别比上月末低0.1个和1.2个百分点。")
    assert r["0.1"].links == {"growth_of": ["8.0%"]}
    assert r["1.2"].links == {"growth_of": ["1.5%"]}


def test_amounts_respectively_belong_to_the_levels_before() -> None:
    r = rows("2018年末有养老机构1,026个，养老床位8.3万张，比上年末分别增加85个、0.6万张。")
    assert r["85"].links == {"growth_of": ["1,026"]}
    assert r["0.6万"].links == {"growth_of": ["8.3万"]}


def test_what_turned_positive_is_the_subject_of_the_next_clause() -> None:
    r = rows("2018年净利润0.68亿元；经营性现金流净额由负转正，为1.05亿元。")
    assert r["1.05亿"].claim.measure == "经营性现金流净额"


@pytest.mark.parametrize(("printed", "value"), [("6成2", 62), ("6成", 60), ("六成二", 62)])
def test_tenths_with_a_digit_behind(printed: str, value: int) -> None:
    (claim,) = reading(f"2018年累积雨量占常年的{printed}。").claims
    assert (claim.value_text, claim.value) == (printed, value)


def test_each_quarter_of_a_list() -> None:
    r = rows("2018年，各季度用电量同比分别增长9.8%、9.0%、8.0%和7.3%。")
    assert [r[x].claim.time_period for x in ("9.8%", "9.0%", "8.0%", "7.3%")] == [
        "2018-Q1", "2018-Q2", "2018-Q3", "2018-Q4",
    ]  # fmt: skip
    assert r["7.3%"].claim.base_period == "2017-Q4"


@pytest.mark.parametrize("words", ["2018年半年度", "2018年上半年度", "2018年上半年"])
def test_half_years(words: str) -> None:
    assert rows(f"{words}营业收入8.21亿元。")["8.21亿"].claim.time_period == "2018-S1"


def test_cities_of_a_size_are_no_figure() -> None:
    found = reading("2018年末高铁覆盖95%的50万人口以上城市。")
    assert [c.value_text for c in found.claims] == ["95%"]
    assert [r.rule for r in found.refusals] == ["size_class"]


@pytest.mark.parametrize("whole", ["地区生产总值", "有色金属出口", "用电总量", "全省", "财政支出"])
def test_a_share_of_whatever_begins_like_another_word(whole: str) -> None:
    r = rows(f"2018年，研发经费支出512亿元，占{whole}的比重由上年的2.61%升至2.74%。")
    assert r["2.74%"].links == {"compared_with": ["2.61%"], "expresses": ["512亿"]}
    assert r["2.61%"].claim.measure == r["2.74%"].claim.measure == "研发经费支出"


@pytest.mark.parametrize(
    ("text", "share", "links"),
    [
        ("全县有教师6,820人，女教师占比达63.1%。", "63.1%", {"share_of": ["6,820"]}),
        (
            "教师6,820人，硕士910人，占教师总数的13.3%。",
            "13.3%",
            {"expresses": ["910"], "share_of": ["6,820"]},
        ),
        ("受访的2,300家企业中，41%预计订单增加。", "41%", {"share_of": ["2,300"]}),
        ("新设企业12.4万户，超过半数为小微企业。", "半数", {"share_of": ["12.4万"]}),
        ("民生支出占财政支出的76.4%，达1,125亿元。", "76.4%", {"expresses": ["1,125亿"]}),
        (
            "贷款余额5.6万亿元，其中制造业贷款7800亿元，在全部贷款中占比13.9%。",
            "13.9%",
            {"expresses": ["7800亿"], "share_of": ["5.6万亿"]},
        ),
    ],
)
def test_shares_and_what_they_are_of(text: str, share: str, links: dict[str, list[str]]) -> None:
    assert rows(f"2018年，{text}")[share].links == links


def test_points_with_a_classifier_each() -> None:
    r = rows("2018年，一、二、三产业占比分别为4.2%、41.5%和54.3%，分别下降0.1个、0.6个和提高0.7个百分点。")
    assert [(r[x].claim.kind, r[x].claim.direction, r[x].links) for x in ("0.1", "0.6", "0.7")] == [
        ("points", "down", {"growth_of": ["4.2%"]}),
        ("points", "down", {"growth_of": ["41.5%"]}),
        ("points", "up", {"growth_of": ["54.3%"]}),
    ]


def test_a_base_that_growth_stands_upon() -> None:
    r = rows("2018年营业收入102万亿元，在上年高基数基础上增长8.5%。")
    assert r["8.5%"].claim.time_period == "2018"
    assert r["8.5%"].links == {"growth_of": ["102万亿"]}


@pytest.mark.parametrize(("text", "value"), [("500家以上企业", 500), ("半数以上的项目", 50)])
def test_what_is_counted_is_no_size(text: str, value: int) -> None:
    assert [c.value for c in reading(f"2018年，{text}投产。").claims] == [value]


def test_a_number_of_digits_is_no_figure() -> None:
    assert set(rows("失业率仍高达两位数，为11.2%。")) == {"11.2%"}


def test_an_index_that_rises_by_points_and_percent() -> None:
    r = rows("恒生指數收市報28,546點，升213點或0.75%。")
    assert (r["213"].claim.kind, r["0.75%"].claim.kind) == ("change_amount", "change_rate")
    assert r["213"].links["growth_of"] == r["0.75%"].links["growth_of"] == ["28,546"]


@pytest.mark.parametrize(("verb", "direction"), [("降价", "down"), ("涨价", "up"), ("提价", "up")])
def test_a_price_that_is_moved_changes(verb: str, direction: str) -> None:
    claim = rows(f"2018年门票{verb}13%。")["13%"].claim
    assert (claim.kind, claim.direction) == ("change_rate", direction)
