"""A harmless change of wording changes no figure of a Chinese sentence: see test_wordings.py."""

import re
from collections.abc import Callable
from datetime import date

import pytest

from benchmarks.evaluate.scoring import Item, load
from ingest.prose import Context, Reading, read_claims
from tests.golden.test_wordings import DEV, figures, swap

ITEMS = [item for item in load(DEV) if item["context"]["language"] == "zh"]


def lead(words: str) -> Callable[[str], str | None]:
    """Words before the text."""
    return lambda text: words + text


WORDINGS: dict[str, Callable[[str], str | None]] = {
    "记者获悉": lead("记者从统计局获悉，"),
    "值得注意的是": lead("值得注意的是，"),
    "a sentence before": lead("有关部门日前发布公报。"),
    "a sentence behind": lambda text: text + "有关部门将继续公布情况。",
    "an indented paragraph": lead("\u3000\u3000"),
    "blanks": swap(r"(?<=[\u4e00-\u9fff])(?=\d)", " "),
    "blanks behind": swap(r"(?<=\d)(?=[\u4e00-\u9fff])", " "),
    "wide percent": swap("%", "％"),
    "no commas in digits": swap(r",(?=\d{3})", ""),
    "较上年": swap("(?<!与)比上年", "较上年"),
    "同比上升": swap("同比增长", "同比上升"),
    "同比增": swap("同比增长", "同比增"),
    "同比下滑": swap("同比下降", "同比下滑"),
    "占比为": swap(r"占比(?=\d)", "占比为"),
    "占比达": swap(r"占比(?=\d)", "占比达"),
    "比重达": swap("的比重为", "的比重达"),
    "其中，": swap("其中(?![，、包：])", "其中，"),
    "同时": swap("；(?=[^其])", "；同时，"),
    "提升": swap(r"提高(?=\d)", "提升"),
    "no 份": swap(r"(?<=\d月)份", ""),
}
PENDING: set[tuple[str, str]] = set()


def read(item: Item, text: str) -> Reading:
    about = item["context"]
    published = about["published_on"] and date.fromisoformat(about["published_on"])
    return read_claims(text, Context("0" * 64, published, "zh", about["ref_area"], about["entity"]))


def _bare(found: list[tuple[object, ...]]) -> list[tuple[object, ...]]:
    return [tuple(re.sub(r"[ ,]", "", f) if isinstance(f, str) else f for f in one) for one in found]


@pytest.fixture(scope="module")
def read_before() -> dict[str, list[tuple[object, ...]]]:
    """What is read in the texts as they stand, by item."""
    return {item["id"]: _bare(figures(read(item, item["text"]))) for item in ITEMS}


@pytest.mark.parametrize("wording", WORDINGS)
def test_other_chinese_words_for_the_same_tell_the_same(
    read_before: dict[str, list[tuple[object, ...]]], wording: str
) -> None:
    tried, changed = 0, []
    for item in ITEMS:
        text = WORDINGS[wording](item["text"])
        if text is None or text == item["text"]:
            continue
        tried += 1
        before, now = read_before[item["id"]], _bare(figures(read(item, text)))
        if before != now and (wording, item["id"]) not in PENDING:
            gone, new = [f for f in before if f not in now], [f for f in now if f not in before]
            changed.append(f"{item['id']}: {text}\n  {gone}\n  {new}")
    assert tried >= 5 and not changed, f"{len(changed)} of {tried}\n" + "\n".join(changed)
