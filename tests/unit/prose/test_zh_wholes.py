"""Chinese parts and shares whose whole stands in another sentence, or is told by the figures alone."""

import pytest

from tests.unit.prose.zh_reading import rows

GDP = (
    "全年地区生产总值301.3亿元，比上年增长6.0%。分产业看，第一产业增加值18.1亿元，增长3.5%；"
    "第二产业增加值141.8亿元，增长7.1%；第三产业增加值141.4亿元，增长5.3%。"
)
POPULATION = (
    "年末全市人口（包括3个县的人口）1500万人，比上年末多5万人。男性人口770万人，女性人口730万人。"
    "从年龄看，16至59岁的人口930万人，占全市人口的比重为62.0%；"
    "60岁及以上人口270万人，占全市人口的18.0%，其中65岁及以上人口195万人，占全市人口的13.0%。"
)
TRADE = (
    "前三季度，全省进出口总值250亿元，同比下降0.3%。出口140亿元，增长0.7%；进口110亿元，下降1.5%。"
    "其中，对东盟进出口41.0亿元，占进出口总值的16.4%；对欧盟进出口36.5亿元，占14.6%。"
)


@pytest.mark.parametrize("part", ["18.1亿", "141.8亿", "141.4亿"])
def test_zh_part_of_added_up(part: str) -> None:
    """18.1 + 141.8 + 141.4 = 301.3, and no name says so."""
    assert rows(GDP)[part].links["part_of"] == ["301.3亿"]


def test_zh_part_of_only_what_adds_up() -> None:
    """Names unlike one another, sums that miss, and what is left of an account are no parts."""
    account = rows("去年公司收入100.0亿元。成本80.5亿元，利润19.5亿元。")
    assert not account["80.5亿"].links and not account["19.5亿"].links
    missed = rows("去年进出口308亿元。出口176亿元，进口128亿元。")
    assert "part_of" not in missed["176亿"].links
    surplus = rows("去年出口总值176.4亿元。进口132.2亿元，顺差44.2亿元。")
    assert "part_of" not in surplus["132.2亿"].links and "part_of" not in surplus["44.2亿"].links


def test_zh_part_of_divided_by_name() -> None:
    """930万 and 270万 are not all of the people, but their names say whose part they are."""
    read = rows(POPULATION)
    for part in ("770万", "730万", "930万", "270万"):
        assert read[part].links["part_of"] == ["1500万"], part
    assert read["1500万"].claim.measure == "人口"
    assert read["195万"].links["part_of"] == ["270万"]


def test_zh_division_needs_a_whole() -> None:
    """What 分经营地看 divides stands nowhere here: the second part is none of the first."""
    read = rows("分经营地看，城镇零售额381.5亿元，增长3.1%；乡村零售额59.2亿元，增长2.4%。")
    assert "part_of" not in read["59.2亿"].links


@pytest.mark.parametrize("share", ["62.0%", "18.0%", "13.0%"])
def test_zh_share_of_the_level_that_it_fits(share: str) -> None:
    """Four names end with 人口; 930 / 1500 = 62.0 %, 270 / 1500 = 18.0 %, 195 / 1500 = 13.0 %."""
    assert rows(POPULATION)[share].links["share_of"] == ["1500万"]


def test_zh_share_of_by_its_ratio() -> None:
    """占14.6% names no whole: 36.5 / 250 = 14.6 %."""
    read = rows(TRADE)
    assert read["14.6%"].links == {"expresses": ["36.5亿"], "share_of": ["250亿"]}
    other = rows("去年全省出口308亿元。对欧盟出口41.8亿元，占全国的9.6%；对东盟出口40亿元，占17.2%。")
    assert "share_of" not in other["9.6%"].links and "share_of" not in other["17.2%"].links


def test_zh_part_of_per_head() -> None:
    """人均 is a part of 人均 only."""
    read = rows("去年居民人均消费支出20500元。其中，人均食品支出6150元，占30.0%；旅游总支出5000元。")
    assert read["6150"].links["part_of"] == ["20500"]
    assert "part_of" not in rows("去年全市消费支出5亿元，其中人均食品支出7983元。")["7983"].links


def test_zh_part_of_change_divided() -> None:
    """分部门看 divides the change in amount of the sentence before."""
    read = rows("上半年人民币贷款增加12.4万亿元。分部门看，住户贷款增加3.1万亿元，存款增加1.1万亿元。")
    assert read["3.1万亿"].links["part_of"] == ["12.4万亿"]
    assert "part_of" not in read["1.1万亿"].links


def test_zh_period_of_an_older_year_in_a_comparing_clause() -> None:
    """What the text returns to is the newer time; 同期 as a word of its own is the time in force."""
    read = rows("2018年全年增长3.2%，2017年则下跌3.7%。失业率为2.9%。同期，出口增长5.1%。")
    assert [read[v].claim.time_period for v in ("3.2%", "3.7%", "2.9%", "5.1%")] == [
        "2018", "2017", "2018", "2018",
    ]  # fmt: skip


