"""The items of a sentence, and the tokens that they are made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import accumulate
from operator import sub
from typing import Any

from ingest.prose.en.tokens import Tokens
from ingest.prose.en.vocabulary import COMPOUND, Vocabulary
from ingest.prose.en.words import SYMBOL, TOKEN, WORD

_SENTINEL_WORDS = [""] * 4
_SENTINEL_KINDS = [0] * 4


@dataclass(slots=True)
class Items:
    """The items of one sentence as parallel lists, and what was passed by."""

    tags: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    data: list[Any] = field(default_factory=list)  # Figure, Period or Entry, by tag
    figures: list[int] = field(default_factory=list)  # positions of the figures
    refusals: list[tuple[int, int, str, str]] = field(default_factory=list)
    statuses: list[tuple[int, str]] = field(default_factory=list)
    prices: list[tuple[int, str]] = field(default_factory=list)
    asides: list[tuple[int, int]] = field(default_factory=list)  # relative clauses, comma to comma
    # what a figure is counted per: position, code, span, and whether it stands behind its figure
    rates: list[tuple[int, str, tuple[int, int], bool]] = field(default_factory=list)
    negations: list[int] = field(default_factory=list)  # offsets of "not" and its like

    def push(self, tag: str, start: int, end: int, data: Any = None) -> None:
        self.tags.append(tag)
        self.starts.append(start)
        self.ends.append(end)
        self.data.append(data)

    def pop(self) -> None:
        self.tags.pop()
        self.starts.pop()
        self.ends.pop()
        self.data.pop()


def tokenise(low: str, start: int, end: int, known: Vocabulary) -> Tokens:
    """Cut [start, end) into tokens; "twenty-five" and "barrel-per-day" fall apart at the hyphen."""
    columns = zip(*map(known.tokens.__getitem__, TOKEN.findall(low, start, end)), strict=True)
    words, kinds, letters, entries, lengths, sizes = map(list, columns)
    ends = list(accumulate(lengths, initial=start))[1:]
    starts = list(map(sub, ends, sizes))
    if COMPOUND in kinds:
        for i in range(len(words) - 1, -1, -1):
            if kinds[i] == COMPOUND:
                parts, between = known.parts(words[i])
                offsets = [starts[i] + n for n in accumulate((len(p) + between for p in parts), initial=0)]
                words[i : i + 1] = parts
                starts[i : i + 1] = offsets[:-1]
                ends[i : i + 1] = [n - between for n in offsets[1:]]
                kinds[i : i + 1] = [SYMBOL if p == "-" else WORD for p in parts]
                letters[i : i + 1] = [known.tokens[p].letter for p in parts]
                entries[i : i + 1] = [known.tokens[p].entry for p in parts]
    words += _SENTINEL_WORDS  # looking ahead needs no bounds check
    starts += [end + 9] * 4
    ends += [end + 9] * 4
    kinds += _SENTINEL_KINDS
    letters.append("")
    return Tokens(words, starts, ends, kinds, letters, entries)
