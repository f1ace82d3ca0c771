{#- A key of 32 hex digits made of columns that hold text; null counts as a value of its own. -#}
{% macro key_of(columns) -%}
    md5(concat_ws('|'
    {%- for column in columns -%}, coalesce({{ column }}, '~'){%- endfor -%}
    ))
{%- endmacro %}

{#- True where a sorted, space-separated set of codes holds the code. -#}
{% macro has_code(codes, code) -%}
    (concat(' ', coalesce({{ codes }}, ''), ' ') like '% {{ code }} %')
{%- endmacro %}

{#- The key of an observation, made of its eight dimensions. -#}
{% macro observation_key(indicator, entity, ref_area, time_period, transformation, base_period, price_basis, unit) -%}
    {{ key_of([indicator, entity, ref_area, time_period, transformation, base_period, price_basis, unit]) }}
{%- endmacro %}
