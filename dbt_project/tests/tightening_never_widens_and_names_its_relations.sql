-- A tightened interval that is not inside the stated one, is empty, or does not say what tightened it.
select
    claim_id,
    'a tightened interval lies inside the stated one and names the relation for each end that moved' as reason
from {{ ref('tightened_bounds') }}
where
    tightened_lower < stated_lower
    or tightened_upper > stated_upper
    or (stated_lower is not null and tightened_lower is null)
    or (stated_upper is not null and tightened_upper is null)
    or tightened_lower > tightened_upper
    or (lower_tightened_by is null and tightened_lower is distinct from stated_lower)
    or (upper_tightened_by is null and tightened_upper is distinct from stated_upper)
