"""What was read, as columns of the raw tables: built, validated, written; every refusal with its record."""

import hashlib
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import polars as pl

from ingest.prose import Claim, Link, Refusal
from ingest.raw_tables import columns
from ingest.reading import Batch, Failure, ReadDocument
from ingest.version import READER_VERSION
from schemas.validate import Refused, WrongShape, validate

# The load's id is known only when all documents are read; the load puts it in.
NO_LOAD = "0" * 32

_CLAIM_FIELDS = Claim._fields
_LINK_FIELDS = Link._fields
_DECIMALS = ("value", "value_upper", "last_place", "last_nonzero_place")
_ADVICE = "This is a fault of the reader, please report the sentence; the rest of the report was loaded."

Columns = dict[str, list[Any]]


def write_rows(read: Sequence[ReadDocument], batch: Batch, folder: Path, number: int) -> None:
    """Validates the rows of some documents and writes a parquet file for each raw table that has any."""
    read = _accepted_documents(read, batch)
    refusals = _Refusals()
    for document in read:
        for refusal in document.reading.refusals:
            refusals.add_reader(document, refusal)
    frames = {"documents": _documents(read)}
    claims, kept = _claims(read, refusals)
    frames["claims"] = claims
    frames["claim_links"] = _links(read, kept, refusals)
    frames["refusals"] = refusals.frame()
    for table, frame in frames.items():
        if len(frame):
            path = folder / f"{number:06d}-{table}.parquet"
            frame.write_parquet(path, compression="lz4")
            batch.files[table] = path
        batch.rows[table] = len(frame)
    batch.reading_ids = [document.job.reading_id for document in read]


def _accepted_documents(read: Sequence[ReadDocument], batch: Batch) -> Sequence[ReadDocument]:
    """The documents whose own row is accepted; each other one fails with the reason."""
    _, refused = validate("documents", _documents(read))
    for fault in refused:
        job = read[fault.index].job
        reason = (
            f"{job.shelf_path}: {fault.column} holds {fault.found}; expected is {fault.expected}. "
            "Mend it in report.yml."
        )
        batch.failures.append(Failure(job.shelf_path, job.document_id, reason, fault.expected))
    bad = {fault.index for fault in refused}
    return [document for index, document in enumerate(read) if index not in bad]


def _documents(read: Sequence[ReadDocument]) -> pl.DataFrame:
    rows: Columns = {name: [] for name in columns("documents")}
    for document in read:
        job, about = document.job, document.job.description
        row = {
            "reading_id": job.reading_id,
            "document_id": job.document_id,
            "shelf_path": job.shelf_path,
            "file_name": job.path.name,
            "title": about.title,
            "publisher": about.publisher,
            "compiling_org": about.compiling_org,
            "language": about.language or document.reading.language,
            "published_on": about.published_on,
            "is_sample": about.sample,
            "ref_area": about.ref_area,
            "entity": about.entity,
            "reference_period": about.reference_period,
            "source_url": about.source_url,
            "licence": about.licence,
            "media_type": document.media_type,
            "byte_count": job.byte_count,
            "text": document.text,
            "text_sha256": hashlib.sha256(document.text.encode()).hexdigest(),
            "extractor_version": READER_VERSION,
            "load_id": NO_LOAD,
        }
        for name, value in row.items():
            rows[name].append(value)
    return pl.DataFrame(rows, schema=columns("documents"))


def _claims(read: Sequence[ReadDocument], refusals: "_Refusals") -> tuple[pl.DataFrame, set[tuple[str, str]]]:
    """The accepted claims, and the (reading_id, claim_id) of each."""
    claims: list[Claim] = []
    owners: list[ReadDocument] = []
    for document in read:
        seen: set[str] = set()
        for claim in document.reading.claims:
            fault = _unstorable(claim) or (_TWICE if claim.claim_id in seen else None)
            seen.add(claim.claim_id)
            if fault:
                refusals.add_claim(document, claim, fault)
            else:
                claims.append(claim)
                owners.append(document)
    rows: Columns = {name: [getattr(claim, name) for claim in claims] for name in _CLAIM_FIELDS}
    rows["reading_id"] = [document.job.reading_id for document in owners]
    rows["document_id"] = [document.job.document_id for document in owners]
    rows["extractor_version"] = [READER_VERSION] * len(claims)
    rows["load_id"] = [NO_LOAD] * len(claims)
    schema = columns("claims")
    accepted, refused = validate("claims", pl.DataFrame({name: rows[name] for name in schema}, schema=schema))
    for fault in refused:
        refusals.add_claim(owners[fault.index], claims[fault.index], fault)
    return accepted, set(zip(accepted["reading_id"], accepted["claim_id"], strict=True))


