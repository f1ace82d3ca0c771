{#- The interval of a claim as the other version of the hedge policy reads it: its row of policy_bounds where it has one. -#}
{% macro read_again(claims, again, prefix='') -%}
    {%- for column in interval_columns() -%}
    case when {{ again }}.claim_id is null then {{ claims }}.{{ column }} else {{ again }}.{{ column }} end
        as {{ prefix }}{{ column }}{{ ",\n    " if not loop.last }}
    {%- endfor -%}
{%- endmacro %}

{#- Columns of two relations, the second under names that begin with compared_. -#}
{% macro side_by_side(held, compared) -%}
    {%- for relation, prefix in [(held, ''), (compared, 'compared_')] -%}
    {%- for column in interval_columns() -%}
    {{ relation }}.{{ column }} as {{ prefix }}{{ column }},
    {% endfor -%}
    {%- endfor -%}
{%- endmacro %}

{#- What an implied interval and what was published for its period say of each other; `published` is joined from the left. -#}
{% macro verdict_of_comparison(implied, published) -%}
    case
        when {{ implied }}.refusal_reason is not null then 'not_comparable'
        when {{ published }}.observation_id is null then 'unverified'
        when {{ published }}.definition <> 'same' then 'not_comparable'
        when {{ overlap(
            implied ~ '.obs_lower', implied ~ '.obs_upper', implied ~ '.lower_open', implied ~ '.upper_open',
            published ~ '.obs_lower', published ~ '.obs_upper', published ~ '.lower_open', published ~ '.upper_open'
        ) }} then 'consistent'
        else 'revised_or_conflict'
    end
{%- endmacro %}
