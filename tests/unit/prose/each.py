"""One test for a table of the lexicon."""

from collections.abc import Callable, Iterable

import pytest


def each(rows: Iterable[object]) -> Callable[[Callable[..., None]], Callable[[], None]]:
    """Try a test on every row, a tuple as several arguments; it fails with all the rows that fail."""
    tried = list(rows)

    def whole_table(test: Callable[..., None]) -> Callable[[], None]:
        def run() -> None:
            assert tried, "the table has no such row"
            failed = []
            for row in tried:
                try:
                    test(*row) if isinstance(row, tuple) else test(row)
                except (AssertionError, ValueError) as error:  # ValueError: not one claim
                    failed.append(f"{row}: {error}")
            if failed:
                pytest.fail(f"{len(failed)} of {len(tried)} rows\n" + "\n".join(failed), pytrace=False)

        return run

    return whole_table
