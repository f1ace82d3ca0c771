"""The oracle over many more systems than the default run draws (`make soak`)."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SIZES = {
    "FIGURES_ORACLE_SYSTEMS": "20000",
    "FIGURES_ORACLE_NETWORKS": "1500",
    "FIGURES_ORACLE_CLAIMS": "100000",
}


@pytest.mark.soak
@pytest.mark.parametrize("seed", ["101", "102"])
def test_the_marts_agree_with_the_oracle_over_twenty_thousand_systems(seed: str) -> None:
    here = Path(__file__).parent
    tests = [str(here / f"test_{name}.py") for name in ("marts", "observations", "planted", "hull")]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-s", *tests],
        cwd=here.parents[1],
        env=os.environ | SIZES | {"FIGURES_ORACLE_SEED": seed},
        capture_output=True,
        text=True,
        check=False,
    )
    print(done.stdout[-3000:])
    assert done.returncode == 0, done.stdout[-3000:]
