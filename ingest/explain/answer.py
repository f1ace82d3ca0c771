"""An answer for each kind of thing that can be asked about: facts for a machine, lines for a person."""

from dataclasses import dataclass

import duckdb

from ingest.explain.claim import bounds_lines, claim_facts, claim_lines
from ingest.explain.find import find
from ingest.explain.intervals import interval, number, percent_interval, unit_words
from ingest.explain.rows import Row, row, rows


@dataclass(frozen=True)
class Answer:
    """What was asked about and the way back to its sentences."""

    kind: str
    facts: Row
    lines: list[str]


def explain(connection: duckdb.DuckDBPyConnection, asked: str) -> Answer:
    """The answer to an id or words. ConfigError where they name nothing, or more than one thing."""
    found = find(connection, asked)
    if found.kind == "claim":
        facts = claim_facts(connection, found.key)
        return Answer(found.kind, facts, claim_lines(facts))
    make = {
        "observation": _observation,
        "implied_baseline": _baseline,
        "implied_level": _level,
        "reconciliation": _reconciliation,
    }[found.kind]
    facts, lines = make(connection, found.key)
    return Answer(found.kind, facts, lines)


def _observation(connection: duckdb.DuckDBPyConnection, key: str) -> tuple[Row, list[str]]:
    facts = _one(connection, "observations", "observation_id", key)
    facts["claims"] = _evidence(connection, "observation", key)
    lines = [
        f"{key[:12]} {facts['indicator_label']} for {facts['time_period']}{_whose(facts)}: "
        f"{number(facts['obs_value'])}{unit_words(facts['unit_measure'])} "
        f"({facts['transformation'].replace('_', ' ')}; {facts['origin']}, {facts['agreement']}, "
        f"status {facts['obs_status']})",
        *bounds_lines(facts),
    ]
    if facts["implied_id"]:
        for mart, column, make in (
            ("implied_baselines", "implied_baseline_id", _baseline),
            ("implied_levels", "implied_level_id", _level),
        ):
            if row(
                connection, f"select 1 as found from marts.{mart} where {column} = ?", facts["implied_id"]
            ):
                facts["implied_by"], more = make(connection, facts["implied_id"])
                return facts, [*lines, "", "It is implied:", *more]
    facts["implied_besides"] = rows(
        connection,
        """
        select
            implied_baseline_id as id, obs_lower, obs_upper, lower_open, upper_open, verdict,
            level_period as source
        from marts.implied_baselines where observation_id = ? and derivation = 'derived'
        union all
        select implied_level_id, obs_lower, obs_upper, lower_open, upper_open, verdict, method
        from marts.implied_levels where observation_id = ? and derivation = 'derived'
        order by id
        """,
        key,
        key,
    )
    for each in facts["implied_besides"]:
        lines.append(
            f"  implied besides: {_bounds(each)}{unit_words(facts['unit_measure'])} from "
            f"{each['source'].replace('_', ' ')} ({each['id'][:12]}), {each['verdict'].replace('_', ' ')}"
        )
    return facts, [*lines, *_claims(facts)]


def _baseline(connection: duckdb.DuckDBPyConnection, key: str) -> tuple[Row, list[str]]:
    facts = _one(connection, "implied_baselines", "implied_baseline_id", key)
    facts["claims"] = _evidence(connection, "implied_baseline", key)
    return facts, [
        f"{key[:12]} {facts['indicator_label']} for {facts['time_period']}{_whose(facts)}, implied by what "
        f"was printed for {facts['level_period']}",
        *_derivation(facts, _baseline_arithmetic(facts)),
        *_claims(facts),
    ]


def _baseline_arithmetic(facts: Row) -> list[str]:
    """Each change that the baseline was derived with, as arithmetic on the conventional intervals."""
    level = next((c for c in facts["claims"] if c["role"] == "level"), None)
    if level is None or "kind" not in level:
        return []
    left, lines = _bounds(level), []
    for change in facts["claims"]:
        if change["role"] not in {"growth", "change_amount"} or "kind" not in change:
            continue
        if change["kind"] == "change_rate":
            lines.append(f"{left} ÷ (1 + {_bounds(change, percent=True)})")
        elif change["kind"] == "multiple":
            lines.append(f"{left} ÷ {_bounds(change)}")
        else:
            lines.append(f"{left} - {_bounds(change)}")
    return lines


