"""What the README claims to be true of a running system, as blocks that can be run and compared.

Two forms count. A block ```sql with a block ```text right behind it is a query and its answer as
`figures query` prints it. A block ```console holds lines `$ command`, each with its output below. A line `…`
stands for any lines left out. `python -m tests.readme` writes the real answers to the queries in.
"""

import re
import shlex
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ingest.project import ROOT
from tests.command import figures

README = ROOT / "README.md"
LEFT_OUT = "…"

_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
# What differs from run to run and says nothing about the project.
_VOLATILE = re.compile(
    r"\d+(?:\.\d+)?(?= ?(?:ms|s|sec|seconds?)\b)"
    r"|\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?Z?"
    r"|\b\d\d:\d\d(?::\d\d)?\b"
)

Run = Callable[[list[str]], str]  # arguments of `figures` to what it prints


@dataclass(frozen=True)
class Example:
    """A command with its output as the README prints it; `line` is where the output stands."""

    line: int
    command: list[str]
    printed: str
    is_query: bool


def examples(text: str) -> Iterator[Example]:
    """Every query with an answer and every console command of a README, in its order."""
    blocks = list(_FENCE.finditer(text))
    for number, block in enumerate(blocks):
        after = blocks[number + 1] if number + 1 < len(blocks) else None
        line = text.count("\n", 0, block.start(2)) + 1
        if block[1] == "sql" and after and after[1] == "text":
            if text[block.end() : after.start()].strip():
                continue  # words stand between, so the second is no answer to the first
            line = text.count("\n", 0, after.start(2)) + 1
            yield Example(line, ["figures", "query", block[2].strip()], after[2], True)
        elif block[1] == "console":
            yield from _commands(block[2], line)


def _commands(block: str, line: int) -> Iterator[Example]:
    parts = re.split(r"^\$ (.*)\n?", block, flags=re.MULTILINE)
    line += parts[0].count("\n")
    for command, printed in zip(parts[1::2], parts[2::2], strict=True):
        line += 1
        yield Example(line, shlex.split(command, comments=True), printed, False)
        line += printed.count("\n")


def lines_of(printed: str, is_query: bool) -> list[str]:
    """The lines that count: without blanks at either end, and without what changes from run to run."""
    text = printed if is_query else _VOLATILE.sub("#", printed)
    return [line.rstrip() for line in text.strip("\n").splitlines()]


def says_the_same(claimed: list[str], real: list[str]) -> bool:
    """True where the claimed lines are the real ones; `…` stands for any number of lines."""
    pattern = [r"(?:.*\n)*" if line.strip() == LEFT_OUT else re.escape(line) + r"\n" for line in claimed]
    return re.fullmatch("".join(pattern), "".join(f"{line}\n" for line in real)) is not None


def rewritten(text: str, run: Run) -> str:
    """The README with the real answer in place of each printed one that leaves nothing out."""
    lines = text.split("\n")
    for example in reversed(list(examples(text))):
        claimed = lines_of(example.printed, example.is_query)
        if not example.is_query or LEFT_OUT in (line.strip() for line in claimed):
            continue
        start = example.line - 1
        lines[start : start + example.printed.count("\n")] = lines_of(run(example.command[1:]), True)
    return "\n".join(lines)


def main() -> None:
    """Writes the answers of the published warehouse into the README."""
    text = README.read_text("utf-8")
    README.write_text(rewritten(text, lambda arguments: figures(*arguments).stdout), "utf-8")


if __name__ == "__main__":
    main()
