-- An observation in conflict whose evidence does not hold a claim that leads and one that contradicts it.
with named as (
    select
        derived_id,
        sum(case when role = 'leads' then 1 else 0 end) as lead_count,
        sum(case when role = 'conflicts' then 1 else 0 end) as conflict_count
    from {{ ref('evidence') }}
    where derived_kind = 'conflict'
    group by derived_id
)

select
    observations.observation_id,
    'a conflict must name the claim that leads and each that contradicts it' as reason
from {{ ref('observations') }} as observations
left join named on observations.observation_id = named.derived_id
where
    observations.origin = 'stated' and observations.agreement = 'conflict'
    and (coalesce(named.lead_count, 0) <> 1 or coalesce(named.conflict_count, 0) = 0)
