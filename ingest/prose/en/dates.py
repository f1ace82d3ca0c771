"""Numbers that date, or say how something is measured: years, clock times, bases of prices and indices."""

from __future__ import annotations

from ingest.prose.en import figures as fg
from ingest.prose.en import periods
from ingest.prose.en.number_words import NumberWords
from ingest.prose.en.words import NUMBER, WORD, Entry
from ingest.prose.regex import regex

_BEFORE_YEAR_COUNT = frozenset(["were", "was", "are", "employed", "counted", "had", "hired"])
_PER_MANY = {f"1{'0' * n}": f"per_1{'0' * n}" for n in range(2, 7)}
_INDEX_BASES = frozenset(["100", "100.0", "1,000", "1000"])
_JOINS_DAYS = frozenset(["to", "and", "or"])
_DATE_MARKS = frozenset(["st", "nd", "rd", "th", "of", "/", "-", "month", "months", "weeks"])
YEAR_FORMS = [
    "iso_day",
    "year_quarter",
    "year_of_quarter",
    "year_span",
    "split_year",
    "decade",
    "year_alone",
]
_AFTER_A_YEAR = frozenset(["-", "/", "t", "q", "h", "'", "s"])  # with which the other forms go on
PLAIN_YEAR = ["year_alone"]
DAY_FORMS = ["slash_day", "day_month_year", "months_ended", "weeks_ended", "q_year"]
_YEARS_PRICES = regex(r"(?:19|20)\d\d(?:[-/]\d\d)?\s(?:prices|price levels?)\b")
_IN_YEARS_PRICES = regex(
    r"(?:19|20)\d\d(?:[-/]\d\d)?\s(?:(?:us\s)?dollars|euros|pounds|prices|price levels?)\b"
    r"(?=\s?[,.;:)]|\svalues?\b|\s(?:was|were|is|are)\b)"
)
_BASE_YEAR = regex(r"(?:19|20)\d\d(?:\s?[-/]\s?(?:\d\d){1,2})?(?!\d)\)?")


