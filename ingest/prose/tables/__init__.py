"""Tables of figures pasted into a text: label, numbers, a heading with periods, units and scales.

`read_tables` gives the figures of all tables and the stretches that the prose reader must not see again.
A cell is `value × header scale`; its period comes from the heading of its column, its measure from the label
of its row with the section above. What the headings do not explain is refused, one refusal a row.

hint: may there be one · lines, cells, blocks: what is a row · periods, units, heads, columns: the headings ·
labels: the rows · figures, amounts: the cells · links: changes, earlier periods, totals. Words stand in
lexicon/<language>/tables.csv.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.prose.figure import Figure
from ingest.prose.model import Context, Refusal
from ingest.prose.tables.hint import may_hold_table

Span = tuple[int, int]


@dataclass(slots=True)
class Tables:
    """What the tables of a text say: figures with the row that each stands in."""

    rows: list[tuple[Span, list[Figure]]] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    taken: list[Span] = field(default_factory=list)  # lines that are read, in order

    def mask(self, text: str) -> str:
        """The text of the same length with line ends in place of the tables."""
        parts, at = [], 0
        for s, e in self.taken:
            parts += [text[at:s], "\n" * (e - s)]
            at = e
        return "".join([*parts, text[at:]])


def read_tables(text: str, norm: str, low: str, language: str, context: Context) -> Tables | None:
    """The tables of a text; None, at the cost of one search, where there is none."""
    if not may_hold_table(text):
        return None
    from ingest.prose.tables.blocks import Finder
    from ingest.prose.tables.periods import period_reader
    from ingest.prose.tables.words import table_words

    words = table_words(language)
    if words is None:
        return None
    period = period_reader(words, context)
    found = Finder(text, norm, low, words, period).run()
    if not found:
        return None
    from ingest.prose.tables.reading import read_block

    tables = Tables()
    header = None
    for block in found:
        header = read_block(
            block, header if block.inherited else None, text, low, words, period, context, tables
        )
    tables.taken.sort()
    tables.rows.sort(key=lambda row: row[0])
    return tables


__all__ = ["Tables", "read_tables"]
