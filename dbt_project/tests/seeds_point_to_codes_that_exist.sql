-- A code in a seed that the seed it points to does not list: most likely a slip of the pen.
with pointed as (
    {% for seed, column, target, target_column in [
        ('indicators', 'base_unit', 'units', 'unit'),
        ('indicator_ratios', 'numerator', 'indicators', 'indicator'),
        ('indicator_ratios', 'denominator', 'indicators', 'indicator'),
        ('indicator_parts', 'whole', 'indicators', 'indicator'),
        ('indicator_parts', 'part', 'indicators', 'indicator')
    ] -%}
    select distinct
        '{{ seed }}.{{ column }}' as stands_in,
        '{{ target }}' as points_to,
        {{ seed }}.{{ column }} as code,
        listed.{{ target_column }} is not null as is_listed
    from {{ ref(seed) }} as {{ seed }}
    left join {{ ref(target) }} as listed on {{ seed }}.{{ column }} = listed.{{ target_column }}
    {{ "union all" if not loop.last }}
    {% endfor %}
)

select
    stands_in,
    code,
    concat(stands_in, ' names ', code, ', which ', points_to, '.csv does not list') as reason
from pointed
where not is_listed
