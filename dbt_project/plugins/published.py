"""Attaches the published warehouse to the dev target, read-only, under the name `published`.

dbt can attach a file by itself, but where there is none it shows DuckDB's error; and DuckDB does not make the
folder of a new database. This plugin does the first with one sentence and the second silently.
"""

from pathlib import Path

from dbt.adapters.duckdb.plugins import BasePlugin
from dbt_common.exceptions import DbtRuntimeError


class Plugin(BasePlugin):
    """Config: `path`, the published DuckDB file, relative to the dbt project."""

    def initialize(self, config: dict) -> None:
        self.published = Path(config["path"]).resolve()
        if not self.published.is_file():
            raise DbtRuntimeError(
                f"There is no published warehouse at {self.published}: run `make refresh` first."
            )
        Path(self.creds.path).resolve().parent.mkdir(parents=True, exist_ok=True)

    def configure_connection(self, conn) -> None:
        path = str(self.published).replace("'", "''")
        conn.execute(f"attach if not exists '{path}' as published (read_only)")
