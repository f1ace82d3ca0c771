"""What the marts say of the sample shelf: each promise with numbers worked out by hand.

Intervals of counts end at whole numbers; `at` gives both ends of the conventional reading.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

Row = dict[str, Any]


class Marts:
    """The published warehouse, asked row by row."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self.connection = connection

    def rows(self, query: str, *values: Any) -> list[Row]:
        result = self.connection.execute(query, list(values))
        names = [column[0] for column in result.description or []]
        return [dict(zip(names, found, strict=True)) for found in result.fetchall()]

    def row(self, query: str, *values: Any) -> Row:
        """The one row of a query."""
        found = self.rows(query, *values)
        assert len(found) == 1, f"{len(found)} rows of {query} {values}"
        return found[0]

    def baseline(self, level: str) -> Row:
        """The implied baseline of the level with these words."""
        return self.row(
            """
            select baselines.* from marts.implied_baselines as baselines
            join marts.claims as claims on claims.claim_id = baselines.level_claim_id
            where claims.value_text = ?
            """,
            level,
        )

    def sum_of_parts(self, whole: str, slug: str) -> Row:
        """The check of a whole against its parts in one document."""
        return self.row(
            """
            select checks.* from marts.reconciliations as checks
            join marts.claims as claims on claims.claim_id = checks.observed_claim_id
            where checks.kind = 'sum_of_parts' and claims.value_text = ? and claims.shelf_path like ?
            """,
            whole,
            f"%/{slug}/%",
        )

    def evidence(self, kind: str, key: str) -> dict[str, set[str]]:
        """The printed numbers behind a derived row, by role."""
        found: dict[str, set[str]] = {}
        for row in self.rows(
            """
            select evidence.role, claims.value_text from marts.evidence as evidence
            join marts.claims as claims using (claim_id)
            where evidence.derived_kind = ? and evidence.derived_id = ?
            """,
            kind,
            key,
        ):
            found.setdefault(row["role"], set()).add(row["value_text"])
        return found


@pytest.fixture(scope="module")
def marts(warehouse: Path) -> Iterator[Marts]:
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        yield Marts(connection)


def at(row: Row) -> tuple[float, float]:
    return row["obs_lower"], row["obs_upper"]


def test_every_sample_is_a_document_that_says_it_is_a_sample(marts: Marts) -> None:
    documents = marts.rows("select publisher, compiling_org, is_sample from marts.documents")
    assert len(documents) == 6
    assert {d["publisher"] for d in documents} == {"Report Figures samples"}
    assert all(d["is_sample"] for d in documents)
    assert all(d["compiling_org"] != d["publisher"] for d in documents), "who counted is a real organisation"


@pytest.mark.parametrize(
    ("level", "period", "interval", "published", "verdict"),
    [
        # 5,739 ÷ 1.34 = 4,282.8 and 5,739 ÷ 1.33 = 4,315.04
        ("5,739", "2016", (4283, 4315), 4298, "consistent"),
        # 410,000 ÷ 1.525 = 268,852.5 and 420,000 ÷ 1.515 = 277,227.7
        ("410,000", "2016", (268853, 277227), 274000, "consistent"),
        # 4,069 ÷ 1.2485 = 3,259.1 and 4,069 ÷ 1.2475 = 3,261.7; 3,255 was published
        ("4,069", "2016", (3260, 3261), 3255, "revised_or_conflict"),
        # 6,959 ÷ 1.2135 = 5,734.7 and 6,959 ÷ 1.2125 = 5,739.4
        ("6,959", "2017", (5735, 5739), 5739, "consistent"),
        # 86,500 ÷ 1.225 = 70,612.2 and 87,500 ÷ 1.215 = 72,016.5: an unhedged count, zeros do not count
        ("87,000", "2016", (70613, 72016), None, "unverified"),
        # 250,000 ÷ 1.375 = 181,818.2 and 260,000 ÷ 1.365 = 190,476.2
        ("250,000", "2016", (181819, 190476), None, "unverified"),
        # 1,050,000 ÷ 1.37 = 766,423.4 and 1,060,000 ÷ 1.36 = 779,411.8
        ("1.05 million", "2016", (766424, 779411), None, "unverified"),
    ],
)
def test_the_level_of_the_year_before_is_implied_and_compared(
    marts: Marts, level: str, period: str, interval: tuple[int, int], published: int | None, verdict: str
) -> None:
    baseline = marts.baseline(level)
    assert baseline["derivation"] == "derived", baseline["refusal_reason"]
    assert baseline["time_period"] == period
    assert at(baseline) == interval
    assert baseline["published_value"] == published
    assert baseline["verdict"] == verdict


