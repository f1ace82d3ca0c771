"""Cuts a Chinese text into sentences; a line that was broken to fit a page goes on in the next."""

from __future__ import annotations

from ingest.prose.regex import regex
from ingest.prose.text import Sentence

_STOP = regex(r"[。!?][\"')]*|\n+")
_WRAPPED = 24  # a line that was broken to fit a page is not shorter
_CN = "[一二三四五六七八九十]{1,3}"
_OPENS = regex(
    rf"\s|[-•●■◆*](?!\d)|\d{{1,2}}(?:\.\d{{1,2}}){{0,3}}[.、)](?!\d)|{_CN}、|[(](?:\d{{1,2}}|{_CN})[)]"
)
_WIDEST = 200  # and not longer
_NEAR = 12  # lines above and below that show how wide the page is
_RAGGED = 3  # columns, or characters, by which full lines differ


def sentences(norm: str) -> list[Sentence]:
    """Cut a normalised text at full stops and line ends; a line broken inside a sentence goes on."""
    found: list[Sentence] = []
    start = line_start = paragraph = 0
    end = len(norm)
    stops = [(m.start(), m.end()) for m in _STOP.finditer(norm)]
    for at, behind in [*stops, (end, end)]:
        ends_line = at == end or norm[at] == "\n"
        if ends_line and behind - at == 1 and _goes_on(norm, line_start, at):
            line_start = behind
            continue
        stop = at if ends_line else behind
        begin = start
        while begin < stop and norm[begin].isspace():
            begin += 1
        while stop > begin and norm[stop - 1].isspace():
            stop -= 1
        if stop > begin:
            is_line = ends_line and (not found or found[-1].paragraph != paragraph)
            found.append(Sentence(len(found) + 1, begin, stop, paragraph, is_line))
        start = behind
        if ends_line:
            paragraph += 1
            line_start = behind
    return found


def _goes_on(norm: str, line_start: int, at: int) -> bool:
    if at - line_start < _WRAPPED or at + 1 >= len(norm):
        return False
    if norm[at - 1] in "0123456789%)" and " " in norm[max(line_start, at - 12) : at]:
        return False  # a row of a table
    if norm[at - 1] in ";:。!?" or _OPENS.match(norm, at + 1):
        return False
    if norm[at + 1] not in "0123456789(-":
        return True
    return at - line_start <= _WIDEST and _is_full(norm, line_start, at)


def _is_full(norm: str, line_start: int, at: int) -> bool:
    """True where a line is as wide as the widest around it: digits below it may be its end, and no item."""
    lines, low, high = [norm[line_start:at]], line_start, at
    for _ in range(_NEAR):
        before = norm.rfind("\n", 0, max(0, low - 1)) + 1
        if low == 0 or low - before > _WIDEST or not (line := norm[before : low - 1]).strip():
            break
        lines.append(line)
        low = before
    for _ in range(_NEAR):
        after = norm.find("\n", high + 1)
        after = len(norm) if after < 0 else after
        if after - high > _WIDEST or not (line := norm[high + 1 : after]).strip():
            break
        lines.append(line)
        high = after
    printed = [sum(1 + (c > "\u2e7f") for c in line.rstrip()) for line in lines]
    counted = [len(line.rstrip()) for line in lines]
    return any(widths[0] + _RAGGED >= max(widths) for widths in (printed, counted))
