"""From a numeral's first token to a figure, or to nothing: dates, names and broken numbers."""

from __future__ import annotations

from ingest.prose.en import figures as fg
from ingest.prose.en.dates import Dates
from ingest.prose.en.tokens import Numeral
from ingest.prose.en.words import NUMBER, WORD
from ingest.prose.figure import DURATION, RANK

_BEFORE_PERSON = frozenset([",", ".", ":", ";", '"', "and", "by", "while", "but", "said", "says"])
_OPENS_NAME = frozenset([".", ";", "but", "while", "when", "as"])
_SCREEN_LINES = frozenset(["480", "720", "1080", "2160"])  # "a 1080p screen"
_TOPS = frozenset(["5", "7", "10", "20", "100"])  # of scales: "7.4 out of 10"


class Numbers(Dates):
    """The part of the lexer that reads numerals; masks come first."""

    def _number(self, i: int) -> int:
        """Read the number at token i, or pass it by as a date, a name or a broken number."""
        t, lex, out = self.t, self.lex, self.out
        money = fg.is_currency_sign(t, i - 1, lex)
        if not money and (j := self._dates(i)):
            return j
        if j := self._telephone(i):
            self.out.push("X", t.starts[i], t.ends[j - 1])
            return j
        if self._is_named_before_figure(i):
            out.push("X", t.starts[i], t.ends[i])
            return i + 1
        read = fg.read_numeral(t, i, lex)
        assert read is not None
        if isinstance(read, tuple):
            why, after, rule = read
            if rule:
                self._refuse(i, after, rule, why)
            out.push("X", t.starts[i], t.ends[after - 1])
            return after
        if not money and self._is_behind_letters(i):
            return self._of_unknown_letters(i, read)
        j = read.after
        if self._scale_behind_bracket(j, read.scaled):
            self._refuse(i, j + 4, fg.BROKEN, "its scale or unit stands behind a bracket with another number")
            out.push("X", t.starts[i], t.ends[j + 3])
            return j + 4
        if t.starts[j] == t.ends[j - 1] and t.kinds[j] == WORD and (after := self._glued(i, j, read)):
            return after
        if not money and (after := self._no_figure(i, j, read)):
            return after
        return self._out_of(self._figure(read, i), i, read)

    def _refuse(self, i: int, after: int, rule: str, why: str) -> None:
        """Refuse what stands from token i to the one before `after`."""
        t = self.t
        start, end = t.starts[i], t.ends[after - 1]
        self.out.refusals.append((start, end, rule, f"“{self.norm[start:end]}” is not loaded: {why}."))

    def _glued(self, i: int, j: int, read: Numeral) -> int:
        """The token behind an ordinal or a name that a word glued to a number makes; 0 for neither."""
        t, word = self.t, self.t.words[j]
        if word in ("st", "nd", "rd", "th"):
            return self._ordinal(i, j, read)
        if self._is_unit(j) or self._glued_noun(word) or word in ("-odd", "-plus", "-strong"):
            return 0
        self.out.push("X", t.starts[i], t.ends[j])  # 5G, 737s: a name
        return j + 1

    def _no_figure(self, i: int, j: int, read: Numeral) -> int:
        """The token behind a number that is a name, an age, or one half of "one in five"; 0 for a figure."""
        t, out = self.t, self.out
        if self._is_resolution(i, j):
            out.push("X", t.starts[i], t.ends[j - 1])  # a 4K camera, a 10K run
            return j
        if t.words[j] in ("in", "out") and len(t.words[i]) == 1 and (after := self._one_in(i, read)):
            return after
        if k := self._per_many(i, j):
            return k
        if self._is_age(i, j):
            return self._age(read)
        if after := self._name_part(i, j, read.scaled):
            out.push("X", t.starts[i], t.ends[after - 1])
            return after
        if after := self._uncounted(i, read):
            out.push("x", t.starts[i], t.ends[after - 1])
        return after

    def _out_of(self, after: int, i: int, read: Numeral) -> int:
        """Go on behind "7.4 | out of 10": points of a scale, which has no unit."""
        t = self.t
        scored = t.words[after : after + 2] == ["out", "of"] and t.words[after + 2] in _TOPS
        if not scored or read.scaled or "." not in t.words[i] or t.words[after + 3] in self.lex.scales:
            return after
        self.out.data[-1].unit_status = "lost"
        return after + 3

    def _scale_behind_bracket(self, j: int, scaled: bool) -> bool:
        """True for "45 | (38) million euros", "5.2 | (4.9) per cent": both lack what stands behind."""
        t, lex = self.t, self.lex
        if scaled or t.words[j] != "(" or t.kinds[j + 1] != NUMBER or t.words[j + 2] != ")":
            return False
        behind, unit = lex.scales.get(t.words[j + 3]), fg.read_unit(t, j + 3, lex)
        return (behind is not None and behind[1] == "word") or (unit is not None and unit[2] == "percent")

    def _is_behind_letters(self, i: int) -> bool:
        """True for "XY25.4 billion"; "to5.2 million" only lost a blank."""
        t = self.t
        glued = i > 0 and t.kinds[i - 1] == WORD and t.ends[i - 1] == t.starts[i]
        return glued and t.words[i - 1].isalpha() and t.words[i - 1] not in self.lex.singles

    def _of_unknown_letters(self, i: int, read: Numeral) -> int:
        """Refuse what may be an amount in a money that no rule knows; "PM2.5" is a name."""
        t, out = self.t, self.out
        if read.scaled or "," in t.words[i]:
            self._refuse(i - 1, read.after, "unknown_letters", "its letters are no money that is known here")
        out.push("X", t.starts[i], t.ends[read.after - 1])
        return read.after

    def _is_unit(self, j: int) -> bool:
        unit = fg.read_unit(self.t, j, self.lex)
        return unit is not None and (unit[2] != "glued_degree" or self._is_degree(j))

    @staticmethod
    def _glued_noun(word: str) -> bool:
        """ "81provinces": a blank was lost before a long plural; "737s" and "5G" are names."""
        return len(word) >= 5 and word.isalpha() and word.endswith("s")

    def _is_resolution(self, i: int, j: int) -> bool:
        """ "4K", "10K" before a noun, "1080p": a name; thousands have a small letter or are counted."""
        t = self.t
        if t.words[i + 1] == "p" and t.words[i] in _SCREEN_LINES:
            return True
        glued = t.words[i + 1] == "k" and t.starts[i + 1] == t.ends[i] and self.norm[t.starts[i + 1]] == "K"
        return glued and len(t.words[i]) <= 2 and t.kinds[j] == WORD and not t.words[j].endswith("s")

    def _is_age(self, i: int, j: int) -> bool:
        """ "Mr Lee, 45, …", "John Smith, 47, …": a number between commas behind a person's name."""
        t, w = self.t, self.t.words[i]
        if not (w.isdigit() and len(w) <= 3 and i > 1 and t.words[i - 1] == "," and t.words[j] in (",", ".")):
            return False
        if len(w) == 2 and t.words[j : j + 2] == [",", "who"]:
            return True  # "the driver, 52, who is in hospital"
        if i == 2 or t.words[i - 3] in _OPENS_NAME:
            return len(w) == 2 and self._is_person_who(i - 2, j)
        if not self.lex.titles.isdisjoint(t.words[max(0, i - 5) : i - 2]):
            return True
        names = all(
            t.kinds[k] == WORD and self.norm[t.starts[k]].isupper() and t.words[k] not in self.lex.singles
            for k in (i - 3, i - 2)
        )
        if not names or len(w) != 2:
            return False
        return i == 3 or t.words[i - 4] in _BEFORE_PERSON or self._is_description(i - 4, j)

    def _is_person_who(self, k: int, j: int) -> bool:
        """ "Okoro, 27, | scored twice": one name that a verb follows; no place of a list."""
        t, word = self.t, self.t.words[k]
        named = t.kinds[k] == WORD and self.norm[t.starts[k]].isupper() and word not in self.lex.singles
        if not named or word in self.lex.months or t.words[j] != ",":
            return False
        did = t.words[j + 1]
        return did == "who" or did.endswith("ed") or did in self.lex.pasts

    def _is_description(self, k: int, j: int) -> bool:
        """True for "Defender | Luis Prat, 31, limped": a noun says who; no list of places goes on."""
        t = self.t
        if t.words[j] == ",":
            entry = self.lex.singles.get(t.words[j + 1])
            verb = entry is None or entry.tag in ("v", "H", "A", "u", "d", "Z")
            if self.norm[t.starts[j + 1] : t.starts[j + 1] + 1].isupper() or not verb:
                return False
        return t.kinds[k] == WORD and t.words[k] not in self.lex.singles

    def _age(self, read: Numeral) -> int:
        figure = fg.make(self.t, read)
        figure.shape, figure.kind = DURATION, "duration"
        figure.unit, figure.unit_status = "year", "inferred"
        self.out.figures.append(len(self.out.tags))
        self.out.push(DURATION, figure.start, figure.end, figure)
        return read.after

    def _ordinal(self, i: int, j: int, read: Numeral) -> int:
        """An ordinal counts only where the text ranks: "ranks 43rd"."""
        t, out = self.t, self.out
        ranks = not self.lex.uncounted["rank"].isdisjoint(t.words[max(0, i - 4) : i])
        ranked = bool(out.figures) and out.data[out.figures[-1]].shape == RANK
        if ranks or (ranked and i and t.words[i - 1] in ("from", "to", "and", "with")):
            figure = fg.make(t, read)
            figure.end = t.ends[j]
            figure.shape, figure.kind, figure.unit = RANK, "rank", "count"
            figure.unit_span = (t.starts[j], t.ends[j])
            figure.outer_end = t.ends[j]
            out.figures.append(len(out.tags))
            out.push(RANK, figure.start, t.ends[j], figure)
        else:
            out.push("X", t.starts[i], t.ends[j])
        return j + 1
