{#-
    Arithmetic of intervals. A null end is an unbounded end, so ordinary SQL arithmetic, in which null spreads,
    is already right for sums, differences and quotients, and greatest() and least(), which pass over nulls,
    are right for intersections.
-#}

{#- The columns of an interval: its ends and whether each is open, the conventional and then the strict reading. -#}
{% macro interval_columns() -%}
    {{ return([
        'obs_lower', 'obs_upper', 'lower_open', 'upper_open',
        'strict_lower', 'strict_upper', 'strict_lower_open', 'strict_upper_open'
    ]) }}
{%- endmacro %}

{#- The columns of an interval in a list of columns, of the relation named where one is. -#}
{% macro interval_of(relation=none) -%}
    {%- for column in interval_columns() -%}
    {{ relation ~ '.' if relation }}{{ column }}{{ ",\n        " if not loop.last }}
    {%- endfor -%}
{%- endmacro %}

{#-
    A derived end as it is kept: twelve significant digits, moved outwards, so that floating point cuts off no true
    value. An end that is a number of twelve digits but for the noise of the arithmetic is that number: 1.1 x 1.1 is
    1.21, not 1.2100000000000002. `scale` is the size that the twelve digits are counted at (after a subtraction that
    of the larger figure), `noise` what the arithmetic may be off by.
-#}
{% macro outward_lower(x, scale=none, noise=none) -%}
    {%- set scale = scale or 'abs(' ~ x ~ ')' -%}
    {{ on_digits(12, 'floor', '((' ~ x ~ ') + ' ~ (noise or scale ~ ' * 1e-15') ~ ')', scale, x) }}
{%- endmacro %}

{% macro outward_upper(x, scale=none, noise=none) -%}
    {%- set scale = scale or 'abs(' ~ x ~ ')' -%}
    {{ on_digits(12, 'ceil', '((' ~ x ~ ') - ' ~ (noise or scale ~ ' * 1e-15') ~ ')', scale, x) }}
{%- endmacro %}

{#-
    A number that is a short decimal but for the noise of the arithmetic: 4.9 - 0.05 is 4.85, not 4.8500000000000005.
    A double holds every decimal of fifteen digits; they are counted at `scale`, the size of the larger figure.
-#}
{% macro as_decimal(x, scale=none) -%}
    {{ on_digits(15, 'round', '(' ~ x ~ ')', scale or 'abs(' ~ x ~ ')', x) }}
{%- endmacro %}

{#- Powers of ten below 10^23 are exact as doubles and negative ones are not: hence a product here, a quotient there. -#}
{% macro on_digits(digits, function, x, scale, otherwise) -%}
    {%- set places = '(' ~ (digits - 1) ~ 'e0 - floor(ln(' ~ scale ~ ') / ln(10e0)))' -%}
    (
        case
            when coalesce({{ scale }}, 0e0) = 0e0 then {{ otherwise }}
            when {{ places }} >= 0e0
                then {{ function }}({{ x }} * power(10e0, {{ places }})) / power(10e0, {{ places }})
            else {{ function }}({{ x }} / power(10e0, -{{ places }})) * power(10e0, -{{ places }})
        end
    )
{%- endmacro %}

{#- True where x is a whole number but for the last digits of a double. -#}
{% macro is_whole(x) -%}
    (abs({{ x }} - round({{ x }})) <= 1e-14 * greatest(1e0, abs({{ x }})) * 4)
{%- endmacro %}

{#-
    The ends of an interval of a thing that comes in whole numbers: an end between two whole numbers moves
    inwards to the next one, which belongs to the interval; a whole end stays what it is, open or closed.
-#}
{% macro whole_lower(x) -%}
    (case when {{ is_whole(x) }} then round({{ x }}) else ceil({{ x }}) end)
{%- endmacro %}

{% macro whole_upper(x) -%}
    (case when {{ is_whole(x) }} then round({{ x }}) else floor({{ x }}) end)
{%- endmacro %}

{#- True where two intervals share a point. Ends: (lower, upper, lower_open, upper_open) of each. -#}
{% macro overlap(a_lower, a_upper, a_lower_open, a_upper_open, b_lower, b_upper, b_lower_open, b_upper_open) -%}
    (
        (
            {{ a_lower }} is null or {{ b_upper }} is null or {{ a_lower }} < {{ b_upper }}
            or ({{ a_lower }} = {{ b_upper }} and not {{ a_lower_open }} and not {{ b_upper_open }})
        )
        and (
            {{ b_lower }} is null or {{ a_upper }} is null or {{ b_lower }} < {{ a_upper }}
            or ({{ b_lower }} = {{ a_upper }} and not {{ b_lower_open }} and not {{ a_upper_open }})
        )
    )
{%- endmacro %}

{#- How far interval b lies from interval a: 0 where they meet, negative where b lies below. -#}
{% macro gap(a_lower, a_upper, b_lower, b_upper) -%}
    (
        case
            when {{ b_lower }} > {{ a_upper }} then {{ b_lower }} - {{ a_upper }}
            when {{ b_upper }} < {{ a_lower }} then {{ b_upper }} - {{ a_lower }}
            else 0e0
        end
    )
{%- endmacro %}

{#-
    An end as a number to compare by: an open end counts as a hair inside, so that (5, 6) and [5, 5] do not meet.
    max() of lower ends or min() of upper ends then gives the end of the intersection, and it is open exactly
    where the compared end lies inside the printed one.
-#}
{% macro lower_key(x, is_open) -%}
    (case when {{ is_open }} then {{ x }} + greatest(abs({{ x }}) * 1e-13, 1e-300) else {{ x }} end)
{%- endmacro %}

{% macro upper_key(x, is_open) -%}
    (case when {{ is_open }} then {{ x }} - greatest(abs({{ x }}) * 1e-13, 1e-300) else {{ x }} end)
{%- endmacro %}

{#-
    The intersection of the intervals of a group, both readings, as aggregates: ends and the keys to compare by.
    It is empty where lower_key > upper_key, and unbounded where no interval of the group has that end.
-#}
{% macro intersection() -%}
    {%- for prefix, key in [('obs_', ''), ('strict_', 'strict_')] -%}
    max({{ prefix }}lower) as {{ prefix }}lower,
    min({{ prefix }}upper) as {{ prefix }}upper,
    max({{ lower_key(prefix ~ 'lower', key ~ 'lower_open') }}) as {{ key }}lower_key,
    min({{ upper_key(prefix ~ 'upper', key ~ 'upper_open') }}) as {{ key }}upper_key{{ ",\n    " if not loop.last }}
    {%- endfor -%}
{%- endmacro %}

{#- The ends of an intersection and whether each is open: an end that its key lies inside of is, and so is none. -#}
{% macro ends_of_intersection(relation) -%}
    {%- for prefix, key in [('obs_', ''), ('strict_', 'strict_')] -%}
    {{ relation }}.{{ prefix }}lower,
    {{ relation }}.{{ prefix }}upper,
    coalesce({{ relation }}.{{ key }}lower_key > {{ relation }}.{{ prefix }}lower, true) as {{ key }}lower_open,
    coalesce({{ relation }}.{{ key }}upper_key < {{ relation }}.{{ prefix }}upper, true) as {{ key }}upper_open
    {{- ",\n    " if not loop.last }}
    {%- endfor -%}
{%- endmacro %}

{#-
    The power of ten by which a is likely too large (10, 1000 ...) or too small (0.1 ...) against b: where a is
    within a twentieth of b times that power. Null where the two are of one order or far from any power.
-#}
{% macro magnitude_slip(a, b) -%}
    (
        case
            when {{ a }} > 0e0 and {{ b }} > 0e0
                and round(ln({{ a }} / {{ b }}) / ln(10e0)) <> 0e0
                and abs(
                    {{ a }} / {{ b }} / power(10e0, round(ln({{ a }} / {{ b }}) / ln(10e0))) - 1e0
                ) <= 0.05e0
                then power(10e0, round(ln({{ a }} / {{ b }}) / ln(10e0)))
        end
    )
{%- endmacro %}

{#- The power of ten by which a person's correction moves a number (1 where it is no slip of magnitude). -#}
{% macro slip_of_ten(corrected, printed) -%}
    coalesce(
        {{ magnitude_slip(safe_cast(corrected, type_double()), 'cast(' ~ printed ~ ' as ' ~ type_double() ~ ')') }},
        1e0
    )
{%- endmacro %}
