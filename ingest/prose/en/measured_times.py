"""Lengths of time that are the thing measured: "the average stay was | 6.4 days"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.prose.regex import regex

if TYPE_CHECKING:
    from ingest.prose.en.walk import Walk

_IS = regex(r"v[nt]?e?\Z")  # "was", "averaged", "stood at"
_NEXT = regex(r"D[nO]?[eE]?x{0,3},?&[eE]?\Z")  # "79.6 years for men and | 84.1 years for women"


def measure_times(walk: Walk) -> None:
    """Name what a length of time measures, where its subject, or the noun before "of", is told in time."""
    m, it, last = walk.g.measures, walk.it, None
    for k, f in enumerate(walk.figures):
        if f.shape != "D" or f.measure is not None:
            last = None
            continue
        at = it.figures[k]
        is_verb, goes_on = _IS.search(walk.tags, 0, at), _NEXT.search(walk.tags, 0, at)
        found = m.before_of(it, at) or (m.subject(it, is_verb.start()) if is_verb is not None else None)
        if found is None and last is not None and goes_on is not None:
            found = last
        f.measure = found if found is not None and _is_told_in_time(walk, *found) else None
        last = f.measure


def _is_told_in_time(walk: Walk, start: int, end: int) -> bool:
    """True for "life expectancy at birth", "waiting times": one of its nouns is told in time."""
    head = walk.low[start:end].split()
    for j, word in enumerate(head):
        two = word + " " + head[j + 1] if j + 1 < len(head) else ""
        if word in walk.lex.measured_times or two in walk.lex.measured_times:
            return True
    return False
