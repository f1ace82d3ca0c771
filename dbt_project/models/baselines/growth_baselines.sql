with edges as (
    select * from {{ ref('growth_edges') }}
    where role = 'growth_of'
),

levels as (
    select * from {{ ref('claim_bounds') }}
),

-- the changes of a level since one period are intersected; one that is refused stands by itself
intersected as (
    select
        implied_baseline_id,
        level_claim_id,
        other_period as time_period,
        case
            when count(*) filter (where method = 'amount') between 1 and count(*) - 1 then 'both'
            else min(method)
        end as method,
        min(change_claim_id) filter (where method <> 'amount') as rate_claim_id,
        min(change_claim_id) filter (where method = 'amount') as amount_claim_id,
        min(refusal_reason) as refusal_reason,
        bool_or(basis_assumed) as basis_assumed,
        max(obs_status) as obs_status,
        {{ intersection() }}
    from edges
    group by implied_baseline_id, level_claim_id, other_period
),

opened as (
    select
        intersected.implied_baseline_id,
        intersected.level_claim_id,
        intersected.time_period,
        intersected.method,
        intersected.rate_claim_id,
        intersected.amount_claim_id,
        intersected.refusal_reason,
        intersected.refusal_reason is null and intersected.basis_assumed as basis_assumed,
        intersected.obs_status,
        intersected.lower_key > intersected.upper_key as is_empty,
        {{ ends_of_intersection('intersected') }}
    from intersected
),

explained as (
    select
        opened.*,
        levels.indicator,
        levels.indicator_label,
        levels.entity,
        levels.ref_area,
        levels.transformation,
        levels.unit_measure,
        levels.is_whole_number,
        levels.is_mapped,
        levels.is_sample,
        levels.is_current,
        levels.compiling_org,
        levels.published_on,
        levels.time_period as level_period,
        coalesce(opened.refusal_reason, {{ why_no_baseline('opened', 'levels') }}) as why_refused
    from opened
    inner join levels on opened.level_claim_id = levels.claim_id
),

final as (
    select
        implied_baseline_id,
        level_claim_id,
        rate_claim_id,
        amount_claim_id,
        method,
        why_refused as refusal_reason,
        basis_assumed,
        obs_status,
        indicator,
        indicator_label,
        entity,
        ref_area,
        time_period,
        level_period,
        transformation,
        unit_measure,
        is_whole_number,
        is_mapped,
        is_sample,
        is_current,
        compiling_org,
        published_on,
        {{ observation_key(
            'indicator', 'entity', 'ref_area', 'time_period', 'transformation', "'_Z'", "'not_stated'",
            'unit_measure'
        ) }} as observation_id,
        {{ implied_interval() }}
    from explained
)

select * from final
