"""Patterns are compiled when they are first asked, so a wrong one would only show in some reader's text."""

import importlib
import pkgutil
import re

import pytest

import ingest.prose
from ingest.prose.regex import regex

MODULES = [name for _, name, _ in pkgutil.walk_packages(ingest.prose.__path__, "ingest.prose.")]


def test_a_pattern_finds_what_a_compiled_one_finds() -> None:
    number = regex(r"(?P<whole>\d+)\.(\d+)", re.IGNORECASE)
    assert number.search("at 12.5 and 13.75")[0] == "12.5"  # type: ignore[index]
    assert number.match("12.5", 1).group("whole") == "2"  # type: ignore[union-attr]
    assert number.fullmatch("12.5%") is None
    assert number.findall("12.5 13.75") == [("12", "5"), ("13", "75")]
    assert number.sub("x", "at 12.5") == "at x"
    assert number.pattern == r"(?P<whole>\d+)\.(\d+)"


def test_a_wrong_pattern_says_so_when_it_is_asked() -> None:
    wrong = regex("(")
    with pytest.raises(re.error):
        wrong.search("x")
    with pytest.raises(AttributeError):
        wrong.serch  # type: ignore[attr-defined]  # noqa: B018


@pytest.mark.parametrize("module", MODULES)
def test_every_pattern_of_the_reader_compiles(module: str) -> None:
    for name, value in vars(importlib.import_module(module)).items():
        for pattern in value.values() if isinstance(value, dict) else [value]:
            if type(pattern) is type(regex("")):
                assert re.compile(pattern.pattern, pattern.flags), name


def test_no_module_compiles_its_patterns_when_it_is_imported() -> None:
    for module in MODULES:
        if module != "ingest.prose.regex":
            for name, value in vars(importlib.import_module(module)).items():
                assert not isinstance(value, re.Pattern), f"{module}.{name}: use ingest.prose.regex.regex"
