with observations as (
    select
        *,
        {{ period_first_month('time_period') }} as first_month,
        coalesce({{ period_months('time_period') }}, 0) as period_length
    from {{ ref('observations') }}
),

claims as (
    select * from {{ ref('observed_claims') }}
    where is_current
),

levels as (
    select
        observations.*,
        row_number() over (
            partition by indicator, entity, ref_area
            order by
                first_month + period_length desc nulls last,
                case when origin = 'stated' then 0 else 1 end asc nulls last,
                period_length desc nulls last,
                observation_id asc nulls last
        ) as from_last
    from observations
    where transformation = 'level'
),

latest as (
    select * from levels
    where from_last = 1
),

-- the earliest stated level of the same frequency, basis and unit as the latest one; growth is never computed
-- from a level that was itself derived from growth
earliest as (
    select
        latest.observation_id as latest_id,
        levels.time_period,
        levels.first_month,
        levels.origin,
        levels.obs_lower,
        levels.obs_upper,
        row_number() over (
            partition by latest.observation_id
            order by levels.first_month asc nulls last, levels.observation_id asc nulls last
        ) as from_first
    from latest
    inner join levels
        on
            latest.indicator = levels.indicator
            and latest.entity = levels.entity
            and latest.ref_area = levels.ref_area
            and latest.unit_measure = levels.unit_measure
            and latest.price_basis = levels.price_basis
            and latest.freq = levels.freq
            and latest.first_month > levels.first_month
    where latest.origin = 'stated' and levels.origin = 'stated'
),

-- the latest printed growth on a year of the same thing
growth as (
    select
        indicator,
        entity,
        ref_area,
        time_period,
        obs_value,
        row_number() over (
            partition by indicator, entity, ref_area
            order by
                first_month + period_length desc nulls last,
                price_basis asc nulls last,
                observation_id asc nulls last
        ) as from_last
    from observations
    where transformation = 'change_rate_on_year'
),

counted as (
    select
        indicator,
        entity,
        ref_area,
        min(indicator_label) as indicator_label,
        min(review_status) as review_status,
        cast(count(*) as integer) as observation_count,
        cast(count(*) filter (where origin = 'implied') as integer) as implied_count,
        cast(count(*) filter (where agreement = 'conflict') as integer) as conflict_count,
        min(first_month) as first_month,
        max(first_month) as last_month,
        bool_or(is_sample) as is_sample
    from observations
    group by indicator, entity, ref_area
),

spans as (
    select
        counted.indicator,
        counted.entity,
        counted.ref_area,
        min(case when observations.first_month = counted.first_month then observations.time_period end) as first_period,
        max(case when observations.first_month = counted.last_month then observations.time_period end) as last_period
    from counted
    inner join observations
        on
            counted.indicator = observations.indicator
            and counted.entity = observations.entity
            and counted.ref_area = observations.ref_area
    group by counted.indicator, counted.entity, counted.ref_area
),

reports as (
    select
        indicator,
        entity,
        ref_area,
        cast(count(distinct document_id) as integer) as report_count
    from claims
    group by indicator, entity, ref_area
),

final as (
    select
        counted.indicator,
        counted.indicator_label,
        counted.entity,
        counted.ref_area,
        coalesce(latest.unit_measure, '_Z') as unit_measure,
        counted.review_status,
        spans.first_period,
        spans.last_period,
        counted.observation_count,
        counted.implied_count,
        cast(counted.implied_count as {{ type_double() }}) / nullif(counted.observation_count, 0) as implied_share,
        counted.conflict_count,
        coalesce(reports.report_count, 0) as report_count,
        latest.time_period as latest_level_period,
        latest.origin as latest_level_origin,
        latest.obs_value as latest_level,
        latest.obs_lower as latest_level_lower,
        latest.obs_upper as latest_level_upper,
        growth.time_period as latest_growth_period,
        growth.obs_value as latest_growth_percent,
        earliest.time_period as compound_growth_from,
        case
            when latest.obs_lower > 0e0 and earliest.obs_upper > 0e0
                then {{ compound_growth('latest.obs_lower / earliest.obs_upper', 'lower') }}
        end as compound_growth_lower,
        case
            when latest.obs_upper > 0e0 and earliest.obs_lower > 0e0
                then {{ compound_growth('latest.obs_upper / earliest.obs_lower', 'upper') }}
        end as compound_growth_upper,
        counted.is_sample
    from counted
    inner join spans
        on
            counted.indicator = spans.indicator
            and counted.entity = spans.entity
            and counted.ref_area = spans.ref_area
    left join reports
        on
            counted.indicator = reports.indicator
            and counted.entity = reports.entity
            and counted.ref_area = reports.ref_area
    left join latest
        on
            counted.indicator = latest.indicator
            and counted.entity = latest.entity
            and counted.ref_area = latest.ref_area
    left join earliest on latest.observation_id = earliest.latest_id and earliest.from_first = 1
    left join growth
        on
            counted.indicator = growth.indicator
            and counted.entity = growth.entity
            and counted.ref_area = growth.ref_area
            and growth.from_last = 1
)

select * from final
