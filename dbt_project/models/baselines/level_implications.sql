with growth as (
    select * from {{ ref('growth_edges') }}
),

shares as (
    select * from {{ ref('share_edges') }}
),

part_sums as (
    select * from {{ ref('part_sums') }}
),

chains as (
    select * from {{ ref('growth_chains') }}
),

claims as (
    select * from {{ ref('claim_bounds') }}
),

-- a change printed with the level that it starts from and without the level that it leads to
levels_from_growth as (
    select
        'level_from_growth' as method,
        starting.change_claim_id as claim_id,
        starting.level_claim_id as from_claim_id,
        starting.refusal_reason,
        starting.obs_status,
        levels.indicator,
        levels.indicator_label,
        levels.entity,
        levels.ref_area,
        starting.other_period as time_period,
        levels.transformation,
        levels.unit_measure,
        levels.is_whole_number,
        levels.is_mapped,
        levels.is_sample,
        levels.is_current,
        levels.compiling_org,
        levels.published_on,
        {{ interval_of('starting') }}
    from growth as starting
    inner join claims as levels on starting.level_claim_id = levels.claim_id
    left join growth as printed
        on starting.change_claim_id = printed.change_claim_id and printed.role = 'growth_of'
    where starting.role = 'growth_from' and printed.change_claim_id is null
),

parts_from_shares as (
    select
        method,
        share_claim_id as claim_id,
        whole_claim_id as from_claim_id,
        refusal_reason,
        'E' as obs_status,
        case when has_own_label then share_indicator else concat('part_of:', coalesce(whole_indicator, '_U')) end
            as indicator,
        case when has_own_label then share_label else concat('part of ', coalesce(whole_label, 'unknown')) end
            as indicator_label,
        share_entity as entity,
        share_area as ref_area,
        time_period,
        'level' as transformation,
        whole_unit as unit_measure,
        whole_is_whole_number as is_whole_number,
        has_own_label and share_is_mapped as is_mapped,
        is_sample,
        is_current,
        compiling_org,
        published_on,
        whole_obs_lower * share_obs_lower / share_base as obs_lower,
        whole_obs_upper * share_obs_upper / share_base as obs_upper,
        whole_lower_open or share_lower_open as lower_open,
        whole_upper_open or share_upper_open as upper_open,
        whole_strict_lower * share_strict_lower / share_base as strict_lower,
        whole_strict_upper * share_strict_upper / share_base as strict_upper,
        whole_strict_lower_open or share_strict_lower_open as strict_lower_open,
        whole_strict_upper_open or share_strict_upper_open as strict_upper_open
    from shares
    where method = 'part_from_share'
),

-- the whole behind a part and its share; how many there are behind a total and its average
quotients as (
    select
        case when method = 'average' then 'count_from_average' else method end as method,
        share_claim_id as claim_id,
        part_claim_id as from_claim_id,
        refusal_reason,
        'E' as obs_status,
        concat(
            case when method = 'average' then 'count_behind:' else 'whole_of:' end,
            coalesce(part_indicator, '_U')
        ) as indicator,
        concat(
            case when method = 'average' then 'number behind ' else 'whole of ' end,
            coalesce(part_label, 'unknown')
        ) as indicator_label,
        part_entity as entity,
        part_area as ref_area,
        time_period,
        'level' as transformation,
        case when method = 'average' then split_part(share_unit, '/', 2) else part_unit end as unit_measure,
        case
            when method = 'average' then split_part(share_unit, '/', 2) in ('person', 'count', 'household')
            else part_is_whole_number
        end as is_whole_number,
        false as is_mapped,
        is_sample,
        is_current,
        compiling_org,
        published_on,
        part_obs_lower / nullif(share_obs_upper, 0e0) * share_base_of_method as obs_lower,
        part_obs_upper / nullif(share_obs_lower, 0e0) * share_base_of_method as obs_upper,
        part_lower_open or share_upper_open as lower_open,
        part_upper_open or share_lower_open as upper_open,
        part_strict_lower / nullif(share_strict_upper, 0e0) * share_base_of_method as strict_lower,
        part_strict_upper / nullif(share_strict_lower, 0e0) * share_base_of_method as strict_upper,
        part_strict_lower_open or share_strict_upper_open as strict_lower_open,
        part_strict_upper_open or share_strict_lower_open as strict_upper_open
    from (
        select
            *,
            case when method = 'average' then 1e0 else share_base end as share_base_of_method
        from shares
        where method in ('average', 'whole_from_share') and part_claim_id is not null
    ) as behind
),

