"""`figures refresh` and `figures diff`: one run, one line, one exit code."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from ingest.as_json import as_json as to_json
from ingest.cli import options
from ingest.errors import OK
from ingest.outcome import Outcome
from ingest.project import Warehouse, dbt_project

_STEPS = {
    "look": "looking at the shelf",
    "copy": "copying the warehouse aside",
    "load": "reading and loading",
    "check": "checking the raw tables",
    "build": "building and testing with dbt",
    "audit": "comparing with what is published",
    "publish": "publishing",
}


def _shared(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of both commands."""
    for option in (
        click.option(
            "--dbt-timeout",
            type=click.FloatRange(0, min_open=True),
            default=6 * 3600,
            envvar="FIGURES_DBT_TIMEOUT",
            metavar="SECONDS",
            show_default=True,
            help="A dbt that runs longer is stopped.",
        ),
        click.option(
            "--processes", type=click.IntRange(1), help="Processes that read documents; default: one a core."
        ),
        options.as_json,
        options.warehouse,
        options.reports,
    ):
        command = option(command)
    return command


@click.command("refresh")
@_shared
@click.option("--force", is_flag=True, help="Build even where nothing is new.")
@click.option("--accept", is_flag=True, help="Publish although figures vanish or many change.")
@click.option(
    "--max-change",
    type=click.FloatRange(0, 1),
    default=0.25,
    envvar="FIGURES_MAX_CHANGE",
    metavar="SHARE",
    show_default=True,
    help="Share of the published observations that may change without --accept.",
)
@click.option(
    "--keep",
    type=click.IntRange(0),
    default=5,
    envvar="FIGURES_KEEP",
    show_default=True,
    help="Earlier warehouses kept for figures rollback.",
)
@options.source_max_age
@click.option("--hook", envvar="FIGURES_HOOK", default="", help="Command that gets the outcome as JSON.")
@click.option(
    "--hook-seconds",
    type=click.FloatRange(0, min_open=True),
    default=30,
    envvar="FIGURES_HOOK_SECONDS",
    metavar="SECONDS",
    show_default=True,
    help="A hook that runs longer is stopped.",
)
@click.option("--quiet", is_flag=True, help="Print only the closing line.")
def command(reports: Path, warehouse: Warehouse, as_json: bool, quiet: bool, **settings: Any) -> int:
    """Read what is new on the shelf, build and test the warehouse, and publish it whole.

    Whatever happens, the published warehouse is the old one or the new one.
    """
    outcome = _run(reports, warehouse, as_json or quiet, settings)
    if as_json:
        _print_json(outcome)
    else:
        if outcome.published and not quiet:
            from ingest.report import report

            click.echo(report(outcome))
        _say(outcome)
    return outcome.exit_code


@click.command("diff")
@_shared
@click.option(
    "--limit", type=click.IntRange(0), default=50, show_default=True, help="Rows of each mart shown."
)
def diff(reports: Path, warehouse: Warehouse, as_json: bool, limit: int, **settings: Any) -> int:
    """Show what a refresh would add, change and remove, without publishing it."""
    outcome = _run(reports, warehouse, as_json, {**settings, "publish": False})
    if as_json:
        _print_json(outcome)
    else:
        if outcome.diff:
            from ingest.report import diff_report

            click.echo(diff_report(outcome.diff, limit))
        _say(outcome)
    return outcome.exit_code


def _run(reports: Path, warehouse: Warehouse, is_silent: bool, settings: dict[str, Any]) -> Outcome:
    from ingest.refresh import Plan, refresh

    settings["processes"] = settings.get("processes") or os.cpu_count() or 1
    plan = Plan(reports.resolve(), warehouse, dbt_project(), **settings)
    told = click.get_current_context().obj
    if sys.stderr.isatty() and not is_silent:
        from ingest.cli.progress import Display

        with Display(_STEPS) as display:
            outcome = refresh(plan, display, told["debug"])
    else:
        outcome = refresh(plan, debug=told["debug"])
    told["code"] = outcome.exit_code
    return outcome


def _print_json(outcome: Outcome) -> None:
    click.echo(to_json(outcome.as_dict()))


def _say(outcome: Outcome) -> None:
    """What a person should hear of, on standard error but for a good closing line."""
    for entry in outcome.quarantined:
        click.echo(f"Quarantined: {entry['reason']}", err=True)
    for folder in outcome.waiting:
        click.echo(f"Waits for the next run: something in {folder}/ is still being written.", err=True)
    for failure in outcome.failures:
        if not failure["message"] or str(failure["message"]) not in outcome.message:  # said at the end
            click.echo(f"Failed: {_failure(failure)}", err=True)
    for warning in outcome.warnings:
        click.echo(f"Warning: {warning}", err=True)
    click.echo(outcome.message, err=outcome.exit_code != OK and not outcome.published)


def _failure(failure: dict[str, object]) -> str:
    first = failure.get("first")
    why = first.get("reason") if isinstance(first, dict) else None
    return f"{failure['kind']} {failure['name']}: {why or failure['message'] or 'see the log'}"
