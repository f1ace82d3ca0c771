"""One cell of a table: a number with its sign, mark and unit; a mark for nothing; or words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ingest.prose.numerals import Number, parse_digits
from ingest.prose.regex import regex
from ingest.prose.tables.units import parse_unit
from ingest.prose.tables.words import TableWords, Unit, table_words

_DASH = "-–—―−"
_EMPTY_MARK = regex(rf"[{_DASH}.…·:*/\s]{{1,6}}\Z")
_DIGIT = regex(r"\d")
_STARRED = regex(r"[*#^_]\d")  # behind "34": a lost decimal point
_NOTE = r"(?:[¹²³⁰⁴-⁹†‡§]+|\*{1,3}|\s?[(\[][a-z\d][)\]])"
YEAR = regex(r"(?:19|20)\d\d\Z")
_HEDGES = {"<": "LT", ">": "GT", "≤": "LE", "≥": "GE", "~": "ABOUT"}


@dataclass(slots=True)
class Cell:
    """A cell: `kind` is number, empty, broken (digits that are no number) or text."""

    kind: str
    start: int  # of a number: the numeral with sign, brackets and percent mark
    end: int
    outer_start: int = 0
    outer_end: int = 0
    number: Number | None = None
    negative: bool = False
    percent: bool = False
    sign: tuple[int, int] | None = None  # the currency sign
    tail: Unit | None = None  # unit and scale words behind the numeral
    qualifier: str = "NONE"
    hedge: tuple[int, int] | None = None
    status: str | None = None
    repaired: bool = False


@lru_cache(maxsize=4)
def _number(language: str) -> re.Pattern[str]:
    w = table_words(language)
    assert w is not None
    return regex(
        rf"(?P<hedge>[<>≤≥~])?\s?(?P<from>(?P<minus>[{_DASH}+]\s?)?(?P<open>\()?\s{{0,2}}(?P<minus2>[{_DASH}])?)"
        rf"(?:(?P<sign>{w.sign})\s{{0,3}}(?P<minus3>[{_DASH}])?(?P<open2>\()?\s{{0,2}}(?P<minus4>[{_DASH}])?)?"
        r"(?P<digits>(?:\d{1,2}(?:,\d\d)+,\d{3}|\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d+)(?:\.\d+)?|\.\d+)"
        r"(?P<to>\s{0,2}(?P<percent>%)?\s{0,3}(?P<close>\))?\s{0,2}(?P<percent2>%)?)"
        rf"(?P<note>{_NOTE})?(?P<tail>.*)\Z"
    )


def read_cell(low: str, s: int, e: int, w: TableWords) -> Cell:
    """Read low[s:e], which has no blanks at its ends."""
    piece = low[s:e]
    if not _DIGIT.search(piece):
        bare = piece.strip("()$€£¥% ") if len(piece) < 12 else piece
        empty = w.has("empty", piece) or bool(_EMPTY_MARK.match(bare)) or not bare
        return Cell("empty" if empty else "text", s, e)
    m = _number(w.language).match(piece)
    if m is None or bool(m["open"] or m["open2"]) != bool(m["close"]):
        words = piece[0].isalpha() or re.search(r"[^\W\d_]{2}", piece)
        return Cell("text" if words else "broken", s, e)
    number = parse_digits(m["digits"])
    if number is None:
        return Cell("broken", s, e)
    cell = Cell("number", 0, 0, s, e, number)
    cell.percent = bool(m["percent"] or m["percent2"])
    marks = [m[x] for x in ("minus", "minus2", "minus3", "minus4") if m[x]]
    cell.negative = bool(m["open"] or m["open2"]) or any(x.strip() != "+" for x in marks)
    cell.repaired = " " in m["digits"]
    if m["sign"]:
        cell.sign = (s + m.start("sign"), s + m.end("sign"))
        inside = m.start("minus3") if m["minus3"] else m.start("open2") if m["open2"] else m.start("digits")
        begin = m.start("from") if m["minus"] or m["open"] or m["minus2"] else inside
    else:
        begin = m.start("from")
    to = m["to"].rstrip()
    cell.start, cell.end = s + begin, s + m.start("to") + len(to)
    if m["hedge"]:
        cell.qualifier, cell.hedge = _HEDGES[m["hedge"]], (s + m.start("hedge"), s + m.end("hedge"))
    tail = m["tail"].strip()
    if tail:
        if len(tail) == 1 and (
            w.has("mark", tail) or (tail.isalpha() and tail not in "bkmtx%" and not w.units.get(tail))
        ):
            cell.status = w.roles.get("mark", {}).get(tail)
            return cell
        at = s + m.start("tail")
        money = m["sign"] or ""
        cell.tail = parse_unit(low, at, e, w) or (_glued_scale(low, at, e, w, money) if money else None)
        if cell.tail is None:
            return Cell("broken" if _STARRED.match(piece, m.end("to")) else "text", s, e)
        if cell.tail.scaled:
            cell.end = cell.tail.span[0] if cell.tail.span else e
            while low[cell.end - 1] == " ":
                cell.end -= 1
    return cell


def _glued_scale(low: str, s: int, e: int, w: TableWords, money: str) -> Unit | None:
    """ "$3.2m": the letter is a scale because a currency stands in front."""
    unit = parse_unit(money + low[s:e], 0, len(money) + e - s, w)
    return unit._replace(code=None, shape="", span=None) if unit is not None and unit.scaled else None
