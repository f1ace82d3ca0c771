"""What the page did to the text: lines broken to fit it, words hyphenated at its edge, marks of notes."""

import re
from collections.abc import Iterator
from itertools import pairwise

from ingest.prose.regex import regex

_NARROWEST, _WIDEST = 30, 130  # columns of a page; a longer line was not broken to fit one
_SURE = 40  # a line as long as this that goes on in lower case was broken
_RAGGED = 0.85  # printed lines of one width differ in their number of characters
# A mark of a list, or the number of a heading or of an item.
_MARK = regex(
    r"\s*(?:[-*•▪◦‣●○·]\s|\(?(?:\d{1,2}|[a-z]|[ivx]{2,4})[.)]\s|\[\d{1,2}\]"
    r"|\d{1,2}(?:\.\d{1,2}){1,3} +[A-Z][a-z]{2})"
)
# A line end that is sure to be soft has a comma before it or no capital behind it; most texts have none.
# Two patterns: each begins with a mark of its own, which is quicker to look for.
_BEHIND_COMMA = regex(r",[^\S\n]*\n")
_GOES_ON = regex(r"\n[^\S\n]*[^\W\d_A-Z]")
_LINE = regex(r"\S[^\n]*")  # from its first mark
_HYPHENATED = regex(r"([^\W\d_]+(?:-[^\W\d_]+)*)(-[ \r]*\n[ \t]*)(?=([a-z]+-?))")
_BROKEN_HAN = regex(r"(?<=[\u3001-\u9fff])[ \t\r]*\n\s*(?=[\u3001-\u9fff])")
_SOFT_HYPHEN = "\u00ad"
_NOTE = regex(r"[¹²³⁰⁴-⁹](?<=[^\W\d_]{3}.)[¹²³⁰⁴-⁹]*")


def soft_line_ends(
    text: str, leading: frozenset[str] = frozenset(), to_names: frozenset[str] = frozenset()
) -> frozenset[int]:
    """Offsets of the line ends that stand inside a paragraph because the page was narrow.

    A line was broken where it goes on in lower case, where it ends with a word of `leading` ("of", "the"), or
    where the next word would not have fitted any more; the last holds only in a text that shows by the first
    two that its lines are broken at all. What goes on with a capital may stand under a heading that ends with
    such a word ("What we looked at"), but with none of `to_names` ("the").
    """
    if "\n" not in text:
        return frozenset()
    either = leading | to_names
    leads = any(line[line.rfind(" ") + 1 :] in either for line in text.split("\n"))
    if not leads and _BEHIND_COMMA.search(text) is None and _GOES_ON.search(text) is None:
        return frozenset()
    sure: set[int] = set()
    full: set[int] = set()
    pairs = 0
    for at, line, following, width in _pairs(text):
        pairs += 1
        first = following.lstrip()[0]
        led = line[line.rfind(" ") + 1 :] in (to_names if first.isupper() else either)
        if (first.islower() or line[-1] == "," or led) and len(line) >= _SURE and line[-1] != ".":
            sure.add(at)
        elif len(line) + 1 + len(following.split(None, 1)[0]) > _RAGGED * width and width <= _WIDEST:
            full.add(at)
    return frozenset(sure | full if 4 * len(sure) >= pairs else sure)


def on_one_line(text: str, leading: frozenset[str], to_names: frozenset[str]) -> str:
    """The text of the same length with a space for each of its `soft_line_ends`."""
    soft = soft_line_ends(text, leading, to_names)
    if not soft:
        return text
    characters = list(text)
    for at in soft:
        characters[at] = " "
    return "".join(characters)


def _pairs(text: str) -> Iterator[tuple[int, str, str, int]]:
    """Each line that may go on in the next: its end's offset, both lines, and the widest of their block."""
    block: list[tuple[int, str]] = []
    for m in _LINE.finditer(text):
        if block and text.count("\n", block[-1][0], m.start()) > 1:
            yield from _pairs_of(block)
            block = []
        line_start = text.rfind("\n", 0, m.start()) + 1
        block.append((m.end(), text[line_start : m.end()].rstrip()))
    yield from _pairs_of(block)


def _pairs_of(block: list[tuple[int, str]]) -> Iterator[tuple[int, str, str, int]]:
    if len(block) < 2:
        return
    width = max(len(line) for _, line in block)
    for (at, line), (_, following) in pairwise(block):
        if len(line) < _NARROWEST or line[-1] in ":!?" or _MARK.match(following):
            continue
        if not _has_columns(line) and not _has_columns(following):
            yield at, line, following, width


def _has_columns(line: str) -> bool:
    bare = line.lstrip()
    return "   " in bare or "\t" in bare


def join_words(text: str) -> str:
    """The text of the same length, where a word broken at a line's end is one word again.

    Soft hyphens fill the gap: the lexer passes over them. A hyphen that the word has anyway stays.
    """
    if "-\n" not in text and "- \n" not in text and "-\r\n" not in text:
        return text

    def joined(m: re.Match[str]) -> str:
        keep = "-" in m[1] or m[3].endswith("-")
        filler = _SOFT_HYPHEN * (len(m[2]) - keep)
        return m[1] + ("-" if keep else "") + filler

    return _HYPHENATED.sub(joined, text)


def without_notes(text: str) -> str:
    """The text of the same length without the raised figures that mark a note behind a word."""
    return _NOTE.sub(lambda m: " " * len(m[0]), text)


def unbroken(words: str) -> str:
    """Words of the text as one line: no line ends, no hyphens of the page, no marks of notes."""
    if "\n" in words or not words.isascii():
        words = _BROKEN_HAN.sub("", words)
        words = join_words(without_notes(words)).replace(_SOFT_HYPHEN, "")
    return " ".join(words.split())
