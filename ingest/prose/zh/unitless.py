"""Numbers without a unit word: what the list, a sign, a header or the noun before them says they are in."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ingest.prose.figure import Figure
from ingest.prose.regex import regex
from ingest.prose.zh import lexer as lx
from ingest.prose.zh import numerals as n
from ingest.prose.zh.lexer import Token
from ingest.prose.zh.ranges import Ranges

_FROM = regex("[由从][^由从]{0,14}的\\Z")
_BRACKET = regex(r" ?\([^()]*\)\Z")
_HAN = regex("[\u4e00-\u9fff]")
_BARE = regex(r"[十百千万亿]+|半")
_NOUN = regex("的?[\u4e00-\u9fff]{1,10}")


@dataclass(slots=True)
class Header:
    """A line such as 单位：亿元 that scales the figures below it."""

    factor: Decimal
    code: str
    span: tuple[int, int]


class Unitless(Ranges):
    """A number token that has no unit word of its own."""

    def _without_unit(
        self, i: int, tokens: list[Token], found: n.Numeral, header: Header | None
    ) -> Figure | None:
        """A number without a unit word: shared with the next of its list, from a sign, a header, an index."""
        tok = tokens[i]
        if found.form == "percent" or tok.unit:
            return None
        worded = tok.word[0] in n.DIGITS or tok.word[0] in n.SMALL
        before = tokens[i - 1] if i else None
        signed = before is not None and before.kind == lx.WORD and before.end == tok.start
        if signed and before is not None and before.word in self.words.signs and before.word != "人民币元":
            figure = self._plain(tok, found, self.words.signs[before.word], "stated")
            figure.unit_span = (before.start, before.end)
            figure.outer_start = before.start
            return figure
        shared = self._shared(i, tokens)
        if shared is not None:
            return self._share_unit(tok, found, shared)
        lead = self._lead(i, tokens).rstrip("在 ")
        implied = next((code for end, code in self.words.implied.items() if lead.endswith(end)), None)
        ends = tok.inner >= len(self.norm) or not _HAN.match(self.norm, tok.inner) or self._hedged(i, tokens)
        if worded and implied is not None and len(tok.word) > 1 and ends:
            return self._plain(tok, found, implied, "inherited")  # 年龄在三十以上
        if _BARE.fullmatch(tok.word) or (worded and not found.has_scale_word):
            return None
        if self._year_or_name(tok):
            return None
        lead = _FROM.sub("", lead).rstrip("由从")  # 收入比由上年的2.71缩小至2.69
        noun = next((w for w in self.words.indices if lead.endswith(w)), None)
        if noun is not None:
            code = "index_point" if noun.endswith(("指数", "PMI", "CPI", "PPI")) else "ratio"
            return self._plain(tok, found, code, "inferred")
        if implied is not None:
            return self._plain(tok, found, implied, "inherited")  # 就业人数近30万
        near = tokens[max(0, i - 3) : i]
        moved = bool(near) and near[-1].end == tok.start and any(t.word in self.words.changes for t in near)
        scaled_again = found.has_scale_word and self.last is not None and self.last.unit_status == "inherited"
        if moved and self.last is not None and (self.last.unit in {"ratio", "index_point"} or scaled_again):
            return self._plain(tok, found, self.last.unit, "inherited")  # 之比为2.23，缩小0.04
        if header is not None:
            figure = self._plain(tok, found, header.code, "inherited")
            figure.unit_span = header.span
            if header.factor != 1:
                figure.value *= header.factor
                figure.last_place = found.last_place and found.last_place * header.factor
                figure.nonzero_place = found.last_nonzero_place and found.last_nonzero_place * header.factor
                figure.scaled = True
                figure.flags.add("header_scale")
            return figure
        if found.has_scale_word:
            counted = self._counted(i, tokens)
            return self._plain(tok, found, counted, "inherited" if counted else "lost")
        return None

    def _hedged(self, i: int, tokens: list[Token]) -> bool:
        after = tokens[i + 1] if i + 1 < len(tokens) else None
        return after is not None and after.start == tokens[i].end and after.word in self.words.after

    def _counted(self, i: int, tokens: list[Token]) -> str | None:
        """1.4亿老年人: the noun right behind the number says what is counted, without a classifier."""
        start = tokens[i].end
        words = self.words
        known = (words.verbs, words.changes, words.roles, words.before, words.after, words.comparisons)
        stop = next(
            (t.start for t in tokens[i + 1 : i + 6] if t.kind == lx.MARK or any(t.word in k for k in known)),
            start + 8,
        )
        m = _NOUN.match(self.norm, start, min(stop, start + 8))
        if m is None or len(m[0]) < 2:
            return None
        return "person" if m[0][-1] in "人民生者员工众" else "count"

    def _lead(self, i: int, tokens: list[Token]) -> str:
        """The words before a number, without its hedge, its verb and a bracket."""
        at, words, reached = tokens[i].start, self.words, False
        for tok in reversed(tokens[max(0, i - 6) : i]):
            part = words.changes.get(tok.word, ("",))[0]
            moves = part == "reach" or (part == "verb" and reached)  # 收入比缩小到1.86
            if tok.end != at or not (tok.word in words.before or tok.word in words.verbs or moves):
                break
            reached = tok.word in {"到", "至", "为"}
            at = tok.start
        return _BRACKET.sub("", self.norm[max(0, at - 40) : at].rstrip())

    def _year_or_name(self, tok: Token) -> bool:
        """True for 2017 without 年, and for digits that touch Latin letters (5G, A股300)."""
        after = self.norm[tok.inner : tok.inner + 1]
        before = self.norm[tok.start - 1 : tok.start] if tok.start else ""
        if (after.isascii() and after.isalpha()) or (before.isascii() and before.isalpha()):
            return True
        return tok.word.isdigit() and len(tok.word) == 4 and tok.word[:2] in {"19", "20"}
