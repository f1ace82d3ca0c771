"""The refresh as a Dagster asset graph, for houses that have Dagster (extra `dagster`).

    shelf -> raw/* (checks that stop dbt) -> dbt's seeds and models with their tests -> warehouse

One step runs the whole graph by `ingest.refresh.refresh`: the lock is held from the first look at the shelf
to the swap, so the guarantee of the command line holds under every executor and run launcher, and no half of
it can be materialised by itself. An asset counts as materialised when readers can see it: after the swap.

`definitions.defs` is what Dagster loads: `dagster dev -m ingest.dagster_refresh.definitions`. What does not
belong here: any step of a refresh.
"""
