"""One build of the reports on incubation in China and of the pairs, shared by the tests of the marts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.dbt import Checkout, parsed
from tests.once import made_once
from tests.pipeline.incubation import all_reports, withdrawn_2017
from tests.pipeline.pairs import ALL_PAIRS, shelf_of
from tests.pipeline.raw_rows import rows_of, write_raw
from tests.shelf import load_shelf


@pytest.fixture(scope="session")
def marts(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    """Built with all its data tests and unit tests, as `dbt build` does by hand. Read only.

    The six reports are raw rows written by hand; the two reports of each pair are read from their text.
    """

    def make(folder: Path) -> None:
        checkout = Checkout(folder).remember(parsed(tmp_path_factory))
        load_shelf(shelf_of(ALL_PAIRS, folder / "reports"), checkout.raw)
        write_raw(checkout.raw, rows_of([*all_reports(), withdrawn_2017()], withdrawn=["gone"]))
        checkout.build()

    return Checkout(made_once(tmp_path_factory, "by_hand", make))


@pytest.fixture(scope="session")
def results(marts: Checkout) -> list[dict[str, str]]:
    """What dbt says of each node of that build."""
    said = json.loads((marts.project / "target" / "run_results.json").read_text("utf-8"))
    results: list[dict[str, str]] = said["results"]
    return results
