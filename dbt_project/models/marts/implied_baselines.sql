with baselines as (
    select * from {{ ref('growth_baselines') }}
    where is_current
),

comparisons as (
    select * from {{ ref('compared_implications') }}
),

final as (
    select
        baselines.implied_baseline_id,
        baselines.level_claim_id,
        baselines.rate_claim_id,
        baselines.amount_claim_id,
        baselines.observation_id,
        baselines.indicator,
        baselines.indicator_label,
        baselines.entity,
        baselines.ref_area,
        baselines.time_period,
        baselines.level_period,
        baselines.transformation,
        baselines.unit_measure,
        case when baselines.refusal_reason is null then 'derived' else 'refused' end as derivation,
        baselines.refusal_reason,
        baselines.method,
        baselines.basis_assumed,
        baselines.obs_status,
        {{ as_decimal('(baselines.obs_lower + baselines.obs_upper) / 2e0') }} as obs_value,
        {{ interval_of('baselines') }},
        comparisons.published_value,
        comparisons.published_claim_id,
        comparisons.verdict,
        case when comparisons.published_claim_id is not null then comparisons.is_strictly_possible end
            as is_strictly_possible,
        case when comparisons.verdict in ('consistent', 'revised_or_conflict') then comparisons.gap end as gap,
        baselines.compiling_org,
        baselines.published_on,
        baselines.is_sample
    from baselines
    inner join comparisons on baselines.implied_baseline_id = comparisons.implied_id
)

select * from final
