"""What came of a refresh: for a person one line and a summary, for a machine one object."""

from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass
class Outcome:
    """The whole outcome of a refresh."""

    refresh_id: str
    started_at: str
    outcome: str = "failed"
    exit_code: int = 1
    message: str = ""
    load_id: str | None = None
    readings_added: int = 0
    claims_added: int = 0
    links_added: int = 0
    refusals_added: int = 0
    duplicates: int = 0
    withdrawn: int = 0
    waiting: list[str] = field(default_factory=list)  # folders in which something is still being written
    quarantined: list[dict[str, str | None]] = field(default_factory=list)  # met by this run
    raw_checks: list[dict[str, Any]] = field(default_factory=list)  # see ingest.raw_checks
    models_built: int = 0
    tests_run: int = 0
    tests_failed: int = 0
    failed_build: str | None = None  # where a failed build can be looked at
    failures: list[dict[str, Any]] = field(default_factory=list)  # what failed, with the file of its rows
    observations_added: int = 0
    observations_changed: int = 0
    observations_removed: int = 0
    steps: dict[str, float] = field(default_factory=dict)  # seconds by step
    seconds: float = 0.0
    published: bool = False
    diff: dict[str, Any] = field(default_factory=dict)  # what changed for readers, see ingest.diff
    stale_sources: list[str] = field(default_factory=list)  # publishers that have brought nothing for long
    warnings: list[str] = field(default_factory=list)  # of the hook, the journal, OpenLineage
    finished_at: str = ""
    warehouse: str = ""
    summary: dict[str, Any] = field(default_factory=dict)  # of the warehouse, see ingest.summary

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)
