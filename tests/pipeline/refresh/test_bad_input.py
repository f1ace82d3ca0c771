"""One bad report never stops the others, and says what is wrong with it: code 3 in the run that meets it."""

import hashlib
import json
import os
import time
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from ingest.survey import survey
from tests.pipeline.refresh.house import TEXT, House

GOOD = "title: T\npublisher: P\npublished_on: 2018-01-01\n"
_LATER = time.time_ns() + 3600 * 10**9
FUTURE = (date.today() + timedelta(days=1)).isoformat()

# slug → bytes of the report, and what the reason must say
FILES: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "report.txt is empty; put the report's text into it"),
    "blank": (b"\xef\xbb\xbf \n", "holds no text"),
    "junk": (bytes(range(256)) * 40, "is not text: 1,120 of its first 10,240 bytes are control characters"),
    "pdf": (b"%PDF-1.7 \x00\x01", "is a PDF, which is not read; save its text as .txt"),
    "latin": (
        "caf\u00e9 5,000".encode("latin-1"),
        "is not UTF-8: byte 3 (0xe9) does not belong; save it again",
    ),
    "chinese": ("增长百分之五".encode("gb18030") * 20, "iconv -f GB18030 -t UTF-8"),
    "wide": (
        "In 2017 there were 5 shops.".encode("utf-16-le"),
        "looks like UTF-16-LE without a byte order",
    ),
    "german": (
        b"Die Zahl der Betriebe stieg im Jahr 2017 auf 5.400.",
        "is written in German, which is not read: expected a report in English or Chinese",
    ),
    "large": (TEXT.encode() * 1000, "more than the 50,000 that are read; split the report"),
}
# slug → report.yml, and what the reason must say
DESCRIPTIONS: dict[str, tuple[str | bytes | None, str]] = {
    "no-yml": (None, "bureau/no-yml/report.yml is missing: write it, or let “figures add FILE” write it"),
    "no-keys": ("\n", "bureau/no-keys/report.yml: the file holds no keys; expected is"),
    "list": (GOOD.replace("title: T", "title: [1, 2]"), "line 1: title holds a list or keys of its own"),
    "no-colon": ("title: T\npublisher P\n", "bureau/no-colon/report.yml: line 3, column 1: "),
    "no-day": (
        "title: T\npublisher: P\n",
        "bureau/no-day/report.yml: published_on is missing; expected is the day of publication as YYYY-MM-DD",
    ),
    "unknown": (
        GOOD + "publised_on: x\n",
        "line 4: the key “publised_on” is unknown; expected is a known key such as published_on.",
    ),
    "words": (GOOD.replace("2018-01-01", "1 May 2018"), "line 3: published_on is “1 May 2018”; expected is"),
    "no-such-day": (GOOD.replace("2018-01-01", "2018-02-30"), "published_on is “2018-02-30”; expected is"),
    "future": (GOOD.replace("2018-01-01", FUTURE), f"published_on lies in the future, {FUTURE}; expected is"),
    "language": (
        GOOD + "language: english\n",
        "line 4: language is “english”; expected is an ISO 639-1 code",
    ),
    "area": (
        GOOD + "ref_area: China\n",
        "line 4: ref_area is “China”; expected is an ISO 3166 code such as CN",
    ),
    "twice": (GOOD + "title: again\n", "line 4: title stands twice"),
    "sample": (GOOD + "sample: true\n", "sample and the publisher “P” contradict each other"),
    "ours": (
        GOOD.replace("publisher: P", "publisher: Report Figures samples"),
        "sample and the publisher “Report Figures samples” contradict each other; expected is true.",
    ),
    "absent": (
        GOOD + "file: other.txt\n",
        "file is “other.txt”, which is not there; expected is a file beside it",
    ),
    "latin-yml": (b"title: caf\xe9\n", "byte 10 is not UTF-8; expected is a file saved as UTF-8"),
}
PLACES: dict[str, str] = {
    "link": "bureau/link/report.txt is a link out of the shelf; put the report itself there",
    "yml-link": "bureau/yml-link/report.yml is a link out of the shelf",
    "folder-link": "bureau/folder-link/report.yml is a link out of the shelf",
    "dangling": "bureau/dangling/report.txt is a link that leads nowhere",
    "pipe": "bureau/pipe/report.txt is a device or pipe, not a file",
    "several": "file must name the report; expected is one of notes.txt, report.txt",
    "only-yml": "bureau/only-yml/ holds report.yml but no report beside it",
    "misnamed": "bureau/misnamed/report.yml is missing: rename report.yaml",
}


