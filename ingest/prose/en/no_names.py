"""Noun phrases that name nothing measured: whose forecast it was, when a train left, what was said before."""

from __future__ import annotations

from ingest.prose.en.noun_phrases import Span
from ingest.prose.en.subjects import Subjects
from ingest.prose.regex import regex

_CLOCK = regex(r"\d{1,2}[:.]\d\d\b")  # "the 07:42 from the coast was among 3.8% of trains"
_POINTING = frozenset({"figure", "level"})  # "a level last seen in"
_LED_TO = frozenset({"for", "in", "of", "during", "over"})


class NoNames(Subjects):
    """The part of the labels that drops what is no name."""

    def _names_nothing(self, span: Span) -> bool:
        """True for a noun phrase that tells nothing of what is measured."""
        words, lex = self._text(span).split(), self.walk.lex
        return (
            all(word in lex.quantifiers or word in lex.superlatives for word in words)  # "a few", "most"
            or _CLOCK.match(self.walk.low, *span) is not None
            or self._foretells(words)
            or self._is_of_forecast(words)
            or self._is_participle(words)
            or self._points(words)
        )

    def _foretells(self, words: list[str]) -> bool:
        """True for "analysts had forecast", "economists polled"; not for "investors pulled out $3bn"."""
        known = self.walk.lex.forecasters
        if words[-1] in known and (self.it.statuses or "H" in self.tags):
            return True
        return words[0] in known and words[1:2] in (["at"], ["polled"], ["surveyed"])

    def _is_of_forecast(self, words: list[str]) -> bool:
        """True for "above the revised May estimate of", which names whose or which, and not what."""
        lex = self.walk.lex
        entry = lex.singles.get(words[-1])
        if len(words) == 1 or entry is None or entry.status not in ("forecast", "estimate"):
            return False
        return all(
            word in lex.which_forecast or word in lex.months or word.endswith(("'s", "s'", "ed"))
            for word in words[:-1]
        )

    def _is_participle(self, words: list[str]) -> bool:
        """True for "it was later revised to 3.1%", which names nothing; not for "the unemployed"."""
        word, lex = words[0], self.walk.lex
        alone = len(words) == 1 and word.endswith("ed") and word.isalpha()
        return alone and word not in lex.persons and word not in lex.subjects

    def _points(self, words: list[str]) -> bool:
        """True for "the figure in 2012 was 165.2 million", "a quarter (26.4%)": of what was said."""
        if words[0] in _POINTING:
            return True
        return words[-1] in self.walk.lex.fractions and _LED_TO.isdisjoint(
            words
        )  # not "profit for the quarter"
