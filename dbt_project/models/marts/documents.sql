with documents as (
    select * from {{ ref('stg_documents') }}
),

loads as (
    select * from {{ source('raw', 'loads') }}
),

final as (
    select
        documents.document_id,
        documents.reading_id,
        documents.shelf_path,
        documents.file_name,
        documents.title,
        documents.publisher,
        documents.compiling_org,
        documents.is_own_publication,
        documents.language,
        documents.published_on,
        documents.placement_status,
        documents.withdrawn_on,
        documents.is_sample,
        documents.ref_area,
        documents.entity,
        documents.reference_period,
        documents.source_url,
        documents.licence,
        documents.media_type,
        documents.byte_count,
        documents.text_sha256,
        documents.extractor_version,
        documents.load_id,
        loads.finished_at as loaded_at
    from documents
    left join loads on documents.load_id = loads.load_id
)

select * from final
