"""The marts against exact arithmetic, row by row, over thousands of random systems."""

from __future__ import annotations

from typing import Any

from tests.oracle.compare import clearly_overlaps, difference, interval_of, near, snapped
from tests.oracle.conftest import Built, expectations, none_of
from tests.oracle.derive import signed
from tests.oracle.policy import COUNTS
from tests.oracle.writer import BOTH

CHANGES = {"change_rate", "change_amount", "points"}


def test_l1_every_claim_has_the_bounds_of_the_policy(built: Built) -> None:
    rows = built.by("claim_id", "select * from marts.claims")
    problems, checked = [], 0
    for system in built.systems:
        for claim, reading in system.expected.bounds.items():
            row = rows[claim]
            for name in BOTH:
                checked += 1
                exact = getattr(reading, name)
                if row["kind"] in CHANGES:  # raw prints a fall positive, the marts sign it
                    exact = signed(exact, row["direction"])
                wrong = difference(interval_of(row, name), exact, discrete=row["unit"] in COUNTS)
                if wrong:
                    problems.append(
                        f"{name} of {row['qualifier']} {row['value_text']} {row['unit']}: {wrong}"
                    )
    none_of(problems, checked)


def test_l2_every_baseline_is_the_exact_one(built: Built) -> None:
    rows = built.by("level_claim_id", "select * from marts.implied_baselines")
    problems, checked = [], 0
    for level, expected in expectations(built, "baselines"):
        row = rows.get(level)
        if row is None:
            problems.append(f"{expected['method']}: no baseline of {level}")
        elif (found := possible(expected)) == "between":
            continue
        elif found == "no":
            checked += 1
            if row["derivation"] != "refused":
                problems.append(f"{level}: figures that exclude each other derive a baseline")
        else:
            checked += len(BOTH)
            problems += differences(row, expected)
    none_of(problems, checked)


def test_l2_a_baseline_meets_what_was_published_where_the_intervals_do(built: Built) -> None:
    rows = built.by("level_claim_id", "select * from marts.implied_baselines")
    problems, checked = [], 0
    for level, expected in expectations(built, "baselines"):
        row = rows[level]
        if row["derivation"] == "refused":
            verdict: str | None = "not_comparable"
        elif "published" not in expected:
            verdict = "unverified"
        else:
            meets = clearly_overlaps(
                expected["conventional"], expected["published"].conventional, expected["discrete"]
            )
            verdict = {True: "consistent", False: "revised_or_conflict", None: None}[meets]
        if verdict is None:
            continue
        checked += 1
        if row["verdict"] != verdict:
            problems.append(f"{level} is {row['verdict']}, not {verdict}: {expected} beside {row}")
    none_of(problems, checked)


def test_l2_only_a_change_on_the_basis_of_its_level_derives_a_baseline(built: Built) -> None:
    rows = built.by("level_claim_id", "select * from marts.implied_baselines")
    problems, checked = [], 0
    for level, expected in expectations(built, "refusals"):
        row = rows.get(level)
        checked += 1
        if row is None:
            problems.append(f"no row for a change that is {expected['why']}")
        elif (row["derivation"] == "derived") != expected["derives"]:
            problems.append(
                f"{row['derivation']} ({row['refusal_reason']}) a change that is {expected['why']}"
            )
        elif expected["derives"] and row["basis_assumed"] != expected["assumed"]:
            problems.append(f"basis_assumed is {row['basis_assumed']} of {expected['why']}")
        elif expected["derives"] and row["obs_status"] != expected["obs_status"]:
            problems.append(f"obs_status is {row['obs_status']} of {expected['why']}")
        elif not expected["derives"] and (not row["refusal_reason"] or row["obs_lower"] is not None):
            problems.append(f"refused without reason or with a bound: {row}")
    none_of(problems, checked)


def test_l1_parts_and_whole_get_the_exact_verdict(built: Built) -> None:
    rows = built.by("whole_claim_id", "select * from baselines.part_sums")
    problems, checked = [], 0
    for whole, expected in expectations(built, "sums"):
        row = rows[whole]
        wrong = difference(
            interval_of(row | {"strict_lower_open": False, "strict_upper_open": False}, "conventional"),
            expected["conventional"],
            discrete=expected["discrete"],
            derived=True,
        )
        if wrong:
            problems.append(f"sum of the parts of {whole}: {wrong}")
        verdict = expected["conventional_verdict"]
        if expected["touching"]:
            continue
        checked += 1
        if row["verdict"] != verdict:
            problems.append(f"{whole} is {row['verdict']}, not {verdict}: {expected} beside {row}")
    none_of(problems, checked)


def test_l2_every_part_and_whole_implied_by_a_share_is_the_exact_one(built: Built) -> None:
    rows = built.by(
        "from_claim_id",
        "select * from marts.implied_levels where method in ('part_from_share', 'whole_from_share')",
    )
    problems, checked = [], 0
    for _, expected in expectations(built, "shares"):
        if expected["missing"] == "none":
            continue
        row = rows.get(expected.get("whole") or expected.get("part"))
        checked += len(BOTH)
        if row is None:
            problems.append("no row for a share")
        elif (found := possible(expected)) == "no" and row["derivation"] != "refused":
            problems.append(f"{row['derivation']} {row['refusal_reason']}: {expected}")
        elif found == "yes":
            problems += differences(row, expected)
    none_of(problems, checked)


