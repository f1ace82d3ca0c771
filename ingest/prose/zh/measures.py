"""The label key of a Chinese measure."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from ingest.prose.regex import regex
from ingest.prose.zh.words import words

_NO_LETTERS = regex(r"[^\w]+|_+")


@lru_cache(maxsize=16384)
def label_key(measure: str) -> str | None:
    """Simplified characters, lower case, without spaces, punctuation or the words for the whole area."""
    w = words()
    key = unicodedata.normalize("NFKC", measure.translate(w.table)).lower()
    key = _NO_LETTERS.sub("", key)
    for scope in ("全国", "全省", "全市", "全区", "全县", "我国", "我省", "我市", "全社会"):
        if key.startswith(scope) and len(key) > len(scope) + 1:
            key = key[len(scope) :]
            break
    return key or None
