"""A measure as a label key: what the indicator seed knows it by."""

from __future__ import annotations

from functools import lru_cache

from ingest.prose.regex import regex

_KEY_DROP = regex(r"['\u2019\"“”‘().,:;!?%*]")
_KEY_LEAD = regex(
    r"(?:(?:the|a|an|its|their|total|overall|number|numbers|amount|value|of)\s+)*?"
    r"(?:(?:total\s+)?(?:number|numbers)\s+of\s+(?:the\s+)?)|(?:(?:the|a|an|its|their|our|total)\s+)+"
)


@lru_cache(maxsize=16384)
def label_key(measure: str) -> str | None:
    """A measure as a label key: "The total number of makers' spaces" becomes "makers spaces"."""
    text = _KEY_DROP.sub("", measure.lower())
    text = " ".join(text.replace("-", " ").replace("/", " ").split())
    m = _KEY_LEAD.match(text)
    if m is not None and m.end() < len(text):
        text = text[m.end() :]
    return text or None


def names_again(measure: str, before: str) -> bool:
    """True where a measure is named again, its last words by their initials or not: "real GDP"."""
    words, told = (label_key(measure) or "").split(), (label_key(before) or "").split()
    if not words or words == told:
        return bool(words)
    size = len(words[-1])
    initials = "".join(word[0] for word in told[-size:])
    return words[:-1] == told[:-size] and words[-1] == initials
