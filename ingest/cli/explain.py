"""`figures explain`: from a figure back to its sentence."""

import click

from ingest.as_json import as_json as to_json
from ingest.cli import options
from ingest.errors import ConfigError
from ingest.project import Warehouse
from ingest.warehouse import open_published


@click.command("explain")
@click.argument("asked", nargs=-1, required=True, metavar="ID|WORDS...")
@options.warehouse
@options.as_json
def command(asked: tuple[str, ...], warehouse: Warehouse, as_json: bool) -> None:
    """Show where a figure comes from: document, sentence with the figure marked, rule, bounds, arithmetic.

    ID is the beginning of the id of a claim, observation, baseline, implied level or reconciliation; WORDS
    are words of an indicator and a period: figures explain makers spaces 2016.
    """
    import duckdb

    from ingest.explain import explain

    with open_published(warehouse) as connection:
        try:
            answer = explain(connection, " ".join(asked))
        except duckdb.CatalogException as error:
            said = " ".join(str(error).split())[:200]
            raise ConfigError(f"The warehouse was built by another version of the project: {said}") from None
    if as_json:
        click.echo(to_json({"kind": answer.kind, **answer.facts}))
    else:
        click.echo("\n".join(answer.lines))
