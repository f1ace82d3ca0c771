"""What the tables say of one word, looked up once and kept: its tag, and what it may open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple, TypeVar

from ingest.prose.en import periods
from ingest.prose.en.period_forms import FOLLOWS
from ingest.prose.en.words import CURRENCY, NUMBER, SYMBOL, WORD, Entry, Lexicon, kind_of, lexicon

NEGATIONS = frozenset(["not", "never", "no"])
COMPOUND = 5  # the kind of a word that falls apart at its hyphen: "twenty-five", "barrel-per-day"
# Letters of tokens that are no tag: to be looked at, to be looked at if the next word fits, passed over.
ASK, OPENS, PASS = "!", "?", "_"
_MARKS = {
    ",": ",",
    ";": ";",
    ":": ":",
    "(": "<",
    ")": ">",
    "[": "<",
    "]": ">",
    "-": "-",
    "—": "-",
    "&": "&",
    "'": PASS,
    '"': PASS,
}
_YEARS = ("19", "20")
_MOST = 50_000  # more words than a language has
Value = TypeVar("Value")


class Known(dict[str, Value]):
    """What was found out about each word met so far; emptied when it grows beyond what a language has."""

    def __init__(self, find: Callable[[str], Value]) -> None:
        super().__init__()
        self.find = find

    def __missing__(self, word: str) -> Value:
        if len(self) >= _MOST:
            self.clear()
        value = self[word] = self.find(word)
        return value


@dataclass(slots=True)
class Word:
    """All that the tables say of one word."""

    tag: str  # the tag to push, PASS or ASK: then `entry` decides
    entry: Entry | None
    seconds: dict[str, Any] | None  # phrases that it starts, by their next word
    opens: bool  # a period
    counts: bool  # a number or fraction
    follow: frozenset[str] | None  # it opens nothing but before these words and a year; None: before any

    def before(self, following: str) -> str:
        """OPENS, or its tag where the next word rules out that anything but the word itself starts here."""
        if self.follow is None or following in self.follow or (self.opens and following[:2] in _YEARS):
            return OPENS
        return self.tag


class Token(NamedTuple):
    """All that is known of a token without a look at its neighbours: the columns of a sentence."""

    word: str
    kind: int
    letter: str  # its tag, ASK, OPENS or PASS
    entry: Entry | None
    length: int  # in characters, with the blanks before it
    size: int  # without them


class Vocabulary:
    """The words of a lexicon as the lexer asks for them, by the token."""

    def __init__(self, lex: Lexicon) -> None:
        self.lex = lex
        self.tokens = Known(self._token)  # by their characters, the blanks before them included
        self.words = Known(self._describe)

    def _token(self, characters: str) -> Token:
        printed = characters.strip()
        word = printed.replace("\u00ad", "") or "-"  # hyphens of the page
        entry = self.lex.singles.get(word)
        return Token(word, self._kind(word), self._letter(word), entry, len(characters), len(printed))

    def _kind(self, token: str) -> int:
        kind = kind_of(token)
        return COMPOUND if kind == WORD and self.parts(token)[0] else kind

    def parts(self, word: str) -> tuple[list[str], int]:
        """The tokens of a compound word, and how many hyphens between two of them are no token."""
        if "-" not in word or word[0] == "-" or word in self.lex.singles:
            return [], 0
        head, _, tail = word.partition("-")
        if head == "one" and not self._reckons(tail.partition("-")[0]):
            return [], 0  # "a one-bedroom flat"
        scaled = head in self.lex.scales and self.lex.scales[head][1] == "word"  # "a 1.8 mn-barrel rise"
        if (head in self.lex.numbers or scaled) and head != "zero" and tail not in self.lex.one_compounds:
            return [head, "-", *self._tail(tail)], 0
        if head in self.lex.units and tail.startswith(("a-", "per-")):
            return word.split("-", 2), 1
        return [], 0

    def _reckons(self, word: str) -> bool:
        """True for what a number goes on with: "one-third", "one-hundred", "one-year"."""
        lex = self.lex
        return word in lex.numbers or word in lex.fractions or word in lex.scales or word in lex.units

    def _tail(self, tail: str) -> list[str]:
        head, dash, rest = tail.partition("-")
        if dash and (head in self.lex.numbers or head in self.lex.units or head in self.lex.fractions):
            return [head, "-", *self._tail(rest)]
        return [tail]

    def _letter(self, token: str) -> str:
        """The tag of a token that needs no look at its neighbours, else ASK or PASS."""
        kind = kind_of(token)
        if kind in (NUMBER, CURRENCY):
            return ASK
        if kind == SYMBOL:
            return ASK if token in self.lex.singles else _MARKS.get(token, ",")
        about = self.words[token]
        return about.tag if about.follow == frozenset() else OPENS

    def _describe(self, w: str) -> Word:
        """Look a word up in every table, once."""
        lex = self.lex
        entry = lex.singles.get(w)
        seconds = lex.phrases.get(w)
        patterned = w[-1].isdigit() or w.endswith(("-quarter", "-half")) or w.startswith(("year-end", "end-"))
        opens = (
            patterned or w in periods.OPENING_WORDS or w.removesuffix("'s").partition("-")[0] in lex.months
        )
        counts = w in lex.numbers or w in lex.fractions or w in ("a", "an", "half")
        return Word(self._tag(w, entry), entry, seconds, opens, counts, self._follow(w, opens, counts))

    def _tag(self, w: str, entry: Entry | None) -> str:
        if entry is None:
            last = w.rpartition("-")[2]  # "single-family"
            adverb = w.endswith("ly") and len(w) >= 5 and last not in self.lex.not_adverbs
            return PASS if adverb else "x"
        if entry.tag == "y" and entry.status is None and entry.hedge is None:
            return PASS
        if entry.tag is None or entry.tag == "y" or entry.phrase.endswith(" not") or entry.vague:
            return ASK
        more = (entry.status, entry.price, entry.multiple, entry.side if entry.side == "after" else None)
        return entry.tag if more == (None,) * 4 else ASK

    def _follow(self, w: str, opens: bool, counts: bool) -> frozenset[str] | None:
        lex = self.lex
        follow = set(lex.phrases.get(w, ()))
        if w in NEGATIONS:
            return None
        if opens:
            needed = FOLLOWS.get(w)
            if needed is None:
                return None
            follow |= needed
        if counts:
            if w not in ("a", "an"):
                return None
            follow |= {"-", *lex.fractions, *lex.scales, *lex.units}
        if w in lex.parentheticals:
            follow.add(",")
        return frozenset(follow)


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The vocabulary of the English lexicon, shared by all texts."""
    return Vocabulary(lexicon())