def test_zh_measure_between_words() -> None:
    """则 is no noun, 新建 none of a verb before a price, 账户 no household, a hedge no noun."""
    assert rows("失业人数则减少1.1万人。")["1.1万"].claim.measure == "失业人数"
    assert rows("23个省份出台细则。")["23"].claim.measure == "省份出台细则"
    price = rows("一线城市新建商品住宅销售价格上涨0.2%。")["0.2%"].claim
    assert price.measure == "一线城市新建商品住宅销售价格"
    assert rows("月活跃账户数13.43亿。")["13.43亿"].claim.unit == "count"
    assert rows("调查共回收有效问卷2156份。")["2156"].claim.measure == "有效问卷"


def test_zh_conversion_of_a_measure_in_a_bracket() -> None:
    """A bracket says the level, or the change, in another unit of the quantity; 18万人 is another thing."""
    read = rows("2018年粮食产量5120万吨（1024亿斤），比上年减少41万吨（8.2亿斤），下降0.8%。")
    assert read["1024亿"].links == {"conversion_of": ["5120万"]}
    assert read["8.2亿"].links == {"conversion_of": ["41万"]}
    assert (read["8.2亿"].claim.kind, read["8.2亿"].claim.direction) == ("change_amount", "down")
    assert read["0.8%"].links["growth_of"] == ["5120万"]
    assert not rows("种植面积1.2万公顷（18万人）。")["18万"].links


def test_zh_share_restated_behind_it() -> None:
    read = rows("全市共有中小学生467万人，其中农村学生占77%，即360万人。")
    assert read["77%"].links == {"share_of": ["467万"], "expresses": ["360万"]}
    assert read["360万"].claim.measure == "农村学生"


@pytest.mark.parametrize(
    ("text", "share", "whole"),
    [
        ("抓获嫌疑人3.9万名，挽回损失41亿元。嫌疑人中，30岁以下者占46.2%。", "46.2%", "3.9万"),
        ("对3000名受访者的调查显示，61.5%的人每天读书。", "61.5%", "3000"),
        ("在1028名有子女的受访者中，71.5%担心孩子视力。", "71.5%", "1028"),
    ],
)
def test_zh_share_of_those_asked(text: str, share: str, whole: str) -> None:
    assert rows(text)[share].links["share_of"] == [whole]


def test_zh_respectively_points_of_shares() -> None:
    read = rows("高技术制造业占比为14.3%，装备制造业占比达30.8%，分别较上年同期提高0.5和1.1个百分点。")
    assert read["0.5"].links["growth_of"] == ["14.3%"] and read["1.1"].links["growth_of"] == ["30.8%"]


def test_zh_heads_of_regions() -> None:
    """东、中、西部地区 and 东部…，中部 share the head that stands with one of them."""
    listed = rows("东、中、西部地区快递业务量分别为75.2亿件、16.7亿件和8.1亿件。")
    assert [listed[v].claim.measure for v in ("75.2亿", "16.7亿", "8.1亿")] == [
        "东部地区快递业务量", "中部地区快递业务量", "西部地区快递业务量",
    ]  # fmt: skip
    told = rows("东部地区投资65.2亿元，中部27.0亿元，西部26.9亿元。")
    assert told["27.0亿"].claim.measure == "中部地区投资" and told["26.9亿"].claim.measure == "西部地区投资"


def test_zh_expected_level_is_no_level() -> None:
    """The forecast measures what the topic does; the comparison behind it is with the level before it."""
    read = rows("2018年第四季度收入1551亿元，低于市场预期的1574亿元，高于上季度的1401亿元。")
    assert (read["1574亿"].claim.measure, read["1574亿"].claim.claim_status) == ("收入", "forecast")
    assert read["1551亿"].links["compared_with"] == ["1401亿"]


def test_zh_part_of_a_span_has_its_name() -> None:
    """其中第三季度 is an aside: part of the nine months' turnover, and what follows is of the nine months."""
    read = rows(
        "2018年前三季度营收1053亿元，净利润528亿元。其中第三季度营收343亿元，增13.1%。直销收入462亿元。"
    )
    assert read["343亿"].links["part_of"] == ["1053亿"] and read["343亿"].claim.time_period == "2018-Q3"
    assert read["462亿"].claim.time_period == "2018-01-01/P9M"


def test_zh_bounds_beside_a_rule() -> None:
    read = rows("单个项目补助不超过500万元，补助比例不得高于30%。")
    assert read["500万"].claim.claim_status == "rule"
    assert rows("全年事故不超过5起。")["5"].claim.claim_status == "actual"
    assert rows("失业率2.9%，低于4.5%的控制目标。")["4.5%"].claim.claim_status == "target"


