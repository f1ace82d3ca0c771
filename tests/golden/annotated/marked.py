"""Turns sentences with marks into annotated items, so that nobody counts offsets by hand.

    python tests/golden/annotated/marked.py NOTES.txt --half dev >> tests/golden/annotated/dev.jsonl

The notation is described in README.md beside this file. It knows only how to copy what the annotator says and
how to read plain digits with one scale word; every other value must be given by hand (v=…).
"""

import argparse
import json
import re
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

HALVES = {"D": "dev", "H": "heldout", "X": "exam"}
KINDS = {
    "rate": "change_rate",
    "amt": "change_amount",
    "pts": "points",
    "share": "share",
    "mult": "multiple",
    "avg": "average_rate",
    "diff": "difference",
    "contr": "contribution",
    "dur": "duration",
    "rank": "rank",
}
CHANGES = {"change_rate", "change_amount", "points", "average_rate", "contribution"}
STATUS = {"prelim": "preliminary", "est": "estimate", "fcst": "forecast", "target": "target", "rule": "rule"}
PERIOD_BASIS = {"inh": "inherited", "doc": "document"}
UNIT_STATUS = {
    "u:inherited": "inherited",
    "u:inferred": "inferred",
    "u:lost": "lost",
    "u:stated": "stated",
    "u:?": "?",
}
ROLES = {
    "of": "growth_of",
    "from": "growth_from",
    "part": "part_of",
    "shareof": "share_of",
    "expr": "expresses",
    "cmp": "compared_with",
    "conv": "conversion_of",
    "same": "same_as",
}
FIELDS = {
    "u": "unit",
    "b": "base_period",
    "p": "price_basis",
    "k": "kind",
    "s": "claim_status",
    "d": "direction",
    "r": "ref_area",
}
SCALES = {
    "": 1,
    "thousand": 10**3,
    "million": 10**6,
    "m": 10**6,
    "mn": 10**6,
    "billion": 10**9,
    "bn": 10**9,
    "trillion": 10**12,
    "万": 10**4,
    "亿": 10**8,
    "万亿": 10**12,
    "萬": 10**4,
    "億": 10**8,
    "兆": 10**12,
}
MARK = re.compile(r"\[\[([a-z-])\|(.*?)\]\]|\{\{(.*?)\}\}", re.S)
PLAIN = re.compile(
    r"([-−+]?)([0-9][0-9,]*(?:\.[0-9]+)?)[\s-]*([a-z]*?|[万亿萬億兆]*)[\s-]*(?:%|‰|percent|per cent)?", re.I
)
STEP = {"yoy": 12, "qoq": 3, "mom": 1}


class NotationError(Exception):
    """A note that cannot be understood; the message names the item and the mark."""


