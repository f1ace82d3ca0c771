"""What a person asks about, found by the beginning of an id or by words."""

import re
from dataclasses import dataclass

import duckdb

from ingest.errors import ConfigError
from ingest.explain.rows import Row, rows

# kind → mart, its key, and what tells one row from another
_MARTS = {
    "claim": (
        "claims",
        "claim_id",
        "value_text || ' ' || coalesce(indicator_label, '') || ' ' || coalesce(time_period, '')",
    ),
    "observation": (
        "observations",
        "observation_id",
        "indicator_label || ' ' || time_period || ' ' || transformation",
    ),
    "implied_baseline": ("implied_baselines", "implied_baseline_id", "indicator_label || ' ' || time_period"),
    "implied_level": ("implied_levels", "implied_level_id", "indicator_label || ' ' || time_period"),
    "reconciliation": (
        "reconciliations",
        "reconciliation_id",
        "kind || ' ' || coalesce(indicator_label, '')",
    ),
}
_ID = re.compile(r"[0-9a-f]{4,32}")
_PERIOD = re.compile(r"\d{4}(-\S+)?(/\S+)?")
_SHOWN = 12


@dataclass(frozen=True)
class Found:
    """One row of a mart."""

    kind: str
    key: str


def find(connection: duckdb.DuckDBPyConnection, asked: str) -> Found:
    """The one row that is asked about. ConfigError lists the candidates where it is not one."""
    asked = asked.strip()
    if _ID.fullmatch(asked):
        found = _by_id(connection, asked)
        if found:
            return _only(found, asked)
    words = [word for word in map(_plain, asked.split()) if word]
    period = next((word.upper() for word in words if _PERIOD.fullmatch(word)), None)
    names = [word for word in words if not _PERIOD.fullmatch(word)]
    found = _by_words(connection, names, period) if words else []
    if not found and names and period:
        _say_the_periods(_by_words(connection, names, None), names, period)
    if not found:
        raise ConfigError(
            f"Nothing is called “{asked}”: give the beginning of an id (at least four digits) or words of an "
            "indicator and a period, such as “makers spaces 2016”."
        )
    return _only(found, asked)


def _by_id(connection: duckdb.DuckDBPyConnection, prefix: str) -> list[Row]:
    found: list[Row] = []
    for kind, (mart, key, label) in _MARTS.items():
        query = f"""
            select '{kind}' as kind, {key} as key, {label} as label from marts.{mart}
            where starts_with({key}, ?) order by {key} limit {_SHOWN}
        """
        found += rows(connection, query, prefix)
    return found


def _by_words(connection: duckdb.DuckDBPyConnection, names: list[str], period: str | None) -> list[Row]:
    """Observations whose label has every word, of the period if one is named; the closest only."""
    conditions = [
        "true",
        *["contains(lower(indicator_label || ' ' || indicator || ' ' || replace(indicator, '_', ' ')), ?)"]
        * len(names),
    ]
    if period:
        conditions.append("time_period = ?")
    query = f"""
        select
            'observation' as kind, observation_id as key,
            ? in (lower(indicator_label), replace(lower(indicator), '_', ' '), lower(indicator)) as is_exact,
            transformation = 'level' as is_level, time_period,
            indicator_label || ' ' || time_period || ' ' || transformation
            || case when entity = '_T' then '' else ' of ' || entity end as label
        from marts.observations
        where {" and ".join(conditions)}
        order by is_exact desc, is_level desc, time_period desc, observation_id
    """
    found = rows(connection, query, " ".join(names), *names, *([period] if period else []))
    for closer in ("is_exact", "is_level"):
        close = [row for row in found if row[closer]]
        found = close or found
    return found


def _say_the_periods(found: list[Row], names: list[str], period: str) -> None:
    """ConfigError with the periods that there are, those of the year that was asked for first."""
    periods = sorted({row["time_period"] for row in found}, reverse=True)
    periods.sort(key=lambda each: not each.startswith(period[:4]))
    if periods:
        more = f" and {len(periods) - _SHOWN:,} more" if len(periods) > _SHOWN else ""
        raise ConfigError(
            f"There is no “{' '.join(names)}” of {period}, but of {', '.join(periods[:_SHOWN])}{more}."
        )


def _plain(word: str) -> str:
    return word.lower().replace("'", "").replace("’", "").strip(',.;:“”"')


def _only(found: list[Row], asked: str) -> Found:
    if len(found) == 1:
        return Found(found[0]["kind"], found[0]["key"])
    listed = "\n".join(
        f"  {row['key'][:12]}  {row['kind'].replace('_', ' ')}: {row['label']}" for row in found[:_SHOWN]
    )
    more = f"\n  and {len(found) - _SHOWN:,} more" if len(found) > _SHOWN else ""
    raise ConfigError(
        f"“{asked}” can mean {len(found):,} things; ask for one of them by its id:\n{listed}{more}"
    )
