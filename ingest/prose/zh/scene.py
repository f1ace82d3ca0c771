"""What the clause reader works on: a figure in its clause, the words before it, the time in force."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.prose.figure import Figure
from ingest.prose.regex import regex
from ingest.prose.zh import lexer as lx
from ingest.prose.zh.clock import Clock
from ingest.prose.zh.lexer import Token
from ingest.prose.zh.words import Words

Span = tuple[int, int]

MARKS = " ,，、:\"'()的"  # what may stand around words and is no word
COUNTED = frozenset({"count", "person", "household"})
# Kinds that say how something changed or differs, not how much there was.
CHANGES = frozenset(
    {"change_rate", "change_amount", "points", "multiple", "average_rate", "contribution", "difference"}
)


@dataclass(slots=True, eq=False)
class Spot:
    """A figure in its clause, with what the links ask about."""

    figure: Figure
    subject: Span | None = None  # the subject that stands in its own clause
    noun: Span | None = None  # the counted noun behind it
    joins: bool = False  # an item of a list: nothing but 、 or 和 before it
    listed: bool = False  # 分别 stands before the list
    of_other: bool = False  # 是全国平均增速的1.8倍: of another thing, not of an earlier time
    tail: Span | None = None  # what all of them have: 分别进出口
    names: list[Span] = field(default_factory=list)  # the subjects that 分别 shares out
    origin: bool = False  # the level that a change starts from (由, 从)
    starts: bool = False  # the rate that another starts from
    aside: bool = False  # such a level in a clause or bracket of its own (上年为5亿元)
    reach: bool = False  # the level that a change ends at (增至)
    part: bool = False  # behind 其中
    loose: bool = False  # and behind a semicolon that may have ended it
    part_no: int = 0  # which 其中 of the sentence
    nested: bool = False  # a figure of the same clause stands before that 其中
    divided: bool = False  # behind 分产业看
    narrow: bool = False  # 其中第三季度: its time is a part of that of the sentence before
    among: Span | None = None  # 在医院中: the words of the whole
    total: Span | None = None  # the word (合计) that makes it the sum of what precedes
    whole: Span | None = None  # of a share: the words of the whole
    share_phrase: Span | None = None  # 占全国的比重
    growth: bool = False  # named by 增速, 成长率
    of_rate: bool = False  # a change of the growth rate itself (增速, 涨幅)
    restores: bool = False  # 恢复至2019年的93.9%: the level of now in percent of that of before
    extreme: bool = False  # 涨幅最高为3.1%: that of one among several
    bracket: bool = False
    conversion: bool = False
    expected: bool = False  # 低于市场预期的1574亿元: no level of the thing itself
    average: bool = False
    clause: int = 0  # number of the part of the sentence between semicolons
    bases: list[str | None] = field(default_factory=list)  # bases that the next items of a list take
    open_n_of_m: bool = False  # 860家企业中
    # Of a sentence with line ends or blanks, whose figures have the offsets of the printed text by now:
    stood_at: int | None = None  # where the figure began in the line that was read
    known_as: str = ""  # the label key of what it measures
    led_by: str = ""  # the words before it


@dataclass(slots=True)
class Scene:
    """What the text has said so far and later clauses lean on."""

    clock: Clock
    basis: str | None = None  # how the period in force is known to the sentence being read
    end: bool = False  # the period in force is its end (年末)
    since: bool = False
    rule: str | None = None  # base of the last comparison: a rule, or "=" and a code
    habit: str | None = None  # "year" once the document has compared with the year before
    points_rule: str | None = None  # the same for points, which often look back to another time
    stable: str | None = None  # the period before a day was named: a day holds for its sentence only
    price: set[str] = field(default_factory=set)  # said once for the paragraph
    status: str | None = None
    told: str | None = None  # the status in force where the sentence before ended
    percent: str | None = None  # what the last percentage that is no change was: level or share


_GAP = regex(r"""[ "'了的:个]{0,3}(?:\([^()\d]{0,40}\))?\Z""")
_OUTSIDE = frozenset({"part", "fresh", "rank", "run", "per", "limit"})
_HELD = frozenset({"比", "较", "较之"})
_MORE = {
    "高": "up",
    "快": "up",
    "多": "up",
    "大": "up",
    "低": "down",
    "慢": "down",
    "少": "down",
    "小": "down",
}


