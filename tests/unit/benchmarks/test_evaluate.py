"""The scorers judge as a person would; every expectation here is worked out by hand."""

import importlib.util
import sys
from decimal import Decimal
from pathlib import Path
from types import ModuleType

import pytest

from benchmarks.evaluate import recognizers, tatqa
from benchmarks.evaluate.consistency import broken_rule
from benchmarks.evaluate.records import Found, Tally
from benchmarks.evaluate.scoring import field_right, relaxed_for_peers, same_number, similar, without_dates
from ingest.prose import Claim, Link

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def marked() -> ModuleType:
    """The notation of the annotators, a script beside its data."""
    path = ROOT / "tests" / "golden" / "annotated" / "marked.py"
    spec = importlib.util.spec_from_file_location("marked", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["marked"] = module
    spec.loader.exec_module(module)
    return module


NOTES = """\
@D en 2019-04-08 area=SK T=2018-Q1 level_growth
Exports came to EUR [[a|4.2 billion]], up [[b|3%]], in the quarter to {{March}}; [[-|dozens]] of firms left.
a> u=EUR ABOUT:some_or_about m=exports
b> rate up of=a yoy
"""


def test_notes_become_offsets_values_links_and_bases(marked: ModuleType) -> None:
    (item,) = marked.parse(NOTES)
    level, rate = item["figures"]
    assert item["text"].startswith("Exports came to EUR 4.2 billion, up 3%")
    assert item["text"][level["start"] : level["end"]] == "4.2 billion"
    assert (level["value"], level["unit"], level["hedge_text"]) == ("4200000000", "EUR", "some or about")
    assert (rate["value"], rate["kind"], rate["growth_of"]) == ("3", "change_rate", [0])
    assert (rate["time_period"], rate["base_period"], rate["measure"]) == ("2018-Q1", "2017-Q1", "exports")
    assert [span["surface"] for span in item["distractors"]] == ["March"]
    assert [span["surface"] for span in item["refusals"]] == ["dozens"]


@pytest.mark.parametrize(
    ("notes", "words"),
    [
        ("@D en 2019-01-01\nOf [[a|two thirds]].\na> share", "give v="),
        ("@D en 2019-01-01\nOf [[a|3]].\na> rat", "what is 'rat'"),
        ("@D en 2019-01-01\nOf [[a|3]].\nb> rate", "notes without a mark"),
        ("@D en 2019-01-01 T=2018-06-30\nUp [[a|3%]].\na> rate qoq", "no qoq base"),
    ],
)
def test_a_note_that_makes_no_sense_is_an_error_in_words(marked: ModuleType, notes: str, words: str) -> None:
    with pytest.raises(marked.NotationError, match=words):
        marked.parse(notes)


@pytest.mark.parametrize(
    ("period", "step", "base"),
    [
        ("2018", "yoy", "2017"),
        ("2018-Q1", "qoq", "2017-Q4"),
        ("2018-Q3", "qoq", "2018-Q2"),
        ("2018-01", "mom", "2017-12"),
        ("2018-10", "mom", "2018-09"),
        ("2018-04-01/P1Y", "yoy", "2017-04-01/P1Y"),
    ],
)
def test_a_step_leads_to_the_period_before(marked: ModuleType, period: str, step: str, base: str) -> None:
    assert marked.earlier(period, step) == base


def test_a_tally_gives_precision_recall_and_f1() -> None:
    tally = Tally(expected=10, given=8, right=6)
    assert (tally.precision, tally.recall) == (0.75, 0.6)
    assert tally.f1 == pytest.approx(2 * 0.75 * 0.6 / (0.75 + 0.6))
    assert Tally().f1 is None


def test_a_third_is_the_same_however_many_digits_are_written() -> None:
    assert same_number(Decimal("33.333333333333"), Decimal("33.3333333333"))
    assert not same_number(Decimal("33.3"), Decimal("33.333333333333"))
    assert same_number(None, None) and not same_number(None, Decimal(0))


@pytest.mark.parametrize(
    ("expected", "found", "right"),
    [
        ("makers' spaces", "the makers' spaces", True),
        ("investment", "investment from social capital", True),
        ("exports", "imports", False),
        ("众创空间", "全市众创空间", True),
        ("出口", "进口总额", False),
        ("exports", "a very long phrase about exports of many other things in the year", False),
    ],
)
def test_labels_are_right_where_their_words_largely_agree(expected: str, found: str, right: bool) -> None:
    assert similar(expected, found) is right


def test_a_reader_of_all_numbers_is_not_blamed_for_years_and_dates() -> None:
    text = "In 2018, 40 of 3 May cases."
    item = {
        "text": text,
        "figures": [{"start": 9, "end": 11}],
        "distractors": [{"start": 15, "end": 20}],
    }
    found = [
        Found(3, 7, Decimal(2018)),
        Found(9, 11, Decimal(40)),
        Found(15, 16, Decimal(3)),
        Found(21, 26, Decimal(1)),
    ]
    assert [one.start for one in without_dates(item, found)] == [9, 21]


def test_peers_need_not_tell_persons_from_things() -> None:
    item = {"figures": [{"unit": "person"}, {"unit": "EUR"}], "distractors": []}
    assert [figure["unit"] for figure in relaxed_for_peers(item)["figures"]] == [["person", "count"], "EUR"]


def expected(value: str, surface: str = "x") -> recognizers.Expected:
    return recognizers.Expected("f", "en", surface, 0, len(surface), surface, value, None, False, None)


@pytest.mark.parametrize(
    ("value", "found", "right"),
    [
        ("25%", Found(0, 1, Decimal(25)), True),
        ("0.666666666666667", Found(0, 1, Decimal("66.666666666667"), None, {"unit": "percent"}), True),
        ("0.666666666666667", Found(0, 1, Decimal("66.666666666667")), False),
        ("0.24%", Found(0, 1, Decimal("2.4"), None, {"unit": "permille"}), True),
        ("(30,)", Found(0, 1, Decimal(30), None, {"qualifier": "GT"}), True),
        ("(30,)", Found(0, 1, Decimal(30), None, {"qualifier": "NONE"}), False),
        ("(,700]", Found(0, 1, Decimal(700), None, {"qualifier": "LE"}), True),
        ("[20,100)", Found(0, 1, Decimal(20), Decimal(100), {"qualifier": "RANGE"}), True),
        ("[20,100)", Found(0, 1, Decimal(20), Decimal(10), {"qualifier": "RANGE"}), False),
    ],
)
def test_a_specified_value_is_found_in_our_terms(value: str, found: Found, right: bool) -> None:
    assert recognizers.value_right(expected(value), [found]) is right


def test_reasons_for_leaving_a_case_out_come_from_the_data() -> None:
    rules = recognizers.left_out()
    assert all(set(rule) <= {"file", "input", "text", "reason"} for rule in rules)
    assert recognizers.reason_of(rules, "Number/English/NumberModel.json", "1.1^23", "1.1^23") == (
        "arithmetic: a power or scientific notation"
    )
    assert recognizers.reason_of(rules, "Number/English/NumberModel.json", "12 words", "12") is None


def test_a_table_gives_its_values_in_the_scale_of_its_head() -> None:
    table = [
        ["(in millions)", "2019", "2018"],
        ["Sales", "$1,496.5", "$(56.7)"],
        ["Margin", "14.6%", "13.9%"],
        ["Price per share", "3.45", ""],
    ]
    cells = tatqa.cells_of(table, 6)
    assert cells["1496.5", False] == {Decimal("1496500000")}
    assert cells["56.7", False] == {Decimal("56700000")}
    assert cells["14.6", True] == {Decimal("14.6")}
    assert cells["3.45", False] == {Decimal("3.45")}
    assert ("2019", False) not in cells


def test_agreement_counts_what_is_read_and_what_agrees() -> None:
    text = "Sales were $1,496.5 million, costs 12.75 million."
    case = [
        tatqa.Case(1, 12, 19, "1,496.5", frozenset({Decimal("1496500000")}), True),
        tatqa.Case(1, 35, 40, "12.75", frozenset({Decimal("12750000")}), True),
    ]
    document = tatqa.Document(1, text, tuple(case))
    found = {1: [(12, 27, Decimal("1496500000"), None), (35, 40, Decimal("12.75"), None)]}
    results, disagreements = tatqa.agreement([document], found)
    counts = results["scale known"]
    assert (counts.cases, counts.read, counts.agree) == (2, 2, 1)
    assert [(one.table, one.reader) for one in disagreements] == [("12750000", "12.75")]


def claim(kind: str, value: int, unit: str, start: int) -> Claim:
    fields = dict.fromkeys(Claim._fields)
    fields |= {
        "claim_id": str(start),
        "kind": kind,
        "value": Decimal(value),
        "unit": unit,
        "char_start": start,
    }
    return Claim(**fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("role", "one", "target", "rule"),
    [
        ("growth_of", claim("change_amount", 2, "USD", 9), claim("level", 5, "person", 0), "another unit"),
        ("growth_of", claim("change_amount", 2, "USD", 9), claim("level", 5, "USD", 0), None),
        ("growth_of", claim("points", 2, "percentage_point", 9), claim("level", 5, "t", 0), "no percentage"),
        ("growth_of", claim("change_rate", 2, "percent", 900), claim("level", 5, "t", 0), "far away"),
        ("part_of", claim("level", 9, "t", 9), claim("level", 5, "t", 0), "larger than the whole"),
        ("part_of", claim("level", 4, "t", 9), claim("level", 5, "t", 0), None),
        ("compared_with", claim("level", 4, "t", 9), claim("level", 5, "EUR", 0), "different units"),
    ],
)
def test_a_link_that_contradicts_itself_breaks_a_rule(
    role: str, one: Claim, target: Claim, rule: str | None
) -> None:
    broken = broken_rule(Link(one.claim_id, role, target.claim_id, "rule"), one, target)
    assert broken is None if rule is None else rule in (broken or "")


@pytest.mark.parametrize(
    ("expected", "found", "same"),
    [
        ("2018-07-01/P12M", "2018-07-01/P1Y", True),
        ("2023-04-01/P3M", "2023-Q2", True),
        ("2023-S2", "2023-07-01/P6M", True),
        ("2023-05-01/P3M", "2023-Q2", False),
        ("2023-04-01/P6M", "2023-S1", False),
        ("2023", "2023-01-01/P9M", False),
    ],
)
def test_two_codes_of_one_interval_are_one(expected: str, found: str, same: bool) -> None:
    assert field_right("time_period", expected, found) is same
