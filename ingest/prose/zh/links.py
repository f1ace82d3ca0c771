"""Which figure belongs with which: changes with the levels that they change, levels with those of before."""

from __future__ import annotations

import re

from ingest.prose.figure import DURATION, PERCENT, QUANTITY, Figure
from ingest.prose.zh import arithmetic
from ingest.prose.zh.lists import Lists
from ingest.prose.zh.scene import CHANGES, Spot
from ingest.prose.zh.ties import MEMORY

_HOLDS = re.compile("(?:稳定|保持|维持|控制)在")
_PROFIT = re.compile("(?:净?利润|净利|盈利|溢利)\\Z")
_GENERIC = re.compile(r"(?:总量|总额|总数|总规模|规模|数量|总值|金额|绝对量|总计|人数|余额|达|其中)*\Z")


class Links(Lists):
    """Ties the spots of one sentence, left to right, to one another and to the board."""

    def run(self, spots: list[Spot]) -> None:
        """Tie every figure of a sentence."""
        known = len(self.board.levels)
        for spot in spots:
            f = spot.figure
            if spot.joins and self.here and self._same_list(spot):
                self._list_item(spot)
            elif spot.conversion and (said := self._converted(spot)) is not None:
                f.link("conversion_of", said.figure, "conversion")
                f.measure = said.figure.measure
                if f.measure is not None and f.kind == "level":
                    f.flags.add("elided_subject")
                if not spot.bracket:  # 折1350亿美元，增长3%: the growth is that of the dollars
                    self.level = spot
            elif f.kind in CHANGES and f.kind not in {"contribution", "difference", "average_rate"}:
                self._change(spot)
            elif f.kind in {"contribution", "difference", "average_rate"}:
                self._aside(spot)
            else:
                self._level(spot)
            if spot.listed and not spot.joins:
                self._open_group(spot)
            self.here.append(spot)
            if len(self.here) > MEMORY:
                del self.here[: MEMORY // 2], self.board.levels[: -MEMORY // 2], self.waiting[:-8]
        self._pair_groups()
        if len(self.larger) > 1:
            self._slips()
        arithmetic.tie(self, spots, known)

    def _converted(self, spot: Spot) -> Spot | None:
        """What a figure says in another unit: the one before its bracket, else the level of the topic."""
        said = self.here[-1] if spot.bracket and self.here else self.level
        return said if said is not None and said.figure.unit != spot.figure.unit else None

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

    def _run(self, f: Figure) -> bool:
        return f.quote is not None and self.norm.endswith("连续", f.quote[0], f.start)

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

    def _level(self, spot: Spot) -> None:
        f = spot.figure
        own = spot.subject is not None
        generic = spot.subject is not None and _GENERIC.match(self.norm, *spot.subject) is not None
        if f.kind == "duration":
            self._lasts(spot)
            return
        before = self.here[-1] if self.here else None
        if spot.reach and before is not None and before.origin and before.figure.kind == "share":
            f.kind = "share"
        if spot.expected and self.topic is not None and f.shape == QUANTITY:
            f.measure = self.topic.figure.measure
            f.flags.add("elided_subject")
            return
        self._name_level(spot, generic, before)
        if f.kind == "share":
            self._share(spot)
            return
        if f.kind == "rank":
            return
        if (
            before is not None and spot.reach and before.origin and before.figure.unit == f.unit
            and (spot.subject is None or before.clause == spot.clause)
        ):  # fmt: skip
            f.link("compared_with", before.figure, "from_to")
            f.measure = before.figure.measure or f.measure
            f.flags |= before.figure.flags & {"per_period"}
        if self._is_earlier(spot):
            return
        if not own and f.qualifier in {"GT", "GE"} and self._passed(f):
            spot.aside = True
            return
        self._take_changes(spot, takes=not own or generic)
        if own and not generic:
            self.waiting = []
        if spot.total is not None:
            self._total(spot)
        elif spot.among is not None:
            self._among(spot, spot.among)
        elif spot.part:
            self._part(spot)
        elif spot.divided and own:
            self._division(spot)
        else:
            self._n_of_m(spot)
        self._note_level(spot)

    def _lasts(self, spot: Spot) -> None:
        """A length of time: the topic of what follows only where it is what is measured."""
        f = spot.figure
        f.measure = spot.subject or spot.noun
        if spot.subject is not None and self._run(f):
            self.topic, self.level = spot, None  # 黄金储备连续13个月增加，达7158万盎司
        if spot.reach and self.here and self.here[-1].origin:
            f.link("compared_with", self.here[-1].figure, "from_to")
            f.measure = f.measure or self.here[-1].figure.measure

    def _name_level(self, spot: Spot, generic: bool, before: Spot | None) -> None:
        """What is measured: its own words, else those of the topic."""
        f = spot.figure
        f.measure = self._measure_of(spot)
        elided = f.measure is None or (generic and (bool(self.waiting) or spot.reach))
        if elided and self.topic is not None and self.topic.figure.measure is not None and self._alike(spot):
            f.measure = self.topic.figure.measure
            f.flags.add("elided_subject")
        self._head(spot)
        share = self.topic if self.topic is not None and self.topic.figure.kind == "share" else None
        if share is not None and spot.reach and f.shape == PERCENT and spot.subject is None:
            f.kind = "share"  # 占GDP比重降至51.9%，预计年底降至50%以下
        led = f.quote is not None and f.quote[0] < f.start  # 达, 为: a bare 22家 is another thing
        again = f.quote is not None and self.norm.startswith("即", f.quote[0])
        if f.measure is None and share is not None and share is before and led and (again or not spot.part):
            f.measure = share.figure.measure  # 民生支出占财政支出的76%，达1,125亿元
            f.flags.add("elided_subject")
            share.figure.link("expresses", f, "share_before_level")

    def _is_earlier(self, spot: Spot) -> bool:
        """True where the level is that of before, told in a bracket or clause beside the level of now."""
        f = spot.figure
        now = self.level.figure if self.level is not None else None
        if spot.aside and spot.bracket and now is not None and (now.unit or "").startswith(f"{f.unit}/"):
            f.unit = now.unit  # 每股盈利0.86元(2022年:0.71元)
        beside = spot.aside and (spot.subject is None or self._same_profit(spot))
        if not beside or now is None or now.unit != f.unit:
            return False
        f.measure = now.measure
        if len(now.links) < MEMORY:
            now.link("compared_with", f, "level_of_before")
        return True

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

    def _same_profit(self, spot: Spot) -> bool:
        """净利润为-3.2亿元，上年同期为盈利1.1亿元: a profit again; a loss is positive and never compared."""
        said = self.level.figure.measure if self.level is not None else None
        named = spot.subject is not None and _PROFIT.fullmatch(self.norm, *spot.subject)
        return bool(named and said is not None and _PROFIT.search(self.norm, *said))

    def _passed(self, f: Figure) -> bool:
        """完成投资1246亿元，首次突破1200亿元: the mark that a level has passed is no new level."""
        if self.level is None:
            return False
        level = self.level.figure
        return level.kind == "level" and level.unit == f.unit and level.value >= f.value

    def _measure_of(self, spot: Spot) -> tuple[int, int] | None:
        counted = spot.figure.unit in {"count", "person", "household"}
        if spot.noun is not None and (spot.subject is None or counted):
            return spot.noun
        return spot.subject

    def _may_change(self, change: Figure, level: Figure) -> bool:
        if change.kind == "change_amount":
            return change.unit == level.unit
        if change.kind == "points":
            return level.shape == PERCENT
        return level.shape == QUANTITY or change.kind == "change_rate"
