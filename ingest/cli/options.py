"""Options that several commands share."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import click

from ingest.project import REPORTS, WAREHOUSE, Warehouse

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

reports: Decorator = click.option(
    "--reports",
    envvar="FIGURES_REPORTS",
    type=click.Path(path_type=Path, file_okay=False),
    default=REPORTS,
    show_default="reports/ of the checkout",
    help="The shelf.",
)

warehouse: Decorator = click.option(
    "--warehouse",
    envvar="FIGURES_WAREHOUSE",
    type=click.Path(path_type=Path, file_okay=False),
    default=WAREHOUSE,
    show_default="warehouse/ of the checkout",
    callback=lambda ctx, param, value: Warehouse(value.resolve()),
    help="The folder of the warehouse.",
)


def as_described(ctx: click.Context, param: click.Parameter, value: str | None) -> Any:
    """The value of an option that is a key of report.yml too, held to the same rule."""
    if not value:
        return None
    from ingest.description import KEYS, not_after

    key = KEYS[str(param.name)]
    try:
        read = key.read(value)
    except (ValueError, KeyError):
        raise click.BadParameter(f"“{value}”; expected is {key.expected}.") from None
    if isinstance(read, date) and read > date.today():
        raise click.BadParameter(f"{read} lies in the future; expected is {not_after(date.today())}.")
    return read


as_json: Decorator = click.option("--json", "as_json", is_flag=True, help="Answer as JSON.")

source_max_age: Decorator = click.option(
    "--source-max-age",
    type=click.FloatRange(0),
    envvar="FIGURES_SOURCE_MAX_AGE",
    metavar="DAYS",
    help="A publisher that has brought no report for longer is stale; off where not given.",
)
