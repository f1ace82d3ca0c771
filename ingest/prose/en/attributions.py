"""Who says it within a sentence: "Exports, the office said, rose 5%" is read as "Exports rose 5%"."""

from __future__ import annotations

from ingest.prose.en.tokens import Tokens
from ingest.prose.en.vocabulary import PASS, Vocabulary
from ingest.prose.en.words import WORD, Lexicon

_LONGEST = 8  # tokens between the commas
_FINITE = frozenset("vudA23aHm")  # letters of verbs that may stand behind their subject
_OPENS_ASIDE = frozenset("AZvy5l")  # tags: "excluding", "which", "hit", "not", "with", "including"


def pass_over(t: Tokens, known: Vocabulary) -> None:
    """Take what stands between commas and only tells who says it out of the tokens, both commas included.

    "analysts estimated" and "the office said on 5 May" stay: they tell a status or a period.
    """
    lex = known.lex
    if lex.saying.isdisjoint(t.words):
        return
    at = 1
    while at < len(t.entries):
        begin, end = _around(t, at) if t.words[at] in lex.saying else (0, 0)
        if begin and _tells_nothing_else(t, begin, end, lex):
            # else one comma stays: ", he said, and profit fell", "Prices, excluding fuel, he said, rose"
            goes_on = _is_verb(t, end + 1, known) and not _closes_aside(t, begin)
            for column in (t.words, t.starts, t.ends, t.kinds, t.letters, t.entries):
                del column[begin : end + goes_on]
            at = begin
        else:
            at += 1


def _is_verb(t: Tokens, at: int, known: Vocabulary) -> bool:
    """True where the verb of the subject before the commas stands at token `at`, or behind an adverb."""
    while t.letters[at] == PASS:
        at += 1
    finite = t.kinds[at] == WORD and known.words[t.words[at]].tag in _FINITE
    return finite and not t.words[at].endswith("ing")


def _closes_aside(t: Tokens, at: int) -> bool:
    """True for a comma behind "Prices, excluding fuel" or "Prices, which had slowed"."""
    k = next((j for j in range(at - 1, 0, -1) if t.words[j] == ","), 0)
    entry = t.entries[k + 1]
    return k > 0 and (t.letters[k + 1] == PASS or (entry is not None and entry.tag in _OPENS_ASIDE))


def _around(t: Tokens, at: int) -> tuple[int, int]:
    """Commas around the token `at`; 0 and 0 where nothing stands before the first or after the second."""
    begin = end = at
    while begin and t.words[begin] != "," and at - begin < _LONGEST:
        begin -= 1
    while t.words[end] not in ("", ",") and end - at < _LONGEST:
        end += 1
    closed = t.words[begin] == "," == t.words[end] and end - begin - 1 <= _LONGEST
    return (begin, end) if begin and closed and t.kinds[end + 1] else (0, 0)


def _tells_nothing_else(t: Tokens, begin: int, end: int, lex: Lexicon) -> bool:
    """True for a subject and its verb, or a source: "the office said", "according to the office"."""
    words = t.words[begin + 1 : end]
    if len(words) < 2 or any(kind != WORD for kind in t.kinds[begin + 1 : end]):
        return False
    if not lex.fractions.keys().isdisjoint(words):
        return False  # ", a third of them reported,"
    others = (e for e, word in zip(t.entries[begin + 1 : end], words, strict=True) if word not in lex.saying)
    return not any(e and (e.status or e.price or e.base or e.direction or e.multiple) for e in others)
