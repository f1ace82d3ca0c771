"""The shelf: <publisher>/<slug>/ with a report and its report.yml, found and told apart. No report is read.

A place on the shelf is named by the path of its report below the shelf (`who/what/briefing.txt`), or by its
folder where no report can be told from it. Names that begin with a dot or end in ~ are nobody's report.
"""

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from ingest.description import FILE_NAME, BadDescription, Description, Problem, read_description
from ingest.errors import ConfigError

UNFINISHED = (".part", ".tmp", ".crdownload", ".partial")  # a download or copy that is still going on
_NO_REPORT = ("~", *UNFINISHED)
_NOTES = {"readme", "readme.md", "readme.txt", "license", "license.txt"}  # may stand beside the publishers
_name = attrgetter("name")


class Mark(NamedTuple):
    """What the file system says of a file: while all of it stands, its content is taken to stand.

    The time of the last change (ctime) cannot be set by hand as the time of writing can, so that a file put
    in place of another, or written anew with its old time, has another mark.
    """

    size: int
    mtime_ns: int
    ctime_ns: int
    inode: int


@dataclass(frozen=True, slots=True)
class Place:
    """One place on the shelf: a report with its description, or what is wrong with it."""

    shelf_path: str
    folder: str  # <publisher>/<slug>, or the misplaced file itself
    file: str | None  # where the report stands; None where no report can be told
    mark: Mark | None
    description_mark: Mark | None
    problem: Problem | None = None

    @property
    def path(self) -> Path | None:
        return Path(self.file) if self.file else None


def scan(shelf: Path) -> list[Place]:
    """Every place on the shelf in the order of shelf_path. ConfigError where there is no shelf.

    Only names, sizes and times are looked at. A folder whose report is still being written
    (`.part`, `.tmp`) and nothing else holds no place yet.
    """
    if not shelf.is_dir():
        raise ConfigError(f"There is no shelf at {shelf}: name another with --reports or make the folder.")
    return sorted(_places(shelf, shelf.resolve()), key=lambda place: place.shelf_path)


def describe(place: Place, shelf: Path) -> Description:
    """The description of a place without a problem. BadDescription where report.yml cannot be used."""
    path = shelf / place.folder / FILE_NAME
    where = f"{_shown(place.folder)}/{FILE_NAME}"
    try:
        description = read_description(path.read_bytes(), where)
    except OSError as error:
        raise BadDescription([Problem(f"{where} cannot be opened: {error.strerror}.")]) from None
    if description.file and place.path and description.file != place.path.name:
        raise BadDescription([_absent(where, description.file, [place.path.name])])
    return description


def _places(shelf: Path, root: Path) -> Iterator[Place]:
    for publisher in _entries(shelf):
        if not publisher.is_dir():
            if publisher.name.lower() not in _NOTES:
                yield _misplaced(publisher, publisher.name)
            continue
        for folder in _entries(publisher.path):
            name = f"{publisher.name}/{folder.name}"
            if folder.is_dir():
                linked = publisher.is_symlink() or folder.is_symlink()
                yield from _folder(folder.path, name, root, linked)
            else:
                yield _misplaced(folder, name)


def _entries(folder: Path | str) -> list[os.DirEntry[str]]:
    """What a folder holds that could be a report or hold one; empty where it cannot be opened."""
    try:
        with os.scandir(folder) as found:
            return _usable(found)
    except OSError:
        return []


def _usable(found: Iterable[os.DirEntry[str]]) -> list[os.DirEntry[str]]:
    left = [e for e in found if not e.name.startswith(".") and not e.name.endswith(_NO_REPORT)]
    return sorted(left, key=_name) if len(left) > 1 else left


def _misplaced(entry: os.DirEntry[str], name: str) -> Place:
    name = _shown(name)
    reason = (
        f"{name} stands outside a folder <publisher>/<slug>/ of its own, so nothing describes it; "
        "“figures add FILE” puts it where it belongs."
    )
    return Place(name, name, None, None, None, Problem(reason, None, "<publisher>/<slug>/<file>"))


