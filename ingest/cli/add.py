"""`figures add`: one more report on the shelf, with its report.yml."""

import json
import re
import shutil
import sys
import unicodedata
from pathlib import Path

import click

from ingest.as_json import as_json as to_json
from ingest.cli import options
from ingest.description import FILE_NAME, KEYS, BadDescription, Problem, read_description
from ingest.documents import Unreadable, title_of, to_text
from ingest.errors import ConfigError, FiguresError

_QUESTIONS = {
    "title": "Title of the report",
    "publisher": "Publisher",
    "published_on": "Day of publication (YYYY-MM-DD)",
    "compiling_org": "Who counted, if not the publisher (empty: the publisher)",
    "ref_area": "Country or area, ISO 3166 such as CN (empty: not stated)",
    "licence": "Licence (empty: not stated)",
    "source_url": "Address of the source (empty: not stated)",
}


@click.command("add")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--title", help="Title of the report.")
@click.option("--publisher", help="Who published it.")
@click.option("--published-on", metavar="YYYY-MM-DD", help="Day of publication.")
@click.option("--compiling-org", help="Who counted, where that is not the publisher.")
@click.option("--language", metavar="CODE", help="ISO 639-1 code; otherwise told from the text.")
@click.option("--ref-area", metavar="CODE", help="ISO 3166 code of what it is about.")
@click.option("--entity", help="Whose figures, where the text leaves it out.")
@click.option("--reference-period", metavar="PERIOD", help="Period of figures whose sentence names none.")
@click.option("--source-url", metavar="URL", help="Where it was published.")
@click.option("--licence", help="Its licence.")
@click.option("--slug", help="Name of its folder; otherwise made from the title.")
@click.option("--yes", is_flag=True, help="Ask nothing: what is needed stands in the options.")
@options.reports
@options.as_json
def command(
    file: Path, reports: Path, slug: str | None, yes: bool, as_json: bool, **given: str | None
) -> None:
    """Put FILE on the shelf as <publisher>/<slug>/ and write its report.yml. Nothing is ever overwritten."""
    try:
        data = file.read_bytes()
        to_text(data, file.name)
    except OSError as error:
        raise ConfigError(f"{file} cannot be opened: {error.strerror}.") from None
    except Unreadable as error:
        raise ConfigError(f"{file.name} {error.reason}; {error.advice}.") from None
    if file.name.startswith("."):
        raise ConfigError(
            f"{file.name} begins with a full stop, and the shelf passes such files by; rename it."
        )
    twin = _twin(reports, data)
    if twin:
        raise ConfigError(f"{file.name} is on the shelf already: {twin} holds the same bytes.")
    values = {key: value.strip() for key, value in given.items() if value and value.strip()}
    title = title_of(data, file.name)
    if not yes and sys.stdin.isatty():
        _ask(values, {"title": title} if title else {})
    text = "".join(f"{key}: {_scalar(values[key])}\n" for key in KEYS if key in values)
    missing = [key for key, known in KEYS.items() if known.required and key not in values]
    wrong: list[str] = []
    if missing:
        flags = ", ".join(map(_flag, missing))
        says = f" (the page says of itself “{title}”)" if title and "title" in missing else ""
        wrong.append(f"{file.name} needs {flags}{says}.")
    try:
        read_description(text.encode(), FILE_NAME)
    except BadDescription as error:
        wrong += [_blame(problem, values) for problem in error.problems if problem.key not in missing]
    if wrong:
        raise ConfigError(" ".join(wrong))
    name = _slug("--slug", slug) if slug else _slug("--title", values["title"], "name one with --slug")
    folder = reports / _slug("--publisher", values["publisher"]) / name
    _place(folder, file.name, data, text)
    where = f"{folder.parent.name}/{folder.name}/{file.name}"
    if as_json:
        click.echo(to_json({"shelf_path": where, "description": values}))
    else:
        click.echo(f"{where} is on the shelf; “figures refresh” reads it.")
    if below := _place_within(values.get("ref_area", ""), f"{values['title']} {values.get('entity', '')}"):
        name, code = below
        click.echo(
            f"Its ref_area is {values['ref_area']}, but it names “{name}”: if its figures are of there, "
            f"write ref_area: {code} in {folder / FILE_NAME}.",
            err=True,
        )


