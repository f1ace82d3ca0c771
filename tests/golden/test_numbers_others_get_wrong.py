"""Sentences on which readers of numbers are known to give a wrong number with confidence.

Each case: the sentence, and every figure that it states as (value, upper end, qualifier, unit, kind), worked
out by hand.
"""

from datetime import date
from decimal import Decimal

import pytest

from ingest.prose import Context, read_claims

NBSP = "\u00a0"
Figure = tuple[str, str | None, str, str | None, str]

CASES: list[tuple[str, list[Figure]]] = [
    (  # a change and the new level, never a range
        "Sales rose by $43.6bn to $419.2bn in 2018.",
        [
            ("43600000000", None, "NONE", "USD", "change_amount"),
            ("419200000000", None, "NONE", "USD", "level"),
        ],
    ),
    (  # two levels at two times, the scale shared
        "Output fell from 25 to 20 million tonnes between 2016 and 2017.",
        [("25000000", None, "NONE", "t", "level"), ("20000000", None, "NONE", "t", "level")],
    ),
    (  # a no-break space inside the figure
        f"The spaces offered over 1.05{NBSP}million jobs in 2017.",
        [("1050000", None, "GT", "count", "level")],
    ),
    (  # both ends share the scale; the range is not its middle
        "Spending was 3 to 5 billion euros in 2018.",
        [("3000000000", "5000000000", "RANGE", "EUR", "level")],
    ),
    (  # brackets around a conversion are no minus
        "The fund holds 3.2 trillion yuan (US$480 billion) at the end of 2018.",
        [
            ("3200000000000", None, "NONE", "CNY", "level"),
            ("480000000000", None, "NONE", "USD", "level"),
        ],
    ),
    (  # a part and its whole, not a quotient
        "In 2018, 87 of 120 firms exported.",
        [("87", None, "NONE", "count", "level"), ("120", None, "NONE", "count", "level")],
    ),
    (  # the hedge is part of the figure
        "Grants of up to $8 million were offered in 2018.",
        [("8000000", None, "LE", "USD", "level")],
    ),
    (  # "in" is no inch
        "The firm invested $5.2 billion in 2018.",
        [("5200000000", None, "NONE", "USD", "level")],
    ),
    (  # activities are no becquerel
        "The spaces held 250,000 activities in 2017.",
        [("250000", None, "NONE", "count", "level")],
    ),
]


@pytest.mark.parametrize(("sentence", "figures"), CASES, ids=[sentence[:40] for sentence, _ in CASES])
def test_the_number_is_the_one_that_the_words_state(sentence: str, figures: list[Figure]) -> None:
    context = Context("0" * 64, published_on=date(2019, 6, 30), language="en", ref_area="US")
    found = [
        (claim.value, claim.value_upper, claim.qualifier, claim.unit, claim.kind)
        for claim in sorted(read_claims(sentence, context).claims, key=lambda claim: claim.char_start)
    ]
    expected = [
        (Decimal(value), Decimal(upper) if upper else None, qualifier, unit, kind)
        for value, upper, qualifier, unit, kind in figures
    ]
    assert found == expected
