"""What is a range, and what is a change and the level that it led to."""

from decimal import Decimal

import pytest

from ingest.prose.en.words import lexicon
from ingest.prose.lexicon import rows
from tests.unit.prose.reading import links, read

_VERBS = sorted(
    r["phrase"]
    for r in rows("en", "changes")
    if r["part"] in ("verb", "transitive") and r["phrase"].split()[0] not in lexicon().numbers
)


@pytest.mark.parametrize(
    "amounts", ["240 million bushels to 1.76 billion", "3 cents to 27", "0.2 points to 3.1%"]
)
def test_behind_every_verb_of_change_an_amount_and_its_level_are_two(amounts: str) -> None:
    for verb in _VERBS:
        claims = read(f"The estimate {verb} {amounts} in May.").claims
        assert [c.value_upper for c in claims if c.kind != "multiple"] == [None, None], verb


@pytest.mark.parametrize(
    "text",
    [
        "Exports are projected to fall 240 million bushels to 1.76 billion.",
        "Exports are expected to rise 240 million bushels to 1.76 billion bushels.",
        "Hourly wages rose 4.8% (+$1.57 to $34.28).",
        "Reserves dropped (-$1.2 billion to $42 billion).",
        "The gap closed 3 points to 12 in May.",
        "Analysts lifted their estimate 5 cents to $1.20.",
    ],
)
def test_a_signed_change_or_one_to_come_and_its_level_are_two(text: str) -> None:
    assert [c.value_upper for c in read(text).claims if c.value_upper is not None] == []


def test_a_change_to_come_is_tied_to_its_level() -> None:
    text = "Exports are projected to fall 240 million bushels to 1.76 billion."
    assert ("240 million", "growth_of", "1.76 billion") in links(text)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Growth of 3 to 5 percent is expected.", 3, 5),
        ("It will hire 300 to 400 people.", 300, 400),
        ("Exports are seen rising 1 to 2 percent.", 1, 2),
        ("The strike cost 2 to 3 million euros.", 2_000_000, 3_000_000),
        ("A ticket costs $3 to $9.", 3, 9),
        ("It was between 20 degrees and 25 degrees.", 20, 25),
        ("Profits grew 5% to 6%.", 5, 6),
    ],
)
def test_ranges_stay(text: str, low: int, high: int) -> None:
    (claim,) = read(text).claims
    assert (claim.value, claim.value_upper) == (Decimal(low), Decimal(high))
