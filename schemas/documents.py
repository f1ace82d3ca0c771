"""`raw.documents`: one row per reading of a document."""

import pandera.polars as pa
import polars as pl

from schemas.base import ID32, SHA256, RawTable
from schemas.vocabulary import MEDIA_TYPE


class Documents(RawTable):
    """One row per reading of a document. Key: reading_id."""

    reading_id: str = pa.Field(
        str_matches=ID32,
        unique=True,
        description="Hash of document_id, the content of report.yml and the reader's version",
    )
    document_id: str = pa.Field(str_matches=SHA256, description="sha256 of the bytes of the file")
    shelf_path: str = pa.Field(description="Folder and file below the shelf, where first read")
    file_name: str = pa.Field(description="Name of the file")
    title: str = pa.Field(description="Title, from report.yml")
    publisher: str = pa.Field(description="Who published the document, from report.yml")
    compiling_org: str = pa.Field(nullable=True, description="Who counted, where that is not the publisher")
    language: str = pa.Field(str_matches=r"^[a-z]{2}$", description="ISO 639-1 code")
    published_on: pl.Date = pa.Field(description="Day of publication")
    is_sample: bool = pa.Field(description="True where the text was written for this project")
    ref_area: str = pa.Field(nullable=True, description="ISO 3166 code or group that the document is about")
    entity: str = pa.Field(nullable=True, description="Whose figures, where the text leaves it out")
    reference_period: str = pa.Field(
        nullable=True, description="Period of the figures, where the text leaves it out"
    )
    source_url: str = pa.Field(nullable=True, description="Where the document was published")
    licence: str = pa.Field(description="Licence of the document; 'not stated' is a value")
    media_type: str = pa.Field(isin=list(MEDIA_TYPE), description="Media type of the file")
    byte_count: int = pa.Field(gt=0, description="Size of the file in bytes")
    text: str = pa.Field(description="The text as read; every offset counts its characters")
    text_sha256: str = pa.Field(str_matches=SHA256, description="sha256 of the text in UTF-8")
    extractor_version: str = pa.Field(description="Version of the reader")
    load_id: str = pa.Field(str_matches=ID32, description="The load that brought the row")
