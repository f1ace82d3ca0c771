"""What of a line is a heading: years, periods, units, words of change, or plain words above columns."""

from __future__ import annotations

from ingest.prose.regex import regex
from ingest.prose.tables.cells import YEAR, Cell
from ingest.prose.tables.periods import Reader, clean
from ingest.prose.tables.units import find_edge_unit, parse_unit
from ingest.prose.tables.words import TableWords, Unit

Span = tuple[int, int]

_LETTER = regex(r"[^\W\d_]")
_WORD = regex(r"\S+")
_YEARS = regex(r"(?:(?:19|20)\d\d\s*)+")
_YEAR_WORD = regex(r"(?:19|20)\d\d")
_YEARS_BEHIND = regex(r"[^\s\d][,:)]?\s+(?:\d{1,2},\s+)?((?:19|20)\d\d(?:\s+(?:19|20)\d\d){1,9})\Z")
_FIGURE = regex(r"\d,\d{3}|\d\.\d")  # a number that no heading holds
_ENDED = regex(
    r"\b(?:ended|ending|as of|as at|at)\b|\A(?:january|february|march|april|may|june|july|august|september"
    r"|october|november|december)\b"
)


class LineHeads:
    """The part of the reader of lines that knows headings."""

    text: str
    low: str
    words: TableWords
    period: Reader

    def _whole_unit(self, s: int, e: int) -> Unit | None:
        """The unit that a stretch spells from end to end, in brackets or not."""
        if self.low[s] in "([" and self.low[e - 1] in ")]":
            s, e = s + 1, e - 1
        return parse_unit(self.low, s, e, self.words)

    def _is_year(self, cell: Cell, s: int, e: int) -> bool:
        """ "2016", "2018年", "2019 €m": a year, with nothing but a unit or a word of time."""
        if cell.kind != "number" or not YEAR.match(self.low, s, min(e, s + 4)):
            return False
        if e - s == 4:
            return True
        timely = cell.tail is None or cell.tail.shape in ("money", "percent", "duration")
        return timely and self.low[s + 4] not in "0123456789" and self.period(self.low[s:e]).code is not None

    def _only_periods(self, pieces: list[Span]) -> bool:
        """ "2018 2019": years with one blank between them."""
        return _YEARS.fullmatch(self.low, *pieces[0]) is not None

    def _all_heads(self, pieces: list[Span], cells: list[Cell], years: list[bool], first_text: bool) -> bool:
        """True where the cells are headings: periods, units, words of change, or words alone."""
        if not any(years) and not any(c.kind in ("text", "broken") for c in cells[1:]):
            return self._period_heads(pieces)
        if any(years):
            if not first_text or sum(years) > 1:
                return True
            label = self.low[slice(*pieces[0])]
            return bool(
                len(pieces) == 1
                or self.period(label).code
                or find_edge_unit(self.low, *pieces[0], self.words)
                or self.words.has("stub", clean(label))
                or any(c.kind == "text" for c in cells[1:])
            )
        plain_words = not any(_FIGURE.search(self.low, a, b) for a, b in pieces)
        return plain_words and not any(c.kind in ("empty", "number") for c in cells[1:])

    def _period_heads(self, pieces: list[Span]) -> bool:
        """ "Dec 31, 2019 | %": headings that read like numbers."""
        return all(
            self.low[a:b].strip() in {*self.words.signs, "%"}
            or (self.period(self.low[a:b]).code is not None and _LETTER.search(self.low, a, b))
            for a, b in pieces
        )

    def _years_behind(self, s: int, e: int) -> list[Span] | None:
        """ "(in millions) 2019 2018", "Years ended December 31, 2019 2018": years behind what opens them."""
        m = _YEARS_BEHIND.search(self.low, s, e)
        if m is None:
            return None
        years = [(x.start(), x.end()) for x in _YEAR_WORD.finditer(self.low, m.start(1), e)]
        end = m.start(1)
        while end > s and self.low[end - 1] in " ,:":
            end -= 1
        opens = _ENDED.search(self.low, s, end) is not None and end - s < 60
        return [(s, end), *years] if opens or self._whole_unit(s, end) else None

    def _atoms(self, s: int, e: int) -> list[Span] | None:
        """The headings of a line whose parts all are periods, or words of change behind periods."""
        words = [m.span() for m in _WORD.finditer(self.text, s, e)]
        if not words or len(words) > 40:
            return None
        found: list[Span] = []
        i = 0
        periods = 0
        while i < len(words):
            for j in range(min(len(words), i + 5), i, -1):
                a, b = words[i][0], words[j - 1][1]
                piece = clean(self.low[a:b])
                head = self.period(piece)
                if head.code is not None and not head.rest:
                    periods += 1
                    break
                bare = clean(piece.replace("%", " ").replace("(", " ").replace(")", " "))
                if periods and (
                    ("%" in piece and (not bare or self.words.has("change", bare)))
                    or self.words.has("change", bare)
                ):
                    break
            else:
                return None
            found.append((a, b))
            i = j
        return found if periods else None
