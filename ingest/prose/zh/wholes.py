"""Parts with their wholes, shares with what they restate."""

from __future__ import annotations

import re
from decimal import Decimal

from ingest.prose.figure import QUANTITY, Figure
from ingest.prose.zh.measures import label_key
from ingest.prose.zh.scene import Spot
from ingest.prose.zh.ties import _BALANCE, Ties
from ingest.prose.zh.words import words

_ALL_OF = re.compile("(?:总数|总量|总额|总值|总人数|整体|总体)\\Z")
_LIMIT = re.compile("(?:限额|上限|额度|红线)\\Z")
_ADDED = re.compile("增量|增加额|增长额|新增额")
_SLIP = 100  # a scale word taken for another is wrong by so much at least
_NEARLY = Decimal("0.05")
_YEARLY = re.compile("全年|年度|当年|本年|同期|当期")
_WHOLLY = re.compile("全行业|全部|全省|全市|全县|全区|整个|总")
_SHARED = re.compile("占|比重|份额|相当于|即|或")
_RATIO = re.compile("每|人均|户均|平均|日均|月均")


class Wholes(Ties):
    """The rules of 其中, 合计, 中有, 占."""

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

    def _part_of_change(self, spot: Spot) -> None:
        """贷款增加3亿元，其中短期贷款增加1亿元: a change is part of a change."""
        for s in reversed(self.here):
            w = s.figure
            if w.kind == "change_amount" and not s.part and w.unit == spot.figure.unit:
                if w.direction == spot.figure.direction and w.value >= spot.figure.value:
                    spot.figure.link("part_of", w, "of_which", "partial", "其中")
                return

    def _part(self, spot: Spot) -> None:
        quote = spot.figure.quote
        if quote is not None and _RATIO.search(self.norm, quote[0], spot.figure.start):
            return  # 人均, 每千人: a ratio is no part
        whole = self._whole_for(spot)
        if whole is None and spot.figure.kind == "level":
            self._too_large(spot)
        if whole is not None and self._goes_on(whole, spot):
            self.parts.append(spot)
            spot.figure.link("part_of", whole.figure, "of_which", "partial", "其中")

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
        shape = spot.figure.shape
        before = [
            s
            for s in self.here
            if s.figure.kind == "level"
            and s.figure.shape == shape
            and not (s.part or s.aside or self._is_limit(s))
        ]
        # 其中 inside a sentence picks from the level right before it and from no other.
        nearest = before[-1:] or [s for _, s in reversed(self.board.levels) if not s.part][:6]
        self.whole = next((s for s in nearest if self._holds(s, spot)), None)
        return self.whole

    def _holds(self, whole: Spot, part: Spot) -> bool:
        w, p = whole.figure, part.figure
        if w is p or whole.origin:
            return False
        people = {"count", "person", "household"}
        if part.subject is not None and _BALANCE.search(self.norm, *part.subject):
            return False
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

    def _share(self, spot: Spot) -> None:
        f = spot.figure
        if spot.reach and self.here and self.here[-1].origin and self.here[-1].figure.unit == f.unit:
            f.link("compared_with", self.here[-1].figure, "from_to")
        topic = spot.subject is None and not spot.origin and (spot.noun is None or spot.whole is not None)
        placed = self.norm.startswith(("位于", "来自", "分布", "为", "是"), f.outer_end)
        placed = placed and spot.subject is None and not spot.origin
        if (topic or placed) and self.level is not None and self.level.figure.kind == "level":
            if placed and self.level.figure.shape == QUANTITY:
                f.link("share_of", self.level.figure, "topic")  # 学位50万个，三分之二位于农村
            elif not self._says_share(spot):
                pass  # 一成左右表示会减少支出: nothing says of what
            elif spot.whole and (_ADDED.search(self.norm, *spot.whole) or self._is_whole(self.level, spot)):
                pass  # 余额5亿元，增加1亿元，占全部增量的9%: what was added, not what there is
            elif self.level.figure.shape == QUANTITY and not (spot.part and self.level.part is False):
                f.link("expresses", self.level.figure, "topic")
        elif spot.subject is not None:
            found = self._named(spot)
            if found is not None and found.figure.shape == QUANTITY:
                f.link("expresses", found.figure, "same_name")
        whole = self._whole_by_name(spot)
        if spot.restores:
            pass  # 恢复至疫情前的七成: of its own level of then, and of no whole
        elif whole is None and spot.part and spot.whole is None:
            whole = self._whole_of_share(spot)
        if whole is None and spot.whole is None and not spot.restores:
            whole = self._whole_in_sight(spot)
        if whole is not None and not any(t is whole.figure for r, t, *_ in f.links if r == "expresses"):
            f.link("share_of", whole.figure, "whole_named" if spot.whole else "of_which")
        if f.measure is None:
            self._inherit(spot)
        if f.measure is None:
            f.measure = spot.share_phrase
        if spot.subject is not None or self.level is None or self.level.figure.shape != QUANTITY:
            self.topic = self.level = spot
        self.board.levels.append((self.key(spot), spot))

    def _is_whole(self, level: Spot, spot: Spot) -> bool:
        """进口5亿元，逆差1亿元，相当于进口的20%: a level is no share of itself."""
        words = label_key(self.norm[slice(*spot.whole)]) if spot.whole else None
        return bool(words) and self.key(level) == words

    def _whole_in_sight(self, spot: Spot) -> Spot | None:
        """教师6,820人，女教师占63%; 受访的2,300家企业中，41%预计增加: by the end of its name, or by 中."""
        key = self.key(spot)
        for s in reversed(self.here):
            if s.figure.kind != "level" or s.figure.shape != QUANTITY or s.clause != spot.clause or s.origin:
                continue
            name = self.key(s)
            if s.open_n_of_m or (len(name) > 1 and key.endswith(name) and key != name):
                return s
        return None

    def _says_share(self, spot: Spot) -> bool:
        """True where words, a bracket or a list tie a share to what stands before it."""
        quote = spot.figure.quote
        worded = quote is not None and _SHARED.search(self.norm, *quote) is not None
        moved = spot.reach and bool(self.here) and self.here[-1].origin  # 占…由38%上升至42%
        return bool(
            spot.restores or spot.share_phrase or spot.whole or spot.bracket or spot.listed or worded or moved
        )

    def _whole_of_share(self, spot: Spot) -> Spot | None:
        key = self.key(spot)
        if spot.loose and spot.subject is not None and spot.share_phrase is None:
            return None  # 增长面为71.8%: nothing says of what
        if spot.loose and spot.subject is not None:  # 其中 was said of another clause
            here = [s for s in self.here if s.clause == spot.clause and s.figure.kind == "level"]
            own = here[-1] if here else None
            linked = own is not None and any(role == "part_of" for role, *_ in own.figure.links)
            return own if own is not None and own.figure.shape == QUANTITY and not linked else None
        for s in reversed(self.here):  # 幼儿园512所、幼儿15.6万人，其中普惠性幼儿园占85%: by its name
            name = self.key(s)
            if s.figure.kind == "level" and not s.part and len(name) > 1 and key.endswith(name):
                return s
        for s in [*reversed(self.here), *[s for _, s in reversed(self.board.levels)]][:6]:
            if s.figure.kind == "level" and not s.part and not s.conversion:
                return s if s.figure.shape == QUANTITY else None
        return None

    def _whole_of_part(self, expressed: list[Figure], wanted: str) -> Spot | None:
        """造林360公顷，其中人工造林134公顷，占全部造林面积的37%: the whole that the part has, if so named."""
        wholes = [t for f in expressed for role, t, *_ in f.links if role == "part_of"]
        for name, level in reversed(self.board.levels):
            if level.figure in wholes and len(name) > 1 and len(wanted) > 1:
                return level if name.endswith(wanted) or wanted.startswith(name) else None
        return None

    def _whole_of_scope(self, expressed: list[Figure], scope: str) -> Spot | None:
        """全省GDP达A元，其中深圳B元，占全省的C%: the whole of B, where it was told of the province."""
        wholes = [t for f in expressed for role, t, *_ in f.links if role == "part_of"]
        for _, level in reversed(self.board.levels):
            f = level.figure
            if f in wholes and f.quote is not None and scope in self.norm[f.quote[0] : f.start]:
                return level
        return None

    def _whole_by_name(self, spot: Spot) -> Spot | None:
        if spot.whole is None:
            return None
        said = self.norm[slice(*spot.whole)].rstrip("的")
        expressed = [t for role, t, *_ in spot.figure.links if role == "expresses"]
        if said in words().scopes:
            return self._whole_of_scope(expressed, said)
        key = label_key(said) or ""
        bare = _ALL_OF.sub("", key.removeprefix("总").removeprefix("全部"))
        yearly = _YEARLY.match(bare)
        bare = bare[yearly.end() :] if yearly else bare
        if len(bare) < 2:
            return None
        if (whole := self._whole_of_part(expressed, _WHOLLY.sub("", key))) is not None:
            return whole
        for wanted in (key, bare):
            for name, level in reversed(self.board.levels):
                f = level.figure
                if name.endswith("进" + wanted) and wanted.startswith("出口"):
                    continue  # 进出口总值 is no 出口总值
                if yearly and level.part:
                    continue  # 全年收入 is all of it
                if f.kind == "level" and name.endswith(wanted) and f not in expressed:
                    return level
        return None
