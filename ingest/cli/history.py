"""`figures history` and `figures rollback`: earlier published warehouses."""

import click

from ingest.as_json import as_json as to_json
from ingest.cli import options
from ingest.project import Warehouse


@click.command("history")
@options.warehouse
@options.as_json
def history(warehouse: Warehouse, as_json: bool) -> None:
    """List the published warehouse and the earlier ones that are kept, newest first."""
    from ingest.history import listing

    found = listing(warehouse)
    if as_json:
        click.echo(to_json([kept.as_dict() for kept in found]))
        return
    for kept in found:
        mark = "  published" if kept.stands else ""
        click.echo(f"{kept.name}  {kept.published_at}  {kept.byte_count:,} bytes{mark}")
    if not found:
        click.echo("Nothing was published yet.")


@click.command("rollback")
@click.argument("name", required=False)
@options.warehouse
@options.as_json
@click.option("--keep", type=click.IntRange(1), default=5, envvar="FIGURES_KEEP", hidden=True)
def rollback(name: str | None, warehouse: Warehouse, as_json: bool, keep: int) -> None:
    """Put an earlier warehouse back in the place of the published one: the latest, or NAME.

    The names are those of figures history. The one that is replaced is kept. The next refresh finds nothing
    new until the shelf or the project changes.
    """
    from ingest.rollback import roll_back

    kept = roll_back(warehouse, name, keep)
    if as_json:
        click.echo(to_json(kept.as_dict()))
    else:
        click.echo(f"{kept.name} of {kept.published_at} is published again.")
