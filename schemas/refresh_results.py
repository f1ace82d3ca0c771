"""`raw.refresh_results`: what became of each step, model, seed and test of a past refresh."""

import pandera.polars as pa

from schemas.base import ID32, RawTable
from schemas.vocabulary import RESULT_KIND


class RefreshResults(RawTable):
    """One row per step, model, seed and test of a refresh. Key: (refresh_id, unique_id)."""

    refresh_id: str = pa.Field(str_matches=ID32, description="The refresh")
    unique_id: str = pa.Field(description="dbt's unique_id of the node, or step.<name>")
    kind: str = pa.Field(isin=list(RESULT_KIND), description="What it is")
    status: str = pa.Field(description="success, pass, warn, error, fail or skipped, as dbt says")
    seconds: float = pa.Field(ge=0, description="Duration in seconds")
    failures: int = pa.Field(nullable=True, ge=0, description="Of a test: the rows that broke it")
