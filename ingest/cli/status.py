"""`figures status`: is the warehouse as fresh as it should be."""

from datetime import timedelta
from typing import Any

import click

from ingest import journal
from ingest.as_json import as_json as to_json
from ingest.cli import options
from ingest.errors import FAILED, OK, FiguresError
from ingest.freshness import age, last_success, quarantined, sources, words
from ingest.project import Warehouse


@click.command("status")
@options.warehouse
@options.as_json
@click.option(
    "--max-age",
    type=click.FloatRange(0),
    default=36.0,
    show_default=True,
    envvar="FIGURES_MAX_AGE",
    metavar="HOURS",
    help="Older than this without a successful refresh is stale.",
)
@options.source_max_age
def command(warehouse: Warehouse, as_json: bool, max_age: float, source_max_age: float | None) -> int:
    """Show the age of the last successful refresh, what it changed, and how fresh each source is.

    Ends with 1 where the warehouse or a source is stale, damaged or missing, so that a timer of its own can
    watch it even if no refresh ever starts.
    """
    answer = _status(warehouse, max_age, source_max_age)
    code = FAILED if answer["problems"] else OK
    click.get_current_context().obj["code"] = code
    if as_json:
        click.echo(to_json(answer))
    else:
        for line in _lines(answer):
            click.echo(line)
    return code


def _status(warehouse: Warehouse, max_age: float, source_max_age: float | None) -> dict[str, Any]:
    ends, unfinished = journal.read_last(warehouse.journal)
    success = last_success(ends)
    published = next((entry for entry in reversed(ends) if entry.published), None)
    problems: list[str] = []
    found: list[dict[str, Any]] = []
    unread: list[dict[str, str]] = []
    if success is None:
        problems.append("no refresh has succeeded yet")
    elif age(success) > timedelta(hours=max_age):
        problems.append(f"the last successful refresh ended {words(age(success))} ago")
    try:
        from ingest.warehouse import open_published

        with open_published(warehouse) as connection:
            found = [source.as_dict() for source in sources(connection, source_max_age)]
            unread = quarantined(connection)
    except FiguresError as error:
        problems.append(str(error).rstrip("."))
    problems += [
        f"{source['publisher']} has brought nothing for {source['days_since_load']:.0f} days"
        for source in found
        if source["is_stale"]
    ]
    last = ends[-1] if ends else None
    return {
        "warehouse": str(warehouse.published),
        "is_stale": bool(problems),
        "problems": problems,
        "last_success": vars(success) if success else None,
        "hours_since_success": round(age(success).total_seconds() / 3600, 2) if success else None,
        "last_published": vars(published) if published else None,
        "last_run": vars(last) if last else None,
        "rolled_back": journal.standing_rollback(warehouse.journal),
        # A start without an end and nothing after it: killed, or running now.
        "unfinished": [start for start in unfinished if not last or start["started_at"] > last.started_at],
        "sources": found,
        "quarantined": unread,
    }


def _lines(answer: dict[str, Any]) -> list[str]:
    lines = []
    for problem in answer["problems"]:
        lines.append(f"Stale: {problem}.")
    success, published, last = answer["last_success"], answer["last_published"], answer["last_run"]
    if success:
        hours = timedelta(hours=answer["hours_since_success"])
        lines.append(f"Last successful refresh: {_at(success)}, {words(hours)} ago.")
    if published:
        lines.append(
            f"Last published: {_at(published)}, {published['readings_added']:,} readings and "
            f"{published['claims_added']:,} claims came in; observations: "
            f"{published['observations_added']:,} added, {published['observations_changed']:,} changed, "
            f"{published['observations_removed']:,} removed."
        )
    if back := answer["rolled_back"]:
        lines.append(
            f"An earlier warehouse is up: {back['name']}, put back by figures rollback at {back['at']} UTC."
        )
        lines.append(
            "The next refresh leaves it there until the shelf or the project changes; "
            "figures refresh --force builds anew."
        )
    if last and last["outcome"] == "failed":
        lines.append(f"The last run failed at {_at(last)}: {last['message']}")
    for start in answer["unfinished"]:
        since = f"{start['started_at'][:19]} UTC"
        lines.append(f"A run that began at {since} has not ended: it runs or was killed.")
    for source in answer["sources"]:
        lines.append(
            f"{source['publisher']}: {_counted(source['reports'], 'report')}, the latest published on "
            f"{source['latest_published_on']}; the newest came in {source['days_since_load']:.0f} days ago."
        )
    unread = answer["quarantined"]
    if unread:
        lines.append(f"{_counted(len(unread), 'report')} cannot be read:")
    lines += [f"  {entry['reason']}" for entry in unread]
    return lines or ["Nothing has run yet."]


def _counted(number: int, name: str) -> str:
    return f"{number:,} {name}{'' if number == 1 else 's'}"


def _at(entry: dict[str, Any]) -> str:
    return f"{entry['finished_at'][:19]} UTC"
