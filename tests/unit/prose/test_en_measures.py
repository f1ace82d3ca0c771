"""What a figure measures, where commas, asides and pronouns stand between its words."""

import pytest

from tests.unit.prose.reading import read


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("Canal dues, the main source of dollars, brought in €5.7 billion.", ["Canal dues"]),
        ("Net debt, excluding leases, amounted to 1.1 trillion yen.", ["Net debt"]),
        ("Growth in the region is expected to stall at 6.3%.", ["Growth in the region"]),
        ("The fee was later revised to €310.", ["fee"]),
        ("It ran at a cost of €17.5 billion.", ["cost"]),
        ("Bank staff put inflation at 3.2%.", ["inflation"]),
        ("The yield averaged 4.2 tonnes. It was 5.1 tonnes in the south.", ["yield", "yield"]),
        ("Of the 950 people who live there, 413 are miners.", ["people", "people"]),
        ("Deliveries were 1.31 million vehicles.", ["Deliveries"]),
        (
            "The number of nights spent in hotels reached 2.92 billion.",
            ["number of nights spent in hotels"],
        ),
        ("Exports came to €5.2 billion; machinery made up 28% of the total.", ["Exports", "machinery"]),
        (
            "Visits were 1.1 million, of which 900,000 were free and 150,000 paid.",
            ["Visits", "free", "paid"],
        ),
        (
            "Spending was £12 billion: £7.5 billion on hotels and £4.5 billion on food.",
            ["Spending", "hotels", "food"],
        ),
        ("Foreigners make up 12% of the population.", ["Foreigners"]),
        ("Coal production was 577.4 million short tons.", ["Coal production"]),
    ],
)
def test_the_measure_of_each_figure(text: str, measures: list[str]) -> None:
    assert [c.measure for c in read(text).claims] == measures


def test_short_tons_are_a_mass() -> None:
    assert [c.unit for c in read("Output was 577.4 million short tons and 3,200 long tons.").claims] == [
        "ton_us",
        "ton_uk",
    ]


@pytest.mark.parametrize(
    "text",
    ["158.4 million persons employed were counted.", "The number of persons employed was 158.4 million."],
)
def test_persons_employed_are_persons(text: str) -> None:
    assert [c.unit for c in read(text).claims] == ["person"]


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("The yield on the 10-year note rose to 2.13%.", ["yield on the 10-year note"]),
        ("Gross debt fell to 58.6% of GDP (214.3 billion euros).", ["Gross debt", "Gross debt"]),
    ],
)
def test_lengths_and_brackets_inside_a_measure(text: str, measures: list[str]) -> None:
    assert [c.measure for c in read(text).claims if c.kind != "duration"] == measures