def test_an_implied_amount_of_money_is_not_cut_to_whole_numbers(marts: Marts) -> None:
    # 3.145 ÷ 1.375 = 2.2872727… and 3.155 ÷ 1.365 = 2.3113553… billion yuan
    # and an end is kept with twelve digits, moved outwards
    assert at(marts.baseline("3.15 billion")) == (2287272727.27, 2311355311.36)


def test_two_open_hedges_have_a_conventional_reading_and_no_strict_one(marts: Marts) -> None:
    baseline = marts.baseline("1.05 million")
    assert at(baseline) == (766424, 779411)
    assert (baseline["strict_lower"], baseline["strict_upper"]) == (None, None)


def test_a_baseline_names_its_two_claims(marts: Marts) -> None:
    baseline = marts.baseline("5,739")
    printed = marts.evidence("implied_baseline", baseline["implied_baseline_id"])
    assert {"5,739", "33%"} <= set().union(*printed.values())


def test_a_mismatch_with_what_was_published_says_how_large_it_is(marts: Marts) -> None:
    baseline = marts.baseline("4,069")
    assert baseline["gap"] == -5, "3,255 lies 5 below the 3,260 at which the interval begins"
    assert marts.baseline("5,739")["gap"] == 0


def test_57_and_about_10_make_about_67(marts: Marts) -> None:
    check = marts.sum_of_parts("67 billion", "makers-spaces-2017")
    assert check["verdict"] == "holds"
    # [56.5, 57.5] + [5, 15]: the zero of a hedged 10 does not count
    assert (check["expected_lower"], check["expected_upper"]) == (61.5e9, 72.5e9)
    assert (check["observed_lower"], check["observed_upper"]) == (66.5e9, 67.5e9)


def test_parts_that_are_not_said_to_be_all_leave_a_remainder_which_is_named(marts: Marts) -> None:
    check = marts.sum_of_parts("53.96 billion", "makers-spaces-2016")
    assert check["verdict"] == "remainder"
    assert check["residual"] == pytest.approx(1.62e9, abs=1)  # 53.96 − 44.46 − 7.88
    printed = marts.evidence("reconciliation", check["reconciliation_id"])
    assert set().union(*printed.values()) == {"53.96 billion", "44.46 billion", "7.88 billion"}


def test_parts_that_are_said_to_be_all_add_up(marts: Marts) -> None:
    check = marts.sum_of_parts("11,808", "incubation-2018")
    assert (check["verdict"], check["residual"]) == ("holds", 0)
    assert check["coverage"] == "exhaustive"


def test_a_vague_part_is_tightened_by_the_rest_of_its_whole(marts: Marts) -> None:
    """About 10 billion may be 5 to 15; 66.5–67.5 less 56.5–57.5 leaves 9 to 11, since the parts add up."""
    bounds = marts.row("""
        select bounds.* from marts.tightened_bounds as bounds
        join marts.claims as claims using (claim_id) where claims.value_text = '10 billion'
    """)
    assert (bounds["stated_lower"], bounds["stated_upper"]) == (5e9, 15e9)
    assert (bounds["tightened_lower"], bounds["tightened_upper"]) == (9e9, 11e9)
    assert bounds["lower_tightened_by"] and bounds["upper_tightened_by"]


