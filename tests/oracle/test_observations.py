"""Several statements about one thing: what the marts make of them, against DESIGN §7."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import Any

from tests.oracle.compare import difference, interval_of
from tests.oracle.conftest import Built, expectations, none_of
from tests.oracle.intervals import EVERYTHING, Interval


def known_of(statements: list[dict[str, Any]]) -> tuple[dict[str, Interval], set[str]]:
    """What each organisation last said, and who contradicts itself within one day.

    Statements of one day are roundings of one number. Going back from the last day, an earlier one that holds
    what is known so far, or is held by it, is the same number printed coarser or finer; the first that is
    neither is a superseded vintage.
    """
    days: dict[str, dict[str, Interval]] = defaultdict(dict)
    for statement in statements:
        days[statement["org"]].setdefault(statement["day"], EVERYTHING)
        said = days[statement["org"]][statement["day"]]
        days[statement["org"]][statement["day"]] = said.meet(statement["interval"])
    known, contradictory = {}, set()
    for org, by_day in days.items():
        ordered = [by_day[day] for day in sorted(by_day, reverse=True)]
        running = ordered[0]
        if running.is_empty:
            contradictory.add(org)
        for earlier in ordered[1:]:
            both = running.meet(earlier)
            if both.is_empty or both not in (running, earlier):
                break
            running = both
        known[org] = running
    return known, contradictory


def test_l2_statements_of_one_organisation_intersect_and_a_later_vintage_supersedes(built: Built) -> None:
    rows = built.by("entity", "select * from marts.observations where entity like 'dated %'")
    problems, checked = [], 0
    for entity, statements in expectations(built, "observations"):
        known, contradictory = known_of(statements)
        if len(known) > 1 or contradictory:
            continue
        checked += 1
        wrong = difference(interval_of(rows[entity], "conventional"), *known.values(), discrete=True)
        if wrong:
            problems.append(f"{entity}: {wrong} from {statements}")
    none_of(problems, checked)


def test_l2_organisations_are_compared_and_never_intersected(built: Built) -> None:
    rows = built.by("entity", "select * from marts.observations where entity like 'dated %'")
    problems, checked = [], 0
    for entity, statements in expectations(built, "observations"):
        known, contradictory = known_of(statements)
        if contradictory:
            continue
        row = rows[entity]
        pairs = [(a, b) for a in known for b in known if a < b]
        agree = all(known[a].overlaps(known[b]) for a, b in pairs)
        if any(
            known[a].whole_numbers().overlaps(known[b].whole_numbers()) != known[a].overlaps(known[b])
            for a, b in pairs
        ):
            continue  # they meet between two whole numbers only
        checked += 1
        if (row["agreement"] == "conflict") == agree:
            problems.append(f"{entity} is {row['agreement']}: {statements}")
        found = interval_of(row, "conventional")
        if all(difference(found, one, discrete=True) for one in known.values()):
            problems.append(f"{entity} has the bounds of nobody: {found} from {statements}")
        if row["organisation_count"] != len(known):
            problems.append(f"{entity} counts {row['organisation_count']} organisations: {statements}")
    none_of(problems, checked)


def test_l2_a_contradiction_within_one_day_is_a_conflict(built: Built) -> None:
    rows = built.by("entity", "select * from marts.observations where entity like 'dated %'")
    problems, checked = [], 0
    for entity, statements in expectations(built, "observations"):
        if known_of(statements)[1]:
            checked += 1
            if rows[entity]["agreement"] != "conflict":
                problems.append(f"{entity} is {rows[entity]['agreement']}: {statements}")
    none_of(problems, checked)


def test_l1_the_value_of_an_observation_stands_within_its_bounds(built: Built) -> None:
    outside = built.rows(
        "select entity, obs_value, obs_lower, obs_upper from marts.observations where obs_lower > obs_upper "
        "or obs_value < obs_lower - 1e-9 * abs(obs_lower) or obs_value > obs_upper + 1e-9 * abs(obs_upper)"
    )
    assert not outside, outside[:10]


def test_l2_vintages_follow_one_another_without_gap_or_overlap(built: Built) -> None:
    rows = built.rows(
        "select entity, realtime_start, realtime_end, is_latest from marts.revisions "
        "where entity like 'dated %' order by observation_id, realtime_start"
    )
    spans: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        spans[row["entity"]].append(row)
    problems = []
    for entity, vintages in spans.items():
        for before, after in pairwise(vintages):
            gap = (after["realtime_start"] - before["realtime_end"]).days
            if gap not in (0, 1):
                problems.append(f"{entity}: {before} then {after}")
        if [v["is_latest"] for v in vintages] != [False] * (len(vintages) - 1) + [True]:
            problems.append(f"{entity}: the latest is not the last of {vintages}")
    none_of(problems, len(spans))


def test_l2_each_vintage_is_what_was_known_on_its_first_day(built: Built) -> None:
    rows = built.rows("select * from marts.revisions where entity like 'dated %'")
    statements = dict(expectations(built, "observations"))
    problems, checked = [], 0
    for row in rows:
        day = row["realtime_start"].isoformat()
        known, contradictory = known_of([s for s in statements[row["entity"]] if s["day"] <= day])
        if contradictory:
            continue
        checked += 1
        found = interval_of(row | dict.fromkeys(("strict_lower", "strict_upper")), "conventional")
        if all(difference(found, one, discrete=True) for one in known.values()):
            problems.append(f"{row['entity']} on {day}: {found}, known was {known}")
    none_of(problems, checked)
