"""The published warehouse as a reader opens it."""

import duckdb

from ingest.errors import ConfigError, DamagedError
from ingest.project import Warehouse

# A query could otherwise write past the read-only connection: COPY TO puts a file in place of any other.
_SHUT = {"enable_external_access": False, "lock_configuration": True}


def open_published(warehouse: Warehouse) -> duckdb.DuckDBPyConnection:
    """A read-only connection. ConfigError where nothing was published, DamagedError where it is damaged.

    It opens no other file, and nothing that is asked over it can change that.
    """
    if not warehouse.published.exists():
        raise ConfigError(
            f"No warehouse was published at {warehouse.published} yet: “figures refresh” (or “make refresh”) "
            "makes it."
        )
    try:
        return duckdb.connect(warehouse.published, read_only=True, config=dict(_SHUT))
    except duckdb.Error as error:
        raise damaged(warehouse, error) from None


def damaged(warehouse: Warehouse, error: duckdb.Error) -> DamagedError:
    """What DuckDB says of the published file, and the way back that there is."""
    if any(warehouse.history_folder.glob("*.duckdb")):
        way = "“figures rollback” puts an earlier one back"
    else:
        way = "no earlier one was kept, so take it away, and “figures refresh” reads the whole shelf anew"
    said = " ".join(str(error).split())[:200]
    return DamagedError(f"{warehouse.published} cannot be opened ({said}); {way}.")
