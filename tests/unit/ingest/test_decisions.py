"""A faulty decision is told by file, line and column before dbt starts; a good one passes."""

from pathlib import Path

import pytest

from ingest.decisions import check_decisions
from ingest.errors import FiguresError
from ingest.project import ROOT

HEADER = "claim_id,decision,expect,corrected_column,corrected_value,reason,decided_on,decided_by\n"
CLAIM = "0123456789abcdef0123456789abcdef"


def _project(folder: Path, rows: str) -> Path:
    (folder / "seeds").mkdir()
    (folder / "seeds" / "claim_decisions.csv").write_text(HEADER + rows, encoding="utf-8")
    return folder


def test_the_seeds_of_the_project_pass() -> None:
    check_decisions(ROOT / "dbt_project")


def test_good_decisions_pass(tmp_path: Path) -> None:
    rows = f"{CLAIM},reject,5 million,-,-,a misprint,2026-11-22,Ada\n"
    rows += f'{CLAIM},correct,"5,739",time_period,2017,the year of the heading,2026-11-22,Ada\n'
    check_decisions(_project(tmp_path, rows + "\n"))  # a blank line says nothing


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (
            f"{CLAIM},rejct,5,-,-,typo,2026-11-22,Ada",
            "line 2: decision holds “rejct”; expected is one of accept",
        ),
        ("xyz,reject,5,-,-,typo,2026-11-22,Ada", "line 2: claim_id holds “xyz”; expected is 32 hex digits"),
        (
            f"{CLAIM},reject,5,-,-,typo,22.11.2026,Ada",
            "decided_on holds “22.11.2026”; expected is a day such as",
        ),
        (f"{CLAIM},reject,,-,-,typo,2026-11-22,Ada", "expect holds nothing; expected is a value"),
    ],
)
def test_a_faulty_decision_is_told(tmp_path: Path, row: str, told: str) -> None:
    with pytest.raises(FiguresError) as error:
        check_decisions(_project(tmp_path, row + "\n"))
    assert told in str(error.value)


def test_a_missing_column_is_told(tmp_path: Path) -> None:
    project = _project(tmp_path, "")
    (project / "seeds" / "claim_decisions.csv").write_text("claim_id,decision\n", encoding="utf-8")
    with pytest.raises(FiguresError, match=r"claim_decisions\.csv: .*the column expect is missing"):
        check_decisions(project)
