"""Chinese parts and shares whose whole stands in another sentence, or is told by the figures alone."""

import pytest

from tests.unit.prose.zh_reading import rows

GDP = (
    "全年地区生产总值301.3亿元，比上年增长6.0%。分产业看，第一产业增加值18.1亿元，增长3.5%；"
    "第二产业增加值141.8亿元，增长7.1%；第三产业增加值141.4亿元，增长5.3%。"
)
POPULATION = (
    "年末全市人口（包括3个县的人口）1412万人，比上年末增加4万人。男性人口723万人，女性人口689万人。"
    "从年龄构成看，16至59岁的劳动年龄人口882万人，占全市人口的比重为62.5%；"
    "60岁及以上人口267万人，占全市人口的18.9%，其中65岁及以上人口200万人，占全市人口的14.2%。"
)
TRADE = (
    "前三季度，全省进出口总值308亿元，同比下降0.2%。出口176亿元，增长0.6%；进口132亿元，下降1.2%。"
    "其中，对东盟进出口46.8亿元，占进出口总值的15.2%；对欧盟进出口41.8亿元，占13.6%。"
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
    """882万 and 267万 are not all of the people, but their names say whose part they are."""
    read = rows(POPULATION)
    for part in ("723万", "689万", "882万", "267万"):
        assert read[part].links["part_of"] == ["1412万"], part
    assert read["1412万"].claim.measure == "人口"
    assert read["200万"].links["part_of"] == ["267万"]


def test_zh_division_needs_a_whole() -> None:
    """What 分经营地看 divides stands nowhere here: the second part is none of the first."""
    read = rows("分经营地看，城镇消费品零售额381558亿元，增长12.5%；乡村消费品零售额59265亿元，增长12.1%。")
    assert "part_of" not in read["59265亿"].links


@pytest.mark.parametrize("share", ["62.5%", "18.9%", "14.2%"])
def test_zh_share_of_the_level_that_it_fits(share: str) -> None:
    """Four names end with 人口; 882 / 1412 = 62.5 %, 267 / 1412 = 18.9 %, 200 / 1412 = 14.2 %."""
    assert rows(POPULATION)[share].links["share_of"] == ["1412万"]


def test_zh_share_of_by_its_ratio() -> None:
    """占13.6% names no whole: 41.8 / 308 = 13.6 %."""
    read = rows(TRADE)
    assert read["13.6%"].links == {"expresses": ["41.8亿"], "share_of": ["308亿"]}
    other = rows("去年全省出口308亿元。对欧盟出口41.8亿元，占全国的9.6%；对东盟出口40亿元，占17.2%。")
    assert "share_of" not in other["9.6%"].links and "share_of" not in other["17.2%"].links


def test_zh_part_of_per_head() -> None:
    """人均 is a part of 人均 only."""
    read = rows("去年居民人均消费支出26796元。其中，人均食品支出7983元，占29.8%；旅游总支出5000元。")
    assert read["7983"].links["part_of"] == ["26796"]
    assert "part_of" not in rows("去年全市消费支出5亿元，其中人均食品支出7983元。")["7983"].links


def test_zh_part_of_change_divided() -> None:
    """分部门看 divides the change in amount of the sentence before."""
    read = rows("上半年人民币贷款增加15.7万亿元。分部门看，住户贷款增加2.8万亿元，存款增加1.1万亿元。")
    assert read["2.8万亿"].links["part_of"] == ["15.7万亿"]
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