def _links(read: Sequence[ReadDocument], kept: set[tuple[str, str]], refusals: "_Refusals") -> pl.DataFrame:
    """The accepted links. A link to a claim that is not loaded is refused too."""
    links: list[Link] = []
    owners: list[ReadDocument] = []
    for document in read:
        reading_id = document.job.reading_id
        for link in document.reading.links:
            missing = [c for c in (link.claim_id, link.target_claim_id) if (reading_id, c) not in kept]
            if missing:
                found = f"the claim {missing[0]}, which was not loaded"
                fault = Refused(0, link.role, found, "two claims that were loaded", "link_without_claim")
                refusals.add_link(document, link, fault)
            else:
                links.append(link)
                owners.append(document)
    rows: Columns = {name: [getattr(link, name) for link in links] for name in _LINK_FIELDS}
    rows["reading_id"] = [document.job.reading_id for document in owners]
    rows["load_id"] = [NO_LOAD] * len(links)
    schema = columns("claim_links")
    accepted, refused = validate(
        "claim_links", pl.DataFrame({name: rows[name] for name in schema}, schema=schema)
    )
    for fault in refused:
        refusals.add_link(owners[fault.index], links[fault.index], fault)
    return accepted.unique(
        ["reading_id", "claim_id", "role", "target_claim_id"], keep="first", maintain_order=True
    )


_TWICE = Refused(
    0, "claim_id", "the id of an earlier claim", "one claim for each kind and place", "duplicate_key"
)


def _unstorable(claim: Claim) -> Refused | None:
    """The first of a claim's numbers that decimal(38, 12) cannot hold exactly."""
    for name in _DECIMALS:
        value: Decimal | None = getattr(claim, name)
        if value is None:
            continue
        if not value.is_finite() or value.adjusted() >= 26 or _has_more_than_12_decimals(value):
            expected = "at most 26 digits before the point and 12 after it"
            return Refused(0, name, f"“{value}”", expected, "decimal")
    return None


def _has_more_than_12_decimals(value: Decimal) -> bool:
    _, digits, exponent = value.as_tuple()
    return isinstance(exponent, int) and exponent < -12 and any(digits[exponent + 12 :])


class _Refusals:
    """Collects the rows of raw.refusals."""

    def __init__(self) -> None:
        self.rows: Columns = {name: [] for name in columns("refusals")}

    def add_reader(self, document: ReadDocument, refusal: Refusal) -> None:
        self._add(document, "reader", refusal, refusal.rule, None, None, refusal.reason)

    def add_claim(self, document: ReadDocument, claim: Claim, fault: Refused) -> None:
        self._add_fault(document, claim, fault)

    def add_link(self, document: ReadDocument, link: Link, fault: Refused) -> None:
        claim = next((c for c in document.reading.claims if c.claim_id == link.claim_id), None)
        where = claim or Refusal(0, 0, link.role, link.rule, "")
        self._add_fault(document, where, fault)

    def _add_fault(self, document: ReadDocument, where: Claim | Refusal, fault: Refused) -> None:
        about = document.job
        quote = where.quote or getattr(where, "value_text", None) or ""
        reason = (
            f"“{about.description.title}” ({about.shelf_path}), “{quote}”: {fault.column} holds "
            f"{fault.found}; expected is {fault.expected}. {_ADVICE}"
        )
        self._add(document, "schema", where, fault.code, fault.column, fault.expected, reason)

    def _add(
        self,
        document: ReadDocument,
        stage: str,
        where: Claim | Refusal,
        rule: str,
        column: str | None,
        expected: str | None,
        reason: str,
    ) -> None:
        job = document.job
        named = f"{job.reading_id}|{where.char_start}|{where.char_end}|{rule}|{column}|{expected}"
        row = {
            "refusal_id": hashlib.sha256(named.encode()).hexdigest()[:32],
            "reading_id": job.reading_id,
            "document_id": job.document_id,
            "stage": stage,
            "char_start": max(where.char_start, 0),  # of a refused claim even these may be wrong
            "char_end": max(where.char_end, 0),
            "quote": where.quote or getattr(where, "value_text", None) or "",
            "rule": rule,
            "column_name": column,
            "expected": expected,
            "reason": reason,
            "load_id": NO_LOAD,
        }
        for name, value in row.items():
            self.rows[name].append(value)

    def frame(self) -> pl.DataFrame:
        """The refusals, each once. WrongShape where one could not be recorded: nothing is dropped unseen."""
        accepted, refused = validate("refusals", pl.DataFrame(self.rows, schema=columns("refusals")))
        if refused:
            fault = refused[0]
            raise WrongShape(
                f"A refusal holds {fault.found} as {fault.column}; expected is {fault.expected}."
            )
        return accepted.unique("refusal_id", keep="first", maintain_order=True)
