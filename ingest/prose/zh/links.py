"""Which figure belongs with which: changes with the levels that they change, levels with those of before."""

from __future__ import annotations

from ingest.prose.figure import PERCENT, QUANTITY, Figure
from ingest.prose.regex import regex
from ingest.prose.zh import arithmetic
from ingest.prose.zh.growth import Growth
from ingest.prose.zh.scene import CHANGES, Spot
from ingest.prose.zh.ties import MEMORY

_PROFIT = regex("(?:净?利润|净利|盈利|溢利)\\Z")
_GENERIC = regex(r"(?:总量|总额|总数|总规模|规模|数量|总值|金额|绝对量|总计|人数|余额|达|其中)*\Z")


class Links(Growth):
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
        for spot in spots:
            f = spot.figure
            if f.kind == "change_rate" and f.base_period is None and f.base_rule is None:
                f.base_period = self._year_before(f)

    def _converted(self, spot: Spot) -> Spot | None:
        """What a figure says in another unit: the one before its bracket, else the level of the topic."""
        said = self.here[-1] if spot.bracket and self.here else self.level
        return said if said is not None and said.figure.unit != spot.figure.unit else None

    def _run(self, f: Figure) -> bool:
        return f.quote is not None and self.norm.endswith("连续", f.quote[0], f.start)

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
            and (spot.subject is None or (before.clause == spot.clause and not before.aside))
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
        bare = spot.bracket or spot.subject is None
        if spot.aside and bare and now is not None and (now.unit or "").startswith(f"{f.unit}/"):
            f.unit = now.unit  # 每股盈利0.86元(2022年:0.71元), 低于上年同期的0.71元
        beside = spot.aside and (spot.subject is None or self._same_profit(spot))
        if not beside or now is None or now.unit != f.unit:
            return False
        f.measure = now.measure
        if f.shape == PERCENT:
            f.kind = now.kind
        if len(now.links) < MEMORY:
            now.link("compared_with", f, "level_of_before")
        return True

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
