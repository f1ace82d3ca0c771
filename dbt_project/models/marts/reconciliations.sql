with checks as (
    select * from {{ ref('checks') }}
),

claims as (
    select * from {{ ref('claim_bounds') }}
),

documents as (
    select * from {{ ref('stg_documents') }}
),

final as (
    select
        checks.check_id as reconciliation_id,
        checks.kind,
        checks.document_id,
        checks.observed_claim_id,
        claims.indicator,
        claims.indicator_label,
        claims.entity,
        claims.ref_area,
        claims.time_period,
        claims.unit_measure,
        checks.coverage,
        checks.coverage_text,
        checks.complete_by_sum,
        checks.expected_value,
        checks.expected_lower,
        checks.expected_upper,
        checks.observed_value,
        checks.observed_lower,
        checks.observed_upper,
        checks.residual,
        checks.residual_lower,
        checks.residual_upper,
        checks.verdict,
        case
            when checks.verdict = 'violated'
                then {{ magnitude_slip('checks.expected_value', 'checks.observed_value') }}
        end as likely_factor,
        checks.claim_count,
        coalesce(documents.is_sample, false) as is_sample
    from checks
    left join claims on checks.observed_claim_id = claims.claim_id
    left join documents on checks.document_id = documents.document_id
)

select * from final
