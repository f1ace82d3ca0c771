"""The words of a language, read from the data files in lexicon/<language>/ once, when first needed."""

import csv
from functools import lru_cache
from pathlib import Path

_ROOT = Path(__file__).parent / "lexicon"


def rows(language: str, name: str) -> list[dict[str, str]]:
    """The rows of one table of a language, in file order; values are stripped, absent cells are ''."""
    with (_ROOT / language / f"{name}.csv").open(encoding="utf-8", newline="") as handle:
        return [{k: (v or "").strip() for k, v in row.items()} for row in csv.DictReader(handle)]


@lru_cache(maxsize=16)
def words(language: str, name: str) -> frozenset[str]:
    """The lines of one word list of a language."""
    text = (_ROOT / language / f"{name}.txt").read_text(encoding="utf-8")
    return frozenset(line.strip() for line in text.splitlines() if line.strip())