def test_l1_a_share_of_two_printed_levels_gets_the_exact_verdict(built: Built) -> None:
    rows = built.by("observed_claim_id", "select * from marts.reconciliations where kind = 'share'")
    problems, checked = [], 0
    for share, expected in expectations(built, "shares"):
        if expected["missing"] != "none" or expected["meets"] is None:
            continue
        checked += 1
        verdict = "holds" if expected["meets"] else "violated"
        if rows[share]["verdict"] != verdict:
            problems.append(f"{share} is {rows[share]['verdict']}, not {verdict}: {expected}")
    none_of(problems, checked)


def test_l1_a_change_between_two_printed_levels_gets_the_exact_verdict(built: Built) -> None:
    rows = built.by(
        "observed_claim_id",
        "select * from marts.reconciliations where kind like '%between_levels' or kind like '%change_amount'",
    )
    problems, checked = [], 0
    for change, expected in expectations(built, "changes"):
        row = rows.get(change)
        if row is None:
            problems.append(f"no check of {expected['method']} {change}")
            continue
        checked += 1
        expected_interval = interval_of(
            {
                "obs_lower": row["expected_lower"],
                "obs_upper": row["expected_upper"],
                "lower_open": None,
                "upper_open": None,
            },
            "conventional",
        )
        exact = expected["conventional"]
        for end in ("lower", "upper"):
            mine, theirs = getattr(exact, end), getattr(expected_interval, end)
            if mine is theirs is None:
                continue
            if mine is None or theirs is None or not near(mine, theirs):
                problems.append(f"{expected['method']} {change}: {end} is {theirs}, exactly {mine}")
        verdict = {True: "holds", False: "violated", None: row["verdict"]}[expected["holds"]]
        if row["verdict"] != verdict:
            problems.append(f"{expected['method']} {change} is {row['verdict']}, not {verdict}: {row}")
    none_of(problems, checked)


def test_l2_every_current_level_that_an_earlier_one_implies_is_the_exact_one(built: Built) -> None:
    rows = built.by("from_claim_id", "select * from marts.implied_levels where from_claim_id is not null")
    problems, checked = [], 0
    for earlier, expected in expectations(built, "currents"):
        row = rows.get(earlier)
        checked += len(BOTH)
        if row is None:
            problems.append(f"no row for {earlier}")
        elif possible(expected) == "yes":
            problems += differences(row, expected)
    none_of(problems, checked)


def test_l2_every_level_at_the_end_of_a_chain_of_rates_is_the_exact_one(built: Built) -> None:
    chains = built.rows("select * from marts.implied_levels where method = 'growth_chain'")
    rows = {(row["entity"], row["time_period"]): row for row in chains}
    problems, checked = [], 0
    for entity, expected in expectations(built, "chains"):
        row = rows.get((entity, expected["time_period"]))
        checked += len(BOTH)
        problems += [f"no chain of {entity}"] if row is None else differences(row, expected)
    none_of(problems, checked)


def test_l2_every_remainder_of_an_open_list_is_the_exact_one(built: Built) -> None:
    rows = built.by("from_claim_id", "select * from marts.implied_levels where method = 'remainder'")
    problems, checked = [], 0
    for whole, expected in expectations(built, "sums"):
        remainder = {"discrete": expected["discrete"]} | {r: expected[f"{r}_remainder"] for r in BOTH}
        if expected["conventional_verdict"] != "remainder" or expected["touching"]:
            continue
        checked += len(BOTH)
        row = rows.get(whole)
        if row is None:
            problems.append(f"no remainder of {whole}")
        elif possible(remainder) == "yes":
            problems += differences(row, remainder)
    none_of(problems, checked)


def possible(expected: dict[str, Any]) -> str:
    """Can a quantity of this kind be what the figures imply: yes, no, or only between two whole numbers.

    "Over 712" of a count means (712, 713) by the policy, so what follows from it may hold no whole number
    either; that is no contradiction of the report.
    """
    interval = snapped(expected["conventional"])
    if interval.is_empty:
        return "no"
    if not expected["discrete"] or not interval.whole_numbers().is_empty:
        return "yes"
    ends = (interval.lower, interval.upper)
    return "between" if all(e is not None and e.denominator == 1 for e in ends) else "no"


def differences(row: dict[str, Any], expected: dict[str, Any]) -> list[str]:
    """What is wrong with both intervals of a derived row, in words."""
    found = []
    for name in BOTH:
        if expected[name].is_empty:
            continue
        wrong = difference(
            interval_of(row, name), expected[name], discrete=expected["discrete"], derived=True
        )
        if wrong:
            found.append(f"{name} by {row['method']} ({row['derivation']} {row['refusal_reason']}): {wrong}")
    return found
