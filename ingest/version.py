"""Version of all that decides what is read in a file: the format readers and the reader of prose.

A number for people, and hashes of the sources and the lexicon. They are hashed here and not imported: a
refresh that finds nothing new needs the version and no reader.
"""

import hashlib
from pathlib import Path

VERSION = "0.1"
_SUFFIXES = {".py", ".csv", ".txt"}


def _fingerprint(package: str) -> str:
    """First 8 hex digits of the sha256 over a package's sources and lexicon, in the order of their names."""
    root = Path(__file__).parent / package
    digest = hashlib.sha256()
    files = {p.relative_to(root).as_posix(): p for p in root.rglob("*") if p.suffix in _SUFFIXES}
    for name in sorted(files):
        digest.update(name.encode())
        # Git may check files out with other line ends; what is read does not depend on them.
        digest.update(files[name].read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()[:8]


READER_VERSION = f"{VERSION}+{_fingerprint('prose')}.{_fingerprint('documents')}"