-- what an open list leaves over
remainders as (
    select
        'remainder' as method,
        first_part_claim_id as claim_id,
        whole_claim_id as from_claim_id,
        case
            when verdict = 'incomplete' then 'incomplete'
            when verdict = 'violated' then 'parts_exceed_whole'
        end as refusal_reason,
        'E' as obs_status,
        concat('rest_of:', coalesce(indicator, '_U')) as indicator,
        concat('rest of ', coalesce(indicator_label, 'unknown')) as indicator_label,
        entity,
        ref_area,
        time_period,
        transformation,
        unit_measure,
        is_whole_number,
        false as is_mapped,
        is_sample,
        is_current,
        compiling_org,
        published_on,
        greatest(whole_lower - obs_upper, 0e0) as obs_lower,
        whole_upper - obs_lower as obs_upper,
        whole_lower_open or upper_open as lower_open,
        whole_upper_open or lower_open as upper_open,
        case
            when whole_strict_lower - strict_upper > 0e0 then whole_strict_lower - strict_upper
            when whole_strict_upper - strict_lower is not null then 0e0
        end as strict_lower,
        whole_strict_upper - strict_lower as strict_upper,
        -- where the parts may be more than the whole, nothing may be left: zero is in
        (whole_strict_lower_open or strict_upper_open) and coalesce(whole_strict_lower - strict_upper > 0e0, false)
            as strict_lower_open,
        whole_strict_upper_open or strict_lower_open as strict_upper_open
    from part_sums
    where
        coverage <> 'exhaustive' and not complete_by_sum and whole_value is not null
),

united as (
    select * from levels_from_growth
    union all
    select * from parts_from_shares
    union all
    select * from quotients
    union all
    select * from remainders
    union all
    select
        'growth_chain' as method,
        growth_claim_id as claim_id,
        root_claim_id as from_claim_id,
        cast(null as {{ type_text() }}) as refusal_reason,
        'E' as obs_status,
        indicator,
        indicator_label,
        entity,
        ref_area,
        time_period,
        'level' as transformation,
        unit_measure,
        is_whole_number,
        is_mapped,
        is_sample,
        true as is_current,
        compiling_org,
        published_on,
        {{ interval_of() }}
    from chains
),

explained as (
    select
        *,
        coalesce(
            refusal_reason,
            case
                when indicator is null then 'no_measure'
                when time_period is null then 'no_period'
                when unit_measure is null then 'no_unit'
                when {{ holds_nothing('obs_lower', 'obs_upper', 'lower_open', 'upper_open', 'is_whole_number') }}
                    then 'no_whole_number_fits'
            end
        ) as why_refused
    from united
),

final as (
    select
        {{ key_of(['method', 'claim_id', 'from_claim_id']) }} as implied_level_id,
        {{ observation_key(
            'indicator', 'entity', 'ref_area', 'time_period', 'transformation', "'_Z'", "'not_stated'",
            'unit_measure'
        ) }} as observation_id,
        method,
        claim_id,
        from_claim_id,
        why_refused as refusal_reason,
        obs_status,
        indicator,
        indicator_label,
        entity,
        ref_area,
        time_period,
        transformation,
        unit_measure,
        is_whole_number,
        is_mapped,
        is_sample,
        is_current,
        compiling_org,
        published_on,
        {{ implied_interval() }}
    from explained
)

select * from final
