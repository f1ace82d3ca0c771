"""What the hooks say: the outcome of a refresh, JSON on standard input, as a subject and a text.

`figures refresh --hook COMMAND` runs the command after every refresh. A person is told only of what a
person can act on: a failure, or a report that could not be read. FIGURES_HOOK_ALWAYS=1 tells of all.
Only the standard library is used, so that a hook works where the project's environment is what broke.
"""

import json
import os
import socket
import sys
from typing import Any

LISTED = 20  # of a long list; the rest is counted


def read(text: str) -> dict[str, Any]:
    """The outcome; a text that is no JSON object ends the hook with a sentence."""
    try:
        outcome = json.loads(text)
    except ValueError:
        outcome = None
    if not isinstance(outcome, dict):
        sys.exit("expected on standard input: the outcome of a refresh, one JSON object")
    return outcome


def is_worth_telling(outcome: dict[str, Any]) -> bool:
    """True where a person has something to do, or asked to be told of everything."""
    return outcome.get("exit_code") != 0 or os.environ.get("FIGURES_HOOK_ALWAYS") == "1"


def subject(outcome: dict[str, Any]) -> str:
    """One line for an inbox: what, and on which machine."""
    code = outcome.get("exit_code")
    what = {
        0: "refreshed" if outcome.get("published") else "nothing new",
        3: "published, but look at it",
    }.get(code, "refresh failed, the last good warehouse is kept")
    return f"Report Figures: {what} ({socket.gethostname()})"


def text(outcome: dict[str, Any]) -> str:
    """The closing line, then whatever names what to look at, then the numbers."""
    lines = [str(outcome.get("message", "no message")), ""]
    # A reason names its report; a failure does not name its test.
    lines += _list("Could not be read", [str(q.get("reason")) for q in outcome.get("quarantined") or []])
    lines += _list("What failed", [_failure(failure) for failure in outcome.get("failures") or []])
    lines += _list("Warnings", outcome.get("warnings") or [])
    if outcome.get("failed_build"):
        lines += [f"The failed build is kept in {outcome['failed_build']}", ""]
    numbers = {
        "reports that came in": outcome.get("readings_added"),
        "claims that came in": outcome.get("claims_added"),
        "observations added": outcome.get("observations_added"),
        "observations changed": outcome.get("observations_changed"),
        "observations removed": outcome.get("observations_removed"),
        "tests run": outcome.get("tests_run"),
        "seconds": outcome.get("seconds"),
    }
    lines += [f"{name}: {number}" for name, number in numbers.items() if number is not None]
    return "\n".join(lines).rstrip() + "\n"


def _failure(failure: dict[str, Any]) -> str:
    """Name and reason of a test or model that failed: the words of the first failing row, if it has any."""
    first = failure.get("first") or {}
    why = first.get("reason") or failure.get("message") or "see the log"
    return f"{failure.get('name')}: {why}"


def _list(title: str, items: list[str]) -> list[str]:
    if not items:
        return []
    lines = [f"- {item}" for item in items[:LISTED]]
    if len(items) > LISTED:
        lines.append(f"- and {len(items) - LISTED} more")
    return [f"{title}:", *lines, ""]
