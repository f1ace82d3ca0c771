"""Every pair of reports gives the rows that were worked out by hand; they are read from their text."""

import pytest

from tests.dbt import Checkout
from tests.pipeline.pairs import ALL_PAIRS
from tests.pipeline.published_pairs import Pair


@pytest.mark.parametrize("pair", ALL_PAIRS, ids=lambda pair: pair.name)
def test_l2_coherence_baseline_vs_published(marts: Checkout, pair: Pair) -> None:
    rows = marts.rows(
        "select coalesce(refusal_reason, verdict) as said, obs_lower, obs_upper from marts.implied_baselines "
        "where compiling_org = ? order by 1",
        pair.name,
    )
    found = tuple(
        (row["said"], None if row["obs_lower"] is None else (row["obs_lower"], row["obs_upper"]))
        for row in rows
    )
    assert found == pair.expected
