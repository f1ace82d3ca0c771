"""Tables pasted into text: every expectation here is worked out by hand from the printed table."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.prose import Claim, Context, Reading, read_claims
from schemas.vocabulary import CLAIM_STATUS
from tests.unit.prose.reading import table_words

PIT = """Table 2. Output (million tonnes)
{head}
Coal{gap}341.1{gap}352.4
Steel{gap}80.8{gap}83.2
Total{gap}421.9{gap}435.6

Prices rose by 3.3% in 2018.
"""


def reading(text: str, **known: str) -> Reading:
    found = read_claims(text, Context("0" * 64, published_on=date(2019, 3, 1), **known))
    for c in found.claims:
        assert text[c.char_start : c.char_end] == c.value_text
        assert c.quote in text
        assert c.sentence in text
    return found


def by_numeral(found: Reading) -> dict[str, Claim]:
    assert len({c.value_text for c in found.claims}) == len(found.claims), "a numeral stands twice"
    return {c.value_text: c for c in found.claims}


def links(found: Reading) -> set[tuple[str, str, str]]:
    printed = {c.claim_id: c.value_text for c in found.claims}
    return {(printed[x.claim_id], x.role, printed[x.target_claim_id]) for x in found.links}


@pytest.mark.parametrize(
    ("head", "gap"),
    [
        ("  2016  2017", "   "),
        (" 2016 2017", " "),
        ("\t2016\t2017", "\t"),
        ("2016\t2017", "\t"),
        ("| 2016 | 2017", " | "),
    ],
    ids=["blanks", "one blank", "tabs", "cells of HTML", "bars"],
)
def test_a_table_is_read_whatever_sets_its_cells_apart(head: str, gap: str) -> None:
    found = reading(PIT.format(head=head, gap=gap))
    claims = by_numeral(found)
    coal = claims["352.4"]
    assert coal.value == Decimal(352_400_000)
    assert (coal.unit, coal.unit_status, coal.unit_text) == ("t", "inherited", "tonnes")
    assert (coal.time_period, coal.period_basis) == ("2017", "stated")
    assert (coal.measure, coal.flags, coal.has_scale_word) == ("Output: Coal", "header_scale", True)
    assert coal.last_place == Decimal(100_000)
    assert claims["341.1"].time_period == "2016"
    assert links(found) == {
        ("352.4", "compared_with", "341.1"), ("83.2", "compared_with", "80.8"),
        ("435.6", "compared_with", "421.9"),
        ("341.1", "part_of", "421.9"), ("80.8", "part_of", "421.9"),
        ("352.4", "part_of", "435.6"), ("83.2", "part_of", "435.6"),
    }  # fmt: skip
    parts = [x for x in found.links if x.role == "part_of"]
    assert {(x.rule, x.coverage, x.coverage_text) for x in parts} == {("table_total", "exhaustive", "Total")}
    assert claims["3.3%"].kind == "change_rate", "the prose below the table is still read"


def test_rows_have_numbers_of_their_own_among_the_sentences() -> None:
    table = "  2016 ($m)  2017 ($m)\nCoal  1.5  2.5\nSteel  3.5  4.5\n"
    found = reading(f"Output rose by 2%.\n\n{table}\nPrices fell by 4%.\n")
    numbers = {c.value_text: c.sentence_no for c in found.claims}
    assert numbers["1.5"] == numbers["2.5"]
    assert numbers["2%"] < numbers["1.5"] < numbers["3.5"] < numbers["4%"]


def test_a_total_that_does_not_add_up_has_no_parts() -> None:
    text = PIT.format(head="  2016  2017", gap="  ").replace("435.6", "445.6")
    assert not [x for x in links(reading(text)) if x[1] == "part_of"]


STATEMENT = """Statement of operations
(in millions, except per share amounts)
Years ended December 31,
\t2019\t2018
Revenue:
License\t$3,181\t$3,042
Services 1\t1,877\t1,303
Total revenue\t5,058\t4,345
Operating loss\t(18)\t–
Loss per share\t$(0.09)\t$0.02
"""


def test_a_statement_has_signs_sections_notes_and_exceptions() -> None:
    claims = by_numeral(reading(STATEMENT, ref_area="US"))
    assert claims["3,181"].value == Decimal(3_181_000_000)
    assert (claims["3,181"].unit, claims["3,181"].measure) == ("USD", "Revenue: License")
    assert (claims["1,877"].unit, claims["1,877"].measure) == ("USD", "Revenue: Services")
    assert claims["5,058"].measure == "Total revenue"
    assert claims["(18)"].value == Decimal(-18_000_000)
    assert (claims["(0.09)"].value, claims["(0.09)"].unit) == (Decimal("-0.09"), "USD/share")
    assert "header_scale" not in claims["(0.09)"].flags
    assert {c.time_period for c in claims.values()} == {"2019", "2018"}


CHANGES = """Key figures
Item            2019 €m   2018 €m   Change %
Revenue         1,204.5   1,118.2   7.7
Profit             98.4     101.4   (3.0)
Costs              60.0      50.0   (20.0)
Employees        12,400    11,900   4.2
"""


def test_a_change_column_is_tied_to_both_levels() -> None:
    found = reading(CHANGES)
    claims = by_numeral(found)
    rise, fall = claims["7.7"], claims["(3.0)"]
    assert (rise.kind, rise.unit, rise.value, rise.direction) == (
        "change_rate",
        "percent",
        Decimal("7.7"),
        "up",
    )
    assert (rise.time_period, rise.base_period) == ("2019", "2018")
    assert (fall.value, fall.direction) == (Decimal("3.0"), "down")
    assert {("7.7", "growth_of", "1,204.5"), ("7.7", "growth_from", "1,118.2")} <= links(found)


def test_a_sign_against_the_levels_and_a_scale_for_something_else_are_refused() -> None:
    found = reading(CHANGES)
    rules = {r.quote.split()[0]: r.rule for r in found.refusals}
    assert rules == {"Costs": "table_sign", "Employees": "table_scale"}
    assert "(20.0)" not in {c.value_text for c in found.claims}


def test_rows_of_years_below_headings_with_units() -> None:
    rows = "| 2016 | 45.3 | 50.1 |\n| 2017 | 48.9 | 52.7 |\n"
    text = f"| Year | Exports (US$ bn) | Imports (US$ bn) |\n|---|---|---|\n{rows}"
    claims = by_numeral(reading(text))
    exports = claims["48.9"]
    assert (exports.value, exports.unit, exports.time_period) == (Decimal(48_900_000_000), "USD", "2017")
    assert exports.measure == "Exports"


def test_quarters_an_estimate_and_a_change_that_may_be_in_points() -> None:
    table = "               Q1 2018   Q1 2019e   yoy %\nPersons employed   5,200   5,304   2.0\n"
    found = reading(f"Employment (thousands)\n\n{table}Unemployment rate (%)   4.9   4.7   -0.2\n")
    claims = by_numeral(found)
    assert (claims["5,200"].value, claims["5,200"].unit) == (Decimal(5_200_000), "person")
    assert (claims["5,200"].time_period, claims["5,304"].time_period) == ("2018-Q1", "2019-Q1")
    assert (claims["5,304"].claim_status, claims["5,200"].claim_status) == ("estimate", "actual")
    assert (claims["2.0"].base_period, claims["4.9"].unit, claims["4.9"].value) == (
        "2018-Q1",
        "percent",
        Decimal("4.9"),
    )
    assert [r.rule for r in found.refusals] == ["table_change"]


def test_a_chinese_table_with_a_column_of_units_and_one_of_growth() -> None:
    rows = "煤炭产量\t亿吨\t36.8\t4.5\n出口额\t亿美元\t24874\t-9.9\n"
    text = f"表1 2018年主要指标\n指标\t单位\t绝对数\t比上年增长（%）\n{rows}"
    found = reading(text, language="zh")
    claims = by_numeral(found)
    coal, fall = claims["36.8"], claims["-9.9"]
    assert (coal.value, coal.unit, coal.time_period) == (Decimal(3_680_000_000), "t", "2018")
    assert (fall.value, fall.direction, fall.base_period) == (Decimal("9.9"), "down", "2017")
    assert links(found) == {("4.5", "growth_of", "36.8"), ("-9.9", "growth_of", "24874")}


def test_a_chinese_total() -> None:
    rows = "税收收入\t156401\t144360\n非税收入\t26951\t28207\n收入合计\t183352\t172567\n"
    text = f"单位：亿元\n项目\t2018年\t2017年\n{rows}"
    found = reading(text, language="zh")
    assert by_numeral(found)["156401"].value == Decimal(15_640_100_000_000)
    assert ("26951", "part_of", "183352") in links(found)


@pytest.mark.parametrize(
    ("text", "rule", "count"),
    [
        ("Coal   341.1   352.4\nSteel   80.8   83.2\n", "table_without_header", 2),
        ("        2016   2017\nCoal   341.1   352.4\nSteel   80.8   83.2\n", "table_without_unit", 2),
        (
            "($m)\n   2016   2017\nCoal   1.1   2.4   3.5\nSteel   80.8   83.2\nTin   1.8   2.2\n",
            "table_column",
            1,
        ),
        (
            "(in billions of something odd)\n   2016   2017\nCoal   $1.1   $2.4\nTin   $1.8   $2.2\n",
            "table_scale",
            2,
        ),
    ],
    ids=["no heading", "no unit", "more numbers than columns", "a scale that is not understood"],
)
def test_what_the_headings_do_not_explain_is_refused_once_a_row(text: str, rule: str, count: int) -> None:
    refused = [r.rule for r in reading(text).refusals]
    assert refused == [rule] * count


@pytest.mark.parametrize(
    "text",
    [
        "- exports rose to  45\n- imports fell to  12\n",
        "Introduction ........ 5\nMethods ......... 12\n",
        "A first link (2018-12-05)\nA second link (2018-12-06)\n",
        "The company sold 5 mines in 2016 and\nbought 7 others in 2017\nfor a total of 12\n",
        "12 High Street\nLondon  SW1A 2AA\nTel.  020 7946 0018\n",
        "In  2016  output  rose  to  341\nmillion tonnes, and in  2017\nit fell.\n",
    ],
    ids=["bullets", "contents", "links", "wrapped prose", "address", "justified prose"],
)
def test_what_only_looks_like_a_table_gives_no_claim_of_one(text: str) -> None:
    found = reading(text)
    assert not [r for r in found.refusals if r.rule.startswith("table")]
    assert not [c for c in found.claims if "header_scale" in c.flags]


def test_a_long_table_is_read_to_its_end() -> None:
    row, head = "Coal  1.5  2.5\n", "($m)\n      2016  2017\n"
    assert len(reading(head + row * 500).claims) == 1000


ROLES = {
    "empty", "total", "change", "share", "noise", "status", "mark", "value", "unit_column",
    "note_column", "stub",
    "before_period", "count", "per", "except", "filler", "scale", "money_scale", "title",
    "numbered", "ordinal", "runs_on", "counted", "breakdown", "unit_count",
}  # fmt: skip


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_entry_has_a_known_role_and_stands_once(language: str) -> None:
    entries = table_words(language)
    assert {role for _, role, _ in entries} <= ROLES
    assert len({(phrase, role) for phrase, role, _ in entries}) == len(entries)
    assert all(code in CLAIM_STATUS for _, role, code in entries if role in ("status", "mark"))


@pytest.mark.parametrize(("phrase", "code"), [(p, c) for p, role, c in table_words("en") if role == "scale"])
def test_every_english_scale_of_a_header(phrase: str, code: str) -> None:
    (claim, *_) = reading(f"(USD {phrase})\n  2016  2017\nSales  1.5  2.5\nCosts  3.5  4.5\n").claims
    assert (claim.value, claim.unit) == (Decimal("1.5") * Decimal(code), "USD")


@pytest.mark.parametrize(("phrase", "code"), [(p, c) for p, role, c in table_words("zh") if role == "scale"])
def test_every_chinese_scale_of_a_header(phrase: str, code: str) -> None:
    text = f"单位：{phrase}吨\n项目\t2018年\t2017年\n煤\t1.5\t2.5\n铁\t3.5\t4.5\n"
    (claim, *_) = reading(text, language="zh").claims
    assert (claim.value, claim.unit) == (Decimal("1.5") * Decimal(code), "t")


@pytest.mark.parametrize("phrase", [p for p, role, _ in table_words("en") if role == "empty"])
def test_every_english_mark_for_nothing(phrase: str) -> None:
    found = reading(f"($m)\n  2016  2017\nSales  {phrase}  2.5\nCosts  3.5  4.5\n")
    assert [(c.value_text, c.time_period) for c in found.claims] == [
        ("2.5", "2017"),
        ("3.5", "2016"),
        ("4.5", "2017"),
    ]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="Coal Total%$()-–1234567890,.\t|\n 年合计亿元", max_size=300))
def test_no_text_of_such_marks_breaks_the_reader(text: str) -> None:
    for language in ("en", "zh"):
        found = read_claims(text, Context("0" * 64, language=language))
        for c in found.claims:
            assert text[c.char_start : c.char_end] == c.value_text


def test_blank_lines_cost_nothing_and_end_a_table() -> None:
    table = "($m)\n      2016  2017\nCoal  1.5  2.5\nSteel  3.5  4.5\n"
    text = table + "\n" * 300_000 + table.replace(".5", ".6")
    claims = reading(text).claims
    assert [c.value_text for c in claims] == ["1.5", "2.5", "3.5", "4.5", "1.6", "2.6", "3.6", "4.6"]
    assert {c.time_period for c in claims} == {"2016", "2017"}
