"""What a sentence has said so far, as its clauses are read from left to right."""

from __future__ import annotations

from collections.abc import Container

from ingest.prose.zh.figures import Candidates
from ingest.prose.zh.lexer import Token
from ingest.prose.zh.scene import Scene, Segment, Span, Spot
from ingest.prose.zh.words import Words


class State:
    """The state of a sentence that is being read."""

    def __init__(
        self,
        norm: str,
        words: Words,
        scene: Scene,
        tokens: list[Token],
        found: Candidates,
        named: list[Span],
    ) -> None:
        self.named = named  # the names of companies
        self.norm, self.words, self.scene = norm, words, scene
        self.tokens, self.found = tokens, found
        self.spots: list[Spot] = []
        self.segment = Segment(norm, words, [], 0, named=named)
        self.pending: set[str] = set()  # price bases that wait for their figure
        self.pending_of: Spot | None = None  # the level in whose clause they were said
        self.part = False
        self.inner = False  # 其中 stands behind a figure of the same clause
        self.part_clause = 0
        self.part_of_time: str | None = None  # the time in force before 其中
        self.part_no = 0  # how often the sentence has said 其中
        self.depth = 0  # of brackets
        self.status_holds = False  # a status said for the sentence holds behind a semicolon
        self.periods: list[str] = []  # 三、四季度分别: one for each figure of the list
        self.listed_rates: str | None = None  # GDP增速分别为: the direction of the rates that follow
        self.dates: list[str] = []  # 2021年和2022年: the times that a list may share out
        self.by_quarter = False  # 各季度分别
        self.among: Span | None = None  # 在医院中: the whole of what follows
        self.skip_to = -1  # tokens before this offset are part of a noun or a bracket passed over
        self.clause = 0
        self.origin_code: str | None = None
        self.origin_end = False  # what the origin names is the end of that period
        self.rules: set[str] = set()  # 同比, 环比 in this sentence
        self.said_rule = False  # 从环比看，11月份: said before the time that it holds for
        self.carried: Span | None = None  # the subject of a clause that had no figure
        self.before_bracket: Span | None = None  # the subject that a bracket with figures interrupts
        self.narrow = False  # 其中第三季度
        self.divided = False  # 分产业看: the levels that follow are parts
        self.area: str | None = None

    def _boundary(self, at: int, *, joint: bool) -> None:
        self.segment = Segment(self.norm, self.words, [], at, joint=joint, named=self.named)
        self.origin_code, self.origin_end = None, False
        self.bases: list[str | None] = []  # the periods of a comparison, several for a list
        self.measured = False  # 恢复至2019年同期的112.6%
        self.aside = False  # the level of before stands in a clause of its own

    def _said_of(self, known: Container[str]) -> bool:
        """True where a word of a list stands in the segment."""
        return any(t.word in known for t in self.segment.tokens)
