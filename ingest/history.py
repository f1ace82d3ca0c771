"""Earlier published warehouses: kept as hard links, which cost no copy, and swapped back on demand."""

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from ingest.errors import ConfigError, FiguresError
from ingest.project import Warehouse
from ingest.publish import sync_folder

_PATTERN = "figures-*.duckdb"


@dataclass(frozen=True)
class Kept:
    """One published warehouse: the one that stands, or an earlier one."""

    name: str
    path: Path
    published_at: str  # UTC
    byte_count: int
    stands: bool

    def as_dict(self) -> dict[str, object]:
        return {
            "name": self.name,
            "path": str(self.path),
            "published_at": self.published_at,
            "byte_count": self.byte_count,
            "stands": self.stands,
        }


def keep(warehouse: Warehouse, count: int) -> None:
    """Keeps the published file under a name of its own and lets go of all but the latest `count`.

    Where the file system knows no hard links nothing is kept; a refresh does not fail for it.
    """
    published = warehouse.published
    if not published.exists() or count < 1:
        return
    warehouse.history_folder.mkdir(exist_ok=True)
    if not any(path.samefile(published) for path in _files(warehouse)):
        try:
            os.link(published, _free_name(warehouse, published))
        except OSError:
            return
    for path in _files(warehouse)[:-count]:
        path.unlink()


def listing(warehouse: Warehouse) -> list[Kept]:
    """The published warehouse and the earlier ones, newest first."""
    found = []
    published = warehouse.published
    if published.exists():
        found.append(_kept(published, True))
    for path in reversed(_files(warehouse)):
        if not (published.exists() and path.samefile(published)):
            found.append(_kept(path, False))
    return found


def swap_back(warehouse: Warehouse, name: str | None, count: int) -> Kept:
    """Puts an earlier warehouse in the place of the published one, which is kept in turn.

    Without a name it is the latest that does not stand. Called under the lock.
    """
    earlier = [kept for kept in listing(warehouse) if not kept.stands]
    if not earlier:
        raise ConfigError(f"{warehouse.history_folder} holds no earlier warehouse to go back to.")
    chosen = next((kept for kept in earlier if kept.name == name), None) if name else earlier[0]
    if chosen is None:
        listed = ", ".join(kept.name for kept in earlier)
        raise ConfigError(f"{warehouse.history_folder} holds no “{name}”; it holds {listed}.")
    _check(chosen.path)
    aside = warehouse.folder / "rollback.tmp"
    aside.unlink(missing_ok=True)
    keep(warehouse, count + 1)
    os.link(chosen.path, aside)
    warehouse.published.with_name(f"{warehouse.published.name}.wal").unlink(missing_ok=True)
    aside.replace(warehouse.published)
    sync_folder(warehouse.folder)
    return chosen


def _check(path: Path) -> None:
    """FiguresError where a file is no warehouse that can be opened: better the damaged one known than two."""
    import duckdb

    try:
        with duckdb.connect(path, read_only=True) as connection:
            connection.execute("select count(*) from marts.documents").fetchone()
    except duckdb.Error as error:
        said = " ".join(str(error).split())[:200]
        raise FiguresError(f"{path} cannot be used ({said}); nothing was changed.") from None


def _files(warehouse: Warehouse) -> list[Path]:
    """Oldest first; the name begins with the time."""
    return sorted(warehouse.history_folder.glob(_PATTERN))


def _free_name(warehouse: Warehouse, published: Path) -> Path:
    stamp = datetime.fromtimestamp(published.stat().st_mtime, UTC).strftime("%Y%m%dT%H%M%S.%f")
    path = warehouse.history_folder / f"figures-{stamp}Z.duckdb"
    number = 1
    while path.exists():
        number += 1
        path = warehouse.history_folder / f"figures-{stamp}Z-{number}.duckdb"
    return path


def _kept(path: Path, stands: bool) -> Kept:
    found = path.stat()
    at = datetime.fromtimestamp(found.st_mtime, UTC).isoformat(timespec="seconds")
    return Kept(path.name, path, at, found.st_size, stands)
