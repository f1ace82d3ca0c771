"""The decisions of persons in dbt's seeds, checked row by row before dbt starts on anything."""

from pathlib import Path

import polars as pl

from ingest.errors import FiguresError
from schemas.decisions import DECISIONS
from schemas.validate import WrongShape, validate


def check_decisions(project: Path) -> None:
    """FiguresError with file, line and column of each faulty cell, what stands there and what is expected."""
    faults: list[str] = []
    for name in DECISIONS:
        path = project / "seeds" / f"{name}.csv"
        if not path.exists():
            continue
        where = f"{project.name}/seeds/{name}.csv"
        try:
            frame = pl.read_csv(path, infer_schema=False).with_row_index("line", 2)
            frame = frame.filter(
                pl.any_horizontal(pl.exclude("line").is_not_null())
            )  # blank lines say nothing
            _, refused = validate(name, frame.drop("line"))
        except pl.exceptions.PolarsError as error:
            faults.append(f"{where} cannot be read as CSV ({str(error).splitlines()[0]})")
        except WrongShape as error:
            faults.append(f"{where}: {str(error).rstrip('.')}")
        else:
            faults += [
                f"{where}, line {frame['line'][fault.index]}: {fault.column} holds {fault.found}; "
                f"expected is {fault.expected}"
                for fault in refused
            ]
    if faults:
        raise FiguresError("; ".join(faults))
