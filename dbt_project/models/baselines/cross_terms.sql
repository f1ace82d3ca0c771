-- Figures that different documents state and that make up one whole: parts that the seed indicator_parts names, the
-- halves, quarters or months of a year, and the members of an area or an entity that the seed members names.
with levels as (
    select
        points.*,
        substring(points.time_period, 1, 4) as year_of_period,
        coalesce(indicators.additive_over_time, false) as additive_over_time,
        coalesce(indicators.additive_over_members, false) as additive_over_members
    from {{ ref('standing_points') }} as points
    left join {{ ref('indicators') }} as indicators on points.indicator = indicators.indicator
    where points.transformation = 'level' and points.price_basis = 'not_stated'
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
        'sum_of_indicators' as list_kind,
        parts.whole,
        levels.time_period as whole_period,
        'A' as list_freq,
        parts.coverage,
        parts.needed_count,
        levels.entity as whole_entity,
        levels.ref_area as whole_area,
        levels.*
    from parts
    inner join levels on parts.part = levels.indicator
),

of_subperiods as (
    select
        'sum_of_subperiods' as list_kind,
        levels.indicator as whole,
        levels.year_of_period as whole_period,
        levels.freq as list_freq,
        'exhaustive' as coverage,
        case levels.freq when 'S' then 2 when 'Q' then 4 else 12 end as needed_count,
        levels.entity as whole_entity,
        levels.ref_area as whole_area,
        levels.*
    from levels
    where levels.additive_over_time and levels.freq in ('S', 'Q', 'M')
),

years as (
    select distinct year_of_period from levels
    where additive_over_members
),

-- who belongs to a whole in each year of which something is known
members as (
    select
        years.year_of_period,
        listed.dimension,
        listed.whole,
        listed.member,
        listed.coverage,
        count(*) over (partition by years.year_of_period, listed.dimension, listed.whole) as needed_count
    from years
    inner join {{ ref('members') }} as listed
        on {{ safe_cast('years.year_of_period', 'integer') }} between listed.from_year and listed.to_year
),

of_members as (
    select
        'sum_of_members' as list_kind,
        levels.indicator as whole,
        levels.time_period as whole_period,
        members.dimension as list_freq,
        members.coverage,
        members.needed_count,
        case when members.dimension = 'entity' then members.whole else levels.entity end as whole_entity,
        case when members.dimension = 'ref_area' then members.whole else levels.ref_area end as whole_area,
        levels.*
    from levels
    inner join members
        on
            levels.year_of_period = members.year_of_period
            and members.member = case members.dimension when 'entity' then levels.entity else levels.ref_area end
    where levels.additive_over_members
),

united as (
    select * from of_indicators
    union all
    select * from of_subperiods
    union all
    select * from of_members
),

final as (
    select
        {{ key_of([
            'list_kind', 'whole', 'whole_entity', 'whole_area', 'whole_period', 'list_freq', 'unit_measure', 'compiling_org'
        ]) }} as list_id,
        list_kind as kind,
        whole,
        whole_period,
        coverage,
        cast(needed_count as integer) as needed_count,
        whole_entity as entity,
        whole_area as ref_area,
        unit_measure,
        compiling_org,
        claim_id as part_claim_id,
        is_whole_number,
        obs_value,
        obs_lower,
        obs_upper,
        lower_open,
        upper_open
    from united
)

select * from final
