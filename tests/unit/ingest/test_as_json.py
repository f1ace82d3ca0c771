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
    ],
)
def test_what_is_no_number_is_null(value: object, text: str) -> None:
    assert as_json(value) == text
    json.loads(text, parse_constant=lambda name: pytest.fail(name))
