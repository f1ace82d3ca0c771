-- A claim or document that a mart names and that marts.claims or marts.documents does not hold.
{% for relation, column, target, target_column in [
    ('claims', 'document_id', 'documents', 'document_id'),
    ('evidence', 'claim_id', 'claims', 'claim_id'),
    ('implied_baselines', 'level_claim_id', 'claims', 'claim_id'),
    ('implied_levels', 'from_claim_id', 'claims', 'claim_id'),
    ('observations', 'lead_claim_id', 'claims', 'claim_id'),
    ('review_queue', 'claim_id', 'claims', 'claim_id'),
    ('settlements', 'claim_id', 'claims', 'claim_id'),
    ('tightened_bounds', 'claim_id', 'claims', 'claim_id')
] -%}
select distinct
    '{{ relation }}' as mart,
    '{{ column }}' as named_in,
    named.{{ column }} as row_id,
    'marts.{{ target }} does not hold it' as reason
from {{ ref(relation) }} as named
left join {{ ref(target) }} as held on named.{{ column }} = held.{{ target_column }}
where named.{{ column }} is not null and held.{{ target_column }} is null
{{ "union all" if not loop.last }}
{% endfor %}
