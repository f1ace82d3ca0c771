"""Ranges, and lists whose last number carries the unit for all."""

from __future__ import annotations

import re
from decimal import Decimal

from ingest.prose.figure import PERCENT, Figure
from ingest.prose.regex import regex
from ingest.prose.zh import lexer as lx
from ingest.prose.zh import numerals as n
from ingest.prose.zh.lexer import Token
from ingest.prose.zh.units import Units

_BETWEEN = {"-", "至", "到", " - ", " 至 ", "-" * 2}
_TO = frozenset({"至", "到"})
_JOINT = regex(" ?(?:、|和|与|及|以及) ?")


class Ranges(Units):
    """20至30万, 5%-6%, 3、5和8个百分点."""

    def _range(self, i: int, tokens: list[Token]) -> int | None:
        """The token of the upper end where token i begins a range (20至30万, 5%-6%)."""
        tok = tokens[i]
        j = i + 1
        bounds = j + 2 < len(tokens) and (tokens[j].word, tokens[j + 2].word) == ("以上", "以下")
        if bounds and tokens[j].end == tokens[j + 1].start and tokens[j + 1].kind == lx.NUMBER:
            return j + 1  # 1万元以上5万元以下
        if j < len(tokens) and tokens[j].kind == lx.WORD and tokens[j].word in {*_BETWEEN, "与", "和"}:
            j += 1
        if j >= len(tokens) or tokens[j].kind != lx.NUMBER:
            return None
        other = tokens[j]
        between = self.norm[tok.end : other.start]
        if between in {"与", "和"} and self.norm.startswith(("之间", "间"), other.end):
            return j  # 在10000与20000之间
        if between not in _BETWEEN and not (between == "" and other.word.startswith("-")):
            return None
        # 由22天至8天 and 从5%到6% are two levels.
        for k in range(i - 1, -1, -1):
            if tokens[k].kind in {lx.MARK, lx.NUMBER}:
                break
            if tokens[k].kind == lx.WORD and self.words.roles.get(tokens[k].word) == "from":
                apart = tok.unit or tok.percent or tok.word[-1] in n.BIG
                return None if apart else j  # 面积由320至680平方呎 shares its unit
            if tokens[k].kind == lx.WORD and tokens[k].word in self.words.changes:
                to = tokens[i - 1].word in _TO  # 回升至16元至17元
                reached = to or self.words.changes[tokens[k].word][0] == "reach"
                return None if between in _TO and tok.unit and not reached else j
        return j

    def _join(self, tok: Token, low: n.Numeral, other: Token, high: n.Numeral) -> Figure | None:
        if low.form == "percent" and high.form == "plain" and not other.unit and not other.percent:
            high = high._replace(form="percent")  # 百分之二十至三十
        figure = self._figure(other, high)
        if figure is None or low.upper is not None or high.upper is not None:
            return None
        if (tok.unit and tok.unit != other.unit) or (tok.percent and not other.percent and other.unit):
            return None
        if low.form in {"percent", "permille"} and figure.shape != PERCENT:  # 大增七成至2.9亿元
            return None
        value = low.value
        if tok.word.startswith("零下") and not tok.unit and figure.value > 0:
            return self._below_zero(tok, figure, value)
        if not low.has_scale_word and high.has_scale_word and not tok.unit:
            mantissa = n.parse(re.sub("[十百千万亿kKM]+$", "", other.word.lstrip("-")))
            if mantissa is not None and mantissa.value and value * (high.value / mantissa.value) < high.value:
                value = value * (high.value / mantissa.value)
        if not value < high.value:
            return None
        figure.start = figure.outer_start = tok.start
        figure.value, figure.upper, figure.qualifier, figure.hedge = value, high.value, "RANGE", None
        return figure

    def _below_zero(self, tok: Token, figure: Figure, nearer: Decimal) -> Figure | None:
        """零下5至8度: both ends are below zero, and the farther one is the lower."""
        if not -figure.value < nearer:
            return None
        figure.start = figure.outer_start = tok.start
        figure.value, figure.upper, figure.qualifier, figure.hedge = -figure.value, nearer, "RANGE", None
        return figure

    def _shared(self, i: int, tokens: list[Token]) -> Token | None:
        """The later number of the same list (3、5和8个百分点) that carries the unit."""
        before = tokens[i]
        for other in tokens[i + 1 : i + 20]:
            if other.kind != lx.NUMBER:
                verb = self.words.changes.get(other.word, ("",))[0] == "verb"
                if verb or other.word in {"、", "与", "和", "及"}:
                    continue
                return None
            between = self.norm[before.end : other.start]
            joint = _JOINT.match(between)
            verb = joint is not None and self.words.changes.get(between[joint.end() :], ("",))[0] == "verb"
            if joint is None or not (verb or joint.end() == len(between)):
                return None
            if other.unit == "个" == tokens[i].unit:
                before = other  # 0.1个、0.6个和0.7个百分点
                continue
            if other.unit or other.percent:
                return other
            before = other
        return None

    def _share_unit(self, tok: Token, found: n.Numeral, other: Token) -> Figure | None:
        high = n.parse(other.word)
        figure = self._figure(other, high) if high else None
        if figure is None or high is None:
            return None
        plain = self._plain(tok, found, figure.unit, "inherited")
        plain.shape, plain.unit_span = figure.shape, figure.unit_span
        scale = re.search("[万亿]+$", other.word)
        if scale and not found.has_scale_word:
            factor = Decimal(1)
            for c in scale[0]:
                factor *= n.BIG[c]
            plain.value *= factor
            plain.last_place = found.last_place and found.last_place * factor
            plain.nonzero_place = found.last_nonzero_place and found.last_nonzero_place * factor
            plain.scaled = True
        return plain

    def _points_in_list(self, i: int, tokens: list[Token], found: n.Numeral) -> Figure | None:
        """0.1个和1.1个百分点: the first 个 is the classifier of the points."""
        tok = tokens[i]
        if tok.unit != "个":
            return None
        shared = self._shared(i, tokens)
        if shared is None or not shared.unit.startswith("个") or len(shared.unit) == 1:
            return None
        return self._share_unit(tok, found, shared)
