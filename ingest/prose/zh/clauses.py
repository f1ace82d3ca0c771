"""The left-to-right reading of a sentence: hedge, kind, direction, period, basis and subject of each figure."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ingest.prose.figure import DURATION, MULTIPLE, PERCENT, POINTS, QUANTITY, RANK, Figure
from ingest.prose.zh import lexer as lx
from ingest.prose.zh.figures import Candidates
from ingest.prose.zh.lexer import Token
from ingest.prose.zh.periods import Clock, base_of, parse
from ingest.prose.zh.words import Words

Span = tuple[int, int]


@dataclass(slots=True, eq=False)
class Spot:
    """A figure in its clause, with what the links ask about."""

    figure: Figure
    subject: Span | None = None  # the subject that stands in its own clause
    noun: Span | None = None  # the counted noun behind it
    joins: bool = False  # nothing but 、 or 和 before it: an item of a list
    listed: bool = False  # 分别 stands before the list
    names: list[Span] = field(default_factory=list)  # the subjects that 分别 shares out
    origin: bool = False  # the level that a change starts from (由, 从)
    reach: bool = False  # the level that a change ends at (增至)
    part: bool = False  # behind 其中
    total: Span | None = None  # the word (合计) that makes it the sum of what precedes
    whole: Span | None = None  # of a share: the words of the whole
    has_share_word: bool = False
    of_rate: bool = False  # a change of the growth rate itself (增速, 涨幅)
    bracket: bool = False
    conversion: bool = False
    average: bool = False
    clause: int = 0
    open_n_of_m: bool = False  # 860家企业中


@dataclass(slots=True)
class Scene:
    """What the text has said so far and later clauses lean on."""

    clock: Clock
    basis: str | None = None  # how the period in force is known to the sentence being read
    end: bool = False  # the period in force is its end (年末)
    since: bool = False
    rule: str | None = None  # base of the last comparison: a rule, or "=" and a code
    price: set[str] = field(default_factory=set)  # said once for the paragraph
    status: str | None = None


_LEADING_MARKS = " ,，、:\"'()的"
_GAP = re.compile(r"""[ "'了的:个]{0,3}\Z""")
_RATE_NOUN = re.compile(
    r"(?:率|利率|度|指数|系数|税率|比值|之比|成数|PMI|CPI|PPI|赤字率|费率|利差|收益|汇率|中间价|浓度|强度|增速)\Z"
)
_MORE = {
    "高": "up",
    "快": "up",
    "多": "up",
    "大": "up",
    "低": "down",
    "慢": "down",
    "少": "down",
    "小": "down",
}
_TO = {"到", "至", "为"}
_GROWTH_NOUN_SUBJECT = re.compile(
    r"(?:同比|环比|名义|实际|累计|其)?(?:增速|增幅|涨幅|降幅|跌幅|升幅|增长率|增长速度|涨速|减幅)(?:同比|环比)?\Z"
)
_GENERIC = re.compile(r"(?:总量|总额|总数|总规模|规模|数量|总值|金额|绝对量|总计|人数|水平|比重|占比)\Z")
_CUMULATIVE = re.compile("累计")


