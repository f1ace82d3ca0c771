"""Chinese texts composed of parts, whose right reading is known by construction.

A frame joins one way of telling a level with one of telling its change, the way that both hang together, and
what stands in front. No reader is asked what is right: the parts say it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple


class Thing(NamedTuple):
    """What is measured: its name, the printed numeral, what stands around it, how else it is called."""

    name: str
    level: str
    before: str
    unit: str
    short: str
    sort: str  # total, price or percent: which verbs and changes it takes


class Change(NamedTuple):
    """Words of a change with its numeral as `#`, kind, direction, and what sorts of thing it can befall."""

    words: str
    printed: str
    kind: str
    direction: str | None
    sorts: str


class Frame(NamedTuple):
    """A text, the parts that it is made of, and the figures that must be found in it by printed numeral:
    kind, direction, and the printed numeral of the level that it changes (None: of none that is printed)."""

    text: str
    parts: tuple[str, ...]
    figures: dict[str, tuple[str, str | None, str | None]]


THINGS = (
    Thing("快递业务量", "1.36亿", "", "件", "业务量", "total"),
    Thing("水产品产量", "84.6万", "", "吨", "产量", "total"),
    Thing("旅游总收入", "732.5亿", "", "元", "收入", "total"),
    Thing("铁路客运量", "2,318万", "", "人次", "客运量", "total"),
    Thing("生猪均价", "14.86", "每公斤", "元", "均价", "price"),
    Thing("大蒜批发价", "9.35", "", "元/公斤", "批发价", "price"),
    Thing("城镇登记失业率", "3.4%", "", "", "失业率", "percent"),
    Thing("产能利用率", "76.4%", "", "", "利用率", "percent"),
)
VERBS = {
    "total": ("达", "为", "完成", "达到", "", "约为", "共", "共计", "突破", "录得", "仅为", "超过", "近"),
    "price": ("为", "达", "报", "跌至", "升至", "", "约", "录得"),
    "percent": ("为", "达", "", "约为", "录得", "降至", "升至"),
}
CHANGES = (
    Change("同比增长#", "7.8%", "change_rate", "up", "total price"),
    Change("同比增#", "7.8%", "change_rate", "up", "total price"),
    Change("环比下降#", "7.8%", "change_rate", "down", "total price"),
    Change("周环比跌#", "7.8%", "change_rate", "down", "total price"),
    Change("按年上升#", "7.8%", "change_rate", "up", "total price"),
    Change("年减#", "7.8%", "change_rate", "down", "total price"),
    Change("季增#", "7.8%", "change_rate", "up", "total price"),
    Change("比上年同期增加#", "7.8%", "change_rate", "up", "total price"),
    Change("较去年同期低#", "7.8%", "change_rate", "down", "total price"),
    Change("较上年同期高出#", "7.8%", "change_rate", "up", "total price"),
    Change("比上年多出约#", "三成", "change_rate", "up", "total"),
    Change("较去年同期减少近#", "四分之一", "change_rate", "down", "total"),
    Change("同比增幅为#", "7.8%", "change_rate", "up", "total price"),
    Change("同比降幅达#", "7.8%", "change_rate", "down", "total price"),
    Change("增速为#", "7.8%", "change_rate", "up", "total"),
    Change("涨幅达#", "7.8%", "change_rate", "up", "price"),
    Change("与上年同期相比增长#", "7.8%", "change_rate", "up", "total price"),
    Change("与上年同期相比，增长了#", "7.8%", "change_rate", "up", "total price"),
    Change("比2016年增长#", "7.8%", "change_rate", "up", "total price"),
    Change("是上年同期的#", "2.3倍", "multiple", None, "total price"),
    Change("同比提高#个百分点", "0.6", "points", "up", "percent"),
    Change("比上年末回落#个百分点", "0.6", "points", "down", "percent"),
    Change("较前季减少#个百分点", "0.6", "points", "down", "percent"),
    Change("按年下跌#个百分点", "0.6", "points", "down", "percent"),
    Change("比上年同期高#个百分点", "0.6", "points", "up", "percent"),
)
# How level (L) and change (C) hang together: N is the thing, S its short name.
JOINS = (
    "N L，C",
    "N L，C，M",
    "N L（C）",
    "N L，N C",
    "N L；C",
    "N L。C",
    "N L。S C",
    "N L，S C",
    "N L，创历史新高，C",
    "N L，其中M；N C",
    "M；N L，C",
    "M。N L，C",
)
FRONTS = ("", "2018年，", "2018年全市", "据统计，2018年1—9月，", "江苏省2018年", "2018年三季度")
OTHER = "博物馆参观人数512人"  # another thing, with a level of its own


def growth() -> Iterator[Frame]:
    """A level and its change, every way with every other; the front turns round."""
    n = 0
    for thing, change, join in product(THINGS, CHANGES, JOINS):
        if thing.sort not in change.sorts:
            continue
        for verb in VERBS[thing.sort]:
            front, n = FRONTS[n % len(FRONTS)], n + 1
            told = f"{verb}{thing.before}{thing.level}{thing.unit}"
            names = {"N": thing.name, "S": thing.short, "L": told, "M": OTHER}
            names["C"] = change.words.replace("#", change.printed)
            text = front + "".join(names.get(c, c) for c in join.replace(" ", "")) + "。"
            kind = "level"
            figures: dict[str, tuple[str, str | None, str | None]] = {
                thing.level: (kind, None, None),
                change.printed.removesuffix("倍"): (change.kind, change.direction, thing.level),
            }
            if "M" in join:
                figures["512"] = ("level", None, None)
            yield Frame(text, (thing.name, verb, change.words, join, front), figures)
