"""`raw.refusals`: one row per figure that was not loaded."""

import pandera.polars as pa

from schemas.base import ID32, SHA256, RawTable
from schemas.vocabulary import REFUSAL_STAGE


class Refusals(RawTable):
    """One row per candidate that was not loaded, with the reason. Key: refusal_id."""

    refusal_id: str = pa.Field(str_matches=ID32, description="Hash of reading_id, offsets, rule and column")
    reading_id: str = pa.Field(str_matches=ID32, description="The reading that it stood in")
    document_id: str = pa.Field(str_matches=SHA256, description="sha256 of the document's bytes")
    stage: str = pa.Field(isin=list(REFUSAL_STAGE), description="Who refused it")
    char_start: int = pa.Field(ge=0, description="Offset in the stored text")
    char_end: int = pa.Field(ge=0, description="Offset behind it")
    quote: str = pa.Field(description="The words that were passed by")
    rule: str = pa.Field(description="Name of the rule that refused it (vague, broken_number, …)")
    column_name: str = pa.Field(nullable=True, description="The column that a model refused")
    expected: str = pa.Field(nullable=True, description="What the model expects there")
    reason: str = pa.Field(description="The reason, as a sentence that a person can act on")
    load_id: str = pa.Field(str_matches=ID32, description="The load that brought the row")
