"""The hedge before or behind a figure, and the unit below the stroke (每公斤)."""

from __future__ import annotations

from ingest.prose.figure import DURATION, MULTIPLE, PERCENT, QUANTITY, Figure
from ingest.prose.zh import lexer as lx
from ingest.prose.zh.lexer import Token
from ingest.prose.zh.scene import Segment

# 上 and 过 hedge only a bare scale or half (上万, 过半): 线上5000家, 通过3项.
_BARE_ONLY = frozenset({"上", "过"})
EXTREMES = frozenset({"最高", "最低", "最大", "最小"})
_TURNED = {"GT": "LT", "GE": "LE", "LT": "GT", "LE": "GE", "NEARLY": "GT"}
_SCALES = frozenset("半十百千万亿")


def attach(figure: Figure, segment: Segment, after: Token | None) -> None:
    """Set qualifier and hedge from the words that touch the figure; those before it come first."""
    _before(figure, segment)
    _after(figure, segment, after)


def _before(f: Figure, segment: Segment) -> None:
    words, norm = segment.words, segment.norm
    over = False  # a base period stands between
    for tok in segment.chain:
        qualifier = words.before.get(tok.word)
        if qualifier and over and qualifier != "ABOUT":
            return  # 高于7月的4.0%: held against it
        if tok.word in EXTREMES and norm[tok.end : tok.end + 1] in {"为", "是", "达"}:
            continue  # 最高为3.1%, 单日最高达1666万: that very value
        if qualifier and not (tok.word in _BARE_ONLY and norm[f.start] not in _SCALES):
            if (
                f.shape == DURATION
                and qualifier == "NEARLY"
                and f.unit == "year"
                and tok is segment.tokens[0]
            ):
                return  # 近三年来: the last three years, not almost three
            outlook = tok.word[0] == "将" and tok.word in words.status  # 将突破: 将 is no part of the hedge
            _set(f, qualifier, tok.start + outlook, tok.end)
            f.outer_start = min(f.outer_start, tok.start)
            return
        over |= tok.kind == lx.PERIOD and norm.startswith("的", tok.end)  # 约为2019年的1.3倍
        passes = over and f.shape in {MULTIPLE, PERCENT} and tok.kind == lx.PERIOD
        passes |= tok.word in words.verbs or tok.word in words.signs or words.roles.get(tok.word) == "share"
        if not passes:
            return
    share = segment.role("share")
    near = next((t for t in segment.tokens if share is not None and t.end == share.start), None)
    if f.shape == PERCENT and near is not None and near.word in words.before:
        _set(f, words.before[near.word], near.start, near.end)  # 约占全县果园面积的6%


def _after(f: Figure, segment: Segment, after: Token | None) -> None:
    if after is None or after.kind != lx.WORD:
        return
    qualifier = segment.words.after.get(after.word)
    between = segment.norm[f.outer_end : after.start]
    if qualifier and not between.strip(" 的及") and len(between) <= 2:
        _set(f, qualifier, after.start, after.end)
        f.outer_end = after.end


def _set(f: Figure, qualifier: str, start: int, end: int) -> None:
    if f.qualifier == "RANGE":
        if qualifier == "ABOUT":
            f.flags.add("about_range")
            f.hedge = (start, end)
    elif f.hedge is None:
        if f.shape == MULTIPLE and f.value < 1:
            qualifier = _TURNED.get(qualifier, qualifier)  # 减半以上 leaves half or less
        f.qualifier, f.hedge = qualifier, (start, end)


def per_unit(f: Figure, segment: Segment) -> Token | None:
    """Make CNY/kg of 每公斤120元 and flag 月均; returns the word 每 where it was used."""
    words = segment.words
    if segment.role("per_period") is not None:
        f.flags.add("per_period")
    per = next((t for t in reversed(segment.tokens) if words.roles.get(t.word) == "per"), None)
    if per is None or f.shape != QUANTITY or f.unit is None or "/" in f.unit:
        return None
    chain = [t.start for t in segment.chain if t.start >= per.end]
    between = segment.norm[per.end : min([f.outer_start, *chain])].strip(" 约为达到")
    printed = next(
        (between[:n] for n in (6, 5, 4, 3, 2, 1) if between[:n] in words.units or between[:n] == "股"), ""
    )
    code, shape = ("share", "measure") if printed == "股" else words.units.get(printed, ("", ""))
    if shape != "measure" and not (shape == "people" and printed == between):
        return None
    f.unit = f"{f.unit}/{code}"
    # 每公斤120元: the unit is no part of the subject; 每千瓦时均价 is.
    return per if printed == between else None
