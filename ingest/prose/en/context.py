"""What a sentence takes from around it: earlier levels, status, the basis of prices, a scale in a header."""

from __future__ import annotations

import re
from bisect import bisect
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from ingest.prose.dimension import is_money
from ingest.prose.en import clauses as cl
from ingest.prose.en.marks import MARK
from ingest.prose.en.words import lexicon
from ingest.prose.figure import Figure, Memory
from ingest.prose.regex import regex
from ingest.prose.text import Sentence

if TYPE_CHECKING:
    from ingest.prose.en.grammar import EnglishGrammar
    from ingest.prose.en.walk import Walk

CHANGES = (
    "change_rate",
    "change_amount",
    "points",
    "multiple",
    "average_rate",
    "contribution",
)
_HEADER = regex(
    r"(?:\A|[(\n])\s*(?:unit\s*:\s*|all |amounts? |figures |values? |expressed )*"
    r"(?:(?P<unit>[a-z$€£¥]{1,12})\s)?"
    r"(?:in\s)?(?P<scale>thousands?|millions?|billions?)(?:\s(?:of\s)?(?P<of>[a-z.$€£ ]{1,24}?))?"
    r"(?:(?:[,;]|\sexcept)[^()\n]{0,80})?\s*(?:\)|\Z)"
)
_HEADER_SCALES = {
    "thousand": Decimal(1000),
    "million": Decimal(10**6),
    "billion": Decimal(10**9),
}
_PRICE = regex(r"\b(?:prices?|inflation|cpi|deflator)\b")
_OF_NEXT = regex(r"ex[ij]?(?:Y|nY)?o?")  # "a nominal increase of"
_HEADER_REACH = 4  # paragraphs: what follows later has left the table


def key_of(walk: Walk, span: tuple[int, int]) -> str:
    """The label key of a stretch of the text, "" where it has none."""
    return walk.g.key(walk.g.norm[span[0] : span[1]]) or ""


_BUT_NOT = regex(r", but not [^,;]*,")  # "adjusted for seasonal variation, but not for prices, sales"


@lru_cache(maxsize=8)
def _telling(role: str) -> re.Pattern[str]:
    """The words of one part in telling a basis of prices."""
    return regex(rf"\b(?:{'|'.join(sorted(lexicon().price_words[role]))})\b")


@lru_cache(maxsize=1)
def _volume() -> re.Pattern[str]:
    """ "Sales volumes", "volumes of exports"; "trading volume" is an amount of money."""
    traded = "|".join(sorted(lexicon().price_words["traded"]))
    return regex(rf"\b(?:{traded}) volumes\b|\bvolumes of (?:retail |total )?(?:{traded})\b")


@lru_cache(maxsize=1)
def _without_currency() -> re.Pattern[str]:
    """ "Excluding the $260 million impact from exchange rates": at constant currency."""
    without, exchange = _telling("without").pattern, _telling("exchange").pattern
    return regex(rf"{without} [^.;,]{{0,60}}?{exchange}")


def names_basis(low: str, start: int = 0, end: int | None = None) -> bool:
    """True for a text, or a stretch of it, with a word of a basis of prices: only there one may be set."""
    return any(low.find(word, start, end) >= 0 for word in lexicon().price_words["basis"])


def read_scope(grammar: EnglishGrammar, s: Sentence, memory: Memory) -> None:
    """A sentence without figures may set the basis: "All growth rates below are in real terms"."""
    if not grammar.names_basis or not names_basis(grammar.low, s.start, s.end):
        return
    if not _telling("basis").search(grammar.low, s.start, s.end) or not _telling("scope").search(
        grammar.low, s.start, s.end
    ):
        return
    it = grammar.lexer.read(s.start, s.end)
    codes = {code for _, code in it.prices} if not it.negations else set()
    if codes or it.negations:
        memory.price_basis, memory.price_paragraph = codes, s.paragraph


def settle_prices(walk: Walk) -> None:
    """A basis before figures holds for its clause, at a sentence's head for the paragraph."""
    memory, first = walk.memory, walk.it.figures[0]
    if memory.price_paragraph != walk.s.paragraph:
        memory.price_basis = set()
    heading = {code for position, code in walk.it.prices if position < first and _opens(walk, position)}
    if heading:
        memory.price_basis, memory.price_paragraph = heading, walk.s.paragraph
    if walk.it.prices or memory.price_basis:
        _spread(walk, heading)
    if _without_currency().match(walk.low, walk.s.start, walk.s.end):
        for k in _changes(
            walk, heading
        ):  # "Excluding the impact from foreign exchange rates, sales rose 30%"
            walk.figures[k].price_basis.add("constant_currency")
    if walk.low.find("volume", walk.s.start, walk.s.end) >= 0:
        for f in walk.figures:
            if _is_volume_in_money(walk, f):
                f.price_basis.add("constant_prices")


def _changes(walk: Walk, heading: set[str]) -> list[int]:
    """The figures that a basis may be of: changes; below a basis at the sentence's head, levels too."""
    kinds = (*CHANGES, "level") if heading else CHANGES
    return [k for k, f in enumerate(walk.figures) if f.kind in kinds and walk.roles[k] != MARK]


