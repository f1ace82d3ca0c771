"""An independent second opinion on the dbt models: exact arithmetic, written from DESIGN §5–§7 alone.

Nothing here reads the project's SQL or seeds; it shares with them only the names of columns.
"""
