"""The README cannot lie: its queries and commands are run, and their answers are what it prints."""

import difflib
import re
from pathlib import Path

import pytest

from tests import readme
from tests.command import Refreshed, figures

EXAMPLES = list(readme.examples(readme.README.read_text("utf-8")))
# Would run this suite within itself, change the checkout, or need a network; they may show no output.
NOT_RUN = {
    "git",
    "cd",
    "make",
    "pip",
    "python",
    "python3",
    "source",
    "sudo",
    "dbt",
    "crontab",
    "systemctl",
    "dagster",
}
REPORT = "<p>The ministry counted 1,204 fishing boats in 2023, 3.1% fewer than in 2022.</p>\n"


def output(example: readme.Example, refreshed: Refreshed, folder: Path) -> str | None:
    """What the command prints here; None for one that is not run. Fails where the command does."""
    program, *arguments = example.command
    if example.command == ["make", "refresh"]:
        return refreshed.done.stdout
    if Path(program).name == "figures":
        done = figures(
            *(on_a_report_of_its_own(arguments, folder) if arguments[0] in {"add", "read"} else arguments),
            warehouse=refreshed.folder,
            FIGURES_REPORTS=str(folder / "reports" if arguments[0] == "add" else readme.ROOT / "reports"),
        )
        if done.returncode:
            pytest.fail(f"README.md:{example.line}: {done.stderr or done.stdout}", pytrace=False)
        return done.stdout
    if program in NOT_RUN:
        return None
    pytest.fail(f"README.md:{example.line}: nobody knows how to try “{program}”", pytrace=False)


def on_a_report_of_its_own(arguments: list[str], folder: Path) -> list[str]:
    """`add` and `read` with a report that stands for the reader's own, and a shelf that nobody minds."""
    (folder / "reports").mkdir()
    command, name, *options = arguments
    (folder / name).write_text(REPORT, "utf-8")
    return [command, str(folder / name), *options]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"line-{example.line}")
def test_readme_prints_what_the_command_prints(
    example: readme.Example, sample_refresh: Refreshed, tmp_path: Path
) -> None:
    claimed = readme.lines_of(example.printed, example.is_query)
    printed = output(example, sample_refresh, tmp_path)
    if printed is None:
        assert not claimed, f"README.md:{example.line} shows output that nobody checks"
        return
    if not claimed and not example.is_query:
        return  # a command whose output the README leaves out; that it works has been seen
    real = readme.lines_of(printed, example.is_query)
    if not readme.says_the_same(claimed, real):
        difference = "\n".join(difflib.unified_diff(claimed, real, "README.md", "real", lineterm="", n=1))
        pytest.fail(f"README.md:{example.line}\n{difference}", pytrace=False)


def test_the_readme_asks_six_queries_and_starts_with_two_commands() -> None:
    assert len([example for example in EXAMPLES if example.is_query]) >= 6
    assert {("make", "refresh"), ("make", "test")} <= {tuple(example.command) for example in EXAMPLES}


TEXT = """\
# A
```sql
select 1
```

```text
 one
```
```console
$ figures status  # how old
fresh, 3.2 s
$ make refresh
first
…
last
```
```sql
select 2
```
Words.
```text
no answer
```
"""


def test_a_query_is_paired_with_the_answer_right_behind_it() -> None:
    found = list(readme.examples(TEXT))
    assert [(e.line, e.command, e.printed) for e in found] == [
        (7, ["figures", "query", "select 1"], " one\n"),
        (11, ["figures", "status"], "fresh, 3.2 s\n"),
        (13, ["make", "refresh"], "first\n…\nlast\n"),
    ]


@pytest.mark.parametrize(
    ("claimed", "real", "same"),
    [
        ("a\nb\n", "a  \nb\n\n", True),
        ("a\nb\n", "a\nc\n", False),
        ("a\n", "a\nb\n", False),
        ("a\n…\nd\n", "a\nb\nc\nd\n", True),
        ("a\n…\nd\n", "a\nd\n", True),
        ("a\n…\nd\n", "a\nb\n", False),
        ("a.c\n", "abc\n", False),
    ],
)
def test_an_answer_is_the_same_line_by_line(claimed: str, real: str, same: bool) -> None:
    assert readme.says_the_same(readme.lines_of(claimed, True), readme.lines_of(real, True)) is same


def test_seconds_and_clock_times_of_a_command_do_not_count_but_its_figures_do() -> None:
    def lines(text: str) -> list[str]:
        return readme.lines_of(text, False)

    assert lines("120 tests in 9.5 s at 2026-11-22 14:05") == lines("120 tests in 11 s at 2027-01-02 03:04")
    assert lines("120 tests in 9.5 s") != lines("119 tests in 9.5 s")
    assert readme.lines_of("9.5 s", True) != readme.lines_of("9.6 s", True)


def test_rewriting_puts_the_real_answer_in_and_leaves_the_rest() -> None:
    answers = {"select 1": "two\nlines\n"}
    new = readme.rewritten(TEXT, lambda arguments: answers[arguments[1]])
    assert new == TEXT.replace(" one\n", "two\nlines\n")


def test_every_file_that_the_readme_links_to_exists() -> None:
    text = readme.README.read_text("utf-8")
    links = re.findall(r"\]\((?!https?://|#|mailto:)([^)#\s]+)", text)
    assert [link for link in links if not (readme.ROOT / link).exists()] == []