@pytest.fixture(scope="module")
def reasons(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """One shelf with every bad report and a good one, refreshed twice: the reasons by place."""
    folder = tmp_path_factory.mktemp("bad")
    house = House(folder, {"FIGURES_MAX_BYTES": "50000"})
    house.put("good", "In 2017 there were 100 good shops.")
    for slug, (data, _) in FILES.items():
        house.put(slug, data)
    for slug, (description, _) in DESCRIPTIONS.items():
        # Not the same bytes in each, which would be one document.
        house.put(slug, f"There were {len(slug)} {slug} in 2017.", description=description)
    (folder / "secret.txt").write_text("There were 42 secrets in 2017.")
    (folder / "elsewhere.yml").write_text(GOOD)
    for slug in PLACES:
        house.put(slug, f"There were 7 {slug} in 2017.", description=None if slug == "yml-link" else "")
    shelf = house.shelf / "bureau"
    for slug in ("link", "dangling", "pipe", "only-yml"):
        (shelf / slug / "report.txt").unlink()
    (shelf / "link/report.txt").symlink_to(folder / "secret.txt")
    (shelf / "dangling/report.txt").symlink_to(folder / "nothing.txt")
    (shelf / "yml-link/report.yml").symlink_to(folder / "elsewhere.yml")
    (shelf / "folder-link").rename(folder / "folder-link")
    (shelf / "folder-link").symlink_to(folder / "folder-link")
    os.mkfifo(shelf / "pipe/report.txt")
    (shelf / "several/notes.txt").write_text("x")
    (shelf / "misnamed/report.yml").rename(shelf / "misnamed/report.yaml")
    (shelf / "misnamed/report.txt").unlink()
    (house.shelf / "stray.txt").write_text(TEXT)

    outcome = house.refresh()
    assert (outcome["outcome"], outcome["exit_code"]) == ("published", 3), outcome["message"]
    assert house.query("select shelf_path from marts.documents") == [("bureau/good/report.txt",)]
    recorded = dict(house.query("select shelf_path, reason from raw.quarantine"))
    assert recorded == {entry["shelf_path"]: entry["reason"] for entry in outcome["quarantined"]}
    quiet = house.refresh()
    assert (quiet["outcome"], quiet["exit_code"]) == ("nothing_new", 0)
    assert f"{len(recorded)} reports cannot be read: figures status" in quiet["message"]
    told = json.loads(house.run("status", "--json").stdout)["quarantined"]
    assert {entry["shelf_path"]: entry["reason"] for entry in told} == recorded
    again = house.refresh("--force")
    assert (again["exit_code"], again["quarantined"]) == (0, []), (
        "only the run that meets a report tells of it"
    )
    return recorded


def reason(reasons: dict[str, str], slug: str) -> str:
    [found] = [
        reason
        for path, reason in reasons.items()
        if path.startswith(f"bureau/{slug}/") or path == f"bureau/{slug}"
    ]
    return found


@pytest.mark.parametrize("slug", FILES)
def test_a_file_that_is_no_text_is_quarantined(reasons: dict[str, str], slug: str) -> None:
    assert FILES[slug][1] in reason(reasons, slug)


@pytest.mark.parametrize("slug", DESCRIPTIONS)
def test_a_description_that_cannot_be_used_names_file_key_and_expectation(
    reasons: dict[str, str], slug: str
) -> None:
    assert DESCRIPTIONS[slug][1] in reason(reasons, slug)


@pytest.mark.parametrize("slug", PLACES)
def test_a_place_that_holds_no_report_is_quarantined(reasons: dict[str, str], slug: str) -> None:
    assert PLACES[slug] in reason(reasons, slug)


def test_a_file_outside_a_folder_of_its_own_is_quarantined(reasons: dict[str, str]) -> None:
    assert "“figures add FILE” puts it where it belongs" in reasons["stray.txt"]


def test_nothing_else_is_quarantined(reasons: dict[str, str]) -> None:
    assert len(reasons) == len(FILES) + len(DESCRIPTIONS) + len(PLACES) + 1


def test_what_is_unusual_but_good_is_read(house: House) -> None:
    """A report that report.yml names among several, one without a figure, and one of 16 MB."""
    house.put("named", description=GOOD + "file: report.txt\n")
    (house.shelf / "bureau/named/notes.txt").write_text("There were 7 notes.")
    house.put("plain", "Nothing is counted here.")
    house.put("long", b"There were 5,123 lines in 2017.\n" + (b"x" * 70 + b"\n") * 225_352)
    outcome = house.refresh()
    assert (outcome["exit_code"], outcome["readings_added"]) == (0, 3), outcome["message"]
    assert house.query("select shelf_path from marts.documents order by 1") == [
        ("bureau/long/report.txt",),
        ("bureau/named/report.txt",),
        ("bureau/plain/report.txt",),
    ]
    long = "select byte_count = length(text) from raw.documents where title = 'Report long'"
    assert house.query(long) == [(True,)]
    assert house.query("select count(*) from raw.claims where value = 5123") == [(1,)]


def test_the_same_bytes_twice_are_one_document_and_the_first_place_leads(house: House) -> None:
    house.put("b")
    assert house.refresh()["readings_added"] == 1
    house.put("a", description="title: Earlier\npublisher: Bureau\npublished_on: 2018-12-05\n")
    outcome = house.refresh()
    assert (outcome["exit_code"], outcome["duplicates"]) == (0, 1), outcome["message"]
    assert house.query("select shelf_path, title from marts.documents") == [
        ("bureau/a/report.txt", "Earlier")
    ]
    latest = "select leading_path from raw.placements where status = 'duplicate'"
    assert house.query(latest) == [("bureau/a/report.txt",)]


def test_what_leaves_or_breaks_keeps_what_was_read(house: House) -> None:
    """A report that leaves is withdrawn but stays in raw; one that breaks keeps its reading."""
    leaves = house.put("leaves", "In 2017 there were 11 boats.")
    house.put("breaks", "In 2017 there were 12 ships.")
    waits = house.put("waits", "In 2017 there were", name="report.txt.part")
    outcome = house.refresh()
    assert (outcome["exit_code"], outcome["readings_added"]) == (0, 2), "an unfinished file waits"
    waits.write_text("In 2017 there were 13 rafts.")
    waits.rename(waits.with_suffix(""))
    for path in (leaves, leaves.with_name("report.yml")):
        path.unlink()
    (house.shelf / "bureau/breaks/report.yml").write_text("title: only\n")
    outcome = house.refresh()
    assert (outcome["exit_code"], outcome["withdrawn"], outcome["readings_added"]) == (3, 1, 1), outcome
    assert house.query("select shelf_path from marts.documents order by 1") == [
        ("bureau/breaks/report.txt",),
        ("bureau/waits/report.txt",),
    ]
    assert house.query("select count(*) from raw.documents") == [(3,)]


@pytest.mark.parametrize("is_replaced", [False, True])
def test_a_report_written_anew_with_its_old_size_and_time_is_seen(house: House, is_replaced: bool) -> None:
    """Whether it was edited in place or put in place of another (cp -p, rsync -t)."""
    path = house.put("one", "In 2017 there were 11 boats.")
    known = replace(survey(house.shelf), began_ns=_LATER).known()
    assert [place.document_id for place in survey(house.shelf, known).places] == [
        known["bureau/one/report.txt"].document_id
    ]
    before = path.stat()
    written = path.with_name(".new") if is_replaced else path
    written.write_text("In 2017 there were 12 boats.")
    os.utime(written, ns=(before.st_atime_ns, before.st_mtime_ns))
    written.replace(path)
    assert (path.stat().st_size, path.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)
    [place] = survey(house.shelf, known).places
    assert place.document_id == hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_file_changed_within_the_tick_of_a_clock_is_looked_at_again(house: House) -> None:
    """Where a file system keeps whole seconds a second change can bear the time of the first."""
    house.put("one", "In 2017 there were 11 boats.")
    found = survey(house.shelf)
    assert found.known() == {}, "too young to be taken on trust"
    assert list(replace(found, began_ns=_LATER).known()) == ["bureau/one/report.txt"]


def test_a_shelf_that_is_not_there_is_a_matter_of_usage(house: House, tmp_path: Path) -> None:
    done = house.run("refresh", "--reports", str(tmp_path / "nowhere"))
    assert done.returncode == 2
    assert "There is no shelf at" in done.stderr and "Traceback" not in done.stderr