def test_an_open_list_of_parts_tightens_none_of_them(marts: Marts) -> None:
    """44.46 and 7.88 of 53.96 leave a remainder, so neither says anything of the other."""
    assert (
        marts.rows("""
        select bounds.* from marts.tightened_bounds as bounds
        join marts.claims as claims using (claim_id)
        where claims.value_text in ('44.46 billion', '7.88 billion')
            and (bounds.tightened_lower > bounds.stated_lower or bounds.tightened_upper < bounds.stated_upper)
    """)
        == []
    )


def test_two_organisations_that_disagree_are_a_conflict_that_names_both_claims(marts: Marts) -> None:
    ministry = marts.row("select * from marts.claims where value_text = '53.96 billion'")
    agency = marts.row("select * from marts.claims where value_text = '5.5 billion'")
    assert ministry["observation_id"] == agency["observation_id"]
    observation = marts.row(
        "select * from marts.observations where observation_id = ?", ministry["observation_id"]
    )
    assert (observation["agreement"], observation["obs_status"]) == ("conflict", "U")
    printed = marts.evidence("conflict", observation["observation_id"])
    assert set().union(*printed.values()) == {"53.96 billion", "5.5 billion"}


def test_the_same_number_from_two_organisations_agrees(marts: Marts) -> None:
    claims = marts.rows("select distinct observation_id from marts.claims where value_text = '4,298'")
    assert len(claims) == 1
    observation = marts.row(
        "select * from marts.observations where observation_id = ?", claims[0]["observation_id"]
    )
    assert (observation["agreement"], observation["organisation_count"]) == ("agree", 2)
    assert (observation["obs_value"], observation["origin"]) == (4298, "stated")
    assert at(observation) == (4298, 4298)


def test_a_level_that_nobody_published_is_an_implied_observation(marts: Marts) -> None:
    baseline = marts.baseline("87,000")
    observation = marts.row(
        "select * from marts.observations where observation_id = ?", baseline["observation_id"]
    )
    assert (observation["origin"], observation["obs_status"]) == ("implied", "E")
    assert at(observation) == (70613, 72016)
    assert observation["obs_value"] == (70613 + 72016) / 2


def test_a_published_level_is_not_replaced_by_an_implied_one(marts: Marts) -> None:
    baseline = marts.baseline("4,069")
    observation = marts.row(
        "select * from marts.observations where observation_id = ?", baseline["observation_id"]
    )
    assert (observation["origin"], observation["obs_value"]) == ("stated", 3255)


def test_a_part_of_the_spaces_is_not_taken_for_the_number_of_spaces(marts: Marts) -> None:
    """Investment agencies set up over 400 of the 5,739 makers' spaces."""
    part = marts.row("select * from marts.claims where value_text = '400'")
    whole = marts.row("select * from marts.claims where value_text = '5,739'")
    assert part["observation_id"] is None or part["observation_id"] != whole["observation_id"]
    observation = marts.row(
        "select * from marts.observations where observation_id = ?", whole["observation_id"]
    )
    assert (observation["obs_value"], observation["agreement"]) == (5739, "single")


def test_strict_always_contains_conventional(marts: Marts) -> None:
    """For every interval that the marts hold; null is unbounded."""
    for table in ("claims", "observations", "implied_baselines", "implied_levels"):
        outside = marts.rows(f"""
            select * from marts.{table}
            where (strict_lower > obs_lower or (strict_lower is not null and obs_lower is null)
                or strict_upper < obs_upper or (strict_upper is not null and obs_upper is null))
        """)
        assert outside == [], table


def test_the_document_and_sentence_of_every_observation_can_be_found(marts: Marts) -> None:
    assert (
        marts.rows("""
        select observations.observation_id from marts.observations as observations
        left join marts.evidence as evidence
            on evidence.derived_kind = 'observation' and evidence.derived_id = observations.observation_id
        left join marts.claims as claims on claims.claim_id = evidence.claim_id
        left join marts.documents as documents on documents.document_id = claims.document_id
        group by observations.observation_id
        having count(documents.document_id) = 0 or bool_or(claims.sentence is null)
    """)
        == []
    )
