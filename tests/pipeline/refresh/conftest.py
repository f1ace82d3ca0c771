"""A house of its own for every test."""

from pathlib import Path

import pytest

from tests.pipeline.refresh.house import House


@pytest.fixture
def house(tmp_path: Path) -> House:
    """An empty shelf, nothing published."""
    return House(tmp_path)
