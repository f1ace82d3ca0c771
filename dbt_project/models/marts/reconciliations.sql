with checks as (
    {% for model in ['checks', 'cross_checks'] -%}
    {% set across = model == 'cross_checks' -%}
    select
        check_id,
        kind,
        {{ 'cast(null as ' ~ type_text() ~ ')' if across else 'document_id' }} as document_id,
        {% for column in ['indicator', 'entity', 'ref_area', 'time_period'] -%}
        {{ column if across else 'cast(null as ' ~ type_text() ~ ')' }} as {{ column }},
        {% endfor -%}
        observed_claim_id,
        coverage,
        {{ 'cast(null as ' ~ type_text() ~ ')' if across else 'coverage_text' }} as coverage_text,
        complete_by_sum,
        verdict,
        {{ compared_in_check() }},
        residual,
        residual_lower,
        residual_upper,
        claim_count
    from {{ ref(model) }}
    {{ "union all" if not loop.last }}
    {% endfor %}
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
        coalesce(checks.indicator, claims.indicator) as indicator,
        coalesce(indicators.label, claims.indicator_label) as indicator_label,
        coalesce(checks.entity, claims.entity) as entity,
        coalesce(checks.ref_area, claims.ref_area) as ref_area,
        coalesce(checks.time_period, claims.time_period) as time_period,
        claims.unit_measure,
        checks.coverage,
        checks.coverage_text,
        checks.complete_by_sum,
        {{ compared_in_check('checks') }},
        checks.residual,
        checks.residual_lower,
        checks.residual_upper,
        checks.verdict,
        case
            when checks.verdict = 'violated'
                then {{ magnitude_slip('checks.expected_value', 'checks.observed_value') }}
        end as likely_factor,
        checks.claim_count,
        coalesce(documents.is_sample, claims.is_sample, false) as is_sample
    from checks
    left join claims on checks.observed_claim_id = claims.claim_id
    left join {{ ref('indicators') }} as indicators on checks.indicator = indicators.indicator
    left join documents on checks.document_id = documents.document_id
)

select * from final
