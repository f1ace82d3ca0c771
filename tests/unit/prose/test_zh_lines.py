"""Lines that a page broke: what stands in them is read as if the page were wide."""

from __future__ import annotations

import pytest

from ingest.prose import Claim
from tests.unit.prose.zh_reading import reading, rows

TEXT = (
    "2018年，全国固定资产投资（不含农户）635636亿元，比上年增长5.9%，其中制造业投资增长9.5%，房地产开发投资120264亿元，"
    "比上年同期增长9.5个百分点以上，占全部投资的比重为18.9%。年末全国就业人员77586万人，其中城镇就业人员43419万人，"
    "占全国就业人员比重为56.0%，比上年末上升1.3个百分点。"
)


def _said(claim: Claim) -> tuple[object, ...]:
    measure = (claim.measure or "").replace("\n", "")
    return (
        claim.value, claim.kind, claim.unit, claim.time_period, claim.base_period, claim.direction,
        claim.qualifier, measure,
    )  # fmt: skip


@pytest.mark.parametrize("width", [25, 28, 31, 36, 40, 47])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_broken_text_is_read_like_an_unbroken_one(width: int, end: str) -> None:
    broken = end.join(TEXT[k : k + width] for k in range(0, len(TEXT), width))
    found = reading(broken)
    assert [_said(c) for c in found.claims] == [_said(c) for c in reading(TEXT).claims]
    for c in found.claims:
        assert broken[c.char_start : c.char_end] == c.value_text
        assert c.quote in broken


def test_a_word_broken_over_two_lines_is_one_word() -> None:
    text = (
        "2018年，全省规模以上工业企业实现利润总额及固定资产\n"
        "投资分别为3120亿元和4500亿元，二者均比上年有所增长。"
    )
    assert rows(text)["4500亿"].claim.measure in {"固定资产投资", "利润总额及固定资产投资"}


def test_digits_at_the_end_of_a_short_line_are_refused() -> None:
    text = (
        "2018年，全省工业企业利润总额49\n5亿元。\n"
        "全省规模以上工业企业实现营业收入一万二千亿元，比上年有所增长，势头良好。"
    )
    found = reading(text)
    assert [r.rule for r in found.refusals] == ["broken_number"]
    assert "5亿" not in {c.value_text for c in found.claims}


@pytest.mark.parametrize("mark", ["1.", "2、", "（一）", "三、", "-", "●"])
def test_an_item_of_a_list_is_no_end_of_a_line(mark: str) -> None:
    text = f"2018年，全省规模以上工业企业实现利润总额比上年增长5%\n{mark}固定资产投资3120亿元。"
    (rate, level) = reading(text).claims
    assert (rate.value_text, level.value_text, level.measure) == ("5%", "3120亿", "固定资产投资")
    assert rate.sentence_no != level.sentence_no


@pytest.mark.parametrize("blank", [" ", "  "])
def test_blanks_around_digits_are_no_words(blank: str) -> None:
    spaced = "".join(
        blank + c if c.isdigit() and k and "\u4e00" <= TEXT[k - 1] <= "\u9fff" else c
        for k, c in enumerate(TEXT)
    )
    found = reading(spaced)
    assert spaced.count(blank) == 9
    assert [_said(c) for c in found.claims] == [_said(c) for c in reading(TEXT).claims]
    for c in found.claims:
        assert spaced[c.char_start : c.char_end] == c.value_text


def test_blanks_inside_ranges_periods_and_hedges() -> None:
    r = rows("2018年前 5个月，均价在 120至 150元之间，约为 5年前的 3.6倍，同比（下同）高 0.6个百分点。")
    assert r["120至 150"].claim.qualifier == "RANGE"
    assert (r["3.6"].claim.base_period, r["3.6"].claim.hedge_text) == ("2013-01-01/P5M", "约")
    assert {row.claim.time_period for row in r.values()} == {"2018-01-01/P5M"}


def test_a_paragraph_keeps_the_time_of_a_text_told_in_months() -> None:
    r = rows("2018年前5个月，进出口12.1万亿元。\n民营企业进出口5万亿元。")
    assert r["5万亿"].claim.time_period == "2018-01-01/P5M"
    r = rows("截至2018年5月8日，全市企业500家。\n员工3000人。")
    assert r["3000"].claim.time_period is None


@pytest.mark.parametrize("opening", ["其中，", "分产业看，"])
def test_a_paragraph_of_parts_goes_on_with_the_one_before(opening: str) -> None:
    r = rows(f"2018年工业增加值72亿元，按可比价格计算增长7.4%。\n{opening}采矿业增加值7亿元，增长6.8%。")
    assert r["7亿"].links["part_of"] == ["72亿"]
    assert r["6.8%"].claim.price_basis == "constant_prices"


def test_a_whole_with_a_blank_before_its_name_is_found_in_the_next_sentence() -> None:
    r = rows("10 月份，全社会用电量5481亿千瓦时。分产业看，第一产业用电量61亿千瓦时。")
    assert r["61亿"].links == {"part_of": ["5481亿"]}
