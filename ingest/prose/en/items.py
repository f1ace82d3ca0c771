"""The items of a sentence, and the tokens that they are made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ingest.prose.en.figures import Tokens
from ingest.prose.en.words import SYMBOL, TOKEN, WORD, Lexicon


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


def tokenise(low: str, start: int, end: int, lex: Lexicon) -> Tokens:
    """Cut [start, end) into tokens; "twenty-five" and "three-year" fall apart at the hyphen."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    kinds: list[int] = []
    for m in TOKEN.finditer(low, start, end):
        w, kind, at = m[0], m.lastindex or SYMBOL, m.start()
        if kind == WORD and "-" in w and w[0] != "-" and (w not in lex.singles):
            head, _, tail = w.partition("-")
            if head in lex.numbers and tail not in ("stop", "off", "sided", "way", "time"):
                for part in (head, "-", *_split_hyphens(tail, lex)):
                    words.append(part)
                    starts.append(at)
                    at += len(part)
                    ends.append(at)
                    kinds.append(SYMBOL if part == "-" else WORD)
                continue
        words.append(w)
        starts.append(at)
        ends.append(m.end())
        kinds.append(kind)
    for _ in range(4):  # sentinels, so that looking ahead needs no bounds check
        words.append("")
        starts.append(end + 9)
        ends.append(end + 9)
        kinds.append(0)
    return Tokens(words, starts, ends, kinds)


def _split_hyphens(tail: str, lex: Lexicon) -> list[str]:
    head, dash, rest = tail.partition("-")
    if dash and (head in lex.numbers or head in lex.units or head in lex.fractions):
        return [head, "-", *_split_hyphens(rest, lex)]
    return [tail]
