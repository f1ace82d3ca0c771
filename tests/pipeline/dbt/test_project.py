"""What dbt itself does not check: keys of its YAML, portable SQL, one truth for the raw tables."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from ingest.project import DBT_PROJECT as PROJECT
from ingest.raw_tables import columns
from schemas.decisions import CORRECTED_COLUMN, DECISION
from schemas.tables import TABLES

SQL = sorted([*PROJECT.glob("models/**/*.sql"), *PROJECT.glob("tests/**/*.sql")])
MACROS = sorted(PROJECT.glob("macros/*.sql"))
YAML = sorted([*PROJECT.glob("models/**/*.yml"), *PROJECT.glob("seeds/*.yml")])
SEEDS = sorted(PROJECT.glob("seeds/*.csv"))

KEYS = {
    "file": {"version", "models", "seeds", "sources", "exposures", "unit_tests"},
    "models": {"name", "description", "columns", "data_tests", "config", "constraints"},
    "seeds": {"name", "description", "columns", "data_tests", "config"},
    "columns": {"name", "description", "data_type", "data_tests", "constraints"},
    "sources": {"name", "description", "database", "schema", "tables"},
    "tables": {"name", "description", "columns", "config", "data_tests"},
    "exposures": {"name", "label", "type", "maturity", "description", "owner", "depends_on", "url"},
    "unit_tests": {"name", "description", "model", "given", "expect", "overrides"},
}

# SQL.md: what only DuckDB has, or what DuckDB and Spark read differently without a word.
FORBIDDEN = {
    r"\bqualify\b": "row_number and where",
    r"\bexclude\s*\(": "name the columns",
    r"\b(list|array_agg|string_agg)\s*\(": "the macro sorted_set",
    r"\b(strftime|strptime|date_diff|datediff)\s*\(": "a macro of adapter.sql",
    r"\b(regexp_matches|regexp_replace|strpos)\s*\(": "parse text in Python",
    r"\b(unnest|generate_series|arg_max|arg_min|quantile_cont|first)\s*\(": "a window function",
    r"\b(max_by|min_by)\s*\(": "row_number: Postgres has neither",
    r"\b(hash|log)\s*\(": "md5, ln",
    r"//": "cast(floor(a / b) as integer)",
    r"\binterval\s+'": "a macro of adapter.sql",
    r"\^": "power()",
    r"\bsubstring\s*\([^)]*,\s*0\s*,": "positions from 1",
    r"\bunion all by name\b": "name the columns",
}


def without_comments(text: str) -> str:
    """The SQL and Jinja of a file without its comments and without what stands in quotes."""
    text = re.sub(r"\{#.*?#\}", "", text, flags=re.DOTALL)
    text = re.sub(r"--[^\n]*", "", text)
    return re.sub(r"'[^']*'", "''", text)


@pytest.mark.parametrize("path", YAML, ids=lambda path: path.name)
def test_yaml_has_only_keys_that_dbt_knows(path: Path) -> None:
    """dbt passes `descrpition:` over in silence."""
    content = yaml.safe_load(path.read_text())
    wrong = [key for key in content if key not in KEYS["file"]]

    def walk(level: str, entries: list[dict[str, Any]]) -> None:
        for entry in entries:
            wrong.extend(f"{level} {entry.get('name')}: {key}" for key in entry if key not in KEYS[level])
            for inner in ("columns", "tables"):
                walk(inner, entry.get(inner, []))

    for level in ("models", "seeds", "sources", "exposures", "unit_tests"):
        walk(level, content.get(level, []))
    assert not wrong, f"{path.name} has keys that dbt does not know: {wrong}"


def test_every_model_and_column_is_described_and_every_model_has_a_grain() -> None:
    described = {}
    for path in YAML:
        for model in yaml.safe_load(path.read_text()).get("models", []):
            described[model["name"]] = model
    models = {path.stem for path in SQL if "models" in path.parts}
    assert set(described) == models
    for name, model in described.items():
        assert re.search(r"One row\s+per ", model["description"]), f"{name} does not state its grain"
        assert any("grain" in test for test in model["data_tests"]), f"{name} has no test of its grain"
        for column in model["columns"]:
            assert column.get("description"), f"{name}.{column['name']} has no description"
            assert column.get("data_type"), f"{name}.{column['name']} has no type"


def test_marts_carry_is_sample() -> None:
    for path in YAML:
        for model in yaml.safe_load(path.read_text()).get("models", []):
            if path.parent.name == "marts":
                names = [column["name"] for column in model["columns"]]
                assert "is_sample" in names, f"{model['name']} lacks is_sample"


def test_sources_are_the_pandera_models() -> None:
    sources = yaml.safe_load((PROJECT / "models/sources.yml").read_text())["sources"][0]["tables"]
    assert {table["name"] for table in sources} == set(TABLES)
    for table in sources:
        schema = TABLES[table["name"]].to_schema()
        assert [column["name"] for column in table["columns"]] == list(columns(table["name"]))
        for column in table["columns"]:
            expected = " ".join(schema.columns[column["name"]].description.split())
            assert column["description"] == expected, f"{table['name']}.{column['name']}"


@pytest.mark.parametrize("path", [*SQL, *MACROS], ids=lambda path: path.name)
def test_sql_keeps_to_the_portable_subset(path: Path) -> None:
    if path.name == "adapter.sql":
        return  # the one file that may know its engine
    text = without_comments(path.read_text()).lower()
    found = {pattern: instead for pattern, instead in FORBIDDEN.items() if re.search(pattern, text)}
    assert not found, f"{path.name}: {found}"


@pytest.mark.parametrize("path", [*SQL, *MACROS], ids=lambda path: path.name)
def test_every_order_says_where_nulls_go(path: Path) -> None:
    text = without_comments(path.read_text()).lower()
    if path.name == "adapter.sql":
        return
    for clause in re.findall(r"order by(.*?)(?:rows between|\)\s*(?:as|\n|$))", text, flags=re.DOTALL):
        keys = len(re.findall(r"\b(asc|desc)\b", clause))
        assert keys and keys == len(re.findall(r"nulls\s+(first|last)", clause)), (
            f"{path.name}: order by {clause.strip()}"
        )


def test_only_the_adapter_file_asks_for_the_engine() -> None:
    asking = [path.name for path in [*SQL, *MACROS] if "target.type" in path.read_text()]
    assert asking == ["adapter.sql"]


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name)
def test_seeds_are_free_of_nulls_and_quotes(path: Path) -> None:
    """Spark turns a null of a seed into 'None' and breaks on an apostrophe."""
    with path.open(newline="") as file:
        rows = list(csv.reader(file))
    for number, row in enumerate(rows, 1):
        assert len(row) == len(rows[0]), f"{path.name}:{number} has {len(row)} cells"
        assert all(cell.strip() for cell in row), f"{path.name}:{number} has an empty cell"
        assert not any("'" in cell or '"' in cell for cell in row), f"{path.name}:{number} has a quote"


def test_codes_of_decisions_are_those_of_the_pandera_model() -> None:
    """They stand in pandera, which checks the seed first, and with their meanings in code_lists."""
    listed: dict[str, dict[str, str]] = {"decision": {}, "corrected_column": {}}
    with (PROJECT / "seeds/code_lists.csv").open(newline="") as file:
        for row in csv.DictReader(file):
            if row["code_list"] in listed:
                listed[row["code_list"]][row["code"]] = row["meaning"]
    assert listed["decision"] == DECISION
    assert list(listed["corrected_column"]) == list(CORRECTED_COLUMN)


def test_no_file_is_longer_than_300_lines() -> None:
    for path in [*SQL, *MACROS, *YAML]:
        if path.name == "sources.yml":
            continue  # one entry per raw column, held against the models above
        assert len(path.read_text().splitlines()) <= 300, path.name
