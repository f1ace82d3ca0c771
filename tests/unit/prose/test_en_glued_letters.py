"""Letters glued to a number: a money, a word that lost its blank, or nothing that anybody may guess."""

import pytest

from tests.unit.prose.reading import only, read


@pytest.mark.parametrize(
    ("text", "area", "value", "unit"),
    [
        ("It cost Sh25.4 billion.", "KE", "25400000000", "KES"),
        ("It cost Sh1,250.", "TZ", "1250", "TZS"),
        ("It cost N25.4 billion.", "NG", "25400000000", "NGN"),
        ("It cost N25.4 billion.", None, "25400000000", None),
        ("It cost Tk1,250 crore.", None, "12500000000", "BDT"),
        ("It cost SEK1,250 million.", None, "1250000000", "SEK"),
        ("It cost J$25.4 million.", "US", "25400000", "JMD"),
        ("It cost XX$25.4 million.", "US", "25400000", None),
        ("It cost IR£25.4 million.", "GB", "25400000", None),
        ("It authorises up to11,600,000 shares.", None, "11600000", "count"),
        ("They sold it for$264,000.", "US", "264000", "USD"),
    ],
)
def test_the_whole_number_is_read(text: str, area: str | None, value: str, unit: str | None) -> None:
    claim = only(text, area)
    assert (str(claim.value), claim.unit) == (value, unit)
    assert claim.unit is not None or claim.unit_status == "lost"


@pytest.mark.parametrize("quote", ["XY25.4 billion", "CO2.5 million", "F1,200"])
def test_what_may_be_an_unknown_money_is_refused(quote: str) -> None:
    reading = read(f"They counted {quote} in May.")
    assert not reading.claims
    assert [(r.quote, r.rule) for r in reading.refusals] == [(quote, "unknown_letters")]


@pytest.mark.parametrize(
    "text", ["PM2.5 was seen.", "It runs on USB3.0.", "See B747.4 there.", "see p 25 there"]
)
def test_names_and_pages_are_passed_by(text: str) -> None:
    assert not [c for c in read(text).claims if c.unit_status != "lost"]
