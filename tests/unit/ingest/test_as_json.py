"""JSON that any parser reads."""

import json
from datetime import date
from decimal import Decimal

import pytest

from ingest.as_json import as_json


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"a": float("nan"), "b": [float("inf"), 1.5]}, '{"a": null, "b": [null, 1.5]}'),
        ((Decimal("NaN"), Decimal("1.50"), -float("inf")), "[null, 1.5, null]"),
        ({"day": date(2017, 1, 2), "text": "增长"}, '{"day": "2017-01-02", "text": "增长"}'),
        ({date(2017, 1, 2): {1.5: float("nan")}}, '{"2017-01-02": {"1.5": null}}'),
        ({True: 1, None: 2, (1, Decimal("2.5")): 3}, '{"true": 1, "null": 2, "[1, 2.5]": 3}'),
        ({float("nan"): 1, Decimal("1.50"): 2}, '{"nan": 1, "1.50": 2}'),
        ([b"a\x00\\"], '["a\\\\x00\\\\x5C"]'),
    ],
)
def test_whatever_it_is_told_comes_out_as_json(value: object, text: str) -> None:
    assert as_json(value) == text
    json.loads(text, parse_constant=lambda name: pytest.fail(name))
