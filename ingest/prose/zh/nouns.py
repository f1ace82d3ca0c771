"""The noun that is counted behind a numeral and its unit."""

from __future__ import annotations

from itertools import islice

from ingest.prose.regex import regex
from ingest.prose.zh import lexer as lx
from ingest.prose.zh.lexer import Token
from ingest.prose.zh.scene import Segment, Spot

_NOUN = regex(r"[\u4e00-\u9fffA-Za-z\"&·-]+")
_TELLS = regex("(?:显示|表明|发现|统计|结果)\\Z")  # 对3000名受访者的调查显示
_AMONG_ALL = regex("([\u4e00-\u9fff]{2,20})中(?=[,，])")
_JOINERS = frozenset("和与及、来以内间里前后")
_LONGEST_NOUN = 30
_NEAR = 40  # words that may lie in a noun


def counted(spot: Spot, segment: Segment, tokens: list[Token], first: int) -> None:
    """Set the noun behind the unit, up to the next word that the lexicon knows as no noun."""
    f, norm, words = spot.figure, segment.norm, segment.words
    if f.unit_span and words.units.get(norm[slice(*f.unit_span)], ("", ""))[1] == "noun":
        spot.noun = f.unit_span  # 31省份: the noun itself
        return
    if spot.origin and _goes_on(tokens, first):
        return  # 从50人扩充到600人
    start = max(f.outer_end, tokens[first - 1].odd + 1)  # 三成多
    if norm[f.outer_start - 1] == "在" and (among := _AMONG_ALL.match(norm, start)) is not None:
        spot.noun, spot.open_n_of_m = among.span(1), True  # 在1028名有子女的受访者中，
        return
    if norm.startswith("之间", start):
        start += 2
    while norm[start : start + 1] in {"的", " "}:
        start += 1
    if norm.startswith("为", start) and spot.subject is None:
        start += 1
    limit = start + _LONGEST_NOUN
    for tok in islice(tokens, first, first + _NEAR):
        if tok.start < start:
            start = max(start, tok.end) if tok.word in words.after else start
            continue
        w = tok.word
        if (tok.kind in {lx.MARK, lx.NUMBER, lx.PERIOD} and w != '"') or (tok.kind == lx.WORD and (
            (w in words.changes and words.changes[w][0] != "plain") or w in words.comparisons
            or w in words.verbs or w in words.takers or w in words.roles or w in words.before
        )):  # fmt: skip
            limit = min(limit, tok.start)
            if w == "平均":  # 100个城市住宅平均价格: what is counted ends where the average's own name begins
                heads = (norm[start:at] for at in range(limit, start, -1))
                limit = start + next((len(x) for x in heads if x in words.not_before), limit - start)
            break
    against = norm.find("对", start + 2, limit)
    if against > 0 and norm[against + 1 : against + 2] not in {"外", "口", "象", "照"}:
        limit = against
    m = None if norm[start : start + 1] in _JOINERS else _NOUN.match(norm, start, limit)
    stop = m.end() if m else start
    if norm[start - 1] == "的" and norm.endswith("目标", start, stop):
        return  # 低于5.5%的控制目标: names no thing
    of = norm.find("的", start, stop)
    if of > start and (_goes_on(tokens, first) or _TELLS.search(norm, of, stop)):
        spot.open_n_of_m |= norm.startswith("对", max(segment.start, f.outer_start - 1))
        stop = of  # 三家企业的用户总数达5.9亿户
    if stop > start and norm[stop - 1] == "中":
        spot.open_n_of_m = True
        stop -= 1
    while stop > start and norm[stop - 1] in "的了为":
        stop -= 1
    if stop > start:
        spot.noun = (start, stop)


def _goes_on(tokens: list[Token], first: int) -> bool:
    """True where another figure comes before the next mark."""
    for tok in islice(tokens, first, first + _NEAR):
        if tok.kind in {lx.MARK, lx.NUMBER}:
            return tok.kind == lx.NUMBER
    return False
