"""report.yml: what a report says of itself, checked key by key.

Every scalar is read as the text that stands there, so that `title: 2017`, `language: no` and
`published_on: 2018-12-05` mean what their writer saw and not what YAML makes of them.
"""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import NoReturn

from schemas.areas import AREA
from schemas.vocabulary import AREA_GROUP, LANGUAGE

FILE_NAME = "report.yml"
SAMPLES_PUBLISHER = "Report Figures samples"
LICENCE_NOT_STATED = "not stated"
_MAX_BYTES = 64 * 1024

_PERIOD = re.compile(
    r"[12]\d{3}(-(S[12]|Q[1-4]|(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?))?"
    r"|\d{4}-\d\d-\d\d/P\d{1,3}[DWMY]|\d{4}(-\d\d(-\d\d)?)?/\.\."
)


@dataclass(frozen=True)
class Problem:
    """Why a place on the shelf cannot be read: the key at fault if one is, and a sentence."""

    reason: str
    key: str | None = None
    expected: str | None = None


class BadDescription(Exception):
    """report.yml cannot be used; `problems` says why, in the order of the file."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(" ".join(p.reason for p in problems))
        self.problems = problems


@dataclass(frozen=True)
class Description:
    """The checked content of a report.yml; fields are its keys."""

    title: str
    publisher: str
    published_on: date
    compiling_org: str | None = None
    language: str | None = None
    ref_area: str | None = None
    entity: str | None = None
    reference_period: str | None = None
    source_url: str | None = None
    licence: str = LICENCE_NOT_STATED
    file: str | None = None
    sample: bool = False

    def canonical(self) -> str:
        """The content as JSON that is the same for the same meaning; part of the reading's identity.

        `file` is left out: it says where the bytes stand, not what they are.
        """
        named = {key: getattr(self, key) for key in KEYS if key != "file"}
        named["published_on"] = self.published_on.isoformat()
        return json.dumps(named, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def _text(value: str) -> str:
    return " ".join(value.split())


def _day(value: str) -> date:
    return date.fromisoformat(value) if re.fullmatch(r"\d{4}-\d\d-\d\d", value) else _fail()


def _language(value: str) -> str:
    return value.lower() if value.lower() in LANGUAGE else _fail()


def _area(value: str) -> str:
    code = value.upper()
    country = re.sub(r"-[A-Z0-9]{1,3}$", "", code)  # ISO 3166-2: a part of a country
    return code if country in AREA or code in AREA_GROUP else _fail()


def _period(value: str) -> str:
    for day in re.findall(r"\d{4}-\d\d-\d\d", value):
        date.fromisoformat(day)
    return value if _PERIOD.fullmatch(value) else _fail()


def _url(value: str) -> str:
    return value if re.fullmatch(r"https?://\S+", value) else _fail()


def _file(value: str) -> str:
    return value if "/" not in value and "\\" not in value and value not in {".", ".."} else _fail()


def _bool(value: str) -> bool:
    return {"true": True, "yes": True, "false": False, "no": False}[value.lower()]


def _fail() -> NoReturn:
    raise ValueError


@dataclass(frozen=True)
class _Key:
    read: Callable[[str], object]
    expected: str
    required: bool = False


KEYS: dict[str, _Key] = {
    "title": _Key(_text, "the title of the report", required=True),
    "publisher": _Key(_text, "the name of who published the report", required=True),
    "published_on": _Key(_day, "the day of publication as YYYY-MM-DD", required=True),
    "compiling_org": _Key(_text, "the name of who counted, where that is not the publisher"),
    "language": _Key(_language, f"an ISO 639-1 code of a language that is read: {' or '.join(LANGUAGE)}"),
    "ref_area": _Key(_area, f"an ISO 3166 code such as CN or CN-11, or one of {', '.join(AREA_GROUP)}"),
    "entity": _Key(_text, "the name of whose figures these are"),
    "reference_period": _Key(_period, "a period such as 2017, 2017-S1, 2017-Q1, 2017-03 or 2017-01-01/P9M"),
    "source_url": _Key(_url, "an address that begins with http:// or https://"),
    "licence": _Key(_text, "the licence of the report"),
    "file": _Key(_file, "the name of the report's file in the same folder"),
    "sample": _Key(_bool, "true or false"),
}


def read_description(data: bytes, where: str, today: date | None = None) -> Description:
    """The description that the bytes of a report.yml hold.

    `where` names the file in messages. BadDescription lists everything that is wrong with it.
    """
    pairs, problems = _pairs(data, where)
    values: dict[str, object] = {}
    for key, text, line in pairs:
        known = KEYS[key]
        try:
            values[key] = known.read(text)
        except (ValueError, KeyError):
            problems.append(_problem(where, f"line {line}: {key} is “{text}”", key, known.expected))
    for key, known in KEYS.items():
        if known.required and key not in {k for k, _, _ in pairs} | {p.key for p in problems}:
            problems.append(_problem(where, f"{key} is missing", key, known.expected))
    day = values.get("published_on")
    today = today or date.today()
    if isinstance(day, date) and day > today:
        problems.append(
            _problem(where, f"published_on lies in the future, {day}", "published_on", not_after(today))
        )
    # No sentence of ours may be credited to anybody else, and no report of somebody else's to us.
    is_ours = values.get("publisher") == SAMPLES_PUBLISHER
    if "publisher" in values and is_ours != values.get("sample", False):
        key, expected = ("sample", "true") if is_ours else ("publisher", f"“{SAMPLES_PUBLISHER}”")
        found = f"sample and the publisher “{values['publisher']}” contradict each other"
        problems.append(_problem(where, found, key, expected))
    if problems:
        raise BadDescription(problems)
    return Description(**values)  # type: ignore[arg-type]


def not_after(today: date) -> str:
    """What is expected of a day of publication that lies in the future."""
    return f"a day not after today, {today.isoformat()}"


def _problem(where: str, found: str, key: str | None, expected: str) -> Problem:
    return Problem(f"{where}: {found}; expected is {expected}.", key, expected)


def _pairs(data: bytes, where: str) -> tuple[list[tuple[str, str, int]], list[Problem]]:
    """Known keys with their text and line; what is wrong with the form, the keys or a value's shape."""
    import yaml  # where a description is read: a refresh with nothing new reads none

    if len(data) > _MAX_BYTES:
        raise BadDescription([_problem(where, f"the file has {len(data):,} bytes", None, "a few lines")])
    try:
        root = yaml.compose(data.decode("utf-8-sig"), Loader=yaml.CBaseLoader)
    except UnicodeDecodeError as error:
        raise BadDescription(
            [_problem(where, f"byte {error.start} is not UTF-8", None, "a file saved as UTF-8")]
        ) from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f"line {mark.line + 1}, column {mark.column + 1}: " if mark else ""
        what = " ".join((getattr(error, "problem", None) or str(error)).split())
        hint = "a line “key: value” each; put quotes around a value that holds “: ” or begins with a sign"
        raise BadDescription([_problem(where, f"{line}{what}", None, hint)]) from None
    if not isinstance(root, yaml.MappingNode):
        raise BadDescription([_problem(where, "the file holds no keys", None, "lines “key: value”")])
    pairs: list[tuple[str, str, int]] = []
    problems: list[Problem] = []
    for key_node, value_node in root.value:
        key, line = str(key_node.value), key_node.start_mark.line + 1
        if key not in KEYS:
            import difflib

            nearest = difflib.get_close_matches(key.lower(), KEYS, n=1, cutoff=0)
            problems.append(
                _problem(
                    where,
                    f"line {line}: the key “{key}” is unknown",
                    key,
                    f"a known key such as {nearest[0]}",
                )
            )
        elif not isinstance(value_node, yaml.ScalarNode):
            problems.append(
                _problem(
                    where, f"line {line}: {key} holds a list or keys of its own", key, KEYS[key].expected
                )
            )
        elif key in {k for k, _, _ in pairs}:
            problems.append(_problem(where, f"line {line}: {key} stands twice", key, "each key once"))
        elif value_node.value.strip() and value_node.value not in {"null", "~"}:
            pairs.append((key, value_node.value.strip(), line))
    return pairs, problems
