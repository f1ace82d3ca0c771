"""Parts with their wholes."""

from __future__ import annotations

from decimal import Decimal
from itertools import islice

from ingest.prose.figure import PERCENT
from ingest.prose.regex import regex
from ingest.prose.zh.measures import label_key
from ingest.prose.zh.scene import COUNTED, Spot
from ingest.prose.zh.ties import BALANCE, Ties

ALL_OF = regex("(?:总数|总量|总额|总值|总人数|整体|总体|规模|数量)\\Z")
_LIMIT = regex("(?:限额|上限|额度|红线)\\Z")
_BACK = 6  # levels that 其中 at the head of a sentence may speak of
_SLIP = 100  # a scale word taken for another is wrong by so much at least
_NEARLY = Decimal("0.05")
_RATIO = regex("每|人均|户均|平均|日均|月均")


class Wholes(Ties):
    """The rules of 其中, 合计, 中有, 分…看."""

    def _total(self, spot: Spot) -> None:
        """合计: every like figure since the sentence began is part of it."""
        word = self.norm[spot.total[0] : spot.total[1]] if spot.total else None
        parts = [
            s for s in self.here
            if s.figure.kind == "level" and s.figure.unit == spot.figure.unit and not s.origin
            and s.figure.value <= spot.figure.value
        ]  # fmt: skip
        if len(parts) >= 2 and (
            spot.subject is None or sum(s.figure.value for s in parts) == spot.figure.value
        ):
            for s in parts:
                s.figure.link("part_of", spot.figure, "total", "exhaustive", word)

    def _division(self, spot: Spot) -> None:
        """分产业看，第一产业用电量83亿千瓦时: a part of the level before, whose name ends so too."""
        if spot.figure.shape == PERCENT:
            return
        whole = self.divided_whole = self.divided_whole or self._divided(spot)
        if whole is None or whole.figure.period != spot.figure.period or not self._holds(whole, spot):
            return
        name, key = ALL_OF.sub("", self.name(whole)), self.key(spot)
        siblings = sum(s.figure.value for s in self.parts if s.divided)
        fits = siblings + spot.figure.value <= whole.figure.value
        alike = len(name) > 1 and ALL_OF.sub("", key).endswith(name[-2:]) and key != self.name(whole)
        if fits and alike and self._is_ratio(spot) == self._is_ratio(whole) == "":
            spot.figure.link("part_of", whole.figure, "divided", "partial")
            spot.part = True
            self.parts.append(spot)

    def _divided(self, spot: Spot) -> Spot | None:
        """What 分产业看 divides: a level with whose name the part ends, else the last that is no part."""
        key = ALL_OF.sub("", self.key(spot))
        levels = [s for _, s in reversed(self.board.levels) if not s.divided and s.figure.kind == "level"]
        held = (s for s in levels if not s.part and self._holds(s, spot))
        named = (s for s in held if key.endswith(ALL_OF.sub("", self.name(s)) or key) and self.key(s) != key)
        return next(named, None) or next((s for s in levels if not s.part), None)

    def _amount_of_change(self, spot: Spot) -> None:
        """A change in amount: part of another, behind 其中 or 分部门看, or one that may have parts."""
        f, amounts = spot.figure, self.board.amounts
        inner, self.board.inner = self.board.inner, spot if not spot.part or spot.loose else self.board.inner
        if spot.part and not (spot.loose and spot.divided):
            self._part_of_change(spot, inner)
        elif spot.divided and amounts:
            w = amounts[-1].figure
            alike = self.key(spot)[-2:] == self.key(amounts[-1])[-2:]
            if (
                alike
                and (w.unit, w.direction, w.period) == (f.unit, f.direction, f.period)
                and w.value > f.value
            ):
                f.link("part_of", w, "divided", "partial")
        else:
            amounts[:] = [spot]

    def _part_of_change(self, spot: Spot, inner: Spot | None) -> None:
        """贷款增加3亿元，其中短期贷款增加1亿元: a change is part of a change."""
        for s in [*reversed(self.here), *([inner] if inner is not None else [])]:
            w = s.figure
            if w.kind == "change_amount" and not s.part and w.unit == spot.figure.unit:
                if w.direction == spot.figure.direction and w.value >= spot.figure.value:
                    spot.figure.link("part_of", w, "of_which", "partial", "其中")
                return

    def _part(self, spot: Spot) -> None:
        if spot.figure.shape == PERCENT:
            return  # 贷款利率为4.1%，其中企业贷款利率为3.8%: a rate has no parts
        ratio, whole = self._is_ratio(spot), self._whole_for(spot)
        if ratio and not (whole is not None and ratio == self._is_ratio(whole)):
            return  # 人均, 每千人: a ratio is no part, but of one of its sort
        if whole is None and spot.figure.kind == "level":
            self._too_large(spot)
        if whole is not None and self._goes_on(whole, spot):
            self.parts.append(spot)
            spot.figure.link("part_of", whole.figure, "of_which", "partial", "其中")
            if spot.figure.measure is None:  # 全年5万户。其中，第三季度2万户
                spot.figure.measure = whole.figure.measure
                spot.figure.flags.add("elided_subject")

    def _is_ratio(self, spot: Spot) -> str:
        """The word that makes a figure a ratio; '' where it is none."""
        found = _RATIO.search(self.led(spot))
        return found[0] if found else ""

    def _too_large(self, spot: Spot) -> None:
        """投资22亿元，其中民间投资11万亿元: a part above its whole, kept in case its scale is a slip."""
        before = [s for s in self.here if s.figure.kind == "level" and not (s.part or s.aside or s.origin)]
        if before and before[-1].figure.unit == spot.figure.unit:
            self.larger.append((spot, before[-1]))

    def _slips(self) -> None:
        """Parts that add up to a power of ten times their whole are its parts: the slip is the finding."""
        parts = [part for part, whole in self.larger if whole is self.larger[0][1]]
        total = sum((part.figure.value for part in parts), Decimal(0))
        whole = self.larger[0][1].figure if self.larger else None
        if whole is None or len(parts) < 2 or not whole.value > 0:
            return
        times = total / whole.value
        nearest = Decimal(10) ** round(times.log10())
        if nearest >= _SLIP and abs(times / nearest - 1) <= _NEARLY:
            for part in parts:
                part.figure.link("part_of", whole, "of_which", "partial", "其中")

    def _among(self, spot: Spot, words: tuple[int, int]) -> None:
        """在医院中有公立医院498家: the whole is said by its name."""
        key = label_key(self.norm[slice(*words)]) or ""
        for name, level in reversed(self.board.levels):
            if name.endswith(key) and level.figure.kind == "level" and self._holds(level, spot):
                spot.figure.link("part_of", level.figure, "whole_named", "partial", "中")
                return

    def _goes_on(self, whole: Spot, spot: Spot) -> bool:
        """Behind a semicolon a part must be named like the one before, and all must fit into the whole."""
        siblings = [
            s for s in self.parts if any(t is whole.figure for r, t, *_ in s.figure.links if r == "part_of")
        ]
        if not spot.loose:
            return True
        if not siblings:
            return False  # 其中3月份增长5%；机电产品出口: 其中 was said of something else
        alike = self.key(spot)[-2:] == self.key(siblings[-1])[-2:]
        return alike and sum(s.figure.value for s in siblings) + spot.figure.value <= whole.figure.value

    def _whole_for(self, spot: Spot) -> Spot | None:
        """What 其中 picks from: the level before it that has the unit and is not smaller."""
        if spot.bracket and self.here and self._holds(self.here[-1], spot):
            return self.here[-1]
        if spot.part_no != self.part_no:
            self.part_no = spot.part_no
            last = next((s for s in reversed(self.here) if s.figure.kind == "level"), None)
            if spot.nested and last is not None and last.part and not last.aside and self._holds(last, spot):
                self.whole = last  # 其中小学30所，其中民办小学5所
        if self.whole is not None and self._holds(self.whole, spot):
            return self.whole
        unit = spot.figure.unit
        before = [
            s
            for s in self.here
            if s.figure.kind == "level"
            and (s.figure.unit == unit or {s.figure.unit, unit} <= COUNTED)
            and not (s.part or s.aside or self._is_limit(s))
        ]
        # 其中 inside a sentence picks from the level right before it and from no other.
        nearest = before[-1:] or self._levels_before(spot)
        self.whole = next((s for s in nearest if self._holds(s, spot)), None)
        return self.whole

    def _levels_before(self, spot: Spot) -> list[Spot]:
        """What a sentence that begins with 其中 may pick from: a part of a span has the name of the span."""
        levels = list(islice((s for _, s in reversed(self.board.levels) if not s.part), _BACK))
        tail = self.key(spot)[-2:]
        alike = [s for s in levels if len(tail) > 1 and self.name(s).endswith(tail)]
        others = [s for s in levels if s not in alike and s.figure.period == spot.figure.period]
        return [*alike, *others] if spot.narrow and tail else levels  # 其中第三季度4.5万户: of what was told

    def _holds(self, whole: Spot, part: Spot) -> bool:
        w, p = whole.figure, part.figure
        if w is p or whole.origin:
            return False
        people = {"count", "person", "household"}
        left = BALANCE.search(self.norm, *part.subject) if part.subject is not None else None
        if left is not None and left[0] not in self.name(whole):
            return False  # 收入5亿元，净利润1亿元
        if self._is_limit(whole) and not self._is_limit(part):
            return False
        same = w.unit == p.unit or (w.unit in people and p.unit in people)
        return same and w.value >= p.value

    def _is_limit(self, spot: Spot) -> bool:
        """余额5亿元，在限额6亿元之内，其中: a part of what is owed, not of what may be."""
        return spot.subject is not None and _LIMIT.search(self.norm, *spot.subject) is not None

    def _n_of_m(self, spot: Spot) -> None:
        """860家企业中，有73家."""
        last = self.here[-1] if self.here else None
        if last is not None and last.open_n_of_m and self._holds(last, spot) and spot.figure.kind == "level":
            spot.figure.link("part_of", last.figure, "n_of_m", "unknown", "中")
