"""Killed, cut off or out of disk at any moment: the published file is complete and one of the two.

FIGURES_KILLS sets the number of random kills and FIGURES_READS the refreshes that a reader polls through; the
same at length is marked soak (`make soak`).
"""

import contextlib
import json
import os
import random
import resource
import shutil
import subprocess
import threading
import time
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from ingest.project import ROOT
from tests.pipeline.refresh.house import FIGURES, House, wait_until

KILLS = int(os.environ.get("FIGURES_KILLS", "4"))
READS = int(os.environ.get("FIGURES_READS", "3"))
SEED = int(os.environ.get("FIGURES_SEED", "1"))


def steps(house: House) -> int:
    """How many steps the log has noted so far."""
    with contextlib.suppress(FileNotFoundError):
        return (house.warehouse / "logs/refresh.jsonl").read_text().count('"event": "step"')
    return 0


def is_at(house: House, step: str, after: int) -> bool:
    """The run that began when the log held `after` steps is in `step`."""
    lines = (house.warehouse / "logs/refresh.jsonl").read_text().splitlines()
    noted = [json.loads(line).get("step") for line in lines if '"event": "step"' in line]
    return step in noted[after:]


def test_killed_at_any_step_leaves_a_whole_file_and_the_next_run_publishes(published: House) -> None:
    """Killed in each step in turn; each next run begins with what the one before left."""
    for step in ("copy", "load", "check", "build", "audit", "publish", "swapped"):
        noted, inode = steps(published), published.published.stat().st_ino
        run = published.start("refresh", "--force", STAND_IN_MARK=f"killed in {step}")
        if step == "swapped":
            wait_until(lambda: published.published.stat().st_ino != inode or run.poll() is not None)  # noqa: B023
        else:
            wait_until(lambda: is_at(published, step, noted) or run.poll() is not None)  # noqa: B023
        run.kill()
        run.communicate()
        wait_until(lambda: not published.children())
        expected = {"publish": {"old", "killed in publish"}, "swapped": {"killed in swapped"}}
        assert published.mark() in expected.get(step, {"old"}), step
    outcome = published.refresh("--force", STAND_IN_MARK="next")
    assert outcome["published"], outcome["message"]
    assert published.mark() == "next"
    assert not (published.warehouse / "build").exists(), "what the killed runs left is swept"


def test_killed_at_random_moments_the_file_is_one_of_the_two(published: House) -> None:
    kill_at_random(published, KILLS)


@pytest.mark.soak
def test_killed_at_200_random_moments_the_file_is_one_of_the_two(published: House) -> None:
    kill_at_random(published, max(KILLS, 200))


def kill_at_random(published: House, kills: int) -> None:
    """Kills that many runs, each with a build of its own, and looks at the published file after each."""
    moments = random.Random(SEED)
    began = time.monotonic()
    assert published.refresh("--force", STAND_IN_MARK="0")["published"]
    length = time.monotonic() - began
    standing, seen = "0", {"kept": 0, "new": 0}
    for number in range(1, kills + 1):
        run = published.start("refresh", "--force", STAND_IN_MARK=str(number))
        time.sleep(moments.uniform(0, length * 1.1))
        run.kill()
        run.communicate()
        wait_until(lambda: not published.children())
        assert published.mark() in {standing, str(number)}
        seen["kept" if published.mark() == standing else "new"] += 1
        standing = published.mark()
    print(f"{kills} kills: {seen['kept']} kept the old file, {seen['new']} came after the swap")
    assert published.refresh("--force", STAND_IN_MARK="end")["published"]
    assert published.mark() == "end"


def test_a_reader_that_polls_sees_only_whole_versions(published: House) -> None:
    poll_through(published, READS)


@pytest.mark.soak
def test_a_reader_that_polls_through_20_refreshes_sees_only_whole_versions(published: House) -> None:
    poll_through(published, max(READS, 20))


def poll_through(published: House, refreshes: int) -> None:
    """Reads without pause while that many builds are published."""
    seen: list[str] = []
    problems: list[str] = []
    done = threading.Event()

    def poll() -> None:
        while not done.is_set():
            try:
                seen.append(published.mark())
            except (duckdb.Error, AssertionError) as error:
                problems.append(str(error))

    reader = threading.Thread(target=poll)
    reader.start()
    try:
        for number in range(refreshes):
            published.refresh("--force", STAND_IN_MARK=str(number))
    finally:
        done.set()
        reader.join()
    assert problems == []
    order = ["old", *map(str, range(refreshes))]
    assert sorted(seen, key=order.index) == seen, "never an older version after a newer one"
    assert seen[-1] == order[-1] or len(seen) > refreshes


