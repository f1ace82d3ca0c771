"""Text to claims: pure functions, no I/O beside the lexicon.

`read_claims(text, context)` is the whole interface; `model` says what goes in and comes out.
"""

from ingest.prose.model import Claim, Context, Link, Reading, Refusal
from ingest.prose.reader import read_claims
from ingest.prose.version import EXTRACTOR_VERSION

__all__ = ["EXTRACTOR_VERSION", "Claim", "Context", "Link", "Reading", "Refusal", "read_claims"]
