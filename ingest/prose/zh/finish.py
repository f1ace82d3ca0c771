"""What is in force at a figure: its time, the base and price basis of a change, its status."""

from __future__ import annotations

from ingest.prose.figure import PERCENT
from ingest.prose.zh.clock import base_of
from ingest.prose.zh.joins import Joins
from ingest.prose.zh.marks import RATES
from ingest.prose.zh.scene import CHANGES, COUNTED, MARKS, Spot
from ingest.prose.zh.subjects import RESTORED
from ingest.prose.zh.times import AHEAD, UNDATED

_NOT_DATED = frozenset({"average_rate", "contribution", "difference"})


class Finish(Joins):
    """Completes a figure and begins the next segment."""

    def _finish(self, spot: Spot) -> None:
        """Time, basis and status in force; then the next segment begins."""
        f, scene, segment = spot.figure, self.scene, self.segment
        self._date(spot)
        if f.kind == "share" and (self.measured or self._said_of(RESTORED)):
            f.base_period = ((self.measured and self.bases and self.bases[0]) or "=")[1:] or None
            spot.restores = True
            if spot.subject is not None and self.norm[slice(*spot.subject)] == "水平":
                spot.subject = None
        f.ref_area = self.area
        expected = self._expected(f)
        spot.expected = expected is not None and (
            segment.role("gap") is not None or self._is_aim(f.outer_end)
        )
        if spot.origin and f.period and scene.status in AHEAD and self._is_over(f.period):
            expected = "actual"  # 预计投资60亿元，较去年的83亿元减少
        limit = segment.role("limit")
        if f.kind == "level" and limit is not None and spot.subject and limit.end == spot.subject[1]:
            expected = "rule"  # 上限为2500元
        f.status = expected or scene.status or self._outlook(f)
        total = segment.role("total")
        spot.total = (total.start, total.end) if total else None
        if f.kind in CHANGES:
            self._change(spot)
        elif spot.subject is not None and self.pending:
            self._level_of_basis(spot)
        start = min(segment.start, f.start)
        while start < f.start and self.norm[start] in MARKS:
            start += 1
        f.quote = (start, max(f.outer_end, spot.noun[1] if spot.noun else 0))
        self.spots.append(spot)
        if f.shape == PERCENT and f.kind in {"level", "share"}:
            scene.percent = f.kind
        if f.kind == "duration" and f.unit == "year":
            self._years_up_to_now(f)
        self.carried = None
        counts = spot.noun is not None and (f.unit in COUNTED or f.kind == "share")
        self._boundary(spot.noun[1] if counts and spot.noun else f.outer_end, joint=False)
        self.skip_to = self.segment.start

    def _date(self, spot: Spot) -> None:
        """The period of a figure: the one in force, or that of what a change starts from."""
        f, scene = spot.figure, self.scene
        f.period, f.period_basis = scene.clock.current or scene.clock.reference, scene.basis
        if self.periods and spot.listed:
            f.period, f.period_basis = self.periods.pop(0), "stated"
        turned = self.norm.find("转", self.segment.start, f.start) >= 0  # 由上月持平转为下降0.2%
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
        if f.kind in {"level", "share"} and (self.origin_end if spot.origin else scene.end):
            f.flags.add("end_of_period")
        if scene.since:
            f.flags.add("since")

    def _level_of_basis(self, spot: Spot) -> None:
        """经季节性调整的失业率为3.1%，失业人数约11.6万人: no basis of the next level."""
        if self.pending_of is not None:
            self.pending = set()
        elif self._said_of(self.words.basis):
            self.pending_of = spot

    def _change(self, spot: Spot) -> None:
        f, scene = spot.figure, self.scene
        if self.bases:
            spot.bases = self.bases[1:]
        points = f.kind == "points"
        from_level = self._from_level(f)
        rule = (
            from_level or self.segment.compared or f.base_rule or (points and scene.points_rule) or scene.rule
        )
        if any(t.word == "再" for t in self.segment.chain) and self.segment.compared is None:
            rule = UNDATED  # 季增6.8%，下季可望再增一成: on top of what was told, not of the year before
        if self.segment.held(f.outer_start):
            rule = UNDATED
        if rule is None and f.kind in {"change_rate", "change_amount"}:
            rule = scene.habit
        beside = f.kind == "change_rate" and self.aside and f.period == (rule or "")[1:]
        if (
            beside and self.spots
        ):  # 上涨4.3%，高于7月的4.0%: that rate is on a base of its own, of the same sort
            f.base_rule = self.spots[-1].figure.base_rule
            f.base_period = base_of(f.period, f.base_rule) if (f.base_rule or "=")[0] != "=" else None
        elif rule is not None and f.kind not in _NOT_DATED:
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
