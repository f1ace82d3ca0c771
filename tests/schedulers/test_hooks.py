"""The example hooks tell a person what to act on, and nothing otherwise."""

import json
import os
import shlex
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from socketserver import StreamRequestHandler, TCPServer

import pytest

from ingest.project import ROOT
from tests.command import figures

HOOKS = ROOT / "schedulers" / "hooks"
FAILED = {
    "outcome": "failed",
    "exit_code": 1,
    "message": "1 of 120 tests failed; the last good warehouse is kept.",
    "published": False,
    "failures": [
        {"name": "parts_add_up", "message": "Got 1 result", "first": {"reason": "67 is not 57 + 12 billion"}},
        {"name": "keys_are_unique", "message": "Got 2 results", "first": None},
    ],
    "failed_build": "warehouse/failed/figures.duckdb",
    "seconds": 9.5,
}
QUARANTINED = {
    "outcome": "published",
    "exit_code": 3,
    "message": "Published; 1 report could not be read.",
    "published": True,
    "quarantined": [{"shelf_path": "a/b", "reason": "a/b/report.yml: title is missing."}],
}
FINE = {"outcome": "published", "exit_code": 0, "message": "Published 3 reports.", "published": True}


def run(hook: str, outcome: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """The hook as the refresh calls it: JSON on standard input, a clean environment."""
    return subprocess.run(
        [sys.executable, str(HOOKS / hook)],
        input=outcome if isinstance(outcome, str) else json.dumps(outcome),
        env={"PATH": os.environ["PATH"], **environment},
        capture_output=True,
        text=True,
        timeout=60,
    )


@contextmanager
def serving(server: HTTPServer | TCPServer) -> Iterator[int]:
    """The port of a server that runs in a thread until the block ends."""
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextmanager
def chat_room(status: int = 200) -> Iterator[tuple[int, list[dict[str, str]]]]:
    """A webhook that keeps what is posted to it."""
    posted: list[dict[str, str]] = []

    class Room(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            posted.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(status)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    with serving(HTTPServer(("127.0.0.1", 0), Room)) as port:
        yield port, posted


@contextmanager
def mail_server() -> Iterator[tuple[int, list[str]]]:
    """An SMTP server without encryption that keeps the data of each message."""
    mails: list[str] = []

    class Smtp(StreamRequestHandler):
        def handle(self) -> None:
            self.wfile.write(b"220 test\r\n")
            while line := self.rfile.readline():
                command = line.split()[0].upper()
                if command == b"DATA":
                    self.wfile.write(b"354 go on\r\n")
                    data = b""
                    while (part := self.rfile.readline()) != b".\r\n":
                        data += part
                    mails.append(data.decode())
                self.wfile.write(b"221 bye\r\n" if command == b"QUIT" else b"250 ok\r\n")

    with serving(TCPServer(("127.0.0.1", 0), Smtp)) as port:
        yield port, mails


def test_webhook_tells_of_a_failed_test_and_where_the_build_is_kept() -> None:
    with chat_room() as (port, posted):
        done = run("webhook.py", FAILED, FIGURES_WEBHOOK_URL=f"http://127.0.0.1:{port}/hook")
    assert (done.returncode, done.stderr) == (0, "")
    (body,) = posted
    assert "refresh failed, the last good warehouse is kept" in body["text"]
    assert "- parts_add_up: 67 is not 57 + 12 billion\n- keys_are_unique: Got 2 results" in body["text"]
    assert "The failed build is kept in warehouse/failed/figures.duckdb" in body["text"]
    assert "seconds: 9.5" in body["text"]


def test_mail_tells_which_report_could_not_be_read_and_why() -> None:
    with mail_server() as (port, mails):
        settings = {"FIGURES_MAIL_TO": "team@example.org", "FIGURES_SMTP": f"127.0.0.1:{port}"}
        done = run("mail.py", QUARANTINED, **settings)
    assert (done.returncode, done.stderr) == (0, "")
    (mail,) = mails
    assert "Subject: Report Figures: published, but look at it" in mail
    assert "To: team@example.org" in mail
    assert "- a/b/report.yml: title is missing." in mail


@pytest.mark.parametrize("hook", ["mail.py", "webhook.py"])
def test_a_refresh_without_a_fault_tells_nobody_and_needs_no_settings(hook: str) -> None:
    done = run(hook, FINE)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_who_wants_to_hear_of_everything_does() -> None:
    with chat_room() as (port, posted):
        url = f"http://127.0.0.1:{port}/"
        run("webhook.py", FINE, FIGURES_WEBHOOK_URL=url, FIGURES_HOOK_ALWAYS="1")
    assert "Published 3 reports." in posted[0]["text"]


@pytest.mark.parametrize(
    ("hook", "setting"), [("mail.py", "FIGURES_MAIL_TO"), ("webhook.py", "FIGURES_WEBHOOK_URL")]
)
def test_a_missing_setting_is_named_in_one_line(hook: str, setting: str) -> None:
    done = run(hook, FAILED)
    assert done.returncode == 2
    assert setting in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("hook", ["mail.py", "webhook.py"])
def test_a_message_that_nobody_took_is_one_line_and_code_1(hook: str) -> None:
    with socket.socket() as taken:  # bound and not listening: every connection is refused
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        done = run(
            hook,
            FAILED,
            FIGURES_MAIL_TO="team@example.org",
            FIGURES_SMTP=f"127.0.0.1:{port}",
            FIGURES_WEBHOOK_URL=f"http://127.0.0.1:{port}/secret",
        )
    assert done.returncode == 1
    assert "did not take the message" in done.stderr
    assert "secret" not in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_webhook_that_answers_with_an_error_is_not_delivered() -> None:
    with chat_room(status=404) as (port, _):
        done = run("webhook.py", FAILED, FIGURES_WEBHOOK_URL=f"http://127.0.0.1:{port}/")
    assert done.returncode == 1
    assert "404" in done.stderr


def test_a_password_is_never_sent_to_a_server_without_encryption(tmp_path: Path) -> None:
    (tmp_path / "password").write_text("pass-word")
    with mail_server() as (port, mails):
        done = run(
            "mail.py",
            FAILED,
            FIGURES_MAIL_TO="team@example.org",
            FIGURES_SMTP=f"127.0.0.1:{port}",
            FIGURES_SMTP_USER="user",
            FIGURES_SMTP_PASSWORD_FILE=str(tmp_path / "password"),
        )
    assert done.returncode == 1
    assert mails == []
    assert "pass-word" not in done.stderr


@pytest.mark.parametrize("hook", ["mail.py", "webhook.py"])
@pytest.mark.parametrize("text", ["", "no JSON", "[1]"])
def test_what_is_no_outcome_is_named_without_a_stack_trace(hook: str, text: str) -> None:
    done = run(hook, text)
    assert done.returncode == 1
    assert done.stderr == "expected on standard input: the outcome of a refresh, one JSON object\n"


def test_a_long_list_is_cut_and_counted() -> None:
    many = [{"shelf_path": f"p/{n}", "reason": f"p/{n} is empty."} for n in range(25)]
    with chat_room() as (port, posted):
        outcome = QUARANTINED | {"quarantined": many}
        run("webhook.py", outcome, FIGURES_WEBHOOK_URL=f"http://127.0.0.1:{port}/")
    text = posted[0]["text"]
    assert "- p/19 is empty." in text
    assert "p/20" not in text
    assert "- and 5 more" in text


def test_a_refresh_that_fails_tells_the_room_what_failed_and_why(tmp_path: Path) -> None:
    """The whole way: refresh, its outcome as JSON, the hook, the room."""
    stand_in = ROOT / "tests/pipeline/refresh/stand_in_dbt.py"
    with chat_room() as (port, posted):
        done = figures(
            "refresh",
            warehouse=tmp_path / "warehouse",
            FIGURES_DBT=shlex.join([sys.executable, str(stand_in)]),
            STAND_IN="fail",
            FIGURES_HOOK=shlex.join([sys.executable, str(HOOKS / "webhook.py")]),
            FIGURES_WEBHOOK_URL=f"http://127.0.0.1:{port}/",
        )
    assert done.returncode == 1
    (body,) = posted
    assert "refresh failed, the last good warehouse is kept" in body["text"]
    assert "- nothing_is_absent: the whole is absent" in body["text"]
    assert f"The failed build is kept in {tmp_path}/warehouse/failed/figures.duckdb" in body["text"]


def test_a_report_that_cannot_be_read_is_told_by_name(tmp_path: Path) -> None:
    place = tmp_path / "reports/bureau/empty"
    place.mkdir(parents=True)
    (place / "report.txt").touch()
    (place / "report.yml").write_text("title: T\npublisher: P\npublished_on: 2018-01-01\n", "utf-8")
    stand_in = ROOT / "tests/pipeline/refresh/stand_in_dbt.py"
    with mail_server() as (port, mails):
        done = figures(
            "refresh",
            "--hook",
            shlex.join([sys.executable, str(HOOKS / "mail.py")]),
            warehouse=tmp_path / "warehouse",
            FIGURES_REPORTS=str(tmp_path / "reports"),
            FIGURES_DBT=shlex.join([sys.executable, str(stand_in)]),
            FIGURES_MAIL_TO="team@example.org",
            FIGURES_SMTP=f"127.0.0.1:{port}",
        )
    assert done.returncode == 3, done.stderr
    (mail,) = mails
    assert "- bureau/empty/report.txt is empty;" in mail.replace("=\r\n", "")
