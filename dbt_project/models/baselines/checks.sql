with part_sums as (
    select * from {{ ref('part_sums') }}
    where is_current or whole_value is null
),

shares as (
    select * from {{ ref('share_edges') }}
    where method = 'check' and is_current
),

edges as (
    select * from {{ ref('growth_edges') }}
    where role = 'growth_of'
),

claims as (
    select * from {{ ref('claim_bounds') }}
    where is_current
),

observed as (
    select * from {{ ref('observed_claims') }}
    where is_current
),

sums as (
    select
        part_sum_id as check_id,
        kind,
        document_id,
        whole_claim_id as observed_claim_id,
        cast(null as {{ type_text() }}) as other_claim_id,
        cast(null as {{ type_text() }}) as third_claim_id,
        coverage,
        coverage_text,
        complete_by_sum,
        verdict,
        obs_value as expected_value,
        obs_lower as expected_lower,
        obs_upper as expected_upper,
        lower_open as expected_lower_open,
        upper_open as expected_upper_open,
        whole_value as observed_value,
        whole_lower as observed_lower,
        whole_upper as observed_upper,
        whole_lower_open as observed_lower_open,
        whole_upper_open as observed_upper_open,
        part_count + 1 as claim_count
    from part_sums
),

shares_of_wholes as (
    select
        {{ key_of(["'share'", 'share_claim_id', 'part_claim_id', 'whole_claim_id']) }} as check_id,
        'share' as kind,
        document_id,
        share_claim_id as observed_claim_id,
        part_claim_id as other_claim_id,
        whole_claim_id as third_claim_id,
        cast(null as {{ type_text() }}) as coverage,
        cast(null as {{ type_text() }}) as coverage_text,
        false as complete_by_sum,
        case when refusal_reason is not null or part_value is null or whole_value is null then 'incomplete' end
            as verdict,
        share_base * part_value / nullif(whole_value, 0e0) as expected_value,
        share_base * part_obs_lower / nullif(whole_obs_upper, 0e0) as expected_lower,
        share_base * part_obs_upper / nullif(whole_obs_lower, 0e0) as expected_upper,
        part_lower_open or whole_upper_open as expected_lower_open,
        part_upper_open or whole_lower_open as expected_upper_open,
        share_value as observed_value,
        share_obs_lower as observed_lower,
        share_obs_upper as observed_upper,
        share_lower_open as observed_lower_open,
        share_upper_open as observed_upper_open,
        3 as claim_count
    from shares
),

-- a change and the two levels that it lies between, all printed in one text
changes as (
    select
        edges.method,
        edges.change_claim_id,
        edges.level_claim_id,
        edges.start_claim_id,
        changes.document_id,
        changes.kind,
        changes.obs_value,
        changes.obs_lower,
        changes.obs_upper,
        changes.lower_open,
        changes.upper_open,
        changes.price_basis,
        levels.volume_growth,
        levels.unit_measure,
        changes.unit_measure as change_unit,
        levels.obs_value as level_value,
        levels.obs_lower as level_lower,
        levels.obs_upper as level_upper,
        levels.lower_open as level_lower_open,
        levels.upper_open as level_upper_open
    from edges
    inner join claims as changes on edges.change_claim_id = changes.claim_id
    inner join claims as levels on edges.level_claim_id = levels.claim_id
    where
        edges.method in ('rate', 'multiple', 'amount')
        and (edges.refusal_reason is null or edges.refusal_reason in ('no_base_period', 'no_period'))
),

between_levels as (
    select
        changes.*,
        starts.obs_value as start_value,
        starts.obs_lower as start_lower,
        starts.obs_upper as start_upper,
        starts.lower_open as start_lower_open,
        starts.upper_open as start_upper_open
    from changes
    inner join claims as starts
        on changes.start_claim_id = starts.claim_id and changes.unit_measure = starts.unit_measure
    where starts.obs_lower >= 0e0 and changes.level_lower >= 0e0
),

changes_between_levels as (
    select
        {{ key_of(["'between'", 'change_claim_id', 'level_claim_id', 'start_claim_id']) }} as check_id,
        case when method = 'amount' then 'level_and_change_amount' else 'growth_between_levels' end as kind,
        document_id,
        change_claim_id as observed_claim_id,
        level_claim_id as other_claim_id,
        start_claim_id as third_claim_id,
        cast(null as {{ type_text() }}) as coverage,
        cast(null as {{ type_text() }}) as coverage_text,
        false as complete_by_sum,
        cast(null as {{ type_text() }}) as verdict,
        {{ as_decimal(change_between('level_value', 'start_value')) }} as expected_value,
        {{ change_between('level_lower', 'start_upper') }} as expected_lower,
        {{ change_between('level_upper', 'start_lower') }} as expected_upper,
        level_lower_open or start_upper_open as expected_lower_open,
        level_upper_open or start_lower_open as expected_upper_open,
        obs_value as observed_value,
        obs_lower as observed_lower,
        obs_upper as observed_upper,
        lower_open as observed_lower_open,
        upper_open as observed_upper_open,
        3 as claim_count
    from between_levels
),

