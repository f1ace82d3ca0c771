with bounds as (
    select * from {{ ref('claim_bounds') }}
    where is_current
),

raw_claims as (
    select * from {{ source('raw', 'claims') }}
),

documents as (
    select * from {{ ref('stg_documents') }}
),

observed as (
    select claim_id, observation_id from {{ ref('observed_claims') }}
),

final as (
    select
        bounds.claim_id,
        bounds.document_id,
        documents.shelf_path,
        documents.title,
        bounds.publisher,
        bounds.compiling_org,
        bounds.published_on,
        bounds.is_sample,
        bounds.sentence_no,
        bounds.char_start,
        cast(raw_claims.char_end as bigint) as char_end,
        raw_claims.quote,
        raw_claims.sentence,
        bounds.kind,
        bounds.value_text,
        bounds.value,
        cast(raw_claims.value_upper as {{ type_double() }}) as value_upper,
        bounds.qualifier,
        raw_claims.hedge_text,
        bounds.numeral_class,
        bounds.direction,
        raw_claims.unit_text,
        bounds.unit,
        raw_claims.unit_status,
        bounds.unit_measure,
        raw_claims.measure,
        bounds.measure_key,
        bounds.indicator,
        bounds.indicator_label,
        bounds.is_mapped,
        bounds.entity,
        bounds.ref_area,
        bounds.time_period,
        bounds.freq,
        bounds.period_basis,
        bounds.base_period,
        bounds.transformation,
        bounds.price_basis,
        bounds.claim_status,
        bounds.flags,
        bounds.obs_value,
        {{ interval_of('bounds') }},
        bounds.review_status,
        bounds.review_reason,
        bounds.not_observed_because,
        observed.observation_id,
        raw_claims.extractor_version,
        raw_claims.load_id
    from bounds
    inner join documents on bounds.document_id = documents.document_id
    inner join raw_claims
        on bounds.claim_id = raw_claims.claim_id and documents.reading_id = raw_claims.reading_id
    left join observed on bounds.claim_id = observed.claim_id
)

select * from final
