"""What a build would change for readers: observations and baselines added, changed and removed.

A statement has changed where its value, its bounds, its unit or its status has; that another report now says
the same is no change.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb

_LISTED = 1000

_MARTS = {
    "observations": (
        "observation_id",
        "indicator_label || ' ' || time_period || ' ' || transformation",
        (
            "obs_value", "obs_lower", "obs_upper", "lower_open", "upper_open", "strict_lower", "strict_upper",
            "strict_lower_open", "strict_upper_open", "unit_measure", "origin", "obs_status",
        ),
    ),
    "implied_baselines": (
        "implied_baseline_id",
        "coalesce(indicator_label, '') || ' ' || coalesce(time_period, '')",
        (
            "obs_lower", "obs_upper", "lower_open", "upper_open", "strict_lower", "strict_upper",
            "strict_lower_open", "strict_upper_open", "unit_measure", "derivation", "refusal_reason",
            "published_value", "verdict",
        ),
    ),
}  # fmt: skip


@dataclass
class MartDiff:
    """The difference in one mart."""

    before: int = 0
    added: int = 0
    changed: int = 0
    removed: int = 0
    rows: list[dict[str, Any]] = field(default_factory=list)  # the first of them, with both statements


@dataclass
class Diff:
    """The difference between the published warehouse and a build."""

    marts: dict[str, MartDiff]
    unexplained: list[str] = field(default_factory=list)  # observations whose reports still stand
    unclaimed: list[str] = field(
        default_factory=list
    )  # those of them whose claims are all gone: no seed does that
    reclaimed: int = 0  # changed observations behind which a claim stands that was not there before

    @property
    def observations(self) -> MartDiff:
        return self.marts["observations"]

    @property
    def is_empty(self) -> bool:
        return not any(m.added or m.changed or m.removed for m in self.marts.values())

    def as_dict(self) -> dict[str, Any]:
        return {name: vars(mart) for name, mart in self.marts.items()}


def compare(published: Path, build: Path) -> Diff:
    """What readers of `published` would see change with `build`. Without a published file all is added."""
    with duckdb.connect() as connection:
        connection.execute(f"attach '{_quoted(build)}' as build (read_only)")
        has_before = published.exists()
        if has_before:
            connection.execute(f"attach '{_quoted(published)}' as published (read_only)")
        result = Diff({name: _compare(connection, name, has_before) for name in _MARTS})
        if has_before and result.observations.removed:
            gone = _unexplained(connection)
            result.unexplained = list(gone)
            result.unclaimed = [what for what, has_claims in gone.items() if not has_claims]
        if has_before and result.observations.changed:
            result.reclaimed = _reclaimed(connection)
    return result


def _compare(connection: duckdb.DuckDBPyConnection, mart: str, has_before: bool) -> MartDiff:
    key, label, columns = _MARTS[mart]
    if not has_before or not _has(connection, mart, key, columns):
        added = connection.execute(f"select count(*) from build.marts.{mart}").fetchone()
        return MartDiff(added=added[0] if added else 0)
    differs = " or ".join(f"b.{column} is distinct from a.{column}" for column in columns)
    connection.execute(
        f"""
        create temp table differences_{mart} as
        select
            coalesce(a.{key}, b.{key}) as id,
            case
                when b.{key} is null then 'added' when a.{key} is null then 'removed' else 'changed'
            end as change,
            coalesce(a.what, b.what) as what,
            b.obs_lower as lower_before, b.obs_upper as upper_before,
            a.obs_lower as lower_after, a.obs_upper as upper_after
        from (select *, {label} as what from build.marts.{mart}) as a
        full join (select *, {label} as what from published.marts.{mart}) as b on a.{key} = b.{key}
        where a.{key} is null or b.{key} is null or {differs}
        """
    )
    counts = dict(
        connection.execute(f"select change, count(*) from differences_{mart} group by change").fetchall()
    )
    before = connection.execute(f"select count(*) from published.marts.{mart}").fetchone()
    cursor = connection.execute(
        f"select * from differences_{mart} order by change desc, what, id limit {_LISTED}"
    )
    names = [column[0] for column in cursor.description or []]
    return MartDiff(
        before[0] if before else 0,
        counts.get("added", 0),
        counts.get("changed", 0),
        counts.get("removed", 0),
        [dict(zip(names, row, strict=True)) for row in cursor.fetchall()],
    )


def _has(connection: duckdb.DuckDBPyConnection, mart: str, key: str, columns: tuple[str, ...]) -> bool:
    """False where the published mart was built by a version of the project that had other columns."""
    found = connection.execute(
        "select column_name from duckdb_columns() "
        "where database_name = 'published' and schema_name = 'marts' and table_name = ?",
        [mart],
    ).fetchall()
    return {key, *columns} <= {name for (name,) in found}


def _unexplained(connection: duckdb.DuckDBPyConnection) -> dict[str, bool]:
    """The labels of observations that vanish although a report behind them still stands on the shelf.

    True where a claim behind it still stands too: then a seed or a model has put it elsewhere.
    """
    rows = connection.execute(
        """
        select
            o.indicator_label || ' ' || o.time_period || ' ' || o.transformation as what,
            count(r.claim_id) > 0 as has_claims
        from published.marts.observations as o
        left join build.marts.observations as n on o.observation_id = n.observation_id
        inner join published.marts.evidence as e
            on e.derived_kind = 'observation' and o.observation_id = e.derived_id
        inner join published.marts.claims as c on e.claim_id = c.claim_id
        inner join build.marts.documents as d on c.shelf_path = d.shelf_path and d.withdrawn_on is null
        left join build.marts.claims as r on e.claim_id = r.claim_id
        where n.observation_id is null
        group by what
        order by what
        """
    ).fetchall()
    return dict(rows)


def _reclaimed(connection: duckdb.DuckDBPyConnection) -> int:
    """How many changed observations have a claim behind them that the published warehouse has not."""
    found = connection.execute(
        """
        select count(distinct d.id)
        from differences_observations as d
        inner join build.marts.evidence as e on e.derived_kind = 'observation' and d.id = e.derived_id
        left join published.marts.claims as c on e.claim_id = c.claim_id
        where d.change = 'changed' and c.claim_id is null
        """
    ).fetchone()
    return found[0] if found else 0


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