class Clauses:
    """Reads the tokens of one sentence; `spots` are its figures in order."""

    def __init__(self, norm: str, words: Words, scene: Scene, tokens: list[Token], found: Candidates) -> None:
        self.norm, self.words, self.scene = norm, words, scene
        self.tokens, self.found = tokens, found
        self.spots: list[Spot] = []
        self.seg: list[Token] = []  # tokens since the last boundary
        self.seg_start = 0
        self.pending: set[str] = set()  # price bases that wait for their figure
        self.part = False
        self.depth = 0
        self.clause = 0
        self.origin_code: str | None = None
        self.before_last: tuple[str | None, str | None, bool] | None = None  # clock before the last period
        self.compared: str | None = None  # rule or =code of this segment
        self.joint = False  # the boundary before this segment was only 、
        self.area: str | None = None

    def run(self, start: int) -> list[Spot]:
        """Every figure of the sentence that begins at `start`."""
        self.seg_start = start
        skip_to = -1
        for i, tok in enumerate(self.tokens):
            if tok.start < skip_to or i in self.found.skipped:
                continue
            kind = tok.kind
            if kind == lx.WORD:
                self._word(i, tok)
            elif kind == lx.NUMBER:
                figure = self.found.at.get(i)
                if figure is not None:
                    self._number(i, tok, figure)
                else:
                    self.seg.append(tok)
            elif kind == lx.MARK:
                skip_to = self._mark(i, tok, skip_to)
            elif kind == lx.PERIOD:
                self._period(i, tok)
            elif kind == lx.RANK:
                self._rank(i, tok)
            else:
                self.seg.append(tok)
        return self.spots

    # Boundaries and words

    def _mark(self, i: int, tok: Token, skip_to: int) -> int:
        mark = tok.word
        if mark == '"':
            return skip_to
        if mark == "(":
            close = self.norm.find(")", tok.end, tok.end + 120)
            inside = [t for t in self.tokens[i + 1 : i + 40] if t.start < close]
            if close > 0 and not any(t.kind in {lx.NUMBER, lx.PERIOD, lx.RANK} for t in inside):
                return close + 1
            self.depth += 1
        elif mark == ")":
            self.depth = max(0, self.depth - 1)
        elif mark == ";" or mark == ":":
            if mark == ";":
                self.clause += 1
        if mark == "、" and not any(t.kind == lx.NUMBER for t in self.seg) and not self._after_figure(tok):
            return skip_to  # an enumeration inside a noun phrase
        self._boundary(tok.end, mark == "、")
        return skip_to

    def _after_figure(self, tok: Token) -> bool:
        if not self.spots:
            return False
        f = self.spots[-1].figure
        return f.outer_end <= tok.start and f.outer_end > self.seg_start - 1

    def _boundary(self, at: int, joint: bool) -> None:
        self.seg, self.seg_start, self.joint = [], at, joint
        self.compared, self.origin_code = None, None

    def _word(self, i: int, tok: Token) -> None:
        w, words = tok.word, self.words
        row = words.periods.get(w)
        if row is not None:
            self._period(i, tok)
            return
        self.seg.append(tok)
        status = words.status.get(w)
        if status is not None:
            self.scene.status = status[0]
        basis = words.basis.get(w)
        if basis is not None:
            self._basis(i, tok, *basis)
        rule = words.comparisons.get(w)
        if rule:
            self.compared = self.scene.rule = rule
        role = words.roles.get(w)
        if role == "part":
            self.part = w in {"其中", "其中包括"} or (not self.seg[:-1] and bool(self.spots)) or self.part
        elif role == "fresh":
            self.part = False
        area = words.areas.get(w)
        if area is not None and self.area is None and self._names_area(tok):
            self.area = area

    def _names_area(self, tok: Token) -> bool:
        """An area that the clause is about, not one in a name or a comparison."""
        lead = self.norm[self.seg_start : tok.start].strip(_LEADING_MARKS)
        if lead and not all(t.kind == lx.PERIOD or t.end <= tok.start for t in self.seg[:-1]):
            return False
        if lead and (not self.seg[:-1] or self.seg[-2].end != tok.start):
            return False
        return len(tok.word) > 2 or tok.word in {"全国", "我国", "中国"}

    def _basis(self, i: int, tok: Token, code: str, scope: str) -> None:
        if scope == "change":
            after = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
            if after is None or after.start != tok.end or after.word not in self.words.changes:
                return
        if scope == "paragraph":
            self.scene.price = {code}
        self.pending.add(code)

    def _period(self, i: int, tok: Token) -> None:
        """Words of time: a comparison's base, the start of a change, or the time that the text is at."""
        period = parse(tok.word)
        before = self.seg[-1] if self.seg else None
        self.seg.append(tok)
        if period is None:
            return
        scene = self.scene
        role = self.words.roles.get(before.word) if before and before.kind == lx.WORD else None
        near = before is not None and before.end >= tok.start - 1
        if role == "than" and near:
            code = scene.clock.resolve(period)
            self.compared = scene.rule = f"={code}" if code else None
            return
        if role == "from" and near:
            self.origin_code = scene.clock.resolve(period) or ""
            return
        after = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        if after is not None and after.kind == lx.NUMBER and after.unit == "倍":
            self.compared = f"={scene.clock.resolve(period)}"
            return
        if self.depth and period.rel == "anchor" and not period.bare and period.year < 0:
            self.origin_code = scene.clock.resolve(period) or ""  # (上年同期为5亿元)
            return
        code = scene.clock.resolve(period)
        if code is None:
            return
        self.before_last = (scene.clock.current, scene.basis, scene.end)
        known = scene.clock.current is not None
        if period.report or period.bare:
            scene.basis = (
                "document" if not known and scene.clock.reference else "inherited" if known else "document"
            )
        else:
            scene.basis = "stated"
        if scene.clock.current != code:
            scene.rule = None
        scene.clock.current, scene.end, scene.since = code, period.end, period.since

    # Figures

    def _rank(self, i: int, tok: Token) -> None:
        """第4位 ranks; 第4条 does not."""
        self.seg.append(tok)
        after = self.norm[tok.end : tok.end + 1]
        ranked = any(self.words.roles.get(t.word) == "rank" for t in self.seg if t.kind == lx.WORD)
        if after not in {"位", "名"} and not ranked:
            return
        from ingest.prose.zh.numerals import parse as numeral

        printed = tok.word[1:].strip()
        found = numeral(printed)
        if found is None:
            return
        start = tok.end - len(printed)
        figure = Figure(start, tok.end, RANK, found.value, None, found.last_place, found.last_nonzero_place)
        figure.unit, figure.outer_start, figure.outer_end, figure.kind = "count", tok.start, tok.end, "rank"
        if after in {"位", "名"}:
            figure.unit_span = (tok.end, tok.end + 1)
            figure.outer_end += 1
        spot = Spot(figure, clause=self.clause)
        self._subject(spot, self._chain(tok.start))
        self._finish(spot)

    def _chain(self, right: int) -> list[Token]:
        """The known words that stand before a numeral without a gap, nearest first."""
        chain: list[Token] = []
        words = self.words
        for tok in reversed(self.seg):
            if tok.end > right or not _GAP.match(self.norm, tok.end, right):
                break
            w = tok.word
            if tok.kind == lx.PERIOD or (tok.kind == lx.WORD and (
                w in words.before or w in words.verbs or w in words.comparisons or w in words.status
                or w in words.basis or w in words.periods or w in words.signs
                or (w in words.roles and words.roles[w] not in {"part", "fresh", "rank", "run", "per", "asof"})
                or (w in words.changes and words.changes[w][0] != "plain")
            )):  # fmt: skip
                chain.append(tok)
                right = tok.start
            else:
                break
        return chain

    def _number(self, i: int, tok: Token, f: Figure) -> None:
        spot = Spot(f, clause=self.clause, part=self.part, bracket=self.depth > 0)
        chain = self._chain(f.outer_start)
        gap = self.norm[self.seg_start : f.outer_start]
        spot.joins = bool(self.spots) and not self.seg and not gap.strip(" 和与及以、")
        roles = {self.words.roles.get(t.word) for t in self.seg if t.kind == lx.WORD}
        spot.listed = "respectively" in roles
        self._hedge(i, f, chain)
        self._per(f)
        if spot.joins and self._continues(spot):
            self._finish(spot)
            return
        change = next((t for t in chain if self.words.changes.get(t.word, ("plain",))[0] != "plain"), None)
        self._classify(spot, chain, change, roles)
        self._subject(spot, chain)
        self._noun(i, spot)
        self._finish(spot)

    def _hedge(self, i: int, f: Figure, chain: list[Token]) -> None:
        words = self.words
        for tok in chain:
            q = words.before.get(tok.word)
            bare_only = tok.word in {"上", "过"}
            if q and not (bare_only and not re.match("[半十百千万亿]", self.norm[f.start : f.start + 1])):
                if f.shape == DURATION and q == "NEARLY" and f.unit == "year" and tok is self.seg[0]:
                    return  # 近三年来: the last three years
                if f.qualifier == "RANGE":
                    if q == "ABOUT":
                        f.flags.add("about_range")
                        f.hedge = (tok.start, tok.end)
                elif f.hedge is None:
                    f.qualifier, f.hedge = q, (tok.start, tok.end)
                f.outer_start = min(f.outer_start, tok.start)
                break
            if tok.word not in words.verbs and tok.word not in words.signs:
                break
        after = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        while after is not None and self.tokens.index(after) in self.found.skipped:
            k = self.tokens.index(after) + 1
            after = self.tokens[k] if k < len(self.tokens) else None
        if after is None or after.kind != lx.WORD or after.word not in words.after:
            return
        between = self.norm[f.outer_end : after.start]
        if between.strip(" 的及") or len(between) > 2:
            return
        q = words.after[after.word]
        if f.qualifier == "RANGE":
            if q == "ABOUT":
                f.flags.add("about_range")
                f.hedge = (after.start, after.end)
        elif f.hedge is None:
            f.qualifier, f.hedge = q, (after.start, after.end)
        f.outer_end = after.end

    def _per(self, f: Figure) -> None:
        """每公斤120元: the unit below the stroke stands before the numeral."""
        for tok in reversed(self.seg):
            if tok.word == "每" and f.shape == QUANTITY and f.unit and "/" not in f.unit:
                below = self.norm[tok.end : f.outer_start].strip(" 约为达到")
                known = self.words.units.get(below)
                if (known is not None and known[1] in {"measure", "people"}) or below == "股":
                    f.unit = f"{f.unit}/{'share' if below == '股' else known[0] if known else ''}"
                return
        if any(self.words.roles.get(t.word) == "per_period" for t in self.seg if t.kind == lx.WORD):
            f.flags.add("per_period")

    def _continues(self, spot: Spot) -> bool:
        """An item of a list takes kind, direction and base from the item before it."""
        last = self.spots[-1]
        f, g = spot.figure, last.figure
        if f.shape != g.shape or g.kind in {"rank", "duration"}:
            return False
        f.kind, f.direction, f.base_rule = g.kind, g.direction, g.base_rule
        f.price_basis = set(g.price_basis)
        f.flags |= g.flags & {"ambiguous_multiple", "per_period", "cumulative"}
        spot.listed = spot.part = False
        spot.part, spot.listed = last.part, last.listed
        spot.of_rate, spot.has_share_word, spot.whole = last.of_rate, last.has_share_word, last.whole
        return True

    def _classify(self, spot: Spot, chain: list[Token], change: Token | None, roles: set[str | None]) -> None:
        """Kind and direction from the words before the numeral."""
        f, words = spot.figure, self.words
        part, direction = words.changes[change.word] if change else ("", "")
        to = part == "reach" or (
            part == "verb"
            and change is not None
            and any(t.word in _TO and t.start >= change.end for t in chain)
            and not (
                f.shape == PERCENT and change.word in {"增长", "负增长"} and self._only_is(chain, change)
            )
        )
        spot.origin = any(words.roles.get(t.word) == "from" for t in chain) and not to
        spot.conversion = "conversion" in roles and spot.bracket
        spot.average = "average" in roles
        gap = self._gap_word()
        if f.shape == DURATION:
            f.kind = "duration"
            spot.reach = to
        elif f.shape == POINTS:
            self._points(spot, change, direction, gap, to)
        elif f.shape == MULTIPLE:
            self._multiple(spot, change, direction, to)
        elif spot.origin:
            f.kind = "level"
        elif to:
            f.kind, spot.reach = "level", True
        elif f.shape == PERCENT:
            self._percent(spot, chain, change, part, direction, gap)
        else:
            self._amount(spot, chain, change, part, direction, gap)
        if f.kind == "level" and f.shape == PERCENT:
            self._share_or_level(spot, chain)
        if f.value < 0 and f.kind in {"change_rate", "average_rate"}:
            f.value = -f.value
            f.direction = "down" if f.direction != "down" else "up"
        if f.kind == "level" and _CUMULATIVE.search(self.norm, self.seg_start, f.start):
            f.flags.add("cumulative")

    def _only_is(self, chain: list[Token], change: Token) -> bool:
        return all(t.word == "为" for t in chain if t.word in _TO and t.start >= change.end)

    def _gap_word(self) -> Token | None:
        for tok in self.seg:
            if tok.kind == lx.WORD and self.words.roles.get(tok.word) == "gap":
                return tok
        return None

    def _compares_periods(self, start: int, end: int) -> bool:
        return any(
            start <= t.start < end and (t.kind == lx.PERIOD or t.word in self.words.periods) for t in self.seg
        )

    def _more(self, f: Figure) -> tuple[str, bool] | None:
        """比全国高0.8个百分点: direction, and whether the comparison is with another time."""
        word = self.norm[f.outer_start - 1 : f.outer_start]
        direction = _MORE.get(word)
        than = next((t for t in self.seg if self.words.roles.get(t.word) == "than"), None)
        if direction is None or than is None:
            return None
        return direction, self._compares_periods(than.end, f.outer_start)

    def _points(self, spot: Spot, change: Token | None, direction: str, gap: Token | None, to: bool) -> None:
        f = spot.figure
        moved = next((t for t in self.seg if self.words.roles.get(t.word) == "contribution"), None)
        if moved is not None and moved.word != "贡献率":
            f.kind = "contribution"
            f.direction = "down" if moved.word in {"下拉", "拖累"} else "up"
            return
        f.kind = "points"
        if gap is not None and gap.end <= f.outer_start:
            word = gap.word
            f.direction = "down" if word in {"低于", "慢于"} else "up" if word != "相差" else None
            if not self._compares_periods(gap.end, f.outer_start):
                f.kind = "difference"
            return
        more = self._more(f)
        if more is not None:
            f.direction, in_time = more
            f.kind = "points" if in_time else "difference"
            return
        if change is not None:
            f.direction = direction
        elif any(t.word == "差" or t.word == "相差" for t in self.seg):
            f.kind = "difference"

    def _multiple(self, spot: Spot, change: Token | None, direction: str, to: bool) -> None:
        f = spot.figure
        f.kind = "multiple"
        if f.unit_span is None:  # 翻番, 减半
            f.direction = "up" if f.value > 1 else "down"
            return
        if change is not None:
            f.direction = direction or None
            if to:
                return
            printed = self.norm[f.start : f.end]
            if printed in {"1", "一"}:
                f.value = f.value + 1
            else:
                f.flags.add("ambiguous_multiple")
            return
        spot.has_share_word = False

    def _percent(
        self,
        spot: Spot,
        chain: list[Token],
        change: Token | None,
        part: str,
        direction: str,
        gap: Token | None,
    ) -> None:
        f = spot.figure
        contribution = any(t.word in {"贡献率", "贡献"} for t in self.seg if t.kind == lx.WORD)
        if (
            (contribution
            and change is None)
            or (contribution
            and chain
            and chain[-1].word != "贡献率"
            and any(t.word == "贡献率" for t in chain))
        ):
            f.kind = "contribution"
            return
        if spot.average:
            f.kind = "average_rate"
            f.direction = direction or ("down" if any("下降" in t.word for t in self.seg) else "up")
            return
        more = self._more(f)
        if change is None and more is not None:
            f.direction = more[0]
            f.kind = "change_rate" if more[1] else "difference"
            return
        if (
            change is None
            and gap is not None
            and gap.end < f.outer_start
            and gap.word not in self.words.before
        ):
            f.kind, f.direction = "difference", "down" if gap.word in {"慢于"} else "up"
            return
        if change is not None:
            f.kind, f.direction = "change_rate", direction
            return
        f.kind = "level"

    def _amount(
        self,
        spot: Spot,
        chain: list[Token],
        change: Token | None,
        part: str,
        direction: str,
        gap: Token | None,
    ) -> None:
        f = spot.figure
        if change is not None and part == "verb":
            f.kind, f.direction = "change_amount", direction
            return
        if change is not None and part == "noun":
            f.kind, f.direction = "change_amount", direction
            return
        more = self._more(f)
        if more is not None:
            f.direction = more[0]
            f.kind = "change_amount" if more[1] else "difference"
            return
        if gap is not None and gap.end < f.outer_start and not self._compares_periods(gap.end, f.outer_start):
            if gap.word == "相差":
                f.kind = "difference"
            return
        # 比上年减少工业用地300亩: the verb stands right behind the comparison, the thing behind the verb.
        if self.compared is not None:
            for before, tok in zip(self.seg, self.seg[1:], strict=False):
                compares = (
                    before.kind == lx.PERIOD
                    or before.word in self.words.comparisons
                    or (before.word in self.words.periods)
                )
                found = self.words.changes.get(tok.word)
                if compares and found and found[0] == "verb" and tok.start <= before.end + 1:
                    f.kind, f.direction = "change_amount", found[1]
                    return

    def _share_or_level(self, spot: Spot, chain: list[Token]) -> None:
        """A percentage that is no change: a share of something, or a rate that has its own name."""
        f, words = spot.figure, self.words
        for tok in self.seg:
            role = words.roles.get(tok.word) if tok.kind == lx.WORD else None
            if role == "share":
                stop = next(
                    (
                        t.start
                        for t in self.seg
                        if t.start > tok.end and words.roles.get(t.word) == "share_noun"
                    ),
                    chain[-1].start if chain and chain[-1].start > tok.end else f.outer_start,
                )
                whole = self.norm[tok.end : stop].rstrip("的 ")
                spot.whole = (tok.end, tok.end + len(whole)) if whole else None
                spot.has_share_word = True
                f.kind = "share"
                return
            if role == "share_noun":
                spot.has_share_word = True
                f.kind = "share"
                return
        printed = self.norm[f.start : f.end]
        after = self.norm[f.outer_end : f.outer_end + 1]
        if spot.origin or spot.reach:
            return
        if printed[-1] in "成半" or "fraction" in f.flags or after == "的":
            f.kind = "share"
            return
        chain_start = chain[-1].start if chain else f.outer_start
        lead = self.norm[self.seg_start : chain_start].rstrip("的了 )")
        if not lead.strip(_LEADING_MARKS) or not _RATE_NOUN.search(lead):
            f.kind = "share"

    # Subject, noun, and what the clause gives

    def _subject(self, spot: Spot, chain: list[Token]) -> None:
        words, norm, f = self.words, self.norm, spot.figure
        right = chain[-1].start if chain else f.outer_start
        left = self.seg_start
        share = next((t for t in self.seg if words.roles.get(t.word) == "share" and t.kind == lx.WORD), None)
        if share is not None and f.kind == "share":
            right = min(right, share.start)
        than = next((t for t in self.seg if words.roles.get(t.word) in {"than", "gap"}), None)
        if (
            than is not None
            and than.start < right
            and f.kind in {"difference", "points", "change_amount", "change_rate"}
        ):
            right = than.start
        for tok in self.seg:
            lead = norm[left : tok.start]
            if lead.strip(_LEADING_MARKS) or tok.start >= right:
                break
            w = tok.word
            if not (
                tok.kind in {lx.PERIOD, lx.MASK}
                or w in words.verbs or w in words.status or w in words.basis or w in words.scopes
                or w in words.periods or w in words.comparisons
                or (w in words.areas and self._drops_area(w))
                or words.roles.get(w) in {"part", "total", "fresh", "asof", "respectively", "average", "than", "from"}
            ):  # fmt: skip
                break
            left = tok.end
        while left < right and norm[left] in _LEADING_MARKS + "和与及":
            left += 1
        while right > left and norm[right - 1] in " ,，、:\"'的了有共":
            right -= 1
        if norm.startswith("分", left) and norm[left:right].endswith(("看", "计", "分")):
            left = right
        if right - left >= 1 and norm[left] == "对":
            return  # 对经济增长的贡献率: what it contributes to, not what contributes
        if right > left:
            spot.subject = (left, right)
            text = norm[left:right]
            if _GROWTH_NOUN_SUBJECT.match(text):
                spot.subject, spot.of_rate = None, True
            elif spot.listed:
                spot.names = self._names(left, right)
        growth = next((t for t in self.seg if words.changes.get(t.word, ("",))[0] == "noun"), None)
        if f.kind in {"points", "difference"} and growth is not None:
            spot.of_rate = True
            if spot.subject is not None and growth.start <= spot.subject[0] + 1:
                spot.subject = None
            elif spot.subject is not None and growth.end == spot.subject[1]:
                spot.subject = (spot.subject[0], growth.start) if growth.start > spot.subject[0] else None

    def _drops_area(self, word: str) -> bool:
        return word in {"全国", "我国"}

    def _names(self, left: int, right: int) -> list[Span]:
        """The subjects of a 分别 list: 出口、进口 or A和B."""
        spans: list[Span] = []
        start = left
        for m in re.finditer("、|以及|和|与|及", self.norm[left:right]):
            if left + m.start() > start:
                spans.append((start, left + m.start()))
            start = left + m.end()
        spans.append((start, right))
        return spans

    def _noun(self, i: int, spot: Spot) -> None:
        """The counted noun behind the unit: from there to the next word that the lexicon knows as no noun."""
        f, norm, words = spot.figure, self.norm, self.words
        start = f.outer_end
        while norm[start : start + 1] in {"的", " "}:
            start += 1
        if norm.startswith("为", start) and spot.subject is None:
            start += 1
        stop = start
        limit = len(norm)
        for tok in self.tokens[i + 1 :]:
            if tok.start < start:
                continue
            w = tok.word
            if tok.kind == lx.WORD and (
                (w in words.changes and words.changes[w][0] != "plain") or w in words.comparisons or w in words.verbs
                or w in words.roles or (w in words.before and w not in words.areas)
            ):  # fmt: skip
                limit = tok.start
                break
            if tok.kind in {lx.MARK, lx.NUMBER, lx.PERIOD} and tok.word != '"':
                limit = tok.start
                break
        m = _NOUN.match(norm, start, min(limit, start + 30))
        stop = m.end() if m else start
        if stop > start:
            if norm[stop - 1] == "中":
                spot.open_n_of_m = True
                stop -= 1
            if stop > start:
                spot.noun = (start, stop)

    def _finish(self, spot: Spot) -> None:
        f, scene = spot.figure, self.scene
        f.period, f.period_basis = scene.clock.current or scene.clock.reference, scene.basis
        if self.origin_code is not None and (spot.origin or spot.bracket):
            f.period, spot.origin = self.origin_code or None, True
            f.period_basis = "stated"
        elif spot.origin:
            f.period = None
        if f.period is None:
            f.period_basis = None
        elif f.period_basis is None:
            f.period_basis = "document" if not scene.clock.current else "inherited"
        if scene.end and f.kind in {"level", "share"} and not spot.origin:
            f.flags.add("end_of_period")
        if scene.since:
            f.flags.add("since")
        f.status = scene.status or "actual"
        total = next((t for t in self.seg if self.words.roles.get(t.word) == "total"), None)
        if total is not None:
            spot.total = (total.start, total.end)
        if f.kind in _CHANGES:
            rule = self.compared or f.base_rule or scene.rule
            if rule is not None and f.kind not in {"average_rate", "contribution", "difference"}:
                f.base_period = rule[1:] if rule.startswith("=") else base_of(f.period, rule)
                f.base_rule = rule
            if spot.joins and f.price_basis:
                pass
            elif self.pending:
                f.price_basis = set(self.pending)
            elif f.kind in {"change_rate", "average_rate"}:
                f.price_basis = set(scene.price)
        if not spot.bracket:
            self.pending = set() if f.kind in _CHANGES else self.pending
        f.quote = (min(self.seg_start, f.start), f.outer_end)
        while f.quote[0] < f.start and self.norm[f.quote[0]].isspace():
            f.quote = (f.quote[0] + 1, f.quote[1])
        if spot.noun and f.quote[1] < spot.noun[1]:
            f.quote = (f.quote[0], spot.noun[1])
        self.spots.append(spot)
        self._boundary(f.outer_end, False)


_CHANGES = {
    "change_rate",
    "change_amount",
    "points",
    "multiple",
    "average_rate",
    "contribution",
    "difference",
}
_NOUN = re.compile(r"[\u4e00-\u9fffA-Za-z\"&·-]+")
