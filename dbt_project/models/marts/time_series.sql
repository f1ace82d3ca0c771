with observations as (
    select * from {{ ref('observations') }}
    where transformation in ('level', 'level_per_period', 'level_average', 'share')
),

baselines as (
    select * from {{ ref('implied_baselines') }}
    where derivation = 'derived'
),

-- what a later report implies of a point that is stated too: the latest and tightest of it
ranked as (
    select
        baselines.*,
        row_number() over (
            partition by baselines.observation_id
            order by
                baselines.published_on desc nulls last,
                baselines.obs_upper - baselines.obs_lower asc nulls last,
                baselines.implied_baseline_id asc nulls last
        ) as implied_rank
    from baselines
),

points as (
    select
        observation_id,
        origin,
        indicator,
        indicator_label,
        entity,
        ref_area,
        transformation,
        price_basis,
        unit_measure,
        time_period,
        obs_value,
        obs_lower,
        obs_upper,
        strict_lower,
        strict_upper,
        obs_status,
        agreement,
        compiling_org,
        latest_published_on,
        is_sample
    from observations
    union all
    select
        ranked.observation_id,
        'implied' as origin,
        ranked.indicator,
        observations.indicator_label,
        ranked.entity,
        ranked.ref_area,
        ranked.transformation,
        observations.price_basis,
        ranked.unit_measure,
        ranked.time_period,
        ranked.obs_value,
        ranked.obs_lower,
        ranked.obs_upper,
        ranked.strict_lower,
        ranked.strict_upper,
        ranked.obs_status,
        'single' as agreement,
        ranked.compiling_org,
        ranked.published_on as latest_published_on,
        ranked.is_sample
    from ranked
    inner join observations on ranked.observation_id = observations.observation_id
    where observations.origin = 'stated' and ranked.implied_rank = 1
),

final as (
    select
        {{ key_of(['indicator', 'entity', 'ref_area', 'transformation', 'price_basis', 'unit_measure']) }} as series_id,
        observation_id,
        origin,
        indicator,
        indicator_label,
        entity,
        ref_area,
        transformation,
        price_basis,
        unit_measure,
        time_period,
        {{ period_freq('time_period') }} as freq,
        {{ period_start_on('time_period') }} as period_start_on,
        {{ period_months('time_period') }} as period_months,
        obs_value,
        obs_lower,
        obs_upper,
        strict_lower,
        strict_upper,
        obs_status,
        agreement,
        compiling_org,
        latest_published_on,
        is_sample
    from points
)

select * from final
