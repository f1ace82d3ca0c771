"""Which language a text is in: one that is not read is refused, since its numbers would be read wrongly."""

import json

import pytest

from ingest.prose import Context, UnknownLanguage, read_claims
from ingest.prose.detection import detect
from tests.golden.test_annotated import ANNOTATED


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Die Zahl der Arbeitslosen sank im Mai um 5.400 auf 2,3 Millionen.", "German"),
        ("Las exportaciones de mayo fueron de 1.250 millones de euros.", "Spanish"),
        ("Les ventes ont atteint 5,4 millions d'euros dans le pays.", "French"),
        ("Экспорт составил 5.400 тонн.", "Cyrillic letters"),
        ("輸出額は5,400億円だった。", "Japanese"),
        ("수출은 5,400억원이었다.", "Korean"),
    ],
)
def test_a_text_in_a_language_that_is_not_read_is_refused_by_name(text: str, name: str) -> None:
    with pytest.raises(UnknownLanguage) as refused:
        read_claims(text, Context("0" * 64))
    assert refused.value.name == name


def test_a_language_that_somebody_names_is_believed() -> None:
    text = "Les ventes: 5 million tonnes in 2017."
    assert read_claims(text, Context("0" * 64, language="en")).claims


@pytest.mark.parametrize("text", ["GDP 3.4%", "5,739", "", "São Paulo, Rio de Janeiro: 5 million", "El Niño"])
def test_a_text_too_short_to_tell_is_english(text: str) -> None:
    assert detect(text) == "en"


def test_every_annotated_text_is_in_its_language() -> None:
    lines = (ANNOTATED / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    items = [json.loads(line) for line in lines]
    wrong = [item["id"] for item in items if detect(item["text"]) != item["context"]["language"]]
    assert wrong == []
