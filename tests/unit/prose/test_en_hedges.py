"""Hedges: every entry of the lexicon is read as the qualifier that it names."""

import pytest

from ingest.prose.lexicon import rows
from tests.unit.prose.reading import only, read

HEDGES = [r for r in rows("en", "hedges") if r["qualifier"] != "NONE"]
BEFORE = [(r["phrase"], r["qualifier"]) for r in HEDGES if r["side"] == "before"]
AFTER = [(r["phrase"], r["qualifier"]) for r in HEDGES if r["side"] == "after"]
VERBS = [(r["phrase"], r["qualifier"]) for r in HEDGES if r["side"] == "verb"]


@pytest.mark.parametrize(("phrase", "qualifier"), BEFORE)
def test_hedge_before_the_number(phrase: str, qualifier: str) -> None:
    claim = only(f"The province had {phrase} 4,200 tonnes.")
    assert claim.qualifier == qualifier
    assert claim.hedge_text == phrase


@pytest.mark.parametrize(("phrase", "qualifier"), AFTER)
def test_hedge_behind_the_number(phrase: str, qualifier: str) -> None:
    gap = "" if phrase.startswith("-") else " "
    claim = only(f"The province had 4,200{gap}{phrase} shops.")
    assert claim.qualifier == qualifier


@pytest.mark.parametrize(("phrase", "qualifier"), VERBS)
def test_verb_that_hedges(phrase: str, qualifier: str) -> None:
    claim = only(f"Turnover {phrase} 4,200 million yuan.")
    assert (claim.qualifier, claim.measure_key) == (qualifier, "turnover")


@pytest.mark.parametrize(
    "text",
    [
        "It grew over two years.",
        "Sales reached 5 million yuan.",
        "Only 5 million yuan was left.",
        "It paid as much as 5 million yuan.",
    ],
)
def test_what_is_no_bound(text: str) -> None:
    assert {c.qualifier for c in read(text).claims} == {"NONE"}


def test_a_negated_more_than_is_at_most() -> None:
    claim = only("Rents may not rise by more than 3% a year.")
    assert (claim.qualifier, claim.claim_status) == ("LE", "rule")


def test_a_negation_of_another_clause_denies_nothing() -> None:
    assert only("They had no access, and more than 300 shops closed.").qualifier == "GT"


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("Cases have more than halved.", "LT"),  # less than half is left
        ("Cases have at least halved.", "LE"),
        ("Cases have nearly halved.", "GT"),
        ("Cases have roughly halved.", "ABOUT"),
        ("Cases have more than doubled.", "GT"),
        ("Cases have nearly doubled.", "NEARLY"),
    ],
)
def test_the_hedge_of_a_fall_bounds_what_is_left(text: str, qualifier: str) -> None:
    assert only(text).qualifier == qualifier


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("It cost 3 to 5 billion yuan.", 3_000_000_000, 5_000_000_000, "CNY"),
        ("It cost between $1.5 million and $2 million.", 1_500_000, 2_000_000, "USD"),
        ("Output was 1.7–1.8 million tonnes.", 1_700_000, 1_800_000, "t"),
        ("The margin was 5-7%.", 5, 7, "percent"),
    ],
)
def test_ranges_share_scale_and_unit(text: str, low: int, high: int, unit: str) -> None:
    claim = only(text)
    values = (float(claim.value), float(claim.value_upper or 0))
    assert (claim.qualifier, claim.unit) == ("RANGE", unit)
    assert values == pytest.approx((low, high))


@pytest.mark.parametrize(
    ("text", "qualifiers"),
    [
        ("Growth is set to slow to 1.6%, before picking up to 3.8%.", ["NONE", "NONE"]),
        ("The rate is ticking up to 3%.", ["NONE"]),
        ("Savers may earn up to 5%.", ["LE"]),
        ("He joined for 38 million euros plus up to 7 million euros in add-ons.", ["NONE", "LE"]),
        ("It paid $40 million plus $5 million in costs.", ["NONE", "NONE"]),
        ("The club has 400 plus members.", ["GE"]),
    ],
)
def test_a_word_that_moves_or_adds_is_no_hedge(text: str, qualifiers: list[str]) -> None:
    assert [c.qualifier for c in read(text).claims] == qualifiers
