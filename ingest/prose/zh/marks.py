"""What punctuation does to the reading of a sentence: where a clause ends, what a bracket or a colon says."""

from __future__ import annotations

from ingest.prose.periods import months_span
from ingest.prose.regex import regex
from ingest.prose.zh import lexer as lx
from ingest.prose.zh import subjects
from ingest.prose.zh.clock import months_of
from ingest.prose.zh.lexer import Token
from ingest.prose.zh.places import Places
from ingest.prose.zh.times import UNDATED

_MARKS = " ,，、:\"'()的"
RATES = frozenset({"change_rate", "average_rate"})
_AMONG = regex("[ ,，]*在?([\u4e00-\u9fff]{2,16})中\\Z")  # 嫌疑人中，
_LETTER = regex("[A-Za-z]")
_LEADS = _MARKS + "和与及"
_LONGEST_BRACKET = 120
_AGAINST = ("相比", "比较")  # that close a clause of what is compared
_TURNS = frozenset({"由负转正", "由正转负"})
# 受台风影响，下降5%: a cause, not what fell.
_CAUSES = ("受", "由于", "因", "随", "在", "为", "按", "据", "与")
_POINTS = ("这", "该", "此", "其")  # 这一数字与上年相比: to what was said before


class Marks(Places):
    """Adds the marks to the state of a sentence."""

    def _mark(self, i: int, tok: Token) -> int:
        """A punctuation mark; returns where to go on if a bracket without figures is passed over."""
        mark, named = tok.word, None
        if mark == '"':
            return 0
        if mark == "(":
            close = self.norm.find(")", tok.end, tok.end + _LONGEST_BRACKET)
            inside = [t for t in self.tokens[i + 1 : i + 40] if t.start < close]
            based = any(t.word in self.words.basis for t in inside)  # (2020年可比价)
            figures = {lx.NUMBER, lx.RANK} if based else {lx.NUMBER, lx.PERIOD, lx.RANK}
            if close > 0 and not any(t.kind in figures for t in inside):
                self._remark(tok.end, close, inside)
                return close + 1
            self.depth += 1
            named = self._before_bracket(i, tok)
            self.before_bracket = self._interrupted(tok.start) if named is None else None
        elif mark == ")":
            self.depth = max(0, self.depth - 1)
            after = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
            if after is not None and after.kind == lx.NUMBER and after.start == tok.end:
                named = self.before_bracket  # 人口(包括31个省的人口)141260万人
        elif mark == ";":
            self.clause += 1
            self.among = self.listed_rates = None
            self.by_quarter = False
            self._leave(tok.end)
            if not self.status_holds and not self.norm.startswith("其中", tok.end):
                self.scene.status = None
            self._back_from_part()
        elif mark == ":" and self.depth:
            return 0  # (2016年:11.8亿元)
        elif mark == ":" and (noun := self._ends_in_rate()) is not None:
            self.listed_rates = self.words.changes[noun.word][1]
        elif mark == ":" and any(t.word in self.words.status for t in self.segment.tokens):
            self.status_holds = True  # 预期目标是: ahead of a list
        if mark == "、" and self.segment.start < tok.start and not self._just_read(tok):
            return 0  # an enumeration inside a noun phrase
        if mark in {",", "，"}:
            self._announced(tok.start)
        if self._deducted(tok.start):
            self.pending.add("same_scope")  # 剔除留抵退税因素后，
        self._carry(tok.start)
        if named is not None:
            self.carried = named
        compared = self.segment.compared
        # 从环比看，: said ahead of its figures; 较1—10月持平，: of nothing that follows
        if compared is not None and (compared[0] != "=" or self.norm.endswith(_AGAINST, 0, tok.start)):
            self.scene.rule, self.said_rule = self.segment.compared, True
        elif compared is None and self._said_against(tok.start):
            self.scene.rule = UNDATED
        self._boundary(tok.end, joint=mark == "、")
        return 0

    def _said_against(self, end: int) -> bool:
        """与疫情前相比，: ahead of its figures, and no time."""
        segment = self.segment
        return self.norm.endswith(_AGAINST, segment.start, end) and (
            segment.role("than") is not None and not segment.names_period(segment.start, end)
        )

    def _announced(self, end: int) -> None:
        """嫌疑人中， and 分产业看，: whose parts the figures behind are."""
        last, start = self.norm[end - 1 : end], self.segment.start
        if last == "中" and (within := _AMONG.match(self.norm, start, end)):
            self.among = within.span(1)
        elif last in {"看", "计", "分"} and subjects.divides(self.norm, start, end):
            self.divided = True

    def _deducted(self, end: int) -> bool:
        """剔除留抵退税因素后: what was left out, where it is no price, makes the scopes the same."""
        segment = self.segment
        if any(t.word in self.words.basis for t in segment.tokens):
            return False
        return subjects.DEDUCTED.match(self.norm, segment.start, end) is not None

    def _before_bracket(self, i: int, tok: Token) -> tuple[int, int] | None:
        """留宿旅客(140万人次)及不过夜旅客(146万人次): the name of a figure in a bracket right behind it."""
        after = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        words = self.words
        known = (words.verbs, words.changes, words.periods, words.comparisons, words.takers)
        if after is None or after.kind != lx.NUMBER or after.start != tok.end or not after.unit:
            return None
        left = subjects.begin(self.segment, tok.start)
        while left < tok.start and self.norm[left] in _LEADS:
            left += 1
        inner = [t for t in self.segment.tokens if t.start >= left]
        if any(t.kind != lx.WORD or any(t.word in k for k in known) for t in inner):
            return None
        text = self.norm[left : tok.start]
        return (left, tok.start) if len(text) > 2 and not any(c in _MARKS for c in text) else None

    def _interrupted(self, end: int) -> tuple[int, int] | None:
        """The noun phrase that ends at a bracket; none behind a figure, a verb or a comparison."""
        segment, words = self.segment, self.words
        left = subjects.begin(segment, end)
        known = (words.verbs, words.changes, words.roles, words.comparisons)
        plain = all(
            t.kind == lx.MASK or (t.kind == lx.WORD and not any(t.word in k for k in known))
            for t in segment.tokens
            if t.start >= left and t.word not in words.takers
        )
        behind = self.spots and self.spots[-1].figure.outer_end >= segment.start > 0
        return (left, end) if plain and not behind and end - left > 1 else None

    def _back_from_part(self) -> None:
        """一季度出口5亿元，其中3月份增长5%；进口: a month said of a part does not hold behind its clause."""
        clock = self.scene.clock
        whole = months_of(self.part_of_time) if self.part_of_time else None
        inner = months_of(clock.current) if clock.current else None
        self.part_of_time = None
        if whole is None or inner is None or whole[0] != inner[0] or whole == inner:
            return
        if whole[1] <= inner[1] and inner[1] + inner[2] <= whole[1] + whole[2]:
            year, first, months = whole
            clock.current = months_span(year, first, months)

    def _ends_in_rate(self) -> Token | None:
        """GDP增速分别为: the word for rates that a list of them stands under."""
        changes, roles = self.words.changes, self.words.roles
        for tok in reversed(self.segment.tokens):
            if changes.get(tok.word, ("",))[0] == "noun":
                return tok
            if roles.get(tok.word) != "respectively" and tok.word not in self.words.verbs:
                break
        return None

    def _remark(self, start: int, end: int, inside: list[Token]) -> None:
        """(以下增速均为实际增长率, 按可比价格计算,下同): a basis for all that follows in the paragraph."""
        codes = {self.words.basis[t.word][0] for t in inside if t.word in self.words.basis}
        said = self.norm[start:end]
        if not codes:
            return
        if said.startswith("以下") or "均" in said or said.endswith("下同"):
            self.scene.price = codes
        last = self.spots[-1].figure if self.spots else None
        if last is not None and last.kind in RATES and last.outer_end == start - 1 and not last.price_basis:
            last.price_basis = set(codes)  # 增长6.1%(可比价)

    def _just_read(self, tok: Token) -> bool:
        """True where a figure, with at most its counted noun, stands right before a mark."""
        unread = (t for t in self.segment.tokens if t.kind == lx.NUMBER)
        if not self.spots or any(not _LETTER.match(self.norm, t.inner) for t in unread):  # 3D is a name
            return bool(self.spots)
        spot = self.spots[-1]
        end = spot.noun[1] if spot.noun else spot.figure.outer_end
        return not self.norm[end : tok.start].strip(_MARKS)

    def _carry(self, end: int) -> None:
        """水产品价格由升转降，下降1.1%: a clause without a figure leaves its subject to the next."""
        self.carried = None
        segment = self.segment
        if segment.start and self.spots and self.spots[-1].figure.outer_end == segment.start:
            return
        changes, roles = self.words.changes, self.words.roles
        moved = next(
            (
                t
                for t in segment.tokens
                if changes.get(t.word, "")[:1] == ("verb",) or roles.get(t.word) == "from" or t.word in _TURNS
            ),
            None,
        )
        moves = any(changes.get(t.word, "")[:1] == ("verb",) or t.word in _TURNS for t in segment.tokens)
        against = self.norm.endswith(_AGAINST, segment.start, end)  # 客运量与上年同期相比，
        if moved is None and against:
            moved, moves = segment.role("than"), True
        if moved is None or not moves:
            return  # 记者从统计局获悉，: nothing moved
        left = subjects.begin(segment, moved.start)
        text = self.norm[left : moved.start].strip(_MARKS)
        text = text.removesuffix("同比").removesuffix("环比")
        if len(text) > 1 and not text.startswith(_CAUSES) and not (against and text.startswith(_POINTS)):
            at = self.norm.index(text, left)
            self.carried = (at, at + len(text))