def _spread(walk: Walk, heading: set[str]) -> None:
    """Give the figures the bases of their clause, and that of their paragraph."""
    it, memory, changes = walk.it, walk.memory, _changes(walk, heading)
    stated: dict[int, set[str]] = {}
    for position, code in it.prices:
        if code in heading:
            continue
        own = next((k for k in changes if _OF_NEXT.fullmatch(walk.tags[position - 1 : it.figures[k]])), None)
        if own is not None:  # "a nominal 8.9% and a real increase of 6.6%": each has its own
            stated.setdefault(own, set()).add(code)
            continue
        behind = [k for k in changes if it.figures[k] <= position and position - it.figures[k] <= 6]
        if behind and re.search(r"[;z]", walk.tags[it.figures[behind[-1]] + 1 : position]):
            behind = []
        nearest = bisect(it.figures, position) - 1
        apart = behind and nearest > behind[-1] and re.search("[&,z<]", walk.gaps[nearest]) is not None
        if apart and not ("<" in walk.gaps[nearest] and ">" in walk.tags[it.figures[nearest] : position]):
            continue  # "rose 3% to 4 million and the stock to 9 million in real terms": of the last one
        ahead = [k for k in changes if it.figures[k] >= position]
        if behind and "," not in walk.tags[it.figures[behind[-1]] + 1 : position]:
            stated.setdefault(behind[-1], set()).add(code)
            continue
        for k in ahead:
            at = it.figures[k]
            aside = _BUT_NOT.search(walk.low, it.starts[position], it.starts[at]) is not None
            if re.search(r"[z;]|,&", walk.tags[position:at]) and not aside:
                break
            if k != ahead[0] and (walk.figures[k].kind == "contribution" or cl.is_fresh(walk.gaps[k])):
                continue
            stated.setdefault(k, set()).add(code)
    for k in changes:
        f = walk.figures[k]
        if k in stated:
            f.price_basis |= stated[k]
        if (f.kind in CHANGES and f.shape in "RN") or f.kind == "level":
            f.price_basis |= memory.price_basis - ({"as_reported"} if f.price_basis else _not_of(walk, f))


def _not_of(walk: Walk, f: Figure) -> set[str]:
    """The bases that a paragraph's figure has nothing to do with: neither counts nor prices are real."""
    level = next((t for role, t, *_ in f.links if role == "growth_of"), f)
    is_price = f.measure is not None and _PRICE.search(walk.low, *f.measure) is not None
    return {"as_reported", "real"} if is_price or level.unit in ("count", "person") else set()


def _is_volume_in_money(walk: Walk, f: Figure) -> bool:
    """ "Sales volumes were £390 billion, 3% lower": a volume that is told in money, or a change of one."""
    level = f if f.kind == "level" else next((t for role, t, *_ in f.links if role == "growth_of"), None)
    if level is None or level.measure is None or not is_money(level.unit):
        return False
    return _volume().search(walk.low, *level.measure) is not None


def _opens(walk: Walk, position: int) -> bool:
    """True where a basis stands at the head of the sentence, closed by a comma: "In real terms, …"."""
    head = walk.tags[:position]
    closed = re.match("[^;NRPMD]{0,4},", walk.tags[position:]) is not None
    return "," not in head and len(head) < 5 and closed


def read_header(grammar: EnglishGrammar, s: Sentence, memory: Memory) -> None:
    """Remember "(in thousands)" or "(USD millions, except per share)" for the figures that follow."""
    if not s.is_line or s.end - s.start > 200:
        return
    line = grammar.low[s.start : s.end]
    m = _HEADER.search(line) if any(scale in line for scale in _HEADER_SCALES) else None
    if m is not None:
        unit = (m["unit"] or m["of"] or "").strip()
        named = (
            [c for rest, c, _ in grammar.lex.units.get(unit.split(" ")[0], ()) if not rest] if unit else []
        )
        code = grammar.lex.currencies.get(unit) or (named[0] if named else None)
        scale = _HEADER_SCALES[m["scale"].rstrip("s")]
        memory.header, memory.header_paragraph = (scale, code), s.paragraph


def apply_header(walk: Walk) -> None:
    """Scale the bare figures below a header; a figure with its own scale, percent or noun stays as it is."""
    memory = walk.memory
    if memory.header is None or walk.s.paragraph - memory.header_paragraph > _HEADER_REACH:
        return
    factor, code = memory.header
    for f in walk.figures:
        if f.shape != "N" or f.scaled or f.noun is not None or f.kind not in ("level", "change_amount"):
            continue
        if walk.g.low[f.end - 1].isalpha():
            continue  # "two to six months" is told in words
        if f.unit is not None and "$€£¥".find(walk.g.low[f.outer_start : f.outer_start + 1]) < 0:
            continue
        f.value *= factor
        if f.last_place is not None and f.nonzero_place is not None:
            f.last_place, f.nonzero_place = (
                f.last_place * factor,
                f.nonzero_place * factor,
            )
        f.scaled, f.factor = True, factor
        f.flags.add("header_scale")
        if f.unit is None and code is not None:
            f.unit, f.unit_status = code, "inherited"
