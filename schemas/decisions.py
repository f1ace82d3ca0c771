"""Decisions of persons, as they stand in dbt's seeds: read as text and checked before dbt starts."""

import pandera.polars as pa

from schemas.base import ID32, RawTable

DAY = r"^\d{4}-\d\d-\d\d$"

DECISION = {
    "accept": "the claim is right as read",
    "reject": "the claim is wrong and counts for nothing",
    "correct": "one column of the claim was misread; corrected_value is right",
    "definition_differs": "the claim is about something else than its label says",
}
CORRECTED_COLUMN = ("value", "unit", "time_period", "base_period", "measure_key", "price_basis", "-")


class ClaimDecisions(RawTable):
    """One row per claim, decision and corrected column (seeds/claim_decisions.csv)."""

    claim_id: str = pa.Field(str_matches=ID32, description="The claim that was decided on")
    decision: str = pa.Field(isin=list(DECISION), description="What was decided")
    expect: str = pa.Field(description="The numeral as printed, with which the decision holds")
    corrected_column: str = pa.Field(
        nullable=True, isin=list(CORRECTED_COLUMN), description="The column that was misread"
    )
    corrected_value: str = pa.Field(nullable=True, description="Its right value")
    reason: str = pa.Field(description="Why")
    decided_on: str = pa.Field(str_matches=DAY, description="Day of the decision")
    decided_by: str = pa.Field(description="Who decided")


class IndicatorLabels(RawTable):
    """One row per label, unit and organisation (seeds/indicator_labels.csv)."""

    measure_key: str = pa.Field(description="The label as the reader normalises it")
    unit_measure: str = pa.Field(description="The base unit that it holds for, * for any")
    compiling_org: str = pa.Field(description="The organisation that it holds for, * for any")
    indicator: str = pa.Field(str_matches=r"^[a-z][a-z0-9_]*$", description="Code of the indicator")
    definition: str = pa.Field(isin=["same", "differs"], description="Whether the concept is the same")
    reason: str = pa.Field(description="Why")
    decided_on: str = pa.Field(str_matches=DAY, description="Day of the decision")


DECISIONS: dict[str, type[RawTable]] = {
    "claim_decisions": ClaimDecisions,
    "indicator_labels": IndicatorLabels,
}
