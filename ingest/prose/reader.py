"""Text to claims. First version: plain counts and percentages only."""

import hashlib
import re
from decimal import Decimal

from ingest.prose.model import Claim, Context, Reading

_SENTENCE = re.compile(r"[^.!?\n]+(?:\.(?=\d)[^.!?\n]+)*[.!?]?")
_NUMERAL = re.compile(r"(?<![\w.,-])(\d{1,3}(?:,\d{3})+|\d{1,3})(?![\d,.-]*\d)(%?)(?:\s+([a-z][\w'-]*))?")


def read_claims(text: str, context: Context) -> Reading:
    """Read every figure that the rules can vouch for."""
    reading = Reading(language=context.language or "en")
    for number, sentence in enumerate(_SENTENCE.finditer(text), 1):
        for m in _NUMERAL.finditer(text, sentence.start(), sentence.end()):
            percent = bool(m[2])
            if not percent and not m[3]:
                continue
            start, end = m.start(1), m.end(2)
            kind = "share" if percent else "level"
            key = f"{context.document_id}|{start}|{end}|{kind}"
            value = Decimal(m[1].replace(",", ""))
            reading.claims.append(
                Claim(
                    claim_id=hashlib.sha256(key.encode()).hexdigest()[:32],
                    sentence_no=number,
                    char_start=start,
                    char_end=end,
                    quote=m[0],
                    sentence=sentence[0].strip(),
                    kind=kind,
                    value_text=text[start:end],
                    value=value,
                    value_upper=None,
                    last_place=Decimal(1),
                    last_nonzero_place=Decimal(1),
                    has_scale_word=False,
                    qualifier="NONE",
                    hedge_text=None,
                    direction=None,
                    unit_text="%" if percent else m[3],
                    unit="percent" if percent else "count",
                    unit_status="stated",
                    measure=m[3],
                    measure_key=m[3],
                    entity=context.entity,
                    ref_area=context.ref_area,
                    time_period=context.reference_period,
                    period_basis="document" if context.reference_period else None,
                    base_period=None,
                    price_basis="not_stated",
                    claim_status="actual",
                    flags="",
                )
            )
    return reading
