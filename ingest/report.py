"""The closing summary as text."""

from ingest.outcome import Outcome


def report(outcome: Outcome) -> str:
    """Some lines for a person."""
    return ""
