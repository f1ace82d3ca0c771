with vintages as (
    select * from {{ ref('vintages') }}
),

claims as (
    select * from {{ ref('observed_claims') }}
),

-- a day that changed nothing of the statement is no vintage
changed as (
    select
        vintages.*,
        lag(obs_lower) over known as earlier_lower,
        lag(obs_upper) over known as earlier_upper,
        lag(printed_value) over known as earlier_value,
        lag(is_conflict) over known as earlier_conflict,
        lag(next_known_on) over known as earlier_end,
        row_number() over known as vintage_no_of_all
    from vintages
    where not is_told_once
    window known as (partition by observation_id order by known_on asc nulls last)
),

numbered as (
    select
        changed.*,
        row_number() over (partition by observation_id order by known_on asc nulls last) as vintage_no,
        lead(known_on) over (partition by observation_id order by known_on asc nulls last) as next_vintage_on,
        first_value(printed_value) over (
            partition by observation_id order by known_on asc nulls last
            rows between unbounded preceding and unbounded following
        ) as first_value_printed,
        max(case when next_known_on is null then 1 else 0 end) over (partition by observation_id) as is_still_known
    from changed
    where
        vintage_no_of_all = 1
        or earlier_lower is distinct from obs_lower
        or earlier_upper is distinct from obs_upper
        or earlier_value is distinct from printed_value
        or earlier_conflict is distinct from is_conflict
        or earlier_end is distinct from known_on
),

-- the day on which nothing was known any more, because the last report was withdrawn
ends as (
    select
        observation_id,
        max(coalesce(next_known_on, date '9999-12-31')) as last_day
    from vintages
    where not is_told_once
    group by observation_id
),

dated as (
    select
        numbered.observation_id,
        numbered.lead_claim_id,
        numbered.compiling_org,
        cast(numbered.vintage_no as integer) as vintage_no,
        numbered.known_on,
        case
            when numbered.next_vintage_on is not null then {{ day_before('numbered.next_vintage_on') }}
            when ends.last_day < date '9999-12-31' then {{ day_before('ends.last_day') }}
        end as realtime_end,
        numbered.next_vintage_on is null and ends.last_day = date '9999-12-31' as is_latest,
        numbered.printed_value,
        numbered.obs_lower,
        numbered.obs_upper,
        numbered.lower_open,
        numbered.upper_open,
        numbered.printed_value - numbered.first_value_printed as change_from_first,
        numbered.is_conflict
    from numbered
    inner join ends on numbered.observation_id = ends.observation_id
    union all
    select
        observation_id,
        lead_claim_id,
        compiling_org,
        1 as vintage_no,
        known_on,
        cast(null as date) as realtime_end,
        true as is_latest,
        printed_value,
        obs_lower,
        obs_upper,
        lower_open,
        upper_open,
        0e0 as change_from_first,
        is_conflict
    from vintages
    where is_told_once
),

final as (
    select
        {{ key_of(['dated.observation_id', 'cast(dated.known_on as ' ~ type_text() ~ ')']) }} as revision_id,
        dated.observation_id,
        claims.indicator,
        claims.indicator_label,
        claims.entity,
        claims.ref_area,
        claims.time_period,
        claims.transformation,
        claims.base_period,
        claims.price_basis,
        claims.unit_measure,
        dated.vintage_no,
        dated.known_on as realtime_start,
        dated.realtime_end,
        dated.is_latest,
        dated.printed_value as obs_value,
        dated.obs_lower,
        dated.obs_upper,
        dated.lower_open,
        dated.upper_open,
        dated.change_from_first,
        dated.is_conflict,
        dated.compiling_org,
        dated.lead_claim_id,
        claims.is_sample
    from dated
    inner join claims on dated.lead_claim_id = claims.claim_id
)

select * from final
