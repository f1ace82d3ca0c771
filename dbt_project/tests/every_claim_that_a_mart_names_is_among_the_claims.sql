-- A claim that a mart names and that marts.claims does not hold, or a claim whose document marts.documents does not.
with named as (
    {% for relation, column in [
        ('evidence', 'claim_id'),
        ('implied_baselines', 'level_claim_id'),
        ('implied_levels', 'from_claim_id'),
        ('observations', 'lead_claim_id'),
        ('review_queue', 'claim_id'),
        ('settlements', 'claim_id'),
        ('tightened_bounds', 'claim_id')
    ] -%}
    select
        '{{ relation }}' as mart,
        {{ column }} as row_id
    from {{ ref(relation) }}
    {{ "union all" if not loop.last }}
    {% endfor %}
)

select
    named.mart,
    named.row_id,
    'marts.claims does not hold this claim' as reason
from named
left join {{ ref('claims') }} as claims on named.row_id = claims.claim_id
where named.row_id is not null and claims.claim_id is null
union all
select
    'claims' as mart,
    claims.document_id as row_id,
    'marts.documents does not hold this document' as reason
from {{ ref('claims') }} as claims
left join {{ ref('documents') }} as documents on claims.document_id = documents.document_id
where documents.document_id is null
