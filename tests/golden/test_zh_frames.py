"""Texts composed of parts are read as their parts say: see frames_zh.py."""

from itertools import islice

import pytest

from tests.golden.frames_zh import Frame, growth
from tests.unit.prose.zh_reading import rows

STEP = 11  # one frame in so many, over all things, changes and joins
PENDING_CHANGES = {"年减#", "季增#"}  # behind the name itself (客运量季增): not told from 全年, 三季
PENDING_JOINS = {"N L。S C", "N L，S C"}  # only the names of short_names.txt
SHORT = {"快递业务量", "水产品产量", "铁路客运量", "生猪均价", "大蒜批发价"}


def _wrong(frame: Frame) -> list[str]:
    found = {
        printed.removesuffix("倍"): (r.claim.kind, r.claim.direction, r.links.get("growth_of", [None])[0])
        for printed, r in rows(frame.text).items()
    }
    return [f"{frame.text} {p}: {found.get(p)}" for p, told in frame.figures.items() if found.get(p) != told]


def _pending(frame: Frame) -> bool:
    thing, _, change, join, _ = frame.parts
    named_again = join.count("N") > 1 or join in PENDING_JOINS
    return (change in PENDING_CHANGES and named_again) or (join in PENDING_JOINS and thing not in SHORT)


@pytest.mark.parametrize("start", range(3))
def test_a_change_is_tied_to_its_level_however_both_are_told(start: int) -> None:
    frames = [f for f in islice(growth(), start, None, STEP) if not _pending(f)]
    wrong = [w for f in frames for w in _wrong(f)]
    assert len(frames) > 1000 and not wrong, f"{len(wrong)}\n" + "\n".join(wrong[:20])