class Dates(NumberWords):
    """The part of the lexer that passes numbers by which are no figures."""

    def _dates(self, i: int) -> int:
        """Push the date or period that the number at token i opens; the next token, 0 where it is none."""
        t = self.t
        w = t.words[i]
        yearlike = len(w) == 4 and w.isdigit() and "1800" <= w <= "2100"
        if yearlike and (j := self._base_year(i)):
            return j
        if yearlike and self._counts(i):
            return 0
        if yearlike and (j := self._index_base(i)):
            return j
        if yearlike and i and (t.words[i - 1] in self.lex.uncounted["year_name"] or self._is_of_law(i)):
            self.out.push("X", t.starts[i], t.ends[i])
            return i + 1
        if yearlike and t.words[i + 1] == "/" and t.kinds[i + 2] == NUMBER and len(t.words[i + 2]) == 3:
            self.out.push("X", t.starts[i], t.ends[i + 2])  # Regulation (EU) 2016/679
            return i + 3
        found = None
        if yearlike:
            forms = YEAR_FORMS if t.words[i + 1][:1] in _AFTER_A_YEAR else PLAIN_YEAR
            found = periods.match(forms, self.low, t.starts[i], self.end, self.clock)
        elif len(w) <= 2 and self._opens_date(i):
            found = periods.match(DAY_FORMS, self.low, t.starts[i], self.end, self.clock)
        if found is None:
            if yearlike:
                self.out.push("X", t.starts[i], t.ends[i])
                return i + 1
            return self._clock(i)
        j = i
        while t.starts[j] < found.end and t.kinds[j]:
            j += 1
        self.out.push("Y", t.starts[i], found.end, found)
        return j

    def _per_many(self, i: int, j: int) -> int:
        """ "29 deaths per 1,000 births", "for every 100 inhabitants there were 128 …": a unit, no figure."""
        t, out, lex = self.t, self.out, self.lex
        code = _PER_MANY.get(t.words[i].replace(",", "") + ("000" if t.words[i + 1] == "000" else ""))
        before = t.words[i - 1] if i else ""
        if code is None or before not in ("per", "every") or fg.read_unit(t, j, lex) is not None:
            return 0
        while out.tags and out.starts[-1] >= t.starts[i - 1] - (len("for ") if before == "every" else 0):
            out.pop()
        k = j
        while (
            t.kinds[k] == WORD
            and t.words[k] not in lex.singles
            and t.words[k] not in lex.months
            and k < j + 4
        ):
            k += 1
            if t.words[k - 1].endswith("s") or t.words[k - 1] in lex.persons:
                break
        out.rates.append((len(out.tags), code, (t.starts[i - 1], t.ends[k - 1]), before == "per"))
        return k

    def _index_base(self, i: int) -> int:
        """ "(2015 = 100)" says what an index is measured by: it dates nothing and counts nothing."""
        t, out = self.t, self.out
        if t.words[i + 1] != "=" or t.words[i + 2] not in _INDEX_BASES:
            return 0
        k = len(out.tags)
        while k and out.tags[k - 1] not in ",;<" and len(out.tags) - k < 3:
            k -= 1
        if k and out.tags[k - 1] == "<" and t.words[i + 3] == ")":
            while len(out.tags) >= k:
                out.pop()
            return i + 4
        return i + 3

    def _opens_date(self, i: int) -> bool:
        t, nxt = self.t, self.t.words[i + 1]
        if nxt in self.lex.months or nxt in _DATE_MARKS:
            return True
        if nxt in _JOINS_DAYS:  # "between 4 and 11 March"
            return t.kinds[i + 2] == NUMBER and t.words[i + 3] in self.lex.months
        if nxt in ("q", "h"):  # "2Q 2018", but not "1h 30"
            return len(t.words[i + 2]) == 4 and t.words[i + 2].isdigit()
        return nxt[:1] in ("q", "h") and nxt[1:].isdigit()

    def _counts(self, i: int) -> bool:
        """True where four digits that could be a year count something: "1998 tonnes", "about 2000 shops"."""
        t = self.t
        nxt = t.words[i + 1]
        noun = t.words[i + 2] if nxt == "-" else nxt
        unit = fg.read_unit(t, i + 1, self.lex)
        if (
            (unit is not None and unit[2] != "duration")
            or noun in self.lex.scales
            or noun in self.lex.persons
        ):
            return noun not in ("real", "mu", "t", "m", "b", "k", "x")
        if t.kinds[i + 1] != WORD or nxt in self.lex.singles:
            return False
        if i and t.words[i - 1] in _BEFORE_YEAR_COUNT and nxt.endswith("s"):
            return True
        last = self.out.data[-1] if self.out.data else None
        return isinstance(last, Entry) and last.tag is None and last.hedge in ("GT", "ABOUT", "NEARLY")

    def _clock(self, i: int) -> int:
        nxt = self.t.words[i + 1]
        if nxt in ("am", "pm", "a.m.", "p.m.", "o'clock", "gmt"):
            self.out.push("X", self.t.starts[i], self.t.ends[i + 1])
            return i + 2
        return 0

    def _is_of_law(self, i: int) -> bool:
        """ "the Securities Act of 1933", "Law No. 27 of 2003": the year names a law."""
        t, k = self.t, i - 2 if self.t.words[i - 1] == "of" else i - 1
        if k == i - 2 and k and t.kinds[k] == NUMBER and t.words[k - 1] in (*self.lex.names, "."):
            return self.out.tags[-2:-1] == ["X"]
        return k >= 0 and t.words[k] in self.lex.uncounted["law"] and self.norm[t.starts[k]].isupper()

    def _base_year(self, i: int) -> int:
        """ "at constant (2011-12) prices", "in chained 2010 dollars", "at 2019 prices": they date nothing."""
        t, out = self.t, self.out
        bracketed = t.words[i - 1] == "("
        k = i - 1 - bracketed
        if k < 0:
            return 0
        if t.words[k] in self.lex.based:
            m = _BASE_YEAR.match(self.low, t.starts[i], self.end)
        elif t.words[k] == "at" or (
            t.words[k] == "in" and k > 0
        ):  # not "In 2015 prices, wages and rents rose"
            m = (_YEARS_PRICES if t.words[k] == "at" else _IN_YEARS_PRICES).match(
                self.low, t.starts[i], self.end
            )
        else:
            return 0
        if m is None or m[0].endswith(")") != bracketed:
            return 0
        if bracketed:
            out.pop()
        out.prices.append((len(out.tags), "constant_prices"))
        out.push("X", t.starts[i], m.end())
        j = i
        while t.starts[j] < m.end() and t.kinds[j]:
            j += 1
        return j