def test_zh_verb_ahead_of_what_became_less() -> None:
    read = rows("五年来，全市累计减少贫困人口41.7万人。")["41.7万"].claim
    assert (read.kind, read.direction, read.measure) == ("change_amount", "down", "贫困人口")
    assert rows("全年减少的人口有3.1万人。")["3.1万"].claim.kind == "level"


def test_zh_points_against_a_named_time() -> None:
    """高出 behind 比2019年 is a change since then; beside another place a difference."""
    told = rows("每天读书的占64.5%，比2017年的调查高出4个百分点以上。")["4"]
    assert (told.claim.kind, told.claim.base_period, told.claim.qualifier) == ("points", "2017", "GE")
    assert rows("占比64.5%，比全国高出4个百分点。")["4"].claim.kind == "difference"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("總勞動人口由3 834 600人增加至3 841 200人，增加約6 600人。", ["3 834 600", "3 841 200", "6 600"]),
        ("平均每5个人就有1人近视。", ["5个人就有1"]),
        ("公司拟10派5元转增4股，收入3亿元。", ["3亿"]),
        ("人民币汇率中间价为1美元对人民币7.1234元。", ["7.1234"]),
    ],
)
def test_zh_values_grouped_or_in_a_frame(text: str, values: list[str]) -> None:
    assert list(rows(text)) == values


def test_zh_number_torn_by_one_space_stays_refused() -> None:
    assert not rows("共有19 200人参加。")


def test_zh_frequency_on_both_sides_of_a_change() -> None:
    read = rows("每千人口床位由2017年的6.70张增加到2018年的6.92张。")
    assert read["6.92"].claim.unit == "per_1000" and read["6.92"].links["compared_with"] == ["6.70"]


def test_zh_respectively_a_multiple_and_a_rate() -> None:
    """增长1.2倍 and 24.6% are the changes of two levels; what is restated as multiples is no change."""
    read = rows("2018年汽车出口120万辆，其中乘用车98.5万辆、商用车21.5万辆，分别增长1.2倍和24.6%。")
    assert read["1.2"].links["growth_of"] == ["98.5万"] and read["1.2"].claim.kind == "multiple"
    assert read["24.6%"].links["growth_of"] == ["21.5万"] and read["24.6%"].claim.kind == "change_rate"


def test_zh_measure_of_prices_rates_and_opposites() -> None:
    assert rows("百城新建住宅均价为15230元。")["15230"].claim.measure == "百城新建住宅均价"
    assert rows("9月新发放贷款加权平均利率为4.32%。")["4.32%"].claim.measure == "新发放贷款加权平均利率"
    read = rows("内、外贸吞吐量分别增长4.6%和9.5%。")
    assert read["4.6%"].claim.measure == "内贸吞吐量" and read["9.5%"].claim.measure == "外贸吞吐量"
    other = rows("水、电力消费分别增长4.6%和9.5%。")
    assert other["4.6%"].claim.measure != "水力消费"
    below = rows("收入201.7亿元，逊于市场预期的215亿元。")["215亿"].claim
    assert (below.measure, below.claim_status) == ("收入", "forecast")
    assert rows("期内毛利率为14.9%。")["14.9%"].claim.measure == "毛利率"


def test_zh_no_part_of_a_rate_but_of_a_profit() -> None:
    rates = rows("贷款利率为4.32%，其中企业贷款利率为3.91%。")
    assert "part_of" not in rates["3.91%"].links
    profit = rows("上市企业净利润716亿元，其中甲集团净利润359.8亿元。")
    assert profit["359.8亿"].links["part_of"] == ["716亿"]
    assert "part_of" not in rows("营收1712亿元，其中净利润716亿元。")["716亿"].links


def test_zh_base_of_a_change_behind_its_level_of_before() -> None:
    """A change right behind 年初的 starts from there, whatever the text compares with elsewhere."""
    read = rows("2018年上半年营收455亿元，同比增长10.4%。负债53.4亿元，较年初的137.4亿元减少61.1%。")
    assert read["61.1%"].claim.base_period == "2017"
    assert rows("與2018年第四季比較，出口上升3.2%。")["3.2%"].claim.base_period == "2018-Q4"


def test_zh_division_adds_up_whatever_its_parts_are_called() -> None:
    read = rows("零售总额120.3亿元。按消费类型分，商品零售106.9亿元，增长4.0%；餐饮收入13.4亿元，增长10.8%。")
    assert read["13.4亿"].links["part_of"] == ["120.3亿"]


def test_zh_what_is_left_out_did_not_grow() -> None:
    """扣除…比2017年增加 goes on with the stock; 并网 and 0至17岁 hold no word and no figure."""
    read = rows("2018年电动自行车保有量达131万辆，扣除报废数量比2017年增加26万辆，增长24.8%。")
    assert read["26万"].links["growth_of"] == ["131万"]
    assert rows("并网风电装机容量4120万千瓦。")["4120万"].claim.measure == "并网风电装机容量"
    assert list(rows("约有30.7%的0至17岁未成年人有听书习惯。")) == ["30.7%"]
