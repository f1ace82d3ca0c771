-- A code in a seed that the seed or the list of codes that it points to does not hold: most likely a slip of the pen.
with pointed as (
    {% for seed, column, target, target_column in [
        ('indicators', 'base_unit', 'units', 'unit'),
        ('indicator_labels', 'indicator', 'indicators', 'indicator'),
        ('indicator_ratios', 'numerator', 'indicators', 'indicator'),
        ('indicator_ratios', 'denominator', 'indicators', 'indicator'),
        ('indicator_parts', 'whole', 'indicators', 'indicator'),
        ('indicator_parts', 'part', 'indicators', 'indicator'),
        ('organisation_aliases', 'organisation', 'organisations', 'organisation')
    ] -%}
    select distinct
        '{{ seed }}.{{ column }}' as stands_in,
        '{{ target }}.csv' as points_to,
        {{ seed }}.{{ column }} as code,
        listed.{{ target_column }} is not null as is_listed
    from {{ ref(seed) }} as {{ seed }}
    left join {{ ref(target) }} as listed on {{ seed }}.{{ column }} = listed.{{ target_column }}
    union all
    {% endfor %}
    {% for seed, column, list in [
        ('claim_decisions', 'decision', 'decision'),
        ('claim_decisions', 'corrected_column', 'corrected_column'),
        ('indicator_labels', 'definition', 'definition'),
        ('indicator_parts', 'coverage', 'coverage'),
        ('members', 'coverage', 'coverage'),
        ('members', 'dimension', 'dimension')
    ] -%}
    select distinct
        '{{ seed }}.{{ column }}' as stands_in,
        'the list {{ list }} of code_lists.csv' as points_to,
        {{ seed }}.{{ column }} as code,
        -- an empty cell is the same as '-'
        listed.code is not null as is_listed
    from {{ ref(seed) }} as {{ seed }}
    left join {{ ref('code_lists') }} as listed
        on listed.code_list = '{{ list }}' and coalesce(nullif({{ seed }}.{{ column }}, ''), '-') = listed.code
    {{ "union all" if not loop.last }}
    {% endfor %}
)

select
    stands_in,
    code,
    concat(stands_in, ' holds ', coalesce(code, 'nothing'), ', which ', points_to, ' does not list') as reason
from pointed
where not is_listed
