"""Shares: the level that a percentage restates, and the whole that it is of."""

from __future__ import annotations

from ingest.prose.figure import QUANTITY, Figure
from ingest.prose.regex import regex
from ingest.prose.zh.arithmetic import agree
from ingest.prose.zh.measures import label_key
from ingest.prose.zh.scene import Spot
from ingest.prose.zh.wholes import ALL_OF, Wholes
from ingest.prose.zh.words import words

_ANYBODY = frozenset({"人", "受访者", "被访者"})  # those who were asked
_ADDED = regex("增量|增加额|增长额|新增额")
_YEARLY = regex("全年|年度|当年|本年|同期|当期")
_WHOLLY = regex("全行业|全部|全省|全市|全县|全区|整个|总")
_SHARED = regex("占|比重|份额|相当于|即|或")


class Shares(Wholes):
    """The rules of 占, 比重, 相当于."""

    def _share(self, spot: Spot) -> None:
        f = spot.figure
        if spot.reach and self.here and self.here[-1].origin and self.here[-1].figure.unit == f.unit:
            f.link("compared_with", self.here[-1].figure, "from_to")
        if self._of_aim(spot):
            return
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
        if whole is None and spot.whole is None and not spot.restores:
            if spot.among is not None:
                whole = self._whole_among(spot.among)
            elif spot.divided and spot.subject is not None and not f.links:
                whole = self._whole_divided()
        if whole is not None and not any(t is whole.figure for r, t, *_ in f.links if r == "expresses"):
            f.link("share_of", whole.figure, "whole_named" if spot.whole else "of_which")
        if f.measure is None:
            self._inherit(spot)
        if f.measure is None:
            f.measure = spot.share_phrase
        if f.measure is None and whole is not None and spot.whole is None:
            f.measure = whole.figure.measure  # 产量5万吨。其中，九成来自山区
            f.flags.add("elided_subject")
        roles = {role for role, *_ in f.links}
        other = spot.noun is not None and roles == {"share_of"}  # 2006名青年中，73%每天使用手机
        if other or spot.subject is not None or self.level is None or self.level.figure.shape != QUANTITY:
            self.topic = self.level = spot
        self.board.levels.append((self.key(spot), spot))

    def _of_aim(self, spot: Spot) -> bool:
        """完成全年20万辆目标的57%: of that aim, and what the level of the topic is of it."""
        f, aim = spot.figure, self.here[-1] if self.here else None
        if aim is None or not aim.expected or self.norm[f.outer_start - 1] != "的":
            return False
        if self.norm[aim.figure.outer_end : f.outer_start - 1] not in words().aims:
            return False
        f.link("share_of", aim.figure, "whole_named")
        if self.level is not None and self.level.figure.unit == aim.figure.unit:
            f.link("expresses", self.level.figure, "topic")
        self._inherit(spot)
        return True

    def _whole_among(self, said: tuple[int, int]) -> Spot | None:
        """嫌疑人中，30岁以下者占46.2%: the level whose name ends so."""
        key = label_key(self.norm[slice(*said)]) or ""
        fits = [s for s in self._levels_named(key) if s.figure.shape == QUANTITY] if len(key) > 1 else []
        return fits[0] if fits else None

    def _whole_divided(self) -> Spot | None:
        """分活动类型看，基础研究占8.3%: the one amount that is no part in the sentence that told one last."""
        found: Spot | None = None
        for _, s in reversed(self.board.levels):
            if s.part or s.origin or s.aside or s.figure.kind != "level" or s.figure.shape != QUANTITY:
                continue
            if found is None:
                found, opens = s, self.norm.rfind("。", 0, _start(s))
            elif _start(s) > opens:
                return None  # nobody can say which of two is divided
        return found

    def _is_whole(self, level: Spot, spot: Spot) -> bool:
        """进口5亿元，逆差1亿元，相当于进口的20%: a level is no share of itself."""
        words = label_key(self.norm[slice(*spot.whole)]) if spot.whole else None
        return bool(words) and self.key(level) == words

    def _whole_in_sight(self, spot: Spot) -> Spot | None:
        """教师6,820人，女教师占63%; 受访的2,300家企业中，41%预计增加: by the end of its name, or by 中."""
        key = self.key(spot)
        for s in reversed(self.here):
            polled = s.open_n_of_m and spot.noun is not None and self.norm[slice(*spot.noun)] in _ANYBODY
            if s.figure.kind != "level" or s.figure.shape != QUANTITY or s.origin:
                continue
            if s.clause != spot.clause and not polled:
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

    def _whole_of_part(self, share: Figure, expressed: list[Figure], wanted: str) -> Spot | None:
        """造林360公顷，其中人工造林134公顷，占全部造林面积的37%: the whole that the part has, if so named."""
        wholes = [t for f in expressed for role, t, *_ in f.links if role == "part_of"]
        for name, level in reversed(self.board.levels):
            if level.figure in wholes and len(name) > 1 and len(wanted) > 1:
                fits = name.endswith(wanted) and agree(share, expressed[0], level.figure)
                return level if fits or wanted.startswith(name) else None
        return None

    def _whole_of_scope(self, expressed: list[Figure], scope: str) -> Spot | None:
        """全省GDP达A元，其中深圳B元，占全省的C%: the whole of B, where it was told of the province."""
        wholes = [t for f in expressed for role, t, *_ in f.links if role == "part_of"]
        for _, level in reversed(self.board.levels):
            f = level.figure
            if f in wholes and scope in self.led(level):
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
        bare = ALL_OF.sub("", key.removeprefix("总").removeprefix("全部"))
        yearly = _YEARLY.match(bare)
        bare = bare[yearly.end() :] if yearly else bare
        if len(bare) < 2:
            return None
        if (whole := self._whole_of_part(spot.figure, expressed, _WHOLLY.sub("", key))) is not None:
            return whole
        for wanted in (key, bare):
            fits = [level for level in self._levels_named(wanted) if level.figure not in expressed]
            fits = [level for level in fits if not (yearly and level.part)]  # 全年收入 is all of it
            if fits:
                return self._fitting(wanted, fits, spot.figure, expressed)
        return None

    def _levels_named(self, wanted: str) -> list[Spot]:
        """The levels whose name ends so, nearest first; 进出口总值 is no 出口总值."""
        other = "进" + wanted if wanted.startswith("出口") else None
        return [
            level
            for name, level in reversed(self.board.levels)
            if level.figure.kind == "level"
            and (name.endswith(wanted) or ALL_OF.sub("", name).endswith(wanted))
            and not (other and name.endswith(other))
        ]

    def _fitting(self, wanted: str, fits: list[Spot], share: Figure, expressed: list[Figure]) -> Spot | None:
        """占全国人口的18.9%: of levels whose names end so that of which the part is so much.

        Where the figures fit none, only a level of that very name: 女性人口 is not 人口.
        """
        part = expressed[0] if len(expressed) == 1 else None
        if part is None or part.unit != fits[0].figure.unit:
            return fits[0]
        agreed = next((level for level in fits if agree(share, part, level.figure)), None)
        larger = (level for level in fits if level.figure.value >= part.value and self.key(level) == wanted)
        return agreed or next(larger, None)


def _start(spot: Spot) -> int:
    """Where a figure stands in the text as it is read."""
    return spot.figure.start if spot.stood_at is None else spot.stood_at
