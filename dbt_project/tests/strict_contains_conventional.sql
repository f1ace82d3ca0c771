-- A strict interval that does not contain the conventional one of the same row.
{% set relations = [
    ('claims', 'claim_id'), ('observations', 'observation_id'), ('implied_baselines', 'implied_baseline_id'),
    ('implied_levels', 'implied_level_id'), ('ratios', 'ratio_id')
] -%}
{% for relation, id in relations -%}
select
    '{{ relation }}' as mart,
    {{ id }} as row_id,
    'the strict interval does not contain the conventional one' as reason
from {{ ref(relation) }}
where
    strict_lower > obs_lower
    or strict_upper < obs_upper
    or (obs_lower is null and strict_lower is not null)
    or (obs_upper is null and strict_upper is not null)
{{ "union all" if not loop.last }}
{% endfor %}
