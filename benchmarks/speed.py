"""How fast the reader reads: characters a second for full claims, beside the peers on the same text.

    python benchmarks/speed.py                 one process, peers, two processes
    python benchmarks/speed.py --no-peers      without the peers
    python benchmarks/speed.py --memory 100    also reads 100 MB of text and watches the memory

English is the prose of TAT-QA (whole, a document a table), Chinese the inputs of the Chinese specification
cases, 40 to a document; both from ../shared (FIGURES_SHARED says where). One process is measured in CPU
seconds, the median of several runs, after a first run that stands apart: it loads the lexicon, compiles the
patterns and meets every word for the first time. Two processes are measured in seconds on the clock.
The peers, slower by far, get the first documents only, and the ratio is taken on these.
"""

import argparse
import json
import os
import resource
import statistics
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from benchmarks.evaluate import peers, tatqa  # noqa: E402
from benchmarks.evaluate.show import Table, print_tables  # noqa: E402
from ingest.prose import Context, read_claims  # noqa: E402

SHARED = Path(os.environ.get("FIGURES_SHARED", ROOT.parent / "shared"))
LINES = 40  # specification cases in one Chinese document
MEGABYTE = 10**6


@dataclass
class Corpus:
    """Documents of one language."""

    name: str
    language: str
    documents: list[str]

    @property
    def characters(self) -> int:
        return sum(map(len, self.documents))

    def first(self, characters: int) -> "Corpus":
        """The first documents, up to about this many characters."""
        chosen, total = [], 0
        for document in self.documents:
            if total >= characters:
                break
            chosen.append(document)
            total += len(document)
        return Corpus(self.name, self.language, chosen)


def corpora() -> list[Corpus]:
    """The English and the Chinese corpus."""
    english = [document.text for document in tatqa.documents(SHARED)]
    inputs: list[str] = []
    for path in sorted((SHARED / "corpora" / "recognizers").glob("*/Chinese/*.json")):
        inputs += [case["Input"] for case in json.loads(path.read_text(encoding="utf-8-sig"))]
    chinese = ["\n".join(inputs[i : i + LINES]) for i in range(0, len(inputs), LINES)]
    return [Corpus("TAT-QA prose", "en", english), Corpus("Chinese cases", "zh", chinese)]


def read_all(language: str, documents: list[str]) -> int:
    """Reads the documents in full; the number of claims."""
    context = Context(document_id="0" * 64, language=language)
    return sum(len(read_claims(document, context).claims) for document in documents)


def cpu_seconds(corpus: Corpus, repeat: int) -> tuple[float, float, int]:
    """CPU seconds of reading the corpus in one process, median and first run, and the number of claims."""
    started = time.process_time()
    claims = read_all(corpus.language, corpus.documents)  # fills what is kept between documents
    first = time.process_time() - started
    seconds = []
    for _ in range(repeat):
        started = time.process_time()
        read_all(corpus.language, corpus.documents)
        seconds.append(time.process_time() - started)
    return statistics.median(seconds), first, claims


def clock_seconds(corpus: Corpus, processes: int, copies: int) -> float:
    """Seconds on the clock for so many copies of the corpus in so many processes, pool and start included."""
    halves = [corpus.documents] * copies
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        list(pool.map(read_all, [corpus.language] * processes, [corpus.documents[:1]] * processes))
        started = time.perf_counter()
        list(pool.map(read_all, [corpus.language] * copies, halves))
        return time.perf_counter() - started


def one_process(all_corpora: list[Corpus], repeat: int) -> tuple[Table, dict[str, Any]]:
    head = [
        "corpus",
        "characters",
        "claims",
        "CPU s (first run)",
        "CPU s (median)",
        "characters/s",
        "MB/s (UTF-8)",
    ]
    rows, result = [], {}
    for corpus in all_corpora:
        seconds, first, claims = cpu_seconds(corpus, repeat)
        size = sum(len(document.encode()) for document in corpus.documents)
        rate, megabytes = corpus.characters / seconds, size / seconds / MEGABYTE
        rows.append(
            [
                corpus.name,
                f"{corpus.characters}",
                f"{claims}",
                f"{first:.3f}",
                f"{seconds:.3f}",
                f"{rate:.0f}",
                f"{megabytes:.2f}",
            ]
        )
        result[corpus.name] = {
            "characters_per_second": rate,
            "megabytes_per_second": megabytes,
            "first_seconds": first,
            "claims": claims,
        }
    return Table("One process, full claims", head, rows), result


