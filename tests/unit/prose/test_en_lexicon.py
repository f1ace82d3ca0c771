"""Every entry of the English lexicon does what its row says, in a sentence made for its table.

Where a table holds words of several uses, the sentences are alternatives: one of them must show the entry at
work. Hedges have a file of their own (test_en_hedges.py), tables too (test_table_headings.py).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from ingest.prose import Claim
from ingest.prose.en.tags import CHANGE_TAGS, FUNCTION_TAGS, ROLE_TAGS, VERB_TAGS
from ingest.prose.lexicon import rows, words
from tests.unit.prose.each import each
from tests.unit.prose.reading import read

Row = dict[str, str]
_LEXICON = Path(__file__).parents[3] / "ingest" / "prose" / "lexicon" / "en"
# Of these tables a whole row stands but once; of the others its first cell does.
_SEVERAL = {"area_currencies", "averages", "hedges", "name_compounds", "price_words", "same_things"}
_SEVERAL |= {"share_words", "tables", "uncounted"}
_PER_ONLY = {"million btu"}  # "2.8 dollars per million btu"; else its million is a scale


def _of(table: str, *shapes: str, column: str = "shape") -> list[Row]:
    return [r for r in rows("en", table) if not shapes or r[column] in shapes]


def _shown(sentences: list[str], shows: Callable[[Claim], bool], area: str | None = None) -> bool:
    return any(shows(claim) for sentence in sentences for claim in read(sentence, area).claims)


@each(sorted(_LEXICON.iterdir()))
def test_no_entry_stands_twice(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    first = lines if path.stem in _SEVERAL else [line.split(",")[0] for line in lines]
    assert [x for x, n in Counter(first).items() if n > 1] == []


def test_no_phrase_has_two_tags() -> None:
    """The second one would be passed over in silence."""
    tagged = [(r["phrase"], CHANGE_TAGS[r["part"], r["direction"]]) for r in rows("en", "changes")]
    tagged += [(r["phrase"], ROLE_TAGS[r["role"]]) for r in rows("en", "connectives")]
    tagged += [(r["phrase"], VERB_TAGS[r["class"]]) for r in rows("en", "verbs")]
    tagged += [(r["phrase"], FUNCTION_TAGS[r["class"]]) for r in rows("en", "function_words")]
    assert [x for x, n in Counter(phrase for phrase, _ in tagged).items() if n > 1] == []


@each(_of("units", "money", "measure", "percent", "daily", "times"))
def test_units(row: Row) -> None:
    phrase, code = row["phrase"], row["code"]
    of_area = any(r["sign"] == code for r in rows("en", "area_currencies"))
    sentences = [f"The figure was {n} {phrase}." for n in ("3,700", "3.7 million")]
    sentences += [f"It costs 37.5 dollars per {phrase}."]
    codes = {code} | ({None, "USD", "GBP", "INR", "USc"} if of_area else set())
    if phrase in _PER_ONLY:
        codes = {f"USD/{code}"}
    assert _shown(sentences, lambda c: c.unit in codes and (c.unit_text == phrase or phrase in _PER_ONLY))


@each(_of("units", "points", "index", "duration"))
def test_units_of_points_and_time(row: Row) -> None:
    sentences = [f"{what} 37 {row['phrase']}." for what in ("The rate rose", "The index rose", "It lasted")]
    assert _shown(sentences, lambda c: c.unit == row["code"])


@each(_of("scaled_units"))
def test_units_with_a_scale_in_them(row: Row) -> None:
    value = 37 * Decimal(row["factor"])
    assert _shown([f"Sales were 37 {row['word']}."], lambda c: (c.unit, c.value) == (row["code"], value))


@each(_of("area_currencies"))
def test_money_of_an_area(row: Row) -> None:
    sign, code = row["sign"], row["code"] or None
    sentences = [f"It cost {sign}37 million.", f"It cost {sign} 37 million.", f"It cost 37 {sign}."]
    sentences += [f"It cost 37 {sign}s."]
    assert _shown(sentences, lambda c: c.unit == code, row["area"] or "ZZ")


@each(_of("scales", "word", "glued", column="use"))
def test_scales(row: Row) -> None:
    value = 37 * Decimal(row["factor"])
    assert _shown([f"They made 37 {row['word']} tonnes."], lambda c: c.value == value)


@each(_of("months"))
def test_months(row: Row) -> None:
    code = f"2017-{int(row['number']):02d}"
    assert _shown(
        [f"In {row['word'].capitalize()} 2017, 37 tonnes were made."], lambda c: c.time_period == code
    )


@each(_of("fractions"))
def test_fractions(row: Row) -> None:
    word, part = row["word"], Decimal(row["numerator"]) / Decimal(row["denominator"])
    value = 100 * part if word.isascii() else 3 + part
    sentences = [f"A {word} of the firms closed.", f"{word} of the firms closed.", f"It was 3{word} tonnes."]
    assert _shown(sentences, lambda c: abs(c.value - value) < Decimal("1e-9"))


@each(_of("multiples"))
def test_multiples(row: Row) -> None:
    phrase = row["phrase"]
    sentences = [f"Output {phrase} to 37 tonnes.", f"Output rose {phrase} to 37 tonnes."]
    sentences += [f"Output was {phrase} that of 2016.", f"Output is to {phrase} by 2020."]
    shown = (Decimal(row["value"]), row["direction"] or None)
    assert _shown(sentences, lambda c: (c.value, c.direction or None) in (shown, (shown[0], None)))


_CHANGES = {
    "verb": "Output {} 5% to 37 tonnes.",
    "noun": "Output was 37 tonnes, a {} of 5%.",
    "comparative": "Output was 37 tonnes, 5% {} than in 2016.",
    "transitive": "The firm {} 5% in the year.",
}


@each(_of("changes"))
def test_words_of_change(row: Row) -> None:
    told = ("change_rate", row["direction"])
    sentence = _CHANGES[row["part"]].format(row["phrase"])
    assert _shown([sentence], lambda c: c.value == 5 and (c.kind, c.direction) == told)


@each(_of("rate_nouns"))
def test_nouns_of_change_beside_a_rate(row: Row) -> None:
    told = ("change_rate", row["direction"])
    sentences = [f"Shares staged a 5% {row['noun']}.", _CHANGES["noun"].format(row["noun"])]
    assert _shown(sentences, lambda c: (c.kind, c.direction) == told)


@each(_of("bases"))
def test_words_that_tell_the_base(row: Row) -> None:
    """No period follows from a week, a day or a season: they must only not be taken for a year."""
    phrases = (
        [row["phrase"]]
        if row["opener"] == "no"
        else [f"from {row['phrase']}", f"compared with {row['phrase']}"]
    )
    sentences = [
        f"In {at} output rose 5% {p}." for at in ("May 2018", "the second quarter of 2018") for p in phrases
    ]
    if row["rule"] == "other":
        assert not _shown(sentences, lambda c: c.base_period is not None)
    else:
        assert _shown(sentences, lambda c: c.base_period is not None)


@each(_of("price_basis"))
def test_price_bases(row: Row) -> None:
    assert _shown([f"Output rose 5% {row['phrase']}."], lambda c: row["code"] in c.price_basis.split())


@each(_of("status"))
def test_statuses(row: Row) -> None:
    sentences = [f"Output of 37 tonnes {row['phrase']}.", f"The ministry {row['phrase']} make 37 tonnes."]
    sentences += [f"Output {row['phrase']} 37 tonnes.", f"The {row['phrase']} is 37 tonnes."]
    sentences += [f"The {row['phrase']} 37 tonnes.", f"The board {row['phrase']} of 37 tonnes."]
    assert _shown(sentences, lambda c: c.claim_status == row["status"])


@each(_of("areas"))
def test_areas(row: Row) -> None:
    assert _shown([f"In {row['name'].title()} output was 37 tonnes."], lambda c: c.ref_area == row["code"])


@each(_of("persons"))
def test_persons(row: Row) -> None:
    assert _shown([f"There were 37,000 {row['word']}."], lambda c: c.unit == "person")


@each(_of("vague"))
def test_vague_words_are_refused(row: Row) -> None:
    reading = read(f"{row['phrase'].capitalize()} firms closed.")
    assert [r.rule for r in reading.refusals] == ["vague"] and not reading.claims


@each(_of("names"))
def test_names_with_a_number(row: Row) -> None:
    assert not read(f"It stands in {row['word'].title()} 5.").claims


@each(_of("name_compounds"))
def test_names_with_a_unit(row: Row) -> None:
    assert not read(f"It set out the 12-{row['unit']} {row['noun']}.").claims


@each(sorted(words("en", "streets")))
def test_streets(word: str) -> None:
    assert not read(f"It moved to 77 Water {word.title()}.").claims