-- a rate and an amount of one change: the amount over what was there before must be the rate
rates_and_amounts as (
    select
        {{ key_of(["'rate_and_amount'", 'rates.change_claim_id', 'amounts.change_claim_id']) }} as check_id,
        'level_and_change_amount' as kind,
        rates.document_id,
        rates.change_claim_id as observed_claim_id,
        amounts.change_claim_id as other_claim_id,
        rates.level_claim_id as third_claim_id,
        cast(null as {{ type_text() }}) as coverage,
        cast(null as {{ type_text() }}) as coverage_text,
        false as complete_by_sum,
        cast(null as {{ type_text() }}) as verdict,
        100e0 * amounts.obs_value / nullif(rates.level_value - amounts.obs_value, 0e0) as expected_value,
        {{ rate_of_amount('amounts.obs_lower', 'rates.level_lower', 'rates.level_upper', 'lower') }} as expected_lower,
        {{ rate_of_amount('amounts.obs_upper', 'rates.level_lower', 'rates.level_upper', 'upper') }} as expected_upper,
        amounts.lower_open as expected_lower_open,
        amounts.upper_open as expected_upper_open,
        {{ side_of_check('observed', 'rates') }},
        3 as claim_count
    from changes as rates
    inner join changes as amounts
        on rates.level_claim_id = amounts.level_claim_id and amounts.method = 'amount'
    where rates.method = 'rate' and rates.start_claim_id is null and rates.level_lower >= 0e0
),

-- from a to b: a may not lie above b
ranges as (
    select
        {{ key_of(["'range'", 'claims.claim_id']) }} as check_id,
        'range_order' as kind,
        claims.document_id,
        claims.claim_id as observed_claim_id,
        cast(null as {{ type_text() }}) as other_claim_id,
        cast(null as {{ type_text() }}) as third_claim_id,
        cast(null as {{ type_text() }}) as coverage,
        cast(null as {{ type_text() }}) as coverage_text,
        false as complete_by_sum,
        -- one that is printed the wrong way round has no bounds
        case when obs_lower is null and obs_upper is null then 'violated' else 'holds' end as verdict,
        obs_value as expected_value,
        obs_value as expected_lower,
        cast(null as {{ type_double() }}) as expected_upper,
        false as expected_lower_open,
        true as expected_upper_open,
        obs_upper as observed_value,
        obs_upper as observed_lower,
        obs_upper as observed_upper,
        false as observed_lower_open,
        false as observed_upper_open,
        1 as claim_count
    from claims
    where qualifier = 'RANGE'
),

-- one figure printed twice in one document
repeats as (
    select
        observed.*,
        cast(count(*) over (partition by document_id, observation_id) as integer) as times,
        row_number() over (
            partition by document_id, observation_id
            order by obs_upper - obs_lower asc nulls last, claim_id asc nulls last
        ) as time_rank
    from observed
),

repeated as (
    select
        {{ key_of(["'repeated'", 'others.claim_id', 'firsts.claim_id']) }} as check_id,
        'same_figure' as kind,
        others.document_id,
        others.claim_id as observed_claim_id,
        firsts.claim_id as other_claim_id,
        cast(null as {{ type_text() }}) as third_claim_id,
        cast(null as {{ type_text() }}) as coverage,
        cast(null as {{ type_text() }}) as coverage_text,
        false as complete_by_sum,
        cast(null as {{ type_text() }}) as verdict,
        {{ side_of_check('expected', 'firsts') }},
        {{ side_of_check('observed', 'others') }},
        2 as claim_count
    from repeats as others
    inner join repeats as firsts
        on
            others.document_id = firsts.document_id
            and others.observation_id = firsts.observation_id
            and firsts.time_rank = 1
    where others.times > 1 and others.time_rank > 1
),

united as (
    select * from sums
    union all
    select * from shares_of_wholes
    union all
    select * from changes_between_levels
    union all
    select * from rates_and_amounts
    union all
    select * from ranges
    union all
    select * from repeated
),

final as (
    select
        document_id,
        coverage_text,
        {{ judged_check() }}
    from united
)

select * from final
