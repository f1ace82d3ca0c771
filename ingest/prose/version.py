"""Version of the reader: a number for people and a hash of everything that decides what is read."""

import hashlib
from pathlib import Path

VERSION = "0.1"


def _fingerprint() -> str:
    """First 8 hex digits of the sha256 over the reader's sources and lexicon, in the order of their names."""
    here = Path(__file__).parent
    digest = hashlib.sha256()
    files = [p for p in here.rglob("*") if p.suffix in {".py", ".csv", ".txt"} and p.is_file()]
    for path in sorted(files, key=lambda p: p.relative_to(here).as_posix()):
        digest.update(path.relative_to(here).as_posix().encode())
        # Git may check files out with other line ends; what is read does not depend on them.
        digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()[:8]


EXTRACTOR_VERSION = f"{VERSION}+{_fingerprint()}"
