"""The languages that a report.yml may name are those that the reader knows."""

import itertools
import string

from ingest.prose.languages import grammar_of
from schemas.vocabulary import LANGUAGE


def test_the_reader_knows_every_language_of_the_vocabulary_and_no_other() -> None:
    codes = map("".join, itertools.product(string.ascii_lowercase, repeat=2))
    assert {code for code in codes if grammar_of(code)} == set(LANGUAGE)
