"""The languages that the reader knows: what each gives, and where its grammar stands."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from typing import Protocol

from ingest.prose.figure import Figure, Memory
from ingest.prose.model import Context, Refusal
from ingest.prose.text import Sentence

# One language more: a line here and in schemas.vocabulary, a folder of lexicon data, a module with a Grammar.
_GRAMMARS = {
    "en": ("ingest.prose.en.grammar", "EnglishGrammar"),
    "zh": ("ingest.prose.zh.grammar", "ChineseGrammar"),
}


class Grammar(Protocol):
    """What a language gives: one object per text, asked sentence by sentence."""

    def __init__(self, norm: str, low: str, context: Context) -> None: ...

    @staticmethod
    def normalise(text: str) -> str:
        """The equal-length copy of a text that the grammar matches on."""

    @staticmethod
    def key(measure: str) -> str | None:
        """The label key of a measure."""

    def sentences(self) -> list[Sentence]:
        """The sentences of the text, by the full stops of the language."""

    def read(self, s: Sentence, memory: Memory) -> tuple[list[Figure], list[Refusal]]:
        """The figures of one sentence, linked, and what was passed by; `memory`: what was said before."""


@lru_cache
def grammar_of(language: str) -> type[Grammar] | None:
    """The grammar of a language, imported when first asked for; None for a language that is not known."""
    if language not in _GRAMMARS:
        return None
    module, name = _GRAMMARS[language]
    found: type[Grammar] = getattr(import_module(module), name)
    return found
