"""The time that each figure is at: what words of time do to the period in force."""

from __future__ import annotations

import re
from bisect import bisect_left

from ingest.prose.figure import PERCENT, QUANTITY, Figure
from ingest.prose.periods import days_before, months_span
from ingest.prose.zh import lexer as lx
from ingest.prose.zh.clock import base_of, months_of
from ingest.prose.zh.figures import Candidates
from ingest.prose.zh.lexer import Token
from ingest.prose.zh.periods import Period, parse
from ingest.prose.zh.scene import Scene, Segment, Span, Spot
from ingest.prose.zh.subjects import DEDUCTED, RESTORED
from ingest.prose.zh.words import Words

_OF = re.compile("(?:水平)?的(?:[近约超逾]|超过|大约)?")
_RECORD = re.compile("的?(?:首次|最|新[高低]|单月|次[高低]|较[高低快慢])")
_ON_TOP = re.compile("[^,，;。]{0,12}基础上")
_OTHERS = re.compile("[\u4e00-\u9fff]{2}")
_OF_PLAN = re.compile("(?:预算|计划|目标|任务)[^,，;]{0,6}的[近约超]?\\d")  # 为年初预算的102.3%
_AT_PRICES = re.compile("的?(?:不变|可比|固定)?价格?(?:计算|核算|[,，)])")
_BUT = frozenset({"而", "但", "但是", "不过", "然而"})
_FORESEEN = ("预测", "预估", "预期", "预计", "的预测", "的预期")
UNDATED = "="  # the rule of a comparison with no time
_AHEAD = frozenset({"forecast", "target"})
_JOINED = frozenset({"和", "、", "与", "及"})
_FARTHEST = 40  # characters
_YEAR = 12
_REPORTS_OUT = 4  # the month by which the reports on the last year are out
_QUARTERS = re.compile("第?[一二三四](?:[、和]第?[二三四])+季度")


