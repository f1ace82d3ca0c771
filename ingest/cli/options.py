"""Options that several commands share."""

from collections.abc import Callable
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

as_json: Decorator = click.option("--json", "as_json", is_flag=True, help="Answer as JSON.")

source_max_age: Decorator = click.option(
    "--source-max-age",
    type=click.FloatRange(0),
    envvar="FIGURES_SOURCE_MAX_AGE",
    metavar="DAYS",
    help="A publisher that has brought no report for longer is stale; off where not given.",
)
