"""What sort of figure it is and which way the thing went, from the words before the numeral."""

from __future__ import annotations

import re

from ingest.prose.figure import DURATION, MULTIPLE, PERCENT, POINTS, Figure
from ingest.prose.regex import regex
from ingest.prose.zh import hedges
from ingest.prose.zh import lexer as lx
from ingest.prose.zh.lexer import Token
from ingest.prose.zh.scene import Segment, Spot

_TO = frozenset({"到", "至", "为"})
_LONGEST_VERB = 5
_FEWER = "减少"
_LONGEST_OBJECT = 10  # characters
_NEAR = 6  # characters
_DOWNWARD = frozenset({"低于", "逊于", "慢于", "下拉", "向下拉动", "拖累", "偏低", "偏少"})
# Verbs that say by how much a thing misses what it is held against.
_GAPS = {"相差": None, "超收": "up", "超征": "up", "超支": "up", "短收": "down", "短征": "down"}
# A percentage with a name of its own is a level, not a part of something.
_RATE_NOUN = regex(
    r"(?:率|度|指数|系数|比值|之比|PMI|CPI|PPI|利差|收益|中间价|中位数|浓度|利率水平|LPR)\Z", re.IGNORECASE
)
_OF_WHOLE = regex(
    "[ ,，]*(?:为|是|完成|达到?)((?:全年|年初|年度|调整)[^,，]{2,14}|(?:年度)?预算|计划|目标)的\\Z"
)
AIM = regex("的[\u4e00-\u9fff]{0,6}目标(?!群|人|客|市|公司)")  # 5.5%左右的控制目标
_MARKS = " ,，、:\"'()的"


def classify(spot: Spot, segment: Segment, moved: bool = False) -> None:
    """Set kind and direction, and say whether the figure is where a change starts or ends.

    `moved`: the figure right before it is where the change starts.
    """
    f, words = spot.figure, segment.words
    part, direction = words.changes[segment.change.word] if segment.change else ("", "")
    to = _reaches(segment, f, part, moved)
    spot.origin = not to and (spot.origin or any(words.roles.get(t.word) == "from" for t in segment.chain))
    spot.conversion = any(words.roles.get(t.word) == "conversion" for t in segment.chain)
    spot.growth = part == "noun"
    spot.extreme = part == "noun" and any(t.word in hedges.EXTREMES for t in segment.chain)
    spot.average = segment.role("average") is not None
    spot.reach = to and f.shape not in {POINTS, MULTIPLE}
    if f.shape == DURATION:
        moves = part == "verb" and not to and segment.compared is not None
        f.kind, f.direction = ("change_amount", direction) if moves else ("duration", None)
    elif f.shape == POINTS:
        _points(f, segment, direction)
    elif f.shape == MULTIPLE:
        _multiple(f, segment, direction, to)
        spot.of_other = _of_other(f, segment)
    elif to or (spot.origin and not (f.shape == PERCENT and part == "verb")):
        f.kind = "level"
    elif f.shape == PERCENT:
        _percent(spot, segment, direction)
    else:
        _amount(f, segment, direction)
    if f.kind == "level" and f.shape == PERCENT:
        growth = _growth_noun(segment) if spot.origin or spot.reach else None
        if growth is not None:  # 增速由4.1%加快至7.2%: two rates, not two levels
            f.kind, f.direction, spot.growth = "change_rate", words.changes[growth.word][1], True
        else:
            _share_or_level(spot, segment)
    if f.kind in {"change_rate", "average_rate"}:
        as_rate(f, f.direction)
    if f.kind == "level" and "累计" in segment.norm[segment.start : f.start]:
        f.flags.add("cumulative")


def as_rate(f: Figure, direction: str | None) -> None:
    """Make a rate of change of a percentage; a printed minus turns its direction: 增长-3.2%."""
    if f.kind != "average_rate":
        f.kind = "change_rate"
    f.direction = direction
    if f.value < 0:
        f.value = -f.value
        f.direction = "up" if direction == "down" else "down"


