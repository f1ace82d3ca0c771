"""`raw.claim_links`: one row per link between two claims of one reading."""

import pandera.polars as pa

from schemas.base import ID32, RawTable
from schemas.vocabulary import COVERAGE, LINK_ROLE


class ClaimLinks(RawTable):
    """One row per link between claims. Key: (reading_id, claim_id, role, target_claim_id)."""

    reading_id: str = pa.Field(str_matches=ID32, description="The reading that holds both claims")
    claim_id: str = pa.Field(str_matches=ID32, description="The claim that the link starts from")
    role: str = pa.Field(isin=list(LINK_ROLE), description="What the target is to the claim")
    target_claim_id: str = pa.Field(str_matches=ID32, description="The claim that it points to")
    rule: str = pa.Field(description="Name of the rule of the reader that made the link")
    coverage: str = pa.Field(
        nullable=True, isin=list(COVERAGE), description="Of part_of: are these parts all there is"
    )
    coverage_text: str = pa.Field(nullable=True, description="The words that say so")
    load_id: str = pa.Field(str_matches=ID32, description="The load that brought the row")
