"""Relative clauses and brackets between a subject and its verb: "Sales, which had been 5 million, rose"."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.prose.regex import regex

# A clause that "which" opens behind a comma, closed by a comma before the main verb or a comparison.
_WHICH = regex(r",Z(?:[^,;:<>]*,(?=[udvHASmaC23])|H?[vud][^,;:<>]*,(?=[NRP][pq]))")
# Figures of others in brackets, before the comparison goes on: "67.4% (men 71.2%, women 63.6%), up 0.8".
_BRACKET = regex(r"<e?x+[NRP][^<>]*>(?=,?[pq][^<>]*[NRP])")
_NO_FIGURE = regex(r"<[^<>NRPDMKYB]*>(?=[a-zA-Z0-9])")  # "revenues (and net pool allocation) of"
_HIDDEN = "~"  # stands in a gap for what an aside says


def find_asides(tags: str) -> list[tuple[int, int]]:
    """The asides of a sentence as (item that opens, item that closes)."""
    found = [(m.start(), m.end() - 1) for m in _WHICH.finditer(tags)] if "Z" in tags else []
    if "<" in tags:
        found += [(m.start(), m.end() - 1) for m in _BRACKET.finditer(tags)]
        found += [(m.start(), m.end() - 1) for m in _NO_FIGURE.finditer(tags)]
    return found


def hide(tags: str, asides: list[tuple[int, int]], begin: int, at: int) -> str:
    """The tags [begin, at) with every aside that closes before `at` hidden, so that offsets stay."""
    for start, end in asides:
        if begin <= start and end < at:
            tags = tags[:start] + _HIDDEN * (end + 1 - start) + tags[end + 1 :]
    return tags[begin:at]


def shown(gap: str) -> str:
    """A gap without what is hidden in it."""
    return gap.replace(_HIDDEN, "")


def before(tags: Sequence[str], asides: list[tuple[int, int]], j: int) -> int:
    """Where the aside or bracket opens that closes right before item j; j where none does."""
    for start, end in asides:
        if end == j - 1:
            return start
    if j and tags[j - 1] == ">":
        for i in range(j - 2, -1, -1):
            if tags[i] == "<":
                return i
    return j
