"""The text as the reader sees it: an equal-length copy to match on, and the sentences in it."""

import re
from typing import NamedTuple

from ingest.prose.layout import join_words, without_notes
from ingest.prose.regex import regex

# One character to one character, so that every offset of the copy is an offset of the text.
_SPACES = (
    "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\x0b\x0c\r"
)
_HYPHENS = "\u2010\u2011\u2012\u2013\u2212"
_APOSTROPHES = "\u2018\u2019\u02bc\u0060\u00b4\uff07"
_QUOTES = "\u201c\u201d\u201e\u00ab\u00bb"
_TABLE = (
    {ord(c): " " for c in _SPACES}
    | {ord(c): "-" for c in _HYPHENS}
    | {ord(c): "'" for c in _APOSTROPHES}
    | {ord(c): '"' for c in _QUOTES}
    | {0xFF10 + n: str(n) for n in range(10)}
    | {0xFF21 + n: chr(65 + n) for n in range(26)}
    | {0xFF41 + n: chr(97 + n) for n in range(26)}
    | {0xFF05: "%", 0xFE6A: "%", 0xFF0E: ".", 0xFF04: "$", 0xFF0B: "+", 0xFF0D: "-", 0x2215: "/", 0x2044: "/"}
)
# A substitution of the few odd characters is several times faster than str.translate over all of them.
_ODD = regex("[" + "".join(re.escape(chr(c)) for c in _TABLE) + "]")
# One that stands in no word is a hyphen.
_SOFT_HYPHEN = regex("\u00ad(?:(?<![^\\W\\d_]\u00ad)|(?![^\\W\\d_]))")
_LOWER = {c: c + 32 for c in range(65, 91)}


def normalise(text: str) -> str:
    """A copy of the same length: one kind of space, hyphen, apostrophe and digit; broken words made whole."""
    text = _ODD.sub(lambda m: _TABLE[ord(m[0])], text)
    return join_words(text if text.isascii() else without_notes(_SOFT_HYPHEN.sub("-", text)))


def lower(text: str) -> str:
    """A lower-case copy of the same length; letters whose lower case is longer stay as they are."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else text.translate(_LOWER)


class Sentence(NamedTuple):
    """A sentence: its number from 1, its offsets, its paragraph, and whether it looks like a heading."""

    number: int
    start: int
    end: int
    paragraph: int
    is_line: bool  # a whole line without a full stop: a heading, a link title, a row of a table


# Where a sentence may end: a stop with closing marks before a space, or a line's end.
# One set of characters first: the search then skips over all others at once.
_BREAK = regex(
    r"""[.!?\n](?:(?<=\n)(?:[ \n]*\n)?|(?<=[.!?])[)"'\]]{0,3}(?=\s)|(?<=[a-z]{3}\.)(?=[A-Z][a-z]))"""
)
# The last word before a stop, read backwards: "u.s" or "5".
_LAST_WORD = regex(r"(?:[^\W\d_]|(?<=[^\W\d_])\.)+|\d+")
_NEXT = regex(r"\s*")
_LONGEST = 1500  # what is longer is no sentence; cutting it keeps the work on hostile input linear
_HEADING = 40  # a number further along in its line does not number a heading


def sentences(text: str, low: str, abbreviations: frozenset[str]) -> list[Sentence]:
    """Cut a normalised text into sentences, in order; a line's end ends one (see `layout.on_one_line`)."""
    found: list[Sentence] = []
    start = line_start = 0
    paragraph = 0
    size = len(text)
    for at, end in [*map(re.Match.span, _BREAK.finditer(text)), (size, size)]:
        if at < size and text[at] != "\n":
            if not _ends_sentence(text, low, line_start, at, end, abbreviations):
                continue
            stop, line_ends = end, False
        else:
            stop, line_ends = at, True
        begin = _NEXT.match(text, start, stop).end()  # type: ignore[union-attr]
        while stop > begin and text[stop - 1].isspace():
            stop -= 1
        if stop > begin:
            is_line = line_ends and (not found or found[-1].paragraph != paragraph)
            if is_line and (
                text[stop - 1] in ".!?;" or (text[stop - 1] in ")\"']" and text[stop - 2] in ".!?")
            ):
                is_line = False
            if stop - begin > _LONGEST:
                _cut(text, begin, stop, paragraph, found)
            else:
                found.append(Sentence(len(found) + 1, begin, stop, paragraph, is_line))
        start = end
        if line_ends:
            paragraph += 1
            line_start = end
    return found


def _cut(text: str, begin: int, stop: int, paragraph: int, found: list[Sentence]) -> None:
    """Cut an endless sentence at blanks, or anywhere where there are none."""
    while begin < stop:
        end = min(begin + _LONGEST, stop)
        if end < stop:
            blank = max(text.rfind(" ", begin + 1, end), text.rfind("\n", begin + 1, end))
            end = blank if blank > begin else end
        found.append(Sentence(len(found) + 1, begin, end, paragraph, False))
        begin = end
        while begin < stop and text[begin].isspace():
            begin += 1


def _ends_sentence(
    text: str, low: str, line_start: int, at: int, end: int, abbreviations: frozenset[str]
) -> bool:
    if text[at] != ".":
        return True
    following = _NEXT.match(text, end).end()  # type: ignore[union-attr]
    if following >= len(text):
        return True
    after = text[following]
    if after.islower():
        return False
    before = low[max(line_start, at - 24) : at]
    plain = before.rpartition(" ")[2]
    if len(plain) > 1 and plain.isalpha():
        return plain not in abbreviations
    word = _LAST_WORD.match(before[::-1])
    if word is None:
        return True
    last = word[0][::-1]
    if last.isdigit():
        # "1." at the start of a line numbers a heading.
        begin = at - len(last)
        return begin - line_start > _HEADING or bool(text[line_start:begin].strip())
    if len(last) == 1 and text[at - 1].isupper():
        return False
    return last not in abbreviations
