"""This project's reader in the form that is scored."""

from collections.abc import Iterable, Iterator
from datetime import date

from benchmarks.evaluate.records import Found, Score
from benchmarks.evaluate.scoring import FIELDS, Item, score_item
from ingest.prose import Context, Reading, read_claims


def from_reading(reading: Reading) -> tuple[list[Found], list[tuple[int, int]]]:
    """Our own reader's claims and refused spans in the form that is scored."""
    claims = sorted(reading.claims, key=lambda claim: (claim.char_start, claim.char_end))
    number = {claim.claim_id: j for j, claim in enumerate(claims)}
    found = []
    for claim in claims:
        fields = {name: getattr(claim, name) for name in FIELDS}
        fields["flags"] = claim.flags.split()
        found.append(Found(claim.char_start, claim.char_end, claim.value, claim.value_upper, fields))
    for link in reading.links:
        one = found[number[link.claim_id]]
        one.links.setdefault(link.role, []).append(number[link.target_claim_id])
        if link.role == "part_of":
            one.exhaustive = link.coverage == "exhaustive"
    return found, [(refusal.char_start, refusal.char_end) for refusal in reading.refusals]


def context_of(item: Item) -> Context:
    """What the reader is told of an item."""
    about = item["context"]
    return Context(
        document_id="0" * 64,
        published_on=date.fromisoformat(about["published_on"]),
        language=about["language"],
        ref_area=about.get("ref_area"),
        entity=about.get("entity"),
        reference_period=about.get("reference_period"),
    )


def score_reader(items: Iterable[Item]) -> Iterator[tuple[Item, Score]]:
    """Our reader on annotated items, one score each."""
    for item in items:
        found, refused = from_reading(read_claims(item["text"], context_of(item)))
        yield item, score_item(item, found, refused)


def found_in(item: Item) -> list[Found]:
    """What our reader finds in an annotated item."""
    return from_reading(read_claims(item["text"], context_of(item)))[0]


def read_plain(text: str, language: str | None, ref_area: str | None = None) -> list[Found]:
    """What our reader finds in a text of which only the language is known."""
    context = Context(document_id="0" * 64, language=language, ref_area=ref_area)
    return from_reading(read_claims(text, context))[0]
