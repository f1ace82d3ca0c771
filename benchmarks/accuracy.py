"""How exactly the reader reads: one command, all corpora, the peers on the same text.

    python benchmarks/accuracy.py              annotated sentences (dev), specification cases, article, TAT-QA
    python benchmarks/accuracy.py --heldout    the blind half too: its totals only
    python benchmarks/accuracy.py --exam       the blind exam too: its totals only
    python benchmarks/accuracy.py --peers      quantulum3 and Recognizers-Text beside it
    python benchmarks/accuracy.py --misses     every difference on the dev half, field by field

The corpora of ../shared are left out, with a word, where they are absent (FIGURES_SHARED names their place).
"""

import argparse
import json
import os
import sys
from collections import defaultdict
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from benchmarks.evaluate import consistency, embassy, peers, recognizers, tatqa  # noqa: E402
from benchmarks.evaluate.ours import found_in, score_reader  # noqa: E402
from benchmarks.evaluate.records import Found, Miss, Score, Tally  # noqa: E402
from benchmarks.evaluate.scoring import Item, load, relaxed_for_peers, score_item, without_dates  # noqa: E402
from benchmarks.evaluate.show import Table, print_tables, share  # noqa: E402

ANNOTATED = ROOT / "tests" / "golden" / "annotated"
SHARED = Path(os.environ.get("FIGURES_SHARED", ROOT.parent / "shared"))
HEAD = ["field", "expected", "given", "right", "precision", "recall", "F1"]
REGISTERS = {"news", "statistical", "company"}
SECTIONS = ["annotated", "specification", "article", "tatqa", "links"]
PEER_FIELDS = ("figure", "value", "value and unit")


def tally_row(name: str, tally: Tally) -> list[str]:
    counts = [tally.expected, tally.given, tally.right]
    return [name, *map(str, counts), share(tally.precision), share(tally.recall), share(tally.f1)]


def field_table(title: str, score: Score) -> Table:
    return Table(title, HEAD, [tally_row(name, tally) for name, tally in score.tallies.items()])


def annotated(half: str, peer_runs: bool) -> tuple[list[Table], dict[str, Any], list[Miss]]:
    """An annotated half, or the exam, by language and in all; with the peers on value and unit."""
    items = load(ANNOTATED / f"{half}.jsonl")
    by_language: dict[str, Score] = defaultdict(Score)
    by_register: dict[str, Score] = defaultdict(Score)
    for item, score in score_reader(items):
        by_language[item["context"]["language"]].add(score)
        by_language["all"].add(score)
        by_register[next((tag for tag in item["tags"] if tag in REGISTERS), "other")].add(score)
    tables = [
        field_table(f"Annotated sentences, {half}, {language} ({count(items, language)} items)", score)
        for language, score in sorted(by_language.items())
    ]
    rows = [tally_row(name, score.tallies["value"]) for name, score in sorted(by_register.items())]
    tables.append(Table(f"Value by register, {half}", ["register", *HEAD[1:]], rows))
    result: dict[str, Any] = {language: tallies(score) for language, score in by_language.items()}
    result["registers"] = {name: tallies(score) for name, score in by_register.items()}
    if peer_runs:
        table, result["peers"] = beside_peers(f"Annotated sentences, {half}: beside the peers", items)
        tables.append(table)
    return tables, result, by_language["all"].misses


def count(items: list[Item], language: str) -> int:
    return sum(language in ("all", item["context"]["language"]) for item in items)


def tallies(score: Score) -> dict[str, Any]:
    return {name: asdict(tally) | {"f1": tally.f1} for name, tally in score.tallies.items()}


def beside_peers(title: str, items: list[Item]) -> tuple[Table, dict[str, Any]]:
    """Value and unit of our reader and of the peers, by language, counted alike for all."""
    texts = [(item["id"], item["context"]["language"], item["text"]) for item in items]
    readers: dict[str, dict[str, list[Found]]] = {"figures": {item["id"]: found_in(item) for item in items}}
    for peer in peers.NAMES:
        readers[peer] = peers.run(peer, texts).found
    rows, result = [], {}
    for name, found in readers.items():
        for language in ("en", "zh"):
            total = Score()
            for item in items:
                if item["context"]["language"] == language and item["id"] in found:
                    easy = relaxed_for_peers(item)
                    total.add(score_item(easy, without_dates(easy, found[item["id"]])))
            if total.tallies:
                rows.append([name, language] + [share(total.tallies[f].f1) for f in PEER_FIELDS])
                result[f"{name} {language}"] = tallies(total)
    return Table(title, ["reader", "language", "figure F1", "value F1", "value and unit F1"], rows), result


