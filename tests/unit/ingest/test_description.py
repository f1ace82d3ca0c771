"""report.yml: every scalar is the text that stands there, and a mistake names key and expectation."""

from datetime import date

import pytest

from ingest.description import BadDescription, Description, read_description

GOOD = "title: T\npublisher: P\npublished_on: 2018-12-05\n"
TODAY = date(2020, 1, 1)


def read(text: str) -> Description:
    return read_description(text.encode(), "report.yml", TODAY)


def test_the_three_required_keys_are_enough() -> None:
    found = read(GOOD)
    assert (found.title, found.publisher, found.published_on) == ("T", "P", date(2018, 12, 5))
    assert (found.licence, found.sample, found.language, found.file) == ("not stated", False, None, None)


@pytest.mark.parametrize(
    ("line", "key", "value"),
    [
        ("title: 2017", "title", "2017"),
        ("title: 2017-03-01", "title", "2017-03-01"),
        ("title: Yes", "title", "Yes"),
        ("title: 'A: b'", "title", "A: b"),
        ("title: 1.10", "title", "1.10"),
        ("language: EN", "language", "en"),
        ("ref_area: NO", "ref_area", "NO"),
        ("ref_area: cn-11", "ref_area", "CN-11"),
        ("ref_area: XK", "ref_area", "XK"),
        ("ref_area: WORLD", "ref_area", "WORLD"),
        ("entity:", "entity", None),
        ("entity: null", "entity", None),
        ("reference_period: 2019-01-01/P9M", "reference_period", "2019-01-01/P9M"),
        ("reference_period: 2017", "reference_period", "2017"),
        ("published_on: '2018-12-05'", "published_on", date(2018, 12, 5)),
        ("sample: false", "sample", False),
    ],
)
def test_a_scalar_is_what_its_writer_saw_and_not_what_yaml_makes_of_it(
    line: str, key: str, value: object
) -> None:
    kept = "".join(f"{each}\n" for each in GOOD.splitlines() if not each.startswith(f"{key}:"))
    assert getattr(read(kept + line + "\n"), key) == value


@pytest.mark.parametrize(
    ("text", "key", "line"),
    [
        (GOOD.replace("2018-12-05", "2020-01-02"), "published_on", "lies in the future"),
        (GOOD.replace("2018-12-05", "2018-12-05T00:00"), "published_on", "line 3"),
        (GOOD + "language: no\n", "language", "language is “no”"),
        (GOOD + "ref_area: XX\n", "ref_area", "line 4"),
        (GOOD + "reference_period: 2017-02-30\n", "reference_period", "line 4"),
        (GOOD + "source_url: www.example.org\n", "source_url", "line 4"),
        (GOOD + "reference_period: last year\n", "reference_period", "line 4"),
        (GOOD + "reference_period: 2017-13\n", "reference_period", "line 4"),
        (GOOD + "file: ../secret.txt\n", "file", "line 4"),
        (GOOD + "sample: perhaps\n", "sample", "line 4"),
        ("title:\npublisher: P\npublished_on: 2018-12-05\n", "title", "title is missing"),
    ],
)
def test_a_value_that_breaks_a_rule_names_its_key_and_line(text: str, key: str, line: str) -> None:
    with pytest.raises(BadDescription) as caught:
        read(text)
    [problem] = caught.value.problems
    assert (
        problem.key == key and line in problem.reason and f"expected is {problem.expected}" in problem.reason
    )


def test_all_mistakes_are_told_at_once() -> None:
    with pytest.raises(BadDescription) as caught:
        read("titel: T\npublished_on: soon\n")
    assert [problem.key for problem in caught.value.problems] == [
        "titel",
        "published_on",
        "title",
        "publisher",
    ]


def test_a_broken_yaml_names_line_and_column() -> None:
    with pytest.raises(BadDescription, match=r"^report.yml: line 2, column \d+: .*; expected is"):
        read("title: T\n\tpublisher: P\n")


def test_the_canonical_form_goes_by_meaning_and_not_by_layout() -> None:
    other = "# a comment\npublished_on:   '2018-12-05'\npublisher: P\ntitle: \"T\"\nfile: a.txt\n"
    assert read(other).canonical() == read(GOOD).canonical()
    assert read(GOOD + "entity: E\n").canonical() != read(GOOD).canonical()
