"""Chinese numerals: values and places worked out by hand."""

import json
import os
import re
from decimal import Decimal
from pathlib import Path

import pytest

from ingest.prose.zh import numeral_patterns as patterns
from ingest.prose.zh.numerals import parse

_SHARED = Path(os.environ.get("FIGURES_SHARED", Path(__file__).parents[4] / "shared"))
_SPECS = _SHARED / "corpora" / "recognizers"


@pytest.mark.parametrize(
    ("printed", "value", "last", "nonzero", "scaled"),
    [
        ("5739", "5739", "1", "1", False),
        ("87,000", "87000", "1", "1000", False),
        ("10.0", "10", "0.1", "0.1", False),
        ("3.15亿", "315000000", "1000000", "1000000", True),
        ("1500万", "15000000", "10000", "1000000", True),
        ("3亿1500万", "315000000", "10000", "1000000", True),
        ("1.05万亿", "1050000000000", "10000000000", "10000000000", True),
        ("8千", "8000", "1000", "1000", True),
        ("1.2千亿", "120000000000", "10000000000", "10000000000", True),
        ("3万4000", "34000", "1", "1000", True),
        ("一百零五万", "1050000", "10000", "10000", True),
        ("三点一五亿", "315000000", "1000000", "1000000", True),
        ("一百万", "1000000", "10000", "1000000", True),
        ("二十一", "21", "1", "1", False),
        ("四百五", "450", "10", "10", False),
        ("五百", "500", "1", "100", False),
        ("一万三", "13000", "1000", "1000", True),
        ("五亿零六", "500000006", "1", "1", True),
        ("四万万", "400000000", "100000000", "100000000", True),
        ("壹佰伍拾贰", "152", "1", "1", False),
        ("五兆", "5000000000000", "1000000000000", "1000000000000", True),
        ("零点五", "0.5", "0.1", "0.1", False),
        ("万", "10000", "10000", "10000", True),
        ("千亿", "100000000000", "100000000", "100000000000", True),
        ("-14.2", "-14.2", "0.1", "0.1", False),
        ("负三十二", "-32", "1", "1", False),
    ],
)
def test_value_and_places(printed: str, value: str, last: str, nonzero: str, scaled: bool) -> None:
    found = parse(printed)
    assert found is not None
    assert found.value == Decimal(value)
    assert found.last_place == Decimal(last)
    assert found.last_nonzero_place == Decimal(nonzero)
    assert found.has_scale_word is scaled
    assert found.form == "plain"


@pytest.mark.parametrize(
    ("printed", "value", "place", "form"),
    [
        ("百分之三点五", "3.5", "0.1", "percent"),
        ("百分之一百二十", "120", "1", "percent"),
        ("百分之百", "100", "100", "percent"),
        ("千分之五", "5", "1", "permille"),
        ("万分之三", "3", "1", "per_myriad"),
        ("两成", "20", "10", "percent"),
        ("三成五", "35", "1", "percent"),
        ("三成半", "35", "1", "percent"),
        ("7.2成", "72", "1", "percent"),
        ("八折", "80", "10", "percent"),
        ("八五折", "85", "1", "percent"),
    ],
)
def test_tenths_hundredths_and_discounts_are_exact(printed: str, value: str, place: str, form: str) -> None:
    found = parse(printed)
    assert found is not None
    assert (found.value, found.last_place, found.form) == (Decimal(value), Decimal(place), form)
    assert not found.is_fraction


@pytest.mark.parametrize(
    ("printed", "value"),
    [("三分之一", "33.333333333333"), ("四分之三", "75"), ("五分之二", "40"), ("一半", "50"), ("半数", "50")],
)
def test_a_fraction_is_a_share_in_percent_without_a_last_digit(printed: str, value: str) -> None:
    found = parse(printed)
    assert found is not None
    assert found.value == Decimal(value)
    assert (found.form, found.last_place, found.is_fraction) == ("percent", None, True)


def test_neighbours_are_a_range() -> None:
    found = parse("二三十")
    assert found is not None
    assert (found.value, found.upper) == (Decimal(20), Decimal(30))
    tenths = parse("七八成")
    assert tenths is not None
    assert (tenths.value, tenths.upper, tenths.form) == (Decimal(70), Decimal(80), "percent")


