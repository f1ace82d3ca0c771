"""JSON that any parser reads, for every answer, hook and log of ours."""

import json
import math
from decimal import Decimal
from typing import Any


def as_json(value: Any, indent: int | None = None) -> str:
    """NaN and infinity, which are no numbers, as null; exact decimals as numbers; days and such as text."""
    try:
        return json.dumps(value, ensure_ascii=False, allow_nan=False, default=_plain, indent=indent)
    except ValueError:  # seldom, so only then is everything looked at
        return json.dumps(_finite(value), ensure_ascii=False, allow_nan=False, default=_plain, indent=indent)


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return float(value) if value.is_finite() else None
    return str(value)


def _finite(value: Any) -> Any:
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, dict):
        return {key: _finite(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(each) for each in value]
    return value
