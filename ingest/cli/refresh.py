"""`figures refresh`: one run, one line, one exit code."""

import json
import os
import sys
from pathlib import Path

import click

from ingest.cli import options
from ingest.errors import OK
from ingest.outcome import Outcome
from ingest.project import Warehouse, dbt_project

_STEPS = {
    "look": "looking at the shelf",
    "copy": "copying the warehouse aside",
    "load": "reading and loading",
    "check": "checking what was loaded",
    "build": "building and testing with dbt",
    "audit": "looking at the result",
    "publish": "publishing",
}


@click.command("refresh")
@options.reports
@options.warehouse
@options.as_json
@click.option("--force", is_flag=True, help="Build even where nothing is new.")
@click.option(
    "--processes", type=click.IntRange(1), help="Processes that read documents; default: one a core."
)
@click.option(
    "--dbt-timeout",
    type=click.FloatRange(1),
    default=6 * 3600,
    envvar="FIGURES_DBT_TIMEOUT",
    help="Seconds after which a hanging dbt is stopped.",
    show_default=True,
)
@click.option("--quiet", is_flag=True, help="Print only the closing line.")
def command(
    reports: Path,
    warehouse: Warehouse,
    as_json: bool,
    force: bool,
    processes: int | None,
    dbt_timeout: float,
    quiet: bool,
) -> int:
    """Read what is new on the shelf, build and test the warehouse, and publish it whole.

    Whatever happens, the published warehouse is the old one or the new one.
    """
    from ingest.refresh import Plan, refresh

    plan = Plan(
        reports.resolve(), warehouse, dbt_project(), force, processes or os.cpu_count() or 1, dbt_timeout
    )
    if sys.stderr.isatty() and not quiet and not as_json:
        from ingest.cli.progress import Display

        with Display(_STEPS) as display:
            outcome = refresh(plan, display)
    else:
        outcome = refresh(plan)
    if as_json:
        click.echo(json.dumps(outcome.as_dict(), ensure_ascii=False, default=str))
    else:
        _say(outcome, quiet)
    return outcome.exit_code


def _say(outcome: Outcome, quiet: bool) -> None:
    if outcome.published and not quiet:
        from ingest.report import report

        click.echo(report(outcome))
    for entry in outcome.quarantined:
        click.echo(f"Quarantined: {entry['reason']}", err=True)
    for folder in outcome.waiting:
        click.echo(f"Waits for the next run: something in {folder}/ is still being written.", err=True)
    for failure in outcome.failures:
        click.echo(f"Failed: {_failure(failure)}", err=True)
    click.echo(outcome.message, err=outcome.exit_code != OK and not outcome.published)


def _failure(failure: dict[str, object]) -> str:
    first = failure.get("first")
    why = first.get("reason") if isinstance(first, dict) else None
    return f"{failure['kind']} {failure['name']}: {why or failure['message'] or 'see the log'}"
