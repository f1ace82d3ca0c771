"""How old things are: the last successful refresh, and the last report of each source."""

from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import duckdb

from ingest.journal import Entry

_GOOD = {"published", "nothing_new"}


@dataclass(frozen=True)
class Source:
    """A publisher on the shelf. Times are UTC."""

    publisher: str
    reports: int
    latest_published_on: str
    last_loaded_at: str
    days_since_load: float
    is_stale: bool

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


def last_success(ends: list[Entry]) -> Entry | None:
    """The latest refresh that published or found nothing to do."""
    return next((entry for entry in reversed(ends) if entry.outcome in _GOOD), None)


def age(entry: Entry) -> timedelta:
    """Time since a refresh ended; none at all where the clock was set back."""
    return max(now() - datetime.fromisoformat(entry.finished_at), timedelta(0))


def sources(connection: duckdb.DuckDBPyConnection, max_days: float | None) -> list[Source]:
    """Each publisher with reports on the shelf; stale where none of them is younger here than `max_days`."""
    rows = connection.execute(
        """
        with numbered as (
            select p.reading_id, row_number() over (partition by p.shelf_path order by l.load_no desc) as age
            from raw.placements as p inner join raw.loads as l on p.load_id = l.load_id
        )
        select
            d.publisher,
            count(distinct d.document_id),
            cast(max(d.published_on) as varchar),
            max(f.first_loaded_at)
        from numbered as n
        inner join raw.documents as d on n.reading_id = d.reading_id
        inner join (
            -- a document is as new as its first reading; reading it again with a newer reader is no news
            select r.document_id, min(l.finished_at) as first_loaded_at
            from raw.documents as r inner join raw.loads as l on r.load_id = l.load_id
            group by r.document_id
        ) as f on d.document_id = f.document_id
        where n.age = 1
        group by d.publisher
        order by d.publisher
        """
    ).fetchall()
    found = []
    for publisher, reports, published_on, loaded_at in rows:
        days = max((now() - loaded_at).total_seconds() / 86400, 0.0)
        stale = max_days is not None and days > max_days
        found.append(Source(publisher, reports, published_on, loaded_at.isoformat(), round(days, 2), stale))
    return found


def quarantined(connection: duckdb.DuckDBPyConnection) -> list[dict[str, str]]:
    """Each place that cannot be read now, with the latest reason, whichever run met it."""
    rows = connection.execute(
        """
        with numbered as (
            select
                p.shelf_path, p.status,
                row_number() over (partition by p.shelf_path order by l.load_no desc) as age
            from raw.placements as p inner join raw.loads as l on p.load_id = l.load_id
        )
        select n.shelf_path, max_by(q.reason, l.load_no)
        from numbered as n
        inner join raw.quarantine as q on n.shelf_path = q.shelf_path
        inner join raw.loads as l on q.load_id = l.load_id
        where n.age = 1 and n.status = 'quarantined'
        group by n.shelf_path
        order by n.shelf_path
        """
    ).fetchall()
    return [{"shelf_path": shelf_path, "reason": reason} for shelf_path, reason in rows]


def now() -> datetime:
    """The time in UTC without a zone, as the journal and raw store it."""
    return datetime.now(UTC).replace(tzinfo=None)


def words(span: timedelta) -> str:
    """A length of time for a person: 3 minutes, 5 hours, 12 days."""
    minutes = span.total_seconds() / 60
    for limit, divisor, name in ((120, 1, "minute"), (48 * 60, 60, "hour"), (float("inf"), 1440, "day")):
        if minutes < limit:
            count = int(minutes // divisor)
            return f"{count} {name}{'' if count == 1 else 's'}"
    return ""
