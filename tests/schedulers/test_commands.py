"""Every `figures` command in the examples of schedulers/ exists, with its options."""

import re
from pathlib import Path

import click
import pytest

from ingest.cli import group

SCHEDULERS = Path(__file__).parents[2] / "schedulers"
_COMMAND = re.compile(r"(?:bin/figures\"?|`figures|: figures) ([a-z]+)([^`;&|>\n]*)")


def commands() -> list[tuple[str, str, str]]:
    """File, command and what follows it, wherever an example runs or names `figures`."""
    files = [p for p in sorted(SCHEDULERS.rglob("*")) if p.is_file() and "__pycache__" not in p.parts]
    return [(p.name, *match.groups()) for p in files for match in _COMMAND.finditer(p.read_text("utf-8"))]


@pytest.mark.parametrize(("file", "command", "rest"), commands())
def test_the_command_and_its_options_exist(file: str, command: str, rest: str) -> None:
    known = group.get_command(click.Context(group), command)
    assert known, f"{file}: figures {command}"
    options = {name for parameter in known.params for name in parameter.opts}
    assert set(re.findall(r"--[a-z-]+", rest)) <= options, f"{file}: figures {command}{rest}"


def test_the_examples_refresh_and_watch() -> None:
    assert {("report-figures.crontab", "refresh"), ("report-figures-watch.service", "status")} <= {
        (file, command) for file, command, _ in commands()
    }