def _level(connection: duckdb.DuckDBPyConnection, key: str) -> tuple[Row, list[str]]:
    facts = _one(connection, "implied_levels", "implied_level_id", key)
    facts["claims"] = _evidence(connection, "implied_level", key)
    relation = next((c for c in facts["claims"] if c["role"] == "relation" and "kind" in c), None)
    origin = next((c for c in facts["claims"] if c["role"] == "level" and "kind" in c), None)
    arithmetic: list[str] = []
    if relation and origin:
        a, b = _bounds(origin), _bounds(relation, percent=relation["kind"] in {"change_rate", "share"})
        parts = [c for c in facts["claims"] if c["role"] in {"part", "relation"} and "kind" in c]
        shape = {
            "level_from_growth": f"{a} × (1 + {b})",
            "part_from_share": f"{a} × {b}",
            "whole_from_share": f"{a} ÷ {b}",
            "remainder": " - ".join([a, *(_bounds(c) for c in parts)]),
            "count_from_average": f"{a} ÷ {b}",
        }.get(facts["method"])
        arithmetic = [shape] if shape else []
    return facts, [
        f"{key[:12]} {facts['indicator_label']} for {facts['time_period']}{_whose(facts)} "
        f"({facts['method'].replace('_', ' ')})",
        *_derivation(facts, arithmetic),
        *_claims(facts),
    ]


def _derivation(facts: Row, arithmetic: list[str]) -> list[str]:
    """How an implied row was derived or why it was not, and what was published instead."""
    unit = unit_words(facts["unit_measure"])
    if facts["derivation"] == "refused":
        return [f"  refused: {facts['refusal_reason'].replace('_', ' ')}"]
    result = interval(facts["obs_lower"], facts["obs_upper"], facts["lower_open"], facts["upper_open"])
    lines = [f"  {step} = {result}{unit}" for step in arithmetic[:1]]
    if len(arithmetic) > 1:  # a rate and an amount: the interval is what both allow
        lines = [*(f"  {step}" for step in arithmetic), f"  and both together allow {result}{unit}"]
    lines += bounds_lines(facts)
    if facts.get("basis_assumed"):
        lines.append("  the text does not state the basis of the change; taken as reported")
    if facts["published_value"] is not None:
        gap = f", off by {number(facts['gap'])}{unit}" if facts["gap"] else ""
        lines.append(
            f"  published: {number(facts['published_value'])}{unit} "
            f"({str(facts['published_claim_id'])[:12]}), {facts['verdict'].replace('_', ' ')}{gap}"
        )
    else:
        lines.append(f"  {facts['verdict'].replace('_', ' ')}: nothing was published to compare it with")
    return lines


def _reconciliation(connection: duckdb.DuckDBPyConnection, key: str) -> tuple[Row, list[str]]:
    facts = _one(connection, "reconciliations", "reconciliation_id", key)
    facts["claims"] = _evidence(connection, "reconciliation", key)
    unit = unit_words(facts["unit_measure"])
    lines = [
        f"{key[:12]} {facts['kind'].replace('_', ' ')} of {facts['indicator_label'] or 'unnamed figures'}: "
        f"{str(facts['verdict']).replace('_', ' ')}",
        f"  expected {interval(facts['expected_lower'], facts['expected_upper'], False, False)}{unit}, "
        f"observed {interval(facts['observed_lower'], facts['observed_upper'], False, False)}{unit}",
    ]
    if facts["residual"] is not None:
        what = "remainder" if facts["verdict"] == "remainder" else "difference"
        lines.append(f"  {what}: {number(facts['residual'])}{unit}")
    if facts["coverage"]:
        said = f" by the words “{facts['coverage_text']}”" if facts["coverage_text"] else ""
        lines.append(f"  the parts are {facts['coverage']}{said}")
    if facts["likely_factor"] is not None:
        lines.append(f"  a slip of magnitude is likely: a factor of {number(facts['likely_factor'])}")
    return facts, [*lines, *_claims(facts)]


def _one(connection: duckdb.DuckDBPyConnection, mart: str, column: str, key: str) -> Row:
    found = row(connection, f"select * from marts.{mart} where {column} = ?", key)
    return found or {}


def _evidence(connection: duckdb.DuckDBPyConnection, kind: str, key: str) -> list[Row]:
    """The claims behind a derived row, each with the role that it plays."""
    found = rows(
        connection,
        """
        select claim_id, role from marts.evidence where derived_kind = ? and derived_id = ?
        order by role <> 'leads', role <> 'level', role = 'published', role, claim_id
        """,
        kind,
        key,
    )
    return [{**claim_facts(connection, each["claim_id"]), "role": each["role"]} for each in found]


def _claims(facts: Row) -> list[str]:
    lines: list[str] = []
    for claim in facts["claims"]:
        lines += ["", f"{claim['role'].replace('_', ' ').capitalize()}:", *claim_lines(claim, uses=False)]
    return lines


def _bounds(claim: Row, percent: bool = False) -> str:
    shown = percent_interval if percent else interval
    return shown(claim["obs_lower"], claim["obs_upper"], claim["lower_open"], claim["upper_open"])


def _whose(facts: Row) -> str:
    """Entity and area, where they are not the unstated total."""
    named = [
        facts[column] for column in ("entity", "ref_area") if facts[column] not in {None, "_T", "_U", "_Z"}
    ]
    return f" ({', '.join(named)})" if named else ""
