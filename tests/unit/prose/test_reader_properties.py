"""Properties of the whole reader: offsets, links, no exception, no clock, no hash order, linear work."""

import json
import os
import random
import re
import subprocess
import sys
import time
from decimal import Decimal
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.prose import Context, Reading, read_claims
from ingest.prose.text import lower, normalise
from schemas.vocabulary import (
    CLAIM_STATUS,
    COVERAGE,
    FLAGS,
    KIND,
    LINK_ROLE,
    PRICE_BASIS,
    QUALIFIER,
    UNIT_STATUS,
)
from tests.unit.prose.reading import PUBLISHED, read

WORDS = st.sampled_from(
    [
        "1",
        "2,",
        "3.5",
        "%",
        "$",
        "million",
        "billion",
        "(",
        ")",
        "-",
        "to",
        "from",
        "rose",
        "by",
        "fell",
        "in",
        "2017",
        "2016",
        "and",
        ",",
        "half",
        "a",
        "year",
        "of",
        "which",
        "per",
        ".",
        ";",
        ":",
        "one",
        "two",
        "times",
        "respectively",
        "€",
        "over",
        "about",
        "Q1",
        "March",
        "the",
        "exports",
        "people",
        "tonnes",
        "including",
        "as",
        "yuan",
        "percentage",
        "points",
    ]
)
PHRASES = st.lists(WORDS, max_size=60).map(" ".join)
ANYTHING = st.text(max_size=200)
ANNOTATED = Path(__file__).parents[2] / "golden" / "annotated" / "dev.jsonl"
SHUFFLED = 400  # texts a language


def consistent(text: str, reading: Reading) -> None:
    """What must hold of every reading."""
    ids = [c.claim_id for c in reading.claims]
    assert len(ids) == len(set(ids))
    for c in reading.claims:
        assert text[c.char_start : c.char_end] == c.value_text
        assert c.value_text in c.quote
        assert c.quote in text
        assert c.sentence in text
        assert c.kind in KIND and c.qualifier in QUALIFIER and c.claim_status in CLAIM_STATUS
        assert c.unit_status in UNIT_STATUS and (c.unit is None) == (c.unit_status == "lost")
        assert (c.qualifier == "RANGE") == (c.value_upper is not None)
        assert (c.time_period is None) == (c.period_basis is None)
        assert set(c.flags.split()) <= set(FLAGS) and set(c.price_basis.split()) <= set(PRICE_BASIS)
        assert abs(c.value) < Decimal(10) ** 26
    for link in reading.links:
        assert link.claim_id in ids and link.target_claim_id in ids and link.claim_id != link.target_claim_id
        assert link.role in LINK_ROLE and (link.coverage in COVERAGE) == (link.role == "part_of")
    for refusal in reading.refusals:
        assert 0 <= refusal.char_start < refusal.char_end <= len(text)
        assert refusal.reason.endswith(".")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(PHRASES, ANYTHING))
def test_any_text_gives_a_consistent_reading(text: str) -> None:
    consistent(text, read(text))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_sentences_and_clauses_in_any_order_give_a_consistent_reading(language: str) -> None:
    """What leans on the sentence before must bear any sentence before it, and an end in its midst."""
    items = [json.loads(line) for line in ANNOTATED.read_text(encoding="utf-8").splitlines()]
    texts = [item["text"] for item in items if item["context"]["language"] == language]
    sentences = [s for text in texts for s in re.split(r"(?<=[.!?])\s|(?<=。)", text) if s]
    clauses = [c for s in sentences for c in re.split(r"(?<=[,;])\s|(?<=[，；])", s) if c]
    chance = random.Random(language)
    blank = " " if language == "en" else ""
    for _ in range(SHUFFLED):
        pieces = sentences if chance.random() < 0.5 else clauses
        text = blank.join(chance.choice(pieces) for _ in range(chance.randint(2, 8)))
        text = text[: chance.randint(len(text) // 2, len(text))]
        consistent(text, read_claims(text, Context("0" * 64, PUBLISHED, language)))


@given(ANYTHING)
def test_the_copies_that_are_matched_on_keep_every_offset(text: str) -> None:
    norm = normalise(text)
    assert len(norm) == len(lower(norm)) == len(text)


@pytest.mark.parametrize("seed", ["0", "7"])
def test_the_hash_seed_does_not_change_the_reading(seed: str) -> None:
    program = (
        "from tests.unit.prose.reading import read\n"
        "print(read('In 2017, 5,739 spaces, up by over 33% on 2016 in real terms and at constant prices, and "
        "1.05 million jobs, of which about 3% rose 1.5 times; firms lost 0.4 percentage points.'))"
    )
    run = subprocess.run(
        [sys.executable, "-c", program],
        cwd=Path(__file__).parents[3],
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": "."},
        capture_output=True,
        text=True,
        check=True,
    )
    scope: dict[str, object] = {}
    exec(program.replace("print(", "result = repr("), scope)
    assert run.stdout.strip() == scope["result"]


HOSTILE = {
    "digits": "1",
    "brackets": "(",
    "closing": ")",
    "numbers": "5 ",
    "dots": "1. ",
    "commas": "1,",
    "percents": "5%, ",
    "number words": "two hundred and ",
    "hyphens": "two-",
    "years": "2017 ",
    "quotes": "'",
    "letters": "a",
    "clauses": "Exports rose 12.3% to $4.5 billion in 2017, of which 3 million tonnes went to 5 firms, and ",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_work_grows_with_the_length_of_the_text_and_no_faster(name: str) -> None:
    piece = HOSTILE[name]
    small, large = (piece * (size // len(piece)) for size in (8_000, 64_000))
    read(small)
    for attempt in count():
        seconds = []
        for text in (small, large):
            start = time.process_time()
            consistent_length = len(read(text).claims)
            seconds.append(max(time.process_time() - start, 0.002))
        assert consistent_length >= 0
        # Eight times the text: quadratic work would take 64 times as long.
        if seconds[1] / seconds[0] < 24 or attempt == 3:
            assert seconds[1] / seconds[0] < 24, seconds
            return


def test_the_import_is_quick_and_brings_no_library() -> None:
    program = "import sys, ingest.prose; print(sorted({m.split('.')[0] for m in sys.modules}))"
    out = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert not {"pandera", "polars", "click", "duckdb", "yaml", "rich"} & set(eval(out))
