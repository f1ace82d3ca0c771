"""What a figure takes over from the one before it: lists, the same change said again, conversions."""

from __future__ import annotations

from ingest.prose.figure import MULTIPLE, PERCENT, QUANTITY, Figure
from ingest.prose.regex import regex
from ingest.prose.zh import kinds
from ingest.prose.zh.kinds import AIM
from ingest.prose.zh.marks import Marks
from ingest.prose.zh.scene import Spot

# 涨幅略高于6月的2.42%
_ITS_RATE = regex(r"""[ ,，、:"'()的]*(?:增速|增幅|涨幅|升幅|降幅|跌幅)?(?:[略稍]|明显|大幅|小幅)?""")


_COMPARED = frozenset({"change_rate", "level"})


class Joins(Marks):
    """Asks whether a figure goes on with what the last one said."""

    def _restates(self, spot: Spot) -> bool:
        """增加8.5万人或0.75%: the same change as a rate."""
        if not self.spots or spot.figure.shape != PERCENT:
            return False
        last = self.spots[-1].figure
        between = self.norm[last.outer_end : spot.figure.outer_start].strip(" ,")
        return last.kind == "change_amount" and between in {"或", "即", "或者"}

    def _moves_on(self, spot: Spot) -> bool:
        """A percentage that a verb without a subject reaches, or that has but a time (2021年达3.5%)."""
        f, segment = spot.figure, self.segment
        lead = self.norm[segment.start : segment.chain[-1].start] if segment.chain else ""
        if f.shape != PERCENT or lead.strip(" ,，"):
            return False
        dated = segment.names_period(segment.start, f.start) and segment.role("share") is None
        named = segment.role("share_noun") is not None
        return (spot.reach and f.kind == "level") or (dated and not named and f.kind in {"level", "share"})

    def _rate_of_before(self, last: Spot, f: Figure) -> bool:
        """上涨4.3%，高于7月的4.0%，低于预期的4.4%, 较首季的4.6%放缓: a rate compared with a rate."""
        segment = self.segment
        held = segment.role("gap") or (segment.role("than") if self.bases else None)
        opens = held is not None and _ITS_RATE.fullmatch(self.norm, segment.start, held.start) is not None
        of = self.norm[f.outer_start - 1 : f.outer_start] == "的"
        return opens and of and f.shape == last.figure.shape == PERCENT and last.figure.kind in _COMPARED

    def _named_rate_before(self, spot: Spot) -> bool:
        """大型企业PMI为50.7%，中型企业为49.4%: led by 为 alone, it is what the last one was."""
        segment = self.segment
        if segment.role("share") or segment.role("share_noun") or segment.role("share_name"):
            return False
        if not any(t.word.endswith(("为", "是", "达", "达到")) for t in segment.chain):
            return False
        before = (s.figure for s in reversed(self.spots) if s.figure.shape == PERCENT)
        told = self.scene.percent if self.part else None  # 恩格尔系数为28.2%。其中，城镇为27.6%
        return next((f.kind for f in before if f.kind in {"level", "share"}), told) == "level"

    def _converts(self, f: Figure) -> bool:
        """42.5亿元(5.8亿美元), 3万吨(6000万斤): nothing but a bracket between two units of one quantity."""
        if not self.spots or not self.depth:
            return False
        last = self.spots[-1].figure
        if f.unit == last.unit or f.shape != QUANTITY:
            return False
        kinds = (self.words.monies, *self.words.same_quantity)
        alike = any(f.unit in units and last.unit in units for units in kinds)
        return alike and self.norm[last.outer_end : f.outer_start].strip(" 约合折") == "("

    def _joins(self, spot: Spot) -> bool:
        """An item of a list: nothing but 、 or 和 before it, or in a 分别 list a verb or hedge too."""
        if not self.spots:
            return False
        segment, words = self.segment, self.words
        start = segment.chain[-1].start if segment.chain else spot.figure.outer_start
        lead = self.norm[segment.start : start]
        if lead.strip(" 和与及以、") or not (lead.strip() or segment.joint):
            return False
        last = self.spots[-1]
        if any(t.word not in words.before and t.word not in words.changes for t in segment.chain):
            return False
        # 分别增长3%、下降2%; 上升0.1和上升1.0个百分点
        lists = last.listed or last.figure.unit_status == "inherited"
        return segment.change is None or (lists and words.changes[segment.change.word][0] == "verb")

    def _continues(self, spot: Spot) -> bool:
        """Take kind, direction and base from the item before it."""
        last = self.spots[-1]
        f, g = spot.figure, last.figure
        mixed = {f.shape, g.shape} == {PERCENT, MULTIPLE} and last.listed and g.direction is not None
        if (f.shape != g.shape and not mixed) or g.kind in {"rank", "duration"}:
            return False
        f.kind, f.direction, f.base_rule = g.kind, g.direction, g.base_rule
        if last.bases:
            f.base_rule, spot.bases = last.bases[0], last.bases[1:]
        if self.segment.change is not None:
            f.direction = self.words.changes[self.segment.change.word][1]
        f.price_basis = set(g.price_basis)
        f.flags |= g.flags & {"ambiguous_multiple", "per_period", "cumulative"}
        if mixed:  # 分别增长1.1倍和27.9%
            f.kind = "change_rate" if f.shape == PERCENT else "multiple"
            f.flags -= {"ambiguous_multiple"}
            if f.shape != PERCENT:
                f.flags.add("ambiguous_multiple")
        if f.kind == "change_rate" and f.value < 0:
            kinds.as_rate(f, f.direction)  # 分别增长5.1%和-12.3%
        spot.joins, spot.part, spot.listed = True, last.part, last.listed
        spot.of_rate, spot.share_phrase, spot.whole = last.of_rate, last.share_phrase, last.whole
        return True

    @staticmethod
    def _as_converted(f: Figure, said: Figure) -> None:
        """增加371万吨(74亿斤): the same change in another unit."""
        if said.kind == "change_amount" and f.kind == "level":
            f.kind, f.direction, f.base_rule = said.kind, said.direction, said.base_rule

    def _expected(self, f: Figure) -> str | None:
        """低于市场预期的4.4%: what was expected is no fact; 完成目标的126% is one."""
        if self.norm.startswith("的", f.outer_end) and AIM.match(self.norm, f.outer_end):
            return "target"  # 低于5.5%左右的控制目标
        if f.shape == QUANTITY and self._is_aim(f.outer_end):
            return "target"  # 完成全年20万辆目标的57%
        near = self.segment.tokens[-1] if self.segment.tokens else None
        of = near is not None and near.end == f.outer_start - 1 and self.norm[near.end] == "的"
        if near is None or not of or near.word not in self.words.status or f.kind == "share":
            return None
        return self.words.status[near.word][0]

    def _is_aim(self, at: int) -> bool:
        """True where 目标的, 任务的 stands right behind a figure."""
        return any(self.norm.startswith(f"{word}的", at) for word in self.words.aims)

    def _bounds_are_rules(self) -> None:
        """补助不超过500万元，比例不得高于30%: beside a rule a bound is one too."""
        for spot in self.spots:
            f = spot.figure
            bound = f.hedge is not None and self.norm.startswith("不", f.hedge[0])
            if bound and f.status == "actual" and f.qualifier in {"LE", "GE"}:
                f.status = "rule"

    def _from_level(self, f: Figure) -> str | None:
        """较年初的137.4亿元减少61.1%: the base of a change is the time of the level right before it."""
        last = self.spots[-1] if self.spots else None
        if last is None or self.segment.compared is not None:
            return None
        touches = last.origin and last.figure.outer_end == self.segment.start
        return f"={last.figure.period}" if touches and last.figure.period else None
