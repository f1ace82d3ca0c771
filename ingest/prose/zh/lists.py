"""Lists of figures: 分别为A和B, 分别增长C和D."""

from __future__ import annotations

from ingest.prose.figure import PERCENT
from ingest.prose.regex import regex
from ingest.prose.zh.scene import CHANGES, Spot
from ingest.prose.zh.shares import Shares
from ingest.prose.zh.words import words

# A piece between commas, and what makes it no name: 分行业看, 1—4月, 全市.
_PIECE = regex("(?:其中)?([^,，]{4,30})[,，]")
_FARTHEST = 200  # characters in which the names of a list stand
_NO_NAME = regex("(?:看|计|中|下|后|来|月|年|期)\\Z|\\d")
_SIDE = regex("[东中西南北]部")
_GROUP = regex("(?:居民|企业|地区|家庭|职工)\\Z")
_SHORT = 2  # characters of 东部
_FLAT = regex("持平|不变")


class Lists(Shares):
    """The rules that pair one list with another in the order of their items."""

    def _open_group(self, spot: Spot) -> None:
        self.groups.append([spot])
        if spot.names:
            self._name(spot, 0, spot.names)

    def _shared_head(self, names: list[tuple[int, int]]) -> str:
        """城镇居民和农村居民人均收入分别为: what the last name says of all, behind a shared word."""
        first, last = self.norm[slice(*names[0])], self.norm[slice(*names[-1])]
        for size in range(len(first) - 1, 1, -1):
            at = last.find(first[-size:], 1)
            if at > 0:
                head = last[at + size :]
                return head if len(head) > 1 and "、" not in head else ""
        return self._opposed(names)

    def _opposed(self, names: list[tuple[int, int]]) -> str:
        """东部、中部、西部地区生产总值; 内、外贸吞吐量: the first names go on as the last one does."""
        texts = [self.norm[slice(*name)] for name in names]
        size, last = len(texts[0]), texts[-1]
        if size > _SHORT or len(last) < size + 2 or last[0] not in words().opposites:
            return ""
        alike = all(t[0] in words().opposites and t[1:] == last[1:size] for t in texts[:-1])
        return last[size:] if alike else ""

    def _head(self, spot: Spot) -> None:
        """城镇居民人均收入3万元，农村居民1万元: the head of the name stands with the first figure."""
        f, before = spot.figure, self.level
        if spot.subject is None or before is None:
            return
        own = self.norm[slice(*spot.subject)]
        other = before.figure.label or self.norm[slice(*(before.figure.measure or (0, 0)))]
        if _SIDE.fullmatch(own) and _SIDE.match(other) and before.figure.unit == f.unit:
            f.label = own + other[2:]  # 东部地区生产总值5亿元，中部2亿元
            f.flags.add("elided_subject")
            return
        tail = own[-2:]
        at = other.find(tail)
        if before.figure.unit == f.unit and _GROUP.search(own) and 0 < at < len(other) - 4:
            f.label = own + other[at + 2 :]
            f.flags.add("elided_subject")

    def _name(self, spot: Spot, at: int, names: list[tuple[int, int]]) -> None:
        if at < len(names) - 1 and (head := self._shared_head(names)):
            spot.figure.measure = names[at]
            spot.figure.label = self.norm[slice(*names[at])] + head
            return
        tail = self.groups[-1][0].tail
        if at < len(names):
            spot.figure.measure = names[at]
            if tail is not None:
                spot.figure.label = self.norm[slice(*names[at])] + self.norm[slice(*tail)]

    def _share_out(self, group: list[Spot]) -> None:
        """产销分别完成A和B: the name is a compound of two, one for each figure."""
        first = group[0]
        if len(group) != 2 or len(first.names) != 1:
            return
        name = self.norm[slice(*first.names[0])]
        for compound, halves in words().compounds.items():
            if compound in name:
                for spot, half in zip(group, halves, strict=True):
                    spot.figure.label = name.replace(compound, half)
                return

    def _too_few_names(self, group: list[Spot]) -> None:
        """住宿业，零售业，信息、软件业分别增长A、B、C: where names and figures do not pair, none is given."""
        first = group[0]
        if first.listed and first.subject is not None and (names := self._comma_names(first, len(group))):
            for spot, name in zip(group, names, strict=True):
                spot.figure.measure, spot.figure.label = name, None
            return
        if not first.listed or len(first.names) < 2 or len(first.names) == len(group):
            return
        for spot in group:
            spot.figure.measure = spot.figure.label = None

    def _comma_names(self, first: Spot, size: int) -> list[tuple[int, int]]:
        """住宿和餐饮业，零售业，信息传输、软件业分别: names that hold 、 themselves stand between commas."""
        assert first.subject is not None
        left, right = first.subject
        ends = [s.figure.outer_end for s in self.here if s.figure.outer_end <= left]
        low = max(0, left - _FARTHEST)
        begin = max([low, *ends, *(self.norm.rfind(mark, low, left) + 1 for mark in "。;:\n")])
        if begin == low > 0:
            return []  # nobody can say where the names begin
        names: list[tuple[int, int]] = []
        for m in _PIECE.finditer(self.norm, begin, left):
            if not _NO_NAME.search(m[1]):
                names.append(m.span(1))
        ending = {self.norm[end - 1] for _, end in names}
        if len(names) != size - 1 or not names or not all(c in self.norm[left:right] for c in ending):
            return []
        return [*names, (left, right)]

    def _list_item(self, spot: Spot) -> None:
        """The next figure of 分别为A、B和C, or of a list without the word."""
        before = self.here[-1]
        group = self.groups[-1] if self.groups and self.groups[-1][-1] is before else None
        if group is not None:
            group.append(spot)
            self._name(spot, len(group) - 1, group[0].names)
            spot.figure.measure = spot.figure.measure or before.figure.measure
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
        for group in self.groups:
            self._share_out(group)
            self._too_few_names(group)
        levels: list[Spot] = []
        for before, later in zip(self.groups, self.groups[1:], strict=False):
            earlier = before
            if earlier[0].figure.kind in {"level", "share"}:
                levels = earlier
            elif levels and later[0].listed and later[0].figure.kind in CHANGES and later[0].subject is None:
                earlier = levels  # 分别为A和B，环比分别下降C和D，同比分别增长E和F
            if earlier[0].figure.kind not in {"level", "share"}:
                if len(earlier) == len(later) and earlier[0].listed and later[0].figure.kind == "share":
                    for a, b in zip(earlier, later, strict=True):  # 分别增长A和B，占比分别为C和D
                        b.figure.measure, b.figure.label = a.figure.measure, a.figure.label
                        b.figure.links = [x for x in b.figure.links if x[0] != "expresses"]
                        for target in [t for role, t, *_ in a.figure.links if role == "growth_of"]:
                            b.figure.link("expresses", target, "respectively")
                continue
            pairs = self._pairs(earlier, later)
            for level, change in pairs:
                f = change.figure
                if f.kind in {"change_rate", "change_amount", "points", "multiple"}:
                    f.links = [x for x in f.links if x[0] != "growth_of"]
                    f.link("growth_of", level.figure, "respectively")
                    f.measure, f.label = level.figure.measure, level.figure.label
                elif f.kind == "share":
                    f.links = [x for x in f.links if x[0] != "expresses"]
                    f.link("expresses", level.figure, "respectively")
                    f.measure = level.figure.measure

    def _pairs(self, earlier: list[Spot], later: list[Spot]) -> list[tuple[Spot, Spot]]:
        """The items of two lists in their order; 持平 is an item without a figure."""
        items: list[tuple[int, Spot | None]] = [(s.figure.start, s) for s in later]
        if len(earlier) > len(later):
            first, last = earlier[-1].figure.outer_end, later[-1].figure.start
            items += [(m.start(), None) for m in _FLAT.finditer(self.norm, first, last)]
        if len(items) == len(earlier):
            ordered = sorted(items, key=lambda item: item[0])
            return [(a, b) for a, (_, b) in zip(earlier, ordered, strict=True) if b is not None]
        if earlier[0].listed and later[0].figure.kind in CHANGES:
            for s in later:  # nobody can say which is whose
                s.figure.links = [x for x in s.figure.links if x[0] != "growth_of"]
                s.figure.measure = None
        return []

    def _pair_with_single_levels(self) -> None:
        """吞吐量1.3亿吨，集装箱318万箱，分别增长3.4%和7.9%: the levels are no list of their own."""
        for k, group in enumerate(self.groups):
            first = group[0]
            if len(group) < 2 or not first.listed or first.subject:
                continue
            if first.figure.kind == "points" and first.of_rate:
                if len({s.figure.base_rule for s in group}) == 1:  # else one rate against two times
                    self._pair_with_rates(group)
                continue
            moved = (
                first.figure.kind == "multiple" and first.figure.direction is not None
            )  # 分别增长1.1倍和27.9%
            if (first.figure.kind == "multiple" and not moved) or (
                first.figure.kind == "share" and not first.whole
            ):
                self._pair_restated(group)
            points = first.figure.kind == "points"  # 占比为15.3%，占比达31.8%，分别提高0.6和1.2个百分点
            if not (points or moved) and first.figure.kind not in {"change_rate", "change_amount"}:
                continue
            if any(len(g) == len(group) and g[0].figure.kind == "level" for g in self.groups[:k]):
                continue
            before = self._before(first)
            levels = [
                s
                for s in before
                if not s.origin
                and (s.figure.kind == "level" or (points and s.figure.kind == "share"))
                and (s.figure.shape == PERCENT) == points
            ][-len(group) :]
            amounts = first.figure.kind == "change_amount"
            if amounts and any(a.figure.unit != b.figure.unit for a, b in zip(levels, group, strict=False)):
                continue
            if len(levels) == len(group):
                for level, change in zip(levels, group, strict=True):
                    change.figure.links = [x for x in change.figure.links if x[0] != "growth_of"]
                    change.figure.link("growth_of", level.figure, "respectively")
                    change.figure.measure = level.figure.measure

    def _before(self, spot: Spot) -> list[Spot]:
        """The figures before one; none where it lies too far back to be remembered."""
        return self.here[: self.here.index(spot)] if spot in self.here else []

    def _pair_restated(self, group: list[Spot]) -> None:
        """游客A人次、收入B元，分别是上年的C倍和D倍; 直播电商A元、综合平台B元，占比分别为C%和D%."""
        before = self._before(group[0])
        levels = [s for s in before if s.figure.kind == "level" and not s.origin][-len(group) :]
        share = group[0].figure.kind == "share"
        if len(levels) != len(group) or (share and len({s.part for s in levels}) > 1):
            return
        for level, times in zip(levels, group, strict=True):
            times.figure.links = [x for x in times.figure.links if share and x[0] == "share_of"]
            times.figure.link("expresses", level.figure, "respectively")
            times.figure.measure = level.figure.measure

    def _pair_with_rates(self, group: list[Spot]) -> None:
        """M2增长10%，M1增长1.3%，增速分别比上月末低0.3个和0.6个百分点."""
        before = self._before(group[0])
        rates = [s for s in before if s.figure.kind == "change_rate"][-len(group) :]
        for k, points in enumerate(group):
            points.figure.links = [x for x in points.figure.links if x[0] != "growth_of"]
            points.figure.measure = None
            if len(rates) == len(group):
                points.figure.link("growth_of", rates[k].figure, "respectively")
                points.figure.measure = rates[k].figure.measure
