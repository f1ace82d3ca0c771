"""Traditional characters: the words of Hong Kong, Taiwan and Macau are those of the lexicon."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.prose import Context, read_claims
from tests.unit.prose.zh_reading import reading, rows


@pytest.mark.parametrize(
    ("hedge", "qualifier"),
    [("低於", "LT"), ("少於", "LT"), ("高於", "GT"), ("不少於", "GE"), ("不低於", "GE"), ("不多於", "LE")],
)
def test_a_hedge_in_traditional_characters_is_kept(hedge: str, qualifier: str) -> None:
    (claim,) = reading(f"2018年，該區就業人數{hedge}30萬人。").claims
    assert (claim.qualifier, claim.hedge_text, claim.unit) == (qualifier, hedge, "person")


def test_quarters_in_digits() -> None:
    r = rows("2018年第3季經濟按年實質增長2.9%，第2季增長3.5%。", ref_area="HK")
    assert [r[n].claim.time_period for n in ("2.9%", "3.5%")] == ["2018-Q3", "2018-Q2"]
    assert r["2.9%"].claim.base_period == "2017-Q3"


@pytest.mark.parametrize(
    ("printed", "value"),
    [("3萬2,333", 32_333), ("1億2,345萬", 123_450_000), ("2萬5,000", 25_000), ("11萬7千", 117_000)],
)
def test_ten_thousands_and_the_rest_are_one_number(printed: str, value: int) -> None:
    (claim,) = reading(f"2018年，每人GDP{printed}美元。", ref_area="TW").claims
    assert (claim.value_text, claim.value, claim.unit) == (printed, value, "USD")


def test_the_surplus_of_exports_is_no_hedge() -> None:
    (claim,) = reading("2018年4月，出超23.1億美元。").claims
    assert (claim.qualifier, claim.measure) == ("NONE", "出超")


def test_a_share_said_with_equal_to() -> None:
    r = rows("商品進口貨值為3,675億元，有形貿易逆差256億元，相等於商品進口貨值的7.0%。", ref_area="HK")
    assert r["7.0%"].links == {"expresses": ["256億"], "share_of": ["3,675億"]}


def test_a_level_is_no_share_of_itself() -> None:
    r = rows("有形貿易逆差256億元，商品進口貨值為3,675億元，相等於商品進口貨值的7.0%。", ref_area="HK")
    assert "expresses" not in r["7.0%"].links


def test_what_was_foreseen_is_no_base() -> None:
    r = rows("2018年第2季經濟成長率為1.36%，較5月預測數下修0.46個百分點。", ref_area="TW")
    assert r["0.46"].claim.base_period is None


def test_a_text_in_traditional_characters_is_taken_for_chinese() -> None:
    found = read_claims("庫存達3.2萬噸，訪港旅客逾340萬人次。", Context("0" * 64))
    assert [(c.value, c.qualifier) for c in found.claims] == [(32_000, "NONE"), (3_400_000, "GT")]


def test_years_of_taiwan_alone_are_years_in_a_text_of_taiwan() -> None:
    r = rows(
        "112年稻米產量139.8萬公噸，較111年減少8.3萬公噸，恢復至108年的近七成。",
        date(2024, 2, 29),
        ref_area="TW",
    )
    assert {row.claim.time_period for row in r.values()} == {"2023"}
    assert r["8.3萬"].claim.base_period == "2022"


@pytest.mark.parametrize(("text", "area"), [("該校有112年歷史。", "TW"), ("使用112年。", "CN")])
def test_a_length_of_time_is_no_year_of_taiwan(text: str, area: str) -> None:
    (claim,) = reading(text, ref_area=area).claims
    assert (claim.kind, claim.value) == ("duration", 112)


def test_what_falls_below_a_mark_is_less() -> None:
    (claim,) = reading("2018年，農保人數跌破90萬人。").claims
    assert (claim.kind, claim.qualifier) == ("level", "LT")


def test_figures_in_brackets_have_the_names_before_them() -> None:
    r = rows(
        "1月入境旅客倍增至286.3萬人次；留宿旅客(140.4萬人次)及不過夜旅客(145.9萬人次)"
        "按年分別上升70.4%及150.6%。",
        date(2019, 2, 28),
        ref_area="MO",
    )
    names = [r[n].claim.measure for n in ("286.3萬", "140.4萬", "145.9萬", "70.4%", "150.6%")]
    assert names == ["入境旅客", "留宿旅客", "不過夜旅客", "留宿旅客", "不過夜旅客"]


def test_recovered_to_a_part_of_an_earlier_year() -> None:
    r = rows("2018年經濟規模回復至2015年的80.7%；人均收入559,495澳門元。")
    assert {row.claim.time_period for row in r.values()} == {"2018"}
