"""What is published opens in every DuckDB of 1.5: tried with one, in an environment of its own.

It is installed from a package index, so this is a long run (`make soak`) and skipped where none is reached.
"""

import json
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

SCHEMAS = (
    "select schema_name, table_name from duckdb_tables() where schema_name in ('raw', 'marts') order by all"
)
PROGRAM = f"""
import json, sys, duckdb
with duckdb.connect(sys.argv[1], read_only=True) as connection:
    tables = connection.execute({SCHEMAS!r}).fetchall()
    rows = {{
        f"{{s}}.{{t}}": connection.execute(f"select * from {{s}}.{{t}} order by all").fetchall()
        for s, t in tables
    }}
    print(json.dumps([duckdb.__version__, rows], default=str))
"""


@pytest.mark.soak
def test_every_table_is_the_same_in_duckdb_1_5(warehouse: Path, tmp_path: Path) -> None:
    venv = tmp_path / "venv"
    subprocess.run([sys.executable, "-m", "venv", venv], check=True)
    pip = [venv / "bin/python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    installed = subprocess.run([*pip, "duckdb>=1.5,<1.6", "pytz"], capture_output=True, text=True)
    if installed.returncode:
        pytest.skip(f"DuckDB 1.5 cannot be installed here: {installed.stderr.strip()[-200:]}")
    answers = {}
    for python in (Path(sys.executable), venv / "bin/python"):
        done = subprocess.run(
            [python, "-c", PROGRAM, warehouse], capture_output=True, text=True, check=True, cwd=tmp_path
        )
        version, rows = json.loads(done.stdout)
        answers[version] = rows
    assert set(answers) == {duckdb.__version__, next(v for v in answers if v.startswith("1.5."))}
    new, old = answers[duckdb.__version__], next(a for v, a in answers.items() if v.startswith("1.5."))
    assert len(new) > 20 and new["marts.observations"]
    assert old == new