@dataclass(slots=True)
class Segment:
    """The words between the last boundary (a comma, a figure) and a numeral."""

    norm: str
    words: Words
    tokens: list[Token]
    start: int
    compared: str | None = None  # base of a comparison in it: a rule, or "=" and a code
    joint: bool = False  # its boundary was only 、
    named: list[Span] = field(default_factory=list)  # names of companies in the sentence
    area: Token | None = None  # the area that the clause begins with
    roles: dict[str, Token] = field(default_factory=dict)  # role -> the first connective that has it
    chain: list[Token] = field(default_factory=list)  # the words that touch the numeral, nearest first
    change: Token | None = None  # the nearest change word among them

    def tie(self, right: int) -> None:
        """Find the known words that stand before a numeral at `right` without a gap."""
        words, norm = self.words, self.norm
        for tok in reversed(self.tokens):
            if tok.start >= right:
                continue  # 1美元兑 belongs to the figure itself
            if words.roles.get(tok.word) == "per" and norm[tok.end : right] in words.units:
                right = tok.start  # 由每吨24万元
                continue
            if tok.end > right or not _GAP.match(norm, tok.end, right):
                break
            found = words.changes.get(tok.word)
            if words.roles.get(tok.word) == "share_name" and "share" not in self.roles:
                break  # 加计扣除比例: part of the name
            attributive = found is not None and norm.startswith("的", tok.end)
            if attributive or not (tok.kind == lx.PERIOD or self._ties(tok)):
                break
            self.chain.append(tok)
            right = tok.start
            if self.change is None and found is not None and found[0] != "plain":
                self.change = tok

    def _ties(self, tok: Token) -> bool:
        words, w = self.words, tok.word
        if tok.kind != lx.WORD:
            return False
        if w in words.roles:
            return words.roles[w] not in _OUTSIDE
        if w in words.changes:
            return words.changes[w][0] != "plain"
        return (
            w in words.before or w in words.verbs or w in words.comparisons or w in words.status
            or w in words.basis or w in words.periods or w in words.signs
        )  # fmt: skip

    def add(self, tok: Token) -> None:
        """Take the next word."""
        self.tokens.append(tok)
        role = self.words.roles.get(tok.word)
        if role is not None:
            self.roles.setdefault(role, tok)

    def role(self, name: str) -> Token | None:
        """The first connective of a role."""
        return self.roles.get(name)

    def names_period(self, start: int, end: int) -> bool:
        """True where words of time stand between two offsets."""
        periods = self.words.periods
        return any(start <= t.start < end and (t.kind == lx.PERIOD or t.word in periods) for t in self.tokens)

    def held(self, right: int) -> bool:
        """比疫情前增长20%: held against something that is no time; 较快增长 is held against nothing."""
        than = self.role("than")
        if than is None or self.compared is not None or than.word not in _HELD:
            return False
        near = self.change is not None and self.change.start == than.end + 1
        plain = near and self.norm[than.end : than.end + 1] in _MORE
        return not plain and than.end < right and not self.names_period(than.end, right)

    def weighed(self, at: int) -> bool:
        """优于年度目标: held against what was meant to be."""
        gap = self.role("gap")
        beside = gap is not None and gap.end <= at and not self.names_period(gap.end, at)
        return beside or self.held(at)

    def more(self, figure: Figure) -> tuple[str, bool] | None:
        """比全国高0.8个百分点: the direction, and whether the comparison is with another time."""
        at = figure.outer_start
        at -= self.norm.startswith(("了", "出"), at - 1)  # 多了近两成, 多出三成
        direction = _MORE.get(self.norm[at - 1 : at])
        than = self.role("than")
        if direction is None or (than is None and self.compared is None):
            return None
        # 同比少5亿元: 同比 says the time itself
        return direction, than is None or self.names_period(than.end, figure.outer_start)
