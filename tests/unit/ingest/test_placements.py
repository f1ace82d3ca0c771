"""Which reading holds at a place, whatever the order of arrival."""

from pathlib import Path

import pytest

from ingest.description import Problem
from ingest.placements import Holding, changes
from ingest.shelf import Place
from ingest.survey import Survey, Surveyed

SHELF = Path("shelf")


def good(path: str, document: str, reading: str | None = None) -> Surveyed:
    folder = path.rsplit("/", 1)[0]
    return Surveyed(Place(path, folder, str(SHELF / path), None, None), document, reading or f"r-{document}")


def bad(
    path: str, reason: str = "broken", folder: str | None = None, document: str | None = None
) -> Surveyed:
    place = Place(path, folder or path.rsplit("/", 1)[0], None, None, None)
    return Surveyed(place, document, problem=Problem(reason))


def after(
    found: list[Surveyed], current: dict[str, Holding], waiting: set[str] | None = None
) -> dict[str, Holding]:
    """What holds after a load."""
    return {**current, **dict(changes(Survey(SHELF, found, waiting or set()), current).placements)}


def says(holding: dict[str, Holding]) -> dict[str, tuple[str, str | None, str | None]]:
    return {path: each.says() for path, each in holding.items()}


def test_the_place_that_sorts_first_leads_whichever_came_first() -> None:
    a, b = good("p/a/x.txt", "d"), good("p/b/x.txt", "d")
    at_once = after([a, b], {})
    one_by_one = after([a, b], after([b], {}))
    assert says(at_once) == says(one_by_one)
    assert says(at_once) == {
        "p/a/x.txt": ("present", "r-d", None),
        "p/b/x.txt": ("duplicate", None, "p/a/x.txt"),
    }


def test_when_the_leader_goes_the_next_place_leads() -> None:
    a, b = good("p/a/x.txt", "d"), good("p/b/x.txt", "d", "r-b")
    held = after([b], after([a, b], {}))
    assert says(held) == {"p/a/x.txt": ("withdrawn", None, None), "p/b/x.txt": ("present", "r-b", None)}


def test_the_same_shelf_again_changes_nothing() -> None:
    found = [good("p/a/x.txt", "d"), good("p/b/x.txt", "d"), bad("p/c/x.txt")]
    held = after(found, {})
    again = changes(Survey(SHELF, found), held)
    assert (again.placements, again.quarantine) == ([], [])


def test_a_place_that_breaks_keeps_its_reading_and_is_recorded_once_for_each_reason() -> None:
    held = after([good("p/a/x.txt", "d")], {})
    broken = changes(Survey(SHELF, [bad("p/a/x.txt", "one")]), held)
    assert says(dict(broken.placements)) == {"p/a/x.txt": ("quarantined", "r-d", None)}
    held |= dict(broken.placements)
    assert [e.problem.reason for e in changes(Survey(SHELF, [bad("p/a/x.txt", "two")]), held).quarantine] == [
        "two"
    ]
    assert changes(Survey(SHELF, [bad("p/a/x.txt", "one")]), held).quarantine == []


def test_a_broken_place_gives_its_document_up_to_another_that_can_be_read() -> None:
    a, b = good("p/a/x.txt", "d"), good("p/b/x.txt", "d", "r-b")
    held = after([bad("p/a/x.txt"), b], after([a, b], {}))
    assert says(held) == {"p/a/x.txt": ("quarantined", None, None), "p/b/x.txt": ("present", "r-b", None)}


def test_a_folder_in_which_no_report_can_be_told_keeps_what_it_held() -> None:
    held = after([bad("p/a", folder="p/a")], after([good("p/a/x.txt", "d")], {}))
    assert says(held) == {"p/a/x.txt": ("quarantined", "r-d", None)}


@pytest.mark.parametrize("others", [[], [good("p/b/x.txt", "d")]])
def test_what_is_being_written_still_holds(others: list[Surveyed]) -> None:
    held = after([good("p/a/x.txt", "d"), *others], {})
    assert says(after(others, held, {"p/a"})) == says(held)


def test_a_withdrawn_report_that_comes_back_is_present_again() -> None:
    a = good("p/a/x.txt", "d")
    assert says(after([a], after([], after([a], {})))) == {"p/a/x.txt": ("present", "r-d", None)}
