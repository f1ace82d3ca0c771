"""Parts and shares of the level that the sentence before told, by who has them."""

import pytest

from tests.unit.prose.test_en_siblings import parts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Coffee exports were 4.1 million bags. Germany bought 19%, the United States 17%.",
            {("19%", "share_of", "4.1 million"), ("17%", "share_of", "4.1 million")},
        ),
        (
            "Losses were put at £2.1bn. Insurers will bear £600m and the owners £200m.",
            {("600m", "part_of", "2.1bn"), ("200m", "part_of", "2.1bn")},
        ),
        ("The airline bought 40 jets. Its rival bought 20.", set()),
        ("The firm has 5,000 staff. The state owns 30%.", set()),
        (
            "It emits 412 million tonnes. Transport is the largest source (28%), followed by power (20%).",
            {("28%", "share_of", "412 million"), ("20%", "share_of", "412 million")},
        ),
        ("Sales were £12m. The largest rises were in Rome (28%), followed by Bari (20%).", set()),
        (
            "Some €140 million of the €310 million had been saved. A further €90 million is due.",
            {("140 million", "part_of", "310 million"), ("90 million", "part_of", "310 million")},
        ),
        ("Sales were €310 million. A further €90 million was lent.", set()),
        (
            "The bank raised $2.5 billion; 60 percent of the money came from Asia.",
            {("60 percent", "share_of", "2.5 billion")},
        ),
        (
            "The harbour has 14 berths, five of which take large ships.",
            {("five", "part_of", "14")},
        ),
        ("Delays added up to 14 million minutes, 58% of which were avoidable.", set()),
        (
            "It has 54,000 users. Of these, 38,000 are young, and 21,000 of those are men.",
            {("38,000", "part_of", "54,000"), ("21,000", "part_of", "38,000")},
        ),
    ],
)
def test_who_took_how_much(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert parts(text) == expected
