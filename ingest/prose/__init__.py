"""Text to claims: pure functions, no I/O beside the lexicon.

`read_claims(text, context)` is the whole interface; `model` says what goes in and comes out.

How a text is read
    text        an equal-length copy to match on (every offset holds), and the sentences in it
    tables      tables pasted into the text, read first and hidden from the prose
    detection   the language, where nobody named it; a text in one that is not read is refused
    languages   one grammar per language: `read(sentence, memory)` gives figures, linked, and refusals
    en, zh      the grammars; their words are data in `lexicon/<language>`
    figure      what a figure is on its way, and what the text said before (`Memory`)
    numerals, periods, ratio   exact decimals with the place of their last digit; codes of periods; shares
    reader      sentences through the grammar, then the records

How the English grammar reads a sentence
    scan        one pass over the whole text: sentences without a number are never taken apart
    items       tokens, then a row of items with a one-letter tag each: figure, period, phrase, word, mark.
                lexer (words and phrases), candidates (dates, names and broken numbers first), number_words,
                assembly (sign, currency, scale, unit, range, hedge)
    walk        from left to right: the tags between two figures tell the role of the second (clauses);
                a group holds a thing's level, earlier level and changes; then parts, lists, changes
    labels, units, context, timing   what is measured, in what, said how, when and compared with when

A third language is a folder of lexicon data and a module that gives the `Grammar` of `languages`.
A reader that is unsure flags the figure or refuses it with a sentence; it never guesses a unit.
"""

from ingest.prose.detection import UnknownLanguage
from ingest.prose.model import Claim, Context, Link, Reading, Refusal
from ingest.prose.reader import read_claims

__all__ = ["Claim", "Context", "Link", "Reading", "Refusal", "UnknownLanguage", "read_claims"]
