"""Which units can stand on the two sides of one sum: prefixes and kinds of measure are dbt's to convert."""

from functools import lru_cache

from ingest.prose.regex import regex

_MONEY = regex(r"[A-Z]{3}(?:/|\Z)")
# Minor units and their money: "rose by 6 cents to $27.90".
MINOR = {
    "USc": "USD", "HKc": "HKD", "EUc": "EUR", "AUc": "AUD", "CAc": "CAD", "NZc": "NZD", "ZAc": "ZAR",
    "SGc": "SGD", "GBp": "GBP",
}  # fmt: skip
_COUNTED = frozenset({"count", "person"})
_RATES = frozenset({"percent", "permille", "ratio", "percentage_point", "basis_point"})


@lru_cache(maxsize=1024)
def is_money(unit: str | None) -> bool:
    """True for a currency, also per something, and for a bare sign that no document has settled."""
    return unit is not None and (_MONEY.match(unit) is not None or unit.startswith("$"))


@lru_cache(maxsize=4096)
def same_dimension(one: str | None, other: str | None) -> bool:
    """True where two unit codes can measure one thing; an unknown unit (None) rules nothing out."""
    return one is None or other is None or one == other or _dimension(one) == _dimension(other)


def _dimension(unit: str) -> str:
    """Counted, a rate, one money, or measured."""
    if unit in _COUNTED:
        return "counted"
    if unit in _RATES:
        return "rate"
    money, slash, per = unit.partition("/")
    money = MINOR.get(money, money)
    return money + slash + per if _MONEY.match(money) else "measured"
