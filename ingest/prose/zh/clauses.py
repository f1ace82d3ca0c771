"""The left-to-right reading of a sentence: what each figure is, and the time and basis in force at it."""

from __future__ import annotations

from ingest.prose.figure import RANK, Figure
from ingest.prose.regex import regex
from ingest.prose.zh import hedges, kinds, nouns, subjects
from ingest.prose.zh import lexer as lx
from ingest.prose.zh.finish import Finish
from ingest.prose.zh.lexer import Token
from ingest.prose.zh.numerals import parse as numeral
from ingest.prose.zh.periods import Period
from ingest.prose.zh.scene import COUNTED, Spot
from ingest.prose.zh.times import UNDATED

_PLAN = regex('"?(?:期间|时期)')
_AMONG = regex("[ ,，、]*在([^,，、]{2,16}?)中")
_FREQUENCIES = frozenset({"per_100", "per_1000", "per_10000", "per_100000", "per_1000000"})


class Clauses(Finish):
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
        foreseen = self.segment.compared == UNDATED or self.segment.weighed(
            tok.start
        )  # 较8月预测数下修: what was foreseen then
        if before is not None and before.end == tok.start:  # 比计划提前, 高于预期
            foreseen |= words.roles.get(before.word) in {"than", "gap"} or before.word in words.before
        if w in words.status and not foreseen and not self.norm.startswith("的", tok.end):
            # 完成目标的126% is no target
            again = self.status_holds and scene.status == words.status[w][0]
            scene.status = words.status[w][0]
            self.status_holds = again or words.status[w][1] == "sentence"
        if w in words.basis:
            self._basis(i, tok, *words.basis[w])
        if words.comparisons.get(w):
            self.segment.compared = words.comparisons[w]
            self.rules.add(words.comparisons[w])
        role = words.roles.get(w)
        if role == "share" and self.norm[tok.start - 1] == "的" and self._said_of(words.status):
            scene.status = None  # 计划扩大投资的占43.8%: they plan, and so many do
        if role == "part":
            if not self.spots and len(self.segment.tokens) == 1:
                scene.status = scene.status or scene.told  # 预计销量5万辆。其中，出口2万辆
            self.inner = bool(self.spots) and self.spots[-1].clause == self.clause
            self.part_no += 1
            self.among = None
            self.part_clause, self.part_of_time = self.clause, scene.clock.current
            self.part = (
                self.part or w.startswith("其中") or (len(self.segment.tokens) == 1 and bool(self.spots))
            )
        elif role == "fresh":
            self.part = False
        elif role == "present" and len(self.segment.tokens) == 1:
            self._back_from_aims()
        self._place(tok)
        if w in words.plans and _PLAN.match(self.norm, tok.end):
            first, last = words.plans[w]
            self._now(Period(first, "", last))

    def _basis(self, i: int, tok: Token, code: str, scope: str) -> None:
        if scope == "change":  # 实际增长, but not 实际利用外资
            after = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
            if after is None or after.start != tok.end or after.word not in self.words.changes:
                return
        if scope == "paragraph":
            self.scene.price = {code}
        self.pending.add(code)
        self.pending_of = None

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
            nouns.counted(spot, segment, self.tokens, i + 1)
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
                f.kind = last.figure.kind
                if f.kind == "change_rate":
                    kinds.as_rate(f, last.figure.direction)
            if f.kind == "share" and self._named_rate_before(spot):
                f.kind = "level"
            if self.listed_rates and f.kind == "share" and segment.role("share") is None:
                kinds.as_rate(f, self.listed_rates)
            if last is not None and moved and spot.reach:
                self._as_moved(f, last.figure)  # 由860公里延伸到2140公里: what stands between is no subject
            elif not beside:
                subjects.find(spot, segment, per)
            if spot.listed and len(self.dates) > 1 and len(spot.names) < 2:
                self.periods = list(self.dates)
            nouns.counted(spot, segment, self.tokens, i + 1)
            if spot.subject is spot.noun is None and not spot.of_rate and self.carried is not None:
                spot.subject = self.carried
            if self._converts(f):
                spot.conversion = True
                self._as_converted(f, self.spots[-1].figure)
            self._per_thousand(f)
        self._finish(spot)

    @staticmethod
    def _as_moved(f: Figure, start: Figure) -> None:
        """What a change ends at is of the sort and unit of what it starts from."""
        if start.kind == "change_rate" and f.kind == "level":
            f.kind, f.direction = "change_rate", start.direction
        if (start.unit or "").startswith(f"{f.unit}/"):
            f.unit = start.unit  # 由每吨24万元降至8万元
        if f.unit in COUNTED and start.unit in _FREQUENCIES:
            f.unit = start.unit  # 每千人口床位由6.70张增加到6.92张

    def _each_quarter(self, start: int, end: int) -> None:
        """各季度分别增长A、B、C和D: a list has a time for each of its figures, till the clause ends."""
        now = self.scene.clock.current
        self.by_quarter = self.by_quarter or self.norm.find("各季度", start, end) >= 0
        if self.by_quarter and now is not None and now[:4].isdigit():
            self.periods = [f"{now[:4]}-Q{k}" for k in (1, 2, 3, 4)]

    def _per_thousand(self, f: Figure) -> None:
        """每千人口执业医师2.59人: so many to a thousand are no persons."""
        if f.unit not in COUNTED or f.kind not in {"level", "change_amount"}:
            return
        masks = (t for t in self.segment.tokens if t.kind == lx.MASK)
        each = next((t for t in masks if t.word[0] == "每" or t.word[-1] == "万"), None)  # 10万人死亡人数
        if each is None:
            return
        many = numeral(each.word.removeprefix("每").strip())
        if many is not None and (code := f"per_{many.value}") in _FREQUENCIES:
            f.unit = code