def _reaches(segment: Segment, f: Figure, part: str, moved: bool) -> bool:
    """True for the level at the end of a change: 增至, 提高到, 由3亿元变为, 下调5个基点至3.25%."""
    if part == "reach":
        return True
    change = segment.change
    after = [t for t in segment.chain if t.word in _TO and (change is None or t.start >= change.end)]
    if change is None and moved and after and after[-1].start - segment.start <= _LONGEST_VERB:
        return True  # 延伸到, 腰斩至
    if change is None:
        first = segment.tokens[0] if segment.tokens else None
        return bool(after) and first is after[-1] and first.word != "为" and first.start <= segment.start + 1
    if part != "verb" or not after:
        return False
    # 同比增长为3.5% still says a rate.
    return not (f.shape == PERCENT and change.word.endswith("增长") and all(t.word == "为" for t in after))


def _growth_noun(segment: Segment) -> Token | None:
    """增速, 降幅 right before 由 or before the verb that touches the numeral."""
    before = {t.start for t in (segment.role("from"), segment.change, *segment.chain) if t is not None}
    nouns = (t for t in segment.tokens if segment.words.changes.get(t.word, ("",))[0] == "noun")
    return next((t for t in nouns if t.end in before), None)


def _points(f: Figure, segment: Segment, direction: str) -> None:
    moved = segment.role("contribution")
    if moved is not None and moved.word != "贡献率":
        f.kind = "contribution"
        f.direction = "down" if moved.word in _DOWNWARD else direction or "up"
        return
    f.kind = "points"
    gap, more = segment.role("gap"), segment.more(f)
    if gap is not None:
        f.direction = None if gap.word == "相差" else "down" if gap.word in _DOWNWARD else "up"
        than = segment.role("than")
        if not segment.names_period(than.end if than is not None else gap.end, f.outer_start):
            f.kind = "difference"
    elif more is not None:
        f.direction, in_time = more
        f.kind = "points" if in_time else "difference"
    else:
        f.direction = direction or _opening_verb(segment)


def _opening_verb(segment: Segment) -> str | None:
    """The direction of 下调存款准备金率0.25个百分点: the verb stands before what it changes."""
    found = (segment.words.changes.get(t.word, ("", "")) for t in segment.tokens)
    return next((direction for part, direction in found if part == "verb"), None)


def _multiple(f: Figure, segment: Segment, direction: str, to: bool) -> None:
    f.kind = "multiple"
    if segment.norm[f.start] in "翻减":
        f.direction = "up" if f.value > 1 else "down"
    elif segment.change is not None:
        f.direction = direction or None
        if to:
            return
        if f.unit_span and segment.norm[f.unit_span[0]] == "番":
            f.value = 2**f.value  # 翻近两番
        elif segment.norm[f.start : f.end] in {"1", "一"}:
            f.value += 1  # 增长一倍 is twice as much
        else:
            f.flags.add("ambiguous_multiple")


def _of_other(f: Figure, segment: Segment) -> bool:
    like = segment.role("times")
    if like is None or segment.names_period(like.end, f.outer_start):
        return False
    return segment.norm[like.end : f.outer_start].endswith("的")


def _percent(spot: Spot, segment: Segment, direction: str) -> None:
    f = spot.figure
    contribution = segment.role("contribution")
    if (
        contribution is not None
        and (segment.change is None or contribution.start > segment.change.start)
        and not _gives(segment, contribution, f)
    ):
        f.kind = "contribution"
        return
    if spot.average:
        f.kind = "average_rate"
        falls = any("下降" in t.word or "递减" in t.word for t in segment.tokens)
        f.direction = direction or ("down" if falls else "up")
        return
    if segment.change is not None:
        f.kind, f.direction = "change_rate", direction
        return
    more, gap = segment.more(f), segment.role("gap")
    if segment.norm[f.start] in "+-" and _signed(f, segment):
        f.kind, f.direction = "change_rate", "up"  # 同比-4.5%, 投资+2.4%: the sign says the rest
    elif more is not None:
        f.direction = more[0]
        f.kind = "change_rate" if more[1] else "difference"
    elif (
        gap is not None
        and segment.norm[f.outer_start - 1] != "的"
        and segment.role("share") is None  # 认为价格偏高的占38.5%
        and (
            gap.end < f.outer_start or gap.word[0] == "偏"  # 高于5% is a hedge, 偏少两成 none
        )
    ):
        f.kind, f.direction = "difference", "down" if gap.word in _DOWNWARD else "up"
    else:
        f.kind = "level"


def _gives(segment: Segment, word: Token, f: Figure) -> bool:
    """直播间贡献约三分之一, 贡献了收入的四成: a share, where nothing is told to grow."""
    if word.word != "贡献" or not any(t.start >= word.start for t in segment.chain):
        return False
    return segment.norm.find("增", segment.start, f.outer_end + _NEAR) < 0


