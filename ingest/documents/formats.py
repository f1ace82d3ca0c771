"""Which reader reads a file, and files that none can read."""

from pathlib import PurePath

from ingest.documents.base import Text, Unreadable

_PLAIN = (".txt", ".text", ".md")
_HTML = (".html", ".htm", ".xhtml")
SUFFIXES = _PLAIN + _HTML

# First bytes of formats that people are likely to put on the shelf.
_MAGIC = (
    (b"%PDF", "a PDF", "save its text as .txt or .html (pdftotext does)"),
    (b"PK\x03\x04", "an Office document or a zip file", "save it as text or web page"),
    (b"\xd0\xcf\x11\xe0", "an old Office document", "save it as text or web page"),
    (b"{\\rtf", "an RTF document", "save it as plain text"),
    (b"\x1f\x8b", "a gzip file", "unpack it"),
    (b"\x89PNG", "an image", "put its text on the shelf"),
    (b"\xff\xd8\xff", "an image", "put its text on the shelf"),
    (b"GIF8", "an image", "put its text on the shelf"),
)


def to_text(data: bytes, name: str) -> Text:
    """The text of a file with the content `data` and the name `name`; Unreadable says why there is none."""
    if not data:
        raise Unreadable("is empty", "put the report's text into it or take its folder off the shelf")
    for magic, what, advice in _MAGIC:
        if data.startswith(magic):
            raise Unreadable(f"is {what}, which is not read", advice)
    suffix = PurePath(name).suffix.lower()
    if suffix in _HTML:
        from ingest.documents.html import read_html

        text = Text("text/html", read_html(data))
    elif suffix in _PLAIN:
        from ingest.documents.plain import read_plain

        text = Text("text/plain", read_plain(data))
    else:
        raise Unreadable(
            f"has the suffix “{suffix}”, which no reader knows" if suffix else "has no suffix",
            f"expected is one of {' '.join(SUFFIXES)}",
        )
    if not text.text.strip():
        raise Unreadable("holds no text", "put the report's text into it or take its folder off the shelf")
    return text


def title_of(data: bytes, name: str) -> str | None:
    """The title that a file gives itself; None where it gives none or its format has none."""
    if PurePath(name).suffix.lower() not in _HTML:
        return None
    from ingest.documents.html import title_of_page

    return title_of_page(data)
