"""Bytes to text with stable character offsets, one reader per format.

`to_text(data, name)` is the interface, with `title_of` for whoever describes a report. What belongs here:
encodings, markup, what counts as text at all. What does not: sentences and figures (ingest.prose), report.yml
and the shelf (ingest).

Every offset of a claim counts the characters of the stored text. Plain text is stored as it was decoded, line
ends included; only a byte order mark is left out. HTML becomes lines by the rules in `html`.
"""

from ingest.documents.base import Text, Unreadable
from ingest.documents.formats import SUFFIXES, title_of, to_text

__all__ = ["SUFFIXES", "Text", "Unreadable", "title_of", "to_text"]
