"""The candidates of a sentence: which number tokens are figures, and what must be refused."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal

from ingest.prose.figure import DURATION, MULTIPLE, PERCENT, QUANTITY, Figure
from ingest.prose.zh import lexer as lx
from ingest.prose.zh import numerals as n
from ingest.prose.zh.lexer import Token
from ingest.prose.zh.ranges import Ranges
from ingest.prose.zh.words import Words

Refused = tuple[int, int, str, str]  # start, end, rule, sentence

_NOUN = re.compile("的?[\u4e00-\u9fff]{1,10}")
_FROM = re.compile("[由从][^由从]{0,14}的\\Z")
_BRACKET = re.compile(r" ?\([^()]*\)\Z")
_HAN = re.compile("[\u4e00-\u9fff]")
_IN_EVERY = re.compile(
    "[名个位户家人辆件所](?!月|年|季)[^,，、;。:()]{0,14}[中里][,，]?[就便只仅平均]{0,2}有([近约超逾]|大约|超过|不到|不足|至少)?"
)
_NEAR = 6  # tokens between 每 and its figure
_DOUBLINGS = 10  # a thousand times as much
_STARS = frozenset("*★")
_CUT = re.compile(r"[\d.]\n\Z")
_CLASS = re.compile("的?(?:大?城市|项目|企业|工程|家庭|农户|县城|园区|单位|人群|客户)")
_BARE = re.compile(r"[十百千万亿]+|半")


@dataclass(slots=True)
class Header:
    """A line such as 单位：亿元 that scales the figures below it."""

    factor: Decimal
    code: str
    span: tuple[int, int]


_HEADER = re.compile(r"(?:计量)?单位 ?: ?(百亿|千亿|万亿|亿|百万|千万|十万|万|千|百)?")


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


class Builder(Ranges):
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
        for i in [i for i in out.at if i + 2 in out.at]:
            self._exchange_rate(i, tokens, out)
        for i in list(out.at):
            self._size_class(i, tokens, out)
        for i in [i for i in out.at if i + 1 in out.at]:
            self._years_ago(i, out)
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

    def _exchange_rate(self, i: int, tokens: list[Token], out: Candidates) -> None:
        """1美元兑6.75元人民币 is one figure, in yuan to the dollar."""
        one, word, other = out.at[i], tokens[i + 1], out.at[i + 2]
        if word.word not in {"兑", "兑换", "合", "折合", "对", "约合"} or one.value != 1:
            return
        if one.unit in self.words.monies and other.unit in self.words.monies and one.outer_end == word.start:
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

    def _number(self, i: int, tokens: list[Token], header: Header | None, out: Candidates) -> None:
        tok = tokens[i]
        if self._broken(i, tokens, out):
            return
        found = n.parse(tok.word)
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
