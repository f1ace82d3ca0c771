"""What holds of every Chinese text, well formed or not."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.prose.zh.words import normalise
from tests.unit.prose.zh_reading import reading

_ROOT = Path(__file__).parents[3]
_PIECES = [
    "2018年", "上半年", "1—9月", "比上年", "同比", "环比", "增长", "下降", "提高到", "其中", "分别为",
    "占", "比重为", "由", "至", "3.15亿", "5%", "１２", "三成五", "百分之", "三分之一", "约", "近",
    "超过", "以上", "左右", "元", "万人", "个百分点", "倍", "，", "。", "；", "、", "（", "）", "“",
    "”", "：", "\n", " ", "单位：亿元", "第", "4位", "合计", "和", "的", "每", "公斤", "多", "余",
    "数十万", "十几", "万", "亿", "点", "半", "负", "-", "—", "兆", "美元", "1美元兑", "人民币", "*",
    "A", "5G", "企业", "国内生产总值", "増", "萬", "２０１９年", "按可比价格计算", "预计", "到2025年",
    "相当于", "番", "翻", "0", "00", ",", ".", "%",
]  # fmt: skip


@settings(max_examples=120, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=40).map("".join))
def test_offsets_cut_the_numeral_and_the_quote_stands_in_the_text(text: str) -> None:
    found = reading(text)
    for c in found.claims:
        assert text[c.char_start : c.char_end] == c.value_text
        assert c.quote in text
        assert c.value_text in c.quote
        assert c.sentence in text
        assert (c.unit is None) == (c.unit_status == "lost")
        assert (c.qualifier == "RANGE") == (c.value_upper is not None)
        assert (c.time_period is None) == (c.period_basis is None)
    ids = [c.claim_id for c in found.claims]
    assert len(ids) == len(set(ids))
    assert {x.claim_id for x in found.links} | {x.target_claim_id for x in found.links} <= set(ids)
    for r in found.refusals:
        assert (
            text[r.char_start : r.char_end] == r.quote
            or normalise(text)[r.char_start : r.char_end] == r.quote
        )


@settings(max_examples=120, deadline=None)
@given(st.text(max_size=80))
def test_any_text_is_read_without_an_exception(text: str) -> None:
    assert len(normalise(text)) == len(text)
    reading(text)


@pytest.mark.parametrize(
    "piece",
    [
        "万", "一百", "三点一", "1", "1,", "(", "（", "万亿", "5亿元，", "比上年增长5%，", "其中",
        "分别为1、", "百分之", "2018年", "多万", "A1", "每", "第一", "、", "十", "几", "负", "-5", "占",
        "由5万元至", "点五", "1.", "五成", "章节条款名称", "、5万人",
    ],
)  # fmt: skip
def test_time_grows_with_the_text_and_not_with_its_square(piece: str) -> None:
    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        best = float("inf")
        for _ in range(2):
            start = time.process_time()
            reading(text)
            best = min(best, time.process_time() - start)
        return best

    reading(piece)
    small, large = seconds(1_500), seconds(12_000)
    # Eight times the text; a square would take sixty-four times as long.
    assert large < 24 * max(small, 0.004), (small, large)


def test_the_same_text_gives_the_same_claims_under_any_hash_seed() -> None:
    script = (
        "from datetime import date\n"
        "from ingest.prose import Context, read_claims\n"
        "text = '2018年，北京市常住人口2154万人，比上年减少16.5万人，其中城镇人口1863万人，占86.5%。'\n"
        "text += 'PMI为50.2，倍差为2.5。'\n"
        "print(read_claims(text, Context('0' * 64, date(2019, 3, 1), 'zh')))\n"
    )
    outputs = set()
    for seed in ("0", "1", "4242"):
        env = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(_ROOT), "PYTHONIOENCODING": "utf-8"}
        done = subprocess.run([sys.executable, "-c", script], env=env, capture_output=True, check=True)
        outputs.add(done.stdout)
    assert len(outputs) == 1