class Times:
    """The state of a sentence that is being read, and its words of time."""

    def __init__(
        self,
        norm: str,
        words: Words,
        scene: Scene,
        tokens: list[Token],
        found: Candidates,
        named: list[Span],
    ) -> None:
        self.named = named  # the names of companies
        self.norm, self.words, self.scene = norm, words, scene
        self.tokens, self.found = tokens, found
        self.spots: list[Spot] = []
        self.segment = Segment(norm, words, [], 0, named=named)
        self.pending: set[str] = set()  # price bases that wait for their figure
        self.part = False
        self.inner = False  # 其中 stands behind a figure of the same clause
        self.part_clause = 0
        self.part_of_time: str | None = None  # the time in force before 其中
        self.part_no = 0  # how often the sentence has said 其中
        self.depth = 0  # of brackets
        self.status_holds = False  # a status said for the sentence holds behind a semicolon
        self.periods: list[str] = []  # 三、四季度分别: one for each figure of the list
        self.listed_rates: str | None = None  # GDP增速分别为: the direction of the rates that follow
        self.dates: list[str] = []  # 2021年和2022年: the times that a list may share out
        self.by_quarter = False  # 各季度分别
        self.among: Span | None = None  # 在医院中: the whole of what follows
        self.skip_to = -1  # tokens before this offset are part of a noun or a bracket passed over
        self.clause = 0
        self.origin_code: str | None = None
        self.rules: set[str] = set()  # 同比, 环比 in this sentence
        self.said_rule = False  # 从环比看，11月份: said before the time that it holds for
        self.carried: Span | None = None  # the subject of a clause that had no figure
        self.before_bracket: Span | None = None  # the subject that a bracket with figures interrupts
        self.narrow = False  # 其中第三季度
        self.divided = False  # 分产业看: the levels that follow are parts
        self.area: str | None = None

    def _period(self, i: int, tok: Token) -> None:
        """Words of time: a comparison's base, the start of a change, or the time that the text is at."""
        period = parse(tok.word)
        before = self.segment.tokens[-1] if self.segment.tokens else None
        self.segment.add(tok)
        same = before is not None and before.end == tok.start and parse(before.word) is not None
        if period is None or (same and tok.word == "全年"):
            return  # 比上年全年加快: of the year just said
        if (
            DEDUCTED.match(self.norm, self.segment.start, tok.end + _FARTHEST)
            and self.segment.start < tok.start
        ):
            return  # 扣除去年同期缓税因素后: the time of what is left out
        if (not period.rel and self._at_prices(tok)) or _OF_PLAN.match(self.norm, tok.end):
            return
        role = self.words.roles.get(before.word) if before and before.kind == lx.WORD else None
        after = next((t for t in self.tokens[i + 1 : i + 4] if t.word not in self.words.before), None)
        times = after is not None and after.kind == lx.NUMBER and after.unit == "倍"
        if before is None or before.end < tok.start - 1:
            role = None
        if period.since and _RECORD.match(self.norm, tok.end):
            return  # 为5月份以来首次正增长
        if _ON_TOP.match(self.norm, tok.end) and self.norm[tok.start - 1 : tok.start] == "在":
            return  # 在上年高基数基础上增长1.1%
        own = after is None or not (after.kind == lx.NUMBER or after.word in {"为", "是", "仅为"})
        if role == "than" and self.norm.startswith(_FORESEEN, tok.end):
            self.segment.compared = UNDATED  # 较5月预测数下修: what was foreseen is no level of May
            return
        named = role == "than" and _OTHERS.match(self.norm, tok.end) and not self._changes(tok.end, after)
        if tok.word == "同期" and (role == "share" or named or (role is None and own)):
            if named:
                self.segment.tokens.pop()
            return  # 同期进口额, 占同期增量的9%, 比同期商品零售增速高: of the period that is spoken of
        back = (period.rel == "anchor" and period.year < 0) or (period.rel == "now" and period.year < 0)
        led = all(t.word in _BUT for t in self.segment.tokens[:-1])
        first = led and bool(self.spots) and after is not None
        aside = first and (after.kind == lx.NUMBER or after.word in {"为", "是", "仅为"})  # type: ignore[union-attr]
        clock = self.scene.clock
        again = self.bases and before is not None and before.end < tok.start <= before.end + 1
        recovers = before is not None and (before.word in RESTORED or role == "times")
        if recovers and after is not None and after.kind == lx.NUMBER:
            self.measured = self._share_of_before(tok, after)
        if (
            role in {"than", "gap"} or times or again or self.measured
        ):  # 比2012年, 是1978年的5.4倍, 比上月和上年同期
            code = clock.resolve(period) if clock.anchor() or not period.rel else None
            if period.rel == "now" and code and clock.current and code[:4] >= clock.current[:4]:
                # 2023年12月末，较去年底: of a report that came out in January
                code = clock.resolve(period._replace(rel="anchor"))
            self.bases.append(f"={code}" if code else None)
            self.segment.compared = self.bases[0]
        elif role == "from" and self.norm[tok.end : tok.end + 1] in {"起", "开", "以"}:
            self._now(period._replace(since=True))
        elif role == "from" or (back and (self.depth or aside)) or self._before_now(period):
            # 由2012年的67立方米, (上年同期为5亿元), 去年为5亿元
            code = clock.resolve(period) if clock.anchor() or not period.rel else None
            if code == clock.current and back:
                code = base_of(code, "year")
            self.origin_code = code or ""
            self.aside = role != "from"
        else:
            self._now(period)
            self._dates(before, tok)

    def _changes(self, at: int, tok: Token | None) -> bool:
        """True for a word of change at an offset: 比同期增长."""
        return tok is not None and tok.start == at and tok.word in self.words.changes

    def _dates(self, before: Token | None, tok: Token) -> None:
        """2021年和2022年，总额分别为A和B: one time for each figure of a list."""
        code = self.scene.clock.current
        together = before is not None and before.kind == lx.PERIOD and before.end < tok.start
        if code is None or not (together and before and self.norm[before.end : tok.start] in _JOINED):
            self.dates = [code] if code is not None else []
        else:
            self.dates.append(code)
        several = _QUARTERS.search(tok.word)
        if several and code and code[:4].isdigit():  # 三、四季度分别
            self.periods = [f"{code[:4]}-Q{k}" for k, q in enumerate("一二三四", 1) if q in several[0]]

    def _at_prices(self, tok: Token) -> bool:
        """按2020年价格计算: the year of the prices is not the time of the figures."""
        led = self.norm[tok.start - 1 : tok.start] in {"按", "以"} or self.depth > 0
        if not led or not _AT_PRICES.match(self.norm, tok.end):
            return False
        self.pending.add("constant_prices")
        self.scene.price = {"constant_prices"}
        return True

    def _share_of_before(self, tok: Token, after: Token) -> bool:
        """恢复至2019年同期的112.6%: an earlier time, and the text goes on at its own."""
        percent = after.percent or after.word[-1:] == "成" or "分之" in after.word
        return bool(percent) and _OF.fullmatch(self.norm, tok.end, after.start) is not None

    def _years_up_to_now(self, f: Figure) -> None:
        """三年来: the sentence is about the years that end with the day of publication."""
        clock, years = self.scene.clock, int(f.value)
        if (
            not self.norm.startswith(("来", "以来"), f.outer_end)
            or clock.published is None
            or not 0 < years < 100
        ):
            return
        f.period = f"{days_before(clock.published, 12 * years)}/P{years}Y"
        f.period_basis = self.scene.basis = "stated"
        self.scene.stable = self.scene.stable or clock.current
        clock.current = f.period

    def _before_now(self, period: Period) -> bool:
        """(2016年为11.8亿元): an earlier year in a bracket behind a figure."""
        now = self.scene.clock.current
        inside = self.depth > 0 and not period.rel and len(self.segment.tokens) == 1 and bool(self.spots)
        return inside and now is not None and now[:4].isdigit() and period.year < int(now[:4])

    def _now(self, period: Period) -> None:
        scene, clock = self.scene, self.scene.clock
        code = clock.resolve(period)
        if code is None:
            return
        if period.bare and scene.status in _AHEAD and clock.anchor() is None and self._year_runs():
            code = str(int(code) + 1)  # 预计全年: of the year that runs, not of the one that is over
        if period.rel == "anchor" and scene.status in _AHEAD and clock.anchor() is None:
            code = self._to_come(code)
        if not (period.report or period.bare):
            scene.basis = "stated"
        elif scene.basis != "stated":
            scene.basis = (
                "document" if scene.clock.current is None or not scene.clock.from_text else "inherited"
            )
        scene.clock.from_text = scene.clock.from_text or scene.basis == "stated"
        if scene.clock.current != code and not self.said_rule:
            scene.rule = scene.points_rule = None
        if self.spots and not period.rel and clock.current and _is_older(code, clock.current):
            scene.stable = scene.stable or clock.current  # 2022年则下跌3.7%: what follows is of now
        if self.part and _is_within(code, clock.current):
            scene.stable = scene.stable or clock.current  # 其中第三季度: of the nine months spoken of
            self.narrow = True
        if period.day and clock.current and len(clock.current) != len("2018-12-31"):
            scene.stable = clock.current
        elif self.said_rule and scene.rule == "previous" and clock.current not in {None, code}:
            scene.stable = scene.stable or clock.current  # 从环比看，4月份: an aside
        if not period.last and not period.since:
            scene.clock.year = code
        scene.clock.current, scene.end, scene.since = code, period.end, period.since

    def _to_come(self, code: str) -> str:
        """预估第二季, said in April: what is foreseen is not over yet."""
        published, found = self.scene.clock.published, months_of(code)
        if published is None or found is None or found[2] == _YEAR:
            return code
        year, first, months = found
        over = (year, first + months - 1) < (published.year, published.month)
        return months_span(year + 1, first, months) if over else code

    def _earlier(self, f: Figure) -> None:
        """较上年同期的57亿元增长18%, 从建国初期的8.6%: the level of before, though no 由 touches it."""
        segment = self.segment
        words, at = self.words, f.outer_start
        chain = segment.chain
        while chain and (chain[0].word in words.signs or chain[0].word in words.before):
            at, chain = chain[0].start, chain[1:]  # 的港币35亿元, 的约35亿元
        near = chain[0] if chain else None
        behind = self.norm[at - 1 : at] == "的"
        touches = near is not None and near.end == at and (f.shape == QUANTITY or self._is_left(f))
        if f.shape not in {QUANTITY, PERCENT} or not (behind or touches):
            return
        timed = near is not None and (near.kind == lx.PERIOD or near.word in words.periods)
        if segment.change is not None or self.measured:
            return
        if self.bases and timed:
            self.origin_code, self.aside = (self.bases[0] or "=")[1:], True
        elif behind and self.origin_code is None and segment.role("from") is not None:
            self.origin_code = ""

    def _is_left(self, f: Figure) -> bool:
        """较2022年27.6%提升8.1个百分点: a verb of change right behind a percentage starts from it."""
        at = bisect_left(self.tokens, f.outer_end, key=lambda tok: tok.start)
        behind = self.tokens[at] if at < len(self.tokens) else None
        touches = behind is not None and behind.start == f.outer_end
        return touches and behind is not None and self.words.changes.get(behind.word, ("",))[0] == "verb"

    def _year_runs(self) -> bool:
        """True where 全年 of a forecast can no longer be the year before, and is not over yet."""
        published = self.scene.clock.published
        return published is not None and _REPORTS_OUT <= published.month < 12

    def _outlook(self, f: Figure) -> str:
        """到2025年达到1000家: what is still to come when the text appears is a target."""
        published = self.scene.clock.published
        if published is None or f.period is None or not f.period[:4].isdigit():
            return "actual"
        year = int(f.period[:4])
        ends = (
            self.scene.end and f.period == f.period[:4] and published.month < 11
        )  # 到2021年底, said in February
        return "target" if year > published.year or (ends and year == published.year) else "actual"

    def _boundary(self, at: int, *, joint: bool) -> None:
        self.segment = Segment(self.norm, self.words, [], at, joint=joint, named=self.named)
        self.origin_code = None
        self.bases: list[str | None] = []  # the periods of a comparison, several for a list
        self.measured = False  # 恢复至2019年同期的112.6%
        self.aside = False  # the level of before stands in a clause of its own


def _is_older(code: str, now: str) -> bool:
    """True for a time that ends a year or more before another."""
    return code[:4].isdigit() and now[:4].isdigit() and code[:4] < now[:4] and "/" not in code


def _is_within(code: str, now: str | None) -> bool:
    """True for months of a longer run of months of one year."""
    inner, outer = months_of(code), months_of(now) if now else None
    if inner is None or outer is None or inner[0] != outer[0] or inner == outer:
        return False
    return outer[1] <= inner[1] and inner[1] + inner[2] <= outer[1] + outer[2]
