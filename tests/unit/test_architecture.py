"""Rules of the house that a reader of one file cannot see: who imports whom, who names a mart, how long."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from ingest.project import ROOT

OURS = ("ingest", "schemas")
# Of ingest, only what makes, publishes or shows a warehouse may name a mart (DESIGN, section 2).
MAY_NAME_MARTS = (
    "ingest/cli/",
    "ingest/explain/",
    "ingest/dagster_refresh/",
    "ingest/summary.py",
    "ingest/diff.py",
    "ingest/history.py",
    "ingest/report.py",
)
IO_MODULES = {
    "duckdb",
    "polars",
    "pandera",
    "click",
    "rich",
    "yaml",
    "socket",
    "subprocess",
    "urllib",
    "requests",
}
MAX_LINES = 350  # “about 300”


def tracked(*suffixes: str) -> list[Path]:
    """Files of the project by their suffix, as git lists them; all there are where there is no git."""
    try:
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
        paths = [ROOT / name for name in listed.decode().split("\0") if name]
    except (OSError, subprocess.CalledProcessError):
        paths = [
            p for p in ROOT.rglob("*") if p.is_file() and not set(p.parts) & {".venv", "warehouse", ".git"}
        ]
    return [path for path in paths if path.suffix in suffixes and path.exists()]


def sources(folder: str) -> list[Path]:
    found = sorted((ROOT / folder).rglob("*.py"))
    assert found, folder
    return found


def imported(path: Path) -> set[str]:
    """Every module that a file imports, wherever in the file."""
    modules: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            modules.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            modules.add(node.module or "")
            modules.update(f"{node.module}.{alias.name}" for alias in node.names)
    return modules


def breaks(folder: str, forbidden: tuple[str, ...]) -> list[str]:
    return [
        f"{path.relative_to(ROOT)} imports {module}"
        for path in sources(folder)
        for module in imported(path)
        if module.startswith(tuple(f"{name}." for name in forbidden)) or module in forbidden
    ]


def test_schemas_imports_nothing_of_ours() -> None:
    assert breaks("schemas", ("ingest", "tests", "benchmarks")) == []


def test_schemas_does_no_input_or_output() -> None:
    calls = re.compile(r"\bopen\(|read_text|read_bytes|write_text|\bPath\(")
    assert [path.name for path in sources("schemas") if calls.search(path.read_text())] == []


def test_prose_imports_no_module_that_does_input_or_output() -> None:
    found = {
        f"{path.relative_to(ROOT)}: {module}"
        for path in sources("ingest/prose")
        for module in imported(path)
        if module.split(".")[0] in IO_MODULES
    }
    assert found == set()


def test_prose_imports_nothing_else_of_ingest() -> None:
    others = {
        f"{path.relative_to(ROOT)}: {module}"
        for path in sources("ingest/prose")
        for module in imported(path)
        if module.startswith("ingest.") and not module.startswith("ingest.prose")
    }
    assert others == set()


def test_documents_imports_nothing_else_of_ingest() -> None:
    others = {
        module
        for path in sources("ingest/documents")
        for module in imported(path)
        if module.startswith(OURS) and not module.startswith("ingest.documents")
    }
    assert others == set()


def test_nothing_below_the_refresh_imports_the_refresh() -> None:
    above = ("ingest.refresh", "ingest.run", "ingest.cli")
    below = [
        p
        for p in sources("ingest")
        if not str(p.relative_to(ROOT)).startswith(
            ("ingest/cli/", "ingest/refresh.py", "ingest/run.py", "ingest/dagster_refresh/")
        )
    ]
    found = [
        f"{path.relative_to(ROOT)}: {module}"
        for path in below
        for module in imported(path)
        if module in above or module.startswith(tuple(f"{name}." for name in above))
    ]
    assert found == []


def test_only_the_command_line_and_the_refresh_name_a_mart() -> None:
    named = re.compile(r"\bmarts\.[a-z]")
    found = [
        str(path.relative_to(ROOT))
        for path in sources("ingest")
        if not str(path.relative_to(ROOT)).startswith(MAY_NAME_MARTS) and named.search(path.read_text())
    ]
    assert found == []


def test_no_file_is_longer_than_about_300_lines() -> None:
    long = {
        str(path.relative_to(ROOT)): count
        for path in tracked(".py", ".sql", ".yml")
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > MAX_LINES
    }
    # sources.yml and marts.yml describe every column; length is their virtue.
    assert {name: count for name, count in long.items() if not name.startswith("dbt_project/models")} == {}


def test_no_file_names_a_path_of_a_machine() -> None:
    machine = re.compile(r"(?<![\w.])/(?:home|root|Users|work)/\w")
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in tracked(".py", ".sql", ".yml", ".toml", ".md", ".csv", ".lock", ".txt", ".sh")
        if path != Path(__file__)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if machine.search(line)
    ]
    assert found == []


def test_locks_name_hashes_and_no_index() -> None:
    locks = list(ROOT.glob("*.lock"))
    assert locks
    for lock in locks:
        text = lock.read_text()
        assert "--hash=sha256:" in text
        assert not re.search(r"https?://|--(extra-)?index-url|--find-links", text), lock.name


@pytest.mark.parametrize(
    ("module", "absent"),
    [
        ("ingest.cli.read", {"duckdb", "polars", "pandera", "dbt", "rich", "yaml"}),
        ("ingest.refresh", {"duckdb", "polars", "pandera", "dbt", "rich", "yaml", "ingest.prose"}),
    ],
)
def test_a_command_that_must_be_quick_imports_nothing_heavy(module: str, absent: set[str]) -> None:
    """`figures read`, and a refresh with nothing new, answer in a fraction of a second."""
    program = f"import sys, {module}; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert absent & set(done.stdout.split()) == set()
