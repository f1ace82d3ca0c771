-- A version of the hedge policy that is asked for and not in the seed, or that leaves out a hedge, a class of numeral
-- or a range of steps that another version covers: claims would vanish under it without a word.
with policy_rows as (
    select * from {{ ref('hedge_policy') }}
),

versions as (
    select policy_version from policy_rows
    union
    select '{{ var("hedge_policy_version") }}' as policy_version
    union
    select '{{ var("compare_policy_version") }}' as policy_version
),

classes as (
    select distinct
        qualifier,
        numeral_class
    from policy_rows
),

ordered as (
    select
        versions.policy_version,
        classes.qualifier,
        classes.numeral_class,
        policy_rows.step_from,
        policy_rows.step_below,
        lag(policy_rows.step_below) over (
            partition by versions.policy_version, classes.qualifier, classes.numeral_class, policy_rows.numeral_class
            order by policy_rows.step_from asc nulls last
        ) as earlier_step_below,
        lead(policy_rows.step_from) over (
            partition by versions.policy_version, classes.qualifier, classes.numeral_class, policy_rows.numeral_class
            order by policy_rows.step_from asc nulls last
        ) as next_step_from
    from versions
    cross join classes
    left join policy_rows
        on
            versions.policy_version = policy_rows.policy_version
            and classes.qualifier = policy_rows.qualifier
            and policy_rows.numeral_class in (classes.numeral_class, 'any')
)

select
    policy_version,
    qualifier,
    numeral_class,
    step_from,
    'this version has no row for the hedge, the class or a range of steps' as reason
from ordered
where
    step_from is null
    or coalesce(earlier_step_below, 0e0) <> step_from
    or (next_step_from is null and step_below < 1e300)
