"""Numerals with their unit: which candidates are figures, what shape they have, ranges and shared units."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal

from ingest.prose.figure import DURATION, MULTIPLE, PERCENT, POINTS, QUANTITY, Figure
from ingest.prose.zh import lexer as lx
from ingest.prose.zh import numerals as n
from ingest.prose.zh.lexer import Token
from ingest.prose.zh.words import Words

Refused = tuple[int, int, str, str]  # start, end, rule, sentence

_SHAPES = {"points": POINTS, "duration": DURATION, "multiple": MULTIPLE}
_BETWEEN = {"-", "至", "到", " - ", " 至 ", "-" * 2}
# Words that count hardly anything else than the article does: 一个, 一家, 一年.
_ARTICLE = {"一", "壹"}
_SMALL = frozenset("两二三四五六七八九俩")
_JOINT = re.compile(" ?(?:、|和|与|及|以及) ?")
_BRACKET = re.compile(r" ?\([^()]*\)\Z")
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


class Builder:
    """Turns number tokens into figures: `read` is the entry."""

    def __init__(self, norm: str, words: Words, area: str | None) -> None:
        self.yuan = words.yuan.get(area or "")  # what a bare 元 is where it is not the renminbi
        self.norm, self.words = norm, words
        self.last: Figure | None = None
        self.monies = {code for code, shape in words.units.values() if shape == "money"}

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
        for i in [i for i in out.at if i + 1 in out.at]:
            self._years_ago(i, out)
        return out

    def _exchange_rate(self, i: int, tokens: list[Token], out: Candidates) -> None:
        """1美元兑6.75元人民币 is one figure, in yuan to the dollar."""
        one, word, other = out.at[i], tokens[i + 1], out.at[i + 2]
        if word.word not in {"兑", "兑换", "合", "折合", "对", "约合"} or one.value != 1:
            return
        if one.unit in self.monies and other.unit in self.monies and one.outer_end == word.start:
            other.unit = f"{other.unit}/{one.unit}"
            other.outer_start = one.outer_start
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

    def _points_in_list(self, i: int, tokens: list[Token], found: n.Numeral) -> Figure | None:
        """0.1个和1.1个百分点: the first 个 is the classifier of the points."""
        tok = tokens[i]
        if tok.unit != "个":
            return None
        shared = self._shared(i, tokens)
        if shared is None or not shared.unit.startswith("个") or len(shared.unit) == 1:
            return None
        return self._share_unit(tok, found, shared)

    def _figure(self, tok: Token, found: n.Numeral) -> Figure | None:
        """A figure whose unit stands with it; None where there is none."""
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
        if shape == PERCENT and tok.unit in self.words.units and tok.percent:
            figure.outer_end = tok.inner  # 5%的 and 5%元: the unit word belongs to what follows
        return figure

    def _unit(self, tok: Token, found: n.Numeral) -> tuple[str, str] | None:
        """Shape and code of the unit word behind a numeral; None where it is none, or no figure."""
        printed = tok.unit
        if not printed:
            return None
        per = re.split("/|每", printed, maxsplit=1)
        if printed not in self.words.units and len(per) == 2:
            above, below = self.words.units[per[0]], self.words.units[per[1]]
            return QUANTITY, f"{above[0]}/{below[0]}"
        code, shape = self.words.units[printed]
        worded = tok.word[0] in n.DIGITS or tok.word[0] in n.SMALL
        if worded and tok.word in _ARTICLE and shape in {"count", "people", "duration"}:
            return None
        if (
            worded
            and tok.word in _SMALL
            and printed in {"点", "方", "期", "届", "度", "类", "门", "里", "口", "本"}
        ):
            return None
        if printed == "度":
            return self._degrees(tok, found)
        if printed == "方" and not found.has_scale_word:
            return None
        if shape == "duration" and printed == "年" and found.value > 300:
            return None
        if shape == "index" and not self._is_index(tok):
            return None
        return _SHAPES.get(shape, QUANTITY), code

    def _degrees(self, tok: Token, found: n.Numeral) -> tuple[str, str] | None:
        """度 is a kilowatt-hour of electricity or a degree; what stands around it says which."""
        around = self.norm[max(0, tok.start - 16) : tok.end + 2]
        if "温" in around or "华氏" in around or "摄氏" in around or "烧" in around:
            return QUANTITY, "degF" if "华氏" in around else "degC"
        return (QUANTITY, "kWh") if found.has_scale_word or "电" in around else None

    def _is_index(self, tok: Token) -> bool:
        before = self.norm[max(0, tok.start - 24) : tok.start]
        return "指" in before or "报" in before or "点" in before

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
                return None
            if tokens[k].kind == lx.WORD and tokens[k].word in self.words.changes:
                return None if between in {"至", "到"} and tok.unit else j
        return j

    def _join(self, tok: Token, low: n.Numeral, other: Token, high: n.Numeral) -> Figure | None:
        if low.form == "percent" and high.form == "plain" and not other.unit and not other.percent:
            high = high._replace(form="percent")  # 百分之二十至三十
        figure = self._figure(other, high)
        if figure is None or low.upper is not None or high.upper is not None:
            return None
        if (tok.unit and tok.unit != other.unit) or (tok.percent and not other.percent and other.unit):
            return None
        if low.form in {"percent", "permille"} and figure.shape != PERCENT and not other.unit:
            return None
        value = low.value
        if not low.has_scale_word and high.has_scale_word and not tok.unit:
            mantissa = n.parse(re.sub("[十百千万亿]+$", "", other.word.lstrip("-")))
            if mantissa is not None and mantissa.value and value * (high.value / mantissa.value) < high.value:
                value = value * (high.value / mantissa.value)
        if not value < high.value:
            return None
        figure.start = figure.outer_start = tok.start
        figure.value, figure.upper, figure.qualifier, figure.hedge = value, high.value, "RANGE", None
        return figure

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
        if worded or _BARE.fullmatch(tok.word):
            return None
        if self._year_or_name(tok):
            return None
        lead = self._lead(i, tokens)
        noun = next((w for w in self.words.indices if lead.endswith(w)), None)
        if noun is not None:
            code = "index_point" if noun.endswith(("指数", "PMI", "CPI", "PPI")) else "ratio"
            figure = self._plain(tok, found, code, "inferred")
            if code == "ratio":
                figure.shape = MULTIPLE
            return figure
        implied = next((code for end, code in self.words.implied.items() if lead.endswith(end)), None)
        if implied is not None:
            return self._plain(tok, found, implied, "inherited")  # 就业人数近30万
        moved = before is not None and before.end == tok.start and before.word in self.words.changes
        if moved and self.last is not None and self.last.unit in {"ratio", "index_point"}:
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
            return self._plain(tok, found, None, "lost")
        return None

    def _lead(self, i: int, tokens: list[Token]) -> str:
        """The words before a number, without its hedge, its verb and a bracket."""
        at = tokens[i].start
        for tok in reversed(tokens[max(0, i - 6) : i]):
            if tok.end != at or not (tok.word in self.words.before or tok.word in self.words.verbs):
                break
            at = tok.start
        return _BRACKET.sub("", self.norm[max(0, at - 40) : at].rstrip())

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

    def _shared(self, i: int, tokens: list[Token]) -> Token | None:
        """The later number of the same list (3、5和8个百分点) that carries the unit."""
        before = tokens[i]
        for other in tokens[i + 1 : i + 20]:
            if other.kind != lx.NUMBER:
                if other.word in {"、", "与", "和", "及"}:
                    continue
                return None
            if not _JOINT.fullmatch(self.norm, before.end, other.start):
                return None
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
        if "*" in (self.norm[tok.start - 1 : tok.start], self.norm[tok.inner : tok.inner + 1]) or (
            "★" in (self.norm[tok.start - 1 : tok.start], self.norm[tok.inner : tok.inner + 1])
        ):
            out.refused.append(
                (tok.start, tok.inner, "broken_number", f"Stars stand inside the digits of “{tok.word}”.")
            )
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
