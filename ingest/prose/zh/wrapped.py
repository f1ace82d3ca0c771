"""Sentences with line ends or blanks inside: read as one line, and the way back to the text's offsets."""

from __future__ import annotations

from bisect import bisect_right

from ingest.prose.figure import Figure
from ingest.prose.regex import regex
from ingest.prose.text import Sentence
from ingest.prose.zh.sentences import sentences

Span = tuple[int, int]

# Blanks that some houses set between characters and digits or letters: 增长 5.2%, 5G 基站.
_BLANK = r"(?<=[\u4e00-\u9fff]) {1,2}(?=[A-Za-z0-9+-])|(?<=[A-Za-z0-9%]) {1,2}(?=[\u4e00-\u9fff])"
_BREAK = regex(rf"[ \t\r]*\n[ \t\r]*|{_BLANK}")
_WORDS = regex("[A-Za-z0-9]")


class Wrapped:
    """The text of the same length in which the line ends and blanks of a sentence stand behind it."""

    def __init__(self, norm: str) -> None:
        self.norm = norm
        self.back: dict[int, _Back] = {}
        if " " not in norm and "\n" not in norm:
            return
        parts, at = [], 0
        for s in sentences(norm):
            if _BREAK.search(norm, s.start, s.end) is not None:
                back = _Back(norm, s)
                self.back[s.start] = back
                parts += [norm[at : s.start], back.line, "\n" * (s.end - s.start - len(back.line))]
                at = s.end
        self.norm = "".join([*parts, norm[at:]])

    def line(self, s: Sentence) -> Sentence:
        """The sentence as one line of `norm`."""
        back = self.back.get(s.start)
        return s if back is None else s._replace(end=s.start + len(back.line))

    def restore(self, s: Sentence, figures: list[Figure]) -> None:
        """Give the figures of a broken sentence the offsets of the text."""
        back = self.back.get(s.start)
        if back is None:
            return
        for f in figures:
            f.start, f.end = back.span((f.start, f.end))
            f.outer_start, f.outer_end = back.span((f.outer_start, f.outer_end))
            for name in ("hedge", "unit_span", "measure", "quote", "noun"):
                span = getattr(f, name)
                if span is not None:
                    setattr(f, name, back.span(span))

    def place(self, s: Sentence, span: Span) -> Span:
        """A stretch of the line as one of the text."""
        back = self.back.get(s.start)
        return span if back is None else back.span(span)


class _Back:
    """One such sentence: the line without its breaks and blanks, and where each was."""

    def __init__(self, norm: str, s: Sentence) -> None:
        self.start = s.start
        self.cuts: list[int] = []  # offsets in `norm` of the line from which on more was left out
        self.left_out: list[int] = []
        pieces, at, total = [], s.start, 0
        for m in _BREAK.finditer(norm, s.start, s.end):
            pieces.append(norm[at : m.start()])
            apart = bool(_WORDS.match(norm, m.start() - 1, m.start()) and _WORDS.match(norm, m.end()))
            apart &= not (norm[m.start() - 1].isdigit() and norm[m.end()].isdigit())  # one number, cut in two
            pieces.append(" " if apart else "")
            self.cuts.append(m.start() - total + apart)
            total += m.end() - m.start() - apart
            self.left_out.append(total)
            at = m.end()
        pieces.append(norm[at : s.end])
        self.line = "".join(pieces)
        self.end = s.start + len(self.line)

    def span(self, span: Span) -> Span:
        """The stretch of the text; what lies outside the sentence stays as it is."""
        a, b = span
        if not self.start <= a <= b <= self.end:
            return span
        return self._offset(a), self._offset(b - 1) + 1 if b > a else self._offset(a)

    def _offset(self, at: int) -> int:
        before = bisect_right(self.cuts, at)
        return at + (self.left_out[before - 1] if before else 0)
