{#-
    Common table expressions that give each row of `claims` (a selection of stg_claims) its class of numeral and, in
    `bounded`, both readings under one version of the hedge policy. A claim that no row of that version covers drops out.
-#}
{% macro intervals_under(version) -%}
classed as (
    select
        claims.*,
        claims.unit_dimension in ('percent', 'points') as is_percentage
    from claims
),

numbered as (
    select
        claims.*,
        {{ numeral_class() }} as numeral_class
    from classed as claims
),

-- a class that has no row of its own under a hedge is read as any other number
policy_of_class as (
    select
        pairs.qualifier,
        pairs.numeral_class,
        policy_rows.step_from,
        policy_rows.step_below,
        policy_rows.strict_step,
        policy_rows.conventional_step,
        policy_rows.fixed_step,
        {% for reading in ['strict', 'conventional'] -%}
        {% for end in ['lower', 'upper'] -%}
        policy_rows.{{ reading }}_{{ end }},
        policy_rows.{{ reading }}_{{ end }}_steps,
        policy_rows.{{ reading }}_{{ end }}_open,
        {% endfor -%}
        {% endfor -%}
        row_number() over (
            partition by pairs.qualifier, pairs.numeral_class, policy_rows.step_from
            order by case when policy_rows.numeral_class = 'any' then 1 else 0 end asc nulls last
        ) as choice
    from (select distinct qualifier, numeral_class from numbered) as pairs
    inner join {{ ref('hedge_policy') }} as policy_rows
        on
            policy_rows.policy_version = '{{ version }}'
            and pairs.qualifier = policy_rows.qualifier
            and policy_rows.numeral_class in (pairs.numeral_class, 'any')
),

measured as (
    select
        claims.claim_id,
        chosen.*,
        {{ policy_width('chosen.strict_step') }} as strict_width,
        {{ policy_width('chosen.conventional_step') }} as conventional_width
    from numbered as claims
    inner join policy_of_class as chosen
        on
            claims.qualifier = chosen.qualifier
            and claims.numeral_class = chosen.numeral_class
            and chosen.choice = 1
            and coalesce(claims.last_nonzero_place, 0e0) >= chosen.step_from
            and coalesce(claims.last_nonzero_place, 0e0) < chosen.step_below
),

-- the interval of the number as printed, before its sign and its unit
magnitudes as (
    select
        claims.*,
        {% for reading in ['strict', 'conventional'] -%}
        {% for end in ['lower', 'upper'] -%}
        {{ policy_end(reading, end) }} as {{ reading }}_{{ end }}_printed,
        policy.{{ reading }}_{{ end }}_open as {{ reading }}_{{ end }}_printed_open,
        {% endfor -%}
        {% endfor -%}
        case
            when claims.kind in ('change_rate', 'change_amount', 'points', 'average_rate')
                and claims.direction = 'down' then -1e0
            else 1e0
        end as sign
    from numbered as claims
    inner join measured as policy on claims.claim_id = policy.claim_id
),

-- a fall is a negative change: its ends swap
signed as (
    select
        magnitudes.*,
        {{ as_decimal('sign * value * unit_factor') }} as obs_value,
        {% for reading in ['strict', 'conventional'] -%}
        {{ as_decimal(
            '(case when sign < 0e0 then -' ~ reading ~ '_upper_printed else ' ~ reading ~ '_lower_printed end'
            ~ ' * unit_factor)',
            'abs(value * unit_factor)'
        ) }} as {{ reading }}_from,
        {{ as_decimal(
            '(case when sign < 0e0 then -' ~ reading ~ '_lower_printed else ' ~ reading ~ '_upper_printed end'
            ~ ' * unit_factor)',
            'abs(value * unit_factor)'
        ) }} as {{ reading }}_to,
        case when sign < 0e0 then {{ reading }}_upper_printed_open else {{ reading }}_lower_printed_open end
            as {{ reading }}_from_open,
        case when sign < 0e0 then {{ reading }}_lower_printed_open else {{ reading }}_upper_printed_open end
            as {{ reading }}_to_open,
        {% endfor -%}
        is_discrete_unit and value = round(value)
        and kind in ('level', 'change_amount', 'difference')
        and not {{ has_code('flags', 'per_period') }}
        and not {{ has_code('flags', 'average') }} as is_whole_number
    from magnitudes
),

-- an interval that holds no whole number stays as it is
fitted as (
    select
        signed.*,
        {% for reading in ['strict', 'conventional'] -%}
        is_whole_number and coalesce(
            not {{ holds_nothing(
                reading ~ '_from', reading ~ '_to', reading ~ '_from_open', reading ~ '_to_open', 'true'
            ) }}, true
        ) as {{ reading }}_is_whole{{ "," if not loop.last }}
        {% endfor %}
    from signed
),

-- both readings, tightened to whole numbers and open where unbounded
bounded as (
    select
        fitted.*,
        {% for reading, prefix in [('conventional', 'obs'), ('strict', 'strict')] -%}
        case when {{ reading }}_is_whole then {{ whole_lower(reading ~ '_from') }} else {{ reading }}_from end
            as {{ prefix }}_lower,
        case when {{ reading }}_is_whole then {{ whole_upper(reading ~ '_to') }} else {{ reading }}_to end
            as {{ prefix }}_upper,
        {{ reading }}_from is null or (
            {{ reading }}_from_open and (not {{ reading }}_is_whole or {{ is_whole(reading ~ '_from') }})
        ) as {{ 'lower_open' if prefix == 'obs' else 'strict_lower_open' }},
        {{ reading }}_to is null or (
            {{ reading }}_to_open and (not {{ reading }}_is_whole or {{ is_whole(reading ~ '_to') }})
        ) as {{ 'upper_open' if prefix == 'obs' else 'strict_upper_open' }}{{ "," if not loop.last }}
        {% endfor %}
    from fitted
)
{%- endmacro %}
