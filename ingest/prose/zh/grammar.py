"""Reads Chinese sentence by sentence: tokens, figures, clauses, links."""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.prose.figure import Figure, Memory
from ingest.prose.model import Context, Refusal
from ingest.prose.regex import regex
from ingest.prose.text import Sentence
from ingest.prose.zh import lexer as lx
from ingest.prose.zh.clauses import Clauses
from ingest.prose.zh.clock import Clock
from ingest.prose.zh.entities import Entities
from ingest.prose.zh.figures import Builder, header_of
from ingest.prose.zh.links import Links
from ingest.prose.zh.measures import label_key
from ingest.prose.zh.notes import basis_of, notes_of
from ingest.prose.zh.scene import Scene
from ingest.prose.zh.sentences import sentences
from ingest.prose.zh.ties import Board
from ingest.prose.zh.unitless import Header
from ingest.prose.zh.words import alternation, normalise, words
from ingest.prose.zh.wrapped import Wrapped

_DAYS = regex(r"-\d\d-\d\d\Z|D\Z")  # the codes of days: they are no time of a whole text
_GOES_ON = regex("其中|(?:分|按|从)[\u4e00-\u9fff和、]{1,12}[看分][,，]")


class ChineseGrammar:
    """The interface of a language: see the package's docstring."""

    language = "zh"

    def __init__(self, norm: str, low: str, context: Context) -> None:
        self.printed = norm  # with the line ends that fit a page
        self.wrapped = Wrapped(norm)
        norm = self.wrapped.norm
        self.norm, self.context = norm, context
        self.words = words()
        self.taiwan = (context.ref_area or "").startswith("TW")
        self.builder = Builder(norm, self.words, context.ref_area)
        self.unit = regex(self.words.unit_pattern)
        self.candidate = _candidate()
        self.scene = Scene(Clock(context.published_on, context.reference_period, area=context.ref_area))
        self.board = Board()
        self.header: Header | None = None
        self.header_paragraph = -9
        self.main: str | None = None  # the first period of the text: what a new paragraph falls back to
        self.paragraph = -1
        self.notes = notes_of(norm, self.words)
        self.entities = Entities(norm, self.words, context.entity)

    @staticmethod
    def normalise(text: str) -> str:
        """The equal-length copy with half-width digits and simplified characters that the lexicon knows."""
        return normalise(text)

    @staticmethod
    def key(measure: str) -> str | None:
        """The label key of a measure."""
        return label_key(measure)

    def sentences(self) -> list[Sentence]:
        """The sentences of the text, in order."""
        return sentences(self.printed)

    def read(self, s: Sentence, memory: Memory) -> tuple[list[Figure], list[Refusal]]:
        """The figures of a sentence with their links, and what was passed by."""
        if s.paragraph != self.paragraph:
            self._new_paragraph(s.paragraph, goes_on=_GOES_ON.match(self.norm, self.wrapped.line(s).start))
        self._new_sentence()
        printed, s = s, self.wrapped.line(s)
        companies = self.entities.read(s)
        if self.candidate.search(self.norm, s.start, s.end) is None:
            return [], []
        header = header_of(self.norm, s.start, s.end, self.words, self.unit)
        if header is not None:
            self.header, self.header_paragraph = header, s.paragraph
        tokens = lx.lex(self.norm, s, self.taiwan)
        # In prose a header holds for the paragraph below it, in a table for its rows.
        near = s.paragraph - self.header_paragraph <= 1
        found = self.builder.read(tokens, self.header if near else None)
        clauses = Clauses(self.norm, self.words, self.scene, tokens, found, self.entities.named)
        spots = clauses.run(s.start)
        if "year" in clauses.rules and len(clauses.rules) > 1:
            self.scene.rule = "year"  # 环比 beside 同比 is an aside: what follows goes on by the year
        if self.main is None and (now := self.scene.clock.current) and not _DAYS.search(now):
            self.main = now
        links = Links(self.norm, self.board)
        links.run(spots)
        figures = []
        for spot in spots:
            f = spot.figure
            f.entity = next((name for at, name in reversed(companies) if at <= f.start), self.context.entity)
            if self.notes and f.kind in {"change_rate", "average_rate"} and not f.price_basis:
                f.price_basis = basis_of(f, self.norm, self.notes)
            if f.label is not None:
                f.measure = None
            f.ref_area = f.ref_area or self.context.ref_area
            figures.append(f)
        if s is not printed:
            links.leave(spots)
            self.wrapped.restore(printed, figures)
        refusals = [
            Refusal(*self.wrapped.place(printed, (a, b)), self.norm[a:b], rule, why)
            for a, b, rule, why in found.refused
        ]
        return figures, refusals

    def _new_paragraph(self, number: int, goes_on: re.Match[str] | None) -> None:
        self.paragraph = number
        scene = self.scene
        if goes_on is not None:
            return  # a paragraph that begins with 其中 or 分产业看 goes on with the one before
        self.board = Board()
        scene.stable = scene.status = scene.percent = None
        scene.price, scene.rule, scene.points_rule = set(), None, None
        if scene.clock.current != self.main:
            scene.clock.current, scene.end, scene.since = self.main, False, False

    def _new_sentence(self) -> None:
        scene = self.scene
        scene.told, scene.status = scene.status, None
        if scene.stable:
            scene.clock.current, scene.stable = scene.stable, None
        if scene.clock.current is not None:
            scene.basis = "inherited"
        else:
            scene.basis = None


@lru_cache(maxsize=1)
def _candidate() -> re.Pattern[str]:
    """A sentence without a match has no figure and says nothing that a later figure leans on."""
    w = words()
    after = "".join(sorted({u[0] for u in w.units} | set("成分万亿十百千点余多几来零折又 ")))
    leans = sorted({p for p in (*w.periods, *w.basis, *w.vague) if len(p) > 1})
    return regex(
        rf"\d|[一二两俩三四五六七八九十百千万亿兆半壹贰叁肆伍陆柒捌玖拾][{after}]|[数几][十百千万亿]"
        rf"|一半|半数|过半|近半|超半|翻|减半|季度|半年|[十百千万亿月]份?[末底初]|单位 ?:|{alternation(leans)}"
    )