def specification(peer_runs: bool) -> tuple[list[Table], dict[str, Any]]:
    """The Recognizers-Text cases by file, and the reasons for those out of scope."""
    scores, wrong = recognizers.score(SHARED, recognizers.ours)
    columns: dict[str, dict[str, recognizers.FileScore]] = {"figures": scores}
    if peer_runs:
        for peer in peers.NAMES:
            columns[peer] = recognizers.score(SHARED, recognizers.reader_of(peer, SHARED))[0]
    head = ["file", "in scope", "value right", "", "as printed", "unit right", "of", "out of scope"]
    rows = []
    for file, score in scores.items():
        right = share(score.value_right / score.in_scope if score.in_scope else None)
        row = [file, score.in_scope, score.value_right, right, score.value_right_as_printed]
        row += [score.unit_right, score.units, score.out.total()]
        rows.append([str(cell) for cell in row])
    tables = [Table("Specification cases of Recognizers-Text", head, rows)]
    if peer_runs:
        rows = [
            [file, str(score.in_scope)]
            + [share(c[file].value_right / score.in_scope) for c in columns.values() if score.in_scope]
            for file, score in scores.items()
            if score.in_scope
        ]
        tables.append(Table("The same, value right, beside the peers", ["file", "cases", *columns], rows))
    reasons: dict[str, int] = defaultdict(int)
    for score in scores.values():
        for reason, number in score.out.items():
            reasons[reason] += number
    tables.append(
        Table("Out of scope", ["reason", "cases"], [[r, str(n)] for r, n in sorted(reasons.items())])
    )
    result = {name: {f: asdict(s) for f, s in files.items()} for name, files in columns.items()}
    return tables, {"files": result, "wrong": [asdict(one) for one in wrong]}


def article() -> tuple[list[Table], dict[str, Any]]:
    """The embassy article."""
    ((_, score),) = score_reader([embassy.load(SHARED)])
    differences = [asdict(miss) | {"text": ""} for miss in score.misses]
    return [field_table("Embassy article", score)], {"fields": tallies(score), "differences": differences}


def tables_of_tatqa(peer_runs: bool) -> tuple[list[Table], dict[str, Any]]:
    """Figures in TAT-QA's prose that stand in the table beside it."""
    documents = [document for document in tatqa.documents(SHARED) if document.cases]
    spans = {"figures": tatqa.ours(documents)}
    if peer_runs:
        texts = [(str(document.number), "en", document.text) for document in documents]
        for peer in peers.NAMES:
            found = peers.run(peer, texts).found
            spans[peer] = {
                int(number): [(one.start, one.end, one.value, one.value_upper) for one in figures]
                for number, figures in found.items()
            }
    rows: list[list[str]] = []
    result: dict[str, Any] = {}
    for name, one in spans.items():
        agreements, disagreements = tatqa.agreement(documents, one)
        for stratum, counts in agreements.items():
            right = counts.agree / counts.read if counts.read else None
            rows.append([name, stratum, *map(str, asdict(counts).values()), share(right)])
        result[name] = {
            "counts": {stratum: asdict(counts) for stratum, counts in agreements.items()},
            "disagreements": [asdict(one) for one in disagreements],
        }
    head = ["reader", "table", "figures", "read", "agree", "agree of read"]
    tables = [Table("TAT-QA: prose against the table beside it", head, rows)]
    listed = [
        [one["surface"], one["table"], one["reader"], one["words"]]
        for one in result["figures"]["disagreements"]
    ]
    tables.append(Table("TAT-QA: disagreements", ["surface", "table", "reader", "words"], listed))
    return tables, result


def links_of_tatqa() -> tuple[list[Table], dict[str, Any]]:
    """Links on TAT-QA's prose that contradict themselves."""
    links, broken, breaks = consistency.check(list(tatqa.documents(SHARED)))
    rows = [
        [role, str(number), str(broken[role].total()), share(1 - broken[role].total() / number)]
        for role, number in sorted(links.items())
    ]
    tables = [Table("Links on unannotated prose", ["role", "links", "break a rule", "consistent"], rows)]
    rules = [[role, rule, str(n)] for role, rules in sorted(broken.items()) for rule, n in rules.items()]
    tables.append(Table("Rules broken", ["role", "rule", "links"], rules))
    return tables, {"links": links, "broken": broken, "breaks": [asdict(one) for one in breaks]}


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--heldout", action="store_true", help="score the blind half too")
    parser.add_argument("--exam", action="store_true", help="score the blind exam too")
    parser.add_argument("--peers", action="store_true", help="run the peers on the same text")
    parser.add_argument("--misses", action="store_true", help="list every difference on the dev half")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of tables")
    parser.add_argument("--only", choices=SECTIONS, action="append", help="this section (may be repeated)")
    options = parser.parse_args()
    wanted = options.only or SECTIONS
    if options.peers:
        try:
            peers.ensure()
        except peers.PeersMissing as error:
            print(error, file=sys.stderr)
            return 1
    tables: list[Table] = []
    result: dict[str, Any] = {}
    if "annotated" in wanted:
        for half in ["dev"] + ["heldout"] * options.heldout + ["exam"] * options.exam:
            parts, result[half], misses = annotated(half, options.peers)
            tables += parts
            if half == "dev" and options.misses:
                result["misses"] = [asdict(miss) for miss in misses]
                rows = [
                    [m.field, m.item, m.surface, m.expected, m.found] for m in sorted(misses, key=by_field)
                ]
                tables.append(Table("Differences", ["field", "item", "surface", "expected", "found"], rows))
    sections: dict[str, Callable[[], tuple[list[Table], dict[str, Any]]]] = {
        "specification": lambda: specification(options.peers),
        "article": article,
        "tatqa": lambda: tables_of_tatqa(options.peers),
        "links": links_of_tatqa,
    }
    for name, section in sections.items():
        if name not in wanted:
            continue
        if not SHARED.exists():
            print(f"{name} is left out: there is no {SHARED}.", file=sys.stderr)
            continue
        parts, result[name] = section()
        tables += parts
    if options.json:
        json.dump(result, sys.stdout, ensure_ascii=False, indent=1, default=str)
    else:
        print_tables(tables)
    return 0


def by_field(miss: Miss) -> tuple[str, str]:
    return miss.field, miss.item


if __name__ == "__main__":
    raise SystemExit(main())
