-- A code that a mart shows and the seed code_lists does not explain.
with shown as (
    {% for relation, column, list in [
        ('implied_baselines', 'verdict', 'verdict_of_comparison'),
        ('implied_baselines', 'derivation', 'derivation'),
        ('implied_baselines', 'refusal_reason', 'refusal_reason'),
        ('implied_baselines', 'obs_status', 'obs_status'),
        ('implied_levels', 'verdict', 'verdict_of_comparison'),
        ('implied_levels', 'refusal_reason', 'refusal_reason'),
        ('reconciliations', 'verdict', 'verdict_of_check'),
        ('observations', 'agreement', 'agreement'),
        ('observations', 'origin', 'origin'),
        ('observations', 'obs_status', 'obs_status'),
        ('observations', 'review_status', 'review_status'),
        ('claims', 'review_status', 'review_status'),
        ('claims', 'not_observed_because', 'not_observed'),
        ('decisions', 'decision', 'decision')
    ] -%}
    select distinct
        '{{ relation }}' as mart,
        '{{ list }}' as code_list,
        {{ column }} as code
    from {{ ref(relation) }}
    {{ "union all" if not loop.last }}
    {% endfor %}
)

select
    shown.mart,
    shown.code_list,
    shown.code,
    concat(shown.mart, ' shows the code ', shown.code, ', which code_lists does not explain') as reason
from shown
left join {{ ref('code_lists') }} as listed
    on shown.code_list = listed.code_list and shown.code = listed.code
where shown.code is not null and listed.code is null
