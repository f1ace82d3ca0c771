"""`raw.placements`: one row per change at a place on the shelf."""

import pandera.polars as pa

from schemas.base import ID32, RawTable
from schemas.vocabulary import PLACEMENT_STATUS


class Placements(RawTable):
    """One row per change at a place on the shelf. Key: (load_id, shelf_path).

    The row of the latest load (by load_no) is what holds now. `reading_id` is the reading that marts
    take from this place; null where there is none (withdrawn, duplicate, or never readable).
    """

    load_id: str = pa.Field(str_matches=ID32, description="The load that saw the change")
    shelf_path: str = pa.Field(description="Folder and file below the shelf")
    status: str = pa.Field(isin=list(PLACEMENT_STATUS), description="What happened at the place")
    reading_id: str = pa.Field(
        str_matches=ID32, nullable=True, description="The reading that marts take from here"
    )
    leading_path: str = pa.Field(
        nullable=True, description="Of a duplicate: the place of the same bytes that leads"
    )
