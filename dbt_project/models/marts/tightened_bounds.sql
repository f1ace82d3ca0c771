with claims as (
    select * from {{ ref('claim_bounds') }}
    where is_current
),

terms as (
    select distinct
        claim_id,
        variable_id
    from {{ ref('tightening_terms') }}
    where claim_id is not null
),

starts as (
    select * from {{ ref('tightening_start') }}
),

ends as (
    select * from {{ ref('tightening_round_3') }}
),

final as (
    select
        claims.claim_id,
        starts.observation_id,
        claims.indicator,
        claims.indicator_label,
        claims.entity,
        claims.ref_area,
        claims.time_period,
        claims.unit_measure,
        claims.obs_value,
        starts.obs_lower as stated_lower,
        starts.obs_upper as stated_upper,
        ends.obs_lower as tightened_lower,
        ends.obs_upper as tightened_upper,
        ends.lower_by as lower_tightened_by,
        ends.upper_by as upper_tightened_by,
        ends.round_no as last_round,
        ends.is_contradicted,
        claims.is_sample
    from terms
    inner join claims on terms.claim_id = claims.claim_id
    inner join starts on terms.variable_id = starts.variable_id
    inner join ends on terms.variable_id = ends.variable_id
    where ends.lower_by is not null or ends.upper_by is not null or ends.is_contradicted
)

select * from final
