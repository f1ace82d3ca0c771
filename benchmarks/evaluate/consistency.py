"""Links on prose that nobody annotated: do they contradict themselves?

No annotation is needed to see that dollars do not change a number of employees, that a part is no larger than
its whole, or that a change stands near the level that it changes. Every link on the prose of TAT-QA is held
against such rules; each break is a mistake of the reader or a reason to look.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass

from benchmarks.evaluate.tatqa import Document
from ingest.prose import Claim, Context, Link, read_claims

PERCENT = {"percent", "permille"}
LEVELS = {"level", "share", "change_rate", "average_rate", "duration", "rank", "multiple"}
FAR = 250  # characters between a change and the level that it changes


@dataclass(frozen=True)
class Break:
    """A link that breaks a rule."""

    document: int
    role: str
    rule: str
    claim: str
    target: str
    words: str


def broken_rule(link: Link, claim: Claim, target: Claim) -> str | None:
    """The rule that a link breaks, in words; None where it breaks none."""
    if link.role in ("growth_of", "growth_from"):
        if claim.kind == "change_amount" and claim.unit != target.unit:
            return "an amount changes a level of another unit"
        if claim.kind == "points" and target.unit not in PERCENT:
            return "points change what is no percentage"
        if target.kind not in LEVELS:
            return "a change of what is no level"
        if abs(claim.char_start - target.char_start) > FAR:
            return "the level stands far away"
    if link.role == "part_of":
        if claim.unit != target.unit:
            return "part and whole have different units"
        if claim.value > target.value:
            return "the part is larger than the whole"
    if link.role == "compared_with" and claim.unit != target.unit:
        return "compared levels have different units"
    if link.role in ("share_of", "expresses") and claim.kind == "share" and target.unit in PERCENT:
        return "a share of a percentage"
    return None


def check(documents: list[Document]) -> tuple[Counter[str], dict[str, Counter[str]], list[Break]]:
    """Links by role, breaks by role and rule, and the breaks."""
    links: Counter[str] = Counter()
    broken: dict[str, Counter[str]] = defaultdict(Counter)
    breaks = []
    for document in documents:
        reading = read_claims(document.text, Context(document_id="0" * 64, language="en", ref_area="US"))
        claims = {claim.claim_id: claim for claim in reading.claims}
        for link in reading.links:
            claim, target = claims[link.claim_id], claims[link.target_claim_id]
            links[link.role] += 1
            if rule := broken_rule(link, claim, target):
                broken[link.role][rule] += 1
                start = max(0, min(claim.char_start, target.char_start) - 40)
                end = max(claim.char_end, target.char_end) + 30
                words = document.text[start:end].replace("\n", " ")
                pair = (claim.value_text, target.value_text)
                breaks.append(Break(document.number, link.role, rule, *pair, words))
    return links, broken, breaks
