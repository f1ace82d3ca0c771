-- A vintage that starts before the one before it has ended, or more than one that holds now.
with ordered as (
    select
        observation_id,
        realtime_start,
        lag(realtime_end) over (partition by observation_id order by realtime_start asc nulls last) as earlier_end,
        lag(realtime_start) over (partition by observation_id order by realtime_start asc nulls last) as earlier_start,
        sum(case when is_latest then 1 else 0 end) over (partition by observation_id) as latest_count
    from {{ ref('revisions') }}
)

select
    observation_id,
    realtime_start,
    'vintages must follow each other and at most one holds now' as reason
from ordered
where
    latest_count > 1
    or (earlier_start is not null and (earlier_end is null or earlier_end >= realtime_start))
