"""Which language a text is written in, by its script and its commonest words."""

from __future__ import annotations

from collections import Counter

from ingest.prose.lexicon import rows
from ingest.prose.regex import regex

_OPENING = 20_000  # characters that are looked at
_HAN = regex(r"[\u4e00-\u9fff]")
_SCRIPTS = {
    "Cyrillic letters": regex(r"[\u0400-\u04ff]"),
    "Greek": regex(r"[\u0370-\u03ff]"),
    "Arabic": regex(r"[\u0600-\u06ff]"),
    "Hebrew": regex(r"[\u0590-\u05ff]"),
    "Hindi": regex(r"[\u0900-\u097f]"),
    "Thai": regex(r"[\u0e00-\u0e7f]"),
    "Korean": regex(r"[\uac00-\ud7af]"),
    "Japanese": regex(r"[\u3040-\u30ff]"),
}
_SCRIPT_SHARE = 8  # one in so many characters
_KANA_SHARE = 20  # Japanese has many Han characters besides
_WORD = regex(r"[^\W\d_]+")
_LEAST = 2  # words of another language that can tell it


class UnknownLanguage(ValueError):
    """A text is written in a language that is not read; `name` says which."""

    def __init__(self, name: str) -> None:
        super().__init__(f"is written in {name}, which is not read")
        self.name = name


def detect(text: str) -> str:
    """Chinese where Han characters are common in the opening of the text, else English.

    UnknownLanguage where the script, or more than twice as many of the commonest words, are of another one:
    "5.400 Tonnen" would be read as 5.4.
    """
    opening = text[:_OPENING]
    if not opening.isascii():
        printed = len(opening) - opening.count(" ")
        for name, letters in _SCRIPTS.items():
            share = _KANA_SHARE if name == "Japanese" else _SCRIPT_SHARE
            if len(letters.findall(opening)) * share > printed:
                raise UnknownLanguage(name)
        if len(_HAN.findall(opening)) * 8 > printed:
            return "zh"
    said = Counter(_WORD.findall(opening.lower()))
    counts = {
        r["language"]: sum(said[word] for word in r["words"].split()) for r in rows("other", "function_words")
    }
    english = counts.pop("English")
    other = max(counts, key=counts.__getitem__)
    if counts[other] >= _LEAST and counts[other] > 2 * english:
        raise UnknownLanguage(other)
    return "en"
