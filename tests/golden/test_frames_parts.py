"""Composed texts of a whole and its parts: no link too many, and none too few but where PENDING says so."""

import pytest

from tests.golden.frames_parts import ROLES, Frame, frames
from tests.unit.prose.reading import links, read

EACH = 37  # one frame in so many: some 450, spread over all labels
# ways of telling parts that stand next to the whole and are not read yet, in all or some of their frames
PENDING = {
    "attached: ; n and m", "attached: ; n of the N", "attached: ; who took", "attached: mostly for",
    "attached: which is s", "attached: with in", "attached: dashes two", "first: a of the total",
    "first: numbered s of all", "sentence: Of the nouns", "sentence: accounted resp", "sentence: accounted s",
    "sentence: largest at", "sentence: largest share", "sentence: majority", "sentence: most (n)",
    "sentence: n of the nouns", "sentence: s of the nouns", "sentence: who took resp",
    "sentence: who s t rest",
}  # fmt: skip
SAMPLE = list(frames())[::EACH]


@pytest.mark.parametrize("frame", SAMPLE, ids=lambda frame: " ".join(frame.labels))
def test_every_link_of_a_frame_and_no_other(frame: Frame) -> None:
    told = {x for x in links(frame.text) if x[1] in ROLES.values()}
    assert told <= frame.links, "a link is too many"
    if frame.labels[0] not in PENDING and not frame.labels[0].startswith("off: "):
        assert told == frame.links


@pytest.mark.parametrize("frame", SAMPLE, ids=lambda frame: " ".join(frame.labels))
def test_parts_are_all_there_is_only_where_the_text_says_so(frame: Frame) -> None:
    reading = read(frame.text)
    printed = {c.claim_id: c.value_text for c in reading.claims}
    assert {printed[x.claim_id] for x in reading.links if x.coverage == "exhaustive"} <= frame.exhaustive


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what is told of the level itself stands between it and its parts
        (
            "There were 1,240 fires, up 4% on 2021: 520 house fires and 720 car fires.",
            {("520", "part_of", "1,240"), ("720", "part_of", "1,240")},
        ),
        (
            "There were 520 men and 720 women, a total of 1,240.",
            {("520", "part_of", "1,240"), ("720", "part_of", "1,240")},
        ),
        (
            "The number of victims rose to 381; 64 were cyclists and 41 were pedestrians.",
            {("64", "part_of", "381"), ("41", "part_of", "381")},
        ),
        ("There were 1,240 fires in 2022, 520 in 2021 and 720 in 2020.", set()),
        ("Births numbered 61,300, deaths 30,100, and the surplus came to 31,200.", set()),
        (
            "The bank will shed 2,000 of its 29,000 staff, close 800 branches and save money.",
            {("2,000", "part_of", "29,000")},
        ),
        ("There were 1,240 fires in 2022; 310 people were injured.", set()),
    ],
)
def test_parts_of_a_level_and_what_is_none(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert {x for x in links(text) if x[1] == "part_of"} == expected
