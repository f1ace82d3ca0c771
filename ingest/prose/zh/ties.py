"""What the links of a sentence know: the figures so far, the topic, the level that the topic has."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.prose.figure import PERCENT, Figure
from ingest.prose.regex import regex
from ingest.prose.zh.measures import label_key
from ingest.prose.zh.scene import CHANGES, Spot
from ingest.prose.zh.words import words

MEMORY = 256  # figures that a sentence or paragraph looks back on

# 顺差, 净增: what is left over from a whole is no part of it.
BALANCE = regex("顺差|逆差|差额|结余|净(?!融资)")


@dataclass(slots=True)
class Board:
    """The figures of the paragraph so far, for links that reach back over a full stop."""

    levels: list[tuple[str, Spot]] = field(default_factory=list)  # label key, level or share
    rates: list[Spot] = field(default_factory=list)
    inner: Spot | None = None  # the last change in amount that may have parts, itself a part or not
    amounts: list[Spot] = field(default_factory=list)  # the last change in amount that is no part


class Ties:
    """The state that all rules of linking share, and how a figure is found again by its name."""

    def __init__(self, norm: str, board: Board) -> None:
        self.norm, self.board = norm, board
        self.topic: Spot | None = None  # what a clause without a subject speaks of
        self.level: Spot | None = None  # the level of the topic, if it has one
        self.last_rate: Spot | None = None
        self.waiting: list[Spot] = []  # changes whose level may still come
        self.attributive: Spot | None = None  # 增长12.3%的: a change that is part of a name
        self.whole: Spot | None = None
        self.divided_whole: Spot | None = None  # what 分产业看 divides
        self.part_no = 0  # the 其中 that the whole belongs to
        self.groups: list[list[Spot]] = []
        self.here: list[Spot] = []
        self.parts: list[Spot] = []  # the parts of the sentence's wholes
        self.larger: list[tuple[Spot, Spot]] = []  # parts above the whole that they are said to be of

    def key(self, spot: Spot) -> str:
        """The label key of a spot's own subject or counted noun; '' where it has none."""
        span = spot.subject or spot.noun
        return (label_key(self.norm[span[0] : span[1]]) or "") if span else ""

    def name(self, spot: Spot) -> str:
        """The label key of what a spot was found to measure."""
        if spot.stood_at is not None:
            return spot.known_as
        span = spot.figure.measure
        return (label_key(self.norm[slice(*span)]) or "") if span else ""

    def led(self, spot: Spot) -> str:
        """The words of its clause before a figure."""
        f = spot.figure
        if spot.stood_at is not None:
            return spot.led_by
        return self.norm[f.quote[0] : f.start] if f.quote is not None else ""

    def leave(self, spots: list[Spot]) -> None:
        """Keep what later sentences ask of figures that are about to get their printed offsets."""
        for spot in spots:
            spot.known_as, spot.led_by, spot.stood_at = self.name(spot), self.led(spot), spot.figure.start

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
        return self._called_short(key, f)

    def _called_short(self, key: str, f: Figure) -> Spot | None:
        """快递业务量1.36亿件。业务量增长19.6%: the last level, by a head that names no whole."""
        name, level = self.board.levels[-1] if self.board.levels else ("", None)
        if level is None or key not in words().short_names or not name.endswith(key) or level.part:
            return None
        if level.figure.kind != "level" or level.figure.period != f.period or f.kind == "points":
            return None
        return level if f.kind != "change_amount" or level.figure.unit == f.unit else None

    def _inherit(self, spot: Spot) -> None:
        f = spot.figure
        if f.measure is None and self.topic is not None:
            f.measure = self.topic.figure.measure
            if f.measure is not None and f.kind in {"level", "share"}:
                f.flags.add("elided_subject")
        elif f.measure is None and spot.noun is not None:
            f.measure = spot.noun

    def _grow(self, spot: Spot, target: Spot, rule: str) -> None:
        f = spot.figure
        if f.ref_area and target.figure.ref_area and f.ref_area != target.figure.ref_area:
            return  # 江苏增长5.8%，全国增速为5.2%
        if target.origin and self.here and self.here[-1] is target:
            f.measure = f.measure or target.figure.measure
            f.link("growth_from", target.figure, "from_to")
            self.waiting = [spot]  # 由1.65%下调25个基点至1.40%: the level of now comes yet
            return
        f.link("growth_of", target.figure, rule)
        if f.measure is None:
            f.measure = target.figure.measure
        for role, earlier, *_ in target.figure.links:
            if role == "compared_with" and not (
                f.base_period and earlier.period and f.base_period != earlier.period
            ):
                f.link("growth_from", earlier, "from_to")
                if f.base_period is None or spot.figure.base_rule is None:
                    f.base_period = earlier.period or f.base_period

    def _alike(self, spot: Spot) -> bool:
        """A measure is carried to figures of its own dimension only: tonnes do not name people."""
        assert self.topic is not None
        topic, f = self.topic.figure, spot.figure
        return (
            f.kind == "share"
            or topic.kind in CHANGES
            or topic.kind == "duration"
            or topic.unit == f.unit
            or topic.shape == f.shape == PERCENT
        )

    def _same_list(self, spot: Spot) -> bool:
        last = self.here[-1].figure
        moved = {last.kind, spot.figure.kind} == {"change_rate", "multiple"}
        return moved or (last.shape == spot.figure.shape and last.kind == spot.figure.kind)

    def _note_level(self, spot: Spot) -> None:
        if spot.bracket and self.level is not None:
            return
        self.topic = self.level = spot
        if not spot.bracket:
            span = spot.figure.measure
            if len(self.board.levels) > MEMORY:
                del self.board.levels[: MEMORY // 2]
            self.board.levels.append((label_key(self.norm[span[0] : span[1]]) or "" if span else "", spot))
