"""What a row is about: its label, the section above it, the unit and area that the label names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from ingest.prose.regex import regex
from ingest.prose.tables.line_heads import Span
from ingest.prose.tables.lines import Line
from ingest.prose.tables.spans import Header
from ingest.prose.tables.units import find_unit
from ingest.prose.tables.words import TableWords, Unit

_NOTE = regex(r"(?:\s?[(\[](?:\d{1,2}|[a-z])(?:,\s?(?:\d{1,2}|[a-z]))*[)\]]|[¹²³⁰⁴-⁹†‡§*]+|[:;,.\s])+\Z")
_GLUED = regex(r"(?<=[a-z]{4})\d\Z")
_TRAILING = regex(r"([^\W\d_]+)\s+\d{1,2}\Z")
_OF_WHICH = regex(r"(?:of which|thereof|including|其中)\s*:?\s*", re.IGNORECASE)


@dataclass(slots=True)
class Row:
    """A row with everything that its figures share."""

    line: Line
    label: Span | None
    section: Span | None
    unit: Unit | None = None
    area: str | None = None
    period: str | None = None
    total: str | None = None  # the word that makes it a total, as in the lexicon
    words: str = ""  # section and label in lower case
    measure: str | None = None
    more: str = ""  # the words of further columns of labels ("Men")


def trim_label(low: str, s: int, e: int, w: TableWords) -> Span:
    """A label without the marks of notes: "Capital expenditures 1", "gains1", "Revenue (2)", "Total*"."""
    for _ in range(3):
        if m := _NOTE.search(low, s, e):
            e = m.start()
    if m := _TRAILING.search(low, s, e):
        if not w.has("ordinal", m[1]) and not w.has("numbered", m[1]):
            e = m.end(1)
    elif m := _GLUED.search(low, s, e):
        e = m.start()
    return s, max(s, e)


class Labels:
    """Walks down the lines of a block and names its rows."""

    def __init__(self, text: str, low: str, w: TableWords, header: Header) -> None:
        self.text, self.low, self.w, self.header = text, low, w, header
        self.section: Line | None = None
        self.indented = False  # the rows of the section stand further in than its label

    def rows(self, lines: list[Line]) -> list[Row]:
        """The rows of a block, each with its section."""
        found: list[Row] = []
        fresh = False
        for line in lines:
            if line.kind == "row":
                if fresh and self.section is not None:
                    self.indented, fresh = line.indent > self.section.indent, False
                found.append(self._row(line))
            elif line.kind == "text":
                self.section, fresh = line, True
        return found

    def _row(self, line: Line) -> Row:
        low, w = self.low, self.w
        section = self.section
        if section is not None and self.indented and line.indent <= section.indent:
            self.section = section = None
        row = Row(line, None, (section.start, section.end) if section else None)
        if line.label is None:
            self.section = None
        else:
            s, e = line.label
            found = find_unit(low, s, e, w)
            if found is not None and found[1] > s:
                row.unit = found[0]
                e = found[1] if found[2] >= e - 1 else e
            elif found is None and low[s:e].rstrip().endswith("%"):
                e = s + len(low[s:e].rstrip()) - 1
                row.unit = Unit(Decimal(1), "percent", "percent", (e, e + 1), "")
            elif row.section is not None:
                inherited = find_unit(low, *row.section, w)
                row.unit = inherited[0] if inherited is not None else None
            row.label = trim_label(low, s, e, w)
            words = low[slice(*row.label)]
            row.total = w.opens("total", words)
            if (
                row.total is None
                and (found_total := w.find("total", words))
                and words.endswith(found_total[0])
            ):
                row.total = found_total[0]  # 收入合计, "Grand total"
            row.area = w.areas.get(words.removeprefix("the "))
        section_words = low[slice(*row.section)] if row.section else ""
        label_words = low[slice(*row.label)] if row.label else ""
        row.words = f"{section_words} {label_words}".strip()
        row.measure = self._measure(row, label_words)
        if row.total and self.section is not None:
            self.section = None  # a total closes its section
        return row

    def _measure(self, row: Row, words: str) -> str | None:
        """The row's label below its section, or below the title where the title is what is measured."""
        title = self._cut(self.header.title)
        section = self._cut(trim_label(self.low, *row.section, self.w)) if row.section else None
        label = self._cut(row.label) if row.label else None
        if label and (m := _OF_WHICH.match(label)):
            label = label[m.end() :]
        context = section or title
        if row.area is not None and context:
            return context
        if label is None or not label:
            return context
        if self.w.has("total", words) and context:
            return context
        if row.section and section and self.low[row.section[1] - 1] not in ":：" and label[:1].islower():
            return f"{section} {label}"  # a label broken over two lines
        if section and not row.total:
            return f"{section}: {label}"
        if title and not row.total and not section:
            return f"{title}: {label}"
        return label

    def _cut(self, span: Span | None) -> str | None:
        return " ".join(self.text[slice(*span)].split()) or None if span else None


def counts(row: Row, w: TableWords) -> tuple[str, str] | None:
    """The unit of a row that counts: a word such as "number of", or a noun for people: (code, word)."""
    found = w.find("count", row.words)
    words = re.findall(r"[^\W\d_]+", row.words) if w.language != "zh" else []
    people = next((x for x in reversed(words) if x in w.persons), None)
    if found is not None:
        return ("person" if people and found[1] == "count" else found[1]), found[0]
    if people is None or "share" in words or "shares" in words:
        return None
    return ("person", people) if words[-1] in w.persons or len(words) < 4 else None


def is_excepted(row: Row, unit: Unit) -> bool:
    """True where "except per share amounts" takes the row out of the scale of the header."""
    if not unit.exceptions:
        return False
    per = re.findall(r"per[ -](\w+)", unit.exceptions)
    if any(re.search(rf"per[ -]{p}", row.words) for p in per):
        return True
    here = {x.rstrip("s") for x in re.findall(r"[a-z]{3,}", row.words)}
    for phrase in re.split(r",|&|\band\b|\bor\b", re.sub(r"per[ -]\w+", " ", unit.exceptions)):
        words = {x.rstrip("s") for x in re.findall(r"[a-z]{3,}", phrase)} - _VAGUE
        if words and words <= here:
            return True
    return False


_VAGUE = {
    "for",
    "the",
    "amount",
    "data",
    "where",
    "otherwise",
    "stated",
    "noted",
    "information",
    "figure",
    "number",
    "indicated",
}
