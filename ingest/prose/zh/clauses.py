"""The left-to-right reading of a sentence: what each figure is, and the time and basis in force at it."""

from __future__ import annotations

import re
from collections.abc import Container

from ingest.prose.figure import RANK, Figure
from ingest.prose.zh import hedges, kinds, subjects
from ingest.prose.zh import lexer as lx
from ingest.prose.zh.clock import base_of
from ingest.prose.zh.joins import Joins
from ingest.prose.zh.lexer import Token
from ingest.prose.zh.marks import RATES
from ingest.prose.zh.numerals import parse as numeral
from ingest.prose.zh.periods import Period
from ingest.prose.zh.scene import CHANGES, Spot
from ingest.prose.zh.subjects import RESTORED
from ingest.prose.zh.times import UNDATED

_MARKS = " ,，、:\"'()的"
_PLAN = re.compile('"?(?:期间|时期)')
_AMONG = re.compile("[ ,，、]*在([^,，、]{2,16}?)中")
_COUNTED = frozenset({"count", "person", "household"})
_FREQUENCIES = frozenset({"per_100", "per_1000", "per_10000", "per_100000", "per_1000000"})
_NOT_DATED = frozenset({"average_rate", "contribution", "difference"})


class Clauses(Joins):
    """Reads the tokens of one sentence: `run` gives its figures in order."""

    def run(self, start: int) -> list[Spot]:
        """Every figure of the sentence that begins at `start`."""
        self._boundary(start, joint=False)
        for i, tok in enumerate(self.tokens):
            if tok.start < self.skip_to or i in self.found.skipped:
                continue
            kind = tok.kind
            if kind == lx.WORD:
                self._word(i, tok)
            elif kind == lx.NUMBER and i in self.found.at:
                self._number(i, self.found.at[i])
            elif kind == lx.MARK:
                self.skip_to = self._mark(i, tok) or self.skip_to
            elif kind == lx.PERIOD:
                self._period(i, tok)
            elif kind == lx.RANK:
                self._rank(tok)
            else:
                self.segment.add(tok)
        if any(spot.figure.status == "rule" for spot in self.spots):
            self._bounds_are_rules()
        return self.spots

    def _word(self, i: int, tok: Token) -> None:
        w, words, scene = tok.word, self.words, self.scene
        before = self.segment.tokens[-1] if self.segment.tokens else None
        if w in words.periods:
            self._period(i, tok)
            return
        self.segment.add(tok)
        foreseen = self.segment.compared == UNDATED  # 较8月预测数下修: what was foreseen then
        if before is not None and before.end == tok.start:  # 比计划提前, 高于预期
            foreseen |= words.roles.get(before.word) in {"than", "gap"} or before.word in words.before
        if w in words.status and not foreseen and not self.norm.startswith("的", tok.end):
            # 完成目标的126% is no target
            scene.status = words.status[w][0]
            self.status_holds = words.status[w][1] == "sentence"
        if w in words.basis:
            self._basis(i, tok, *words.basis[w])
        if words.comparisons.get(w):
            self.segment.compared = words.comparisons[w]
            self.rules.add(words.comparisons[w])
        role = words.roles.get(w)
        if role == "share" and self.norm[tok.start - 1] == "的" and self._said_of(words.status):
            scene.status = None  # 计划扩大投资的占43.8%: they plan, and so many do
        if role == "part":
            self.inner = bool(self.spots) and self.spots[-1].clause == self.clause
            self.part_no += 1
            self.among = None
            self.part_clause, self.part_of_time = self.clause, scene.clock.current
            self.part = (
                self.part or w.startswith("其中") or (len(self.segment.tokens) == 1 and bool(self.spots))
            )
        elif role == "fresh":
            self.part = False
        self._place(tok)
        if w in words.plans and _PLAN.match(self.norm, tok.end):
            first, last = words.plans[w]
            self._now(Period(first, "", last))

    def _said_of(self, known: Container[str]) -> bool:
        """True where a word of a list stands in the segment."""
        return any(t.word in known for t in self.segment.tokens)

    def _basis(self, i: int, tok: Token, code: str, scope: str) -> None:
        if scope == "change":  # 实际增长, but not 实际利用外资
            after = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
            if after is None or after.start != tok.end or after.word not in self.words.changes:
                return
        if scope == "paragraph":
            self.scene.price = {code}
        self.pending.add(code)

    def _rank(self, tok: Token) -> None:
        """第4位 ranks; 第4条 does not."""
        segment = self.segment
        segment.add(tok)
        after = self.norm[tok.end : tok.end + 1]
        printed = tok.word[1:].strip()
        found = numeral(printed)
        if found is None or not (after in {"位", "名"} or segment.role("rank") is not None):
            return
        start = tok.end - len(printed)
        figure = Figure(start, tok.end, RANK, found.value, None, found.last_place, found.last_nonzero_place)
        figure.unit, figure.outer_start, figure.outer_end, figure.kind = "count", tok.start, tok.end, "rank"
        if after in {"位", "名"}:
            figure.unit_span = (tok.end, tok.end + 1)
            figure.outer_end += 1
        segment.tie(tok.start)
        spot = Spot(figure, clause=self.clause, bracket=self.depth > 0)
        subjects.find(spot, segment, None)
        self._finish(spot)

    def _number(self, i: int, f: Figure) -> None:
        segment = self.segment
        segment.tie(f.outer_start)
        spot = Spot(f, clause=self.clause, part=self.part, bracket=self.depth > 0)
        spot.part_no, spot.nested = self.part_no, self.inner
        if (within := _AMONG.match(self.norm, segment.start, f.outer_start)) is not None:
            self.among = within.span(1)
        spot.among, spot.divided, spot.narrow = self.among, self.divided, self.narrow
        spot.loose = self.part and self.inner and self.clause != self.part_clause
        spot.listed = segment.role("respectively") is not None
        if spot.listed:
            self._each_quarter(segment.start, f.start)
        after = i + 1
        while after in self.found.skipped:
            after += 1
        hedges.attach(f, segment, self.tokens[after] if after < len(self.tokens) else None)
        per = hedges.per_unit(f, segment)
        self._earlier(f)
        if self._restates(spot):
            f.kind, f.direction, f.base_rule = "change_rate", self.spots[-1].figure.direction, None
            spot.bases = list(self.spots[-1].bases)
            if self.spots[-1].figure.base_rule:
                f.base_rule = self.spots[-1].figure.base_rule
        elif self._joins(spot) and self._continues(spot):
            subjects.counted(spot, segment, self.tokens, i + 1)
        else:
            spot.origin = self.origin_code is not None
            last = self.spots[-1] if self.spots else None
            moved = (
                last is not None and (last.origin or last.starts) and last.figure.outer_end == segment.start
            )
            kinds.classify(spot, segment, moved)
            if last is not None and last.growth and self._moves_on(spot):
                kinds.as_rate(f, last.figure.direction)  # 成长率初估为2.3%，全年下修至1.4%
            beside = last is not None and self._rate_of_before(last, f)
            if last is not None and beside:
                kinds.as_rate(f, last.figure.direction)
            if self.listed_rates and f.kind == "share" and segment.role("share") is None:
                kinds.as_rate(f, self.listed_rates)
            if last is not None and moved and spot.reach:
                # 由860公里延伸到2140公里: what stands between is no subject
                if last.figure.kind == "change_rate" and f.kind == "level":
                    f.kind, f.direction = "change_rate", last.figure.direction
                if (last.figure.unit or "").startswith(f"{f.unit}/"):
                    f.unit = last.figure.unit  # 由每吨24万元降至8万元
                if f.unit in _COUNTED and last.figure.unit in _FREQUENCIES:
                    f.unit = last.figure.unit  # 每千人口床位由6.70张增加到6.92张
            elif not beside:
                subjects.find(spot, segment, per)
            if spot.listed and len(self.dates) > 1 and len(spot.names) < 2:
                self.periods = list(self.dates)
            if spot.subject is None and not spot.of_rate and self.carried is not None:
                spot.subject = self.carried
            subjects.counted(spot, segment, self.tokens, i + 1)
            if self._converts(f):
                spot.conversion = True
                self._as_converted(f, self.spots[-1].figure)
            self._per_thousand(f)
        self._finish(spot)

    def _each_quarter(self, start: int, end: int) -> None:
        """各季度分别增长A、B、C和D: a list has a time for each of its figures, till the clause ends."""
        now = self.scene.clock.current
        self.by_quarter = self.by_quarter or self.norm.find("各季度", start, end) >= 0
        if self.by_quarter and now is not None and now[:4].isdigit():
            self.periods = [f"{now[:4]}-Q{k}" for k in (1, 2, 3, 4)]

    def _per_thousand(self, f: Figure) -> None:
        """每千人口执业医师2.59人: so many to a thousand are no persons."""
        if f.unit not in _COUNTED or f.kind not in {"level", "change_amount"}:
            return
        masks = (t for t in self.segment.tokens if t.kind == lx.MASK)
        each = next((t for t in masks if t.word[0] == "每" or t.word[-1] == "万"), None)  # 10万人死亡人数
        if each is None:
            return
        many = numeral(each.word.removeprefix("每").strip())
        if many is not None and (code := f"per_{many.value}") in _FREQUENCIES:
            f.unit = code

    def _finish(self, spot: Spot) -> None:
        """Time, basis and status in force; then the next segment begins."""
        f, scene, segment = spot.figure, self.scene, self.segment
        f.period, f.period_basis = scene.clock.current or scene.clock.reference, scene.basis
        if self.periods and spot.listed:
            f.period, f.period_basis = self.periods.pop(0), "stated"
        turned = self.norm.find("转", segment.start, f.start) >= 0  # 由上月持平转为下降0.2%
        if turned and f.kind == "change_rate":
            self.origin_code, spot.origin = None, False
        if self.origin_code and f.kind == "change_rate" and not self.aside:
            f.period, f.period_basis = self.origin_code, "stated"  # 由4月份下降3.7%转为增长1.1%
            spot.origin, spot.starts = False, True
        if self.origin_code is not None and not spot.reach and f.kind not in CHANGES:
            f.period, f.period_basis, spot.origin = self.origin_code or None, "stated", True
            spot.aside = self.aside
        elif spot.origin and self.aside and f.kind == "change_rate":
            f.period, f.period_basis, spot.origin = (
                self.origin_code or None,
                "stated",
                False,
            )  # 上年12月为下降0.8%
        elif spot.origin:
            f.period = None
        if f.period is None:
            f.period_basis = None
        elif f.period_basis is None:
            f.period_basis = "inherited" if scene.clock.current else "document"
        if scene.end and f.kind in {"level", "share"} and not spot.origin:
            f.flags.add("end_of_period")
        if scene.since:
            f.flags.add("since")
        if f.kind == "share" and self._said_of(RESTORED):
            f.base_period = ((self.measured and self.bases and self.bases[0]) or "=")[1:] or None
            spot.restores = True
            if spot.subject is not None and self.norm[slice(*spot.subject)] == "水平":
                spot.subject = None
        f.ref_area = self.area
        expected = self._expected(f)
        spot.expected = expected is not None and segment.role("gap") is not None
        f.status = expected or scene.status or self._outlook(f)
        total = segment.role("total")
        spot.total = (total.start, total.end) if total else None
        if f.kind in CHANGES:
            self._change(spot)
        start = min(segment.start, f.start)
        while start < f.start and self.norm[start] in _MARKS:
            start += 1
        f.quote = (start, max(f.outer_end, spot.noun[1] if spot.noun else 0))
        self.spots.append(spot)
        if f.kind == "duration" and f.unit == "year":
            self._years_up_to_now(f)
        self.carried = None
        counts = spot.noun is not None and (f.unit in _COUNTED or f.kind == "share")
        self._boundary(spot.noun[1] if counts and spot.noun else f.outer_end, joint=False)
        self.skip_to = self.segment.start

    def _change(self, spot: Spot) -> None:
        f, scene = spot.figure, self.scene
        if self.bases:
            spot.bases = self.bases[1:]
        points = f.kind == "points"
        from_level = self._from_level(f)
        rule = (
            from_level or self.segment.compared or f.base_rule or (points and scene.points_rule) or scene.rule
        )
        if rule is None and f.kind in {"change_rate", "change_amount"}:
            rule = scene.habit
        if rule is not None and f.kind not in _NOT_DATED:
            if rule in {UNDATED, from_level}:
                pass  # holds for no figure that follows
            elif points:
                scene.points_rule = rule
            elif self.segment.compared is not None or rule != "year" or scene.habit is None:
                scene.rule = rule
            f.base_period = (rule[1:] or None) if rule.startswith("=") else base_of(f.period, rule)
            f.base_rule = rule
            if f.base_period and f.base_period == base_of(f.period, "year"):
                scene.habit = "year"
        if not self.pending and f.kind in RATES and self._deducted(f.start):
            self.pending.add("same_scope")
        if self.pending:
            f.price_basis = set(self.pending)
        elif f.kind in {"change_rate", "average_rate"} and not f.price_basis:
            f.price_basis = set(scene.price)
        if not spot.bracket:
            self.pending = set()
