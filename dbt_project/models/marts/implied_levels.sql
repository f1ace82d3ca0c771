with levels as (
    select * from {{ ref('level_implications') }}
    where is_current
),

comparisons as (
    select * from {{ ref('compared_implications') }}
),

final as (
    select
        levels.implied_level_id,
        levels.claim_id,
        levels.from_claim_id,
        levels.observation_id,
        levels.indicator,
        levels.indicator_label,
        levels.entity,
        levels.ref_area,
        levels.time_period,
        levels.transformation,
        levels.unit_measure,
        case when levels.refusal_reason is null then 'derived' else 'refused' end as derivation,
        levels.refusal_reason,
        levels.method,
        levels.obs_status,
        {{ as_decimal('(levels.obs_lower + levels.obs_upper) / 2e0') }} as obs_value,
        {{ interval_of('levels') }},
        comparisons.published_value,
        comparisons.published_claim_id,
        comparisons.verdict,
        case when comparisons.published_claim_id is not null then comparisons.is_strictly_possible end
            as is_strictly_possible,
        case when comparisons.verdict in ('consistent', 'revised_or_conflict') then comparisons.gap end as gap,
        levels.compiling_org,
        levels.published_on,
        levels.is_sample
    from levels
    inner join comparisons on levels.implied_level_id = comparisons.implied_id
)

select * from final
