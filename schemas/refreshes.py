"""`raw.refreshes`: the journal of past refreshes, copied in by the next one."""

import pandera.polars as pa

from schemas.base import ID32, Moment, RawTable
from schemas.vocabulary import REFRESH_OUTCOME


class Refreshes(RawTable):
    """One row per finished refresh. Key: refresh_id. The journal beside the warehouse knows the newest."""

    refresh_id: str = pa.Field(str_matches=ID32, unique=True, description="Random identifier")
    started_at: Moment = pa.Field(description="Start, UTC")
    finished_at: Moment = pa.Field(description="End, UTC")
    outcome: str = pa.Field(isin=list(REFRESH_OUTCOME), description="How it ended")
    exit_code: int = pa.Field(description="Exit code that the scheduler saw")
    message: str = pa.Field(description="The closing line")
    load_id: str = pa.Field(nullable=True, str_matches=ID32, description="The load, if one was made")
    readings_added: int = pa.Field(ge=0, description="Readings that came in")
    claims_added: int = pa.Field(ge=0, description="Claims that came in")
    quarantined: int = pa.Field(ge=0, description="Files quarantined")
    withdrawn: int = pa.Field(ge=0, description="Places withdrawn")
    observations_added: int = pa.Field(ge=0, description="Observations that are new")
    observations_changed: int = pa.Field(ge=0, description="Observations whose statement changed")
    observations_removed: int = pa.Field(ge=0, description="Observations that vanished")
    tests_run: int = pa.Field(ge=0, description="Data tests run")
    tests_failed: int = pa.Field(ge=0, description="Data tests that failed")
    seconds: float = pa.Field(ge=0, description="Duration in seconds")
    published: bool = pa.Field(description="True where a new warehouse was published")
