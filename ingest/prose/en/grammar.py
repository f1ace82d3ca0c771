"""Reads one English sentence: items, then roles from left to right, then units, periods, measures and links."""

from __future__ import annotations

import re

from ingest.prose.en.context import read_header
from ingest.prose.en.entities import find_area, find_entity
from ingest.prose.en.lexer import Lexer
from ingest.prose.en.measures import Measures, label_key
from ingest.prose.en.timing import remember_period
from ingest.prose.en.walk import Walk
from ingest.prose.en.words import lexicon
from ingest.prose.figure import Figure, Memory
from ingest.prose.model import Context, Refusal
from ingest.prose.text import Sentence

_CANDIDATE = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    r"|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?"
    r"|trillions?|dozens?|half|halv|third|quarter|fifth|tenth|doubl|tripl|trebl|quadrupl|twice|within a|one)"
)


class EnglishGrammar:
    """The interface of a language: `read` turns one sentence into figures; see the package's docstring."""

    language = "en"

    def __init__(self, norm: str, low: str, context: Context) -> None:
        self.norm, self.low, self.context = norm, low, context
        self.lex = lexicon()
        self.lexer = Lexer(norm, low, self.lex, context.published_on)
        self.measures = Measures(low, self.lex)

    @staticmethod
    def abbreviations() -> frozenset[str]:
        """Words whose full stop does not end a sentence."""
        return lexicon().abbreviations

    @staticmethod
    def key(measure: str) -> str | None:
        """The label key of a measure."""
        return label_key(measure)

    def read(self, s: Sentence, memory: Memory) -> tuple[list[Figure], list[Refusal]]:
        """The figures of a sentence with their links, and what was passed by."""
        if _CANDIDATE.search(self.low, s.start, s.end) is None:
            find_entity(self.norm, self.low, s, memory, self.lex)
            read_header(self, s, memory)
            return [], []
        it = self.lexer.read(s.start, s.end)
        refusals = [Refusal(a, b, self.norm[a:b], rule, why) for a, b, rule, why in it.refusals]
        entity = find_entity(self.norm, self.low, s, memory, self.lex)
        figures: list[Figure] = []
        if it.figures:
            walk = Walk(it, self, memory, s)
            figures = walk.run()
            area = find_area(it)
            for f in figures:
                f.entity = entity or self.context.entity
                f.ref_area = area or self.context.ref_area
        else:
            remember_period(it, s, memory)
        kept = []
        for f in figures:
            if f.refused is None:
                kept.append(f)
            else:
                refusals.append(Refusal(f.start, f.end, self.norm[f.start : f.end], *f.refused))
        return kept, refusals
