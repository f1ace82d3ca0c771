"""The closing summary of a published refresh, and a difference, as text."""

from typing import Any

from ingest.explain.intervals import interval
from ingest.outcome import Outcome

_SHOWN_STEPS = ("look", "copy", "load", "build", "audit", "publish")


def report(outcome: Outcome) -> str:
    """A line for each question that a person has after a refresh, and one line worked from the sentence."""
    s = outcome.summary
    lines = [
        _line(
            "Documents",
            f"{s['documents']:,} on the shelf; {outcome.readings_added:,} read now"
            + _if(outcome.duplicates, "{} a second copy")
            + _if(outcome.withdrawn, "{} withdrawn")
            + _if(len(outcome.quarantined), "{} quarantined"),
        ),
        _line(
            "Claims",
            f"{s['claims']:,}: {s['mapped']:,} mapped to an indicator, {s['unmapped']:,} provisional; "
            f"{s['refused']:,} figures refused",
        ),
        _line(
            "Observations",
            f"{s['observations_stated']:,} stated, {s['observations_implied']:,} implied"
            + _if(s["conflicts"], "{} in conflict"),
        ),
        _line("Baselines", _baselines(s)),
        _line("Checks", _counted(s["checks"]) or "none to make"),
        _line(
            "Tests",
            f"{outcome.tests_run:,} run, {outcome.tests_failed:,} failed; "
            f"{outcome.models_built:,} models built",
        ),
        _line("To review", f"{s['to_review']:,} claims: select * from marts.review_queue"),
        _line("Seconds", _seconds(outcome)),
    ]
    if s.get("worked"):
        lines += ["", s["worked"]["line"], f"How: figures explain {s['worked']['id'][:12]}"]
    return "\n".join([*lines, ""])


def _line(name: str, text: str) -> str:
    return f"{name:<13} {text}"


def _if(count: int, text: str) -> str:
    return f", {text.format(f'{count:,}')}" if count else ""


def _baselines(s: dict[str, dict[str, int]]) -> str:
    derived, refused = s["baselines"].get("derived", 0), s["baselines"].get("refused", 0)
    text = f"{derived:,} derived"
    if s["verdicts"]:
        text += f" ({_counted(s['verdicts'])})"
    text += f", {refused:,} refused"
    if s["baselines_refused_because"]:
        text += f" ({_counted(s['baselines_refused_because'])})"
    return text


def _counted(counts: dict[str, int]) -> str:
    return ", ".join(f"{count:,} {str(name).replace('_', ' ')}" for name, count in counts.items())


def _seconds(outcome: Outcome) -> str:
    steps = ", ".join(
        f"{step} {outcome.steps[step]:.1f}" for step in _SHOWN_STEPS if outcome.steps.get(step, 0) >= 0.05
    )
    return f"{sum(outcome.steps.values()):.1f} ({steps})"


def diff_report(diff: dict[str, Any], limit: int) -> str:
    """What a refresh would change, as lines: + added, ~ changed, - removed."""
    lines: list[str] = []
    for mart, seen in diff.items():
        name = mart.replace("_", " ")
        if not (seen["added"] or seen["changed"] or seen["removed"]):
            lines.append(f"{name}: no differences")
            continue
        lines.append(
            f"{name}: {seen['added']:,} added, {seen['changed']:,} changed, {seen['removed']:,} removed "
            f"(of {seen['before']:,})"
        )
        for row in seen["rows"][:limit]:
            before, after = (
                interval(row[f"lower_{when}"], row[f"upper_{when}"], False, False)
                for when in ("before", "after")
            )
            shown = {"added": after, "removed": before, "changed": f"{before} → {after}"}[row["change"]]
            lines.append(f"  {_SIGNS[row['change']]} {row['what']}: {shown}")
        total = seen["added"] + seen["changed"] + seen["removed"]
        if seen["rows"] and total > limit:
            lines.append(f"  and {total - limit:,} more")
    return "\n".join(lines)


_SIGNS = {"added": "+", "changed": "~", "removed": "-"}
