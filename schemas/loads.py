"""`raw.loads`: one row per run of the ingester."""

import pandera.polars as pa

from schemas.base import ID32, Moment, RawTable


class Loads(RawTable):
    """One row per run of the ingester. Key: load_id. Only this table knows the clock."""

    load_id: str = pa.Field(
        str_matches=ID32, unique=True, description="Hash of the load before it and what it brought"
    )
    load_no: int = pa.Field(ge=1, description="Number of the load, from 1")
    started_at: Moment = pa.Field(description="Start, UTC")
    finished_at: Moment = pa.Field(description="End, UTC")
    extractor_version: str = pa.Field(description="Version of the reader")
    places_seen: int = pa.Field(ge=0, description="Places on the shelf")
    readings_added: int = pa.Field(ge=0, description="Readings that this load added")
    claims_added: int = pa.Field(ge=0, description="Claims that this load added")
    links_added: int = pa.Field(ge=0, description="Links that this load added")
    refusals_added: int = pa.Field(ge=0, description="Refusals that this load added")
    quarantined: int = pa.Field(ge=0, description="Files quarantined by this load")
    duplicates: int = pa.Field(ge=0, description="Places that hold a copy of an earlier place")
    withdrawn: int = pa.Field(ge=0, description="Places that this load found empty")
