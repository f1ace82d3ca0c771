"""Where a refresh under Dagster reads and writes, and how: the options of `figures refresh`."""

import os
from dataclasses import fields

import click
import dagster as dg

from ingest.cli.refresh import command
from ingest.errors import ConfigError
from ingest.project import dbt_project
from ingest.refresh import Plan

_PLAN = {field.name for field in fields(Plan)}


class Figures(dg.ConfigurableResource):  # type: ignore[type-arg]
    """The shelf and the warehouse. What is not configured is what the command line would take.

    That is an environment variable (FIGURES_REPORTS, FIGURES_WAREHOUSE, FIGURES_HOOK …) or the default of the
    option; `options` holds further options of `figures refresh`, such as ["--keep", "10"].
    """

    reports: str = ""
    warehouse: str = ""
    options: list[str] = []  # noqa: RUF012 (pydantic copies it)

    def plan(self, *options: str) -> Plan:
        """What a refresh is asked to do. ConfigError where an option cannot be understood."""
        given = [*self.options, *options]
        if self.reports:
            given += ["--reports", self.reports]
        if self.warehouse:
            given += ["--warehouse", self.warehouse]
        try:
            settings = command.make_context("figures refresh", given).params
        except click.ClickException as error:
            raise ConfigError(error.format_message()) from None
        settings["processes"] = settings["processes"] or os.cpu_count() or 1
        named = {name: value for name, value in settings.items() if name in _PLAN - {"warehouse"}}
        return Plan(settings["reports"].resolve(), settings["warehouse"], dbt_project(), **named)