def beside_peers(all_corpora: list[Corpus], characters: int, repeat: int) -> tuple[Table, dict[str, Any]]:
    head = ["corpus", "reader", "characters", "CPU s (median)", "characters/s", "figures is faster by"]
    rows: list[list[str]] = []
    result: dict[str, Any] = {}
    for whole in all_corpora:
        corpus = whole.first(characters)
        ours, _, _ = cpu_seconds(corpus, max(repeat, 5))
        timed = {"figures": ours}
        texts = [(str(i), corpus.language, text) for i, text in enumerate(corpus.documents)]
        for peer in peers.NAMES:
            if corpus.language in peers.LANGUAGES[peer]:
                timed[peer] = statistics.median(peers.run(peer, texts, repeat).seconds)
        for name, seconds in timed.items():
            rate = corpus.characters / seconds
            ratio = f"{seconds / ours:.1f}" if name != "figures" else "–"
            rows.append([corpus.name, name, f"{corpus.characters}", f"{seconds:.3f}", f"{rate:.0f}", ratio])
            result[f"{corpus.name}: {name}"] = {"characters_per_second": rate, "ratio": seconds / ours}
    return Table("Beside the peers, the same text", head, rows), result


def two_processes(corpus: Corpus, copies: int) -> tuple[Table, dict[str, Any]]:
    one, two = clock_seconds(corpus, 1, copies), clock_seconds(corpus, 2, copies)
    characters = corpus.characters * copies
    rows = [
        [f"{number}", f"{seconds:.2f}", f"{characters / seconds:.0f}", f"{one / seconds:.2f}"]
        for number, seconds in ((1, one), (2, two))
    ]
    head = ["processes", "s on the clock", "characters/s", "times one process"]
    return Table(f"{corpus.name}, {copies} times over", head, rows), {"one": one, "two": two}


def resident() -> float:
    """Megabytes that this process holds now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / MEGABYTE


def varied(corpus: Corpus, size: int) -> Iterator[str]:
    """Documents of so many bytes in all, no two alike: a line that differs stands before each."""
    total = number = 0
    while total < size:
        number += 1
        document = f"In {2000 + number % 20}, plant {number} made {number:,}.{number % 97} tonnes.\n"
        document += corpus.documents[number % len(corpus.documents)]
        total += len(document.encode())
        yield document


def memory(corpus: Corpus, megabytes: int) -> tuple[Table, dict[str, Any]]:
    """Memory while reading so much text, document after document, claims dropped as a loader does."""
    rows: list[list[str]] = []
    marks: list[float] = []
    done = 0
    for document in varied(corpus, megabytes * MEGABYTE):
        read_all(corpus.language, [document])
        done += len(document.encode())
        if done >= len(marks) * megabytes * MEGABYTE / 10:
            marks.append(resident())
            rows.append([f"{done / MEGABYTE:.0f}", f"{marks[-1]:.1f}"])
    growth = marks[-1] - marks[1]
    rows.append(["growth from the second mark", f"{growth:.1f}"])
    return Table("Memory", ["MB read", "MB resident"], rows), {"marks": marks, "growth": growth}


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--repeat", type=int, default=3, help="runs of which the median counts")
    parser.add_argument("--characters", type=int, default=30_000, help="text for the peers, in characters")
    parser.add_argument("--no-peers", action="store_true", help="leave the peers out")
    parser.add_argument("--copies", type=int, default=8, help="copies of the corpus for the processes")
    parser.add_argument("--memory", type=int, metavar="MB", help="read so much text and watch the memory")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of tables")
    options = parser.parse_args()
    if not SHARED.exists():
        print(f"There is no {SHARED}; FIGURES_SHARED names another place.", file=sys.stderr)
        return 2
    all_corpora = corpora()
    tables, result = [], {}
    table, result["one process"] = one_process(all_corpora, options.repeat)
    tables.append(table)
    if not options.no_peers:
        try:
            peers.ensure()
        except peers.PeersMissing as error:
            print(error, file=sys.stderr)
            return 1
        table, result["peers"] = beside_peers(all_corpora, options.characters, options.repeat)
        tables.append(table)
    table, result["processes"] = two_processes(all_corpora[0], options.copies)
    tables.append(table)
    if options.memory:
        table, result["memory"] = memory(all_corpora[0], options.memory)
        tables.append(table)
    if options.json:
        json.dump(result, sys.stdout, indent=1)
    else:
        print_tables(tables)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
