{#- The only file that knows what engine it runs on: what DuckDB, Postgres and Spark spell differently. -#}

{#- The type of a binary floating-point number. -#}
{% macro type_double() -%}
    {{ 'double precision' if target.type == 'postgres' else 'double' }}
{%- endmacro %}

{#- The type of text of any length. -#}
{% macro type_text() -%}
    {{ 'text' if target.type == 'postgres' else 'string' }}
{%- endmacro %}

{#- A cast that gives null, not an error, where the text is not a value of the type. -#}
{% macro safe_cast(expression, type) -%}
    {%- if target.type == 'postgres' -%} cast({{ expression }} as {{ type }})
    {%- else -%} try_cast({{ expression }} as {{ type }})
    {%- endif -%}
{%- endmacro %}

{#- The values of a group as one text, in order of the values themselves, each once. -#}
{% macro sorted_set(expression, separator=' ') -%}
    {%- if target.type == 'spark' -%}
        array_join(array_sort(collect_set({{ expression }})), '{{ separator }}')
    {%- else -%}
        string_agg(distinct {{ expression }}, '{{ separator }}' order by {{ expression }})
    {%- endif -%}
{%- endmacro %}

{#- The day before a date. -#}
{% macro day_before(expression) -%}
    {%- if target.type == 'spark' -%} date_sub({{ expression }}, 1)
    {%- else -%} cast({{ expression }} - interval '1 day' as date)
    {%- endif -%}
{%- endmacro %}
