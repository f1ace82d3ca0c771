"""A house of its own for every test."""

from pathlib import Path

import pytest

from tests.pipeline.refresh.house import House


@pytest.fixture
def house(tmp_path: Path) -> House:
    """An empty shelf, nothing published."""
    return House(tmp_path)


@pytest.fixture
def published(house: House) -> House:
    """A house with one report published by the build “old”, and a second report that is new."""
    house.put("one")
    assert house.refresh(STAND_IN_MARK="old")["published"]
    house.put("two", "In 2017 there were 12 ships.")
    return house
