with links as (
    select * from {{ source('raw', 'claim_links') }}
),

documents as (
    select * from {{ ref('stg_documents') }}
),

final as (
    select
        links.claim_id,
        links.role,
        links.target_claim_id,
        links.rule,
        coalesce(links.coverage, 'unknown') as coverage,
        links.coverage_text,
        documents.document_id
    from links
    inner join documents on links.reading_id = documents.reading_id
)

select * from final
