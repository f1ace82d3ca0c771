"""`raw.quarantine`: one row per file that could not be read or described."""

import pandera.polars as pa

from schemas.base import ID32, SHA256, RawTable


class Quarantine(RawTable):
    """One row per file that could not be read or described, and load. Key: quarantine_id."""

    quarantine_id: str = pa.Field(
        str_matches=ID32, unique=True, description="Hash of load_id, shelf_path and reason"
    )
    shelf_path: str = pa.Field(description="Folder or file below the shelf")
    document_id: str = pa.Field(
        str_matches=SHA256, nullable=True, description="sha256 of the bytes, where they can be read"
    )
    key: str = pa.Field(nullable=True, description="The key of report.yml at fault, if one is")
    expected: str = pa.Field(nullable=True, description="What was expected")
    reason: str = pa.Field(description="The reason, as a sentence that a person can act on")
    load_id: str = pa.Field(str_matches=ID32, description="The load that met it")
