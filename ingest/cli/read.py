"""`figures read`: one report to JSON lines, without a warehouse."""

import functools
import hashlib
import sys
from datetime import date
from pathlib import Path

import click

from ingest.as_json import as_json as to_json
from ingest.cli import options
from ingest.documents import Unreadable, to_text
from ingest.errors import FiguresError
from ingest.prose import Claim, Context, Reading, UnknownLanguage, read_claims

_described = functools.partial(click.option, callback=options.as_described)


@click.command("read")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, allow_dash=True))
@_described("--language", metavar="CODE", help="ISO 639-1 code; otherwise told from the text.")
@_described("--published-on", metavar="YYYY-MM-DD", help="Day of publication: “last year” resolves from it.")
@_described("--entity", help="Whose figures, where the text leaves it out.")
@_described("--ref-area", "--area", "ref_area", metavar="CODE", help="ISO 3166 code of what it is about.")
@_described("--reference-period", metavar="PERIOD", help="Period of figures whose sentence names none.")
@click.option(
    "--format", "name", type=click.Choice(["txt", "html"]), help="Of standard input; else told from it."
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object with claims, links and refusals.")
def command(
    file: str,
    language: str | None,
    published_on: date | None,
    entity: str | None,
    ref_area: str | None,
    reference_period: str | None,
    name: str | None,
    as_json: bool,
) -> None:
    """Print every figure of FILE (- for standard input) as one JSON object a line.

    Each object has the columns of raw.claims and, for each role of a link, a key with the target's claim_id.
    What was passed by, and why, goes to standard error as one line.
    """
    data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    if file == "-":
        looks_html = data[:1024].lstrip().lower().startswith((b"<!doctype", b"<html", b"<?xml"))
        shown, path = "standard input", f"stdin.{name or ('html' if looks_html else 'txt')}"
    else:
        shown, path = file, f"{file}.{name}" if name else file
    try:
        text = to_text(data, path)
    except Unreadable as error:
        raise FiguresError(f"{shown} {error.reason}; {error.advice}.") from None
    document_id = hashlib.sha256(data).hexdigest()
    context = Context(document_id, published_on, language, ref_area, entity, reference_period)
    try:
        reading = read_claims(text.text, context)
    except UnknownLanguage as error:
        raise FiguresError(f"{shown} {error}; give --language en or zh if it is in one of them.") from None
    rows = claim_objects(reading, document_id)
    if as_json:
        answer = {
            "document_id": document_id,
            "media_type": text.media_type,
            "language": reading.language,
            "claims": rows,
            "refusals": [r._asdict() for r in reading.refusals],
        }
        click.echo(to_json(answer))
        return
    out = sys.stdout
    out.writelines(to_json(row) + "\n" for row in rows)
    if not rows:
        click.echo(f"{shown}: no figures.", err=True)
    for refusal in reading.refusals:
        click.echo(f"{shown}: passed by “{refusal.quote}”: {refusal.reason}", err=True)


def claim_objects(reading: Reading, document_id: str) -> list[dict[str, object]]:
    """The claims of a reading as JSON-ready objects; exact decimals become the shortest text of a number.

    A role with several targets (a share of two wholes) lists them; with one it is the claim_id itself.
    """
    links: dict[str, dict[str, list[str]]] = {}
    for link in reading.links:
        links.setdefault(link.claim_id, {}).setdefault(link.role, []).append(link.target_claim_id)
    rows: list[dict[str, object]] = []
    for claim in reading.claims:
        row: dict[str, object] = {"document_id": document_id}
        for name, value in zip(Claim._fields, claim, strict=True):
            row[name] = _number(value) if name in _NUMBERS else value
        for role, targets in sorted(links.get(claim.claim_id, {}).items()):
            row[role] = targets[0] if len(targets) == 1 else targets
        rows.append(row)
    return rows


_NUMBERS = {"value", "value_upper", "last_place", "last_nonzero_place"}


def _number(value: object) -> int | float | None:
    """A JSON number. A float shows the same digits as the decimal up to its 15th; raw keeps all."""
    if value is None:
        return None
    as_float = float(str(value))
    return int(as_float) if as_float.is_integer() and abs(as_float) < 2**53 else as_float
