"""What a figure measures: the counted noun behind it, the noun before "of", or the subject of its clause."""

from __future__ import annotations

import re

from ingest.prose.en.lexer import Items
from ingest.prose.en.words import Entry, Lexicon

Span = tuple[int, int]
_STOP_SUFFIX = re.compile(r"[^\W\d_]{3,}(?:ing|ed)\Z")
_LEADING = re.compile(
    r"(?:(?:the|a|an|its|their|his|her|our|this|these|those|such|both|all|and|or|of|that)\s+)+", re.I
)


class Measures:
    """Finds noun phrases in the items of one sentence."""

    def __init__(self, low: str, lex: Lexicon) -> None:
        self.low, self.lex = low, lex

    def counted(self, it: Items, at: int) -> Span | None:
        """The noun phrase behind the figure at item `at`: "5,739 makers' spaces"."""
        tags, n = it.tags, len(it.tags)
        j = at + 1
        if j < n and tags[j] == "-" and it.starts[j] == it.ends[at]:
            j += 1
        first = j
        run = self._run(it, j)
        if run == first:
            return None
        end = run
        while end < n - 1 and tags[end] in "&1" and it.data[end] is not None:
            more = self._run(it, end + 1)
            if more == end + 1 or (more < n and tags[more] in "udvHApq"):
                break
            end = more
        head = self.low[it.starts[end - 1] : it.ends[end - 1]]
        if head in self.lex.partitives and end < n and self._word(it, end) == "of":
            more = self._run(it, end + 1)
            end = more if more > end + 1 else end
        return it.starts[first], self._with_apostrophe(it.ends[end - 1])

    def _with_apostrophe(self, end: int) -> int:
        return end

    def _run(self, it: Items, j: int) -> int:
        """The end of a run of plain words from item j; a participle behind a plural noun ends it."""
        tags, n = it.tags, len(it.tags)
        plural = False
        first = j
        while j < n and tags[j] in "xij":
            word = self._word(it, j)
            if plural and _STOP_SUFFIX.match(word):
                break
            if j > first and it.starts[j] > it.ends[j - 1] + 3:
                break
            entry = it.data[j]
            if isinstance(entry, Entry) and entry.hedge and entry.tag is None and word not in ("near", "odd"):
                break
            after = self.low[it.ends[j] : it.ends[j] + 1]
            plural = (
                word.endswith("s") and not word.endswith("ss") and after != "'" and not word.endswith("'s")
            )
            plural = plural or word in self.lex.persons
            j += 1
        return j

    def _word(self, it: Items, j: int) -> str:
        return self.low[it.starts[j] : it.ends[j]]

    def before_of(self, it: Items, at: int) -> Span | None:
        """The noun before "of": "an investment of about 67 billion yuan"."""
        tags = it.tags
        j = at - 1
        if j < 1 or self._word(it, j) != "of":
            return None
        end = j
        while j > 0 and tags[j - 1] in "xTis" and not (tags[j - 1] == "i" and j == end):
            j -= 1
        if j == end:
            return None
        return self._trim(it.starts[j], it.ends[end - 1])

    def behind(self, it: Items, at: int) -> Span | None:
        """ "3.15 billion yuan of government funding", "$1.0 million in transaction costs"."""
        tags, n = it.tags, len(it.tags)
        j = at + 1
        if j >= n or tags[j] not in "on5" or self._word(it, j) not in ("of", "in", "worth of"):
            return None
        k = j + 1
        while k < n and tags[k] in "eE":
            k += 1
        entry = it.data[k] if k < n else None
        if k >= n or tags[k] not in "xij" or (isinstance(entry, Entry) and entry.area):
            return None
        end = self._run(it, k)
        return self._trim(it.starts[k], it.ends[end - 1]) if end > k else None

    def subject(self, it: Items, at: int) -> Span | None:
        """The noun phrase that ends right before item `at` (a verb): back to the clause's start."""
        tags = it.tags
        j = at
        while j > 0 and tags[j - 1] in "xonseEij&O65yTpqa1w":
            if tags[j - 1] in "&1" and j - 1 > 0 and tags[j - 2] in ",;NRPYDM":
                break
            if tags[j - 1] == "w":
                break
            j -= 1
        while j < at and (tags[j] in "&1eEyO56npq," or (tags[j] == "o" and j + 1 < at)):
            if tags[j] in "nO56o":
                # "In China exports …": an opening phrase that no comma closes cannot be told apart; skip its preposition
                j += 1
                continue
            j += 1
        end = at
        while end > j and tags[end - 1] in "yeEnO56&1oT":
            end -= 1
        if end <= j:
            return None
        return self._trim(it.starts[j], it.ends[end - 1])

    def after_in(self, it: Items, at: int, noun_at: int) -> Span | None:
        """The noun behind "increase in": between the change noun and the figure, or behind it."""
        tags, n = it.tags, len(it.tags)
        j = noun_at + 1
        if j < n and tags[j] in "no" and self._word(it, j) in ("in", "of", "for"):
            k = j + 1
            while k < n and tags[k] in "eE":
                k += 1
            end = k
            while end < n and tags[end] in "xs":
                end += 1
            if end > k and self._word(it, k) not in self.lex.months:
                return self._trim(it.starts[k], it.ends[end - 1])
        return None

    def _trim(self, start: int, end: int) -> Span | None:
        m = _LEADING.match(self.low, start, end)
        if m is not None:
            start = m.end()
        while end > start and not self.low[end - 1].isalnum():
            end -= 1
        return (start, end) if end > start else None


_KEY_DROP = re.compile(r"['\u2019\"“”‘().,:;!?%*]")
_KEY_LEAD = re.compile(
    r"(?:(?:the|a|an|its|their|total|overall|number|numbers|amount|value|of)\s+)*?"
    r"(?:(?:total\s+)?(?:number|numbers)\s+of\s+(?:the\s+)?)|(?:(?:the|a|an|its|their|our|total)\s+)+"
)


def label_key(measure: str) -> str | None:
    """A measure as a label key: "The total number of makers' spaces" becomes "makers spaces"."""
    text = _KEY_DROP.sub("", measure.lower())
    text = " ".join(text.replace("-", " ").replace("/", " ").split())
    m = _KEY_LEAD.match(text)
    if m is not None and m.end() < len(text):
        text = text[m.end() :]
    return text or None
