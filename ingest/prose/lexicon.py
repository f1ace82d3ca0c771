"""The words of a language, read from the data files in lexicon/<language>/ once, when first needed."""

import csv
from functools import lru_cache
from pathlib import Path

_ROOT = Path(__file__).parent / "lexicon"


@lru_cache(maxsize=128)
def rows(language: str, name: str) -> tuple[dict[str, str], ...]:
    """The rows of one table of a language, in file order; values are stripped, absent cells are ''."""
    with (_ROOT / language / f"{name}.csv").open(encoding="utf-8", newline="") as handle:
        reader = csv.reader(handle)
        head = next(reader)
        found = []
        for row in filter(None, reader):
            if len(row) > len(head):
                raise ValueError(f"{language}/{name}.csv, line {reader.line_num}: more cells than headings.")
            found.append(dict(zip(head, [*map(str.strip, row), *[""] * (len(head) - len(row))], strict=True)))
        return tuple(found)


@lru_cache(maxsize=128)
def words(language: str, name: str) -> frozenset[str]:
    """The lines of one word list of a language."""
    text = (_ROOT / language / f"{name}.txt").read_text(encoding="utf-8")
    return frozenset(line.strip() for line in text.splitlines() if line.strip())
