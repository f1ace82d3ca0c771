-- Figures that different documents state and that make up one whole: parts that the seed indicator_parts names, and
-- the halves, quarters or months of a year.
with levels as (
    select
        *,
        substring(time_period, 1, 4) as year_of_period
    from {{ ref('standing_points') }}
    where transformation = 'level' and price_basis = 'not_stated'
),

parts as (
    select
        whole,
        part,
        coverage,
        count(*) over (partition by whole) as needed_count
    from {{ ref('indicator_parts') }}
),

of_indicators as (
    select
        'sum_of_indicators' as kind,
        parts.whole,
        levels.time_period as whole_period,
        'A' as list_freq,
        parts.coverage,
        parts.needed_count,
        levels.*
    from parts
    inner join levels on parts.part = levels.indicator
),

of_subperiods as (
    select
        'sum_of_subperiods' as kind,
        levels.indicator as whole,
        levels.year_of_period as whole_period,
        levels.freq as list_freq,
        'exhaustive' as coverage,
        case levels.freq when 'S' then 2 when 'Q' then 4 else 12 end as needed_count,
        levels.*
    from levels
    where levels.additive_over_time and levels.freq in ('S', 'Q', 'M')
),

united as (
    select * from of_indicators
    union all
    select * from of_subperiods
),

final as (
    select
        {{ key_of([
            'kind', 'whole', 'entity', 'ref_area', 'whole_period', 'list_freq', 'unit_measure', 'compiling_org'
        ]) }} as list_id,
        kind,
        whole,
        whole_period,
        coverage,
        cast(needed_count as integer) as needed_count,
        entity,
        ref_area,
        unit_measure,
        compiling_org,
        claim_id as part_claim_id,
        obs_value,
        obs_lower,
        obs_upper,
        lower_open,
        upper_open
    from united
)

select * from final
