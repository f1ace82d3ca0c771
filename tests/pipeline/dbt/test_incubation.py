"""What the marts say of the six reports; every number is worked out by hand from the printed figures."""

from __future__ import annotations

import pytest

from tests.dbt import Checkout


@pytest.mark.parametrize(
    ("indicator", "period", "bounds", "published", "verdict"),
    [
        # 5,739 / 1.34 = 4282.8 and 5,739 / 1.33 = 4315.04, whole numbers between
        ("makers_spaces", "2016", (4283, 4315), 4298, "consistent"),
        # 410,000 / 1.525 = 268852.5 and 420,000 / 1.515 = 277227.7
        ("teams_served", "2016", (268853, 277227), 274000, "consistent"),
        # 4,069 / 1.2485 = 3259.1 and 4,069 / 1.2475 = 3261.7
        ("incubators", "2016", (3260, 3261), 3255, "revised_or_conflict"),
        # 6,959 / 1.2135 = 5734.7 and 6,959 / 1.2125 = 5739.4
        ("makers_spaces", "2017", (5735, 5739), 5739, "consistent"),
    ],
)
def test_l2_coherence_baseline_vs_published(
    marts: Checkout,
    indicator: str,
    period: str,
    bounds: tuple[int, int],
    published: int,
    verdict: str,
) -> None:
    row = marts.row(
        f"select * from marts.implied_baselines where indicator = '{indicator}' and time_period = '{period}'"
    )
    assert (row["obs_lower"], row["obs_upper"]) == bounds
    assert row["published_value"] == published
    assert row["verdict"] == verdict


def test_l2_coherence_baseline_of_two_hedges_is_conventional_only(marts: Checkout) -> None:
    """Over 1.05 million, over 36%: 1,050,000 / 1.37 = 766423.4 and 1,060,000 / 1.36 = 779411.8."""
    row = marts.row("select * from marts.implied_baselines where indicator = 'job_opportunities'")
    assert (row["obs_lower"], row["obs_upper"]) == (766424, 779411)
    assert (row["strict_lower"], row["strict_upper"]) == (None, None)
    assert row["basis_assumed"]


@pytest.mark.parametrize(
    ("whole", "verdict", "residual"),
    [
        (67_000_000_000, "holds", 0),  # 57 + about 10
        (53_960_000_000, "remainder", 1_620_000_000),  # 44.46 + 7.88
        (11_808, "holds", 0),  # 4,849 + 6,959
        (5_739, "holds", 5_339),  # over 400 of them
    ],
)
def test_l1_consistency_claim_total_eq_parts(
    marts: Checkout, whole: int, verdict: str, residual: int
) -> None:
    row = marts.row(
        f"select * from marts.reconciliations where observed_value = {whole} and document_id is not null"
    )
    assert row["verdict"] == verdict
    assert row["residual"] == pytest.approx(residual)


def test_l2_coherence_conflict_names_both_claims(marts: Checkout) -> None:
    """53.96 billion by the ministry and over 5.5 billion by the agency are ten times apart."""
    row = marts.row(
        "select * from marts.observations where indicator = 'investment_won' and time_period = '2016'"
    )
    assert (row["agreement"], row["obs_status"], row["obs_value"]) == ("conflict", "U", 53_960_000_000)
    claims = marts.rows(
        "select claims.value_text, evidence.role from marts.evidence join marts.claims using (claim_id) "
        f"where derived_kind = 'conflict' and derived_id = '{row['observation_id']}'"
    )
    assert {(claim["value_text"], claim["role"]) for claim in claims} == {
        ("53.96 billion", "leads"),
        ("5.5 billion", "conflicts"),
    }


def test_l2_coherence_corroboration_is_counted(marts: Checkout) -> None:
    """4,298 is given by the ministry and by the Torch Center."""
    row = marts.row(
        "select * from marts.observations where indicator = 'makers_spaces' and time_period = '2016'"
        " and transformation = 'level'"
    )
    assert (row["agreement"], row["organisation_count"], row["obs_value"]) == ("agree", 2, 4298)


def test_l1_consistency_bounds_are_tightened_by_the_sum(marts: Checkout) -> None:
    """About 10 billion beside about 67 [66.5, 67.5] and 57 [56.5, 57.5] is 9 to 11 billion."""
    row = marts.row("select * from marts.tightened_bounds where obs_value = 10000000000")
    assert row["tightened_lower"] == pytest.approx(9e9)
    assert row["tightened_upper"] == pytest.approx(11e9)
    assert (row["stated_lower"], row["stated_upper"]) == (5e9, 15e9)


def test_l2_coherence_rest_of_an_open_list_is_named(marts: Checkout) -> None:
    """53.96 - 44.46 - 7.88 = 1.62 billion, each printed to 10 million: 1.605 to 1.635."""
    row = marts.row("select * from marts.implied_levels where method = 'remainder' and unit_measure = 'CNY'")
    assert row["obs_lower"] == pytest.approx(1.605e9)
    assert row["obs_upper"] == pytest.approx(1.635e9)


def test_l1_validity_lost_unit_is_no_observation(marts: Checkout) -> None:
    row = marts.row("select * from marts.claims where value_text = '25 million'")
    assert row["unit_measure"] is None
    assert row["not_observed_because"] == "no_unit"
    assert marts.row(f"select why from marts.review_queue where claim_id = '{row['claim_id']}'") == {
        "why": "no_unit"
    }


def test_l2_coherence_withdrawn_report_leaves_observations_not_history(marts: Checkout) -> None:
    """1,200 parks were withdrawn by the load of 2 January 2020: they stood until the 1st."""
    assert not marts.rows("select * from marts.observations where indicator like '%parks%'")
    assert not marts.rows("select * from marts.implied_baselines where indicator like '%parks%'")
    past = marts.row("select * from marts.revisions where obs_value = 1200")
    assert (past["is_latest"], str(past["realtime_end"])) == (False, "2020-01-01")
    gone = marts.row("select * from marts.documents where title = 'gone'")
    assert (gone["placement_status"], str(gone["withdrawn_on"])) == ("withdrawn", "2020-01-02")


def test_unit_tests_of_the_models_pass(results: list[dict[str, str]]) -> None:
    found = [result["status"] for result in results if result["unique_id"].startswith("unit_test.")]
    assert len(found) >= 30 and set(found) == {"pass"}
