"""Plain text: kept character by character, so that offsets are those of the file as decoded."""

from ingest.documents.encoding import decode


def read_plain(data: bytes) -> str:
    """The characters of a plain text, line ends as they stand, without a byte order mark."""
    return decode(data)
