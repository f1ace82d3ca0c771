{#-
    New level over old, for rates in percent and multiples, at each end of both readings; null for other changes and
    where the change is unbounded. What cannot be negative cannot fall by more than all of it.
-#}
{% macro growth_factors() -%}
    {%- for column in ['obs_lower', 'obs_upper', 'strict_lower', 'strict_upper'] -%}
    case method
        when 'rate'
            then case
                when change_{{ column }} is not null then greatest(1e0 + change_{{ column }} / 100e0, 0e0)
                {{- " else 0e0" if column.endswith('lower') }}
            end
        when 'multiple' then change_{{ column }}
    end as factor_{{ column }}{{ ",\n    " if not loop.last }}
    {%- endfor -%}
{%- endmacro %}

{#- The level on the other side of the change: four ends and whether they are open, both readings. -#}
{% macro other_level() -%}
    {%- for prefix, key in [('obs_', ''), ('strict_', 'strict_')] -%}
    {{ other_end(prefix, 'lower') }} as {{ prefix }}lower,
    {{ other_end(prefix, 'upper') }} as {{ prefix }}upper,
    {{ other_open(key, 'lower') }} as {{ key }}lower_open,
    {{ other_open(key, 'upper') }} as {{ key }}upper_open{{ ",\n    " if not loop.last }}
    {%- endfor -%}
{%- endmacro %}

{#- The eight columns of an implied interval as it is kept (implied_end, implied_open). -#}
{% macro implied_interval() -%}
    {%- for prefix, key in [('obs_', ''), ('strict_', 'strict_')] -%}
    {{ implied_end('lower', prefix ~ 'lower') }} as {{ prefix }}lower,
    {{ implied_end('upper', prefix ~ 'upper') }} as {{ prefix }}upper,
    {{ implied_open(prefix ~ 'lower', key ~ 'lower_open') }} as {{ key }}lower_open,
    {{ implied_open(prefix ~ 'upper', key ~ 'upper_open') }} as {{ key }}upper_open{{ ",\n    " if not loop.last }}
    {%- endfor -%}
{%- endmacro %}

{#- Ends of the level on the other side of the change, for one reading. A quotient by zero is unbounded. -#}
{% macro other_end(prefix, end) -%}
    {%- set far = 'upper' if end == 'lower' else 'lower' -%}
    case
        when refusal_reason is not null then cast(null as {{ type_double() }})
        when role = 'growth_of' and method in ('rate', 'multiple')
            then level_{{ prefix }}{{ end }} / nullif(factor_{{ prefix }}{{ far }}, 0e0)
        when role = 'growth_of' then level_{{ prefix }}{{ end }} - change_{{ prefix }}{{ far }}
        when method in ('rate', 'multiple') then level_{{ prefix }}{{ end }} * factor_{{ prefix }}{{ end }}
        else level_{{ prefix }}{{ end }} + change_{{ prefix }}{{ end }}
    end
{%- endmacro %}

{% macro other_open(prefix, end) -%}
    {%- set far = 'upper' if end == 'lower' else 'lower' -%}
    level_{{ prefix }}{{ end }}_open
    or case
        when role = 'growth_of' then change_{{ prefix }}{{ far }}_open
        else change_{{ prefix }}{{ end }}_open
    end
{%- endmacro %}

{#-
    An end of an implied interval as it is shown: null where the derivation is refused (column why_refused), a
    whole number for things that come in whole numbers, otherwise twelve digits, moved outwards.
-#}
{% macro implied_end(end, x) -%}
    case
        when why_refused is not null then cast(null as {{ type_double() }})
        when is_whole_number then {{ whole_lower(x) if end == 'lower' else whole_upper(x) }}
        else {{ outward_lower(x) if end == 'lower' else outward_upper(x) }}
    end
{%- endmacro %}

{#- Whether that end is open: unbounded and refused ends are; an end moved to a whole number is not. -#}
{% macro implied_open(x, is_open) -%}
    coalesce({{ x }} is null or why_refused is not null or (
        {{ is_open }} and (not is_whole_number or {{ is_whole(x) }})
    ), true)
{%- endmacro %}

{#- The change that leads from one level to another, by the method of the row: points of a hundred, ratio or amount. -#}
{% macro change_between(level, start) -%}
    case method
        when 'rate' then ({{ level }} / nullif({{ start }}, 0e0) - 1e0) * 100e0
        when 'multiple' then {{ level }} / nullif({{ start }}, 0e0)
        else {{ level }} - {{ start }}
    end
{%- endmacro %}

{#-
    The rate in percent that an amount d means at a level l after the change: 100 d / (l - d). It rises with d; with l
    it falls where d is positive and rises where d is negative. Null (unbounded) where nothing was there before.
-#}
{% macro rate_of_amount(d, level_lower, level_upper, end) -%}
    {%- set l = "case when " ~ d ~ " >= 0e0 then " ~ (level_upper if end == 'lower' else level_lower)
        ~ " else " ~ (level_lower if end == 'lower' else level_upper) ~ " end" -%}
    case when {{ l }} - {{ d }} > 0e0 then 100e0 * {{ d }} / ({{ l }} - {{ d }}) end
{%- endmacro %}

{#-
    True where an interval holds no value that the thing can have: of things that come in whole numbers none lies
    between the ends, or the ends are one point that an open end excludes.
-#}
{% macro holds_nothing(lower, upper, lower_open, upper_open, is_whole_number) -%}
    case
        when {{ is_whole_number }} then
            {{ whole_lower(lower) }} > {{ whole_upper(upper) }}
            or (
                {{ whole_lower(lower) }} = {{ whole_upper(upper) }}
                and (({{ lower_open }} and {{ is_whole(lower) }}) or ({{ upper_open }} and {{ is_whole(upper) }}))
            )
        else {{ lower }} > {{ upper }} or ({{ lower }} = {{ upper }} and ({{ lower_open }} or {{ upper_open }}))
    end
{%- endmacro %}

{#- An end of the growth a year, in percent, that a ratio of the latest to the earliest level means over the time between. -#}
{% macro compound_growth(ratio, end) -%}
    {%- set grown = '100e0 * power(' ~ ratio ~ ', 12e0 / (latest.first_month - earliest.first_month))' -%}
    {%- set outward = outward_lower if end == 'lower' else outward_upper -%}
    {{ outward(grown ~ ' - 100e0', grown) }}
{%- endmacro %}

{#- Why an intersection of what changes imply (column is_empty) is no baseline; null where it is one. -#}
{% macro why_no_baseline(interval, level) -%}
    case
        when {{ interval }}.is_empty then 'changes_disagree'
        when {{ level }}.measure_key is null then 'no_measure'
        when
            {{ holds_nothing(
                interval ~ '.obs_lower', interval ~ '.obs_upper', interval ~ '.lower_open', interval ~ '.upper_open',
                level ~ '.is_whole_number'
            ) }} then 'no_whole_number_fits'
    end
{%- endmacro %}