def _signed(f: Figure, segment: Segment) -> bool:
    """True where a sign makes a change of a percentage: + always does, - where no rate of that name is."""
    if segment.compared is not None:
        return True
    if segment.role("share") is not None or segment.role("share_noun") is not None:
        return False
    lead = segment.norm[segment.start : segment.chain[-1].start if segment.chain else f.outer_start]
    return segment.norm[f.start] == "+" or not _RATE_NOUN.search(lead.rstrip(_MARKS + "了"))


def _amount(f: Figure, segment: Segment, direction: str) -> None:
    if segment.change is not None:
        f.kind, f.direction = "change_amount", direction
        return
    more, gap = segment.more(f), segment.role("gap")
    if more is not None:
        f.direction = more[0]
        f.kind = "change_amount" if more[1] else "difference"
        return
    if gap is not None and (gap.word in _GAPS or gap.word[0] == "偏"):
        f.kind = "difference"
        f.direction = _GAPS.get(gap.word, "down" if gap.word in _DOWNWARD else "up")
        return
    if segment.compared is None:
        verb = _first_verb(segment, f)
        if verb is not None:
            f.kind, f.direction = "change_amount", "down"
        return
    # 比上年减少工业用地300亩: the verb right behind the comparison, then the thing.
    words = segment.words
    for before, tok in zip(segment.tokens, segment.tokens[1:], strict=False):
        compares = (
            before.kind == lx.PERIOD or before.word in words.comparisons or before.word in words.periods
        )
        part, direction = words.changes.get(tok.word, ("", ""))
        between = segment.norm[tok.end : f.outer_start]
        # 较上年末新增31.2公里: 新增 is part of a name elsewhere
        moves = part == "verb" or (part == "plain" and direction != "" and not between)
        if compares and moves and tok.start <= before.end + 1:
            if "的" not in between and not between.endswith(("有", "达", "为")):  # 价格下降城市有66个
                f.kind, f.direction = "change_amount", direction
            return


def _first_verb(segment: Segment, f: Figure) -> Token | None:
    """累计减少贫困人口41.7万人: the verb ahead of its object, which is told to have become less."""
    for tok in segment.tokens:
        if tok.word == _FEWER and segment.role("part") is None:
            between = segment.norm[tok.end : f.outer_start]
            plain = 1 < len(between) <= _LONGEST_OBJECT and "的" not in between
            return tok if plain and not between.endswith(("有", "达", "为")) else None
        if tok.kind == lx.WORD and segment.words.changes.get(tok.word, ("",))[0] == "verb":
            return None
    return None


def _share_or_level(spot: Spot, segment: Segment) -> None:
    """A percentage that is no change: a share of something, or a rate that has its own name."""
    f, norm, chain = spot.figure, segment.norm, segment.chain
    share, noun = segment.role("share"), segment.role("share_noun") or segment.role("share_name")
    if share is not None:
        stop = chain[-1].start if chain and chain[-1].start > share.end else f.outer_start
        if noun is not None and noun.start > share.end:
            stop = noun.start
        whole = norm[share.end : stop].rstrip("的 ")
        spot.whole = (share.end, share.end + len(whole)) if whole else None
    like = segment.role("times")
    if (
        share is None
        and like is not None
        and like.word in {"相当于", "相等于"}
        and norm[f.outer_start - 1] == "的"
    ):
        spot.whole = (like.end, f.outer_start - 1)
        f.kind = "share"
        return
    of = _OF_WHOLE.match(norm, segment.start, f.outer_start) if share is None and noun is None else None
    if of is not None:  # 为年初预算的102.3%
        spot.whole = of.span(1)
        f.kind = "share"
        return
    if share is not None or noun is not None:
        first, last = share or noun, noun or share
        spot.share_phrase = (first.start, last.end) if first and last and first.start < last.end else None
        f.kind = "share"
        return
    if spot.origin or spot.reach:
        return
    if (
        norm[f.end - 1] in "成半"
        or "fraction" in f.flags
        or (norm.startswith("的", f.outer_end) and not AIM.match(norm, f.outer_end))
        or (norm[f.outer_start - 1] == "的")
    ):
        f.kind = "share"
        return
    lead = norm[segment.start : chain[-1].start if chain else f.outer_start].rstrip("的了在 )")
    if not lead.strip(_MARKS) or not _RATE_NOUN.search(lead):
        f.kind = "share"
