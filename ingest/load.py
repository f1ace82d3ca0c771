"""Loads readings into the schema `raw`."""

from ingest.raw_tables import raw_ddl

__all__ = ["raw_ddl"]
