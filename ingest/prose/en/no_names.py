"""Noun phrases that name nothing measured: whose forecast it was, when a train left, what was said before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ingest.prose.en.noun_phrases import Span
from ingest.prose.en.subjects import Subjects

if TYPE_CHECKING:
    pass

_CLOCK = re.compile(r"\d{1,2}[:.]\d\d\b")  # "the 07:42 from the coast was among 3.8% of trains"
_POINTING = frozenset({"figure", "level"})  # "a level last seen in"
_LED_TO = frozenset({"for", "in", "of", "during", "over"})


class NoNames(Subjects):
    """The part of the labels that drops what is no name."""

    def _names_nothing(self, span: Span) -> bool:
        """True for a noun phrase that tells nothing of what is measured."""
        clock = _CLOCK.match(self.walk.low, *span) is not None
        told = self._foretells(span) or self._is_of_forecast(span)
        lex = self.walk.lex
        quantities = lex.quantifiers | lex.superlatives
        if clock or told or quantities.issuperset(self._text(span).split()):
            return True  # "a few had pencilled in", "and Americans most"
        return self._is_participle(span) or self._points(span)

    def _is_of_forecast(self, span: Span) -> bool:
        """True for "above the revised May estimate of", which names whose or which, and not what."""
        lex = self.walk.lex
        *before, head = self._text(span).split()
        entry = lex.singles.get(head)
        if not before or entry is None or entry.status not in ("forecast", "estimate"):
            return False
        which = lex.which_forecast | lex.months.keys()
        return all(word in which or word.endswith(("'s", "s'", "ed")) for word in before)

    def _is_participle(self, span: Span) -> bool:
        """True for "it was later revised to 3.1%", which names nothing; not for "the unemployed"."""
        word, lex = self._text(span), self.walk.lex
        return word.isalpha() and word.endswith("ed") and word not in lex.persons and word not in lex.subjects

    def _points(self, span: Span) -> bool:
        """True for "the figure in 2012 was 165.2 million", "a quarter (26.4%)": of what was said."""
        words = self._text(span).split()
        lex = self.walk.lex
        alone = _LED_TO.isdisjoint(words)  # "three quarters", not "profit for the quarter"
        return words[0] in _POINTING or (words[-1] in lex.fractions and alone)

    def _foretells(self, span: Span) -> bool:
        """True for "analysts had forecast", "economists polled"; not for "investors pulled out $3bn"."""
        words, known = self._text(span).split(), self.walk.lex.forecasters
        spoken = bool(self.it.statuses) or "H" in self.tags
        asked = words[1:2] in (["at"], ["polled"], ["surveyed"])
        return (words[-1] in known and spoken) or (words[0] in known and asked)
