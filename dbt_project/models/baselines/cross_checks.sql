-- Arithmetic between what different documents state.
with points as (
    select * from {{ ref('standing_points') }}
),

edges as (
    select distinct change_claim_id from {{ ref('growth_edges') }}
    where role = 'growth_of'
),

levels as (
    select * from points
    where transformation = 'level' and price_basis = 'not_stated'
),

-- a growth rate printed without its level, between the two levels that the same organisation states
growth as (
    select
        {{ key_of(["'cross'", 'growth.claim_id', 'later.claim_id', 'earlier.claim_id']) }} as check_id,
        'growth_between_levels' as kind,
        growth.indicator,
        growth.entity,
        growth.ref_area,
        growth.time_period,
        growth.claim_id as observed_claim_id,
        later.claim_id as other_claim_id,
        earlier.claim_id as third_claim_id,
        cast(null as {{ type_text() }}) as coverage,
        false as complete_by_sum,
        cast(null as {{ type_text() }}) as verdict,
        {{ as_decimal('(later.obs_value / nullif(earlier.obs_value, 0e0) - 1e0) * 100e0') }} as expected_value,
        (later.obs_lower / nullif(earlier.obs_upper, 0e0) - 1e0) * 100e0 as expected_lower,
        (later.obs_upper / nullif(earlier.obs_lower, 0e0) - 1e0) * 100e0 as expected_upper,
        later.lower_open or earlier.upper_open as expected_lower_open,
        later.upper_open or earlier.lower_open as expected_upper_open,
        {{ side_of_check('observed', 'growth') }},
        3 as claim_count
    from points as growth
    inner join levels as later
        on
            growth.indicator = later.indicator
            and growth.entity = later.entity
            and growth.ref_area = later.ref_area
            and growth.compiling_org = later.compiling_org
            and growth.time_period = later.time_period
    inner join levels as earlier
        on
            later.indicator = earlier.indicator
            and later.entity = earlier.entity
            and later.ref_area = earlier.ref_area
            and later.unit_measure = earlier.unit_measure
            and later.compiling_org = earlier.compiling_org
            and growth.base_period = earlier.time_period
    left join edges on growth.claim_id = edges.change_claim_id
    where
        growth.kind = 'change_rate'
        and edges.change_claim_id is null
        and growth.is_nominal
        and later.obs_lower >= 0e0
        and earlier.obs_lower >= 0e0
),

summed as (
    select
        list_id,
        kind,
        whole,
        whole_period,
        coverage,
        entity,
        ref_area,
        unit_measure,
        compiling_org,
        count(*) as part_count,
        count(*) < max(needed_count) as lacks_parts,
        bool_and(is_whole_number) as is_counted,
        min(part_claim_id) as first_claim_id,
        sum(obs_value) as obs_value,
        case when count(*) = count(obs_lower) then sum(obs_lower) end as obs_lower,
        case when count(*) = count(obs_upper) then sum(obs_upper) end as obs_upper,
        bool_or(lower_open) as lower_open,
        bool_or(upper_open) as upper_open
    from {{ ref('cross_terms') }}
    group by list_id, kind, whole, whole_period, coverage, entity, ref_area, unit_measure, compiling_org
    having count(*) > 1
),

totals as (
    select
        summed.list_id as check_id,
        summed.kind,
        summed.whole as indicator,
        summed.entity,
        summed.ref_area,
        summed.whole_period as time_period,
        coalesce(wholes.claim_id, summed.first_claim_id) as observed_claim_id,
        cast(null as {{ type_text() }}) as other_claim_id,
        cast(null as {{ type_text() }}) as third_claim_id,
        summed.coverage,
        summed.coverage = 'exhaustive' and not summed.lacks_parts and wholes.claim_id is not null as complete_by_sum,
        case
            when wholes.claim_id is null then 'incomplete'
            -- parts that are not all there can be too many already, but only where none that lacks can be negative
            when
                summed.lacks_parts and summed.coverage = 'exhaustive'
                and not coalesce(summed.is_counted and summed.obs_lower > wholes.obs_upper, false) then 'incomplete'
            when summed.obs_lower > wholes.obs_upper then 'violated'
            when {{ overlap(
                'summed.obs_lower', 'summed.obs_upper', 'summed.lower_open', 'summed.upper_open',
                'wholes.obs_lower', 'wholes.obs_upper', 'wholes.lower_open', 'wholes.upper_open'
            ) }} then 'holds'
            when summed.coverage = 'exhaustive' then 'violated'
            else 'remainder'
        end as verdict,
        {{ side_of_check('expected', 'summed') }},
        {{ side_of_check('observed', 'wholes') }},
        summed.part_count + case when wholes.claim_id is null then 0 else 1 end as claim_count
    from summed
    left join levels as wholes
        on
            summed.whole = wholes.indicator
            and summed.entity = wholes.entity
            and summed.ref_area = wholes.ref_area
            and summed.whole_period = wholes.time_period
            and summed.unit_measure = wholes.unit_measure
            and summed.compiling_org = wholes.compiling_org
    -- some members of an area say nothing where the area itself has no figure
    where wholes.claim_id is not null or summed.kind <> 'sum_of_members' or not summed.lacks_parts
),

united as (
    select * from growth
    union all
    select * from totals
),

final as (
    select
        indicator,
        entity,
        ref_area,
        time_period,
        {{ judged_check() }}
    from united
)

select * from final
