"""The command line in a process of its own, forked from one that has done its imports.

A refresh imports for a second before it does anything, and the tests of its promises run a hundred of them.
What is about the process itself (started, killed, limited) starts the real command: `House.start`,
`installed_figures`.

`python -m tests.forked` is the process that is forked: one JSON object a line comes in, with
arguments, environment, and the files for what is said; one line goes out, the exit code.
"""

import atexit
import json
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from ingest.project import ROOT

_IMPORTED = (
    "hypothesis.strategies",  # pandera looks for it at its first validation
    *(f"ingest.cli.{name}" for name in ("add", "explain", "history", "query", "read", "refresh", "status")),
    "ingest.decisions",
    "ingest.diff",
    "ingest.explain.answer",
    "ingest.explain.find",
    "ingest.failures",
    "ingest.intake",
    "ingest.raw_checks",
    "ingest.refresh",
    "ingest.report",
    "ingest.summary",
)
_LIMIT = 300  # seconds
_server: "subprocess.Popen[str] | None" = None


def run(arguments: list[str], environment: dict[str, str]) -> "subprocess.CompletedProcess[str]":
    """As subprocess.run(["figures", …]) in the checkout with that environment and text captured."""
    global _server
    if _server is None:
        _server = subprocess.Popen(
            [sys.executable, "-m", __name__],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        atexit.register(_server.communicate)  # it ends when nobody is left to ask
    assert _server.stdin and _server.stdout
    with tempfile.TemporaryDirectory() as folder:
        out, err = Path(folder, "out"), Path(folder, "err")
        request = {"arguments": arguments, "environment": environment, "out": str(out), "err": str(err)}
        _server.stdin.write(json.dumps(request) + "\n")
        _server.stdin.flush()
        code = int(_server.stdout.readline())
        return subprocess.CompletedProcess(arguments, code, out.read_text("utf-8"), err.read_text("utf-8"))


def _serve() -> None:
    """Answers requests one after the other until nobody is left to ask."""
    import importlib

    for name in _IMPORTED:
        importlib.import_module(name)
    _warm()
    for line in sys.stdin:
        request = json.loads(line)
        child = os.fork()
        if child == 0:
            _command(**request)
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


def _warm() -> None:
    """What a process makes once and keeps, as far as no thread belongs to it: grammars, schemas."""
    from ingest.prose import Context, read_claims
    from schemas.tables import TABLES

    for text, language in (
        ("In 2017 there were 12 ships, 3% more than in 2016.", "en"),
        ("2017年有12艘船。", "zh"),
    ):
        read_claims(text, Context(document_id="0" * 64, language=language))
    for table in TABLES.values():
        table.to_schema()


def _command(arguments: list[str], environment: dict[str, str], out: str, err: str) -> None:
    """The forked child: becomes the command and never returns."""
    code = 70
    signal.alarm(_LIMIT)  # ends it where it hangs
    try:
        for descriptor, path in ((0, os.devnull), (1, out), (2, err)):
            os.dup2(os.open(path, os.O_RDWR | os.O_CREAT), descriptor)
        os.environ.clear()
        os.environ.update(environment)
        from ingest.cli import main

        main(arguments)
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


if __name__ == "__main__":
    _serve()
