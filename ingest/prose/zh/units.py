"""Numerals with the unit that stands behind them."""

from __future__ import annotations

import re
from decimal import Decimal

from ingest.prose.figure import DURATION, MULTIPLE, PERCENT, POINTS, QUANTITY, Figure
from ingest.prose.regex import regex
from ingest.prose.zh import numerals as n
from ingest.prose.zh.lexer import Token
from ingest.prose.zh.words import Words

_SHAPES = {"points": POINTS, "duration": DURATION, "multiple": MULTIPLE}
# Words that count hardly anything else than the article does: 一个, 一家, 一年.
_ARTICLE = {"一", "壹"}
_PRICE = regex("[价钱费花卖付买赚]")  # 价格5块 is money, 产量362亿块 is not
_MOVES = frozenset("涨跌升挫")  # 收盘涨138.3点
_NOUNS = frozenset({"noun", "classifier"})
_AGE = regex("距今|树龄|历史")
_AND_MORE = regex("([半多])(月|小时|星期|季度|百分点)")
_DAY = ("day", "duration")  # 桶/日: 日 alone is a date
_SMALL = frozenset("两二三四五六七八九俩")


class Units:
    """Shape, unit and places of one number token."""

    def __init__(self, norm: str, words: Words, area: str | None) -> None:
        self.yuan = words.yuan.get(area or "")  # what a bare 元 is where it is not the renminbi
        self.norm, self.words = norm, words
        self.last: Figure | None = None

    def _figure(self, tok: Token, found: n.Numeral) -> Figure | None:
        """A figure whose unit stands with it; None where there is none."""
        if tok.unit == "个" and (m := _AND_MORE.match(self.norm, tok.end)) and found.upper is None:
            return self._and_more(tok, found, m)
        value, upper, last, nonzero = found.value, found.upper, found.last_place, found.last_nonzero_place
        unit: str | None
        if tok.percent or found.form in {"percent", "permille", "per_myriad"}:
            shape, unit = PERCENT, "percent"
            if tok.percent == "‰" or found.form == "permille":
                unit = "permille"
            elif found.form == "per_myriad":
                value = value / 100
                last, nonzero = (last and last / 100), (nonzero and nonzero / 100)
        elif found.form == "times":
            shape, unit = MULTIPLE, "ratio"
        else:
            named = self._unit(tok, found)
            if named is None:
                return None
            shape, unit = named
        figure = Figure(tok.start, tok.inner, shape, value, upper, last, nonzero, found.has_scale_word)
        figure.unit = unit
        if shape != PERCENT and self.words.units.get(tok.unit, ("", ""))[1] == "noun":
            figure.unit_status = "inherited"
        if upper is not None:
            figure.qualifier = "RANGE"
        if found.is_fraction:
            figure.flags.add("fraction")
        if found.odd:
            at = self.norm.index(found.odd, tok.start)
            figure.qualifier, figure.hedge = "ODD", (at, at + 1)
        elif tok.odd:
            figure.qualifier, figure.hedge = "ODD", (tok.odd, tok.odd + 1)
        if shape == PERCENT:
            marked = tok.inner - len(tok.percent)
            figure.unit_span = (marked, tok.inner) if tok.percent else (tok.start, tok.inner)
        elif tok.unit:
            figure.unit_span = (tok.end - len(tok.unit), tok.end)
        figure.outer_start, figure.outer_end = tok.start, tok.end if shape != PERCENT else tok.inner
        self._and_a_half(figure)
        if shape == PERCENT and tok.unit in self.words.units and tok.percent:
            figure.outer_end = tok.inner  # 5%的 and 5%元: the unit word belongs to what follows
        return figure

    def _and_more(self, tok: Token, found: n.Numeral, m: re.Match[str]) -> Figure:
        """两个半月 is two and a half months, 两个多月 two months odd: the unit stands behind 半 or 多."""
        code, shape = self.words.units["个" + m[2]]
        figure = Figure(
            tok.start, tok.inner, _SHAPES.get(shape, QUANTITY), found.value, None, found.last_place,
            found.last_nonzero_place, found.has_scale_word,
        )  # fmt: skip
        figure.unit, figure.unit_span = code, m.span(2)
        figure.outer_start, figure.outer_end = tok.start, m.end()
        if m[1] == "半":
            figure.value += Decimal("0.5")
            figure.last_place = figure.nonzero_place = Decimal("0.1")
            figure.end = m.end(1)
        else:
            figure.qualifier, figure.hedge = "ODD", m.span(1)
        return figure

    def _and_a_half(self, f: Figure) -> None:
        """一吨半 is a ton and a half; the numeral then ends behind its unit."""
        half = self.norm[f.outer_end : f.outer_end + 2]
        if (
            f.shape != PERCENT
            and not f.scaled
            and half[:1] == "半"
            and half[1:] not in set("数年月天导岛径成价")
        ):
            f.value += Decimal("0.5")
            f.last_place = f.nonzero_place = Decimal("0.1")
            f.end = f.outer_end = f.outer_end + 1

    def _unit(self, tok: Token, found: n.Numeral) -> tuple[str, str] | None:
        """Shape and code of the unit word behind a numeral; None where it is none, or no figure."""
        printed = tok.unit
        if not printed:
            return None
        per = re.split("/|每", printed, maxsplit=1)
        if printed not in self.words.units and len(per) == 2:
            above, below = self.words.units[per[0]], self.words.units.get(per[1], _DAY)
            return QUANTITY, f"{above[0]}/{'share' if per[1] == '股' else below[0]}"
        code, shape = self.words.units[printed]
        worded = tok.word[0] in n.DIGITS or tok.word[0] in n.SMALL
        if worded and tok.word in _ARTICLE and shape in {"count", "people", "duration"}:
            fate = printed == "人" and self.norm.startswith(self.words.fates, tok.end)
            return (QUANTITY, code) if fate else None  # 一人死亡
        if shape in _NOUNS:
            return QUANTITY, code
        if (
            worded
            and tok.word in _SMALL
            and printed in {"点", "方", "期", "届", "度", "类", "门", "里", "口", "本"}
        ):
            return None
        if printed == "块" and _PRICE.search(self.norm, max(0, tok.start - 12), tok.start):
            return QUANTITY, "CNY"
        if printed == "度":
            return self._degrees(tok, found)
        if printed == "方" and not found.has_scale_word:
            return None
        long = found.value > 300 and not (found.has_scale_word or found.odd or tok.odd)
        long = long and not _AGE.search(self.norm, max(0, tok.start - 8), tok.start)
        if shape == "duration" and printed == "年" and long:
            return None
        if shape == "index" and not self._is_index(tok):
            return None
        return _SHAPES.get(shape, QUANTITY), code

    def begins_a_noun(self, tok: Token, found: n.Numeral) -> bool:
        """True where what stands behind a number is no unit of it: 318国道, 三国, 2024高校, 3万企业职工."""
        shape = self.words.units.get(tok.unit, ("", ""))[1]
        if shape not in _NOUNS:
            return False
        small = found.value < 10 and (tok.word[0] in n.DIGITS or tok.word[0] in n.SMALL)
        if small or self.norm[tok.end : tok.end + 1] in self.words.not_before[tok.unit]:
            return True
        year = tok.word.isdigit() and len(tok.word) == 4 and tok.word[:2] in {"19", "20"}
        return shape == "noun" and (year or found.has_scale_word)

    def _degrees(self, tok: Token, found: n.Numeral) -> tuple[str, str] | None:
        """度 is a kilowatt-hour of electricity or a degree; what stands around it says which."""
        around = self.norm[max(0, tok.start - 16) : tok.end + 2]
        if "温" in around or "华氏" in around or "摄氏" in around or "烧" in around:
            return QUANTITY, "degF" if "华氏" in around else "degC"
        return (QUANTITY, "kWh") if found.has_scale_word or "电" in around else None

    def _is_index(self, tok: Token) -> bool:
        before = self.norm[max(0, tok.start - 24) : tok.start]
        return any(c in before for c in "指报点") or before[-1:] in _MOVES

    def _plain(self, tok: Token, found: n.Numeral, code: str | None, status: str) -> Figure:
        figure = Figure(
            tok.start, tok.inner, QUANTITY, found.value, found.upper, found.last_place,
            found.last_nonzero_place, found.has_scale_word,
        )  # fmt: skip
        figure.unit, figure.unit_status = code, status
        figure.outer_start, figure.outer_end = tok.start, tok.end
        if found.odd or tok.odd:
            at = self.norm.index(found.odd, tok.start) if found.odd else tok.odd
            figure.qualifier, figure.hedge = "ODD", (at, at + 1)
        return figure
