"""Version of all that decides what is read in a file: the format readers and the reader of prose."""

from ingest.documents.version import DOCUMENTS_VERSION
from ingest.prose import EXTRACTOR_VERSION

READER_VERSION = f"{EXTRACTOR_VERSION}.{DOCUMENTS_VERSION}"
