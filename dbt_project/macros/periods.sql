{#-
    Periods are written 2017, 2017-S1, 2017-Q1, 2017-03, 2017-03-15, 2019-01-01/P9M or 2014/.. (since).
    These macros read the fixed places of that notation, nothing else: any other text gives null.
-#}

{#- SDMX frequency: A, S, Q, M, D, C (cumulative months), O (open: since), null where the notation is another. -#}
{% macro period_freq(p) -%}
    (
        case
            when {{ p }} like '%/..' then 'O'
            when {{ p }} like '____-__-__/P%M' then 'C'
            when {{ p }} like '____-__-__/P%Y' then 'C'
            when {{ p }} like '____-S_' then 'S'
            when {{ p }} like '____-Q_' then 'Q'
            when {{ p }} like '____-__-__' then 'D'
            when {{ p }} like '____-__' then 'M'
            when {{ p }} like '____' then 'A'
        end
    )
{%- endmacro %}

{#- First month of the period, counted in months from the year 0. -#}
{% macro period_first_month(p) -%}
    (
        {{ safe_cast("substring(" ~ p ~ ", 1, 4)", 'integer') }} * 12
        + case
            when {{ p }} like '____-S_%' then ({{ safe_cast("substring(" ~ p ~ ", 7, 1)", 'integer') }} - 1) * 6
            when {{ p }} like '____-Q_%' then ({{ safe_cast("substring(" ~ p ~ ", 7, 1)", 'integer') }} - 1) * 3
            when {{ p }} like '____-__%' then {{ safe_cast("substring(" ~ p ~ ", 6, 2)", 'integer') }} - 1
            else 0
        end
    )
{%- endmacro %}

{#- Length of the period in months; 0 for a day; null where it has no end. -#}
{% macro period_months(p) -%}
    (
        case
            when {{ p }} like '%/..' then cast(null as integer)
            when {{ p }} like '____-__-__/P%M' then {{ safe_cast("replace(split_part(" ~ p ~ ", '/P', 2), 'M', '')", 'integer') }}
            when {{ p }} like '____-__-__/P%Y' then 12 * {{ safe_cast("replace(split_part(" ~ p ~ ", '/P', 2), 'Y', '')", 'integer') }}
            when {{ p }} like '____-S_' then 6
            when {{ p }} like '____-Q_' then 3
            when {{ p }} like '____-__-__' then 0
            when {{ p }} like '____-__' then 1
            when {{ p }} like '____' then 12
        end
    )
{%- endmacro %}

{#- First day of the period; null where the notation is another. -#}
{% macro period_start_on(p) -%}
    make_date(
        {{ safe_cast("substring(" ~ p ~ ", 1, 4)", 'integer') }},
        {{ period_first_month(p) }} % 12 + 1,
        case
            when {{ p }} like '____-__-__%' then {{ safe_cast("substring(" ~ p ~ ", 9, 2)", 'integer') }}
            else 1
        end
    )
{%- endmacro %}

{#- From the first month of one period to the first month of another. -#}
{% macro months_between(earlier, later) -%}
    {{ period_first_month(later) }} - {{ period_first_month(earlier) }}
{%- endmacro %}
