with claims as (
    select * from {{ ref('claim_bounds') }}
    where not_observed_because is null
),

keyed as (
    select
        *,
        case
            when kind in ('change_rate', 'change_amount', 'points', 'multiple', 'average_rate', 'contribution')
                then coalesce(base_period, '_U')
            else '_Z'
        end as observed_base_period
    from claims
),

final as (
    select
        {{ observation_key(
            'indicator', 'entity', 'ref_area', 'time_period', 'transformation', 'observed_base_period',
            'observed_price_basis', 'unit_measure'
        ) }} as observation_id,
        claim_id,
        document_id,
        kind,
        indicator,
        indicator_label,
        entity,
        ref_area,
        time_period,
        freq,
        transformation,
        observed_base_period as base_period,
        observed_price_basis as price_basis,
        unit_measure,
        is_whole_number,
        is_mapped,
        definition,
        claim_status,
        compiling_org,
        publisher,
        is_own_publication,
        lead_rank,
        published_on,
        withdrawn_on,
        is_current,
        is_sample,
        obs_value,
        {{ interval_of() }}
    from keyed
)

select * from final
