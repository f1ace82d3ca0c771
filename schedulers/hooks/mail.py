#!/usr/bin/env python3
"""Mails the outcome of a refresh: figures refresh --hook schedulers/hooks/mail.py

Environment: FIGURES_MAIL_TO (required; several with commas), FIGURES_MAIL_FROM, FIGURES_SMTP (host:port,
localhost:25 if not set), FIGURES_SMTP_USER and FIGURES_SMTP_PASSWORD_FILE (a file that holds the password).
Encryption is used wherever the server offers it, and a password is never sent without it.
"""

import os
import smtplib
import socket
import ssl
import sys
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import outcome as said

SECONDS = 20  # below the refresh's own limit for a hook


def message(outcome: dict[str, Any], to: str, sender: str) -> EmailMessage:
    """The outcome as a mail in plain text."""
    mail = EmailMessage()
    mail["Subject"] = said.subject(outcome)
    mail["To"] = to
    mail["From"] = sender
    mail.set_content(said.text(outcome))
    return mail


def send(mail: EmailMessage, server: str) -> None:
    """Hand the mail to the server; OSError or SMTPException where it does not take it."""
    host, _, port = server.partition(":")
    user = os.environ.get("FIGURES_SMTP_USER")
    with smtplib.SMTP(host, int(port or 25), timeout=SECONDS) as smtp:
        smtp.ehlo()
        if smtp.has_extn("starttls") or user:
            # A local relay has a certificate of its own making; a password only goes to a proven server.
            smtp.starttls(context=ssl.create_default_context() if user else None)
        if user:
            smtp.login(user, Path(os.environ["FIGURES_SMTP_PASSWORD_FILE"]).read_text("utf-8").strip())
        smtp.send_message(mail)


def main() -> None:
    """Read, and mail if it is worth it. Exit code 1: not delivered, 2: not set up."""
    outcome = said.read(sys.stdin.read())
    if not said.is_worth_telling(outcome):
        return
    to = os.environ.get("FIGURES_MAIL_TO")
    if not to:
        print("set FIGURES_MAIL_TO to the address that should be told", file=sys.stderr)
        sys.exit(2)
    sender = os.environ.get("FIGURES_MAIL_FROM", f"report-figures@{socket.gethostname()}")
    server = os.environ.get("FIGURES_SMTP", "localhost:25")
    try:
        send(message(outcome, to, sender), server)
    except (OSError, smtplib.SMTPException, KeyError, ValueError) as error:
        sys.exit(f"the mail server {server} did not take the message: {error!r}")


if __name__ == "__main__":
    main()