def _folder(folder: str, name: str, root: Path, linked: bool) -> Iterator[Place]:
    """The place that a folder holds; none where the folder is empty or holds only unfinished files.

    `linked` says that the way to the folder leads over a link.
    """
    try:
        with os.scandir(folder) as found:
            everything = list(found)
    except OSError:
        yield _shut(name)
        return
    entries = _usable(everything)
    unfinished = any(entry.name.endswith(UNFINISHED) for entry in everything)
    description = next((e for e in entries if e.name == FILE_NAME), None)
    files = [e for e in entries if e.name != FILE_NAME]
    if not files:
        if description and not unfinished:
            yield _wrong(name, name, f"{_shown(name)}/ holds {FILE_NAME} but no report beside it.")
        return
    if description is None:
        report = files[0].name if len(files) == 1 else ""
        near = [e.name for e in files if e.name.lower().endswith((".yml", ".yaml"))]
        advice = f"rename {_shown(near[0])}" if near else "write it, or let “figures add FILE” write it"
        reason = f"{_shown(name)}/{FILE_NAME} is missing: {advice}."
        yield _wrong(f"{name}/{report}".rstrip("/"), name, reason, None, "title, publisher, published_on")
        return
    mark = mark_of(description.path)
    if mark is None and not os.access(folder, os.X_OK):  # a folder may be listed and yet not be entered
        yield _shut(name)
        return
    report, problem = _choose(files, folder, name)
    chosen = next((e for e in files if e.name == report), None)
    shelf_path = f"{name}/{report}" if report else name
    problem = problem or _outside(description, f"{name}/{FILE_NAME}", root, linked)
    if chosen is not None:
        problem = problem or _outside(chosen, shelf_path, root, linked)
    if problem:
        yield Place(_shown(shelf_path), _shown(name), None, None, mark, problem)
    elif chosen is not None:
        yield Place(shelf_path, name, chosen.path, mark_of(chosen.path), mark)


def _shut(name: str) -> Place:
    return _wrong(name, name, f"{_shown(name)}/ cannot be opened: permission denied.")


def _choose(files: list[os.DirEntry[str]], folder: str, name: str) -> tuple[str, Problem | None]:
    """The name of the report in a folder: the only file, or the one that report.yml names."""
    names = [e.name for e in files]
    if len(names) == 1:
        return names[0], None  # what report.yml says of it is looked at when it is read
    try:
        wanted = _file_key(folder, name)
    except BadDescription as error:
        return "", error.problems[0]
    where = f"{_shown(name)}/{FILE_NAME}"
    listed = ", ".join(_shown(n) for n in names)
    if wanted is None:
        found = "the folder holds several files, so file must name the report"
        return "", Problem(f"{where}: {found}; expected is one of {listed}.", "file", f"one of {listed}")
    if wanted not in names:
        return "", _absent(where, wanted, names)
    return wanted, None


def _absent(where: str, wanted: str, names: list[str]) -> Problem:
    import difflib

    near = _shown(difflib.get_close_matches(wanted, names, n=1, cutoff=0)[0])
    reason = f"{where}: file is “{wanted}”, which is not there; expected is a file beside it such as {near}."
    return Problem(reason, "file", f"a file beside it such as {near}")


def _file_key(folder: str, name: str) -> str | None:
    try:
        data = Path(folder, FILE_NAME).read_bytes()
    except OSError as error:
        raise BadDescription([Problem(f"{name}/{FILE_NAME} cannot be opened: {error.strerror}.")]) from None
    return read_description(data, f"{_shown(name)}/{FILE_NAME}").file


def _outside(entry: os.DirEntry[str], name: str, root: Path, linked: bool) -> Problem | None:
    """What is wrong with where a path leads: out of the shelf, nowhere, or to no file."""
    if name != _shown(name):
        name = _shown(name)
        return Problem(f"{name} has a name that is not UTF-8; rename it.", None, "a name in UTF-8")
    try:
        if not linked and entry.is_file(follow_symlinks=False):
            return None  # a plain file on the shelf: following every path would cost most of a look at it
        target = Path(entry.path).resolve(strict=True)
        kind = target.stat().st_mode
    except (OSError, RuntimeError):
        return Problem(f"{name} is a link that leads nowhere; put the report itself there.")
    if not target.is_relative_to(root):
        return Problem(
            f"{name} is a link out of the shelf; put the report itself there.", None, "a file on the shelf"
        )
    if not stat.S_ISREG(kind):
        what = "folder" if stat.S_ISDIR(kind) else "device or pipe"
        return Problem(f"{name} is a {what}, not a file; put the report itself there.", None, "a file")
    return None


def _wrong(
    shelf_path: str, folder: str, reason: str, key: str | None = None, expected: str | None = None
) -> Place:
    return Place(_shown(shelf_path), _shown(folder), None, None, None, Problem(reason, key, expected))


def mark_of(path: str | Path) -> Mark | None:
    """The mark of a file as it is now; None where it cannot be seen."""
    try:
        found = os.stat(path)  # noqa: PTH116  (a Path for each file would be half of a look)
    except OSError:
        return None
    return Mark(found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)


def _shown(name: str) -> str:
    """A name that can be stored and printed, whatever bytes the file system holds."""
    if name.isascii():
        return name
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