def test_a_hedge_inside_the_numeral_is_kept() -> None:
    found = parse("500多万")
    assert found is not None
    assert (found.value, found.odd, found.last_nonzero_place) == (
        Decimal(5_000_000),
        "多",
        Decimal(1_000_000),
    )


@pytest.mark.parametrize("printed", ["", "9" * 41, "分之", "百分之三分之一"])
def test_what_is_no_numeral_has_no_value(printed: str) -> None:
    assert parse(printed) is None


def test_arabic_digits_and_words_agree() -> None:
    digits = "零一二三四五六七八九"
    for n in range(1, 1000):
        words = ""
        hundreds, tens, ones = n // 100, n // 10 % 10, n % 10
        if hundreds:
            words += digits[hundreds] + "百"
        if tens:
            words += ("" if tens == 1 and not hundreds else digits[tens]) + "十"
        elif hundreds and ones:
            words += "零"
        if ones:
            words += digits[ones]
        for scale, factor in (("", 1), ("万", 10**4), ("亿", 10**8)):
            in_words, in_digits = parse(words + scale), parse(f"{n}{scale}")
            assert in_words is not None and in_digits is not None
            assert in_words.value == in_digits.value == n * factor


# Forms of the specification that statistical prose does not print, by the module's own list.
_OUT_OF_SCOPE = re.compile(r"[\^/kK打]|\d[eE]|[mM]$|半百|零十|  ")
_TRADITIONAL = str.maketrans(
    "萬億兩點負貳參陸餘幾對倆個０１２３４５６７８９．－，", "万亿两点负贰叁陆余几对俩个0123456789.-,"
)


@pytest.mark.skipif(not _SPECS.is_dir(), reason="the practice corpora (../shared) are not here")
@pytest.mark.parametrize("name", ["NumberModel", "PercentModel"])
def test_the_specification_cases_have_their_value(name: str) -> None:
    path = _SPECS / "Number" / "Chinese" / f"{name}.json"
    right, wrong = 0, []
    for case in json.loads(path.read_text(encoding="utf-8-sig")):
        for result in case["Results"]:
            printed = result["Text"].translate(_TRADITIONAL)
            expected = result["Resolution"]["value"]
            if _OUT_OF_SCOPE.search(printed):
                continue
            numeral = re.sub(r" *个 ?百 ?分 ?点$|[%％]$", "", printed)
            found = parse(numeral)
            value = found.value if found else None
            if value is not None and found is not None:
                if expected.endswith("%"):
                    value *= {"permille": Decimal("0.1"), "per_myriad": Decimal("0.01")}.get(found.form, 1)
                elif found.form != "plain":
                    value /= {"percent": 100, "permille": 1000, "per_myriad": 10000}[found.form]
            if value is not None and abs(float(value) - float(expected.rstrip("%"))) < 1e-9 * max(
                1.0, abs(float(value))
            ):
                right += 1
            else:
                wrong.append((result["Text"], expected, value))
    assert right / (right + len(wrong)) >= 0.97, wrong


@pytest.mark.parametrize(
    ("pattern", "text", "printed"),
    [
        (patterns.ARABIC, "共3.15亿元", "3.15亿"),
        (patterns.ARABIC, "12千米", "12"),
        (patterns.ARABIC, "1500万千瓦", "1500万"),
        (patterns.ARABIC, "500余万人", "500余万"),
        (patterns.WORDS, "达一百零五万人", "一百零五万"),
        (patterns.WORDS, "三点一五亿元", "三点一五亿"),
        (patterns.WORDS, "下午三点半", "三"),
        (patterns.TENTHS, "超三成企业", "三成"),
        (patterns.FRACTION, "约三分之一", "三分之一"),
    ],
)
def test_the_patterns_cut_the_whole_numeral(pattern: str, text: str, printed: str) -> None:
    found = re.search(pattern, text)
    assert found is not None
    assert found[0] == printed


@pytest.mark.parametrize("text", ["三成立", "两成员"])
def test_tenths_are_not_cut_out_of_words(text: str) -> None:
    assert re.search(patterns.TENTHS, text) is None
