"""Pairs of reports, an earlier level and a later one with its growth, in the bases that occur.

On the basis of its level a baseline holds what was published, on another it is refused, and a revision is
called one. The texts are made up after real ones; every interval is worked out by hand.
"""

from pathlib import Path

from tests.pipeline.published_pairs import PUBLISHED, Pair

PAIRS = [
    # 366,261.5 / 1.1025 and 366,262.5 / 1.1015 times 100 million; 332,316 was published
    Pair(
        "not_stated",
        "2016年，全年社会消费品零售总额332316亿元。",
        "2017年，全年社会消费品零售总额366262亿元，比上年增长10.2%。",
        (("consistent", (33220997732400, 33251248297800)),),
        "zh",
    ),
    # 635,635.5 / 1.0595 and 635,636.5 / 1.0585; 631,684 was published and revised since
    Pair(
        "revised",
        "2017年，全年固定资产投资（不含农户）631684亿元。",
        "2018年，全年固定资产投资（不含农户）635636亿元，比上年增长5.9%。",
        (("revised_or_conflict", (59993912222700, 60050684931600)),),
        "zh",
    ),
    # 36,395.5 / 1.0835 and 36,396.5 / 1.0825 by the nominal rate; the real one is a refusal beside it
    Pair(
        "nominal_and_real",
        "2016年，城镇居民人均可支配收入33616元。",
        "2017年，城镇居民人均可支配收入36396元，比上年增长8.3%，扣除价格因素，实际增长6.5%。",
        (("basis_real", None), ("consistent", (33590.6783571, 33622.6327945))),
        "zh",
    ),
    Pair(
        "volume_indicator",
        "2016年，全部工业增加值247878亿元。",
        "2017年，全部工业增加值279997亿元，比上年增长6.4%。",
        (("volume_indicator", None),),
        "zh",
    ),
    Pair(
        "comparable_prices",
        "2017年，农林牧渔业总产值109332亿元。",
        "2018年，农林牧渔业总产值113580亿元，按可比价格计算，比上年增长3.5%。",
        (("basis_constant_prices", None),),
        "zh",
    ),
    # twice, give or take a quarter of it: 11.95 / 2.5 and 12.05 / 1.5 billion
    Pair(
        "doubled",
        "2017年，国有企业实现利润60亿元。",
        "2018年，国有企业实现利润120亿元，比上年翻一番。",
        (("consistent", (4780000000, 8033333333.34)),),
        "zh",
    ),
    # 12.475 / 1.0525 and 12.485 / 1.0515 trillion
    Pair(
        "nine_months",
        "In the first nine months of 2018, exports totalled 11.86 trillion yuan.",
        "In the first nine months of 2019, exports totalled 12.48 trillion yuan, up 5.2% year on year.",
        (("consistent", (11852731591400, 11873514027600)),),
    ),
    # 3.95 + 0.35 and 4.05 + 0.45
    Pair(
        "points",
        "The unemployment rate was 4.4% in 2017.",
        "The unemployment rate was 4.0% in 2018, down 0.4 percentage points from 2017.",
        (("consistent", (4.3, 4.5)),),
    ),
    # 3.245 + 0.845 and 3.255 + 0.855
    Pair(
        "basis_points",
        "The ratio of bad loans was 4.1% at the end of 2017.",
        "The ratio of bad loans was 3.25% at the end of 2018, 85 basis points lower than at the end of 2017.",
        (("consistent", (4.09, 4.11)),),
    ),
    # 63.95 / 1.195 and 64.05 / 1.185 billion
    Pair(
        "quarter_on_quarter",
        "Pear reported net sales of $53.8 billion in the second quarter of 2019.",
        "Pear reported net sales of $64.0 billion in the third quarter of 2019, up 19% from the "
        "previous quarter.",
        (("consistent", (53514644351.4, 54050632911.4)),),
    ),
    # 30,225.55 / 1.0295 and 30,225.65 / 1.0285 billion
    Pair(
        "fiscal_years",
        "For the fiscal year ended March 31, 2018, net revenues totaled 29,379.5 billion yen.",
        "For the fiscal year ended March 31, 2019, net revenues totaled 30,225.6 billion yen, an increase of "
        "2.9 percent compared with the prior fiscal year.",
        (("consistent", (29359446333100, 29388089450700)),),
    ),
    Pair(
        "like_for_like",
        "Group sales were £3.06 billion in 2017.",
        "Group sales rose 4.5% on a like-for-like basis to £3.5 billion in 2018.",
        (("basis_like_for_like", None),),
    ),
    Pair(
        "constant_currency",
        "Revenue was €5,001 million in 2017.",
        "Revenue was €5,101 million in 2018, up 6% at constant exchange rates.",
        (("basis_constant_currency", None),),
    ),
    Pair(
        "constant_prices",
        "Public investment was 210 billion koruna in 2017.",
        "Public investment was 235 billion koruna in 2018, an increase of 6.1% at constant 2010 prices.",
        (("basis_constant_prices", None),),
    ),
    Pair(
        "seasonally_adjusted",
        "Retail sales were $519.2 billion in July 2019.",
        "Retail sales were $526.1 billion in August 2019, up 0.4% from the previous month on a "
        "seasonally adjusted basis.",
        (("basis_seasonally_adjusted", None),),
    ),
    # 418.85 / 0.9685 and 418.95 / 0.9675 billion
    Pair(
        "a_fall",
        "Machinery exports were $432.9 billion in 2015.",
        "Machinery exports fell by 3.2% to $418.9 billion in 2016.",
        (("consistent", (432472896231, 433023255814)),),
    ),
    Pair(
        "amount",
        "The company had 34,206 employees at the end of 2018.",
        "The number of employees increased by 1,204 to 35,410 at the end of 2019.",
        (("consistent", (34206, 34206)),),
    ),
    # by the rate 128.15 / 1.1625 and 128.25 / 1.1615, by the amount 128.15 - 17.95 and 128.25 - 17.85 billion
    Pair(
        "rate_and_amount",
        "The value of the catch was 110.3 billion kronur in 2017.",
        "The value of the catch was 128.2 billion kronur in 2018, an increase of 17.9 billion kronur or "
        "16.2% from 2017.",
        (("consistent", (110236559139, 110400000000)),),
    ),
    # [38.2, 38.3) / (1.074, 1.075) million, whole visitors
    Pair(
        "two_hedges",
        "There were 35.6 million foreign visitors in 2017.",
        "Nearly 38.3 million foreign visitors came in 2018, almost 7.5% more than in 2017.",
        (("consistent", (35534884, 35661080)),),
    ),
    # 1,612 / 1.305 and 1,612 / 1.295
    Pair(
        "many_years",
        "There were 1,240 nature reserves in 2010.",
        "There were 1,612 nature reserves in 2018, 30% more than in 2010.",
        (("consistent", (1236, 1244)),),
    ),
    Pair(
        "real_terms_of_the_paragraph",
        "Retail sales were 1,390 billion reais in 2017.",
        "All growth rates are in real terms. Retail sales were 1,480 billion reais in 2018, up 2.3% on 2017.",
        (("basis_real", None),),
    ),
]

ALL_PAIRS = [*PAIRS, *PUBLISHED]


def shelf_of(pairs: list[Pair], shelf: Path) -> Path:
    """The shelf with two reports of each pair; the name of the pair stands for the publisher."""
    for pair in pairs:
        for day, text in zip(pair.days, (pair.earlier, pair.later), strict=True):
            place = shelf / pair.name / day
            place.mkdir(parents=True)
            (place / "report.txt").write_text(f"{text}\n", "utf-8")
            (place / "report.yml").write_text(
                f"title: {pair.name}\npublisher: {pair.name}\npublished_on: {day}\nref_area: {pair.area}\n"
                f"language: {pair.language}\n",
                "utf-8",
            )
    return shelf
