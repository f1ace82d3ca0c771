"""A claim: document, sentence with the figure marked, how it was read, its bounds and its links."""

from functools import cache

import duckdb
import yaml

from ingest.explain.intervals import interval, number, unit_words
from ingest.explain.rows import Row, row, rows
from ingest.project import dbt_project

_CLAIM = """
select c.*, r.last_nonzero_place, r.price_basis as printed_price_basis, d.reading_id, d.source_url
from marts.claims as c
inner join marts.documents as d on c.document_id = d.document_id
inner join raw.claims as r on c.claim_id = r.claim_id and d.reading_id = r.reading_id
where c.claim_id = ?
"""

_LINKS = """
select l.role, l.rule, l.coverage_text, l.target_claim_id as claim_id, t.quote, t.value_text
from raw.claim_links as l
inner join marts.claims as t on l.target_claim_id = t.claim_id
where l.claim_id = ? and l.reading_id = ?
order by l.role, t.char_start
"""

_USES = """
select derived_kind, derived_id, role from marts.evidence
where claim_id = ?
order by derived_kind, role, derived_id
"""

_RULE = """
select p.rule
from seeds.hedge_policy as p
where
    p.policy_version = ? and p.qualifier = ? and p.numeral_class in (?, 'any')
    and coalesce(?, 0) >= p.step_from and coalesce(?, 0) < p.step_below
order by p.numeral_class = 'any'
"""

ROLES = {
    "growth_of": "is the change of",
    "growth_from": "is the change from",
    "part_of": "is a part of",
    "share_of": "is a share of",
    "expresses": "expresses",
    "compared_with": "is compared with",
    "conversion_of": "converts",
    "same_as": "is the same as",
}


def claim_facts(connection: duckdb.DuckDBPyConnection, claim_id: str) -> Row:
    """Everything known of a claim, for JSON."""
    claim = row(connection, _CLAIM, claim_id)
    if claim is None:
        return {"claim_id": claim_id}
    claim["marked_sentence"] = _marked(connection, claim)
    places = [claim["last_nonzero_place"]] * 2
    rule = row(connection, _RULE, _policy(), claim["qualifier"], claim["numeral_class"], *places)
    claim["rule"] = rule["rule"] if rule else None
    claim["links"] = rows(connection, _LINKS, claim_id, claim["reading_id"])
    claim["uses"] = rows(connection, _USES, claim_id)
    return claim


def claim_lines(claim: Row, uses: bool = True) -> list[str]:
    """A claim for a person."""
    if "kind" not in claim:
        return [f"The claim {claim['claim_id']} is no longer on the shelf."]
    lines = [
        source_line(claim),
        f"  sentence {claim['sentence_no']}: {claim['marked_sentence']}",
        f"  read as {_read_as(claim)}",
        f"  as {claim['indicator_label'] or 'nothing that can be named'}"
        + (f" ({claim['indicator']})" if claim["indicator"] else "")
        + (
            f", whose review status is {claim['review_status']}"
            if claim["review_status"] != "reviewed"
            else ""
        ),
        *bounds_lines(claim),
    ]
    if claim["not_observed_because"]:
        lines.append(f"  not an observation: {claim['not_observed_because'].replace('_', ' ')}")
    for link in claim["links"]:
        said = f", by the words “{link['coverage_text']}”" if link["coverage_text"] else ""
        lines.append(
            f"  {ROLES.get(link['role'], link['role'])} “{link['quote']}” ({link['claim_id'][:12]}; "
            f"rule {link['rule']}{said})"
        )
    if uses:
        for use in claim["uses"]:
            what = use["derived_kind"].replace("_", " ")
            lines.append(
                f"  stands behind {what} {use['derived_id'][:12]} as {use['role'].replace('_', ' ')}"
            )
    return lines


def source_line(claim: Row) -> str:
    """Who said it, where and when; a sample of ours is never credited to anybody else."""
    who = claim["publisher"]
    if claim["compiling_org"] and claim["compiling_org"] != who:
        who += f", after {claim['compiling_org']}"
    sample = " [a sample text of this project]" if claim["is_sample"] else ""
    what = f"{claim['claim_id'][:12]} “{claim['title']}”"
    return f"{what}, {who}, {claim['published_on']} ({claim['shelf_path']}){sample}"


def bounds_lines(found: Row) -> list[str]:
    """Both readings of a row with bounds."""
    unit = unit_words(found.get("unit_measure"))
    conventional = interval(found["obs_lower"], found["obs_upper"], found["lower_open"], found["upper_open"])
    strict = interval(
        found["strict_lower"], found["strict_upper"], found["strict_lower_open"], found["strict_upper_open"]
    )
    rule = f" (rule: {found['rule']})" if found.get("rule") else ""
    return [f"  taken to mean {conventional}{unit}{rule}", f"  strictly entails {strict}{unit}"]


def _read_as(claim: Row) -> str:
    parts = [claim["kind"].replace("_", " "), f"{number(claim['value'])} {claim['unit'] or '(unit lost)'}"]
    if claim["qualifier"] != "NONE":
        parts.append(f"hedge {claim['qualifier']} “{claim['hedge_text'] or ''}”")
    if claim["direction"]:
        parts.append(claim["direction"])
    if claim["time_period"]:
        parts.append(f"period {claim['time_period']} ({claim['period_basis']})")
    if claim["base_period"]:
        parts.append(f"against {claim['base_period']}")
    if claim["printed_price_basis"]:
        parts.append(f"basis {claim['printed_price_basis'].replace('_', ' ')}")
    if claim["claim_status"] != "actual":
        parts.append(claim["claim_status"])
    if claim["flags"]:
        parts.append(f"flags {claim['flags']}")
    return ", ".join(parts)


def _marked(connection: duckdb.DuckDBPyConnection, claim: Row) -> str:
    """The sentence with the figure between » and «, told by its offsets and not by its looks."""
    sentence: str = claim["sentence"]
    document = row(connection, "select text from raw.documents where reading_id = ?", claim["reading_id"])
    text: str = document["text"] if document else ""
    start, end = claim["char_start"], claim["char_end"]
    at = text.find(sentence, max(0, start - len(sentence)))
    if not 0 <= at <= start:
        at = start - max(sentence.find(claim["value_text"]), 0)
    left, right = start - at, end - at
    return f"{sentence[:left]}»{sentence[left:right]}«{sentence[right:]}"


@cache
def _policy() -> str:
    """The version of the hedge policy that the project builds with."""
    try:
        raw = yaml.safe_load((dbt_project() / "dbt_project.yml").read_text(encoding="utf-8"))
        return str(raw["vars"]["hedge_policy_version"])
    except (OSError, yaml.YAMLError, KeyError, TypeError):
        return ""
