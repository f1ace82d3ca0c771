"""Where things stand: the checkout, the shelf and the warehouse. Paths only, nothing is opened here."""

import os
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DBT_PROJECT = ROOT / "dbt_project"
REPORTS = ROOT / "reports"
WAREHOUSE = ROOT / "warehouse"


def dbt_project() -> Path:
    """The dbt project that a refresh builds; FIGURES_DBT_PROJECT names another."""
    return Path(os.environ.get("FIGURES_DBT_PROJECT", DBT_PROJECT)).resolve()


@dataclass(frozen=True)
class Warehouse:
    """The files of one warehouse folder. Only `published` is for readers."""

    folder: Path

    @property
    def published(self) -> Path:
        return self.folder / "figures.duckdb"

    @property
    def build_folder(self) -> Path:
        return self.folder / "build"

    @property
    def build(self) -> Path:
        # Same stem as the published file: a view keeps its catalog name after the swap, and dbt its parse.
        return self.build_folder / "figures.duckdb"

    @property
    def failed_folder(self) -> Path:
        return self.folder / "failed"

    @property
    def history_folder(self) -> Path:
        return self.folder / "history"

    @property
    def logs(self) -> Path:
        return self.folder / "logs"

    @property
    def target(self) -> Path:
        """dbt's target folder: kept from run to run, since it holds dbt's partial parse."""
        return self.folder / "target"

    @property
    def lock(self) -> Path:
        return self.folder / "figures.lock"

    @property
    def journal(self) -> Path:
        return self.folder / "journal.jsonl"

    @property
    def state(self) -> Path:
        """What the published warehouse was built from; only a shortcut, safe to delete."""
        return self.folder / "state.json"
