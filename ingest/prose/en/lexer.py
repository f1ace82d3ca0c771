"""An English sentence to a row of items: figures, periods, phrases and words, each with a one-letter tag.

Tags are those of `words` plus: N R P D M K figures by shape, Y a period, B a base ("from a year earlier"),
x any other word, X a name part with digits; , ; : < > - marks. Adverbs and auxiliaries (y) are passed over.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from ingest.prose.en import periods
from ingest.prose.en.attributions import pass_over
from ingest.prose.en.candidates import Numbers
from ingest.prose.en.items import Items, tokenise
from ingest.prose.en.period_forms import BY_NAME
from ingest.prose.en.vocabulary import ASK, NEGATIONS, OPENS, PASS, vocabulary
from ingest.prose.en.words import CURRENCY, NUMBER, WORD, Entry, Lexicon
from ingest.prose.figure import MULTIPLE, Figure
from ingest.prose.regex import regex

_LOOK = frozenset([ASK, OPENS, PASS])
_NAMES_IN_CAPITALS = ("us", "it")  # pronouns in small letters

_DETERMINERS = frozenset(["the", "its", "their"])
_ENDS = frozenset(["ending", "ended", "to", "through"])
_BEFORE_VERB = frozenset(["will", "would", "to", "could", "may", "might", "should", "must", "can", "not"])
# A larger fall leaves less: "more than halved" is a ratio below one half, "nearly halved" one above it.
_OF_A_FALL = {"GT": "LT", "GE": "LE", "LT": "GT", "LE": "GE", "NEARLY": "GT"}
_MOVED = regex(r"[udijpq][^;:z&]*\Z|[RP]\Z")  # "rose 5,000 | to a total of", "(…) 5% | to"
_CLAUSE = 16  # items
_ADVERBIAL = ("in ", "at ", "on ", "by ", "after ", "as ", "excluding ")  # that open a basis of prices


class Lexer(Numbers):
    """Turns one sentence into items; holds nothing between sentences."""

    def __init__(self, norm: str, low: str, lex: Lexicon, clock: periods.Clock) -> None:
        self.norm, self.low, self.lex, self.clock = norm, low, lex, clock
        self.known = vocabulary()

    def read(self, start: int, end: int) -> Items:
        """The items of the sentence [start, end).

        Most tokens are items as they stand: runs of them are copied whole, and only the others looked at.
        """
        t = self.t = tokenise(self.low, start, end, self.known)
        pass_over(t, self.known)
        out = self.out = Items()
        self.end = end
        words, letters, entries, about = t.words, t.letters, t.entries, self.known.words
        for name in _NAMES_IN_CAPITALS:
            if name in words:
                self._name_in_capitals(name, letters, entries)
        done, size = 0, len(entries)
        asked = [i for i, letter in enumerate(letters) if letter in _LOOK]
        for i in (*asked, size):
            if i < done:
                continue  # a part of what was read before
            letter = letters[i]
            if letter == OPENS:
                letter = about[words[i]].before(words[i + 1])
                if letter not in _LOOK:
                    letters[i] = letter
                    continue
            if done < i:
                out.tags += letters[done:i]
                out.starts += t.starts[done:i]
                out.ends += t.ends[done:i]
                out.data += entries[done:i]
            if i < size and letter != PASS:
                done = self._look(i)
            elif i < size:
                by = words[i + 1] == "," and words[i + 2] == "by" and out.tags[-1:] in (["u"], ["d"])
                done = i + 1 + by  # "rose slightly, by 5%"
        return out

    def _name_in_capitals(self, name: str, letters: list[str], entries: list[Entry | None]) -> None:
        """Make plain words of "US" and "IT", in letters and entries: no pronouns, and they count nothing."""
        t = self.t
        for i, word in enumerate(t.words):
            if word == name and self.norm[t.starts[i] : t.ends[i]].isupper():
                letters[i], entries[i] = "x", None

    def _look(self, i: int) -> int:
        """Read what starts at token i; the next token."""
        t, kind = self.t, self.t.kinds[i]
        if kind == WORD:
            return self._word(i, t.words[i])
        if kind == NUMBER:
            return self._number(i)
        if kind != CURRENCY:
            self._entry(self.lex.singles[t.words[i]], t.starts[i], t.ends[i], i)
        elif t.kinds[i + 1] != NUMBER and not (t.words[i + 1] in "(-" and t.kinds[i + 2] == NUMBER):
            self.out.push("x", t.starts[i], t.ends[i])
        return i + 1

    def _word(self, i: int, w: str) -> int:
        """A word that may open a phrase, a period or a number, or whose entry decides; the next token."""
        t, about, out = self.t, self.known.words[w], self.out
        following = t.words[i + 1]
        seconds = about.seconds
        if seconds is not None and following in seconds and (j := self._phrase(i, seconds)):
            return j
        if about.opens and (names := periods.openers(w, following)) and (j := self._period(i, names)):
            return j
        if about.counts and (j := self._word_number(i) or self._fraction(i)):
            return j
        if w in self.lex.parentheticals and self._parenthesis(i):
            return i + 2
        if w in NEGATIONS:
            out.negations.append(t.starts[i])
        if about.tag == ASK:
            assert about.entry is not None
            self._entry(about.entry, t.starts[i], t.ends[i], i)
        elif about.tag != PASS:
            out.push(about.tag, t.starts[i], t.ends[i], about.entry)
        return i + 1

    # -- phrases ---------------------------------------------------------------------------------------------

    def _phrase(self, i: int, branch: dict[str, Any]) -> int:
        """The longest phrase at token i that holds here; 0 if none does."""
        t, j = self.t, i + 1
        ends: list[tuple[int, Entry]] = []
        while (following := branch.get(t.words[j])) is not None and t.words[j]:
            branch = following
            j += 1
            entry = branch.get("")
            if entry is not None:
                ends.append((j, entry))
        for j, entry in reversed(ends):
            if entry.tag is None and entry.hedge:
                if entry.side == "before" and not self.number_follows(j):
                    continue
                if self.out.tags and self.out.tags[-1] in "RPN" and entry.phrase.endswith("than"):
                    continue  # "13% fewer than the 59,128 of 2017" compares
                if entry.side == "after" and not self._on_figure():
                    continue
            if (
                entry.status
                and entry.phrase.endswith(("plan to", "plans to"))
                and t.kinds[j] in (NUMBER, CURRENCY)
            ):
                continue  # "raised the price of its plan to $16"
            if entry.base and entry.phrase.endswith(("the year", "the month")) and self._ends_with(j):
                continue  # "than in the year ending March 2011", but "4% on the year to 33 dollars"
            if entry.tag == "w" and t.words[j] in ("who", "whose", "aged"):
                continue  # "of those who came by car" points to nothing before
            if entry.tag == "T" and t.words[i] == "in" and self._is_plain(j):
                continue  # "an increase in total revenues"
            if entry.tag == "y" and entry.status is None:
                if "not" in t.words[i:j]:
                    self.out.negations.append(t.starts[i])
                return j + self._parenthesis(j - 1)  # ", by contrast,"
            if entry.tag == "U" and t.words[i] == "to" and _MOVED.search("".join(self.out.tags[-_CLAUSE:])):
                self.out.push("t", t.starts[i], t.ends[j - 1])  # "rose 5% to a total of 40"
            else:
                self._entry(entry, t.starts[i], t.ends[j - 1], i)
            return j
        return 0

    def _ends_with(self, j: int) -> bool:
        """True where a year goes on at token j with the month in which it ends, or the year that it is."""
        t = self.t
        following = t.words[j + 1]
        if t.words[j - 1] == "month":
            return t.words[j] == "of" and following in self.lex.months  # "than in the month of May"
        if len(t.words[j]) == len("2018") and t.words[j].isdigit():
            return True  # "than in the year 2018"
        if t.words[j] != "to" or (len(following) == len("2018") and following.isdigit()):
            return t.words[j] in _ENDS
        return BY_NAME["year_ended"].match(self.low, t.starts[j - 1], self.end) is not None

    def _is_plain(self, j: int) -> bool:
        """True for a word that no table speaks of: most likely a noun."""
        return self.t.kinds[j] == WORD and self.t.words[j] not in self.lex.singles

    def _on_figure(self) -> bool:
        return bool(self.out.figures) and self.out.figures[-1] == len(self.out.tags) - 1

    def _parenthesis(self, i: int) -> bool:
        """ ", however," says nothing of the figures: both commas go."""
        t, out = self.t, self.out
        if t.words[i + 1] == "," and out.tags and out.tags[-1] == ",":
            out.pop()
            return True
        return t.words[i + 1] == "," and not out.tags

    def _entry(self, e: Entry, start: int, end: int, i: int) -> None:
        out = self.out
        if e.phrase.endswith(" not"):
            out.negations.append(start)
        if e.status is not None:
            out.statuses.append((len(out.tags), e.status))
        if e.price is not None and e.tag is None and e.phrase.startswith(_ADVERBIAL):
            opens = not out.tags or out.tags[-1] in ",;:<z&"
            out.prices.append((len(out.tags) - (not opens), e.price))
            return  # "in real terms" stands between no two words
        if e.price is not None:
            out.prices.append((len(out.tags), e.price))
        if e.vague and not (i and self.t.words[i - 1] in ("in", "of", "$")):
            quote = self.norm[start:end]
            why = f"“{quote}” names no number: vague quantities are not loaded."
            out.refusals.append((start, end, "vague", why))
        if e.multiple is not None and (j := self._multiple(e, start, end, i)):
            out.figures.append(len(out.tags))
            out.push(MULTIPLE, start, end, j)
            return
        behind = e.hedge is not None and e.side == "after" and self._on_figure()
        if behind and e.phrase == "plus" and self._adds(i + 1):
            out.push("&", start, end)  # "38 million | plus up to 7 million"
            return
        if behind:
            figure = out.data[-1]
            if figure.qualifier in ("NONE", "ABOUT"):  # about five hundred or more
                figure.qualifier, figure.hedge = e.hedge, (start, end)
                figure.outer_end = out.ends[-1] = end
                return
        tag = e.tag or "x"
        if e.status is not None and tag == "x" and self._is_auxiliary(e):
            tag = "S"  # "is expected to", which stands between a subject and its verb
        if tag == "y":
            if e.status is None and e.price is None:
                return
            tag = "m"  # an auxiliary that tells the status: "will"
        out.push(tag, start, end, e)

    def _adds(self, j: int) -> bool:
        """True where another number stands behind "plus", which is no hedge then."""
        return self.number_follows(j) or self.t.words[j : j + 2] == ["up", "to"]

    def _is_auxiliary(self, e: Entry) -> bool:
        """True for "expected to" and "may not", which stand between a subject and its verb."""
        tags = self.out.tags
        return bool(tags) and (tags[-1] == "v" or e.phrase.endswith(" to") or e.status == "rule")

    def _multiple(self, e: Entry, start: int, end: int, i: int) -> Figure | None:
        """ "doubled", "threefold", "twice the …" as figures of their own."""
        nxt = self.t.words[i + 1]
        direction = e.direction
        if e.direction is None and i and self.t.words[i - 1] in _BEFORE_VERB and start + 5 < end:
            direction = "up"  # "will double"
        elif e.direction is None and nxt not in (
            "the",
            "as",
            "its",
            "their",
            "that",
            "what",
            "those",
        ):
            return None
        if nxt == "as" and e.direction is None and "as" not in self.t.words[i + 3 : i + 12]:
            return None  # "scored twice as France won"
        value = e.multiple
        assert value is not None
        place = Decimal(1) if value >= 1 else Decimal("0.1")
        figure = Figure(start=start, end=end, shape=MULTIPLE, value=value, last_place=place,
                        nonzero_place=place, outer_start=start, outer_end=end)  # fmt: skip
        figure.kind, figure.unit, figure.direction = "multiple", "ratio", direction
        self.hedge_before(figure)
        if value < 1:
            figure.qualifier = _OF_A_FALL.get(figure.qualifier, figure.qualifier)
        return figure

    # -- periods ---------------------------------------------------------------------------------------------

    def _period(self, i: int, names: list[str]) -> int:
        """Push the period that opens at token i; the next token, 0 if there is none."""
        t = self.t
        found = periods.match(names, self.low, t.starts[i], self.end, self.clock)
        if found is None:
            return 0
        w = t.words[i]
        if found.end == t.starts[i]:  # "over the past three years": the words are read on
            if found.code is None:  # "over the past year" is the base of a change
                self.out.push(
                    "B",
                    t.starts[i],
                    t.starts[i],
                    Entry("over the past year", base="year"),
                )
            else:
                self.out.push("Y", t.starts[i], t.starts[i], found)
            return 0
        j = i
        while t.starts[j] < found.end and t.kinds[j]:
            j += 1
        if names[-1] == "month_alone" and j == i + 1:
            before = t.words[i - 1] if i else ""
            if not self.norm[t.starts[i]].isupper() or (
                w.removesuffix("'s") in ("may", "march") and before not in self.lex.before_months
            ):
                return 0
        if "since" in found.flags or names[-1] == "relative":
            best = self._superlative(i)
            if best and ("since" in found.flags or self._is_said_by_the_way(best)):
                # "the highest since 2008" dates nothing but what a clause tells of 2008
                found = periods.Period(found.end, None, then=(found.code or "").removesuffix("/..") or None)
        self.out.push("Y", t.starts[i], found.end, found)
        return j

    def _superlative(self, i: int) -> int:
        """The token of a superlative before token i, in its clause: "its biggest gain | since 2015"; or 0."""
        t = self.t
        for k in range(i - 1, 0, -1):
            if t.words[k] in ",;:()" or t.kinds[k] == NUMBER:
                return 0
            if not self.lex.superlatives.isdisjoint(t.words[k].split("-")):
                return k
        return 0

    def _is_said_by_the_way(self, k: int) -> bool:
        """True for ", the | lowest this year", not for "the | best year" and "a | record this year"."""
        return k > 1 and self.t.words[k - 1] in _DETERMINERS and self.t.words[k - 2] in ",-"
