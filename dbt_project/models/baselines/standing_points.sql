with statements as (
    select * from {{ ref('vintages') }}
    where next_known_on is null and definition = 'same'
),

claims as (
    select * from {{ ref('claim_bounds') }}
    where is_current
),

final as (
    select
        statements.observation_id,
        statements.lead_claim_id as claim_id,
        statements.compiling_org,
        statements.latest_published_on as published_on,
        statements.is_conflict,
        claims.kind,
        claims.transformation,
        claims.indicator,
        claims.indicator_label,
        claims.entity,
        claims.ref_area,
        claims.unit_measure,
        claims.time_period,
        claims.base_period,
        claims.freq,
        claims.observed_price_basis as price_basis,
        claims.price_basis in ('not_stated', 'as_reported')
        and (claims.price_basis = 'as_reported' or not claims.volume_growth) as is_nominal,
        claims.is_whole_number,
        claims.is_mapped,
        claims.is_sample,
        statements.printed_value as obs_value,
        {{ interval_of('statements') }}
    from statements
    inner join claims on statements.lead_claim_id = claims.claim_id
)

select * from final
