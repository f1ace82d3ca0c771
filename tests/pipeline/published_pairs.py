"""Real figures that statistical offices published, level, growth and earlier level, in sentences of our own.

Whether a pair agrees was known beforehand: a later report revised the earlier one or it did not.
"""

from dataclasses import dataclass

Bounds = tuple[float, float]


@dataclass(frozen=True)
class Pair:
    """What two reports print, and the rows that follow: verdict or reason of refusal, and the interval."""

    name: str
    earlier: str
    later: str
    expected: tuple[tuple[str, Bounds | None], ...]
    language: str = "en"
    area: str = "CN"
    days: tuple[str, str] = ("2019-08-10", "2020-03-10")


def published(area: str, name: str, earlier: str, later: str, *expected: tuple[str, Bounds | None]) -> Pair:
    """A pair of 2024; Chinese where the area is China."""
    return Pair(
        name, earlier, later, expected, "zh" if area == "CN" else "en", area, ("2024-01-10", "2024-09-10")
    )


PUBLISHED = [
    # 67.55 / 1.0095 and 67.65 / 1.0085 million, whole people
    published(
        "GB",
        "people_at_a_middle_of_the_year",
        "The population of the United Kingdom was 67.0 million at mid-2021.",
        "At mid-2022 the population of the United Kingdom was 67.6 million, an increase of 0.9% on mid-2021.",
        ("consistent", (66914315, 67079821)),
    ),
    # 120.65 + 7.55 and 120.75 + 7.65 billion
    published(
        "GB",
        "amount_between_financial_years",
        "Public sector net borrowing was £128.3 billion in the financial year ending March 2023.",
        "Public sector net borrowing was £120.7 billion in the financial year ending March 2024, £7.6 "
        "billion less than in the financial year ending March 2023.",
        ("consistent", (128200000000, 128400000000)),
    ),
    # by the amount 773.35 + 177.75 and 773.45 + 177.85 billion; by the rate 773.35 / 0.8135 = 950.6 and 951.9
    published(
        "US",
        "deficit_by_amount_and_rate",
        "The goods and services deficit was $951.2 billion in 2022.",
        "The goods and services deficit was $773.4 billion in 2023, down $177.8 billion, or 18.7 percent, "
        "from 2022.",
        ("consistent", (951100000000, 951300000000)),
    ),
    published(
        "US",
        "real_terms_in_a_sentence_of_its_own",
        "Gross domestic product was $25.74 trillion in 2022.",
        "Gross domestic product was $27.36 trillion in 2023. In real terms it rose 2.5 percent from 2022.",
        ("basis_real", None),
    ),
    # 1,048,900 / 1.205 and 1,048,900 / 1.195, whole people
    published(
        "EU",
        "count_to_the_hundred",
        "In 2022, there were 873,700 first-time asylum applicants in the EU.",
        "In 2023, there were 1,048,900 first-time asylum applicants in the EU, up 20% compared with 2022.",
        ("consistent", (870457, 877740)),
    ),
    # 649.15 / 1.0235 and 649.25 / 1.0225 billion by the nominal rate
    published(
        "DE",
        "nominal_and_real_revised",
        "Retail turnover was 631.9 billion euros in 2022.",
        "Retail turnover was 649.2 billion euros in 2023, 3.3% lower in real terms and 2.3% higher in "
        "nominal terms than in 2022.",
        ("basis_real", None),
        ("revised_or_conflict", (634245236932, 634963325184)),
    ),
    # 40,769,890 - 1,271,872; 39,566,248 was published and revised since
    published(
        "CA",
        "people_revised",
        "On January 1, 2023, Canada's population was 39,566,248.",
        "On January 1, 2024, Canada's population reached 40,769,890, an increase of 1,271,872 people, or "
        "3.2%, from January 1, 2023.",
        ("revised_or_conflict", (39498018, 39498018)),
    ),
    published(
        "AU",
        "seasonally_adjusted_months",
        "Retail turnover was $35.8 billion in October 2023.",
        "Retail turnover was $36.5 billion in November 2023, up 2.0 per cent on October in seasonally "
        "adjusted terms.",
        ("basis_seasonally_adjusted", None),
    ),
    # 25,066,100 / 0.7865 and 25,066,100 / 0.7855, whole visitors
    published(
        "JP",
        "fewer_than_four_years_before",
        "Japan received 31,882,049 foreign visitors in 2019.",
        "Japan received 25,066,100 foreign visitors in 2023, 21.4% fewer than in 2019.",
        ("consistent", (31870439, 31911012)),
    ),
    # 9.285 / 0.4575 and 9.295 / 0.4565 trillion
    published(
        "JP",
        "more_than_half_of_a_deficit_gone",
        "Japan's trade deficit was 20.33 trillion yen in 2022.",
        "Japan's trade deficit shrank by 54.3% to 9.29 trillion yen in 2023.",
        ("consistent", (20295081967200, 20361445783200)),
    ),
    # 3,869.5 / 2.095 and 3,870.5 / 2.085 million kilowatts
    published(
        "WORLD",
        "more_than_doubled_since_2015",
        "Renewable generation capacity was 1,848 GW in 2015.",
        "Renewable generation capacity was 3,870 GW in 2023, 109% more than in 2015.",
        ("consistent", (1847016706.44, 1856354916.07)),
    ),
    # 61.95 / 1.185 and 62.05 / 1.175 billion
    published(
        "US",
        "quarter_on_the_same_quarter",
        "Revenue was $52.7 billion in the quarter ended December 31, 2022.",
        "Revenue was $62.0 billion in the quarter ended December 31, 2023, and increased 18% compared with "
        "the same quarter of the previous year.",
        ("consistent", (52278481012.6, 52808510638.3)),
    ),
    # 439,732.5 / 0.9985 and 439,733.5 / 0.9975 times 100 million
    published(
        "CN",
        "slight_fall",
        "2021年，社会消费品零售总额440823亿元。",
        "2022年，社会消费品零售总额439733亿元，比上年下降0.2%。",
        ("consistent", (44039308963400, 44083558897300)),
    ),
    # 417,567.5 / 1.0025 and 417,568.5 / 1.0015 times 100 million; 420,678 was published and revised since
    published(
        "CN",
        "slight_rise_revised",
        "2022年，货物进出口总额420678亿元。",
        "2023年，货物进出口总额417568亿元，比上年增长0.2%。",
        ("revised_or_conflict", (41652618453800, 41694308537200)),
    ),
    # by the amount 69,540.5 - 888.5 and 69,541.5 - 887.5 times 10,000 t; the rate is wider
    published(
        "CN",
        "tonnes_by_amount_and_rate",
        "2022年，全国粮食总产量68653万吨。",
        "2023年，全国粮食总产量69541万吨，比上年增加888万吨，增长1.3%。",
        ("consistent", (686520000, 686540000)),
    ),
    # 66.155 - 0.945 and 66.165 - 0.935
    published(
        "CN",
        "share_in_points",
        "2022年末，常住人口城镇化率为65.22%。",
        "2023年末，常住人口城镇化率为66.16%，比上年末提高0.94个百分点。",
        ("consistent", (65.21, 65.23)),
    ),
    # 29,397.5 / 1.0635 and 29,398.5 / 1.0625
    published(
        "CN",
        "three_quarters_nominal_and_real",
        "2022年前三季度，全国居民人均可支配收入27650元。",
        "2023年前三季度，全国居民人均可支配收入29398元，同比名义增长6.3%，扣除价格因素实际增长5.9%。",
        ("basis_real", None),
        ("consistent", (27642.2190879, 27669.1764706)),
    ),
    # 95,921.5 / 0.9075 and 95,922.5 / 0.9065 times 100 million; 113,945 was published, revised since
    published(
        "CN",
        "ten_months_revised",
        "2022年1—10月份，全国房地产开发投资113945亿元。",
        "2023年1—10月份，全国房地产开发投资95922亿元，同比下降9.3%。",
        ("revised_or_conflict", (10569862258900, 10581632653100)),
    ),
    # 37.5 / 1.925 and 38.5 / 1.915 thousand kilometres, in metres
    published(
        "CN",
        "length_since_2015",
        "2015年，高速铁路营业里程1.98万公里。",
        "2020年，高速铁路营业里程3.8万公里，比2015年增长92%。",
        ("consistent", (19480519.4805, 20104438.6423)),
    ),
    published(
        "CN",
        "volume_of_value_added",
        "2022年，第一产业增加值88345亿元。",
        "2023年，第一产业增加值89755亿元，比上年增长4.1%。",
        ("volume_indicator", None),
    ),
]
