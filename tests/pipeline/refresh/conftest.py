"""A house of its own for every test; those that begin with something published are copies of one."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from ingest.project import Warehouse
from ingest.state import file_identity, read_state, write_state
from tests.pipeline.refresh.house import House

SHIPS = "In 2017 there were 12 ships. In 2016 there were 11 boats."


@pytest.fixture
def house(tmp_path: Path) -> House:
    """An empty shelf, nothing published."""
    return House(tmp_path)


@pytest.fixture(scope="session")
def one_published(tmp_path_factory: pytest.TempPathFactory) -> House:
    """One report, published by the build “old”. For copying only."""
    house = House(tmp_path_factory.mktemp("one"))
    house.put("one")
    assert house.refresh(STAND_IN_MARK="old")["published"]
    return house


@pytest.fixture(scope="session")
def ships_published(tmp_path_factory: pytest.TempPathFactory) -> House:
    """A report on ships and boats, published by the build “old”. For copying only."""
    house = House(tmp_path_factory.mktemp("ships"))
    house.put("ships", SHIPS)
    assert house.refresh(STAND_IN_MARK="old")["published"]
    return house


@pytest.fixture
def published(one_published: House, tmp_path: Path) -> House:
    """A house with one report published by the build “old”, and a second report that is new."""
    house = copy_of(one_published, tmp_path)
    house.put("two", "In 2017 there were 12 ships.")
    return house


@pytest.fixture
def ships(ships_published: House, tmp_path: Path) -> House:
    """A house with a report on ships and boats, published by the build “old”; nothing is new."""
    return copy_of(ships_published, tmp_path)


def copy_of(house: House, folder: Path) -> House:
    """The same house elsewhere, as if it had been published there."""
    shutil.copytree(house.folder, folder, dirs_exist_ok=True)
    copy = House(folder)
    warehouse = Warehouse(copy.warehouse)
    state = read_state(warehouse.state)
    write_state(warehouse.state, replace(state, published=file_identity(warehouse.published)))
    return copy
