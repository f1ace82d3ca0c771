with edges as (
    select * from {{ ref('growth_edges') }}
    where role = 'growth_of'
),

levels as (
    select * from {{ ref('claim_bounds') }}
),

-- a rate and an amount of one change are intersected
intersected as (
    select
        level_claim_id,
        other_period as time_period,
        case
            when
                count(*) filter (where refusal_reason is null and method = 'amount') > 0
                and count(*) filter (where refusal_reason is null and method <> 'amount') > 0 then 'both'
            else coalesce(
                min(method) filter (where refusal_reason is null), min(method)
            )
        end as method,
        coalesce(
            min(change_claim_id) filter (where method <> 'amount' and refusal_reason is null),
            min(change_claim_id) filter (where method <> 'amount')
        ) as rate_claim_id,
        coalesce(
            min(change_claim_id) filter (where method = 'amount' and refusal_reason is null),
            min(change_claim_id) filter (where method = 'amount')
        ) as amount_claim_id,
        cast(count(*) filter (where refusal_reason is null) as integer) as derived_count,
        min(refusal_reason) as refusal_reason,
        bool_or(basis_assumed) filter (where refusal_reason is null) as basis_assumed,
        max(obs_status) as obs_status,
        max(obs_lower) as obs_lower,
        min(obs_upper) as obs_upper,
        max({{ lower_key('obs_lower', 'lower_open') }}) as lower_key,
        min({{ upper_key('obs_upper', 'upper_open') }}) as upper_key,
        max(strict_lower) as strict_lower,
        min(strict_upper) as strict_upper,
        max({{ lower_key('strict_lower', 'strict_lower_open') }}) as strict_lower_key,
        min({{ upper_key('strict_upper', 'strict_upper_open') }}) as strict_upper_key
    from edges
    group by level_claim_id, other_period
),

opened as (
    select
        intersected.*,
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
        case
            when intersected.derived_count = 0 then intersected.refusal_reason
            when intersected.lower_key > intersected.upper_key then 'rate_and_amount_disagree'
            when levels.measure_key is null then 'no_measure'
            when
                {{ holds_nothing(
                    'intersected.obs_lower', 'intersected.obs_upper',
                    'intersected.lower_key > intersected.obs_lower',
                    'intersected.upper_key < intersected.obs_upper', 'levels.is_whole_number'
                ) }} then 'no_whole_number_fits'
        end as why_refused,
        coalesce(intersected.lower_key > intersected.obs_lower, true) as lower_is_open,
        coalesce(intersected.upper_key < intersected.obs_upper, true) as upper_is_open,
        coalesce(intersected.strict_lower_key > intersected.strict_lower, true) as strict_lower_is_open,
        coalesce(intersected.strict_upper_key < intersected.strict_upper, true) as strict_upper_is_open
    from intersected
    inner join levels on intersected.level_claim_id = levels.claim_id
),

final as (
    select
        {{ key_of(['level_claim_id', 'time_period']) }} as implied_baseline_id,
        level_claim_id,
        rate_claim_id,
        amount_claim_id,
        method,
        why_refused as refusal_reason,
        coalesce(basis_assumed, false) as basis_assumed,
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
        {% for lower, upper, prefix in [('obs_lower', 'obs_upper', ''), ('strict_lower', 'strict_upper', 'strict_')] -%}
        {{ implied_end('lower', lower) }} as {{ lower }},
        {{ implied_end('upper', upper) }} as {{ upper }},
        {{ implied_open(lower, prefix ~ 'lower_is_open') }} as {{ prefix }}lower_open,
        {{ implied_open(upper, prefix ~ 'upper_is_open') }} as {{ prefix }}upper_open{{ "," if not loop.last }}
        {% endfor %}
    from opened
)

select * from final
