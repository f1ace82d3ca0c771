-- An interval whose ends are crossed, or an observation whose value lies outside the closed bounds.
{% set relations = [
    ('claims', 'claim_id'), ('observations', 'observation_id'), ('implied_baselines', 'implied_baseline_id'),
    ('implied_levels', 'implied_level_id'), ('ratios', 'ratio_id')
] -%}
{% for relation, id in relations -%}
select
    '{{ relation }}' as mart,
    {{ id }} as row_id,
    'the lower bound lies above the upper bound' as reason
from {{ ref(relation) }}
where obs_lower > obs_upper or strict_lower > strict_upper
union all
{% endfor -%}
select
    'observations' as mart,
    observation_id as row_id,
    'obs_value lies outside the closed bounds' as reason
from {{ ref('observations') }}
where obs_value < obs_lower or obs_value > obs_upper
