"""The command `figures`: thin. Each command's module is imported only when it is called."""

import importlib
import os
import sys

import click

from ingest.errors import EXIT_CODES, OK, FiguresError

_COMMANDS = {
    "refresh": "ingest.cli.refresh",
    "read": "ingest.cli.read",
    "add": "ingest.cli.add",
    "explain": "ingest.cli.explain",
    "status": "ingest.cli.status",
    "diff": "ingest.cli.refresh:diff",
    "history": "ingest.cli.history:history",
    "rollback": "ingest.cli.history:rollback",
    "query": "ingest.cli.query",
}
# Beside each name for `figures --help`, so that help imports no command either.
_HELP = {
    "refresh": "Read what is new on the shelf, build, test and publish the warehouse.",
    "read": "Print the figures of one report as JSON lines; no warehouse needed.",
    "add": "Put a report on the shelf with its report.yml.",
    "explain": "Show where a figure comes from and how it was derived.",
    "status": "Show how old the warehouse is and what has changed.",
    "diff": "Show what a refresh would change, without publishing it.",
    "history": "List the published warehouse and the earlier ones.",
    "rollback": "Put an earlier warehouse back.",
    "query": "Run a query on the published warehouse, read-only.",
}


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module, _, name = _COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(importlib.import_module(module), name or "command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_HELP.items()))

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            # The reader of our output has gone (… | head): nothing is left to say; the result stands.
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            return ctx.obj["code"]

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            import difflib

            near = difflib.get_close_matches(args[0], _COMMANDS, n=1)
            if near:
                raise click.UsageError(
                    f"No such command '{args[0]}'; did you mean '{near[0]}'?", ctx
                ) from None
            raise error


@click.group(cls=_Commands, epilog=EXIT_CODES, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="report-figures", prog_name="figures")
@click.option("--debug", is_flag=True, help="Show a stack trace where something fails.")
def group(debug: bool) -> None:
    """Report Figures: the figures that reports print in sentences, in a tested warehouse."""


def main(args: list[str] | None = None) -> None:
    """Runs the command line and exits with one of the documented codes."""
    given = sys.argv[1:] if args is None else args
    # Allowed behind the command too, where people write it.
    debug = "--debug" in given
    given = [arg for arg in given if arg != "--debug"]
    try:
        told = {"debug": debug, "code": OK}
        code = group.main(given, prog_name="figures", standalone_mode=False, obj=told)
    except click.exceptions.Abort:
        click.echo("Stopped.", err=True)
        code = 1
    except click.ClickException as error:
        if debug:
            raise
        error.show()
        code = error.exit_code
    except FiguresError as error:
        if debug:
            raise
        click.echo(str(error), err=True)
        code = error.code
    except Exception as error:
        if debug:
            raise
        click.echo(f"{type(error).__name__}: {error} (--debug shows where)", err=True)
        code = 1
    sys.exit(code if isinstance(code, int) else OK)
