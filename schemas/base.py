"""What the models of all raw tables share."""

from typing import Annotated

import pandera.polars as pa
import polars as pl

# 26 digits before the point and 12 after it: a third in percent is 33.333333333333.
Exact = Annotated[pl.Decimal, 38, 12]
Moment = Annotated[pl.Datetime, "us", None]  # UTC, without a zone: the warehouse knows only UTC

SHA256 = r"^[0-9a-f]{64}$"
ID32 = r"^[0-9a-f]{32}$"


class RawTable(pa.DataFrameModel):
    """A table of the schema `raw`: append-only, as printed, keyed by `key`."""

    class Config:
        strict = True
        ordered = True
        coerce = False
