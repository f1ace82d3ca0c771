#!/usr/bin/env python3
"""Tells a chat room the outcome of a refresh: figures refresh --hook schedulers/hooks/webhook.py

Environment: FIGURES_WEBHOOK_URL (required), an incoming webhook that takes {"text": "…"} as Mattermost,
Slack, Rocket.Chat and Google Chat do. The address is a secret: keep it in the environment, off command lines.
"""

import json
import os
import sys
import urllib.request
from typing import Any

import outcome as said

SECONDS = 20  # below the refresh's own limit for a hook


def request(outcome: dict[str, Any], url: str) -> urllib.request.Request:
    """The outcome as the request that the room understands."""
    body = json.dumps({"text": f"*{said.subject(outcome)}*\n{said.text(outcome)}"})
    return urllib.request.Request(url, body.encode(), {"Content-Type": "application/json"})


def main() -> None:
    """Read, and post if it is worth it. Exit code 1: not delivered, 2: not set up."""
    outcome = said.read(sys.stdin.read())
    if not said.is_worth_telling(outcome):
        return
    url = os.environ.get("FIGURES_WEBHOOK_URL", "")
    if not url.startswith(("https://", "http://")):
        print("set FIGURES_WEBHOOK_URL to the address of the room's incoming webhook", file=sys.stderr)
        sys.exit(2)
    try:
        with urllib.request.urlopen(request(outcome, url), timeout=SECONDS):
            pass
    except (OSError, ValueError) as error:  # HTTPError is an OSError; the address stays out of the log
        sys.exit(f"the webhook did not take the message: {error}")


if __name__ == "__main__":
    main()
