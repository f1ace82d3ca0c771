with claims as (
    select * from {{ source('raw', 'claims') }}
),

documents as (
    select * from {{ ref('stg_documents') }}
),

decisions as (
    select * from {{ ref('claim_decisions') }}
),

units as (
    select * from {{ ref('units') }}
),

-- a decision holds only while the text still prints what the person saw
decided as (
    select
        claims.claim_id,
        max(decisions.decision) as decision,
        max(decisions.reason) as decision_reason,
        max(case when decisions.corrected_column = 'value' then decisions.corrected_value end) as new_value,
        max(case when decisions.corrected_column = 'unit' then decisions.corrected_value end) as new_unit,
        max(case when decisions.corrected_column = 'time_period' then decisions.corrected_value end)
            as new_time_period,
        max(case when decisions.corrected_column = 'base_period' then decisions.corrected_value end)
            as new_base_period,
        max(case when decisions.corrected_column = 'measure_key' then decisions.corrected_value end)
            as new_measure_key,
        max(case when decisions.corrected_column = 'price_basis' then decisions.corrected_value end)
            as new_price_basis
    from claims
    inner join decisions
        on claims.claim_id = decisions.claim_id and claims.value_text = decisions.expect
    group by claims.claim_id
),

typed as (
    select
        claims.claim_id,
        claims.document_id,
        claims.sentence_no,
        claims.char_start,
        claims.kind,
        claims.value_text,
        coalesce(
            {{ safe_cast('decided.new_value', type_double()) }}, cast(claims.value as {{ type_double() }})
        ) as value,
        cast(claims.value_upper as {{ type_double() }}) as value_upper,
        cast(claims.last_place as {{ type_double() }}) * {{ slip_of_ten('decided.new_value', 'claims.value') }}
            as last_place,
        cast(claims.last_nonzero_place as {{ type_double() }}) * {{ slip_of_ten('decided.new_value', 'claims.value') }}
            as last_nonzero_place,
        claims.has_scale_word,
        claims.qualifier,
        claims.direction,
        coalesce(decided.new_unit, claims.unit) as unit,
        claims.unit_status,
        coalesce(decided.new_measure_key, claims.measure_key) as measure_key,
        coalesce(claims.entity, documents.entity, '_T') as entity,
        coalesce(claims.ref_area, documents.ref_area, '_U') as ref_area,
        coalesce(decided.new_time_period, claims.time_period) as time_period,
        claims.period_basis,
        coalesce(decided.new_base_period, claims.base_period) as base_period,
        coalesce(decided.new_price_basis, nullif(claims.price_basis, ''), 'not_stated') as price_basis,
        claims.claim_status,
        claims.flags,
        case when decided.decision in ('accept', 'correct') then '' else claims.flags end as doubts,
        decided.decision,
        decided.decision_reason,
        documents.compiling_org,
        documents.publisher,
        documents.is_own_publication,
        documents.lead_rank,
        documents.published_on,
        documents.withdrawn_on,
        documents.is_current,
        documents.is_sample
    from claims
    inner join documents on claims.reading_id = documents.reading_id
    left join decided on claims.claim_id = decided.claim_id
),

-- a compound such as USD/t takes its meaning from its two halves; a unit that no row names means itself
final as (
    select
        typed.*,
        coalesce(whole_unit.dimension, upper_unit.dimension, 'unlisted') as unit_dimension,
        case
            when typed.unit is null then cast(null as {{ type_text() }})
            when whole_unit.unit is not null then whole_unit.base_unit
            when typed.unit like '%/%'
                then concat(
                    coalesce(upper_unit.base_unit, split_part(typed.unit, '/', 1)), '/',
                    coalesce(lower_unit.base_unit, split_part(typed.unit, '/', 2))
                )
            else typed.unit
        end as unit_measure,
        coalesce(
            whole_unit.factor_to_base,
            coalesce(upper_unit.factor_to_base, 1e0) / coalesce(lower_unit.factor_to_base, 1e0)
        ) as unit_factor,
        coalesce(whole_unit.is_discrete, false) as is_discrete_unit
    from typed
    left join units as whole_unit on typed.unit = whole_unit.unit
    left join units as upper_unit
        on typed.unit like '%/%' and split_part(typed.unit, '/', 1) = upper_unit.unit
    left join units as lower_unit
        on typed.unit like '%/%' and split_part(typed.unit, '/', 2) = lower_unit.unit
)

select * from final
