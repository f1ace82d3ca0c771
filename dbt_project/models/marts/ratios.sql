with observations as (
    select * from {{ ref('observations') }}
    where transformation = 'level'
),

pairs as (
    select * from {{ ref('indicator_ratios') }}
),

links as (
    select * from {{ ref('stg_claim_links') }}
    where role = 'part_of'
),

claims as (
    select * from {{ ref('claim_bounds') }}
    where is_current and review_status <> 'rejected'
),

-- ratios that a person has named, of two observations of one place and time
named as (
    select
        {{ key_of(["'named'", 'pairs.ratio', 'tops.observation_id', 'bottoms.observation_id']) }} as ratio_id,
        'named' as kind,
        pairs.ratio,
        pairs.label as ratio_label,
        tops.entity,
        tops.ref_area,
        tops.time_period,
        tops.unit_measure as top_unit,
        bottoms.unit_measure as bottom_unit,
        pairs.scale,
        tops.observation_id as numerator_id,
        bottoms.observation_id as denominator_id,
        tops.obs_value as top_value,
        bottoms.obs_value as bottom_value,
        {% for column in interval_columns() -%}
        tops.{{ column }} as top_{{ column }},
        bottoms.{{ column }} as bottom_{{ column }},
        {% endfor -%}
        'implied' in (tops.origin, bottoms.origin) as has_implied,
        tops.is_sample or bottoms.is_sample as is_sample
    from pairs
    inner join observations as tops on pairs.numerator = tops.indicator
    inner join observations as bottoms
        on
            pairs.denominator = bottoms.indicator
            and tops.entity = bottoms.entity
            and tops.ref_area = bottoms.ref_area
            and tops.time_period = bottoms.time_period
            and tops.price_basis = bottoms.price_basis
),

-- the share of every printed part in its printed whole
parts as (
    select
        {{ key_of(["'part'", 'tops.claim_id', 'bottoms.claim_id']) }} as ratio_id,
        'share_of_whole' as kind,
        concat('share:', coalesce(tops.indicator, '_U')) as ratio,
        concat(
            coalesce(tops.indicator_label, 'unknown'), ' as a share of ', coalesce(bottoms.indicator_label, 'unknown')
        ) as ratio_label,
        tops.entity,
        tops.ref_area,
        coalesce(tops.time_period, bottoms.time_period, '_U') as time_period,
        'percent' as top_unit,
        cast(null as {{ type_text() }}) as bottom_unit,
        100e0 as scale,
        tops.claim_id as numerator_id,
        bottoms.claim_id as denominator_id,
        tops.obs_value as top_value,
        bottoms.obs_value as bottom_value,
        {% for column in interval_columns() -%}
        tops.{{ column }} as top_{{ column }},
        bottoms.{{ column }} as bottom_{{ column }},
        {% endfor -%}
        false as has_implied,
        tops.is_sample or bottoms.is_sample as is_sample
    from links
    inner join claims as tops on links.claim_id = tops.claim_id
    inner join claims as bottoms
        on
            links.target_claim_id = bottoms.claim_id
            and tops.unit_measure = bottoms.unit_measure
            and tops.kind = bottoms.kind
    -- a part that carries the label of its whole says nothing of what it is a part of
    where
        tops.indicator is distinct from bottoms.indicator
        or tops.entity is distinct from bottoms.entity
        or tops.ref_area is distinct from bottoms.ref_area
),

united as (
    select * from named
    union all
    select * from parts
),

divided as (
    select
        ratio_id,
        kind,
        ratio,
        ratio_label,
        entity,
        ref_area,
        time_period,
        case
            when kind = 'share_of_whole' then 'percent'
            when top_unit = bottom_unit then 'ratio'
            else concat(top_unit, '/', bottom_unit)
        end as unit_measure,
        numerator_id,
        denominator_id,
        scale * top_value / nullif(bottom_value, 0e0) as quotient,
        {{ outward_lower('scale * top_obs_lower / nullif(bottom_obs_upper, 0e0)') }} as obs_lower,
        {{ outward_upper('scale * top_obs_upper / nullif(bottom_obs_lower, 0e0)') }} as obs_upper,
        top_obs_lower is null or bottom_obs_upper is null or top_lower_open or bottom_upper_open as lower_open,
        top_obs_upper is null or bottom_obs_lower is null or top_upper_open or bottom_lower_open as upper_open,
        {{ outward_lower('scale * top_strict_lower / nullif(bottom_strict_upper, 0e0)') }} as strict_lower,
        {{ outward_upper('scale * top_strict_upper / nullif(bottom_strict_lower, 0e0)') }} as strict_upper,
        top_strict_lower is null or bottom_strict_upper is null or top_strict_lower_open or bottom_strict_upper_open
            as strict_lower_open,
        top_strict_upper is null or bottom_strict_lower is null or top_strict_upper_open or bottom_strict_lower_open
            as strict_upper_open,
        has_implied,
        is_sample
    from united
    where coalesce(top_obs_lower, 0e0) >= 0e0 and coalesce(bottom_obs_lower, 0e0) >= 0e0
),

final as (
    select
        ratio_id,
        kind,
        ratio,
        ratio_label,
        entity,
        ref_area,
        time_period,
        unit_measure,
        numerator_id,
        denominator_id,
        -- the quotient of exact figures is the very end of its interval, but for the last digit of a double
        greatest(least(quotient, coalesce(obs_upper, quotient)), coalesce(obs_lower, quotient)) as obs_value,
        {% for column in interval_columns() -%}
        {{ column }},
        {% endfor -%}
        has_implied,
        is_sample
    from divided
)

select * from final
