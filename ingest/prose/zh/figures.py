"""The candidates of a sentence: which number tokens are figures, and what must be refused."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise

from ingest.prose.figure import DURATION, MULTIPLE, PERCENT, QUANTITY, Figure
from ingest.prose.regex import regex
from ingest.prose.zh import lexer as lx
from ingest.prose.zh import numerals as n
from ingest.prose.zh.lexer import Token
from ingest.prose.zh.unitless import Header, Unitless
from ingest.prose.zh.words import Words

Refused = tuple[int, int, str, str]  # start, end, rule, sentence

_NOUN = regex("的?[\u4e00-\u9fff]{1,10}")
_IN_EVERY = regex(
    "[名个位户家人辆件所](?!月|年|季)(?:[^,，、;。:()]{0,14}[中里][,，]?[就便只仅平均]{0,2}|[^,，、;。:()]{0,4}[就便])有([近约超逾]|大约|超过|不到|不足|至少)?"
)
_REST = regex(r"\d{1,2}")  # 3元5角, 1米75, 9秒97
_HAS_REST = frozenset({"m", "second", "CNY", "HKD", "TWD"})
_EXCHANGED = regex("(?:兑换?|折?合|对|约合) ?([\u4e00-\u9fff]{0,5}?)[为报约 ]?")
_NEAR = 6  # tokens between 每 and its figure
_DOUBLINGS = 10  # a thousand times as much
_STARS = frozenset("*★")
_CUT = regex(r"[\d.]\n\Z")
_CLASS = regex("的?(?:大?城市|项目|企业|工程|家庭|农户|县城|园区|单位|人群|客户)")


_HEADER = regex(r"(?:计量)?单位 ?: ?(百亿|千亿|万亿|亿|百万|千万|十万|万|千|百)?")


def header_of(norm: str, start: int, end: int, words: Words, unit: re.Pattern[str]) -> Header | None:
    """The unit that a line or a bracket gives to the figures that follow."""
    m = _HEADER.search(norm, start, end)
    if m is None:
        return None
    u = unit.match(norm, m.end())
    if u is None or u[0] not in words.units:
        return None
    factor = Decimal(1)
    for c in m[1] or "":
        factor *= n.SMALL.get(c) or n.BIG[c]
    return Header(factor, words.units[u[0]][0], (m.start(1) if m[1] else u.start(), u.end()))


@dataclass(slots=True)
class Candidates:
    """The figures of a sentence by the index of their token, and what was refused."""

    at: dict[int, Figure] = field(default_factory=dict)
    skipped: set[int] = field(default_factory=set)  # tokens that a figure has swallowed
    refused: list[Refused] = field(default_factory=list)


class Builder(Unitless):
    """Turns number tokens into figures: `read` is the entry."""

    def read(self, tokens: list[Token], header: Header | None) -> Candidates:
        """Figures with value, unit and shape; hedges and kinds are the clause's to find."""
        out = Candidates()
        self.last = None
        for i, tok in enumerate(tokens):
            if i in out.skipped:
                continue
            if tok.kind == lx.VAGUE:
                printed = self.norm[tok.start : tok.end]
                out.refused.append(
                    (tok.start, tok.end, "vague", f"“{printed}” names no number, only a size.")
                )
            elif tok.kind == lx.NUMBER:
                self._number(i, tokens, header, out)
        for i, other in pairwise(sorted(out.at)):
            self._exchange_rate(i, out.at[other], out)
        for i in list(out.at):
            self._size_class(i, tokens, out)
        for i in [i for i in out.at if i + 1 in out.at]:
            self._years_ago(i, out)
        for i in [i for i, f in out.at.items() if f.unit_span and f.outer_end == f.unit_span[1]]:
            self._two_units(i, tokens, out)
        if any(tok.kind == lx.MASK and tok.word[0] == "每" for tok in tokens):
            for i, figure in out.at.items():
                self._in_every(figure, tokens[max(0, i - _NEAR) : i])
        return out

    def _in_every(self, f: Figure, before: list[Token]) -> None:
        """每10名学生中有3人近视: three in ten, printed as a fraction."""
        each = next((t for t in reversed(before) if t.kind == lx.MASK and t.word[0] == "每"), None)
        many = n.parse(each.word[1:].strip()) if each is not None else None
        if each is None or many is None or f.shape != QUANTITY or f.upper is not None:
            return
        said = _IN_EVERY.fullmatch(self.norm, each.end, f.start)
        if said is None or not 0 < f.value <= many.value:
            return
        if said[1] in self.words.before:
            f.qualifier, f.hedge = self.words.before[said[1]], said.span(1)
        f.value = (f.value * 100 / many.value).quantize(Decimal("1e-12")).normalize()
        f.value, f.last_place, f.nonzero_place, f.scaled = f.value + 0, None, None, False
        f.shape, f.unit, f.unit_status, f.unit_span = PERCENT, "percent", "stated", None
        f.flags.add("fraction")
        f.start, f.outer_start = each.start + 1, each.start

    def _exchange_rate(self, i: int, other: Figure, out: Candidates) -> None:
        """1美元兑6.75元人民币, 1美元对人民币7.2258元: one figure, in yuan to the dollar."""
        one = out.at[i]
        if one.value != 1 or one.unit not in self.words.monies or other.unit not in self.words.monies:
            return
        said = _EXCHANGED.fullmatch(self.norm, one.outer_end, other.outer_start)
        if said is not None and (not said[1] or said[1] in self.words.signs):
            other.unit = f"{other.unit}/{one.unit}"
            other.outer_start = one.outer_start
            del out.at[i]

    def _size_class(self, i: int, tokens: list[Token], out: Candidates) -> None:
        """10亿元以上项目5个: the money says which projects are counted, not how much there was."""
        bound = out.at[i]
        if i + 1 >= len(tokens) or tokens[i + 1].word not in {"以上", "以下", "及以上", "及以下"}:
            return
        counts = bound.unit in {"count", "household", "percent", "ratio"}  # 500家以上企业 are counted
        if not counts and _CLASS.match(self.norm, tokens[i + 1].end):
            printed = self.norm[bound.start : tokens[i + 1].end]
            why = f"“{printed}” says which of them are meant; it is no figure of its own."
            out.refused.append((bound.start, bound.end, "size_class", why))
            del out.at[i]
            return
        count = next((out.at[j] for j in range(i + 2, min(i + 6, len(tokens))) if j in out.at), None)
        noun = self.norm[tokens[i + 1].end : count.outer_start] if count is not None else ""
        if count is not None and bound.unit != count.unit and _NOUN.fullmatch(noun):
            printed = self.norm[bound.start : tokens[i + 1].end]
            why = f"“{printed}” says which of them are counted; it is no figure of its own."
            out.refused.append((bound.start, bound.end, "size_class", why))
            del out.at[i]

    def _years_ago(self, i: int, out: Candidates) -> None:
        """5年前的3.6倍: the years say when, not how long."""
        years, times = out.at[i], out.at[i + 1]
        ago = self.norm[years.outer_end : times.outer_start] in {"前的", "前"}
        if ago and years.shape == DURATION and times.shape == MULTIPLE:
            times.outer_start = years.outer_start
            del out.at[i]

    def _two_units(self, i: int, tokens: list[Token], out: Candidates) -> None:
        """2小时15分钟, 1米75, 3元5角: one quantity told in two units is neither of the two."""
        after = tokens[i + 1] if i + 1 < len(tokens) else None
        larger = out.at.get(i)
        if larger is None or after is None or after.kind != lx.NUMBER or after.start != larger.outer_end:
            return
        smaller = out.at.get(i + 1)
        lasts = smaller is not None and larger.shape == smaller.shape == DURATION and not after.percent
        rest = not after.unit and not after.percent and _REST.fullmatch(after.word) is not None
        if not lasts and not (rest and larger.unit in _HAS_REST):
            return
        if smaller is not None and (lasts or not after.unit):
            del out.at[i + 1]
        end = after.end
        printed = self.norm[larger.start : end]
        why = f"“{printed}” is one quantity in two units; neither number is its value."
        out.refused.append((larger.start, end, "two_units", why))
        del out.at[i]

    def _number(self, i: int, tokens: list[Token], header: Header | None, out: Candidates) -> None:
        tok = tokens[i]
        if self._broken(i, tokens, out):
            return
        found = n.parse(tok.word)
        if found is not None and self.begins_a_noun(tok, found):
            tok = tokens[i] = tok._replace(unit="", end=tok.odd + 1 if tok.odd else tok.inner)
        if found is None:
            if any(c.isdigit() for c in tok.word):
                out.refused.append(
                    (tok.start, tok.inner, "numeral", f"“{tok.word}” is no well-formed numeral.")
                )
            return
        if tok.unit == "番" and found.value > _DOUBLINGS:
            why = f"Nothing doubles so often: “{tok.word}番”."
            out.refused.append((tok.start, tok.inner, "numeral", why))
            return
        partner = self._range(i, tokens)
        if partner is not None:
            upper = n.parse(tokens[partner].word.lstrip("-"))
            figure = self._join(tok, found, tokens[partner], upper) if upper else None
            if figure is not None:
                out.skipped.update(range(i + 1, partner + 1))
                out.at[i] = figure
                return
        before = tokens[i - 1] if i else None
        sign = self.words.signs.get(before.word) if before is not None and before.end == tok.start else None
        figure = self._points_in_list(i, tokens, found) or self._figure(tok, found)
        if figure is None:
            figure = self._without_unit(i, tokens, found, header)
        if figure is not None:
            if sign is not None and tok.unit == "元":
                figure.unit = sign  # 新台币3750亿元
            elif tok.unit in {"元", "块"} and self.yuan is not None:
                figure.unit, figure.unit_status = self.yuan, "inferred"
                figure.flags.add("unit_from_area")
            out.at[i] = self.last = figure

    def _broken(self, i: int, tokens: list[Token], out: Candidates) -> bool:
        """True where print or copying has torn the digits (19 2%, 3*5万): what stood there is lost."""
        tok = tokens[i]
        before, behind = self.norm[tok.start - 1 : tok.start], self.norm[tok.inner : tok.inner + 1]
        if before in _STARS or behind in _STARS:
            out.refused.append(
                (tok.start, tok.inner, "broken_number", f"Stars stand inside the digits of “{tok.word}”.")
            )
            return True
        if before == "\n" and _CUT.search(self.norm, max(0, tok.start - 3), tok.start):
            why = f"A line ends inside the digits before “{tok.word}”."
            out.refused.append((tok.start, tok.inner, "broken_number", why))
            return True
        if i + 1 < len(tokens) and tokens[i + 1].kind == lx.NUMBER:
            other = tokens[i + 1]
            apart = self.norm[tok.inner : other.start]
            torn = apart == " " and not tok.unit and not tok.percent and tok.word.isdigit()
            if torn and other.word[0].isdigit() and (other.percent or other.unit):
                out.skipped.add(i + 1)
                printed = self.norm[tok.start : other.inner]
                out.refused.append(
                    (
                        tok.start,
                        other.inner,
                        "broken_number",
                        f"A space stands inside “{printed}”: no digit can be vouched for.",
                    )
                )
                return True
        return False
