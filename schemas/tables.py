"""The raw tables by name, in the order in which a load writes them."""

from schemas.base import RawTable
from schemas.claim_links import ClaimLinks
from schemas.claims import Claims
from schemas.documents import Documents
from schemas.loads import Loads
from schemas.placements import Placements
from schemas.quarantine import Quarantine
from schemas.refresh_results import RefreshResults
from schemas.refreshes import Refreshes
from schemas.refusals import Refusals

TABLES: dict[str, type[RawTable]] = {
    "documents": Documents,
    "claims": Claims,
    "claim_links": ClaimLinks,
    "refusals": Refusals,
    "placements": Placements,
    "quarantine": Quarantine,
    "loads": Loads,
    "refreshes": Refreshes,
    "refresh_results": RefreshResults,
}
