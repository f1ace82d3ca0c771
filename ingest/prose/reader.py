"""Text to claims: sentences, the language's grammar on each, then the records of the raw tables."""

from __future__ import annotations

import hashlib
from bisect import bisect
from decimal import Decimal
from functools import lru_cache

from ingest.prose.detection import detect
from ingest.prose.dimension import same_dimension
from ingest.prose.figure import OBSERVED, Figure, Memory
from ingest.prose.languages import Grammar, grammar_of
from ingest.prose.layout import unbroken
from ingest.prose.model import Claim, Context, Link, Reading, Refusal
from ingest.prose.periods import first_day, known
from ingest.prose.regex import regex
from ingest.prose.tables import read_tables
from ingest.prose.text import Sentence, lower

_FURNITURE = regex(r"\(\d{4}-\d\d-\d\d\)\s*\Z|\A\s*(?:home|skip to)\b")
_ONE_UNIT = frozenset({"part_of", "compared_with", "same_as"})
_ONE = Decimal(1)
_LIMIT = 10**25  # raw.claims holds 26 digits before the point


def read_claims(text: str, context: Context) -> Reading:
    """Read every figure that the rules can vouch for; the rest goes to refusals with its reason.

    UnknownLanguage where the context names no language and the text is in none that is read.
    """
    language = context.language or detect(text)
    reading = Reading(language=language)
    grammar_class = grammar_of(language)
    if grammar_class is None:
        return reading
    norm = grammar_class.normalise(text)
    low = lower(norm)
    tables = read_tables(text, norm, low, language, context)
    if tables is not None:  # what the tables say is read; the prose around them stays where it stands
        norm, low = tables.mask(norm), tables.mask(low)
    grammar = grammar_class(norm, low, context)
    memory = Memory()
    seen: list[tuple[Figure, Sentence]] = []
    cut = grammar.sentences()
    for sentence in cut:
        furniture = sentence.is_line and _FURNITURE.search(low, sentence.start, sentence.end) is not None
        figures, refusals = grammar.read(sentence, memory)
        reading.refusals.extend(refusals)
        for figure in figures:
            if furniture:
                figure.flags.add("furniture")
                figure.period = figure.period_basis = None
            if abs(figure.upper if figure.upper is not None else figure.value) >= _LIMIT:
                quote = text[figure.start : figure.end]
                reading.refusals.append(
                    Refusal(
                        figure.start, figure.end, quote, "too_large", f"“{quote}” is larger than any figure."
                    )
                )
                continue
            seen.append((figure, sentence))
    if tables is not None:
        reading.refusals.extend(tables.refusals)
        seen = _with_rows(seen, cut, tables.rows)
    _emit(text, context, grammar, seen, reading)
    return reading


def _with_rows(
    seen: list[tuple[Figure, Sentence]], cut: list[Sentence], rows: list[tuple[tuple[int, int], list[Figure]]]
) -> list[tuple[Figure, Sentence]]:
    """Figures of prose and tables in the order of the text; each row is a sentence of its own."""
    starts = [s.start for s in cut]
    row_starts = [start for (start, _), _ in rows]
    merged = [(f, s._replace(number=s.number + bisect(row_starts, s.start))) for f, s in seen]
    for before, ((start, end), figures) in enumerate(rows):
        row = Sentence(bisect(starts, start) + before + 1, start, end, -1, True)
        merged += [(figure, row) for figure in figures]
    return sorted(merged, key=lambda item: item[1].start)


def _emit(
    text: str,
    context: Context,
    grammar: Grammar,
    seen: list[tuple[Figure, Sentence]],
    reading: Reading,
) -> None:
    """Write the records; a link to a figure that was not loaded or measures something else is not written."""
    ids: dict[int, str] = {}
    last: Sentence | None = None
    sentence_text = ""
    for f, s in seen:
        place = f"{context.document_id}|{f.start}|{f.end}|{f.kind}"
        claim_id = hashlib.sha256(place.encode()).hexdigest()[:32]
        ids[id(f)] = claim_id
        if s is not last:
            last, sentence_text = s, text[s.start : s.end]
        measure = unbroken(text[f.measure[0] : f.measure[1]]) if f.measure else f.label
        quote = f.quote or (f.outer_start, f.outer_end)
        reading.claims.append(
            Claim(
                claim_id=claim_id,
                sentence_no=s.number,
                char_start=f.start,
                char_end=f.end,
                quote=text[min(quote[0], f.start) : max(quote[1], f.end)],
                sentence=sentence_text,
                kind=f.kind,
                value_text=text[f.start : f.end],
                value=_plain(f.value),
                value_upper=None if f.upper is None else _plain(f.upper),
                last_place=None if f.last_place is None else _plain(f.last_place),
                last_nonzero_place=None if f.nonzero_place is None else _plain(f.nonzero_place),
                has_scale_word=f.scaled,
                qualifier=f.qualifier,
                hedge_text=text[f.hedge[0] : f.hedge[1]] if f.hedge else None,
                direction=f.direction,
                unit_text=text[f.unit_span[0] : f.unit_span[1]] if f.unit_span else None,
                unit=f.unit,
                unit_status=f.unit_status,
                measure=measure,
                measure_key=grammar.key(measure) if measure else None,
                entity=f.entity,
                ref_area=f.ref_area,
                time_period=(period := known(f.period)),
                period_basis=f.period_basis if period else None,
                base_period=known(f.base_period),
                price_basis=" ".join(sorted(f.price_basis)) or "not_stated",
                claim_status=_status(f, context),
                flags=" ".join(sorted(f.flags)),
            )
        )
    for f, _ in seen:
        for role, target, rule, coverage, coverage_text in f.links:
            if id(target) in ids and _comparable(f, role, target):
                reading.links.append(Link(ids[id(f)], role, ids[id(target)], rule, coverage, coverage_text))


@lru_cache(maxsize=4096)  # places are few, and many values are read again and again
def _plain(value: Decimal) -> Decimal:
    """The same number without an exponent or idle zeros: 2E+1 is 20, 1204500000.0 is 1204500000."""
    whole = value.to_integral_value()
    if value == whole:
        return whole.quantize(_ONE)
    return value.normalize()


def _status(f: Figure, context: Context) -> str:
    """What nobody can know yet is a forecast, whatever words the sentence has for it."""
    published = context.published_on
    if f.status in OBSERVED and f.period and published and first_day(f.period) > published.isoformat():
        return "forecast"
    return f.status


def _comparable(f: Figure, role: str, target: Figure) -> bool:
    """False where a link that needs one unit ties two kinds of thing: 600 million dollars of 14 countries."""
    if role not in _ONE_UNIT and not (f.kind == "change_amount" and role in ("growth_of", "growth_from")):
        return True
    if f.unit and target.unit and ("/" in f.unit) != ("/" in target.unit):  # "by 3 cents to 28 cents a share"
        return same_dimension(f.unit.partition("/")[0], target.unit.partition("/")[0])
    return same_dimension(f.unit, target.unit)
