"""Going back to an earlier warehouse, under the same lock and the same swap as a refresh."""

from dataclasses import replace
from datetime import UTC, datetime

from ingest import journal
from ingest.history import Kept, listing, swap_back
from ingest.lock import lock
from ingest.project import Warehouse
from ingest.signals import stop_on_signals
from ingest.state import file_identity, read_state, write_state


def roll_back(warehouse: Warehouse, name: str | None, keep: int) -> Kept:
    """Swaps an earlier warehouse in. BusyError where a refresh is running.

    A refresh that found the same shelf and project would build again what was just taken back, so the state
    says of the earlier file that it stands for them; anything new, or --force, builds again.
    """
    with stop_on_signals(), lock(warehouse.lock):
        chosen = swap_back(warehouse, name, keep)
        state = read_state(warehouse.state)
        write_state(warehouse.state, replace(state, published=file_identity(warehouse.published)))
        at = datetime.now(UTC).replace(tzinfo=None).isoformat(timespec="seconds")
        kept = [each.path.stat().st_mtime_ns for each in listing(warehouse)]
        is_latest = warehouse.published.stat().st_mtime_ns == max(kept)
        journal.write_rollback(warehouse.journal, chosen.name, chosen.published_at, at, is_latest)
    return chosen
