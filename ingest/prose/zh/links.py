"""Which figure belongs with which: changes with levels, parts with wholes, shares with what they restate."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ingest.prose.figure import PERCENT, QUANTITY, Figure
from ingest.prose.zh.measures import label_key
from ingest.prose.zh.scene import CHANGES, Spot

_GENERIC = re.compile(r"(?:总量|总额|总数|总规模|规模|数量|总值|金额|绝对量|总计|人数|余额|达|其中)*\Z")


_MEMORY = 256  # figures that a sentence or paragraph looks back on

# 顺差, 净增: what is left over from a whole is no part of it.
_BALANCE = re.compile("顺差|逆差|差额|结余|净")


@dataclass(slots=True)
class Board:
    """The figures of the paragraph so far, for links that reach back over a full stop."""

    levels: list[tuple[str, Spot]] = field(default_factory=list)  # label key, level or share
    rates: list[Spot] = field(default_factory=list)
    main: Spot | None = None  # the last level that is no part
    sentence: int = 0


class Links:
    """Ties the spots of one sentence, left to right, to one another and to the board."""

    def __init__(self, norm: str, board: Board) -> None:
        self.norm, self.board = norm, board
        self.topic: Spot | None = None  # what a clause without a subject speaks of
        self.level: Spot | None = None  # the level of the topic, if it has one
        self.last_rate: Spot | None = None
        self.waiting: list[Spot] = []  # changes whose level may still come
        self.whole: Spot | None = None
        self.groups: list[list[Spot]] = []
        self.here: list[Spot] = []

    def key(self, spot: Spot) -> str:
        """The label key of a spot's own subject or counted noun; '' where it has none."""
        span = spot.subject or spot.noun
        return (label_key(self.norm[span[0] : span[1]]) or "") if span else ""

    def run(self, spots: list[Spot]) -> None:
        """Tie every figure of a sentence."""
        for spot in spots:
            f = spot.figure
            if spot.joins and self.here and self._same_list(spot):
                self._list_item(spot)
            elif spot.conversion and self.level is not None:
                f.link("conversion_of", self.level.figure, "bracketed_conversion")
                self._inherit(spot)
            elif f.kind in CHANGES and f.kind not in {"contribution", "difference", "average_rate"}:
                self._change(spot)
            elif f.kind in {"contribution", "difference", "average_rate"}:
                self._aside(spot)
            else:
                self._level(spot)
            if spot.listed and not spot.joins:
                self._open_group(spot)
            self.here.append(spot)
            if len(self.here) > _MEMORY:
                del self.here[: _MEMORY // 2], self.board.levels[: -_MEMORY // 2], self.waiting[:-8]
        self._pair_groups()

    def _same_list(self, spot: Spot) -> bool:
        last = self.here[-1].figure
        return last.shape == spot.figure.shape and last.kind == spot.figure.kind

    # Lists

    def _open_group(self, spot: Spot) -> None:
        self.groups.append([spot])
        if spot.names:
            self._name(spot, 0, spot.names)

    def _name(self, spot: Spot, at: int, names: list[tuple[int, int]]) -> None:
        if at < len(names):
            spot.figure.measure = names[at]

    def _list_item(self, spot: Spot) -> None:
        """The next figure of 分别为A、B和C, or of a list without the word."""
        before = self.here[-1]
        group = self.groups[-1] if self.groups and self.groups[-1][-1] is before else None
        if group is not None:
            group.append(spot)
            self._name(spot, len(group) - 1, group[0].names)
        else:
            self.groups.append([before, spot])  # a list without 分别, perhaps of what the list before counts
            spot.figure.measure = spot.noun or before.figure.measure
        if spot.figure.kind == "share":
            for role, target, rule, *_ in before.figure.links:
                if role == "share_of":
                    spot.figure.link(role, target, rule)
            spot.figure.measure = spot.figure.measure or before.figure.measure
        if spot.of_rate:
            for role, target, rule, *_ in before.figure.links:
                if role == "growth_of":
                    spot.figure.link(role, target, rule)
        if spot.figure.kind == "level":
            self._note_level(spot)
            if before.figure.links and spot.part:
                self._part(spot)

    def _pair_groups(self) -> None:
        """分别为A和B，分别增长C和D: C belongs to A and D to B."""
        self._pair_with_single_levels()
        for earlier, later in zip(self.groups, self.groups[1:], strict=False):
            if len(earlier) != len(later) or earlier[0].figure.kind not in {"level", "share"}:
                continue
            for level, change in zip(earlier, later, strict=True):
                f = change.figure
                if f.kind in {"change_rate", "change_amount", "points", "multiple"}:
                    f.links = [x for x in f.links if x[0] != "growth_of"]
                    f.link("growth_of", level.figure, "respectively")
                    f.measure = level.figure.measure
                elif f.kind == "share":
                    f.links = [x for x in f.links if x[0] != "expresses"]
                    f.link("expresses", level.figure, "respectively")
                    f.measure = level.figure.measure

    def _pair_with_single_levels(self) -> None:
        """吞吐量1.3亿吨，集装箱318万箱，分别增长3.4%和7.9%: the levels are no list of their own."""
        for k, group in enumerate(self.groups):
            first = group[0]
            if len(group) < 2 or not first.listed or first.subject or first.figure.kind != "change_rate":
                continue
            if any(len(g) == len(group) and g[0].figure.kind == "level" for g in self.groups[:k]):
                continue
            before = self.here[: self.here.index(first)]
            levels = [s for s in before if s.figure.kind == "level" and not s.origin][-len(group) :]
            if len(levels) == len(group):
                for level, change in zip(levels, group, strict=True):
                    change.figure.links = [x for x in change.figure.links if x[0] != "growth_of"]
                    change.figure.link("growth_of", level.figure, "respectively")
                    change.figure.measure = level.figure.measure

    # Changes

    def _change(self, spot: Spot) -> None:
        f = spot.figure
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
        if spot.subject is not None and not (spot.of_rate and f.kind != "points"):
            found = self._named(spot)
            f.measure = spot.subject
            if found is not None:
                self._grow(spot, found, "same_name")
                self.topic, self.level = spot, found
            else:
                self.topic, self.level = spot, None
                self.waiting = [*self.waiting, spot] if self._same_clause(spot) else [spot]
                if spot.part and f.kind == "change_amount":
                    self._part_of_change(spot)
        elif self.topic is not None:
            self._inherit(spot)
            target = self._level_for(spot)
            if target is not None:
                self._grow(spot, target, "topic")
            elif self.level is None:
                self.waiting.append(spot)
        else:
            self._from_board(spot)
        if f.kind == "change_rate":
            self.last_rate = spot
            self.board.rates.append(spot)

    def _same_clause(self, spot: Spot) -> bool:
        return bool(self.waiting) and self.waiting[-1].clause == spot.clause and spot.subject is None

    def _level_for(self, spot: Spot) -> Spot | None:
        """The level or rate that a change without a subject changes."""
        f = spot.figure
        if f.kind == "points":
            percents = [s for s in self.here if s.figure.shape == PERCENT and s.clause == spot.clause]
            if self.level is not None and self.level.figure.shape == PERCENT:
                return self.level
            return percents[-1] if percents else None
        if self.level is None or self.level.figure.kind == "share":
            return None
        per = self.level.figure.unit or ""
        if f.kind == "change_amount" and "/" in per and per.startswith(f"{f.unit}/"):
            f.unit = per  # 每股收益0.37元，增加0.05元
        if f.kind == "change_amount" and self.level.figure.unit != f.unit:
            return None
        then, now = self.level.figure.period, f.period
        return self.level if then == now or then is None or now is None else None

    def _grow(self, spot: Spot, target: Spot, rule: str) -> None:
        f = spot.figure
        f.link("growth_of", target.figure, rule)
        if f.measure is None:
            f.measure = target.figure.measure
        for role, earlier, *_ in target.figure.links:
            if role == "compared_with":
                f.link("growth_from", earlier, "from_to")
                if f.base_period is None or spot.figure.base_rule is None:
                    f.base_period = earlier.period or f.base_period

    def _named(self, spot: Spot) -> Spot | None:
        """The level of the same name earlier in the paragraph."""
        key = self.key(spot)
        if len(key) < 2:
            return None
        f = spot.figure
        for name, level in reversed(self.board.levels):
            if level.figure.period != f.period or len(name) < 2:
                continue
            if f.kind == "change_amount" and level.figure.unit != f.unit:
                continue
            if f.kind == "points" and level.figure.shape != PERCENT:
                continue
            if name == key or name.removesuffix("总量").removesuffix("总额") == key or key == name + "数量":
                return level
        return None

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

    def _inherit(self, spot: Spot) -> None:
        f = spot.figure
        if f.measure is None and self.topic is not None:
            f.measure = self.topic.figure.measure
            if f.measure is not None and f.kind in {"level", "share"}:
                f.flags.add("elided_subject")
        elif f.measure is None and spot.noun is not None:
            f.measure = spot.noun

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

    # Levels, shares, ranks, durations

    def _level(self, spot: Spot) -> None:
        f = spot.figure
        own = spot.subject is not None
        generic = (
            own
            and spot.subject is not None
            and bool(_GENERIC.match(self.norm[spot.subject[0] : spot.subject[1]]))
        )
        if f.kind == "duration":
            f.measure = spot.subject or spot.noun
            if spot.reach and self.here and self.here[-1].origin:
                f.link("compared_with", self.here[-1].figure, "from_to")
                f.measure = f.measure or self.here[-1].figure.measure
            return
        before = self.here[-1] if self.here else None
        if spot.reach and before is not None and before.origin and before.figure.kind == "share":
            f.kind = "share"
        f.measure = self._measure_of(spot)
        elided = f.measure is None or (generic and (bool(self.waiting) or spot.reach))
        if elided and self.topic is not None and self.topic.figure.measure is not None and self._alike(spot):
            f.measure = self.topic.figure.measure
            f.flags.add("elided_subject")
        self._head(spot)
        if f.kind == "share":
            self._share(spot)
            return
        if f.kind == "rank":
            return
        if spot.reach and self.here and self.here[-1].origin and self.here[-1].figure.unit == f.unit:
            f.link("compared_with", self.here[-1].figure, "from_to")
            f.measure = self.here[-1].figure.measure or f.measure
            f.flags |= self.here[-1].figure.flags & {"per_period"}
        if spot.aside and self.level is not None and self.level.figure.unit == f.unit:
            self.level.figure.link("compared_with", f, "level_of_before")
            return
        takes = not own or generic or (spot.reach and not spot.subject)
        if takes and not spot.part:
            for change in self.waiting:
                if self._may_change(change.figure, f):
                    self._grow(change, spot, "growth_before_level")
        if (own and not generic) or not takes:
            self.waiting = []
        if spot.total is not None:
            self._total(spot)
        elif spot.part:
            self._part(spot)
        else:
            self._n_of_m(spot)
        self._note_level(spot)

    def _alike(self, spot: Spot) -> bool:
        """A measure is carried to figures of its own dimension only: tonnes do not name people."""
        assert self.topic is not None
        topic, f = self.topic.figure, spot.figure
        return (
            f.kind == "share"
            or topic.kind in CHANGES
            or topic.unit == f.unit
            or topic.shape == f.shape == PERCENT
        )

    def _head(self, spot: Spot) -> None:
        """城镇居民人均收入3万元，农村居民1万元: the head of the name stands with the first figure."""
        f, before = spot.figure, self.level
        if spot.subject is None or before is None or before.figure.measure is None:
            return
        own = self.norm[slice(*spot.subject)]
        other = self.norm[slice(*before.figure.measure)]
        tail = own[-2:]
        at = other.find(tail)
        if before.figure.unit == f.unit and len(own) > 2 and at > 0 and at + 2 < len(other):
            f.label = own + other[at + 2 :]
            f.flags.add("elided_subject")

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

    def _note_level(self, spot: Spot) -> None:
        if spot.bracket and self.level is not None:
            return
        self.topic = self.level = spot
        if not spot.bracket:
            span = spot.figure.measure
            if len(self.board.levels) > _MEMORY:
                del self.board.levels[: _MEMORY // 2]
            self.board.levels.append((label_key(self.norm[span[0] : span[1]]) or "" if span else "", spot))
            if not spot.part and not spot.origin:
                self.board.main = spot

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
        whole = self._whole_for(spot)
        if whole is not None:
            spot.figure.link("part_of", whole.figure, "of_which", "partial", "其中")

    def _whole_for(self, spot: Spot) -> Spot | None:
        """What 其中 picks from: the level before it that has the unit and is not smaller."""
        if spot.bracket and self.here and self._holds(self.here[-1], spot):
            return self.here[-1]
        if self.whole is not None and self._holds(self.whole, spot):
            return self.whole
        shape = spot.figure.shape
        before = [s for s in self.here if s.figure.kind == "level" and s.figure.shape == shape and not s.part]
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
        same = w.unit == p.unit or (w.unit in people and p.unit in people)
        return same and w.value >= p.value

    def _n_of_m(self, spot: Spot) -> None:
        """860家企业中，有73家."""
        last = self.here[-1] if self.here else None
        if last is not None and last.open_n_of_m and self._holds(last, spot) and spot.figure.kind == "level":
            spot.figure.link("part_of", last.figure, "n_of_m", "unknown", "中")

    def _share(self, spot: Spot) -> None:
        f = spot.figure
        if spot.reach and self.here and self.here[-1].origin and self.here[-1].figure.unit == f.unit:
            f.link("compared_with", self.here[-1].figure, "from_to")
        topic = spot.subject is None and (spot.noun is None or spot.whole is not None)
        if topic and self.level is not None and self.level.figure.kind == "level":
            if self.level.figure.shape == QUANTITY and not (spot.part and self.level.part is False):
                f.link("expresses", self.level.figure, "topic")
        elif spot.subject is not None:
            found = self._named(spot)
            if found is not None and found.figure.shape == QUANTITY:
                f.link("expresses", found.figure, "same_name")
        whole = self._whole_by_name(spot)
        if whole is None and spot.part:
            whole = self._whole_of_share()
        if whole is not None and not any(t is whole.figure for r, t, *_ in f.links if r == "expresses"):
            f.link("share_of", whole.figure, "whole_named" if spot.whole else "of_which")
        if f.measure is None:
            self._inherit(spot)
        if f.measure is None:
            f.measure = spot.share_phrase
        if spot.subject is not None or self.level is None or self.level.figure.shape != QUANTITY:
            self.topic = self.level = spot
        else:
            self.level = spot
        self.board.levels.append((self.key(spot), spot))

    def _whole_of_share(self) -> Spot | None:
        for s in [*reversed(self.here), *[s for _, s in reversed(self.board.levels)]][:6]:
            if s.figure.kind == "level" and not s.part:
                return s if s.figure.shape == QUANTITY else None
        return None

    def _whole_by_name(self, spot: Spot) -> Spot | None:
        if spot.whole is None:
            return None
        key = label_key(self.norm[spot.whole[0] : spot.whole[1]]) or ""
        bare = key.removeprefix("总").removeprefix("全部")
        if len(bare) < 2:
            return None
        expressed = [t for role, t, *_ in spot.figure.links if role == "expresses"]
        for wanted in (key, bare):
            for name, level in reversed(self.board.levels):
                f = level.figure
                if f.kind == "level" and name.endswith(wanted) and f not in expressed:
                    return level
        return None
