"""The time that each figure is at: what words of time do to the period in force."""

from __future__ import annotations

from bisect import bisect_left

from ingest.prose.figure import PERCENT, QUANTITY, Figure
from ingest.prose.periods import days_before, months_span
from ingest.prose.regex import regex
from ingest.prose.zh import lexer as lx
from ingest.prose.zh.clock import base_of, months_of
from ingest.prose.zh.lexer import Token
from ingest.prose.zh.periods import Period, parse
from ingest.prose.zh.state import State
from ingest.prose.zh.subjects import DEDUCTED, RESTORED

_OF = regex("(?:水平)?的(?:[近约超逾]|超过|大约)?")
_RECORD = regex("的?(?:首次|最|新[高低]|单月|次[高低]|较[高低快慢])")
_ON_TOP = regex("[^,，;。]{0,12}基础上")
_OTHERS = regex("[\u4e00-\u9fff]{2}")
_OF_PLAN = regex("(?:预算|计划|目标|任务)[^,，;]{0,6}的[近约超]?\\d")  # 为年初预算的102.3%
_AT_PRICES = regex("的?(?:不变|可比|固定)?价格?(?:计算|核算|[,，)])")
_IS = frozenset({"为", "是", "仅为", "达", "达到", "仅达", "仅达到", "只有", "录得"})
_BUT = frozenset({"而", "但", "但是", "不过", "然而"})
_FORESEEN = ("预测", "预估", "预期", "预计", "的预测", "的预期")
UNDATED = "="  # the rule of a comparison with no time
AHEAD = frozenset({"forecast", "target"})
_JOINED = frozenset({"和", "、", "与", "及"})
_FARTHEST = 40  # characters
_YEAR = 12
_REPORTS_OUT = 4  # the month by which the reports on the last year are out
_QUARTERS = regex("第?[一二三四](?:[、和]第?[二三四])+季度")


class Times(State):
    """Adds the words of time to the state of a sentence."""

    def _period(self, i: int, tok: Token) -> None:
        """Words of time: a comparison's base, the start of a change, or the time that the text is at."""
        period = parse(tok.word)
        before = self.segment.tokens[-1] if self.segment.tokens else None
        self.segment.add(tok)
        same = before is not None and before.end == tok.start and parse(before.word) is not None
        if period is None or (same and tok.word == "全年") or self._of_something_else(period, tok):
            return  # 比上年全年加快: of the year just said
        role = self.words.roles.get(before.word) if before and before.kind == lx.WORD else None
        after = next((t for t in self.tokens[i + 1 : i + 4] if t.word not in self.words.before), None)
        times = after is not None and after.kind == lx.NUMBER and after.unit == "倍"
        if before is None or before.end < tok.start - 1:
            role = None
        own = after is None or not (after.kind == lx.NUMBER or after.word in _IS)
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
        aside = first and (after.kind == lx.NUMBER or after.word in _IS)  # type: ignore[union-attr]
        clock = self.scene.clock
        again = self.bases and before is not None and before.end < tok.start <= before.end + 1
        recovers = before is not None and (before.word in RESTORED or role == "times")
        if recovers and after is not None and after.kind == lx.NUMBER:
            self.measured = self._share_of_before(tok, after)
        if (
            role in {"than", "gap"} or times or again or self.measured
        ):  # 比2012年, 是1978年的5.4倍, 比上月和上年同期
            code = clock.resolve(period) if clock.anchor() or period.rel != "anchor" else None
            if period.rel == "now" and code and clock.current and code[:4] >= clock.current[:4]:
                # 2023年12月末，较去年底: of a report that came out in January
                code = clock.resolve(period._replace(rel="anchor"))
            self.bases.append(f"={code}" if code else None)
            self.origin_end = period.end
            self.segment.compared = self.bases[0]
        elif role == "from" and self.norm[tok.end : tok.end + 1] in {"起", "开", "以"}:
            self._now(period._replace(since=True))
        elif role == "from" or (back and (self.depth or aside)) or self._before_now(period):
            # 由2012年的67立方米, (上年同期为5亿元), 去年为5亿元
            code = clock.resolve(period) if clock.anchor() or period.rel != "anchor" else None
            if code == clock.current and back:
                code = base_of(code, "year")
            self.origin_code, self.origin_end = code or "", period.end
            self.aside = role != "from"
        else:
            self._now(period)
            self._dates(before, tok)

    def _of_something_else(self, period: Period, tok: Token) -> bool:
        """True for words of time that date no figure: those of what is left out, of prices, of a record."""
        norm, start = self.norm, self.segment.start
        if start < tok.start and DEDUCTED.match(norm, start, tok.end + _FARTHEST):
            return True  # 扣除去年同期缓税因素后
        if (not period.rel and self._at_prices(tok)) or _OF_PLAN.match(norm, tok.end):
            return True
        if period.since and _RECORD.match(norm, tok.end):
            return True  # 为5月份以来首次正增长
        # 在上年高基数基础上增长1.1%
        return norm[tok.start - 1 : tok.start] == "在" and _ON_TOP.match(norm, tok.end) is not None

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
        if period.bare and scene.status in AHEAD and clock.anchor() is None and self._year_runs():
            code = str(int(code) + 1)  # 预计全年: of the year that runs, not of the one that is over
        if period.rel == "anchor" and scene.status in AHEAD and clock.anchor() is None:
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
        if (self.part or self.spots) and _is_within(code, clock.current):
            scene.stable = (
                scene.stable or clock.current
            )  # 一季度为5.4%，3月份为5.3%: the text goes on with Q1
            self.narrow |= self.part  # 其中第三季度: of the nine months spoken of
        elif period.ytd and self.spots and _is_within(clock.current, code):
            scene.stable = scene.stable or clock.current  # 6月零售5万辆；今年以来累计30万辆: an aside
        if period.day and clock.current and len(clock.current) != len("2018-12-31"):
            scene.stable = clock.current
        elif self.said_rule and scene.rule == "previous" and clock.current not in {None, code}:
            scene.stable = scene.stable or clock.current  # 从环比看，4月份: an aside
        if not period.last and not period.since:
            scene.clock.year = code
        scene.clock.current, scene.end, scene.since = code, period.end, period.since

    def _back_from_aims(self) -> None:
        """到2027年建成5G基站25万个。目前，已建成16.8万个: what stands now is at no time that is to come."""
        clock, published = self.scene.clock, self.scene.clock.published
        year = clock.current[:4] if clock.current else ""
        if published is not None and year.isdigit() and int(year) > published.year:
            clock.current = self.scene.status = None
            self.scene.end = self.scene.since = False

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

    def _is_over(self, code: str) -> bool:
        """True for a time that ended before the text appeared."""
        published, found = self.scene.clock.published, months_of(code)
        if published is None or found is None:
            return False
        return (found[0], found[1] + found[2] - 1) < (published.year, published.month)

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


def _is_older(code: str, now: str) -> bool:
    """True for a time that ends a year or more before another."""
    return code[:4].isdigit() and now[:4].isdigit() and code[:4] < now[:4] and "/" not in code


def _is_within(code: str | None, now: str | None) -> bool:
    """True for months of a longer run of months of one year."""
    inner, outer = months_of(code) if code else None, months_of(now) if now else None
    if inner is None or outer is None or inner[0] != outer[0] or inner == outer:
        return False
    return outer[1] <= inner[1] and inner[1] + inner[2] <= outer[1] + outer[2]
