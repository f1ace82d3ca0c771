"""dbt in a process that does its imports and then waits for the word to build.

Only `ingest.build` starts it: dbt imports for longer than a report takes to be read and loaded, so it does
that meanwhile. Until the word comes it opens nothing; where the word can no longer come, since the refresh
has ended, it ends too.
"""

import os
import sys
import threading

WORD = b"build\n"


def main() -> None:
    """Runs dbt with the arguments of this process, once standard input says the word."""
    told = threading.Event()
    threading.Thread(target=_listen, args=(told,), daemon=True).start()
    import dbt.adapters.duckdb  # noqa: F401  (dbt finds it by name)
    from dbt.cli.main import cli

    told.wait()
    sys.argv[0] = "dbt"
    cli()


def _listen(told: threading.Event) -> None:
    if os.read(0, len(WORD)) != WORD:
        os._exit(0)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    told.set()


if __name__ == "__main__":
    main()
