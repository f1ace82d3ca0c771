"""The languages that the reader knows."""

from __future__ import annotations

from typing import Protocol

from ingest.prose.figure import Figure, Memory
from ingest.prose.model import Context, Refusal
from ingest.prose.text import Sentence
from ingest.prose.text import normalise as normalise_western
from ingest.prose.text import sentences as western_sentences


class Grammar(Protocol):
    """What a language gives: one object per text, asked sentence by sentence."""

    def __init__(self, norm: str, low: str, context: Context) -> None: ...

    @staticmethod
    def abbreviations() -> frozenset[str]:
        """Words whose full stop does not end a sentence."""

    @staticmethod
    def key(measure: str) -> str | None:
        """The label key of a measure."""

    def read(self, s: Sentence, memory: Memory) -> tuple[list[Figure], list[Refusal]]:
        """The figures of one sentence, linked, and what was passed by; `memory`: what was said before."""


def grammar_of(language: str) -> type[Grammar] | None:
    """The grammar of a language, imported when first asked for; None for a language that is not known."""
    if language == "en":
        from ingest.prose.en.grammar import EnglishGrammar

        return EnglishGrammar
    if language == "zh":
        from ingest.prose.zh.grammar import ChineseGrammar

        return ChineseGrammar
    return None


def normalise(text: str, language: str) -> str:
    """The equal-length copy that a language's grammar matches on."""
    if language == "zh":
        from ingest.prose.zh.words import normalise as normalise_chinese

        return normalise_chinese(text)
    return normalise_western(text)


def sentences(norm: str, low: str, grammar: Grammar, language: str) -> list[Sentence]:
    """The sentences of a normalised text, by the full stops of its language."""
    if language == "zh":
        from ingest.prose.zh.sentences import sentences as chinese_sentences

        return chinese_sentences(norm)
    return western_sentences(norm, low, grammar.abbreviations())
