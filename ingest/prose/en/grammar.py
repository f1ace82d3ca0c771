"""Reads one English sentence: items, then roles from left to right, then units, periods and measures."""

from __future__ import annotations

from ingest.prose.en.context import names_basis, read_header, read_scope
from ingest.prose.en.entities import assign_areas, find_entity, pass_by
from ingest.prose.en.label_keys import label_key
from ingest.prose.en.lead_ins import behind_lead_in
from ingest.prose.en.lexer import Lexer
from ingest.prose.en.measures import Measures
from ingest.prose.en.periods import Clock
from ingest.prose.en.scan import Scanner
from ingest.prose.en.scenes import remember_period
from ingest.prose.en.walk import Walk
from ingest.prose.en.words import lexicon
from ingest.prose.figure import Figure, Memory
from ingest.prose.layout import on_one_line
from ingest.prose.model import Context, Refusal
from ingest.prose.regex import regex
from ingest.prose.text import Sentence, lower, normalise, sentences

_YEAR = regex(r"(?:19|20)\d\d")


_APRIL = 4
_MOST_FIGURES = 80
_KEEP = 6  # sentences without a figure that may still tell the period of a later one


class EnglishGrammar:
    """The interface of a language: `read` turns one sentence into figures; see the package's docstring."""

    language = "en"

    def __init__(self, norm: str, low: str, context: Context) -> None:
        self.lex = lexicon()
        if (joined := on_one_line(norm, self.lex.leading, self.lex.leading_on_to_names)) is not norm:
            norm, low = joined, lower(joined)
        self.norm, self.low, self.context = norm, low, context
        area = (context.ref_area or "").partition("-")[0]
        clock = Clock(context.published_on, self.lex.fiscal_years.get(area))
        self.opens_in_april = clock.year_start == _APRIL  # the financial year of the area
        self.lexer = Lexer(norm, low, self.lex, clock)
        self.scanner = Scanner(low)
        self.measures = Measures(norm, low, self.lex)
        self.names_basis = names_basis(low)

    @staticmethod
    def normalise(text: str) -> str:
        """The equal-length copy that the words of the lexicon are looked for in."""
        return normalise(text)

    @staticmethod
    def key(measure: str) -> str | None:
        """The label key of a measure."""
        return label_key(measure)

    def sentences(self) -> list[Sentence]:
        """The sentences of the text, in order."""
        return sentences(self.norm, self.low, self.lex.abbreviations)

    def read(self, s: Sentence, memory: Memory) -> tuple[list[Figure], list[Refusal]]:
        """The figures of a sentence with their links, and what was passed by."""
        if not self.scanner.may_hold_figure(s.start, s.end):
            if _YEAR.search(self.low, s.start, s.end):
                memory.undated.append(s)  # read for its period only if a later figure asks for one
                del memory.undated[:-_KEEP]
            pass_by(s, memory)
            read_scope(self, s, memory)
            read_header(self, s, memory)
            return [], []
        read_header(self, s, memory)
        it = self.lexer.read(s.start, s.end)
        start = it.starts[0] if it.starts else s.start  # behind "However," and "by contrast,"
        told = s._replace(start=behind_lead_in(self.lexer, start, s.end))
        if told.start > start:
            it = self.lexer.read(told.start, s.end)
        refusals = [Refusal(a, b, self.norm[a:b], rule, why) for a, b, rule, why in it.refusals]
        entity = find_entity(self.norm, self.low, s, memory, self.lex)
        figures: list[Figure] = []
        if len(it.figures) > _MOST_FIGURES:
            why = "more figures than a sentence can tie together: a table that lost its rows."
            for k in it.figures:
                f = it.data[k]
                quote = self.norm[f.start : f.end]
                refusals.append(
                    Refusal(
                        f.start,
                        f.end,
                        quote,
                        "table_row",
                        f"“{quote}” is not loaded: {why}",
                    )
                )
        elif it.figures:
            walk = Walk(it, self, memory, told)
            figures = walk.run()
            assign_areas(it, figures, self.low, self.context.ref_area)
            for f in figures:
                f.entity = entity or self.context.entity
        else:
            remember_period(it, memory)
        memory.undated.clear()
        kept = []
        for f in figures:
            if f.refused is None:
                kept.append(f)
            else:
                refusals.append(Refusal(f.start, f.end, self.norm[f.start : f.end], *f.refused))
        return kept, refusals

    def current_period(self, memory: Memory) -> str | None:
        """The period that the text stated last; sentences without figures are read only now."""
        for s in memory.undated:
            remember_period(self.lexer.read(s.start, s.end), memory)
        memory.undated.clear()
        return memory.period
