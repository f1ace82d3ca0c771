"""Contradictions planted in realistic reports are found, and found where they are.

A finding is a violated reconciliation or an observation in conflict; it names its claims in `marts.evidence`.
It is right where one of them is planted; a planted figure is found where one finding names it.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from tests.oracle.conftest import Built

FINDINGS = """
    select evidence.derived_id, evidence.claim_id
    from marts.evidence
    inner join marts.reconciliations as checks on evidence.derived_id = checks.reconciliation_id
    where evidence.derived_kind = 'reconciliation' and checks.verdict = 'violated'
    union all
    select derived_id, claim_id from marts.evidence where derived_kind = 'conflict'
"""


def test_l2_planted_contradictions_are_found_and_localised(built: Built) -> None:
    truth = {row["claim_id"]: row for row in built.generated.truth.iter_rows(named=True)}
    planted = {claim for claim, row in truth.items() if row["planted"]}
    findings: dict[str, set[str]] = defaultdict(set)
    for row in built.rows(FINDINGS):
        if row["claim_id"] in truth:
            findings[row["derived_id"]].add(row["claim_id"])
    right = [claims for claims in findings.values() if claims & planted]
    named = set().union(*right) & planted if right else set()
    precision, recall = len(right) / len(findings), len(named) / len(planted)
    missed = Counter(truth[claim]["planted"] for claim in planted - named)
    size = sum(map(len, right)) / len(right)
    print(
        f"\n{len(planted)} planted, {len(findings)} findings: precision {precision:.3f}, "
        f"recall {recall:.3f}, {size:.1f} claims a finding; missed {dict(missed)}"
    )
    assert precision >= 0.98
    assert recall >= 0.98


def test_l2_a_figure_that_is_true_stands_within_every_bound_derived_of_true_figures(built: Built) -> None:
    """Soundness against the world: what is derived holds the quantity that the generator had in mind."""
    rows = built.rows(
        """
        select baselines.level_claim_id, baselines.method, baselines.obs_lower, baselines.obs_upper
        from marts.implied_baselines as baselines
        inner join marts.claims on baselines.level_claim_id = claims.claim_id
        where baselines.derivation = 'derived' and claims.shelf_path like 'generated/%'
        """
    )
    truth = {row["claim_id"]: row for row in built.generated.truth.iter_rows(named=True)}
    false_blocks = {row["block_id"] for row in truth.values() if row["planted"]}
    outside, checked = [], 0
    for row in rows:
        true = truth[row["level_claim_id"]]
        if true["block_id"] in false_blocks:
            continue
        checked += 1
        slack = 1e-9 * true["base"]
        if not (row["obs_lower"] - slack <= true["base"] <= row["obs_upper"] + slack):
            outside.append({**row, **true})
    assert checked > 1000
    assert not outside, f"{len(outside)} of {checked}: {outside[:5]}"
