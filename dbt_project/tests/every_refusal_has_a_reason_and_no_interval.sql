-- A refused derivation without a reason or with an interval, or a derived one with a reason.
{% for relation, id in [
    ('implied_baselines', 'implied_baseline_id'), ('implied_levels', 'implied_level_id')
] -%}
select
    '{{ relation }}' as mart,
    {{ id }} as row_id,
    'refused means a reason and no interval; derived means no reason' as reason
from {{ ref(relation) }}
where
    (derivation = 'refused') <> (refusal_reason is not null)
    or (derivation = 'refused' and coalesce(obs_lower, obs_upper, strict_lower, strict_upper) is not null)
{{ "union all" if not loop.last }}
{% endfor %}
