"""The embassy article and its 37 figures (../shared/gold) as one annotated item."""

import json
import re
from pathlib import Path
from typing import Any

from benchmarks.evaluate.scoring import Item

NAME = "embassy_2018-12-05_mass_entrepreneurship"
KINDS = {"growth": "change_rate"}
QUALIFIERS = {"=": "NONE", ">": "GT", "~": "ABOUT", "<": "LE"}  # its only "<" is "within a year"
UNITS = {"count": ["count", "person"], "square metre": None}  # the square metres are lost on the page


def load(shared: Path) -> Item:
    """The article as an item; a field that the gold states in prose is not judged."""
    gold = json.loads((shared / "gold" / f"{NAME}.json").read_text(encoding="utf-8"))
    with (shared / "reports" / f"{NAME}.txt").open(encoding="utf-8", newline="") as file:
        text = file.read()
    number = {figure["id"]: i for i, figure in enumerate(gold["figures"])}
    figures = []
    for figure in gold["figures"]:
        one: dict[str, Any] = {name: figure[name] for name in ("surface", "start", "end")}
        assert text[one["start"] : one["end"]] == one["surface"]
        one |= {"value": str(figure["value"]), "value_upper": None, "flags": []}
        one["kind"] = KINDS.get(figure["kind"], figure["kind"])
        one |= {"qualifier": QUALIFIERS[figure["bound"]], "hedge_text": figure["hedge"]}
        one |= {"direction": figure.get("direction"), "measure": figure["counts"]}
        one["unit"] = UNITS.get(figure["unit"], figure["unit"])
        one["unit_status"] = "lost" if figure.get("unit_status") else "stated"
        if re.fullmatch(r"[0-9]{4}", figure["period"] or ""):
            one["time_period"] = figure["period"]
        if figure["base_period"]:
            one["base_period"] = figure["base_period"]
        for role in ("growth_of", "part_of"):
            if figure[role]:
                one[role] = [number[figure[role]]]
        figures.append(one)
    return {
        "id": "embassy",
        "tags": ["embassy"],
        "context": {"language": "en", "published_on": "2018-12-05", "ref_area": "CN", "entity": None},
        "text": text,
        "figures": figures,
        "refusals": [],
        "distractors": gold["distractors"],
    }
