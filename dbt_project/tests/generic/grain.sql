{% test grain(model, columns) %}
{#- The columns are the key of the model: none is null and no two rows share them. A failing row says which. -#}
select
    {{ columns | join(', ') }},
    count(*) as row_count,
    'the key is null or stands in several rows' as reason
from {{ model }}
group by {{ columns | join(', ') }}
having
    count(*) > 1
    {%- for column in columns %}
    or {{ column }} is null
    {%- endfor %}
{% endtest %}
