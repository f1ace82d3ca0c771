"""JSON that any parser reads, for every answer, hook and log of ours."""

import json
import math
from decimal import Decimal
from typing import Any


def as_json(value: Any, indent: int | None = None) -> str:
    """NaN and infinity, which are no numbers, as null; exact decimals as numbers; days and such as text.

    Keys become text, as they would stand as a value; bytes are written as DuckDB prints them.
    """
    try:
        return json.dumps(value, ensure_ascii=False, allow_nan=False, default=_plain, indent=indent)
    except (ValueError, TypeError):  # seldom, so only then is everything looked at
        return json.dumps(_fit(value), ensure_ascii=False, allow_nan=False, default=_plain, indent=indent)


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return float(value) if value.is_finite() else None
    if isinstance(value, bytes):
        return "".join(chr(b) if 32 <= b < 127 and b != 92 else f"\\x{b:02X}" for b in value)
    return str(value)


def _fit(value: Any) -> Any:
    """The same with keys of text, and without what is no number."""
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, dict):
        return {_key(key): _fit(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_fit(each) for each in value]
    return value


def _key(key: object) -> str:
    if isinstance(key, str):
        return key
    if key is None or isinstance(key, bool | list | tuple | dict):
        return as_json(key)
    return str(_plain(key)) if isinstance(key, bytes) else str(key)