@pytest.mark.parametrize(
    ("step", "room", "extra", "said"),
    [
        ("copy", 0.5, "", "File too large"),
        ("load", 1, "long report", "File too large"),
        ("load", 1, "", "Failed to create checkpoint"),
        ("build", 9, "large build", "broken could not be built"),
    ],
    ids=["copy", "load", "checkpoint", "build"],
)
def test_a_full_disk_keeps_the_last_good_file(
    published: House, step: str, room: float, extra: str, said: str
) -> None:
    """A limit on the size of a file stands for the disk. `room` is a share of what is published."""
    if extra == "long report":
        published.put("long", "".join(f"In 2017 there were {n:,} ships of kind {n}.\n" for n in range(4000)))
    before = published.published.read_bytes()
    manner = "full" if extra == "large build" else ""
    outcome = json.loads(limited(published, int(len(before) * room), STAND_IN=manner).stdout)
    assert (outcome["exit_code"], list(outcome["steps"])[-1]) == (1, step), outcome["message"]
    assert outcome["message"].startswith("No room is left on the disk: ") and said in outcome["message"]
    assert outcome["message"].endswith("the last good warehouse stands.")
    assert published.stands(before)
    assert not (published.warehouse / "failed").exists(), "nothing takes the room from the next run"
    assert published.refresh(STAND_IN_MARK="new")["published"]
    assert published.mark() == "new"


SMALL_DISK = """
mount -t tmpfs -o size={size} none {warehouse} && cp -a {aside}/. {warehouse}/ || exit 77
head -c {filler} /dev/zero > {warehouse}/filler
{figures} refresh --json --processes 1 > {aside}/outcome.json
cp {warehouse}/figures.duckdb {aside}/after.duckdb
rm {warehouse}/filler
{figures} refresh --json --processes 1 > {aside}/next.json
"""


@pytest.mark.parametrize("room", [0.5, 1.0, 1.1])
def test_a_small_disk_that_is_full_keeps_the_last_good_file(
    published: House, tmp_path: Path, room: float
) -> None:
    """A disk of its own, in a mount namespace of its own; `room` is what is left of it, in warehouses."""
    before = published.published.read_bytes()
    aside = Path(shutil.copytree(published.warehouse, tmp_path / "aside"))
    used = sum(path.stat().st_size for path in aside.rglob("*") if path.is_file())
    size = used + 8 * len(before)
    script = SMALL_DISK.format(
        size=size, filler=int(size - used - room * len(before)), aside=aside,
        warehouse=published.warehouse, figures=FIGURES,
    )  # fmt: skip
    done = subprocess.run(
        ["unshare", "-m", "sh", "-c", script], cwd=ROOT, env=published.env(TMPDIR=str(tmp_path))
    )
    if not (aside / "outcome.json").exists():
        pytest.skip(f"mounts are not allowed here ({done.returncode})")
    outcome = json.loads((aside / "outcome.json").read_text())
    assert outcome["exit_code"] == 1 and "No room is left on the disk: " in outcome["message"], outcome[
        "message"
    ]
    assert (aside / "after.duckdb").read_bytes() == before
    assert json.loads((aside / "next.json").read_text())["published"]


def limited(house: House, limit: int, **more: str) -> "subprocess.CompletedProcess[str]":
    """A refresh that cannot write files larger than `limit` bytes."""
    set_limit: Callable[[], None] = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))  # noqa: E731
    return subprocess.run(
        [FIGURES, "refresh", "--json", "--processes", "1"],
        cwd=ROOT,
        env=house.env(TMPDIR=str(house.folder), **more),
        capture_output=True,
        text=True,
        timeout=300,
        preexec_fn=set_limit,
    )


def test_a_killed_run_is_seen_by_status(published: House, tmp_path: Path) -> None:
    run = published.start("refresh", STAND_IN="300")
    wait_until(published.children)
    run.kill()
    run.communicate()
    for child in published.children():
        os.kill(child, 9)
    status = json.loads(published.run("status", "--json").stdout)
    assert [start["pid"] for start in status["unfinished"]] == [run.pid]
