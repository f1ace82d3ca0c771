"""Changes with the levels that they change."""

from __future__ import annotations

from ingest.prose.figure import DURATION, PERCENT, QUANTITY, Figure
from ingest.prose.regex import regex
from ingest.prose.zh.clock import year_before
from ingest.prose.zh.lists import Lists
from ingest.prose.zh.scene import Spot

_HOLDS = regex("(?:稳定|保持|维持|控制)在")


class Growth(Lists):
    """The rules that find the level of a change, before it or behind it."""

    def _change(self, spot: Spot) -> None:
        f = spot.figure
        if (spot.extreme and spot.subject is None) or spot.of_other:
            f.base_period = None if spot.of_other else f.base_period
            f.measure = spot.subject
            if spot.of_other:
                self._inherit(spot)
            return
        if spot.of_rate:
            target = self.last_rate or (self.board.rates[-1] if self.board.rates else None)
            if f.kind == "points":
                if target is not None and spot.subject is None:
                    self._grow(spot, target, "rate_of_the_topic")
                    f.measure = target.figure.measure
                else:
                    self._own(spot)
                return
            # 增速为5%, 降幅达31.9%: the rate of the topic itself.
        if spot.subject is None and self.norm.startswith("的", f.outer_end):
            self.attributive = spot
        if spot.subject is not None and not (spot.of_rate and f.kind != "points"):
            found = self._named(spot)
            f.measure = spot.subject
            if found is not None:
                self._grow(spot, found, "same_name")
                self.topic, self.level = spot, found
            else:
                self.topic, self.level = spot, None
                self.waiting = [*self.waiting, spot] if self._same_clause(spot) else [spot]
                if f.kind == "change_amount":
                    self._amount_of_change(spot)
        elif f.shape == DURATION and (before := self._lasting(f)) is not None:
            f.measure = before.measure  # 周转天数为20.8天，同比增加1.4天
            if before.period == f.period:
                f.link("growth_of", before, "length_of_time")
        elif self.topic is not None:
            self._inherit(spot)
            target = self._level_for(spot)
            if target is not None:
                if f.kind == "points" and target is self.here[-1] and target.figure.measure is not None:
                    f.measure = target.figure.measure  # 35.5%的国民有听书习惯，增长了2.8个百分点
                self._grow(spot, target, "topic")
            elif self.level is None or self.level.aside or self.level.origin:
                self.waiting.append(spot)
        else:
            self._from_board(spot)
        if f.kind == "change_rate":
            self.last_rate = spot
            self.board.rates.append(spot)

    def _lasting(self, f: Figure) -> Figure | None:
        """The length of time right before, of the same unit."""
        last = self.here[-1].figure if self.here else None
        return last if last is not None and last.kind == "duration" and last.unit == f.unit else None

    def _same_clause(self, spot: Spot) -> bool:
        return bool(self.waiting) and self.waiting[-1].clause == spot.clause and spot.subject is None

    def _level_for(self, spot: Spot) -> Spot | None:
        """The level or rate that a change without a subject changes."""
        f = spot.figure
        if f.kind == "points":
            percents = [s for s in self.here if s.figure.shape == PERCENT and s.clause == spot.clause]
            level = self.level.figure if self.level is not None else None
            # PMI为50.2，比上月上升0.3个百分点
            index = level is not None and level.unit == "index_point" and f.unit == "percentage_point"
            if level is not None and (level.shape == PERCENT or index):
                return self.level
            return percents[-1] if percents else None
        if self.level is None or self.level.figure.kind == "share":
            return None
        per = self.level.figure.unit or ""
        if f.kind == "change_amount" and "/" in per and per.startswith(f"{f.unit}/"):
            f.unit = per  # 每股收益0.37元，增加0.05元
        if (
            f.kind == "change_amount"
            and per.startswith("per_1")
            and f.unit in {"count", "person", "household"}
        ):
            f.unit = per  # 每千人口床位6.3张，增加0.2张
        if f.kind == "change_amount" and self.level.figure.unit != f.unit:
            return None
        then, now = self.level.figure.period, f.period
        return self.level if then == now or then is None or now is None else None

    def _own(self, spot: Spot) -> None:
        spot.figure.measure = spot.subject
        self.topic, self.level = spot, None

    def _aside(self, spot: Spot) -> None:
        """Average rates, contributions and gaps change no level of their own period."""
        f = spot.figure
        if spot.subject is not None:
            f.measure = spot.subject
            self.topic, self.level = spot, None
        else:
            self._inherit(spot)

    def _from_board(self, spot: Spot) -> None:
        """同比增长5%。 as a sentence of its own leans on the sentence before."""
        main = self.board.levels[-1][1] if self.board.levels else None
        if main is not None:
            spot.figure.measure = main.figure.measure
            spot.figure.flags.add("elided_subject")
            fits = spot.figure.kind != "change_amount" or main.figure.unit == spot.figure.unit
            fits = fits and (spot.figure.kind != "points" or main.figure.shape == PERCENT)
            if fits and main.figure.period == spot.figure.period:
                self._grow(spot, main, "sentence_before")
        elif self.board.rates:
            spot.figure.measure = self.board.rates[-1].figure.measure
            spot.figure.flags.add("elided_subject")
        self.topic = spot

    def _take_changes(self, spot: Spot, takes: bool) -> None:
        """Tie the changes that were told ahead of the level that they changed."""
        f, change = spot.figure, self.attributive
        if change is not None and spot.subject is not None and spot.subject[0] == change.figure.outer_end + 1:
            change.figure.links = [x for x in change.figure.links if x[0] != "growth_of"]
            change.figure.measure = None
            self._grow(change, spot, "attributive")  # 增长12.3%的产业增加值达到1.1万亿元
        self.attributive = None
        if takes and not spot.part and not (f.quote and _HOLDS.search(self.norm, *f.quote)):
            for change in self.waiting:
                if self._may_change(change.figure, f):
                    self._grow(change, spot, "growth_before_level")
                    for role, earlier, *_ in change.figure.links:
                        if role == "growth_from":
                            f.link("compared_with", earlier, "from_to")

    def _may_change(self, change: Figure, level: Figure) -> bool:
        if change.kind == "change_amount":
            return change.unit == level.unit
        if change.kind == "points":
            return level.shape == PERCENT
        return level.shape == QUANTITY or change.kind == "change_rate"

    def _year_before(self, f: Figure) -> str | None:
        """The base of a rate without words for it; 由2012年的67降至45.6，累计下降32% has another one."""
        moved = any(role == "growth_from" for role, *_ in f.links) or "since" in f.flags
        for level in [target for role, target, *_ in f.links if role == "growth_of"]:
            moved |= any(role == "compared_with" for role, *_ in level.links)
        summed = f.quote is not None and self.norm.find("累计", *f.quote) >= 0
        return None if moved or summed else year_before(f.period)
