"""Tables on a terminal, plain enough to be copied into a note."""

import os
from dataclasses import dataclass


@dataclass
class Table:
    """A title, column heads and rows of text."""

    title: str
    head: list[str]
    rows: list[list[str]]


def share(value: float | None) -> str:
    """A share as a percentage with one digit; a dash where there is nothing to share."""
    return f"{100 * value:.1f}" if value is not None else "–"


def print_tables(tables: list[Table]) -> None:
    """Prints the tables; numbers stand right-aligned."""
    from rich.console import Console
    from rich.table import Table as RichTable

    console = Console(width=int(os.environ.get("COLUMNS", "150")), soft_wrap=False)
    for table in tables:
        shown = RichTable(title=table.title, title_justify="left", box=None, pad_edge=False)
        for i, name in enumerate(table.head):
            cells = [row[i] for row in table.rows]
            numbers = bool(cells) and all(cell.replace(".", "").isdigit() or cell in "–" for cell in cells)
            shown.add_column(name, justify="right" if numbers else "left")
        for row in table.rows:
            shown.add_row(*row)
        console.print(shown, markup=False)
        console.print()