def _ask(values: dict[str, str], offered: dict[str, str]) -> None:
    """Asks for what is missing; an answer that breaks a rule is asked for again, with the rule.

    `offered` is what an empty answer stands for.
    """
    for key, question in _QUESTIONS.items():
        known = KEYS[key]

        def check(answer: str, key: str = key) -> str:
            try:
                if answer or KEYS[key].required:
                    KEYS[key].read(answer)
            except (ValueError, KeyError):
                raise click.UsageError(f"expected is {KEYS[key].expected}") from None
            return answer

        while key not in values or (known.required and not values[key]):
            default = offered.get(key, None if known.required else "")
            values[key] = click.prompt(
                question, default=default, show_default=key in offered, value_proc=check
            ).strip()
    for key in [key for key, value in values.items() if not value]:
        del values[key]


def _place_within(area: str, words: str) -> tuple[str, str] | None:
    """The one place within the country `area` that the words name, with its code; None for none or several.

    Of Chinese names only those that say what they are (上海市), since others are found within longer words.
    """
    from ingest.prose.lexicon import rows

    places = [(row["name"], row["code"]) for row in rows("en", "areas")]
    places += [
        (r["phrase"], r["ref_area"]) for r in rows("zh", "areas") if r["phrase"].endswith(("市", "省", "区"))
    ]
    found = {
        code: name
        for name, code in places
        if code.startswith(f"{area}-")
        and re.search(rf"\b{re.escape(name)}\b" if name.isascii() else name, words, re.IGNORECASE)
    }
    if len(found) != 1:
        return None
    [(code, name)] = found.items()
    return name, code


def _twin(reports: Path, data: bytes) -> str | None:
    """The shelf_path of a report with the same bytes."""
    if not reports.is_dir():
        return None
    from ingest.shelf import scan

    for place in scan(reports):
        if place.path and place.mark and place.mark.size == len(data) and place.path.read_bytes() == data:
            return place.shelf_path
    return None


def _place(folder: Path, name: str, data: bytes, description: str) -> None:
    """Writes report and description beside their place and moves them in at once."""
    if folder.exists():
        raise ConfigError(f"{folder} is there already; name another with --slug.")
    aside = folder.with_name(f".{folder.name}.tmp")
    try:
        aside.mkdir(parents=True)
        (aside / name).write_bytes(data)
        (aside / FILE_NAME).write_text(description, encoding="utf-8", newline="\n")
        aside.rename(folder)
    except OSError as error:
        shutil.rmtree(aside, ignore_errors=True)
        raise FiguresError(f"{folder} cannot be written: {error.strerror}.") from None


def _flag(key: str) -> str:
    return "--" + key.replace("_", "-")


def _blame(problem: Problem, values: dict[str, str]) -> str:
    """What is wrong with the options, as a sentence: nobody has written a report.yml yet."""
    if problem.key == "sample":
        expected = "another name: that one is kept for the samples"
        return f"--publisher is “{values['publisher']}”; expected is {expected}."
    if problem.key not in values:
        return problem.reason
    return f"{_flag(problem.key)} is “{values[problem.key]}”; expected is {problem.expected}."


def _slug(flag: str, text: str, advice: str = "expected is a letter or a digit in it") -> str:
    """A folder's name from a title: letters and digits of any script, hyphens between."""
    words = re.findall(
        r"\w+", unicodedata.normalize("NFKC", text).casefold().replace("'", "").replace("’", "")
    )
    slug = "-".join(words)[:60].strip("-_")
    if not slug:
        raise ConfigError(f"{flag} is “{text}”, which gives no name for a folder; {advice}.")
    return slug


def _scalar(value: str) -> str:
    """A value as YAML: JSON's quotes are YAML's, and make every text safe."""
    plain = re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9 ,./()_-]*", value) and value == value.strip()
    return value if plain else json.dumps(value, ensure_ascii=False)
