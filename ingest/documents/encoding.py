"""Bytes to characters, strictly: a byte that does not belong is named, never replaced.

A wrong guess of the encoding changes figures silently (a full-width digit, a currency sign, a minus), so a
file that does not say what it is must be UTF-8.
"""

import codecs
import re

from ingest.documents.base import Unreadable

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark begins alike
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_CONTROL_BYTES = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")
# One control character in this many is more than a stray form feed or terminal escape in a text.
_CONTROL_SHARE = 200
# Labels of web pages that browsers read as a larger encoding (WHATWG Encoding Standard, section 4.2).
_WIDENED = {"gb2312": "gb18030", "gbk": "gb18030", "iso8859-1": "cp1252", "ascii": "cp1252"}
_HEAD = 64 * 1024


def decode(data: bytes, declared: str | None = None) -> str:
    """The characters of `data`: by its byte order mark, else by `declared`, else as UTF-8; all strict."""
    encoding, start = "utf-8", 0
    for mark, name in _BOMS:
        if data.startswith(mark):
            encoding, start = name, len(mark)
            break
    else:
        if declared:
            encoding = _codec(declared)
        _refuse_junk(data)
    try:
        text = data[start:].decode(encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(data, start + error.start, encoding, declared) from None
    controls = len(_CONTROLS.findall(text))
    if "\x00" in text or controls * _CONTROL_SHARE > len(text):
        raise Unreadable(
            f"is not text: {controls:,} control characters", "put the report's text on the shelf"
        )
    return text


def _codec(declared: str) -> str:
    try:
        name = codecs.lookup(declared.strip()).name
    except LookupError:
        raise Unreadable(
            f"declares the unknown encoding “{declared}”", "save it again as UTF-8 and declare that"
        ) from None
    return _WIDENED.get(name, name)


def _refuse_junk(data: bytes) -> None:
    head = data[:_HEAD]
    controls = len(_CONTROL_BYTES.findall(head))
    if not controls:
        return
    for name, zeros in (("UTF-16-LE", head[1::2]), ("UTF-16-BE", head[0::2])):
        if len(zeros) > 1 and zeros.count(0) * 3 > len(zeros) * 2:
            raise Unreadable(f"looks like {name} without a byte order mark", _resave(name))
    if b"\x00" in head or controls * _CONTROL_SHARE > len(head):
        raise Unreadable(
            f"is not text: {controls:,} of its first {len(head):,} bytes are control characters",
            "put the report's text on the shelf",
        )


def _undecodable(data: bytes, offset: int, encoding: str, declared: str | None) -> Unreadable:
    byte = f"byte {offset:,} (0x{data[offset]:02x})"
    if declared:
        return Unreadable(
            f"declares {declared}, but {byte} is not {encoding.upper()}",
            "save it again as UTF-8 and declare that",
        )
    return Unreadable(f"is not {encoding.upper()}: {byte} does not belong", _resave(_likely(data)))


def _likely(data: bytes) -> str:
    """A guess for the advice only; nothing is read by it."""
    try:
        text = data[:_HEAD].decode("gb18030", errors="ignore")
    except UnicodeDecodeError:
        return "WINDOWS-1252"
    han = sum("\u4e00" <= c <= "\u9fff" for c in text)
    return "GB18030" if han * 4 > len(text) else "WINDOWS-1252"


def _resave(encoding: str) -> str:
    return (
        f"save it again as UTF-8 (if it is {encoding}: iconv -f {encoding} -t UTF-8 old.txt > new.txt, "
        "then put new.txt in its place)"
    )