def plain(value: Decimal) -> str:
    """A decimal string without exponent and without zeros that say nothing."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def plain_value(surface: str) -> str | None:
    """The value of plain digits with at most one scale word, as a decimal string; else None."""
    match = PLAIN.fullmatch(surface)
    if not match or match[3].lower() not in SCALES:
        return None
    value = Decimal(match[2].replace(",", "")) * SCALES[match[3].lower()]
    return plain(-value if match[1] in ("-", "−") else value)


def earlier(period: str, step: str) -> str:
    """The period that a year-on-year, quarter-on-quarter or month-on-month change starts from."""
    months = STEP[step]
    if match := re.fullmatch(r"([0-9]{4})(.*)", period):
        year, rest = int(match[1]), match[2]
        if months == 12:
            return f"{year - 1}{rest}"
        if months == 3 and (quarter := re.fullmatch(r"-Q([1-4])", rest)):
            return f"{year - 1}-Q4" if quarter[1] == "1" else f"{year}-Q{int(quarter[1]) - 1}"
        if months == 1 and (month := re.fullmatch(r"-([0-9]{2})", rest)):
            return f"{year - 1}-12" if month[1] == "01" else f"{year}-{int(month[1]) - 1:02d}"
    raise NotationError(f"no {step} base for the period {period!r}")


def _choices(text: str | None) -> str | list[str | None] | None:
    """`-` is null, `a|b` a list of which any is right, `?` is not judged."""
    if text is None or text == "-":
        return None
    return [None if one == "-" else one for one in text.split("|")] if "|" in text else text


def _figure(key: str, surface: str, note: str, default_period: str | None) -> dict[str, Any]:
    head, _, measure = note.partition(" m=") if " m=" in f" {note}" else (note, "", "")
    if note.startswith("m="):
        head, measure = "", note[2:]
    figure: dict[str, Any] = {"key": key, "surface": surface, "kind": "level", "flags": []}
    percent = re.search(r"%|percent\b|per cent|百分之|成$|％", surface, re.I)
    figure |= {"value": plain_value(surface), "value_upper": None, "qualifier": "NONE", "hedge_text": None}
    figure |= {"unit_status": "stated", "direction": None, "claim_status": "actual"}
    period = default_period
    for token in head.split():
        name, equals, text = token.partition("=")
        if token in KINDS:
            figure["kind"] = KINDS[token]
        elif token in STATUS:
            figure["claim_status"] = STATUS[token]
        elif token in ("up", "down"):
            figure["direction"] = token
        elif token in PERIOD_BASIS:
            figure["period_basis"] = PERIOD_BASIS[token]
        elif token in UNIT_STATUS:
            figure["unit_status"] = UNIT_STATUS[token]
        elif token == "opt":
            figure["optional"] = True
        elif token in STEP:
            figure["step"] = token
        elif token.startswith("!"):
            figure["flags"].append(token[1:])
        elif re.fullmatch(r"[A-Z|]+:.+|EXACT|RANGE", token):
            qualifier, _, hedge = token.partition(":")
            # how much of "between a and b" is the hedge is a matter of taste
            figure |= {
                "qualifier": _choices(qualifier),
                "hedge_text": _choices(hedge.replace("_", " ") or "?"),
            }
        elif equals and name in ROLES:
            figure[ROLES[name]] = text.rstrip("!")
            if text.endswith("!"):
                figure["coverage"] = "exhaustive"
        elif equals and name in ("v", "v2"):
            figure["value" if name == "v" else "value_upper"] = text
        elif equals and name in FIELDS:
            figure[FIELDS[name]] = _choices(text.replace("+", " "))
        elif equals and name == "t":
            period = text
        elif equals and name == "skip":
            figure["unjudged"] = text.split(",")
        elif equals and name == "e":
            figure["entity"] = _choices(text.replace("_", " "))
        else:
            raise NotationError(f"{key}: what is {token!r}?")
    if period != "?":
        figure["time_period"] = None if period in (None, "-") else _choices(period)
        either = "|-" in (period or "")
        figure.setdefault("period_basis", "?" if either else "stated" if figure["time_period"] else None)
    else:
        figure.pop("period_basis", None)
    if measure and measure != "?":
        figure["measure"] = _choices(measure.strip())
    kind = figure["kind"] if isinstance(figure["kind"], str) else figure["kind"][0]
    if "unit" not in figure and figure["unit_status"] != "lost":
        if percent or kind in ("change_rate", "average_rate"):
            figure["unit"] = "percent"
        elif kind in ("level", "points", "multiple", "share"):
            figure["unit"] = {"points": "percentage_point", "multiple": "ratio"}.get(kind, "count")
            if kind == "share":
                figure["unit"] = "percent"
    if figure["unit_status"] == "lost":
        figure["unit"] = None
    elif "u:stated" not in head and figure["unit_status"] == "stated":
        counted = re.search(r"count|person|household|index_point|ratio", str(figure.get("unit")))
        if "header_scale" in figure["flags"] or counted:
            figure["unit_status"] = "?"  # "87 of them": whether the noun stands with the number is not judged
    if kind in CHANGES:
        figure.setdefault("price_basis", "not_stated")
    return figure


def parse_item(block: str) -> dict[str, Any]:
    """One block of notes: a header with @, the marked text, one line for each mark."""
    lines = block.strip().splitlines()
    header, *rest = lines
    fields = header[1:].split()
    half, language, published_on = fields[:3]
    context: dict[str, Any] = {
        "language": language,
        "published_on": published_on,
        "ref_area": None,
        "entity": None,
    }
    period, tags = None, []
    for token in fields[3:]:
        name, equals, text = token.partition("=")
        if name == "T" and equals:
            period = text
        elif name == "ref" and equals:
            context["reference_period"] = text
        elif name == "entity" and equals:
            context["entity"] = text.replace("_", " ")
        elif name == "area" and equals:
            context["ref_area"] = text
        else:
            tags.append(token)
    notes, body = {}, []
    for line in rest:
        if match := re.match(r"([a-z])>\s*(.*)", line):
            notes[match[1]] = match[2]
        else:
            body.append(line)
    marked, text, figures, refusals, distractors, last = "\n".join(body), "", [], [], [], 0
    for match in MARK.finditer(marked):
        text += marked[last : match.start()]
        last = match.end()
        surface = match[2] if match[1] else match[3]
        span = {"surface": surface, "start": len(text), "end": len(text) + len(surface)}
        text += surface
        if match[3] is not None:
            distractors.append(span)
        elif match[1] == "-":
            refusals.append(span)
        else:
            try:
                figure = _figure(match[1], surface, notes.pop(match[1], ""), period)
            except NotationError as error:
                raise NotationError(f"{header}: {error}") from error
            figures.append(figure | span)
    if notes:
        raise NotationError(f"{header}: notes without a mark: {sorted(notes)} in {text[:60]!r}")
    index = {figure["key"]: number for number, figure in enumerate(figures)}
    for figure in figures:
        if figure["value"] is None:
            raise NotationError(f"{header}: give v= for {figure['surface']!r}")
        for role in ROLES.values():
            if role in figure:
                figure[role] = [index[key] for key in figure[role].split(",")]
    for figure in figures:
        target = figures[figure["growth_of"][0]] if "growth_of" in figure else None
        if target and "measure" in target:
            figure.setdefault("measure", target["measure"])
        if figure["kind"] == "change_amount" and target:
            figure.setdefault("unit", target.get("unit"))
        if step := figure.pop("step", None):
            figure["base_period"] = earlier(figure["time_period"], step)
        for field in [name for name, value in figure.items() if value == "?" or name == "key"]:
            del figure[field]
    return {
        "half": half,
        "tags": tags,
        "context": context,
        "text": text + marked[last:],
        "figures": figures,
        "refusals": refusals,
        "distractors": distractors,
    }


def parse(notes: str) -> list[dict[str, Any]]:
    """All items of a file of notes, in its order."""
    return [parse_item(block) for block in re.split(r"^(?=@)", notes, flags=re.M) if block.startswith("@")]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("notes", type=Path, nargs="+")
    parser.add_argument("--half", choices=list(HALVES.values()), required=True)
    options = parser.parse_args()
    number = {"en": 0, "zh": 0}
    try:
        items = [item for file in options.notes for item in parse(file.read_text(encoding="utf-8"))]
    except NotationError as error:
        print(error, file=sys.stderr)
        return 2
    for item in items:
        if HALVES[item.pop("half")] != options.half:
            continue
        language = item["context"]["language"]
        number[language] += 1
        identifier = f"{options.half}-{language}-{number[language]:03d}"
        print(json.dumps({"id": identifier} | item, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
