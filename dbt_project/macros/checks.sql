{#- Columns that checks within a document and checks across documents share. -#}

{#- What a check compares, in a list of columns, of the relation named where one is. -#}
{% macro compared_in_check(relation=none) -%}
    {%- for column in [
        'expected_value', 'expected_lower', 'expected_upper', 'observed_value', 'observed_lower', 'observed_upper'
    ] -%}
    {{ relation ~ '.' if relation }}{{ column }}{{ ",\n        " if not loop.last }}
    {%- endfor -%}
{%- endmacro %}

{#- Name, claims, comparison and outcome of a check of `united`; a side without a value is incomplete, never a pass. -#}
{% macro judged_check() -%}
    check_id,
        kind,
        observed_claim_id,
        other_claim_id,
        third_claim_id,
        coverage,
        complete_by_sum,
        case
            when verdict is not null then verdict
            when expected_value is null or observed_value is null then 'incomplete'
            when {{ overlap(
                'expected_lower', 'expected_upper', 'expected_lower_open', 'expected_upper_open',
                'observed_lower', 'observed_upper', 'observed_lower_open', 'observed_upper_open'
            ) }} then 'holds'
            else 'violated'
        end as verdict,
        {{ compared_in_check() }},
        {% set scale = 'greatest(abs(observed_value), abs(expected_value))' -%}
        {{ as_decimal('observed_value - expected_value', scale) }} as residual,
        {{ as_decimal('observed_lower - expected_upper', scale) }} as residual_lower,
        {{ as_decimal('observed_upper - expected_lower', scale) }} as residual_upper,
        cast(claim_count as integer) as claim_count
{%- endmacro %}

{#- One side of a check: value, ends and whether they are open, of a relation with the columns of a claim. -#}
{% macro side_of_check(side, relation) -%}
    {%- for column in ['value', 'lower', 'upper', 'lower_open', 'upper_open'] -%}
    {{ relation }}.{{ column if 'open' in column else 'obs_' ~ column }} as {{ side }}_{{ column }}
    {{- ",\n        " if not loop.last }}
    {%- endfor -%}
{%- endmacro %}
